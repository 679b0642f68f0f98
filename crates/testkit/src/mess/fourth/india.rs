//! India: forms, brokers, sales desks, offices and societies.

use super::super::maker::{international, name, phone};
use super::super::value::indian;
use super::*;

/// Who signed up for a preview, as the form writes its questions.
pub(super) fn form() -> Sheet {
    let columns = vec![
        stamp("Timestamp", CREATED, Style::Dmy('/'), Clock::Seconds),
        mail("Email Address").gaps(4),
        col("Your full name‖Full Name", FULL, |m| m.full_typed()),
        tel("WhatsApp number‖Mobile number (WhatsApp preferred)", Dial::Mixed),
        town("Which city do you live in?", CITY),
        list("Which configuration are you interested in?", WANTED, &["2 BHK", "3 BHK", "4 BHK", "Penthouse"])
            .or(&[BEDROOMS, "interest.property.type"]),
        list("What is your budget range?", MAX, &["Below 1 Cr", "1 - 2 Cr", "2 - 4 Cr", "Above 4 Cr"]).or(&[MIN]),
        list("When are you planning to buy?", TIMEFRAME, &["Immediately", "Within 3 months", "6-12 months"]),
        list("How did you hear about us?", SOURCE, &["Instagram", "Newspaper", "Friend / family", "Hoarding"]),
        free("How many people will attend?", &["1", "2", "4"]),
        free("I agree to be contacted by the sales team", &["Yes", "Yes", "I agree"]).or(&[
            "person.consent.phone",
            BY_EMAIL,
            "person.consent.whatsapp",
        ]),
        list("Any questions for us?", NOTES, &["Is there a payment plan?", "Possession date?", "no"])
            .or(&[KEPT])
            .gaps(65),
    ];
    let mut sheet =
        super::sheet("Preview weekend (Responses) - Form Responses 1.csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates], 8);
    sheet.again = 4;
    sheet.rows = 220;
    sheet
}

/// A broker's list in Kolkata.
pub(super) fn broker() -> Sheet {
    let columns = vec![
        serial("Sl"),
        col("Party Name‖Party", FULL, |m| m.name_by_hand()),
        col("Ph No", PHONE, |m| m.tel_by_hand()),
        col("Ph No", PHONE, |m| m.other_tel(Dial::Mixed)).gaps(75),
        col("Mail", EMAIL, |m| m.mail_by_hand()).gaps(50),
        list("Reqmt‖Requirement", WANTED, &["3 BHK flat", "2bhk resale", "Office space", "Bungalow"])
            .or(&[NOTES, BEDROOMS]),
        list("Locality pref.‖Pref. Area", LOCALITY, &["Rajarhat", "Ballygunge / Gariahat", "Alipore, New Alipore"])
            .or(&[TOWNS]),
        col("Bgt‖Budget", MAX, |m| m.budget_by_hand()).or(&[MIN]),
        list("Ref by‖Reference", REFERRER, &["Mr. Lal", "old client", "Sarkar ji"]).or(&[SOURCE]).gaps(45),
        col("Dt of call‖Call date", CONTACTED, |m| m.day(Style::DmyShort('.'))).or(&[CREATED]),
        list("Posn‖Position", STATUS, &["site shown", "thinking", "loan issue", "done", "dropped"])
            .or(&[STAGE, NOTES, KEPT])
            .or_ask(),
        list("Rmks", NOTES, &["wants south open", "vastu compulsory", "ring in evening only"]).gaps(45),
    ];
    let mut sheet = super::sheet("PARTY LIST.csv", "person", Market::India, columns);
    sheet.above =
        vec![padded(&["GANGULY & CO. - PROPERTY CONSULTANTS"], 12), padded(&["Party list for FY 2026-27"], 12)];
    sheet.sections = (30, vec!["APRIL", "MAY", "JUNE", "JULY"]);
    sheet.rows = 110;
    sheet
}

/// The register of a sales gallery in Gurugram.
pub(super) fn walk_ins() -> Sheet {
    let columns = vec![
        serial("S.No."),
        day("Date of Visit", "interest.at", Style::Dmy('-')).or(&[CREATED, CONTACTED]),
        col("Customer Name‖Name of Customer", FULL, |m| m.name_by_hand()),
        tel("Mobile No.", Dial::Home).label("mobile"),
        mail("E-mail ID").gaps(25),
        job("Occupation‖Profession").or(&[KEPT]).gaps(15),
        firm("Organisation").gaps(40),
        col("Residing at‖Present residence", WHOLE, |m| Cell::plain(format!("{}, {}", m.p.locality, m.p.city)))
            .or(&[QUARTER, CITY, STREET]),
        list("Unit Type", WANTED, &["3 BHK", "3 BHK + S", "4 BHK"]).or(&[BEDROOMS, "interest.property.type"]),
        col("Budget Range", MAX, |m| m.budget_by_hand()).or(&[MIN]).gaps(10),
        list("Purpose", PURPOSE, &["Self use", "Investment"]).gaps(10),
        list("Source", SOURCE, &["CP", "Direct", "Hoarding", "Existing customer"]),
        free("CP Name", &["Realty Junction", "Homes & More"]).or(&[REFERRER, DETAIL, SOURCE]).gaps(50),
        list("Sales Manager‖Attended by", ASSIGNEE, &["Arvind Jindal", "Kavita M"]).or(&[OWNER]),
        list("Category", RATING, &["Hot", "Warm", "Cold"]).or(&[STATUS]).gaps(5),
        list(
            "Feedback",
            NOTES,
            &["Liked sample flat, price high", "Will bring wife on Saturday", "Compare with another project"],
        )
        .gaps(15),
        next("Next follow up date", Style::Dmy('-')).gaps(35),
    ];
    let mut sheet = super::sheet("Walk-in register Oct-Nov.csv", "person", Market::India, columns);
    sheet.blank_every = 40;
    sheet.below = vec![padded(&["Total walk-ins", "#"], 17)];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet
}

/// A dealer's book in Hindi with Latin letters.
pub(super) fn romanised() -> Sheet {
    let columns = vec![
        col("Naam‖Grahak ka naam", FULL, |m| m.full_typed()),
        tel("Mobile no‖Phone number", Dial::Mixed),
        tel2("Dusra number", Dial::Mixed).gaps(75),
        col("Pata‖Ghar ka pata", WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.locality, m.p.city)))
            .or(&[STREET])
            .gaps(20),
        list("Kya chahiye", WANTED, &["Plot", "Makaan", "Dukaan", "Flat 2bhk"]).or(&[NOTES]),
        list("Kahan chahiye‖Kis area me", LOCALITY, &["Sector 65", "Sohna Road", "Noida Ext."]).or(&[TOWNS]),
        col("Budget", MAX, |m| m.budget_by_hand()).or(&[MIN]).gaps(8),
        list("Kab tak lena hai", TIMEFRAME, &["turant", "Diwali ke baad", "6 mahine"]).or(&[KEPT]).or_ask().gaps(30),
        list("Kisne bheja", REFERRER, &["Jatin bhai", "Board dekh kar", "Purana grahak"]).or(&[SOURCE]).gaps(35),
        day("Tarikh", CREATED, Style::DmyBare('/')).or(&[CONTACTED]),
        list("Tippani‖Khaas baat", NOTES, &["kal phone karna hai", "loan chahiye", "papa se baat karni hai"]).gaps(40),
    ];
    let mut sheet = super::sheet("grahak list.csv", "person", Market::India, columns);
    sheet.rows = 80;
    sheet
}

