//! A workspace has one window: a second start hands its file over and ends.

use velocity_tests::Desk;
use velocity_tests::files::sample;

use super::{on, workspace};

#[test]
fn a_second_start_hands_its_file_to_the_running_window() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, None));
    window.see("[data-testid='empty']");

    let file = desk.download(&sample("linkedin_connections"));
    let second = desk.start_again(on(&workspace, Some(&file)));
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    let _ = window.see_text("[data-testid='review-file']", "linkedin_connections.csv");
}

#[test]
fn the_command_line_and_the_window_share_a_workspace() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, None));
    window.see("[data-testid='empty']");

    let file = sample("kvcore");
    let folder = workspace.as_os_str();
    let run = desk.velocity(["--workspace".as_ref(), folder, "import".as_ref(), "run".as_ref(), file.as_os_str()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    // The window hears that another process wrote, and says that an import waits.
    window.see("[data-testid='imports-waiting']");
}
