//! Calls, texts, tasks, deals and visits that people published.

use super::*;

/// Texts that an agent's program will send to owners; it never knew which owners.
pub(super) fn texts() -> Sheet {
    let columns = vec![
        empty("owner_name").or(&[FULL]),
        empty("property_address").or(&[PLACE, PLACE_STREET, PROPERTY, WHOLE, STREET]),
        empty("phone").or(&[PHONE]),
        other("day_offset", |m| Cell::plain(["1", "3", "7", "14", "30"][m.row % 5])),
        ahead("send_date", DUE, Style::Iso).or(&[MET, REMINDER, KEPT]),
        list(
            "message_text",
            BODY,
            &[
                "Hi there, just following up about your property. I am here whenever you are ready.",
                "Checking in one last time, happy to share what sold nearby.",
            ],
        )
        .or(&[TASK_NOTES, NOTES, TASK, SUBJECT]),
        always("status", TASK_STATUS, "pending").or(&[OUTCOME, STATUS]),
    ];
    let mut sheet = sheet("followups.csv", "task", Market::America, columns);
    sheet.entity_accept = &["interaction", "person"];
    sheet.rows = 40;
    sheet
}

/// Calls to firms; the header row alone.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        moment("timestamp", MET, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        col("business_name", COMPANY, company).or(&[FIRM, TALKER]),
        desk("phone", Dial::Home).or(&[FIRM_PHONE]),
        list("call_outcome", OUTCOME, &["no answer", "interested", "not interested", "call back"]),
        list("notes", BODY, &["Owner is in after four", "Sent the brochure"]).or(&[NOTES]).gaps(40),
    ];
    let mut sheet = sheet("call_logs.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["person", "account"];
    sheet.rows = 60;
    sheet
}

/// Calls that a program placed, with the words that it writes for nothing.
pub(super) fn calls_by_program() -> Sheet {
    let columns = vec![
        moment("timestamp", MET, |m| {
            let day = m.met();
            iso(m, day, ".366067")
        })
        .or(&[CREATED]),
        col("name", FULL, name_or_nan).or(&[TALKER, GIVEN]),
        col("phone", PHONE, by_program),
        list("status", OUTCOME, &["Pending", "Failed", "Call Initiated", "Follow-up"]).or(&[STATUS, TASK_STATUS]),
        other("notes", |m| match m.d.below(3) {
            0 => Cell::plain("Awaiting first call"),
            1 => Cell::plain("Error placing call"),
            _ => Cell::plain(format!("SID: CA{}", token(m, 32))),
        })
        .or(&[BODY, NOTES]),
    ];
    let mut sheet = sheet("call_logs.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.rows = 70;
    sheet
}

/// Tasks of projects by the number of who does each.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        other("TacheID", |m| Cell::plain((m.row + 1).to_string())),
        tally("ProjetID", 1, 100),
        tally("DevID", 1, 20).or(&[TASK_FOR, ASSIGNEE, OWNER]),
        list(
            "DescriptionTache",
            TASK,
            &["Relancer le client avant vendredi.", "Préparer la visite du matin.", "Envoyer le compte rendu."],
        )
        .or(&[TASK_NOTES]),
        list("StatutTache", TASK_STATUS, &["En cours", "Terminée", "En revue", "À faire"]),
        list("Priorite", PRIORITY, &["Basse", "Moyenne", "Haute"]),
        other("DateCreation", |m| m.day(Style::Iso)),
        ahead("DateEcheance", DUE, Style::Iso),
        tally("HeuresEstimees", 4, 80),
        other("HeuresReelles", |m| Cell::plain(format!("{}.{:02}", m.d.below(80), m.d.below(100)))).gaps(55),
    ];
    let mut sheet = sheet("taches.csv", "task", Market::France, columns);
    sheet.rows = 180;
    sheet
}

