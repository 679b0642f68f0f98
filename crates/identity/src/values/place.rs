//! Places: words of an address, postal codes, cities by every name they have, companies without their legal form.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::text::{fold_into, hash};

/// Cities with the other names they go by (renamed, short, or written together).
const CITIES: &str = "
mumbai bombay
bengaluru bangalore banglore bangaluru blr
chennai madras
hyderabad hyd
pune poona
delhi newdelhi
gurugram gurgaon
kochi cochin ernakulam
thiruvananthapuram trivandrum tvm
kolkata calcutta
ahmedabad amdavad ahmadabad
coimbatore kovai
visakhapatnam vizag vishakhapatnam
mysuru mysore
mangaluru mangalore
vadodara baroda
kozhikode calicut
thrissur trichur
kollam quilon
kannur cannanore
alappuzha alleppey
puducherry pondicherry
tiruchirappalli trichy tiruchy
varanasi banaras benares
prayagraj allahabad
shimla simla
belagavi belgaum
hubballi hubli
kalaburagi gulbarga
vijayapura bijapur
shivamogga shimoga
vijayawada bezawada
guwahati gauhati
panaji panjim
noida noidaup
dubai dxb
abudhabi auh
sharjah shj
rasalkhaimah rak
riyadh riyad
jeddah jidda jiddah
makkah mecca
kuwaitcity kuwait
manama bahrain
newyork nyc newyorkcity
newjersey nj
losangeles la
sanfrancisco sf
sanjose sanjoseca
london ldn
";

/// Appends a city's common name, folded and written together; nothing for an empty text.
pub fn city_into(text: &str, out: &mut String) {
    let start = out.len();
    fold_into(text.split([',', '(', '/']).next().unwrap_or(text), out);
    let mut word: String = out.split_off(start);
    word.retain(|c| c.is_ascii_alphanumeric());
    out.push_str(canonical(&word).unwrap_or(&word));
}

fn canonical(word: &str) -> Option<&'static str> {
    static NAMES: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = CITIES.lines().filter_map(|line| line.split_once(' '));
        lines.flat_map(|(first, rest)| rest.split_whitespace().map(move |other| (other, first))).collect()
    });
    names.get(word).copied()
}

/// Words of an address that say what kind of thing follows, not which: left out.
const GENERIC: &str = "
flat no apt apartment apartments apts unit house hno door dno bldg building tower towers residency residences
residence floor fl the of near opp opposite behind next to and at post po box plot villa room suite ste office shop
india uae society chs complex f h d
";

/// Words that have short forms: the one way to write each, then the others.
const SPELLINGS: &str = "
road rd
street str
cross crs
avenue ave av
nagar ngr nagr
sector sec
west w
east e
north n
south s
block blk
phase ph
lane ln
drive dr
circuit cct crct
crescent cres
place pl
court ct
close cl
parade pde
terrace tce
highway hwy
mount mt
extension extn ext
layout lyt
";

/// The one way to write a word of an address; empty for one that is left out, none for most, which have one way.
fn written(word: &str) -> Option<&'static str> {
    static WORDS: OnceLock<FxHashMap<u64, &'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let short = SPELLINGS.lines().filter_map(|line| line.split_once(' '));
        let short = short.flat_map(|(whole, rest)| rest.split(' ').map(move |short| (short, whole)));
        let left_out = GENERIC.split_whitespace().map(|word| (word, ""));
        short.chain(left_out).map(|(word, way)| (hash(word.as_bytes()), way)).collect()
    });
    words.get(&hash(word.as_bytes())).copied()
}

/// Hands over the words of an address: folded, spelled out, without generic ones. Numbers carry their mark.
pub fn address_words(text: &str, scratch: &mut String, mut take: impl FnMut(&str, bool)) {
    scratch.clear();
    fold_into(text, scratch);
    for word in scratch.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        let number = word.bytes().any(|b| b.is_ascii_digit());
        let word = if number { word.trim_start_matches('0') } else { written(word).unwrap_or(word) };
        if !word.is_empty() {
            take(word, number);
        }
    }
}

/// Appends a postal code: letters and digits, upper case does not matter.
pub fn postal_into(text: &str, out: &mut String) {
    let text = text.trim();
    // A spreadsheet may have made a number of it.
    let text = text.strip_suffix(".0").unwrap_or(text);
    out.extend(text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
}

/// Whether a word of a company's name is its legal form or says no more than one.
fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "pvt"
            | "private"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "inc"
            | "incorporated"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "fze"
            | "fzco"
            | "fzc"
            | "fz"
            | "dmcc"
            | "gmbh"
            | "ag"
            | "sa"
            | "sarl"
            | "bv"
            | "nv"
            | "plc"
            | "pte"
            | "pty"
            | "sdn"
            | "bhd"
            | "wll"
            | "est"
            | "establishment"
            | "group"
            | "india"
            | "uae"
            | "the"
            | "and"
            | "opc"
            | "kg"
            | "spa"
            | "srl"
            | "holding"
            | "holdings"
            | "l"
            | "c"
    )
}

/// Hands over the words that name a company.
pub fn company_words(text: &str, scratch: &mut String, mut take: impl FnMut(&str)) {
    scratch.clear();
    fold_into(text, scratch);
    let words = || scratch.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let named = words().any(|w| !is_legal_form(w));
    words().filter(|w| !named || !is_legal_form(w)).for_each(&mut take);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_have_one_name() {
        let city = |text: &str| {
            let mut out = String::new();
            city_into(text, &mut out);
            out
        };
        assert_eq!(city("New Delhi"), city("delhi"));
        assert_eq!(city("Bangalore"), "bengaluru");
        assert_eq!(city("Pune, Maharashtra"), "pune");
        assert_eq!(city(" "), "");
    }

    #[test]
    fn addresses_and_companies_are_what_names_them() {
        let mut words = Vec::new();
        address_words("Flat No. 007, Lotus Apts, MG Rd", &mut String::new(), |w, n| words.push((w.to_owned(), n)));
        let expected = [("7", true), ("lotus", false), ("mg", false), ("road", false)];
        assert_eq!(words, expected.map(|(w, n)| (w.to_owned(), n)));
        let mut company = Vec::new();
        company_words("The Zenith Traders Pvt. Ltd.", &mut String::new(), |w| company.push(w.to_owned()));
        assert_eq!(company, ["zenith", "traders"]);
    }
}
