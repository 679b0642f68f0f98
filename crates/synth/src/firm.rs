//! Firms that clients work at, several of them at one.

use serde_json::json;

use crate::calendar::{Calendar, day};
use crate::draw::{Draw, Topic};
use crate::market::TEAM;
use crate::person::{FIRMS_OF_COHORT, address, home_of_cohort};
use crate::phones;
use crate::values::{Fields, Money, email, phone, put};

/// A firm's name and where it is found.
#[derive(Clone, Debug)]
pub(crate) struct Firm {
    pub name: String,
    pub domain: String,
    trade: &'static Trade,
}

#[derive(Debug)]
struct Trade {
    industry: &'static str,
    words: &'static [&'static str],
    jobs: &'static [&'static str],
}

const fn trade(industry: &'static str, words: &'static [&'static str], jobs: &'static [&'static str]) -> Trade {
    Trade { industry, words, jobs }
}

static TRADES: [Trade; 10] = [
    trade("Jewellery", &["Jewels", "Gems", "Ornaments"], &["Partner", "Head of Design", "Export Manager", "Buyer"]),
    trade("Textiles", &["Textiles", "Weaves", "Mills"], &["Director", "Plant Head", "Export Manager", "Merchandiser"]),
    trade(
        "Information technology",
        &["Systems", "Softworks", "Data", "Labs"],
        &["Engineering Manager", "Product Lead", "Principal Engineer", "Founder", "Delivery Head"],
    ),
    trade("Health care", &["Clinics", "Hospitals", "Diagnostics"], &["Consultant", "Surgeon", "Medical Director"]),
    trade("Tea and food", &["Tea Estates", "Foods", "Spices"], &["Managing Partner", "Estate Manager", "Sales Head"]),
    trade("Steel and engineering", &["Steel", "Castings", "Engineering"], &["Director", "Works Manager", "CFO"]),
    trade("Finance", &["Capital", "Advisors", "Finserv"], &["Partner", "Vice President", "Fund Manager", "Analyst"]),
    trade("Shipping and trade", &["Shipping", "Trading", "Exports"], &["Managing Director", "Head of Trade", "CFO"]),
    trade("Hospitality", &["Hospitality", "Hotels", "Resorts"], &["General Manager", "Owner", "Head of Finance"]),
    trade("Law and consulting", &["Associates", "Chambers", "Partners"], &["Partner", "Senior Associate", "Counsel"]),
];

const FIRST: [&str; 44] = [
    "Amber", "Ashoka", "Banyan", "Bluefin", "Cedar", "Chandan", "Cobalt", "Copper", "Coral", "Crescent", "Delta",
    "Ember", "Falcon", "Fern", "Galaxy", "Golden", "Granite", "Harbour", "Indigo", "Ivory", "Jasper", "Kestrel",
    "Lotus", "Malhar", "Maple", "Meridian", "Monsoon", "Neelam", "Northern", "Opal", "Palmyra", "Pinnacle", "Quartz",
    "River", "Saffron", "Sapphire", "Silver", "Sundar", "Tamarind", "Teak", "Topaz", "Trident", "Velvet", "Zenith",
];
const SECOND: [&str; 36] = [
    "arc", "bay", "bridge", "brook", "crest", "dale", "field", "ford", "gate", "glen", "grove", "haven", "hill", "key",
    "lake", "leaf", "line", "mark", "mere", "mist", "point", "port", "ridge", "rock", "root", "shore", "spring",
    "star", "stone", "tide", "vale", "view", "ward", "wave", "well", "wood",
];

impl Firm {
    /// The firm of this number. Names repeat after some ten thousand; domains never do.
    pub fn of(seed: u64, number: u64) -> Self {
        let mut draw = Draw::of(seed, Topic::Account, number);
        let first = draw.word(&FIRST);
        let second = draw.word(&SECOND);
        let fallback = &TRADES[0];
        let trade = draw.one_of(&TRADES).unwrap_or(fallback);
        let word = draw.word(trade.words);
        let name = format!("{first}{second} {word}");
        let domain = format!("{}{}-{}.example", first.to_lowercase(), second, word.to_lowercase().replace(' ', "-"));
        Self { name, domain: format!("{number}.{domain}"), trade }
    }

    /// Somebody's job there.
    pub fn job(&self, draw: &mut Draw) -> &'static str {
        draw.word(self.trade.jobs)
    }

    /// The firm's record.
    pub fn fields(&self, seed: u64, number: u64, calendar: Calendar) -> Fields {
        let mut draw = Draw::of(seed, Topic::Account, number);
        // The first draws made the name.
        for _ in 0..4 {
            draw.below(1);
        }
        let home = home_of_cohort(seed, number / FIRMS_OF_COHORT);
        let suffix = match home.country {
            "United Arab Emirates" => "LLC",
            "United Kingdom" => "Ltd",
            "Singapore" => "Pte Ltd",
            "Saudi Arabia" => "Co.",
            _ => draw.word(&["Private Limited", "Pvt Ltd", "LLP"]),
        };
        let people = draw.within(4, 60) * draw.within(1, 40);
        let revenue = people * draw.within(8, 60) * if home.currency == "INR" { 100_000 } else { 5_000 };
        let created = day(-draw.within(60, 3200));
        let mut fields = Fields::new();
        put(&mut fields, "name", self.name.clone());
        put(&mut fields, "legal_name", format!("{} {suffix}", self.name));
        put(&mut fields, "domain", self.domain.clone());
        let site = format!("https://www.{}", self.domain);
        put(&mut fields, "website", json!([{ "value": site, "label": null, "is_primary": true }]));
        put(&mut fields, "industry", self.trade.industry);
        put(&mut fields, "type", draw.word(&["Employer", "Employer", "Family business", "Investor"]));
        put(&mut fields, "phone", json!([phone(&phones::landline(seed, home, number), "work", true)]));
        put(&mut fields, "email", json!([email(&format!("office@{}", self.domain), "work", true)]));
        put(&mut fields, "address", json!([address(home, &mut draw).value("work", true)]));
        if draw.percent(40) {
            put(&mut fields, "annual_revenue", Money { amount: revenue, currency: home.currency }.value());
        }
        put(&mut fields, "employee_count", people.to_string());
        put(&mut fields, "owner", draw.word(&TEAM));
        put(&mut fields, "created_at", calendar.datetime(created + 600));
        fields
    }
}
