use std::io::{Seek as _, SeekFrom};
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::format::FRAME;
use super::*;

const KEY: [u8; 32] = [7; 32];

/// An empty plain store and an empty sealed one, each below its own folder.
fn stores() -> [(tempfile::TempDir, FsBlobs); 2] {
    let dir = || tempfile::tempdir().expect("tempdir");
    let (a, b) = (dir(), dir());
    let (plain, sealed) = (FsBlobs::new(a.path().into()), sealed(b.path()));
    [(a, plain), (b, sealed)]
}

fn sealed(root: &Path) -> FsBlobs {
    FsBlobs::sealed(root.into(), BlobKey::new(KEY))
}

/// Lines as a client file has them; `seed` makes files differ.
fn csv(len: usize, seed: u64) -> Vec<u8> {
    let mut random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % below
    };
    let given = ["Asha", "Ravi", "Meera", "John", "Fatima", "Wei", "Lakshmi", "Omar", "Anita", "Peter", "Sunil"];
    let family = ["Rao", "Iyer", "Khan", "Smith", "Chen", "D'Souza", "Patel", "Nair", "Gupta", "Fernandes"];
    let city = ["Bengaluru", "Mumbai", "Chennai", "Pune", "Hyderabad", "Kochi", "New Delhi"];
    let mut out = Vec::with_capacity(len + 128);
    while out.len() < len {
        let (g, f) = (given[draw(11) as usize], family[draw(10) as usize]);
        let (phone, home) = (draw(4_000_000_000) + 6_000_000_000, city[draw(7) as usize]);
        let mail = format!("{}.{}{}@example.com", g.to_lowercase(), f.to_lowercase().replace('\'', ""), draw(9999));
        let (day, month, sum) = (draw(28) + 1, draw(12) + 1, draw(90_000_000));
        let line = format!("{},{g} {f},+91 {phone},{mail},{home},{day:02}/{month:02}/2024,{sum}\r\n", draw(900_000));
        out.extend(line.as_bytes());
    }
    out.truncate(len);
    out
}

/// What doesn't compress at all: hash after hash.
fn noise(len: usize, seed: u64) -> Vec<u8> {
    let blocks = (0..len.div_ceil(32) as u64).map(|i| graph::sha256(&[seed.to_le_bytes(), i.to_le_bytes()].concat()));
    blocks.flatten().take(len).collect()
}

/// The file of a blob.
fn file_of(blobs: &FsBlobs, sha: &str) -> PathBuf {
    let hash = hash_of(sha).expect("a hash");
    blobs.places(&hash).into_iter().map(|p| p.path).find(|p| p.exists()).expect("a file")
}

/// Every file below a folder.
fn all_files(root: &Path) -> Vec<PathBuf> {
    entries(root).expect("listed").iter().flat_map(|folder| entries(folder).expect("listed")).collect()
}

/// Keeps bytes as the first builds did.
fn put_old(root: &Path, bytes: &[u8]) -> String {
    let sha = graph::hex(&graph::sha256(bytes));
    let folder = root.join(&sha[..2]);
    fs::create_dir_all(&folder).expect("folder");
    fs::write(folder.join(format!("{sha}.zst")), zstd::bulk::compress(bytes, 3).expect("packed")).expect("written");
    sha
}

fn words<T: std::fmt::Debug>(result: Result<T, StoreError>) -> String {
    match result {
        Err(StoreError::Damaged(words)) => words,
        other => panic!("not noticed as damage: {other:?}"),
    }
}

#[test]
fn bytes_come_back_and_are_kept_once() {
    for (dir, blobs) in stores() {
        let a = blobs.put(b"name,phone\r\n").expect("put");
        assert_eq!(a, blobs.put(b"name,phone\r\n").expect("put again"));
        assert_eq!(a, graph::hex(&graph::sha256(b"name,phone\r\n")));
        assert_eq!(blobs.get(&a).expect("get"), b"name,phone\r\n");
        assert!(FsBlobs::new(dir.path().join("nowhere")).list().expect("nothing yet").is_empty());
        assert_eq!(blobs.get(&blobs.put(b"").expect("empty")).expect("empty"), b"");
        assert_eq!((blobs.list().expect("listed").len(), all_files(dir.path()).len()), (2, 2));
    }
}

