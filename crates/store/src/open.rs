//! Opening a workspace's database: one writer, several readers, checked before use.

mod read_only;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use contracts::GroupId;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::lists::functions;
use crate::lists::making::Making;
use crate::lists::roster::Rosters;
use crate::lists::shelf::Shelf;
use crate::pin::{Pin, PinFile};
use crate::table::search::WordCache;
use crate::{Blobs, Entropy, FsBlobs, Reader, StoreError, Tx, migrate, timestamp};

/// A WAL corruption race was mended in this version of `SQLite`.
const OLDEST_SQLITE: i32 = 3_051_003;
/// A window asks for several things at once, and some of them take their time.
const READERS: usize = 6;
/// What a reader keeps of the database, and one that goes through much of it, as `SQLite` has it: in KiB, below zero.
const READING: i64 = -8_000;
const PASSING: i64 = -1_500;
/// What the writer keeps: what a large import writes, it writes all over its indexes. What a small one has written it hardly
/// comes to again.
const WRITING: i64 = -48_000;
const WRITING_LITTLE: i64 = -20_000;
/// How long a writer waits for another process's transaction, and how often it looks. `SQLite`'s own wait soon looks ten
/// times a second only, and misses the moment between two transactions of an import.
const BUSY: Duration = Duration::from_secs(10);
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// An open workspace database with its blobs and its audit pin. Shared between threads.
pub struct Store {
    folder: PathBuf,
    pub(crate) writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    free: Condvar,
    pub(crate) blobs: FsBlobs,
    words: WordCache,
    pin: PinFile,
    device: Uuid,
    epoch: u32,
    /// Head of the audit chain as this process last committed it; whoever waits for changes is woken by it.
    committed: Mutex<u64>,
    news: Condvar,
    watcher: Mutex<Option<Connection>>,
    observer: OnceLock<(Arc<dyn Observer>, Acknowledge)>,
    /// What is kept of lists between two windows.
    pub(crate) rosters: Mutex<Rosters>,
    pub(crate) making: Making,
    /// What is kept of lists between two starts.
    pub(crate) shelf: Shelf,
    /// The disk below is read-only: nothing can be written.
    read_only: bool,
}

/// Where a workspace stands; two that differ mean that something was committed in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Entries of the audit chain.
    pub entries: u64,
    /// Changes with every commit; comparable within one open store only.
    pub commits: i64,
}

/// Hears of write transactions: for receipts to whoever started the process.
pub trait Observer: Send + Sync {
    /// A write transaction is open.
    fn writing(&self);
    /// It has been committed and is on the disk, with these groups of so many deltas.
    fn committed(&self, groups: &[(GroupId, u64)]);
    /// It fell: nothing of it is kept.
    fn fell(&self);
}

/// When an [`Observer`] hears of a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acknowledge {
    /// When it is durable.
    AfterCommit,
    /// Before: the defect that the kill harness plants to see itself fail. Never used by a host.
    BeforeCommit,
}

/// When `SQLite` waits until its writes are on the medium.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// At every commit: what was acknowledged survives a power loss (invariant 10).
    #[default]
    Full,
    /// At checkpoints only: a power loss takes the last commits away. No workspace is opened so; it is the control that
    /// shows that a durability test can fail.
    Normal,
}

impl Synchronous {
    fn pragma(self) -> &'static str {
        match self {
            Self::Full => "FULL",
            Self::Normal => "NORMAL",
        }
    }
}

/// How a database is opened. Anything but the default exists for durability tests.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// The name of a registered `SQLite` VFS through which every connection goes; the system's own when none is named.
    pub vfs: Option<String>,
    /// How durable a commit is.
    pub synchronous: Synchronous,
    /// Pages in the write-ahead log after which a commit checkpoints it; 4 000 when none is given: an import writes the
    /// same pages of its indexes again and again, and the log stays at some 16 MB. A small number brings many
    /// checkpoints into a short test.
    pub autocheckpoint: Option<u32>,
    /// Orders of lists of so many rows are kept between two starts; 2 000 when none is given.
    pub orders_from: Option<usize>,
}

