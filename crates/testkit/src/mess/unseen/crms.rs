//! What systems for clients, leads and deals hand out.

use super::*;

/// People and firms of a small team in Britain, in one file as its system hands them out.
pub(super) fn small_contacts() -> Sheet {
    let columns = vec![
        col("Party ID", ID, |m| Cell::plain((241_100_220 + m.row * 37).to_string())).or(&[KEPT]),
        free("Type", &["Person"]),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr", "Sir"]).gaps(30),
        given("First Name"),
        family("Last Name"),
        job("Job Title").gaps(55),
        firm("Organisation").gaps(45),
        list("About", NOTES, &["Sold Albert Terrace with us in 2019", "Godfather of the Foxleys", "Keen gardener"])
            .gaps(60),
        agent("Owner", &["Verity Sinclair", "Rafe Penrose"]),
        free("Team", &["Sales", "Private Office"]).gaps(40),
        mail("Email Address (Home)").gaps(15),
        mail2("Email Address (Work)").gaps(75),
        tel("Phone Number (Mobile)", Dial::Mixed).gaps(10),
        desk("Phone Number (Work)", Dial::Home).gaps(70),
        street("Address (Home) Street", STREET).gaps(20),
        town("Address (Home) City", CITY).gaps(20),
        empty("Address (Home) State").or(&[REGION]),
        zip("Address (Home) Postcode", POSTCODE).gaps(20),
        land("Address (Home) Country", COUNTRY).gaps(20),
        col("Web Address (LinkedIn)", SOCIAL, profile).or(&["person.website[]"]).gaps(75),
        list("Tags", TAGS, &["Vendor", "Buyer, Cash", "Christmas card", "Landlord, VIP"]).gaps(30),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            iso(m, day, "Z")
        }),
        moment("Updated At", UPDATED, |m| {
            let day = later(m);
            iso(m, day, "Z")
        })
        .or(&[ACTIVE]),
        moment("Last Contacted At", CONTACTED, |m| {
            let day = later(m);
            iso(m, day, "Z")
        })
        .or(&[ACTIVE])
        .gaps(25),
    ];
    let mut sheet = sheet("contacts-20260302.csv", "person", Market::Britain, columns);
    sheet.abroad = (vec![Market::America, Market::Emirates], 12);
    sheet.again = 2;
    sheet.rows = 136;
    sheet
}

