//! Deals and opportunities.

use super::super::columns::whole as sums;
use super::super::value::money;
use super::*;

/// Sales of flats by a team of agents, English headers over Russian words.
pub(super) fn flats() -> Sheet {
    let columns = vec![
        code("id", DEAL_ID, "", 1),
        tally("complex_id", 1, 9).or(&[LISTING, PROJECT]),
        tally("apartment", 1, 240).or(&[UNIT]),
        tally("seller_id", 1, 300).or(&[CONTACT]),
        tally("buyer_id", 1, 300).or(&[CONTACT]),
        list("agent_id", DEAL_OWNER, &["Danilov", "Lobova", "Reshetin"]).or(&[ASSIGNEE, OWNER]),
        free("type", &["secondary", "primary"]).or(&[PIPELINE, KIND]),
        list("status", DEAL_STAGE, &["negotiation", "showing", "documents"]).or(&[DEAL_STATUS]),
        free_sum("price_initial", sums(3_200_000, 50_000, plain, "RUB", false)).or(&[AMOUNT, PRICE, RENT]),
        sum("price_current", AMOUNT, sums(3_150_000, 50_000, plain, "RUB", false)).or(&[PRICE, RENT]),
        free("commission", &["3", "5"]),
        ahead("deadline", CLOSING, Style::Iso).or(&[DUE]),
        free("bank", &["Речной банк", "Северный банк"]).gaps(35),
        free("mortgage_approved", &["true", "false"]).or(&["requirement.financing"]),
        list("notes", DEAL_NOTES, &["Клиент хочет торг", "Новостройка", "Документы собираем"]).or(&[NOTES]),
        day("created_at", DEAL_MADE, Style::Iso).or(&[CREATED]),
        col("updated_at", DEAL_UPDATED, |m| later(m).cell(Style::Iso)).or(&[UPDATED]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 60;
    sheet
}

/// Houses to buy, mend and let, reckoned through, every value between quotes.
pub(super) fn rental() -> Sheet {
    fn reckoned(header: &str, low: u64, step: u64) -> Column {
        free_sum(header, sums(low, step, plain, "USD", false))
    }
    let columns = vec![
        free("recommendation", &["CALL FIRST", "CALL FIRST", "REVIEW"]).or(&[
            DEAL_STAGE,
            DEAL_STATUS,
            RATING,
            PRIORITY,
        ]),
        other("brrrr_section8_score", |m| tenths(m, 55, 80)).or(&[SCORE]),
        street("address", PLACE_STREET).or(&[PLACE, PROPERTY, DEAL, STREET, WHOLE]),
        town("city", PLACE_TOWN).or(&[CITY]),
        free("county", &["Fulton", "DeKalb", "Bibb", "Clayton"]),
        region("state", PLACE_REGION).or(&[REGION]),
        tally("units", 2, 16),
        sum("asking_price", PRICE, sums(225_000, 9_000, plain, "USD", false)).or(&[AMOUNT, RENT]),
        reckoned("est_arv", 390_000, 11_000),
        reckoned("est_rehab", 55_000, 1_000),
        reckoned("all_in_cost", 280_000, 10_000),
        reckoned("created_equity", 110_000, 2_000),
        free("created_equity_pct", &["22.11", "28.21", "26.92"]),
        reckoned("market_rent_per_unit", 825, 5),
        reckoned("section8_rent_per_unit", 1_175, 5),
        free("section8_rent_premium_pct", &["26.09", "36.36", "42.5", "40"]),
        reckoned("gross_monthly_rent", 4_700, 150),
        reckoned("estimated_noi", 2_914, 90),
        free("estimated_dscr", &["1.62", "1.67", "1.87", "1.59"]),
        reckoned("mao_70_rule", 203_000, 7_000),
        free("seller_finance_probability", &["High", "Medium", "Low"]),
        list("source_name", DEAL_SOURCE, &["Sample county feed", "Agents' list"]).or(&[SOURCE, DETAIL]),
        other("source_url", |m| Cell::plain(format!("https://example.com/demo-{}", m.row + 1))).or(&[DETAIL]),
        col("contact_name", CONTACT, |m| m.full()).or(&[FULL]),
        tel("contact_phone", Dial::Home),
        mail("contact_email"),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.quotes = Quotes::Always;
    sheet.rows = 48;
    sheet
}

/// Policies for dogs, from the first talk to the end.
pub(super) fn insurance() -> Sheet {
    fn stage(header: &str, gaps: usize) -> Column {
        free_moment(header, |m| {
            let day = later(m);
            iso(m, day, "")
        })
        .gaps(gaps)
    }
    let columns = vec![
        other("deal_id", |m| Cell::plain(format!("DL{:06}", m.row + 26))).or(&[DEAL_ID]),
        key("agent_id", "AG", 5).or(&[DEAL_OWNER, ASSIGNEE, OWNER]),
        moment("created_at", DEAL_MADE, |m| {
            let day = m.met();
            iso(m, day, "")
        })
        .or(&[CREATED]),
        moment("last_update", DEAL_UPDATED, |m| {
            let day = later(m);
            iso(m, day, "")
        })
        .or(&[UPDATED]),
        list("current_status", DEAL_STATUS, &["lost", "open", "won"]).or(&[DEAL_STAGE]),
        stage("contact_datetime", 2).or(&[CONTACTED]),
        stage("interview_datetime", 40),
        stage("quote_datetime", 45),
        stage("final_decision_datetime", 25).or(&[CLOSING, WON, LOST]),
        tally("calls_amount", 1, 5),
        tally("email_sent", 0, 2),
        free("product", &["dental_dog_insurance"]).or(&[DEAL, TAGS]),
        list("lead_source", DEAL_SOURCE, &["paid_search", "organic", "paid_social"]).or(&[SOURCE]),
        tally("dog_age_years", 0, 14),
        free("dog_size", &["small", "medium", "large"]),
        sum("quote_price_monthly", AMOUNT, sums(17, 1, |n| format!("{n}.0"), "EUR", false))
            .or(&[KEPT])
            .or_ask()
            .gaps(45),
        free("final_outcome", &["lost", "open", "won"]).or(&[DEAL_STATUS, DEAL_STAGE]),
        free("days_to_close", &["5.0", "9.0", "11.0"]).gaps(25),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Spain, columns);
    sheet.rows = 260;
    sheet
}

/// What firms give to charities, in lakhs; the header row alone.
pub(super) fn grants() -> Sheet {
    let columns = vec![
        code("Deal_ID", DEAL_ID, "D", 1),
        key("Ref_ID", "REF", 400).or(&[DEAL_ID]),
        key("NGO_ID", "NGO", 60).or(&[FIRM_ID, DEAL_FIRM]),
        col("Companies_Involved", DEAL_FIRM, company).or(&[FIRM, COMPANY, KEPT]),
        // The unit stands in the header.
        col("Total_Amount_Lakhs", AMOUNT, |m| {
            let (text, rupees) =
                *m.d.one_of(&[("12.5", 1_250_000), ("40", 4_000_000), ("85", 8_500_000), ("7.25", 725_000)]);
            money(text, rupees, "INR", false)
        }),
        free("Domain", &["Education", "Health", "Livelihood", "Water"]).or(&[INDUSTRY, TAGS]),
        free("SIS_Awarded", &["Yes", "No"]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::India, columns);
    sheet.rows = 45;
    sheet
}

/// Opportunities under the words of another large system.
pub(super) fn topics() -> Sheet {
    let columns = vec![
        list("Topic", DEAL, &["ERP Module Implementation", "Cloud Migration Project", "Supply Chain Dashboard"]),
        col("Account Name", DEAL_FIRM, company).or(&[FIRM, COMPANY]),
        sum("Est. Revenue", AMOUNT, sums(650_000, 50_000, plain, "INR", false)),
        ahead("Est. Close Date", CLOSING, Style::Iso),
        list("Sales Stage", DEAL_STAGE, &["Qualify", "Develop", "Propose", "Close"]),
        free("Risk Level", &["Low", "Medium", "High"]),
        free("Deal Category", &["New Business", "Upsell", "Renewal", "Cross-sell"]).or(&[PIPELINE]),
        free("Competitor", &["Zenware", "Cobalt Cloud", "None"]),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::India, columns);
    sheet.rows = 44;
    sheet
}

/// Opportunities whose accounts are rows of another table.
pub(super) fn types() -> Sheet {
    let columns = vec![
        other("opportunity_id", |m| Cell::plain(format!("O{:04}", m.row + 11))).or(&[DEAL_ID]),
        key("account_id", "A", 25).or(&[FIRM_ID, DEAL_FIRM]),
        list("stage", DEAL_STAGE, &["Closed Won", "Negotiation", "Qualification", "Prospecting", "Closed Lost"]),
        sum("amount", AMOUNT, sums(300_000, 50_000, plain, "USD", false)),
        free("type", &["New Business", "Renewal", "Expansion"]).or(&[PIPELINE]),
        col("close_date", CLOSING, dashed_month),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::America, columns);
    sheet.rows = 48;
    sheet
}

/// Opportunities below a line that says under which name to save them.
pub(super) fn titled_file() -> Sheet {
    let columns = vec![
        list("Name", DEAL, &["Q1 Software License", "Security Audit Services", "Annual Support Renewal"]),
        list("StageName", DEAL_STAGE, &["Qualification", "Proposal/Price Quote", "Closed Won", "Prospecting"]),
        ahead("CloseDate", CLOSING, Style::Iso),
        sum("Amount", AMOUNT, sums(25_000, 5_000, plain, "USD", false)),
        list("Probability", PROBABILITY, &["25", "60", "80", "100", "10"]),
        free("Type", &["New Customer", "Existing Customer - Upgrade", "Existing Customer - Renewal"])
            .or(&[PIPELINE, TAGS]),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::America, columns);
    sheet.above = lines(&[&["=== SAVE AS: opportunities.csv ==="]]);
    sheet.rows = 40;
    sheet
}

/// Opportunities by the two people who worked on each; some rows stand twice.
pub(super) fn reps() -> Sheet {
    let columns = vec![
        other("opportunity_id", |m| Cell::plain(format!("OPP_{:04}", m.row + 1))).or(&[DEAL_ID]),
        key("bd_rep_id", "BD_", 18).or(&[DEAL_OWNER, ASSIGNEE]),
        key("sales_rep_id", "SR_", 23).or(&[DEAL_OWNER, ASSIGNEE, OWNER]),
        day("created_date", DEAL_MADE, Style::Iso).or(&[CREATED]),
        col("closed_date", CLOSING, |m| later(m).cell(Style::Iso)).or(&[WON, LOST, KEPT]).gaps(50),
        list("outcome", DEAL_STATUS, &["Open", "Closed Lost", "Closed Won"]).or(&[DEAL_STAGE, KEPT]),
        list("current_stage", DEAL_STAGE, &["Negotiation", "Qualification", "Proposal", "Closed Lost", "Closed Won"]),
        tally("days_in_current_stage", 1, 119),
        col("deal_value", AMOUNT, odd_cents),
    ];
    let mut sheet = sheet("opportunities.csv", "opportunity", Market::America, columns);
    sheet.rows = 250;
    sheet
}
