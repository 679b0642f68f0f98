//! Italian lists.

use super::*;

/// Bars and restaurants under their full names and those that people use.
pub(super) fn firms() -> Sheet {
    let columns = vec![
        other("client_id", |m| Cell::plain(format!("C{:03}", m.row + 1))).or(&[FIRM_ID, ID]),
        col("ragione_sociale", FIRM, |m| {
            let kind = *m.d.one_of(&["Trattoria", "Bar", "Pizzeria", "Hotel"]);
            name(format!("{kind} {} {}", m.p.family, m.d.one_of(&["S.r.l.", "S.n.c.", "& Figli"])))
        })
        .or(&[LEGAL_NAME, COMPANY]),
        other("alias", |m| Cell::plain(format!("Da {}", m.p.given))).or(&[FIRM, NICKNAME]),
        key("agent_id", "AG", 2).or(&[FIRM_OWNER, OWNER, ASSIGNEE]),
        street("indirizzo", FIRM_STREET).or(&[STREET, FIRM_WHOLE, WHOLE]),
        town("citta", FIRM_CITY).or(&[CITY]),
    ];
    let mut sheet = firms_sheet("clienti.csv", Market::Italy, columns);
    sheet.rows = 110;
    sheet
}

/// A hairdresser's clients, the year of birth alone.
pub(super) fn hairdresser() -> Sheet {
    let columns = vec![
        code("id_cliente", ID, "", 1),
        given("nome"),
        family("cognome"),
        tally("anno_nascita", 1955, 2020).or(&[BORN]),
        list("canale_acquisizione", SOURCE, &["Passaparola", "Google", "Instagram", "Passava davanti"]),
        free_day("data_prima_visita").or(&[CREATED]),
    ];
    let mut sheet = sheet("clienti.csv", "person", Market::Italy, columns);
    sheet.rows = 240;
    sheet
}

/// Firms and the power that each uses.
pub(super) fn energy() -> Sheet {
    let columns = vec![
        firm_name("azienda"),
        list("paese", FIRM_COUNTRY, &["IT", "DE", "US", "FR"]).or(&[COUNTRY]),
        list("settore", INDUSTRY, &["tecnologia", "commercio", "manifattura", "energia"]).or(&[FIRM_TYPE, TAGS]),
        other("consumo_kwh", |m| Cell::plain(format!("{}.{}", 400 + m.d.below(60_000), 100_000 + m.d.below(800_000)))),
    ];
    let mut sheet = firms_sheet("aziende.csv", Market::Italy, columns);
    sheet.rows = 90;
    sheet
}

/// Clients with their age, no header above them.
pub(super) fn bare_clients() -> Sheet {
    let columns = vec![numbered("", "").or(&[ID]), given("").or_ask(), family("").or_ask(), tally("", 17, 70)];
    let mut sheet = sheet("clienti.csv", "person", Market::Italy, columns);
    sheet.headerless = true;
    sheet.rows = 40;
    sheet
}
