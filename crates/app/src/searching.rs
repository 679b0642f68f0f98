//! Search: what is found, in what order, and why.

use contracts::{
    Actor, ApiError, EntityType, ErrorCode, Permission, SearchAbout, SearchExcerpt, SearchHit, SearchMark,
    SearchResult, SearchWhy,
};
use search::{Class, Excerpt, Field, How, Match, Reason};
use serde_json::Value;
use store::{Found, Reader, StoreError};

use crate::access::Access;
use crate::lists::{MAX_TEXT, mask_record, subtitle, too_long};
use crate::{App, Outcome};

impl App {
    /// Finds people, accounts, opportunities and what was said, and says why each was found.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more than 200 characters or a limit outside 1..=100; [`ErrorCode::Refused`] for a role
    /// that does not see what words are looked for in.
    pub fn search(&self, actor: &Actor, text: &str, limit: Option<u32>) -> Outcome<SearchResult> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        access.may_search()?;
        if text.chars().count() > MAX_TEXT {
            return Err(too_long());
        }
        let limit = limit.unwrap_or(20);
        if !(1..=100).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} hits can't be shown at once."),
                "Ask for 1 to 100.",
            )
            .at("limit"));
        }
        self.index_a_little()?;
        let begun = self.host.monotonic();
        let hits = self.reading(|r| {
            // What a mask hides must neither be found nor quoted.
            let sees = |entity: EntityType, field: &str| access.sees_all() || access.may_see(entity, field).is_ok();
            let found = r.search_seeing(text, limit, &sees)?;
            Ok(found.into_iter().map(|found| hit(r, &access, found)).collect::<Result<Vec<_>, _>>()?)
        })?;
        Ok(SearchResult { hits, took_ms: self.host.monotonic().saturating_sub(begun).as_secs_f64() * 1000.0 })
    }
}

fn hit(r: &Reader<'_>, access: &Access, found: Found) -> Result<SearchHit, StoreError> {
    let Found { entity: at, mut record, fields, matched } = found;
    if !access.sees_all() {
        mask_record(access, at.entity, &mut record);
    }
    let mut title = graph::title(at.entity, &record.fields);
    let mut second = subtitle(&record);
    let about = if at.entity == EntityType::Interaction { client_of(r, access, at)? } else { None };
    if let Some(about) = &about {
        let text = |f: &str| record.fields.get(f).and_then(Value::as_str).unwrap_or_default();
        let day = text("at").get(..10).unwrap_or_default();
        let parts = [text("channel"), day].into_iter().filter(|part| !part.is_empty());
        second = parts.collect::<Vec<_>>().join(" \u{b7} ");
        title.clone_from(&about.title);
    }
    let named = fields.iter().position(|f| f.class == Class::Name && f.text == title);
    let marks = named.map(|at| marks(&Excerpt::whole(&title, &parts_of(&matched, at)))).unwrap_or_default();
    Ok(SearchHit {
        entity: at.entity,
        id: at.id,
        subtitle: second,
        score: (matched.score * 1e4).round() / 1e4,
        why: why(&fields, &matched),
        marks,
        excerpt: excerpt(&fields, &matched, named),
        title,
        about,
    })
}

/// The client that a call, message or note belongs to.
fn client_of(r: &Reader<'_>, access: &Access, of: contracts::EntityRef) -> Result<Option<SearchAbout>, StoreError> {
    let links = r.links_of(of.id)?;
    let Some(client) = links.into_iter().find(|l| l.from == of && l.kind == "interaction_of").map(|l| l.to) else {
        return Ok(None);
    };
    let client = r.resolve(client)?;
    Ok(r.record(client)?.map(|mut record| {
        if !access.sees_all() {
            mask_record(access, client.entity, &mut record);
        }
        SearchAbout { entity: client, title: graph::title(client.entity, &record.fields) }
    }))
}

fn parts_of(matched: &Match, field: usize) -> Vec<std::ops::Range<usize>> {
    matched.reasons.iter().filter(|reason| reason.field == field).map(|reason| reason.at.clone()).collect()
}

fn marks(excerpt: &Excerpt) -> Vec<SearchMark> {
    excerpt.marks.iter().map(|(from, to)| SearchMark { from: *from, to: *to }).collect()
}

/// Each field and way once, in the order of the words.
fn why(fields: &[Field], matched: &Match) -> Vec<SearchWhy> {
    let mut out: Vec<SearchWhy> = Vec::new();
    for reason in &matched.reasons {
        let Some(field) = fields.get(reason.field) else { continue };
        let part = field.text.get(reason.at.clone()).unwrap_or_default().to_owned();
        let why = SearchWhy { field: field.name.to_owned(), how: how(field, reason).to_owned(), part };
        if !out.contains(&why) {
            out.push(why);
        }
    }
    out
}

fn how(field: &Field, reason: &Reason) -> &'static str {
    let free = matches!(field.class, Class::Note | Class::Talk);
    if free && matches!(reason.how, How::Exact | How::Prefix) { "note" } else { reason.how.as_str() }
}

/// Of what is not in the name, the field that most of the words are in.
fn excerpt(fields: &[Field], matched: &Match, title: Option<usize>) -> Option<SearchExcerpt> {
    let count = |index: usize| matched.reasons.iter().filter(|r| r.field == index).count();
    let elsewhere = matched.reasons.iter().map(|r| r.field).filter(|f| Some(*f) != title);
    let index = elsewhere.max_by_key(|index| (count(*index), std::cmp::Reverse(*index)))?;
    let field = fields.get(index)?;
    let shown = Excerpt::around(&field.text, &parts_of(matched, index));
    Some(SearchExcerpt { field: field.name.to_owned(), marks: marks(&shown), text: shown.text })
}
