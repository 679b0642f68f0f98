//! A prefix that nearly every header of a file begins with: the system's word for its record, in whatever language the
//! export is (`Persoon - Naam`, `crm_mobile`). It tells one column from another as little as the file's name does.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The marks that set such a prefix off.
const MARKS: [&str; 6] = [" - ", ": ", "::", ".", "_", "/"];
/// Columns that begin with it at least.
const COLUMNS: usize = 4;

/// The headers without a prefix that at least four of them and seven in ten share; as they are where there is none.
pub(crate) fn without(headers: &[String]) -> Vec<Cow<'_, str>> {
    let Some(prefix) = shared(headers) else { return without_types(headers) };
    headers
        .iter()
        .map(|h| match h.trim_start().strip_prefix(prefix.as_str()) {
            Some(rest) if rest.chars().any(char::is_alphabetic) => Cow::Owned(rest.trim().to_owned()),
            _ => Cow::Borrowed(h.as_str()),
        })
        .collect()
}

/// `sEmail`, `sTown`, `nGroupID`: programs that write a letter for the type before each name.
fn without_types(headers: &[String]) -> Vec<Cow<'_, str>> {
    let typed = |h: &&String| {
        let mut chars = h.chars();
        let (first, second) = (chars.next(), chars.next());
        first.is_some_and(|c| matches!(c, 's' | 'n' | 'b' | 'd' | 'i' | 'f')) && second.is_some_and(char::is_uppercase)
    };
    let filled = headers.iter().filter(|h| !h.trim().is_empty()).count();
    let all = headers.iter().filter(typed).count() == filled && filled >= COLUMNS;
    let cut = |h: &'_ String| h.get(1..).map(str::to_owned);
    headers
        .iter()
        .map(|h| match cut(h).filter(|_| all) {
            Some(rest) => Cow::Owned(rest),
            None => Cow::Borrowed(h.as_str()),
        })
        .collect()
}

fn shared(headers: &[String]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let filled = headers.iter().filter(|h| !h.trim().is_empty()).count();
    for header in headers {
        let text = header.trim_start();
        let first = MARKS.iter().filter_map(|m| text.find(m).map(|at| (at, m.len()))).min();
        let Some(prefix) = first.and_then(|(at, len)| text.get(..at + len)) else { continue };
        if prefix.chars().any(char::is_alphabetic) {
            *counts.entry(prefix.to_owned()).or_default() += 1;
        }
    }
    let (prefix, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count >= COLUMNS && count * 10 >= filled * 7).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(headers: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|h| (*h).to_owned()).collect();
        without(&headers).into_iter().map(Cow::into_owned).collect()
    }

    #[test]
    fn a_prefix_of_all_is_no_part_of_the_names() {
        assert_eq!(
            cut(&["Persoon - Naam", "Persoon - ID", "Persoon - E-mail - Werk", "Persoon - Label"]),
            ["Naam", "ID", "E-mail - Werk", "Label"]
        );
        assert_eq!(
            cut(&["zz_name", "zz_mobile", "zz_email", "zz_city", "remarks"]),
            ["name", "mobile", "email", "city", "remarks"]
        );
    }

    #[test]
    fn a_letter_for_the_type_is_no_part_of_the_names() {
        assert_eq!(cut(&["sName", "sEmail", "nGroupID", "sTown"]), ["Name", "Email", "GroupID", "Town"]);
        let phones = ["iPhone", "Name", "Email", "Town"];
        assert_eq!(cut(&phones), phones);
    }

    #[test]
    fn a_prefix_of_some_stays() {
        let headers = ["Name", "Phone", "Mailing_Street", "Mailing_City", "Mailing_State", "Mailing_Zip"];
        assert_eq!(cut(&headers), headers);
    }
}
