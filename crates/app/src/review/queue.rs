//! The queue as a screen shows it: filters with counts, an order, page after page.

use std::collections::BTreeMap;

use contracts::{
    Actor, ApiError, ErrorCode, FilterCount, KindCount, Permission, ProposalId, QueueFilters, ReviewAge, ReviewItem,
    ReviewPage, ReviewQuery, ReviewSort, Risk,
};
use store::{Filed, QueueCount, QueueOrder, QueueRequest, Reader};

use crate::access::Access;
use crate::error::Failure;
use crate::imports::find;
use crate::review::{item, name_of};
use crate::{App, Outcome};

/// Proposals shown at once.
const MAX_PAGE: u32 = 200;
/// Ids told of beyond a page.
const AHEAD: u32 = 10;

impl App {
    /// What waits for a decision: filtered, in the order asked for, with what the filters hold.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::BadInput`] for a limit outside 1..=200 or a position that can't be
    /// read; [`ErrorCode::NotFound`] for an import that is not there.
    pub fn review_list(&self, actor: &Actor, query: &ReviewQuery) -> Outcome<ReviewPage> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        let limit = query.limit.unwrap_or(50);
        if !(1..=MAX_PAGE).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} proposals can't be shown at once."),
                format!("Ask for 1 to {MAX_PAGE}."),
            )
            .at("limit"));
        }
        let pulse = self.pulse()?;
        self.reading(|r| {
            let mut request = self.request(r, &access, actor, query)?;
            request.limit = limit + AHEAD;
            let mut found = r.queue(&request)?;
            let ahead = found.split_off(found.len().min(limit as usize));
            let last = found.last().filter(|_| !ahead.is_empty());
            let oldest = request.order == QueueOrder::Oldest;
            let next_after = last.filter(|_| oldest).map(|f| f.proposal);
            let next_cursor = last.map(|f| cursor(&request, f));
            let items = found.iter().map(|f| item::item(r, &access, actor, f)).collect::<Result<_, _>>()?;
            let counts = if query.no_counts { Default::default() } else { self.counts(r, pulse, &request)? };
            let of_import: Vec<&QueueCount> =
                counts.iter().filter(|c| request.import.is_none_or(|i| c.import == Some(i))).collect();
            let kinds = sums(of_import.iter().map(|c| (c.kind.clone(), c.count)));
            let filters = (!query.no_counts).then(|| filters(r, &request, &counts)).transpose()?;
            let total = (!query.no_counts).then(|| matching(&request, &counts, "").sum());
            Ok(ReviewPage {
                items,
                next_after,
                next_cursor,
                next_ids: ahead.iter().map(|f| f.artifact.proposal_id()).collect::<Vec<ProposalId>>(),
                counts: kinds.into_iter().map(|(kind, count)| KindCount { kind, count }).collect(),
                total,
                filters,
            })
        })
    }

    /// The first items of a query, as they stand in this transaction.
    pub(crate) fn first_items(
        &self,
        r: &Reader<'_>,
        access: &Access,
        actor: &Actor,
        query: &ReviewQuery,
        most: u32,
    ) -> Result<Vec<ReviewItem>, Failure> {
        let mut request = self.request(r, access, actor, query)?;
        request.limit = query.limit.unwrap_or(most).clamp(1, most);
        r.queue(&request)?.iter().map(|f| item::item(r, access, actor, f)).collect()
    }

    /// A query as the store is asked; its limit is the caller's.
    pub(crate) fn request(
        &self,
        r: &Reader<'_>,
        access: &Access,
        actor: &Actor,
        query: &ReviewQuery,
    ) -> Result<QueueRequest, Failure> {
        let order = match query.sort.unwrap_or_default() {
            ReviewSort::Oldest => QueueOrder::Oldest,
            ReviewSort::Newest => QueueOrder::Newest,
            ReviewSort::Surest => QueueOrder::Surest,
            ReviewSort::Unsure => QueueOrder::Unsure,
        };
        let after = match &query.cursor {
            Some(cursor) => Some(place(cursor).ok_or(store::StoreError::Cursor)?),
            None => query.after.map(|at| (0.0, at)).filter(|_| order == QueueOrder::Oldest),
        };
        Ok(QueueRequest {
            kind: query.kind.clone(),
            source: query.source.clone(),
            import: query.import_id.map(|id| find(r, id)).transpose()?.map(|i| i.import),
            risk: query.risk.and_then(name_of),
            age: query.age.and_then(name_of),
            ages: Some(ages(self.host.now_ms())),
            subject: query.subject,
            about: query.about,
            requested: query.requested,
            not_deferred: query.not_deferred_since.as_ref().map(|t| (actor.id.clone(), t.0.clone())),
            overwrites: item::overwrite_rules(&access.policy),
            all: query.all,
            order,
            after,
            limit: 1,
        })
    }
}

