//! The parts that calls and messages are made of. `{…}` stands for what [`crate::talk`] puts there.

use crate::story::About;

/// How a message begins, by who writes it.
pub(crate) const GREETINGS: &[&str] = &[
    "Hi {n}, ",
    "Hello {n}, ",
    "Dear {n}, ",
    "Good morning {n}. ",
    "Good evening {n}. ",
    "{n}, a quick word: ",
    "",
    "",
];
pub(crate) const GREETINGS_INDIAN: &[&str] =
    &["Namaste {n} ji, ", "नमस्ते {n} ji, ", "{n} ji, ", "Hello {n} ji, ", "Haan {n} ji, "];
pub(crate) const GREETINGS_BENGALI: &[&str] = &["Nomoshkar {n}, ", "Bhalo achhen, {n}? ", "{n} babu, "];
pub(crate) const GREETINGS_GULF: &[&str] =
    &["Marhaba {n}, ", "As-salamu alaykum {n}, ", "مرحبا {n}, ", "Sabah al khair {n}, "];

/// How a message ends.
pub(crate) const ENDS: &[&str] = &[
    " Talk {d}.",
    " Thanks, {o}.",
    " Will confirm by {t}.",
    " Let me know.",
    " Regards, {o}.",
    " I will call {d} at {t}.",
    "",
    "",
    "",
];
pub(crate) const ENDS_INDIAN: &[&str] = &[
    " Theek hai, {d} ko baat karte hain.",
    " धन्यवाद.",
    " Kal milte hain.",
    " Bas itna hi, shukriya.",
    " Aap bata dijiye.",
];
pub(crate) const ENDS_GULF: &[&str] =
    &[" Shukran.", " Inshallah {d}.", " شكراً.", " Bukra inshallah at {t}.", " Yalla, see you {d}."];

/// What calls and visits leave in the log.
pub(crate) const NOTED: &[&str] = &[
    "",
    "",
    "Spoke for {k} minutes. ",
    "Called at {t}. ",
    "{n} called. ",
    "Short call. ",
    "Long talk. ",
    "Reached {n} at work. ",
    "Second try, reached {n} now. ",
    "On speaker with the family. ",
];

