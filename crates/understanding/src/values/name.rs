//! People's names as they stand in one cell: the spelling received is kept; what is no part of the name is told apart.

use super::{email, parted, phone};

/// A name cell taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The name, without honorific, in the order it is said; empty where the cell holds no name.
    pub full: String,
    /// `Mr.`, `Smt`, `Prof. Dr.` as received.
    pub prefix: Option<String>,
    /// Told only by `Last, First`.
    pub given: Option<String>,
    /// Told only by `Last, First`.
    pub family: Option<String>,
    /// A firm in brackets behind the name.
    pub company: Option<String>,
    /// An e-mail address that stands in the cell, or is all of it.
    pub email: Option<String>,
    /// A phone number, or several, that stand beside the name.
    pub phone: Option<String>,
    /// What a person should know.
    pub remark: Option<Remark>,
}

/// What is worth a look in a name cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// `Rao, Arun` is said Arun Rao.
    Turned,
    /// `Mr & Mrs Rao`: more than one person; kept as received.
    Several,
    /// `Arun Rao (agent)`: something in brackets; kept as received.
    Brackets,
    /// An e-mail address stands where a name should.
    Email,
    /// A phone number stands where a name should.
    Phone,
}

impl Remark {
    /// The kind of the issue, and what it says behind the cell's text.
    #[must_use]
    pub fn issue(self) -> (&'static str, &'static str) {
        match self {
            Self::Turned => ("name_order", "was read as family name, then given name"),
            Self::Several => ("name_several", "names more than one person; kept as received"),
            Self::Brackets => {
                ("name_brackets", "has something in brackets that may be no part of the name; kept as received")
            }
            Self::Email => ("name_email", "holds an e-mail address; it was read as one"),
            Self::Phone => ("name_phone", "is a phone number and no name"),
        }
    }
}

