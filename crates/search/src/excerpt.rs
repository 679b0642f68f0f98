//! A piece of a text with what was found in it.

use std::ops::Range;

/// A text to show, and the parts to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text; an ellipsis stands where it was cut.
    pub text: String,
    /// Parts of it in order, none overlapping, counted in UTF-16 units as JavaScript does.
    pub marks: Vec<(u32, u32)>,
}

/// Characters of a long text that are shown, and how many of them before the first mark.
const SHOWN: usize = 110;
const BEFORE: usize = 36;

impl Excerpt {
    /// All of a text.
    #[must_use]
    pub fn whole(text: &str, parts: &[Range<usize>]) -> Self {
        Self::cut(text, parts, 0..text.len())
    }

    /// A text, or of a long one what stands around the first part.
    #[must_use]
    pub fn around(text: &str, parts: &[Range<usize>]) -> Self {
        if text.chars().count() <= SHOWN {
            return Self::whole(text, parts);
        }
        let first = parts.iter().map(|p| p.start).min().unwrap_or(0);
        let before: Vec<(usize, char)> =
            text.get(..first).unwrap_or_default().char_indices().rev().take(BEFORE).collect();
        // From a word's beginning on.
        let start = if before.len() < BEFORE {
            0
        } else {
            before.iter().rev().find(|(_, c)| c.is_whitespace()).map_or(first, |(at, c)| at + c.len_utf8())
        };
        let rest = text.get(start..).unwrap_or_default();
        let end = match rest.char_indices().nth(SHOWN) {
            None => text.len(),
            Some((most, _)) => {
                let space = rest.get(..most).and_then(|shown| shown.rfind(char::is_whitespace));
                let reaches = parts.iter().filter(|p| p.start == first).map(|p| p.end).max().unwrap_or(first);
                (start + space.unwrap_or(most)).max(reaches)
            }
        };
        Self::cut(text, parts, start..end)
    }

    fn cut(text: &str, parts: &[Range<usize>], shown: Range<usize>) -> Self {
        let inner = text.get(shown.clone()).unwrap_or_default();
        let ahead = if shown.start > 0 { "\u{2026}" } else { "" };
        let behind = if shown.end < text.len() { "\u{2026}" } else { "" };
        let mut inside: Vec<Range<usize>> =
            parts.iter().filter(|p| p.start >= shown.start && p.end <= shown.end && !p.is_empty()).cloned().collect();
        inside.sort_by_key(|p| (p.start, p.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for part in inside {
            match joined.last_mut() {
                Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
                _ => joined.push(part),
            }
        }
        let units = |upto: usize| {
            let passed = text.get(shown.start..upto).unwrap_or_default().encode_utf16().count();
            u32::try_from(passed + ahead.encode_utf16().count()).unwrap_or(u32::MAX)
        };
        let marks = joined.into_iter().map(|p| (units(p.start), units(p.end))).collect();
        Self { text: format!("{ahead}{inner}{behind}").replace(['\n', '\r', '\t'], " "), marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(excerpt: &Excerpt) -> Vec<String> {
        let units: Vec<u16> = excerpt.text.encode_utf16().collect();
        let part = |(from, to): &(u32, u32)| String::from_utf16_lossy(&units[*from as usize..*to as usize]);
        excerpt.marks.iter().map(part).collect()
    }

    #[test]
    fn marks_stand_where_javascript_counts_them() {
        let text = "\u{1f600} Rina Sen";
        let at = |word: &str| text.find(word).map(|from| from..from + word.len()).expect("there");
        let excerpt = Excerpt::whole(text, &[at("Sen"), at("Rina"), at("ina")]);
        assert_eq!(marked(&excerpt), ["Rina", "Sen"]);
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = format!("{}the river view {}", "many words before ".repeat(12), "and many more behind ".repeat(12));
        let from = text.find("river").expect("there");
        let river = from..from + 5;
        let excerpt = Excerpt::around(&text, std::slice::from_ref(&river));
        assert!(excerpt.text.starts_with('\u{2026}') && excerpt.text.ends_with('\u{2026}'), "{}", excerpt.text);
        assert!(excerpt.text.chars().count() <= SHOWN + 2);
        assert_eq!(marked(&excerpt), ["river"]);
    }
}
