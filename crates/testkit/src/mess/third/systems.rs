//! Systems that sell everywhere: their exports, in the languages of the accounts.

use super::super::hand::plain;
use super::super::sheet::Quotes;
use super::*;

const PHASES: Words = &["Qualification", "Site Visit", "Negotiation", "Closed Won", "Closed Lost"];

/// Leads with the ids that the system writes beside names.
pub(super) fn leads() -> Sheet {
    let columns = vec![
        code("Record Id", ID, "zcrm_365239700000064", 1_013),
        free("Lead Owner.id", &["zcrm_3652397000000187013", "zcrm_3652397000000187077"]).or(&[OWNER]),
        list("Lead Owner", OWNER, &["Padmini Rao", "Imran Mirza"]).or(&[ASSIGNEE]),
        list("Salutation", "person.prefix", &["Mr.", "Ms.", "Dr."]).gaps(30),
        given("First Name"),
        family("Last Name"),
        firm("Company").gaps(20),
        job("Title").gaps(30),
        mail("Email").gaps(8),
        mail2("Secondary Email").gaps(85),
        tel("Mobile", Dial::Packed).label("mobile"),
        desk("Phone", Dial::Packed).gaps(70),
        list("Lead Source", SOURCE, &["Housing portal", "Trade Show", "Cold Call", "Employee Referral"]),
        list("Lead Status", STATUS, &["Not Contacted", "Contact in Future", "Junk Lead", "Pre-Qualified"]).or(&[STAGE]),
        list("Rating", "person.rating", &["Active", "Market Failed", "Acquired"]).gaps(60),
        list("Industry", "account.industry", &["Real Estate", "Manufacturing", "Healthcare"])
            .or(&[KEPT])
            .or_ask()
            .gaps(30),
        sum("Annual Revenue", "account.annual_revenue", whole(5_000_000, 500_000, plain, "INR", false))
            .or(&[KEPT])
            .or_ask()
            .gaps(60),
        free("Email Opt Out", &["false", "false", "true"]).or(&["person.consent.email", "person.do_not_contact"]),
        free("Created By", &["Padmini Rao", "Imran Mirza"]),
        stamp("Created Time", CREATED, Style::Iso, Clock::Seconds),
        stamp("Modified Time", UPDATED, Style::Iso, Clock::Seconds),
        stamp("Last Activity Time", ACTIVE, Style::Iso, Clock::Seconds),
        list("Tag", TAGS, &["NRI", "Expo 2025", "NRI,Expo 2025"]).gaps(60),
        town("City", CITY),
        state("State", REGION),
        land("Country", COUNTRY),
        list("Description", NOTES, &["Budget flexible for the right tower", "Wants a call on Sunday"]).gaps(50),
        free("Unsubscribed Mode", &["Manual", "Consent form"]).gaps(90),
    ];
    let mut sheet = super::sheet("Leads_2026_01_30.csv", "person", Market::India, columns);
    sheet.rows = 400;
    sheet.again = 3;
    sheet
}

/// The same system's contacts in French.
pub(super) fn contacts_french() -> Sheet {
    let columns = vec![
        code("ID d'enregistrement", ID, "zcrm_51200300000071", 2_040),
        list("Propriétaire du contact‖Responsable du contact", OWNER, &["Capucine Arnaud", "Bastien Vasseur"])
            .or(&[ASSIGNEE]),
        list("Civilité", "person.prefix", &["M.", "Mme"]),
        given("Prénom"),
        family("Nom"),
        firm("Nom du compte").gaps(40),
        job("Titre").gaps(40),
        list("Service", "person.department", &["Achats", "Direction", "Juridique"]).gaps(60),
        mail("E-mail").gaps(5),
        tel("Mobile", Dial::World).label("mobile"),
        desk("Téléphone", Dial::Home).gaps(50),
        desk("Télécopie", Dial::Home).label("fax").gaps(92),
        born("Date de naissance", Style::Dmy('/')).gaps(40),
        col("Assistant", "household.assistant.name", |m| m.text(&["Odile Martin", "Rose Petit"])).gaps(80),
        street("Rue postale", STREET),
        town("Ville postale", CITY),
        zip("Code postal (adresse postale)", POSTCODE),
        land("Pays (adresse postale)", COUNTRY),
        list("Source du prospect‖Source de la piste", SOURCE, &["Salon", "Site web", "Recommandation"]),
        free("Refus de recevoir des e-mails", &["non", "oui"]).or(&["person.consent.email", "person.do_not_contact"]),
        stamp("Heure de création", CREATED, Style::Dmy('/'), Clock::Minutes),
        stamp("Heure de modification‖Modifié le", UPDATED, Style::Dmy('/'), Clock::Minutes),
        list("Description", NOTES, &["Cherche un pied-à-terre", "Vend avant d'acheter"]).gaps(60),
    ];
    super::sheet("Contacts_2026_02_03.csv", "person", Market::France, columns)
}

