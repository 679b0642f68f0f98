//! What a client looks for and which homes they looked at.

use serde_json::json;

use crate::calendar::{Calendar, When, day};
use crate::draw::{Draw, Topic};
use crate::market::{ANY, Kind, Market, Project};
use crate::person::Who;
use crate::story::{Stage, Standing, Story};
use crate::values::{Address, Fields, Money, area, put};

/// A client's brief.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    purpose: &'static str,
    kind: Kind,
    bedrooms: i64,
    pub low: Money,
    pub high: Money,
    /// The home that they mean first.
    pub home: Home,
    others: Vec<Home>,
    /// A project that they hear of.
    beside: &'static str,
}

/// One home.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub project: &'static Project,
    pub unit: String,
    bedrooms: i64,
    area: i64,
    pub price: Money,
}

/// Amounts are round ones.
fn round(amount: i64, currency: &'static str) -> Money {
    let step = match (currency, amount) {
        ("INR", 10_000_000..) => 500_000,
        ("INR", 1_000_000..) => 100_000,
        ("INR", _) => 5_000,
        (_, 1_000_000..) => 50_000,
        _ => 5_000,
    };
    Money { amount: (amount + step / 2) / step * step, currency }
}

impl Home {
    fn of(market: &Market, project: &'static Project, bedrooms: i64, share: i64, draw: &mut Draw) -> Self {
        let area = project.kind.area(bedrooms) * draw.within(94, 108) / 100;
        let price = round(market.rate * project.level / 100 * area / 1000 * share, market.currency);
        let unit = match project.kind {
            Kind::Villa => format!("Villa {}", draw.within(1, 88)),
            Kind::Penthouse => format!("PH-{}", draw.within(1, 12)),
            Kind::Apartment => {
                format!(
                    "{}-{}{:02}",
                    draw.word(&["A", "B", "C", "T1", "T2", "T3"]),
                    draw.within(2, 38),
                    draw.within(1, 8)
                )
            }
        };
        Self { project, unit, bedrooms, area, price }
    }

    /// `Saffron Quay T2-1904`.
    pub fn name(&self) -> String {
        format!("{} {}", self.project.name, self.unit)
    }

    pub fn locality(&self, market: &Market) -> &'static str {
        market.localities.get(self.project.locality).map_or("", |(name, _)| *name)
    }
}

impl Wish {
    pub fn of(seed: u64, who: &Who, story: &Story) -> Self {
        let mut draw = Draw::of(seed, Topic::Wish, who.number);
        let market = who.buys;
        let project = draw.one_of(market.projects).unwrap_or(&ANY);
        let purpose = match draw.below(100) {
            0..=9 if story.deals.is_empty() => "rent",
            0..=34 => "invest",
            _ => "buy",
        };
        let bedrooms = match project.kind {
            Kind::Apartment => draw.weighted(&[(1, 10), (2, 30), (3, 42), (4, 18)]),
            Kind::Penthouse | Kind::Villa => draw.weighted(&[(3, 30), (4, 45), (5, 25)]),
        };
        let bedrooms = bedrooms.unwrap_or(3);
        // Thousandths of the price: what a tenant pays a month, or a year in the Gulf.
        let share = match (purpose, market.currency) {
            ("rent", "INR") => 3,
            ("rent", _) => 65,
            _ => 1000,
        };
        let home = Home::of(market, project, bedrooms, share, &mut draw);
        let low = round(home.price.amount * draw.within(78, 95) / 100, market.currency);
        let high = round(home.price.amount * draw.within(104, 130) / 100, market.currency);
        let mut others = Vec::new();
        for _ in 0..draw.below(3) {
            if let Some(other) = draw.one_of(market.projects)
                && other.name != project.name
                && others.iter().all(|known: &Home| known.project.name != other.name)
            {
                others.push(Home::of(market, other, bedrooms, share, &mut draw));
            }
        }
        let at = market.projects.iter().position(|p| p.name == project.name).unwrap_or(0) + 1;
        let beside = market.projects.get(at).or_else(|| market.projects.first()).unwrap_or(project).name;
        Self { purpose, kind: project.kind, bedrooms, low, high, home, others, beside }
    }

    pub fn is_investor(&self) -> bool {
        self.purpose == "invest"
    }

    /// `3 BHK`, `3 bedrooms`.
    pub fn size(&self) -> String {
        match self.low.currency {
            "INR" => format!("{} BHK", self.bedrooms),
            _ if self.bedrooms == 1 => "1 bedroom".into(),
            _ => format!("{} bedrooms", self.bedrooms),
        }
    }

