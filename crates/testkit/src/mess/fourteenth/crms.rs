//! What systems for clients and leads hand out: people, with what each looks for, and deals.

use super::*;

/// Contacts of a team in the Gulf, out of a suite that many there use.
pub(super) fn suite_contacts() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 41_206),
        list("Salutation", PREFIX, &["Mr.", "Ms.", "Mrs."]).gaps(45),
        given("First name"),
        col("Second name", "person.middle_name", |m| Cell::plain(m.p.middle.clone())).gaps(88),
        family("Last name").gaps(8),
        born("Date of birth", Style::Dmy('.')).gaps(90),
        free("Contact type", &["Clients", "Owners", "Tenants", "Brokers"]).or(&[TAGS, STAGE]),
        list("Source", SOURCE, &["Property Finder", "Call", "Website", "Existing Client", "Roadshow"]).gaps(12),
        list("Source information", DETAIL, &["Listing PF-88121", "Ramadan campaign", "Landing page 2"])
            .or(&[CAMPAIGN, KEPT])
            .gaps(65),
        list("Position", JOB, &["Owner", "Director", "Pilot", "Engineer"]).gaps(60),
        firm("Company").gaps(60),
        desk("Work Phone", Dial::Packed).gaps(75),
        tel("Mobile", Dial::Packed).gaps(6),
        empty("Fax").or(&[PHONE]),
        empty("Home phone").or(&[PHONE]),
        mail("Work E-mail").gaps(20),
        mail2("Home E-mail").gaps(85),
        list("Comment", NOTES, &["Prefers sea view", "Wants call in Arabic", "Flies in every October"]).gaps(55),
        agent("Responsible", &["Amira Karam", "Samer Azar", "Joelle Nader"]),
        free("Available to everyone", &["yes", "yes", "no"]),
        moment("Created on", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('.'), Clock::Seconds)
        }),
        free("Created by", &["Amira Karam", "CRM form", "Samer Azar"]),
        moment("Modified on", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('.'), Clock::Seconds)
        })
        .or(&[ACTIVE]),
        free("UTM Source", &["google", "meta", "tiktok"]).or(&[SOURCE, DETAIL, CAMPAIGN]).gaps(60),
        list("UTM Campaign", CAMPAIGN, &["marina_villas_q1", "offplan_retarget"]).or(&[KEPT]).gaps(62),
    ];
    let mut sheet = sheet("CONTACT_20260302_1f0c33.csv", "person", Market::Emirates, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.quotes = Quotes::Always;
    sheet.abroad = (vec![Market::India, Market::Britain], 40);
    sheet.again = 5;
    sheet.rows = 172;
    sheet
}

