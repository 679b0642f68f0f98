//! Exports of systems.

use super::*;

/// Contacts with their companies beside them, some headers twice.
pub(super) fn hubspot() -> Sheet {
    let columns = vec![
        code("Record ID - Contact", ID, "", 1_003),
        given("First Name").gaps(20),
        family("Last Name").gaps(25),
        free("Client Grade", &["C Clients (Small, Call Every 30 Days)", "A Clients"]).or(&[RATING, TAGS]).gaps(80),
        mail("Email").gaps(4),
        col("Phone Number", PHONE, |m| if m.d.percent(35) { Cell::nothing("null", Kind::Phone) } else { american(m) })
            .gaps(30),
        list("Contact owner", OWNER, &["Gwen Tarrant", "Miles Abbott"]).or(&[ASSIGNEE]).gaps(60),
        moment("Last Activity Date", ACTIVE, |m| {
            let day = later(m);
            short_american(m, day)
        })
        .gaps(60),
        moment("Create Date", CREATED, |m| {
            let day = m.met();
            short_american(m, day)
        }),
        firm("Company Name").gaps(85),
        free("Contact type", &["AMC Contact", "Accountant", "Accredited Investor", "AMC Billing Contact"])
            .or(&[STAGE, TAGS]),
        land("Country/Region", COUNTRY).gaps(90),
        job("Job Title").gaps(80),
        col("Mobile Phone Number", PHONE, |m| m.other_tel(Dial::Home)).label("mobile").gaps(80),
        region("State/Region", REGION).gaps(60),
        street("Street Address", STREET).gaps(65),
        col("Website URL", WEBSITE, site).or(&[FIRM_SITE]).gaps(90),
        other("Last Engagement Date", |m| {
            let day = later(m);
            short_american(m, day)
        })
        .or(&[ACTIVE, CONTACTED])
        .gaps(60),
        zip("Postal Code", POSTCODE).gaps(65),
        other("Record ID - Company", |m| m.code("", 21_526_623)).or(&[FIRM_ID]).gaps(80),
        firm_name("Company name").gaps(80),
        other("Create Date", |m| {
            let day = m.met();
            short_american(m, day)
        })
        .or(&[FIRM_MADE])
        .gaps(80),
        col("Phone Number", FIRM_PHONE, |m| m.desk_tel(Dial::World)).or(&[PHONE]).or_ask().gaps(85),
        other("Last Activity Date", |m| {
            let day = later(m);
            short_american(m, day)
        })
        .gaps(80),
        town("City", CITY).or(&[FIRM_CITY]).gaps(85),
        land("Country/Region", FIRM_COUNTRY).or(&[COUNTRY]).or_ask().gaps(90),
        list("Industry", INDUSTRY, &["Real Estate", "Financial Services"]).gaps(80),
    ];
    let mut sheet = sheet("hubspot_contacts.csv", "person", Market::America, columns);
    sheet.rows = 240;
    sheet
}

/// Leads of somebody who rents out parking spaces, two countries in one list.
pub(super) fn salesforce() -> Sheet {
    let columns = vec![
        given("First Name").gaps(55),
        family("Last Name").gaps(10),
        job("Title").gaps(85),
        firm("Company / Account"),
        mail("Email").gaps(60),
        list("Lead Source", SOURCE, &["Inbound Email", "Spotting / Bike Tours"]).gaps(70),
        street("Street", STREET).or(&[FIRM_STREET]).gaps(10),
        empty("Rating"),
        list("Lead Owner", OWNER, &["Lewis Hart", "Sanne Prins", "Jord Kooij"]).or(&[ASSIGNEE]),
        free("Building Name", &["Bank House", "One Castlegate", "The Podium", "Aurora"])
            .or(&[PROPERTY, PROJECT])
            .gaps(40),
        list(
            "Description / Additional Info",
            NOTES,
            &["Email is for the property manager.", "30 spaces, \nno barrier", "contact via KYCM"],
        )
        .gaps(50),
        free("Priority", &["1", "2"]).or(&[PRIORITY, RATING]).gaps(25),
        tally("Total Number of parking spaces", 10, 400).gaps(15),
        tally("Total Occupied Parking Spaces", 0, 9).gaps(90),
        free("Type of Barrier", &["Barrier", "Speedgate", "Manual Gate", "No Barrier"]).gaps(60),
        free("Type of Parking", &["Indoor", "Outdoor", "Both"]).or(&[KIND, WANTED]).gaps(60),
        free("Converted", &["0", "0", "0", "1"]),
        list("Lead Status", STATUS, &["New", "Contacted", "Information Sent", "Disqualified", "Qualified"])
            .or(&[STAGE]),
        day("Create Date", CREATED, Style::DmyBare('-')),
        land("Country", COUNTRY).or(&[FIRM_COUNTRY]).gaps(70),
        list("Lead owner", OWNER, &["Adrian Hale", "Alex Moor", "Sanne"]).or(&[ASSIGNEE]),
        tel("Phone", Dial::Mixed).gaps(25),
        town("City", CITY).or(&[FIRM_CITY]).gaps(5),
    ];
    let mut sheet = sheet("salesforce_leads.csv", "person", Market::Britain, columns);
    sheet.abroad = (vec![Market::Netherlands], 30);
    sheet.delimiter = ';';
    sheet.quotes = Quotes::Always;
    sheet.rows = 160;
    sheet
}

