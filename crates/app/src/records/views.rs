//! Views: lists under a name. Those that came with the program, one's own, and what others share.

use contracts::{
    Actor, ApiError, EntityType, ErrorCode, Permission, SavedView, SortKey, ViewColumn, ViewLayout, ViewOrderArgs,
    ViewSaveArgs, ViewShape,
};
use store::{StoredView, ViewOrder};
use uuid::Uuid;

use super::{bad, may_filter, problem};
use crate::access::Access;
use crate::error::{Failure, not_found, refused};
use crate::{App, Outcome};

/// Views of one user for one kind, at most.
const MOST: usize = 200;

/// Came with the program: kind, id, name, filter, sorts (a minus: largest first), group, board.
type Shipped =
    (EntityType, &'static str, &'static str, &'static str, &'static [&'static str], Option<&'static str>, bool);

const SHIPPED: &[Shipped] = {
    use EntityType as E;
    &[
        (E::Person, "all-contacts", "All contacts", "", &["name"], None, false),
        (E::Person, "my-contacts", "My contacts", "owner is me", &["name"], None, false),
        (
            E::Person,
            "not-contacted-30",
            "Not contacted for 30 days",
            "not contacted for 30 days",
            &["-qd", "name"],
            None,
            false,
        ),
        (E::Person, "hot", "Hot (QD)", "qd > 70", &["-qd", "name"], None, false),
        (E::Person, "by-status", "By lead status", "", &["name"], Some("lead_status"), false),
        (E::Account, "all-accounts", "All accounts", "", &["name"], None, false),
        (E::Account, "my-accounts", "My accounts", "owner is me", &["name"], None, false),
        (E::Household, "all-households", "All households", "", &["name"], None, false),
        (E::Opportunity, "pipeline", "Pipeline", "closed is no", &["close_date"], Some("stage"), true),
        (E::Opportunity, "all-deals", "All deals", "", &["close_date"], None, false),
        (E::Opportunity, "my-deals", "My open deals", "owner is me and closed is no", &["close_date"], None, false),
        (
            E::Opportunity,
            "closing-month",
            "Closing this month",
            "close date is this month and closed is no",
            &["close_date"],
            None,
            false,
        ),
        (E::Requirement, "all-briefs", "All briefs", "", &["name"], None, false),
        (E::Interest, "all-properties", "All properties", "", &["name"], None, false),
        (E::Interest, "ladder", "By interest", "", &["-at"], Some("stage"), true),
        (E::Task, "my-open-tasks", "My open tasks", "assignee is me and done is no", &["due_at"], None, false),
        (E::Task, "overdue-tasks", "Overdue tasks", "overdue", &["due_at"], None, false),
        (E::Task, "due-this-week", "Due this week", "due this week and done is no", &["due_at"], None, false),
        (E::Task, "task-board", "Board", "", &["due_at"], Some("status"), true),
        (E::Task, "all-tasks", "All tasks", "", &["due_at"], None, false),
        (E::Interaction, "all-activity", "All activity", "", &["-at"], None, false),
        (E::Interaction, "this-week", "This week", "at is this week", &["-at"], None, false),
        (E::Interaction, "mine", "Mine", "assignee is me", &["-at"], None, false),
    ]
};

impl App {
    /// The views of a kind that the actor sees, in their order: shipped ones that are not hidden, their own, and shared
    /// ones.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for whoever reads no records.
    pub fn views(&self, actor: &Actor, entity: EntityType) -> Outcome<Vec<SavedView>> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let (stored, order) = self.reading(|r| Ok((r.views(entity)?, r.view_order(&actor.id, entity)?)))?;
        let mut out: Vec<SavedView> = SHIPPED.iter().filter(|s| s.0 == entity).filter_map(shipped).collect();
        out.retain(|v| !order.hidden.contains(&v.view_id));
        out.extend(stored.into_iter().filter(|v| v.shared || v.owner == *actor).map(saved));
        // A view whose filter the role may not ask is none that it sees: it would say what is hidden.
        out.retain(|v| v.shape.filter.as_ref().is_none_or(|f| may_filter(&access, entity, f).is_ok()));
        let place = |id: &str| order.view_ids.iter().position(|other| other == id).unwrap_or(usize::MAX);
        out.sort_by_key(|v| place(&v.view_id));
        Ok(out)
    }

    /// Keeps a view, or changes one's own.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming what does not fit, [`ErrorCode::Refused`] for another's view or one that came with
    /// the program, [`ErrorCode::NotFound`].
    pub fn view_save(&self, actor: &Actor, args: &ViewSaveArgs) -> Outcome<SavedView> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let name = args.name.trim();
        if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
            return Err(bad("name", "A view's name has 1 to 60 characters.", "Give it another name."));
        }
        self.check_shape(&access, actor, args.entity, &args.shape)?;
        let done: Result<StoredView, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let id = match &args.view_id {
                None => tx.new_id(),
                Some(id) => {
                    let found = own(tx.view(parsed(id)?)?, id, actor)?;
                    if found.entity != args.entity {
                        return Err(
                            bad("entity", "A view stays with its kind of record.", "Save it as a new one.").into()
                        );
                    }
                    found.view_id
                }
            };
            let mine: Vec<StoredView> = tx.views(args.entity)?.into_iter().filter(|v| v.owner == *actor).collect();
            if mine.iter().any(|v| v.view_id != id && v.name.to_lowercase() == name.to_lowercase()) {
                return Err(
                    bad("name", format!("You have a view called {name} already."), "Give it another name.").into()
                );
            }
            if args.view_id.is_none() && mine.len() >= MOST {
                return Err(
                    bad("name", format!("You have {MOST} views already."), "Delete one that you don't use.").into()
                );
            }
            let view = StoredView {
                view_id: id,
                entity: args.entity,
                name: name.into(),
                shared: args.shared,
                owner: actor.clone(),
                saved_at: tx.now(),
                shape: args.shape.clone(),
            };
            tx.put_view(&view)?;
            Ok(view)
        });
        done.map(saved).map_err(ApiError::from)
    }

    /// Removes one's own view; hides one that came with the program from oneself.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for another's, [`ErrorCode::NotFound`].
    pub fn view_delete(&self, actor: &Actor, id: &str) -> Outcome<()> {
        self.permit(actor, Permission::ReadRecords)?;
        let done: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            if let Some(view) = SHIPPED.iter().find(|s| format!("shipped.{}", s.1) == id) {
                let mut order = tx.view_order(&actor.id, view.0)?;
                if !order.hidden.iter().any(|h| h == id) {
                    order.hidden.push(id.into());
                }
                return Ok(tx.put_view_order(&actor.id, view.0, &order)?);
            }
            let view = own(tx.view(parsed(id)?)?, id, actor)?;
            tx.remove_view(view.view_id)?;
            Ok(())
        });
        done.map_err(ApiError::from)
    }

    /// Puts a kind's views in another order, for oneself. A hidden one that is named is shown again.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for too many.
    pub fn view_order(&self, actor: &Actor, args: &ViewOrderArgs) -> Outcome<Vec<SavedView>> {
        self.permit(actor, Permission::ReadRecords)?;
        if args.view_ids.len() > 2 * MOST || args.view_ids.iter().any(|id| id.len() > 80) {
            return Err(bad("view_ids", "These are too many views.", "Name each view once."));
        }
        let done: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            let before = tx.view_order(&actor.id, args.entity)?;
            let hidden = before.hidden.into_iter().filter(|h| !args.view_ids.contains(h)).collect();
            Ok(tx.put_view_order(&actor.id, args.entity, &ViewOrder { view_ids: args.view_ids.clone(), hidden })?)
        });
        done.map_err(ApiError::from)?;
        self.views(actor, args.entity)
    }

    /// A view by its name or id, as the actor sees it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn view_named(&self, actor: &Actor, entity: EntityType, name: &str) -> Outcome<SavedView> {
        let folded = name.trim().to_lowercase();
        let views = self.views(actor, entity)?;
        let found = views.into_iter().find(|v| v.view_id == name || v.name.to_lowercase() == folded);
        found.ok_or_else(|| {
            ApiError::new(
                ErrorCode::NotFound,
                format!("There is no view called {name} of this kind ({entity})."),
                "`velocity view list` names them.",
            )
            .at("view")
        })
    }

    fn check_shape(&self, access: &Access, actor: &Actor, entity: EntityType, shape: &ViewShape) -> Outcome<()> {
        let mut query = contracts::RecordsQuery::of(entity);
        query.filter.clone_from(&shape.filter);
        query.sorts.clone_from(&shape.sorts);
        query.columns = shape.columns.iter().map(|c| c.field.clone()).collect();
        if let Some(tree) = &shape.filter {
            filter::check(entity, tree, &self.moment(actor)).map_err(problem)?;
        }
        self.checked(access, actor, &query)?;
        if let Some(group) = &shape.group
            && !filter::field(entity, group).is_some_and(|f| store::groupable(&f))
        {
            return Err(bad("group", format!("A list can't be grouped by {group}."), "Choose another field."));
        }
        if shape.columns.iter().any(|c| c.width.is_some_and(|w| !(20..=2000).contains(&w))) {
            return Err(bad("columns", "A column is 20 to 2000 pixels wide.", "Make it narrower or wider."));
        }
        Ok(())
    }
}

