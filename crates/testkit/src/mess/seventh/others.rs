//! A Turkish list and a Polish one.

use super::*;

/// Customers whose whole address stands below a header that says the number of the house.
pub(super) fn turkish() -> Sheet {
    let columns = vec![
        given("ad"),
        family("soyad"),
        col("ev_no", WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.locality, m.p.city)))
            .or(&[STREET])
            .or_ask(),
        zip("posta_kodu", POSTCODE),
        town("sehir", CITY),
        mail("mail"),
        col("tel_no", PHONE, bare),
    ];
    let mut sheet = sheet("musteriler.csv", "person", Market::Germany, columns);
    sheet.cast = people::turkish;
    sheet.rows = 48;
    sheet
}

/// Accounts of a system, below headers that promise names.
pub(super) fn polish() -> Sheet {
    let columns = vec![
        numbered("Id", "").or(&[ID]),
        col("Imie", GIVEN, login).or(&[NICKNAME, FULL, KEPT]).or_ask(),
        other("Haslo", hash),
        tally("Id osoby", 201, 700).or(&[ID]),
    ];
    let mut sheet = sheet("klienci.csv", "person", Market::Germany, columns);
    sheet.rows = 200;
    sheet
}
