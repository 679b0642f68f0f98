//! A file of the same clients as an older system had them: what waits for a person after it is brought in.

use crate::calendar::Calendar;
use crate::client::{letters, mailbox, old_id, source};
use crate::draw::{Draw, Topic};
use crate::person::Who;
use crate::phones;
use crate::story::Story;
use crate::values::spaced;
use crate::wish::Wish;

/// A file of the old leads table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldExport {
    /// What it is called.
    pub name: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// Data rows in it.
    pub rows: u64,
}

const COLUMNS: [&str; 22] = [
    "id",
    "name",
    "phone",
    "alt_phone",
    "email",
    "source",
    "status",
    "budget",
    "location_preference",
    "property_interest",
    "bhk",
    "timeline",
    "notes",
    "assigned_to",
    "qd_score",
    "is_nri",
    "tags",
    "last_contact",
    "metadata",
    "created_at",
    "updated_at",
    "deleted_at",
];

/// What a row differs in from what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Twist {
    /// The id is known; the number is another one.
    OtherPhone,
    /// The id is known; the name is written otherwise.
    OtherName,
    /// The id is known; status and notes are older.
    OtherStatus,
    /// The id says nothing; name and number are those of somebody known.
    SamePerson,
    /// The id says nothing; the mailbox is known, the name is spelt otherwise.
    Misspelt,
    /// Somebody else on the line of somebody known.
    SharedLine,
    /// Nobody known.
    New,
    /// Nobody known, and cells that can't be read.
    Unreadable,
}

const TWISTS: [Twist; 12] = [
    Twist::OtherPhone,
    Twist::SamePerson,
    Twist::New,
    Twist::Misspelt,
    Twist::OtherStatus,
    Twist::OtherPhone,
    Twist::SharedLine,
    Twist::New,
    Twist::OtherName,
    Twist::Unreadable,
    Twist::SamePerson,
    Twist::New,
];

impl Twist {
    fn needs_id(self) -> bool {
        matches!(self, Self::OtherPhone | Self::OtherName | Self::OtherStatus)
    }
}

/// Clients looked at for one that has what a row needs.
const LOOK: u64 = 60;

pub(crate) fn of(seed: u64, average: u32, clients: u64, calendar: Calendar) -> OldExport {
    let rows = (clients * 3 / 100).clamp(10, 500);
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for row in 0..rows {
        let mut draw = Draw::of(seed, Topic::Export, row);
        let place = usize::try_from(row).unwrap_or(0) % TWISTS.len();
        let twist = TWISTS.get(place).copied().unwrap_or(Twist::New);
        // Spread over all of them.
        let from = clients.max(1) * row / rows;
        let known = |number: u64| Story::of(seed, number, average);
        let found = (from..from + LOOK)
            .map(|n| n % clients.max(1))
            .find(|n| !twist.needs_id() || old_id(*n, &known(*n)).is_some());
        let (number, twist) = match (twist, found) {
            (Twist::New | Twist::Unreadable, _) | (_, None) => {
                (clients + row, if twist.needs_id() { Twist::New } else { twist })
            }
            (_, Some(_)) if clients == 0 => (row, Twist::New),
            (twist, Some(number)) => (number, twist),
        };
        let cells = cells(seed, number, &known(number), twist, row, calendar, &mut draw);
        let line: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&line.join(","));
        text.push('\n');
    }
    OldExport { name: "old_crm_leads.csv", bytes: text.into_bytes(), rows }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn cells(
    seed: u64,
    number: u64,
    story: &Story,
    twist: Twist,
    row: u64,
    calendar: Calendar,
    draw: &mut Draw,
) -> [String; 22] {
    let who = Who::of(seed, number);
    let wish = Wish::of(seed, &who, story);
    let unknown = (900_000_000 + row).to_string();
    let id = if twist.needs_id() { old_id(number, story).unwrap_or(unknown) } else { unknown };
    let other = phones::mobile(seed, who.home, 3_500_000 + row);
    let name = match twist {
        Twist::OtherName => format!("{} {}", misspelt(who.given), who.family),
        Twist::Misspelt => format!("{} {}", misspelt(who.given), misspelt(who.family)),
        Twist::SharedLine => {
            format!("{} {}", who.community.given(who.gender.other(), draw), who.community.family(draw))
        }
        _ => who.full(),
    };
    let phone = match twist {
        Twist::OtherPhone | Twist::Misspelt => spaced(&other),
        Twist::Unreadable => draw.word(&["98300-xxxxx", "landline only", "ask wife", "9.19E+11"]).to_owned(),
        _ => spaced(&who.mobile),
    };
    let email = match twist {
        Twist::SharedLine => String::new(),
        Twist::Unreadable => draw.word(&["not given", "same as before", "see card"]).to_owned(),
        _ => mailbox(seed, &who),
    };
    let budget = match twist {
        Twist::Unreadable => draw.word(&["as per market", "ask", "flexible??"]).to_owned(),
        _ => wish.high.spoken(),
    };
    let (lifecycle, status) = story.standing.words();
    let status = if twist == Twist::OtherStatus { "cold" } else { status };
    let date = calendar.date(story.created);
    let last = match twist {
        Twist::Unreadable => "31/02/2021".to_owned(),
        _ => story.last().map(|when| calendar.date(when)).unwrap_or_default(),
    };
    let notes = match twist {
        Twist::OtherStatus => format!("{lifecycle} in the old list, call again"),
        Twist::Unreadable => "copied from the visitors' book".to_owned(),
        _ => String::new(),
    };
    let nri = if who.home.country == who.buys.country { "0" } else { "1" };
    let score = draw.within(20, 90).to_string();
    let remark = format!("{{\"utm_source\": \"{}\"}}", letters(source(seed, number).0));
    [
        id,
        name,
        phone,
        String::new(),
        email,
        source(seed, number).0.to_lowercase(),
        status.to_lowercase(),
        budget,
        wish.home.locality(who.buys).to_owned(),
        wish.home.project.name.to_owned(),
        String::new(),
        draw.word(&["immediate", "3 months", "6 months", "1 year"]).to_owned(),
        notes,
        letters(who.owner),
        score,
        nri.to_owned(),
        String::new(),
        last,
        remark,
        format!("{date} 10:00:00"),
        format!("{date} 10:00:00"),
        "NULL".to_owned(),
    ]
}

/// A name as somebody heard it on the telephone.
fn misspelt(name: &str) -> String {
    for (from, to) in
        [("ee", "i"), ("oo", "u"), ("sh", "s"), ("v", "w"), ("th", "t"), ("a", "aa"), ("i", "ee"), ("e", "i")]
    {
        if let Some((before, after)) = name.split_once(from)
            && !before.is_empty()
        {
            return format!("{before}{to}{after}");
        }
    }
    name.to_owned()
}