/// Leads of a firm that made the system its own: most columns are its trade's, and many are empty.
pub(super) fn zoho() -> Sheet {
    let mut columns = vec![
        code("Lead Id", ID, "zcrm_9015450000000", 75_001),
        list("Lead Owner", OWNER, &["Customer Service"]).or(&[ASSIGNEE]),
        free("Lead Owner Id", &["zcrm_901545000000063001"]),
        col("Company", COMPANY, |m| sometimes(m, 30, "n/a", company)).or(&[FIRM]),
        given("First Name"),
        col("Last Name", FAMILY, |m| if m.d.percent(15) { Cell::plain("n/a") } else { m.family() }),
        mail("Email").gaps(6),
        col("Phone", PHONE, dashes).gaps(60),
        moment("Created Time", CREATED, |m| {
            let day = m.met();
            short_american(m, day)
        }),
        moment("Modified Time", UPDATED, |m| {
            let day = later(m);
            short_american(m, day)
        }),
        street("Street", STREET).gaps(85),
        town("City", CITY).gaps(85),
        region("State", REGION).gaps(85),
        zip("Zip Code", POSTCODE).gaps(85),
        land("Country", COUNTRY).gaps(90),
        list(
            "Description",
            NOTES,
            &["no order so far, close it", "Quoted 0.22 a piece, \"asked twice\"", "Needs 400 pieces by spring"],
        )
        .gaps(20),
        empty("Salutation").or(&[PREFIX]),
        moment("Last Activity Time", ACTIVE, |m| {
            let day = later(m);
            short_american(m, day)
        }),
        free("Colors", &["metallic silver", "navy blue"]).gaps(80),
        free("Product", &["Pre-tied bows", "Loops"]).gaps(80),
        free("Materials", &["elastic", "satin"]).gaps(80),
        free("Width", &["3/8", "n/a"]).gaps(80),
        tally("Length", 3, 14).gaps(80),
        free("Applications", &["folded tent cards", "candle holders"]).gaps(85),
    ];
    columns.extend(unused(&["Ribbon Types", "Attachment"]));
    columns.extend(vec![
        tally("Quantity", 100, 900).gaps(80),
        list("Status", STATUS, &["Closed - Lost", "Junk Lead", "Not Contacted"]).or(&[STAGE]).gaps(35),
    ]);
    columns.extend(unused(&[
        "New Contact?",
        "Importance Rating",
        "Source",
        "Widths",
        "In Hand Date",
        "Lead-Time",
        "Lead Number",
        "File URL",
        "Closing Date",
        "Metal End Color",
        "Bow Loop Type",
        "Ribbon Cut Type",
        "Bow Size",
        "Tag Type",
        "Hole Type",
        "Customer Notes",
        "Company Notes",
        "Coupon Code",
    ]));
    columns.push(free("Registered", &["FALSE"]));
    columns.push(free("Subscriber", &["FALSE", "FALSE", "TRUE"]).or(&[BY_EMAIL]));
    columns.extend(unused(&["inHandDate", "quote info", "quote number", "sample info", "lead info", "Potential"]));
    sheet("inquiries.csv", "person", Market::America, columns)
}

