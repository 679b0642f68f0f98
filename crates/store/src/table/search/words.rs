//! `search_words`: every word that is written anywhere, on the disk and in memory.

use std::collections::BTreeMap;
use std::collections::hash_map::{Entry, HashMap};
use std::sync::{Arc, Mutex};

use rusqlite::{OptionalExtension, params};
use search::Vocabulary;

use crate::open::lock;
use crate::{Reader, StoreError, Tx};

/// The vocabulary of an open store, read once and then what came since.
#[derive(Debug, Default)]
pub(crate) struct WordCache(Mutex<Loaded>);

#[derive(Debug, Default)]
struct Loaded {
    /// Words were taken out of the table so often; those in memory are then read anew.
    sweeps: i64,
    upto: i64,
    words: Arc<Vocabulary>,
}

/// The words that a transaction has noted: most of a step's are the same few.
#[derive(Debug, Default)]
pub(crate) struct Noted(HashMap<String, bool>);

impl Reader<'_> {
    /// Every word of this state of the store, and possibly some that are written no more.
    pub(super) fn vocabulary(&self) -> Result<Arc<Vocabulary>, StoreError> {
        // What a write transaction has not committed must not be remembered.
        let Some(WordCache(cache)) = self.words else {
            let mut own = Loaded::default();
            self.read_on(&mut own)?;
            return Ok(own.words);
        };
        let mut loaded = lock(cache);
        let sweeps = self.sweeps()?;
        if loaded.sweeps != sweeps {
            *loaded = Loaded { sweeps, ..Loaded::default() };
        }
        self.read_on(&mut loaded)?;
        Ok(Arc::clone(&loaded.words))
    }

    fn read_on(&self, loaded: &mut Loaded) -> Result<(), StoreError> {
        let newest: i64 =
            self.conn.prepare_cached("SELECT coalesce(max(id), 0) FROM search_words")?.query_row([], |r| r.get(0))?;
        if newest <= loaded.upto {
            return Ok(());
        }
        let words = Arc::make_mut(&mut loaded.words);
        let mut statement =
            self.conn.prepare_cached("SELECT word, named FROM search_words WHERE id > ? ORDER BY id")?;
        let mut rows = statement.query([loaded.upto])?;
        while let Some(r) = rows.next()? {
            words.push(r.get_ref(0)?.as_str().unwrap_or_default(), r.get(1)?);
        }
        loaded.upto = newest;
        Ok(())
    }

    fn sweeps(&self) -> Result<i64, StoreError> {
        let sql = "SELECT CAST(value AS INTEGER) FROM workspace_meta WHERE key = 'search_sweeps'";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Adds words of a record's document to the vocabulary.
    pub(super) fn note_words(&mut self, words: BTreeMap<String, bool>) -> Result<(), StoreError> {
        let mut noted = std::mem::take(&mut self.noted_words);
        // A word of a name that was known as one of notes only gets a new place, where readers look for what is new.
        let sql = "INSERT INTO search_words (word, named) VALUES (?, ?) ON CONFLICT (word) DO UPDATE
            SET named = 1, id = (SELECT max(id) + 1 FROM search_words) WHERE named = 0 AND excluded.named = 1";
        for (word, named) in words {
            match noted.0.entry(word) {
                Entry::Occupied(known) if *known.get() || !named => {}
                entry => {
                    self.conn.prepare_cached(sql)?.execute(params![entry.key(), named])?;
                    entry.insert_entry(named);
                }
            }
        }
        self.noted_words = noted;
        Ok(())
    }

    /// Takes every word out; whoever writes terms brings them in again.
    pub(super) fn forget_words(&mut self) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM search_words", [])?;
        self.swept()
    }

    /// Takes out words that no record has any more, for an erasure: nothing else looks for them. Reads the whole index.
    ///
    /// # Errors
    /// The database's.
    pub fn sweep_words(&mut self) -> Result<u64, StoreError> {
        // Deleted terms stay in an FTS5 index until its segments are merged.
        self.conn.execute_batch(
            "INSERT INTO search_terms (search_terms) VALUES ('optimize');
             INSERT INTO search_talk (search_talk) VALUES ('optimize');
             CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_in_use USING fts5vocab ('main', 'search_terms', 'row');
             CREATE VIRTUAL TABLE IF NOT EXISTS temp.talk_in_use USING fts5vocab ('main', 'search_talk', 'row');",
        )?;
        let mut unused: Vec<String> = self
            .conn
            .prepare("SELECT word FROM search_words ORDER BY word")?
            .query_map([], |r| r.get(0))?
            .collect::<Result<_, _>>()?;
        for sql in ["SELECT term FROM temp.terms_in_use", "SELECT term FROM temp.talk_in_use"] {
            let mut used = vec![false; unused.len()];
            let mut statement = self.conn.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(r) = rows.next()? {
                let term = r.get_ref(0)?.as_str().unwrap_or_default();
                if let Ok(at) = unused.binary_search_by(|word| word.as_str().cmp(term))
                    && let Some(flag) = used.get_mut(at)
                {
                    *flag = true;
                }
            }
            let mut flags = used.into_iter();
            unused.retain(|_| !flags.next().unwrap_or(false));
        }
        for word in &unused {
            self.conn.prepare_cached("DELETE FROM search_words WHERE word = ?")?.execute([word])?;
        }
        self.noted_words = Noted::default();
        self.swept()?;
        Ok(unused.len() as u64)
    }

    fn swept(&mut self) -> Result<(), StoreError> {
        self.noted_words = Noted::default();
        let sql = "INSERT INTO workspace_meta (key, value) VALUES ('search_sweeps', '1')
            ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1";
        self.conn.execute(sql, [])?;
        Ok(())
    }
}
