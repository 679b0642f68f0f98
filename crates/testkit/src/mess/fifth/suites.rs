//! Exports of the large systems, some in the language of their account.

use super::super::hand::{dots, plain};
use super::cells::*;
use super::*;

const STAFF: Words = &["Kiran Solanki", "Ashok Dutta", "Mrinal Basak"];

/// Leads of Zoho, with the keys that its export puts beside the names.
pub(super) fn zoho_leads() -> Sheet {
    let columns = vec![
        code("Record Id", ID, "zcrm_58420000004", 12_001),
        other("Lead Owner.id", |m| m.pick(&["zcrm_5842000000311001", "zcrm_5842000000311044"])).or(&[OWNER]),
        colleague("Lead Owner", OWNER, STAFF),
        list("Salutation", PREFIX, &["Mr.", "Mrs.", "Ms.", "Dr."]).gaps(55),
        given("First Name").gaps(7),
        family("Last Name"),
        firm("Company").gaps(60),
        job("Designation").gaps(65),
        mail("Email").gaps(12),
        mail2("Secondary Email").gaps(90),
        tel("Phone", Dial::Packed).gaps(30),
        tel2("Mobile", Dial::Packed).label("mobile").gaps(25),
        list("Lead Source", SOURCE, &["Facebook", "Housing.com", "Walk-in", "Employee Referral", "Web Download"]),
        list(
            "Lead Status",
            STATUS,
            &["Attempted to Contact", "Contact in Future", "Contacted", "Junk Lead", "Not Contacted", "Pre-Qualified"],
        ),
        list("Rating", RATING, &["Active", "Acquired", "Shut Down", "Project Cancelled"]).gaps(70),
        list("Project Name", PROJECT, &["Skyline Towers", "Lotus Greens", "The Meadows"]).or(&[PROPERTY]).gaps(20),
        col("Budget", MAX, lakh_crore).or(&[MIN]).gaps(30),
        street("Street", STREET).gaps(70),
        town("City", CITY).gaps(35),
        region("State", REGION).gaps(45),
        zip("Zip Code", POSTCODE).gaps(75),
        land("Country", COUNTRY).gaps(30),
        list(
            "Description",
            NOTES,
            &["Enquired through the campaign page", "Wants site visit on Sunday", "Budget is tight"],
        )
        .gaps(60),
        free("Created By", STAFF),
        free("Modified By", STAFF),
        stamp("Created Time", CREATED, Style::Iso, Clock::Seconds),
        recent_stamp("Modified Time", UPDATED, Style::Iso, Clock::Seconds),
        recent_stamp("Last Activity Time", ACTIVE, Style::Iso, Clock::Seconds).gaps(10),
        list("Tag", TAGS, &["NRI", "Investor,Hot", "Site visit done"]).gaps(70),
        empty("Unsubscribed Mode"),
        free("Is Converted", &["false"]),
    ];
    let mut sheet = super::sheet("Leads_2026_11_19.csv", "person", Market::India, columns);
    sheet.rows = 240;
    sheet.again = 3;
    sheet
}

