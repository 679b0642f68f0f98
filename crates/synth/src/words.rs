//! The parts that calls and messages are made of. `{…}` stands for what [`crate::talk`] puts there.

use crate::story::About;

/// How a message begins, by who writes it.
pub(crate) const GREETINGS: &[&str] = &[
    "Hi {n}, ",
    "Hello {n}, ",
    "Dear {n}, ",
    "Good morning {n}, ",
    "Good evening {n}, ",
    "{n}, a quick word: ",
    "",
    "",
];
pub(crate) const GREETINGS_INDIAN: &[&str] =
    &["Namaste {n} ji, ", "नमस्ते {n} ji, ", "{n} ji, ", "Hello {n} ji, ", "Haan {n} ji, "];
pub(crate) const GREETINGS_BENGALI: &[&str] = &["Nomoshkar {n}, ", "Bhalo achhen, {n}, ", "{n}, "];
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
            "The bank has sanctioned a loan of {k}0 per cent; the rest comes from the sale of a plot.",
            "Not the main road side. Noise at {q} put them off.",
            "Wants possession within {k} months; {p} says {k} plus two.",
            "School run decides: {l} or nothing.",
            "Asked who else has bought at {p} and whether there are families.",
            "Sent three options in {l}; {n} liked the second.",
            "Parking for two cars is a must, {p} gives one and sells the other.",
        ],
        About::Viewing => &[
            "Liked the light at {p}, not the kitchen. Thinks it over with the family.",
            "Wants to see {p} once more, this time with the architect.",
            "After the visit {p} is ahead of {q}.",
            "Asked again about seepage and the lift of {u}.",
            "The view from {u} convinced them; the price of {m} less so.",
            "Would come back to {p} in the evening, to hear the road.",
            "Asked what the sample flat hides: which wall is structural in {u}?",
            "The parents want to see {p} too, before anything is said about {m}.",
            "Measured the second bedroom of {u}; the bed fits, the desk does not.",
            "Compares {u} with a flat at {q} that costs {m}.",
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

/// What happened on the site.
pub(crate) const VISITS: &[&str] = &[
    "Visited {p} with the family. Liked the light, not the kitchen.",
    "Saw the sample flat at {p}, {b}. Spent {k}0 minutes on the terrace.",
    "Walked through {u}. Asked about seepage and the lift.",
    "Second look at {p}, this time with the architect.",
    "Viewed {p} and {q} on one day; {p} is ahead.",
    "The site was dusty, {n} was patient. Wants to see it once more in the evening.",
    "The children ran straight to the pool. Good sign for {p}.",
    "Came with the father, who counted the power points. {u} it is, perhaps.",
    "The view from {u} convinced them; the price of {m} less so.",
    "Asked the site engineer about the water and the generator for {k} minutes.",
    "{p} at {t}: half an hour late because of the traffic, stayed an hour.",
    "Looked at two floors of {p}; the higher one, if it stays below {m}.",
];

/// What a client writes to the team.
pub(crate) fn received(about: About) -> &'static [&'static str] {
    match about {
        About::First => &[
            "is {p} still available? We look for {b} around {m}.",
            "please send the price list and floor plan of {p}.",
            "I saw {p} through {s}. What does {b} cost all in?",
            "we are new to {l} and need {b} within {k} months. What do you have?",
            "a friend bought at {q} through you. Do you have something like it in {l}?",
            "can somebody call me about {p} after {t}?",
        ],
        About::Wishes => &[
            "the plan is fine, but we need a study as well. Anything else in {l}?",
            "what is the carpet area of {p}, not the super built-up one?",
            "my wife asks whether {p} has two car parks.",
            "we could go up to {m} for a higher floor. Is there one?",
            "{q} or {p}, which one would you take with two small children?",
            "when exactly is possession at {p}? The lease ends in {k} months.",
            "is the entrance of {u} facing east? My mother insists.",
        ],
        About::Viewing => &[
            "can we come to {p} on {d} at {t}?",
            "thank you for showing us {p}. We liked it more than {q}.",
            "we will be {k}0 minutes late for the visit, sorry.",
            "could we see {u} once more, with my father?",
            "please send the pictures that you took at {p}.",
            "the kitchen of {u} is small. Can the wall go?",
        ],
        About::Offer => &[
            "we can do {m} for {u}, parking included. Please ask.",
            "our lawyer needs the title report of {p} before {d}.",
            "{q} has offered us less. We stay with {p} if you hold {m}.",
            "is the floor rise negotiable? The rest is fine.",
            "clause {k} of the draft is not what we agreed.",
            "the bank wants the approved plan of {p}. Can you send it today?",
        ],
        About::Handover => &[
            "when is the next instalment for {u} due, and how much is it?",
            "any news from the site? Which slab is it now?",
            "I found {k} more points for the snag list of {u}.",
            "can you find a tenant for {u} from next month?",
            "the receipt for the last payment has my brother's name missing.",
            "thank you for everything, the keys are here!",
        ],
        About::Keeping => &[
            "not yet, we wait until the school year is over.",
            "what do flats like {u} cost now?",
            "please tell me when {p} opens the next tower.",
            "I am travelling until {d}, let us speak after that.",
            "has anything come up in {l} below {m}?",
            "we are still interested, but my old flat is not sold.",
        ],
        About::Lost => &[
            "we have bought elsewhere, thank you for your time.",
            "the loan was refused. Not this year, I am afraid.",
            "we decided to stay where we are.",
            "please return the token for {u}, details follow.",
        ],
        About::Partner => &[
            "I have a family for {p}, {b}. Can we come on {d}?",
            "please send the brokerage statement of the last {k} bookings.",
            "one of my clients has {m} to place in {l}. Ideas?",
            "could your tax person explain the new rule to a client of mine?",
        ],
    }
}

