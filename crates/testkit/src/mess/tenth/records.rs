//! What systems document for firms, deals, tasks and calls.

use super::*;

/// Customers of a tool that hands out licences.
pub(super) fn customers() -> Sheet {
    let columns = vec![
        firm_name("name"),
        col("customerCRMId", FIRM_ID, |m| Cell::plain(format!("00{}", 4_100 + m.row * 7))).gaps(15),
        list("description", FIRM_NOTES, &["Two towers, renewal in May", "Moved from trial", "Head office lease"])
            .or(&[NOTES])
            .gaps(30),
        free("enabled", &["true", "true", "false"]),
        ident("refId", FIRM_ID, "R-"),
        day("createdAt", FIRM_MADE, Style::Iso).or(&[CREATED]),
    ];
    let mut sheet = firms_sheet("customers.csv", Market::Britain, columns);
    sheet.rows = 60;
    sheet
}

/// Clients of a general client system in Spain; people and firms alike.
pub(super) fn clients_es() -> Sheet {
    let columns = vec![
        firm_name("Nombre"),
        firm_mail("Correo electrónico").gaps(10),
        firm_tel("Teléfono", Dial::Home).gaps(10),
        firm_street("Calle"),
        firm_town("Ciudad"),
        firm_region("Provincia"),
        firm_zip("Código postal"),
        firm_land("País"),
        list(
            "Descripción",
            FIRM_NOTES,
            &["Compra edificios enteros", "Cliente desde la feria", "Pide factura mensual"],
        )
        .or(&[NOTES])
        .gaps(45),
        firm_site("Sitio web").gaps(35),
        other("Posible cliente de origen", |m| m.full()).or(&[CONTACT, REFERRER, FULL]).gaps(65),
        list("Industria", INDUSTRY, &["Construcción", "Hostelería", "Inversión", "Alimentación y bebidas"]).gaps(20),
    ];
    let mut sheet = firms_sheet("Clientes.csv", Market::Spain, columns);
    sheet.rows = 85;
    sheet
}

