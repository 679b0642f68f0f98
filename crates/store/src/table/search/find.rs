//! Answers: candidates of the indexes, from what was typed to what may be meant, then weighed one by one.

use std::collections::HashSet;

use contracts::{EntityId, EntityRef, EntityType};
use rusqlite::{OptionalExtension, params};
use search::{Breadth, Expressions, Query, Sure, explain};
use uuid::Uuid;

use super::fields::fields_of;
use super::{Found, Index, index_of};
use crate::{Reader, StoreError};

/// Candidates that are read and weighed of one expression.
const WEIGHED: u32 = 64;
/// Of those that are called so: one is as good as the other.
const NAMED: u32 = 40;
/// Of what was said.
const SAID: u32 = 24;
/// The same where enough are called so.
const SAID_BESIDE: u32 = 8;
/// A word that so many records have is common.
const COMMON: u32 = 1500;
/// As many answers as somebody looks at before typing on; more are no reason to look further.
const ENOUGH: usize = 8;
/// As many answers by words that are near as are looked through at all.
const PLENTY: usize = 2 * ENOUGH;
/// Of those that have the nearest word, so many are weighed; of those that have one less near, so many.
const NEAREST: u32 = 32;
const NEAR: u32 = 8;
/// As many answers as leave no need to look for what is farther away than the nearest words.
const FEW: usize = 3;
/// So many words that all stand in what was said are no slip of the finger: nobody's name is looked for near them.
const SENTENCE: usize = 3;

/// What stands in mailboxes and not in names.
const SIGNS: [char; 3] = ['@', '.', '_'];

/// Who may see a field of a kind of record.
pub(crate) type Sees<'a> = &'a dyn Fn(EntityType, &str) -> bool;

impl Reader<'_> {
    /// Records that answer what was typed, best first. Of fields that `sees` denies nothing is looked at.
    ///
    /// # Errors
    /// The database's.
    pub fn search_seeing(
        &self,
        text: &str,
        limit: u32,
        sees: &dyn Fn(EntityType, &str) -> bool,
    ) -> Result<Vec<Found>, StoreError> {
        let query = Query::new(text);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut search = Search {
            reader: self,
            query: &query,
            sees,
            looked_at: HashSet::new(),
            found: Vec::new(),
            well: 0,
            wholly: false,
        };
        if !search.mailbox()? {
            search.run(limit)?;
        }
        let mut found = search.found;
        found.sort_by(|a, b| {
            let person = |f: &Found| f.entity.entity == EntityType::Person;
            let score = b.matched.score.total_cmp(&a.matched.score);
            score.then_with(|| person(b).cmp(&person(a))).then_with(|| b.entity.id.0.cmp(&a.entity.id.0))
        });
        found.truncate(limit as usize);
        Ok(found)
    }

    /// [`Reader::search_seeing`] for whoever sees everything.
    ///
    /// # Errors
    /// The database's.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        self.search_seeing(text, limit, &|_, _| true)
    }

    /// What was typed as an expression over the index of a kind of record, for lists: the words themselves where any record
    /// has them all, and otherwise those that are near. None when nothing searchable was typed, or the kind is not searched.
    ///
    /// # Errors
    /// The database's.
    pub fn matching_expression(&self, text: &str, entity: EntityType) -> Result<Option<String>, StoreError> {
        let query = Query::new(text);
        let mut expressions = Expressions::new(&query);
        let Some(index) = index_of(entity) else { return Ok(None) };
        let of = |expressions: &Expressions<'_>, breadth| match index {
            Index::Terms => expressions.all(breadth),
            Index::Talk => expressions.words(breadth),
        };
        let Some(exact) = of(&expressions, Breadth::Exact) else { return Ok(None) };
        if !self.rowids(index, &exact, "", 1)?.is_empty() {
            return Ok(Some(exact));
        }
        expressions.widen(&*self.vocabulary()?);
        for breadth in [Breadth::Near, Breadth::Wide] {
            if let Some(wider) = of(&expressions, breadth)
                && !self.rowids(index, &wider, "", 1)?.is_empty()
            {
                return Ok(Some(wider));
            }
        }
        Ok(Some(exact))
    }

    /// Whether a row `t` of a kind matches an expression, as SQL with one parameter; none where the kind is not searched.
    pub(crate) fn matching_sql(entity: EntityType) -> Option<&'static str> {
        Some(match index_of(entity)? {
            Index::Terms => {
                "t.id IN (SELECT d.entity_id FROM search_terms s JOIN search_docs d ON d.doc = s.rowid
                    WHERE search_terms MATCH ?)"
            }
            Index::Talk => {
                "t.id IN (SELECT d.entity_id FROM search_talk s JOIN search_docs d ON d.doc = s.rowid
                    WHERE search_talk MATCH ?)"
            }
        })
    }

    /// Ids of the records of a kind that match what was typed, in no order: for lists that are narrowed by words. None when
    /// nothing searchable was typed, or the kind is not searched.
    ///
    /// # Errors
    /// The database's.
    pub fn matching(&self, text: &str, entity: EntityType) -> Result<Option<Vec<EntityId>>, StoreError> {
        let (Some(index), Some(expression)) = (index_of(entity), self.matching_expression(text, entity)?) else {
            return Ok(None);
        };
        let sql = match index {
            Index::Terms => {
                "SELECT d.entity_id FROM search_terms s JOIN search_docs d ON d.doc = s.rowid
                 WHERE search_terms MATCH ? AND d.entity_type = ?"
            }
            Index::Talk => {
                "SELECT d.entity_id FROM search_talk s JOIN search_docs d ON d.doc = s.rowid
                 WHERE search_talk MATCH ? AND d.entity_type = ?"
            }
        };
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map(params![expression, entity.as_str()], |r| Ok(EntityId(r.get(0)?)))?;
        Ok(Some(ids.collect::<Result<_, _>>()?))
    }

    /// Documents that an expression finds, in an order of ours.
    fn rowids(&self, index: Index, expression: &str, order: &str, limit: u32) -> Result<Vec<i64>, StoreError> {
        let table = match index {
            Index::Terms => "search_terms",
            Index::Talk => "search_talk",
        };
        let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ? {order} LIMIT ?");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map(params![expression, limit], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(found)
    }
}

