//! A header as words: case, accents, camel case, punctuation and compounds set aside, so that `E-Mail 1 - Value`,
//! `email_1_value` and `Email1Value` are the same.

use std::borrow::Cow;
use std::sync::LazyLock;

use contracts::EntityType;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::synonyms::Synonyms;

/// A header taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// All words in order, without numbers.
    pub words: Vec<String>,
    /// The last number in it: `Address 1 - City`.
    pub number: Option<u32>,
    /// The kind of record that a prefix names: `Deal - Title`.
    pub prefix: Option<EntityType>,
    /// The words after the prefix; all of them without one.
    pub rest: Vec<String>,
    /// The words outside parentheses, where some stand in them: `Cell (for reminders)`.
    pub outside: Option<Vec<String>>,
    /// The words before and after a mark that sets a group off: `Address: City`, `contact.name`.
    pub group: Option<(Vec<String>, Vec<String>)>,
    /// The words in parentheses.
    pub aside: Vec<String>,
    /// The words on each side of a stroke: `Firma / Praxis`.
    pub halves: Vec<Vec<String>>,
    /// Whether a sign of a currency stands in it as a word: `List $`.
    pub money: bool,
}

impl Header {
    /// All words as a phrase.
    pub fn phrase(&self) -> String {
        self.words.join(" ")
    }
}

/// Takes a header apart, slips of spelling and words without vowels put right: `Adress`, `ASGND_TO`.
pub(crate) fn header(text: &str, synonyms: &Synonyms) -> Header {
    taken_apart(text, synonyms, true)
}

/// Takes a text apart that may be no header: a name must not become a word that it is a slip away from.
pub(crate) fn as_written(text: &str, synonyms: &Synonyms) -> Header {
    taken_apart(text, synonyms, false)
}

fn taken_apart(text: &str, synonyms: &Synonyms, lenient: bool) -> Header {
    let text = without_answers(without_type(text));
    let words = |text: &str, synonyms: &Synonyms| read(text, synonyms, lenient);
    let (words_of, number) = words(without_model(text), synonyms);
    let money = text.contains(['$', '\u{20ac}', '\u{a3}', '\u{20b9}']) && !text.contains(['(', '[', '/']);
    let mut out = Header { rest: words_of.clone(), words: words_of, number, money, ..Header::default() };
    if let Some((before, rest)) = text.split_once('(')
        && let Some((within, after)) = rest.split_once(')')
    {
        out.outside = Some(words(&format!("{before} {after}"), synonyms).0).filter(|w| !w.is_empty());
        out.aside = words(within, synonyms).0;
    }
    let set_off = [": ", "::", " - ", " > ", " | ", "__", "."].iter().find_map(|s| text.split_once(s));
    if let Some((before, after)) = set_off {
        let (before, after) = (words(before, synonyms).0, words(after, synonyms).0);
        out.group = Some((before, after)).filter(|(b, a)| !b.is_empty() && !a.is_empty());
    }
    if text.contains(['/', '|']) {
        let halves = text.split(['/', '|']).map(|half| words(half, synonyms).0).filter(|w| !w.is_empty());
        out.halves = halves.take(4).collect();
    }
    for separator in [" - ", ": ", "::", "."] {
        if let Some((before, after)) = text.split_once(separator)
            && let Some(entity) = object(before.trim())
        {
            let (rest, _) = words(after, synonyms);
            if !rest.is_empty() {
                out.prefix = Some(entity);
                out.rest = rest;
            }
            break;
        }
    }
    out
}

/// `Full Name (as per passport)` says how the name is written, and asks for no passport.
fn without_model(text: &str) -> &str {
    const AS: [&str; 10] = [
        "as per ",
        "as in ",
        "as on ",
        "same as ",
        "wie im ",
        "laut ",
        "comme sur ",
        "seg\u{fa}n ",
        "conforme ",
        "come da ",
    ];
    let Some((before, aside)) = text.split_once('(') else { return text };
    let aside = aside.trim_start().to_lowercase();
    let known = AS.iter().any(|a| aside.starts_with(a)) && aside.trim_end().ends_with(')');
    if known && before.chars().any(char::is_alphabetic) { before } else { text }
}

/// `Hipoteca s/n`, `Loan (Y/N)`: the answers that a column takes say nothing of what is asked.
fn without_answers(text: &str) -> &str {
    const ANSWERS: [&str; 12] =
        ["y/n", "s/n", "j/n", "o/n", "yes/no", "si/no", "sí/no", "sì/no", "sim/não", "ja/nein", "ja/nee", "oui/non"];
    let bare = text.trim_end_matches(['?', ' ', ')', ']']);
    let cut = |answer: &str| {
        let at = bare.len().checked_sub(answer.len()).filter(|at| bare.is_char_boundary(*at))?;
        let (before, end) = bare.split_at(at);
        let kept = before.trim_end_matches([' ', '(', '[', '-', ':']);
        let apart = kept.len() < before.len() && kept.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        (apart && end.to_lowercase() == answer).then_some(kept)
    };
    ANSWERS.iter().find_map(|a| cut(a)).unwrap_or(text)
}

