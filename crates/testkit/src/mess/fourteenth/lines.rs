//! What telephones, diaries and logs of activities hand out.

use super::*;

/// Calls to the numbers that an American team prints on its signs and pages.
pub(super) fn tracked_calls() -> Sheet {
    let columns = vec![
        list("Call Status", OUTCOME, &["Answered Call", "Answered Call", "Missed Call", "Abandoned Call"]),
        free("Number Name", &["Website Pool", "Yard Signs", "Listing Flyers"]).or(&[SOURCE, CAMPAIGN, DETAIL]),
        // The team's own line, which each caller dialled.
        other("Tracking Number", |m| Cell::plain(["(713) 555-0190", "(713) 555-0191", "(303) 555-0192"][m.d.below(3)])),
        list("Campaign", CAMPAIGN, &["Spring Listings", "Luxury Condos"]).or(&[KEPT]).gaps(60),
        list("Source", SOURCE, &["Google Organic", "Google Ads", "Direct", "Zillow", "Yard Sign"]).or(&[DETAIL]),
        moment("Start Time", MET, |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Twelve)
        }),
        count("Duration (seconds)", DURATION, 6, 910),
        col("Name", TALKER, |m| if m.row % 9 == 4 { Cell::plain("WIRELESS CALLER") } else { upper_full(m) })
            .or(&[FULL, CONTACT])
            .gaps(8),
        col("Phone Number", PHONE, |m| m.tel(Dial::Home)).or(&[TALKER]),
        empty("Email").or(&[EMAIL]),
        free("First-Time Caller", &["Yes", "Yes", "No"]),
        town("City", CITY).gaps(12),
        region("State", REGION).gaps(12),
        list("Country", COUNTRY, &["US"]),
        speaker("Agent Name", &["Paige Merritt", "Trevor Kemp"]).gaps(25),
        other("Agent Email", |m| Cell::plain(["paige@example.com", "trevor@example.com"][m.row % 2]))
            .or(&[TALK_BY, ASSIGNEE, OWNER])
            .gaps(25),
        free("Qualified", &["Qualified Lead", "Not Scored", "Not a Lead"]).or(&[STATUS, STAGE, OUTCOME, RATING]),
        free("Value", &["$0.00"]).or(&[AMOUNT]).gaps(70),
        free("Tags", &["buyer", "seller", "vendor call"]).or(&[TAGS, OUTCOME]).gaps(50),
        said("Note", &["Asked about the pool", "Wants a showing Saturday", "Will call back with wife"]).gaps(60),
        free("Referrer", &["https://search.example/", "direct"]).or(&[DETAIL, SOURCE]).gaps(50),
        free("Landing Page", &["https://homes.example/river-oaks", "https://homes.example/sell"])
            .or(&[DETAIL])
            .gaps(45),
        col("Recording Url", RECORDING, |m| Cell::plain(format!("https://calls.example/r/{}", token(m, 12)))).gaps(20),
    ];
    let mut sheet = sheet("calls-2026-03-02.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.again = 10;
    sheet.rows = 148;
    sheet
}

