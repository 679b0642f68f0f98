//! Whom the rows of a list of people are about: `Owner Mobile` is the person's own where owners are who the list is of, and
//! somebody else's beside a name of the person.

use contracts::EntityType;

use super::frames::Frames;
use super::target;
use super::words::Header;
use crate::profile::Profile;

/// Whoever else a list may be of.
const ROLES: &[&str] = &[
    "tenant",
    "landlord",
    "seller",
    "owner",
    "vendor",
    "renter",
    "lessee",
    "lessor",
    "occupant",
    "proprietor",
    "landowner",
    "referrer",
    "broker",
    "agent",
    "partner",
];
/// Those who, beside the person, are never the person nor who looks after them.
const OTHERS: usize = 3;

/// Puts the general word for the role that the list is of.
pub(crate) fn settle(headers: &mut [Header], profiles: &[Profile]) {
    let frames = Frames::get();
    let has_role = |h: &Header| h.words.iter().any(|w| ROLES.contains(&w.as_str()));
    let names = |h: &Header| {
        let field = target::named(h, EntityType::Person).map(|n| n.target.field);
        !has_role(h)
            && field
                .is_some_and(|f| matches!(f.as_str(), "person.full_name" | "person.given_name" | "person.family_name"))
    };
    let contact = |w: &String| frames.is("NAME", w) || frames.is("PHONE", w) || frames.is("EMAIL", w);
    let about = |h: &Header, role: &str| h.words.iter().any(|w| w == role) && h.words.iter().any(contact);
    let count = |role: &str| {
        let first = headers.iter().position(|h| h.words.iter().any(|w| w == role)).unwrap_or(usize::MAX);
        (headers.iter().filter(|h| about(h, role)).count(), std::cmp::Reverse(first))
    };
    // A handful of agents' names in many rows are those who look after the people, not the people.
    let few = |p: &Profile| p.filled >= 8 && p.distinct() * 2 < p.filled;
    // `Vendor` alone, over names of people.
    let alone = |h: &Header, p: &Profile, role: &str| {
        h.words.len() == 1 && h.words.iter().any(|w| w == role) && p.filled >= 4 && p.share(p.names) >= 0.6 && !few(p)
    };
    let heads_names = |role: &str| {
        headers
            .iter()
            .zip(profiles)
            .any(|(h, p)| about(h, role) && h.words.iter().any(|w| frames.is("NAME", w)) && !few(p))
            || headers
                .iter()
                .zip(profiles)
                .any(|(h, p)| alone(h, p, role) && !matches!(role, "broker" | "agent" | "partner"))
    };
    // Where a column names the person without a word for a role, everybody else is somebody else.
    let named = headers.iter().any(names);
    let suppliers = super::entity::of_suppliers(headers);
    let role = ROLES
        .iter()
        .filter(|r| !(suppliers && **r == "vendor"))
        .max_by_key(|r| count(r))
        .filter(|r| (count(r).0 >= 2 || heads_names(r)) && !named)
        .copied();
    if role.is_none() && !named {
        return;
    }
    for header in headers {
        // `Flat owner` is the owner.
        let of_unit = |w: &String| Some(w.as_str()) == role || frames.is("UNIT", w) || frames.is("PROPERTY", w);
        if header.words.iter().all(of_unit) && header.words.iter().any(|w| Some(w.as_str()) == role) {
            header.words = vec!["client".into()];
            continue;
        }
        let contact = header.words.iter().any(contact);
        for word in header.words.iter_mut().chain(&mut header.rest).chain(header.outside.iter_mut().flatten()) {
            if Some(word.as_str()) == role {
                "client".clone_into(word);
            } else if contact && ROLES.iter().take(OTHERS).any(|r| r == word) {
                // No frame and no phrase knows somebody else.
                word.insert_str(0, "other ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::synonyms::Synonyms;
    use super::super::words;
    use super::*;

    fn fields(headers: &[&str]) -> Vec<Option<String>> {
        let mut parsed: Vec<Header> = headers.iter().map(|h| words::header(h, Synonyms::get())).collect();
        let profiles: Vec<Profile> = parsed.iter().map(|_| Profile::default()).collect();
        settle(&mut parsed, &profiles);
        parsed.iter().map(|h| target::named(h, EntityType::Person).map(|n| n.target.field)).collect()
    }

    #[test]
    fn a_list_of_owners_is_about_owners_and_not_about_their_tenants() {
        let found = fields(&["Owner Name", "Owner Mobile", "Owner Email", "Tenant Name", "Tenant Mobile"]);
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        assert_eq!(found, [Some("person.full_name"), Some("person.phone[]"), Some("person.email[]"), None, None]);
    }

    #[test]
    fn beside_a_name_everybody_else_is_somebody_else() {
        let found = fields(&["Name", "Mobile", "Tenant Mobile", "Lead Owner"]);
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        assert_eq!(found, [Some("person.full_name"), Some("person.phone[]"), None, Some("person.owner")]);
    }
}