/// `age:int`, `owner_id:ID(Owner)`: bulk loaders of databases write the type behind the name.
fn without_type(text: &str) -> &str {
    const TYPES: [&str; 16] = [
        "int",
        "integer",
        "long",
        "float",
        "double",
        "decimal",
        "number",
        "bool",
        "boolean",
        "string",
        "str",
        "text",
        "date",
        "datetime",
        "timestamp",
        "id",
    ];
    let Some((before, after)) = text.rsplit_once(':') else { return text };
    let kind = after.split('(').next().unwrap_or_default().trim_end_matches("[]");
    let typed = !after.starts_with(' ') && TYPES.contains(&kind.to_lowercase().as_str()) && !before.contains(':');
    // `Contact:ID` is the contact's; a name in small letters with joints is a database's.
    let joined = before.len() >= 3 && before.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if typed && joined { before } else { text }
}

/// The record that an object prefix names.
fn object(word: &str) -> Option<EntityType> {
    match word.to_lowercase().as_str() {
        "deal" | "opportunity" | "trato" | "negocio" | "neg\u{f3}cio" | "gesch\u{e4}ft" | "affaire"
        | "opportunit\u{e9}" | "oportunidad" | "oportunidade" | "opportunit\u{e0}" | "trattativa"
        | "verkaufschance" => Some(EntityType::Opportunity),
        "person" | "contact" | "lead" | "client" | "customer" | "people" | "persoon" | "persona" | "pessoa"
        | "personne" | "kontakt" | "contacto" | "contato" | "contatto" | "contactpersoon" | "kunde" | "cliente"
        | "klant" => Some(EntityType::Person),
        "organization"
        | "organisation"
        | "company"
        | "account"
        | "organisatie"
        | "organizaci\u{f3}n"
        | "organiza\u{e7}\u{e3}o"
        | "organizzazione"
        | "unternehmen"
        | "empresa"
        | "entreprise"
        | "azienda"
        | "bedrijf"
        | "firma" => Some(EntityType::Account),
        "task" | "activity" | "tarea" | "tarefa" | "t\u{e2}che" | "aufgabe" | "taak" | "attivit\u{e0}"
        | "actividad" | "atividade" => Some(EntityType::Task),
        _ => None,
    }
}

/// Lower-case ASCII words and the last number.
pub(crate) fn words(text: &str, synonyms: &Synonyms) -> (Vec<String>, Option<u32>) {
    read(text, synonyms, false)
}

fn read(text: &str, synonyms: &Synonyms, lenient: bool) -> (Vec<String>, Option<u32>) {
    // Most phrases of the tables are plain: nothing of what follows changes them.
    if text.len() <= 400 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        let plain = text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        return (synonyms.join_compounds(plain, lenient), None);
    }
    // `IDs` is a plural, not camel case.
    let text: String = text.nfc().take(400).collect::<String>().replace("IDs", "Ids");
    let text = without_endings(&text);
    let mut broken = String::with_capacity(text.len() + 8);
    let chars: Vec<char> = text.chars().collect();
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|p| chars.get(p)).copied().unwrap_or(' ');
        let after = chars.get(i + 1).copied().unwrap_or(' ');
        let camel = (before.is_lowercase() && c.is_uppercase())
            || (before.is_uppercase() && c.is_uppercase() && after.is_lowercase())
            || (before.is_alphabetic() && c.is_ascii_digit())
            || (before.is_ascii_digit() && c.is_alphabetic());
        // `m2` stays one word.
        let apart = i.checked_sub(2).and_then(|p| chars.get(p)).is_none_or(|p| !p.is_alphanumeric());
        let metres = matches!(before, 'm' | 'M') && *c == '2' && apart && !after.is_alphanumeric();
        if camel && !metres {
            broken.push(' ');
        }
        // `Assistant's` is the assistant; the possessive says nothing.
        let possessive = matches!(before, '\'' | '\u{2019}') && matches!(c, 's' | 'S') && !after.is_alphanumeric();
        if possessive {
            continue;
        }
        broken.push(*c);
    }
    let mut number = None;
    let mut out: Vec<String> = Vec::new();
    // `Cell #`, `Opp. #`
    let broken = if broken.trim_end().ends_with('#') { broken.replace('#', " number") } else { broken };
    for (token, stop) in tokens(&broken) {
        let mut ascii = any_ascii::any_ascii(token).to_lowercase();
        ascii.retain(|c| c.is_ascii_alphanumeric());
        // `Observac.`: a full stop says that there is more to the word.
        if lenient
            && stop
            && let Some(whole) = synonyms.completed(&ascii)
        {
            ascii = whole;
        }
        match ascii.parse::<u32>() {
            Ok(n) => number = Some(n),
            // Words of other scripts stay in them: transliterated they are short and alike.
            Err(_) if token.chars().any(is_foreign) => out.push(token.chars().filter_map(folded).collect()),
            Err(_) if ascii.is_empty() => {}
            Err(_) => out.push(ascii),
        }
    }
    (synonyms.join_compounds(out, lenient), number)
}

