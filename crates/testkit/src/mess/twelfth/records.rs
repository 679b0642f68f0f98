//! What systems for deals, signatures and sales hand out: deals, firms, and what portals were asked.

use super::*;

/// Sales of an American office, from offer to closing, with what each has to be told about.
pub(super) fn transactions() -> Sheet {
    fn apart(m: &mut Maker, from: u32) -> Cell {
        let day = Day { month: from + m.row as u32 % 3, ..later(m) };
        day.cell(Style::Mdy('/'))
    }
    let columns = vec![
        col("Loop Name", DEAL, |m| Cell::plain(format!("{} - {}", m.p.street, m.p.family)))
            .or(&[PLACE_STREET, PROPERTY]),
        list("Transaction Type", PIPELINE, &["Purchase Offer", "Listing for Sale", "Purchase Offer", "Lease Offer"])
            .or(&[KEPT]),
        list("Status", DEAL_STAGE, &["Pre-Offer", "Under Contract", "Sold", "Active Listing", "Archived"])
            .or(&[DEAL_STATUS]),
        code("Loop ID", DEAL_ID, "", 9_044_120),
        col("Property Address", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[PLACE, PROPERTY, STREET]),
        town("City", PLACE_TOWN).or(&[CITY]),
        region("State", PLACE_REGION).or(&[REGION]),
        zip("Zip Code", PLACE_POSTCODE).or(&[POSTCODE]),
        other("MLS #", |m| Cell::plain(format!("A1{:07}", m.row * 3_311 + 40_017))).or(&[LISTING]).gaps(20),
        col("List Price", PRICE, share(whole(425_000, 12_500, dollars, "USD", true), 100)).or(&[RENT, AMOUNT]).gaps(10),
        col("Sale Price", AMOUNT, share(whole(425_000, 12_500, dollars, "USD", true), 98)).or(&[RENT, PRICE]).gaps(35),
        deal_contact("Buyer"),
        mail("Buyer Email").gaps(20),
        tel("Buyer Phone", Dial::Home).gaps(35),
        free("Seller", &["Ridgewood Holdings LLC", "Estate of J. Rhodes", "Colton & Paige Irving"])
            .or(&[CONTACT, FULL, DEAL_FIRM])
            .gaps(25),
        deal_agent("Agent", &["Bridget Morrow", "Russell Keller", "Kendra Foster"]),
        free("Co-op Agent", &["Nolan Pacheco", "Denise Barlow"]).or(&[REFERRER]).gaps(50),
        free("Title Company", &["Lakeshore Title", "Silverton Escrow"]).or(&[FIRM, COMPANY, DEAL_FIRM]).gaps(40),
        free("Loan Officer", &["Everett Daugherty", "Marissa Hendricks"]).gaps(50),
        free_sum("Earnest Money", whole(5_000, 500, dollars, "USD", true)).gaps(40),
        other("Contract Agreement Date", |m| apart(m, 1)).or(&[WON, MET]).gaps(35),
        other("Inspection Date", |m| apart(m, 4)).or(&[MET, DUE]).gaps(50),
        col("Closing Date", CLOSING, |m| apart(m, 7)).or(&[WON]).gaps(25),
        free("Commission Rate", &["2.5%", "3%", "2.75%"]).gaps(20),
        stamp("Created", DEAL_MADE, Style::Mdy('/'), Clock::Twelve).or(&[CREATED]),
        moment("Updated", DEAL_UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Mdy('/'), Clock::Twelve)
        })
        .or(&[UPDATED]),
    ];
    let mut sheet = sheet("loops_report.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.rows = 82;
    sheet
}

