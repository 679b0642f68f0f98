//! Rights: who acts, what they may, what they see (R85). Every use case asks here before it does anything.

use std::sync::{Arc, Mutex, PoisonError};

use contracts::{
    Actor, ActorKind, ApiError, EntityType, ErrorCode, Fact, FieldGroup, Permission, PolicyData, PolicyView,
    RecordPanel, Rights, Role, RoleGrant, Visibility,
};
use serde_json::Value;
use store::{Reader, StoreError, Tx};

use crate::error::{Failure, refused};
use crate::{App, Outcome};

/// What the search looks into.
const SEARCHED: &[FieldGroup] = &[
    FieldGroup::Identity,
    FieldGroup::Contact,
    FieldGroup::Address,
    FieldGroup::Work,
    FieldGroup::Notes,
    FieldGroup::Source,
];

/// The policy in force, read once per version.
#[derive(Debug, Default)]
pub(crate) struct PolicyCache(Mutex<Option<(u64, Arc<PolicyData>)>>);

/// What an actor may, under the policy in force.
#[derive(Clone, Debug)]
pub(crate) struct Access {
    pub policy: Arc<PolicyData>,
    pub role: Option<Role>,
}

impl Access {
    /// Refuses unless the role holds the permission.
    pub(crate) fn permit(&self, permission: Permission) -> Outcome<()> {
        allow(&policy::permit(&self.policy, self.role, permission))
    }

    /// Whether every field is seen as it is: then nothing needs to be masked.
    pub(crate) fn sees_all(&self) -> bool {
        let full = |rights: &contracts::RolePolicy| {
            contracts::FieldGroup::ALL.iter().all(|g| rights.read.get(g) == Some(&Visibility::Full))
        };
        self.role.and_then(|r| self.policy.roles.get(&r)).is_some_and(full)
    }

    /// Refuses a search by words for whoever does not see in full what words are looked for in: a hit would tell what a
    /// mask hides, and so would its order.
    pub(crate) fn may_search(&self) -> Outcome<()> {
        let lacking = |rights: Option<&contracts::RolePolicy>| {
            let full = |g: &FieldGroup| rights.is_some_and(|r| r.read.get(g) == Some(&Visibility::Full));
            SEARCHED.iter().copied().find(|g| !full(g))
        };
        let Some(group) = lacking(self.role.and_then(|r| self.policy.roles.get(&r))) else { return Ok(()) };
        let who: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|r| self.policy.roles.get(r).is_some_and(|p| lacking(Some(p)).is_none()))
            .filter(|r| policy::permit(&self.policy, Some(*r), Permission::ReadRecords).allowed)
            .collect();
        let role = self.role.map_or("none", Role::as_str);
        Err(ApiError {
            policy: Some(format!("role.{role}/read.{group}")),
            who: who.iter().map(ToString::to_string).collect(),
            ..refused(
                format!("Words are looked for in values that your role does not see ({}).", group.title()),
                "Look through the list, or ask a colleague who sees them.",
            )
        })
    }

    /// Refuses a list sorted by what the role does not see at all.
    pub(crate) fn may_sort(&self, entity: EntityType, field: &str) -> Outcome<()> {
        self.sees(entity, field, &|v| v != Visibility::Hidden)
    }

    /// Refuses the cells behind a field that the role does not see in full: cells are never masked.
    pub(crate) fn may_see(&self, entity: EntityType, field: &str) -> Outcome<()> {
        self.sees(entity, field, &|v| v == Visibility::Full)
    }

    fn sees(&self, entity: EntityType, field: &str, enough: &dyn Fn(Visibility) -> bool) -> Outcome<()> {
        let seen = |role| enough(policy::visibility(&self.policy, role, entity, field));
        if seen(self.role) {
            return Ok(());
        }
        let group = policy::group_of(entity, field);
        let role = self.role.map_or("none", Role::as_str);
        Err(ApiError {
            policy: Some(format!("role.{role}/read.{group}")),
            who: Role::ALL.iter().filter(|r| seen(Some(**r))).map(ToString::to_string).collect(),
            ..refused(
                format!("Your role does not see this ({}).", group.title()),
                "Ask a colleague who does, or choose another field.",
            )
        })
    }

    /// A field's value as this role sees it; none where it sees nothing.
    pub(crate) fn shown(&self, entity: EntityType, field: &str, value: &Value) -> Option<Value> {
        policy::shown(&self.policy, self.role, entity, field, value)
    }

    /// A text field as this role sees it; empty where it sees nothing.
    pub(crate) fn shown_text(&self, entity: EntityType, field: &str, text: &str) -> String {
        match self.shown(entity, field, &Value::String(text.into())) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        }
    }

    /// The name of a record as this role sees it.
    pub(crate) fn shown_title(&self, entity: EntityType, title: &str) -> String {
        let field = match entity {
            EntityType::Person => "full_name",
            EntityType::Account | EntityType::Opportunity => "name",
            EntityType::Household => "spouse.full_name",
            EntityType::Requirement => "locality",
            EntityType::Interest => "property.name",
            EntityType::Task => "title",
            EntityType::Interaction => "subject",
        };
        self.shown_text(entity, field, title)
    }

    /// A record's panel as this role sees it.
    pub(crate) fn mask_panel(&self, panel: &mut RecordPanel) {
        panel.title = self.shown_title(panel.entity.entity, &panel.title);
        self.mask_facts(panel.entity.entity, &mut panel.facts);
    }

    /// Facts of a record as this role sees them.
    pub(crate) fn mask_facts(&self, entity: EntityType, facts: &mut Vec<Fact>) {
        let old = std::mem::take(facts);
        facts.extend(old.into_iter().filter_map(|mut fact| {
            fact.value = self.shown(entity, &fact.field, &fact.value)?;
            Some(fact)
        }));
    }
}

