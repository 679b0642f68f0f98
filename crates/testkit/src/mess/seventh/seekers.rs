//! Buyers, and enquiries about property and a school.

use super::*;

/// What a builder's site was asked; every text between quotes.
pub(super) fn builder() -> Sheet {
    let columns = vec![
        moment("timestamp", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[MET]),
        full("name"),
        mail("email"),
        col("phone", PHONE, indian_hands),
        free("subject", &["Home construction", "Quotation", "Renovation of a shop", "Site visit"])
            .or(&[NOTES, SUBJECT, TAGS]),
        free("preferredContactTime", &["11am-2pm", "11am to 12am", "after 6", "anytime"]),
        list("message", NOTES, &["Need a two storey house built", "Please send the rates", "Call me about the plot "])
            .or(&[BODY]),
    ];
    let mut sheet = sheet("inquiries.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.quotes = Quotes::Always;
    sheet.rows = 60;
    sheet
}

/// How buyers behaved in a walk through a house.
pub(super) fn viewing() -> Sheet {
    let columns = vec![
        full("Buyer_Name"),
        list("Property_Name", PROPERTY, &["Oceanview Villa", "Hilltop Apartment", "Harbour Loft"]).or(&[PROJECT]),
        free("Room_Viewed", &["Balcony", "Kitchen", "Living Room", "Bedroom", "Pool Area"]),
        tally("Time_Spent", 40, 210).or(&[DURATION]),
        count("Engagement_Score", SCORE, 55, 99).or(&[KEPT]),
        free("Sentiment", &["Happy", "Neutral", "Excited", "Curious", "Calm"]).or(&[TAGS, RATING]),
        tally("Predicted_Close", 20, 99).or(&[PROBABILITY, SCORE]),
    ];
    let mut sheet = sheet("buyers.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.rows = 40;
    sheet
}

/// Parents who ask about a school for their child.
pub(super) fn school() -> Sheet {
    let columns = vec![
        col("childName", CHILDREN, |m| Cell::plain(m.p.spouse.clone())).or(&[KEPT]).or_ask(),
        free("childGender", &["Male", "Female"]),
        full("parentName"),
        mail("email"),
        free("entryYear", &["Senior 1 (11–12)", "Senior 5 (15–16)", "Lower Sixth (16–17)"]),
        free("academicInterests", &["Sciences, Humanities, Mathematics", "Sciences (e.g., Biology, Physics)"]).gaps(40),
        free("extracurricularInterests", &["Mixed Interests", "Sports, Music (e.g., Choir, Band)"]).gaps(55),
        free("sportsSelections", &["Football, Cricket, Rugby", "Tennis"]).gaps(75),
        free("sportsPreferences", &["Football, Rugby, Cricket"]).gaps(80),
        free("learningSupport", &["Specialist Support (e.g., dyslexia, ADHD)", "Prefer to Discuss Privately"]).gaps(30),
        free("parentPriorities", &["Balanced Approach", "Academic Excellence"]).gaps(20),
    ];
    let mut sheet = sheet("enquiries.csv", "person", Market::Britain, columns);
    sheet.rows = 50;
    sheet
}

/// Who asked about which listing of a portal, by number alone.
pub(super) fn portal() -> Sheet {
    let columns = vec![
        moment("enquiry_date", SEEN, |m| {
            let day = m.met();
            bare_hours(m, day)
        })
        .or(&[CREATED, MET, DEAL_MADE]),
        numbered("enquiry_id", "").or(&[ID, TALK_ID, DEAL_ID]),
        col("listing_id", LISTING, |m| Cell::plain(format!("listing_{}", 1 + m.d.below(3_000)))),
        other("user_id", |m| Cell::plain(format!("u{}", 100 + m.d.below(2_200)))).or(&[ID, TALKER, CONTACT]),
    ];
    let mut sheet = sheet("enquiries.csv", "interest", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interaction", "opportunity"];
    sheet.rows = 300;
    sheet
}

/// What channel partners asked about, out of an app's store.
pub(super) fn partners() -> Sheet {
    let columns = vec![
        day("added", CREATED, Style::Iso).or(&[SEEN, MET, DEAL_MADE]).gaps(3),
        key("cpId", "CPA", 650).or(&[ID, REFERRER, TALKER]),
        other("enquiryId", |m| Cell::plain(format!("EQA{:03}", m.row + 1))).or(&[ID, TALK_ID, DEAL_ID]),
        other("id", |m| token(m, 20)).or(&[ID, TALK_ID, DEAL_ID]),
        col("lastModified", UPDATED, |m| later(m).cell(Style::Iso)).or(&[DEAL_UPDATED]).gaps(3),
        key("propertyId", "P", 990).or(&[LISTING]),
        free("reviews", &["[{'review': 'Okayish', 'stars': 4, 'timestamp': 1734269040}]"]).or(&[NOTES]).gaps(96),
        free("status", &["pending"]).or(&[STATUS, INTEREST, DEAL_STATUS, OUTCOME]).gaps(4),
        free("timestamp", &["1732650571", "1732731200"]).or(&[CREATED, SEEN, MET]).gaps(96),
    ];
    let mut sheet = sheet("enquiries.csv", "interest", Market::India, columns);
    sheet.entity_accept = &["person", "interaction", "opportunity"];
    sheet.rows = 260;
    sheet
}

/// Visits to a project, by the number of the lead.
pub(super) fn site_visits() -> Sheet {
    let columns = vec![
        numbered("id", "800").or(&[TALK_ID, ID]),
        tally("lead_id", 1_001, 1_500).or(&[ID, TALKER, CONTACT]),
        moment("visit_date_time", MET, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[SEEN, DUE, "task.done_at"]),
        free("status", &["done"]).or(&[TASK_STATUS, OUTCOME, INTEREST]),
        list(
            "visit_note",
            BODY,
            &["Completed site visit before booking conversion.", "Completed site visit; lead moved to Visit Done."],
        )
        .or(&[NOTES, TASK_NOTES, OUTCOME]),
    ];
    let mut sheet = sheet("site_visits.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["interest", "task"];
    sheet.rows = 200;
    sheet
}