/// The runs of letters and digits, each with whether a full stop follows it.
fn tokens(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split_inclusive(|c: char| !is_word(c)).filter_map(|piece| {
        let token = piece.trim_end_matches(|c: char| !is_word(c));
        (!token.is_empty()).then(|| (token, piece.ends_with('.')))
    })
}

/// `Tenant(s)`, `Kunde/in`, `assistant(e)` without the ending that stands for another number or gender, and `1º` as a word.
fn without_endings(text: &str) -> Cow<'_, str> {
    if !text.contains(['(', '/', ':', '*', '\u{b7}', '1']) {
        return Cow::Borrowed(text);
    }
    let endings = ENDINGS.as_ref().map_or(Cow::Borrowed(text), |r| r.replace_all(text, "$1"));
    match FIRST.as_ref().map(|r| r.replace(&endings, "first ")) {
        Some(Cow::Owned(first)) => Cow::Owned(first),
        _ => Cow::Owned(endings.into_owned()),
    }
}

static ENDINGS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(\p{L}{3})(?:\((?:s|es|e|n|en|in|innen|nen|a|as|o|os|r|ren|ne|se|x|i|e\)\(s)\)|[/:*\u{b7}](?:in|innen|a|o|as|os|e|es)\b)",
    )
    .ok()
});

static FIRST: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(?:^|\b)1(?:\u{ba}|\u{aa}|\u{b0}|er|\u{e8}re|ere|st)\s+").ok());

/// Letters, digits, and the vowel signs of Indian scripts, which Unicode counts as marks.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || (matches!(c, '\u{900}'..='\u{dff}') && !matches!(c, '\u{964}' | '\u{965}'))
}

/// Letters of other scripts than the Latin one.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{1dff}' | '\u{2e80}'..='\u{d7ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        && c.is_alphabetic()
}

/// Spellings that people mix: Arabic vowel signs and forms of alef, Devanagari's nukta and chandrabindu.
pub(super) fn folded(c: char) -> Option<char> {
    match c {
        '\u{64b}'..='\u{652}' | '\u{640}' | '\u{93c}' => None,
        '\u{622}' | '\u{623}' | '\u{625}' => Some('\u{627}'),
        '\u{649}' => Some('\u{64a}'),
        '\u{629}' => Some('\u{647}'),
        '\u{901}' => Some('\u{902}'),
        _ => c.to_lowercase().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_missing_vowels_of_headers_are_put_right_and_those_of_cells_are_not() {
        let synonyms = Synonyms::get();
        assert_eq!(header("Natinality", synonyms).words, ["nationality"]);
        assert_eq!(header("CUST_ADRESS", synonyms).words, header("customer address", synonyms).words);
        assert_eq!(header("BDGT", synonyms).words, ["budget"]);
        assert_eq!(as_written("Natinality", synonyms).words, ["natinality"]);
    }

    #[test]
    fn plain_phrases_are_read_as_those_in_capitals() {
        let synonyms = Synonyms::get();
        for (plain, written) in [
            ("customer full name", "Customer Full Name"),
            ("e  mail ", "E  Mail "),
            ("kundenname", "Kundenname"),
            ("natinality", "Natinality"),
            ("size in square m", "Size in Square M"),
            ("", "-"),
        ] {
            assert_eq!(header(plain, synonyms).words, header(written, synonyms).words, "{written}");
            assert_eq!(words(plain, synonyms), words(written, synonyms), "{written}");
        }
    }

    #[test]
    fn endings_in_brackets_and_ordinals_say_nothing_of_their_own() {
        let synonyms = Synonyms::get();
        for (written, plain) in [
            ("Tenant(s)", "Tenant"),
            ("K\u{e4}ufer/in", "K\u{e4}ufer"),
            ("1\u{ba} contato", "first contact"),
            ("Area(s)", "Area"),
        ] {
            assert_eq!(header(written, synonyms).words, header(plain, synonyms).words, "{written}");
        }
        assert_eq!(without_endings("Budget (in Cr)"), "Budget (in Cr)");
        assert_eq!(without_endings("Phone 1"), "Phone 1");
    }

    #[test]
    fn the_answers_that_a_column_takes_say_nothing_of_what_is_asked() {
        for (written, plain) in
            [("Hipoteca s/n", "Hipoteca"), ("Loan (Y/N)?", "Loan"), ("Finanzierung - ja/nein", "Finanzierung")]
        {
            assert_eq!(without_answers(written), plain);
        }
        // A serial number, and a street without one.
        for as_it_is in ["S/N", "C/ S/N", "Y/N", "Calle", "n/a", "éé/n"] {
            assert_eq!(without_answers(as_it_is), as_it_is);
        }
    }

    #[test]
    fn another_ending_makes_another_word_and_no_slip() {
        let synonyms = Synonyms::get();
        assert_ne!(header("Speciality", synonyms).words, header("Specialist", synonyms).words);
    }

    #[test]
    fn a_group_and_an_aside_are_told_from_the_name() {
        let found = header("Personal: First Name (as in passport)", Synonyms::get());
        assert_eq!(found.group.map(|(_, rest)| rest.starts_with(&["first".into(), "name".into()])), Some(true));
        assert!(found.aside.contains(&"passport".to_owned()));
    }
}
