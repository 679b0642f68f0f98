//! What advertisers, forms, lists of tasks, books of account and managers of homes hand out.

use super::*;

/// Who filled in the form below an advertisement in India.
pub(super) fn ad_leads() -> Sheet {
    fn bracket(m: &mut Maker) -> Cell {
        match m.d.below(3) {
            0 => range("₹3 Cr - ₹4 Cr".into(), 30_000_000, 40_000_000, "INR"),
            1 => range("₹4 Cr - ₹6 Cr".into(), 40_000_000, 60_000_000, "INR"),
            _ => bound("₹6 Cr+".into(), "min", 60_000_000, "INR"),
        }
    }
    let columns = vec![
        col("Lead ID", ID, |m| Cell::plain(format!("CjcKEA{}", token(m, 24)))).or(&[KEPT]),
        stamp("Lead Submit Time", CREATED, Style::Iso, Clock::Seconds),
        other("Google Click ID", |m| Cell::plain(format!("Cj0KCQiA{}_wcB", token(m, 30)))).or(&[DETAIL]),
        free("Campaign ID", &["21004410771", "21004410802"]).or(&[CAMPAIGN, DETAIL]),
        list("Campaign Name", CAMPAIGN, &["Search | Worli Luxury", "PMax | Alderwood Heights", "Display | NRI"]),
        free("Ad Group ID", &["161004410220", "161004410221", "0"]).or(&[DETAIL]),
        free("Creative ID", &["690044102201", "690044102207"]).or(&[DETAIL]).gaps(30),
        free("Form ID", &["88004410", "88004417"]).or(&[DETAIL]),
        free("Form Name", &["Alderwood - price list", "Alderwood - site visit"]).or(&[DETAIL, SOURCE, CAMPAIGN]),
        full("Full Name"),
        tel("User Phone", Dial::Packed),
        mail("User Email").gaps(6),
        town("City", CITY).gaps(15),
        zip("Postal Code", POSTCODE).gaps(40),
        col("What is your budget?", MAX, bracket).or(&[MIN]).gaps(10),
        list("Preferred configuration", WANTED, &["2 BHK", "3 BHK", "4 BHK", "Duplex"]).or(&[BEDROOMS, KIND]).gaps(10),
        list("When do you plan to buy?", TIMEFRAME, &["Immediately", "In 3 months", "In 6 months"]).gaps(25),
        free("Is Test", &["FALSE"]),
    ];
    let mut sheet = sheet("lead_form_leads_2026-03-02.csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates, Market::America], 10);
    sheet.again = 6;
    sheet.rows = 174;
    sheet
}

/// What buyers in the Gulf answered in the form of a team, one question in each column.
pub(super) fn form_answers() -> Sheet {
    let columns = vec![
        serial("ID"),
        moment("Start time", CREATED, |m| {
            let day = m.met();
            in_hours(m, day, Style::Mdy('/'), 0)
        })
        .or(&[MET, KEPT]),
        moment("Completion time", CREATED, |m| {
            let day = m.met();
            in_hours(m, day, Style::Mdy('/'), 4)
        })
        .or(&[MET, KEPT]),
        // The form was open to everybody.
        free("Email", &["anonymous"]).or(&[EMAIL]),
        empty("Name").or(&[FULL]),
        full("What is your full name (as per passport)?"),
        mail("Your best email address"),
        tel("Your WhatsApp number with country code", Dial::World).label("whatsapp"),
        list("Nationality", NATIONALITY, &["Indian", "British", "Lebanese", "German", "Chinese"]).gaps(10),
        free("Are you a UAE resident?", &["Yes", "No"]),
        list("Are you buying to live or to invest?", PURPOSE, &["Live", "Invest", "Both"]),
        list("What type of home do you want?", WANTED, &["Apartment", "Villa", "Townhouse", "Penthouse"]).or(&[KIND]),
        list("How many bedrooms?", BEDROOMS, &["Studio", "1", "2", "3", "4+"]).gaps(8),
        list(
            "Which communities do you like?",
            LOCALITY,
            &["Downtown Dubai;Palm Jumeirah;", "Arabian Ranches;", "Yas Island;", "Dubai Hills;Arabian Ranches;"],
        )
        .or(&[TOWNS]),
        col("What is your maximum budget in AED?", MAX, |m| m.sum(1_200_000, 50_000, commas, "AED", true)).gaps(6),
        list("Will you need a mortgage?", FINANCING, &["Yes", "No, cash", "Not sure"]).gaps(10),
        list("When would you like to buy?", TIMEFRAME, &["Within a month", "1-3 months", "Just looking"]).gaps(12),
        list("How did you hear about us?", SOURCE, &["Instagram", "Friend", "Podcast", "Event"]).gaps(15),
        list("Anything else we should know?", NOTES, &["I own in Yas already", "Prefer a call after 6 pm", "2 dogs"])
            .gaps(60),
        free("Do you agree to our privacy policy?", &["I agree"]).or(&[AGREED, BY_EMAIL]),
    ];
    let mut sheet = sheet("Buyer questionnaire(1-96).csv", "person", Market::Emirates, columns);
    sheet.bom = true;
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Germany], 55);
    sheet.rows = 96;
    sheet
}