/// A search on its way.
struct Search<'a> {
    reader: &'a Reader<'a>,
    query: &'a Query,
    sees: Sees<'a>,
    looked_at: HashSet<i64>,
    found: Vec<Found>,
    /// Of those found, whose every word is met well.
    well: usize,
    /// One of them is what was meant.
    wholly: bool,
}

impl Search<'_> {
    /// One word that may begin a mailbox: those whose address begins so, looked up by their keys. Of its words nearly every
    /// record has some. True where that answers it: a site was begun, or a whole mailbox typed that is nobody's name.
    fn mailbox(&mut self) -> Result<bool, StoreError> {
        let Some(typed) = self.query.mailbox.as_deref() else { return Ok(false) };
        let sql = "SELECT d.doc FROM crm_contact_points c JOIN search_docs d ON d.entity_id = c.entity_id
            WHERE c.field = 'email' AND c.key <> '' AND c.key >= ?1 AND c.key < ?2 LIMIT ?3";
        let mut statement = self.reader.conn.prepare_cached(sql)?;
        let behind = format!("{typed}{}", char::MAX);
        let docs = statement.query_map(params![typed, behind, WEIGHED], |r| r.get(0))?;
        let docs: Vec<i64> = docs.collect::<Result<_, _>>()?;
        self.weigh(Index::Terms, &docs)?;
        let sure = typed.contains('@') || (typed.contains(SIGNS) && typed.contains(|c: char| c.is_ascii_digit()));
        let whole = if typed.contains('@') { typed.to_owned() } else { format!("{typed}@") };
        let is_it = |field: &search::Field| field.name == "email" && field.text.to_lowercase().starts_with(&whole);
        Ok(sure && self.found.iter().any(|found| found.fields.iter().any(is_it)))
    }

    fn run(&mut self, limit: u32) -> Result<(), StoreError> {
        let enough = ENOUGH.min(limit as usize);
        let query = self.query;
        let mut expressions = Expressions::new(query);
        expressions.weigh(|word| {
            let sql = "SELECT rowid FROM search_terms WHERE search_terms MATCH ? LIMIT 1 OFFSET ?";
            Ok::<_, StoreError>(self.reader.conn.prepare_cached(sql)?.exists(params![word, COMMON - 1])?)
        })?;
        let vocabulary = self.reader.vocabulary()?;
        if !self.reader.search_stale()? {
            expressions.begin(&vocabulary);
        }
        if let Some(ending) = expressions.ending() {
            self.weigh(Index::Terms, &self.newest(Index::Terms, &ending, WEIGHED)?)?;
        }
        if let Some(exact) = expressions.all(Breadth::Exact)
            && (self.well < enough || expressions.ending().is_none())
        {
            self.terms(&exact, Some(&expressions))?;
        }
        let named = self.well;
        let mut whole_text = false;
        // Nearly all that was said holds some word that begins so: beginnings are looked for where the words are not found.
        let exactly = expressions.exactly();
        let beginnings = expressions.words(Breadth::Exact).filter(|words| Some(words) != exactly.as_ref());
        for (exact, whole) in [(exactly, true), (beginnings, false)].into_iter().filter_map(|(e, w)| Some((e?, w))) {
            let said = self.newest(Index::Talk, &exact, if named >= enough { SAID_BESIDE } else { SAID })?;
            self.weigh(Index::Talk, &said)?;
            whole_text = whole && said.len() >= enough && query.words.len() >= SENTENCE;
            if !said.is_empty() {
                break;
            }
        }
        if named >= enough || whole_text || self.wholly {
            return Ok(());
        }
        expressions.widen(&vocabulary);
        self.near(&expressions)?;
        if self.well >= FEW {
            return Ok(());
        }
        for breadth in [Breadth::Near, Breadth::Wide] {
            if breadth == Breadth::Wide
                && let Some(wide) = expressions.all(breadth)
            {
                self.terms(&wide, None)?;
            }
            if self.found.len() >= enough && self.well > 0 {
                return Ok(());
            }
            if let Some(near) = expressions.words(breadth) {
                self.weigh(Index::Talk, &self.newest(Index::Talk, &near, SAID)?)?;
            }
        }
        for breadth in [Breadth::Exact, Breadth::Near] {
            if !self.found.is_empty() {
                return Ok(());
            }
            if let Some(most) = expressions.all_but_one(breadth) {
                self.terms(&most, None)?;
            }
        }
        Ok(())
    }

    /// Weighs what an expression finds in the index of terms: all of a few, and of many those that are called so, then the
    /// newest; with the expressions that it is of, first those that have the words themselves. Ranking many by their terms
    /// would count each term over the whole index first.
    fn terms(&mut self, expression: &str, of: Option<&Expressions<'_>>) -> Result<(), StoreError> {
        let some = self.newest(Index::Terms, expression, WEIGHED + 1)?;
        if some.len() <= WEIGHED as usize {
            return self.weigh(Index::Terms, &some);
        }
        let before = self.well;
        let exactly = of.and_then(Expressions::exactly);
        // A single letter by itself is a door or a tower: as an initial it is among the beginnings.
        let itself = exactly.filter(|_| of.is_some_and(|of| !of.has_initial()));
        let in_order = of.and_then(Expressions::in_order);
        let may_be_named = |exact| of.is_none_or(|of| of.nameable(exact));
        let named = [
            in_order.filter(|_| may_be_named(true)),
            itself.clone().filter(|_| may_be_named(true)),
            Some(expression.to_owned()).filter(|_| may_be_named(false)),
        ];
        for narrow in named.into_iter().flatten() {
            let named = self.newest(Index::Terms, &format!("{{name}} : ({narrow})"), NAMED)?;
            self.weigh(Index::Terms, &named)?;
            if self.well - before >= ENOUGH {
                return Ok(());
            }
        }
        if let Some(itself) = itself {
            let newest = self.newest(Index::Terms, &itself, WEIGHED)?;
            self.weigh(Index::Terms, &newest)?;
            if self.well - before >= ENOUGH {
                return Ok(());
            }
        }
        self.weigh(Index::Terms, &some)
    }

    /// Weighs what has the nearest words: some for each of them with the others as they were typed, then for each two of
    /// them, nearest first.
    fn near(&mut self, expressions: &Expressions<'_>) -> Result<(), StoreError> {
        let (one, two) = (expressions.each_near(), expressions.each_two_near());
        // What a single word is near to may be much else.
        let surely = if self.query.words.len() > 1 { 0 } else { 1 };
        for (each, surely) in [(one, surely), (two, 0)] {
            let mut rank = 0;
            for one in each {
                // Words that are less near come after enough was found by nearer ones: whatever answers, that answers better.
                if one.rank > rank && rank >= surely && self.well >= PLENTY {
                    return Ok(());
                }
                rank = one.rank;
                let share = if rank == 0 { NEAREST } else { NEAR };
                let mut docs = match one.named {
                    true => self.newest(Index::Terms, &format!("{{name}} : ({})", one.expression), share)?,
                    false => Vec::new(),
                };
                if docs.is_empty() && self.well < PLENTY {
                    docs = self.newest(Index::Terms, &one.expression, share)?;
                }
                self.weigh(Index::Terms, &docs)?;
            }
            if self.well >= ENOUGH {
                return Ok(());
            }
        }
        if self.well < FEW
            && let Some(near) = expressions.all(Breadth::Near)
        {
            let newest = self.newest(Index::Terms, &near, WEIGHED)?;
            self.weigh(Index::Terms, &newest)?;
        }
        Ok(())
    }

    fn newest(&self, index: Index, expression: &str, most: u32) -> Result<Vec<i64>, StoreError> {
        self.reader.rowids(index, expression, "ORDER BY rowid DESC", most)
    }

    /// Reads the records of documents and keeps those that answer.
    fn weigh(&mut self, index: Index, docs: &[i64]) -> Result<(), StoreError> {
        let sql = "SELECT entity_type, entity_id FROM search_docs WHERE doc = ?";
        for doc in docs.iter().copied().filter(|doc| self.looked_at.insert(*doc)) {
            let found: Option<(String, Uuid)> =
                self.reader.conn.prepare_cached(sql)?.query_row([doc], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
            let Some((entity, id)) = found else { continue };
            let entity: EntityType = entity.parse().map_err(StoreError::Damaged)?;
            let at = EntityRef { entity, id: EntityId(id) };
            let record = self.reader.record(at)?;
            let Some(record) = record.filter(|r| !r.archived && index_of(entity) == Some(index)) else { continue };
            let mut fields = fields_of(entity, &graph::title(entity, &record.fields), &record);
            fields.retain(|f| (self.sees)(entity, f.name));
            if let Some(matched) = explain(self.query, &fields) {
                self.well += usize::from(matched.sure >= Sure::Well);
                self.wholly |= matched.sure == Sure::Wholly;
                self.found.push(Found { entity: at, record, fields, matched });
            }
        }
        Ok(())
    }
}
