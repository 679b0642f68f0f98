//! Messages as WhatsApp copies and exports them: `[12/03/24, 10:15] Rina Sen: …`, `12/03/2024, 10:15 - Rina Sen: …`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Person, number};

/// The moment before a message, in brackets or before a dash, in either order of day and time.
static HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}";
    let time = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u{202f}\u{a0}]?[AaPp]\.?[Mm]\.?)?";
    let moment = format!(r"(?:{day},?[\s\u{{202f}}\u{{a0}}]{{1,2}}{time}|{time},?[\s\u{{a0}}]{{1,2}}{day})");
    Regex::new(&format!(r"^(?:\[{moment}\]\s*|{moment}\s+[-\u{{2013}}]\s+)(.*)$")).ok()
});
/// What a sender's name is at most; longer is a sentence with a colon.
const LONGEST_NAME: usize = 60;

/// Who wrote, in the order of their first words; none where the text is no such talk.
pub(super) fn read(lines: &[&str], regions: &[String]) -> Option<Vec<Person>> {
    let head = HEAD.as_ref()?;
    let mut people: Vec<(String, Person)> = Vec::new();
    let mut begun = false;
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim().trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}']);
        let Some(rest) = head.captures(bare).and_then(|c| c.get(1)) else {
            // What comes before the first message is no part of a talk.
            if !begun && !bare.is_empty() {
                return None;
            }
            continue;
        };
        begun = true;
        let Some(sender) = sender(rest.as_str()) else { continue };
        if people.iter().any(|(name, _)| name == sender) {
            continue;
        }
        let mut person = Person { snippet: lines.join("\n").trim().to_owned(), ..Person::default() };
        match number(sender, regions) {
            Some(number) => person.add("phone", number.text, (line, at), number.certainty),
            None if sender.chars().any(char::is_alphabetic) => person.add("full_name", sender, (line, at), 0.8),
            None => {}
        }
        people.push((sender.to_owned(), person));
    }
    begun.then(|| people.into_iter().map(|(_, person)| person).collect())
}

/// Who wrote a message; none for what the program itself says.
fn sender(rest: &str) -> Option<&str> {
    let (name, _) = rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")))?;
    let marks = ['~', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202c}', '\u{202f}', '\u{a0}', ' '];
    let name = name.trim_matches(marks);
    (!name.is_empty() && name.chars().count() <= LONGEST_NAME).then_some(name)
}
