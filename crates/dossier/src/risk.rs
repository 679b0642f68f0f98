//! Risk and staleness by rule: data, a pure function, and the reason in words. The rules are shipped as JSON beside the
//! code, so that changing one is changing a number.

use std::sync::LazyLock;

use contracts::{EntityRef, RiskFlag, RiskWeight, TimelineKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::moment::{days_between, spoken_day};

/// How often somebody should be in touch while a deal is in one of these stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceRule {
    /// Words of stages, in small letters; `*` is any. The first rule that has a word of the stage holds.
    pub stages: Vec<String>,
    /// Silent for more days than this is too long.
    pub days: u32,
    /// How much it weighs.
    pub weight: RiskWeight,
}

/// A rule with no number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlainRule {
    /// How much it weighs.
    pub weight: RiskWeight,
}

/// The rule about overdue tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueRule {
    /// How much it weighs.
    pub weight: RiskWeight,
    /// Later than so many days, it weighs the most.
    pub high_after_days: u32,
}

/// The rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRules {
    /// Of the form of this file.
    pub version: u32,
    /// How often somebody should be in touch, by stage.
    pub silence: Vec<SilenceRule>,
    /// So many days beyond what the silence rule allows, a client is neglected rather than due for a call.
    pub neglected_after_days: u32,
    /// An open deal whose client nobody was ever in touch with.
    pub unreached: PlainRule,
    /// An open deal and nothing planned.
    pub no_next_action: PlainRule,
    /// A task that should be done by now.
    pub task_overdue: OverdueRule,
    /// An open deal that was to close before today.
    pub closing_past: PlainRule,
    /// A client of an open deal of whom no consent is on record.
    pub consent_missing: PlainRule,
}

/// The rules as shipped.
///
/// # Panics
/// Never: the file is part of the program, and a test reads it.
#[must_use]
pub fn risk_rules() -> &'static RiskRules {
    static RULES: LazyLock<RiskRules> =
        LazyLock::new(|| serde_json::from_str(include_str!("../data/risk.json")).expect("the shipped rules are JSON"));
    &RULES
}

impl RiskRules {
    /// The silence rule of a stage; none where no rule has a word of it and none holds for any.
    #[must_use]
    pub fn silence_in(&self, stage: &str) -> Option<&SilenceRule> {
        let stage = stage.to_lowercase();
        self.silence.iter().find(|r| r.stages.iter().any(|word| word == "*" || stage.contains(word.as_str())))
    }
}

/// An open deal of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDeal {
    /// Which.
    pub at: EntityRef,
    /// Its name.
    pub title: String,
    /// Its stage.
    pub stage: Option<String>,
    /// When it was expected to close.
    pub close: Option<Date>,
}

/// The last time that somebody was in touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastContact {
    /// The call or message; none where only its day is known.
    pub at: Option<EntityRef>,
    /// What it was.
    pub kind: Option<TimelineKind>,
    /// Its day.
    pub day: Date,
    /// Who was in touch.
    pub by: Option<String>,
}

/// A task that is still to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// Which.
    pub at: EntityRef,
    /// What is to be done.
    pub title: String,
    /// By when.
    pub due: Option<Date>,
}

/// What the rules look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskFacts {
    /// Today.
    pub today: Date,
    /// The client's open deals.
    pub deals: Vec<OpenDeal>,
    /// The last contact.
    pub contact: Option<LastContact>,
    /// The client's open tasks.
    pub tasks: Vec<OpenTask>,
    /// The client asked not to be contacted: then nobody is late to call.
    pub do_not_contact: bool,
    /// Whether any consent is on record, given or refused.
    pub consent_known: bool,
}

/// `1 day`, `34 days`.
#[must_use]
pub fn days_words(days: i64) -> String {
    format!("{days} day{}", if days == 1 { "" } else { "s" })
}

fn kind_words(kind: Option<TimelineKind>) -> &'static str {
    use TimelineKind as K;
    match kind {
        Some(K::Call) => "call",
        Some(K::Whatsapp) => "WhatsApp message",
        Some(K::Email) => "e-mail",
        Some(K::Sms) => "SMS",
        Some(K::Visit) => "visit",
        Some(K::Meeting) => "meeting",
        Some(K::Web) => "message from the web site",
        _ => "contact",
    }
}

