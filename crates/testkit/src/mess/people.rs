//! Invented people and what is known about them. Mailboxes lie in reserved domains; numbers are drawn.

use super::value::Day;
use crate::Draw;

/// Where a person lives, which decides names, numbers and places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Market {
    India,
    Emirates,
    Saudi,
    Britain,
    America,
    Spain,
    France,
    Germany,
    Portugal,
    Brazil,
    /// Only in the later sets.
    Egypt,
    /// Only in the later sets.
    Italy,
    /// Only in the later sets.
    Netherlands,
}

/// A number as its region writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phone {
    pub cc: &'static str,
    /// Without the trunk zero.
    pub national: String,
    /// What is dialled before it inside the country.
    pub trunk: &'static str,
}

impl Phone {
    pub fn e164(&self) -> String {
        format!("+{}{}", self.cc, self.national)
    }
}

/// One invented person.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub market: Market,
    pub given: String,
    pub middle: String,
    pub family: String,
    pub spouse: String,
    pub mobile: Phone,
    pub second: Phone,
    pub landline: Phone,
    pub email: String,
    pub second_email: String,
    pub company: String,
    pub job: &'static str,
    pub street: String,
    pub locality: &'static str,
    pub city: &'static str,
    pub postcode: String,
    pub country: &'static str,
    pub born: Day,
    pub met: Day,
}

struct Names {
    given: &'static [&'static str],
    family: &'static [&'static str],
    localities: &'static [(&'static str, &'static str)],
    country: &'static str,
}

