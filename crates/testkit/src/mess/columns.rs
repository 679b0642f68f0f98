//! Columns that most files have in one form or another, for the later sets.

use super::hand::Dial;
use super::maker::{Clock, Maker};
use super::shapes::*;
use super::sheet::{Column, col, other};
use super::value::{Cell, Day, Style, thousands};

pub(in crate::mess) type Words = &'static [&'static str];

pub(in crate::mess) const UPDATED: &str = "person.updated_at";
pub(in crate::mess) const ACTIVE: &str = "person.last_activity_at";
pub(in crate::mess) const REGION: &str = "person.address[].region";
pub(in crate::mess) const QUARTER: &str = "person.address[].locality";
pub(in crate::mess) const WHOLE: &str = "person.address[].formatted";
pub(in crate::mess) const SPOUSE: &str = "household.spouse.full_name";
pub(in crate::mess) const PURPOSE: &str = "requirement.purpose";
pub(in crate::mess) const TIMEFRAME: &str = "requirement.timeframe";
pub(in crate::mess) const LISTING: &str = "interest.property.listing_id";
pub(in crate::mess) const PROPERTY: &str = "interest.property.name";
pub(in crate::mess) const PROJECT: &str = "interest.property.project";
pub(in crate::mess) const PRICE: &str = "interest.property.price";
pub(in crate::mess) const KEPT: &str = "custom.*";

/// One of some words in each row.
pub(in crate::mess) fn list(header: &str, field: &'static str, from: Words) -> Column {
    col(header, field, move |m| m.pick(from))
}

/// The same where the dictionary has no field.
pub(in crate::mess) fn free(header: &str, from: Words) -> Column {
    other(header, move |m| m.pick(from))
}

/// A whole number that the dictionary has no field for.
pub(in crate::mess) fn tally(header: &str, from: usize, to: usize) -> Column {
    other(header, move |m| m.number(from, to))
}

/// The same where it has one.
pub(in crate::mess) fn count(header: &str, field: &'static str, from: usize, to: usize) -> Column {
    col(header, field, move |m| m.number(from, to))
}

pub(in crate::mess) fn code(header: &str, field: &'static str, before: &'static str, first: usize) -> Column {
    col(header, field, move |m| m.code(before, first))
}

/// A running number, which may serve as the record's own.
pub(in crate::mess) fn serial(header: &str) -> Column {
    other(header, |m| Cell::plain((m.row + 1).to_string())).or(&[ID])
}

pub(in crate::mess) fn given(header: &str) -> Column {
    col(header, GIVEN, |m| m.given())
}

pub(in crate::mess) fn family(header: &str) -> Column {
    col(header, FAMILY, |m| m.family())
}

pub(in crate::mess) fn full(header: &str) -> Column {
    col(header, FULL, |m| m.full())
}

pub(in crate::mess) fn mail(header: &str) -> Column {
    col(header, EMAIL, |m| m.email())
}

pub(in crate::mess) fn mail2(header: &str) -> Column {
    col(header, EMAIL, |m| m.second_email())
}

pub(in crate::mess) fn tel(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.tel(dial))
}

pub(in crate::mess) fn tel2(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.other_tel(dial))
}

pub(in crate::mess) fn desk(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.desk_tel(dial))
}

pub(in crate::mess) fn firm(header: &str) -> Column {
    col(header, COMPANY, |m| Cell::plain(m.p.company.clone())).or(&["account.name"])
}

pub(in crate::mess) fn job(header: &str) -> Column {
    col(header, JOB, |m| Cell::plain(m.p.job))
}

pub(in crate::mess) fn street(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.street.clone()))
}

pub(in crate::mess) fn town(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.city))
}

pub(in crate::mess) fn zip(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.postcode.clone()))
}

pub(in crate::mess) fn land(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.country))
}

/// A day of the past.
pub(in crate::mess) fn day(header: &str, field: &'static str, style: Style) -> Column {
    col(header, field, move |m| m.day(style))
}

/// A day of the coming months.
pub(in crate::mess) fn ahead(header: &str, field: &'static str, style: Style) -> Column {
    col(header, field, move |m| m.ahead(style))
}

pub(in crate::mess) fn born(header: &str, style: Style) -> Column {
    col(header, BORN, move |m| m.born().cell(style))
}

/// A moment of the past.
pub(in crate::mess) fn stamp(header: &str, field: &'static str, style: Style, clock: Clock) -> Column {
    col(header, field, move |m| {
        let day: Day = m.met();
        m.moment(day, style, clock)
    })
}

/// The same where the dictionary has no field.
pub(in crate::mess) fn free_stamp(header: &str, style: Style, clock: Clock) -> Column {
    other(header, move |m| {
        let day: Day = m.met();
        m.moment(day, style, clock)
    })
}

/// An amount. `stated`: the cell or its header names the currency.
#[derive(Clone, Copy)]
pub(in crate::mess) struct Sum {
    pub low: u64,
    pub step: u64,
    pub write: fn(u64) -> String,
    pub currency: &'static str,
    pub stated: bool,
}

pub(in crate::mess) const fn whole(
    low: u64,
    step: u64,
    write: fn(u64) -> String,
    currency: &'static str,
    stated: bool,
) -> Sum {
    Sum { low, step, write, currency, stated }
}

pub(in crate::mess) fn sum(header: &str, field: &'static str, s: Sum) -> Column {
    col(header, field, move |m| s.cell(m))
}

/// The same where the dictionary has no field.
pub(in crate::mess) fn free_sum(header: &str, s: Sum) -> Column {
    other(header, move |m| s.cell(m))
}

impl Sum {
    pub fn cell(self, m: &mut Maker) -> Cell {
        m.sum(self.low, self.step, self.write, self.currency, self.stated)
    }
}

/// `450.000,00 €`
pub(in crate::mess) fn euros(n: u64) -> String {
    format!("{},00 €", thousands(n, "."))
}

/// `450.000,00`
pub(in crate::mess) fn with_cents(n: u64) -> String {
    format!("{},00", thousands(n, "."))
}

/// `450 000 €`
pub(in crate::mess) fn spaced_euros(n: u64) -> String {
    format!("{} €", thousands(n, " "))
}

/// `R$ 1.250.000,00`
pub(in crate::mess) fn reais(n: u64) -> String {
    format!("R$ {},00", thousands(n, "."))
}

/// `450000.00`
pub(in crate::mess) fn decimal(n: u64) -> String {
    format!("{n}.00")
}
