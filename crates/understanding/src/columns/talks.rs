//! Logs of what has been: calls, visits, meetings, messages. Their rows say when something was and what came of it; those
//! of tasks say what is to be done by when.

use contracts::EntityType;

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
    let ahead = headers.iter().any(|h| AHEAD.contains(&field(h, EntityType::Task).as_str()) && !(behind && again(h)));
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

/// What the values say of columns of a log: a `Call Type` of Inbound and Outbound is a direction. Time without a unit is
/// left to the person.
pub(crate) fn settle(drafts: &mut [Draft], profiles: &[Profile], row: EntityType) {
    if row != EntityType::Interaction {
        return;
    }
    let taken: Vec<String> = drafts.iter().filter_map(|d| d.column.field.clone()).collect();
    let free = |field: &str| !taken.iter().any(|t| t == field);
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
        if draft.is("interaction.duration") {
            let told = talk::unit(&draft.column.header).is_some();
            if !told && holds(profile, |v| talk::minutes(v, None).is_some()) < 0.9 {
                draft.open("values", "Neither the header nor the values say whether these are seconds or minutes");
            }
        }
        if draft.is("interaction.channel") && free("interaction.direction") && holds(profile, ways) >= 0.8 {
            take(draft, "interaction.direction", 0.8, "Its values say who called whom");
        }
    }
}