/// Titles before a name. Those with `false` are also names and count only with a point or before two more words.
const HONORIFICS: &[(&str, bool)] = &[
    ("mr", true),
    ("mrs", true),
    ("ms", true),
    ("miss", true),
    ("mx", true),
    ("dr", true),
    ("prof", true),
    ("professor", true),
    ("shri", true),
    ("shree", true),
    ("smt", true),
    ("shrimati", true),
    ("kumari", false),
    ("sri", false),
    ("sheikh", true),
    ("sheikha", true),
    ("shaikha", false),
    ("eng", false),
    ("engr", true),
    ("er", false),
    ("adv", true),
    ("advocate", true),
    ("ca", false),
    ("capt", true),
    ("captain", true),
    ("col", false),
    ("maj", false),
    ("lt", false),
    ("gen", false),
    ("sir", true),
    ("madam", true),
    ("h.e", true),
    ("haji", false),
    ("herr", true),
    ("frau", true),
    ("se\u{f1}or", true),
    ("se\u{f1}ora", true),
    ("sr", false),
    ("sra", true),
    ("mme", true),
    ("mlle", true),
    ("monsieur", true),
    ("madame", true),
    ("dona", false),
    ("do\u{f1}a", true),
    ("d\u{f1}a", true),
    ("dra", true),
    ("lic", false),
    ("sig", true),
    ("sigra", true),
    ("signor", true),
    ("signora", true),
    ("dott", true),
    ("dottssa", true),
    ("drssa", true),
    ("ing", false),
    ("avv", true),
    ("geom", true),
    ("arch", false),
    ("rag", false),
    ("dhr", true),
    ("mevr", true),
    ("mw", true),
    ("drs", true),
    ("ir", false),
    ("ma\u{ee}tre", true),
    ("exmo", true),
    ("exma", true),
    ("bay", false),
    ("bayan", true),
    ("say\u{131}n", true),
    ("pan", false),
    ("pani", false),
    ("\u{433}-\u{43d}", true),
    ("\u{433}-\u{436}\u{430}", true),
    ("kum", false),
    ("pt", false),
    ("pandit", false),
    ("lady", false),
    ("lord", false),
    ("dame", false),
    ("rev", true),
    ("hon", false),
    ("brig", false),
    ("cdr", true),
    ("cmdr", true),
    ("\u{62f}\u{643}\u{62a}\u{648}\u{631}", true),
    ("\u{627}\u{644}\u{62f}\u{643}\u{62a}\u{648}\u{631}", true),
    ("\u{627}\u{644}\u{645}\u{647}\u{646}\u{62f}\u{633}", true),
    ("\u{627}\u{644}\u{623}\u{633}\u{62a}\u{627}\u{630}", true),
    ("\u{936}\u{94d}\u{930}\u{940}", true),
    ("\u{936}\u{94d}\u{930}\u{940}\u{92e}\u{924}\u{940}", true),
    ("\u{627}\u{644}\u{633}\u{64a}\u{62f}", true),
    ("\u{627}\u{644}\u{633}\u{64a}\u{62f}\u{629}", true),
    ("\u{627}\u{644}\u{634}\u{64a}\u{62e}", true),
    ("hr", false),
    ("hrn", false),
    ("fr", false),
    ("fam", false),
    ("dir", false),
    ("mag", false),
    ("dipl-ing", true),
    ("\u{623}", false),
    ("\u{62f}", false),
    ("\u{645}", false),
    ("\u{627}", false),
    ("\u{623}.\u{62f}", true),
    ("\u{62f}\u{643}\u{62a}\u{648}\u{631}\u{629}", true),
    ("\u{627}\u{644}\u{62f}\u{643}\u{62a}\u{648}\u{631}\u{629}", true),
    ("\u{645}\u{647}\u{646}\u{62f}\u{633}", true),
    ("\u{645}\u{647}\u{646}\u{62f}\u{633}\u{629}", true),
    ("\u{627}\u{644}\u{645}\u{647}\u{646}\u{62f}\u{633}\u{629}", true),
    ("\u{623}\u{633}\u{62a}\u{627}\u{630}", true),
    ("\u{623}\u{633}\u{62a}\u{627}\u{630}\u{629}", true),
    ("\u{627}\u{644}\u{623}\u{633}\u{62a}\u{627}\u{630}\u{629}", true),
    ("\u{633}\u{64a}\u{62f}", false),
    ("\u{634}\u{64a}\u{62e}", false),
    ("\u{627}\u{644}\u{634}\u{64a}\u{62e}\u{629}", true),
    ("\u{627}\u{644}\u{62d}\u{627}\u{62c}", true),
    ("\u{627}\u{644}\u{62d}\u{627}\u{62c}\u{629}", true),
    ("\u{921}\u{949}", true),
    ("\u{921}\u{93e}", false),
    ("\u{936}\u{94d}\u{930}\u{940}\u{92e}\u{93e}\u{928}", true),
    ("\u{938}\u{941}\u{936}\u{94d}\u{930}\u{940}", true),
    ("\u{915}\u{941}\u{92e}\u{93e}\u{930}\u{940}", false),
    ("\u{92a}\u{902}", false),
    ("\u{92a}\u{94d}\u{930}\u{94b}", true),
];

/// Words of firms, whole and lower-cased.
const FIRM: &[&str] = &[
    "ltd",
    "limited",
    "llc",
    "llp",
    "inc",
    "pvt",
    "private",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "ag",
    "sarl",
    "sa",
    "srl",
    "fze",
    "fzco",
    "fz-llc",
    "dmcc",
    "group",
    "holdings",
    "holding",
    "realty",
    "realtors",
    "properties",
    "estate",
    "estates",
    "capital",
    "bank",
    "partners",
    "associates",
    "consultants",
    "consulting",
    "enterprises",
    "industries",
    "developers",
    "builders",
    "construction",
    "constructions",
    "trading",
    "technologies",
    "solutions",
    "services",
    "ventures",
    "sons",
    "brothers",
    "bros",
    "foundation",
    "trust",
    "hospital",
    "school",
    "university",
    "hotel",
    "homes",
    "infra",
    "interiors",
    "exports",
    "motors",
    "stores",
];