/// What the engine says of itself, for `doctor`.
#[derive(Clone, Debug)]
pub struct StoreInfo {
    /// `SQLite`'s version.
    pub sqlite: String,
    /// sqlite-vec's version.
    pub vec: String,
    /// `SQLCipher`'s version.
    pub cipher: String,
    /// Schema number.
    pub schema: i64,
    /// Journal mode.
    pub journal: String,
    /// The `synchronous` setting; 2 is FULL.
    pub synchronous: i64,
    /// Opened for reading only, as its disk is read-only; there is no journal then.
    pub read_only: bool,
}

impl Store {
    /// Opens the database in a workspace folder, making or migrating it first. One on a read-only disk can be read, and
    /// every write to it is refused.
    ///
    /// # Errors
    /// When the folder can't be used, the database was made by a newer build, or another process holds it too long.
    pub fn open(folder: &Path, entropy: &dyn Entropy) -> Result<Self, StoreError> {
        Self::open_with(folder, entropy, &OpenOptions::default())
    }

    /// As [`Store::open`], with other settings than a workspace is opened with: for durability tests.
    ///
    /// # Errors
    /// Those of [`Store::open`], and when there is no such VFS.
    pub fn open_with(folder: &Path, entropy: &dyn Entropy, options: &OpenOptions) -> Result<Self, StoreError> {
        register_vec();
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(StoreError::Engine(format!("SQLite {} is too old; 3.51.3 is needed", rusqlite::version())));
        }
        match Self::open_for_writing(folder, entropy, options) {
            Err(e) if read_only::explains(folder, &e) => Self::open_read_only(folder, options),
            opened => opened,
        }
    }

    fn open_for_writing(folder: &Path, entropy: &dyn Entropy, options: &OpenOptions) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
        let path = folder.join("velocity.db");
        let mut writer = connect(&path, OpenFlags::default(), options)?;
        // Beside shared memory that a reader left behind it opens on a read-only disk as well, and can't be written to.
        if writer.is_readonly(rusqlite::MAIN_DB)? && read_only::disk(folder) {
            return Self::open_read_only(folder, options);
        }
        writer.pragma_update(None, "cache_size", WRITING)?;
        migrate::migrate(&mut writer, &timestamp(entropy.now_ms()).0)?;
        let identity = identify(&writer, entropy)?;
        let readers = (0..READERS)
            .map(|_| {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let conn = connect(&path, flags, options)?;
                conn.pragma_update(None, "query_only", true)?;
                conn.pragma_update(None, "cache_size", READING)?;
                Ok(conn)
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        let shelf = Shelf::new(folder, options.orders_from);
        Ok(Self::assemble(folder, writer, readers, identity, shelf, false))
    }

    fn assemble(
        folder: &Path,
        writer: Connection,
        readers: Vec<Connection>,
        (device, epoch): (Uuid, u32),
        shelf: Shelf,
        read_only: bool,
    ) -> Self {
        Self {
            folder: folder.into(),
            writer: Mutex::new(writer),
            readers: Mutex::new(readers),
            free: Condvar::new(),
            blobs: FsBlobs::new(folder.join("blobs")),
            words: WordCache::default(),
            pin: PinFile::new(folder.join("audit.pin")),
            device,
            epoch,
            committed: Mutex::new(0),
            news: Condvar::new(),
            watcher: Mutex::new(None),
            observer: OnceLock::new(),
            rosters: Mutex::default(),
            making: Making::default(),
            shelf,
            read_only,
        }
    }

    /// Sets who hears of write transactions; the first one stays.
    pub fn observe(&self, observer: Arc<dyn Observer>, when: Acknowledge) {
        let _ = self.observer.set((observer, when));
    }

    /// This database's device and epoch.
    #[must_use]
    pub fn device(&self) -> (Uuid, u32) {
        (self.device, self.epoch)
    }

    /// Does something while no reader of this process is at work: none of its snapshots then holds on to old pages.
    pub(crate) fn without_readers<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut pool = lock(&self.readers);
        while pool.len() < READERS {
            pool = self.free.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
        work()
    }

    /// The workspace's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The blobs.
    #[must_use]
    pub fn blobs(&self) -> &dyn Blobs {
        &self.blobs
    }

    /// Reads from one consistent state of the database, whatever is written meanwhile.
    ///
    /// # Errors
    /// Those of `work`, and the database's.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.read_keeping(None, work)
    }

    /// As [`Store::read`], for work that goes through much of the database and comes to each page once: what it read last is
    /// all that it keeps.
    ///
    /// # Errors
    /// As there.
    pub fn read_through<T, E: From<StoreError>>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.read_keeping(Some(PASSING), work)
    }

    fn read_keeping<T, E: From<StoreError>>(
        &self,
        kept: Option<i64>,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut pool = lock(&self.readers);
        let mut conn = loop {
            if let Some(conn) = pool.pop() {
                break conn;
            }
            pool = self.free.wait(pool).unwrap_or_else(PoisonError::into_inner);
        };
        drop(pool);
        let keep =
            |conn: &Connection, kept: i64| conn.pragma_update(None, "cache_size", kept).map_err(StoreError::from);
        let result = (|| {
            if let Some(kept) = kept {
                keep(&conn, kept)?;
            }
            let tx = conn.transaction().map_err(StoreError::from)?;
            work(&Reader { conn: &tx, blobs: &self.blobs, words: Some(&self.words) })
        })();
        // One that can't be set back reads as well, only slower.
        let back = kept.map_or(Ok(()), |_| keep(&conn, READING));
        lock(&self.readers).push(conn);
        self.free.notify_one();
        if let Err(e) = back {
            tracing::debug!(error = %e, "a reader goes on with little memory");
        }
        result
    }

    /// Does work that writes some thousands of rows in few transactions: of the pages it touched the writer keeps the last.
    pub fn writing_little<T>(&self, work: impl FnOnce() -> T) -> T {
        let keep = |kept: i64| {
            if let Err(e) = lock(&self.writer).pragma_update(None, "cache_size", kept) {
                tracing::debug!(error = %e, "the writer keeps as much as before");
            }
        };
        keep(WRITING_LITTLE);
        let done = work();
        keep(WRITING);
        done
    }

    /// Gives back the memory in which long work kept pages of the database: what a person writes after it touches few.
    pub fn rest(&self) {
        if let Err(e) = lock(&self.writer).execute_batch("PRAGMA shrink_memory") {
            tracing::debug!(error = %e, "pages are kept in memory");
        }
    }

    /// Writes in one transaction: all of `work`, or nothing. The audit head is pinned after the commit.
    ///
    /// # Errors
    /// Those of `work`, and the database's; nothing is then changed. A pin that can't be written is none: the commit
    /// stands, and a pin that is behind its chain vouches for less until the next one.
    pub fn write<T, E: From<StoreError>>(
        &self,
        entropy: &dyn Entropy,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.read_only {
            return Err(StoreError::ReadOnly.into());
        }
        let mut conn = lock(&self.writer);
        let transaction =
            conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let observer = self.observer.get();
        if let Some((observer, _)) = observer {
            observer.writing();
        }
        let done = (|| {
            let mut tx = Tx::begin(&transaction, &self.blobs, entropy, self.device, self.epoch)?;
            let value = work(&mut tx)?;
            Ok((value, tx.grown_head(), tx.groups()))
        })();
        let (value, grown, groups) = match done {
            Ok(done) => done,
            Err(e) => {
                drop(transaction);
                if let Some((observer, _)) = observer {
                    observer.fell();
                }
                return Err(e);
            }
        };
        if let Some((observer, Acknowledge::BeforeCommit)) = observer {
            observer.committed(&groups);
        }
        if let Err(e) = transaction.commit() {
            if let Some((observer, _)) = observer {
                observer.fell();
            }
            return Err(StoreError::from(e).into());
        }
        if let Some((observer, Acknowledge::AfterCommit)) = observer {
            observer.committed(&groups);
        }
        if let Some(head) = grown {
            *lock(&self.committed) = head.entries;
            self.news.notify_all();
            if let Err(problem) = self.repin(&conn, &head) {
                tracing::warn!(entries = head.entries, %problem, "what was saved stands, but could not be pinned");
            }
        }
        Ok(value)
    }

    /// Waits until something was committed since `seen`, whoever did it, at most for `timeout`. Gives the pulse as it is
    /// then. A commit of this process wakes at once; those of others are looked for every 200 ms.
    ///
    /// # Errors
    /// The database's.
    pub fn wait_for_change(&self, seen: Pulse, timeout: Duration) -> Result<Pulse, StoreError> {
        const LOOK: Duration = Duration::from_millis(200);
        let mut left = timeout;
        loop {
            let pulse = self.pulse()?;
            if pulse != seen || left.is_zero() {
                return Ok(pulse);
            }
            let step = left.min(LOOK);
            let guard = lock(&self.committed);
            if *guard <= seen.entries {
                let _ = self.news.wait_timeout(guard, step);
            }
            left = left.saturating_sub(step);
        }
    }

    /// Where the workspace stands: how long the audit chain is, and a number that changes with every commit of any
    /// process, also one without an audit entry, such as the progress of a mission.
    ///
    /// # Errors
    /// The database's.
    pub fn pulse(&self) -> Result<Pulse, StoreError> {
        let entries = self.read(|r| r.audit_length())?;
        if self.read_only {
            return Ok(Pulse { entries, commits: 0 });
        }
        let mut watcher = lock(&self.watcher);
        // A connection that never writes sees a new `data_version` after any other one's commit.
        let conn = match watcher.take() {
            Some(conn) => conn,
            None => {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let conn = connect(&self.folder.join("velocity.db"), flags, &OpenOptions::default())?;
                conn.pragma_update(None, "query_only", true)?;
                conn
            }
        };
        let commits = conn.query_row("PRAGMA data_version", [], |r| r.get(0))?;
        *watcher = Some(conn);
        Ok(Pulse { entries, commits })
    }

    /// Moves the pin forward, unless it contradicts the chain: then it stays as the witness it is.
    fn repin(&self, conn: &Connection, head: &Pin) -> Result<(), StoreError> {
        if let Some(pin) = self.pin.read()?
            && pin.entries > 0
        {
            let stands = crate::table::audit::hash_at(conn, pin.entries)?.is_some_and(|h| graph::hex(&h) == pin.head);
            if !stands {
                tracing::warn!(pinned = pin.entries, "the audit chain contradicts its pin; the pin is kept");
                return Ok(());
            }
            if pin.entries >= head.entries {
                return Ok(()); // Another process has committed and pinned since.
            }
        }
        self.pin.write(head)
    }

    /// The pin, for verification.
    pub(crate) fn pin(&self) -> Result<Option<Pin>, StoreError> {
        self.pin.read()
    }

    /// What the engine says of itself.
    ///
    /// # Errors
    /// The database's.
    pub fn info(&self) -> Result<StoreInfo, StoreError> {
        self.read(|r| {
            let one = |sql: &str| r.conn.query_row(sql, [], |x| x.get::<_, String>(0));
            Ok(StoreInfo {
                sqlite: rusqlite::version().into(),
                vec: one("SELECT vec_version()")?,
                cipher: one("PRAGMA cipher_version")?,
                schema: r.conn.query_row("SELECT max(number) FROM schema_migrations", [], |x| x.get(0))?,
                journal: one("PRAGMA journal_mode")?,
                synchronous: r.conn.query_row("PRAGMA synchronous", [], |x| x.get(0))?,
                read_only: self.read_only,
            })
        })
    }

    /// `SQLite`'s own integrity and foreign key checks: the problems found, none when all is well.
    ///
    /// # Errors
    /// The database's.
    pub fn integrity(&self) -> Result<Vec<String>, StoreError> {
        if self.read_only {
            return self.read(|r| integrity_of(r.conn));
        }
        // A connection of its own: an FTS5 table checks itself against the shape of its index that the connection knows,
        // and one that looked before another connection wrote takes its own old knowledge for corruption (seen with
        // SQLite 3.51.3).
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = connect(&self.folder.join("velocity.db"), flags, &OpenOptions::default())?;
        conn.pragma_update(None, "query_only", true)?;
        integrity_of(&conn)
    }
}

