//! `list`, `count`, `view …`, `bulk …` and `export ENTITY`: lists of every kind of record.

use std::path::PathBuf;

use app::{App, Outcome};
use clap::Subcommand;
use contracts::{
    Actor, ApiError, BulkArgs, BulkEdit, BulkSelection, EntityId, EntityType, ErrorCode, GroupsArgs, ListQuery,
    RecordsQuery, SortKey, TypedField, ViewArgs, ViewColumn, ViewLayout, ViewOrderArgs, ViewSaveArgs, ViewShape,
};
use serde_json::{Map, Value, json};

use crate::commands::plain;
use crate::output::{Output, table};
use crate::reading::pair;

/// What is listed, and how.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Shown {
    /// What records must fulfil: `owner is me and qd > 70 and not contacted for 14 days`
    #[arg(long = "where", value_name = "SENTENCE")]
    pub filter: Option<String>,
    /// Only records that match these words
    #[arg(long)]
    pub text: Option<String>,
    /// By these fields, the first one first; a minus before one: largest first
    #[arg(long, value_name = "FIELD,-FIELD", value_delimiter = ',', allow_hyphen_values = true)]
    pub sort: Vec<String>,
    /// Fields to show
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// As this view shows it, by its name or id; what else is said comes on top
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// Archived records instead of those that are not
    #[arg(long)]
    pub archived: bool,
}

/// `list …`
#[derive(Clone, Debug, clap::Args)]
pub struct ListArgs {
    /// Its kind: person, account, household, opportunity, requirement, interest, task, interaction
    pub entity: EntityType,
    #[command(flatten)]
    pub shown: Shown,
    /// Largest first
    #[arg(long)]
    pub desc: bool,
    /// The groups by this field with their counts, instead of rows
    #[arg(long, value_name = "FIELD")]
    pub group: Option<String>,
    /// With `--group`: also the sums of this field
    #[arg(long, value_name = "FIELD", requires = "group")]
    pub sum: Option<String>,
    /// Rows at once, 1 to 500
    #[arg(long)]
    pub limit: Option<u32>,
    /// From the page before
    #[arg(long)]
    pub cursor: Option<String>,
    /// From the row of this number, counted from 0
    #[arg(long, conflicts_with = "cursor")]
    pub from: Option<u64>,
}

/// `count …`
#[derive(Clone, Debug, clap::Args)]
pub struct CountArgs {
    /// The kind of record
    pub entity: EntityType,
    #[command(flatten)]
    pub shown: Shown,
}

/// `export person …`
#[derive(Clone, Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub shown: Shown,
    /// The file to write; it must not exist
    #[arg(long)]
    pub out: PathBuf,
}