/// Members of a housing society in Devanagari.
pub(super) fn devanagari() -> Sheet {
    let columns = vec![
        other("क्र.सं.‖क्रमांक", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        full("सदस्य का नाम‖नाम"),
        other("पिता/पति का नाम", |m| Cell::plain(format!("{} {}", m.p.spouse, m.p.family))).or(&[SPOUSE]),
        tel("मोबाइल नंबर‖मोबाइल नं.", Dial::Home).label("mobile"),
        tel2("व्हाट्सएप नंबर", Dial::Home).label("whatsapp").gaps(60),
        mail("ईमेल").gaps(65),
        col("प्लॉट संख्या‖मकान संख्या", UNIT, |m| {
            Cell::plain(format!("{}-{}", ["A", "B", "C"][m.row % 3], m.row + 11))
        })
        .or(&[KEPT, STREET])
        .or_ask(),
        col("पता", WHOLE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.locality))).or(&[STREET]),
        town("शहर", CITY),
        zip("पिन कोड", POSTCODE).gaps(20),
        born("जन्म तिथि‖जन्मतिथि", Style::Dmy('/')).gaps(60),
        list("व्यवसाय", JOB, &["शिक्षक", "व्यापार", "सरकारी नौकरी"]).or(&[KEPT]).gaps(35),
        day("सदस्यता दिनांक", CREATED, Style::Dmy('/')).or(&[KEPT]).or_ask(),
        list("टिप्पणी‖विवरण", NOTES, &["बेचना चाहते हैं", "किराये पर दिया है"]).gaps(60),
    ];
    let mut sheet = super::sheet("सदस्य सूची.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 90;
    sheet
}