/// Chances to sell, in the import fields of a suite for offices.
pub(super) fn office() -> Sheet {
    let columns = vec![
        sum("SalesOpportunityAmount", AMOUNT, whole(180_000, 15_000, plain, "EUR", false)),
        free_sum("SalesOpportunityAmount2", whole(4_000, 500, plain, "EUR", false)).or(&[AMOUNT]).gaps(60),
        free("SalesOpportunityCampaignID", &["3", "7", "12"]).or(&[CAMPAIGN, DEAL_SOURCE]).gaps(50),
        day("SalesOpportunityCloseDate", CLOSING, Style::Dmy('.')).or(&[WON, LOST]).gaps(40),
        day("SalesOpportunityCreatedDate", DEAL_MADE, Style::Dmy('.')),
        other("SalesOpportunityCustomerID", |m| Cell::plain((10_000 + m.d.below(800)).to_string()))
            .or(&[DEAL_FIRM, FIRM_ID, CONTACT, ID]),
        list(
            "SalesOpportunityDescription",
            DEAL_NOTES,
            &["Wünscht Zweitbesichtigung", "Notartermin offen", "Finanzierung bestätigt"],
        )
        .or(&[NOTES])
        .gaps(40),
        list("SalesOpportunityOwnerID", DEAL_OWNER, &["Karsten Thiel", "Ines Reuter", "Anja Haas"])
            .or(&[OWNER, ASSIGNEE]),
        count("SalesOpportunityProbability", PROBABILITY, 5, 100),
        tally("SalesOpportunityProjectID", 100, 160).gaps(50),
        free("SalesOpportunityRejectionID", &["1", "2", "4"]).or(&[LOST_BECAUSE]).gaps(80),
        free("SalesOpportunitySourceID", &["1", "2", "5"]).or(&[DEAL_SOURCE, SOURCE]).gaps(25),
        other("SalesOpportunityStartDate", |m| later(m).cell(Style::Dmy('.'))).or(&[DEAL_MADE]).gaps(30),
        list("SalesOpportunityStatusID", DEAL_STATUS, &["1", "1", "2", "3"]).or(&[DEAL_STAGE, KEPT]).or_ask(),
        list("SalesOpportunityStepID", DEAL_STAGE, &["10", "20", "30", "40"]).or(&[KEPT]).or_ask(),
        list("SalesOpportunityTitle", DEAL, &["Verkauf DHH Bornheim", "Alleinauftrag Dahlem", "Paket 6 ETW"]),
        free("SalesOpportunityTypeID", &["1", "2"]).or(&[PIPELINE]),
    ];
    let mut sheet = sheet("SalesOpportunities.csv", "opportunity", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.rows = 78;
    sheet
}

/// Chances of a studio that plans houses, as its system's table has them.
pub(super) fn studio() -> Sheet {
    let columns = vec![
        ident("OpportunityID", DEAL_ID, "OPP0000"),
        code("Opportunity", DEAL_ID, "2025-", 110).or(&[DEAL, KEPT]),
        list("Name", DEAL, &["Hillside residence", "Lobby refit", "Infill duplex", "Lakefront estate"]),
        col("Address1", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[STREET, FIRM_STREET, PLACE, KEPT]),
        free("Address2", &["Suite 300", "Lot 14"]).or(&[STREET2, PLACE_STREET]).gaps(75),
        empty("Address3").or(&[STREET2]),
        town("City", PLACE_TOWN).or(&[CITY, FIRM_CITY, KEPT]),
        region("State", PLACE_REGION).or(&[REGION, FIRM_REGION, KEPT]),
        zip("ZIP", PLACE_POSTCODE).or(&[POSTCODE, FIRM_POSTCODE, KEPT]),
        land("Country", "interest.property.address.country").or(&[COUNTRY, FIRM_COUNTRY, KEPT]),
        free("OpportunityType", &["RES", "COM", "INT"]).or(&[PIPELINE]),
        list("Stage", DEAL_STAGE, &["Lead", "Shortlist", "Proposal", "Won"]),
        list("Description", DEAL_NOTES, &["Client wants to break ground in fall", "Second phase likely"])
            .or(&[NOTES])
            .gaps(35),
        other("EstStartDate", |m| m.ahead(Style::Mdy('/'))).gaps(30),
        other("EstCompletionDate", |m| m.ahead(Style::Mdy('/'))).or(&[CLOSING]).gaps(45),
        empty("EstFees"),
        free_sum("EstConstructionCost", whole(600_000, 50_000, plain, "USD", false)).gaps(40),
        sum("Revenue", AMOUNT, whole(45_000, 2_500, plain, "USD", false)),
        count("Probability", PROBABILITY, 10, 90),
        free_sum("WeightedRevenue", whole(9_000, 500, plain, "USD", false)),
        day("CloseDate", CLOSING, Style::Mdy('/')).or(&[WON, LOST]).gaps(55),
        other("ClientID", |m| Cell::plain(format!("CL{:05}", 200 + m.d.below(90)))).or(&[DEAL_FIRM, FIRM_ID, CONTACT]),
    ];
    let mut sheet = sheet("Opportunity.csv", "opportunity", Market::America, columns);
    sheet.rows = 64;
    sheet
}

/// What is to be done, as a suite for projects exports it.
pub(super) fn todos() -> Sheet {
    fn key(header: &str, from: usize, count: usize) -> Column {
        other(header, move |m| Cell::plain((from + m.d.below(count)).to_string()))
    }
    let columns = vec![
        key("contact_id", 900, 80).or(&[TASK_CONTACT, CONTACT, ID]).gaps(30),
        other("created", |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        key("created_by_id", 3, 6).or(&[OWNER]),
        key("customer_id", 400, 60).or(&[FIRM_ID, ID]).gaps(20),
        key("deal_id", 50, 40).or(&[DEAL_ID]).gaps(50),
        ahead("due", DUE, Style::Iso).gaps(10),
        col("finished", DONE, |m| later(m).cell(Style::Iso)).gaps(60),
        code("id", TASK_ID, "", 7_001),
        list("name", TASK, &["Send the lease draft", "Book the surveyor", "Chase references", "Collect keys"]),
        list("notes", TASK_NOTES, &["Owner abroad until Friday", "Use the new template"]).or(&[NOTES]).gaps(55),
        list("priority", PRIORITY, &["1", "2", "3"]),
        other("start", |m| later(m).cell(Style::Iso)).or(&[REMINDER]).gaps(35),
        list("status", TASK_STATUS, &["O", "O", "C"]).or(&[KEPT]),
        other("updated", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[UPDATED]),
        key("user_id", 3, 6).or(&[TASK_FOR, ASSIGNEE, OWNER]),
    ];
    let mut sheet = sheet("todo.csv", "task", Market::Britain, columns);
    sheet.rows = 96;
    sheet
}

/// Tasks of somebody who takes the pictures.
pub(super) fn photo() -> Sheet {
    let columns = vec![
        serial("ID").or(&[TASK_ID]),
        list("Task", TASK, &["Listing shoot - Elm St", "Drone pass", "Twilight exteriors", "Floor plan scan"]),
        col("Due Date", DUE, |m| {
            let day = m.soon();
            iso(m, day, "Z")
        }),
        list("Status", TASK_STATUS, &["pending", "in-progress", "completed"]),
        list("Notes", TASK_NOTES, &["Lockbox on side gate", "Tenant home after 3", "50 shots, white balance"])
            .or(&[NOTES])
            .gaps(30),
        list("Finished", TASK_STATUS, &["true", "false", "false"]).or(&[DONE, KEPT]).or_ask(),
        free("Column", &["1", "2", "3"]).or(&[TASK_STATUS]),
    ];
    let mut sheet = sheet("tasks.csv", "task", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// Every try to reach somebody of a calling list, as a centre for calls reports it.
pub(super) fn attempts() -> Sheet {
    let columns = vec![
        code("OutboundDetailRecordId", TALK_ID, "", 80_110_020),
        free("ProspectiveContactSourceID", &["5012", "5013"]),
        free("SourceName", &["Spring buyers", "Expired listings", "Old database"]).or(&[CAMPAIGN, SOURCE, DETAIL]),
        other("ProspectiveContactID", |m| Cell::plain((310_000 + m.row * 7).to_string())).or(&[ID]),
        other("Contact_ID", |m| Cell::plain((55_000_000 + m.row * 13).to_string())).or(&[TALK_ID, ID]),
        col("ExternalID", ID, |m| Cell::plain(format!("CRM-{}", 2_000 + m.d.below(700)))).or(&[TALK_ID]),
        col("PhoneNumber", PHONE, bare).or(&[TALKER]),
        stamp("DateOfCall", MET, Style::Mdy('/'), Clock::Minutes),
        count("CallDuration", DURATION, 0, 640),
        list("SystemClassification", OUTCOME, &["1", "7", "12", "20"]).or(&[KEPT]).or_ask(),
    ];
    let mut sheet = sheet("ListInventoryAllAttempts.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 170;
    sheet
}
