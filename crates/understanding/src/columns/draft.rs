//! One column's reading while it is being made.

use contracts::{ColumnMapping, ColumnStatus, DateOrder, EntityType, Evidence, FieldPath};

use super::confidence;
use super::evidence::{self, Verdict};
use super::kinds;
use super::modifiers;
use super::source_profile::{ProfileColumn, ProfileList, SourceProfile};
use super::synonyms::Synonyms;
use super::target;
use super::words::Header;
use crate::profile::Profile;

/// Below this a reading is too weak to be proposed; the column stays open.
const MIN_CONFIDENCE: f64 = 0.35;

/// What is said of a header that no words or grammar read.
pub(crate) const NO_FIELD: &str = "No field goes by this header";

/// A mapping in the making, with what later steps need.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub column: ColumnMapping,
    /// Whether the header says the opposite of the field.
    pub inverted: bool,
    /// Whether a column like another one is likelier to hold its field.
    pub yields: bool,
    /// Units and currencies that the header states.
    pub units: Vec<String>,
    /// What a source profile says about the values.
    pub habits: Habits,
}

/// How a source writes the values of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Habits {
    pub sentinels: Vec<String>,
    pub date_order: Option<DateOrder>,
    pub list: Option<ProfileList>,
}

impl Draft {
    fn new(index: usize, header: &str, profile: &Profile) -> Self {
        Self {
            column: ColumnMapping {
                index: u32::try_from(index).unwrap_or(u32::MAX),
                header: header.into(),
                status: ColumnStatus::Unresolved,
                field: None,
                label: None,
                slot: None,
                transform: None,
                date_order: None,
                confidence: 0.0,
                evidence: Vec::new(),
                question: None,
                habits: profile.habits(),
                samples: profile.samples(),
                filled: profile.filled,
                distinct: profile.distinct(),
                by_person: false,
                value_map: Vec::new(),
                default_value: None,
                unread: contracts::Unread::Ask,
                keep_sentinels: false,
                choices: profile.choice_counts(),
            },
            inverted: false,
            yields: false,
            units: Vec::new(),
            habits: Habits::default(),
        }
    }

    /// Adds a reason.
    pub fn because(&mut self, source: &str, why: impl Into<String>, weight: f64) {
        let weight = (weight.clamp(0.0, 1.0) * 100.0).round() / 100.0;
        self.column.evidence.push(Evidence { source: source.into(), why: why.into(), weight });
    }

    /// Makes it a mapping.
    pub fn map(&mut self, field: impl Into<String>, confidence: f64) {
        self.column.status = ColumnStatus::Mapped;
        self.column.field = Some(field.into());
        self.column.confidence = (confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0;
    }

    /// Leaves it open.
    pub fn open(&mut self, source: &str, why: impl Into<String>) {
        self.column.status = ColumnStatus::Unresolved;
        self.column.field = None;
        self.column.label = None;
        self.column.confidence = 0.0;
        self.inverted = false;
        self.because(source, why, 0.0);
    }

    /// Leaves it out.
    pub fn ignore(&mut self, source: &str, why: impl Into<String>, weight: f64) {
        self.column.status = ColumnStatus::Ignored;
        self.column.field = None;
        self.column.label = None;
        self.column.confidence = weight;
        self.because(source, why, weight);
    }

    /// The field's path, where there is one.
    pub fn path(&self) -> Option<FieldPath> {
        self.column.field.as_deref().and_then(|f| FieldPath::parse(f).ok())
    }

    /// Whether it is mapped to this field.
    pub fn is(&self, field: &str) -> bool {
        self.column.field.as_deref() == Some(field)
    }
}

/// A column that a source profile knows.
pub(crate) fn from_profile(
    index: usize,
    header: &str,
    profile: &Profile,
    source: &SourceProfile,
    column: &ProfileColumn,
    certainty: f64,
) -> Draft {
    let mut draft = Draft::new(index, header, profile);
    draft.habits = Habits {
        // Those that say "nothing" in any file need no word.
        sentinels: source
            .sentinels
            .iter()
            .chain(&column.sentinels)
            .filter(|s| !crate::values::text::is_sentinel(s))
            .cloned()
            .collect(),
        date_order: column.date_order,
        list: column.list,
    };
    match (&column.field, &column.ignored) {
        (Some(field), _) => {
            draft.map(field.clone(), certainty);
            draft.column.label.clone_from(&column.label);
            draft.inverted = column.inverted;
            draft.because(
                "profile",
                format!("{}: the column {} holds the {}", source.title, column.header, contracts::spoken(field)),
                certainty,
            );
        }
        (None, Some(why)) => draft.ignore("profile", why.clone(), certainty),
        (None, None) => {}
    }
    draft
}

/// A column read by its header.
pub(crate) fn from_header(index: usize, text: &str, header: &Header, profile: &Profile, row: EntityType) -> Draft {
    let mut draft = Draft::new(index, text, profile);
    if let Some(why) = Synonyms::get().ignored(&header.phrase()) {
        draft.ignore("header", why, 0.9);
        return draft;
    }
    let readings = target::readings(header, row);
    match chosen(&readings, profile) {
        Some(named) => {
            let named = named.clone();
            draft.map(named.target.field.clone(), named.weight);
            draft.column.label = named.target.label;
            draft.inverted = named.target.inverted;
            draft.units = named.target.units;
            draft.because("header", named.why, named.weight);
        }
        None if Synonyms::get().is_sensitive(&header.words) => {
            let why = "It names an identity document or an account; such numbers are taken only where a person says so";
            draft.because("header", why, 0.0);
        }
        None if profile.filled == 0 => draft.ignore("values", "The column is empty", 0.9),
        None => {
            let why = modifiers::about_something_else(&header.words, Synonyms::get());
            draft.because("header", why.unwrap_or_else(|| NO_FIELD.into()), 0.0);
            if let Some(why) = evidence::describe(profile) {
                draft.because("values", why, 0.0);
            }
        }
    }
    draft
}

/// Of what a header may name, the likeliest that the values don't speak against.
fn chosen<'a>(readings: &'a [target::Named], profile: &Profile) -> Option<&'a target::Named> {
    let against = |n: &&target::Named| {
        let path = FieldPath::parse(&n.target.field).ok();
        path.is_some_and(|p| matches!(evidence::check(&p, profile), Verdict::Contradicts(_)))
    };
    readings.iter().find(|n| !against(n)).or(readings.first())
}

