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

/// What the file is called after, where its rows are people of a role: `agents.csv`.
const CALLED: &[(&str, &[&str])] = &[
    ("agent", &["agents", "realtors", "agenten", "agentes", "agenti", "makler", "corretores", "negociateurs"]),
    ("broker", &["brokers", "courtiers"]),
    ("owner", &["owners", "homeowners", "propietarios", "proprietarios", "proprietaires", "eigentuemer", "eigentümer"]),
    ("tenant", &["tenants", "renters", "mieter", "inquilinos", "locataires", "inquilini", "huurders"]),
    ("landlord", &["landlords", "vermieter", "bailleurs"]),
    ("seller", &["sellers"]),
    ("partner", &["partners"]),
];

/// The role that the file's name says its rows have.
fn called(file_name: &str) -> Option<&'static str> {
    let low = file_name.to_lowercase();
    let stem = low.rsplit_once('.').map_or(low.as_str(), |(stem, _)| stem);
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphanumeric()).collect();
    CALLED.iter().find(|(_, names)| names.iter().any(|n| words.contains(n))).map(|(role, _)| *role)
}

/// Beginnings of words in the names of files whose rows are people who own a home or sell it: `Vendeurs - estimations.csv`.
const SELLING: &[&str] = &[
    "owners",
    "homeowners",
    "landlords",
    "sellers",
    "valuations",
    "vendeurs",
    "propri\u{e9}taires",
    "proprietaires",
    "bailleurs",
    "estimations",
    "mandats",
    "eigent\u{fc}mer",
    "eigentuemer",
    "verk\u{e4}ufer",
    "verkaeufer",
    "vermieter",
    "propietarios",
    "proprietarios",
    "propriet\u{e1}rios",
    "captaciones",
    "venditori",
    "proprietari",
    "verkopers",
    "eigenaren",
    "\u{645}\u{644}\u{627}\u{643}",
    "\u{627}\u{644}\u{645}\u{644}\u{627}\u{643}",
];

/// Whether a file is called after those who own or sell homes.
pub(crate) fn of_owners(file_name: &str) -> bool {
    let low = file_name.to_lowercase();
    let stem = low.rsplit_once('.').map_or(low.as_str(), |(stem, _)| stem);
    stem.split(|c: char| !c.is_alphanumeric()).any(|w| SELLING.contains(&w))
}

/// `AgentID`, `Broker Name`, `agency name` in a list of agents: the person's own, whatever other columns name them.
fn own(headers: &mut [Header], profiles: &[Profile], file_name: &str) {
    let frames = Frames::get();
    let Some(role) = called(file_name) else { return };
    // Who looks after owners and tenants has an id too: only where it hardly comes again is it theirs.
    let each = |p: &Profile| p.filled < 4 || p.distinct() * 10 >= p.filled * 9;
    let is_role =
        |w: &String| w == role || matches!(role, "agent" | "broker") && matches!(w.as_str(), "agent" | "broker");
    for (header, profile) in headers.iter_mut().zip(profiles) {
        let numbered = |w: &String| frames.is("NO", w) || frames.is("IDSTRONG", w);
        let whose = header.words.iter().any(is_role);
        let only = |of: &dyn Fn(&String) -> bool| header.words.iter().all(|w| is_role(w) || of(w));
        if header.words.len() == 2 && whose && only(&numbered) && each(profile) {
            for word in header.words.iter_mut().chain(&mut header.rest).filter(|w| is_role(w)) {
                "client".clone_into(word);
            }
        }
        if matches!(role, "agent" | "broker")
            && matches!(header.phrase().as_str(), "agency" | "agency name" | "brokerage" | "brokerage name")
        {
            header.words = vec!["company".into(), "name".into()];
            header.rest.clone_from(&header.words);
        }
    }
}

/// Puts the general word for the role that the list is of.
pub(crate) fn settle(headers: &mut [Header], profiles: &[Profile], file_name: &str) {
    own(headers, profiles, file_name);
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
        .copied()
        // However often their names come again, `agents.csv` is a list of agents.
        .or_else(|| called(file_name).filter(|r| !named && count(r).0 >= 1));
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
        settle(&mut parsed, &profiles, "export.csv");
        parsed.iter().map(|h| target::named(h, EntityType::Person).map(|n| n.target.field)).collect()
    }

    #[test]
    fn a_list_of_owners_is_about_owners_and_not_about_their_tenants() {
        let found = fields(&["Owner Name", "Owner Mobile", "Owner Email", "Tenant Name", "Tenant Mobile"]);
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        assert_eq!(found, [Some("person.full_name"), Some("person.phone[]"), Some("person.email[]"), None, None]);
    }

    #[test]
    fn in_a_list_of_agents_their_own_ids_names_and_firms_are_theirs() {
        let headers = ["AgentID", "agent_name", "AgencyName", "Phone"];
        let read = |file: &str| {
            let mut parsed: Vec<Header> = headers.iter().map(|h| words::header(h, Synonyms::get())).collect();
            let mut profiles: Vec<Profile> = parsed.iter().map(|_| Profile::default()).collect();
            if let Some(names) = profiles.get_mut(1) {
                (0..12).for_each(|row| names.add(["Asha Rao", "Omar Said", "Lena Vogt"][row as usize % 3], row, 12));
                names.finish();
            }
            settle(&mut parsed, &profiles, file);
            let field = |h: &Header| target::named(h, EntityType::Person).map(|n| n.target.field);
            parsed.iter().map(field).collect::<Vec<_>>()
        };
        let found = read("agents.csv");
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        let wanted = ["person.external_id", "person.full_name", "person.company_name", "person.phone[]"];
        assert_eq!(found, wanted.map(Some));
        assert_eq!(read("leads.csv").get(1).cloned().flatten().as_deref(), Some("person.assignee"));
    }

    #[test]
    fn beside_a_name_everybody_else_is_somebody_else() {
        let found = fields(&["Name", "Mobile", "Tenant Mobile", "Lead Owner"]);
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        assert_eq!(found, [Some("person.full_name"), Some("person.phone[]"), None, Some("person.owner")]);
    }
}
