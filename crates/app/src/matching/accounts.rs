//! Companies that are there twice: found by name without its legal form, line, mailbox and domain; weighed by the engine's
//! tables of their own. There are far fewer of them than people, so they are read whole and no keys are kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use contracts::{
    AnyProposal, ApiError, EntityId, EntityRef, EntityType, MatchEvidence, MergeCandidate, ProposalAction,
};
use graph::Record;
use identity::blocking::{Attributes, Keys, keys_of, partners};
use identity::corpus::Corpus;
use identity::engine::{self, Scorer};
use identity::explain::Found;
use identity::frequency::Counts;
use identity::record::Features;
use identity::shape::{Role, Shape};
use serde_json::Value;
use store::{Reader, Tx};

use crate::error::Failure;
use crate::imports::twins::{PROBABLE, reason};
use crate::matching::person::join;
use crate::matching::scan::{open_partners, proposal};
use crate::matching::weigh::candidate;
use crate::work::Work;
use crate::{App, Outcome};

/// Members of a block that are looked at; a bigger one says little of anybody.
const BLOCK: usize = 500;
/// Companies weighed between two looks whether to go on.
const STEP: usize = 250;
static SHAPE: LazyLock<Shape> = LazyLock::new(|| Shape {
    columns: [Role::Company, Role::Phone, Role::Email, Role::Address, Role::PostalCode, Role::City]
        .into_iter()
        .enumerate()
        .collect(),
    custom: Vec::new(),
});

/// The host of a site: `https://www.palm.example/en` is `palm.example`.
fn host(site: &str) -> &str {
    let rest = site.split_once("://").map_or(site, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// The domains that a company says are its own.
fn sites<'a>(get: &impl Fn(&str) -> Option<&'a Value>) -> BTreeSet<String> {
    let of = |value: Option<&'a Value>| -> Vec<&'a str> {
        match value {
            Some(Value::String(one)) => vec![one.as_str()],
            Some(Value::Array(all)) => {
                all.iter().filter_map(|i| i.as_str().or_else(|| i.get("value").and_then(Value::as_str))).collect()
            }
            _ => Vec::new(),
        }
    };
    let all = of(get("website")).into_iter().chain(of(get("domain")));
    all.map(|site| host(site.trim()).to_lowercase()).filter(|host| host.contains('.')).collect()
}

fn features<'a>(get: impl Fn(&str) -> Option<&'a Value>) -> Features {
    let text = |f: &str| get(f).and_then(Value::as_str).unwrap_or_default();
    let name = if text("name").is_empty() { text("legal_name") } else { text("name") };
    let (mut phone, mut email) = (String::new(), String::new());
    join(get("phone"), &mut phone);
    join(get("email"), &mut email);
    for site in sites(&get) {
        // A site takes part as a mailbox that nobody else has: two who share a domain share it.
        email.push_str(&format!("\n{site}@{site}"));
    }
    let address = get("address").and_then(Value::as_array).and_then(|all| all.first());
    let part = |name: &str| address.and_then(|a| a.get(name)).and_then(Value::as_str).unwrap_or_default();
    let street = if part("street").is_empty() { part("formatted") } else { part("street") };
    let cells = [name, phone.as_str(), email.as_str(), street, part("postal_code"), part("city")];
    Features::of(&SHAPE, |column| cells.get(column).copied().unwrap_or_default())
}

/// Which company a record is by its own words, as a digest: name, lines, mailboxes and sites, however they are dressed.
pub(crate) fn digest<'a>(get: impl Fn(&str) -> Option<&'a Value>) -> [u8; 16] {
    let list = |field: &str| {
        let mut cell = String::new();
        join(get(field), &mut cell);
        let sorted: BTreeSet<String> = cell.lines().map(str::to_lowercase).collect();
        sorted.into_iter().collect::<Vec<_>>().join("\n")
    };
    let name = get("name").or_else(|| get("legal_name")).and_then(Value::as_str).unwrap_or_default().to_lowercase();
    let sites = sites(&get).into_iter().collect::<Vec<_>>().join("\n");
    let parts = [name, list("phone"), list("email"), sites];
    let whole = graph::commitment("velocity/account/1", &parts.each_ref().map(String::as_bytes));
    let mut out = [0; 16];
    out.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    out
}

fn account(id: EntityId) -> EntityRef {
    EntityRef { entity: EntityType::Account, id }
}

/// A company that is neither gone nor archived.
struct Company {
    id: EntityId,
    record: Record,
    features: Features,
    keys: Keys,
}

/// Two who may be one.
struct Suspected {
    one: usize,
    other: usize,
    candidate: MergeCandidate,
}

