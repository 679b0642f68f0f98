//! The words that stand beside a number and name its kind, in the languages that files come in.

use crate::values::digits;

/// What a text says before and after its number: `98300 12345 (M)`, `Office: 033 2465 1000`. Words that say only
/// "telephone" give no label.
#[must_use]
pub fn labelled(text: &str) -> (&str, Option<&'static str>) {
    let mut text = text.trim();
    let mut found = None;
    // `M: 98300 12345 (WhatsApp)`: the word before the number is its kind.
    for _ in 0..3 {
        if !text.bytes().any(|b| b.is_ascii_alphabetic() || !b.is_ascii()) {
            break;
        }
        let Some((rest, label)) = behind(text).or_else(|| ahead(text)) else { break };
        text = rest;
        found = Some(label).filter(|l| !l.is_empty()).or(found);
    }
    (text, found)
}

/// A label after the number, in brackets or behind a space.
fn behind(text: &str) -> Option<(&str, &'static str)> {
    if let Some(open) = text.rfind(['(', '[']).filter(|_| text.ends_with([')', ']'])) {
        let word = text.get(open + 1..text.len() - 1).unwrap_or_default();
        if let Some(label) = label(word) {
            return Some((text.get(..open).unwrap_or_default().trim_end(), label));
        }
    }
    let (before, word) = text.rsplit_once([' ', '-'])?;
    let label = label(word).filter(|_| before.bytes().any(|b| b.is_ascii_digit()))?;
    Some((before.trim_end_matches([' ', '-']), label))
}

/// A label before the number.
fn ahead(text: &str) -> Option<(&str, &'static str)> {
    let start = text.find(|c: char| digits::value(c).is_some() || matches!(c, '+' | '\u{ff0b}'))?;
    // A bracket that opens the number belongs to it.
    let start = if text.get(..start).is_some_and(|t| t.ends_with('(')) { start - 1 } else { start };
    let word = text.get(..start).unwrap_or_default();
    if word.trim().is_empty() || word.trim().eq_ignore_ascii_case("tel:") {
        return None;
    }
    let label = label(word.trim_matches(['(', '[']))?;
    Some((text.get(start..).unwrap_or_default().trim_start(), label))
}

/// The kind that a word beside a number names; empty for words that say only "telephone".
pub(crate) fn label(word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &[&str])] = &[
        (
            "mobile",
            &[
                "m",
                "mob",
                "mobile",
                "mobile no",
                "mob no",
                "mobile number",
                "cell",
                "cell no",
                "cellphone",
                "c",
                "handy",
                "mobil",
                "portable",
                "port",
                "gsm",
                "m\u{f3}vil",
                "movil",
                "celular",
                "cel",
                "telem\u{f3}vel",
                "मोबाइल",
                "मो",
                "جوال",
                "موبايل",
                "متحرك",
            ],
        ),
        (
            "work",
            &[
                "o",
                "off",
                "office",
                "office no",
                "w",
                "work",
                "b",
                "business",
                "direct",
                "b\u{fc}ro",
                "buero",
                "arbeit",
                "gesch\u{e4}ftlich",
                "bureau",
                "pro",
                "trabajo",
                "oficina",
                "trabalho",
                "escrit\u{f3}rio",
                "कार्यालय",
                "مكتب",
                "عمل",
            ],
        ),
        (
            "home",
            &[
                "r",
                "res",
                "resi",
                "residence",
                "h",
                "home",
                "privat",
                "festnetz",
                "domicile",
                "fixe",
                "dom",
                "casa",
                "घर",
                "منزل",
            ],
        ),
        ("fax", &["f", "fax", "telefax", "फैक्स", "فاكس"]),
        ("whatsapp", &["wa", "whatsapp", "whatsapp no", "whatsapp only", "whats app", "واتساب", "واتس اب", "व्हाट्सएप"]),
        (
            "",
            &[
                "t",
                "tel",
                "tel no",
                "telephone",
                "ph",
                "ph no",
                "phone",
                "phone no",
                "p",
                "call",
                "no",
                "contact",
                "contact no",
                "main",
                "primary",
                "preferred",
                "alt",
                "alternate",
                "t\u{e9}l",
                "t\u{e9}l\u{e9}phone",
                "telefon",
                "tel\u{e9}fono",
                "telefono",
                "telefone",
                "fon",
                "फोन",
                "फ़ोन",
                "दूरभाष",
                "هاتف",
                "تلفون",
            ],
        ),
    ];
    if word.len() > 40 {
        return None;
    }
    let low = word.to_lowercase().replace(['.', ':', '=', '-'], " ");
    let low = low.split_whitespace().collect::<Vec<_>>().join(" ");
    WORDS.iter().find(|(_, words)| words.contains(&low.as_str())).map(|(label, _)| *label)
}