/// Its deals.
pub(super) fn deals() -> Sheet {
    let columns = vec![
        code("Record Id", "opportunity.external_id", "zcrm_365239700000093", 4_001),
        list("Deal Owner", "opportunity.owner", &["Padmini Rao", "Imran Mirza"]),
        col("Deal Name", "opportunity.name", |m| {
            Cell::plain(format!("{} - Tower {} {}", m.p.family, 1 + m.row % 3, 1201 + m.row))
        }),
        col("Account Name", "opportunity.account", |m| Cell::plain(m.p.company.clone()))
            .or(&["account.name", COMPANY])
            .gaps(40),
        col("Contact Name", "opportunity.contact", |m| m.full()).or(&[FULL]),
        sum("Amount", "opportunity.amount", whole(7_500_000, 250_000, plain, "INR", false)),
        list("Stage", "opportunity.stage", PHASES).or(&["opportunity.status"]),
        count("Probability (%)", "opportunity.probability", 10, 90),
        free_sum("Expected Revenue", whole(750_000, 25_000, plain, "INR", false)).or(&["opportunity.amount"]),
        ahead("Closing Date", "opportunity.close_date", Style::Iso),
        free("Type", &["New Business", "Existing Business"]).or(&["opportunity.pipeline"]),
        list("Next Step", "task.title", &["Send cost sheet", "Site visit Sunday"])
            .or(&[KEPT, "opportunity.description"])
            .or_ask()
            .gaps(40),
        list("Lead Source", "opportunity.source", &["Housing portal", "Channel partner"]).or(&[SOURCE]),
        list("Reason For Loss", "opportunity.lost_reason", &["Price", "Loan rejected", "Bought elsewhere"]).gaps(80),
        stamp("Created Time", "opportunity.created_at", Style::Iso, Clock::Seconds),
        stamp("Modified Time", "opportunity.updated_at", Style::Iso, Clock::Seconds),
        list("Description", "opportunity.description", &["Wants a corner flat", "Two parkings"]).gaps(50),
    ];
    super::sheet("Deals_2026_01_30.csv", "opportunity", Market::India, columns)
}

/// People with the object before each header, in German.
pub(super) fn people_german() -> Sheet {
    let columns = vec![
        code("Person - ID", ID, "", 912),
        full("Person - Name"),
        given("Person - Vorname"),
        family("Person - Nachname"),
        list("Person - Label", TAGS, &["Heißer Lead", "Kunde", "Kalter Lead"]).or(&[STATUS, "person.rating"]).gaps(30),
        firm("Person - Organisation").gaps(50),
        mail("Person - E-Mail - Arbeit").label("work").gaps(20),
        mail2("Person - E-Mail - Privat").label("home").gaps(70),
        tel("Person - Telefon - Mobil", Dial::World).label("mobile"),
        desk("Person - Telefon - Arbeit", Dial::World).label("work").gaps(60),
        list("Person - Besitzer‖Person - Inhaber", OWNER, &["Frauke Cordes", "Matthias Höfer"]).or(&[ASSIGNEE]),
        tally("Person - Offene Deals", 0, 3),
        tally("Person - Gewonnene Deals", 0, 2),
        ahead("Person - Nächste Aktivität am", "task.due_at", Style::Iso).or(&[KEPT]).or_ask().gaps(50),
        day("Person - Letzte Aktivität am", ACTIVE, Style::Iso).or(&[CONTACTED]).gaps(20),
        stamp("Person - Person erstellt", CREATED, Style::Iso, Clock::Seconds),
        stamp("Person - Aktualisiert am‖Person - Aktualisierungszeit", UPDATED, Style::Iso, Clock::Seconds),
        free("Person - Marketing-Status", &["Abonniert", "Kein Einverständnis", "Abgemeldet"])
            .or(&["person.consent.email"]),
    ];
    super::sheet("people-18432-77.csv", "person", Market::Germany, columns)
}

