//! A workspace is used beside another process that writes to it most of the time, as an import does.

use rusqlite::{Connection, TransactionBehavior};
use store::{Store, StoreError};
use testkit::FixedHost;

/// Looking at a workspace needs no lock that an import holds: neither opening it nor reading from it.
#[test]
fn a_workspace_is_opened_and_read_while_another_holds_the_write_lock() {
    let folder = tempfile::tempdir().expect("a folder");
    let entropy = FixedHost::default();
    let made = Store::open(folder.path(), &entropy).expect("made").device();
    let mut other = Connection::open(folder.path().join("velocity.db")).expect("opened");
    let held = other.transaction_with_behavior(TransactionBehavior::Immediate).expect("held");

    let store = Store::open(folder.path(), &entropy).expect("opened beside a writer");
    assert_eq!(store.device(), made);
    assert_eq!(store.pulse().expect("its pulse").entries, 0);
    let refused: Result<(), StoreError> = store.write(&entropy, |_| Ok(()));
    assert!(refused.is_err_and(|e| e.is_busy()), "a write waits for the other one, and says so when it waited in vain");

    held.rollback().expect("let go");
    let done: Result<(), StoreError> = store.write(&entropy, |_| Ok(()));
    done.expect("written once the lock is free");
}
