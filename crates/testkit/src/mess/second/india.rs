//! Offices in India: portals, developers, partners, call desks, societies.

use super::super::hand::Dial;
use super::super::maker::{Clock, name};
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Sheet, col, empty, other};
use super::super::value::{Cell, Style, hundredths, indian, money};

/// A small CRM's own export: clean.
pub(super) fn leads() -> Sheet {
    let columns = vec![
        col("Lead Id‖Lead Number", ID, |m| m.code("LD", 10_450)),
        col("Customer Name‖Lead Name", FULL, |m| m.full()),
        other("Country Code", |_| Cell::plain("+91")),
        col("Mobile Number‖Mobile (Primary)", PHONE, |m| Cell {
            text: m.p.mobile.national.clone(),
            ..m.tel(Dial::Packed)
        })
        .label("mobile"),
        col("Alternate Number‖Secondary Number", PHONE, |m| m.other_tel(Dial::Packed)).gaps(75),
        col("Email Id‖Email Address", EMAIL, |m| m.email()).gaps(20),
        col("Enquired Project‖Project", "interest.property.project", |m| {
            m.text(&["Cedarholm Heights", "Juniper Court", "Marigold One"])
        })
        .or(&["property.name", "interest.property.name"]),
        col("Lead Stage‖Stage", STAGE, |m| m.text(&["New", "Contacted", "Site Visit Done", "Negotiation", "Lost"]))
            .or(&[STATUS]),
        col("Sub Stage‖Lead Sub Status", STATUS, |m| m.text(&["Not reachable", "Call later", "Interested"]))
            .or_ask()
            .or(&[STAGE, "custom.*"]),
        col("Source‖Lead Source", SOURCE, |m| m.text(&["MagicHomes", "Website", "Google Ads", "Walk In"])),
        col("Sub Source‖Source Detail", "person.source_system_detail", |m| {
            m.text(&["Search", "Landing page", "Call"])
        })
        .or(&["person.campaign", "custom.*"])
        .or_ask(),
        col("Assigned To‖Lead Owner", ASSIGNEE, |m| m.text(&["Ritu Saha", "Pawan", "Neha K"])).or(&[OWNER]),
        other("Assigned On", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        }),
        col("Created On‖Created Date", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        }),
        col("Last Modified On‖Updated Date", "person.updated_at", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        }),
        col("Next Follow Up‖Next Followup Date", "task.due_at", |m| {
            let day = m.soon();
            m.moment(day, Style::Iso, Clock::Minutes)
        })
        .or(&["task.reminder_at", "custom.*"])
        .or_ask()
        .gaps(30),
        col("Min Budget", MIN, |m| m.sum(4_000_000, 250_000, super::super::hand::plain, "INR", false)).gaps(25),
        col("Max Budget", MAX, |m| m.sum(35_000_000, 250_000, super::super::hand::plain, "INR", false)).gaps(25),
        col("City", CITY, |m| Cell::plain(m.p.city)).or(&["requirement.city[]"]).gaps(10),
        col("Last Comment‖Latest Remark", NOTES, |m| m.remark()).gaps(30),
    ];
    let mut sheet = super::sheet("leads_20260214_1130.csv", "person", Market::India, columns);
    sheet.rows = 1800;
    sheet.again = 3;
    sheet.crlf = true;
    sheet
}

