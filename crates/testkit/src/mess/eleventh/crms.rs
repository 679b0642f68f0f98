//! What client systems hand out and take in: deals, firms, clients of estate agents, tenants.

use super::*;

/// Deals, with every field that the system has from the start.
pub(super) fn deals() -> Sheet {
    fn lost(m: &Maker) -> bool {
        m.row % 6 == 1
    }
    fn won(m: &Maker) -> bool {
        m.row % 4 == 3
    }
    // The amount beside it is one of this currency.
    fn currency(m: &Maker) -> &'static str {
        if m.row % 3 == 2 { "USD" } else { "AED" }
    }
    // What closed and what was won or lost are one day.
    fn ended(m: &mut Maker, shown: bool) -> Cell {
        let day = Day { year: 2026, month: 1 + m.row as u32 % 9, day: 1 + m.row as u32 * 7 % 28 };
        if shown { database(m, day) } else { Cell::default() }
    }
    let columns = vec![
        col("Deal - Title", DEAL, |m| Cell::plain(format!("{} {} deal", m.p.given, m.p.family))),
        col("Deal - Value", AMOUNT, |m| whole(1_100_000, 50_000, plain, currency(m), true).cell(m)),
        col("Organization", DEAL_FIRM, company).or(&[FIRM, COMPANY]).gaps(55),
        deal_contact("Contact person"),
        deal_agent("Deal - Owner", &["Hala Bitar", "Bilal Naji", "Layan Habib"]),
        list("Deal - Stage (pipeline)", DEAL_STAGE, &["Qualified", "Viewing", "Offer made", "MOU", "Transfer"])
            .or(&[PIPELINE]),
        ahead("Deal - Expected close date", CLOSING, Style::Iso).gaps(20),
        col("Deal - Currency of value", CURRENCY, |m| Cell::plain(currency(m))),
        free("Deal - Label", &["Hot", "Warm", "Cold"]).or(&[TAGS, RATING]).gaps(40),
        moment("Deal - Creation date", DEAL_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        other("Deal - Closed on", |m| ended(m, lost(m) || won(m))).or(&[WON, LOST, CLOSING]),
        col("Deal - Lost reason", LOST_BECAUSE, |m| {
            if lost(m) { m.pick(&["Price", "Bought elsewhere", "Mortgage refused"]) } else { Cell::default() }
        }),
        col("Deal - Lost time", LOST, |m| ended(m, lost(m))),
        count("Deal - Probability", PROBABILITY, 10, 95).gaps(50),
        col("Deal - Status", DEAL_STATUS, |m| {
            Cell::plain(if lost(m) {
                "Lost"
            } else if won(m) {
                "Won"
            } else {
                "Open"
            })
        }),
        col("Deal - Won time", WON, |m| ended(m, won(m) && !lost(m))),
        free("Deal - Visible to", &["Item owner's visibility group", "All users"]).or(&[PRIVATE]),
        code("Deal - Pipedrive System ID", DEAL_ID, "", 311),
    ];
    let mut sheet = sheet("deals-9120331-41.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["person"];
    sheet.abroad = (vec![Market::Britain, Market::India], 30);
    sheet.rows = 88;
    sheet
}

/// Chances of a suite for agencies, with who they are about.
pub(super) fn opportunities() -> Sheet {
    let columns = vec![
        col("Opportunity name", DEAL, |m| Cell::plain(format!("{} {}", m.p.given, m.p.family))).or(&[FULL]),
        deal_contact("Contact Name"),
        tel("phone", Dial::Packed).gaps(8),
        mail("email").gaps(8),
        list("pipeline", PIPELINE, &["Buyers", "Sellers", "Past clients"]),
        list("stage", DEAL_STAGE, &["New Lead", "Appointment Set", "Showing Homes", "Under Contract", "Closed"]),
        sum("Lead Value", AMOUNT, whole(450, 450, plain, "USD", false)),
        list("source", DEAL_SOURCE, &["Facebook Form", "Open House", "Website", "Referral"]).or(&[SOURCE]).gaps(15),
        deal_agent("assigned", &["Audrey Mercado", "Keith Langston"]).gaps(20),
        moment("Created on", DEAL_MADE, |m| {
            let day = m.met();
            iso(m, day, ".061Z")
        })
        .or(&[CREATED]),
        moment("Updated on", DEAL_UPDATED, |m| {
            let day = later(m);
            iso(m, day, ".061Z")
        })
        .or(&[UPDATED]),
        free("lost reason ID", &["66b1f2a0c1", "66b1f2a0c2"]).gaps(88),
        list("lost reason name", LOST_BECAUSE, &["Went with another agent", "Not ready"]).or(&[UNFIT]).gaps(88),
        free("Followers", &["Audrey Mercado", "Keith Langston"]).or(&[ASSIGNEE, TALKER]).gaps(85),
        list("Notes", DEAL_NOTES, &["Left VM twice", "Wants 3/2 with yard\nunder 480k", "Sent CMA, waiting"])
            .or(&[NOTES])
            .gaps(40),
        list("tags", TAGS, &["buyer", "buyer,fthb", "seller", "investor"]).or(&[KEPT]).gaps(35),
        tally("Engagement score", 0, 60).or(&[SCORE]),
        list("status", DEAL_STATUS, &["open", "open", "won", "lost", "abandoned"]),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 112;
    sheet
}

/// Firms of a workspace that fills its columns from mailboxes and calendars.
pub(super) fn companies() -> Sheet {
    fn at(header: &str) -> Column {
        let (last, next) = (header.starts_with("Last"), header.starts_with("Next"));
        other(header, move |m| {
            let day = if next {
                m.soon()
            } else if last {
                later(m)
            } else {
                m.met()
            };
            iso(m, day, ".000Z")
        })
    }
    let columns = vec![
        col("Record ID", FIRM_ID, |m| Cell::plain(format!("{}-4b1e-{}", token(m, 8), token(m, 12)))),
        col("Domains", DOMAIN, domain).or(&[FIRM_SITE]).gaps(10),
        col("Name", FIRM, called).or(&[COMPANY]),
        list("Description", FIRM_NOTES, &["Family office, buys blocks", "Fit-out contractor", "Relocation agents"])
            .or(&[NOTES])
            .gaps(45),
        other("Team", |m| m.full()).or(&[FULL, CONTACT]).gaps(30),
        list("Categories", INDUSTRY, &["Real Estate", "Construction", "Financial Services, B2B", "Hospitality"])
            .or(&[FIRM_TYPE, TAGS])
            .gaps(25),
        col("Primary location", FIRM_WHOLE, |m| Cell::plain(format!("{}, {}", m.p.city, m.p.country)))
            .or(&[FIRM_CITY, WHOLE, CITY])
            .gaps(25),
        other("Logo URL", |m| Cell::plain(format!("https://logos.example/{}.png", token(m, 6)))).or(&[PHOTO]).gaps(30),
        empty("AngelList"),
        empty("Facebook").or(&[SOCIAL]),
        other("Instagram", handle).or(&[SOCIAL]).gaps(80),
        other("LinkedIn", profile).or(&[SOCIAL]).gaps(40),
        empty("Twitter").or(&[SOCIAL]),
        empty("Twitter follower count"),
        free("Estimated ARR", &["$1M-$10M", "$10M-$50M", "$0-$1M"]).or(&[REVENUE]).gaps(55),
        empty("Funding raised"),
        other("Foundation date", |m| Cell::plain((1975 + m.d.below(48)).to_string())).gaps(40),
        list("Employee range", STAFF, &["1-10", "11-50", "51-250", "251-1K"]).or(&[KEPT]).gaps(25),
        at("First calendar interaction").gaps(60),
        at("Last calendar interaction").or(&[ACTIVE, CONTACTED]).gaps(60),
        at("Next calendar interaction").gaps(92),
        at("First email interaction").gaps(25),
        at("Last email interaction").or(&[ACTIVE, CONTACTED]).gaps(25),
        at("First interaction").gaps(20),
        at("Last interaction").or(&[ACTIVE, CONTACTED, FIRM_UPDATED]).gaps(20),
        at("Next interaction").gaps(92),
        empty("Connection strength (legacy)"),
        free("Connection strength", &["Very weak", "Weak", "Good", "Strong"]).or(&[RATING]).gaps(20),
        free("Strongest connection", &["Georgina Lockwood", "Miles Goodall"]).or(&[FIRM_OWNER, OWNER]).gaps(20),
        free("Associated deals", &["Wandsworth block", "Mill Lane site"]).or(&[DEAL]).gaps(75),
    ];
    let mut sheet = firms_sheet("Companies - All companies - export.csv", Market::Britain, columns);
    sheet.rows = 74;
    sheet
}

/// Leads in the fixed columns that a system for American teams takes in.
pub(super) fn agents_leads() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        full("Full Name"),
        mail("Email").gaps(6),
        mail2("Secondary Email").gaps(75),
        tel("Phone", Dial::Home).gaps(10),
        tel2("Secondary Phone", Dial::Home).gaps(75),
        list("Lead Source", SOURCE, &["Zillow", "Realtor.com", "Open House", "Facebook", "Referral"]),
        agent("Assigned Agent", &["Camille Ellison", "Spencer Dobbs", "Hope Salinas"]).gaps(10),
        street("Street Address", STREET).gaps(40),
        town("City", CITY).gaps(30),
        region("State", REGION).gaps(30),
        zip("Zip Code", POSTCODE).gaps(40),
        list("Tags", TAGS, &["Hot Lead; First Time Buyer", "Investor", "Seller; Downsizing", "Relocating"]).gaps(15),
        list("Short Summary", NOTES, &["Source: Zillow | Location: Austin, TX", "Source: Referral", "Cash, 60 days"])
            .or(&[KEPT])
            .gaps(20),
        list(
            "Add to Import Note",
            NOTES,
            &["Search Criteria: 3 bed 2 bath\n\nNotes: pre-approved", "Notes: call after 5", "Notes: pool required"],
        )
        .or(&[KEPT])
        .gaps(25),
    ];
    let mut sheet = sheet("sierra-import.csv", "person", Market::America, columns);
    sheet.again = 4;
    sheet.rows = 165;
    sheet
}

