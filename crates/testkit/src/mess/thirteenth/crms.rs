//! What systems for clients and leads hand out: people, with what each looks for.

use super::*;

/// Contacts of a suite that American agencies use for their advertisements.
pub(super) fn agency_contacts() -> Sheet {
    let columns = vec![
        col("Contact Id", ID, |m| Cell::plain(token(m, 20))),
        given("First Name"),
        family("Last Name").gaps(10),
        firm("Business Name").gaps(80),
        tel("Phone", Dial::Packed).gaps(8),
        mail("Email").gaps(12),
        moment("Created", CREATED, |m| {
            let day = m.met();
            iso(m, day, "-07:00")
        }),
        col("Last Activity", ACTIVE, |m| {
            let day = later(m);
            iso(m, day, "-07:00")
        })
        .or(&[CONTACTED])
        .gaps(12),
        list("Tags", TAGS, &["buyer,fb lead", "seller", "home value", "nurture,cold", "past client"]).gaps(10),
        mail2("Additional Emails").gaps(88),
        tel2("Additional Phones", Dial::Packed).gaps(85),
        free("Contact Type", &["lead", "lead", "customer"]).or(&[STAGE, TAGS, STATUS]),
        list("Source", SOURCE, &["Facebook Form Lead", "chat widget", "home-value-funnel", "Google My Business"])
            .gaps(15),
        agent("Assigned User", &["Lauren Kirby", "Brett Fletcher"]).gaps(20),
        street("Street Address", STREET).gaps(60),
        town("City", CITY).gaps(45),
        region("State", REGION).gaps(45),
        zip("Postal Code", POSTCODE).gaps(50),
        list("Country", COUNTRY, &["US"]),
        born("Date Of Birth", Style::Iso).gaps(88),
        free("Timezone", &["America/Phoenix", "America/Denver", "America/Chicago"]).gaps(40),
        list("DND", BARRED, &["false", "false", "false", "true"]).or(&[KEPT]),
        list("When are you looking to move?", TIMEFRAME, &["0-3 months", "3-6 months", "6-12 months", "Just curious"])
            .gaps(45),
        list("Are you working with a lender?", FINANCING, &["Yes, pre-approved", "No", "Not yet"]).or(&[KEPT]).gaps(60),
    ];
    let mut sheet = sheet("Export_Contacts_undefined_Mar_2026_9_41_AM.csv", "person", Market::America, columns);
    sheet.again = 4;
    sheet.rows = 154;
    sheet
}

