//! How lists begin: their columns and order, and the order in which stages and states are worked through.

use contracts::{EntityType, SortKey};
use store::GroupCount;

/// The columns of a list that names none.
pub(crate) fn columns(entity: EntityType) -> &'static [&'static str] {
    use EntityType as E;
    match entity {
        E::Person => &[
            "name",
            "company_name",
            "job_title",
            "email",
            "phone",
            "city",
            "lead_status",
            "qd",
            "owner",
            "last_activity_at",
        ],
        E::Account => &["name", "industry", "domain", "phone", "city", "owner", "people", "opportunities"],
        E::Household => &["name", "client", "spouse.phone", "spouse.email", "children", "assistant.name"],
        E::Opportunity => &["name", "client", "stage", "amount", "probability", "close_date", "owner", "source"],
        E::Requirement => {
            &["name", "client", "purpose", "property_type", "budget_min", "budget_max", "bedrooms_min", "timeframe"]
        }
        E::Interest => {
            &["name", "client", "stage", "property.type", "property.bedrooms", "property.price", "price", "at"]
        }
        E::Task => &["title", "client", "due_at", "status", "priority", "assignee"],
        E::Interaction => &["at", "channel", "direction", "client", "subject", "outcome", "assignee"],
    }
}

/// The order of a list that names none.
pub(crate) fn sorts(entity: EntityType) -> Vec<SortKey> {
    use EntityType as E;
    let (field, descending) = match entity {
        E::Person | E::Account | E::Household | E::Requirement | E::Interest => ("name", false),
        E::Opportunity => ("close_date", false),
        E::Task => ("due_at", false),
        E::Interaction => ("at", true),
    };
    vec![SortKey { field: field.into(), descending }]
}

/// Stages and states in the order of their work, as folded words; others come after them by their name.
const WORK: &[(&str, &[&str])] = &[
    (
        "stage",
        &[
            "new",
            "enquiry",
            "inquiry",
            "lead",
            "new enquiry",
            "interested",
            "saved",
            "contacted",
            "qualification",
            "qualified",
            "discovery",
            "shortlist",
            "shortlisted",
            "viewing requested",
            "viewing_requested",
            "viewing scheduled",
            "site visit",
            "visit",
            "viewing",
            "viewed",
            "proposal",
            "offer",
            "negotiation",
            "token",
            "token paid",
            "reservation",
            "reserved",
            "booking",
            "booked",
            "agreement",
            "contract",
            "registration",
            "handover",
            "won",
            "closed won",
            "lost",
            "closed lost",
            "dropped",
        ],
    ),
    (
        "status",
        &[
            "new",
            "open",
            "not started",
            "in progress",
            "waiting",
            "deferred",
            "done",
            "completed",
            "closed",
            "cancelled",
        ],
    ),
    ("priority", &["urgent", "high", "medium", "normal", "low"]),
    (
        "lead_status",
        &[
            "new",
            "open",
            "attempted to contact",
            "contacted",
            "connected",
            "working",
            "in progress",
            "nurturing",
            "prospect",
            "active",
            "qualified",
            "open deal",
            "contract",
            "converted",
            "client",
            "closed",
            "sphere",
            "bad timing",
            "unqualified",
            "lost",
            "archived",
        ],
    ),
];

/// Puts groups in the order of their work.
pub(crate) fn in_their_order(field: &str, groups: &mut [GroupCount]) {
    let Some((_, words)) = WORK.iter().find(|(name, _)| *name == field) else { return };
    let place = |key: &str| words.iter().position(|w| *w == key).unwrap_or(words.len());
    groups.sort_by(|a, b| {
        let key = |g: &GroupCount| (g.key.is_empty(), place(&g.key));
        key(a).cmp(&key(b)).then_with(|| a.key.cmp(&b.key))
    });
}