fn integrity_of(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut found: Vec<String> =
        conn.prepare("PRAGMA integrity_check(20)")?.query_map([], |x| x.get(0))?.collect::<Result<_, _>>()?;
    found.retain(|line| line != "ok");
    let broken: Vec<String> = conn
        .prepare("PRAGMA foreign_key_check")?
        .query_map([], |x| Ok(format!("{} has a row without its parent", x.get::<_, String>(0)?)))?
        .collect::<Result<_, _>>()?;
    found.extend(broken.into_iter().take(20));
    Ok(found)
}

/// A poisoned lock only says that some thread panicked; transactions have rolled back, the connection is sound.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connect(path: &Path, flags: OpenFlags, options: &OpenOptions) -> Result<Connection, StoreError> {
    let conn = match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs.as_str())?,
        None => Connection::open_with_flags(path, flags)?,
    };
    conn.busy_handler(Some(wait_for_lock))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    tune(conn, options)
}

/// Asked after the `tried`-th look at a lock that somebody holds: whether to look again.
fn wait_for_lock(tried: i32) -> bool {
    let waited = LOOK_AGAIN.saturating_mul(u32::try_from(tried).unwrap_or(u32::MAX));
    if waited < BUSY {
        std::thread::sleep(LOOK_AGAIN);
    }
    waited < BUSY
}

