//! What somebody pasted: found among the records, or shown as a draft; kept as a new client with the text on their
//! timeline. The text is kept word for word: a value that was read of it can always be looked up there.

use std::collections::BTreeSet;

use contracts::{
    Actor, ApiError, EditResult, EntityId, EntityRef, EntityType, ErrorCode, NearArgs, PasteArgs, PasteKeepArgs,
    PasteReading, PastedDraft, PastedFound, PastedKind, Permission, TypedField,
};
use graph::Mutation;
use serde_json::Value;
use store::Reader;
use understanding::pasted::{Pasted, Person, read};

use crate::access::{Access, allow};
use crate::by_hand::{between, standing};
use crate::edit::write_edit;
use crate::error::Failure;
use crate::lists::{MAX_TEXT, mask_record, subtitle};
use crate::{App, Outcome};

/// Characters of a pasted text.
const LONGEST: usize = 20_000;
/// Records that share a value, at most.
const FOUND: usize = 8;
/// Others who may be meant.
const NEAR: u32 = 4;

impl App {
    /// Whom a pasted text names, each with what was read of them and with who is there already.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more than 20 000 characters; [`ErrorCode::Refused`] by policy, also for a role that may
    /// not search.
    pub fn paste_read(&self, actor: &Actor, args: &PasteArgs) -> Outcome<PasteReading> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        access.may_search()?;
        let begun = self.host.monotonic();
        let pasted = self.pasted(&args.text)?;
        let mut drafts = Vec::with_capacity(pasted.people.len());
        for person in &pasted.people {
            drafts.push(self.draft(actor, &access, person)?);
        }
        let took = self.host.monotonic().saturating_sub(begun);
        Ok(PasteReading { kind: pasted.kind, drafts, left_out: pasted.left_out, took_ms: took.as_secs_f64() * 1000.0 })
    }

    /// Keeps a pasted text: as a new client with what was read of them, or on the timeline of one who is there. One group:
    /// one undo takes all of it back.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a text that names nobody of that number, or of which nothing is left;
    /// [`ErrorCode::NotFound`] for the client; [`ErrorCode::Refused`] by policy.
    pub fn paste_keep(&self, actor: &Actor, args: &PasteKeepArgs) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let pasted = self.pasted(&args.text)?;
        let person = usize::try_from(args.draft).ok().and_then(|n| pasted.people.get(n)).ok_or_else(|| {
            let why = match pasted.people.len() {
                0 => "The text names nobody.".to_owned(),
                1 => "The text names one person only.".to_owned(),
                all => format!("The text names {all} people; there is no number {}.", u64::from(args.draft) + 1),
            };
            ApiError::new(ErrorCode::BadInput, why, "Paste a number, an address, a signature, a vCard or a chat.")
                .at("draft")
        })?;
        self.clock(args.now.as_deref())?;
        let at = args.now.clone().unwrap_or_else(|| store::timestamp(self.host.now_ms()).0);
        let note = [
            ("channel".to_owned(), "note".to_owned()),
            ("subject".to_owned(), subject(pasted.kind).to_owned()),
            ("body".to_owned(), person.snippet.clone()),
            ("at".to_owned(), at),
        ];
        let note = self.typed(EntityType::Interaction, &note)?;
        let values = if args.about.is_some() { Vec::new() } else { self.values(person, &args.without)? };
        if args.about.is_none() && values.is_empty() {
            let why = "Nothing of the text is left to make a client of.";
            return Err(ApiError::new(ErrorCode::BadInput, why, "Take over at least one of its values.").at("without"));
        }
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let may = |entity, field: &str, value: &Value| {
                allow(&policy::may_edit(&access.policy, access.role, entity, field, &Value::Null, value))
            };
            let mut mutations = Vec::new();
            let client = match args.about {
                Some(about) => standing(tx, about)?,
                None => {
                    for (field, value, _) in &values {
                        may(EntityType::Person, field, value)?;
                    }
                    let at = EntityRef { entity: EntityType::Person, id: EntityId(tx.new_id()) };
                    let fields = values.iter().map(|(f, v, sure)| (f.clone(), v.clone(), Vec::new(), Some(*sure)));
                    mutations.push(Mutation::create(at, fields));
                    at
                }
            };
            for (field, value) in &note {
                may(EntityType::Interaction, field, value)?;
            }
            let kept = EntityRef { entity: EntityType::Interaction, id: EntityId(tx.new_id()) };
            let fields = note.iter().map(|(f, v)| (f.clone(), v.clone(), Vec::new(), None));
            mutations.push(Mutation::create(kept, fields));
            mutations.push(Mutation::make_link(&between(kept, client)?));
            write_edit(tx, actor, client, mutations)
        });
        done.map_err(ApiError::from)
    }

    fn pasted(&self, text: &str) -> Outcome<Pasted> {
        if text.chars().count() > LONGEST {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("The text is longer than {LONGEST} characters."),
                "Paste the part that names somebody, or import it as a file.",
            )
            .at("text"));
        }
        let regions: Vec<String> = self.about.default_region.clone().into_iter().collect();
        Ok(read(text, &regions))
    }

    fn draft(&self, actor: &Actor, access: &Access, person: &Person) -> Outcome<PastedDraft> {
        let values = self.values(person, &[])?;
        let found = self.reading(|r| found(r, access, &values))?;
        let known: BTreeSet<EntityRef> = found.iter().map(|f| f.entity).collect();
        let fields = person.fields.iter().map(|f| TypedField { field: f.field.clone(), text: f.text.clone() });
        let args = NearArgs { fields: fields.collect(), limit: Some(NEAR) };
        let mut near = self.near_matches(actor, &args)?.matches;
        near.retain(|m| !known.contains(&m.entity));
        Ok(PastedDraft { title: person.title().to_owned(), fields: person.fields.clone(), found, near })
    }

    /// The fields of a person as a record holds them; several values of a field are one list. What can't be read as its
    /// field wants it stays in the text alone.
    fn values(&self, person: &Person, without: &[u32]) -> Outcome<Vec<(String, Value, f64)>> {
        let mut out: Vec<(String, Value, f64)> = Vec::new();
        for (n, field) in (0_u32..).zip(&person.fields) {
            if without.contains(&n) {
                continue;
            }
            let Ok(read) = self.typed(EntityType::Person, &[(field.field.clone(), field.text.clone())]) else {
                continue;
            };
            for (name, value) in read {
                match (out.iter_mut().find(|(have, ..)| *have == name), value) {
                    (Some((_, Value::Array(have), sure)), Value::Array(more)) => {
                        for mut item in more {
                            if let Some(primary) = item.get_mut("is_primary") {
                                *primary = Value::Bool(false);
                            }
                            let same =
                                |one: &Value| one.get("value").is_some() && one.get("value") == item.get("value");
                            if !have.iter().any(same) {
                                have.push(item);
                            }
                        }
                        *sure = sure.min(field.confidence);
                    }
                    (Some(_), _) => {}
                    (None, value) => out.push((name, value, field.confidence)),
                }
            }
        }
        Ok(out)
    }
}

