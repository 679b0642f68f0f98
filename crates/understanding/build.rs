//! Takes the patterns of valid numbers out of the phonenumber crate while this one is built. The crate reads its whole
//! database and every pattern of it when it is first asked for a country; a program that has them apart compiles those of
//! the countries that it meets.

use std::fmt::Write;
use std::path::PathBuf;

use phonenumber::Type;
use phonenumber::metadata::{DATABASE, Descriptor, Metadata, loader};

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

/// What tells a number's validity, as the crate takes it in.
fn plain(metadata: &Metadata) -> loader::Metadata {
    let all = metadata.descriptors();
    let of = |descriptor: &Descriptor| loader::Descriptor {
        national_number: Some(descriptor.national_number().as_str().to_owned()),
        possible_length: descriptor.possible_length().to_vec(),
        possible_local_length: descriptor.possible_local_length().to_vec(),
        example: None,
    };
    loader::Metadata {
        general: Some(of(all.general())),
        fixed_line: all.fixed_line().map(of),
        mobile: all.mobile().map(of),
        toll_free: all.toll_free().map(of),
        premium_rate: all.premium_rate().map(of),
        shared_cost: all.shared_cost().map(of),
        personal_number: all.personal_number().map(of),
        voip: all.voip().map(of),
        pager: all.pager().map(of),
        uan: all.uan().map(of),
        emergency: all.emergency().map(of),
        voicemail: all.voicemail().map(of),
        short_code: all.short_code().map(of),
        standard_rate: all.standard_rate().map(of),
        carrier: all.carrier().map(of),
        no_international: all.no_international().map(of),
        id: Some(metadata.id().to_owned()),
        country_code: Some(metadata.country_code()),
        national_prefix: metadata.national_prefix().map(str::to_owned),
        national_prefix_for_parsing: metadata.national_prefix_for_parsing().map(|r| r.as_str().to_owned()),
        national_prefix_transform_rule: metadata.national_prefix_transform_rule().map(str::to_owned),
        main_country_for_code: metadata.is_main_country_for_code(),
        leading_digits: metadata.leading_digits().map(|r| r.as_str().to_owned()),
        ..loader::Metadata::default()
    }
}

fn main() {
    const COUNTRIES: &str = "data/countries.json";
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={COUNTRIES}");
    let countries = std::fs::read_to_string(COUNTRIES).expect("the table of countries is part of the sources");
    let countries: Vec<serde_json::Value> = serde_json::from_str(&countries).expect("the table of countries is a list");
    let dials: Vec<&str> = countries.iter().filter_map(|country| country.get("dial")?.as_str()).collect();
    let mut elsewhere = String::from("&[\n");
    for code in (1..1000).filter(|code: &u16| !dials.contains(&code.to_string().as_str())) {
        let Some(there) = DATABASE.by_code(&code) else { continue };
        let there: Vec<loader::Metadata> = there.into_iter().map(plain).collect();
        let there = serde_json::to_string(&there).expect("texts and numbers can be written");
        writeln!(elsewhere, "({code}, {there:?}),").expect("a string takes what is written");
    }
    elsewhere.push(']');
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
    let folder = PathBuf::from(folder);
    std::fs::write(folder.join("numbering.rs"), out).expect("cargo's folder takes files");
    std::fs::write(folder.join("elsewhere.rs"), elsewhere).expect("cargo's folder takes files");
}
