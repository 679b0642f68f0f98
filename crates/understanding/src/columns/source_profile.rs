//! Source profiles: exports whose columns are known by name, as data that people can save, edit, hand on and load.

use std::collections::BTreeMap;

use contracts::{ColumnMapping, ColumnStatus, DateOrder, EntityType, FieldPath, ValueChoice};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::empty;
use crate::values::split::ListStyle;

/// An export whose columns are known by name.
///
/// Headers are compared by their letters and digits alone: case, spaces, punctuation, accents and Unicode normal form don't
/// matter, nor does the order of the columns. A file may lack columns and may have others, which are then read by their own
/// headers and values.
///
/// ```
/// let text = r#"{"id": "my.sheet", "title": "My sheet", "source_system": "sheet", "row_entity": "person",
///     "match": {"all": ["Kunde", "Ruf N"]},
///     "columns": [{"header": "Kunde", "field": "person.full_name"}, {"header": "Ruf N", "field": "person.phone[]"}]}"#;
/// let profile = understanding::SourceProfile::from_json(text)?;
/// let options = understanding::Options { profiles: vec![profile], ..Default::default() };
/// let found = understanding::analyze(b"RUF 2;kunde\n+91 98300 12345;Meera Rao\n", &options).unwrap();
/// assert_eq!(found.profile.id, "my.sheet");
/// assert_eq!(found.columns[0].field.as_deref(), Some("person.phone[]"));
/// # Ok::<(), understanding::ProfileError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceProfile {
    /// A name for programs, with a point between system and export: `hubspot.contacts`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The system that external ids belong to: `hubspot`.
    pub source_system: String,
    /// What one row describes.
    #[serde(default = "person")]
    #[schemars(default = "person")]
    pub row_entity: RowEntity,
    /// How a file is recognised.
    #[serde(rename = "match")]
    pub matches: ProfileMatch,
    /// A prefix that headers of the row's own object carry in some versions of the export: `Person - `.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_prefix: Option<String>,
    /// Every known column. Where a file has two columns of one header, the first takes the first entry, the second the second.
    pub columns: Vec<ProfileColumn>,
    /// Values that stand for "nothing" in every column, beside those that do so in any file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sentinels: Vec<String>,
    /// How lines begin that end a report: `Grand Totals`, `Confidential Information`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footers: Vec<String>,
}

fn person() -> RowEntity {
    RowEntity(EntityType::Person)
}

/// What one row describes; a person where a profile doesn't say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RowEntity(pub EntityType);

impl Default for RowEntity {
    fn default() -> Self {
        person()
    }
}

/// How a file is recognised: by the headers of columns below, each in any of its spellings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileMatch {
    /// Every one of these headers,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<String>,
    /// and so many
    #[serde(default, skip_serializing_if = "is_zero")]
    pub min_any: usize,
    /// of these,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<String>,
    /// and none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<String>,
    /// A part of the file name, in lower case, that adds certainty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_false(b: &bool) -> bool {
    !*b
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

/// One known column: a field, or the reason for leaving it out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileColumn {
    /// Its header. A lone `N` stands for any number: `E-mail N - Value`.
    pub header: String,
    /// Other spellings: of older versions, of other views.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Its headers in other languages, by language tag: `{"de": ["Vorname"]}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub localized: BTreeMap<String, Vec<String>>,
    /// The field it holds: `person.given_name`, `person.custom.favourite_topics`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The label of its values: `work`, `mobile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Why it is left out. Either this or a field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignored: Option<String>,
    /// Values that stand for "nothing" in this column: `0`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sentinels: Vec<String>,
    /// Whether its yes means the field's no, as in an opt-out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub inverted: bool,
    /// The order of its dates where the values leave it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// What stands between the items of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ProfileList>,
    /// Values that are read as another, or as nothing: `{"HOT": "Hot", "tbd": null}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Option<String>>,
    /// Read in place of an empty cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Whether values that usually mean "nothing" (`N/A`, `0`) are values in this column.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep_sentinels: bool,
}