/// What the note that keeps a text is called.
fn subject(kind: PastedKind) -> &'static str {
    match kind {
        PastedKind::Phone => "Pasted number",
        PastedKind::Email => "Pasted e-mail address",
        PastedKind::Vcard => "Pasted vCard",
        PastedKind::Chat => "Pasted chat",
        PastedKind::Signature | PastedKind::Unknown => "Pasted text",
    }
}

/// Who has one of the numbers or addresses; then who has exactly the name.
fn found(r: &Reader<'_>, access: &Access, values: &[(String, Value, f64)]) -> Result<Vec<PastedFound>, Failure> {
    let mut out: Vec<PastedFound> = Vec::new();
    let mut add = |at: EntityRef, field: &str, value: &str| -> Result<(), Failure> {
        let at = r.resolve(at)?;
        if out.len() >= FOUND || out.iter().any(|f| f.entity == at) {
            return Ok(());
        }
        let Some(mut record) = r.record(at)?.filter(|record| !record.archived) else { return Ok(()) };
        if !access.sees_all() {
            mask_record(access, at.entity, &mut record);
        }
        out.push(PastedFound {
            entity: at,
            title: graph::title(at.entity, &record.fields),
            subtitle: subtitle(&record),
            field: field.to_owned(),
            value: value.to_owned(),
        });
        Ok(())
    };
    for entity in [EntityType::Person, EntityType::Account] {
        for (field, value, _) in values.iter().filter(|(f, ..)| f == "phone" || f == "email") {
            for item in value.as_array().into_iter().flatten() {
                let Some(shown) = item.get("value").and_then(Value::as_str).filter(|v| !v.is_empty()) else { continue };
                let key = if field == "email" { shown.to_lowercase() } else { shown.to_owned() };
                for id in r.by_contact_point(entity, field, &key)? {
                    add(EntityRef { entity, id }, field, shown)?;
                }
            }
        }
    }
    let name = values.iter().find(|(f, ..)| f == "full_name").and_then(|(_, v, _)| v.as_str());
    if let Some(name) = name.filter(|name| name.chars().count() <= MAX_TEXT) {
        let folded = search::fold(name);
        for hit in r.search(name, 12)? {
            let title = graph::title(hit.entity.entity, &hit.record.fields);
            if hit.entity.entity == EntityType::Person && search::fold(&title) == folded {
                add(hit.entity, "full_name", name)?;
            }
        }
    }
    Ok(out)
}