/// A developer's register after the sale: clean.
pub(super) fn bookings() -> Sheet {
    let columns = vec![
        other("Booking No‖Application No.", |m| m.code("BK/25/", 301)).or(&[ID, "opportunity.external_id"]),
        col("Booking Date", "interest.at", |m| m.day(Style::DayMon)).or(&["opportunity.won_at", CREATED, "custom.*"]),
        col("Primary Applicant‖First Applicant", FULL, |m| m.full()),
        other("Co-Applicant‖Second Applicant", |m| m.spouse()).or(&["household.spouse.full_name"]).gaps(45),
        col("Contact Number‖Applicant Mobile", PHONE, |m| m.tel(Dial::World)),
        col("Email Address", EMAIL, |m| m.email()).gaps(8),
        col("Date of Birth", BORN, |m| m.born().cell(Style::DayMon)).gaps(20),
        other("PAN", |m| Cell::plain(format!("ABCPX{:04}Z", 1000 + m.row))).gaps(10),
        col("Residential Status", "person.nationality", |m| m.text(&["Resident", "NRI", "OCI"]))
            .or(&["custom.*", TAGS])
            .or_ask(),
        col("Project Name", "interest.property.project", |m| m.text(&["Cedarholm Heights", "Juniper Court"]))
            .or(&["property.name", "interest.property.name"]),
        col("Tower", "interest.property.name", |m| m.text(&["T1", "T2", "T3"]))
            .or(&["interest.property.unit", "custom.*"])
            .or_ask(),
        col("Unit No‖Flat Number", "interest.property.unit", |m| Cell::plain(format!("{}", 101 + m.row * 7 % 2400))),
        col("Configuration", "interest.property.type", |m| m.text(&["2 BHK", "3 BHK", "4 BHK"])).or(&[
            "interest.property.bedrooms",
            WANTED,
            BEDROOMS,
        ]),
        col("Carpet Area (sq ft)", "interest.property.area", |m| m.number(640, 2300)),
        col("Agreement Value (INR)‖Agreement Value (Rs.)", "interest.price", |m| {
            m.sum(6_000_000, 175_000, indian, "INR", true)
        })
        .or(&["interest.property.price", "opportunity.amount"]),
        other("Amount Received (INR)", |m| m.sum(600_000, 50_000, indian, "INR", true)),
        other("Loan Bank", |m| m.text(&["Union Trust Bank", "Self funded"])).or(&["requirement.financing"]).gaps(30),
        col("Channel Partner", "person.referrer", |m| m.text(&["Bluefinch Realty", "Direct"])).or(&[
            SOURCE,
            "person.source_system_detail",
            "custom.*",
        ]),
        col("Closing Manager", ASSIGNEE, |m| m.text(&["Arpita D", "Rohit M"])).or(&[OWNER]),
        col("Correspondence Address", "person.address[].formatted", |m| {
            Cell::plain(format!("{}, {}, {} {}", m.p.street, m.p.locality, m.p.city, m.p.postcode))
        })
        .or(&[STREET]),
    ];
    super::sheet("Booking Register - All Projects.csv", "person", Market::India, columns)
}

