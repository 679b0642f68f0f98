//! Leads and prospects that people published.

use super::*;

/// Prospects of a course in a suite: given names alone, some firms twice in capitals.
pub(super) fn prospects() -> Sheet {
    let columns =
        vec![
            col("lead_id", ID, |m| Cell::plain(format!("L{:03}", m.row + 1))),
            day("date_entree", CREATED, Style::Iso),
            col("entreprise", COMPANY, |m| {
                if m.d.percent(12) { Cell::plain(m.p.company.to_uppercase()) } else { company(m) }
            })
            .or(&[FIRM]),
            col("contact", FULL, |m| m.given()).or(&[GIVEN]),
            col("email", EMAIL, loud_mail),
            list("campagne", CAMPAIGN, &["Webinaire", "Webinaire", "Salon"]).or(&[SOURCE]),
            free("est_opportunite", &["0", "1"]),
            list("etat", STATUS, &["nouveau", "gagnee", "perdue", "proposition", "qualifiee"]).or(&[
                STAGE,
                DEAL_STAGE,
                DEAL_STATUS,
            ]),
        ];
    let mut sheet = sheet("prospects.csv", "person", Market::France, columns);
    sheet.entity_accept = &["opportunity"];
    sheet.delimiter = ';';
    sheet.again = 10;
    sheet.rows = 40;
    sheet
}

/// Owners of homes who asked what a roof full of panels costs; every value between quotes.
pub(super) fn solar() -> Sheet {
    let columns = vec![
        moment("Date", CREATED, |m| {
            let day = m.met();
            southern(m, day)
        }),
        full("Name"),
        col("Mobile", PHONE, bare).label("mobile"),
        mail("Email"),
        col("Address", WHOLE, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.city, m.p.postcode))).or(&[STREET]),
        free("Homeowner", &["Yes", "Yes", "No"]),
        free("Bill Size", &["$400", "$450", "$600", "$320", "$900"]),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 44;
    sheet
}

/// Who had a page checked by a program.
pub(super) fn audits() -> Sheet {
    let columns = vec![
        moment("Timestamp", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        mail("Email"),
        col("Audited URL", WEBSITE, site).or(&[FIRM_SITE, KEPT]),
        count("Score", SCORE, 38, 97).or(&[KEPT]),
        tally("Issues", 1, 14),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::India, columns);
    sheet.rows = 40;
    sheet
}

/// Japanese names and wishes below English headers.
pub(super) fn japanese() -> Sheet {
    let columns = vec![
        col("name", FULL, joined),
        mail("email"),
        free("interest", &["オンライン講座", "コンサル相談", "商品比較"]).or(&[TAGS, NOTES]),
        list("status", STATUS, &["new", "contacted", "hot"]).or(&[STAGE, RATING]),
        day("last_contacted", CONTACTED, Style::Iso).gaps(35),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::America, columns);
    sheet.cast = people::japanese;
    sheet.rows = 42;
    sheet
}

/// What somebody tapped below a short film about a plot; most left no name.
pub(super) fn reels() -> Sheet {
    let columns = vec![
        moment("timestamp", CREATED, |m| {
            let day = m.met();
            micro(m, day)
        })
        .or(&[SEEN, MET]),
        free("lead_type", &["Price Reveal", "Price Reveal", "Booking"]).or(&[TAGS, STAGE, INTEREST]),
        col("property_id", LISTING, |m| {
            Cell::plain(format!("PRV-{}-{:03}", ["PLOT", "FLAT", "HOUSE"][m.d.below(3)], 1 + m.d.below(9)))
        }),
        full("name").gaps(80),
        col("phone", PHONE, fraction).gaps(80),
        free("intent", &["Visit"]).gaps(70).or(&[PURPOSE, INTEREST]),
        free("visit_type", &["Video Call", "In-Person"]).gaps(70).or(&[CHANNEL]),
        other("preferred_date", |m| m.ahead(Style::Iso)).or(&[SEEN, MET, DUE]).gaps(70),
        free("preferred_slot", &["10–11", "16–17"]).gaps(70),
        always("source", SOURCE, "Instagram"),
        other("reel_url", |m| Cell::plain(format!("https://reels.example/reel/{}/", token(m, 11))))
            .or(&[DETAIL, CAMPAIGN]),
        list("status", STATUS, &["New", "New", "Booked"]).or(&[STAGE, INTEREST]),
        empty("notes").or(&[NOTES]),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 90;
    sheet
}

/// How far a program got with its letters to each mailbox.
pub(super) fn stages_sent() -> Sheet {
    let columns = vec![
        mail("email"),
        tally("followup_stage", 0, 3).or(&[STAGE, STATUS]),
        other("last_stage_sent", |m| {
            let day = m.met();
            iso(m, day, ".745061")
        })
        .or(&[CONTACTED, ACTIVE]),
        free("stage_opened", &["False", "False", "True"]),
        free("stage_clicked", &["False", "False", "False", "True"]),
    ];
    let mut sheet = sheet("followups.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interaction", "task"];
    sheet.rows = 40;
    sheet
}
