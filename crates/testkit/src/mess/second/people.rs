//! The people of the second set: other names than those of the shapes that the importer is tuned on. Numbers lie in ranges
//! kept for fiction, or are obviously invented (three noughts in a row); mailboxes lie in reserved domains.

use super::super::people::{Market, Person, Phone};
use super::super::value::Day;
use crate::Draw;

/// Given names, family names, `quarter, town`, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Abhirup|Barnali|Debjani|Gurpreet|Harsimran|Ishaan|Kritika|Lalit|Manjunath|Neelanjana|Parminder|Ritwik|Shubhangi|\
     Sandeep|Tanushree|Utkarsh|Vasudha|Zoya|Ayesha|Farhan|Lakshmi|Murali|Reshmi|Anirban|Prasenjit|Karthik",
    "Banerjee|Chatterjee|Dhillon|Ghosh|Kapoor|Khanna|Mukherjee|Oberoi|Pillai|Qureshi|Reddy|Sengupta|Thakkar|Verma|\
     Wadhwa|Bhattacharya|Narang|Poddar|Saraogi|Lodha|Menon|Shetty|Agarwal|Bose|Krishnan",
    "Ballygunge, Kolkata|New Town, Kolkata|Sector 54, Gurugram|DLF Phase 5, Gurugram|Indiranagar, Bengaluru|\
     Bandra West, Mumbai|Lower Parel, Mumbai|Jubilee Hills, Hyderabad|Anna Nagar, Chennai",
    "India",
);
const GULF: Names = (
    "Sultan|Maitha|Yousef|Alia|Faisal|Mahra|Karim|Nadine|Hadi|Lina|Samer|Dima|Omar|Reem",
    "Al Suwaidi|Al Mazrouei|Al Falasi|Nasser|Karam|Sabbagh|Al Dhaheri|Hamadeh|Zaher|Al Awadhi",
    "Dubai Marina, Dubai|Business Bay, Dubai|Palm Jumeirah, Dubai|Saadiyat Island, Abu Dhabi|Yas Island, Abu Dhabi",
    "United Arab Emirates",
);
const EGYPT: Names = (
    "أحمد|منى|كريم|هبة|طارق|دينا|شريف|نهى|حسام|مروة",
    "المصري|السيد|عبد الحميد|الشافعي|منصور|زكي|فؤاد|البدري",
    "التجمع الخامس, القاهرة|الشيخ زايد, الجيزة|مدينة نصر, القاهرة|سموحة, الإسكندرية",
    "مصر",
);
const SAUDI: Names = (
    "بندر|أمل|تركي|لطيفة|سعود|مها|نايف|العنود",
    "الرشيد|السبيعي|العنزي|الحازمي|الفيفي|البقمي",
    "حطين, الرياض|الملقا, الرياض|الروضة, جدة",
    "السعودية",
);
const BRITAIN: Names = (
    "Beatrix|Cedric|Eilidh|Gareth|Harriet|Jocelyn|Lachlan|Nerys|Oswin|Philippa",
    "Hawthorne|Kingsley-Bright|MacAskill|Prothero|Sidebottom|Trelawney|Underhill|Wycherley",
    "Islington, London|Jesmond, Newcastle|Headingley, Leeds|Morningside, Edinburgh",
    "UK",
);
const AMERICA: Names = (
    "Bettina|Clayton|Desiree|Ezekiel|Francine|Harlan|Ingrid|Jarvis|Loretta|Quincy",
    "Abernathy|Boudreaux|Cisneros|Dempsey|Eastwick|Fitzgibbon|Goldfarb|Huang|Villanueva",
    "Brickell, Miami|Hyde Park, Austin|Park Slope, Brooklyn|Wicker Park, Chicago",
    "United States",
);
const SPAIN: Names = (
    "Almudena|Borja|Concepción|Eduardo|Fermín|Lucía|Ramón|Sofía|Óscar|Verónica",
    "Aguirre Sanz|Domínguez|Echeverría|Giménez Roca|Jiménez|Pérez Luján|Quiñones|Suárez",
    "Salamanca, Madrid|Ruzafa, Valencia|El Ejido, Málaga|Eixample, Barcelona",
    "España",
);
const FRANCE: Names = (
    "Agnès|Clément|Édouard|Geneviève|Hugues|Léa|Mathéo|Noémie|Stéphane|Valérie",
    "Bénard|Château|de La Tour|Fréchette|Girard-Péan|Lemoine|Périer|Rousseau",
    "Montmartre, Paris|La Part-Dieu, Lyon|Vieux-Port, Marseille|Capitole, Toulouse",
    "France",
);
const GERMANY: Names = (
    "Anneliese|Dietmar|Friederike|Günther|Heike|Jochen|Käte|Lothar|Rüdiger|Ulrike",
    "Ackermann|Brückner|Dörfler|Eßer|Götz|Hagenbuch|Möllendorf|Strauß|von Rabenau",
    "Bornheim, Frankfurt|Sachsenhausen, Frankfurt|Südstadt, Köln|Bilk, Düsseldorf",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Afonso|Beatriz|Cláudia|Duarte|Estêvão|Filipa|Matilde|Nuno|Rúben|Salomé",
    "Almeida|Bragança|Cordeiro|Esteves|Figueiredo|Mourão|Pessanha|Vasconcelos",
    "Chiado, Lisboa|Boavista, Porto|Parque das Nações, Lisboa|Baixa, Coimbra",
    "Portugal",
);
const BRAZIL: Names = (
    "Adriana|Caio|Fabrício|Jéssica|Luciana|Márcio|Patrícia|Rogério|Thaís|Vinícius",
    "Azevedo|Barbosa|Cavalcanti|Farias Lima|Gonçalves|Moreira|Nascimento|Siqueira",
    "Moema, São Paulo|Leblon, Rio de Janeiro|Savassi, Belo Horizonte|Vila Mariana, São Paulo",
    "Brasil",
);