/// `view …`
#[derive(Clone, Debug, Subcommand)]
pub enum View {
    /// The views of a kind of record, in their order
    List {
        /// The kind
        entity: EntityType,
    },
    /// Keep a list under a name
    Save {
        /// The kind
        entity: EntityType,
        /// What it is called
        name: String,
        #[command(flatten)]
        shown: Shown,
        /// Grouped by this field
        #[arg(long, value_name = "FIELD")]
        group: Option<String>,
        /// As a board, one column for each group
        #[arg(long, requires = "group")]
        board: bool,
        /// Everybody of the workspace sees it
        #[arg(long)]
        shared: bool,
        /// Write over this one of your own
        #[arg(long)]
        id: Option<String>,
    },
    /// Remove one of your own; hide one that came with the program
    Delete {
        /// Its id
        id: String,
    },
    /// Put the views of a kind in another order
    Order {
        /// The kind
        entity: EntityType,
        /// Their ids
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

/// `bulk …`
#[derive(Clone, Debug, Subcommand)]
pub enum Bulk {
    /// Change many records at once: first shows what would change, then does it with the `seen` of that
    Edit(BulkEditArgs),
}

/// `bulk edit …`
#[derive(Clone, Debug, clap::Args)]
pub struct BulkEditArgs {
    /// The kind of record
    pub entity: EntityType,
    #[command(flatten)]
    pub shown: Shown,
    /// These records instead of all that match
    #[arg(long, value_delimiter = ',', conflicts_with_all = ["filter", "text", "view"])]
    pub ids: Vec<EntityId>,
    /// But not these
    #[arg(long, value_delimiter = ',', conflicts_with = "ids")]
    pub except: Vec<EntityId>,
    /// A field and what it is set to; `FIELD=` empties it
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// A tag to add
    #[arg(long, value_name = "TAG")]
    pub add_tag: Vec<String>,
    /// A tag to take away
    #[arg(long, value_name = "TAG")]
    pub remove_tag: Vec<String>,
    /// Hide them from lists
    #[arg(long, conflicts_with = "restore")]
    pub archive: bool,
    /// Bring them back
    #[arg(long)]
    pub restore: bool,
    /// Do it
    #[arg(long, requires = "seen")]
    pub apply: bool,
    /// What the preview printed
    #[arg(long, value_name = "HASH")]
    pub seen: Option<String>,
}

/// What a host asks of a list.
fn query(app: &App, actor: &Actor, entity: EntityType, shown: &Shown) -> Outcome<RecordsQuery> {
    let mut query = RecordsQuery::of(entity);
    if let Some(name) = &shown.view {
        let shape = app.view_named(actor, entity, name)?.shape;
        query.filter = shape.filter;
        query.sorts = shape.sorts;
        query.columns = shape.columns.into_iter().map(|c| c.field).collect();
    }
    if let Some(sentence) = &shown.filter {
        let tree = app.filter_of(entity, sentence)?;
        query.filter = Some(match query.filter.take() {
            Some(of_view) => contracts::Filter::All { of: vec![of_view, tree] },
            None => tree,
        });
    }
    if !shown.sort.is_empty() {
        query.sorts = shown.sort.iter().map(|s| sort(s)).collect();
    }
    if !shown.columns.is_empty() {
        query.columns.clone_from(&shown.columns);
    }
    query.text.clone_from(&shown.text);
    query.archived = shown.archived;
    Ok(query)
}

fn sort(text: &str) -> SortKey {
    let text = text.trim();
    SortKey { field: text.trim_start_matches('-').into(), descending: text.starts_with('-') }
}

/// `list`.
pub fn list(app: &App, actor: &Actor, args: &ListArgs, output: &Output) -> Outcome<()> {
    let mut query = query(app, actor, args.entity, &args.shown)?;
    if args.desc
        && let Some(first) = query.sorts.first_mut()
    {
        first.descending = true;
    }
    query.cursor.clone_from(&args.cursor);
    query.from = args.from;
    query.limit = args.limit;
    if let Some(by) = &args.group {
        let groups = app.records_groups(actor, &GroupsArgs { query, by: by.clone(), sum: args.sum.clone() })?;
        output.answer(&groups, |g| {
            let rows: Vec<_> = g
                .groups
                .iter()
                .map(|g| {
                    let label = if g.value.is_some() { g.label.clone() } else { "(none)".into() };
                    let sums: Vec<_> = g
                        .sums
                        .iter()
                        .map(|s| format!("{} {}", s.currency.clone().unwrap_or_default(), s.amount).trim().to_owned())
                        .collect();
                    vec![label, g.count.to_string(), sums.join(", ")]
                })
                .collect();
            table(&[by, "Count", "Sum"], &rows)
        });
        return Ok(());
    }
    if old(args) {
        return people_or_accounts(app, actor, args, output);
    }
    let page = app.records(actor, &query)?;
    let total = match page.total {
        Some(total) => total,
        None => app.records_count(actor, &query)?.total,
    };
    let rows: Vec<Value> = page
        .rows
        .iter()
        .map(|row| {
            let mut out = Map::new();
            out.insert("id".into(), json!(row.id));
            out.insert("version".into(), json!(row.version));
            out.insert("title".into(), json!(row.title));
            for (name, cell) in page.columns.iter().zip(&row.cells) {
                out.insert(name.clone(), cell.clone());
            }
            Value::Object(out)
        })
        .collect();
    let answer = json!({
        "rows": rows, "columns": page.columns, "next_cursor": page.next_cursor, "total": total, "first": page.first,
    });
    output.answer(&answer, |_| {
        let lines: Vec<_> = page
            .rows
            .iter()
            .map(|row| std::iter::once(row.id.to_string()).chain(row.cells.iter().map(plain)).collect())
            .collect();
        let mut head = vec!["Id"];
        head.extend(page.columns.iter().map(String::as_str));
        format!("{}{total} in all", table(&head, &lines))
    });
    Ok(())
}

/// Whether a list is asked for as it was before lists of every kind: its rows then have the keys that were promised.
fn old(args: &ListArgs) -> bool {
    let s = &args.shown;
    matches!(args.entity, EntityType::Person | EntityType::Account)
        && s.filter.is_none()
        && s.columns.is_empty()
        && s.view.is_none()
        && !s.archived
        && args.from.is_none()
        && s.sort.len() <= 1
        && s.sort.first().is_none_or(|f| !f.starts_with('-'))
}

fn people_or_accounts(app: &App, actor: &Actor, args: &ListArgs, output: &Output) -> Outcome<()> {
    let query = ListQuery {
        sort: args.shown.sort.first().cloned(),
        descending: args.desc,
        text: args.shown.text.clone(),
        cursor: args.cursor.clone(),
        limit: args.limit,
    };
    let text = |o: &Option<String>| o.clone().unwrap_or_default();
    if args.entity == EntityType::Person {
        output.answer(&app.people(actor, &query)?, |page| {
            let rows: Vec<_> = page
                .rows
                .iter()
                .map(|p| vec![p.id.to_string(), p.name.clone(), text(&p.company_name), text(&p.email), text(&p.phone)])
                .collect();
            format!("{}{} people", table(&["Id", "Name", "Company", "E-mail", "Phone"], &rows), page.total)
        });
    } else {
        output.answer(&app.accounts(actor, &query)?, |page| {
            let rows: Vec<_> = page
                .rows
                .iter()
                .map(|a| vec![a.id.to_string(), a.name.clone(), a.people.to_string(), a.opportunities.to_string()])
                .collect();
            format!("{}{} accounts", table(&["Id", "Name", "People", "Deals"], &rows), page.total)
        });
    }
    Ok(())
}

/// `count`.
pub fn count(app: &App, actor: &Actor, args: &CountArgs, output: &Output) -> Outcome<()> {
    let query = query(app, actor, args.entity, &args.shown)?;
    output.answer(&app.records_count(actor, &query)?, |c| c.total.to_string());
    Ok(())
}

/// `export ENTITY`.
pub fn export(app: &App, actor: &Actor, entity: EntityType, args: &ExportArgs, output: &Output) -> Outcome<()> {
    let query = query(app, actor, entity, &args.shown)?;
    output.answer(&app.records_export(actor, &query, &args.out)?, |e| format!("{} rows written to {}", e.rows, e.path));
    Ok(())
}

/// `view …`.
pub fn view(app: &App, actor: &Actor, view: &View, output: &Output) -> Outcome<()> {
    let shown = |views: Vec<contracts::SavedView>| {
        output.answer(&json!({ "views": views }), |_| {
            let rows: Vec<_> =
                views.iter().map(|v| vec![v.view_id.clone(), v.name.clone(), v.sentence.clone()]).collect();
            table(&["Id", "Name", "Shows"], &rows)
        });
    };
    match view {
        View::List { entity } => shown(app.views(actor, *entity)?),
        View::Order { entity, ids } => {
            shown(app.view_order(actor, &ViewOrderArgs { entity: *entity, view_ids: ids.clone() })?);
        }
        View::Delete { id } => {
            app.view_delete(actor, id)?;
            output.answer(&ViewArgs { view_id: id.clone() }, |_| "Done.".into());
        }
        View::Save { entity, name, shown, group, board, shared, id } => {
            let query = query(app, actor, *entity, shown)?;
            let column = |field: String| ViewColumn { field, width: None, pinned: false };
            let saved = app.view_save(
                actor,
                &ViewSaveArgs {
                    view_id: id.clone(),
                    entity: *entity,
                    name: name.clone(),
                    shared: *shared,
                    shape: ViewShape {
                        filter: query.filter,
                        sorts: query.sorts,
                        columns: query.columns.into_iter().map(column).collect(),
                        group: group.clone(),
                        layout: if *board { ViewLayout::Board } else { ViewLayout::Table },
                    },
                },
            )?;
            output.answer(&saved, |v| format!("{} is kept as {}", v.name, v.view_id));
        }
    }
    Ok(())
}

/// `bulk …`.
pub fn bulk(app: &App, actor: &Actor, bulk: &Bulk, output: &Output) -> Outcome<()> {
    let Bulk::Edit(args) = bulk;
    let selection = if args.ids.is_empty() {
        let s = &args.shown;
        if s.filter.is_none() && s.text.is_none() && s.view.is_none() {
            return Err(ApiError::new(
                ErrorCode::Usage,
                "Which records are to be changed?",
                "Say it by --where, --text, --view or --ids; `--where everything` means all.",
            )
            .at("where"));
        }
        BulkSelection::Matching { query: Box::new(query(app, actor, args.entity, s)?), except: args.except.clone() }
    } else {
        BulkSelection::Ids { entity: args.entity, ids: args.ids.clone() }
    };
    let typed = |(field, text): &(String, String)| TypedField { field: field.clone(), text: text.clone() };
    let order = BulkArgs {
        selection,
        edit: BulkEdit {
            set: args.set.iter().map(typed).collect(),
            add_tags: args.add_tag.clone(),
            remove_tags: args.remove_tag.clone(),
            archive: if args.archive { Some(true) } else { args.restore.then_some(false) },
        },
        seen: args.seen.clone(),
    };
    if args.apply {
        let done = app.bulk_apply(actor, &order, &output.line())?;
        output.answer(&done, |d| {
            format!("{} changed, {} said so already, {} refused", d.changed, d.unchanged, d.refused)
        });
        return Ok(());
    }
    output.answer(&app.bulk_preview(actor, &order)?, |p| {
        let why: Vec<_> = p.refusals.iter().map(|r| format!("\n  {} × {}", r.count, r.why)).collect();
        let rows: Vec<_> = p
            .examples
            .iter()
            .flat_map(|e| e.changes.iter().map(move |c| (e, c)))
            .map(|(e, c)| vec![e.title.clone(), c.field.clone(), plain(&c.before), plain(&c.after)])
            .collect();
        format!(
            "{} selected: {} change, {} say so already, {} refused{}\n{}Apply with: --apply --seen {}",
            p.selected,
            p.changing,
            p.unchanged,
            p.refused,
            why.concat(),
            table(&["Record", "Field", "Before", "After"], &rows),
            p.seen
        )
    });
    Ok(())
}