impl App {
    /// What an actor may. A machine never holds more than the role of agents, whatever it was granted; a person who was
    /// granted that role is one.
    pub(crate) fn access(&self, actor: &Actor) -> Outcome<Access> {
        self.reading(|r| self.access_in(r, actor))
    }

    /// As [`App::access`], inside a transaction.
    pub(crate) fn access_in(&self, r: &Reader<'_>, actor: &Actor) -> Result<Access, Failure> {
        let granted = r.role_of(&actor.id)?.and_then(|name| name.parse::<Role>().ok());
        let role = match actor.kind {
            ActorKind::Human => granted,
            ActorKind::Agent => granted.filter(|role| *role == Role::Agent),
            // Rules and devices act inside use cases only, never as whoever asks for one.
            ActorKind::Rule | ActorKind::Device => None,
        };
        Ok(Access { policy: self.policy_in(r)?, role })
    }

    /// Refuses unless the actor holds the permission.
    pub(crate) fn permit(&self, actor: &Actor, permission: Permission) -> Outcome<Access> {
        let access = self.access(actor)?;
        access.permit(permission)?;
        Ok(access)
    }

    /// The policy in force.
    pub(crate) fn policy_in(&self, r: &Reader<'_>) -> Result<Arc<PolicyData>, Failure> {
        let version = r.policy_version()?;
        let mut cache = self.policies.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((cached, policy)) = cache.as_ref()
            && *cached == version
        {
            return Ok(Arc::clone(policy));
        }
        let policy = Arc::new(match r.policy()? {
            Some(record) => {
                serde_json::from_str(&record.policy).map_err(|source| StoreError::Json { what: "policy", source })?
            }
            None => policy::shipped(),
        });
        *cache = Some((version, Arc::clone(&policy)));
        Ok(policy)
    }

    /// Who acts: the user named, or the workspace's owner (the person at this computer, if they are one).
    ///
    /// # Errors
    /// The store's. A user without a role is no error here: every use case refuses them.
    pub fn acting(&self, user: Option<&str>) -> Outcome<Actor> {
        let grants = self.reading(|r| Ok(r.grants()?))?;
        let me = crate::current_user();
        let user = user.map_or_else(
            || {
                let owners = || grants.iter().filter(|g| g.role == Role::Owner.as_str());
                let mine = owners().find(|g| g.user == me.id).or_else(|| owners().next());
                mine.map_or(me.id.clone(), |g| g.user.clone())
            },
            String::from,
        );
        let agent = grants.iter().any(|g| g.user == user && g.role == Role::Agent.as_str());
        Ok(if agent { Actor::agent(user) } else { Actor::human(user) })
    }

    /// An actor's role and what it may do.
    ///
    /// # Errors
    /// The store's.
    pub fn rights(&self, actor: &Actor) -> Outcome<Rights> {
        let access = self.access(actor)?;
        let permissions = Permission::ALL.iter().copied().filter(|p| access.permit(*p).is_ok()).collect();
        Ok(Rights { role: access.role, permissions, may_search: access.may_search().is_ok() })
    }