fn parsed(id: &str) -> Result<Uuid, Failure> {
    if id.starts_with("shipped.") {
        return Err(refused("This view came with the program.", "Save it under another name to change it.").into());
    }
    Uuid::parse_str(id).map_err(|_| not_found("view", id).into())
}

fn own(found: Option<StoredView>, id: &str, actor: &Actor) -> Result<StoredView, Failure> {
    match found {
        Some(view) if view.owner == *actor => Ok(view),
        Some(view) if view.shared => {
            Err(refused(format!("This view is {}'s.", view.owner.id), "Save it under another name.").into())
        }
        // Whether somebody else has one is nobody's business.
        _ => Err(not_found("view", id).into()),
    }
}

fn saved(v: StoredView) -> SavedView {
    let sentence = v.shape.filter.as_ref().map(|f| filter::print(v.entity, f)).unwrap_or_default();
    SavedView {
        view_id: v.view_id.to_string(),
        entity: v.entity,
        name: v.name,
        shipped: false,
        shared: v.shared,
        owner: Some(v.owner),
        saved_at: Some(v.saved_at),
        shape: v.shape,
        sentence,
    }
}

fn shipped(view: &Shipped) -> Option<SavedView> {
    let (entity, id, name, sentence, sorts, group, board) = *view;
    let tree = filter::parse(entity, sentence).ok()?;
    let sort = |s: &&str| SortKey { field: s.trim_start_matches('-').into(), descending: s.starts_with('-') };
    Some(SavedView {
        view_id: format!("shipped.{id}"),
        entity,
        name: name.into(),
        shipped: true,
        shared: true,
        owner: None,
        saved_at: None,
        sentence: filter::print(entity, &tree),
        shape: ViewShape {
            filter: Some(tree).filter(|t| !t.is_everything()),
            sorts: sorts.iter().map(sort).collect(),
            columns: super::catalogue::columns(entity)
                .iter()
                .enumerate()
                .map(|(i, f)| ViewColumn { field: (*f).into(), width: None, pinned: i == 0 })
                .collect(),
            group: group.map(Into::into),
            layout: if board { ViewLayout::Board } else { ViewLayout::Table },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_that_came_with_the_program_can_be_shown() {
        for s in SHIPPED {
            let view = shipped(s).unwrap_or_else(|| panic!("{}: its filter reads", s.1));
            for key in &view.shape.sorts {
                let f = filter::field(s.0, &key.field).unwrap_or_else(|| panic!("{}: {}", s.1, key.field));
                assert!(store::sortable(s.0, &f), "{}: {}", s.1, key.field);
            }
            for c in &view.shape.columns {
                assert!(filter::field(s.0, &c.field).is_some(), "{}: {}", s.1, c.field);
            }
            if let Some(group) = &view.shape.group {
                assert!(filter::field(s.0, group).is_some_and(|f| store::groupable(&f)), "{}: {group}", s.1);
            }
        }
        let mut ids: Vec<&str> = SHIPPED.iter().map(|s| s.1).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), SHIPPED.len());
    }
}