/// Its activities: what is to be done and what was.
pub(super) fn activities() -> Sheet {
    let columns = vec![
        code("Activity - ID", "task.external_id", "", 55_021),
        list("Activity - Subject", "task.title", &["Call back", "Viewing at 4 Mill Lane", "Send brochure"]),
        free("Activity - Type", &["Call", "Meeting", "Task", "Email"]),
        ahead("Activity - Due date", "task.due_at", Style::Iso),
        other("Activity - Due time", |m| Cell::plain(format!("{:02}:30", 8 + m.row % 10)))
            .or(&["task.due_at"])
            .gaps(40),
        list("Activity - Done", "task.status", &["Done", "To do"]),
        stamp("Activity - Marked as done time", "task.done_at", Style::Iso, Clock::Seconds).gaps(50),
        list("Activity - Priority", "task.priority", &["High", "Medium", "Low"]).gaps(30),
        list("Activity - Assigned to user", "task.assignee", &["Rhys Ellery", "Sian Fairfax"]),
        col("Activity - Contact person", "task.contact", |m| m.full()).or(&[FULL]).gaps(10),
        other("Activity - Organization", |m| Cell::plain(m.p.company.clone()))
            .or(&[COMPANY, "account.name", "opportunity.account"])
            .gaps(50),
        other("Activity - Deal", |m| Cell::plain(format!("{} deal", m.p.family))).or(&["opportunity.name"]).gaps(40),
        list("Activity - Note", "task.description", &["Ask about parking", "Wants the floor plan again"]).gaps(60),
        free_stamp("Activity - Add time", Style::Iso, Clock::Seconds),
    ];
    super::sheet("activities-18432-91.csv", "task", Market::Britain, columns)
}

/// A report of leads with the lines that the system writes below.
pub(super) fn lead_report() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        job("Title").gaps(30),
        firm("Company / Account‖Company"),
        mail("Email").gaps(10),
        tel("Mobile", Dial::Home).label("mobile").gaps(15),
        desk("Phone", Dial::Home).gaps(60),
        list("Lead Source", SOURCE, &["Web", "Partner Referral", "Trade Show"]),
        list("Lead Status", STATUS, &["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"])
            .or(&[STAGE]),
        list("Rating", "person.rating", &["Hot", "Warm", "Cold"]).gaps(25),
        list("Lead Owner", OWNER, &["Eloise Dubois", "Franklin Tran"]).or(&[ASSIGNEE]),
        street("Street", STREET).gaps(30),
        town("City", CITY).gaps(30),
        state("State/Province", REGION).gaps(30),
        zip("Zip/Postal Code", POSTCODE).gaps(30),
        land("Country", COUNTRY),
        free("Unread By Owner", &["0", "1"]),
        day("Create Date‖Created Date", CREATED, Style::MdyBare('/')),
        day("Last Activity", ACTIVE, Style::MdyBare('/')).gaps(25),
        day("Last Modified", UPDATED, Style::MdyBare('/')),
    ];
    let mut sheet = super::sheet("report1769773021844.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.below = lines(&[
        &["Leads by Source - West"],
        &["Copyright (c) 2000-2026 Cloudforce Example, inc. All rights reserved."],
        &["Confidential Information - Do Not Distribute"],
        &["Generated By:  Eloise Dubois  1/30/2026 11:37 AM"],
    ]);
    sheet.rows = 140;
    sheet
}

/// A report of opportunities.
pub(super) fn opportunity_report() -> Sheet {
    let columns = vec![
        list("Opportunity Owner", "opportunity.owner", &["Ghassan Mikati", "Nayla Jaber"]),
        col("Account Name", "opportunity.account", |m| Cell::plain(m.p.company.clone())).or(&["account.name", COMPANY]),
        col("Opportunity Name", "opportunity.name", |m| Cell::plain(format!("{} / Villa {}", m.p.family, 10 + m.row))),
        list("Stage", "opportunity.stage", &["Prospecting", "Proposal/Price Quote", "Closed Won", "Closed Lost"])
            .or(&["opportunity.status"]),
        free("Fiscal Period", &["Q1-2026", "Q2-2026", "Q4-2025"]),
        list("Amount Currency", "opportunity.currency", &["AED"]),
        sum("Amount", "opportunity.amount", whole(1_800_000, 50_000, decimal, "AED", false)),
        count("Probability (%)", "opportunity.probability", 5, 95),
        tally("Age", 2, 240),
        ahead("Close Date", "opportunity.close_date", Style::Dmy('/')),
        day("Created Date", "opportunity.created_at", Style::Dmy('/')),
        list("Lead Source", "opportunity.source", &["Referral", "Roadshow", "Website"]).or(&[SOURCE]).gaps(15),
        col("Primary Contact", "opportunity.contact", |m| m.full()).or(&[FULL]),
        list("Next Step", "task.title", &["Send SPA draft", "Await cheque"])
            .or(&[KEPT, "opportunity.description"])
            .or_ask()
            .gaps(50),
        code("Opportunity ID", "opportunity.external_id", "0065g00000Kq", 2_001),
    ];
    super::sheet("report1769773099120.csv", "opportunity", Market::Emirates, columns)
}

