//! Words that change what a noun means: a consent to e-mail is not an e-mail address, nor is the agent's, nor whether it
//! bounced. A header with such a word is what the word makes of it, or nothing we know.

use super::grammar::Target;
use super::synonyms::{Grammar, Synonyms};

/// A consent: a channel, a word of permission, and words that say nothing more. With a date it is when it was given.
pub(crate) fn consent(words: &[String], grammar: &Grammar) -> Option<Target> {
    let inverted = grammar.inverted.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|w| w.iter().map(String::as_str).eq(phrase.iter().copied()))
    });
    let is = |list: &[String], word: &String| list.contains(word);
    if !inverted && !words.iter().any(|w| is(&grammar.consent, w)) {
        return None;
    }
    let channel_of = |word: &String| grammar.channels.iter().find(|(_, names)| is(names, word)).map(|(name, _)| name);
    let date = |word: &String| matches!(word.as_str(), "date" | "at" | "time" | "on" | "timestamp");
    let negation = |word: &String| inverted && matches!(word.as_str(), "do" | "not");
    let understood = words.iter().all(|w| {
        channel_of(w).is_some() || is(&grammar.consent, w) || is(&grammar.consent_filler, w) || date(w) || negation(w)
    });
    if !understood {
        return None;
    }
    let dated = words.iter().any(|w| matches!(w.as_str(), "date" | "at" | "time" | "timestamp"));
    if dated && !inverted {
        return Some(Target::plain("person.consent.at"));
    }
    let mut channels: Vec<&String> = words.iter().filter_map(channel_of).collect();
    channels.dedup();
    match channels.as_slice() {
        [channel] if !dated => Some(Target { inverted, ..Target::plain(format!("person.consent.{channel}")) }),
        _ => None,
    }
}

/// Why a header that mentions a contact point isn't one, for the person who will decide.
pub(crate) fn about_something_else(words: &[String], synonyms: &Synonyms) -> Option<String> {
    let grammar = &synonyms.grammar;
    let phone = |w: &String| grammar.phone.values().any(|names| names.contains(w));
    let noun = if words.iter().any(|w| grammar.email.contains(w)) {
        "e-mail address"
    } else if words.iter().any(phone) {
        "phone number"
    } else {
        return None;
    };
    let plain = |w: &&String| {
        grammar.email.contains(w)
            || phone(w)
            || grammar.filler.contains(w)
            || grammar.labels.values().any(|names| names.contains(w))
            || synonyms.is_word(w) && w.len() < 3
    };
    let others: Vec<&str> = words.iter().filter(|w| !plain(w)).map(String::as_str).collect();
    (!others.is_empty()).then(|| {
        format!(
            "Best guess: about the {noun} of the person, or somebody else's; {:?} keeps it from being read as one",
            others.join(" ")
        )
    })
}