/// What a channel partner fills in to register clients with a developer.
pub(super) fn partners() -> Sheet {
    let columns = vec![
        other("S. No.", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("Registration Date‖Date of Registration", CREATED, |m| m.day(Style::DmyShort('/'))),
        col("Client Name‖Name of the Client", FULL, |m| m.name_by_hand()),
        col("Client Mobile‖Client Mob. No", PHONE, |m| m.tel_by_hand()).label("mobile"),
        col("Client Email", EMAIL, |m| m.mail_by_hand()).gaps(40),
        col("Looking For", WANTED, |m| m.text(&["3BHK", "4 BHK", "Villa", "Office space"]))
            .or(&[BEDROOMS, "requirement.purpose"]),
        col("Client Budget", MAX, |m| m.budget_by_hand()).or(&[MIN]).gaps(15),
        col("CP Firm‖Channel Partner Firm", "person.referrer", |m| {
            m.text(&["Ellesmere Homes", "Granite Bay Realty"])
        })
        .or(&["person.source_system_detail", SOURCE, "custom.*"])
        .or_ask(),
        other("CP Executive", |m| m.text(&["Sumit", "Nandini R", "Tapas"])).or(&["person.referrer"]),
        other("RERA No. of CP", |m| m.text(&["WBRERA/A/KOL/000123", "HRERA/GGM/000456"])),
        col("Tentative Visit Dt", "task.due_at", |m| m.ahead(Style::DmyShort('/')))
            .or(&["interest.at", "custom.*"])
            .or_ask()
            .gaps(35),
        col("Remarks (CP)", NOTES, |m| m.remark()).gaps(50),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("CP client registration format.csv", "person", Market::India, columns);
    sheet.above = vec![
        padded(&["", "", "CLIENT REGISTRATION SHEET - CHANNEL PARTNERS"], width),
        padded(&["Valid for 60 days from date of registration"], width),
    ];
    sheet.crlf = true;
    sheet.rows = 70;
    sheet
}

/// A calling list, floor by floor.
pub(super) fn calling() -> Sheet {
    let columns = vec![
        other("SR", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("NAME", FULL, |m| name(format!("{} {}", m.p.given.to_uppercase(), m.p.family.to_uppercase()))),
        col("CONTACT NO.‖CONTACT NUMBER", PHONE, |m| m.tel(Dial::Mixed)),
        col("ALT NO‖ALT CONTACT", PHONE, |m| m.other_tel(Dial::Mixed)).gaps(70),
        col("LOCATION", LOCALITY, |m| Cell::plain(m.p.locality))
            .or(&["person.address[].locality", CITY, "custom.*"])
            .or_ask(),
        col("BUDGET", MAX, |m| m.budget_by_hand()).or(&[MIN]).gaps(30),
        col("1ST CALL‖CALL 1", NOTES, |m| m.text(&["RNR", "Interested, send details", "Busy, call back"]))
            .or(&["custom.*"])
            .or_ask(),
        col("2ND CALL‖CALL 2", NOTES, |m| m.text(&["Switched off", "Will visit Sunday", "Not interested"]))
            .or(&["custom.*"])
            .or_ask()
            .gaps(40),
        col("3RD CALL‖CALL 3", NOTES, |m| m.text(&["Visit done", "Bought elsewhere"]))
            .or(&["custom.*"])
            .or_ask()
            .gaps(80),
        col("LEAD STATUS‖FINAL STATUS", STATUS, |m| m.text(&["HOT", "WARM", "COLD", "DEAD"]))
            .or(&[STAGE, "person.rating"]),
        col("CALLED BY", ASSIGNEE, |m| m.text(&["Puja", "Sourav", "Mou"])).or(&[OWNER, "custom.*"]).or_ask(),
        empty(""),
    ];
    let mut sheet = super::sheet("calling data feb.csv", "person", Market::India, columns);
    sheet.sections = (30, vec!["DATA 1 - HNI", "DATA 2 - OLD WALK INS", "DATA 3 - REFERENCE"]);
    sheet.blank_every = 30;
    sheet.rows = 150;
    sheet
}

/// A society's accountant: members and what they owe.
pub(super) fn society() -> Sheet {
    let columns = vec![
        col("Flat‖Unit", "interest.property.unit", |m| Cell::plain(format!("{}{:02}", 1 + m.row / 4, 1 + m.row % 4))),
        col("Member Name‖Name of Member", FULL, |m| m.name_by_hand()),
        other("Joint Member", |m| m.spouse()).or(&["household.spouse.full_name"]).gaps(50),
        col("Mobile No.‖Mob. Number", PHONE, |m| m.tel(Dial::Home)).label("mobile").gaps(5),
        col("Intercom / Landline‖Landline", PHONE, |m| m.desk_tel(Dial::Home)).gaps(80),
        col("Email ID", EMAIL, |m| m.email()).gaps(25),
        other("Self Occupied / Let Out", |m| m.text(&["Self", "Let out", "Vacant"])).or(&[TAGS]),
        other("Car Parking No.", |m| Cell::plain(format!("P-{}", 11 + m.row))).gaps(35),
        other("Opening Dues (Rs.)", |m| m.sum(0, 750, indian, "INR", true)),
        other("Billed (Rs.)", |m| m.sum(4_500, 250, indian, "INR", true)),
        other("Received (Rs.)", |m| m.sum(4_500, 250, indian, "INR", true)).gaps(20),
        col("Date of Possession‖Possession Date", "interest.at", |m| m.day(Style::Dmy('.')))
            .or(&["custom.*"])
            .or_ask()
            .gaps(10),
        col("Remarks", NOTES, |m| m.text(&["Bills by email only", "Pays by cheque"])).gaps(75),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Maintenance register FY 25-26.csv", "person", Market::India, columns);
    sheet.above = vec![
        padded(&["JUNIPER COURT APARTMENT OWNERS' ASSOCIATION"], width),
        padded(&["Members' dues as on 31.01.2026"], width),
    ];
    sheet.below = vec![padded(&["TOTAL", "", "", "", "", "", "", "", "3,45,750", "6,12,250", "5,90,000"], width)];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 96;
    sheet
}

/// A desk for Indians abroad, in a tidy sheet.
pub(super) fn nri() -> Sheet {
    let columns = vec![
        col("Client‖Investor Name", FULL, |m| m.full()),
        col("Country of Residence‖Resident Country", COUNTRY, |m| Cell::plain(m.p.country)),
        col("ISD + Mobile‖Mobile (with ISD code)", PHONE, |m| m.tel(Dial::World)).label("mobile"),
        col("WhatsApp", PHONE, |m| m.other_tel(Dial::World)).label("whatsapp").gaps(35),
        col("Personal Email", EMAIL, |m| m.email()),
        col("Office Email", EMAIL, |m| m.second_email()).label("work").gaps(70),
        col("Employer", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(30),
        col("Preferred City", "requirement.city[]", |m| m.text(&["Kolkata", "Gurugram", "Mumbai, Pune"]))
            .or(&[LOCALITY]),
        col("Budget (INR Cr)‖Budget in Cr", MAX, |m| {
            let n = 25 * (4 + m.d.below(40) as u64);
            money(hundredths(n), n * 100_000, "INR", true)
        })
        .or(&[MIN]),
        col("Purpose", "requirement.purpose", |m| m.text(&["Investment", "Self use", "Parents"])),
        col("Time Frame", "requirement.timeframe", |m| m.text(&["Immediate", "3-6 months", "1 year+"])),
        col("RM‖Relationship Manager", ASSIGNEE, |m| m.text(&["Oindrila", "Varun S"])).or(&[OWNER]),
        col("Last Spoken‖Last Spoken On", CONTACTED, |m| m.day(Style::DayMonYear)).gaps(15),
        col("POA Holder", "person.referrer", |m| m.spouse())
            .or(&["custom.*", "household.spouse.full_name"])
            .or_ask()
            .gaps(70),
        col("Comments", NOTES, |m| m.remark()).gaps(40),
    ];
    let mut sheet = super::sheet("NRI desk - client tracker.csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates, Market::Britain, Market::America], 75);
    sheet
}

/// The address book of an executive's secretary, in abbreviations.
pub(super) fn secretary() -> Sheet {
    let columns = vec![
        col("Sal.", "person.prefix", |m| m.text(&["Mr.", "Ms.", "Dr."])).gaps(15),
        col("First Nm", GIVEN, |m| m.given()),
        col("Last Nm", FAMILY, |m| m.family()),
        col("Desig.", JOB, |m| Cell::plain(m.p.job)).gaps(20),
        col("Co.", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(25),
        col("Mob1", PHONE, |m| m.tel(Dial::Mixed)).label("mobile"),
        col("Mob2", PHONE, |m| m.other_tel(Dial::Mixed)).label("mobile").gaps(65),
        col("Tel (O)", PHONE, |m| m.desk_tel(Dial::Home)).label("work").gaps(50),
        col("Email1", EMAIL, |m| m.email()).gaps(10),
        col("Email2", EMAIL, |m| m.second_email()).gaps(75),
        col("Add1", STREET, |m| Cell::plain(m.p.street.clone())),
        col("Add2", "person.address[].street2", |m| Cell::plain(m.p.locality)).or(&["person.address[].locality"]),
        col("Cty", CITY, |m| Cell::plain(m.p.city)),
        col("Pin", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("B'date", BORN, |m| m.born().cell(Style::Dmy('-'))).gaps(45),
        col("Anniv.", "person.anniversary", |m| m.day(Style::Dmy('-'))).gaps(60),
        col("PA Name", "household.assistant.name", |m| m.text(&["Mrs Pinto", "Suresh", "Kavya"])).gaps(65),
        col("PA Ph.", "household.assistant.phone", |m| m.other_tel(Dial::Packed)).gaps(65),
        col("Gift list", TAGS, |m| m.text(&["Diwali", "Diwali, New Year"])).or(&["custom.*"]).or_ask().gaps(30),
    ];
    let mut sheet = super::sheet("sir contacts.txt", "person", Market::India, columns);
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}
