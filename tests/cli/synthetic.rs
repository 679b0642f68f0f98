//! Made-up clients and the demo, made anew.

use std::fs;

use velocity_tests::Cli;

#[test]
fn made_up_clients_are_a_sound_demo_workspace_with_an_import_under_review() {
    let home = Cli::without_workspace();
    let out = home.path("made-up");
    let order = ["synth", "--clients", "120", "--seed", "9", "--interactions", "6", "--out"];
    let order = |clients: &'static str| {
        let mut call: Vec<_> = order.iter().map(std::ffi::OsString::from).collect();
        call[2] = clients.into();
        call.push(out.clone().into_os_string());
        call
    };
    let made = home.run(order("120")).done();
    assert_eq!((&made["clients"], &made["records"]["person"]), (&120.into(), &120.into()), "{made}");
    assert!(made["records"]["interaction"].as_u64() > Some(400), "{made}");
    assert_eq!(made["import"]["state"], "proposed", "{made}");
    assert_eq!(made["import"]["rows"]["total"], 10, "{made}");

    let cli = Cli::on(&out);
    let report = cli.run(["doctor"]).done();
    assert_eq!(report["ok"], true, "{report}");
    assert_eq!(cli.run(["audit", "verify"]).done()["ok"], true);
    let people = cli.run(["list", "person", "--sort", "last_activity_at", "--desc", "--limit", "3"]).done();
    assert_eq!(people["total"], 120, "{people}");
    let id = people["rows"][0]["id"].as_str().unwrap();
    let view = cli.run(["client360", id, "--rebuild"]).done();
    assert_eq!(view["consistent"], true, "{view}");
    let why = cli.run(["explain", "person", id, "full_name"]).done();
    assert!(why.to_string().contains("synth/1"), "{why}");

    // Neither twice nor among other work.
    let error = home.run(order("120")).refused(3);
    assert!(error["message"].as_str().unwrap().contains("already"), "{error}");
    let error = home.run(order("0")).refused(4);
    assert_eq!(error["field"], "clients", "{error}");
    let real = Cli::with_workspace();
    let _ = real.run(["synth", "--clients", "5", "--out", real.workspace().to_str().unwrap()]).refused(3);
    let demo = Cli::without_workspace();
    let _ = demo.run(["init", "--demo"]).done();
    let error = demo.run(["synth", "--clients", "5", "--out", demo.workspace().to_str().unwrap()]).refused(3);
    assert!(error["message"].as_str().unwrap().contains("other records"), "{error}");
}

#[test]
fn the_demo_is_made_anew_and_nothing_else_ever_is() {
    let cli = Cli::without_workspace();
    let _ = cli.run(["demo", "reset"]).done();
    let new = cli.run(["list", "person"]).done()["total"].clone();
    let _ = cli.run(["create", "person", "full_name=Rina Sen"]).done();
    assert_ne!(cli.run(["list", "person"]).done()["total"], new);
    let reset = cli.run(["demo", "reset"]).done();
    assert_eq!(reset["demo"], true, "{reset}");
    assert_eq!(cli.run(["list", "person"]).done()["total"], new, "what was done in it is gone");
    assert_eq!(cli.run(["doctor"]).done()["ok"], true);
    let parent = cli.workspace().parent().unwrap();
    let left: Vec<_> = fs::read_dir(parent).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "nothing is left beside it: {left:?}");

    // Somebody's own file would go with it.
    let own = cli.workspace().join("prices.xlsx");
    fs::write(&own, b"mine").unwrap();
    let error = cli.run(["demo", "reset"]).refused(3);
    assert!(error["message"].as_str().unwrap().contains("prices.xlsx"), "{error}");
    assert!(own.exists());

    let real = Cli::with_workspace();
    let _ = real.run(["create", "person", "full_name=Rina Sen"]).done();
    let before = real.graph();
    let _ = real.run(["demo", "reset"]).refused(3);
    assert_eq!(real.graph(), before);
}
