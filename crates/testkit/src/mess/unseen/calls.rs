//! What telephones, dialling programs, diaries and desks at doors hand out.

use super::*;

/// Calls to the numbers that a developer in India prints on its hoardings.
pub(super) fn hosted_numbers() -> Sheet {
    const OUTCOMES: Words = &["Connected", "Connected", "Customer Missed", "Connected", "Agent Missed"];
    let columns = vec![
        col("unique_id", TALK_ID, |m| Cell::plain(format!("{}.{}", 1_772_421_000 + m.row * 913, 4_410 + m.row))),
        moment("Start Time (IST)", MET, |m| {
            let day = m.met();
            tick(m, day, 0, ' ', "")
        }),
        col("Client Number", PHONE, |m| m.tel(Dial::Packed)).or(&[TALKER]),
        talker("Client Name").gaps(45),
        // The developer's own line.
        other("SR Number", |m| Cell::plain(["+918000004410", "+918000004411", "+918000004412"][m.row % 3])),
        free("SR Name", &["Hoarding - Worli", "Newspaper", "Website header"]).or(&[SOURCE, CAMPAIGN, DETAIL]),
        list("Business Call Type", DIRECTION, &["Incoming", "Outgoing", "Incoming"]).or(&[CHANNEL]),
        free("Menu Pressed", &["1-Sales", "2-CRM", "1-Sales", "NA"]).gaps(10),
        // Who answered for the developer.
        other("Destination Number", |m| Cell::plain(["+918000004501", "+918000004502"][m.row % 2])).gaps(15),
        ours("Destination Name", &["Sneha Rao", "Jatin Puri", "Damini Nair"]).gaps(15),
        turn("Call Outcome", OUTCOME, OUTCOMES),
        col("Billed Duration (Sec)", DURATION, |m| {
            if OUTCOMES[m.row % OUTCOMES.len()] == "Connected" { m.number(8, 720) } else { Cell::plain("0") }
        }),
        tally("Billed Pulses", 0, 12),
        free("Credits Remaining", &["41220.50", "41218.00", "41199.75"]),
        col("Recording Link", RECORDING, |m| Cell::plain(format!("https://voice.example/rec/{}.mp3", token(m, 16))))
            .gaps(30),
        free("Circle / Region", &["Mumbai", "Maharashtra & Goa", "Delhi NCR", "Karnataka"])
            .or(&[REGION, CITY])
            .gaps(12),
        list("Remark", BODY, &["asked price of 3bhk", "wrong number", "will visit on sunday", "wants call in evening"])
            .or(&[NOTES, OUTCOME])
            .gaps(55),
        next("Callback Time", Style::Iso).gaps(75),
    ];
    let mut sheet = sheet("call_logs_01032026_02032026.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 13;
    sheet.rows = 164;
    sheet
}

/// Whom an American team rings from its dialling program, with what the last ring brought.
pub(super) fn dialled_contacts() -> Sheet {
    let columns = vec![
        full("Full Name"),
        given("First Name"),
        family("Last Name"),
        street("Mailing Address", STREET),
        town("Mailing City", CITY),
        region("Mailing State", REGION),
        zip("Mailing Zip", POSTCODE),
        col("Property Address", PLACE_STREET, |m| Cell::plain(m.p.street.clone()))
            .or(&[PLACE, PROPERTY, STREET])
            .gaps(20),
        town("Property City", PLACE_TOWN).or(&[CITY]).gaps(20),
        zip("Property Zip", PLACE_POSTCODE).or(&[POSTCODE]).gaps(20),
        col("Primary Phone", PHONE, american),
        free("Primary Phone Type", &["Mobile", "Landline", "VOIP"]),
        free("Primary DNC", &["N", "N", "Y"]).or(&[BARRED, BY_PHONE]),
        tel2("Mobile", Dial::Home).gaps(45),
        col("Phone 3", PHONE, |m| m.desk_tel(Dial::Home)).gaps(80),
        mail("Email 1").gaps(35),
        mail2("Email 2").gaps(90),
        free("Lists", &["Expireds Feb", "FSBO Arcadia", "Circle - Hyde Park"]).or(&[TAGS, SOURCE, CAMPAIGN]),
        free("Group", &["New", "Follow Up", "Do Not Call", "Appointment"]).or(&[STATUS, STAGE, TAGS]).gaps(15),
        list("Last Call Result", STATUS, &["No Answer", "Left Message", "Contact", "Bad Number", "Lead"])
            .or(&[OUTCOME, KEPT])
            .gaps(15),
        touched("Last Call Date", Style::Mdy('/')).gaps(15),
        tally("Call Attempts", 0, 9),
        sum("List Price", PRICE, whole(365_000, 5_000, dollars, "USD", true)).or(&[RENT, AMOUNT]).gaps(40),
        free("DOM", &["31", "90", "124", "181"]).gaps(45),
        list("MLS #", LISTING, &["4410022", "4410977", "4412031"]).or(&[KEPT]).gaps(40),
        list("Notes", NOTES, &["Relisting in spring", "Spoke to husband", "Wants CMA first", "Hung up"]).gaps(50),
    ];
    let mut sheet = sheet("contacts_export_20260302_0911.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.quotes = Quotes::Always;
    sheet.again = 2;
    sheet.rows = 182;
    sheet
}

/// Meetings that clients in the Gulf booked by themselves.
pub(super) fn booked_meetings() -> Sheet {
    const STATES: Words = &["ACCEPTED", "ACCEPTED", "CANCELLED", "ACCEPTED", "PENDING"];
    let columns = vec![
        col("Booking UID", TALK_ID, |m| Cell::plain(token(m, 22))).or(&[TASK_ID, KEPT]),
        other("Event type", |m| Cell::plain(["Off-plan consultation", "Property viewing", "Video tour"][m.row % 3]))
            .or(&[SUBJECT, CHANNEL, TASK]),
        turn(
            "Title",
            SUBJECT,
            &["Off-plan consultation with Dana", "Property viewing with Rami", "Video tour with Yara"],
        )
        .or(&[TASK]),
        moment("Start time", MET, |m| {
            let day = m.met();
            tick(m, day, 0, 'T', "+04:00")
        })
        .or(&[DUE]),
        other("End time", |m| {
            let day = m.met();
            tick(m, day, 1_800, 'T', "+04:00")
        })
        .or(&[ENDED]),
        list("Length (min)", DURATION, &["30"]),
        turn("Booking status", OUTCOME, STATES).or(&[STATUS, TASK_STATUS, KEPT]),
        talker("Attendee name"),
        mail("Attendee email"),
        tel("Attendee phone", Dial::Packed).gaps(20),
        free("Attendee timezone", &["Asia/Dubai", "Europe/London", "Asia/Kolkata"]),
        list("Attendee language", LANGUAGE, &["en", "en", "ar", "fr"]).gaps(15),
        empty("Additional guests").or(&[TALKER]),
        turn("Organizer", TALK_BY, &["Dana Bitar", "Rami Awad", "Yara Ghanem"]).or(&[TALKER, ASSIGNEE, OWNER]),
        other("Organizer email", |m| {
            Cell::plain(["dana@example.com", "rami@example.com", "yara@example.com"][m.row % 3])
        })
        .or(&[TALK_BY, ASSIGNEE, OWNER]),
        free("Location", &["integrations:daily", "Sales gallery, Downtown", "attendeeInPerson"]).or(&[CHANNEL, PLACE]),
        said("Additional notes", &["Interested in 2 beds on the Palm", "Flying in on Friday", "Brings his lawyer"])
            .gaps(45),
        other("Cancellation reason", |m| {
            let cancelled = STATES[m.row % STATES.len()] == "CANCELLED";
            if cancelled { m.pick(&["Travel", "Bought elsewhere"]) } else { Cell::default() }
        })
        .or(&[OUTCOME]),
        free("Rescheduled", &["false", "false", "true"]),
        free("Paid", &["false"]),
        other("Created at", |m| {
            let day = m.met();
            iso(m, day, "Z")
        })
        .or(&[CREATED]),
    ];
    let mut sheet = sheet("bookings-2026-03-02.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.abroad = (vec![Market::Britain, Market::India, Market::France], 40);
    sheet.again = 4;
    sheet.rows = 94;
    sheet
}

/// Who signed in at the tablet of a sales gallery in the Gulf.
pub(super) fn gallery_sign_ins() -> Sheet {
    let columns = vec![
        col("Entry ID", TALK_ID, |m| Cell::plain((61_220_114 + m.row * 17).to_string())).or(&[ID, KEPT]),
        moment("Signed in", MET, |m| {
            let day = m.met();
            in_hours(m, day, Style::DayMonYear, 0)
        })
        .or(&[CREATED, SEEN]),
        other("Signed out", |m| {
            let day = m.met();
            in_hours(m, day, Style::DayMonYear, 25 + m.row % 40)
        })
        .or(&[ENDED])
        .gaps(35),
        col("Your full name", FULL, |m| m.full()).or(&[TALKER]),
        tel("Your mobile number", Dial::World),
        mail("Your email address").gaps(20),
        firm("Your company").gaps(50),
        free("Visitor type", &["Buyer", "Broker", "Buyer", "Contractor"]).or(&[TAGS, STAGE]),
        free("Purpose of visit", &["See show apartment", "Meet consultant", "Sign papers"])
            .or(&[SUBJECT, BODY])
            .gaps(10),
        list("Host", TALK_BY, &["Nadine Chalhoub", "Maher Daher", "Salma Jaber"])
            .or(&[TALKER, OWNER, ASSIGNEE])
            .gaps(15),
        free("Host notified", &["Yes", "No"]),
        list("Project of interest", PROJECT, &["Lagoon Residences", "Highfield Tower", "Kenwood Villas"])
            .or(&[PROPERTY])
            .gaps(20),
        list("Unit type you prefer", WANTED, &["1 BR", "2 BR", "3 BR", "Townhouse"]).or(&[BEDROOMS, KIND]).gaps(30),
        list("How did you hear about us?", SOURCE, &["Instagram", "Broker", "Billboard SZR", "Friend"]).gaps(15),
        free("NDA signed", &["No", "Yes"]).gaps(60),
        list("I agree to be contacted", "person.consent.phone", &["Yes", "Yes", "No"]).or(&[
            "person.consent.email",
            "person.consent.whatsapp",
            BARRED,
            KEPT,
        ]),
        free("Photo", &["https://visits.example/p/4410.jpg", "https://visits.example/p/4411.jpg"])
            .or(&["person.photo_url"])
            .gaps(40),
        free("Location", &["Downtown gallery", "Yas gallery"]),
    ];
    let mut sheet = sheet("visitor-log-feb-2026.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Saudi], 40);
    sheet.again = 7;
    sheet.rows = 142;
    sheet
}
