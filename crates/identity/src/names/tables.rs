//! Words that stand in names and are none: titles, particles, suffixes, remarks.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::text::hash;

/// What a word says that is in one of the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The gender that a title tells (−1, 0, 1); none for a word that is no title.
    pub title: Option<i8>,
    /// Senior 1, junior 2, third 3, fourth 4.
    pub generation: Option<u8>,
    /// The gender that `bin`, `bint` and their like tell.
    pub patronymic: Option<i8>,
    /// Degrees and the like behind a name.
    pub suffix: bool,
    /// What people write behind a name in their phone book.
    pub remark: bool,
    /// Belongs to the name after it and is written or left out as it comes.
    pub particle: bool,
    /// Follows `abd al` in a name of that kind.
    pub attribute: bool,
}

const MALE: &str = "
mr mister shri shree sri sree thiru tiru sir lord master janab sayyidi haji hajji alhaj herr monsieur sig senor shk sh
";
const FEMALE: &str = "
mrs ms miss mme madam madame lady dame smt shrimati srimati kumari kum selvi tmt thirumathi begum bibi hajja sheikha
frau signora senora
";
const TITLES: &str = "
dr prof professor er eng engr ca adv advocate ar capt captain col lt ltcol maj major gen brig cdr cmdr wg sgt rev fr
pastor hon justice he hh hrh ustad pandit pt late mx ji sahib saheb garu bhai ben behn
";
const GENERATIONS: [&str; 4] = ["sr snr senior", "jr jnr junior ii", "iii", "iv"];
const SUFFIXES: &str = "
mba phd mbbs mtech btech bsc msc bcom mcom llb llm cpa cfa fca aca esq ias ips ifs retd frcs pmp jr sr ii iii iv jnr
snr junior senior
";
const SONS: &str = "bin ibn";
const DAUGHTERS: &str = "bint binti bte binte";
const PARTICLES: &str = "
al el ul ur ud ad ar as az abu abou umm de da di do dos del della du la le van von der den ter ten
";
const ATTRIBUTES: &str = "
rahman rehman rahim raheem aziz azeez karim kareem latif lateef qadir kader qader khader malik malek salam hamid
hameed majid majeed wahab wahhab razak razzak razzaq razaq ghani gani ghaffar gaffar hakim hakeem hafiz hafeez jabbar
jabar jalil jaleel nasir nasser wahid waheed samad hadi halim haleem khaliq khalik basit bari rauf raoof rashid salim
sattar subhan shakur wadud muttalib moiz quddus qayyum qayum mannan matin mateen mohsin ilah lah
";
const REMARKS: &str = "
client clients buyer seller investor tenant landlord broker agent dealer lead ref refd reference site visit visited
nri flat villa plot apartment bhk br new old no office home work mobile whatsapp wa personal wknd weekend callback vip
hot cold warm dubai uae india usa uk wife husband friend neighbour neighbor and family
";

/// What a folded word says; none for most, which are names. Asked once for every word of every name.
pub fn said(word: &str) -> Option<&'static Said> {
    static WORDS: OnceLock<FxHashMap<u64, Said>> = OnceLock::new();
    WORDS.get_or_init(all).get(&hash(word.as_bytes()))
}

fn all() -> FxHashMap<u64, Said> {
    let mut out: FxHashMap<u64, Said> = FxHashMap::default();
    let mut each = |list: &str, set: &dyn Fn(&mut Said)| {
        list.split_whitespace().for_each(|word| set(out.entry(hash(word.as_bytes())).or_default()));
    };
    each(MALE, &|said| said.title = Some(1));
    each(FEMALE, &|said| said.title = Some(-1));
    each(TITLES, &|said| said.title = Some(0));
    for (list, generation) in GENERATIONS.iter().zip(1..) {
        each(list, &|said| said.generation = Some(generation));
    }
    each(SONS, &|said| said.patronymic = Some(1));
    each(DAUGHTERS, &|said| said.patronymic = Some(-1));
    each(SUFFIXES, &|said| said.suffix = true);
    each(PARTICLES, &|said| said.particle = true);
    each(ATTRIBUTES, &|said| said.attribute = true);
    each(REMARKS, &|said| said.remark = true);
    out
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