/// The calls of a desk in India, one row each, out of the telephone that it sits at.
pub(super) fn call_records() -> Sheet {
    fn spell(header: &str, up_to: usize) -> Column {
        other(header, move |m| {
            let seconds = m.d.below(up_to);
            Cell::plain(format!("00:{:02}:{:02}", seconds / 60, seconds % 60))
        })
    }
    fn second(m: &Maker, after: usize) -> Cell {
        let at = 10 * 3_600 + m.row * 217 % 32_000 + after;
        Cell::plain(format!("{:02}:{:02}:{:02}", at / 3_600, at / 60 % 60, at % 60))
    }
    let columns = vec![
        col("Call ID", TALK_ID, |m| Cell::plain((53_817_713_550_100_101_usize + m.row * 7_003).to_string())),
        list("Call Type", DIRECTION, &["Inbound", "Outbound Manual Dial", "Outbound Manual Dial"]).or(&[CHANNEL]),
        list("Campaign", CAMPAIGN, &["Inbound_Sales", "Riverbend_Launch", "Resale_Desk"]).or(&[KEPT]),
        free("Circle", &["Maharashtra", "Mumbai", "Karnataka", "Delhi"]).or(&[REGION]).gaps(15),
        col("Caller No.", PHONE, |m| {
            let p = m.p.mobile.clone();
            phone(format!("0{}", p.national), &[&p])
        })
        .or(&[TALKER]),
        talker("Caller Name").gaps(60),
        free("Skill", &["Sales", "Sales", "CRM"]),
        day("Call Date", MET, Style::Iso),
        spell("Queue Time", 40),
        other("Start Time", |m| second(m, 0)).or(&[MET]),
        spell("Time to Answer", 30),
        other("End Time", |m| second(m, m.row * 31 % 600)).or(&[ENDED]),
        other("Talk Time", |m| {
            let s = m.row * 31 % 600;
            Cell::plain(format!("00:{:02}:{:02}", s / 60, s % 60))
        })
        .or(&[DURATION]),
        free("Hold Duration", &["00:00:00", "00:00:00", "00:00:21"]),
        col("Duration", DURATION, |m| {
            let s = m.row * 31 % 600 + 24;
            Cell::plain(format!("00:{:02}:{:02}", s / 60, s % 60))
        })
        .or(&[KEPT]),
        speaker("Agent", &["Pooja Shetty", "Kunal Reddy", "Vandana Iyer"]).gaps(8),
        list("Disposition", OUTCOME, &["Interested", "Site Visit Fixed", "RNR", "Not Interested", "Call Back"])
            .gaps(12),
        free("Status", &["Answered", "Answered", "NotAnswered"]).or(&[OUTCOME]),
        free("Hangup By", &["AgentHangup", "UserHangup", "System"]),
        said("Comments", &["wants 3bhk east facing", "loan query", "asked brochure on wa", "busy in meeting"]).gaps(45),
        col("Recording URL", RECORDING, |m| Cell::plain(format!("https://rec.example/{}.mp3", token(m, 14)))).gaps(30),
    ];
    let mut sheet = sheet("CDR_Report_01-03-2026.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 12;
    sheet.rows = 176;
    sheet
}

/// Visits that sellers and buyers in Britain booked on a team's page.
pub(super) fn office_bookings() -> Sheet {
    let columns = vec![
        moment("Date Time", MET, |m| {
            let day = m.met();
            in_hours(m, day, Style::Dmy('/'), 0)
        })
        .or(&[DUE]),
        talker("Customer Name"),
        mail("Customer Email"),
        tel("Customer Phone", Dial::Mixed).gaps(10),
        col("Customer Address", WHOLE, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[STREET, PLACE])
            .gaps(40),
        speaker("Staff", &["Cecily Lyle", "Hugo Prescott", "Cecily Lyle; Hugo Prescott"]),
        list("Service", SUBJECT, &["Market appraisal", "Accompanied viewing", "Lettings valuation", "Buyer meeting"])
            .or(&[CHANNEL, TASK, KEPT]),
        free("Location", &["At the property", "Notting Hill office", "Online"]).or(&[CHANNEL, PLACE]).gaps(15),
        list("Duration (mins.)", DURATION, &["30", "45", "60"]),
        free("Pricing Type", &["Not set"]),
        free("Price", &["0"]),
        free("Currency", &["GBP"]).or(&[CURRENCY]),
        empty("Cc Attendees").or(&[TALKER]),
        free("Signed Up Attendees Count", &["1"]),
        free("Text Notifications Enabled", &["true", "false"]).or(&["person.consent.sms"]),
        free(
            "Custom Fields",
            &[
                "{\"Is the property on the market?\":\"No\"}",
                "{\"Is the property on the market?\":\"With another agent\"}",
            ],
        )
        .or(&[NOTES, BODY])
        .gaps(35),
        free("Event Type", &["Appointment"]).or(&[CHANNEL]),
        col("Booking Id", TALK_ID, |m| Cell::plain(format!("AAMkAD{}", token(m, 20)))).or(&[TASK_ID, KEPT]),
    ];
    let mut sheet = sheet("BookingsReportingData.tsv", "interaction", Market::Britain, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.delimiter = '\t';
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 92;
    sheet
}

/// The calls of a French agency, with its own line at one end of each.
pub(super) fn phone_journal() -> Sheet {
    // Every third call goes out.
    fn outgoing(m: &Maker) -> bool {
        m.row % 3 == 1
    }
    fn end(m: &mut Maker, calling: bool) -> Cell {
        if outgoing(m) == calling {
            let line = Phone { cc: "33", national: format!("19900120{}", m.row % 2), trunk: "0" };
            return phone(line.e164(), &[&line]);
        }
        m.tel(Dial::Packed)
    }
    let columns = vec![
        day("Date d'appel", MET, Style::Dmy('/')),
        other("Heure d'appel", |m| {
            Cell::plain(format!("{:02}:{:02}:{:02}", 9 + m.d.below(10), m.d.below(60), m.row % 60))
        })
        .or(&[MET]),
        col("Sens", DIRECTION, |m| Cell::plain(if outgoing(m) { "Sortant" } else { "Entrant" })),
        list("Statut de l'appel", OUTCOME, &["Répondu", "Répondu", "Manqué", "Messagerie"]),
        col("N° appelant", PHONE, |m| end(m, true)).or(&[TALKER, KEPT]).or_ask(),
        col("N° appelé", PHONE, |m| end(m, false)).or(&[TALKER, KEPT]).or_ask(),
        talker("Nom du contact").gaps(35),
        firm("Société").gaps(85),
        speaker("Collaborateur", &["Karine Joly", "Mathieu Delmas", "Sylvie Picard"]).gaps(15),
        free("Ligne / équipe", &["Transaction", "Location", "Accueil"]),
        tally("Attente (s)", 2, 40),
        count("Durée conversation (s)", DURATION, 0, 720),
        other("Durée totale (s)", |m| m.number(20, 780)).or(&[DURATION]),
        free("Étiquettes", &["acquéreur", "vendeur", "syndic", "démarchage"]).or(&[TAGS, OUTCOME]).gaps(45),
        said("Commentaire d'appel", &["Souhaite visiter jeudi", "Rappeler après 18h", "Demande une estimation"])
            .gaps(50),
        col("Lien enregistrement", RECORDING, |m| Cell::plain(format!("https://appels.example/{}.mp3", token(m, 10))))
            .gaps(60),
    ];
    let mut sheet = sheet("journal_appels_fevrier.csv", "interaction", Market::France, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.quotes = Quotes::Always;
    sheet.again = 9;
    sheet.rows = 140;
    sheet
}

/// What a German agency noted about its clients and its houses, out of the program that it works with.
pub(super) fn activities() -> Sheet {
    let columns = vec![
        stamp("Datum/Uhrzeit", MET, Style::Dmy('.'), Clock::Minutes).or(&[CREATED]),
        list(
            "Aktionsart",
            CHANNEL,
            &["Telefonat eingehend", "Telefonat ausgehend", "E-Mail", "Besichtigung", "Brief/Fax"],
        )
        .or(&[DIRECTION, SUBJECT]),
        list("Aktionstyp", SUBJECT, &["Objektanfrage", "Terminvereinbarung", "Nachfassen", "Angebot", "Absage"])
            .or(&[OUTCOME, KEPT])
            .gaps(15),
        other("Kundennr.", |m| Cell::plain((20_114 + m.row * 3).to_string())).or(&[ID]),
        col("Adresse (Name)", TALKER, |m| m.family_first()).or(&[FULL, CONTACT]),
        col("Telefon 1", PHONE, |m| m.tel(Dial::Mixed)).gaps(12),
        mail("E-Mail 1").gaps(18),
        list("Objekt-Nr.", LISTING, &["W-2041", "W-2057", "H-0318", "NB-104"]).or(&[KEPT]).gaps(20),
        house("Objektanschrift").gaps(25),
        said("Bemerkung", &["Wünscht Unterlagen; Rückruf Freitag", "Lage zu laut", "Finanzierung in Klärung"]).gaps(20),
        speaker("Benutzer", &["Frank Otte", "Sabine Dorn", "Ines Pohl"]),
        count("Dauer (min)", DURATION, 1, 60).gaps(40),
        free("Kosten", &["0,00", "0,00", "12,50"]).gaps(30),
        list("Herkunftskontakt", SOURCE, &["ImmoScout24", "Homepage", "Empfehlung", "Aushang"]).gaps(25),
        list(
            "Beratungsebene",
            INTEREST,
            &["C - intensives Interesse", "D - allg. Interesse", "E - Unterlagen erhalten", "G - Absage"],
        )
        .or(&[STATUS, STAGE, OUTCOME, RATING, KEPT])
        .gaps(20),
        free("Absagegrund", &["Zu teuer", "Anderes Objekt gefunden", "Lage"])
            .or(&[UNFIT, OUTCOME, LOST_BECAUSE])
            .gaps(80),
        free("Merkmal", &["Rückruf", "Wichtig"]).or(&[TAGS]).gaps(75),
        other("Angelegt am", |m| m.day(Style::Dmy('.'))).or(&[CREATED]),
    ];
    let mut sheet = sheet("Aktivitaeten.csv", "interaction", Market::Germany, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.again = 14;
    sheet.rows = 152;
    sheet
}
