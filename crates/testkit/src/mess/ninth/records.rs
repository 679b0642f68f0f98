//! What systems document for firms, deals, tasks, talks and guests.

use super::*;

/// Accounts that a listening tool takes from a client system.
pub(super) fn accounts() -> Sheet {
    fn moment(header: &str, field: &'static str, cell: fn(&mut Maker) -> Cell) -> Column {
        col(header, field, cell)
    }
    let columns = vec![
        ident("id", FIRM_ID, "A-20"),
        moment("created", FIRM_MADE, |m| {
            let day = m.met();
            iso(m, day, "Z")
        })
        .or(&[CREATED]),
        moment("updated", FIRM_UPDATED, |m| {
            let day = later(m);
            iso(m, day, "Z")
        })
        .or(&[UPDATED]),
        firm_name("name"),
        list("type", FIRM_TYPE, &["Customer", "Prospect", "Partner"]).or(&[TAGS]),
        other("parent_id", |m| Cell::plain(format!("A-20{:03}", 1 + m.d.below(20)))).or(&[PARENT]).gaps(75),
        firm_site("website").gaps(15),
        free("sic", &["6531", "6552", "1521", "6798"]).or(&[INDUSTRY]).gaps(30),
        list("industry", INDUSTRY, &["Real Estate", "Construction", "Asset Management"]),
        free("currency", &["USD", "GBP"]).or(&[CURRENCY]),
        sum("annual_revenue", REVENUE, whole(1_200_000, 150_000, plain, "USD", false)).gaps(25),
        count("number_of_employees", STAFF, 4, 900).gaps(15),
        free("region", &["EMEA", "North America", "APAC"]).or(&[FIRM_REGION, REGION]),
        free("owner_id", &["U-7", "U-12", "U-31"]).or(&[FIRM_OWNER, OWNER, ASSIGNEE]),
    ];
    let mut sheet = firms_sheet("account.csv", Market::America, columns);
    sheet.rows = 80;
    sheet
}

/// Customers and suppliers of a bookkeeping tool in Spain, with the columns of its list.
pub(super) fn books_es() -> Sheet {
    let columns = vec![
        day("Creado", FIRM_MADE, Style::Dmy('/')).or(&[CREATED]),
        firm_name("Nombre"),
        col("ID", FIRM_NUMBER, |m| Cell::plain(format!("B99{:06}", 100 + m.row * 7))).or(&[FIRM_ID, ID, KEPT]),
        firm_mail("Email").gaps(10),
        firm_tel("Teléfono", Dial::Home).gaps(20),
        tel("Móvil", Dial::Home).or(&[FIRM_PHONE]).gaps(40),
        firm_street("Dirección"),
        firm_town("Población"),
        firm_zip("Código postal"),
        firm_region("Provincia"),
        firm_land("País"),
        list("Código país", FIRM_COUNTRY, &["ES"]).or(&[COUNTRY, KEPT]),
        list("Idioma", LANGUAGE, &["es", "es", "ca"]).or(&[KEPT]),
        free("Moneda", &["EUR"]).or(&[CURRENCY]),
        free("Dto %", &["0", "5", "10"]).gaps(50),
        other("Cuenta", |m| Cell::plain(format!("4300{:04}", 1 + m.row))).or(&[FIRM_ID]),
    ];
    let mut sheet = firms_sheet("contactos.csv", Market::Spain, columns);
    sheet.rows = 90;
    sheet
}