#[test]
fn every_length_around_a_frame_comes_back() {
    for (_dir, blobs) in stores() {
        for len in [0, 1, FRAME - 1, FRAME, FRAME + 1, (1 << 20) + 12_345] {
            let bytes = csv(len, 1);
            let sha = blobs.put(&bytes).expect("put");
            assert_eq!(blobs.get(&sha).expect("get"), bytes);
            assert_eq!(blobs.len(&sha).expect("len"), len as u64);
            for (offset, n) in
                [(0, len), (len, 0), (0, 0), (len / 2, len - len / 2), (len.saturating_sub(1), len.min(1))]
            {
                assert_eq!(blobs.read_at(&sha, offset as u64, n).expect("part"), bytes[offset..offset + n]);
            }
            for (offset, n) in [(0, len + 1), (len as u64 + 1, 0), (len as u64, 1), (u64::MAX, 1), (1, usize::MAX)] {
                let said = words(blobs.read_at(&sha, offset, n));
                assert!(said.contains(&sha) && said.contains(&format!("has {len} bytes")), "{said}");
            }
        }
        assert_eq!(blobs.list().expect("listed").len(), 6);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_part_is_the_slice(
        len in prop_oneof![0..3usize, FRAME - 2..FRAME + 3, 0..3 * FRAME, (1usize << 20)..(1 << 20) + 2 * FRAME],
        dense in any::<bool>(),
        seed in any::<u64>(),
        ranges in proptest::collection::vec((0.0..=1.0f64, 0.0..=1.0f64), 8),
    ) {
        let bytes = if dense { noise(len, seed) } else { csv(len, seed) };
        for (_dir, blobs) in stores() {
            let sha = blobs.put(&bytes).expect("put");
            prop_assert_eq!(&blobs.get(&sha).expect("get"), &bytes);
            for (a, b) in &ranges {
                let offset = (len as f64 * a) as usize;
                let n = ((len - offset) as f64 * b) as usize;
                prop_assert_eq!(&blobs.read_at(&sha, offset as u64, n).expect("part"), &bytes[offset..offset + n]);
            }
        }
    }
}

#[test]
fn every_changed_byte_and_every_cut_is_noticed() {
    for (dir, blobs) in stores() {
        for bytes in [b"".as_slice(), b"name,phone\r\nAsha Rao,+91 9845012345\r\n"] {
            let sha = blobs.put(bytes).expect("put");
            let path = file_of(&blobs, &sha);
            let good = fs::read(&path).expect("read");
            let noticed = |what: &str| {
                for said in [words(blobs.get(&sha)), words(blobs.read_at(&sha, 0, bytes.len()))] {
                    assert!(said.contains(&sha), "{what}: {said}");
                }
            };
            // In place: to write thousands of files anew takes the disk half a minute.
            let mut file = fs::File::options().write(true).open(&path).expect("opened");
            let mut set = |at: usize, bytes: &[u8]| {
                file.seek(SeekFrom::Start(at as u64)).and_then(|_| file.write_all(bytes)).expect("written");
            };
            for (at, byte) in good.iter().enumerate() {
                for change in [1, 0x80, 0xff] {
                    set(at, &[byte ^ change]);
                    noticed(&format!("byte {at}"));
                }
                set(at, &[*byte]);
            }
            assert_eq!(blobs.get(&sha).expect("sound again"), bytes);
            set(good.len(), b"\0");
            noticed("one byte more");
            for len in (0..good.len()).rev() {
                fs::File::options().write(true).open(&path).and_then(|f| f.set_len(len as u64)).expect("cut");
                noticed(&format!("cut to {len}"));
            }
            // Whoever puts the bytes again gets them back: an unsound file doesn't count.
            assert_eq!(blobs.put(bytes).expect("put"), sha);
            assert_eq!(blobs.get(&sha).expect("get"), bytes);
        }
        assert!(all_files(dir.path()).len() == 2);
    }
}

#[test]
fn a_part_is_refused_when_its_frame_is_altered_and_only_then() {
    for (_dir, blobs) in stores() {
        let bytes = csv(3 * FRAME, 5);
        let sha = blobs.put(&bytes).expect("put");
        let path = file_of(&blobs, &sha);
        let mut file = fs::read(&path).expect("read");
        file[110] ^= 1; // In the first frame.
        fs::write(&path, file).expect("written");
        assert!(words(blobs.read_at(&sha, 10, 20)).contains("frame 0"));
        assert!(words(blobs.read_at(&sha, FRAME as u64 - 1, 2)).contains("frame 0"));
        assert_eq!(blobs.read_at(&sha, FRAME as u64, 9).expect("part"), bytes[FRAME..FRAME + 9]);
        words(blobs.get(&sha));
    }
}

#[test]
fn nothing_moves_between_files_or_places() {
    for (_dir, blobs) in stores() {
        // Bytes that don't compress: every frame, and both files, are stored in the same lengths.
        let (a, b) = (noise(2 * FRAME, 1), noise(2 * FRAME, 2));
        let (a, b) = (blobs.put(&a).expect("put"), blobs.put(&b).expect("put"));
        let (at, bt) = (file_of(&blobs, &a), file_of(&blobs, &b));
        let (good, other) = (fs::read(&at).expect("read"), fs::read(&bt).expect("read"));
        assert_eq!(good.len(), other.len());
        // The whole file; a frame; the table with its tags too; all but the header.
        let stored = FRAME + 10; // zstd's two headers and the bytes as they are.
        assert!(blobs.keys.is_some() || good[100 + stored..].starts_with(&[0x28, 0xb5, 0x2f, 0xfd]));
        let end = good.len();
        for range in [0..end, 100..100 + stored, 100 + stored..end, 100..end, end - 24..end, 0..100, 20..36, 36..100] {
            let mut bad = good.clone();
            bad[range.clone()].copy_from_slice(&other[range.clone()]);
            fs::write(&at, bad).expect("written");
            words(blobs.get(&a));
            words(blobs.read_at(&a, 0, 2 * FRAME));
        }
        // Two frames of one file.
        let mut bad = good.clone();
        let (first, second) = bad[100..100 + 2 * stored].split_at_mut(stored);
        first.swap_with_slice(second);
        fs::write(&at, bad).expect("written");
        words(blobs.get(&a));
        words(blobs.read_at(&a, 0, 1));
        fs::write(&at, good).expect("written");
        blobs.get(&a).expect("sound again");
    }
}

#[test]
fn what_is_not_there_or_not_a_hash_is_named() {
    for (_dir, blobs) in stores() {
        let none = "0".repeat(64);
        assert!(words(blobs.get(&none)).contains(&none));
        for name in ["00", "", "../../etc/passwd", &"A".repeat(64), &"é".repeat(32)] {
            assert!(words(blobs.get(name)).contains("isn't named by"));
            words(blobs.remove(name));
            assert!(!blobs.contains(name).expect("asked"));
        }
        blobs.remove(&none).expect("nothing to remove");
    }
}

#[test]
fn files_of_the_first_builds_are_read_and_removed() {
    for (dir, blobs) in stores() {
        let bytes = csv(3 * FRAME, 9);
        let sha = put_old(dir.path(), &bytes);
        assert_eq!(blobs.get(&sha).expect("get"), bytes);
        assert_eq!(blobs.len(&sha).expect("len"), bytes.len() as u64);
        assert_eq!(blobs.read_at(&sha, 70_000, 99).expect("part"), bytes[70_000..70_099]);
        assert!(words(blobs.read_at(&sha, 3 * FRAME as u64, 1)).contains("were asked for"));
        assert_eq!(blobs.list().expect("listed"), [sha.as_str()]);
        assert!(blobs.contains(&sha).expect("asked"));

        // Put again: a plain store leaves it, a sealed one seals it.
        assert_eq!(blobs.put(&bytes).expect("put"), sha);
        assert_eq!(blobs.get(&sha).expect("get"), bytes);
        let files = all_files(dir.path());
        assert_eq!((files.len(), name_of(&files[0]).ends_with(".zst")), (1, blobs.keys.is_none()));
        blobs.remove(&sha).expect("removed");
        assert!(all_files(dir.path()).is_empty());

        let sha = put_old(dir.path(), b"empty or small");
        fs::write(file_of(&blobs, &sha), b"other").expect("written");
        words(blobs.get(&sha));
        assert_eq!(blobs.put(b"empty or small").expect("put"), sha);
        assert_eq!(blobs.get(&sha).expect("get"), b"empty or small");
        let empty = put_old(dir.path(), b"");
        assert_eq!(blobs.get(&empty).expect("get"), b"");
    }
}

#[test]
fn what_is_removed_is_gone() {
    for (dir, blobs) in stores() {
        let (a, b) = (blobs.put(b"one").expect("put"), blobs.put(b"two").expect("put"));
        assert!(blobs.contains(&a).expect("asked"));
        blobs.remove(&a).expect("removed");
        blobs.remove(&a).expect("removed again");
        assert!(!blobs.contains(&a).expect("asked"));
        words(blobs.get(&a));
        assert_eq!(blobs.list().expect("listed"), [b]);
        assert_eq!(all_files(dir.path()).len(), 1);
    }
}

#[test]
fn a_sealed_folder_tells_nothing() {
    let [_, (dir, blobs)] = stores();
    let bytes = [b"Asha Rao,+91 9845012345,".as_slice(), &[b'x'; 300]].concat();
    let sha = blobs.put(&bytes).expect("put");
    let hash = hash_of(&sha).expect("hash");
    let path = file_of(&blobs, &sha);
    let shown = path.strip_prefix(dir.path()).expect("below").display().to_string();
    let file = fs::read(&path).expect("read");
    assert!(!shown.contains(&sha[..8]), "{shown}");
    for n in [8, 16] {
        assert!(!bytes.windows(n).chain(hash.windows(n)).any(|part| file.windows(n).any(|w| w == part)));
    }
    assert!(!file.windows(8).any(|w| sha.as_bytes().starts_with(w)));
    // A magic number or a run of zeros would show where frames and filling are.
    assert!(!file[36..].windows(4).any(|w| w == [0x28, 0xb5, 0x2f, 0xfd] || w == [0; 4]));
    assert_eq!(file.len() % 4096, 0);
    assert_eq!(blobs.list().expect("listed"), std::slice::from_ref(&sha));

    // The same content under the same key is the same file; under another key nothing is alike.
    let again = tempfile::tempdir().expect("tempdir");
    let twin = sealed(again.path());
    twin.put(&bytes).expect("put");
    assert_eq!(fs::read(file_of(&twin, &sha)).expect("read"), file);
    let other = FsBlobs::sealed(again.path().into(), BlobKey::new([8; 32]));
    other.put(&bytes).expect("put");
    let theirs = file_of(&other, &sha);
    assert_ne!(theirs.file_name(), path.file_name());
    assert_ne!(fs::read(theirs).expect("read")[100..200], file[100..200]);
}

#[test]
fn a_key_that_does_not_fit_is_said() {
    let [_, (dir, blobs)] = stores();
    let sha = blobs.put(b"name,phone").expect("put");
    assert!(blobs.key_fits().expect("asked"));

    let wrong = FsBlobs::sealed(dir.path().into(), BlobKey::new([8; 32]));
    let keyless = FsBlobs::new(dir.path().into());
    for (blobs, said) in [(&wrong, "the key doesn't fit"), (&keyless, "no key was given")] {
        assert!(!blobs.key_fits().expect("asked"));
        for words in [
            words(blobs.get(&sha)),
            words(blobs.read_at(&sha, 0, 4)),
            words(blobs.len(&sha)),
            words(blobs.list().map(drop)),
        ] {
            assert!(words.contains(said), "{words}");
        }
    }
    // A sealed file under the name that another key would give it.
    let hash = hash_of(&sha).expect("hash");
    let moved = &wrong.places(&hash)[0].path;
    fs::create_dir_all(moved.parent().expect("folder")).expect("folder");
    fs::copy(file_of(&blobs, &sha), moved).expect("copied");
    assert!(words(wrong.get(&sha)).contains("the key doesn't fit"));
}

#[test]
fn encryption_can_be_switched_on_later() {
    let dir = tempfile::tempdir().expect("tempdir");
    let plain = FsBlobs::new(dir.path().into());
    let (a, b) = (plain.put(b"before").expect("put"), plain.put(b"before too").expect("put"));
    let blobs = sealed(dir.path());
    assert!(blobs.key_fits().expect("asked"));
    let c = blobs.put(b"after").expect("put");
    assert_eq!(blobs.get(&a).expect("get"), b"before");
    assert_eq!(blobs.read_at(&b, 7, 3).expect("part"), b"too");
    let mut all = vec![a.clone(), b.clone(), c.clone()];
    all.sort();
    assert_eq!(blobs.list().expect("listed"), all);
    // Putting seals, and the plain file goes.
    blobs.put(b"before").expect("put");
    assert_eq!(blobs.list().expect("listed"), all);
    assert!(words(plain.get(&a)).contains("no key was given"));
    blobs.remove(&b).expect("removed");
    assert!(!plain.contains(&b).expect("asked"));
    // A plain file under a sealed name, and the other way round, is not taken for what it isn't.
    let (sealed_at, hash) = (file_of(&blobs, &c), hash_of(&c).expect("hash"));
    let plain_at = &plain.places(&hash)[0].path;
    fs::create_dir_all(plain_at.parent().expect("folder")).expect("folder");
    fs::copy(&sealed_at, plain_at).expect("copied");
    words(plain.get(&c));
    fs::write(&sealed_at, pack(b"after", &hash, None).expect("packed")).expect("written");
    words(blobs.get(&c));
}

#[test]
fn leftovers_are_not_listed_and_are_swept() {
    for (dir, blobs) in stores() {
        let sha = blobs.put(b"kept").expect("put");
        let folder = file_of(&blobs, &sha).parent().expect("folder").to_path_buf();
        fs::write(folder.join(".tmpAb12Cd"), b"half").expect("written");
        fs::write(folder.join("notes.zst"), b"not ours").expect("written");
        fs::write(dir.path().join("README"), b"not ours").expect("written");
        assert_eq!(blobs.list().expect("listed"), std::slice::from_ref(&sha));
        let now = SystemTime::now();
        assert_eq!(blobs.sweep(now - Duration::from_secs(3600)).expect("swept"), 0);
        assert_eq!(blobs.sweep(now + Duration::from_secs(5)).expect("swept"), 1);
        assert_eq!(blobs.get(&sha).expect("get"), b"kept");
        assert!(folder.join("notes.zst").exists());
    }
}

#[test]
fn many_threads_put_and_read_the_same() {
    for (dir, blobs) in stores() {
        let bytes = csv(2 * FRAME, 3);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let sha = blobs.put(&bytes).expect("put");
                    assert_eq!(blobs.get(&sha).expect("get"), bytes);
                });
            }
        });
        assert_eq!(all_files(dir.path()).len(), 1);
    }
}