    /// Another project that they compare with.
    pub fn other(&self) -> &'static str {
        self.others.first().map_or(self.beside, |home| home.project.name)
    }

    /// The home of a further deal.
    pub fn second(&self) -> &Home {
        self.others.first().unwrap_or(&self.home)
    }

    /// The requirement's record.
    pub fn fields(&self, seed: u64, who: &Who) -> Fields {
        let mut draw = Draw::of(seed, Topic::Wish, who.number.wrapping_add(1 << 60));
        let market = who.buys;
        let mut fields = Fields::new();
        put(&mut fields, "purpose", self.purpose);
        put(&mut fields, "property_type", self.kind.as_str());
        put(&mut fields, "budget_min", self.low.value());
        put(&mut fields, "budget_max", self.high.value());
        put(&mut fields, "currency", self.low.currency);
        put(&mut fields, "bedrooms_min", self.bedrooms.to_string());
        if draw.percent(45) {
            put(&mut fields, "bedrooms_max", (self.bedrooms + 1).to_string());
        }
        if draw.percent(30) {
            put(&mut fields, "bathrooms_min", self.bedrooms.to_string());
        }
        if draw.percent(55) {
            put(&mut fields, "area_min", area(self.kind.area(self.bedrooms) / 100 * 90));
            put(&mut fields, "area_unit", "sq_ft");
        }
        let mut localities = vec![self.home.locality(market)];
        for home in &self.others {
            let locality = home.locality(market);
            if !localities.contains(&locality) {
                localities.push(locality);
            }
        }
        put(&mut fields, "locality", json!(localities));
        put(&mut fields, "city", json!([market.city]));
        put(
            &mut fields,
            "timeframe",
            draw.word(&["Immediate", "1 month", "3 months", "6 months", "1 year", "Just looking"]),
        );
        let mut must: Vec<&str> = Vec::new();
        for _ in 0..draw.below(4) {
            let wish = draw.word(&[
                "two car parks",
                "east-facing",
                "sea view",
                "lift to every floor",
                "pool",
                "servant room",
                "vastu",
                "near a school",
                "high floor",
                "club house",
                "ready to move in",
                "garden",
                "study",
            ]);
            if !must.contains(&wish) {
                must.push(wish);
            }
        }
        put(&mut fields, "must_have", json!(must));
        if draw.percent(25) {
            put(
                &mut fields,
                "exclude",
                json!([draw.word(&["ground floor", "main road", "top floor", "resale", "off-plan"])]),
            );
        }
        if draw.percent(50) {
            put(
                &mut fields,
                "financing",
                draw.word(&["Own funds", "Bank loan", "Loan sanctioned", "Sale of another flat"]),
            );
        }
        fields
    }

    /// The homes that they looked at, each on its step of the ladder.
    pub fn interests(&self, seed: u64, who: &Who, story: &Story, calendar: Calendar) -> Vec<Fields> {
        let mut draw = Draw::of(seed, Topic::Interest, who.number);
        let mut out = Vec::new();
        let fresh = story.created;
        let main = match story.deals.first() {
            Some(way) => {
                let (stage, when) = way.last();
                let step = match stage {
                    Stage::Enquiry => "interested",
                    Stage::Qualified => draw.word(&["saved", "viewing_requested"]),
                    Stage::Visit => "viewed",
                    Stage::Negotiation | Stage::Booking => "offer",
                    Stage::Won => "booked",
                    Stage::Lost => "dropped",
                };
                Some((step, when))
            }
            None => match story.standing {
                Standing::NewLead if draw.percent(60) => Some(("interested", fresh)),
                Standing::Nurture if draw.percent(55) => Some((draw.word(&["interested", "saved"]), fresh)),
                Standing::Looking => Some(("viewing_requested", story.last().unwrap_or(fresh))),
                Standing::Dropped if draw.percent(25) => Some(("dropped", story.last().unwrap_or(fresh))),
                _ => None,
            },
        };
        let Some((step, when)) = main else { return out };
        out.push(interest(&self.home, who.buys, step, when, calendar));
        let visited = story.deals.first().is_some_and(|way| way.entered(Stage::Visit).is_some());
        let closed = story.deals.first().is_some_and(|way| matches!(way.last().0, Stage::Won | Stage::Lost));
        let second = story.deals.get(1);
        for (n, home) in self.others.iter().enumerate() {
            let (step, when) = match second {
                Some(way) if n == 0 => ("interested", way.first()),
                _ if closed => ("dropped", when - day(draw.within(0, 5))),
                _ if visited => ("viewed", when - day(draw.within(0, 5))),
                _ => (draw.word(&["interested", "saved"]), when),
            };
            out.push(interest(home, who.buys, step, when.max(fresh), calendar));
        }
        out
    }
}

fn interest(home: &Home, market: &'static Market, step: &'static str, when: When, calendar: Calendar) -> Fields {
    let mut fields = Fields::new();
    let project = home.project;
    put(&mut fields, "property.name", home.name());
    put(&mut fields, "property.project", project.name);
    put(&mut fields, "property.developer", project.developer);
    put(&mut fields, "property.unit", home.unit.clone());
    put(&mut fields, "property.type", project.kind.as_str());
    put(&mut fields, "property.bedrooms", home.bedrooms.to_string());
    put(&mut fields, "property.area", area(home.area));
    put(&mut fields, "property.price", home.price.value());
    let (locality, pin) = market.localities.get(project.locality).copied().unwrap_or_default();
    let address = Address {
        street: project.name.to_owned(),
        locality,
        city: market.city,
        region: market.region,
        postal_code: pin.to_owned(),
        country: market.country,
    };
    put(&mut fields, "property.address", address.value("", false));
    put(&mut fields, "stage", step);
    put(&mut fields, "at", calendar.datetime(when));
    if matches!(step, "offer" | "booked") {
        put(&mut fields, "price", home.price.value());
    }
    fields
}
