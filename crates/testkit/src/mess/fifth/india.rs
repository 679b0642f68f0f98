//! Lists kept by hand in India.

use super::super::hand::plain;
use super::super::value::money;
use super::cells::*;
use super::*;

/// The register at a developer's sales lounge, typed up each evening.
pub(super) fn lounge() -> Sheet {
    let columns = vec![
        serial("S.No"),
        day("Visit Dt", SEEN, Style::Dmy('.')).or(&[CREATED, CONTACTED, KEPT]).or_ask(),
        col("Customer Name", FULL, indian_name),
        col("Contact No", PHONE, scrawled),
        col("Email id", EMAIL, |m| m.mail_by_hand()).gaps(30),
        list("Config reqd", BEDROOMS, &["2BHK", "3BHK", "3.5 BHK", "4BHK"]).or(&[WANTED]),
        col("Budget", MAX, lakh_crore).or(&[MIN]).gaps(10),
        quarter("Present Residence", QUARTER).or(&[CITY, WHOLE]).gaps(20),
        firm("Company / Business").gaps(30),
        list("Source of visit", SOURCE, &["Hoarding", "CP", "Newspaper", "Existing customer", "Walk in"]),
        other("CP firm", |m| m.pick(&["Shubh Realty", "Landmark Associates", "Ganpati Homes"]))
            .or(&[REFERRER, DETAIL])
            .gaps(60),
        list("Attended by", ASSIGNEE, &["Rupali", "Imtiaz", "Gaurav"]).or(&[OWNER]),
        list("Hot/Warm/Cold", RATING, &["H", "W", "C", "W"]).or(&[STATUS]),
        col("Feedback", NOTES, |m| m.remark()).gaps(20),
        next("Follow up on", Style::Dmy('.')).gaps(40),
        empty(""),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Walkin MIS Nov.csv", "person", Market::India, columns);
    sheet.above = vec![
        padded(&["SHREEJI INFRA - AURELIA TOWERS"], width),
        padded(&["Walk-in MIS for the month of November 2026"], width),
    ];
    sheet.below = vec![padded(&["", "Total walk-ins", "#"], width)];
    sheet.again = 5;
    sheet.rows = 140;
    sheet
}

/// A broker's own list, in the Hindi of his phone's keyboard.
pub(super) fn romanised() -> Sheet {
    let columns = vec![
        col("Naam", FULL, |m| {
            let (given, family) = (m.p.given.clone(), m.p.family.clone());
            match m.d.below(6) {
                0 => Cell::plain(format!("{family} ji")),
                1 => super::super::maker::name(given),
                _ => m.full(),
            }
        }),
        col("Mob no", PHONE, scrawled).label("mobile"),
        list("Kya chahiye", WANTED, &["2 bhk flat", "plot", "dukaan", "3 bhk", "kothi"]).or(&[MUST, BEDROOMS]),
        list("Kharidna / Kiraye pe", PURPOSE, &["kharidna", "kiraye pe"]).gaps(20),
        col("Kitna budget", MAX, romanised_sum).or(&[MIN]).gaps(10),
        quarter("Kaunsa area", LOCALITY).gaps(10),
        list("Kab tak", TIMEFRAME, &["turant", "2 mahine me", "diwali ke baad", "koi jaldi nahi"]).gaps(30),
        list("Kisne bheja", REFERRER, &["Sethi ji", "Ramu property", "99acres", "khud aaye"]).or(&[SOURCE]).gaps(25),
        recent("Kab baat hui", CONTACTED, Style::DmyShort('/')).or(&[ACTIVE]).gaps(20),
        list(
            "Kya bola",
            NOTES,
            &["Sunday ko dikhana hai", "rate zyada laga", "wife se puch ke batayenge", "loan ka kaam chal raha"],
        )
        .gaps(25),
    ];
    let mut sheet = super::sheet("party list.csv", "person", Market::India, columns);
    sheet.rows = 110;
    sheet
}

/// An office in Lucknow.
pub(super) fn devanagari() -> Sheet {
    let columns = vec![
        serial("क्रमांक"),
        col("ग्राहक का नाम", FULL, |m| noted(m, &["श्री", "श्रीमती", "डॉ."], "{g} एवं {s} {f}")),
        tel("मोबाइल नंबर", Dial::Home).label("mobile").gaps(4),
        tel2("दूसरा नंबर", Dial::Home).gaps(75),
        list("ज़रूरत", WANTED, &["फ्लैट", "प्लॉट", "मकान", "दुकान"]).gaps(10),
        col("बजट", MAX, hindi_sum).or(&[MIN]).gaps(10),
        quarter("पसंदीदा इलाका", LOCALITY).gaps(15),
        town("शहर", CITY).gaps(20),
        list("कहाँ से पता चला", SOURCE, &["अखबार", "पोस्टर", "रिश्तेदार", "फेसबुक"]).gaps(15),
        list("स्थिति", STATUS, &["नया", "बात चल रही है", "साइट दिखाई", "बंद"]).or(&[STAGE]).gaps(10),
        day("तारीख", CREATED, Style::Dmy('-')).or(&[CONTACTED, KEPT]).or_ask(),
        list("टिप्पणी", NOTES, &["रविवार को फोन करें", "लोन पास हो गया", "भाई से पूछेंगे"]).gaps(40),
    ];
    let mut sheet = super::sheet("ग्राहक सूची.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 90;
    sheet
}

/// Owners in a society, by wing.
pub(super) fn society() -> Sheet {
    let columns = vec![
        col("Flat No", UNIT, |m| Cell::plain(format!("{}{:02}", 1 + m.row / 4 % 18, 1 + m.row % 4)))
            .or(&[PROPERTY, STREET2, KEPT]),
        col("Owner Name", FULL, indian_name),
        col("Mobile 1", PHONE, |m| m.tel(Dial::Home)).label("mobile").gaps(6),
        col("Mobile 2", PHONE, |m| m.other_tel(Dial::Home)).label("mobile").gaps(70),
        mail("Email ID").gaps(35),
        free("Self / Tenant", &["Self", "Tenant", "Vacant"]),
        other("Tenant name", |m| m.spouse()).gaps(70),
        tally("Carpet (sqft)", 540, 1_650).or(&[SIZE]),
        free("Parking", &["1", "2", "stilt", "open"]).gaps(20),
        free("Car no.", &["MH04 XX 0001", "MH04 XX 0002"]).gaps(50),
        col("Remarks", NOTES, |m| m.pick(&["wants to sell", "NRI - contact brother", "rent expiring March"])).gaps(70),
    ];
    let mut sheet = super::sheet("Lotus Greens CHS members.csv", "person", Market::India, columns);
    sheet.sections = (36, vec!["A WING", "B WING", "C WING"]);
    sheet.rows = 108;
    sheet
}

/// Investors abroad, as a wealth desk in Gurugram follows them.
pub(super) fn nri() -> Sheet {
    let columns = vec![
        col("Client", FULL, |m| noted(m, &["Mr.", "Mrs.", "Dr."], "{g} and {s} {f}")),
        col("Based in", COUNTRY, |m| Cell::plain(m.p.country)).or(&[CITY]),
        col("WhatsApp", PHONE, |m| m.tel(Dial::World)).label("whatsapp"),
        col("India no.", PHONE, |m| m.indian_tel()).gaps(75),
        col("Email", EMAIL, |m| m.mail_by_hand()).gaps(8),
        free("Passport", &["Indian", "OCI", "PIO"]).or(&[NATION]).gaps(15),
        job("Profession").gaps(25),
        col("Ticket size (Rs. Cr)", MAX, |m| {
            let n = 5 * (20 + m.d.below(120) as u64);
            money(super::super::value::hundredths(n), n * 100_000, "INR", true)
        })
        .or(&[MIN]),
        list("Interested in", PROJECT, &["Camellias resale", "Golf Estate", "Any Grade A office"])
            .or(&[WANTED, PROPERTY, MUST])
            .gaps(10),
        list("Horizon", TIMEFRAME, &["this visit", "FY 26-27", "long term"]).gaps(30),
        list("RM", OWNER, &["Sujata", "Amar"]).or(&[ASSIGNEE]),
        list("KYC", KYC, &["done", "pending", "docs awaited"]).gaps(20),
        recent("Last spoke", CONTACTED, Style::DayMon).gaps(20),
        list(
            "Comments",
            NOTES,
            &["visiting in Dec with parents", "prefers leased assets", "compare with Dubai yields"],
        )
        .gaps(30),
    ];
    let mut sheet = super::sheet("NRI investor tracker v7.csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::America, Market::Britain, Market::Emirates], 85);
    sheet.rows = 80;
    sheet
}

/// What an accountant keeps of bookings, with a sum below.
pub(super) fn collections() -> Sheet {
    let columns = vec![
        col("Unit No.", UNIT, |m| Cell::plain(format!("T{}-{}", 1 + m.row % 3, 101 + m.row))).or(&[DEAL, PROPERTY]),
        col("Applicant Name", CONTACT, |m| m.full()).or(&[FULL]),
        other("Co-Applicant", |m| m.spouse()).or(&[SPOUSE]).gaps(45),
        other("PAN", |m| Cell::plain(format!("XXXPX{:04}X", m.d.below(10_000)))),
        tel("Mobile", Dial::Home).label("mobile"),
        day("Booking Date", "opportunity.won_at", Style::DayMon).or(&[DEAL_MADE, CLOSING, KEPT, SEEN]).or_ask(),
        col("Agreement Value", AMOUNT, |m| m.sum(6_500_000, 125_000, lakhs, "INR", false))
            .or(&[PRICE, "interest.price"]),
        free_sum("GST", whole(325_000, 6_250, lakhs, "INR", false)),
        free_sum("Received till date", whole(650_000, 50_000, lakhs, "INR", false)),
        free_sum("Balance", whole(1_000_000, 50_000, lakhs, "INR", false)),
        free("Bank", &["HDFC", "SBI", "Own funds"]).or(&[FINANCING]).gaps(15),
        list("Status", DEAL_STATUS, &["Registered", "Agreement pending", "Cancelled"]).or(&[DEAL_STAGE, STATUS]),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Collection sheet Oct26.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.below = vec![padded(
        &["TOTAL", "", "", "", "", "", "48,22,50,000", "2,41,12,500", "19,04,00,000", "31,59,62,500"],
        width,
    )];
    sheet.rows = 75;
    sheet
}

/// Numbers that somebody sold on, without a header, some of them spoilt by a sheet.
pub(super) fn bare() -> Sheet {
    let columns = vec![
        col("", FULL, |m| m.full()).or_ask(),
        col("", PHONE, |m| if m.d.percent(12) { m.phone_scientific() } else { m.tel(Dial::Home) }).or_ask(),
        col("", EMAIL, |m| m.email()).or_ask().gaps(20),
        col("", CITY, |m| Cell::plain(m.p.city)).or(&[TOWNS, KEPT]).or_ask(),
        other("", |m| m.pick(&["2 BHK", "3 BHK", "4 BHK"])).or(&[BEDROOMS, WANTED]),
    ];
    let mut sheet = super::sheet("data_thane_mulund.csv", "person", Market::India, columns);
    sheet.headerless = true;
    sheet.rows = 150;
    sheet
}

/// A telecaller's sheet, with what two columns of the same name hold.
pub(super) fn telecaller() -> Sheet {
    let columns = vec![
        day("Date", CREATED, Style::DmyBare('/')).or(&[CONTACTED, KEPT]).or_ask(),
        col("Name", FULL, indian_name),
        tel("Number", Dial::Home),
        list("Remarks", NOTES, &["RNR", "switched off", "interested, send details", "not looking now"]).gaps(10),
        list("Remarks", NOTES, &["called again - will visit", "bought elsewhere", "asked for discount\u{0}"]).gaps(60),
        next("Call back", Style::DmyBare('/')).gaps(55),
        list("Caller", ASSIGNEE, &["Neha", "Pintu"]).or(&[OWNER]),
        sum("Budget", MAX, whole(2_500_000, 100_000, plain, "INR", false)).or(&[MIN]).gaps(40),
        free("", &["brochure sent", "WA done"]).or(&[NOTES]).gaps(70),
    ];
    let mut sheet = super::sheet("calling sheet neha.csv", "person", Market::India, columns);
    sheet.crlf = true;
    sheet.rows = 160;
    sheet
}
