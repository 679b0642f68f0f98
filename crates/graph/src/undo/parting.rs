//! Taking a merge apart after work went on: what was done since, and what each record says once every edit is placed.
//!
//! A merge is taken apart item by item: what it brought to the survivor goes, what the survivor had and what was added
//! since stays, and each absorbed record is what it was. An edit that a reviewer places elsewhere moves there.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{EntityRef, FieldKind, field};
use serde_json::Value;

use crate::merge::fields::{key, unranked};
use crate::{Record, sha256, united};

/// Values by field name.
pub type Fields = BTreeMap<String, Value>;

/// A merge that is to be taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Parting<'a> {
    /// Who absorbed the others.
    pub survivor: EntityRef,
    /// The survivor before the merge.
    pub before: &'a Fields,
    /// The survivor as the merge left it.
    pub left: &'a Fields,
    /// The survivor now.
    pub now: &'a Fields,
    /// Who comes back, as they were.
    pub absorbed: &'a [(EntityRef, Fields)],
    /// Who was absorbed by the survivor later and stays so, as they were.
    pub others: &'a [(EntityRef, Fields)],
}

/// Something that was done to a field since the merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Names it: the field and, for one value of a list, a hash of what it says.
    pub id: String,
    /// The field.
    pub field: String,
    /// It is one value of a list.
    pub item: bool,
    /// What the merge had left; null: nothing.
    pub before: Value,
    /// What stands now; null: it was taken away.
    pub after: Value,
    /// Where it goes unless somebody says otherwise.
    pub proposed: EntityRef,
}

/// Where edits go: by [`Edit::id`], one record or, with none, all of them. An edit that is not named goes where it is
/// proposed for.
pub type Places = BTreeMap<String, Option<EntityRef>>;

/// What each record says once the merge is taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Parted {
    /// The survivor.
    pub survivor: Fields,
    /// Who comes back.
    pub absorbed: Vec<(EntityRef, Fields)>,
}