/// Whom a large American portal connected with an agent.
pub(super) fn connections() -> Sheet {
    let columns = vec![
        full("Contact Name"),
        col("Phone", PHONE, |m| m.tel(Dial::Home)).gaps(6),
        mail("Email").gaps(8),
        free("Connection Type", &["Buyer", "Buyer", "Seller", "Renter"]).or(&[TAGS, STAGE, PURPOSE]),
        state("Lead Status", &["New", "Attempted contact", "Met with customer", "Showing homes", "Under contract"]),
        house("Property Inquired On").gaps(8),
        col("ZPID", LISTING, |m| Cell::plain((28_001_400 + m.row * 613).to_string())).or(&[KEPT]).gaps(8),
        sum("List Price", PRICE, whole(419_000, 10_000, |n| format!("${}", thousands(n, ",")), "USD", true))
            .or(&[RENT, AMOUNT])
            .gaps(8),
        count("Beds", ROOMS, 2, 6).gaps(10),
        free("Baths", &["2", "2.5", "3", "4"]).gaps(10),
        list("Message", NOTES, &["I'd like to tour this home", "Is the HOA fee negotiable?", "Need to sell first"])
            .or(&[BODY])
            .gaps(15),
        list("Buying Timeline", TIMEFRAME, &["ASAP", "1-3 months", "6+ months", "Not sure"]).gaps(35),
        list("Financing Status", FINANCING, &["Pre-approved", "Paying cash", "Needs a lender"]).gaps(35),
        free("Working With Agent", &["No", "No", "Yes"]).gaps(30),
        stamp("Received", CREATED, Style::MdyBare('/'), Clock::Twelve).or(&[SEEN]),
        col("Last Contacted", CONTACTED, |m| later(m).cell(Style::MdyBare('/'))).or(&[ACTIVE]).gaps(30),
        agent("Agent Assigned", &["Monica Farley", "Russell Jennings", "Stacy Dunn"]),
        list("Zip Codes of Interest", LOCALITY, &["77019", "80206, 80209", "33134"]).or(&[TOWNS, KEPT]).gaps(60),
    ];
    let mut sheet = sheet("premier-contacts.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.again = 6;
    sheet.rows = 144;
    sheet
}

/// Who signed up on an American agent's own site for searching homes.
pub(super) fn site_users() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 880_412),
        given("First"),
        family("Last").gaps(10),
        mail("Email Address"),
        col("Cell Phone", PHONE, |m| m.tel(Dial::Home)).gaps(20),
        tel2("Alt Phone", Dial::Home).gaps(85),
        free("Phone Validity", &["Valid", "Unknown", "Bad number"]).gaps(20),
        state("Status", &["New", "Contacting", "Nurture", "Client", "Archived"]),
        free("Urgency", &["Now", "3 Months", "6 Months", "12 Months"]).or(&[TIMEFRAME, RATING]).gaps(40),
        free("Role", &["Buyer", "Seller", "Buyer & Seller"]).or(&[TAGS, STAGE, PURPOSE]),
        agent("Agent", &["Dylan Osborne", "Gina Sheffield", "Irene Pruitt"]),
        list("Lead Origin", SOURCE, &["PPC", "Organic", "Facebook", "Open House"]).or(&[DETAIL]),
        list("Search Area", LOCALITY, &["Coral Gables", "Green Hills", "Lincoln Park", "Cherry Creek"])
            .or(&[TOWNS])
            .gaps(25),
        sum("Search Min $", MIN, whole(150_000, 2_500, |n| n.to_string(), "USD", true)).gaps(35),
        sum("Search Max $", MAX, whole(600_000, 10_000, |n| n.to_string(), "USD", true)).gaps(25),
        tally("Saved Homes", 0, 14),
        tally("Properties Viewed", 0, 120),
        tally("Visits", 1, 60),
        stamp("Registered", CREATED, Style::Mdy('/'), Clock::Minutes),
        col("Last Visit", ACTIVE, |m| {
            let day = later(m);
            m.moment(day, Style::Mdy('/'), Clock::Minutes)
        })
        .gaps(8),
        col("Last Agent Touch", CONTACTED, |m| later(m).cell(Style::Mdy('/'))).or(&[ACTIVE]).gaps(40),
        free("Email Alerts", &["On", "Off"]).or(&["person.consent.email"]).gaps(10),
        free("Unsubscribed", &["No", "No", "Yes"]).or(&["person.consent.email", BARRED]),
        list("Agent Notes", NOTES, &["Wants a pool", "Relo from Ohio", "Has a home to sell", "Texts only"]).gaps(60),
    ];
    let mut sheet = sheet("leads_all_agents.csv", "person", Market::America, columns);
    sheet.again = 3;
    sheet.rows = 188;
    sheet
}

