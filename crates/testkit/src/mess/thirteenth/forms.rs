//! What forms, newsletters, portals, lists for callers and a Brazilian system for deals hand out.

use super::*;

/// Who filled in the form of a launch in the Gulf.
pub(super) fn submissions() -> Sheet {
    let columns = vec![
        stamp("Submission Date", CREATED, Style::Iso, Clock::Seconds).or(&[MET]),
        given("Full Name - First Name"),
        family("Full Name - Last Name"),
        mail("E-mail"),
        tel("Phone Number", Dial::World).gaps(4),
        list("Country of residence", COUNTRY, &["United Arab Emirates", "India", "United Kingdom", "Saudi Arabia"])
            .gaps(10),
        list("Nationality", NATIONALITY, &["Lebanese", "Indian", "British", "Emirati"]).gaps(30),
        list("Preferred unit type", WANTED, &["1 Bedroom", "2 Bedroom", "3 Bedroom", "Penthouse"])
            .or(&[BEDROOMS, KIND]),
        list("Are you buying as an end user or an investor?", PURPOSE, &["Investor", "End user", "Both"]).gaps(12),
        col("Budget range (AED)", MAX, |m| m.sum_ends(commas, "AED")).or(&[MIN]).gaps(15),
        list("Mode of payment", FINANCING, &["Cash", "Mortgage", "Developer payment plan"]).gaps(25),
        free("Preferred contact method", &["WhatsApp", "Phone call", "Email"]).or(&[CHANNEL, TAGS]),
        list("How did you hear about us", SOURCE, &["Instagram", "Bayut", "A friend", "Billboard"])
            .or(&[DETAIL])
            .gaps(20),
        free("Are you represented by an agent?", &["Yes", "No"]).gaps(10),
        free("If yes, name of the agency", &["Dovecote Estates", "Northcliff Homes"]).or(&[REFERRER, DETAIL]).gaps(75),
        list("Questions or comments", NOTES, &["Is there a post-handover plan?", "Send floor plans", "Need sea view"])
            .or(&[BODY])
            .gaps(65),
        free("Submission IP", &["198.51.100.14", "203.0.113.77", "198.51.100.203"]),
        col("Submission ID", ID, |m| Cell::plain(format!("61733{:014}", m.row * 90_221 + 4_410_377))).or(&[KEPT]),
        empty("Last Update Date").or(&[UPDATED]),
    ];
    let mut sheet = sheet("Launch_Registration2026-03-02_04_12_55.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 45);
    sheet.quotes = Quotes::Always;
    sheet.rows = 126;
    sheet
}

/// Whom an agency in Britain writes to, out of its tool for mailings.
pub(super) fn mailings() -> Sheet {
    let columns = vec![
        code("Contact ID", ID, "", 3_118),
        mail("Contact Email"),
        given("First Name").gaps(8),
        family("Last Name").gaps(14),
        tel("Contact Phone", Dial::Mixed).gaps(55),
        firm("Account Name").gaps(85),
        free("List Names", &["Applicants", "Applicants, New homes", "Landlords"]).or(&[TAGS, CAMPAIGN]),
        free("List Status", &["Active", "Active", "Unsubscribed", "Bounced"]).or(&[BY_EMAIL, STATUS]),
        list("Tags", TAGS, &["Hampstead", "3 bed+", "Landlord, Let with us", "Open day"]).gaps(35),
        moment("Date Subscribed", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[AGREED]),
        other("Date Unsubscribed", |m| {
            let day = later(m);
            database(m, day)
        })
        .gaps(85),
        free("Unsubscribe Reason", &["Bought elsewhere", "Too many e-mails"]).or(&[UNFIT]).gaps(93),
        other("Last Opened", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE])
        .gaps(30),
        free("Open Rate", &["12%", "48%", "71%", "0%"]),
        count("Contact Score", SCORE, 0, 95).or(&[RATING]),
        list("Source", SOURCE, &["Form: Register with us", "Import", "API"]).or(&[DETAIL]).gaps(10),
        free("Buyer or tenant", &["Buyer", "Tenant", "Both"]).or(&[PURPOSE, TAGS, STAGE]).gaps(40),
        zip("Postcode", POSTCODE).gaps(50),
        free("IP Address", &["198.51.100.8", "203.0.113.31"]).gaps(30),
    ];
    let mut sheet = sheet("contacts_all_2026-03-02.csv", "person", Market::Britain, columns);
    sheet.rows = 176;
    sheet
}