/// Deals of a small system in Britain.
pub(super) fn small_pipeline() -> Sheet {
    const MILESTONES: Words = &["Registered", "Viewing", "Offer made", "Offer accepted", "Completed", "Lost"];
    fn ended(m: &Maker) -> bool {
        m.row % MILESTONES.len() > 3
    }
    let columns = vec![
        code("Opportunity ID", DEAL_ID, "", 7_204_418),
        col("Opportunity Name", DEAL, |m| Cell::plain(format!("{} - {}", m.p.street, m.p.family))),
        deal_contact("Party"),
        list("Description", DEAL_NOTES, &["Chain free", "Needs to sell in Clifton first", "Second home"])
            .or(&[NOTES])
            .gaps(55),
        list("Currency", CURRENCY, &["GBP"]).or(&[KEPT]),
        sum("Value", AMOUNT, whole(495_000, 7_500, plain, "GBP", false)).gaps(5),
        free_sum("Expected Value", whole(140_000, 2_500, plain, "GBP", false)).gaps(5),
        list("Probability", PROBABILITY, &["10", "30", "60", "90"]),
        turn("Milestone", DEAL_STAGE, MILESTONES).or(&[DEAL_STATUS]),
        list("Pipeline", PIPELINE, &["Sales", "New homes"]),
        deal_agent("Owner", &["Honor Stanhope", "Rupert Delaney", "Flora Goodwin"]),
        free("Team", &["Bristol", "London"]).gaps(20),
        ahead("Expected Close", CLOSING, Style::Dmy('/')).gaps(15),
        other("Closed On", |m| if ended(m) { later(m).cell(Style::Dmy('/')) } else { Cell::default() })
            .or(&[WON, LOST, CLOSING]),
        col("Lost Reason", LOST_BECAUSE, |m| {
            if m.row % MILESTONES.len() == 5 { m.pick(&["Outbid", "Survey", "Changed mind"]) } else { Cell::default() }
        }),
        free("Tags", &["cash buyer", "chain", "probate"]).or(&[TAGS]).gaps(60),
        list("Lead Source", DEAL_SOURCE, &["Rightmove", "Board", "Recommendation", "Office walk-in"])
            .or(&[SOURCE])
            .gaps(15),
        day("Created", DEAL_MADE, Style::Dmy('/')).or(&[CREATED]),
        col("Updated", DEAL_UPDATED, |m| later(m).cell(Style::Dmy('/'))).or(&[UPDATED]),
    ];
    let mut sheet = sheet("opportunities-export.csv", "opportunity", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 84;
    sheet
}

/// Whom a team in the Gulf writes with, by whichever messenger.
pub(super) fn chat_contacts() -> Sheet {
    let columns = vec![
        col("ContactID", ID, |m| Cell::plain((218_400_310 + m.row * 17).to_string())).or(&[KEPT]),
        given("FirstName"),
        family("LastName").gaps(25),
        tel("PhoneNumber", Dial::Packed),
        mail("Email").gaps(65),
        list("Country", COUNTRY, &["AE", "AE", "IN", "GB"]).gaps(10),
        list("Language", LANGUAGE, &["en", "en", "ar"]).gaps(30),
        list("Tags", TAGS, &["offplan", "ready,mortgage", "tenant", "broker"]).gaps(30),
        free("Status", &["open", "close"]).or(&[STATUS]),
        list("Lifecycle", STAGE, &["New Lead", "Hot Lead", "Viewing", "Customer", "Cold Lead"]).or(&[STATUS]).gaps(10),
        agent("Assignee", &["nour@example.com", "rami@example.com", "basma@example.com"]).gaps(15),
        col("LastInteractionTime", CONTACTED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE]),
        moment("DateTimeCreated", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        free("Channels", &["whatsapp_cloud", "whatsapp_cloud, instagram", "facebook"]).or(&[CHANNEL, SOURCE, DETAIL]),
        list("unit_type", WANTED, &["Studio", "1 bedroom", "2 bedroom", "Villa"]).or(&[BEDROOMS, KIND]).gaps(35),
        sum("budget_aed", MAX, whole(500_000, 25_000, plain, "AED", true)).gaps(45),
        list("project_interest", PROJECT, &["Glenmore Bay", "Summerhill", "Fairhaven Residences"])
            .or(&[PROPERTY])
            .gaps(40),
        free("ctwa_ad_name", &["JVC studio reel", "Palm carousel"]).or(&[CAMPAIGN, DETAIL]).gaps(60),
    ];
    let mut sheet = sheet("contacts_export_20260302.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.rows = 164;
    sheet
}

/// Leads of a system that brokers in India use.
pub(super) fn broker_leads() -> Sheet {
    let columns = vec![
        full("Lead Name"),
        tel("Primary Number", Dial::Packed),
        tel2("Alternate Number", Dial::Packed).gaps(80),
        mail("Email").gaps(40),
        list("Enquired For", PURPOSE, &["Buy", "Buy", "Rent"]),
        list("Property Type", WANTED, &["Residential", "Residential", "Commercial"]).or(&[KIND, KEPT]),
        list("Property Sub-Type", WANTED, &["Flat", "Independent House", "Villa", "Office Space"])
            .or(&[KIND, KEPT])
            .gaps(10),
        list("BHK", BEDROOMS, &["1", "2", "3", "4"]).or(&[ROOMS]).gaps(20),
        sum("Min. Budget", MIN, whole(2_500_000, 50_000, plain, "INR", false)).gaps(45),
        sum("Max. Budget", MAX, whole(9_000_000, 500_000, plain, "INR", false)).gaps(15),
        list("Enquired Location", LOCALITY, &["Baner, Pune", "Powai, Mumbai", "Whitefield, Bengaluru"])
            .or(&[TOWNS])
            .gaps(15),
        count("Carpet Area", AREA, 450, 2_600).or(&[SIZE]).gaps(70),
        free("Area Unit", &["Sq. Ft."]).or(&["requirement.area_unit"]).gaps(70),
        list("Possession Type", TIMEFRAME, &["Ready to move", "Under construction", "Within 6 months"]).gaps(50),
        list("Source", SOURCE, &["MagicBricks", "Housing", "Walk In", "Reference", "Facebook"]),
        list("Sub-Source", DETAIL, &["Larkspur launch", "Premium listing", "Page enquiry"])
            .or(&[CAMPAIGN, KEPT])
            .gaps(45),
        list("Project(s)", PROJECT, &["Oakridge Towers", "Larkspur Greens", "Redstone Villas"])
            .or(&[PROPERTY])
            .gaps(35),
        agent("Assign To", &["Rohit Sheth", "Swati Ranade", "Omkar Hegde"]),
        state("Lead Status", &["New", "Callback", "Site Visit Scheduled", "Not Interested", "Booked"]),
        free("Reason", &["Budget mismatch", "To schedule a meeting", "Plan postponed", "First visit"])
            .or(&[UNFIT, STATUS])
            .gaps(40),
        other("Scheduled Date", |m| m.ahead(Style::Dmy('-'))).or(&[DUE, REMINDER, MET]).gaps(60),
        free("Channel Partner Name", &["Hawksworth Estates", "Northcliff Homes"]).or(&[REFERRER, DETAIL]).gaps(80),
        list("Notes", NOTES, &["Wants ready possession", "Loan approved", "Call only after 6"]).gaps(45),
        stamp("Created On", CREATED, Style::Dmy('-'), Clock::Twelve),
        moment("Last Modified On", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('-'), Clock::Twelve)
        })
        .or(&[ACTIVE]),
    ];
    let mut sheet = sheet("Leads-All-02-03-2026.csv", "person", Market::India, columns);
    sheet.again = 6;
    sheet.rows = 186;
    sheet
}