/// Sales and lettings of a small agency's system; the header row alone.
pub(super) fn estate_deals() -> Sheet {
    let columns = vec![
        code("deal_id", DEAL_ID, "", 1),
        tally("client_id", 1, 90).or(&[ID, CONTACT]),
        count("property_id", LISTING, 1, 60),
        tally("agent_id", 1, 6).or(&[DEAL_OWNER, OWNER, ASSIGNEE]),
        free("deal_type", &["sale", "rent"]).or(&[PIPELINE, PURPOSE]),
        list("stage", DEAL_STAGE, &["viewing", "offer", "negotiation", "contract"]),
        list("status", DEAL_STATUS, &["open", "won", "lost"]),
        sum("asking_price", PRICE, whole(240_000, 5_000, decimal, "EUR", false)).or(&[AMOUNT, RENT, KEPT]),
        sum("offer_price", RENT, whole(225_000, 5_000, decimal, "EUR", false)).or(&[AMOUNT, PRICE, KEPT]).gaps(30),
        sum("agreed_price", AMOUNT, whole(230_000, 5_000, decimal, "EUR", false)).or(&[PRICE, RENT, KEPT]).gaps(50),
        free("commission_rate", &["0.03", "0.025", "0.05"]),
        free_sum("commission_amount", whole(6_000, 150, decimal, "EUR", false)).gaps(50),
        ahead("expected_close_date", CLOSING, Style::Iso),
        day("closed_date", WON, Style::Iso).or(&[CLOSING, LOST, KEPT]).gaps(50),
        list("notes", DEAL_NOTES, &["Bank needs a valuation", "Keys on signing"]).or(&[NOTES]).gaps(50),
        moment("created_at", DEAL_MADE, |m| {
            let day = m.met();
            iso(m, day, "")
        })
        .or(&[CREATED]),
        moment("updated_at", DEAL_UPDATED, |m| {
            let day = later(m);
            iso(m, day, "")
        })
        .or(&[UPDATED]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Spain, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 70;
    sheet
}

/// Deals by the stage that each was in, and from when to when.
pub(super) fn velocity() -> Sheet {
    let columns = vec![
        col("deal_id", DEAL_ID, |m| Cell::plain(format!("D{:03}", m.row + 1))),
        col("company", DEAL_FIRM, company).or(&[FIRM, COMPANY, DEAL]),
        list("stage", DEAL_STAGE, &["prospecting", "discovery", "demo", "proposal", "closed_won", "closed_lost"])
            .or(&[DEAL_STATUS]),
        other("entered_date", |m| m.day(Style::Iso)).or(&[DEAL_MADE]),
        other("exited_date", |m| later(m).cell(Style::Iso)).or(&[CLOSING, WON, LOST]),
        sum("arr_usd", AMOUNT, whole(19_000, 3_000, plain, "USD", true)).or(&[REVENUE, KEPT]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::America, columns);
    sheet.rows = 40;
    sheet
}

/// Deals whose names and firms were covered up, days with a midnight behind each.
pub(super) fn masked() -> Sheet {
    fn midnight(m: &mut Maker) -> Cell {
        let day = m.soon();
        // Whether the midnight is part of what it says is not judged.
        Cell::plain(format!("{} 00:00:00", day.iso()))
    }
    let columns = vec![
        col("Deal Name", DEAL, |m| Cell::plain(format!("Alias_{}", 150 + m.d.below(40)))),
        list("Owner code", DEAL_OWNER, &["OWNER_001", "OWNER_002", "OWNER_003"]).or(&[OWNER, ASSIGNEE, KEPT]),
        key("Client Code", "COMPANY", 200).or(&[DEAL_FIRM, FIRM_ID, FIRM]),
        list("Deal Status", DEAL_STATUS, &["Won", "Open", "Dead"]).or(&[DEAL_STAGE]),
        moment("Close Date (A)", CLOSING, midnight).or(&[WON, LOST, KEPT]).gaps(75),
        list("Closure Probability", PROBABILITY, &["High", "Medium", "Low"]).or(&[KEPT]).or_ask().gaps(40),
        sum("Masked Deal value", AMOUNT, whole(54_900, 61_170, |n| format!("{n}.0"), "INR", false)).gaps(3),
        moment("Tentative Close Date", CLOSING, midnight),
        list(
            "Deal Stage",
            DEAL_STAGE,
            &["B. Sales Qualified Leads", "E. Proposal/Commercials Sent", "F. Negotiations", "G. Project Won"],
        ),
        free("Product deal", &["Pure Service", "Spectra Deal", "Service + Spectra"]).or(&[PIPELINE, TAGS]).gaps(15),
        free("Sector/service", &["Railways", "Renewables", "Mining", "Powerline"]).or(&[INDUSTRY]).gaps(3),
        moment("Created Date", DEAL_MADE, midnight).or(&[CREATED]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::India, columns);
    sheet.rows = 200;
    sheet
}

/// Houses that a family goes to see, and which realtor shows each; Spanish words for American houses.
pub(super) fn house_hunt() -> Sheet {
    let columns = vec![
        other("ID", |m| Cell::plain((20_260_330_132_451_usize + m.row * 13).to_string())).or(&[TALK_ID]),
        col("Dirección", PLACE, |m| {
            Cell::plain(format!("{} {}, {} {}", m.p.street, m.p.city, region_of(m.p.city), m.p.postcode))
        })
        .or(&[PLACE_STREET, PROPERTY, WHOLE, STREET]),
        col("Realtor_Nombre", FULL, |m| if m.d.percent(30) { m.given() } else { m.full() }).or(&[TALKER, CONTACT]),
        col("Realtor_Tel", PHONE, digits_first),
        ahead("Fecha", SEEN, Style::Iso).or(&[MET, DUE]),
        free("Hora", &["18:30", "17:45", "18:00", "11:15"]),
        list("Notas", NOTES, &["Todo remodelado con patio a lago", "Disponible hoy, llamar antes", "Techo nuevo"])
            .or(&[BODY, TASK_NOTES]),
        empty("Preguntas").or(&[NOTES]),
        free("Visitada", &["NO", "NO", "SI"]).or(&[INTEREST, TASK_STATUS]),
        empty("Imagen").or(&[PHOTO]),
        other("Lat", |m| degrees(m, 25)),
        other("Lng", |m| {
            let place = degrees(m, 80);
            Cell::plain(format!("-{}", place.text))
        }),
    ];
    let mut sheet = sheet("visitas.csv", "interest", Market::America, columns);
    sheet.entity_accept = &["interaction", "task", "person"];
    sheet.rows = 40;
    sheet
}