impl Parting<'_> {
    fn kind(&self, name: &str) -> Option<FieldKind> {
        field(self.survivor.entity, name).map(|d| d.kind)
    }

    /// The items of a list by what they say.
    fn items(&self, name: &str, of: &Fields) -> Vec<(String, Value)> {
        let kind = self.kind(name);
        let list = of.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        list.iter().map(|item| (key(kind, item), item.clone())).collect()
    }

    fn is_list(&self, name: &str) -> bool {
        [self.left, self.now].iter().any(|f| f.get(name).is_some_and(Value::is_array))
    }

    /// What the survivor would say had this merge never been: its own, and what others brought who stay with it.
    fn base(&self, name: &str) -> Value {
        let own = Record { fields: self.before.clone(), ..Record::default() };
        if self.others.is_empty() {
            return self.before.get(name).cloned().unwrap_or_default();
        }
        let records: Vec<(EntityRef, Record)> =
            self.others.iter().map(|(at, f)| (*at, Record { fields: f.clone(), ..Record::default() })).collect();
        let mut sides = vec![(self.survivor, &own)];
        sides.extend(records.iter().map(|(at, record)| (*at, record)));
        united(name, &sides)
    }

    fn names(&self) -> BTreeSet<&String> {
        self.before.keys().chain(self.left.keys()).chain(self.now.keys()).collect()
    }

    /// What was done since, in field order.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let mut out = Vec::new();
        for name in self.names() {
            let (left, now) = (self.left.get(name), self.now.get(name));
            if left == now {
                continue;
            }
            if !self.is_list(name) {
                out.push(Edit {
                    id: format!("field:{name}"),
                    field: name.clone(),
                    item: false,
                    before: left.cloned().unwrap_or_default(),
                    after: now.cloned().unwrap_or_default(),
                    proposed: self.survivor,
                });
                continue;
            }
            let was: BTreeMap<String, Value> = self.items(name, self.left).into_iter().collect();
            let is: BTreeMap<String, Value> = self.items(name, self.now).into_iter().collect();
            for said in was.keys().chain(is.keys()).collect::<BTreeSet<_>>() {
                let (before, after) = (was.get(said), is.get(said));
                // Which of several is the first one, each record says of its own.
                if before.map(unranked) == after.map(unranked) {
                    continue;
                }
                out.push(Edit {
                    id: item_id(name, said),
                    field: name.clone(),
                    item: true,
                    before: before.cloned().unwrap_or_default(),
                    after: after.cloned().unwrap_or_default(),
                    proposed: self.proposed(name, said, before.is_some(), after.is_some()),
                });
            }
        }
        out
    }

    /// A value that only an absorbed record had goes back there with what was done to it; everything else was done to
    /// the survivor. What was taken away is taken away from the survivor: who comes back comes back whole.
    fn proposed(&self, name: &str, said: &str, was: bool, is: bool) -> EntityRef {
        let had = |of: &Fields| self.items(name, of).iter().any(|(k, _)| k == said);
        if !is || had(self.before) {
            return self.survivor;
        }
        let owner = self.absorbed.iter().find(|(_, fields)| had(fields)).map(|(at, _)| *at);
        owner.filter(|_| was || !had(self.left)).unwrap_or(self.survivor)
    }

    /// What each record says once every edit is placed.
    #[must_use]
    pub fn place(&self, places: &Places) -> Parted {
        let edits = self.edits();
        let goes_to = |edit: &Edit, at: EntityRef| match places.get(&edit.id) {
            Some(Some(to)) => *to == at,
            Some(None) => true,
            None => edit.proposed == at,
        };
        let mut survivor = Fields::new();
        for name in self.names() {
            let of_field: Vec<&Edit> = edits.iter().filter(|e| &e.field == name).collect();
            let value = if of_field.is_empty() {
                self.base(name)
            } else if self.is_list(name) {
                self.list_of_survivor(name, &of_field, &|e| goes_to(e, self.survivor))
            } else {
                let own = of_field.iter().find(|e| goes_to(e, self.survivor));
                own.map_or_else(|| self.base(name), |e| e.after.clone())
            };
            set(&mut survivor, name, value);
        }
        let absorbed = self.absorbed.iter().map(|(at, fields)| {
            let mut fields = fields.clone();
            for edit in edits.iter().filter(|e| goes_to(e, *at)) {
                self.add(&mut fields, edit);
            }
            (*at, fields)
        });
        Parted { survivor, absorbed: absorbed.collect() }
    }

    /// Its own items as they are now, then what was added since and is placed here, then what was taken away elsewhere.
    fn list_of_survivor(&self, name: &str, edits: &[&Edit], here: &dyn Fn(&Edit) -> bool) -> Value {
        let kind = self.kind(name);
        let base = self.base(name);
        let own: Vec<(String, Value)> =
            base.as_array().into_iter().flatten().map(|item| (key(kind, item), item.clone())).collect();
        let edited = |said: &str| edits.iter().find(|e| e.id == item_id(name, said));
        let mut out = Vec::new();
        for (said, item) in self.items(name, self.now) {
            let mine = own.iter().find(|(k, _)| *k == said);
            match (mine, edited(&said)) {
                (Some(_), None) => out.push(item),
                (Some((_, original)), Some(edit)) => out.push(if here(edit) { item } else { original.clone() }),
                (None, Some(edit)) if here(edit) => out.push(item),
                _ => {}
            }
        }
        for (said, item) in own {
            let gone = edited(&said).filter(|e| e.after.is_null());
            if gone.is_some_and(|e| !here(e)) {
                out.push(item);
            }
        }
        // As nobody touched what is left, it is exactly what it was, ranks and all.
        let same = base
            .as_array()
            .is_some_and(|b| b.len() == out.len() && b.iter().zip(&out).all(|(b, o)| unranked(b) == unranked(o)));
        if same { base } else { Value::Array(out) }
    }

    /// Adds an edit to a record that comes back.
    fn add(&self, fields: &mut Fields, edit: &Edit) {
        if !edit.item {
            set(fields, &edit.field, edit.after.clone());
            return;
        }
        let kind = self.kind(&edit.field);
        let said = key(kind, if edit.after.is_null() { &edit.before } else { &edit.after });
        let mut items: Vec<Value> = fields.get(&edit.field).and_then(Value::as_array).cloned().unwrap_or_default();
        let at = items.iter().position(|item| key(kind, item) == said);
        if edit.after.is_null() {
            items.retain(|item| key(kind, item) != said);
        } else {
            let mut item = edit.after.clone();
            let ranked = |i: &Value| i.get("is_primary") == Some(&Value::Bool(true));
            if let Some(flag) = item.get_mut("is_primary") {
                let own = at.and_then(|at| items.get(at)).map(ranked);
                *flag = Value::Bool(own.unwrap_or(false) || items.is_empty());
            }
            match at.and_then(|at| items.get_mut(at)) {
                Some(old) => *old = item,
                None => items.push(item),
            }
        }
        set(fields, &edit.field, Value::Array(items));
    }
}

/// Names an item without telling it: ids of edits are kept with the decision, and values are not.
fn item_id(name: &str, said: &str) -> String {
    let hash = crate::hex(&sha256(said.as_bytes()));
    format!("item:{name}:{}", hash.get(..16).unwrap_or_default())
}

fn set(fields: &mut Fields, name: &str, value: Value) {
    let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    if empty {
        fields.remove(name);
    } else {
        fields.insert(name.into(), value);
    }
}
