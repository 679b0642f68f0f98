//! Names against their truth: whether the fields a cell became read the same person as the cell.
//!
//! The dictionary has a field for honorifics and keeps the spelling received. Truth says a name as text, or in parts:
//! `full` (the name as received, without the honorific), `prefix`, `given`, `family`, and `turned` where the cell writes
//! the family name first: turning it round is right where the person is told.

use serde_json::{Value, json};

use super::Verdict;
use super::values::nothing;

pub(super) fn judge(wanted: &Value, got: &[(&str, Value)], told: bool) -> Verdict {
    let shown = || got.iter().map(|(field, v)| format!("{field} {v}")).collect::<Vec<_>>().join(" and ");
    if wanted == "held" || wanted == "empty" {
        return nothing(wanted, got.is_empty(), told, shown);
    }
    let parts = if wanted.is_string() { json!({ "full": wanted }) } else { wanted.clone() };
    if reads_the_same(&parts, got, told) {
        return Verdict::Right;
    }
    match (got.is_empty(), told) {
        (true, true) => Verdict::Held,
        (true, false) => Verdict::Wrong("nothing, without a word".into()),
        (false, _) => Verdict::Wrong(shown()),
    }
}

fn reads_the_same(wanted: &Value, got: &[(&str, Value)], told: bool) -> bool {
    let part = |name: &str| got.iter().find(|(field, _)| *field == name).map(|(_, v)| tidy(v));
    let full = tidy(&wanted["full"]);
    let prefix = wanted["prefix"].as_str().unwrap_or_default();
    let whole = if prefix.is_empty() { full.clone() } else { format!("{prefix} {full}") };
    let person = ["full_name", "given_name", "family_name", "prefix"].iter().any(|f| part(f).is_some());
    // Names of others (a contact of a deal, a spouse) have no field for the honorific.
    let name = got.iter().map(|(_, v)| tidy(v)).any(|text| {
        text == full
            || (!person && text == whole)
            || (told && wanted["turned"].is_string() && text == tidy(&wanted["turned"]))
    });
    let honorific = !person || part("prefix").unwrap_or_default() == prefix;
    // A part that was taken out must be that part; an initial may stand with the given name.
    let fits = |name: &str, truth: &str| match (part(name), wanted[truth].as_str()) {
        (Some(got), Some(wanted)) => {
            got == wanted || (truth == "given" && got.starts_with(&format!("{wanted} ")) && full.starts_with(&got))
        }
        _ => true,
    };
    name && honorific && fits("given_name", "given") && fits("family_name", "family")
}

fn tidy(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(wanted: Value, got: &[(&str, &str)], told: bool) -> bool {
        let got: Vec<(&str, Value)> = got.iter().map(|(f, v)| (*f, json!(v))).collect();
        judge(&wanted, &got, told) == Verdict::Right
    }

    #[test]
    fn an_honorific_belongs_to_its_own_field() {
        let wanted = json!({ "full": "Arif Mirza", "prefix": "Mr.", "given": "Arif", "family": "Mirza" });
        assert!(right(wanted.clone(), &[("full_name", "Arif Mirza"), ("prefix", "Mr.")], false));
        assert!(!right(wanted.clone(), &[("full_name", "Mr. Arif Mirza")], false));
        assert!(!right(wanted.clone(), &[("full_name", "Arif Mirza")], false), "the honorific is lost");
        let swapped = [("full_name", "Arif Mirza"), ("prefix", "Mr."), ("given_name", "Mirza")];
        assert!(!right(wanted.clone(), &swapped, false));
        assert!(right(wanted, &[("contact", "Mr. Arif Mirza")], false), "a deal's contact has no field for it");
        assert!(!right(json!("Arif Mirza"), &[("full_name", "Arif Mirza"), ("prefix", "Mr.")], false));
    }

    #[test]
    fn a_name_may_be_turned_round_where_the_person_is_told() {
        let wanted = json!({ "full": "Mirza, Arif", "turned": "Arif Mirza", "given": "Arif", "family": "Mirza" });
        assert!(right(wanted.clone(), &[("full_name", "Mirza, Arif")], false));
        assert!(right(wanted.clone(), &[("full_name", "Arif Mirza"), ("given_name", "Arif")], true));
        assert!(!right(wanted.clone(), &[("full_name", "Arif Mirza")], false));
        assert!(!right(wanted, &[("full_name", "Arif Mirza"), ("family_name", "Arif")], true));
    }
}