/// Tasks of a team in Britain, out of the pages in which it keeps everything.
pub(super) fn page_tasks() -> Sheet {
    const STATES: Words = &["Not started", "In progress", "Done", "Done", "Waiting"];
    /// `March 2, 2026`
    fn long_day(day: Day) -> String {
        format!("{} {}, {}", ENGLISH[day.month as usize - 1], day.day, day.year)
    }
    /// `March 2, 2026 9:41 AM`
    fn long(m: &mut Maker, day: Day) -> Cell {
        let (h, min) = (8 + m.d.below(4), m.d.below(60));
        let text = format!("{} {h}:{min:02} AM", long_day(day));
        Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
    }
    let columns = vec![
        list(
            "Task name",
            TASK,
            &["Draft particulars", "Call vendor re offer", "Order EPC", "Chase mortgage offer", "Collect keys"],
        )
        .or(&[SUBJECT]),
        doer("Assigned", &["Clementine Elphick", "Barnaby Foxley", "Tabitha Goodwin"]).gaps(6),
        turn("State", TASK_STATUS, STATES),
        list("Priority", PRIORITY, &["High", "Medium", "Low"]).gaps(20),
        col("Due", DUE, |m| {
            let day = m.soon();
            Cell::of(long_day(day), Kind::Date, json!(day.iso()))
        })
        .gaps(10),
        moment("Done on", DONE, |m| {
            if STATES[m.row % STATES.len()] != "Done" {
                return Cell::default();
            }
            let day = later(m);
            long(m, day)
        }),
        task_contact("Client").gaps(15),
        free("Property", &["3 Church Row", "Flat 2, Albert Terrace", "Orchard Close land"])
            .or(&[PROPERTY, PLACE, PLACE_STREET])
            .gaps(25),
        free("Area of work", &["Sales progression", "Marketing", "Admin"]).gaps(15),
        free("Tags", &["urgent", "chain", "probate"]).or(&[TAGS]).gaps(60),
        list(
            "Summary",
            TASK_NOTES,
            &["Solicitor away until 9th", "Vendor wants email not phone", "Keys with neighbour"],
        )
        .or(&[NOTES])
        .gaps(45),
        other("Created time", |m| {
            let day = m.met();
            long(m, day)
        })
        .or(&[CREATED]),
        free("Created by", &["Clementine Elphick", "Barnaby Foxley"]),
        other("Last edited time", |m| {
            let day = later(m);
            long(m, day)
        })
        .or(&[UPDATED]),
        empty("Parent-task"),
    ];
    let mut sheet = sheet("Tasks 1f2e04410a7780.csv", "task", Market::Britain, columns);
    sheet.entity_accept = &["interaction"];
    sheet.bom = true;
    sheet.again = 6;
    sheet.rows = 86;
    sheet
}

