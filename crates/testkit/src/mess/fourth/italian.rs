//! Italy: an agency's book, its program's requests, a secretary's list.

use super::super::hand::dots;
use super::*;

/// Clients of an agency, as its owner keeps them.
pub(super) fn clients() -> Sheet {
    let columns = vec![
        full("Nominativo‖Nome e cognome"),
        tel("Cell.‖Cellulare", Dial::Mixed).label("mobile").gaps(5),
        desk("Tel. fisso", Dial::Home).gaps(75),
        mail("E-mail").gaps(25),
        list("Cerca‖Cosa cerca", WANTED, &["Trilocale", "Bilocale con balcone", "Attico", "Villa"]).or(&[NOTES]),
        list("Zona", LOCALITY, &["Brera", "Prati / Della Vittoria", "Crocetta"]).or(&[TOWNS, QUARTER]),
        sum("Budget max (€)‖Budget", MAX, whole(220_000, 10_000, dots, "EUR", false)).or(&[MIN]).gaps(10),
        list("Mutuo", FINANCING, &["sì", "no", "delibera ok"]).or(&[KEPT]).or_ask().gaps(30),
        list("Provenienza", SOURCE, &["Immobiliare.it", "passaparola", "vetrina", "sito"]).gaps(15),
        list("Agente", ASSIGNEE, &["Chiara", "Davide"]).or(&[OWNER]),
        day("Primo contatto‖Data contatto", CREATED, Style::Dmy('/')).or(&[CONTACTED]),
        list("Stato", STATUS, &["attivo", "in trattativa", "ha comprato", "perso"]).or(&[STAGE]),
        next("Da richiamare il", Style::Dmy('/')).gaps(55),
        list("Note", NOTES, &["solo piano alto", "vende prima la sua", "genitori anziani, serve ascensore"]).gaps(45),
    ];
    let mut sheet = super::sheet("CLIENTI.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 100;
    sheet
}

/// Requests as an agency's program lists them.
pub(super) fn requests() -> Sheet {
    let columns = vec![
        code("Cod. richiesta‖Codice", ID, "R", 2_004),
        family("Cognome"),
        given("Nome").gaps(5),
        tel("Telefono cellulare", Dial::World).label("mobile").gaps(5),
        mail("Indirizzo email").gaps(15),
        list("Contratto", PURPOSE, &["Vendita", "Affitto"]),
        list("Tipologia", WANTED, &["Appartamento", "Villa", "Loft", "Box"]),
        sum("Prezzo da", MIN, whole(60_000, 5_000, dots, "EUR", false)).gaps(60),
        sum("Prezzo fino a", MAX, whole(700_000, 5_000, dots, "EUR", false)).gaps(10),
        count("Mq da‖Superficie min. mq", AREA, 45, 220).gaps(40),
        count("Camere min.", BEDROOMS, 1, 4).gaps(45),
        count("Bagni min.", BATHS, 1, 3).gaps(60),
        list("Comune", TOWNS, &["Milano", "Roma", "Torino"]).or(&[CITY, LOCALITY]),
        list("Zone di interesse", LOCALITY, &["Brera, Porta Romana", "Parioli", "Centro"]).gaps(25),
        list("Fonte", SOURCE, &["Portale", "Cartello", "Segnalazione"]).gaps(10),
        list("Agente assegnato", ASSIGNEE, &["Federico Neri", "Silvia Caruso"]).or(&[OWNER]),
        day("Data inserimento", CREATED, Style::Dmy('/')),
        day("Ultimo contatto", CONTACTED, Style::Dmy('/')).gaps(25),
        free("Consenso privacy", &["Sì", "No"]).or(&[BY_EMAIL]),
    ];
    let mut sheet = super::sheet("export_richieste.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet
}

/// What a secretary has to do.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        list("Attività‖Cosa fare", "task.title", &["Chiamare il notaio", "Inviare planimetria", "Fissare la visita"]),
        col("Cliente", "task.contact", |m| m.full()).or(&[FULL]).gaps(15),
        ahead("Scadenza‖Entro il", "task.due_at", Style::Dmy('/')),
        list("Priorità", "task.priority", &["alta", "normale", "bassa"]).gaps(10),
        list("Assegnato a", "task.assignee", &["Ilaria", "Lorenzo"]),
        list("Stato", "task.status", &["da fare", "in corso", "fatto"]),
        list("Note", "task.description", &["manca la visura", "preferisce la mattina"]).gaps(50),
    ];
    let mut sheet = super::sheet("cose da fare.csv", "task", Market::Italy, columns);
    sheet.rows = 70;
    sheet
}
