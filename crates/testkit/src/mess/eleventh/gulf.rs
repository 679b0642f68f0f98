//! Sheets of teams in the Gulf, headed in English.

use super::*;

/// Owners of a tower, as an agent who calls them keeps the list.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        col("OWNER NAME", FULL, upper_full),
        list("NATIONALITY", NATIONALITY, &["INDIA", "UNITED KINGDOM", "RUSSIA", "PAKISTAN", "UAE"])
            .or(&[COUNTRY])
            .gaps(15),
        col("MOBILE 1", PHONE, with_code),
        tel2("MOBILE 2", Dial::Packed).gaps(70),
        mail("EMAIL").gaps(45),
        list("BUILDING NAME", PROPERTY, &["PALM VIEW TOWER 1", "PALM VIEW TOWER 2"]).or(&[PROJECT]),
        unit("UNIT NO."),
        list("BEDS", ROOMS, &["STUDIO", "1", "2", "3"]),
        count("SIZE (SQFT)", SIZE, 420, 2_900),
        free_sum("PURCHASE PRICE (AED)", whole(780_000, 20_000, plain, "AED", true)).or(&[PRICE, AMOUNT]).gaps(30),
        free("STATUS (VACANT/RENTED)", &["VACANT", "RENTED", "OWNER OCCUPIED"]).or(&[STATUS]).gaps(25),
        other("RENTED TILL", |m| m.ahead(Style::Dmy('/'))).gaps(60),
        sum("ASKING PRICE", PRICE, whole(1_050_000, 25_000, commas, "AED", false)).or(&[RENT, AMOUNT]).gaps(55),
        free("WILLING TO SELL?", &["YES", "NO", "MAYBE"]).or(&[INTEREST, STATUS]).gaps(35),
        agent("AGENT", &["HALA", "BILAL", "DALIA"]),
        touched("LAST CALLED", Style::DayMon).gaps(30),
        list("REMARKS", NOTES, &["NO ANSWER", "CALL AFTER EID", "WANTS 10% ABOVE MARKET", "WRONG NUMBER"]).gaps(20),
    ];
    let mut sheet = sheet("PALM VIEW OWNERS.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.again = 6;
    sheet.rows = 230;
    sheet
}

/// What the team has in hand, with what each deal would bring.
pub(super) fn pipeline() -> Sheet {
    let columns = vec![
        ident("Deal Ref", DEAL_ID, "DXB-"),
        deal_agent("Agent", &["Hala", "Bilal", "Dalia"]),
        deal_contact("Client Name"),
        tel("Client Contact", Dial::World),
        list("Deal Type (Sale/Rent/Off-plan)", PIPELINE, &["Sale", "Rent", "Off-plan"]).or(&[PURPOSE, KEPT]),
        list("Property", PROPERTY, &["Palm View T1", "Boulevard Heights", "Creek Residences"]).or(&[PROJECT, DEAL]),
        other("Developer / Landlord", company).or(&[DEVELOPER, DEAL_FIRM, FIRM]).gaps(25),
        unit("Unit").gaps(15),
        sum("Deal Value (AED)", AMOUNT, whole(900_000, 45_000, commas, "AED", true)).or(&[PRICE]),
        free("Commission %", &["2%", "5%", "4%"]),
        free_sum("Commission (AED)", whole(18_000, 900, commas, "AED", true)),
        list("Stage", DEAL_STAGE, &["Viewing", "Offer", "MOU signed", "NOC", "Transferred", "Lost"]).or(&[DEAL_STATUS]),
        list("Probability", PROBABILITY, &["25%", "50%", "75%", "90%"]),
        ahead("Expected Closing", CLOSING, Style::DayMonYear).gaps(10),
        other("MOU Signed On", |m| later(m).cell(Style::DayMonYear)).or(&[MET]).gaps(55),
        other("Transfer Date", |m| m.ahead(Style::DayMonYear)).or(&[WON, CLOSING]).gaps(70),
        list("Lead Source", DEAL_SOURCE, &["Bayut", "Property Finder", "Referral", "Cold call"]).or(&[SOURCE]),
        list(
            "Comments",
            DEAL_NOTES,
            &["Waiting for bank valuation", "Seller abroad", "Buyer wants vacant on transfer"],
        )
        .or(&[NOTES])
        .gaps(35),
    ];
    let mut sheet = sheet("Deals pipeline 2026.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interest"];
    title(&mut sheet, "DEALS PIPELINE");
    sheet.rows = 64;
    sheet
}
