//! Owners and tenants.

use super::super::columns::whole as sums;
use super::*;

/// Who booked which flat of a project; two applicants of one flat are two rows.
pub(super) fn project_owners() -> Sheet {
    let columns = vec![
        list("Project", PROJECT, &["Juniper Meadows"]).or(&[PROPERTY]),
        col("Unit", UNIT, |m| {
            Cell::plain(format!("{}{}-{}", ["A", "B", "D"][m.row % 3], 1 + m.d.below(9), 19_000 + m.row))
        }),
        free("Phase", &["Phase 1", "Phase 2"]),
        tally("Wing", 1, 19),
        tally("Floor ", 0, 18),
        tally("Series ", 1, 4),
        list("Configuration", ROOMS, &["4 BHK", "4 BHK", "3 BHK"]).or(&[KIND]),
        list("SBA", SIZE, &["2481", "2481", "1937"]).or(&[KEPT]).or_ask(),
        free("Applicant Number", &["Primary Applicant", "Primary Applicant", "Second Applicant", "Third Applicant"])
            .or(&[TAGS]),
        col("Applicant Name", FULL, mixed_case),
        mail("Email Address").gaps(6),
        free("Booking type", &["Booking", "Booking", "Booking Against CRM Cancelation"]).or(&[INTEREST, TAGS, STATUS]),
        list(
            "Source of Booking",
            SOURCE,
            &[
                "Digital",
                "Channel Partner/ Project Consultant",
                "Privilege",
                "Refereed By Existing Customer",
                "Unverified",
            ],
        ),
        col("Mobile Number", PHONE, bare).gaps(4),
        sum("BSV", PRICE, sums(30_900_000, 41_000, plain, "INR", false)).or(&[RENT, AMOUNT, KEPT]).or_ask(),
        other("Channel Partner", company).or(&[REFERRER, DETAIL, COMPANY]).gaps(55),
    ];
    let mut sheet = sheet("owners.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 240;
    sheet
}

/// Owners of a residence's flats; their numbers are of any length, some owners stand twice.
pub(super) fn residence_owners() -> Sheet {
    let columns = vec![
        given("first_name"),
        family("last_name"),
        col("phone", PHONE, |m| Cell::held((17_000 + m.d.below(90_000)).to_string(), Kind::Phone)),
        code("id", ID, "", 1),
    ];
    let mut sheet = sheet("owners.csv", "person", Market::America, columns);
    sheet.again = 10;
    sheet.rows = 50;
    sheet
}

/// Owners of let houses.
pub(super) fn owners() -> Sheet {
    let columns = vec![code("owner_id", ID, "", 1), full("name"), mail("email"), tel("phone", Dial::Home)];
    let mut sheet = sheet("owners.csv", "person", Market::America, columns);
    sheet.rows = 45;
    sheet
}

/// Owners of let houses, persons and firms; each header says whose.
pub(super) fn owner_types() -> Sheet {
    let columns = vec![
        other("OwnerID", |m| Cell::plain(format!("OWN{:03}", m.row + 1))).or(&[ID, FIRM_ID]),
        col("OwnerName", FULL, |m| if m.row % 2 == 1 { company(m) } else { m.full() }).or(&[FIRM, COMPANY]),
        mail("OwnerEmail").or(&[FIRM_EMAIL]),
        col("OwnerPhone", PHONE, bare).or(&[FIRM_PHONE]),
        col("OwnerAddress", WHOLE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.city))).or(&[
            STREET,
            FIRM_WHOLE,
            FIRM_STREET,
        ]),
        other("OwnershipType", |m| Cell::plain(if m.row % 2 == 1 { "company" } else { "individual" }))
            .or(&[FIRM_TYPE, TAGS]),
    ];
    let mut sheet = either_sheet("owners.csv", Market::Britain, columns);
    sheet.rows = 44;
    sheet
}

