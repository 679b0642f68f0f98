//! Sheets of teams in Britain and the United States.

use super::*;

/// Houses that an agency in Britain was asked to value.
pub(super) fn appraisals() -> Sheet {
    let columns = vec![
        day("Booked in", CREATED, Style::DmyShort('/')),
        other("MA date", |m| later(m).cell(Style::DmyShort('/'))).or(&[MET, DUE, SEEN]).gaps(6),
        clock("MA time").or(&[MET]).gaps(6),
        agent("Valuer", &["Jonathan", "Georgina", "Piers"]),
        list("Title", PREFIX, &["Mr", "Mrs", "Mr & Mrs", "Dr"]).gaps(25),
        full("Client name"),
        tel("Tel (day)", Dial::Mixed).gaps(6),
        tel2("Tel (other)", Dial::Mixed).gaps(70),
        mail("Client email").gaps(15),
        house("Property to value"),
        zip("P'code", PLACE_POSTCODE).or(&[POSTCODE]).gaps(6),
        list("House type", KIND, &["Terrace", "Semi", "Detached", "Flat", "Mews"]),
        count("No. bedrooms", ROOMS, 1, 6),
        free("Tenure", &["Freehold", "Leasehold", "Share of FH"]).gaps(15),
        sum("Our valuation", PRICE, whole(425_000, 12_500, |n| format!("£{}", thousands(n, ",")), "GBP", true))
            .or(&[RENT, AMOUNT])
            .gaps(20),
        free_sum("Client expects", whole(450_000, 12_500, |n| format!("£{}", thousands(n, ",")), "GBP", true))
            .or(&[PRICE, RENT, AMOUNT])
            .gaps(45),
        free("Fee quoted", &["1.25% + VAT", "1.5% sole", "2% multi"]).gaps(25),
        list("How they found us", SOURCE, &["Board", "Canvass card", "Recommended", "Website", "Sold next door"]),
        free("Also seeing", &["Wetherby & Co", "Ravenscroft", "Nobody"]).gaps(45),
        free("Reason for move", &["Upsizing", "Probate", "Relocating", "Divorce", "BTL sale"]).or(&[TAGS]).gaps(25),
        list("Outcome", STATUS, &["Instructed", "Thinking", "Lost", "Not selling", "Letting instead"])
            .or(&[STAGE, OUTCOME]),
        next("Chase on", Style::DmyShort('/')).gaps(50),
        list("Comments", NOTES, &["Needs to find first", "Lovely garden", "Extension no regs"]).gaps(45),
    ];
    let mut sheet = sheet("Market appraisals 2026.csv", "person", Market::Britain, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 104;
    sheet
}

/// For whom a private office in London buys.
pub(super) fn private_buyers() -> Sheet {
    fn millions(n: u64) -> String {
        format!("£{}m", hundredths(n / 10_000))
    }
    let columns = vec![
        ident("Client code", ID, "PB").or(&[KEPT]),
        col("Principal", FULL, |m| m.name_by_hand()),
        col("Spouse / partner", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN]).gaps(45),
        list("PA", "household.assistant.name", &["Ms Kitty Holroyd", "Rosalind Lyle", "Mr Zein"]).gaps(55),
        col("PA tel.", "household.assistant.phone", |m| m.other_tel(Dial::World)).gaps(58),
        tel("Private mobile", Dial::World).gaps(15),
        mail("Private e-mail").gaps(12),
        land("Country of residence", COUNTRY).gaps(15),
        firm("Business").gaps(50),
        list("Purpose", PURPOSE, &["Main home", "Pied-à-terre", "Investment"]).gaps(8),
        list("Seeking", WANTED, &["Lateral flat", "Townhouse", "Penthouse", "Country house"]).or(&[KIND]),
        list(
            "Where",
            LOCALITY,
            &["Notting Hill, Holland Park", "Mayfair / Belgravia", "Wimbledon Village", "Cotswolds"],
        )
        .or(&[TOWNS]),
        sum("Budget from", MIN, whole(2_000_000, 50_000, millions, "GBP", true)).gaps(35),
        sum("Budget to", MAX, whole(8_500_000, 250_000, millions, "GBP", true)),
        count("Min beds", BEDROOMS, 2, 7).gaps(15),
        count("Min sq ft", AREA, 1_200, 6_000).gaps(30),
        list("Essentials", MUST, &["Garden square", "Lift, porter", "Off-street parking", "Staff flat"]).gaps(25),
        list("No-gos", "requirement.exclude[]", &["Basement bedrooms", "Main road", "Grade I"]).gaps(50),
        list("Timing", TIMEFRAME, &["By September", "No hurry", "This quarter"]).gaps(25),
        list("Source of wealth", FUNDS, &["Sale of business", "Inheritance", "Fund manager"]).gaps(30),
        list("AML status", KYC, &["Complete", "Outstanding", "Refresh due"]).gaps(10),
        free("Retainer", &["Paid", "Waived", "Invoice sent"]).gaps(20),
        list("Introduced by", REFERRER, &["Greystone Investments", "Family solicitor", "Past client"])
            .or(&[SOURCE])
            .gaps(30),
        agent("Lead partner", &["Alexandra", "Benedict"]),
        touched("Last contact", Style::DayMonYear).gaps(20),
        list(
            "Private notes",
            NOTES,
            &["Décor matters more than address", "Never phone before 11", "Has NDA with vendor"],
        )
        .gaps(45),
    ];
    let mut sheet = sheet("Retained clients.csv", "person", Market::Britain, columns);
    sheet.encoding = "windows-1252";
    sheet.abroad = (vec![Market::Emirates, Market::America, Market::France], 45);
    sheet.rows = 58;
    sheet
}

