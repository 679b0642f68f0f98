//! Rust sources with everything blanked that does not run in the product: comments, texts, and test modules.
//!
//! Not a parser: enough of the lexer to know where a comment or a text ends. Line numbers stay as they were.

/// The code of a source file, with comments, texts and items under `#[cfg(test)]` replaced by spaces.
pub fn code(text: &str) -> String {
    blank_tests(&blank_comments_and_texts(text))
}

/// The names of modules declared as `#[cfg(test)] mod NAME;`, whose files are tests.
pub fn test_modules(text: &str) -> Vec<String> {
    let code = blank_comments_and_texts(text);
    let declared = code.match_indices(CFG_TEST).filter_map(|(start, _)| {
        let item = code[start + CFG_TEST.len()..].trim_start();
        let name = item.strip_prefix("mod ").or_else(|| item.strip_prefix("pub(crate) mod "))?;
        let (name, rest) = name.split_at(name.find(|c: char| !c.is_alphanumeric() && c != '_')?);
        rest.trim_start().starts_with(';').then(|| name.to_owned())
    });
    declared.collect()
}

const CFG_TEST: &str = "#[cfg(test)]";

fn blank_comments_and_texts(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => block_comment_end(bytes, at),
            b'"' => text_end(bytes, at),
            b'r' | b'b' | b'c' if !continues_a_word(bytes, at) => match raw_text_end(bytes, at) {
                Some(end) => end,
                None => {
                    at += 1;
                    continue;
                }
            },
            b'\'' => match character_end(bytes, at) {
                Some(end) => end,
                None => {
                    // A lifetime.
                    at += 1;
                    continue;
                }
            },
            _ => {
                at += 1;
                continue;
            }
        };
        blank(&mut out[at..end]);
        at = end;
    }
    String::from_utf8(out).unwrap_or_default()
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

fn continues_a_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

fn block_comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_usize);
    while at < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => (at, depth) = (at + 2, depth + 1),
            Some(b"*/") if depth == 1 => return at + 2,
            Some(b"*/") => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
    }
    bytes.len()
}

fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The end of `r"…"`, `r#"…"#`, `br"…"`, `cr#"…"#` and the like; nothing when this is some other word.
fn raw_text_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    if matches!(bytes[at], b'b' | b'c') {
        at += 1;
    }
    if bytes.get(at) != Some(&b'r') {
        return None;
    }
    at += 1;
    let hashes = bytes[at..].iter().take_while(|byte| **byte == b'#').count();
    at += hashes;
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let closing: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    let body = &bytes[at + 1..];
    let length = body.windows(closing.len()).position(|window| window == closing);
    Some(length.map_or(bytes.len(), |length| at + 1 + length + closing.len()))
}

/// The end of `'x'` or `'\n'`; nothing when the quote opens a lifetime.
fn character_end(bytes: &[u8], start: usize) -> Option<usize> {
    if bytes.get(start + 1) == Some(&b'\\') {
        let closing = bytes[start + 3..].iter().position(|byte| *byte == b'\'')?;
        return Some(start + 3 + closing + 1);
    }
    // One character of up to four bytes.
    let closing = (start + 2..=start + 5).find(|at| bytes.get(*at) == Some(&b'\''))?;
    let inside = std::str::from_utf8(&bytes[start + 1..closing]).ok()?;
    (inside.chars().count() == 1).then_some(closing + 1)
}

/// Blanks each item that follows `#[cfg(test)]`: to its closing brace, or to its semicolon.
fn blank_tests(code: &str) -> String {
    let mut out = code.as_bytes().to_vec();
    for (start, _) in code.match_indices(CFG_TEST) {
        let bytes = code.as_bytes();
        let mut depth = 0_usize;
        let mut end = bytes.len();
        for (at, byte) in bytes.iter().enumerate().skip(start + CFG_TEST.len()) {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && *byte == b'}' {
                        end = at + 1;
                        break;
                    }
                }
                b';' if depth == 0 => {
                    end = at + 1;
                    break;
                }
                _ => {}
            }
        }
        blank(&mut out[start..end]);
    }
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_blank_and_lines_stay() {
        let text =
            "// std::fs\nlet a = \"std::\\\"fs\"; /* std /* x */ fs */ let b = r#\"std::\"fs\"#;\nlet c = 'x';\n";
        let code = code(text);
        assert!(!code.contains("std"), "{code}");
        assert!(!code.contains("fs"), "{code}");
        assert_eq!(code.lines().count(), text.lines().count());
        assert!(code.contains("let b =") && code.contains("let c ="), "{code}");
    }

    #[test]
    fn lifetimes_open_no_text() {
        let text = "fn a<'a>(x: &'a str) -> char { '\"' }\nstd::fs::read(x);\nlet q = '\\'';\nkeep();";
        let code = code(text);
        assert!(code.contains("std::fs::read") && code.contains("keep();"), "{code}");
    }

    #[test]
    fn test_items_are_blank_and_the_rest_is_not() {
        let text = "a();\n#[cfg(test)]\nmod tests { fn b() { c(); } }\nd();\n#[cfg(test)]\nuse e;\nf();\n";
        let code = code(text);
        for (name, stays) in [("a()", true), ("c()", false), ("d()", true), ("use e", false), ("f()", true)] {
            assert_eq!(code.contains(name), stays, "{name} in {code}");
        }
    }

    #[test]
    fn files_of_test_modules_are_known() {
        assert_eq!(test_modules("#[cfg(test)]\nmod tests;\nmod other;\n#[cfg(test)] mod inline { }"), ["tests"]);
    }
}
