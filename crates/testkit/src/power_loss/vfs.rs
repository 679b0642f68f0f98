//! The VFS in C's terms: hands everything on to the operating system's and notes what changes.

use std::ffi::{CStr, CString, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::ffi;

use super::{Event, FileId, Tape};

/// A VFS that `SQLite` knows; forgotten again when this is dropped.
pub(super) struct Registered {
    name: String,
    vfs: *mut ffi::sqlite3_vfs,
    tape: &'static Tape,
}

/// What the VFS's methods are given with each call.
struct Context {
    tape: &'static Tape,
    inner: *mut ffi::sqlite3_vfs,
}

/// An open file. The operating system's own part follows it in memory.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    tape: &'static Tape,
    /// None for files that no power loss leaves behind: temporary ones, and those outside the folder.
    id: Option<FileId>,
    /// Its first sync syncs the folder too, as that of a journal or a log does on Unix.
    syncs_folder: bool,
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
// SAFETY: the VFS it points to lives as long as the process; it is changed by registering and forgetting alone, which
// SQLite guards with a lock of its own.
unsafe impl Send for Registered {}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
// SAFETY: as above.
unsafe impl Sync for Registered {}

impl Registered {
    #[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
    pub(super) fn new(tape: &'static Tape) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("velocity-powerloss-{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let c_name = CString::new(name.clone()).expect("a name without zero bytes");
        // SAFETY: `sqlite3_initialize` may be called at any time; the default VFS it registers is never freed.
        let inner = unsafe {
            assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK, "SQLite starts");
            ffi::sqlite3_vfs_find(ptr::null())
        };
        assert!(!inner.is_null(), "SQLite has a VFS for this operating system");
        // SAFETY: `inner` is the default VFS, valid and not changed after `sqlite3_initialize`.
        let (own, longest) = unsafe { ((*inner).szOsFile, (*inner).mxPathname) };
        let size = c_int::try_from(size_of::<File>()).expect("a few bytes");
        let context = Box::leak(Box::new(Context { tape, inner }));
        // All of these stay in memory: a connection that outlives the test must not point to what was freed.
        let vfs = Box::into_raw(Box::new(ffi::sqlite3_vfs {
            iVersion: 2,
            szOsFile: size + own,
            mxPathname: longest,
            pNext: ptr::null_mut(),
            zName: c_name.into_raw(),
            pAppData: ptr::from_mut(context).cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(get_last_error),
            xCurrentTimeInt64: Some(current_time_int64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: `vfs` and everything it points to stays valid for as long as the process lives.
        let answer = unsafe { ffi::sqlite3_vfs_register(vfs, 0) };
        assert_eq!(answer, ffi::SQLITE_OK, "SQLite takes the VFS");
        Self { name, vfs, tape }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn tape(&self) -> &'static Tape {
        self.tape
    }
}

impl Drop for Registered {
    #[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
    fn drop(&mut self) {
        // SAFETY: it was registered by `new` and is still allocated; open files keep working, none is opened anew.
        unsafe { ffi::sqlite3_vfs_unregister(self.vfs) };
    }
}

/// The context and the operating system's VFS behind ours.
///
/// # Safety
/// `vfs` is one that [`Registered::new`] made.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe fn context(vfs: *mut ffi::sqlite3_vfs) -> &'static Context {
    // SAFETY: `new` put a leaked `Context` there.
    unsafe { &*(*vfs).pAppData.cast::<Context>() }
}

/// The operating system's part of an open file.
///
/// # Safety
/// `file` was given to [`open`], so it has `szOsFile` bytes.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe fn inner(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: the operating system's bytes follow ours; `File` holds pointers, so its size keeps their alignment.
    unsafe { file.cast::<File>().add(1).cast() }
}

/// The methods of the operating system's part of an open file.
///
/// # Safety
/// As [`inner`]; the file is open.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe fn methods(file: *mut ffi::sqlite3_file) -> &'static ffi::sqlite3_io_methods {
    // SAFETY: an open file has methods, which are constants of SQLite's.
    unsafe { &*(*inner(file)).pMethods }
}

/// Methods of a file that are handed on as they are.
macro_rules! hand_on {
    ($(fn $name:ident($($arg:ident: $kind:ty),*) is $method:ident;)*) => {$(
        #[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file, $($arg: $kind),*) -> c_int {
            // SAFETY: SQLite calls this on files that `open` opened, with arguments that the method takes.
            unsafe { methods(file).$method.map_or(ffi::SQLITE_IOERR, |method| method(inner(file), $($arg),*)) }
        }
    )*};
}