/// `Last call on 18 Oct 2026 by Asha.`
#[must_use]
pub fn contact_words(contact: &LastContact) -> String {
    let by = contact.by.as_deref().filter(|b| !b.trim().is_empty()).map(|b| format!(" by {b}")).unwrap_or_default();
    format!("Last {} on {}{by}.", kind_words(contact.kind), spoken_day(contact.day))
}

/// What a deal's silence rule says: a flag where it is broken.
#[must_use]
pub fn silence(rules: &RiskRules, deal: &OpenDeal, contact: Option<&LastContact>, today: Date) -> Option<RiskFlag> {
    let stage = deal.stage.as_deref().unwrap_or_default().trim();
    let Some(contact) = contact else {
        return Some(RiskFlag {
            rule: "unreached".into(),
            weight: rules.unreached.weight,
            words: "Nobody has been in touch yet".into(),
            reason: format!("{} is open, and no call, message or visit is on record.", named(&deal.title)),
            about: Some(deal.at),
        });
    };
    let rule = rules.silence_in(stage)?;
    let silent = days_between(contact.day, today);
    if silent <= i64::from(rule.days) {
        return None;
    }
    let at = if stage.is_empty() { "While a deal is open".into() } else { format!("At “{stage}”") };
    Some(RiskFlag {
        rule: "silence".into(),
        weight: rule.weight,
        words: format!("No contact for {}", days_words(silent)),
        reason: format!(
            "{} {at}, somebody should be in touch every {}.",
            contact_words(contact),
            days_words(rule.days.into())
        ),
        about: contact.at.or(Some(deal.at)),
    })
}

fn named(title: &str) -> String {
    if title.trim().is_empty() { "A deal".into() } else { title.into() }
}

/// All flags of a client, the heaviest first; among equals in the order of the rules.
#[must_use]
pub fn risk_flags(rules: &RiskRules, facts: &RiskFacts) -> Vec<RiskFlag> {
    let mut flags = Vec::new();
    let today = facts.today;
    if !facts.do_not_contact {
        let silences = facts.deals.iter().filter_map(|d| silence(rules, d, facts.contact.as_ref(), today));
        // One silence, however many deals it endangers: the strictest rule's.
        flags.extend(silences.reduce(|one, other| if other.weight > one.weight { other } else { one }));
    }
    let late = |t: &&OpenTask| t.due.is_some_and(|due| due < today);
    if let Some(task) = facts.tasks.iter().filter(late).min_by_key(|t| (t.due, t.at)) {
        let days = task.due.map_or(0, |due| days_between(due, today));
        let high = days > i64::from(rules.task_overdue.high_after_days);
        let count = facts.tasks.iter().filter(late).count();
        flags.push(RiskFlag {
            rule: "task_overdue".into(),
            weight: if high { RiskWeight::High } else { rules.task_overdue.weight },
            words: if count == 1 { "Task overdue".into() } else { format!("{count} tasks overdue") },
            reason: format!("“{}” was due {} ago.", task.title, days_words(days)),
            about: Some(task.at),
        });
    }
    for deal in &facts.deals {
        let Some(close) = deal.close.filter(|close| *close < today) else { continue };
        flags.push(RiskFlag {
            rule: "closing_past".into(),
            weight: rules.closing_past.weight,
            words: "Closing date passed".into(),
            reason: format!("{} was expected to close on {}.", named(&deal.title), spoken_day(close)),
            about: Some(deal.at),
        });
    }
    if let Some(deal) = facts.deals.first() {
        if facts.tasks.is_empty() {
            flags.push(RiskFlag {
                rule: "no_next_action".into(),
                weight: rules.no_next_action.weight,
                words: "No next action".into(),
                reason: format!("{} is open and nothing is planned.", named(&deal.title)),
                about: Some(deal.at),
            });
        }
        if !facts.consent_known && !facts.do_not_contact {
            flags.push(RiskFlag {
                rule: "consent_missing".into(),
                weight: rules.consent_missing.weight,
                words: "No consent on record".into(),
                reason: "Whether this client may be called, written to or messaged is not known.".into(),
                about: None,
            });
        }
    }
    // Stable: equals stay in the order above.
    flags.sort_by_key(|f| std::cmp::Reverse(f.weight));
    flags
}

