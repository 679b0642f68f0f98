//! The people of a set that brings its own names, firms and places.

use super::people::{Market, Person};
use super::second::people::{mailbox, one, person as drawn};
use super::value::Day;
use crate::Draw;

/// Given names, family names, `quarter, town, region` and streets, `|` between those of a kind; and the country.
pub(super) type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The lists that a set draws its people from.
pub(super) struct Folk {
    pub(super) india: Names,
    /// Indian names and places in Devanagari.
    pub(super) hindi: Names,
    pub(super) gulf: Names,
    pub(super) arab: Names,
    pub(super) egypt: Names,
    pub(super) britain: Names,
    pub(super) america: Names,
    pub(super) spain: Names,
    pub(super) france: Names,
    pub(super) germany: Names,
    pub(super) portugal: Names,
    pub(super) brazil: Names,
    pub(super) italy: Names,
    /// First and second words of firms, `|` between them.
    pub(super) firms: (&'static str, &'static str),
    pub(super) jobs: &'static [&'static str],
    /// The first year in which they were met and how many there are, where the set has its own.
    pub(super) met: Option<(u32, usize)>,
}

impl Folk {
    const fn names(&self, market: Market, native: bool) -> &Names {
        match market {
            Market::India if native => &self.hindi,
            Market::India => &self.india,
            Market::Saudi => &self.arab,
            Market::Egypt => &self.egypt,
            Market::Emirates => &self.gulf,
            Market::Britain => &self.britain,
            Market::America => &self.america,
            Market::Spain => &self.spain,
            Market::Italy => &self.italy,
            Market::France => &self.france,
            Market::Germany | Market::Netherlands => &self.germany,
            Market::Portugal => &self.portugal,
            Market::Brazil => &self.brazil,
        }
    }

    /// The region in which a town of the lists lies; nothing for other towns.
    pub(super) fn region_of(&self, town: &str) -> &'static str {
        let all = [
            self.india,
            self.hindi,
            self.gulf,
            self.arab,
            self.egypt,
            self.britain,
            self.america,
            self.spain,
            self.france,
            self.germany,
            self.portugal,
            self.brazil,
            self.italy,
        ];
        let places = all.iter().flat_map(|names| names.2.split('|'));
        let mut towns = places.filter_map(|place| place.split_once(", ")?.1.split_once(", "));
        towns.find(|(name, _)| *name == town).map_or("", |(_, region)| region)
    }

    /// Draws a person. `native`: Indian names and places in Devanagari. Numbers are drawn as those of the second set,
    /// from ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.
    pub(super) fn person(&self, d: &mut Draw, market: Market, native: bool) -> Person {
        let &(given, family, places, streets, country) = self.names(market, native);
        let spouse = one(d, given).to_owned();
        let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
        let (locality, rest) = one(d, places).split_once(", ").unwrap_or_default();
        let city = rest.split_once(", ").map_or(rest, |(town, _)| town);
        let (house, road) = (1 + d.below(170), one(d, streets));
        let street = match market {
            Market::Germany | Market::Egypt | Market::Saudi => format!("{road} {house}"),
            Market::Brazil | Market::Portugal | Market::Spain | Market::Italy => format!("{road}, {house}"),
            _ => format!("{house} {road}"),
        };
        let email = mailbox(d, &given, &family);
        let second_email = mailbox(d, &family, &given);
        let company = format!("{} {}", one(d, self.firms.0), one(d, self.firms.1));
        let job = d.word(self.jobs);
        let met = self.met.map(|(from, years)| Day::drawn(d, from, years));
        let person = drawn(d, market, native);
        Person {
            email,
            second_email,
            company,
            job,
            spouse,
            given,
            family,
            street,
            locality,
            city,
            country,
            met: met.unwrap_or(person.met),
            ..person
        }
    }
}
