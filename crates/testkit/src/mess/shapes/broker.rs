//! The big ones: a broker's messy sheet of five thousand rows, and a sheet of three hundred columns.

use super::super::people::Market;
use super::super::sheet::{Column, Sheet, col, other};
use super::super::value::{Cell, Kind, Style};
use super::*;

/// Everything that can be wrong with a broker's sheet, in one.
pub(super) fn broker() -> Sheet {
    let mut columns = super::agencies::dealer_columns();
    columns.push(
        col("Birth Dt.", BORN, |m| {
            let day = m.born();
            m.doubtful(day)
        })
        .gaps(70),
    );
    columns.push(col("", "custom.blank", |m| m.pick(&["x", "ok", "?"])).or(&["custom.*", TAGS, NOTES]).gaps(97));
    columns.push(
        col("Last call on", CONTACTED, |m| {
            if m.d.percent(4) {
                Cell::nothing(*m.d.one_of(&["00-00-0000", "1900-01-01", "0/0/00", "-"]), Kind::Date)
            } else {
                m.met().cell(Style::DayMon)
            }
        })
        .gaps(20),
    );
    let width = columns.len();
    let mut sheet = Sheet::new("CLIENT MASTER final (2).csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates, Market::Britain, Market::America], 8);
    sheet.above = vec![
        padded(&["Shree Vastu Realtors - Client Master"], width),
        padded(&["Updated by office, all branches", "", "", "CONFIDENTIAL"], width),
        padded(&[], width),
    ];
    sheet.sections = (500, vec!["KOTHRUD OFFICE", "BANER OFFICE", "POWAI DESK", "NRI DESK"]);
    sheet.blank_every = 333;
    sheet.header_every = 1000;
    sheet.below = vec![padded(&[], width), padded(&["TOTAL", "", "# clients"], width)];
    sheet.again = 7;
    sheet.crlf = true;
    sheet.rows = 5000;
    sheet
}

/// A few columns that matter among three hundred.
pub(super) fn wide() -> Sheet {
    let mut columns: Vec<Column> = vec![
        col("Contact Ref No", ID, |m| Cell::plain(format!("W{}", 70_000 + m.row))),
        col("Forename", GIVEN, |m| m.given()),
        col("Surname", FAMILY, |m| m.family()),
        col("Personal email", EMAIL, |m| m.email()).label("home").gaps(10),
        col("Mobile tel.", PHONE, |m| m.mobile()).label("mobile"),
        col("Employer", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(30),
        col("D.O.B.", BORN, |m| m.born().cell(Style::Packed)).gaps(20),
        col("Post town", CITY, |m| Cell::plain(m.p.city)),
    ];
    for n in 1..=292 {
        let header = match n % 4 {
            0 => format!("UDF_{n:03}"),
            1 => format!("score_bucket_{n}"),
            2 => format!("flag{n}"),
            _ => format!("x_{n}_legacy"),
        };
        let gaps = if n % 5 == 0 { 100 } else { 60 };
        let column = match n % 4 {
            0 => other(&header, |m| m.pick(&["alpha", "beta", "gamma"])),
            1 => other(&header, |m| m.number(0, 9)),
            2 => other(&header, |m| m.pick(&["Y", "N"])),
            _ => other(&header, |m| Cell::plain(format!("v{}", m.d.below(5000)))),
        };
        columns.push(column.gaps(gaps));
    }
    let mut sheet = Sheet::new("warehouse_extract_contacts.csv", "person", Market::Britain, columns);
    sheet.rows = 200;
    sheet
}