/// Deals of a large suite, with the keys of its tables beside the names.
pub(super) fn suite_deals() -> Sheet {
    fn key(header: &str, from: usize) -> Column {
        other(header, move |m| Cell::plain(format!("zcrm_48768760000{:05}", from + m.d.below(400))))
    }
    let columns = vec![
        col("Record Id", DEAL_ID, |m| Cell::plain(format!("zcrm_48768760000{:05}", 21_004 + m.row * 7))),
        key("Deal Owner.id", 10_000),
        deal_agent("Deal Owner", &["Mansi Thakkar", "Jatin Grover", "Trupti Naik"]),
        col("Deal Name", DEAL, |m| {
            let project = m.d.word(&["Rosewood Heights", "Lakeshore One", "Millbrook Villas"]);
            Cell::plain(format!("{} {} - {project}", m.p.given, m.p.family))
        }),
        key("Account Name.id", 30_000).gaps(70),
        col("Account Name", DEAL_FIRM, company).or(&[FIRM, COMPANY]).gaps(70),
        key("Contact Name.id", 40_000).or(&[ID]),
        deal_contact("Contact Name"),
        free("Type", &["New Business", "Resale", "Lease"]).or(&[PIPELINE, TAGS]).gaps(20),
        list("Stage", DEAL_STAGE, &["Qualification", "Site Visit Done", "Negotiation", "Closed Won", "Closed Lost"])
            .or(&[DEAL_STATUS]),
        list("Probability (%)", PROBABILITY, &["10", "40", "75", "100", "0"]),
        col("Amount", AMOUNT, share(whole(9_500_000, 250_000, plain, "INR", false), 100)).gaps(8),
        other("Expected Revenue", share(whole(9_500_000, 250_000, plain, "INR", false), 40)).gaps(8),
        ahead("Closing Date", CLOSING, Style::Iso),
        free("Next Step", &["Share cost sheet", "Second visit with family", "Collect EOI cheque"]).or(&[TASK]).gaps(40),
        list("Lead Source", DEAL_SOURCE, &["Advertisement", "Channel Partner", "Employee Referral", "Online Store"])
            .or(&[SOURCE])
            .gaps(10),
        empty("Campaign Source.id"),
        list("Campaign Source", CAMPAIGN, &["Diwali launch", "NRI roadshow"]).or(&[KEPT]).gaps(75),
        list("Reason For Loss", LOST_BECAUSE, &["Price", "Future interest", "Competition"]).gaps(82),
        free("Created By", &["Mansi Thakkar", "Jatin Grover"]),
        free("Modified By", &["Mansi Thakkar", "Trupti Naik"]),
        moment("Created Time", DEAL_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        moment("Modified Time", DEAL_UPDATED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[UPDATED]),
        other("Last Activity Time", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE, DEAL_UPDATED, CONTACTED]),
        tally("Sales Cycle Duration", 3, 120).gaps(70),
        free("Tag", &["HNI", "NRI", "Repeat"]).or(&[TAGS]).gaps(65),
        list("Description", DEAL_NOTES, &["Wants higher floor, park facing", "Comparing with resale", "Loan from SBI"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("Deals_2026_03_02.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 106;
    sheet
}

/// Deals of a suite whose account is set to French.
pub(super) fn deals_fr() -> Sheet {
    let columns = vec![
        col("ID de fiche d'informations", DEAL_ID, |m| Cell::plain((18_204_551_000_usize + m.row * 917).to_string())),
        col("Nom de la transaction", DEAL, |m| {
            let what = m.d.word(&["Achat T3", "Vente maison", "Achat appartement", "Vente loft"]);
            Cell::plain(format!("{what} - {}", m.p.family))
        }),
        list("Pipeline", PIPELINE, &["Acquéreurs", "Vendeurs"]),
        list(
            "Phase de la transaction",
            DEAL_STAGE,
            &["Rendez-vous planifié", "Visite", "Offre", "Compromis signé", "Fermée gagnée", "Fermée perdue"],
        )
        .or(&[DEAL_STATUS]),
        sum("Montant", AMOUNT, whole(240_000, 5_000, plain, "EUR", false)).gaps(8),
        list("Devise", CURRENCY, &["EUR"]).or(&[KEPT]),
        list("Probabilité de la transaction", PROBABILITY, &["0.2", "0.4", "0.6", "0.9"]),
        moment("Date de fermeture", CLOSING, |m| {
            let day = m.soon();
            minutes(m, day)
        })
        .gaps(12),
        moment("Date de création", DEAL_MADE, |m| {
            let day = m.met();
            minutes(m, day)
        })
        .or(&[CREATED]),
        other("Date de la dernière activité", |m| {
            let day = later(m);
            minutes(m, day)
        })
        .or(&[ACTIVE, DEAL_UPDATED, CONTACTED])
        .gaps(20),
        deal_agent("Propriétaire de la transaction", &["Karine Joubert", "Damien Faure", "Estelle Caron"]),
        free("Type de transaction", &["Nouvelle affaire", "Affaire existante"]).or(&[PIPELINE]).gaps(40),
        free("Priorité", &["Élevée", "Moyenne", "Faible"]).or(&[PRIORITY, RATING]).gaps(45),
        list("Raison de la transaction perdue", LOST_BECAUSE, &["Prêt refusé", "A acheté ailleurs", "Prix"]).gaps(82),
        free("Raison de la transaction gagnée", &["Exclusivité", "Réseau"]).gaps(85),
        list("Source d'origine", DEAL_SOURCE, &["Recherche organique", "Trafic direct", "Sources hors ligne"])
            .or(&[SOURCE]),
        list("Description de la transaction", DEAL_NOTES, &["Attend l'accord de la banque", "Vend d'abord à Nice"])
            .or(&[NOTES])
            .gaps(60),
        other("IDs du contact associé", |m| Cell::plain((70_151_000 + m.row * 13).to_string())).or(&[ID]),
        deal_contact("Contact associé"),
        col("Entreprise associée", DEAL_FIRM, company).or(&[FIRM, COMPANY]).gaps(80),
    ];
    let mut sheet =
        sheet("hubspot-crm-exports-toutes-les-transactions-2026-03-02.csv", "opportunity", Market::France, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.rows = 76;
    sheet
}

/// Papers that were sent to be signed.
pub(super) fn documents() -> Sheet {
    fn at(header: &str) -> Column {
        other(header, |m| {
            let day = later(m);
            database(m, day)
        })
    }
    let columns = vec![
        col("Document Name", DEAL, |m| {
            let what = m.d.word(&["Reservation form", "Agency agreement", "Offer letter", "Tenancy contract"]);
            Cell::plain(format!("{what} - {} {}", m.p.given, m.p.family))
        })
        .or(&[SUBJECT, TASK]),
        col("Document ID", DEAL_ID, |m| Cell::plain(token(m, 22))).or(&[TALK_ID, TASK_ID, KEPT]),
        list("Status", DEAL_STATUS, &["Draft", "Sent", "Viewed", "Completed", "Completed", "Declined"]).or(&[
            DEAL_STAGE,
            OUTCOME,
            TASK_STATUS,
        ]),
        deal_agent("Owner", &["Reem Chehab", "Tarek Issa", "Maha Ghanem"]).or(&[TASK_FOR, TALK_BY]),
        sum("Grand Total", AMOUNT, whole(850_000, 35_000, decimal, "AED", false)).gaps(10),
        list("Currency", CURRENCY, &["AED"]).or(&[KEPT]).gaps(10),
        moment("Date Created", DEAL_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED, MET, KEPT]),
        at("Date Sent").or(&[MET, CONTACTED]).gaps(12),
        at("Date Viewed").or(&[MET, ACTIVE]).gaps(30),
        at("Date Completed").or(&[WON, DONE, CLOSING]).gaps(50),
        other("Expiration Date", |m| m.ahead(Style::Iso)).or(&[CLOSING, DUE]).gaps(20),
        deal_contact("Recipient").or(&[TALKER, TASK_CONTACT]),
        mail("Recipient Email"),
        firm("Recipient Company").or(&[DEAL_FIRM]).gaps(75),
        free("Template", &["Reservation form v4", "Form A", "Offer letter EN/AR"]).or(&[PIPELINE]).gaps(15),
        free("Folder", &["Sales 2026", "Leasing 2026"]).or(&[PIPELINE]),
        free("Tags", &["off-plan", "ready", "urgent"]).or(&[TAGS]).gaps(60),
        list("Decline Reason", LOST_BECAUSE, &["Found another unit", "Terms not agreed"]).gaps(92),
    ];
    let mut sheet = sheet("documents-report.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["task", "interaction", "person"];
    sheet.abroad = (vec![Market::Britain, Market::India], 35);
    sheet.rows = 70;
    sheet
}

/// Firms of a large system in Spanish, as its report saves them.
pub(super) fn accounts_es() -> Sheet {
    let columns = vec![
        list("Propietario de la cuenta", FIRM_OWNER, &["Laura Sanz", "Óscar Nieto", "Irene Molina"])
            .or(&[OWNER, ASSIGNEE]),
        firm_name("Nombre de la cuenta"),
        list("Tipo", FIRM_TYPE, &["Promotora", "Agencia colaboradora", "Inversor", "Family office"]),
        list("Sector", INDUSTRY, &["Inmobiliario", "Construcción", "Finanzas", "Hostelería"]).gaps(15),
        free("Calificación", &["Caliente", "Templado", "Frío"]).or(&[RATING]).gaps(35),
        firm_tel("Teléfono", Dial::Home).gaps(12),
        firm_site("Sitio Web").gaps(35),
        firm_street("Calle de facturación").gaps(15),
        firm_town("Ciudad de facturación").gaps(10),
        region("Estado o provincia de facturación", FIRM_REGION).or(&[REGION]).gaps(15),
        firm_zip("Código postal de facturación").gaps(15),
        firm_land("País de facturación"),
        sum("Ingresos anuales", REVENUE, whole(600_000, 150_000, with_cents, "EUR", false)).or(&[KEPT]).gaps(60),
        count("Empleados", STAFF, 3, 240).gaps(50),
        list("Descripción", FIRM_NOTES, &["Suelo en Mijas", "Paga a 30 días", "Busca edificios completos"])
            .or(&[NOTES])
            .gaps(55),
        day("Fecha de creación", FIRM_MADE, Style::DmyBare('/')).or(&[CREATED]),
        col("Fecha de la última modificación", FIRM_UPDATED, |m| later(m).cell(Style::DmyBare('/'))).or(&[UPDATED]),
        other("Última actividad", |m| later(m).cell(Style::DmyBare('/')))
            .or(&[ACTIVE, FIRM_UPDATED, CONTACTED])
            .gaps(30),
        col("Id. de la cuenta", FIRM_ID, |m| Cell::plain(format!("0010900000ZZ{:03}", m.row))),
    ];
    let width = columns.len();
    let mut sheet = sheet("report1772450112.csv", "account", Market::Spain, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.encoding = "windows-1252";
    sheet.below = vec![
        padded(&[], width),
        padded(&["Cuentas activas por propietario"], width),
        padded(&["Información confidencial - No distribuir"], width),
        padded(&["Generado por:  Laura Sanz 02/03/2026 9:15"], width),
    ];
    sheet.rows = 68;
    sheet
}

/// What a portal in Italy was asked about an agency's houses.
pub(super) fn requests_it() -> Sheet {
    let columns = vec![
        stamp("Data richiesta", CREATED, Style::Dmy('/'), Clock::Minutes).or(&[MET, SEEN]),
        free("Tipo richiesta", &["Informazioni", "Visita", "Telefonata"]).or(&[CHANNEL, INTEREST, SUBJECT]),
        given("Nome"),
        family("Cognome").gaps(10),
        tel("Telefono", Dial::Mixed).gaps(10),
        mail("E-mail").gaps(6),
        list(
            "Messaggio",
            NOTES,
            &["Vorrei visitare l'immobile", "È ancora disponibile?", "Si può trattare sul prezzo?"],
        )
        .or(&[BODY])
        .gaps(15),
        list("Rif. annuncio", LISTING, &["MI-204", "MI-219", "RM-077", "FI-031"]),
        other("Codice annuncio", |m| Cell::plain((104_220_000 + m.d.below(40) * 37).to_string())).or(&[LISTING]),
        list("Contratto", PURPOSE, &["Vendita", "Vendita", "Affitto"]).or(&[KEPT]),
        list("Tipologia", KIND, &["Appartamento", "Attico", "Villa", "Loft"]).or(&[WANTED]),
        col("Indirizzo", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[PLACE, STREET]),
        town("Comune", PLACE_TOWN).or(&[CITY, TOWNS]),
        col("Zona", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[LOCALITY, QUARTER]),
        sum("Prezzo", PRICE, whole(210_000, 10_000, euros_before, "EUR", true)).or(&[AMOUNT, RENT]).gaps(5),
        count("Superficie (m²)", SIZE, 38, 260),
        tally("Locali", 1, 6).or(&[ROOMS]),
        agent("Agente", &["Giulia Ricci", "Paolo Sartori"]).gaps(15),
        state("Stato", &["Nuova", "Contattato", "Visita fissata", "Chiusa"]),
        list("Portale", SOURCE, &["Immobiliare.it", "Idealista", "Casa.it"]).or(&[DETAIL]),
    ];
    let mut sheet = sheet("richieste_2026-03-02.csv", "person", Market::Italy, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.again = 5;
    sheet.rows = 116;
    sheet
}