/// Lets the values bear out, weaken or overturn the reading.
pub(crate) fn weigh_values(draft: &mut Draft, profile: &Profile) {
    let Some(path) = draft.path() else { return };
    let before = draft.column.confidence;
    match evidence::check(&path, profile) {
        Verdict::Confirms(weight, why) => {
            draft.column.confidence = confidence::given(before, confidence::BORNE_OUT);
            draft.because("values", why, 0.5 + weight);
        }
        Verdict::Partly(share, why) => {
            draft.column.confidence = confidence::given(before, share.max(0.05));
            draft.because("values", why, share);
        }
        Verdict::Silent if profile.valued() == 0 => {
            draft.column.confidence = confidence::given(before, confidence::EMPTY);
            draft.because("values", "The column is empty; only the header speaks", 0.1);
        }
        Verdict::Silent => draft.column.confidence = confidence::given(before, confidence::NOT_AGAINST),
        Verdict::Contradicts(why) => overturn(draft, profile, why),
    }
    if draft.column.status == ColumnStatus::Mapped && draft.column.confidence < MIN_CONFIDENCE {
        draft.open("values", "The evidence is too weak to propose a field");
    }
}

/// The header says one thing, the values another: another reading of the same header, or an open question.
fn overturn(draft: &mut Draft, profile: &Profile, why: String) {
    let field = draft.column.field.clone().unwrap_or_default();
    let forms_of_address = profile.share(profile.salutations) >= 0.7;
    if field == "person.job_title" && forms_of_address {
        draft.map("person.prefix", 0.85);
        draft.because("values", evidence::share(profile, profile.salutations, "forms of address"), 0.9);
        return;
    }
    // `Venda` over amounts is what a sale brings.
    let figures = profile.share(profile.money.max(profile.numbers)) >= 0.8;
    if field == "opportunity.name" && figures && !draft.column.header.contains(char::is_whitespace) {
        draft.map("opportunity.amount", 0.75);
        draft.because("values", "The values are amounts, and a deal is worth one", 0.75);
        return;
    }
    // `Erledigt` over yes and no is how far a task is, not when it was done.
    let word = !draft.column.header.trim().contains(char::is_whitespace);
    let few = word
        && !profile.choices.is_empty()
        && profile.choices.len() <= 6
        && profile.share(profile.dates) < 0.1
        && profile.share(profile.numbers) < 0.5;
    if field == "task.done_at" && (profile.share(profile.booleans) >= 0.9 || few) {
        draft.map("task.status", 0.8);
        draft.because("values", "A few words come again, and none is a date", 0.8);
        return;
    }
    // `Customer No.` is a number of theirs: an account's, or one to call.
    let numbers = |e: &str| field.strip_suffix(".external_id") == Some(e) && profile.share(profile.phones) >= 0.8;
    if ["person", "account", "opportunity", "task"].into_iter().any(numbers) {
        let to = if field.starts_with("account.") { "account.phone[]" } else { "person.phone[]" };
        draft.map(to, 0.8);
        draft.because("values", evidence::share(profile, profile.phones, "phone numbers"), 0.8);
        return;
    }
    // `Site` is a building plot in English and a website elsewhere.
    if matches!(field.as_str(), "property.project" | "property.name") && profile.share(profile.urls) >= 0.8 {
        draft.map("person.website[]", 0.75);
        draft.because("values", evidence::share(profile, profile.urls, "web addresses"), 0.8);
        return;
    }
    // `Oferta` over amounts is what was offered; elsewhere it is an advertisement.
    let raw = draft.column.header.trim().to_lowercase();
    let offer = ["oferta", "offre", "offerta", "angebot", "gebot", "offer"].iter().any(|w| raw.starts_with(w));
    if matches!(field.as_str(), "property.project" | "property.name") && offer && figures {
        draft.map("interest.price", 0.75);
        draft.because("values", "The values are amounts, and the header speaks of an offer", 0.75);
        return;
    }
    // `Cep` is a postal code in Brazil and a mobile in Turkey.
    if field == "person.address[].postal_code" && profile.share(profile.international) >= 0.5 {
        draft.map("person.phone[]", 0.75);
        draft.column.label = Some("mobile".into());
        draft.because("values", evidence::share(profile, profile.phones, "phone numbers"), 0.8);
        return;
    }
    // `Resi` and `Office` head addresses and phones alike.
    if field.ends_with("address[].formatted") || field.ends_with("address[].address") {
        for (count, to, what) in
            [(profile.phones, "phone[]", "phone numbers"), (profile.emails, "email[]", "e-mail addresses")]
        {
            let labelled = draft.column.label.is_some();
            if labelled && profile.share(count) >= 0.8 {
                draft.map(field.replace("address[].formatted", to).replace("address[].address", to), 0.75);
                draft.because("values", evidence::share(profile, count, what), 0.8);
                return;
            }
        }
    }
    draft.open("values", format!("The header points to {}, but {}", contracts::spoken(&field), lower_first(&why)));
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// A column whose header says nothing, read by its values alone; and readings that the values make more exact.
pub(crate) fn from_values(draft: &mut Draft, header: &Header, profile: &Profile, row: EntityType) {
    if profile.valued() > 0 && row == EntityType::Person {
        if draft.is("person.job_title") && profile.share(profile.salutations) >= 0.7 {
            draft.map("person.prefix", 0.88);
            draft.because("values", evidence::share(profile, profile.salutations, "forms of address"), 0.9);
        }
        // `Category` over flats and villas.
        let types = profile.share(kinds::property_types(profile)) >= 0.7;
        let listed = draft.is("person.tags[]") || draft.is("person.lifecycle_stage") || draft.is("person.lead_status");
        if listed && types {
            draft.map("requirement.property_type", 0.82);
            draft.because(
                "values",
                evidence::share(profile, kinds::property_types(profile), "kinds of property"),
                0.85,
            );
        }
        if draft.is("person.website[]") && profile.share(profile.social) >= 0.6 {
            draft.map("person.social[]", draft.column.confidence);
            draft.column.label = None;
            draft.because("values", evidence::share(profile, profile.social, "pages in social networks"), 0.9);
        }
    }
    let synonyms = Synonyms::get();
    let grammar = &synonyms.grammar;
    let says_nothing = |w: &String| {
        const EMPTY: &[&str] =
            &["column", "field", "col", "data", "unnamed", "details", "detail", "info", "x", "email", "phone"];
        EMPTY.contains(&w.as_str())
            || grammar.filler.contains(w)
            || grammar.labels.values().any(|names| names.contains(w))
    };
    let wordless = header.words.iter().all(says_nothing);
    // A header in words of no language we know leaves the values to speak; `Agent Email` is in words that we do know.
    let unread = !header.words.is_empty() && !header.words.iter().any(|w| w.len() >= 3 && synonyms.is_word(w));
    // `Customer No.` in a list of calls or deals.
    let whose = |w: &String| {
        let frames = super::frames::Frames::get();
        frames.is("WHO", w) || frames.is("NO", w) || grammar.filler.contains(w)
    };
    let beside = matches!(row, EntityType::Task | EntityType::Opportunity | EntityType::Interaction);
    if beside
        && draft.column.status == ColumnStatus::Unresolved
        && profile.share(profile.phones) >= 0.8
        && header.words.iter().all(whose)
        && !header.words.is_empty()
    {
        draft.map("person.phone[]", 0.75);
        draft.because("values", evidence::share(profile, profile.phones, "phone numbers"), 0.75);
        return;
    }
    let owner = match row {
        EntityType::Person => "person",
        EntityType::Account => "account",
        _ => return,
    };
    if row == EntityType::Person && draft.column.status == ColumnStatus::Unresolved {
        by_kind_of_value(draft, header, profile);
    }
    if draft.column.status != ColumnStatus::Unresolved || !(wordless || unread) || profile.valued() < 2 {
        return;
    }
    let label = header.words.iter().find_map(|w| grammar.labels.iter().find(|(_, n)| n.contains(w)).map(|(l, _)| l));
    let shapes = [
        (profile.emails, "email[]", "e-mail addresses", 0.75),
        // Numbers under an unknown header may count something else, unless they name their country.
        (if wordless { profile.phones } else { profile.international }, "phone[]", "phone numbers", 0.65),
        (profile.urls, "website[]", "web addresses", 0.6),
    ];
    for (count, name, what, confidence) in shapes {
        if profile.share(count) >= 0.8 {
            let confidence = if wordless { confidence } else { confidence - 0.05 };
            let social = name == "website[]" && owner == "person" && profile.social * 2 > count;
            let field = if social { "person.social[]".to_owned() } else { format!("{owner}.{name}") };
            draft.map(field, confidence);
            draft.column.label = label.filter(|_| name != "website[]").cloned();
            draft.because("values", evidence::share(profile, count, what), confidence);
            return;
        }
    }
}

/// Headers that stand for different things in different sheets, told apart by what the cells are.
fn by_kind_of_value(draft: &mut Draft, header: &Header, profile: &Profile) {
    if profile.valued() == 0 {
        return;
    }
    let bedrooms = (profile.share(profile.bedrooms) >= 0.6, "requirement.bedrooms_min", "numbers of bedrooms");
    let types =
        (profile.share(kinds::property_types(profile)) >= 0.6, "requirement.property_type", "kinds of property");
    let purposes =
        (profile.share(kinds::purposes(profile)) >= 0.6, "requirement.purpose", "words such as buy, rent or invest");
    let amounts = profile.share(profile.money) >= 0.6 && profile.share(profile.bedrooms) < 0.6;
    let money = (amounts, "requirement.budget_max", "amounts of money");
    let names = (profile.share(profile.names) >= 0.6, "person.full_name", "two or more words of letters");
    // A word or two are no remark: `restaurants Lyon` is what was searched for.
    let words =
        profile.spread().take(200).fold((0_usize, 0_usize), |(n, w), v| (n + 1, w + v.split_whitespace().count()));
    let sentences = words.1 >= 3 * words.0.max(1);
    let text = (
        sentences && profile.share(profile.numbers.max(profile.phones).max(profile.emails)) < 0.3,
        "person.notes",
        "text",
    );
    // `2 BHK`, `Shop`, `Plot` in one column: what is wanted, counted in rooms where it has rooms.
    let either = profile.share(kinds::property_types(profile)) + profile.share(profile.bedrooms);
    let mixed = (either >= 0.75, "requirement.property_type", "kinds of property or numbers of bedrooms");
    let readings: &[(bool, &str, &str)] = match header.phrase().as_str() {
        "requirement" | "customer requirement" => &[types, bedrooms, mixed, purposes, money, text],
        "type" | "interest" | "looking" | "interested" | "category" | "preference" => &[types, bedrooms, purposes],
        "contact" | "who" | "party" => &[names],
        "location" | "place" | "area" | "locality" => {
            let words = profile.share(profile.numbers) < 0.2 && profile.share(profile.phones.max(profile.emails)) < 0.2;
            &[(words, "person.address[].locality", "words, not figures")]
        }
        // A word for the person alone, `Visitor`, heads their names.
        _ if header.words.iter().all(|w| super::frames::Frames::get().is("WHO", w)) => &[names],
        _ => return,
    };
    if let Some((_, field, what)) = readings.iter().find(|(fits, ..)| *fits) {
        draft.map(*field, 0.7);
        draft.because("values", format!("Under such a header the values tell: most are {what}"), 0.7);
    }
}
