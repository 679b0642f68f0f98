//! Where clients live and buy: cities with real localities, invented projects, and what a square foot costs there.

use crate::names::Community as C;

/// A city where homes are sold, or where clients live who buy elsewhere.
#[derive(Debug)]
pub(crate) struct Market {
    pub city: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub nationality: &'static str,
    pub currency: &'static str,
    /// Localities with their postal codes; empty where the country has none.
    pub localities: &'static [(&'static str, &'static str)],
    /// What one square foot costs, in the currency's units; 0 where nothing is sold.
    pub rate: i64,
    pub projects: &'static [Project],
    pub communities: &'static [(C, u64)],
    /// Whoever of the team looks after it.
    pub owners: &'static [&'static str],
}

/// A project under sale. All of them are invented.
#[derive(Debug)]
pub(crate) struct Project {
    pub name: &'static str,
    pub developer: &'static str,
    /// Its place among the market's localities.
    pub locality: usize,
    pub kind: Kind,
    /// Of a hundred of the market's rate.
    pub level: i64,
}

/// What kind of home it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Apartment,
    Penthouse,
    Villa,
}

impl Kind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Apartment => "Apartment",
            Self::Penthouse => "Penthouse",
            Self::Villa => "Villa",
        }
    }

    /// What a home of so many bedrooms measures, in square feet.
    pub fn area(self, bedrooms: i64) -> i64 {
        let plain = match bedrooms {
            ..=1 => 640,
            2 => 1_080,
            3 => 1_640,
            4 => 2_380,
            _ => 3_600,
        };
        match self {
            Self::Apartment => plain,
            Self::Penthouse => plain * 17 / 10,
            Self::Villa => plain * 15 / 10,
        }
    }
}

/// The team: eight colleagues, invented.
pub(crate) const TEAM: [&str; 8] = [
    "Ritam Kar",
    "Trisha Pal",
    "Samir Wadia",
    "Neha Kulkarni",
    "Arjan Bedi",
    "Leena Joseph",
    "Huda Rahimi",
    "Jonas Weber",
];

const fn project(name: &'static str, developer: &'static str, locality: usize, kind: Kind, level: i64) -> Project {
    Project { name, developer, locality, kind, level }
}

use Kind::{Apartment, Penthouse, Villa};

/// Stands where a market has no project of its own.
pub(crate) static ANY: Project = project("Banyan Terraces", "Palash Habitat", 1, Apartment, 140);