/// Contacts of a German HubSpot account.
pub(super) fn hubspot_german() -> Sheet {
    let columns = vec![
        code("Datensatz-ID", ID, "", 90_412_330),
        given("Vorname").gaps(4),
        family("Nachname").gaps(2),
        mail("E-Mail").gaps(6),
        tel("Telefonnummer", Dial::World).gaps(35),
        tel2("Mobiltelefonnummer", Dial::World).label("mobile").gaps(50),
        firm("Unternehmensname").gaps(45),
        job("Position").gaps(60),
        street("Straße", STREET).gaps(55),
        zip("Postleitzahl", POSTCODE).gaps(50),
        town("Stadt", CITY).gaps(40),
        land("Land/Region", COUNTRY).gaps(30),
        colleague("Zuständiger Mitarbeiter für Kontakt", OWNER, &["Jana Petersen", "Ole Brandt"]).gaps(8),
        list("Lifecycle-Phase", STAGE, &["Lead", "Marketing Qualified Lead", "Opportunity", "Kunde", "Abonnent"]),
        list("Lead-Status", STATUS, &["Neu", "In Bearbeitung", "Nicht qualifiziert", "Kontakt hergestellt"]).gaps(40),
        list("Originalquelle", SOURCE, &["Organische Suche", "Direkter Traffic", "Offline-Quellen", "Paid Social"])
            .or(&[DETAIL]),
        free("Marketing-Kontaktstatus", &["Marketing-Kontakt", "Kein Marketing-Kontakt"]),
        stamp("Erstellungsdatum", CREATED, Style::Iso, Clock::Minutes),
        recent_stamp("Datum der letzten Aktivität", ACTIVE, Style::Iso, Clock::Minutes).gaps(25),
        recent_stamp("Datum der letzten Änderung", UPDATED, Style::Iso, Clock::Minutes),
    ];
    let mut sheet =
        super::sheet("hubspot-crm-exports-alle-kontakte-2026-11-12.csv", "person", Market::Germany, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 220;
    sheet
}

/// Deals of a Brazilian HubSpot account.
pub(super) fn hubspot_brazil_deals() -> Sheet {
    let columns = vec![
        code("ID do registro", DEAL_ID, "", 18_240_113),
        deal("Nome do negócio", " - "),
        list("Pipeline", PIPELINE, &["Vendas", "Locação"]),
        list("Etapa do negócio", DEAL_STAGE, &["Visita agendada", "Proposta enviada", "Contrato", "Negócio fechado"]),
        sum("Valor", AMOUNT, whole(380_000, 20_000, points, "BRL", false)).gaps(8),
        list("Moeda", CURRENCY, &["BRL"]),
        recent_stamp("Data de fechamento", CLOSING, Style::Iso, Clock::Minutes).or(&["opportunity.won_at"]).gaps(20),
        stamp("Data de criação", DEAL_MADE, Style::Iso, Clock::Minutes),
        seller("Proprietário do negócio", &["Renan Couto", "Silvana Prates"]),
        col("Contato associado", CONTACT, |m| m.full()).or(&[FULL]).gaps(10),
        col("Empresa associada", DEAL_FIRM, |m| Cell::plain(m.p.company.clone()))
            .or(&["account.name", COMPANY])
            .gaps(70),
        list("Motivo da perda", LOST, &["Preço", "Comprou com concorrente", "Desistiu"]).gaps(80),
    ];
    let mut sheet = super::sheet("hubspot-crm-exports-negocios-2026-10-30.csv", "opportunity", Market::Brazil, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 90;
    sheet
}

fn seller(header: &str, from: Words) -> Column {
    list(header, DEAL_OWNER, from)
}

/// People of a Dutch Pipedrive account.
pub(super) fn pipedrive_dutch() -> Sheet {
    let columns = vec![
        code("Persoon - ID", ID, "", 3_311),
        full("Persoon - Naam"),
        list("Persoon - Label", TAGS, &["Warme lead", "Koude lead", "Klant"]).or(&[STATUS, RATING, STAGE]).gaps(35),
        firm("Persoon - Organisatie").gaps(50),
        mail("Persoon - E-mail - Werk").label("work").gaps(10),
        mail2("Persoon - E-mail - Thuis").label("home").gaps(85),
        desk("Persoon - Telefoon - Werk", Dial::World).label("work").gaps(65),
        tel("Persoon - Telefoon - Mobiel", Dial::World).label("mobile").gaps(15),
        colleague("Persoon - Eigenaar", OWNER, &["Marloes Prins", "Thijs Koster"]),
        tally("Persoon - Openstaande deals", 0, 3),
        tally("Persoon - Gewonnen deals", 0, 2),
        next("Persoon - Datum volgende activiteit", Style::Iso).gaps(60),
        recent("Persoon - Datum laatste activiteit", ACTIVE, Style::Iso).or(&[CONTACTED]).gaps(20),
        stamp("Persoon - Persoon aangemaakt", CREATED, Style::Iso, Clock::Seconds),
    ];
    let mut sheet = super::sheet("people-8821045-77.csv", "person", Market::Netherlands, columns);
    sheet.rows = 150;
    sheet
}

/// Deals of a Spanish Pipedrive account.
pub(super) fn pipedrive_spanish_deals() -> Sheet {
    let columns = vec![
        deal("Trato - Título", " · "),
        sum("Trato - Valor", AMOUNT, whole(210_000, 10_000, plain, "EUR", false)),
        list("Trato - Moneda de Valor", CURRENCY, &["EUR"]),
        col("Trato - Organización", DEAL_FIRM, |m| Cell::plain(m.p.company.clone()))
            .or(&["account.name", COMPANY])
            .gaps(75),
        party("Trato - Persona de contacto"),
        list("Trato - Embudo", PIPELINE, &["Compradores", "Captación"]),
        list("Trato - Etapa", DEAL_STAGE, &["Contactado", "Visita", "Oferta", "Arras"]),
        list("Trato - Estado", DEAL_STATUS, &["Abierto", "Ganado", "Perdido"]),
        seller("Trato - Propietario", &["Nerea Sanchís", "Iker Lizarraga"]),
        count("Trato - Probabilidad", PROBABILITY, 10, 95).gaps(40),
        ahead("Trato - Fecha prevista de cierre", CLOSING, Style::Iso).gaps(45),
        stamp("Trato - Trato creado", DEAL_MADE, Style::Iso, Clock::Seconds),
        list("Trato - Motivo de pérdida", LOST, &["Precio", "No responde", "Otra agencia"]).gaps(80),
    ];
    let mut sheet = super::sheet("deals-4410927-12.csv", "opportunity", Market::Spain, columns);
    sheet.rows = 80;
    sheet
}

/// A report on leads, with what Salesforce prints below it.
pub(super) fn salesforce_leads() -> Sheet {
    let columns = vec![
        given("First Name").gaps(3),
        family("Last Name"),
        job("Title").gaps(50),
        firm("Company / Account"),
        mail("Email").gaps(5),
        tel("Phone", Dial::Home).gaps(20),
        tel2("Mobile", Dial::Home).label("mobile").gaps(60),
        street("Street", STREET).gaps(40),
        town("City", CITY).gaps(35),
        region("State/Province", REGION).gaps(35),
        zip("Zip/Postal Code", POSTCODE).gaps(40),
        list("Rating", RATING, &["Hot", "Warm", "Cold"]).gaps(30),
        list("Lead Source", SOURCE, &["Web", "Purchased List", "Partner Referral", "Trade Show"]),
        list("Lead Status", STATUS, &["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"]),
        colleague("Lead Owner", OWNER, &["Dana Whitcomb", "Rob Salerno"]),
        day("Create Date", CREATED, Style::MdyBare('/')),
        recent("Last Activity", ACTIVE, Style::MdyBare('/')).gaps(25),
        free("Unread By Owner", &["0", "1"]),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("report1764021177342.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.encoding = "windows-1252";
    sheet.below = vec![
        padded(&[], width),
        padded(&["Open Leads, Southeast"], width),
        padded(&["Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."], width),
        padded(&["Confidential Information - Do Not Distribute"], width),
        padded(&["Generated By:  Dana Whitcomb  11/24/2026 9:12 AM"], width),
    ];
    sheet
}

/// Opportunities with the names of the interface for programs.
pub(super) fn salesforce_deals() -> Sheet {
    let columns = vec![
        col("Id", DEAL_ID, |m| token(m, "006Qy00000", 8)),
        other("AccountId", |m| token(m, "001Qy00000", 8)).or(&["account.external_id", DEAL_FIRM]),
        free("RecordTypeId", &["0125e000000Qb1TAAS", "0125e000000Qb1YAAS"]),
        deal("Name", " / "),
        list("Description", DEAL_NOTES, &["Needs two parking bays", "Board approval pending", "Cash buyer"]).gaps(70),
        list(
            "StageName",
            DEAL_STAGE,
            &["Prospecting", "Qualification", "Negotiation/Review", "Closed Won", "Closed Lost"],
        ),
        sum("Amount", AMOUNT, whole(1_200_000, 50_000, points, "AED", false)).gaps(5),
        count("Probability", PROBABILITY, 10, 100),
        ahead("CloseDate", CLOSING, Style::Iso),
        free("Type", &["New Business", "Existing Business"]).gaps(40),
        list("LeadSource", DEAL_SOURCE, &["Web", "Broker Event", "Referral"]).or(&[SOURCE]).gaps(20),
        free("IsClosed", &["true", "false"]).or(&[DEAL_STATUS]),
        free("IsWon", &["true", "false"]).or(&[DEAL_STATUS]),
        list("CurrencyIsoCode", CURRENCY, &["AED"]),
        col("OwnerId", DEAL_OWNER, |m| m.pick(&["0055e000003kQdLAAU", "0055e000003kQdQAAU"])),
        zulu("CreatedDate", DEAL_MADE),
        zulu("LastModifiedDate", "opportunity.updated_at"),
        free_day("LastActivityDate", Style::Iso).gaps(30),
        list("Unit__c", UNIT, &["A-1204", "B-0703", "C-2201", "TH-09"])
            .or(&["interest.property.name", KEPT])
            .or_ask()
            .gaps(20),
    ];
    let mut sheet = super::sheet("Opportunity.csv", "opportunity", Market::Emirates, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 100;
    sheet
}

/// Contacts of Dynamics, exported to be edited and brought back.
pub(super) fn dynamics() -> Sheet {
    let columns = vec![
        col("(Do Not Modify) Contact", ID, guid),
        other("(Do Not Modify) Row Checksum", |m| token(m, "", 40)),
        recent_stamp("(Do Not Modify) Modified On", UPDATED, Style::Dmy('/'), Clock::Minutes),
        full("Full Name"),
        firm("Company Name").gaps(25),
        job("Job Title").gaps(35),
        mail("Email").gaps(8),
        desk("Business Phone", Dial::World).label("work").gaps(40),
        tel("Mobile Phone", Dial::World).label("mobile").gaps(20),
        street("Address 1: Street 1", STREET).gaps(45),
        town("Address 1: City", CITY).gaps(40),
        zip("Address 1: ZIP/Postal Code", POSTCODE).gaps(45),
        land("Address 1: Country/Region", COUNTRY).gaps(40),
        free("Preferred Method of Contact", &["Any", "Email", "Phone"]),
        colleague("Owner", OWNER, &["Felicity Marsh", "Gareth Lowe"]),
        free("Status", &["Active", "Inactive"]).or(&[STATUS, STAGE]),
        born("Birthday", Style::Dmy('/')).gaps(80),
        stamp("Created On", CREATED, Style::Dmy('/'), Clock::Minutes),
        free("Do not allow Emails", &["Allow", "Do Not Allow"]).or(&[BY_EMAIL, NEVER]),
    ];
    let mut sheet = super::sheet("My Active Contacts 20-11-2026 09-41-02.csv", "person", Market::Britain, columns);
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 140;
    sheet
}

/// Companies of a Spanish Odoo.
pub(super) fn odoo_spanish() -> Sheet {
    let columns = vec![
        col("ID externo", "account.external_id", |m| {
            Cell::plain(format!("__export__.res_partner_{}_{:08x}", 700 + m.row, m.d.below(0xFFFF_FFFF)))
        }),
        col("Nombre mostrado", "account.name", |m| Cell::plain(format!("{} S.L.", m.p.company))),
        free("Es una compañía", &["True"]).or(&["account.type"]),
        col("NIF", "account.registration_id", |m| Cell::plain(format!("ESB{}", 10_000_000 + m.d.below(80_000_000))))
            .gaps(25),
        street("Calle", "account.address[].street").or(&[STREET]).gaps(20),
        zip("C.P.", "account.address[].postal_code").or(&[POSTCODE]).gaps(20),
        town("Ciudad", "account.address[].city").or(&[CITY]).gaps(15),
        land("País", "account.address[].country").or(&[COUNTRY]).gaps(10),
        col("Teléfono", "account.phone[]", |m| m.desk_tel(Dial::World)).or(&[PHONE]).gaps(25),
        col("Correo electrónico", "account.email[]", |m| m.email()).or(&[EMAIL]).gaps(20),
        col("Sitio web", "account.website[]", |m| Cell::plain(format!("https://www.{}", domain(m))))
            .or(&["account.domain"])
            .gaps(60),
        list("Comercial", "account.owner", &["Nerea Sanchís", "Iker Lizarraga"]).or(&[OWNER, ASSIGNEE]).gaps(15),
        free("Etiquetas", &["Promotor", "Despacho", "Inversor", "Proveedor"]).or(&[TAGS, "account.type"]).gaps(30),
    ];
    let mut sheet = super::sheet("Contacto (res.partner).csv", "account", Market::Spain, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 70;
    sheet
}

/// Accounts of SugarCRM.
pub(super) fn sugar_accounts() -> Sheet {
    let columns = vec![
        col("Name", "account.name", |m| Cell::plain(m.p.company.clone())),
        col("ID", "account.external_id", guid),
        col("Website", "account.website[]", |m| Cell::plain(format!("http://{}", domain(m))))
            .or(&["account.domain"])
            .gaps(35),
        col("Email Address", "account.email[]", |m| m.email()).or(&[EMAIL]).gaps(30),
        col("Office Phone", "account.phone[]", |m| m.desk_tel(Dial::Home)).or(&[PHONE]).label("work").gaps(15),
        col("Fax", "account.phone[]", |m| m.other_tel(Dial::Home)).or(&[PHONE]).label("fax").gaps(80),
        street("Billing Street", "account.address[].street").gaps(15),
        town("Billing City", "account.address[].city").gaps(15),
        region("Billing State", "account.address[].region").gaps(15),
        zip("Billing Postal Code", "account.address[].postal_code").gaps(20),
        land("Billing Country", "account.address[].country").gaps(15),
        list(
            "Description",
            "account.description",
            &["Relocates executives twice a year", "Family office, buys to hold"],
        )
        .gaps(70),
        list("Type", "account.type", &["Customer", "Investor", "Partner", "Prospect"]).gaps(15),
        list("Industry", "account.industry", &["Banking", "Hospitality", "Technology", "Construction"]).gaps(20),
        col("Annual Revenue", "account.annual_revenue", |m| m.sum(1_000_000, 250_000, plain, "USD", false)).gaps(60),
        count("Employees", "account.employee_count", 4, 900).gaps(50),
        tally("SIC Code", 1_000, 8_999).gaps(75),
        col("Member of", "account.parent", |m| Cell::plain(format!("{} Holdings", m.p.company))).gaps(85),
        list("Assigned User Name", "account.owner", &["sally.bronsen", "max.jensen"]),
        stamp("Date Created", "account.created_at", Style::MdyBare('/'), Clock::Minutes),
        recent_stamp("Date Modified", "account.updated_at", Style::MdyBare('/'), Clock::Minutes),
        free("Deleted", &["0"]),
    ];
    let mut sheet = super::sheet("Accounts.csv", "account", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 90;
    sheet
}

/// Leads of Bitrix24, in the account of a Brazilian agency.
pub(super) fn bitrix_brazil() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 4_412),
        other("Nome do lead", |m| Cell::plain(format!("{} - site", m.p.given))).or(&[FULL, DEAL]),
        given("Nome"),
        family("Sobrenome").gaps(10),
        tel("Telefone de trabalho", Dial::Packed).label("work").gaps(70),
        tel2("Celular", Dial::Packed).label("mobile").gaps(8),
        mail("E-mail de trabalho").label("work").gaps(25),
        list("Etapa", STATUS, &["Não atribuído", "Em andamento", "Não qualificado", "Bom lead"]).or(&[STAGE]),
        list("Fonte", SOURCE, &["Site", "Instagram", "Indicação", "WhatsApp"]),
        list("Informação da fonte", DETAIL, &["Campanha lançamento", "Anúncio portal"]).or(&[CAMPAIGN]).gaps(60),
        colleague("Responsável", ASSIGNEE, &["Renan Couto", "Silvana Prates"]),
        sum("Total", "requirement.budget_max", whole(350_000, 25_000, points, "BRL", false))
            .or(&[AMOUNT, MIN, KEPT])
            .or_ask()
            .gaps(50),
        free("Moeda", &["BRL"]).or(&[CURRENCY, "requirement.currency"]),
        list("Comentário", NOTES, &["Quer varanda gourmet", "Retornar depois do feriado", "Já tem carta de crédito"])
            .gaps(55),
        stamp("Criado em", CREATED, Style::Dmy('/'), Clock::Seconds),
        recent_stamp("Modificado em", UPDATED, Style::Dmy('/'), Clock::Seconds),
        free("Criado por", &["Renan Couto", "Formulário do CRM"]),
    ];
    let mut sheet = super::sheet("LEAD_20261118_3c1f.csv", "person", Market::Brazil, columns);
    sheet.delimiter = ';';
    sheet.quotes = Quotes::Always;
    sheet.bom = true;
    sheet
}

/// Contacts of a Flowfact, with one search per person.
pub(super) fn flowfact() -> Sheet {
    let columns = vec![
        code("Kundennummer", ID, "K-", 20_114),
        list("Anrede", PREFIX, &["Herr", "Frau"]).gaps(4),
        list("Titel", PREFIX, &["Dr.", "Prof. Dr."]).or(&[KEPT]).or_ask().gaps(88),
        given("Vorname"),
        family("Nachname"),
        firm("Firma").gaps(75),
        street("Strasse", STREET).gaps(30),
        zip("PLZ", POSTCODE).gaps(25),
        town("Ort", CITY).gaps(22),
        desk("Telefon (privat)", Dial::Mixed).label("home").gaps(50),
        tel("Mobil (privat)", Dial::Mixed).label("mobile").gaps(15),
        mail("E-Mail (privat)").label("home").gaps(12),
        colleague("Betreuer", ASSIGNEE, &["Kerstin Ohm", "Lars Petri"]),
        list("Herkunft", SOURCE, &["ImmobilienScout24", "Empfehlung", "Homepage", "Schaufenster"]).gaps(15),
        free("Kontaktart", &["Kaufinteressent", "Eigentümer", "Mietinteressent"]).or(&[STAGE, TAGS, PURPOSE]),
        list("Suche Objektart", WANTED, &["Eigentumswohnung", "Einfamilienhaus", "Doppelhaushälfte"]).gaps(35),
        quarter("Suche Lage", LOCALITY).or(&[TOWNS]).gaps(35),
        tally("Suche Zimmer ab", 2, 5).or(&[BEDROOMS]).gaps(45),
        count("Suche Wohnfläche ab (m²)", AREA, 60, 180).gaps(45),
        sum("Suche Kaufpreis bis", MAX, whole(280_000, 10_000, dots, "EUR", false)).gaps(40),
        day("Angelegt am", CREATED, Style::Dmy('.')),
        recent("Letzter Kontakt", CONTACTED, Style::Dmy('.')).gaps(35),
        free("DSGVO-Einwilligung", &["ja", "nein", "angefragt"]).or(&[BY_EMAIL, BY_PHONE]).gaps(30),
        list("Bemerkung", NOTES, &["Finanzierung steht", "Sucht ruhige Lage", "Verkauft zuerst eigenes Haus"]).gaps(55),
    ];
    let mut sheet = super::sheet("Adressen_Export.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 160;
    sheet
}