/// Repairs that tenants in Britain asked for.
pub(super) fn repairs() -> Sheet {
    const STATES: Words = &["Reported", "Quotes requested", "Instructed", "Works completed", "Closed"];
    let columns = vec![
        col("Issue Ref", TASK_ID, |m| Cell::plain(format!("IS{}", 4_410_220 + m.row * 7))).or(&[TALK_ID, KEPT]),
        turn(
            "Issue Title",
            TASK,
            &["Boiler not working", "Leak under sink", "Extractor fan noisy", "Mould in bedroom"],
        )
        .or(&[SUBJECT]),
        turn("Issue Status", TASK_STATUS, STATES),
        list("Urgency", PRIORITY, &["Low", "Standard", "Emergency"]),
        other("Fault Category", |m| Cell::plain(["Heating", "Plumbing", "Electrics", "Damp"][m.row % 4])),
        turn(
            "Fault Description",
            TASK_NOTES,
            &["No hot water since Monday", "Dripping into cupboard", "Fan hums all night", "Black spots by window"],
        )
        .or(&[BODY, NOTES])
        .gaps(10),
        col("Property", PLACE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.city))).or(&[PLACE_STREET, PROPERTY]),
        zip("Property Postcode", PLACE_POSTCODE).or(&[POSTCODE]),
        task_contact("Occupier Name").or(&[TALKER]),
        mail("Occupier Email").gaps(8),
        tel("Occupier Phone", Dial::Mixed).gaps(8),
        free("Landlord", &["Mr Bancroft", "Moorgate Capital", "Mrs Oakeshott"]).gaps(10),
        doer("Property Manager", &["Miriam Lockhart", "Duncan Aldridge"]),
        free("Contractor", &["Ivybank Heating", "Larchmont Electrical"]).gaps(40),
        free("Quote (£)", &["85.00", "140.00", "312.50"]).gaps(55),
        other("Reported On", |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
        .or(&[CREATED, MET]),
        ahead("Target Date", DUE, Style::Dmy('/')).gaps(20),
        col("Closed On", DONE, |m| {
            if STATES[m.row % STATES.len()] == "Closed" { later(m).cell(Style::Dmy('/')) } else { Cell::default() }
        }),
        free("Tenant presence required", &["Yes", "No"]),
    ];
    let mut sheet = sheet("IssuesExport_20260302.csv", "task", Market::Britain, columns);
    sheet.entity_accept = &["interaction"];
    sheet.crlf = true;
    sheet.again = 9;
    sheet.rows = 112;
    sheet
}