/// Tenants who sign in to an app.
pub(super) fn logins() -> Sheet {
    let columns = vec![
        code("TenantID", ID, "", 1),
        other("Username", login).or(&[NICKNAME]),
        other("Password", |m| token(m, 10)),
        full("Name"),
        code("UnitID", UNIT, "", 101).or(&[LISTING, KEPT]),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// Tenants with their leases, numbers with extensions.
pub(super) fn rent() -> Sheet {
    let columns = vec![
        other("tenant_id", |m| Cell::plain(format!("T{:05}", m.row + 1))).or(&[ID]),
        other("unit_id", |m| Cell::plain(format!("U{:05}", m.row * 2 + 1))).or(&[UNIT, LISTING]),
        full("full_name"),
        mail("email"),
        col("phone", PHONE, generated),
        free_day("lease_start"),
        other("lease_end", |m| m.ahead(Style::Iso)),
        free_sum("monthly_rent", sums(1_250, 9, decimal, "USD", false)).or(&[RENT, PRICE]),
        free_sum("deposit", sums(1_250, 9, decimal, "USD", false)),
        free("status", &["Active", "Active", "Active", "Notice to Vacate"]).or(&[STATUS, STAGE, TAGS]),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::America, columns);
    sheet.rows = 220;
    sheet
}

/// Tenants, and whom to call when something happens: a name and a number in one cell.
pub(super) fn emergency() -> Sheet {
    let columns = vec![
        other("TenantID", |m| Cell::plain(format!("TEN{:03}", m.row + 1))).or(&[ID]),
        given("FirstName"),
        family("LastName"),
        mail("Email"),
        col("Phone", PHONE, bare),
        born("DOB", Style::Iso),
        other("EmergencyContact", |m| {
            let (who, number) = (relative(m), m.other_tel(Dial::Home));
            Cell::plain(format!("{} {}", who.text, number.text.replace(' ', "")))
        })
        .or(&[NOTES]),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::Britain, columns);
    sheet.rows = 50;
    sheet
}

/// Tenants and the day on which they came.
pub(super) fn moved_in() -> Sheet {
    let columns = vec![
        code("tenant_id", ID, "", 1),
        full("name"),
        mail("email"),
        tel("phone", Dial::Home),
        tally("property_id", 1, 30).or(&[LISTING]),
        free_day("move_in_date"),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::America, columns);
    sheet.rows = 40;
    sheet
}

/// An agent's houses and who lives in them; most is not yet known.
pub(super) fn houses() -> Sheet {
    let mut columns = vec![
        col("property", PROPERTY, |m| Cell::plain(format!("{} {}", m.p.street, m.p.locality))).or(&[
            PLACE,
            PLACE_STREET,
            UNIT,
            WHOLE,
            STREET,
        ]),
        col("tenant_name", FULL, titled_or_tbc),
    ];
    columns.extend(unused(&["email", "phone"]));
    columns.push(free_day("move_in_date").gaps(40));
    columns.push(empty("tenancy_end"));
    columns.push(free("deposit", &["1326.00", "1384.00", "1384.62", "3807.00"]).gaps(45));
    columns.push(empty("emergency_contact"));
    let mut sheet = sheet("tenants.csv", "person", Market::Britain, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 44;
    sheet
}

/// Tenants of hostels by bed, with papers, payments and whom to call.
pub(super) fn hostel() -> Sheet {
    let columns = vec![
        other("tenantId", |m| Cell::plain(format!("T{}", 10_001 + m.row))).or(&[ID]),
        full("fullName"),
        other("fatherName", relative),
        born("dateOfBirth", Style::Iso),
        col("phone", PHONE, bare),
        mail("email"),
        free("idType", &["aadhar", "pan", "driving_licence"]),
        other("idNumber", |m| m.code("ID", 500_001)),
        other("emergencyContactName", relative),
        free("emergencyContactRelation", &["father", "mother", "friend", "sibling"]),
        other("emergencyContactPhone", |m| m.other_tel(Dial::Home)),
        free_sum("monthlyRent", sums(8_000, 400, plain, "INR", false)).or(&[RENT, PRICE]),
        free_sum("rentPaid", sums(8_000, 400, plain, "INR", false)),
        other("paidOnDate", |m| later(m).cell(Style::Iso)),
        other("nextDueDate", |m| m.ahead(Style::Iso)).or(&[DUE]),
        free("billingCycle", &["monthly"]),
        day("createdAt", CREATED, Style::Iso),
        col("updatedAt", UPDATED, |m| later(m).cell(Style::Iso)),
        key("hostelId", "owner-hostel-", 20).or(&[LISTING]),
        list("hostelName", PROPERTY, &["Hostel 01 - Owner 01", "Hostel 02 - Owner 02", "Hostel 07 - Owner 02"])
            .or(&[PROJECT, KEPT]),
        tally("floorNumber", 1, 4),
        tally("roomNumber", 101, 412).or(&[UNIT]),
        free("sharingType", &["2 sharing", "3 sharing"]).or(&[KIND]),
        other("bedId", |m| Cell::plain(format!("room-hostel-01-{}-bed-1", 101 + m.row))).or(&[UNIT]),
        free("bedLabel", &["Bed 1", "Bed 2"]).or(&[UNIT]),
        free("paymentMethod", &["cash", "online", "upi"]),
        other("txnId", |m| m.code("TXN", 100_002)).gaps(35),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::India, columns);
    sheet.rows = 50;
    sheet
}
