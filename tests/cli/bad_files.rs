//! Files that are not what they should be: said in words, with exit code 4, and nothing half done.

use std::ffi::OsStr;

use velocity_tests::Cli;
use velocity_tests::files::sample;

/// Analyses and imports the bytes, both of which must be refused as bad input; the graph stays as it was.
fn refused(name: &str, bytes: &[u8]) -> String {
    let cli = Cli::with_workspace();
    let before = cli.graph();
    let file = cli.file(name, bytes);
    let analysed = cli.run([OsStr::new("import"), "analyze".as_ref(), file.as_os_str()]).refused(4);
    let run = cli.run([OsStr::new("import"), "run".as_ref(), file.as_os_str()]).refused(4);
    assert_eq!(analysed["message"], run["message"]);
    assert_eq!(cli.graph(), before);
    let imports = cli.run(["import", "list"]).done();
    assert!(!imports.to_string().contains(name), "{imports}");
    run["message"].as_str().unwrap_or_default().to_lowercase()
}

#[test]
fn an_empty_file_is_refused() {
    assert!(refused("empty.csv", b"").contains("empty"));
    assert!(refused("blank.csv", b"\n\n\r\n").contains("empty"));
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let _ = refused("noise.csv", &noise);
    let _ = refused("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0");
    let workbook = refused("workbook.csv", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml");
    assert!(!workbook.is_empty());
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let cli = Cli::with_workspace();
    for words in [["import", "analyze", "nowhere.csv"], ["import", "run", "nowhere.csv"], ["import", "run", "."]] {
        let _ = cli.run(words).refused(4);
    }
}

#[test]
fn a_damaged_encoding_costs_no_row() {
    let cli = Cli::without_workspace();
    let mut bytes = std::fs::read(sample("hubspot_contacts")).unwrap();
    let name = bytes.windows(5).position(|window| window == b"Mirza").unwrap();
    bytes[name] = 0xFF;
    let file = cli.file("damaged.csv", &bytes);
    let found = cli.run([OsStr::new("import"), "analyze".as_ref(), file.as_os_str()]).done();
    assert_eq!(found["rows"]["total"], 260, "{}", found["rows"]);
}

#[test]
fn other_encodings_are_read_as_they_were_meant() {
    let cli = Cli::without_workspace();
    let text = "First Name;Last Name;Email\r\nJosé;Núñez;jose@example.com\r\nZoë;Müller;zoe@example.com\r\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, encoding) in [("latin.csv", latin, "windows-1252"), ("wide.csv", wide, "utf-16le")] {
        let file = cli.file(name, &bytes);
        let found = cli.run([OsStr::new("import"), "analyze".as_ref(), file.as_os_str()]).done();
        assert_eq!(found["dialect"]["encoding"], encoding, "{found}");
        assert_eq!(found["rows"]["total"], 2, "{found}");
        assert!(found["columns"][1]["samples"].to_string().contains("Núñez"), "{found}");
    }
}

#[test]
fn wrong_usage_is_exit_code_2_with_the_same_shape() {
    let cli = Cli::with_workspace();
    let _ = cli.run(["import", "analyse-typo"]).refused(2);
    let _ = cli.run(["list", "unicorns"]).refused_with_any(&[2, 4]);
}
