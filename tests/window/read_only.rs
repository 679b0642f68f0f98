//! A disk that only lets itself be read: everything is looked at, nothing is offered that would write.

use velocity_tests::Desk;
use velocity_tests::disk::{ReadOnly, alone};
use velocity_tests::window::key;

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::{contacts, counts_beside_names, demo, on};

#[test]
fn on_a_read_only_disk_every_screen_is_read_and_no_key_writes() {
    alone("read_only::on_a_read_only_disk_every_screen_is_read_and_no_key_writes", || {
        let desk = Desk::new();
        let workspace = demo(&desk);
        let changes = "SELECT count(*) FROM graph_deltas";
        let before = sql(&workspace, changes);
        let mount = ReadOnly::of(&workspace);
        let window = desk.open(on(mount.folder(), None));
        window.size(1280, 800);
        let mut gallery = Gallery::default();
        let _ = window.see_text("[data-testid='read-only']", "Read-only disk");
        window.see("[data-testid='today-task']");
        window.see_no("[data-testid='today-task-done']");
        gallery.picture(&window, "read-only-today");

        contacts(&window);
        counts_beside_names(&window, &workspace);
        window.press(&["j", key::RIGHT, "e"]);
        window.see_no("[data-testid='cell-editor']");
        window.press(&["x", "E"]);
        window.see_no("[data-testid='bulk-dialog']");
        window.see_no("[data-testid='contacts-create']");
        gallery.picture(&window, "read-only-contacts");
        window.press(&[key::ENTER]);
        window.see("[data-testid='client360'] h2");
        window.see_no("[data-testid='add-menu']");
        window.press(&["l"]);
        window.see_no("[data-testid='log-form']");
        gallery.picture(&window, "read-only-client360");

        window.press(&["g", "o"]);
        window.see("[data-testid='board-card']");
        window.press(&["j", "L"]);
        window.see_no("[data-testid='list-notice']");
        gallery.picture(&window, "read-only-board");

        for (keys, name) in [(["g", "i"], "imports"), (["g", "r"], "review"), (["g", "w"], "work")] {
            window.press(&keys);
            window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
            window.see("main h1, main h2");
            window.see_no("[data-testid='drop-area']");
            gallery.picture(&window, &format!("read-only-{name}"));
        }
        assert_eq!(sql(&workspace, changes), before);
        assert_eq!(window.complaints(), Vec::<String>::new());
        gallery.bars_nobody();
    });
}