const INDIA: Names = Names {
    given: &[
        "Ashwin",
        "Bhuvan",
        "Chaitra",
        "Devyani",
        "Eshan",
        "Falguni",
        "Girish",
        "Harini",
        "Indrajit",
        "Jyotsna",
        "Kaustubh",
        "Lopa",
        "Madhura",
        "Nachiket",
        "Omkar",
        "Pallavi",
        "Raghuveer",
        "Sayali",
        "Tejal",
        "Upendra",
        "Vaishnavi",
        "Yashodhan",
        "Zubin",
        "Aparajita",
        "Bhairavi",
        "Chirantan",
    ],
    family: &[
        "Apte",
        "Bhonsle",
        "Chitnis",
        "Deshpande",
        "Eknath",
        "Fadnis",
        "Gokhale",
        "Hegde",
        "Iyengar",
        "Joshi",
        "Kelkar",
        "Lonkar",
        "Mohapatra",
        "Nadkarni",
        "Ojha",
        "Paranjape",
        "Ranganathan",
        "Subramanian",
        "Tambe",
        "Upadhyay",
        "Vaidya",
        "Wagle",
        "Yajnik",
        "Zende",
    ],
    localities: &[
        ("Kothrud", "Pune"),
        ("Baner", "Pune"),
        ("Whitefield", "Bengaluru"),
        ("Powai", "Mumbai"),
        ("Vashi", "Navi Mumbai"),
        ("Adyar", "Chennai"),
        ("Gachibowli", "Hyderabad"),
        ("Rajarhat", "Kolkata"),
    ],
    country: "India",
};
const GULF: Names = Names {
    given: &[
        "Khalifa", "Mouza", "Saif", "Shamma", "Hamdan", "Latifa", "Rashed", "Salama", "Obaid", "Hessa", "Majid",
        "Noura", "Tariq", "Rania", "Bassam", "Dalal",
    ],
    family: &[
        "Al Ketbi",
        "Al Zaabi",
        "Al Marri",
        "Al Hammadi",
        "Al Blooshi",
        "Bin Tamim",
        "Haddad",
        "Khoury",
        "Al Shehhi",
        "Al Nuaimi",
        "Saleh",
        "Barakat",
    ],
    localities: &[
        ("Jumeirah Lakes", "Dubai"),
        ("Al Reem Island", "Abu Dhabi"),
        ("Al Majaz", "Sharjah"),
        ("Mirdif", "Dubai"),
    ],
    country: "UAE",
};
const ARAB: Names = Names {
    given: &["خالد", "نورة", "فيصل", "سارة", "عبدالله", "ليلى", "ماجد", "هند", "يوسف", "ريم"],
    family: &["الحربي", "العتيبي", "الزهراني", "القحطاني", "الشمري", "الدوسري", "الغامدي", "المطيري"],
    localities: &[("العليا", "الرياض"), ("الحمراء", "جدة"), ("الشاطئ", "الدمام")],
    country: "السعودية",
};
const BRITAIN: Names = Names {
    given: &["Imogen", "Rupert", "Saoirse", "Callum", "Tamsin", "Alistair", "Bronwen", "Fergus"],
    family: &["Ashdown", "Blackwood", "Pemberton", "Thistlewood", "Quayle", "Featherstone", "O'Hanlon"],
    localities: &[("Clapham", "London"), ("Didsbury", "Manchester"), ("Clifton", "Bristol")],
    country: "United Kingdom",
};
const AMERICA: Names = Names {
    given: &["Marlowe", "Delphine", "Grady", "Tallulah", "Emmett", "Josefina", "Wendell", "Octavia"],
    family: &["Hargrove", "Delacroix", "Whitfield", "Castellano", "McAllister", "Thibodeaux", "Okafor"],
    localities: &[("Montrose", "Houston"), ("Capitol Hill", "Seattle"), ("Midtown", "Atlanta")],
    country: "USA",
};
const SPAIN: Names = Names {
    given: &["Íñigo", "Begoña", "Nuria", "Gonzalo", "Álvaro", "Rocío", "Joaquín", "Inés", "Martín", "Ángela"],
    family: &["Ibáñez Muñoz", "Peña Ríos", "Castaño Gil", "Núñez Sáez", "Ordóñez", "Vázquez Lara", "Zúñiga"],
    localities: &[("Chamberí", "Madrid"), ("Gràcia", "Barcelona"), ("Triana", "Sevilla"), ("Nervión", "Sevilla")],
    country: "España",
};
const FRANCE: Names = Names {
    given: &["Hélène", "François", "Zoé", "Loïc", "Maëlle", "Étienne", "Aurélie", "Rémi", "Gaëlle", "Benoît"],
    family: &["Lefèvre", "Bézier", "Crépin", "Noël-Duval", "Gérard", "Hébert", "Le Goff", "d'Ormesson"],
    localities: &[("Croix-Rousse", "Lyon"), ("Les Chartrons", "Bordeaux"), ("Bellecour", "Lyon")],
    country: "France",
};
const GERMANY: Names = Names {
    given: &["Björn", "Käthe", "Jürgen", "Annegret", "Sören", "Grete", "Lüder", "Wiebke", "Jörg", "Mareike"],
    family: &["Großkreutz", "Böttcher", "Schröder-Lühmann", "Kühnert", "Weiß", "Hünerfeld", "von der Aue"],
    localities: &[("Eppendorf", "Hamburg"), ("Schwabing", "München"), ("Prenzlauer Berg", "Berlin")],
    country: "Deutschland",
};
const PORTUGAL: Names = Names {
    given: &["João", "Conceição", "Inês", "Tomás", "Débora", "Simão", "Leonor", "Gonçalo", "Mafalda"],
    family: &["Magalhães", "Simões", "Falcão", "Conceição Braga", "Araújo", "Guimarães", "Brandão"],
    localities: &[("Alvalade", "Lisboa"), ("Foz do Douro", "Porto"), ("Sé", "Braga")],
    country: "Portugal",
};
const HINDI: Names = Names {
    given: &["अशोक", "सुनीता", "विकास", "मीरा", "गोविन्द", "कविता", "हरीश", "रेखा", "दिनेश", "पूनम"],
    family: &["शर्मा", "त्रिपाठी", "सक्सेना", "चौहान", "मिश्रा", "अवस्थी", "दीक्षित"],
    localities: &[("गोमती नगर", "लखनऊ"), ("सिविल लाइन्स", "कानपुर"), ("अरेरा कॉलोनी", "भोपाल")],
    country: "भारत",
};

