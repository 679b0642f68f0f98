//! Italian lists.

use super::*;

/// A telephone book without a header.
pub(super) fn bare_names() -> Sheet {
    let columns = vec![given("").or_ask(), family("").or_ask(), col("", PHONE, bare), mail("")];
    let mut sheet = sheet("contatti.csv", "person", Market::Italy, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 60;
    sheet
}

/// Clients of a supplier: persons and firms, `null` where the other's columns stand.
pub(super) fn clients() -> Sheet {
    fn private(m: &Maker) -> bool {
        !m.row.is_multiple_of(3)
    }
    fn either(m: &mut Maker, person: bool, cell: fn(&mut Maker) -> Cell) -> Cell {
        if private(m) == person { cell(m) } else { Cell::plain("null") }
    }
    let columns = vec![
        col("idC", ID, |m| Cell::plain(format!("{:02}{}K", m.row % 90 + 10, ["B", "G", "R"][m.row % 3])))
            .or(&[FIRM_ID]),
        col("cognome", FAMILY, |m| either(m, true, |m| m.family())),
        col("nome", GIVEN, |m| either(m, true, |m| m.given())),
        col("nAzienda", COMPANY, |m| either(m, false, company)).or(&[FIRM]),
        tel("telefono", Dial::Mixed),
        other("tipo", |m| Cell::plain(if private(m) { "privato" } else { "Azienda" })).or(&[FIRM_TYPE, TAGS]),
        other("cf", |m| {
            let number = m.d.below(1_000);
            Cell::plain(if private(m) { format!("GC{number:03}") } else { "null".to_owned() })
        })
        .or(&[FIRM_NUMBER, ID]),
        other("piva", |m| {
            let number = 10_000 + m.d.below(80_000);
            Cell::plain(if private(m) { "0".to_owned() } else { number.to_string() })
        })
        .or(&[FIRM_NUMBER]),
        col("via", STREET, |m| Cell::plain(m.p.street.split(',').next().unwrap_or_default())).or(&[FIRM_STREET]),
        other("nCivico", |m| m.number(1, 120)).or(&[STREET, STREET2]),
        town("città", CITY).or(&[FIRM_CITY]),
        region("prov", REGION).or(&[FIRM_REGION]),
        zip("cap", POSTCODE).or(&[FIRM_POSTCODE]),
    ];
    let mut sheet = sheet("clienti.csv", "person", Market::Italy, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 90;
    sheet
}
