//! Work by hand on what stands around a client: a record made about others, links made and taken away (R7, R183).

use contracts::{Actor, ApiError, EditResult, EntityId, EntityRef, EntityType, ErrorCode, Link, Permission};
use graph::Mutation;
use serde_json::Value;
use store::Tx;

use crate::access::allow;
use crate::edit::write_edit;
use crate::error::{Failure, not_found, refused};
use crate::{App, Outcome};

/// Records that a new one may be about, at most: a call has few participants.
const MAX_ABOUT: usize = 20;

impl App {
    /// Makes a record with these fields, typed as text and read as the importer reads cells, and links it to the records
    /// that it is about: a call with two people, a task for a deal. One group: one undo takes all of it back.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, or where the two kinds have nothing to do with each other;
    /// [`ErrorCode::NotFound`] for a record that it is about; [`ErrorCode::BadInput`] naming a field that is unknown or
    /// can't be read.
    pub fn record_create_about(
        &self,
        actor: &Actor,
        entity: EntityType,
        fields: &[(String, String)],
        about: &[EntityRef],
    ) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let values = self.typed(entity, fields)?;
        if values.is_empty() {
            return Err(ApiError::new(ErrorCode::BadInput, "A new record needs at least one field.", "Give its name."));
        }
        if about.len() > MAX_ABOUT {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("A record can't be about {} others at once.", about.len()),
                format!("Name at most {MAX_ABOUT}; link the rest afterwards."),
            )
            .at("about"));
        }
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            for (field, value) in &values {
                allow(&policy::may_edit(&access.policy, access.role, entity, field, &Value::Null, value))?;
            }
            let at = EntityRef { entity, id: EntityId(tx.new_id()) };
            let fields = values.iter().map(|(f, v)| (f.clone(), v.clone(), Vec::new(), None));
            let mut mutations = vec![Mutation::create(at, fields)];
            for other in about {
                let link = Mutation::make_link(&between(at, standing(tx, *other)?)?);
                // Two ids of people who became one are one.
                if !mutations.contains(&link) {
                    mutations.push(link);
                }
            }
            write_edit(tx, actor, at, mutations)
        });
        done.map_err(ApiError::from)
    }

    /// Links two records, as their kinds are linked: a person works at an account, a task is of a deal.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, where the two kinds have nothing to do with each other, or where they are linked
    /// already; [`ErrorCode::NotFound`].
    pub fn records_link(&self, actor: &Actor, from: EntityRef, to: EntityRef) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let (from, to) = (standing(tx, from)?, standing(tx, to)?);
            if from == to {
                return Err(refused("A record can't be linked to itself.", "Name two records.").into());
            }
            let link = between(from, to)?;
            if !joining(tx, from, to)?.is_empty() {
                return Err(refused("They are linked already.", "There is nothing to do.").into());
            }
            write_edit(tx, actor, from, vec![Mutation::make_link(&link)])
        });
        done.map_err(ApiError::from)
    }

    /// Takes away every link between two records, whichever of them it begins at.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, or where nothing links them; [`ErrorCode::NotFound`].
    pub fn records_unlink(&self, actor: &Actor, from: EntityRef, to: EntityRef) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let (from, to) = (standing(tx, from)?, standing(tx, to)?);
            let links = joining(tx, from, to)?;
            if links.is_empty() {
                return Err(refused("Nothing links them.", "There is nothing to take away.").into());
            }
            write_edit(tx, actor, from, links.iter().map(|l| graph::inverse(&Mutation::make_link(l))).collect())
        });
        done.map_err(ApiError::from)
    }
}

/// Where a record stands now, whoever absorbed it.
pub(crate) fn standing(tx: &Tx<'_>, at: EntityRef) -> Result<EntityRef, Failure> {
    let now = tx.resolve(at)?;
    if tx.record_exists(now)? { Ok(now) } else { Err(not_found(at.entity.as_str(), at.id).into()) }
}

/// Every link between two records.
fn joining(tx: &Tx<'_>, one: EntityRef, other: EntityRef) -> Result<Vec<Link>, Failure> {
    let mut links = tx.links_of(one.id)?;
    links.retain(|l| (l.from, l.to) == (one, other) || (l.from, l.to) == (other, one));
    Ok(links)
}

/// The link between two records, from the dependent or narrower side.
pub(crate) fn between(one: EntityRef, other: EntityRef) -> Result<Link, Failure> {
    let way =
        |from: EntityRef, to: EntityRef| kind(from.entity, to.entity).map(|kind| Link { kind: kind.into(), from, to });
    way(one, other).or_else(|| way(other, one)).ok_or_else(|| {
        let what = format!("Nothing links {} and {}.", a(one.entity), a(other.entity));
        refused(what, "Link it to a person, an account or a deal.").into()
    })
}

/// What a link from one kind of record to another means (`contracts::Link`).
fn kind(from: EntityType, to: EntityType) -> Option<&'static str> {
    use EntityType as E;
    Some(match (from, to) {
        (E::Person, E::Account) => "works_at",
        (E::Person, E::Person) => "related_to",
        (E::Household, E::Person | E::Account) => "household_of",
        (E::Opportunity, E::Person) => "contact_of",
        (E::Opportunity, E::Account) => "account_of",
        (E::Requirement, E::Person | E::Account | E::Opportunity) => "requirement_of",
        (E::Interest, E::Person | E::Account | E::Opportunity) => "interest_of",
        (E::Task, E::Person | E::Account | E::Opportunity) => "task_of",
        (E::Interaction, E::Person | E::Account | E::Opportunity) => "interaction_of",
        _ => return None,
    })
}

/// `an account`.
fn a(entity: EntityType) -> String {
    let name = entity.as_str();
    format!("{} {name}", if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" })
}