/// Clients of an agency in Portugal, out of the program of its trade.
pub(super) fn clients_pt() -> Sheet {
    let columns = vec![
        col("Cód. cliente", ID, |m| Cell::plain((5_401 + m.row * 2).to_string())),
        full("Nome completo"),
        tel("Telemóvel principal", Dial::World).gaps(5),
        desk("Telefone fixo", Dial::World).gaps(85),
        mail("Correio eletrónico").gaps(12),
        other("Contribuinte", |m| Cell::plain(format!("000{:06}", m.d.below(1_000_000)))).or(&[ID]).gaps(65),
        list("Nacionalidade", "person.nationality", &["Portuguesa", "Brasileira", "Francesa", "Britânica"]).gaps(35),
        free("Perfil", &["Comprador", "Proprietário", "Investidor", "Arrendatário"]).or(&[TAGS, STAGE]),
        list("Origem do contacto", SOURCE, &["Idealista", "Imovirtual", "Site", "Montra", "Recomendação"]).gaps(8),
        agent("Consultor responsável", &["Diogo Neves", "Luísa Coelho", "Vasco Leitão"]),
        state("Estado do cliente", &["Novo", "Em acompanhamento", "Visitou", "Fechado", "Perdido"]),
        list("Finalidade", PURPOSE, &["Compra", "Compra", "Arrendamento", "Investimento"]).gaps(15),
        list("Natureza", WANTED, &["Apartamento", "Moradia", "Terreno", "Loja"]).or(&[KIND]).gaps(20),
        list("Tipologia desde", BEDROOMS, &["T1", "T2", "T3", "T4"]).or(&[KEPT]).gaps(25),
        list("Concelhos pretendidos", TOWNS, &["Lisboa", "Cascais, Oeiras", "Porto"]).or(&[LOCALITY]).gaps(20),
        list("Freguesias", LOCALITY, &["Restelo", "Foz do Douro, Nevogilde", "Alvalade"]).or(&[TOWNS]).gaps(55),
        sum("Valor mínimo", MIN, whole(120_000, 2_500, euros, "EUR", true)).gaps(55),
        sum("Valor máximo", MAX, whole(420_000, 15_000, euros, "EUR", true)).gaps(20),
        free("Crédito pré-aprovado", &["Sim", "Não"]).or(&[FINANCING]).gaps(40),
        free("Consentimento RGPD", &["Sim", "Sim", "Não"]).or(&[
            "person.consent.email",
            "person.consent.phone",
            AGREED,
        ]),
        day("Data de registo", CREATED, Style::Dmy('-')),
        // What the program writes where nobody has been spoken to yet.
        col("Última interação", CONTACTED, |m| {
            if m.row % 13 == 6 { Cell::nothing("01-01-1900", Kind::Date) } else { later(m).cell(Style::Dmy('-')) }
        })
        .or(&[ACTIVE])
        .gaps(25),
        list("Observações internas", NOTES, &["Quer varanda", "Vem de Paris em abril", "Só com elevador"]).gaps(55),
    ];
    let mut sheet = sheet("listagem_clientes.csv", "person", Market::Portugal, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.abroad = (vec![Market::Brazil, Market::France, Market::Britain], 25);
    sheet.rows = 134;
    sheet
}

/// Deals of a small team in India, with the keys of the rows that each belongs to.
pub(super) fn small_deals() -> Sheet {
    fn key(header: &str, from: usize) -> Column {
        other(header, move |m| Cell::plain(format!("bigin_48120000{:07}", from + m.d.below(900))))
    }
    const STAGES: Words =
        &["Qualification", "Site Visit", "Negotiation", "Token Received", "Closed Won", "Closed Lost", "Negotiation"];
    fn closed(m: &Maker) -> bool {
        STAGES[m.row % STAGES.len()].starts_with("Closed")
    }
    let columns = vec![
        col("Record Id", DEAL_ID, |m| Cell::plain(format!("bigin_48120000{:07}", 61_003 + m.row * 11))).or(&[KEPT]),
        key("Pipeline Owner.id", 1_000),
        deal_agent("Pipeline Owner", &["Gaurav Talwar", "Leela Menon", "Yash Mahajan"]),
        col("Pipeline Name", DEAL, |m| {
            let what = m.d.word(&["Riverbend 3BHK", "Silverton resale", "Hazelwood villa"]);
            Cell::plain(format!("{} - {what}", m.p.family))
        }),
        list("Sub-Pipeline", PIPELINE, &["Primary sales", "Resale", "Leasing"]),
        turn("Stage", DEAL_STAGE, STAGES).or(&[DEAL_STATUS]),
        sum("Amount", AMOUNT, whole(9_500_000, 250_000, |n| n.to_string(), "INR", false)).gaps(5),
        key("Contact Name.id", 30_000),
        deal_contact("Contact Name"),
        key("Company Name.id", 70_000).gaps(85),
        company_of("Company Name").gaps(85),
        tel("Mobile", Dial::Packed).gaps(8),
        mail("Email").gaps(35),
        ahead("Closing Date", CLOSING, Style::Iso),
        other("Closed Time", |m| {
            if !closed(m) {
                return Cell::default();
            }
            let day = later(m);
            database(m, day)
        })
        .or(&[WON, LOST, CLOSING]),
        list("Description", DEAL_NOTES, &["Father to decide", "Comparing two towers", "Bank sanction awaited"])
            .or(&[NOTES])
            .gaps(50),
        free("Project Interested", &["Riverbend Park", "Silverton Heights", "Hazelwood Villas"])
            .or(&[PROJECT, PROPERTY])
            .gaps(25),
        free("Tag", &["hot", "nri", "referral"]).or(&[TAGS]).gaps(65),
        moment("Created Time", DEAL_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        moment("Modified Time", "opportunity.updated_at", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[UPDATED]),
        logged("Last Activity Time").or(&[ACTIVE, CONTACTED, "opportunity.updated_at"]).gaps(10),
    ];
    let mut sheet = sheet("Pipelines_2026_03_02.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.again = 5;
    sheet.rows = 106;
    sheet
}
