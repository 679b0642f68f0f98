//! Lists of German, Dutch and Norwegian offices.

use super::*;

/// Where a street and its number are two columns.
fn house(header: &str) -> Column {
    other(header, |m| m.number(1, 90)).or(&[STREET, STREET2, FIRM_STREET, "account.address[].street2"])
}

fn road(m: &mut Maker) -> Cell {
    let road = m.p.street.rsplit_once(' ').map_or(m.p.street.as_str(), |(road, _)| road);
    Cell::plain(road)
}

/// Those to whom invoices go: firms, and persons in the firm's place.
pub(super) fn invoices() -> Sheet {
    let columns = vec![
        code("Kundennummer", FIRM_ID, "K00", 1).or(&[ID]),
        col("Firmenname", FIRM, |m| firm_or(m, |m| m.full())).or(&[COMPANY]),
        full("Ansprechpartner").or(&[CONTACT]).gaps(45),
        col("Straße", FIRM_STREET, road).or(&[STREET]),
        house("Hausnummer"),
        zip("PLZ", FIRM_POSTCODE).or(&[POSTCODE]),
        town("Ort", FIRM_CITY).or(&[CITY]),
        list("Land", FIRM_COUNTRY, &["DE"]).or(&[COUNTRY]),
        tel("Telefon", Dial::World).or(&[FIRM_PHONE]).gaps(25),
        mail("Email").or(&[FIRM_EMAIL]),
        list("Bemerkungen", NOTES, &["Regelmäßiger Kunde", "Privatkundin"]).or(&[FIRM_NOTES]).gaps(40),
    ];
    let mut sheet = firms_sheet("kunden.csv", Market::Germany, columns);
    sheet.rows = 60;
    sheet
}

/// Colleagues of one house, whose numbers are extensions.
pub(super) fn extensions() -> Sheet {
    let columns = vec![
        full("Name"),
        list("Abteilung", DEPARTMENT, &["IT", "Marketing", "Vertrieb", "Buchhaltung"]),
        col("Telefon", PHONE, |m| Cell::held((120 + m.row).to_string(), Kind::Phone)),
        mail("Email"),
    ];
    let mut sheet = sheet("kontakte.csv", "person", Market::Germany, columns);
    sheet.rows = 40;
    sheet
}

/// A telephone's book.
pub(super) fn phones() -> Sheet {
    let columns = vec![
        full("Name"),
        firm("Firma").gaps(85),
        mail("Email").gaps(80),
        tel("Handy", Dial::Packed).label("mobile"),
        desk("Büro", Dial::Packed).label("work").gaps(80),
        tel2("Privat", Dial::Packed).label("home").gaps(85),
    ];
    let mut sheet = sheet("kontakte.csv", "person", Market::Germany, columns);
    sheet.quotes = Quotes::Always;
    sheet
}

/// People found on profile pages, no header above them.
pub(super) fn bare_profiles() -> Sheet {
    let columns = vec![
        full("").or_ask(),
        col("", COMPANY, |m| sometimes(m, 45, "null", company)).or(&[FIRM]).or_ask(),
        col("", JOB, |m| sometimes(m, 6, "null", |m| Cell::plain(m.p.job))).or_ask(),
        col("", SOCIAL, profile).or(&[WEBSITE]),
        mail("").gaps(55),
    ];
    let mut sheet = sheet("kontakte.csv", "person", Market::Germany, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 150;
    sheet
}

/// German and English headers in one row, a blank before each value and a comma too many.
pub(super) fn street() -> Sheet {
    let columns = vec![
        full("Name"),
        tel("Tel", Dial::World),
        col("Street", STREET, |m| {
            let road = road(m);
            Cell::plain(format!(" {}", road.text))
        }),
        house("Hausnummer"),
        col("Ort", CITY, |m| Cell::plain(format!(" {}", m.p.city))),
        zip("Plz", POSTCODE),
        empty(""),
    ];
    let mut sheet = sheet("Kontakte.csv", "person", Market::Germany, columns);
    sheet.rows = 50;
    sheet
}

/// Who is reached through which messenger.
pub(super) fn messengers() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        tel("Phone", Dial::Mixed),
        free("Messenger", &["WHATSAPP,SIGNAL", "SMS", "WHATSAPP,FACEBOOK_MESSENGER"]).or(&[SOCIAL, TAGS, BY_WHATSAPP]),
    ];
    let mut sheet = sheet("Kontakte.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.rows = 40;
    sheet
}

/// Where a delivery goes: the address first, the name if anybody knows it, and no header over the number of the row.
pub(super) fn dutch() -> Sheet {
    let columns = vec![
        numbered("", "").or(&[ID]),
        col("Straat", STREET, road),
        house("Huisnummer"),
        col("Plaats", CITY, |m| {
            let digits: String = m.p.postcode.chars().take(4).collect();
            Cell::plain(format!("{digits} {}", m.p.city))
        })
        .or(&[POSTCODE, WHOLE])
        .or_ask(),
        col("Telefoonnummer", PHONE, bare),
        full("Naam").or(&[NOTES]).gaps(65),
    ];
    let mut sheet = sheet("klanten.csv", "person", Market::Netherlands, columns);
    sheet.delimiter = ';';
    sheet.rows = 250;
    sheet
}

/// Norwegian headers, shortened as programmers shorten them.
pub(super) fn norwegian() -> Sheet {
    let columns = vec![
        code("kundenummer", ID, "", 1),
        given("fname"),
        family("ename"),
        mail("epost"),
        tel("tlf", Dial::Packed),
        zip("postnummer", POSTCODE),
    ];
    let mut sheet = sheet("kunder.csv", "person", Market::Netherlands, columns);
    sheet.delimiter = ';';
    sheet.rows = 110;
    sheet
}
