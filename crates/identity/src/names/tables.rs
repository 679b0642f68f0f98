//! Words that stand in names and are none: titles, particles, suffixes, remarks.

/// The gender that a title tells (−1, 0, 1); none for a word that is no title.
pub fn title(word: &str) -> Option<i8> {
    Some(match word {
        "mr" | "mister" | "shri" | "shree" | "sri" | "sree" | "thiru" | "tiru" | "sir" | "lord" | "master"
        | "janab" | "sayyidi" | "haji" | "hajji" | "alhaj" | "herr" | "monsieur" | "sig" | "senor" | "shk" | "sh" => 1,
        "mrs" | "ms" | "miss" | "mme" | "madam" | "madame" | "lady" | "dame" | "smt" | "shrimati" | "srimati"
        | "kumari" | "kum" | "selvi" | "tmt" | "thirumathi" | "begum" | "bibi" | "hajja" | "sheikha" | "frau"
        | "signora" | "senora" => -1,
        "dr" | "prof" | "professor" | "er" | "eng" | "engr" | "ca" | "adv" | "advocate" | "ar" | "capt" | "captain"
        | "col" | "lt" | "ltcol" | "maj" | "major" | "gen" | "brig" | "cdr" | "cmdr" | "wg" | "sgt" | "rev" | "fr"
        | "pastor" | "hon" | "justice" | "he" | "hh" | "hrh" | "ustad" | "pandit" | "pt" | "late" | "mx" | "ji"
        | "sahib" | "saheb" | "garu" | "bhai" | "ben" | "behn" => 0,
        _ => return None,
    })
}

/// Senior 1, junior 2, third 3, fourth 4.
pub fn generation(word: &str) -> Option<u8> {
    Some(match word {
        "sr" | "snr" | "senior" => 1,
        "jr" | "jnr" | "junior" | "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        _ => return None,
    })
}

/// Degrees and the like behind a name.
pub fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "mba"
            | "phd"
            | "mbbs"
            | "mtech"
            | "btech"
            | "bsc"
            | "msc"
            | "bcom"
            | "mcom"
            | "llb"
            | "llm"
            | "cpa"
            | "cfa"
            | "fca"
            | "aca"
            | "esq"
            | "ias"
            | "ips"
            | "ifs"
            | "retd"
            | "frcs"
            | "pmp"
            | "jr"
            | "sr"
            | "ii"
            | "iii"
            | "iv"
            | "jnr"
            | "snr"
            | "junior"
            | "senior"
    )
}

/// `bin`, `bint` and their like: the gender they tell.
pub fn patronymic(word: &str) -> Option<i8> {
    Some(match word {
        "bin" | "ibn" => 1,
        "bint" | "binti" | "bte" | "binte" => -1,
        _ => return None,
    })
}

/// Words that belong to the name after them and are written or left out as it comes.
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ul"
            | "ur"
            | "ud"
            | "ad"
            | "ar"
            | "as"
            | "az"
            | "abu"
            | "abou"
            | "umm"
            | "de"
            | "da"
            | "di"
            | "do"
            | "dos"
            | "del"
            | "della"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
    )
}

/// What follows `abd al` in a name of that kind.
pub fn is_attribute(word: &str) -> bool {
    matches!(
        word,
        "rahman"
            | "rehman"
            | "rahim"
            | "raheem"
            | "aziz"
            | "azeez"
            | "karim"
            | "kareem"
            | "latif"
            | "lateef"
            | "qadir"
            | "kader"
            | "qader"
            | "khader"
            | "malik"
            | "malek"
            | "salam"
            | "hamid"
            | "hameed"
            | "majid"
            | "majeed"
            | "wahab"
            | "wahhab"
            | "razak"
            | "razzak"
            | "razzaq"
            | "razaq"
            | "ghani"
            | "gani"
            | "ghaffar"
            | "gaffar"
            | "hakim"
            | "hakeem"
            | "hafiz"
            | "hafeez"
            | "jabbar"
            | "jabar"
            | "jalil"
            | "jaleel"
            | "nasir"
            | "nasser"
            | "wahid"
            | "waheed"
            | "samad"
            | "hadi"
            | "halim"
            | "haleem"
            | "khaliq"
            | "khalik"
            | "basit"
            | "bari"
            | "rauf"
            | "raoof"
            | "rashid"
            | "salim"
            | "sattar"
            | "subhan"
            | "shakur"
            | "wadud"
            | "muttalib"
            | "moiz"
            | "quddus"
            | "qayyum"
            | "qayum"
            | "mannan"
            | "matin"
            | "mateen"
            | "mohsin"
            | "ilah"
            | "lah"
    )
}

/// What people write behind a name in their phone book.
pub fn is_remark(word: &str) -> bool {
    matches!(
        word,
        "client"
            | "clients"
            | "buyer"
            | "seller"
            | "investor"
            | "tenant"
            | "landlord"
            | "broker"
            | "agent"
            | "dealer"
            | "lead"
            | "ref"
            | "refd"
            | "reference"
            | "site"
            | "visit"
            | "visited"
            | "nri"
            | "flat"
            | "villa"
            | "plot"
            | "apartment"
            | "bhk"
            | "br"
            | "new"
            | "old"
            | "no"
            | "office"
            | "home"
            | "work"
            | "mobile"
            | "whatsapp"
            | "wa"
            | "personal"
            | "wknd"
            | "weekend"
            | "callback"
            | "vip"
            | "hot"
            | "cold"
            | "warm"
            | "dubai"
            | "uae"
            | "india"
            | "usa"
            | "uk"
            | "wife"
            | "husband"
            | "friend"
            | "neighbour"
            | "neighbor"
            | "and"
            | "family"
    )
}

/// The word without an honorific ending, and the gender that it tells: `jigneshbhai`, `heenaben`.
pub fn without_honorific_ending(word: &str) -> (&str, i8) {
    if matches!(word, "reuben" | "rueben" | "ruben") {
        return (word, 0);
    }
    for (ending, gender, stem) in [("bhai", 1, 3), ("behn", -1, 3), ("ben", -1, 4)] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= stem
        {
            return (rest, gender);
        }
    }
    (word, 0)
}