    /// The policy in force, with what can be set and what each role may. Everybody with a role may read it: a refusal
    /// that can't be looked up would be no explanation.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a user without a role.
    pub fn policy_show(&self, actor: &Actor) -> Outcome<PolicyView> {
        self.somebody(actor)?;
        self.reading(|r| {
            let data = self.policy_in(r)?;
            let record = r.policy()?;
            let version = record.as_ref().map_or(0, |p| p.version);
            let (at, by) = record.map_or((None, None), |p| (Some(p.at), Some(p.actor)));
            Ok(policy::view(&data, version, at, by))
        })
    }

    /// Sets one key of the policy: a new version, in the audit chain.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for anyone but an owner; [`ErrorCode::BadInput`] for a key or value that does not fit, and
    /// for what no policy may allow.
    pub fn policy_set(&self, actor: &Actor, key: &str, value: &str) -> Outcome<PolicyView> {
        self.permit(actor, Permission::ManagePolicy)?;
        let done: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            self.access_in(tx, actor)?.permit(Permission::ManagePolicy)?;
            let next = policy::set(&*self.policy_in(tx)?, key, value)
                .map_err(|e| ApiError::new(ErrorCode::BadInput, e.to_string(), e.way_out()).at(key))?;
            let text = serde_json::to_string(&next).map_err(|source| StoreError::Json { what: "policy", source })?;
            tx.insert_policy(&text, actor)?;
            Ok(())
        });
        done.map_err(ApiError::from)?;
        self.policy_show(actor)
    }

    /// Who holds which role.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a user without a role.
    pub fn roles(&self, actor: &Actor) -> Outcome<Vec<RoleGrant>> {
        self.somebody(actor)?;
        self.grants()
    }

    fn grants(&self) -> Outcome<Vec<RoleGrant>> {
        self.reading(|r| {
            let grants = r.grants()?.into_iter().map(|g| {
                let role = g.role.parse().map_err(StoreError::Damaged)?;
                Ok(RoleGrant { user: g.user, role, granted_at: g.at, granted_by: g.actor })
            });
            grants.collect()
        })
    }

    /// Grants a role in place of any other, or revokes whatever role a user has (none).
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for anyone but an owner, and for taking the last owner away.
    pub fn role_set(&self, actor: &Actor, user: &str, role: Option<Role>) -> Outcome<Vec<RoleGrant>> {
        self.permit(actor, Permission::ManageRoles)?;
        let user = user.trim();
        if user.is_empty() || user.chars().count() > 80 || user.chars().any(char::is_control) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                "A user's name has 1 to 80 characters.",
                "Give the login they use on their computer.",
            )
            .at("user"));
        }
        let done: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            self.access_in(tx, actor)?.permit(Permission::ManageRoles)?;
            let owners: Vec<_> = tx.grants()?.into_iter().filter(|g| g.role == Role::Owner.as_str()).collect();
            if role != Some(Role::Owner) && owners.len() == 1 && owners[0].user == user {
                return Err(refused(
                    format!("{user} is the only owner of this workspace."),
                    "Make somebody else an owner first.",
                )
                .into());
            }
            tx.insert_grant(user, role.map(Role::as_str), actor)?;
            Ok(())
        });
        done.map_err(ApiError::from)?;
        // Whoever gave their own role away is told what stands now, not that they may not know.
        self.grants()
    }

    /// Refuses strangers: users without any role.
    pub(crate) fn somebody(&self, actor: &Actor) -> Outcome<Access> {
        let access = self.access(actor)?;
        if access.role.is_none() {
            access.permit(Permission::ReadRecords)?;
        }
        Ok(access)
    }
}

/// Nothing where policy allows it, else its refusal: the rule, and who may.
pub(crate) fn allow(verdict: &policy::Verdict) -> Outcome<()> {
    verdict.refusal().map_or(Ok(()), Err)
}

/// Makes the first owner of a workspace that has none: its maker.
pub(crate) fn first_owner(tx: &mut Tx<'_>, maker: &Actor) -> Result<(), StoreError> {
    if tx.grants()?.iter().any(|g| g.role == Role::Owner.as_str()) {
        return Ok(());
    }
    tx.insert_grant(&maker.id, Some(Role::Owner.as_str()), &Actor::rule("rights.first_owner/1"))
}
