//! Calls, messages, visits and meetings: short texts put together from many parts.

use serde_json::json;

use crate::calendar::{Calendar, day};
use crate::draw::{Draw, Topic};
use crate::market::Market;
use crate::names::Community;
use crate::person::Who;
use crate::story::{About, Standing, Story, Touch};
use crate::values::{Fields, put};
use crate::wish::Wish;
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Channel {
    Call,
    Whatsapp,
    Email,
    Visit,
    Meeting,
    Note,
}

impl Channel {
    fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Whatsapp => "whatsapp",
            Self::Email => "email",
            Self::Visit => "visit",
            Self::Meeting => "meeting",
            Self::Note => "note",
        }
    }

    fn of(touch: &Touch, draw: &mut Draw) -> Self {
        use Channel as C;
        if touch.visit {
            return C::Visit;
        }
        let weights: &[(Self, u64)] = match touch.about {
            About::First => &[(C::Call, 40), (C::Whatsapp, 30), (C::Email, 25), (C::Note, 5)],
            About::Wishes | About::Viewing => &[(C::Call, 35), (C::Whatsapp, 40), (C::Email, 15), (C::Note, 10)],
            About::Offer => &[(C::Call, 35), (C::Whatsapp, 20), (C::Email, 25), (C::Meeting, 15), (C::Note, 5)],
            About::Handover => &[(C::Email, 35), (C::Whatsapp, 30), (C::Call, 25), (C::Meeting, 10)],
            About::Keeping | About::Lost => &[(C::Whatsapp, 45), (C::Call, 30), (C::Email, 20), (C::Note, 5)],
            About::Partner => &[(C::Call, 40), (C::Meeting, 30), (C::Email, 30)],
        };
        draw.weighted(weights).unwrap_or(C::Call)
    }
}

/// Every time that somebody was in touch, the oldest first.
pub(crate) fn interactions(
    seed: u64,
    who: &Who,
    story: &Story,
    wish: &Wish,
    source: &str,
    calendar: Calendar,
) -> Vec<Fields> {
    let mut draw = Draw::of(seed, Topic::Talk, who.number);
    let mut slots = Slots::of(who, wish, source);
    let mut said = Said::default();
    let mut out = Vec::with_capacity(story.touches.len());
    for (n, touch) in story.touches.iter().enumerate() {
        let channel = Channel::of(touch, &mut draw);
        slots.renew(touch, calendar, &mut draw);
        let inbound = match channel {
            Channel::Note | Channel::Visit | Channel::Meeting => false,
            _ => draw.percent(if n == 0 { 75 } else { 38 }),
        };
        out.push(interaction(who, story, touch, channel, inbound, &slots, &mut said, calendar, &mut draw));
    }
    out
}

#[expect(clippy::too_many_arguments, reason = "what one interaction is made from, once")]
fn interaction(
    who: &Who,
    story: &Story,
    touch: &Touch,
    channel: Channel,
    inbound: bool,
    slots: &Slots<'_>,
    said: &mut Said,
    calendar: Calendar,
    draw: &mut Draw,
) -> Fields {
    let mut fields = Fields::new();
    put(&mut fields, "channel", channel.as_str());
    if channel != Channel::Note {
        put(&mut fields, "direction", if inbound { "inbound" } else { "outbound" });
    }
    put(&mut fields, "at", calendar.datetime(touch.at));
    let missed = channel == Channel::Call && !inbound && draw.percent(14);
    let minutes = match channel {
        Channel::Call if !missed => draw.within(1, 6) * draw.within(1, 6),
        Channel::Visit => draw.within(5, 18) * 5,
        Channel::Meeting => draw.within(4, 18) * 5,
        _ => 0,
    };
    if minutes > 0 {
        put(&mut fields, "ended_at", calendar.datetime(touch.at + minutes));
        put(&mut fields, "duration", minutes.to_string());
    }
    let subject = match channel {
        Channel::Email | Channel::Meeting => slots.fill(&[draw.word(words::SUBJECTS)]),
        Channel::Visit => slots.fill(&[draw.word(&["Visit to {p}", "{u}", "Site visit {p}", "Viewing of {u}"])]),
        Channel::Call if missed => draw.word(&["No answer", "Rang out", "Busy", "Switched off"]).to_owned(),
        Channel::Call => slots.fill(&[draw.word(&["{p}", "Call about {p}", "{b} in {l}", "{u}", "Follow-up"])]),
        _ => String::new(),
    };
    put(&mut fields, "subject", subject);
    let about = touch.about;
    let body = match channel {
        _ if missed => {
            let words = ["Tried at {t}.", "No answer, wrote on WhatsApp. Try {d}.", "Will try {d}, {t}."];
            slots.fill(&[draw.word(&words)])
        }
        Channel::Whatsapp | Channel::Email if inbound => {
            // Who writes is the client: the greeting goes to the team, and nobody signs with a colleague's name.
            let topic = said.other_than_before(words::received(about), draw);
            slots.turned().fill(&[greeting(who.community, draw), topic, ending(who.community, draw)])
        }
        Channel::Whatsapp | Channel::Email => {
            let topic = said.other_than_before(words::sent(about), draw);
            slots.fill(&[greeting(who.community, draw), topic, ending(who.community, draw)])
        }
        Channel::Visit => {
            let topic = said.other_than_before(words::VISITS, draw);
            slots.fill(&[topic, draw.word(words::DETAILS), draw.word(words::NEXT)])
        }
        Channel::Note => {
            let topic = said.other_than_before(words::topics(about), draw);
            slots.fill(&[topic, draw.word(words::DETAILS)])
        }
        Channel::Call | Channel::Meeting => {
            let noted = if channel == Channel::Call { draw.word(words::NOTED) } else { "" };
            let topic = said.other_than_before(words::topics(about), draw);
            slots.fill(&[noted, topic, draw.word(words::DETAILS), draw.word(words::NEXT)])
        }
    };
    let body = capital(body);
    put(&mut fields, "body", body);
    put(&mut fields, "participant", json!([who.full(), who.owner]));
    if channel != Channel::Note {
        put(&mut fields, "outcome", outcome(touch, channel, missed, story.standing, draw));
    }
    put(&mut fields, "assignee", who.owner);
    fields
}