/// A day and a week before the minute of an instant, as proposals note when they were filed. Within a minute nothing
/// grows older, so that what was counted holds.
fn ages(now_ms: u64) -> (String, String) {
    const MINUTE: u64 = 60 * 1000;
    const DAY: u64 = 24 * 60 * MINUTE;
    let now_ms = now_ms - now_ms % MINUTE;
    let before = |days: u64| store::timestamp(now_ms.saturating_sub(days * DAY)).0;
    (before(1), before(7))
}

fn cursor(request: &QueueRequest, f: &Filed) -> String {
    format!("{:?}~{}", request.key_of(f), f.proposal)
}

fn place(cursor: &str) -> Option<(f64, i64)> {
    let (key, at) = cursor.split_once('~')?;
    Some((key.parse().ok().filter(|k: &f64| k.is_finite())?, at.parse().ok()?))
}

fn sums(of: impl Iterator<Item = (String, u64)>) -> BTreeMap<String, u64> {
    let mut out = BTreeMap::new();
    for (key, n) in of {
        *out.entry(key).or_insert(0) += n;
    }
    out
}

/// Counts under every filter that is asked for, except the one named.
fn matching<'c>(q: &'c QueueRequest, all: &'c [QueueCount], except: &'c str) -> impl Iterator<Item = u64> + 'c {
    counted(q, all, except).map(|c| c.count)
}

fn counted<'c>(
    q: &'c QueueRequest,
    all: &'c [QueueCount],
    except: &'c str,
) -> impl Iterator<Item = &'c QueueCount> + 'c {
    let fits = move |filter: &str, wanted: Option<&String>, is: &str| {
        filter == except || wanted.is_none_or(|wanted| wanted == is)
    };
    all.iter().filter(move |c| {
        fits("kind", q.kind.as_ref(), &c.kind)
            && fits("source", q.source.as_ref(), &c.source)
            && fits("risk", q.risk.as_ref(), &c.risk)
            && fits("age", q.age.as_ref(), &c.age)
            && fits("subject", q.subject.map(|s| s.to_string()).as_ref(), &c.subject)
            && (except == "import" || q.import.is_none_or(|i| c.import == Some(i)))
            && (except == "requested" || !q.requested || c.requested)
    })
}

fn filters(r: &Reader<'_>, q: &QueueRequest, all: &[QueueCount]) -> Result<QueueFilters, Failure> {
    let by = |filter: &str, of: &dyn Fn(&QueueCount) -> String| -> Vec<FilterCount> {
        let sums = sums(counted(q, all, filter).map(|c| (of(c), c.count)));
        sums.into_iter().map(|(value, count)| FilterCount { title: spoken(&value), value, count }).collect()
    };
    let ordered = |mut counts: Vec<FilterCount>, order: &[Option<String>]| {
        counts.sort_by_key(|c| order.iter().position(|o| o.as_deref() == Some(c.value.as_str())));
        counts
    };
    let mut imports = Vec::new();
    let mut of_imports: BTreeMap<i64, u64> = BTreeMap::new();
    for c in counted(q, all, "import") {
        if let Some(import) = c.import {
            *of_imports.entry(import).or_default() += c.count;
        }
    }
    for (import, count) in of_imports.into_iter().rev() {
        if let Some(found) = r.import_by_key(import)? {
            imports.push(FilterCount { value: found.import_id.to_string(), title: found.file_name, count });
        }
    }
    Ok(QueueFilters {
        kinds: by("kind", &|c| c.kind.clone()),
        sources: by("source", &|c| c.source.clone()),
        imports,
        risks: ordered(by("risk", &|c| c.risk.clone()), &[Risk::High, Risk::Medium, Risk::Low].map(name_of)),
        ages: ordered(by("age", &|c| c.age.clone()), &[ReviewAge::Older, ReviewAge::Week, ReviewAge::Day].map(name_of)),
        subjects: by("subject", &|c| c.subject.clone()),
        requested: counted(q, all, "requested").filter(|c| c.requested).map(|c| c.count).sum(),
    })
}

fn spoken(value: &str) -> String {
    let words = value.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