#[cfg(test)]
mod tests {
    use super::*;
    use contracts::{EntityId, EntityType};

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn at(entity: EntityType, n: u128) -> EntityRef {
        EntityRef { entity, id: EntityId(uuid::Uuid::from_u128(n)) }
    }

    /// A client in negotiation with a task ahead, called today, whose consent is known.
    fn well() -> RiskFacts {
        RiskFacts {
            today: day("2026-11-21"),
            deals: vec![OpenDeal {
                at: at(EntityType::Opportunity, 1),
                title: "Villa 12".into(),
                stage: Some("Negotiation".into()),
                close: Some(day("2026-12-01")),
            }],
            contact: Some(LastContact {
                at: Some(at(EntityType::Interaction, 2)),
                kind: Some(TimelineKind::Call),
                day: day("2026-11-21"),
                by: Some("Asha".into()),
            }),
            tasks: vec![OpenTask {
                at: at(EntityType::Task, 3),
                title: "Send the contract".into(),
                due: Some(day("2026-11-21")),
            }],
            do_not_contact: false,
            consent_known: true,
        }
    }

    fn rules_of(facts: &RiskFacts) -> Vec<String> {
        risk_flags(risk_rules(), facts).into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn a_client_who_is_looked_after_has_no_flags() {
        assert_eq!(rules_of(&well()), Vec::<String>::new());
    }

    #[test]
    fn a_silence_says_for_how_long_and_who_was_in_touch_last() {
        let mut facts = well();
        facts.contact.as_mut().expect("one").day = day("2026-10-18");
        let flags = risk_flags(risk_rules(), &facts);
        assert_eq!(flags.len(), 1, "{flags:?}");
        assert_eq!(flags[0].words, "No contact for 34 days");
        assert_eq!(
            flags[0].reason,
            "Last call on 18 Oct 2026 by Asha. At “Negotiation”, somebody should be in touch every 7 days."
        );
        assert_eq!(flags[0].about, Some(at(EntityType::Interaction, 2)));
    }

    #[test]
    fn the_stage_says_how_long_is_too_long_to_the_day() {
        for (stage, days) in [("Negotiation", 7), ("Site visit", 14), ("Qualified", 21), ("Something of ours", 30)] {
            let mut facts = well();
            facts.deals[0].stage = Some(stage.into());
            facts.contact.as_mut().expect("one").day = crate::moment::days_before(facts.today, days);
            assert_eq!(rules_of(&facts), Vec::<String>::new(), "{stage}: {days} days are allowed");
            facts.contact.as_mut().expect("one").day = crate::moment::days_before(facts.today, days + 1);
            assert_eq!(rules_of(&facts), ["silence"], "{stage}: one more is not");
        }
    }

    #[test]
    fn each_rule_holds_by_itself_and_the_heaviest_comes_first() {
        let mut facts = well();
        facts.tasks.clear();
        assert_eq!(rules_of(&facts), ["no_next_action"]);
        facts.consent_known = false;
        facts.deals[0].close = Some(day("2026-11-20"));
        assert_eq!(rules_of(&facts), ["closing_past", "no_next_action", "consent_missing"]);
        facts.contact = None;
        assert_eq!(rules_of(&facts)[0], "unreached");
        facts.do_not_contact = true;
        assert_eq!(rules_of(&facts), ["closing_past", "no_next_action"], "nobody is late to call them");
        facts.deals.clear();
        assert_eq!(rules_of(&facts), Vec::<String>::new(), "without a deal nothing is at stake");
    }

    #[test]
    fn a_task_is_overdue_from_the_day_after_and_weighs_more_with_time() {
        let mut facts = well();
        facts.tasks[0].due = Some(day("2026-11-20"));
        let one = risk_flags(risk_rules(), &facts);
        assert_eq!((one[0].rule.as_str(), one[0].weight), ("task_overdue", RiskWeight::Medium));
        assert_eq!(one[0].reason, "“Send the contract” was due 1 day ago.");
        facts.tasks[0].due = Some(day("2026-11-13"));
        assert_eq!(risk_flags(risk_rules(), &facts)[0].weight, RiskWeight::High);
    }
}