/// Firms whose people a team in Britain writes to, out of a directory with a system around it.
pub(super) fn organisations() -> Sheet {
    let columns = vec![
        firm_name("Company"),
        other("Company Name for Emails", |m| Cell::plain(m.p.company.rsplit_once(' ').map_or("", |(first, _)| first)))
            .or(&[FIRM, LEGAL_NAME]),
        free("Account Stage", &["Cold", "Current Client", "Active Opportunity", "Dead Opportunity"])
            .or(&[FIRM_TYPE, STATUS, STAGE])
            .gaps(10),
        free("Lists", &["Family offices London", "Developers 2026"]).or(&[TAGS]).gaps(20),
        list("# Employees", STAFF, &["6", "18", "45", "120", "310"]).gaps(8),
        list("Industry", INDUSTRY, &["real estate", "legal services", "investment management", "banking"]).gaps(5),
        list("Account Owner", FIRM_OWNER, &["adele@example.com", "lachlan@example.com"]).or(&[OWNER, ASSIGNEE]),
        firm_site("Website").gaps(6),
        other("Company Linkedin Url", |m| {
            Cell::plain(format!("http://www.linkedin.com/company/sample-{}", 4_410 + m.row))
        })
        .or(&[SOCIAL, FIRM_SITE])
        .gaps(20),
        empty("Facebook Url").or(&[SOCIAL]),
        firm_street("Company Street").gaps(20),
        firm_town("Company City").gaps(12),
        region("Company State", FIRM_REGION).or(&[REGION]).gaps(20),
        firm_land("Company Country").gaps(8),
        firm_zip("Company Postal Code").gaps(25),
        col("Company Address", FIRM_WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[FIRM_STREET, WHOLE, STREET])
            .gaps(20),
        free("Keywords", &["private clients, trusts", "new homes, land", "mortgages"]).or(&[TAGS, INDUSTRY]).gaps(30),
        firm_tel("Company Phone", Dial::World).gaps(25),
        free("Technologies", &["Outlook, WordPress.org", "Google Analytics"]).gaps(40),
        free("Annual Revenue", &["2400000", "11800000", "56000000"]).or(&[REVENUE]).gaps(35),
        free("SIC Codes", &["6531", "8111", "6282"]).gaps(30),
        list(
            "Short Description",
            FIRM_NOTES,
            &["Wealth managers to families with land.", "Builds forty homes a year in the Cotswolds."],
        )
        .or(&[NOTES])
        .gaps(40),
        tally("Founded Year", 1921, 2019),
        col("Apollo Account Id", FIRM_ID, |m| Cell::plain(token(m, 24))).or(&[ID, KEPT]),
    ];
    let mut sheet = sheet("apollo-accounts-export.csv", "account", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 78;
    sheet
}

/// Deals of a team in India, with what its system counts about each.
pub(super) fn suite_deals() -> Sheet {
    const STAGES: Words = &["New", "Site visit done", "Negotiation", "Token paid", "Won", "Lost", "Negotiation", "New"];
    const VALUE: Sum = whole(8_500_000, 250_000, plain, "INR", false);
    fn stage(m: &Maker) -> &'static str {
        STAGES[m.row % STAGES.len()]
    }
    let columns = vec![
        col("Id", DEAL_ID, |m| Cell::plain((403_000_118_200_usize + m.row * 71).to_string())).or(&[ID, KEPT]),
        col("Name", DEAL, |m| Cell::plain(format!("{} - {}", m.p.family, ["2BHK", "3BHK", "Villa"][m.row % 3]))),
        col("Deal value", AMOUNT, share(VALUE, 100)),
        other("Deal value in Base Currency", share(VALUE, 100)).or(&[AMOUNT]),
        list("Currency", CURRENCY, &["INR"]),
        list("Deal pipeline", PIPELINE, &["Primary", "Resale"]),
        turn("Deal stage", DEAL_STAGE, STAGES).or(&[DEAL_STATUS]),
        other("Deal stage updated at", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[DEAL_UPDATED]),
        col("Lost reason", LOST_BECAUSE, |m| {
            if stage(m) == "Lost" { m.pick(&["Budget", "Bought elsewhere", "Location"]) } else { Cell::default() }
        }),
        ahead("Expected close", CLOSING, Style::Iso).gaps(10),
        other("Closed date", |m| {
            if ["Won", "Lost"].contains(&stage(m)) { later(m).cell(Style::Iso) } else { Cell::default() }
        })
        .or(&[WON, LOST, CLOSING]),
        count("Probability (%)", PROBABILITY, 5, 95),
        deal_agent("Sales owner", &["Harsh Mathur", "Kavya Khanna", "Tushar Oberoi"]),
        company_of("Account name").gaps(70),
        deal_contact("Related contacts"),
        list("Source", DEAL_SOURCE, &["Web", "Channel Partner", "Housing portal", "Referral"]).or(&[SOURCE]).gaps(10),
        free("Campaign", &["Diwali offer", "NRI roadshow"]).or(&[CAMPAIGN, DEAL_SOURCE]).gaps(60),
        free("Deal type", &["New Business", "Existing Business"]).gaps(40),
        free("Tags", &["hot", "nri", "corner unit"]).or(&[TAGS]).gaps(65),
        list(
            "Recent note",
            DEAL_NOTES,
            &["Wife wants higher floor", "Loan sanction by Friday", "Ghosting since visit"],
        )
        .or(&[NOTES])
        .gaps(45),
        tally("Age (in days)", 1, 140),
        moment("Created at", DEAL_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        moment("Updated at", DEAL_UPDATED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[UPDATED]),
    ];
    let mut sheet = sheet("Deals_export_2026-03-02T05_41.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 5;
    sheet.rows = 118;
    sheet
}

/// Leads of an American team, out of the platform that also runs its site.
pub(super) fn platform_leads() -> Sheet {
    let columns = vec![
        col("Lead #", ID, |m| Cell::plain((7_711_204 + m.row * 9).to_string())).or(&[KEPT]),
        given("First Name"),
        family("Last Name").gaps(6),
        mail("Email"),
        free("Valid Email", &["Yes", "Yes", "No"]),
        col("Cell", PHONE, |m| m.tel(Dial::Home)).gaps(15),
        col("Home", PHONE, |m| m.desk_tel(Dial::Home)).gaps(85),
        state("Category", &["New", "Qualify", "Nurture", "Hot", "Watch", "Archive"]).or(&[RATING]),
        free("Buyer/Seller", &["Buyer", "Seller", "Both"]).or(&[TAGS, STAGE, PURPOSE]),
        agent("Agent", &["Amber Colby", "Spencer Hewitt", "Wade Mercer"]),
        free("Lender", &["Northgate Mortgage", "Highfield Lending"]).or(&[FINANCING]).gaps(65),
        list("Source", SOURCE, &["Google PPC", "Realtor.com", "Agent Import", "Facebook"]),
        list("Timeframe", TIMEFRAME, &["0-3 months", "3-6 months", "6-12 months", "12+ months"]).gaps(35),
        free("Prequalified", &["Yes", "No", "Cash"]).or(&[FINANCING]).gaps(40),
        free("House To Sell", &["Yes", "No"]).gaps(45),
        free_sum("Average Price", whole(310_000, 7_500, dollars, "USD", true)).or(&[MAX, MIN, PRICE]).gaps(30),
        list("Favorite Area", LOCALITY, &["Buckhead", "Preston Hollow", "Hyde Park", "Queen Anne"])
            .or(&[TOWNS])
            .gaps(30),
        tally("Logins", 0, 42),
        tally("Favorites", 0, 18),
        stamp("Registered", CREATED, Style::MdyBare('/'), Clock::Twelve),
        col("Last Login", ACTIVE, |m| {
            let day = later(m);
            m.moment(day, Style::MdyBare('/'), Clock::Twelve)
        })
        .gaps(10),
        touched("Last Contact", Style::MdyBare('/')).gaps(30),
        next("Next To-Do", Style::MdyBare('/')).gaps(55),
        free("E-Alert", &["Active", "None"]).or(&[BY_EMAIL]).gaps(10),
        free("Opt Out", &["No", "No", "Yes"]).or(&[BY_EMAIL, BARRED]),
        list("Tags", TAGS, &["pool", "relo", "first time", "investor"]).gaps(60),
    ];
    let mut sheet = sheet("leads-2026-03-02.csv", "person", Market::America, columns);
    sheet.again = 3;
    sheet.rows = 190;
    sheet
}

/// Whom an American team sends its newsletter to.
pub(super) fn newsletter_readers() -> Sheet {
    const STATES: Words = &["SUBSCRIBED", "SUBSCRIBED", "NEVER_SUBSCRIBED", "UNSUBSCRIBED"];
    let columns = vec![
        mail("Email"),
        col("Klaviyo ID", ID, |m| Cell::plain(format!("01H{}", token(m, 23).to_uppercase()))).or(&[KEPT]),
        given("First Name").gaps(6),
        family("Last Name").gaps(8),
        firm("Organization").gaps(75),
        job("Title").gaps(80),
        tel("Phone Number", Dial::Packed).gaps(35),
        street("Address", STREET).or(&[WHOLE]).gaps(40),
        empty("Address 2").or(&["person.address[].street2"]),
        town("City", CITY).gaps(30),
        region("State / Region", REGION).gaps(30),
        land("Country", COUNTRY).gaps(20),
        zip("Zip Code", POSTCODE).gaps(40),
        list("Source", SOURCE, &["Website footer form", "Open house tablet", "CSV upload", "Home value pop-up"])
            .or(&[DETAIL])
            .gaps(10),
        turn("Email Marketing Consent", BY_EMAIL, STATES),
        moment("Email Marketing Consent Timestamp", AGREED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[KEPT])
        .gaps(25),
        list("SMS Marketing Consent", BY_SMS, &["SUBSCRIBED", "NEVER_SUBSCRIBED", "NEVER_SUBSCRIBED"]),
        other("Email Suppressions", |m| Cell::plain(["[]", "[]", "['HARD_BOUNCE']", "['UNSUBSCRIBE']"][m.row % 4]))
            .or(&[BARRED, BY_EMAIL]),
        other("Last Open", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE])
        .gaps(25),
        other("Last Click", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE])
        .gaps(55),
        moment("Profile Created On", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        free("Interested In", &["Buying", "Selling", "Market news"]).or(&[PURPOSE, TAGS]).gaps(40),
        list("Neighborhood", LOCALITY, &["Buckhead", "Preston Hollow", "Queen Anne"]).or(&[QUARTER, TOWNS]).gaps(45),
    ];
    let mut sheet = sheet("members_export_4f1c20ab.csv", "person", Market::America, columns);
    sheet.rows = 188;
    sheet
}

/// Leads of a team in Brazil, out of the system in which it writes to them by messenger.
pub(super) fn messenger_leads_br() -> Sheet {
    const STAGES: Words =
        &["Contato inicial", "Qualificado", "Visita agendada", "Proposta", "Fechado - ganho", "Fechado - perdido"];
    let columns = vec![
        code("ID", DEAL_ID, "", 19_440_210).or(&[ID, KEPT]),
        col("Lead título", DEAL, |m| Cell::plain(format!("Lead #{}", 19_440_210 + m.row * 3))),
        sum("Venda", AMOUNT, whole(480_000, 15_000, plain, "BRL", false)).gaps(30),
        deal_agent("Lead usuário responsável", &["Caio Viana", "Juliana Rezende", "Otávio Borges"]),
        stamp("Data Criada", DEAL_MADE, Style::Dmy('.'), Clock::Seconds).or(&[CREATED]),
        free("Criado por", &["Robô", "Caio Viana", "Juliana Rezende"]),
        moment("Última modificação", DEAL_UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('.'), Clock::Seconds)
        })
        .or(&[UPDATED, ACTIVE]),
        turn("Etapa do lead", DEAL_STAGE, STAGES).or(&[DEAL_STATUS, STATUS]),
        list("Funil de vendas", PIPELINE, &["Lançamentos", "Prontos", "Locação"]),
        other("Fechado em", |m| {
            let closed = STAGES[m.row % STAGES.len()].starts_with("Fechado");
            if closed {
                let day = later(m);
                m.moment(day, Style::Dmy('.'), Clock::Seconds)
            } else {
                Cell::nothing("não fechado", Kind::Date)
            }
        })
        .or(&[WON, LOST, CLOSING]),
        free("Lead tags", &["instagram", "quente", "investidor"]).or(&[TAGS]).gaps(45),
        deal_contact("Contato principal"),
        company_of("Companhia do lead").gaps(90),
        desk("Telefone comercial (contato)", Dial::Packed).gaps(70),
        tel("Celular (contato)", Dial::Packed).gaps(10),
        mail("Email comercial (contato)").gaps(40),
        list("utm_source", SOURCE, &["meta", "google", "olx"]).or(&[DEAL_SOURCE, DETAIL, CAMPAIGN]).gaps(50),
        list("Empreendimento", PROJECT, &["Jardim Alderwood", "Parque Kenwood", "Vista Moema"])
            .or(&[PROPERTY])
            .gaps(25),
        free("Próxima tarefa", &["Ligar", "Enviar tabela", "Confirmar visita"]).or(&[TASK]).gaps(50),
        list("Nota 1", DEAL_NOTES, &["Quer varanda gourmet", "Vai usar FGTS", "Prefere andar alto"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = sheet("export_leads_2026-03-02.csv", "opportunity", Market::Brazil, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.again = 4;
    sheet.rows = 124;
    sheet
}