/// What the team writes to a client.
pub(crate) fn sent(about: About) -> &'static [&'static str] {
    match about {
        About::First => &[
            "here are the brochure and the price list of {p}. {b} begins at {m}.",
            "thank you for asking about {p}. May I call you on {d} at {t}?",
            "as promised: two options in {l}, {p} and {q}.",
            "{p} has {k} homes of {b} left. I keep one for you until {d}.",
            "good to have spoken with you. The floor plan of {p} is attached.",
        ],
        About::Wishes => &[
            "three options in {l} for you; the second has the study.",
            "the carpet area sheet of {p} is attached. Page {k} answers your question.",
            "{u} faces east and has two car parks. It is at {m}.",
            "I compared {p} and {q} for you on one page.",
            "the loan desk can see you on {d} at {t}, in {l}.",
            "possession at {p} is in {k} months, with a penalty clause if late.",
        ],
        About::Viewing => &[
            "your visit to {p} is fixed for {d}, {t}. I wait at the gate.",
            "thank you for coming to {p}. The pictures are attached.",
            "the architect joins us at {u} on {d} at {t}.",
            "about the kitchen of {u}: the wall may go, the shaft may not.",
            "we can see {q} on the way to {p}. Shall I plan both?",
        ],
        About::Offer => &[
            "the revised cost sheet of {u}: {m} before registration.",
            "we can meet you on the floor rise. Parking stays as it is.",
            "the agreement draft for {u} is attached. Please look at clause {k}.",
            "the sales head holds {m} until {d}, not longer.",
            "the title report of {p} is on its way to your lawyer.",
            "the {k}-{k} payment plan is possible. I need a yes by {d}.",
        ],
        About::Handover => &[
            "construction update of {p}: slab {k}0 is done, pictures attached.",
            "the next instalment for {u} is {m}, due on {d}.",
            "your snag list of {u} is closed but for {k} points.",
            "the registration of {u} is on {d} at {t}. Please bring the PAN card.",
            "you are invited to the owners' evening at {p} on {d}.",
            "the possession letter of {u} is ready.",
        ],
        About::Keeping => &[
            "the market note on {l} is out: prices up {k} per cent.",
            "warm wishes for the festival from all of us.",
            "{p} opens its next tower soon. You asked to be told.",
            "a home like the one you liked at {p} has come up at {m}.",
            "how are you? Is {l} still on your mind?",
            "the new price list of {p} is attached; {b} is at {m} now.",
        ],
        About::Lost => &[
            "thank you for telling us. All the best in the new home!",
            "the token for {u} goes back to you by {d}.",
            "understood. I ask again in {k} months, if I may.",
        ],
        About::Partner => &[
            "the brokerage statement of the last {k} bookings is attached.",
            "{p} is free on {d} at {t} for your family.",
            "our tax note on {l}, for your clients.",
            "thank you for the introduction. They see {q} on {d}.",
        ],
    }
}