/// What stands behind a name after a comma without being its given part.
const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "md", "phd", "mba", "ca", "cfa", "cpa", "esq", "ias", "ips", "retd", "bds", "mbbs",
    "dds", "rn", "pe", "qc", "kc", "obe", "cbe", "mp", "mla",
];

pub(crate) fn is_firm(text: &str) -> bool {
    text.split([' ', ',', '.', '/']).any(|w| FIRM.contains(&w.to_lowercase().as_str()))
}

/// Takes a name cell apart. The text is cleaned already.
#[must_use]
pub fn parse(text: &str) -> Name {
    let text = text.trim();
    let kept = |remark: Option<Remark>| Name { full: text.to_owned(), remark, ..Name::default() };
    if text.contains('@')
        && let Some(address) = email::parse(text).or_else(|| email::parse(honorific(text).1))
    {
        // `Arun Rao <arun@rao.example>`: the name stands before it.
        let before = text.split_once('<').map_or("", |(b, _)| b).trim().trim_matches(['"', '\'']).trim();
        let named = if before.is_empty() || before.contains('@') { Name::default() } else { parse(before) };
        return Name { email: Some(address), remark: Some(Remark::Email), ..named };
    }
    let (titles, untitled) = honorific(text);
    let digits = untitled.chars().filter(|c| super::digits::value(*c).is_some()).count();
    if digits >= 7 && phone::looks_like(untitled) {
        return Name { remark: Some(Remark::Phone), ..Name::default() };
    }
    if let Some(both) = parted::parted(text) {
        let contact = Some(both.contact.to_owned());
        let (email, phone) = if both.is_email { (email::parse(both.contact), None) } else { (None, contact) };
        let name = parse(both.name);
        return Name { remark: name.remark.or(email.as_ref().map(|_| Remark::Email)), email, phone, ..name };
    }
    // A title may hide that a name and its number stand behind it.
    if !titles.is_empty() && parted::parted(untitled).is_some() {
        let name = parse(untitled);
        let prefix = [Some(titles.to_owned()), name.prefix].into_iter().flatten().collect::<Vec<_>>().join(" ");
        return Name { prefix: Some(prefix), ..name };
    }
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|t| t.split_once('(')) {
        let (before, inside) = (before.trim(), inside.trim());
        if before.is_empty() || inside.is_empty() || inside.contains('(') || !is_firm(inside) || is_firm(before) {
            return kept(Some(Remark::Brackets));
        }
        return Name { company: Some(inside.to_owned()), ..parse(before) };
    }
    let low = format!(" {} ", text.to_lowercase());
    let joined = [" & ", " and ", " und ", " et ", " y ", " e ", " / ", " + ", " aur ", " ve ", "mr&", "mr.&"]
        .iter()
        .any(|j| low.contains(j));
    if joined {
        return kept((!is_firm(text)).then_some(Remark::Several));
    }
    let (before, named) = honorific(text);
    let (full, given, family) = match turned(named) {
        Some((given, family)) => (format!("{given} {family}"), Some(given), Some(family)),
        None => (named.to_owned(), None, None),
    };
    // `Rao, Mr. Arun`
    let (behind, rest) = honorific(&full);
    let words = behind.split_whitespace().count();
    let given = given.map(|g| g.split_whitespace().skip(words).collect::<Vec<_>>().join(" "));
    let prefix = [before, behind].join(" ");
    let prefix = prefix.trim();
    Name {
        remark: given.as_ref().map(|_| Remark::Turned),
        full: rest.to_owned(),
        prefix: Some(prefix.to_owned()).filter(|p| !p.is_empty()),
        given: given.filter(|g| !g.is_empty()),
        family,
        ..Name::default()
    }
}

