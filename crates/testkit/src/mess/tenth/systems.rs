//! What systems document for people: contacts, tenants, guests and leads.

use super::*;

/// The contacts of a telephone exchange, with every line that somebody may be reached on.
pub(super) fn exchange() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name").gaps(10),
        firm("Company Name").gaps(35),
        mail("Email").gaps(30),
        desk("Business Number", Dial::Packed).gaps(30),
        tel2("Business Number 2", Dial::Packed).gaps(85),
        desk("Business Fax", Dial::Packed).label("fax").gaps(90),
        tel("Mobile", Dial::Packed).gaps(10),
        tel2("Mobile 2", Dial::Packed).gaps(80),
        desk("Home", Dial::Packed).gaps(75),
        empty("Home 2").or(&[PHONE]),
        empty("Home Fax").or(&[PHONE]),
        tel2("Other", Dial::Packed).or_ask().gaps(85),
    ];
    let mut sheet = sheet("company_contacts.csv", "person", Market::Britain, columns);
    sheet.bom = true;
    sheet.quotes = Quotes::Always;
    sheet.rows = 120;
    sheet
}

/// Tenants that a landlords' portal takes in, with their leases.
pub(super) fn tenants() -> Sheet {
    let columns = vec![
        list("Property", PROPERTY, &["Lakeshore Manor", "Birch Court", "22 Elm"]).or(&[PLACE, PLACE_STREET]),
        col("UnitNumber", UNIT, |m| Cell::plain((101 + m.d.below(60)).to_string())),
        given("FirstName"),
        family("LastName"),
        mail("Email").gaps(15),
        col("Phone", PHONE, bare).gaps(10),
        born("DOB", Style::Mdy('/')).gaps(40),
        other("LeaseStartDate", |m| m.day(Style::Mdy('/'))).or(&[SEEN]),
        other("LeaseEndDate", |m| m.ahead(Style::Mdy('/'))).gaps(30),
        other("LastRentIncreaseDate", |m| later(m).cell(Style::Mdy('/'))).gaps(50),
        other("FirstRentalInvoiceDate", |m| later(m).cell(Style::Mdy('/'))),
        free_sum("Rent", whole(1_150, 25, plain, "USD", false)).or(&[RENT, PRICE, AMOUNT]),
        free("DepositHeldBy", &["Property Manager", "Owner"]).gaps(35),
    ];
    let mut sheet = sheet("TenantBulkUpload.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 84;
    sheet
}

/// Who came to a talk on the screen, as the tool reports it below the talk's own facts.
pub(super) fn webinar() -> Sheet {
    fn moment(m: &mut Maker) -> Cell {
        let day = m.met();
        m.moment(day, Style::MonDay, Clock::Twelve)
    }
    let columns = vec![
        free("Attended", &["Yes", "Yes", "No"]).or(&[STATUS]),
        tally("Interest Rating", 15, 98).or(&[SCORE, RATING]),
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        col("Registration Date", CREATED, moment),
        other("Join Time", moment).or(&[MET]).gaps(30),
        other("Leave Time", moment).or(&[ENDED]).gaps(30),
        tally("In Session Duration* (minutes)", 4, 68).or(&[DURATION]).gaps(30),
        list("Country", COUNTRY, &["US", "US", "CA"]).gaps(10),
        free("Industry", &["Real Estate", "Finance", "Healthcare", "Technology"]).or(&[INDUSTRY]).gaps(20),
        firm("Organization").gaps(20),
        list("Unsubscribed", BY_EMAIL, &["No", "No", "No", "Yes"]).or(&[BARRED, KEPT]).or_ask(),
        list(
            "Questions Asked by Attendee",
            NOTES,
            &["What is the expected yield?", "Is the deck available?", "Do you have units under 500k?"],
        )
        .or(&[KEPT, BODY])
        .gaps(80),
    ];
    let width = columns.len();
    let mut sheet = sheet("Attendee Report.csv", "person", Market::America, columns);
    sheet.above = vec![
        padded(&["Attendee Report"], width),
        padded(&["Webinar Name", "", "Webinar ID"], width),
        padded(&["Investing in waterfront homes", "", "846-313-449"], width),
        padded(&["Session Details"], width),
    ];
    sheet.rows = 95;
    sheet
}

/// Leads that a machine is to call.
pub(super) fn callers() -> Sheet {
    let columns = vec![
        tel("phone_number", Dial::Packed),
        full("customer_name"),
        firm("company").gaps(45),
        list("budget_range", MAX, &["300k-500k", "500k-750k", "750k-1m", "1m+"]).or(&[MIN, KEPT]).or_ask(),
        tel2("secondary_phone_1", Dial::Packed).gaps(55),
        desk("secondary_phone_2", Dial::Packed).gaps(85),
    ];
    let mut sheet = sheet("leads_import.csv", "person", Market::America, columns);
    sheet.rows = 140;
    sheet
}

/// The address book of a mail program on the web, with all that it has room for.
pub(super) fn address_book() -> Sheet {
    let columns = vec![
        given("First Name").gaps(8),
        family("Last Name").gaps(15),
        full("Display Name"),
        col("Nickname", NICKNAME, |m| m.given()).gaps(85),
        mail("E-mail Address").gaps(10),
        mail2("E-mail 2 Address").gaps(80),
        empty("E-mail 3 Address").or(&[EMAIL]),
        desk("Home Phone", Dial::World).gaps(55),
        tel2("Business Phone", Dial::World).gaps(65),
        empty("Home Fax").or(&[PHONE]),
        empty("Business Fax").or(&[PHONE]),
        empty("Pager").or(&[PHONE]),
        tel("Mobile Phone", Dial::World).gaps(15),
        street("Home Street", STREET).gaps(45),
        empty("Home Address 2").or(&[STREET2]),
        town("Home City", CITY).gaps(45),
        region("Home State", REGION).gaps(55),
        zip("Home Postal Code", POSTCODE).gaps(45),
        land("Home Country", COUNTRY).gaps(45),
        empty("Business Address").or(&[STREET, WHOLE, FIRM_STREET, FIRM_WHOLE]),
        empty("Business Address 2").or(&[STREET2]),
        empty("Business City").or(&[CITY, FIRM_CITY]),
        empty("Business State").or(&[REGION, FIRM_REGION]),
        empty("Business Postal Code").or(&[POSTCODE, FIRM_POSTCODE]),
        empty("Business Country").or(&[COUNTRY, FIRM_COUNTRY]),
        empty("Country Code").or(&[COUNTRY]),
        col("Related name", SPOUSE, |m| m.spouse()).or(&[KEPT, REFERRER]).or_ask().gaps(85),
        job("Job Title").gaps(60),
        list("Department", DEPARTMENT, &["Direction", "Achats", "Juridique"]).gaps(85),
        firm("Organization").gaps(50),
        list("Notes", NOTES, &["Cherche à Auteuil", "Voisin de M. Pelletier", "Rappeler en septembre"]).gaps(60),
        born("Birthday", Style::Iso).gaps(75),
        day("Anniversary", WED, Style::Iso).gaps(90),
        list("Gender", GENDER, &["male", "female"]).gaps(85),
        col("Web Page", WEBSITE, site).or(&[FIRM_SITE]).gaps(80),
        empty("Web Page 2").or(&[WEBSITE]),
        list("Categories", TAGS, &["acquéreurs", "vendeurs", "notaires", "amis"]).gaps(30),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.rows = 110;
    sheet
}
