//! Britain and America: lettings, relocation, brokers, doors, mailing lists, address books.

use super::super::hand::{Dial, dollars, pounds};
use super::super::maker::Clock;
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, Style};

/// A property manager's landlords: clean.
pub(super) fn landlords() -> Sheet {
    let columns = vec![
        col("Landlord Ref‖LL Ref", ID, |m| m.code("LL", 2040)),
        col("Salutation‖Title", "person.prefix", |m| m.text(&["Mr", "Mrs", "Ms", "Dr", "Prof"])),
        col("First Name‖Forename", GIVEN, |m| m.given()),
        col("Surname", FAMILY, |m| m.family()),
        col("Company Name", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(80),
        col("Correspondence Address Line 1‖Home Address Line 1", STREET, |m| Cell::plain(m.p.street.clone())),
        col("Correspondence Address Line 2‖Home Address Line 2", "person.address[].street2", |m| {
            Cell::plain(m.p.locality)
        })
        .or(&["person.address[].locality"])
        .gaps(40),
        col("Correspondence Town‖Home Town", CITY, |m| Cell::plain(m.p.city)),
        col("County", "person.address[].region", |m| m.text(&["West Yorkshire", "Tyne and Wear", "Surrey"])).gaps(30),
        col("Correspondence Postcode‖Home Postcode", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Home Tel‖Home Telephone", PHONE, |m| m.desk_tel(Dial::Home)).label("home").gaps(45),
        col("Work Tel‖Work Telephone", PHONE, |m| m.desk_tel(Dial::Home)).label("work").gaps(70),
        col("Mobile Tel‖Mobile", PHONE, |m| m.tel(Dial::Home)).label("mobile"),
        col("Email Address‖Email", EMAIL, |m| m.email()).gaps(10),
        col("Let Property Address", "interest.property.address.formatted", |m| {
            Cell::plain(format!("Flat {}, {} Terrace, Leeds", 1 + m.row % 30, ["Hollyoak", "Juniper"][m.row % 2]))
        })
        .or(&["interest.property.address.street", "interest.property.name", "interest.property.unit"]),
        col("Rent PCM‖Monthly Rent", "interest.property.price", |m| m.sum(650, 25, pounds, "GBP", true))
            .or(&["interest.price", "custom.*"]),
        other("Tenancy Start Date", |m| m.day(Style::Dmy('/'))).or(&["interest.at"]),
        other("Tenancy End Date", |m| m.ahead(Style::Dmy('/'))),
        other("Management Fee %", |m| m.text(&["8", "10", "12"])),
        other("Gas Cert Expiry", |m| m.ahead(Style::Dmy('/'))),
        col("Notes", NOTES, |m| m.text(&["Prefers email", "Lives abroad; use agent"])).gaps(65),
    ];
    let mut sheet = super::sheet("LandlordExport.csv", "person", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet.crlf = true;
    sheet
}

/// A relocation desk's people on the move: clean.
pub(super) fn relocation() -> Sheet {
    let columns = vec![
        col("Case No‖File Number", ID, |m| m.code("RC-", 610)),
        col("Transferee First Name", GIVEN, |m| m.given()),
        col("Transferee Last Name", FAMILY, |m| m.family()),
        col("Partner Name‖Accompanying Partner", "household.spouse.full_name", |m| m.spouse())
            .or(&["household.spouse.given_name"])
            .gaps(40),
        col("Children (ages)‖Dependent Children", "household.children", |m| {
            m.text(&["Ada (6), Finn (3)", "Mia (11)"])
        })
        .gaps(55),
        col("Work Email‖Corporate Email", EMAIL, |m| m.email()).label("work"),
        col("Private Email‖Personal Email", EMAIL, |m| m.second_email()).gaps(40),
        col("Mobile Phone", PHONE, |m| m.tel(Dial::World)).label("mobile"),
        col("Employer‖Client Company", COMPANY, |m| Cell::plain(m.p.company.clone())),
        col("Job Title", JOB, |m| Cell::plain(m.p.job)).gaps(20),
        col("Nationality", "person.nationality", |m| m.text(&["Indian", "German", "American", "Spanish"])),
        other("Origin City", |m| Cell::plain(m.p.city)).or(&[CITY]),
        col("Destination City", "requirement.city[]", |m| m.text(&["London", "Manchester", "Dubai"])).or(&[LOCALITY]),
        col("Housing Budget (GBP/month)‖Monthly Housing Budget (GBP)", MAX, |m| {
            m.sum(1200, 100, super::super::hand::commas, "GBP", true)
        })
        .or(&[MIN]),
        col("Bedrooms Required", BEDROOMS, |m| m.number(1, 5)),
        col("Move Date‖Target Move Date", "requirement.timeframe", |m| {
            Cell::plain(m.soon().write(Style::DayMonYear))
        })
        .or(&["custom.*", "task.due_at"])
        .or_ask(),
        col("Consultant", ASSIGNEE, |m| m.text(&["Fenella", "Marcus T."])).or(&[OWNER]),
        col("Case Status", STATUS, |m| m.text(&["Initiated", "Home search", "Settled"])).or(&[STAGE]),
        col("Case Notes", NOTES, |m| m.text(&["Needs school within walking distance", "Pet: one cat"])).gaps(50),
    ];
    let mut sheet = super::sheet("relocation_cases.csv", "person", Market::Britain, columns);
    sheet.abroad = (vec![Market::Germany, Market::America, Market::Spain, Market::India], 70);
    sheet
}

/// Valuations booked at an estate agent's branch.
pub(super) fn valuations() -> Sheet {
    let columns = vec![
        col("Vendor‖Vendor Name", FULL, |m| m.name_by_hand()),
        col("Telephone‖Tel. No.", PHONE, |m| m.tel(Dial::Mixed)),
        col("Email", EMAIL, |m| m.mail_by_hand()).gaps(25),
        col("Property Address‖Address of Property", "interest.property.address.formatted", |m| {
            Cell::plain(m.p.street.clone())
        })
        .or(&[
            "interest.property.address.street",
            "person.address[].formatted",
            STREET,
            "interest.property.name",
        ]),
        col("Postcode", POSTCODE, |m| Cell::plain(m.p.postcode.clone())).or(&["interest.property.address.postal_code"]),
        col("Type", "interest.property.type", |m| m.text(&["Semi", "Terrace", "Flat", "Detached"]))
            .or(&[WANTED, "custom.*"])
            .or_ask(),
        col("Beds", "interest.property.bedrooms", |m| m.number(1, 5)).or(&[BEDROOMS]),
        col("Val. Date‖Valuation Date", "interest.at", |m| m.day(Style::DmyBare('/'))).or(&[
            "custom.*",
            CREATED,
            "task.due_at",
        ]),
        col("Valuer", ASSIGNEE, |m| m.text(&["Gareth", "Nerys P"])).or(&[OWNER]),
        col("Valued At‖Suggested Price", "interest.property.price", |m| m.sum(180_000, 5_000, pounds, "GBP", true))
            .or(&["custom.*", "interest.price"]),
        other("Fee Quoted", |m| m.text(&["1.25%", "1.5%", "£2,500"])),
        col("How did they find us", SOURCE, |m| m.text(&["Board", "Leaflet", "Past client"]))
            .or(&["person.source_system_detail"]),
        other("Instructed?", |m| m.text(&["Y", "N", "Pending"])).or(&[STATUS, STAGE]),
        col("Comments", NOTES, |m| m.text(&["Probate", "Wants quick sale", "Three agents out"])).gaps(45),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Valuations Q1.csv", "person", Market::Britain, columns);
    sheet.above = vec![padded(&["Branch: Headingley", "", "", "Valuations log"], width)];
    sheet.sections = (35, vec!["JANUARY", "FEBRUARY", "MARCH"]);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 100;
    sheet
}

/// An American broker's contacts: clean.
pub(super) fn brokerage() -> Sheet {
    let columns = vec![
        col("Contact ID", ID, |m| m.code("", 400_200)),
        col("First Name", GIVEN, |m| m.given()),
        col("Middle Name", "person.middle_name", |m| Cell::plain(m.p.middle.clone())).gaps(70),
        col("Last Name", FAMILY, |m| m.family()),
        col("Spouse First Name", "household.spouse.given_name", |m| super::super::maker::name(m.p.spouse.clone()))
            .gaps(50),
        col("Spouse Last Name", "household.spouse.family_name", |m| m.family()).gaps(60),
        col("Home Phone", PHONE, |m| m.desk_tel(Dial::Home)).label("home").gaps(60),
        col("Cell Phone", PHONE, |m| m.tel(Dial::Home)).label("mobile"),
        col("Business Phone", PHONE, |m| m.other_tel(Dial::Home)).label("work").gaps(60),
        col("Business Fax", PHONE, |m| m.desk_tel(Dial::Home)).or(&["custom.*"]).gaps(90),
        col("Primary E-mail", EMAIL, |m| m.email()).gaps(10),
        col("Alternate E-mail", EMAIL, |m| m.second_email()).gaps(70),
        col("House Number & Street", STREET, |m| Cell::plain(m.p.street.clone())),
        col("City", CITY, |m| Cell::plain(m.p.city)),
        col("State", "person.address[].region", |m| m.text(&["FL", "TX", "NY", "IL"])),
        col("Zip", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Birthday", BORN, |m| m.born().cell(Style::MdyBare('/'))).gaps(40),
        col("Spouse Birthday", "household.spouse.birth_date", |m| m.born().cell(Style::MdyBare('/'))).gaps(70),
        other("Home Purchase Anniversary", |m| m.day(Style::MdyBare('/'))).gaps(60),
        col("Contact Type", TAGS, |m| m.text(&["Buyer", "Seller", "Past Client", "Vendor"]))
            .or(&[STAGE, STATUS, "custom.*"]),
        col("Contact Rank", "person.rating", |m| m.text(&["A+", "A", "B", "C"])).or(&["custom.*"]),
        col("Referred By", "person.referrer", |m| m.text(&["Ingrid Huang", "Sphere"])).gaps(70),
        col("Date Last Contacted", CONTACTED, |m| m.day(Style::MdyBare('/'))).gaps(25),
        other("Mail Merge Greeting", |m| Cell::plain(format!("Dear {}", m.p.given))).or(&["person.nickname"]),
        col("Notes", NOTES, |m| m.text(&["Loves gardening", "Moved for work, \"never again\""])).gaps(55),
    ];
    let mut sheet = super::sheet("AllContacts.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 300;
    sheet
}

/// What visitors wrote at the door.
pub(super) fn open_house() -> Sheet {
    let columns = vec![
        col("Time In‖Sign-in time", "interest.at", |m| {
            Cell::plain(format!("{}:{:02} PM", 1 + m.d.below(3), m.d.below(60)))
        })
        .or(&["custom.*", CREATED])
        .or_ask(),
        col("Name (please print)‖Print name", FULL, |m| m.name_by_hand()),
        col("Email address‖E-mail (legible!)", EMAIL, |m| m.mail_by_hand()),
        col("Best phone #‖Phone # (best)", PHONE, |m| m.tel(Dial::Mixed)).gaps(15),
        col("Where do you live now?", "person.address[].formatted", |m| {
            Cell::plain(format!("{}, {}", m.p.locality, m.p.city))
        })
        .or(&[CITY, "person.address[].locality", STREET, "custom.*"])
        .or_ask()
        .gaps(20),
        other("Working w/ an agent?", |m| m.text(&["Y", "N"])),
        col("When do you hope to buy?", "requirement.timeframe", |m| m.text(&["ASAP", "3-6 mo", "Just looking"])),
        col("Pre-approved?", "requirement.financing", |m| m.text(&["Yes", "No", "Cash"])).or(&["custom.*"]),
        col("Price range", MAX, |m| m.sum_ends(dollars, "USD")).or(&[MIN]).gaps(20),
        col("What did you think of the house?", NOTES, |m| m.text(&["Kitchen is small", "Love the yard"]))
            .or(&["custom.*"])
            .gaps(40),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("OH sign in 118 Maple.csv", "person", Market::America, columns);
    sheet.above =
        vec![padded(&["OPEN HOUSE SIGN-IN", "", "118 Maple Terrace"], width), padded(&["Sunday 1-4 pm"], width)];
    sheet.rows = 48;
    sheet
}

/// A mailing program's audience: clean, machine headers beside people's.
pub(super) fn audience() -> Sheet {
    let columns = vec![
        col("Email Address", EMAIL, |m| m.email()),
        col("First Name", GIVEN, |m| m.given()).gaps(10),
        col("Last Name", FAMILY, |m| m.family()).gaps(10),
        col("Phone Number", PHONE, |m| m.tel(Dial::Home)).gaps(50),
        col("Birthday", BORN, |m| m.birthday()).gaps(60),
        col("MEMBER_RATING", "person.rating", |m| m.number(1, 5)).or(&["person.score", "custom.*"]),
        col("OPTIN_TIME", "person.consent.at", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        })
        .or(&["custom.*", CREATED])
        .gaps(40),
        other("OPTIN_IP", |m| Cell::plain(format!("192.0.2.{}", m.d.below(250)))).gaps(40),
        other("CONFIRM_TIME", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        })
        .or(&["person.consent.at"]),
        other("CONFIRM_IP", |m| Cell::plain(format!("198.51.100.{}", m.d.below(250)))),
        other("LATITUDE", |m| Cell::plain(format!("{}.{:04}", 25 + m.d.below(20), m.d.below(10_000)))).gaps(30),
        other("LONGITUDE", |m| Cell::plain(format!("-{}.{:04}", 70 + m.d.below(30), m.d.below(10_000)))).gaps(30),
        other("GMTOFF", |m| m.text(&["-5", "-6"])).gaps(30),
        other("TIMEZONE", |m| m.text(&["America/New_York", "America/Chicago"])).gaps(30),
        other("CC", |_| Cell::plain("us")).or(&[COUNTRY]).gaps(30),
        other("REGION", |m| m.text(&["fl", "tx", "ny"])).or(&["person.address[].region"]).gaps(30),
        col("LAST_CHANGED", "person.updated_at", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        }),
        other("LEID", |m| m.code("", 91_000)).or(&[ID]),
        other("EUID", |m| Cell::plain(format!("{:010x}", 0xabc0_0000_u64 + m.row as u64 * 7919))).or(&[ID]),
        col("NOTES", NOTES, |m| m.text(&["met at fair", "wants listings by mail"])).gaps(85),
        col("TAGS", TAGS, |m| m.text(&["buyer", "buyer,newsletter", "seller"])).gaps(50),
    ];
    let mut sheet = super::sheet("subscribed_members_export_4f2a.csv", "person", Market::America, columns);
    sheet.rows = 260;
    sheet
}

/// A mail program's address book: clean.
pub(super) fn address_book() -> Sheet {
    let columns = vec![
        col("First Name", GIVEN, |m| m.given()),
        col("Last Name", FAMILY, |m| m.family()),
        col("Display Name", FULL, |m| m.full()),
        col("Nickname", "person.nickname", |m| m.given()).gaps(80),
        col("Primary Email", EMAIL, |m| m.email()),
        col("Secondary Email", EMAIL, |m| m.second_email()).gaps(70),
        other("Screen Name", |m| m.given()).or(&["person.social[]", "person.nickname"]).gaps(95),
        col("Work Phone", PHONE, |m| m.desk_tel(Dial::Home)).label("work").gaps(60),
        col("Home Phone", PHONE, |m| m.other_tel(Dial::Home)).label("home").gaps(70),
        col("Fax Number", PHONE, |m| m.desk_tel(Dial::Home)).label("fax").or(&["custom.*"]).gaps(90),
        other("Pager Number", |m| m.desk_tel(Dial::Home)).or(&[PHONE]).gaps(100),
        col("Mobile Number", PHONE, |m| m.tel(Dial::Home)).label("mobile").gaps(20),
        col("Home Address", STREET, |m| Cell::plain(m.p.street.clone())).or(&["person.address[].formatted"]).gaps(50),
        col("Home City", CITY, |m| Cell::plain(m.p.city)).gaps(50),
        col("Home ZipCode", POSTCODE, |m| Cell::plain(m.p.postcode.clone())).gaps(50),
        col("Home Country", COUNTRY, |m| Cell::plain(m.p.country)).gaps(60),
        col("Work Address", STREET, |m| Cell::plain(format!("{} Wharf", 2 + m.row % 90)))
            .or(&["person.address[].formatted"])
            .gaps(80),
        col("Work City", CITY, |m| Cell::plain(m.p.city)).gaps(80),
        col("Job Title", JOB, |m| Cell::plain(m.p.job)).gaps(50),
        col("Department", "person.department", |m| m.text(&["Finance", "Operations"])).gaps(80),
        col("Organization", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(40),
        col("Web Page 1", "person.website[]", |m| Cell::plain(format!("https://site{}.example", m.row))).gaps(85),
        other("Birth Year", |m| Cell::plain(m.p.born.year.to_string())).or(&[BORN]).gaps(60),
        other("Birth Month", |m| Cell::plain(m.p.born.month.to_string())).or(&[BORN]).gaps(60),
        other("Birth Day", |m| Cell::plain(m.p.born.day.to_string())).or(&[BORN]).gaps(60),
        other("Custom 1", |m| m.text(&["x", "card sent"])).gaps(90),
        col("Notes", NOTES, |m| m.text(&["neighbour of Cedric", "viewing in May"])).gaps(75),
    ];
    let mut sheet = super::sheet("Personal Address Book.csv", "person", Market::Britain, columns);
    sheet.rows = 140;
    sheet
}

/// Badges scanned at a property fair: clean, UTF-16 and tabs.
pub(super) fn badges() -> Sheet {
    let columns = vec![
        col("Badge ID", ID, |m| m.code("B", 70_300)).or(&["custom.*"]).or_ask(),
        col("Scan Time‖Scanned At", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Mdy('/'), Clock::Twelve)
        })
        .or(&["interest.at", CONTACTED, "person.last_activity_at"])
        .or_ask(),
        other("Scanned By", |m| m.text(&["Device 1", "Device 2"])).or(&[ASSIGNEE, OWNER]),
        col("Salutation", "person.prefix", |m| m.text(&["Mr", "Ms", "Dr"])).gaps(30),
        col("FirstName", GIVEN, |m| m.given()),
        col("LastName", FAMILY, |m| m.family()),
        col("JobTitle", JOB, |m| Cell::plain(m.p.job)).gaps(10),
        col("CompanyName", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(10),
        col("CountryName", COUNTRY, |m| Cell::plain(m.p.country)),
        col("EmailAddress", EMAIL, |m| m.email()),
        col("MobileNumber", PHONE, |m| m.tel(Dial::World)).label("mobile").gaps(25),
        col("Lead Rating (1-5)", "person.rating", |m| m.number(1, 5)).or(&["person.score"]),
        other("Q1: Which markets interest you?", |m| m.text(&["Dubai", "London; Lisbon", "Miami"]))
            .or(&["requirement.city[]", LOCALITY]),
        other("Q2: Cash or mortgage?", |m| m.text(&["Cash", "Mortgage"])).or(&["requirement.financing"]),
        col("Email Permission", "person.consent.email", |m| m.text(&["Yes", "No"])),
        col("Comment", NOTES, |m| m.text(&["send brochure", "call next week"])).gaps(60),
    ];
    let mut sheet = super::sheet("ScannedLeads.txt", "person", Market::America, columns);
    sheet.abroad = (vec![Market::Britain, Market::Spain, Market::Brazil], 30);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}

/// The labelled chats of a shop's telephone: short and clean.
pub(super) fn chat_list() -> Sheet {
    let columns = vec![
        col("Saved Name‖Contact saved as", FULL, |m| m.full()),
        col("WhatsApp Number‖WhatsApp No", PHONE, |m| m.tel(Dial::Packed)).label("whatsapp"),
        col("Chat Labels‖Label(s)", TAGS, |m| m.text(&["New customer", "Paid", "Pending payment, VIP"])).gaps(30),
        col("Last Message On", CONTACTED, |m| m.day(Style::Dmy('/'))).or(&["person.last_activity_at"]),
        other("Unread", |m| m.number(0, 6)),
        col("Opted in to broadcasts", "person.consent.whatsapp", |m| m.text(&["Yes", "No"])).or(&["custom.*"]),
        col("City", CITY, |m| Cell::plain(m.p.city)).gaps(40),
        col("About", NOTES, |m| m.text(&["Busy", "At work", "Hey there"])).or(&["custom.*"]).or_ask().gaps(50),
    ];
    let mut sheet = super::sheet("wa_contacts.csv", "person", Market::India, columns);
    sheet.rows = 60;
    sheet
}