const FIRM_A: &[&str] = &[
    "Brightwater",
    "Copperfield",
    "Palmgrove",
    "Silverline",
    "Kestrel",
    "Northwind",
    "Amberlake",
    "Stonebridge",
    "Larkspur",
    "Harborview",
];
const FIRM_B: &[&str] = &[
    "Logistics",
    "Textiles Pvt Ltd",
    "Trading LLC",
    "Consulting",
    "Foods",
    "Software",
    "Interiors",
    "Pharma",
    "& Sons",
];
const JOBS: &[&str] = &[
    "Director",
    "Sales Manager",
    "Chartered Accountant",
    "Architect",
    "Surgeon",
    "Procurement Head",
    "Partner",
    "Consultant",
];
const MAIL: &[&str] =
    &["mailhub.example", "postfach.example", "inbox.example", "example.com", "example.net", "example.org"];

fn names(market: Market, native: bool) -> &'static Names {
    match market {
        Market::India if native => &HINDI,
        Market::India => &INDIA,
        Market::Emirates => &GULF,
        Market::Saudi | Market::Egypt => &ARAB,
        Market::Britain => &BRITAIN,
        Market::America => &AMERICA,
        Market::Spain | Market::Italy => &SPAIN,
        Market::France => &FRANCE,
        Market::Germany | Market::Netherlands => &GERMANY,
        Market::Portugal | Market::Brazil => &PORTUGAL,
    }
}

fn digits(d: &mut Draw, count: usize) -> String {
    (0..count).map(|_| char::from(b'0' + d.below(10) as u8)).collect()
}

/// A mobile number; from the ranges kept for fiction where the region has them.
pub(super) fn mobile(d: &mut Draw, market: Market) -> Phone {
    let (cc, trunk, national) = match market {
        Market::India => {
            ("91", "0", format!("{}{}", d.one_of(&["98", "97", "90", "81", "70", "63", "93", "88"]), digits(d, 8)))
        }
        Market::Emirates => {
            ("971", "0", format!("{}{}", d.one_of(&["50", "52", "54", "55", "56", "58"]), digits(d, 7)))
        }
        Market::Egypt => ("20", "0", format!("1{}{}", d.one_of(&["0", "1", "2", "5"]), digits(d, 8))),
        Market::Saudi => ("966", "0", format!("{}{}", d.one_of(&["50", "53", "54", "55", "56"]), digits(d, 7))),
        Market::Britain => ("44", "0", format!("7700900{}", digits(d, 3))),
        Market::America => ("1", "", format!("{}55501{}", d.one_of(&["212", "415", "713", "206"]), digits(d, 2))),
        Market::Spain => ("34", "", format!("6{}{}", 1 + d.below(8), digits(d, 7))),
        Market::Italy => ("39", "", format!("320000{}", digits(d, 4))),
        Market::Netherlands => ("31", "0", format!("61000{}", digits(d, 4))),
        Market::France => ("33", "0", format!("63998{}", digits(d, 4))),
        Market::Germany => ("49", "0", format!("171392{}", digits(d, 4))),
        Market::Portugal => ("351", "", format!("9{}{}", d.one_of(&["1", "2", "3", "6"]), digits(d, 7))),
        Market::Brazil => ("55", "0", format!("{}9{}{}", d.one_of(&["11", "21", "31"]), 6 + d.below(4), digits(d, 7))),
    };
    Phone { cc, national, trunk }
}