/// Whom an American office bills, as the report of its books prints them.
pub(super) fn billed_customers() -> Sheet {
    /// `Phone: (212) 555-0143  Mobile: (713) 555-0177`
    fn numbers(m: &mut Maker) -> Cell {
        let (a, b) = (m.tel(Dial::Home), m.other_tel(Dial::Home));
        if !m.row.is_multiple_of(3) {
            return Cell { text: format!("Phone:{}", a.text), truth: a.truth };
        }
        let (first, second) = (m.p.mobile.clone(), m.p.second.clone());
        phone(format!("Phone:{} Mobile:{}", a.text, b.text), &[&first, &second])
    }
    let columns = vec![
        full("Customer full name").or(&[FIRM]),
        firm("Company name").gaps(55),
        col("Phone numbers", PHONE, numbers).or(&[FIRM_PHONE]).gaps(12),
        mail("Email").or(&[FIRM_EMAIL]).gaps(10),
        col("Bill address", WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[FIRM_WHOLE, STREET, FIRM_STREET])
            .gaps(15),
        col("Ship address", WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[FIRM_WHOLE, STREET, FIRM_STREET, KEPT])
            .gaps(70),
        free("Customer type", &["Seller", "Landlord", "Referral partner"]).or(&[TAGS, STAGE, FIRM_TYPE]).gaps(30),
        free("Terms", &["Due on receipt", "Net 15", "Net 30"]).gaps(20),
        free("Preferred delivery method", &["Email", "Print later"]),
        free("Tax ID", &["00-0001204", "00-0002277"]).or(&[FIRM_NUMBER]).gaps(85),
        day("Create date", CREATED, Style::Mdy('/')).or(&[FIRM_MADE]),
        free("Open balance", &["0.00", "0.00", "1,250.00", "425.00"]),
        list("Note", NOTES, &["Referral fee 25%", "Pays by wire", "Closing gift sent"]).or(&[FIRM_NOTES]).gaps(60),
    ];
    let mut sheet = sheet("Oakfield Realty_Customer Contact List.csv", "person", Market::America, columns);
    sheet.entity_accept = &["account"];
    let width = sheet.columns.len();
    sheet.above =
        vec![padded(&["Customer Contact List"], width), padded(&["Oakfield Realty LLC"], width), padded(&[], width)];
    sheet.below = vec![padded(&["Monday, March 2, 2026 09:14 AM GMT-05:00"], width)];
    sheet.rows = 84;
    sheet
}

/// Who rents from an American manager of homes.
pub(super) fn residents() -> Sheet {
    let columns = vec![
        list("Property Name", PROPERTY, &["Bayview Court Apts", "Peachtree Commons", "Willow Creek Duplexes"])
            .or(&[PROJECT]),
        col("Unit Number", UNIT, |m| Cell::plain(format!("{}{}", 101 + m.row % 40, ["A", "B", ""][m.row % 3]))),
        free("Tenant Status", &["Current", "Current", "Future", "Past"]).or(&[STATUS, STAGE, INTEREST]),
        given("First Name"),
        family("Last Name"),
        mail("Primary Email").gaps(6),
        mail2("Alternate Email").gaps(85),
        col("Mobile Phone", PHONE, |m| m.tel(Dial::Home)).gaps(8),
        col("Work Phone", PHONE, |m| m.desk_tel(Dial::Home)).gaps(75),
        free("Text Opt-in", &["Yes", "No"]).or(&[BY_SMS]).gaps(10),
        // What the program writes where nobody asked.
        col("Date of Birth", BORN, |m| {
            if m.row % 7 == 3 { Cell::nothing("01/01/1900", Kind::Date) } else { m.born().cell(Style::Mdy('/')) }
        })
        .gaps(55),
        other("Move-in Date", |m| m.day(Style::Mdy('/'))).or(&[SEEN, CREATED]),
        other("Lease Start", |m| m.day(Style::Mdy('/'))).or(&[SEEN]),
        other("Lease End", |m| m.ahead(Style::Mdy('/'))).or(&[DUE]).gaps(10),
        free("Lease Type", &["Fixed", "Fixed w/ rollover", "At-will"]),
        sum("Rent", RENT, whole(1_400, 25, |n| format!("${}.00", thousands(n, ",")), "USD", true))
            .or(&[PRICE, AMOUNT, KEPT]),
        free("Deposits Held", &["$1,500.00", "$2,000.00"]),
        free("Balance Due", &["$0.00", "$0.00", "$215.00", "($50.00)"]),
        free("Emergency Contact", &["Lorraine Pierce", "Ian Walden"]).gaps(55),
        other("Emergency Contact Phone", |m| m.other_tel(Dial::Home)).or(&[PHONE]).gaps(58),
        free("Renters Insurance", &["On file", "Expired", "None"]).gaps(20),
        list("Comments", NOTES, &["Has 1 cat", "Pays by ACH", "Notice given 2/1"]).gaps(60),
    ];
    let mut sheet = sheet("Tenants_Export_03022026.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 146;
    sheet
}