hand_on! {
    fn read(into: *mut c_void, amount: c_int, offset: ffi::sqlite3_int64) is xRead;
    fn file_size(size: *mut ffi::sqlite3_int64) is xFileSize;
    fn lock(level: c_int) is xLock;
    fn unlock(level: c_int) is xUnlock;
    fn check_reserved_lock(answer: *mut c_int) is xCheckReservedLock;
    fn file_control(operation: c_int, argument: *mut c_void) is xFileControl;
    fn sector_size() is xSectorSize;
    fn device_characteristics() is xDeviceCharacteristics;
    fn shm_map(page: c_int, size: c_int, extend: c_int, at: *mut *mut c_void) is xShmMap;
    fn shm_lock(offset: c_int, count: c_int, flags: c_int) is xShmLock;
    fn shm_unmap(delete: c_int) is xShmUnmap;
}

/// Methods of the VFS that are handed on as they are.
macro_rules! hand_on_vfs {
    ($(fn $name:ident($($arg:ident: $kind:ty),*) is $method:ident;)*) => {$(
        #[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
        unsafe extern "C" fn $name(vfs: *mut ffi::sqlite3_vfs, $($arg: $kind),*) -> c_int {
            // SAFETY: SQLite calls this on a VFS that `Registered::new` made, with arguments that the method takes.
            unsafe {
                let inner = context(vfs).inner;
                (*inner).$method.map_or(ffi::SQLITE_IOERR, |method| method(inner, $($arg),*))
            }
        }
    )*};
}

hand_on_vfs! {
    fn access(name: *const c_char, flags: c_int, answer: *mut c_int) is xAccess;
    fn full_pathname(name: *const c_char, size: c_int, out: *mut c_char) is xFullPathname;
    fn randomness(size: c_int, out: *mut c_char) is xRandomness;
    fn sleep(microseconds: c_int) is xSleep;
    fn current_time(out: *mut f64) is xCurrentTime;
    fn get_last_error(size: c_int, out: *mut c_char) is xGetLastError;
    fn current_time_int64(out: *mut ffi::sqlite3_int64) is xCurrentTimeInt64;
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};

