//! Disks that are full or read-only: mounted in a namespace of the story's own, so that nothing of them is seen outside
//! and nothing is left when it ends.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set in the process that may mount.
const INSIDE: &str = "VELOCITY_DISK_STORY";

/// Runs a story in a process that may mount, and fails with it. `name` is the name of the test, which is started anew
/// by it: a process with threads, as a test is, can't move to another namespace itself.
///
/// # Panics
/// When the story fails, and when this machine lets nobody mount: a story that was not told must not pass.
#[track_caller]
pub fn alone(name: &str, story: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        return story();
    }
    let as_root: &[&str] = &["--mount"];
    let as_anyone: &[&str] = &["--user", "--map-root-user", "--mount"];
    let may = |flags: &&&[&str]| {
        let tried = Command::new("unshare").args(**flags).args(["mount", "-t", "tmpfs", "none", "/mnt"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let flags = [as_root, as_anyone].iter().find(may).copied().unwrap_or_else(|| {
        panic!(
            "{name} needs a disk of its own and this machine lets nobody mount one. Run it as root (in a container with \
             CAP_SYS_ADMIN), or allow user namespaces: `sysctl kernel.unprivileged_userns_clone=1`, on Ubuntu also \
             `sysctl kernel.apparmor_restrict_unprivileged_userns=0`. `unshare` and `mount` come with util-linux."
        )
    });
    let test = std::env::current_exe().expect("a running test has a path");
    let told = Command::new("unshare")
        .args(flags)
        .arg(test)
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(INSIDE, name)
        .output()
        .expect("unshare can be started");
    let said = format!("{}{}", String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "{name}, in a namespace of its own:\n{said}");
    assert!(said.contains("1 passed"), "there is no test of the name {name}:\n{said}");
    println!("{said}");
}

/// Calls `mount`.
fn mount(arguments: &[&str]) {
    let done = Command::new("mount").args(arguments).output().expect("mount can be started");
    assert!(done.status.success(), "mount {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A small disk in memory.
#[derive(Debug)]
pub struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    /// A disk of so many MB, for so many files.
    ///
    /// # Panics
    /// When it can't be mounted.
    #[must_use]
    pub fn new(megabytes: u32, files: u32) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().to_str().expect("a temporary path is UTF-8");
        mount(&["-t", "tmpfs", "-o", &format!("size={megabytes}m,nr_inodes={files}"), "velocity", path]);
        Self { folder }
    }

    /// Where it is mounted.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn ballast(&self) -> PathBuf {
        self.folder().join("ballast")
    }

    /// Fills the disk until this many bytes are left, to a page.
    ///
    /// # Panics
    /// When the disk was smaller than that.
    pub fn leave(&self, bytes: u64) {
        let mut file = File::create(self.ballast()).expect("the ballast");
        let page = [0x5A; 4096];
        let full = (0..).find_map(|_| file.write_all(&page).err()).expect("a disk ends");
        assert_eq!(full.kind(), ErrorKind::StorageFull, "{full}");
        let length = file.metadata().expect("the ballast").len();
        file.set_len(length.checked_sub(bytes).expect("the disk is larger")).expect("cut");
    }

    /// Makes files until there may be no more of them, though there is space.
    ///
    /// # Panics
    /// When the disk takes any number.
    pub fn use_up_names(&self) {
        let names = self.folder().join("names");
        fs::create_dir(&names).expect("a folder");
        let full = (0..100_000).find_map(|n| File::create(names.join(n.to_string())).err()).expect("it ends");
        assert_eq!(full.kind(), ErrorKind::StorageFull, "{full}");
    }

    /// Takes away what [`SmallDisk::leave`] and [`SmallDisk::use_up_names`] put there.
    ///
    /// # Panics
    /// When it can't be removed.
    pub fn make_room(&self) {
        for gone in [fs::remove_file(self.ballast()), fs::remove_dir_all(self.folder().join("names"))] {
            assert!(gone.as_ref().is_err_and(|e| e.kind() == ErrorKind::NotFound) || gone.is_ok(), "{gone:?}");
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Whatever is still mounted goes with the namespace.
        let _ = Command::new("umount").arg("--lazy").arg(self.folder()).output();
    }
}

/// A folder seen through a read-only mount at another place.
#[derive(Debug)]
pub struct ReadOnly {
    place: tempfile::TempDir,
}

impl ReadOnly {
    /// Mounts it.
    ///
    /// # Panics
    /// When it can't be mounted.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let place = tempfile::tempdir().expect("a temporary folder");
        let to = place.path().to_str().expect("a temporary path is UTF-8").to_owned();
        mount(&["--bind", folder.to_str().expect("a path in UTF-8"), &to]);
        mount(&["-o", "remount,bind,ro", &to]);
        let refused = File::create(place.path().join("probe")).expect_err("the mount is read-only");
        assert_eq!(refused.kind(), ErrorKind::ReadOnlyFilesystem);
        Self { place }
    }

    /// Where it is mounted.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.place.path()
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.folder()).output();
    }
}

/// Copies a folder with everything in it.
///
/// # Panics
/// When it can't be copied.
pub fn copy(from: &Path, to: &Path) {
    let done = Command::new("cp").arg("-a").arg(from).arg(to).output().expect("cp can be started");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Every file below a folder with its bytes, to compare.
///
/// # Panics
/// When one can't be read.
#[must_use]
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}