/// Tenants whose lease begins, ends or is renewed, as a system for managers of houses reports them.
pub(super) fn tickler() -> Sheet {
    fn key(header: &str, from: usize) -> Column {
        other(header, move |m| Cell::plain((from + m.d.below(300)).to_string()))
    }
    fn house_name(m: &Maker) -> &'static str {
        ["Walnut Court", "Harbor View", "Juniper Flats"][m.row % 3]
    }
    fn home(m: &Maker) -> String {
        format!("{} {}, {} {}", m.p.street, m.p.city, region_of(m.p.city), m.p.postcode)
    }
    let columns = vec![
        other("Date", |m| m.ahead(Style::Mdy('/'))).or(&[DUE, MET, SEEN]),
        free("Event", &["Lease Expiration", "Move In", "Move Out", "Renewal Offer"]).or(&[TASK, SUBJECT]),
        col("Property", PROPERTY, |m| Cell::plain(format!("{} - {}", house_name(m), home(m)))).or(&[PLACE, PROJECT]),
        unit("Unit"),
        empty("Tags").or(&[TAGS]),
        col("Tenant", FULL, |m| m.family_first()),
        col("Tenant Phone Number", PHONE, |m| {
            let p = m.p.mobile.clone();
            let n = &p.national;
            phone(format!("Mobile: ({}) {}-{}", &n[..3], &n[3..6], &n[6..]), &[&p])
        })
        .gaps(6),
        mail("Tenant Email").gaps(8),
        free_sum("Rent", whole(1_250, 25, commas, "USD", false)).or(&[RENT, PRICE, AMOUNT]),
        other("Lease From", |m| m.day(Style::Mdy('/'))).or(&[SEEN]),
        other("Lease To", |m| m.ahead(Style::Mdy('/'))),
        free_sum("Deposit", whole(500, 50, commas, "USD", false)),
        col("Property Name", PROPERTY, |m| Cell::plain(house_name(m))).or(&[PROJECT]),
        key("Property ID", 20).or(&[LISTING]),
        col("Property Address", PLACE, |m| Cell::plain(home(m))).or(&[WHOLE]),
        col("Property Street Address 1", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[STREET]),
        empty("Property Street Address 2").or(&[STREET2]),
        town("Property City", PLACE_TOWN).or(&[CITY]),
        region("Property State", PLACE_REGION).or(&[REGION]),
        zip("Property Zip", PLACE_POSTCODE).or(&[POSTCODE]),
        free("Unit Type", &["2BD/1.00BA", "1BD/1.00BA", "3BD/2.00BA"]).or(&[KIND, ROOMS]),
        list("Tenant Tags", TAGS, &["Pet", "Section 8", "Autopay"]).gaps(70),
        other("Move Out Date", |m| m.ahead(Style::Mdy('/'))).gaps(75),
        free("Move Out Reason", &["Bought home", "Relocating", "Transfer"]).gaps(80),
        other("Move In Date", |m| m.day(Style::Mdy('/'))).or(&[SEEN]),
        other("Lease Sign Date", |m| m.day(Style::Mdy('/'))).gaps(20),
        agent("Assigned User", &["Garrett Ingram", "Rosalind Abbott"]).or(&[TASK_FOR, KEPT]).gaps(40),
        list("Tenant Status", STATUS, &["Current", "Notice", "Future"]).or(&[STAGE, KEPT]),
        free("Security Deposit Return Payment", &["Check", "ACH"]).gaps(85),
        key("Unit ID", 300).or(&[LISTING]),
        key("Occupancy ID", 900),
        code("Tenant ID", ID, "", 4_410),
        empty("Rental Application ID"),
        free("Portfolio ID", &["11", "14"]),
    ];
    let mut sheet = sheet("tenant_tickler-20260120.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest", "task", "interaction"];
    sheet.rows = 90;
    sheet
}