/// What stands between the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProfileList {
    /// ` ::: `, as Google writes.
    TripleColon,
    /// `;`
    Semicolon,
    /// `|`
    Pipe,
    /// `,`
    Comma,
    /// `#one #two`
    Hash,
    /// Each cell is one value.
    Single,
}

impl ProfileList {
    const ALL: [(Self, ListStyle); 6] = [
        (Self::TripleColon, ListStyle::TripleColon),
        (Self::Semicolon, ListStyle::Semicolon),
        (Self::Pipe, ListStyle::Pipe),
        (Self::Comma, ListStyle::Comma),
        (Self::Hash, ListStyle::Hash),
        (Self::Single, ListStyle::Single),
    ];

    pub(crate) fn transform(self) -> &'static str {
        Self::ALL.iter().find(|(l, _)| *l == self).map_or("split", |(_, s)| s.transform())
    }

    fn of(transform: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, s)| s.transform() == transform).map(|(l, _)| *l)
    }
}

/// Why a text is no source profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// It isn't JSON, or not of the profile's shape.
    #[error("line {line}, column {column} of the profile: {problem}")]
    Shape {
        /// 1-based line.
        line: usize,
        /// 1-based column.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// It has the shape of a profile, but says something that can't be.
    #[error("{place} of the profile: {problem}")]
    Content {
        /// `columns, entry 3 (Record ID)`.
        place: String,
        /// What is wrong there and the way out.
        problem: String,
    },
}

impl SourceProfile {
    /// Reads a profile, as [`serde_json`] writes one, and checks it.
    ///
    /// # Errors
    /// [`ProfileError`], naming the place and what is wrong there.
    pub fn from_json(text: &str) -> Result<Self, ProfileError> {
        let profile: Self =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| ProfileError::Shape {
                line: e.line(),
                column: e.column(),
                // Its own sentence ends with the place that stands before it here.
                problem: e.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
            })?;
        profile.check()?;
        Ok(profile)
    }

    /// Checks what a type can't: names that are empty, fields that the dictionary doesn't know, matches without an end.
    ///
    /// # Errors
    /// [`ProfileError::Content`] for the first place that is wrong.
    pub fn check(&self) -> Result<(), ProfileError> {
        let wrong =
            |place: String, problem: &str| Err(ProfileError::Content { place, problem: problem.trim().to_owned() });
        for (name, text) in [("id", &self.id), ("title", &self.title), ("source_system", &self.source_system)] {
            if text.trim().is_empty() {
                return wrong(name.to_owned(), "it is empty; give it a name");
            }
        }
        if self.id == "inferred" {
            return wrong("id".into(), "\"inferred\" stands for files without a profile; choose another");
        }
        if self.columns.is_empty() {
            return wrong("columns".into(), "none is listed; name at least one header");
        }
        if self.matches.all.is_empty() && self.matches.min_any == 0 {
            return wrong("match".into(), "it would fit every file; name headers under \"all\", or set \"min_any\"");
        }
        if self.matches.min_any > self.matches.any.len() {
            return wrong("match, min_any".into(), "more headers are wanted than \"any\" lists");
        }
        for (i, column) in self.columns.iter().enumerate() {
            let place = || format!("columns, entry {} ({})", i + 1, column.header);
            if super::sources::key(&column.header).is_empty() {
                return wrong(place(), "the header has no letter or digit to know it by");
            }
            match (&column.field, &column.ignored) {
                (Some(field), None) => {
                    if let Err(problem) = FieldPath::parse(field) {
                        return wrong(place(), &problem);
                    }
                }
                (None, Some(why)) if !why.trim().is_empty() => {}
                (None, Some(_)) => return wrong(place(), "\"ignored\" is empty; say why the column is left out"),
                (Some(_), Some(_)) => return wrong(place(), "it has both a field and a reason to be left out"),
                (None, None) => return wrong(place(), "it has neither a field nor a reason to be left out"),
            }
            let speaks = !column.values.is_empty() || column.default.is_some() || column.keep_sentinels;
            if speaks && column.field.is_none() {
                return wrong(place(), "it is left out, so nothing can be said of its values");
            }
            if column.values.keys().any(|v| v.trim().is_empty()) {
                return wrong(place(), "\"values\" names an empty value; an empty cell is what \"default\" is for");
            }
        }
        for (list, headers) in [("all", &self.matches.all), ("any", &self.matches.any)] {
            if let Some(header) = headers.iter().find(|h| self.entry(h).is_none()) {
                return wrong(format!("match, {list} ({header})"), "no entry under columns has this header");
            }
        }
        Ok(())
    }

    /// The profile that a reviewed manifest amounts to: its mapped columns with their labels, date orders, list styles and
    /// what was said of their values, its ignored ones with the reason. Open columns are left out, to be read again from the next file.
    ///
    /// A file fits when it has two thirds of these headers.
    #[must_use]
    pub fn from_columns(
        id: impl Into<String>,
        title: impl Into<String>,
        source_system: impl Into<String>,
        row_entity: EntityType,
        columns: &[ColumnMapping],
    ) -> Self {
        let known: Vec<ProfileColumn> = columns.iter().filter_map(known_column).collect();
        let mut names: Vec<String> = Vec::new();
        for column in &known {
            if !names.contains(&column.header) {
                names.push(column.header.clone());
            }
        }
        let wanted = (names.len() * 2).div_ceil(3).max(1);
        Self {
            id: id.into(),
            title: title.into(),
            source_system: source_system.into(),
            row_entity: RowEntity(row_entity),
            matches: ProfileMatch { min_any: wanted.min(names.len()), any: names, ..ProfileMatch::default() },
            columns: known,
            ..Self::default()
        }
    }

    /// The JSON Schema of a profile file, as it is committed under `docs/`.
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }

    /// The first entry under one of whose spellings a header stands.
    pub(crate) fn entry(&self, header: &str) -> Option<&ProfileColumn> {
        let wanted = super::sources::key(header);
        self.columns.iter().find(|c| c.spellings().any(|s| super::sources::key(s) == wanted))
    }
}

