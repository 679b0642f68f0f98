//! Sheets of teams that head their columns in Hindi, in either script.

use super::*;

/// Who came into the office, in Hindi with Latin letters.
pub(super) fn walk_in() -> Sheet {
    let columns = vec![
        serial("Kram"),
        day("Tarikh", CREATED, Style::DmyShort('/')).or(&[MET]),
        col("Naam", FULL, |m| m.full_typed()),
        col("Mobile No", PHONE, |m| m.local()),
        col("Pata", WHOLE, quarter_and_town).or(&[STREET, QUARTER, CITY]).gaps(25),
        list("Kya chahiye", WANTED, &["2bhk flat", "plot", "dukan", "kothi", "3bhk flat"]),
        col("Kis area me", LOCALITY, |m| Cell::plain(m.p.locality)).or(&[TOWNS]),
        budget("Budget kitna"),
        list("Kab tak lena hai", TIMEFRAME, &["turant", "2-3 mahine", "Diwali tak", "abhi dekh rahe hai"]).gaps(15),
        list("Loan / Cash", FINANCING, &["loan", "cash", "dono"]).gaps(20),
        list("Kahan se aaye", SOURCE, &["board dekh ke", "99acres", "jaan pehchan", "newspaper"]),
        agent("Kisne baat ki", &["Raju", "Meena ji", "Sonu"]),
        list("Tippani", NOTES, &["sunday ko wapas aayenge", "makaan bechna bhi hai", "rate zyada laga"]).gaps(40),
    ];
    let mut sheet = sheet("walkin register.csv", "person", Market::India, columns);
    sheet.rows = 90;
    sheet
}

/// Who is to be called next and what about, in Devanagari.
pub(super) fn follow_up() -> Sheet {
    let columns = vec![
        serial("क्र.सं.").or(&[TASK_ID]),
        col("ग्राहक का नाम", TASK_CONTACT, |m| m.full()).or(&[FULL, CONTACT]),
        col("मोबाइल नं.", PHONE, |m| m.tel(Dial::Mixed)),
        list("प्रोजेक्ट", PROJECT, &["गंगा विहार", "सूर्या सिटी", "ग्रीन पार्क फेज़ 2"]).or(&[PROPERTY]),
        touched("पिछली बातचीत", Style::Dmy('-')).or(&[MET]),
        list("क्या बात हुई", BODY, &["रेट ज़्यादा लगा", "परिवार से पूछकर बताएंगे", "बैंक से लोन पास हो गया"])
            .or(&[NOTES, TASK_NOTES])
            .gaps(20),
        list("अगला काम", TASK, &["साइट विज़िट", "फोन करना", "रेट भेजना", "दस्तावेज़ लेना"]),
        ahead("अगली तारीख", DUE, Style::Dmy('-')),
        list("प्राथमिकता", PRIORITY, &["ज़रूरी", "सामान्य"]),
        list("किसके ज़िम्मे", TASK_FOR, &["राजू", "मीना", "सोनू"]).or(&[ASSIGNEE, OWNER]),
        list("स्थिति", TASK_STATUS, &["बाकी", "हो गया", "टल गया"]).or(&[STATUS, STAGE]),
    ];
    let mut sheet = sheet("फॉलोअप.csv", "task", Market::India, columns);
    sheet.entity_accept = &["person", "interaction"];
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 80;
    sheet
}

/// Who still owes what on a plot or flat.
pub(super) fn payments() -> Sheet {
    const DEAL_SUM: Sum = whole(2_400_000, 50_000, indian, "INR", true);
    fn owed(header: &str, percent: u64) -> Column {
        other(header, share(DEAL_SUM, percent))
    }
    let columns = vec![
        col("Party ka Naam", CONTACT, |m| m.full()).or(&[FULL]),
        col("Phone", PHONE, bare),
        list("Site", PROJECT, &["Surya City", "Green Park Ph-2"]).or(&[PROPERTY]),
        col("Plot / Flat No.", UNIT, |m| Cell::plain(format!("P-{}", 1 + m.d.below(220)))),
        tally("Gaj", 100, 300).or(&[SIZE]),
        col("Total Sauda (Rs.)", AMOUNT, share(DEAL_SUM, 100)).or(&[PRICE, RENT]),
        owed("Bayana (Rs.)", 5),
        owed("Ab tak jama (Rs.)", 40),
        owed("Baki (Rs.)", 60),
        next("Agli kist ki date", Style::Dmy('/')),
        list("Dealer", REFERRER, &["Goyal ji", "Sharma Properties", "Direct"])
            .or(&[DEAL_OWNER, DEAL_SOURCE, OWNER, KEPT])
            .or_ask(),
        list("Kya bola", NOTES, &["Monday ko dega", "cheque bounce", "registry ke time"])
            .or(&[DEAL_NOTES, BODY])
            .gaps(25),
    ];
    let mut sheet = sheet("payment followup.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    title(&mut sheet, "PAYMENT FOLLOW UP");
    sheet.rows = 65;
    sheet
}
