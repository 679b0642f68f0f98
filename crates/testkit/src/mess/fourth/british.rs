//! Agencies of Britain, a porter's desk and an auction room.

use super::super::hand::{plain, pounds};
use super::super::maker::name;
use super::*;

/// Contacts of Alto.
pub(super) fn alto() -> Sheet {
    let columns = vec![
        col("Contact Name", FULL, |m| m.name_by_hand()),
        other("Salutation", |m| Cell::plain(format!("Dear {}", m.p.given))).or(&[PREFIX, "person.nickname"]),
        col("Address", WHOLE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.city))).or(&[STREET]).gaps(20),
        zip("Postcode", POSTCODE).gaps(20),
        tel2("Telephone (Home)", Dial::Home).label("home").gaps(70),
        desk("Telephone (Work)", Dial::Home).label("work").gaps(80),
        tel("Mobile", Dial::Home).label("mobile").gaps(8),
        mail("Email").gaps(10),
        free("Contact Type", &["Applicant", "Vendor", "Landlord", "Tenant"]).or(&[TAGS, STAGE, PURPOSE]),
        free("Branch", &["Holland Park", "Dulwich", "Guildford"]),
        list("Negotiator", ASSIGNEE, &["Georgina Fenwick", "Jasper Ludlow"]).or(&[OWNER]),
        list("Source of Enquiry‖Enquiry Source", SOURCE, &["Rightmove", "Board", "Recommendation", "Walk in"]).gaps(15),
        day("Date Registered", CREATED, Style::Dmy('/')),
        day("Last Contact", CONTACTED, Style::Dmy('/')).gaps(25),
        sum("Max Price", MAX, whole(450_000, 25_000, pounds, "GBP", true)).gaps(35),
        count("Min Beds", BEDROOMS, 1, 5).gaps(35),
        list("Areas", LOCALITY, &["Dulwich, Herne Hill", "Holland Park", "Merrow; Burpham"]).or(&[TOWNS]).gaps(35),
        list("Buying Position", FINANCING, &["Cash buyer", "Sold STC", "First time buyer", "Property to sell"])
            .or(&[STATUS, KEPT])
            .or_ask()
            .gaps(40),
        list("Marketing Consent", BY_EMAIL, &["Yes", "No"]).or(&[KEPT]).or_ask(),
    ];
    let mut sheet = super::sheet("AltoContacts.csv", "person", Market::Britain, columns);
    sheet.rows = 180;
    sheet
}

/// Contacts of Rex.
pub(super) fn rex() -> Sheet {
    let columns = vec![
        code("Contact ID", ID, "", 410_223),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]).gaps(35),
        given("First Name"),
        family("Last Name"),
        firm("Company").gaps(75),
        tel("Mobile Number", Dial::World).label("mobile").gaps(8),
        tel2("Home Number", Dial::World).label("home").gaps(75),
        mail("Email Address").gaps(10),
        street("Postal Address Street", STREET).gaps(35),
        town("Postal Address Town", CITY).gaps(35),
        zip("Postal Address Postcode", POSTCODE).gaps(35),
        list("Interest Level", RATING, &["Hot", "Medium", "Cold"]).or(&[STATUS, "interest.stage"]).gaps(35),
        list("Source", SOURCE, &["Portal", "Signboard", "Past Client"]).gaps(20),
        list("Tags", TAGS, &["Buyer, Investor", "Landlord", "Neighbour"]).gaps(40),
        list("Primary Owner", OWNER, &["Rosalind Tennant", "Monty Ainsley"]).or(&[ASSIGNEE]),
        stamp("Created", CREATED, Style::Dmy('/'), Clock::Minutes),
        stamp("Last Contacted", CONTACTED, Style::Dmy('/'), Clock::Minutes).gaps(30),
        next("Next Reminder", Style::Dmy('/')).gaps(70),
        free("Unsubscribed From Marketing", &["No", "No", "Yes"]).or(&[BY_EMAIL, "person.do_not_contact"]),
    ];
    super::sheet("contacts-export.csv", "person", Market::Britain, columns)
}

/// Who lives where, at a porter's desk.
pub(super) fn residents() -> Sheet {
    let columns = vec![
        col("Flat‖Apt No.", UNIT, |m| Cell::plain(format!("{}{}", 1 + m.row / 4, ["A", "B", "C", "D"][m.row % 4])))
            .or(&[STREET, "person.address[].street2", KEPT])
            .or_ask(),
        col("Resident‖Resident name", FULL, |m| m.name_by_hand()),
        free("Owner / Tenant", &["Owner", "Tenant"]).or(&[TAGS, STAGE]),
        tel("Mobile", Dial::Mixed).label("mobile").gaps(6),
        col("Email", EMAIL, |m| m.mail_by_hand()).gaps(20),
        other("Second resident", |m| Cell::plain(format!("{} {}", m.p.spouse, m.p.family))).or(&[SPOUSE]).gaps(55),
        other("Emergency contact", |m| Cell::plain(format!("{} {}", m.p.spouse, m.p.second.e164()))).gaps(50),
        free_day("Moved in", Style::DmyShort('/')).or(&["interest.at", CREATED]),
        free("Parking bay", &["B12", "B07", "L2-31"]).gaps(60),
        free("Keys held", &["Y", "N"]),
        list("Notes for desk‖Notes", NOTES, &["Parcels to be held", "Cleaner comes Tuesdays", "Two cats"]).gaps(65),
    ];
    let mut sheet = super::sheet("Residents list - Carlton Court.csv", "person", Market::Britain, columns);
    sheet.above = vec![padded(&["CARLTON COURT - RESIDENTS (updated Oct)"], 11)];
    sheet.abroad = (vec![Market::Emirates, Market::India], 25);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 84;
    sheet
}

/// Who has registered to bid.
pub(super) fn bidders() -> Sheet {
    let columns = vec![
        other("Paddle No.‖Bidder No.", |m| Cell::plain((m.row + 101).to_string())).or(&[ID]),
        list("Title", PREFIX, &["Mr", "Mrs", "Miss", "Dr"]).gaps(10),
        given("Forename"),
        col("Surname", FAMILY, |m| name(m.p.family.to_uppercase())),
        street("Address Line 1", STREET),
        town("Town", CITY),
        zip("Postcode", POSTCODE),
        tel("Telephone", Dial::Mixed),
        mail("Email").gaps(5),
        free("Lot(s)", &["14", "3, 22", "41"]).or(&[LISTING]),
        list("ID checked", "person.kyc_status", &["Yes", "Yes", "Pending"]).or(&[KEPT]).or_ask(),
        list("Source of funds", "person.source_of_funds", &["Savings", "Sale of property", "Mortgage in principle"]),
        sum("Bid limit‖Maximum bid", MAX, whole(150_000, 5_000, plain, "GBP", false)).gaps(60),
        stamp("Registered", CREATED, Style::Dmy('/'), Clock::Minutes),
    ];
    let mut sheet = super::sheet("bidder_registrations_nov.csv", "person", Market::Britain, columns);
    sheet.rows = 90;
    sheet
}
