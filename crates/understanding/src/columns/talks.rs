//! Logs of what has been: calls, visits, meetings, messages. Their rows say when something was and what came of it; those
//! of tasks say what is to be done by when.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::entity::CALLS;
use super::target;
use super::telling::{holds, take};
use super::words::Header;
use crate::profile::Profile;
use crate::values::talk;

/// Parts of the names of files that are logs.
const LOGS: &[&str] = &[
    "call_log",
    "call log",
    "call-log",
    "calllog",
    "calls",
    "cdr",
    "anrufe",
    "appels",
    "llamadas",
    "ligac",
    "chamadas",
    "chiamate",
    "telefonate",
    "\u{437}\u{432}\u{43e}\u{43d}\u{43a}",
    "site_visits",
    "site visits",
    "site-visits",
    "visits",
    "visitas",
    "visites",
    "viewings",
    "besichtigungen",
    "meetings",
    "messages",
    "whatsapp_chat",
    "conversations",
    "interactions",
    "communications",
    "engagements",
    "touchpoints",
];

/// Fields of what is still to be done.
const AHEAD: &[&str] = &["task.due_at", "task.priority", "task.reminder_at"];

/// Fields that only what has been has: nobody writes down beforehand how long a call took.
const BEHIND: &[&str] =
    &["interaction.duration", "interaction.direction", "interaction.media_ref", "interaction.ended_at"];

/// Whether the rows tell of what has been. `tasks`: they read as tasks otherwise.
pub(crate) fn is_log(headers: &[Header], profiles: &[Profile], file_name: &str, tasks: bool) -> bool {
    if event(headers, profiles) {
        return true;
    }
    let low = file_name.to_lowercase();
    let called = LOGS.iter().any(|l| low.contains(l));
    let field = |h: &Header, row| target::named(h, row).map(|n| n.target.field).unwrap_or_default();
    // `Call back on` stands in logs of calls too, which tell how long each was; with what is sought beside it, the rows are
    // those who seek.
    let again = |h: &Header| {
        let on = h.words.iter().any(|w| matches!(w.as_str(), "callback" | "back" | "recall" | "next"));
        on && field(h, EntityType::Task) == "task.due_at"
    };
    let behind = headers.iter().any(|h| BEHIND.contains(&field(h, EntityType::Interaction).as_str()))
        && !headers.iter().any(|h| field(h, EntityType::Person).starts_with("requirement."));
    // `Text Reminder Number` is no day to be reminded on.
    let ahead = headers.iter().zip(profiles).any(|(h, p)| {
        AHEAD.contains(&field(h, EntityType::Task).as_str()) && !(behind && again(h)) && p.share(p.phones) < 0.5
    });
    let when = headers.iter().zip(profiles).any(|(h, p)| {
        field(h, EntityType::Interaction) == "interaction.at" && (p.valued() == 0 || p.share(p.dates) >= 0.6)
    });
    if ahead || !when {
        return false;
    }
    let said = |h: &Header| {
        h.words.iter().any(|w| CALLS.contains(&w.as_str()) && w != "result" && w != "outcome" && w != "extension")
    };
    let talks = headers.iter().filter(|h| said(h)).count();
    if tasks {
        return called || talks >= 1;
    }
    // Lists of people have calls and visits of theirs beside them; a log names nobody in a way of its own.
    let somebody = headers.iter().any(|h| {
        matches!(
            field(h, EntityType::Person).as_str(),
            "person.given_name" | "person.family_name" | "person.full_name" | "person.email[]" | "person.company_name"
        )
    });
    called && !somebody
}