/// Two frames, the second a short one, as this build's first files keep them.
const FROZEN: [&[u8]; 2] = [include_bytes!("testdata/frozen.blob"), include_bytes!("testdata/frozen.sealed")];

#[test]
fn files_of_this_format_stay_readable() {
    let bytes = [vec![b'a'; FRAME], b"name,phone\r\n".to_vec()].concat();
    let hash = graph::sha256(&bytes);
    for ((_dir, blobs), file) in stores().into_iter().zip(FROZEN) {
        let path = &blobs.places(&hash)[0].path;
        fs::create_dir_all(path.parent().expect("folder")).expect("folder");
        fs::write(path, file).expect("written");
        assert_eq!(blobs.list().expect("listed"), [graph::hex(&hash)]);
        assert_eq!(blobs.get(&graph::hex(&hash)).expect("get"), bytes);
        assert_eq!(blobs.read_at(&graph::hex(&hash), FRAME as u64, 4).expect("part"), b"name");
    }
    let name = "dd92a78108aa2b4854621e4eb5e04697abf4b09a6a8e7093c328730e8a66c04b";
    assert_eq!(Keys::new(&BlobKey::new(KEY)).name(&hash), name);
}

/// `cargo test --release -p velocity-store --lib speed -- --ignored --nocapture`, and paths of CSV files to compare.
#[test]
#[ignore = "a measurement, not a test"]
fn speed() {
    const SIZE: usize = 64 << 20;
    let bytes = csv(SIZE, 42);
    let segments: Vec<&[u8]> = bytes.chunks(1 << 20).collect();
    let say = |what: &str, since: Instant| {
        let mib = SIZE as f64 / f64::from(1 << 20);
        println!("{what:28} {:8.0} MiB/s", mib / since.elapsed().as_secs_f64());
    };
    let size = |root: &Path| -> u64 { all_files(root).iter().map(|p| fs::metadata(p).expect("size").len()).sum() };
    for round in 0..3 {
        println!("round {round}");
        let dir = tempfile::tempdir().expect("tempdir");
        let old = FsBlobs::new(dir.path().into());
        let since = Instant::now();
        let names: Vec<String> = segments.iter().map(|s| old_put(dir.path(), s)).collect();
        say("old put", since);
        let since = Instant::now();
        segments.iter().zip(&names).for_each(|(s, n)| assert_eq!(old_get(dir.path(), n).len(), s.len()));
        say("old get, as it was", since);
        let since = Instant::now();
        segments.iter().zip(&names).for_each(|(s, n)| assert_eq!(old.get(n).expect("get").len(), s.len()));
        say("old get, as it is now", since);
        let before = size(dir.path());
        println!("old size {before}, ratio {:.3}", SIZE as f64 / before as f64);
        for ((dir, blobs), kind) in stores().into_iter().zip(["plain", "sealed"]) {
            let since = Instant::now();
            let names: Vec<String> = segments.iter().map(|s| blobs.put(s).expect("put")).collect();
            say(&format!("{kind} put"), since);
            let since = Instant::now();
            segments.iter().zip(&names).for_each(|(s, n)| assert_eq!(blobs.get(n).expect("get").len(), s.len()));
            say(&format!("{kind} get"), since);
            let since = Instant::now();
            names.iter().cycle().take(6400).enumerate().for_each(|(i, n)| {
                assert_eq!(blobs.read_at(n, (i as u64 * 7919) % 1_000_000, 100).expect("part").len(), 100);
            });
            println!("{kind} read_at of 100 bytes: {:.1} us", since.elapsed().as_secs_f64() / 6400.0 * 1e6);
            let after = size(dir.path());
            let times = after as f64 / before as f64;
            println!("{kind} size {after}, ratio {:.3}, {times:.3} of the old", SIZE as f64 / after as f64);
            let hash = graph::sha256(segments[0]);
            let since = Instant::now();
            segments.iter().for_each(|s| assert!(pack(s, &hash, blobs.keys.as_ref()).expect("packed").len() < SIZE));
            say(&format!("{kind} packing alone"), since);
        }
        let since = Instant::now();
        segments.iter().for_each(|s| assert!(zstd::bulk::compress(s, 3).expect("packed").len() < SIZE));
        say("old packing alone", since);
        let since = Instant::now();
        segments.iter().for_each(|s| assert!(graph::sha256(s) != [0; 32]));
        say("SHA-256 alone", since);
    }
    // Where frames cost most: lines that come again further away than a frame reaches.
    let lines: Vec<&[u8]> = bytes[..SIZE / 8].split_inclusive(|b| *b == b'\n').collect();
    let repeats: Vec<u8> =
        (0..lines.len() * 2).flat_map(|i| lines[(i / 2 * 7919 + i % 2 * i * 31) % 3000]).copied().collect();
    let compare = |what: &str, bytes: &[u8]| {
        let whole: usize = bytes.chunks(1 << 20).map(|s| zstd::bulk::compress(s, 3).expect("packed").len()).sum();
        let framed: usize = bytes.chunks(1 << 20).map(|s| pack(s, &[0; 32], None).expect("packed").len()).sum();
        println!("{what}: {whole} before, {framed} now, {:.3} of the old", framed as f64 / whole as f64);
    };
    compare("repeating lines", &repeats);
    for path in std::env::args_os().filter(|a| a.to_string_lossy().ends_with(".csv")) {
        compare(&path.to_string_lossy(), &fs::read(&path).expect("read"));
    }
}

/// What `put` did before this format.
fn old_put(root: &Path, bytes: &[u8]) -> String {
    let sha = graph::hex(&graph::sha256(bytes));
    let folder = root.join(&sha[..2]);
    fs::create_dir_all(&folder).expect("folder");
    let packed = zstd::bulk::compress(bytes, 3).expect("packed");
    let mut temporary = tempfile::NamedTempFile::new_in(&folder).expect("temporary");
    temporary.write_all(&packed).expect("written");
    temporary.as_file().sync_all().expect("synced");
    temporary.persist(folder.join(format!("{sha}.zst"))).expect("renamed");
    sync_folder(&folder).expect("synced");
    sha
}

/// What `get` did before this format.
fn old_get(root: &Path, sha: &str) -> Vec<u8> {
    let packed = fs::read(root.join(&sha[..2]).join(format!("{sha}.zst"))).expect("read");
    let size = zstd::bulk::Decompressor::upper_bound(&packed).unwrap_or(512 << 20).min(512 << 20);
    let bytes = zstd::bulk::decompress(&packed, size).expect("unpacked");
    assert_eq!(graph::hex(&graph::sha256(&bytes)), sha);
    bytes
}