impl App {
    /// Looks for companies that are there twice, and files what it suspects; how many merges. Nothing is filed twice.
    pub(crate) fn scan_accounts(&self, work: &Work<'_>) -> Outcome<u64> {
        let all = self.reading(companies)?;
        let suspect = self.reading(|r| Ok(self.policy_in(r)?.thresholds.suspect))?;
        let mut corpus = Corpus::new(SHAPE.clone());
        let mut scratch = String::new();
        all.iter().for_each(|c| corpus.push(&c.features, &mut scratch));
        let model = engine::accounts(&SHAPE, Counts::of(&corpus), all.len());
        let scorer = Scorer::of(&model);
        let mut blocks: HashMap<u64, Vec<(usize, Attributes)>> = HashMap::new();
        for (row, company) in all.iter().enumerate() {
            for key in &company.keys.keys {
                blocks.entry(key.hash).or_default().push((row, company.keys.attributes));
            }
        }
        let mut found = Vec::new();
        for (row, company) in all.iter().enumerate() {
            if row % STEP == 0 {
                work.go_on()?;
                work.report("scanning", "", row as u64, all.len() as u64);
            }
            let mut met: BTreeMap<usize, u16> = BTreeMap::new();
            for key in &company.keys.keys {
                let block = blocks.get(&key.hash).map(Vec::as_slice).unwrap_or_default();
                // Each pair once: with who was there before.
                let before: Vec<((usize, Attributes), Attributes)> =
                    block.iter().take_while(|(other, _)| *other < row).take(BLOCK).map(|m| (*m, m.1)).collect();
                if before.len() < BLOCK {
                    for (other, _) in partners(key.rule, &before, &company.keys.attributes) {
                        *met.entry(other).or_insert(0) |= 1 << key.rule;
                    }
                }
            }
            let met: Vec<(usize, u16)> = met.into_iter().collect();
            let candidates = met.iter().filter_map(|(other, _)| all.get(*other)).map(|c| &c.features);
            for ((other, rules), scored) in met.iter().zip(scorer.scores(&company.features, candidates)) {
                if let Some(partner) = all.get(*other)
                    && !scored.contradicted
                    && scored.probability >= suspect
                {
                    let why = scorer.explain(&company.features, &partner.features, Found { rules: *rules, through: 0 });
                    let candidate = readable(candidate(why, account(partner.id)));
                    found.push(Suspected { one: row, other: *other, candidate });
                }
            }
        }
        found.sort_by(|a, b| b.candidate.weight.cmp(&a.candidate.weight).then((a.one, a.other).cmp(&(b.one, b.other))));
        let filed: Result<u64, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let mut merges = 0;
            for s in &found {
                if let (Some(one), Some(other)) = (all.get(s.one), all.get(s.other)) {
                    merges += u64::from(self.file_accounts(tx, one, other, &s.candidate)?);
                }
            }
            Ok(merges)
        });
        filed.map_err(ApiError::from)
    }

    /// Files a merge of two, unless somebody was asked, said no, or touched one of them since it was read.
    fn file_accounts(
        &self,
        tx: &mut Tx<'_>,
        one: &Company,
        other: &Company,
        candidate: &MergeCandidate,
    ) -> Result<bool, Failure> {
        for c in [one, other] {
            if tx.record(account(c.id))?.is_none_or(|now| now.version != c.record.version) {
                return Ok(false);
            }
        }
        let digests = [one, other].map(|c| digest(|f| c.record.fields.get(f)));
        if open_partners(tx, one.id)?.contains(&other.id)
            || tx.is_rejected((digests[0], digests[1]), Some((one.id, other.id)))?
        {
            return Ok(false);
        }
        let listed = [
            (account(one.id), &one.record, tx.links_of(one.id)?.len()),
            (account(other.id), &other.record, tx.links_of(other.id)?.len()),
        ];
        let survivor = graph::propose_survivor(&listed).map_or(one.id, |at| at.id);
        let (stays, joins) = if survivor == one.id { (one, other) } else { (other, one) };
        let mut candidate = candidate.clone();
        if joins.id != candidate.entity.id {
            candidate.entity = account(joins.id);
            candidate.evidence.iter_mut().for_each(|e| std::mem::swap(&mut e.left, &mut e.right));
        }
        let title = graph::title(EntityType::Account, &joins.record.fields);
        let why = reason(&title, candidate.score >= PROBABLE, Some(&candidate));
        let versions = [(one.id, one.record.version), (other.id, other.record.version)];
        let mut p = proposal(tx, account(stays.id), ProposalAction::Merge, &versions, why);
        p.envelope.confidence = Some(candidate.score);
        p.merge_candidate_refs = vec![candidate];
        self.file(tx, &AnyProposal::Normalized(p))?;
        Ok(true)
    }
}

/// Every company as it stands.
fn companies(r: &Reader<'_>) -> Result<Vec<Company>, Failure> {
    let mut out = Vec::new();
    let mut scratch = String::new();
    for id in r.record_ids(EntityType::Account)? {
        let Some(record) = r.record(account(id))?.filter(|record| !record.archived) else { continue };
        let features = features(|f| record.fields.get(f));
        let mut own = Corpus::new(SHAPE.clone());
        own.push(&features, &mut scratch);
        let keys = keys_of(&own, &[], 0);
        out.push(Company { id, record, features, keys });
    }
    Ok(out)
}

/// Sites as people know them, and not as the mailboxes that they take part as.
fn readable(mut c: MergeCandidate) -> MergeCandidate {
    for e in &mut c.evidence {
        let MatchEvidence { left, right, sentence, .. } = e;
        for text in [left, right] {
            let site =
                text.split_once('@').filter(|(local, domain)| local == domain).map(|(_, domain)| domain.to_owned());
            if let Some(site) = site {
                *sentence = sentence.replace(text.as_str(), &site);
                *text = site;
            }
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_site_is_its_host_and_a_digest_is_of_the_words() {
        for site in ["https://www.palm.example/en", "palm.example", "http://palm.example:8080", "www.palm.example?x=1"]
        {
            assert_eq!(host(site), "palm.example", "{site}");
        }
        let of = |v: &Value| digest(|f| v.get(f));
        let one = json!({ "name": "Palm LLP", "website": "https://www.palm.example/" });
        let same = json!({ "name": "PALM LLP", "domain": "palm.example" });
        assert_eq!(of(&one), of(&same));
        assert_ne!(of(&one), of(&json!({ "name": "Palm Estates", "website": "https://palm.example" })));
        assert_ne!(of(&json!({ "name": "Palm" })), of(&json!({ "name": "Pine" })));
    }
}