/// Companies of a marketing system, in Spanish.
pub(super) fn companies_spanish() -> Sheet {
    let columns = vec![
        code("ID de registro", "account.external_id", "", 78_812_301),
        col("Nombre de la empresa", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, m.row))),
        list("Propietario de la empresa", "account.owner", &["Irene Lozano", "Héctor Durán"]),
        col("Nombre de dominio de la empresa", "account.domain", |m| Cell::plain(format!("empresa{}.example", m.row)))
            .gaps(15),
        col("Número de teléfono", "account.phone[]", |m| m.desk_tel(Dial::World)).gaps(20),
        street("Dirección postal", "account.address[].street").or(&["account.address[].formatted"]).gaps(40),
        town("Ciudad", "account.address[].city"),
        state("Estado o región", "account.address[].region"),
        zip("Código postal", "account.address[].postal_code").gaps(40),
        land("País o región", "account.address[].country"),
        list("Sector‖Industria", "account.industry", &["Inmobiliario", "Construcción", "Banca"]).gaps(20),
        count("Número de empleados‖Cantidad de empleados", "account.employee_count", 3, 900).gaps(40),
        sum("Ingresos anuales", "account.annual_revenue", whole(200_000, 50_000, plain, "EUR", false)).gaps(50),
        list("Tipo", "account.type", &["Cliente potencial", "Socio", "Proveedor"]).gaps(30),
        stamp("Fecha de creación‖Fecha de creación de la empresa", "account.created_at", Style::Iso, Clock::Minutes),
        free_stamp("Fecha de la última actividad", Style::Iso, Clock::Minutes).or(&["account.updated_at"]).gaps(30),
        list("Descripción", "account.description", &["Promotora familiar", "Fondo de inversión"]).gaps(60),
    ];
    let mut sheet =
        super::sheet("hubspot-crm-exports-todas-las-empresas-2026-02-02.csv", "account", Market::Spain, columns);
    sheet.quotes = Quotes::Always;
    sheet
}