/// Clients of estate agents in France, two to a row where two buy together.
pub(super) fn contacts_fr() -> Sheet {
    fn cross(header: &str, gaps: usize) -> Column {
        free(header, &["X"]).or(&[TAGS, STAGE]).gaps(gaps)
    }
    let columns = vec![
        code("Référence", ID, "", 8_751_280),
        free("Agence", &["Immo Tilleuls"]),
        agent("Utilisateur", &["Florent B.", "Margaux T."]),
        free("Type", &["Particulier", "Particulier", "Société"]).or(&[TAGS]),
        other("Nom", company).or(&[COMPANY, FIRM, FULL]).gaps(90),
        list("Civilité", PREFIX, &["Monsieur", "Madame"]).or(&[GENDER]).gaps(5),
        family("Nom de famille"),
        given("Prénom").gaps(5),
        job("Profession").gaps(60),
        mail("e-mail").gaps(10),
        desk("Téléphone", Dial::Home).gaps(65),
        tel("Mobile", Dial::Home).gaps(10),
        empty("Télécopie").or(&[PHONE]),
        born("Date de naissance", Style::Dmy('/')).gaps(70),
        free("Lieu de naissance", &["Nantes", "Lyon", "Paris"]).gaps(75),
        list("Nationalité", NATIONALITY, &["Française", "Belge", "Suisse"]).gaps(60),
        empty("Numéro fiscal"),
        free("Civilité", &["Madame", "Monsieur"]).or(&[PREFIX]).gaps(70),
        col("Nom de famille", SPOUSE_FAMILY, |m| m.family()).or(&[KEPT, FAMILY]).or_ask().gaps(70),
        col("Prénom", SPOUSE_GIVEN, |m| name(m.p.spouse.clone())).or(&[KEPT]).or_ask().gaps(70),
        empty("Profession").or(&[JOB]),
        col("e-mail", SPOUSE_EMAIL, |m| m.second_email()).or(&[EMAIL, KEPT]).or_ask().gaps(75),
        col("Mobile", SPOUSE_PHONE, |m| m.other_tel(Dial::Home)).or(&[PHONE, KEPT]).or_ask().gaps(75),
        empty("Date de naissance").or(&[BORN]),
        empty("Lieu de naissance"),
        empty("Nationalité").or(&[NATIONALITY]),
        empty("Numéro fiscal"),
        street("Adresse", STREET).or(&[WHOLE]).gaps(20),
        list("Adresse", STREET2, &["Bât. B", "3e étage", "Résidence du Parc"]).or(&[KEPT]).or_ask().gaps(85),
        zip("Code postal", POSTCODE).gaps(20),
        town("Ville", CITY).gaps(20),
        land("Pays", COUNTRY),
        cross("Propriétaires", 70),
        cross("Propriétaires actifs", 80),
        cross("Demandeurs", 35),
        cross("Demandeurs actifs", 50),
        cross("Fournisseur", 95),
        cross("Prescripteur", 95),
        empty("Attributs"),
        empty("Activité"),
        free("Mailing", &["Abonné", "Non abonné"]),
        list("e-mailing", BY_EMAIL, &["Abonné", "Non abonné"]).or(&[KEPT]),
        free("Magazine", &["Non abonné"]),
        list("Langue parlée 1", LANGUAGE, &["français", "français", "anglais"]),
        list("Langue parlée 2", LANGUAGE, &["anglais", "allemand"]).or(&[KEPT]).gaps(85),
        free("Monnaie", &["EUR"]),
        cross("Extranet", 60),
        empty("Contact lié"),
        free("Situation familiale", &["Marié(e)", "Célibataire", "Pacsé(e)"]).gaps(55),
        free("Régime matrimonial", &["Communauté", "Séparation de biens"]).gaps(85),
        list("Nombre d'enfants", CHILDREN, &["1", "2", "3"]).gaps(75),
        empty("Site internet").or(&[WEBSITE]),
        moment("Créé le", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        moment("Mise à jour le", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        }),
        list("Commentaire", NOTES, &["Cherche T3 avec balcon", "Vend pour acheter plus grand", "Rappeler en juin"])
            .gaps(55),
    ];
    let mut sheet = sheet("contacts-export.csv", "person", Market::France, columns);
    sheet.rows = 102;
    sheet
}