/// The name in the tape's folder that C's path stands for.
///
/// # Safety
/// `path` is null or ends in a zero byte.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe fn name_of(tape: &Tape, path: *const c_char) -> Option<String> {
    if path.is_null() {
        return None;
    }
    // SAFETY: the caller's promise.
    let path = unsafe { CStr::from_ptr(path) };
    tape.name(Path::new(OsStr::from_bytes(path.to_bytes())))
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives a VFS that `Registered::new` made, `szOsFile` bytes for the file, and a path that is null or
    // ends in a zero byte. `File` is written whole before anything reads it; the operating system's part is only read
    // where its `xOpen` has set its methods.
    unsafe {
        let Context { tape, inner: os } = *context(vfs);
        (*file).pMethods = ptr::null();
        let behind = inner(file);
        (*behind).pMethods = ptr::null();
        let answer = (*os).xOpen.map_or(ffi::SQLITE_CANTOPEN, |method| method(os, path, behind, flags, out_flags));
        if answer != ffi::SQLITE_OK {
            if let Some(close) = (*behind).pMethods.as_ref().and_then(|methods| methods.xClose) {
                close(behind);
            }
            return answer;
        }
        let temporary = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
        let name = name_of(tape, path).filter(|_| !temporary);
        let journals = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
        let syncs_folder = flags & ffi::SQLITE_OPEN_CREATE != 0 && flags & journals != 0;
        let id = name.map(|name| tape.opened(&name));
        let base = ffi::sqlite3_file { pMethods: &raw const METHODS };
        file.cast::<File>().write(File { base, tape, id, syncs_folder });
        ffi::SQLITE_OK
    }
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, path: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite gives a VFS that `Registered::new` made and a path that ends in a zero byte.
    unsafe {
        let Context { tape, inner: os } = *context(vfs);
        let answer = (*os).xDelete.map_or(ffi::SQLITE_IOERR, |method| method(os, path, 0));
        if answer == ffi::SQLITE_OK
            && let Some(name) = name_of(tape, path)
        {
            tape.deleted(name);
            if sync_folder & 1 != 0 {
                tape.note(Event::SyncFolder);
            }
        }
        answer
    }
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes files that `open` opened, once.
    unsafe {
        let answer = methods(file).xClose.map_or(ffi::SQLITE_IOERR, |method| method(inner(file)));
        (*file).pMethods = ptr::null();
        answer
    }
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives a file that `open` opened and `amount` readable bytes.
    unsafe {
        let File { tape, id, .. } = &*file.cast::<File>();
        if id.is_some() && tape.refuses() {
            return ffi::SQLITE_FULL;
        }
        let answer = methods(file).xWrite.map_or(ffi::SQLITE_IOERR, |method| method(inner(file), from, amount, offset));
        if answer == ffi::SQLITE_OK
            && let (Some(id), Ok(amount), Ok(offset)) = (id, usize::try_from(amount), usize::try_from(offset))
            && amount > 0
        {
            let bytes = std::slice::from_raw_parts(from.cast::<u8>(), amount).to_vec();
            tape.note(Event::Write { file: *id, offset, bytes });
        }
        answer
    }
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite gives a file that `open` opened.
    unsafe {
        let answer = methods(file).xTruncate.map_or(ffi::SQLITE_IOERR, |method| method(inner(file), size));
        let File { tape, id, .. } = &*file.cast::<File>();
        if answer == ffi::SQLITE_OK
            && let (Some(id), Ok(size)) = (id, usize::try_from(size))
        {
            tape.note(Event::Truncate { file: *id, size });
        }
        answer
    }
}

/// Notes the sync and does none: see the module's documentation.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite gives a file that `open` opened, and uses it from one thread at a time.
    let File { tape, id, syncs_folder, .. } = unsafe { &mut *file.cast::<File>() };
    if let Some(id) = id {
        if tape.refuses() {
            return ffi::SQLITE_IOERR_FSYNC;
        }
        tape.note(Event::Sync { file: *id });
        if std::mem::take(syncs_folder) {
            tape.note(Event::SyncFolder);
        }
    }
    ffi::SQLITE_OK
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: SQLite gives a file that `open` opened.
    unsafe {
        if let Some(method) = methods(file).xShmBarrier {
            method(inner(file));
        }
    }
}

/// No memory mapping: `SQLite` reads instead.
#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn fetch(
    _file: *mut ffi::sqlite3_file,
    _offset: ffi::sqlite3_int64,
    _amount: c_int,
    at: *mut *mut c_void,
) -> c_int {
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *at = ptr::null_mut() };
    ffi::SQLITE_OK
}

#[expect(unsafe_code, reason = "SQLite takes a VFS as a table of C functions only")]
unsafe extern "C" fn unfetch(_file: *mut ffi::sqlite3_file, _offset: ffi::sqlite3_int64, _at: *mut c_void) -> c_int {
    ffi::SQLITE_OK
}