/// All of them; the first five sell, clients of the others buy there. The weights are of where clients live.
pub(crate) static MARKETS: [(Market, u64); 8] = [
    (
        Market {
            city: "Kolkata",
            region: "West Bengal",
            country: "India",
            nationality: "Indian",
            currency: "INR",
            localities: &[
                ("Alipore", "700027"),
                ("Ballygunge", "700019"),
                ("New Town", "700156"),
                ("Salt Lake", "700064"),
                ("Rajarhat", "700135"),
                ("New Alipore", "700053"),
                ("Tollygunge", "700033"),
                ("EM Bypass", "700107"),
            ],
            rate: 9_500,
            projects: &[
                project("Meridian Crest", "Tidewell Estates", 2, Apartment, 90),
                project("Gulmohar One", "Palash Habitat", 0, Apartment, 160),
                project("Banyan Terraces", "Palash Habitat", 1, Apartment, 140),
                project("Shiuli Gardens", "Noor & Daughters", 3, Apartment, 100),
                project("The Conch House", "Tidewell Estates", 0, Penthouse, 175),
                project("Krishnochura Villas", "Riverbend Homes", 4, Villa, 95),
            ],
            communities: &[(C::Bengali, 48), (C::Marwari, 32), (C::Gujarati, 6), (C::Punjabi, 4), (C::Muslim, 10)],
            owners: &["Ritam Kar", "Trisha Pal"],
        },
        22,
    ),
    (
        Market {
            city: "Mumbai",
            region: "Maharashtra",
            country: "India",
            nationality: "Indian",
            currency: "INR",
            localities: &[
                ("Bandra West", "400050"),
                ("Worli", "400018"),
                ("Lower Parel", "400013"),
                ("Powai", "400076"),
                ("Juhu", "400049"),
                ("Andheri West", "400053"),
                ("Malabar Hill", "400006"),
                ("Chembur", "400071"),
            ],
            rate: 36_000,
            projects: &[
                project("Saffron Quay", "Lanternfield Realty", 1, Apartment, 150),
                project("Aurelia Heights", "Lanternfield Realty", 2, Apartment, 120),
                project("Koliwada Rise", "Seventh Tide", 3, Apartment, 80),
                project("Neem Court", "Seventh Tide", 7, Apartment, 70),
                project("The Juhu Ledger", "Marigold & Sons", 4, Penthouse, 170),
                project("Cinnabar Row", "Marigold & Sons", 0, Apartment, 160),
            ],
            communities: &[
                (C::Marathi, 26),
                (C::Gujarati, 30),
                (C::Marwari, 16),
                (C::Muslim, 14),
                (C::Southern, 8),
                (C::Punjabi, 6),
            ],
            owners: &["Samir Wadia", "Neha Kulkarni"],
        },
        24,
    ),
    (
        Market {
            city: "Gurugram",
            region: "Haryana",
            country: "India",
            nationality: "Indian",
            currency: "INR",
            localities: &[
                ("DLF Phase 5", "122009"),
                ("Sector 42", "122002"),
                ("Sector 57", "122011"),
                ("Sohna Road", "122018"),
                ("Golf Course Road", "122002"),
                ("Dwarka Expressway", "122006"),
            ],
            rate: 16_500,
            projects: &[
                project("The Orchid Court", "Aravalli Keys", 4, Apartment, 150),
                project("Amaltas Park", "Aravalli Keys", 3, Apartment, 85),
                project("Northgate Steel", "Copperleaf Developers", 5, Apartment, 80),
                project("Peepal Avenue", "Copperleaf Developers", 2, Villa, 110),
                project("Altamira Greens", "Stonebird Group", 0, Penthouse, 165),
            ],
            communities: &[(C::Punjabi, 38), (C::Marwari, 36), (C::Muslim, 8), (C::Southern, 8), (C::Bengali, 10)],
            owners: &["Arjan Bedi"],
        },
        14,
    ),
    (
        Market {
            city: "Bangalore",
            region: "Karnataka",
            country: "India",
            nationality: "Indian",
            currency: "INR",
            localities: &[
                ("Indiranagar", "560038"),
                ("Sadashivanagar", "560080"),
                ("Whitefield", "560066"),
                ("Koramangala", "560034"),
                ("Hebbal", "560024"),
                ("Jayanagar", "560041"),
                ("Sarjapur Road", "560035"),
            ],
            rate: 12_500,
            projects: &[
                project("Rain Tree Row", "Silverfern Habitat", 2, Apartment, 85),
                project("Palm Lattice", "Silverfern Habitat", 4, Apartment, 110),
                project("Jacaranda Hill", "Blue Mango Homes", 1, Penthouse, 185),
                project("The Weavers' Yard", "Blue Mango Homes", 3, Apartment, 130),
                project("Kingfisher Lanes", "Old Banyan Estates", 6, Villa, 90),
            ],
            communities: &[(C::Southern, 64), (C::Marwari, 10), (C::Bengali, 8), (C::Muslim, 8), (C::Punjabi, 10)],
            owners: &["Leena Joseph"],
        },
        14,
    ),
    (
        Market {
            city: "Dubai",
            region: "Dubai",
            country: "United Arab Emirates",
            nationality: "Emirati",
            currency: "AED",
            localities: &[
                ("Dubai Marina", ""),
                ("Downtown Dubai", ""),
                ("Palm Jumeirah", ""),
                ("Dubai Hills", ""),
                ("Emirates Hills", ""),
                ("Business Bay", ""),
                ("Jumeirah Village Circle", ""),
            ],
            rate: 2_050,
            projects: &[
                project("Marina Solstice", "Dhow & Compass", 0, Apartment, 105),
                project("Solenne Tower", "Dhow & Compass", 1, Apartment, 130),
                project("The Pearl Ledger", "Falaj Properties", 5, Apartment, 90),
                project("Sidra Crescent", "Falaj Properties", 3, Villa, 115),
                project("Palma Blanca", "Lighthouse Gulf", 2, Penthouse, 190),
                project("Acacia Circle", "Lighthouse Gulf", 6, Apartment, 62),
            ],
            communities: &[
                (C::Gulf, 30),
                (C::Gujarati, 14),
                (C::Southern, 14),
                (C::Muslim, 20),
                (C::Western, 16),
                (C::Punjabi, 6),
            ],
            owners: &["Huda Rahimi", "Jonas Weber"],
        },
        18,
    ),
    (
        Market {
            city: "London",
            region: "England",
            country: "United Kingdom",
            nationality: "British",
            currency: "GBP",
            localities: &[
                ("Kensington", "W8 4PX"),
                ("Harrow", "HA1 2XY"),
                ("Wembley", "HA9 8DA"),
                ("Ealing", "W5 2XA"),
            ],
            rate: 0,
            projects: &[],
            communities: &[(C::Western, 30), (C::Gujarati, 26), (C::Punjabi, 22), (C::Bengali, 22)],
            owners: &["Jonas Weber"],
        },
        3,
    ),
    (
        Market {
            city: "Singapore",
            region: "",
            country: "Singapore",
            nationality: "Singaporean",
            currency: "SGD",
            localities: &[("Orchard", "238801"), ("Novena", "307506"), ("Katong", "428722"), ("Bukit Timah", "269734")],
            rate: 0,
            projects: &[],
            communities: &[(C::Chinese, 45), (C::Southern, 35), (C::Marwari, 20)],
            owners: &["Jonas Weber"],
        },
        3,
    ),
    (
        Market {
            city: "Riyadh",
            region: "Riyadh Province",
            country: "Saudi Arabia",
            nationality: "Saudi",
            currency: "SAR",
            localities: &[("Al Olaya", "12211"), ("Al Malqa", "13521"), ("Hittin", "13512")],
            rate: 0,
            projects: &[],
            communities: &[(C::Gulf, 62), (C::Muslim, 26), (C::Southern, 12)],
            owners: &["Huda Rahimi"],
        },
        2,
    ),
];

/// Where clients of a market that sells nothing buy.
pub(crate) const SELLING: [(usize, u64); 5] = [(0, 2), (1, 3), (2, 1), (3, 2), (4, 4)];

/// A market by its number; the first where there is none.
pub(crate) fn market(number: usize) -> &'static Market {
    match MARKETS.get(number) {
        Some((market, _)) => market,
        None => &MARKETS[0].0,
    }
}