/// Contacts of a Spanish suite.
pub(super) fn contacts_es() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 9_310_442),
        given("Nombre"),
        family("Apellidos").gaps(10),
        col("Emails", EMAIL, |m| if m.row % 8 == 3 { both_mailboxes(m) } else { m.email() }).gaps(8),
        tel("Teléfonos", Dial::World).gaps(15),
        firm("Empresa").gaps(70),
        list("Cargo", JOB, &["Directora", "Abogado", "Autónomo"]).gaps(75),
        list("Estado", STATUS, &["Cliente potencial frío", "Cliente potencial caliente", "Cliente", "Perdido"])
            .or(&[STAGE]),
        agent("Propietario", &["Nuria Soler", "Gonzalo Cano"]),
        list("Fuente", SOURCE, &["Formulario web", "Portal", "Llamada", "Recomendación"]).gaps(15),
        list("Etiquetas", TAGS, &["comprador", "obra nueva", "inversor, vip", "newsletter"]).gaps(30),
        street("Dirección", STREET).or(&[WHOLE]).gaps(60),
        town("Ciudad", CITY).gaps(40),
        region("Provincia", REGION).gaps(45),
        zip("Código postal", POSTCODE).gaps(55),
        list("País", COUNTRY, &["España"]).gaps(30),
        born("Fecha de nacimiento", Style::Dmy('/')).gaps(88),
        count("Puntuación", SCORE, 0, 140).or(&[RATING]),
        list("Acepta comunicaciones (RGPD)", BY_EMAIL, &["Sí", "No"]).or(&[KEPT, BY_PHONE]).gaps(10),
        col("Último contacto", CONTACTED, |m| later(m).cell(Style::Dmy('/'))).or(&[ACTIVE]).gaps(25),
        stamp("Creado", CREATED, Style::Dmy('/'), Clock::Minutes),
        moment("Modificado", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        }),
        list("Comentarios", NOTES, &["Busca ático con terraza", "Vende en Ruzafa", "Prefiere WhatsApp"]).gaps(60),
    ];
    let mut sheet = sheet("contactos_exportados_02-03-2026.csv", "person", Market::Spain, columns);
    sheet.bom = true;
    sheet.rows = 136;
    sheet
}