/// `Rao, Arun Kumar` as given and family name; none where the comma means something else.
fn turned(text: &str) -> Option<(String, String)> {
    let (family, given) = text.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let letters = |t: &str| {
        let words = t.split_whitespace().count();
        (1..=3).contains(&words)
            && t.chars().any(char::is_alphabetic)
            && t.chars().all(|c| {
                c.is_alphabetic()
                    || is_mark(c)
                    || matches!(c, ' ' | '.' | '\'' | '-' | '\u{2019}' | '\u{200d}' | '\u{200c}')
            })
    };
    let suffix = |t: &str| t.split_whitespace().any(|w| SUFFIXES.contains(&w.replace('.', "").to_lowercase().as_str()));
    let sound = letters(family) && letters(given) && !suffix(given) && !is_firm(family) && !is_firm(given);
    sound.then(|| (given.to_owned(), family.to_owned()))
}

/// Vowel signs of the Indian scripts and of Arabic, which Unicode does not count among the letters.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036f | 0x064b..=0x065f | 0x0900..=0x0dff)
}

/// Titles of one letter, which may be an initial: `M. Dupont` is no Michel where others of the column are called `Mme`.
const LETTERS: [(&str, &[&str]); 2] =
    [("M.", &["mme", "mlle", "mme.", "mmes"]), ("D.", &["d\u{f1}a", "d\u{f1}a.", "d\u{aa}.", "da.", "do\u{f1}a"])];

/// The letter that is a title in a column of names, as the titles of others in it show.
#[must_use]
pub fn letter<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let (mut seen, mut beside) = ([false; 2], [false; 2]);
    for name in names {
        let first = name.split_whitespace().next().unwrap_or_default();
        for (at, (letter, others)) in LETTERS.iter().enumerate() {
            let (seen, beside) = (seen.get_mut(at), beside.get_mut(at));
            if let (Some(seen), Some(beside)) = (seen, beside) {
                *seen |= first == *letter;
                *beside |= others.contains(&first.to_lowercase().as_str());
            }
        }
    }
    (0..2)
        .find(|at| seen.get(*at) == Some(&true) && beside.get(*at) == Some(&true))
        .and_then(|at| LETTERS.get(at))
        .map(|l| l.0)
}

/// The titles before a name, and the name; a title alone is a name.
#[must_use]
pub fn honorific(text: &str) -> (&str, &str) {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        // `Mr.Rao` without a space after the point.
        // `Sig.ra Conti`: points within a title.
        let whole = rest.split(char::is_whitespace).next().unwrap_or_default();
        let inner = whole.trim_end_matches('.').contains('.')
            && HONORIFICS.iter().any(|(h, _)| *h == whole.replace('.', "").to_lowercase());
        let end = match (rest.find('.').filter(|_| !inner), rest.find(char::is_whitespace)) {
            (Some(dot), space) if space.is_none_or(|s| dot < s) && !rest.starts_with("H.E") => dot + 1,
            (_, Some(space)) => space,
            _ => break,
        };
        let (word, after) = (rest.get(..end).unwrap_or_default(), rest.get(end..).unwrap_or_default());
        let name = after.trim_start();
        let bare = word.trim_end_matches('.').to_lowercase();
        let bare = if inner { bare.replace('.', "") } else { bare };
        // `Shaikha Al Muhairi` has one name behind it, which needs another before.
        let is_name = |w: &&str| !matches!(w.to_lowercase().as_str(), "al" | "el" | "bin" | "bint");
        let sure = || word.ends_with('.') || name.split_whitespace().filter(is_name).count() >= 2;
        let known = HONORIFICS.iter().any(|(h, always)| *h == bare && (*always || sure()));
        if !known || !name.chars().any(char::is_alphabetic) {
            break;
        }
        at += end + (after.len() - name.len());
    }
    (text.get(..at).unwrap_or_default().trim_end(), text.get(at..).unwrap_or_default())
}