/// Whom a portal in Britain sent to an agency's branch.
pub(super) fn portal_leads() -> Sheet {
    let columns = vec![
        stamp("Date Received", CREATED, Style::Dmy('/'), Clock::Minutes).or(&[MET, SEEN]),
        free("Lead Type", &["Email", "Email", "Phone"]).or(&[CHANNEL]),
        free("Branch", &["Hampstead Sales", "Clifton Sales"]),
        free("Channel", &["Sale", "Sale", "Rent"]).or(&[PURPOSE]),
        list("Agent Reference", LISTING, &["HAM260014", "HAM260021", "CLI250187", "CLI260003"]),
        house("Property Address"),
        zip("Property Postcode", PLACE_POSTCODE).or(&[POSTCODE]),
        count("Bedrooms", ROOMS, 1, 6),
        list("Property Type", KIND, &["Flat", "Terraced", "Semi-detached", "Maisonette"]),
        sum("Asking Price", PRICE, whole(475_000, 15_000, pounds, "GBP", true)).or(&[RENT, AMOUNT]),
        list("Title", PREFIX, &["Mr", "Mrs", "Miss", "Dr"]).gaps(30),
        given("First Name"),
        family("Last Name"),
        tel("Telephone", Dial::Mixed).gaps(12),
        mail("Email Address").gaps(5),
        list("Enquirer Postcode", POSTCODE, &["LS1 2ZZ", "LS4 7ZZ", "LS6 1ZZ", "LS9 4ZZ"]).gaps(40),
        free("Enquirer Position", &["To sell", "Sold STC", "Nothing to sell", "To let"]).or(&[STATUS, TAGS]).gaps(30),
        list("Comments", NOTES, &["I would like to view this property", "Is it still available?", "Please call me"])
            .or(&[BODY])
            .gaps(20),
        free("Viewing Requested", &["Yes", "No"]).or(&[INTEREST]),
    ];
    let mut sheet = sheet("LeadReport_Feb2026.csv", "person", Market::Britain, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.again = 7;
    sheet.rows = 132;
    sheet
}

/// Owners whose listing ran out, as a service for callers in America sells them.
pub(super) fn expired() -> Sheet {
    fn warned(header: &str, dial: fn(&mut Maker) -> Cell) -> Column {
        col(header, PHONE, dial)
    }
    let columns = vec![
        state("Lead Status", &["New", "Contacted", "Nurture", "Do not call"]),
        free("Lead Type", &["Expired", "Expired", "FSBO", "Withdrawn"]).or(&[SOURCE, TAGS, DETAIL, STAGE]),
        given("Owner First Name"),
        family("Owner Last Name"),
        col("Owner 2 Name", SPOUSE, |m| name(format!("{} {}", m.p.spouse, m.p.family))).or(&[KEPT]).gaps(60),
        warned("Phone 1", american).gaps(6),
        list("Phone 1 DNC", BARRED, &["Y", "N", "N"]).or(&[BY_PHONE, KEPT]),
        warned("Phone 2", |m| m.other_tel(Dial::Home)).gaps(60),
        free("Phone 2 DNC", &["Y", "N"]).or(&[BARRED, BY_PHONE]).gaps(60),
        mail("Email 1").gaps(45),
        street("Property Address", PLACE_STREET).or(&[PLACE, PROPERTY, STREET]),
        town("Property City", PLACE_TOWN).or(&[CITY]),
        region("Property State", PLACE_REGION).or(&[REGION]),
        zip("Property Zip", PLACE_POSTCODE).or(&[POSTCODE]),
        street("Mailing Address", STREET).gaps(15),
        town("Mailing City", CITY).gaps(15),
        region("Mailing State", REGION).gaps(15),
        zip("Mailing Zip", POSTCODE).gaps(15),
        col("MLS Number", LISTING, |m| Cell::plain((6_400_211 + m.row * 43).to_string())),
        sum("List Price", PRICE, whole(389_000, 5_000, dollars, "USD", true)).or(&[RENT, AMOUNT]),
        count("Beds", ROOMS, 2, 6),
        tally("Baths", 1, 4),
        count("Sq Ft", SIZE, 1_100, 4_800),
        other("List Date", |m| m.day(Style::MdyBare('/'))).or(&[SEEN]),
        other("Status Date", |m| later(m).cell(Style::MdyBare('/'))).or(&[SEEN, UPDATED]),
        tally("Days On Market", 30, 210),
        free("Listing Agent", &["Kyle Stratton", "Felicia Dawson"]).gaps(20),
        list("Notes", NOTES, &["Will relist in spring", "Mad at last agent", "Left voicemail"]).gaps(65),
    ];
    let mut sheet = sheet("leads_2026-03-02.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 114;
    sheet
}

/// Deals of a Brazilian system, with whom each is made.
pub(super) fn deals_br() -> Sheet {
    const STATES: Words = &["Em andamento", "Vendida", "Em andamento", "Perdida", "Em andamento"];
    let columns = vec![
        col("ID da negociação", DEAL_ID, |m| Cell::plain(token(m, 24))).or(&[KEPT]),
        col("Nome", DEAL, |m| {
            let what = m.d.word(&["Apto Vila Mariana", "Cobertura Batel", "Studio Botafogo"]);
            Cell::plain(format!("{} - {what}", m.p.given))
        }),
        list("Funil de vendas", PIPELINE, &["Lançamentos", "Terceiros"]),
        list("Etapa", DEAL_STAGE, &["Primeiro contato", "Visita agendada", "Visita realizada", "Proposta", "Contrato"]),
        turn("Estado", DEAL_STATUS, STATES).or(&[DEAL_STAGE]),
        free("Qualificação", &["1", "2", "3", "4", "5"]).or(&[RATING]).gaps(20),
        sum("Valor único", AMOUNT, whole(420_000, 15_000, with_cents, "BRL", false)).gaps(8),
        free("Valor recorrente", &["0,00"]).or(&[AMOUNT]),
        list("Fonte", DEAL_SOURCE, &["ZAP Imóveis", "Instagram", "Indicação", "Plantão"]).or(&[SOURCE]).gaps(10),
        list("Campanha", CAMPAIGN, &["Lançamento Batel", "Feirão"]).or(&[KEPT]).gaps(60),
        deal_agent("Responsável", &["Priscila Moraes", "Otávio Borges", "Caio Freitas"]),
        deal_contact("Contatos"),
        mail("Email").gaps(20),
        tel("Telefone", Dial::World).gaps(10),
        firm("Empresa").or(&[DEAL_FIRM]).gaps(85),
        day("Data de criação", DEAL_MADE, Style::Dmy('/')).or(&[CREATED]),
        ahead("Previsão de fechamento", CLOSING, Style::Dmy('/')).gaps(35),
        other("Data de fechamento", |m| {
            let open = STATES[m.row % STATES.len()] == "Em andamento";
            if open { Cell::default() } else { later(m).cell(Style::Dmy('/')) }
        })
        .or(&[WON, LOST, CLOSING]),
        col("Motivo de perda", LOST_BECAUSE, |m| {
            let lost = STATES[m.row % STATES.len()] == "Perdida";
            if lost { m.pick(&["Preço", "Comprou com outra imobiliária", "Sem retorno"]) } else { Cell::default() }
        }),
        col("Anotação do motivo de perda", LOST_BECAUSE, |m| {
            let lost = STATES[m.row % STATES.len()] == "Perdida";
            if lost { m.pick(&["Achou caro o condomínio", "Não atendeu mais", ""]) } else { Cell::default() }
        })
        .or(&[DEAL_NOTES, NOTES, KEPT]),
        free("Data da próxima tarefa", &["03/03/2026 10:00", "05/03/2026 14:30", "17/03/2026 09:00"])
            .or(&[DUE, REMINDER])
            .gaps(55),
    ];
    let mut sheet = sheet("negociacoes_02-03-2026.csv", "opportunity", Market::Brazil, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 98;
    sheet
}