/// What it was about.
pub(crate) fn topics(about: About) -> &'static [&'static str] {
    match about {
        About::First => &[
            "Enquiry about {p}: {b} at about {m}.",
            "Saw the {p} hoarding near {l} and asked for the price list.",
            "Came through {s}. Looks for {b} in {l} around {m}.",
            "Wants the brochure and the floor plan of {p}.",
            "Asked whether {p} has anything below {m}.",
            "First talk. Budget near {m}, prefers {l}, can move in {k} months.",
            "Downloaded the {p} brochure; asked what the {b} costs all in.",
            "Referred by a friend who bought at {q}. Interested in {l}.",
            "Is looking on behalf of the parents, {b}, lift and hospital nearby.",
            "Asked about rental yield of {p}; has a flat in {l} already.",
        ],
        About::Wishes => &[
            "Needs {b} with a study, {l} preferred, up to {m}.",
            "Compared {p} with {q}; the club house matters, the view less.",
            "Asked for the carpet area, not the super built-up one. Sent the sheet of {p}.",
            "Vastu: entrance must face east. {p} tower B would fit.",
            "Would stretch to {m} for a higher floor at {p}.",
            "The bank has sanctioned {k}0 lakh; the rest comes from the sale of a plot.",
            "Not the main road side. Noise at {q} put them off.",
            "Wants possession within {k} months; {p} says {k} plus two.",
            "School run decides: {l} or nothing.",
            "Asked who else has bought at {p} and whether there are families.",
            "Sent three options in {l}; {n} liked the second.",
            "Parking for two cars is a must, {p} gives one and sells the other.",
        ],
        About::Viewing => &[
            "Visited {p} with the family. Liked the light, not the kitchen.",
            "Saw the sample flat at {p}, {b}. Spent {k}0 minutes on the terrace.",
            "Walked through {u}. Asked about seepage and the lift.",
            "Second look at {p}, this time with the architect.",
            "Viewed {p} and {q} on one day; {p} is ahead.",
            "Site was dusty, {n} was patient. Wants to see it once more in the evening.",
            "Children ran straight to the pool. Good sign for {p}.",
            "Came with the father, who counted the power points. {u} it is, perhaps.",
            "View from {u} convinced them; the price of {m} less so.",
            "Asked the site engineer about the water and the generator for {k} minutes.",
        ],
        About::Offer => &[
            "Offered {m} for {u}, all in. Told them I would ask.",
            "We came down on the floor rise; {n} wants parking free as well.",
            "Cost sheet of {u} sent, {m} before registration.",
            "Asked for a {k}-{k} payment plan instead of the construction-linked one.",
            "Their lawyer wants the title report of {p} before {d}.",
            "Close. The gap is the stamp duty, and who pays it.",
            "{q} has offered a lower price; stays with {p} if we hold {m}.",
            "Token cheque discussed. Wants the receipt in both names.",
            "Agreement draft went out; two changes in clause {k}.",
            "Home loan file moved to the branch in {l}. {k} days, they say.",
        ],
        About::Handover => &[
            "Agreement for {u} registered. Sweets sent to the office.",
            "Asked when the next instalment of {m} is due.",
            "Construction update of {p} sent: slab {k}0 done.",
            "Snag list of {u}: {k} points, tiles and one door.",
            "Wants to change the kitchen layout before handover.",
            "Keys of {u} handed over. They were happy.",
            "TDS certificate is missing for one instalment; accounts will send it.",
            "Asked whether we can find a tenant for {u}.",
            "Invited to the owners' evening at {p} on {d}.",
            "Possession letter explained, maintenance from the first of the month.",
        ],
        About::Keeping => &[
            "Sent the market note on {l}; prices up {k} per cent.",
            "Festival greetings. Still watching {p}, no hurry.",
            "Waits for a bonus in {k} months, then looks again.",
            "Asked to be told when {p} opens the next tower.",
            "Moved office to {l}; may look closer to it.",
            "Nothing new. Prefers a message once a quarter.",
            "Sent the price revision of {p}: {m} now.",
            "Travelling until {d}; look at {q} after that.",
            "Asked what flats in {l} rent for. Told: it depends on the furniture.",
            "Still thinks about {b}, but the sale of the old flat drags on.",
        ],
        About::Lost => &[
            "Has bought at {q}. Wished them well.",
            "The loan was refused; {p} is off for this year.",
            "Family decided against moving. Keep in touch about {l}.",
            "Found {m} too much in the end.",
            "Asked for the token back; sent to accounts on {d}.",
            "No answer for {k} weeks, then a short no by message.",
        ],
        About::Partner => &[
            "Has a client for {p}, {b}, will bring them on {d}.",
            "Asked for our tax note on {l} for a family office.",
            "Coffee in {l}. Two of the families look for {b}.",
            "Referred a couple from {l}; budget {m}.",
            "Sent the brokerage statement of the last {k} bookings.",
            "Wants terms in writing before the next introduction.",
        ],
    }
}

/// What came of it, in a few more words.
pub(crate) const DETAILS: &[&str] = &[
    "",
    "",
    "",
    " Prefers calls after {t}.",
    " The brother decides with them.",
    " Speaks for the whole family.",
    " Asked twice about the club house.",
    " In {l} until {d}.",
    " Wants everything on WhatsApp.",
    " Careful about dates; promise little.",
    " Knows the prices in {l} well.",
    " Bring the printed plan next time.",
    " Has seen {k} projects this month.",
    " The spouse has the last word.",
    " Reads every line.",
];

/// What happens next.
pub(crate) const NEXT: &[&str] = &[
    "",
    "",
    " Next: call {d} at {t}.",
    " Next: visit on {d}, {t}.",
    " Next: send the plan of {u}.",
    " Next: price from the sales head by {d}.",
    " Will write after {d}.",
    " To be called by {o} on {d}.",
    " They call us.",
];

/// Subjects of e-mails and meetings.
pub(crate) const SUBJECTS: &[&str] = &[
    "{p}: floor plan and price",
    "Re: {p}, {b}",
    "Payment plan for {u}",
    "Options in {l}",
    "Visit to {p} on {d}",
    "Your questions about {p}",
    "Cost sheet {u}",
    "What is new in {l}",
    "Re: {u}",
    "Papers for {p}",
];
