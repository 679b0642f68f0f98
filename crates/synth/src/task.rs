//! What is to be done for a client, was done, or should have been done by now.

use crate::calendar::{Calendar, When, day, days};
use crate::draw::{Draw, Topic};
use crate::person::Who;
use crate::story::{Stage, Standing, Story, minute};
use crate::values::{Fields, put};
use crate::wish::Wish;

pub(crate) fn tasks(seed: u64, who: &Who, story: &Story, wish: &Wish, calendar: Calendar) -> Vec<Fields> {
    let mut draw = Draw::of(seed, Topic::Task, who.number);
    let mut out = Vec::new();
    let project = wish.home.project.name;
    let given = who.given;
    let make = Make { who, calendar };
    // What lies behind: done some days after it was asked for.
    if story.touches.len() > 4 {
        for _ in 0..draw.below(3) {
            let Some(touch) = draw.one_of(&story.touches).copied() else { break };
            let due = touch.at + day(draw.within(1, 4));
            let title = match draw.below(5) {
                0 => format!("Send the brochure of {project} to {given}"),
                1 => format!("Share the payment plan of {project}"),
                2 => format!("Confirm the visit with {given}"),
                3 => format!("Ask accounts about the receipt for {given}"),
                _ => format!("Call {given} back"),
            };
            let done = due.min(day(-1) + 1000);
            out.push(make.done(title, due, done, &mut draw));
        }
    }
    if story.do_not_contact {
        return out;
    }
    let last = story.last().unwrap_or(story.created);
    let late = last + day(draw.within(7, 21));
    match story.standing {
        _ if story.is_neglected() && draw.percent(70) => {
            let title = match draw.below(4) {
                0 => format!("Check in with {given}"),
                1 => format!("Ask {given} whether {project} is still of interest"),
                2 => format!("Call {given}, no contact for a while"),
                _ => format!("Send {given} what is new near {}", wish.home.locality(who.buys)),
            };
            out.push(make.open(title, late.min(day(-1) + 600), "High", &mut draw));
        }
        Standing::NewLead if draw.percent(80) => {
            let due = day(draw.within(-3, 3)) + minute(&mut draw);
            out.push(make.open(format!("Call {given} about {project}"), due, "High", &mut draw));
        }
        Standing::Nurture if draw.percent(35) => {
            let due = day(draw.within(5, 60)) + minute(&mut draw);
            out.push(make.open(format!("Send {given} the new price list of {project}"), due, "Low", &mut draw));
        }
        Standing::Looking if draw.percent(65) => {
            let due = day(draw.within(-5, 12)) + minute(&mut draw);
            let title = match draw.below(4) {
                0 => format!("Arrange the visit to {project}"),
                1 => format!("Send {given} two more options near {}", wish.home.locality(who.buys)),
                2 => format!("Compare {project} with {} for {given}", wish.other()),
                _ => format!("Follow up with {given} after the viewing"),
            };
            out.push(make.open(title, due, "Normal", &mut draw));
        }
        Standing::Negotiating => {
            let due = day(draw.within(-2, 6)) + minute(&mut draw);
            let title = match draw.below(3) {
                0 => format!("Send the revised cost sheet of {} to {given}", wish.home.name()),
                1 => format!("Get the discount for {given} approved"),
                _ => format!("Prepare the agreement for {}", wish.home.name()),
            };
            out.push(make.open(title, due, "High", &mut draw));
        }
        Standing::Booked => {
            if let Some(won) = story.deals.first().and_then(|way| way.entered(Stage::Won)) {
                let done = (won + day(3)).min(day(-1) + 900);
                out.push(make.done(format!("Collect the KYC papers of {given}"), won + day(2), done, &mut draw));
            }
            if draw.percent(45) {
                let due = day(draw.within(3, 120)) + minute(&mut draw);
                out.push(make.open(
                    format!("Walk through {} with {given}", wish.home.name()),
                    due,
                    "Normal",
                    &mut draw,
                ));
            }
        }
        Standing::Past if draw.percent(20) => {
            let due = day(draw.within(10, 90)) + minute(&mut draw);
            out.push(make.open(format!("Ask {given} who else is looking"), due, "Low", &mut draw));
        }
        _ => {}
    }
    out
}

struct Make<'a> {
    who: &'a Who,
    calendar: Calendar,
}

impl Make<'_> {
    fn task(&self, title: String, due: When, priority: &'static str) -> Fields {
        let mut fields = Fields::new();
        put(&mut fields, "title", title);
        put(&mut fields, "contact", self.who.full());
        put(&mut fields, "due_at", self.calendar.datetime(due));
        put(&mut fields, "priority", priority);
        put(&mut fields, "assignee", self.who.owner);
        fields
    }

    fn done(&self, title: String, due: When, done: When, draw: &mut Draw) -> Fields {
        let mut fields = self.task(title, due, draw.word(&["Normal", "Normal", "High", "Low"]));
        put(&mut fields, "status", "Completed");
        put(&mut fields, "done_at", self.calendar.datetime(done));
        fields
    }

    fn open(&self, title: String, due: When, priority: &'static str, draw: &mut Draw) -> Fields {
        let mut fields = self.task(title, due, priority);
        put(&mut fields, "status", if draw.percent(20) { "In progress" } else { "Open" });
        if draw.percent(40) {
            put(&mut fields, "reminder_at", self.calendar.datetime(day(days(due)) + 540));
        }
        if draw.percent(30) {
            let words = draw.word(&[
                "Prefers calls after six",
                "Write on WhatsApp first",
                "The spouse joins",
                "Wants it in writing",
                "Ask for the PAN card as well",
                "Travelling this week",
            ]);
            put(&mut fields, "description", words);
        }
        fields
    }
}