impl ProfileColumn {
    /// All spellings of its header.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.header).chain(&self.also).chain(self.localized.values().flatten())
    }

    /// Says of a column's values what the profile does, where the column is what the profile says.
    pub(crate) fn speak_of_values(&self, column: &mut ColumnMapping) {
        if column.status != ColumnStatus::Mapped || column.field != self.field {
            return;
        }
        let place = |from: &str| column.choices.iter().position(|c| c.value == from).unwrap_or(usize::MAX);
        let mut values: Vec<(&String, &Option<String>)> = self.values.iter().collect();
        values.sort_by_key(|(from, _)| (place(from), *from));
        column.value_map =
            values.into_iter().map(|(from, to)| ValueChoice { from: from.clone(), to: to.clone() }).collect();
        column.default_value = self.default.clone().filter(|d| !d.trim().is_empty());
        column.keep_sentinels = self.keep_sentinels;
    }
}

fn known_column(column: &ColumnMapping) -> Option<ProfileColumn> {
    if super::sources::key(&column.header).is_empty() {
        return None;
    }
    let named = ProfileColumn { header: column.header.clone(), ..ProfileColumn::default() };
    match column.status {
        ColumnStatus::Mapped => {
            let (transform, sentinels) = empty::parts(column.transform.as_deref().unwrap_or_default());
            Some(ProfileColumn {
                field: Some(column.field.clone()?),
                label: column.label.clone(),
                inverted: transform == "bool_inverted",
                date_order: column.date_order,
                list: ProfileList::of(transform),
                sentinels: sentinels.into_iter().map(str::to_owned).collect(),
                values: column.value_map.iter().map(|v| (v.from.clone(), v.to.clone())).collect(),
                default: column.default_value.clone(),
                keep_sentinels: column.keep_sentinels,
                ..named
            })
        }
        ColumnStatus::Ignored => {
            let why = column.evidence.iter().rev().find(|e| !e.why.trim().is_empty());
            // That a column was empty in one file says nothing about the next.
            let empty = column.filled == 0 && !column.by_person;
            (!empty).then(|| ProfileColumn {
                ignored: Some(why.map_or_else(|| "Left out before".to_owned(), |e| e.why.clone())),
                ..named
            })
        }
        ColumnStatus::Unresolved => None,
    }
}