const FIRM_A: &str = "Aldergate|Bluefinch|Cedarholm|Driftwood|Ellesmere|Fernhill|Granite Bay|Hollyoak|Juniper|Marigold";
const FIRM_B: &str = "Advisory|Capital|Diagnostics|Engineering Ltd|Holdings|Media|Motors|Realty|Systems|Ventures";
const JOBS: &[&str] =
    &["Vice President", "Engineer", "Finance Controller", "Professor", "Managing Director", "Dentist", "Analyst"];
const MAIL: &[&str] = &["correo.example", "webmail.example", "example.com", "example.net", "example.org", "mx.example"];
const ROADS: &[&str] = &["Avenue", "Close", "Park Road", "Crescent", "Terrace"];

fn names(market: Market) -> Names {
    match market {
        Market::India => INDIA,
        Market::Emirates => GULF,
        Market::Saudi => SAUDI,
        Market::Egypt => EGYPT,
        Market::Britain => BRITAIN,
        Market::America => AMERICA,
        Market::Spain | Market::Italy => SPAIN,
        Market::France => FRANCE,
        Market::Germany | Market::Netherlands => GERMANY,
        Market::Portugal => PORTUGAL,
        Market::Brazil => BRAZIL,
    }
}

/// One of a list written with bars.
pub(in crate::mess) fn one(d: &mut Draw, list: &'static str) -> &'static str {
    let all: Vec<&str> = list.split('|').collect();
    *d.one_of(&all)
}

fn digits(d: &mut Draw, count: usize) -> String {
    (0..count).map(|_| char::from(b'0' + d.below(10) as u8)).collect()
}

/// A mobile number, or that of a desk or home.
fn number(d: &mut Draw, market: Market, fixed: bool) -> Phone {
    let mut drawn = |head: &[&str], middle: &str, count: usize| {
        let head = (*d.one_of(head)).to_owned();
        format!("{head}{middle}{}", digits(d, count))
    };
    let (cc, trunk, national) = match (market, fixed) {
        (Market::India, false) => ("91", "0", drawn(&["98", "99", "97", "96", "94", "83"], "3000", 4)),
        (Market::India, true) => ("91", "0", drawn(&["33", "22", "11", "80", "40"], "4000", 4)),
        (Market::Emirates, false) => ("971", "0", drawn(&["50", "52", "55", "56", "58"], "000", 4)),
        (Market::Emirates, true) => ("971", "0", drawn(&["4", "2"], "4000", 3)),
        (Market::Saudi, false) => ("966", "0", drawn(&["50", "53", "55"], "000", 4)),
        (Market::Saudi, true) => ("966", "0", drawn(&["11", "12"], "4000", 3)),
        (Market::Egypt, false) => ("20", "0", drawn(&["10", "11", "12"], "000", 5)),
        (Market::Egypt, true) => ("20", "0", drawn(&["2"], "2000", 4)),
        (Market::Britain, false) => ("44", "0", drawn(&["7700"], "900", 3)),
        (Market::Britain, true) => ("44", "0", drawn(&["20", "113", "121"], "", 0) + "\u{0}"),
        (Market::America, _) => ("1", "", drawn(&["305", "512", "718", "312"], "55501", 2)),
        (Market::Spain, false) => ("34", "", drawn(&["61", "62", "65"], "000", 4)),
        (Market::Spain, true) => ("34", "", drawn(&["91", "96", "93"], "4000", 3)),
        (Market::Italy, false) => ("39", "", drawn(&["320", "338", "347"], "000", 4)),
        (Market::Italy, true) => ("39", "", drawn(&["02", "06"], "4000", 4)),
        (Market::Netherlands, false) => ("31", "0", drawn(&["61", "62", "64", "65"], "000", 4)),
        (Market::Netherlands, true) => ("31", "0", drawn(&["20", "10", "70"], "4000", 3)),
        (Market::France, false) => ("33", "0", drawn(&["63998"], "", 4)),
        (Market::France, true) => ("33", "0", drawn(&["19900", "26191", "35301"], "", 4)),
        (Market::Germany, false) => ("49", "0", drawn(&["171"], "392", 4)),
        (Market::Germany, true) => ("49", "0", drawn(&["3023125", "6990009", "2214710"], "", 3)),
        (Market::Portugal, false) => ("351", "", drawn(&["91", "92", "93", "96"], "000", 4)),
        (Market::Portugal, true) => ("351", "", drawn(&["21", "22"], "4000", 3)),
        (Market::Brazil, false) => ("55", "0", drawn(&["119", "219", "319"], "8000", 4)),
        (Market::Brazil, true) => ("55", "0", drawn(&["11", "21", "31"], "3000", 4)),
    };
    // The ranges that Britain keeps for fiction differ from town to town.
    let national = match national.strip_suffix('\u{0}') {
        Some("20") => format!("2079460{}", digits(d, 3)),
        Some(town) => format!("{town}4960{}", digits(d, 3)),
        None => national,
    };
    Phone { cc, national, trunk }
}

pub(in crate::mess) fn mailbox(d: &mut Draw, given: &str, family: &str) -> String {
    let plain = |text: &str| super::super::people::ascii(text);
    let (a, b) = (plain(given), plain(family));
    let local = match (a.is_empty() || b.is_empty(), d.below(3)) {
        (true, _) => format!("client{}", digits(d, 4)),
        (_, 0) => format!("{a}.{b}.{}", digits(d, 2)),
        (_, 1) => format!("{b}{a}{}", digits(d, 3)),
        _ => format!("{a}_{}", digits(d, 4)),
    };
    format!("{local}@{}", d.one_of(MAIL))
}

fn postcode(d: &mut Draw, market: Market) -> String {
    match market {
        Market::India => format!("7{}", digits(d, 5)),
        Market::Britain => format!("LS{} {}ZZ", 1 + d.below(9), 1 + d.below(9)),
        Market::Portugal => format!("4{}-{}", digits(d, 3), digits(d, 3)),
        Market::Brazil => format!("0{}-{}", digits(d, 4), digits(d, 3)),
        _ => format!("{}{}", 1 + d.below(9), digits(d, 4)),
    }
}

/// Draws a person of the second set.
pub(in crate::mess) fn person(d: &mut Draw, market: Market, _native: bool) -> Person {
    let (given, family, places, country) = names(market);
    let partner = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    Person {
        market,
        middle: char::from(b'A' + d.below(26) as u8).to_string() + ".",
        spouse: partner,
        mobile: number(d, market, false),
        second: number(d, market, false),
        landline: number(d, market, true),
        email: mailbox(d, &given, &family),
        second_email: mailbox(d, &family, &given),
        company: format!("{} {}", one(d, FIRM_A), one(d, FIRM_B)),
        job: *d.one_of(JOBS),
        street: format!("{} {} {}", 1 + d.below(180), one(d, FIRM_A), d.one_of(ROADS)),
        locality,
        city,
        postcode: postcode(d, market),
        country,
        born: Day::drawn(d, 1952, 48),
        met: Day::drawn(d, 2022, 4),
        given,
        family,
    }
}