/// Sales that an American team has under contract or closed.
pub(super) fn transactions() -> Sheet {
    fn usd(n: u64) -> String {
        format!("${}", thousands(n, ","))
    }
    let columns = vec![
        deal_contact("Client(s)"),
        col("Client Cell", PHONE, |m| m.tel(Dial::Home)).gaps(8),
        mail("Client Email").gaps(12),
        free("Buyer/Seller/Dual", &["Buyer", "Seller", "Seller", "Dual"]).or(&[PURPOSE, TAGS]),
        house("Property Address").or(&[DEAL]),
        col("Sales Price", AMOUNT, share(whole(385_000, 12_500, usd, "USD", true), 100)).or(&[PRICE, RENT]),
        lately("Ratified", Style::MdyBare('/')).or(&[WON, DEAL_MADE, CREATED]),
        free("EMD", &["$5,000", "$10,000", "1%"]).gaps(20),
        other("Option / DD Ends", |m| m.ahead(Style::MdyBare('/'))).or(&[DUE]).gaps(35),
        other("Loan Approval Due", |m| m.ahead(Style::MdyBare('/'))).or(&[DUE]).gaps(45),
        col("COE", CLOSING, |m| {
            if m.row % 11 == 5 { Cell::nothing("n/a", Kind::Date) } else { m.ahead(Style::MdyBare('/')) }
        })
        .gaps(8),
        list("Where We Are", DEAL_STATUS, &["Active UC", "Pending", "Closed", "Fell through", "CTC"]).or(&[DEAL_STAGE]),
        free("Comm %", &["2.5%", "3%", "2.25%"]),
        other("GCI", share(whole(385_000, 12_500, usd, "USD", true), 3)),
        free("Team Split", &["50/50", "60/40", "70/30"]).gaps(15),
        deal_agent("Agent", &["Brandon", "Erica", "Paige"]),
        free("TC", &["Stacy", "Outsourced"]).or(&[ASSIGNEE]).gaps(20),
        free("Co-op Agent", &["Howard Nolan", "Gina Ramsey", "n/a"]).gaps(15),
        free("Lender", &["Clearbrook Mortgage", "Cash", "Riverbend Bank"]).or(&[FINANCING]).gaps(20),
        free("Title / Escrow", &["Orchard Hill Title", "Silverton Escrow"]).gaps(25),
        list("Lead From", DEAL_SOURCE, &["Sphere", "Zillow", "Sign call", "Repeat", "Open house"]).or(&[SOURCE]),
        free("Gift Sent", &["Y", "N"]).gaps(50),
        list("Notes", DEAL_NOTES, &["Low appraisal, seller came down", "Rent back 30 days", "Septic repair"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("2026 PENDINGS & CLOSINGS.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["person", "interest"];
    let width = sheet.columns.len();
    sheet.below = vec![padded(&[], width), padded(&["Totals", "", "", "# sides"], width)];
    sheet.again = 4;
    sheet.rows = 64;
    sheet
}
