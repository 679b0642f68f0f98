//! Whom a row means without being about them: a deal's client by their id, by how they are reached, by their name.

use contracts::{EntityRef, EntityType, Issue, Link, ProposalAction, ProposedField};
use identity::{Features, KeyKind, Resolution};
use understanding::DraftRecord;

use crate::error::Failure;
use crate::imports::row::{Planned, RowPlanner};
use crate::imports::twins::PROBABLE;

/// A deal or task is tied to the only person of exactly its contact's name: likely, not certain.
const LINK_BY_NAME: f64 = 0.75;

impl RowPlanner<'_> {
    /// Links the record to those that the row means by the ids of their source (`fields.md`, `external_id`); an id that
    /// nobody has, or several, is said. Whether somebody was met.
    pub(super) fn refer(
        &mut self,
        planned: &mut Planned,
        main: EntityRef,
        links: &[Link],
        other: &DraftRecord,
    ) -> Result<bool, Failure> {
        let kind = other.link.unwrap_or("related_to");
        let what = match other.entity {
            EntityType::Account => "company",
            EntityType::Opportunity => "deal",
            _ => "person",
        };
        let features = Features::of(|f| other.fields.iter().find(|p| p.field == f).map(|p| &p.value));
        let column = other.fields.iter().flat_map(|f| &f.sources).map(|s| s.column).next();
        let mut say = |kind: &str, message: String| {
            planned.issues.push(Issue { kind: kind.into(), message, column });
        };
        let mut met = Vec::new();
        for key in features.keys_of(KeyKind::ExternalId) {
            let id = key.value.split_once(':').map_or(key.value.as_str(), |(_, id)| id);
            let found = self.index.of_id(other.entity, key)?;
            match found.len() {
                0 => say(
                    "reference_unknown",
                    format!(
                        "No {what} here has the id {id} yet, so the row is linked to none; bring in the file of theirs first."
                    ),
                ),
                1 => met.extend(found),
                n => say(
                    "reference_ambiguous",
                    format!("The id {id} is that of {n}, so the row is linked to none of them."),
                ),
            }
        }
        let more: Vec<&str> = other.fields.iter().map(|f| f.field.as_str()).filter(|f| *f != "external_id").collect();
        if !more.is_empty() {
            let more = more.join(", ");
            say("record_unnamed", format!("The row tells its {what} by an id alone; {more} is kept with the file"));
        }
        for at in &met {
            let link = meant(kind, main, *at);
            if !links.contains(&link) {
                self.add_link(planned, main, link);
            }
        }
        Ok(!met.is_empty())
    }

    /// The person that a row of something else speaks of, if they are known: by their id, by a phone or mailbox under their
    /// name, or by one that only one person has where the row gives no name. A log of a hundred calls is of one client.
    pub(super) fn somebody(
        &mut self,
        planned: &mut Planned,
        features: &Features,
        other: &DraftRecord,
    ) -> Result<Option<EntityRef>, Failure> {
        let resolution = self.index.person(self.resolver, features)?;
        let known = match resolution {
            Resolution::Same { known } => Some(known.entity),
            Resolution::Suspected { candidates, .. } => {
                let mut open = candidates.iter().filter(|c| !self.without.contains(&c.entity));
                let best = open.next();
                let nameless = features.name.is_empty() && open.next().is_none();
                best.filter(|c| c.score >= PROBABLE || nameless).map(|c| c.entity)
            }
            Resolution::SharesContact { remark, .. } => {
                planned.issues.push(Issue { kind: "shared_contact".into(), message: remark, column: None });
                None
            }
            Resolution::New => None,
        };
        let told = ["full_name", "given_name", "family_name", "email", "phone", "external_id"];
        let more: Vec<&ProposedField> = other.fields.iter().filter(|f| !told.contains(&f.field.as_str())).collect();
        if let (Some(_), Some(first)) = (known, more.first()) {
            let names: Vec<&str> = more.iter().map(|f| f.field.as_str()).collect();
            let message = format!(
                "The row's person is known already; what it says of them besides ({}) is kept with the file.",
                names.join(", ")
            );
            let column = first.sources.first().map(|s| s.column);
            planned.issues.push(Issue { kind: "person_known".into(), message, column });
        }
        Ok(known)
    }

    /// The contact of a deal or task by name: linked when exactly one person has it.
    pub(super) fn link_contact(
        &mut self,
        planned: &mut Planned,
        at: EntityRef,
        kind: &str,
        name: &str,
    ) -> Result<(), Failure> {
        let people = self.index.people_named(&graph::sort_key(name))?;
        let message = match people.as_slice() {
            [one] if LINK_BY_NAME >= self.policy.thresholds.link_by_name => {
                let to = EntityRef { entity: EntityType::Person, id: *one };
                let mut p = self.proposal(planned.row_number, at, ProposalAction::Link, Vec::new());
                p.envelope.confidence = Some(LINK_BY_NAME);
                p.links.push(Link { kind: kind.into(), from: at, to });
                planned.proposals.push(p);
                return Ok(());
            }
            [_] => "One person has the contact's name; by policy a name alone links nobody.".to_string(),
            [] => "Nobody in the workspace has the contact's name, so the row is linked to no person.".to_string(),
            many => format!("{} people have the contact's name, so the row is linked to none of them.", many.len()),
        };
        let kind = match people.as_slice() {
            [] => "contact_unknown",
            [_] => "contact_by_name_only",
            _ => "contact_ambiguous",
        };
        planned.issues.push(Issue { kind: kind.into(), message, column: None });
        Ok(())
    }
}

/// The link of a row's record and one that it means, as hands make it: what was agreed, planned or said is of somebody, and
/// somebody works at a company (`contracts::Link`).
fn meant(kind: &str, main: EntityRef, other: EntityRef) -> Link {
    use EntityType as E;
    let of_main = matches!(main.entity, E::Opportunity | E::Task | E::Interaction) || other.entity == E::Account;
    let (from, to) = if of_main { (main, other) } else { (other, main) };
    Link { kind: kind.into(), from, to }
}