/// The settings of a connection, whatever it reads from.
fn tune(conn: Connection, options: &OpenOptions) -> Result<Connection, StoreError> {
    conn.pragma_update(None, "synchronous", options.synchronous.pragma())?;
    conn.pragma_update(None, "wal_autocheckpoint", options.autocheckpoint.unwrap_or(4_000))?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    // What is deleted is overwritten: an erased value must not lie on in a free page or in the slack of another.
    conn.pragma_update(None, "secure_delete", true)?;
    // Values must not spill into temporary files that nobody erases.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    conn.set_prepared_statement_cache_capacity(128);
    functions::register(&conn)?;
    Ok(conn)
}

/// This database's device id, drawn once, and its epoch. Writes only when they are not there yet.
fn identify(conn: &Connection, entropy: &dyn Entropy) -> Result<(Uuid, u32), StoreError> {
    let drawn: i64 =
        conn.query_row("SELECT count(*) FROM workspace_meta WHERE key IN ('device', 'epoch')", [], |r| r.get(0))?;
    if drawn < 2 {
        let fresh = crate::uuid_v7(entropy).to_string();
        conn.execute("INSERT INTO workspace_meta (key, value) VALUES ('device', ?) ON CONFLICT DO NOTHING", [&fresh])?;
        conn.execute("INSERT INTO workspace_meta (key, value) VALUES ('epoch', '1') ON CONFLICT DO NOTHING", [])?;
    }
    identity(conn)
}