fn landline(d: &mut Draw, market: Market) -> Phone {
    let (cc, trunk, national) = match market {
        Market::India => ("91", "0", format!("{}2{}", d.one_of(&["20", "22", "80", "44", "33"]), digits(d, 7))),
        Market::Emirates => ("971", "0", format!("4{}{}", d.one_of(&["33", "42", "45"]), digits(d, 5))),
        Market::Egypt => ("20", "0", format!("2{}{}", d.one_of(&["2", "3"]), digits(d, 7))),
        Market::Saudi => ("966", "0", format!("11{}{}", d.one_of(&["4", "2"]), digits(d, 6))),
        Market::Britain => ("44", "0", format!("207946{}", digits(d, 4))),
        Market::America => return mobile(d, market),
        Market::Spain => ("34", "", format!("91{}{}", 2 + d.below(7), digits(d, 6))),
        Market::Italy => ("39", "", format!("024000{}", digits(d, 4))),
        Market::Netherlands => ("31", "0", format!("204000{}", digits(d, 3))),
        Market::France => ("33", "0", format!("19900{}", digits(d, 4))),
        Market::Germany => ("49", "0", format!("3023125{}", digits(d, 3))),
        Market::Portugal => ("351", "", format!("21{}{}", 2 + d.below(7), digits(d, 6))),
        Market::Brazil => ("55", "0", format!("{}3{}", d.one_of(&["11", "21"]), digits(d, 7))),
    };
    Phone { cc, national, trunk }
}

pub(super) fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'á' | 'à' | 'ã' | 'ä' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'í' | 'ï' | 'î' | 'ì' => out.push('i'),
            'ó' | 'ö' | 'õ' | 'ò' => out.push('o'),
            'ú' | 'ü' | 'ù' => out.push('u'),
            'ñ' => out.push('n'),
            'ç' => out.push('c'),
            'ß' => out.push_str("ss"),
            _ => {}
        }
    }
    out
}

fn mailbox(d: &mut Draw, given: &str, family: &str) -> String {
    let (a, b) = (ascii(given), ascii(family));
    let local = match (a.is_empty() || b.is_empty(), d.below(4)) {
        (true, _) => format!("user{}", digits(d, 5)),
        (_, 0) => format!("{a}.{b}{}", digits(d, 2)),
        (_, 1) => format!("{b}_{}{}", &a[..1], digits(d, 3)),
        (_, 2) => format!("{a}{}", digits(d, 4)),
        _ => format!("{}{b}{}", &a[..1], digits(d, 2)),
    };
    format!("{local}@{}", d.one_of(MAIL))
}

/// Draws a person. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let names = names(market, native);
    let given = (*d.one_of(names.given)).to_owned();
    let family = (*d.one_of(names.family)).to_owned();
    let (locality, city) = *d.one_of(names.localities);
    let number = 1 + d.below(240);
    Person {
        market,
        middle: char::from(b'A' + d.below(26) as u8).to_string() + ".",
        spouse: (*d.one_of(names.given)).to_owned(),
        mobile: mobile(d, market),
        second: mobile(d, market),
        landline: landline(d, market),
        email: mailbox(d, &given, &family),
        second_email: mailbox(d, &family, &given),
        company: format!("{} {}", d.one_of(FIRM_A), d.one_of(FIRM_B)),
        job: d.word(JOBS),
        street: format!("{number} {} {}", d.one_of(FIRM_A), d.one_of(&["Road", "Lane", "Marg", "Street"])),
        locality,
        city,
        postcode: match market {
            Market::India => format!("4{}", digits(d, 5)),
            Market::Britain => format!("SW{} {}AB", 1 + d.below(9), 1 + d.below(9)),
            Market::Portugal => format!("1{}-{}", digits(d, 3), digits(d, 3)),
            _ => format!("{}{}", 1 + d.below(9), digits(d, 4)),
        },
        country: names.country,
        born: Day::drawn(d, 1950, 50),
        met: Day::drawn(d, 2021, 5),
        given,
        family,
    }
}