/// Customers of a bookkeeping tool in Britain.
pub(super) fn books_gb() -> Sheet {
    let columns = vec![
        ident("Reference", FIRM_ID, "CUS").or(&[ID]),
        firm_name("Company Name"),
        empty("Currency").or(&[CURRENCY]),
        free_sum("Credit Limit", whole(500, 250, plain, "GBP", false)).gaps(40),
        free("Main Address Type", &["Delivery", "Accounts"]).gaps(30),
        firm_street("Main Address Line 1"),
        free("Main Address Line 2", &["Unit 4", "First Floor", "The Mews"])
            .or(&[FIRM_STREET2, "person.address[].street2"])
            .gaps(75),
        firm_town("Main Address Town"),
        firm_region("Main Address County").gaps(20),
        firm_zip("Main Address Post Code"),
        list("Main Address Country", FIRM_COUNTRY, &["GB", "GB", "IE"]).or(&[COUNTRY]),
        full("Main Contact Name").or(&[CONTACT]),
        desk("Main Contact Phone", Dial::Home).or(&[FIRM_PHONE]).gaps(20),
        tel("Main Contact Mobile", Dial::Home).or(&[FIRM_PHONE]).label("mobile").gaps(40),
        mail("Main Contact Email").or(&[FIRM_EMAIL]),
        empty("Main Contact Fax").or(&[PHONE, FIRM_PHONE]),
    ];
    let mut sheet = firms_sheet("customers.csv", Market::Britain, columns);
    sheet.rows = 70;
    sheet
}

/// Opportunities, each with what is to be sold.
pub(super) fn opportunities() -> Sheet {
    let columns = vec![
        list(
            "Opportunity Name",
            DEAL,
            &["Penthouse resale", "Bulk units Tower B", "Leaseback of offices", "Villa exchange"],
        ),
        col("Customer Name", CONTACT, |m| if m.row.is_multiple_of(3) { company(m) } else { m.full() })
            .or(&[DEAL_FIRM, FULL, FIRM, COMPANY]),
        list("Status", DEAL_STATUS, &["Forecasted", "Not Forecasted"]).or(&[KEPT]).or_ask(),
        list("Sales Stage", DEAL_STAGE, &["01 - Lead", "02 - Qualified", "04 - Proposal", "05 - Negotiation"]),
        count("Win Probability", PROBABILITY, 5, 95),
        list("Currency", CURRENCY, &["US Dollar"]),
        ahead("Close Date", CLOSING, Style::Mdy('/')),
        free("Product Category Code", &["RES", "COM", "LAND"]),
        free("Product Name", &["Two-bedroom unit", "Office floor", "Plot"]).or(&[PROPERTY, KIND]),
        tally("Quantity", 1, 12),
        sum("Amount", AMOUNT, whole(240_000, 12_500, |n| format!("{n}.00"), "USD", false)),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::America, columns);
    sheet.rows = 66;
    sheet
}

/// Calls as a provider of lines lists them: seconds, and numbers with their codes.
pub(super) fn lines() -> Sheet {
    let columns = vec![
        col("callid", TALK_ID, |m| Cell::plain(format!("{:08x}-{:04x}@pbx.example", m.d.below(0x7fff_ffff), m.row))),
        col("startTime", MET, |m| {
            let day = m.met();
            database(m, day)
        }),
        count("duration", DURATION, 0, 900),
        col("caller", PHONE, |m| end_of_call(m, true)).or(&[TALKER, KEPT]).or_ask(),
        col("callee", PHONE, |m| end_of_call(m, false)).or(&[TALKER, KEPT]).or_ask(),
        other("price", |m| Cell::plain(format!("0.{:04}", m.d.below(4_000)))),
        col("direction", DIRECTION, |m| Cell::plain(if m.row.is_multiple_of(2) { "outbound" } else { "inbound" })),
    ];
    let mut sheet = sheet("calls_202509.csv", "interaction", Market::Britain, columns);
    sheet.rows = 180;
    sheet
}