/// Deals as the system's own interface names their fields; titles in Russian.
pub(super) fn bitrix() -> Sheet {
    let mut columns = vec![
        code("ID", DEAL_ID, "", 1),
        col("TITLE", DEAL, |m| {
            let of = *m.d.one_of(&["Сделка", "Квартира", "Аренда офиса"]);
            Cell::plain(format!("{of} #{}", m.row + 1))
        }),
        free("TYPE_ID", &["SALE", "COMPLEX", "SERVICES"]),
        list("STAGE_ID", DEAL_STAGE, &["NEW", "PREPARATION", "EXECUTING", "FINAL_INVOICE"]),
        empty("PROBABILITY"),
        list("CURRENCY_ID", CURRENCY, &["RUB"]),
        sum("OPPORTUNITY", AMOUNT, super::super::columns::whole(10_000, 5_000, decimal, "RUB", false)),
        free("IS_MANUAL_OPPORTUNITY", &["Y"]),
        free("TAX_VALUE", &["0.00"]),
        empty("LEAD_ID"),
        free("COMPANY_ID", &["0", "0", "14"]).or(&[FIRM_ID, DEAL_FIRM]),
        tally("CONTACT_ID", 3, 90).or(&[ID, CONTACT]).gaps(40),
        empty("QUOTE_ID"),
        other("BEGINDATE", |m| {
            let day = m.met();
            iso(m, day, "+03:00")
        })
        .or(&[DEAL_MADE]),
        moment("CLOSEDATE", CLOSING, |m| {
            let day = later(m);
            iso(m, day, "+03:00")
        }),
        free("ASSIGNED_BY_ID", &["1", "7", "12"]).or(&[DEAL_OWNER, ASSIGNEE, OWNER]),
        free("CREATED_BY_ID", &["1", "7"]),
        free("MODIFY_BY_ID", &["1", "7"]),
        moment("DATE_CREATE", DEAL_MADE, |m| {
            let day = m.met();
            iso(m, day, "+03:00")
        }),
        moment("DATE_MODIFY", DEAL_UPDATED, |m| {
            let day = later(m);
            iso(m, day, "+03:00")
        }),
        free("OPENED", &["Y"]),
        free("CLOSED", &["N", "N", "Y"]).or(&[DEAL_STATUS]),
        list("COMMENTS", DEAL_NOTES, &["Перезвонить", "ждёт одобрения"]).or(&[NOTES]).gaps(85),
        empty("ADDITIONAL_INFO"),
        empty("LOCATION_ID"),
        free("CATEGORY_ID", &["0", "0", "2"]).or(&[PIPELINE]),
        free("STAGE_SEMANTIC_ID", &["P", "S", "F"]).or(&[DEAL_STATUS]),
    ];
    for header in ["IS_NEW", "IS_RECURRING", "IS_RETURN_CUSTOMER", "IS_REPEATED_APPROACH"] {
        columns.push(free(header, &["N", "N", "Y"]));
    }
    columns.extend(unused(&[
        "SOURCE_ID",
        "SOURCE_DESCRIPTION",
        "ORIGINATOR_ID",
        "ORIGIN_ID",
        "UTM_SOURCE",
        "UTM_MEDIUM",
        "UTM_CAMPAIGN",
        "UTM_CONTENT",
        "UTM_TERM",
    ]));
    let mut sheet = sheet("deals.csv", "opportunity", Market::Germany, columns);
    sheet.rows = 80;
    sheet
}

/// An address book that a tool writes back to its directory, with what to do in the first column.
pub(super) fn shared_contacts() -> Sheet {
    let columns = vec![
        free("Action", &["add", "update", "delete"]),
        col("ID", ID, |m| token(m, 16)).gaps(40),
        full("Name"),
        mail("E-mail Address"),
        list("Notes", NOTES, &["Has 2 kids", "prefers mornings"]).gaps(70),
        mail2("E-mail 2 Address").gaps(60),
        empty("E-mail 3 Address"),
        tel("Mobile Phone", Dial::World).label("mobile").gaps(10),
        other("Pager", |m| m.other_tel(Dial::World)).or(&[PHONE]).gaps(85),
        firm("Company").gaps(20),
        job("Job Title").gaps(20),
        tel2("Home Phone", Dial::World).label("home").gaps(50),
        empty("Home Phone 2"),
        empty("Home Fax"),
        whole("Home Address", WHOLE).or(&[STREET]).gaps(40),
        desk("Business Phone", Dial::World).label("work").gaps(40),
        empty("Business Phone 2"),
        desk("Business Fax", Dial::World).gaps(70),
        street("Business Address", WHOLE).or(&[STREET, FIRM_WHOLE, FIRM_STREET]).gaps(50),
        empty("Other Phone"),
        empty("Other Fax"),
        empty("Other Address"),
    ];
    sheet("outlook.csv", "person", Market::America, columns)
}

/// Customers of a firm's own system: mostly a company and a number, with the dates that its database writes for nothing.
pub(super) fn customers() -> Sheet {
    fn dated(m: &mut Maker) -> Cell {
        if m.d.percent(75) {
            return Cell::nothing("0000-00-00 00:00:00", Kind::Date);
        }
        let day = later(m);
        database(m, day)
    }
    let columns = vec![
        code("contact_id", ID, "", 1).or(&[FIRM_ID]),
        given("first_name").gaps(55),
        family("last_name").gaps(65),
        firm("company"),
        mail("email").or(&[FIRM_EMAIL]).gaps(70),
        col("phone", PHONE, american).or(&[FIRM_PHONE]).gaps(15),
        street("address", STREET).or(&[WHOLE, FIRM_STREET, FIRM_WHOLE]).gaps(85),
        town("city", CITY).or(&[FIRM_CITY]).gaps(5),
        region("province", REGION).or(&[FIRM_REGION]).gaps(60),
        zip("postal_code", POSTCODE).or(&[FIRM_POSTCODE]).gaps(30),
        empty("country"),
        empty("notes"),
        moment("created_at", CREATED, dated).or(&[FIRM_MADE]).gaps(10),
        moment("last_modified", UPDATED, dated).or(&["account.updated_at"]).gaps(10),
        free("is_customer", &["0", "0", "1"]).or(&[STAGE, TAGS]),
        empty("tank_number"),
        free("delivery_date", &["0000-00-00"]).gaps(15),
        empty("tags"),
    ];
    let mut sheet = firms_sheet("contacts_export.csv", Market::America, columns);
    sheet.entity = "person";
    sheet.entity_accept = &["account"];
    sheet.rows = 200;
    sheet
}