/// What an accountant's program lists of firms that owe money.
pub(super) fn debtors() -> Sheet {
    let columns = vec![
        serial("Sr No").or(&["account.external_id"]),
        col("Party Name‖Ledger Name", "account.name", |m| Cell::plain(format!("{} Pvt Ltd", m.p.company))),
        other("GSTIN/UIN", |m| Cell::plain(format!("19AAAAA{:04}A1Z5", m.row))).or(&["account.registration_id"]),
        free("PAN", &["AAAAA0000A", "ZZZZZ0000Z"]).or(&["account.registration_id"]).gaps(30),
        street("Billing Address", "account.address[].street").or(&["account.address[].formatted"]).gaps(15),
        town("City", "account.address[].city"),
        state("State", "account.address[].region").gaps(5),
        zip("Pincode", "account.address[].postal_code").gaps(10),
        other("Contact Person / Mobile‖Contact (Mob.)", |m| {
            let (p, full) = (m.p.mobile.clone(), format!("{} {}", m.p.given, m.p.family));
            let mut cell = phone(format!("{full} / {}", p.e164()), &[&p]);
            cell.truth.push((Kind::Name, serde_json::json!(full)));
            cell
        })
        .or(&[FULL, PHONE, "account.phone[]"])
        .must_ask()
        .gaps(15),
        col("E-mail", "account.email[]", |m| m.email()).or(&[EMAIL]).gaps(35),
        free_sum("Opening Balance", whole(10_000, 2_500, decimal, "INR", false)).gaps(15),
        free_sum("Closing Balance", whole(12_000, 4_500, indian, "INR", false)),
        free("Dr/Cr", &["Dr", "Cr"]),
        free("Credit Days", &["15", "30", "45"]).gaps(40),
    ];
    let mut sheet = super::sheet("Sundry Debtors.csv", "account", Market::India, columns);
    sheet.above = vec![
        padded(&["Meridian Crest Developers"], 14),
        padded(&["Sundry Debtors"], 14),
        padded(&["1-Apr-2026 to 31-Oct-2026"], 14),
    ];
    sheet.below = vec![padded(&["", "Grand Total", "", "", "", "", "", "", "", "", "8,22,500.00", "1,04,77,250"], 14)];
    sheet.rows = 70;
    sheet
}

/// A list that lost its first line, or never had one.
pub(super) fn bare() -> Sheet {
    let columns = vec![
        col("", FULL, |m| name(format!("{} {}", m.p.given, m.p.family))),
        col("", PHONE, |m| {
            let p = m.p.mobile.clone();
            phone(international(&p, ' '), &[&p])
        }),
        mail("").gaps(20),
        town("", CITY).or(&[TOWNS, QUARTER, LOCALITY]).or_ask(),
        list("", NOTES, &["3 BHK, 2 cr", "wants villa near the lake", "only ready to move, no under construction"])
            .or(&[KEPT])
            .or_ask()
            .gaps(30),
        day("", CREATED, Style::Dmy('-')).or(&[KEPT, CONTACTED, "interest.at"]).or_ask(),
    ];
    let mut sheet = super::sheet("numbers from old phone.csv", "person", Market::India, columns);
    sheet.headerless = true;
    sheet.rows = 100;
    sheet
}