fn outcome(touch: &Touch, channel: Channel, missed: bool, standing: Standing, draw: &mut Draw) -> &'static str {
    match touch.about {
        _ if missed => "No answer",
        _ if channel == Channel::Visit => draw.word(&["Visited", "Liked it", "Wants another look", "Undecided"]),
        About::First => draw.word(&["Interested", "Information sent", "Call back"]),
        About::Offer => draw.word(&["Offer made", "Counter-offer", "Needs approval", "Waiting"]),
        About::Lost => "Lost",
        About::Keeping if standing == Standing::Dropped => "Not interested",
        _ => draw.word(&["Done", "Call back", "Information sent", "Visit planned", ""]),
    }
}

fn greeting(community: Community, draw: &mut Draw) -> &'static str {
    let own: &[&str] = match community {
        Community::Gulf => words::GREETINGS_GULF,
        Community::Bengali => words::GREETINGS_BENGALI,
        c if c.is_indian() => words::GREETINGS_INDIAN,
        _ => &[],
    };
    if !own.is_empty() && draw.percent(35) { draw.word(own) } else { draw.word(words::GREETINGS) }
}

fn ending(community: Community, draw: &mut Draw) -> &'static str {
    let own: &[&str] = match community {
        Community::Gulf => words::ENDS_GULF,
        c if c.is_indian() => words::ENDS_INDIAN,
        _ => &[],
    };
    if !own.is_empty() && draw.percent(22) { draw.word(own) } else { draw.word(words::ENDS) }
}

/// What was said of a client already: nobody says the same every week.
#[derive(Default)]
struct Said(Vec<&'static str>);

impl Said {
    fn other_than_before(&mut self, words: &[&'static str], draw: &mut Draw) -> &'static str {
        let mut topic = draw.word(words);
        for _ in 0..4 {
            if !self.0.contains(&topic) {
                break;
            }
            topic = draw.word(words);
        }
        self.0.push(topic);
        topic
    }
}

/// With a capital at its beginning.
fn capital(text: String) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_uppercase().chain(text.chars().skip(1)).collect(),
        _ => text,
    }
}

/// What is put into the places of the words.
#[derive(Clone)]
struct Slots<'a> {
    name: &'a str,
    project: &'static str,
    other: &'static str,
    market: &'static Market,
    home: &'static str,
    locality: &'static str,
    size: String,
    unit: String,
    source: &'a str,
    owner: &'a str,
    low: i64,
    high: i64,
    currency: &'static str,
    money: String,
    weekday: &'static str,
    time: String,
    count: i64,
}

impl<'a> Slots<'a> {
    fn of(who: &'a Who, wish: &Wish, source: &'a str) -> Self {
        Self {
            name: who.given,
            project: wish.home.project.name,
            other: wish.other(),
            market: who.buys,
            home: wish.home.locality(who.buys),
            locality: "",
            size: wish.size(),
            unit: wish.home.name(),
            source,
            owner: who.owner.split(' ').next().unwrap_or(who.owner),
            low: wish.low.amount,
            high: wish.high.amount,
            currency: wish.low.currency,
            money: String::new(),
            weekday: "",
            time: String::new(),
            count: 0,
        }
    }

    fn renew(&mut self, touch: &Touch, calendar: Calendar, draw: &mut Draw) {
        let step = ((self.high - self.low) / 20).max(1);
        let amount = self.low + step * draw.within(0, 20);
        self.money = crate::values::Money { amount, currency: self.currency }.spoken();
        self.weekday = calendar.weekday(touch.at + day(draw.within(1, 6)));
        self.time = format!("{}:{:02}", draw.within(9, 20), draw.within(0, 3) * 15);
        self.count = draw.within(2, 9);
        // Mostly where they look, now and then beside it.
        let beside = draw.one_of(self.market.localities).map_or(self.home, |(locality, _)| *locality);
        self.locality = if draw.percent(25) { beside } else { self.home };
    }

    /// As the client writes: to the team, in their own name.
    fn turned(&self) -> Self {
        Self { name: self.owner, owner: self.name, ..self.clone() }
    }

    /// The parts as one text.
    fn fill(&self, parts: &[&str]) -> String {
        let mut out = String::with_capacity(160);
        for part in parts {
            let mut rest = *part;
            while let Some((before, after)) = rest.split_once('{') {
                out.push_str(before);
                let Some((slot, after)) = after.split_once('}') else { break };
                match slot {
                    "n" => out.push_str(self.name),
                    "p" => out.push_str(self.project),
                    "q" => out.push_str(self.other),
                    "l" => out.push_str(self.locality),
                    "b" => out.push_str(&self.size),
                    "u" => out.push_str(&self.unit),
                    "s" => out.push_str(self.source),
                    "o" => out.push_str(self.owner),
                    "m" => out.push_str(&self.money),
                    "d" => out.push_str(self.weekday),
                    "t" => out.push_str(&self.time),
                    "k" => out.push_str(&self.count.to_string()),
                    _ => {}
                }
                rest = after;
            }
            out.push_str(rest);
        }
        out
    }
}