/// `Start Date & Time` and `End Date & Time` beside a word for a meeting: a calendar, or what was booked in one, whoever it
/// names. Leases start and end too, on days and at no time of them; an export of who comes to one event says its hours in
/// every row.
fn event(headers: &[Header], profiles: &[Profile]) -> bool {
    const MEET: &[&str] =
        &["event", "meeting", "appointment", "invitee", "calendar", "session", "booking", "organizer", "attendees"];
    let bound = |field: &str, words: &[&str]| {
        headers.iter().zip(profiles).any(|(h, p)| {
            let reads = target::named(h, EntityType::Interaction).is_some_and(|n| n.target.field == field);
            let clock = holds(p, |v| v.contains(':') && v.chars().any(|c| c.is_ascii_digit())) >= 0.9;
            reads && clock && p.distinct() >= 3 && h.words.iter().any(|w| words.contains(&w.as_str()))
        })
    };
    // What is still to be done has a priority, or is due.
    let to_do = headers.iter().any(|h| {
        let named = target::named(h, EntityType::Task).is_some_and(|n| n.target.field == "task.priority");
        named || h.words.iter().any(|w| matches!(w.as_str(), "due" | "deadline" | "priority"))
    });
    !to_do
        && headers.iter().any(|h| h.words.iter().any(|w| MEET.contains(&w.as_str())))
        && bound("interaction.at", &["start", "started", "starts", "begin", "from"])
        && bound("interaction.ended_at", &["end", "ended", "ends", "finish", "to", "fin"])
}

/// `05:32` over calls of which some would last for hours: minutes and seconds.
fn of_minutes(profile: &Profile) -> bool {
    let parts = |v: &str| {
        let (a, b) = v.split_once(':')?;
        let small = |t: &str| (1..=3).contains(&t.len()) && t.bytes().all(|c| c.is_ascii_digit());
        let (a, b): (u32, u32) = (small(a).then(|| a.parse().ok())??, small(b).then(|| b.parse().ok())??);
        (b < 60).then_some(a)
    };
    // Nobody talks for eight hours: where one in ten would, the first figures are minutes.
    holds(profile, |v| parts(v).is_some()) >= 0.98 && holds(profile, |v| parts(v).is_some_and(|a| a >= 8)) >= 0.1
}

/// What the values say of columns of a log: a `Call Type` of Inbound and Outbound is a direction. Time without a unit is
/// left to the person.
pub(crate) fn settle(drafts: &mut [Draft], profiles: &[Profile], row: EntityType) {
    if row != EntityType::Interaction {
        return;
    }
    let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
    let free = |field: &str| !taken.iter().any(|t| t == field);
    let numbered = drafts.iter().any(|d| d.is("person.phone[]"));
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        if draft.column.evidence.iter().any(|e| e.source == "profile") || profile.valued() < 2 {
            continue;
        }
        let ways = |v: &str| {
            [
                "inbound",
                "outbound",
                "incoming",
                "outgoing",
                "missed",
                "in",
                "out",
                "entrante",
                "saliente",
                "eingehend",
                "ausgehend",
            ]
            .iter()
            .any(|w| v == *w || v.starts_with(&format!("{w} ")))
        };
        // `Customer No` over numbers to call.
        let called = profile.share(profile.phones) >= 0.9 && holds(profile, |v| v.len() >= 10) >= 0.9;
        if draft.is("interaction.external_id") && called && !numbered {
            take(draft, "person.phone[]", 0.75, "Its values are phone numbers, and no other column holds any");
        }
        // The one column of numbers to reach people by.
        if draft.column.status == ColumnStatus::Unresolved
            && draft.column.question.is_none()
            && !numbered
            && profile.share(profile.phones) >= 0.9
            && profile.share(profile.international) >= 0.5
            && profile.distinct() * 3 > profile.filled
        {
            take(draft, "person.phone[]", 0.7, "Its values are phone numbers, and no other column holds any");
        }
        if draft.is("interaction.duration") {
            let told = talk::unit(&draft.column.header).is_some();
            if !told && of_minutes(profile) {
                draft.units = vec![talk::MINUTES_AND_SECONDS.to_owned()];
                draft.because("values", "Some would last for hours if these were hours: minutes and seconds", 0.75);
            } else if !told && holds(profile, |v| talk::minutes(v, None).is_some()) < 0.9 {
                draft.open("values", "Neither the header nor the values say whether these are seconds or minutes");
            }
        }
        // A telephone system names who calls by the number.
        let caller = matches!(
            draft.column.header.trim().to_lowercase().as_str(),
            "source" | "src" | "from" | "caller" | "calling party" | "a number" | "clid" | "origin"
        );
        if caller && free("person.phone[]") && profile.share(profile.phones) >= 0.8 {
            take(draft, "person.phone[]", 0.75, "Its values are phone numbers: whoever called");
        }
        if draft.is("interaction.channel") && free("interaction.direction") && holds(profile, ways) >= 0.8 {
            take(draft, "interaction.direction", 0.8, "Its values say who called whom");
        }
    }
}