/// Touches of a client system, in the columns that an importing service asks for.
pub(super) fn touches() -> Sheet {
    let columns = vec![
        ident("id", TALK_ID, "act_").or(&[TASK_ID]),
        other("contact_id", |m| Cell::plain(format!("con_{}", 100 + m.d.below(400))))
            .or(&[ID, TALKER, CONTACT])
            .gaps(10),
        other("account_id", |m| Cell::plain(format!("acc_{}", 10 + m.d.below(60)))).or(&[FIRM_ID, DEAL_FIRM]).gaps(50),
        list("kind", CHANNEL, &["call", "email", "meeting", "demo", "note"]),
        list("subject", SUBJECT, &["Intro call", "Viewing recap", "Offer terms", "Price reduction"]).or(&[TASK]),
        list("body", BODY, &["Wants to see it again on Saturday.", "Sent the floor plans.", "Waiting for the bank."])
            .or(&[NOTES, TASK_NOTES])
            .gaps(35),
        col("occurred_at", MET, |m| {
            let day = m.met();
            iso(m, day, "Z")
        })
        .or(&[DUE, DONE]),
        count("duration_min", DURATION, 1, 75).gaps(30),
    ];
    let mut sheet = sheet("activities.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["task"];
    sheet.rows = 150;
    sheet
}

/// Tasks of a planner that knows where each is to be done.
pub(super) fn planner() -> Sheet {
    let columns = vec![
        list("Title", TASK, &["Photograph the house", "Put up the board", "Check the meters", "Meet the valuer"]),
        list("Description", TASK_NOTES, &["Bring the wide lens", "Keys from the concierge", "Ask about the loft"])
            .or(&[NOTES])
            .gaps(35),
        list("Assignee", TASK_FOR, &["j.pruitt", "m_rosales", "tessa-k"]).or(&[ASSIGNEE, OWNER]),
        free("Owner", &["team.lead", "office"]).or(&[OWNER, TASK_FOR, ASSIGNEE]),
        list("Priority", PRIORITY, &["Low", "Medium", "High"]),
        list("Status", TASK_STATUS, &["Draft", "ToDo", "InProgress", "Done"]),
        other("Location", whole_address).or(&[PLACE, WHOLE, PLACE_STREET]).gaps(20),
        other("Latitude", |m| degrees(m, 33)).gaps(30),
        other("Longitude", |m| Cell::plain(format!("-{}", degrees(m, 111).text))).gaps(30),
        empty("Elevation"),
        ahead("DueDate", DUE, Style::Iso).gaps(10),
    ];
    let mut sheet = sheet("task-import-template.csv", "task", Market::America, columns);
    sheet.rows = 75;
    sheet
}

/// Guests of an event, with what each registration cost.
pub(super) fn guests() -> Sheet {
    let columns = vec![
        list("Event", CAMPAIGN, &["Investor Evening", "Launch Preview"]).or(&[DETAIL, SOURCE, TAGS, KEPT]).or_ask(),
        tally("Transaction ID", 4_100, 4_900),
        code("Attendee ID", ID, "", 2_310),
        tally("Registration ID", 7_000, 7_900).or(&[ID]),
        col("Time registration occurred", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        other("Unique Code for this registration", |m| {
            Cell::plain(format!("3-1-{}-{:04x}", m.row, m.d.below(0x1_0000)))
        })
        .or(&[ID]),
        free("Count of this registration in the group registration ", &["1", "2"]),
        other("Registration's share of the transaction total", |m| m.pick(&["0.00", "45.00", "90.00"])),
        free("Currency", &["USD"]).or(&[CURRENCY]),
        free("Registration Status", &["Approved", "Approved", "Pending Payment", "Cancelled"]).or(&[STATUS, STAGE]),
        free("Transaction Status", &["Complete", "Incomplete"]),
        other("Transaction Amount Due", |m| m.pick(&["0.00", "45.00"])),
        other("Amount Paid", |m| m.pick(&["0.00", "45.00", "90.00"])).or(&[AMOUNT]),
        other("Payment Date(s)", |m| m.day(Style::Iso)).gaps(50),
        free("Payment Method(s)", &["Credit Card", "Invoice"]).gaps(50),
        other("Gateway Transaction ID(s)", |m| Cell::plain(format!("TX{:08}", m.d.below(100_000_000)))).gaps(55),
        free("Check-Ins", &["IN", "OUT", "never"]),
        free("Ticket Name", &["General", "VIP"]).or(&[TAGS]),
        free("Datetimes of Ticket", &["2025-11-04 18:30", "2025-11-05 18:30"]),
        given("First Name"),
        family("Last Name"),
        mail("Email Address"),
        street("Address Part 1", STREET).gaps(45),
        free("Address Part 2", &["Apt 4B", "Suite 210"]).or(&["person.address[].street2"]).gaps(85),
        town("City", CITY).gaps(45),
        region("State", REGION).gaps(45),
    ];
    let mut sheet = sheet("registrations-report.csv", "person", Market::America, columns);
    sheet.rows = 105;
    sheet
}