/// This database's device id and its epoch, as they were drawn.
fn identity(conn: &Connection) -> Result<(Uuid, u32), StoreError> {
    let get =
        |key: &str| conn.query_row("SELECT value FROM workspace_meta WHERE key = ?", [key], |r| r.get::<_, String>(0));
    let damaged = || StoreError::Damaged("the workspace's device id or epoch can't be read".into());
    let device = Uuid::parse_str(&get("device")?).map_err(|_| damaged())?;
    let epoch = get("epoch")?.parse().map_err(|_| damaged())?;
    Ok((device, epoch))
}

/// Registers sqlite-vec for every connection opened from now on.
#[expect(unsafe_code, reason = "SQLite takes extensions as C function pointers only")]
fn register_vec() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        type Init = unsafe extern "C" fn(
            *mut rusqlite::ffi::sqlite3,
            *mut *mut std::os::raw::c_char,
            *const rusqlite::ffi::sqlite3_api_routines,
        ) -> std::os::raw::c_int;
        // SAFETY: takes one integer, before the library is first used; refused, without harm, when it is in use. Its
        // statistics of memory, which nobody reads, cost a lock with each allocation.
        unsafe {
            rusqlite::ffi::sqlite3_config(rusqlite::ffi::SQLITE_CONFIG_MEMSTATUS, 0 as std::os::raw::c_int);
        }
        // SAFETY: `sqlite3_vec_init` has exactly this signature in C; the Rust binding declares it without arguments.
        // `sqlite3_auto_extension` may be called at any time, once per extension.
        unsafe {
            let init = std::mem::transmute::<*const (), Init>(sqlite_vec::sqlite3_vec_init as *const ());
            rusqlite::ffi::sqlite3_auto_extension(Some(init));
        }
    });
}
