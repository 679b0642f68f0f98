//! Opportunities, with each step of the pipeline that they took.

use crate::calendar::{Calendar, When, day, days};
use crate::draw::{Draw, Topic};
use crate::person::Who;
use crate::story::{Stage, Story, Way};
use crate::values::{Fields, put};
use crate::wish::{Home, Wish};

/// An opportunity as it began, and what each later step changed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// Its fields when it was opened.
    pub opened: Vec<(&'static str, serde_json::Value)>,
    /// For each step after that the fields that changed, the oldest step first.
    pub moves: Vec<Vec<(&'static str, serde_json::Value)>>,
}

pub(crate) fn deals(seed: u64, who: &Who, story: &Story, wish: &Wish, source: &str, calendar: Calendar) -> Vec<Deal> {
    let mut draw = Draw::of(seed, Topic::Deal, who.number);
    let homes = [&wish.home, wish.second()];
    story.deals.iter().zip(homes).map(|(way, home)| deal(who, wish, way, home, source, calendar, &mut draw)).collect()
}

fn deal(who: &Who, wish: &Wish, way: &Way, home: &Home, source: &str, calendar: Calendar, draw: &mut Draw) -> Deal {
    let opened_at = way.first();
    let (last, last_at) = way.last();
    let mut opened = Fields::new();
    put(&mut opened, "name", format!("{}, {}", home.name(), who.family));
    let desk = if who.home.city != who.buys.city {
        "Overseas desk"
    } else if wish.is_investor() {
        "Investors"
    } else {
        "Residential sales"
    };
    put(&mut opened, "pipeline", desk);
    put(&mut opened, "stage", Stage::Enquiry.as_str());
    put(&mut opened, "status", "Open");
    put(&mut opened, "amount", home.price.value());
    put(&mut opened, "currency", home.price.currency);
    put(&mut opened, "probability", Stage::Enquiry.probability().to_string());
    put(&mut opened, "close_date", calendar.date(expected(last, last_at, draw)));
    put(&mut opened, "owner", who.owner);
    put(&mut opened, "contact", who.full());
    put(&mut opened, "source", source);
    if draw.percent(40) {
        put(&mut opened, "description", about(home, wish, draw));
    }
    put(&mut opened, "created_at", calendar.datetime(opened_at));
    let moves = way.stages().iter().skip(1).map(|(stage, when)| step(*stage, *when, calendar, draw)).collect();
    Deal { opened, moves }
}

/// When it was expected to close: some weeks after it began; an open one that is late says so now and then.
fn expected(last: Stage, last_at: When, draw: &mut Draw) -> When {
    if matches!(last, Stage::Won | Stage::Lost) {
        return last_at + day(draw.within(-10, 40));
    }
    let soon = last_at + day(draw.within(25, 120));
    if days(soon) < 0 && draw.percent(75) { day(draw.within(4, 90)) } else { soon }
}

fn about(home: &Home, wish: &Wish, draw: &mut Draw) -> String {
    let why = draw.word(&[
        "for the parents, who move in with them",
        "first home, the loan is sanctioned",
        "to be let out after handover",
        "upgrade from a smaller flat in the same street",
        "for the daughter, who marries next year",
        "held jointly with the brother",
        "asks for a quiet side and two car parks",
    ]);
    format!("{} at {} {}, {why}.", wish.size(), home.project.name, home.unit)
}

fn step(stage: Stage, when: When, calendar: Calendar, draw: &mut Draw) -> Fields {
    let mut fields = Fields::new();
    put(&mut fields, "stage", stage.as_str());
    put(&mut fields, "probability", stage.probability().to_string());
    match stage {
        Stage::Won => {
            put(&mut fields, "status", "Won");
            put(&mut fields, "won_at", calendar.datetime(when));
            put(&mut fields, "close_date", calendar.date(when));
        }
        Stage::Lost => {
            put(&mut fields, "status", "Lost");
            put(&mut fields, "lost_at", calendar.datetime(when));
            let why = draw.word(&[
                "Chose another project",
                "Price",
                "Loan refused",
                "Plans changed",
                "Possession too late",
                "Bought from the family",
                "No answer any more",
            ]);
            put(&mut fields, "lost_reason", why);
        }
        _ => {}
    }
    put(&mut fields, "updated_at", calendar.datetime(when));
    fields
}
