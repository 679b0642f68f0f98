//! Takes the patterns of valid numbers out of the phonenumber crate while this one is built. The crate reads its whole
//! database and every pattern of it when it is first asked for a country; a program that has them apart compiles those of
//! the countries that it meets.

use std::fmt::Write;
use std::path::PathBuf;

use phonenumber::Type;
use phonenumber::metadata::{DATABASE, Descriptor};

const OTHERS: [Type; 8] = [
    Type::FixedLine,
    Type::TollFree,
    Type::PremiumRate,
    Type::SharedCost,
    Type::PersonalNumber,
    Type::Voip,
    Type::Pager,
    Type::Uan,
];

fn digits(descriptor: &Descriptor) -> String {
    let (pattern, lengths) = (descriptor.national_number().as_str().to_owned(), descriptor.possible_length());
    format!("Digits {{ pattern: {pattern:?}, lengths: &{lengths:?} }}")
}

fn main() {
    const COUNTRIES: &str = "data/countries.json";
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={COUNTRIES}");
    let countries = std::fs::read_to_string(COUNTRIES).expect("the table of countries is part of the sources");
    let countries: Vec<serde_json::Value> = serde_json::from_str(&countries).expect("the table of countries is a list");
    let mut out = String::from("&[\n");
    for code in countries.iter().filter_map(|country| country.get("code")?.as_str()) {
        let Some(metadata) = DATABASE.by_id(code) else { continue };
        let descriptors = metadata.descriptors();
        let others: Vec<String> = OTHERS.into_iter().filter_map(|kind| descriptors.get(kind)).map(digits).collect();
        let mobile = descriptors.get(Type::Mobile).map(digits);
        let general = descriptors.general();
        let mut usual: Vec<u16> = Vec::new();
        for descriptor in [Type::FixedLine, Type::Mobile].into_iter().filter_map(|kind| descriptors.get(kind)) {
            // A kind that names no lengths has those of all numbers.
            let own = descriptor.possible_length();
            usual.extend(if own.is_empty() { general.possible_length() } else { own });
        }
        let line = writeln!(
            out,
            "({code:?}, Numbering {{ trunk: {:?}, general: {}, mobile: {}, others: &[{}], usual_lengths: &{usual:?} }}),",
            metadata.national_prefix(),
            digits(general),
            mobile.map_or_else(|| "None".into(), |mobile| format!("Some({mobile})")),
            others.join(", "),
        );
        line.expect("a string takes what is written");
    }
    out.push(']');
    let folder = std::env::var_os("OUT_DIR").expect("cargo names a folder");
    std::fs::write(PathBuf::from(folder).join("numbering.rs"), out).expect("cargo's folder takes files");
}