/// Contacts of the same system, in the Portuguese of Brazil.
pub(super) fn contacts_brazil() -> Sheet {
    let columns = vec![
        code("ID do registro", ID, "", 60_120_551),
        given("Nome"),
        family("Sobrenome"),
        mail("E-mail").gaps(5),
        tel("Número de telefone", Dial::World),
        tel2("Número do celular", Dial::World).label("mobile").gaps(60),
        list("Proprietário do contato", OWNER, &["Bianca Queiroz", "Otávio Freitas"]).or(&[ASSIGNEE]),
        list("Status do lead", STATUS, &["Novo", "Em andamento", "Sem resposta", "Desqualificado"]).or(&[STAGE]),
        list("Fase do ciclo de vida‖Etapa do ciclo de vida", STAGE, &["Lead", "Oportunidade", "Cliente"]),
        firm("Nome da empresa").gaps(40),
        job("Cargo").gaps(40),
        town("Cidade", CITY),
        state("Estado/Região", REGION),
        list("Fonte original‖Origem original", SOURCE, &["Pesquisa orgânica", "Mídia social paga", "Tráfego direto"]),
        stamp("Data de criação", CREATED, Style::Iso, Clock::Minutes),
        stamp("Data da última atividade", ACTIVE, Style::Iso, Clock::Minutes).gaps(20),
        stamp("Último contato‖Último contato em", CONTACTED, Style::Iso, Clock::Minutes).or(&[ACTIVE]).gaps(30),
        free("Status de contato de marketing", &["Contato de marketing", "Contato de não marketing"]),
    ];
    let mut sheet =
        super::sheet("hubspot-crm-exports-todos-os-contatos-2026-02-05.csv", "person", Market::Brazil, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 220;
    sheet
}

/// Its deals, in German.
pub(super) fn deals_german() -> Sheet {
    let columns = vec![
        code("Datensatz-ID", "opportunity.external_id", "", 33_091_774),
        col("Deal-Name", "opportunity.name", |m| Cell::plain(format!("{} – {}", m.p.family, m.p.street))),
        list("Pipeline", "opportunity.pipeline", &["Verkauf", "Vermietung"]),
        list("Deal-Phase‖Dealphase", "opportunity.stage", &["Besichtigung", "Reservierung", "Notartermin", "Verloren"])
            .or(&["opportunity.status"]),
        sum("Betrag", "opportunity.amount", whole(280_000, 5_000, plain, "EUR", false)),
        list("Währung", "opportunity.currency", &["EUR"]),
        stamp("Abschlussdatum", "opportunity.close_date", Style::Iso, Clock::Minutes).or(&["opportunity.won_at"]),
        stamp("Erstelldatum‖Erstellungsdatum", "opportunity.created_at", Style::Iso, Clock::Minutes),
        stamp("Datum der letzten Änderung", "opportunity.updated_at", Style::Iso, Clock::Minutes),
        list("Zuständiger Mitarbeiter‖Deal-Inhaber", "opportunity.owner", &["Frauke Cordes", "Matthias Höfer"]),
        col("Zugeordnetes Unternehmen", "opportunity.account", |m| Cell::plain(m.p.company.clone()))
            .or(&["account.name", COMPANY])
            .gaps(50),
        col("Zugeordneter Kontakt", "opportunity.contact", |m| m.full()).or(&[FULL]),
        list("Grund für Verlust des Deals", "opportunity.lost_reason", &["Finanzierung", "Anderes Objekt"]).gaps(75),
        list("Beschreibung des Deals", "opportunity.description", &["Altbau, 4 Zimmer", "Kapitalanlage"]).gaps(50),
    ];
    let mut sheet =
        super::sheet("hubspot-crm-exports-alle-deals-2026-02-05.csv", "opportunity", Market::Germany, columns);
    sheet.quotes = Quotes::Always;
    sheet
}

/// Contacts by the names of an interface, as a developer hands them over.
pub(super) fn api_contacts() -> Sheet {
    let columns = vec![
        code("id", ID, "", 70_018_220_034),
        given("first_name"),
        family("last_name"),
        other("display_name", |m| m.full()).or(&[FULL]),
        job("job_title").gaps(30),
        mail("email").gaps(6),
        tel("mobile_number", Dial::Packed).label("mobile"),
        desk("work_number", Dial::Packed).label("work").gaps(60),
        street("address", STREET).or(&[WHOLE]).gaps(40),
        town("city", CITY).gaps(20),
        zip("zipcode", POSTCODE).gaps(50),
        land("country", COUNTRY),
        free("time_zone", &["Abu Dhabi", "Chennai"]),
        tally("lead_score", 0, 100).or(&["person.score"]),
        free("owner_id", &["70000021001", "70000021002"]).or(&[OWNER, ASSIGNEE]),
        list("lifecycle_stage", STAGE, &["Lead", "Sales Qualified Lead", "Customer"]),
        list("contact_status", STATUS, &["New", "Contacted", "Interested"]).or(&[STAGE]),
        list("lead_source", SOURCE, &["Organic Search", "Chat", "Web Form"]),
        list("first_campaign‖campaign", "person.campaign", &["ramadan-25", "roadshow-blr"]).gaps(40),
        col("linkedin", "person.social[]", |m| {
            Cell::plain(format!("linkedin.com/in/example-{}-{}", m.p.given.to_lowercase(), m.row))
        })
        .or(&["person.website[]"])
        .gaps(70),
        free("do_not_disturb‖dnd", &["false", "false", "true"]).or(&["person.do_not_contact"]),
        stamp("last_contacted", CONTACTED, Style::Iso, Clock::Offset).gaps(40),
        stamp("created_at", CREATED, Style::Iso, Clock::Offset),
        stamp("updated_at", UPDATED, Style::Iso, Clock::Offset),
        list("recent_note‖last_note", NOTES, &["Wants sea view", "Asked for payment plan"]).gaps(50),
    ];
    let mut sheet = super::sheet("contacts.csv", "person", Market::Emirates, columns);
    sheet.rows = 260;
    sheet
}
