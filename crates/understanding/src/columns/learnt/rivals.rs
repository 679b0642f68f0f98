//! Fields of one value that several columns could hold: the one that has least else to be gets it, and the others are
//! asked what they are without it.

use std::collections::BTreeMap;

use contracts::FieldPath;

use super::asked::Asked;
use crate::columns::conflicts::is_joined;

/// Settles who holds what. `held`: fields of one value that columns hold in which likeness has no say.
pub(super) fn settle(asked: &mut [Option<Asked>], held: &[String]) {
    for column in asked.iter_mut().flatten() {
        held.iter().for_each(|field| column.give_up(field));
    }
    // Each round somebody loses a field, and nobody loses one twice.
    loop {
        let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, column) in asked.iter().enumerate() {
            if let Some(field) = column.as_ref().and_then(Asked::claims).filter(|f| is_single(f)) {
                claims.entry(field.to_owned()).or_default().push(i);
            }
        }
        let mut settled = true;
        for (field, claimants) in claims.into_iter().filter(|(_, c)| c.len() > 1) {
            let needs = |i: &usize| asked.get(*i).and_then(Option::as_ref).map_or(f32::MIN, |c| c.needs(&field));
            // The first of equals.
            let first = claimants.iter().rev().max_by(|a, b| needs(a).total_cmp(&needs(b))).copied();
            for i in claimants.into_iter().filter(|i| Some(*i) != first) {
                if let Some(Some(column)) = asked.get_mut(i) {
                    column.lose(&field);
                    settled = false;
                }
            }
        }
        if settled {
            return;
        }
    }
}

/// Whether one column alone may hold the field.
fn is_single(field: &str) -> bool {
    FieldPath::parse(field).is_ok_and(|path| path.def.is_some_and(|d| !d.many)) && !is_joined(field)
}
