//! Sheets of teams that head their columns in Hindi, in either script.

use super::*;

/// `85` for 85 lakh, under a header that says so.
fn lakhs(n: u64) -> String {
    hundredths(n / 1_000)
}

/// Who came to ask, in Devanagari.
pub(super) fn enquiries() -> Sheet {
    let columns = vec![
        serial("क्र."),
        day("तारीख", CREATED, Style::Dmy('/')).or(&[MET]),
        full("ग्राहक का नाम"),
        other("पिता / पति का नाम", |m| m.spouse()).or(&[SPOUSE]).gaps(30),
        col("फ़ोन नंबर", PHONE, bare),
        tel2("व्हाट्सएप नंबर", Dial::Mixed).label("whatsapp").gaps(60),
        col("पता", WHOLE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.locality))).or(&[STREET]).gaps(25),
        list("क्या चाहिए", WANTED, &["प्लॉट", "फ्लैट", "मकान", "दुकान"]).or(&[KIND]),
        wanted_place("कौन सा इलाका"),
        sum("बजट (लाख में)", MAX, whole(1_500_000, 100_000, lakhs, "INR", false)).or(&[MIN]).gaps(10),
        list("कब तक लेना है", TIMEFRAME, &["तुरंत", "3 महीने में", "इस साल", "पता नहीं"]).gaps(25),
        list("लोन चाहिए?", FINANCING, &["हाँ", "नहीं"]).gaps(20),
        list("किसके ज़रिए आए", SOURCE, &["अख़बार", "पुराने ग्राहक", "फेसबुक", "बोर्ड देखकर"]).or(&[REFERRER]),
        agent("किसके पास है", &["दीपक", "ज्योति", "नरेश"]),
        state("स्थिति", &["नया", "बात चल रही", "साइट देखी", "बंद"]),
        list("टिप्पणी", NOTES, &["कोने का प्लॉट चाहिए", "शाम को फ़ोन करें", "भाई के साथ आएंगे"]).gaps(45),
    ];
    let mut sheet = sheet("पूछताछ रजिस्टर.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 92;
    sheet
}

/// Who is to be called or met next, in Hindi with Latin letters.
pub(super) fn follow_ups() -> Sheet {
    let columns = vec![
        serial("S.No").or(&[TASK_ID]),
        task_contact("Client"),
        col("Mobile", PHONE, bare),
        list(
            "Kya Karna Hai",
            TASK,
            &["Call karna hai", "Site dikhani hai", "Rate bhejna", "Token ki baat", "Papers dene hain"],
        ),
        ahead("Follow up Date", DUE, Style::Dmy('-')),
        other("Time", hour).or(&[DUE]).gaps(30),
        list("Pichli Baat", TASK_NOTES, &["Wife ko dikhana hai", "Bola budget kam hai", "2 din baad bataenge"])
            .or(&[NOTES, BODY])
            .gaps(20),
        list("Project", PROJECT, &["Shanti Vihar", "Green Enclave", "Pinewood City"]).or(&[PROPERTY]),
        list("Zaroori?", PRIORITY, &["High", "Normal", "Low"]).gaps(20),
        doer("Kisko Diya", &["Sonu", "Priti", "Vikas bhai"]),
        list("Status", TASK_STATUS, &["Pending", "Ho gaya", "Cancel"]),
        free("Result", &["Interested", "Nahi uthaya", "Le liya kahin aur"]).or(&[OUTCOME, TASK_NOTES, NOTES]).gaps(50),
    ];
    let mut sheet = sheet("followup sheet.tsv", "task", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.delimiter = '\t';
    sheet.rows = 124;
    sheet
}

/// Calls of a day, in Hindi with Latin letters.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        day("Tareekh", MET, Style::DmyShort('-')).or(&[CONTACTED, CREATED]),
        speaker("Kisne Call Kiya", &["Sonu", "Priti", "Neha"]),
        talker("Party ka Naam"),
        col("Number", PHONE, |m| m.local()),
        list("In/Out", DIRECTION, &["Out", "Out", "In"]),
        list("Uthaya / Nahi", OUTCOME, &["Uthaya", "Nahi uthaya", "Busy", "Switch off"]),
        col("Kitni Der (min)", DURATION, |m| m.number(1, 14)).gaps(35),
        said("Kya Baat Hui", &["Rate pucha", "Site pe aayenge", "Abhi nahi lena", "Ghar walon se baat karenge"])
            .gaps(25),
        list("Kahan se Number Mila", SOURCE, &["FB", "Purani list", "Broker", "Board"])
            .or(&[DETAIL, REFERRER])
            .gaps(15),
        next("Dobara Kab Karna", Style::DmyShort('-')).gaps(50),
    ];
    let mut sheet = sheet("call list.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.again = 8;
    sheet.rows = 170;
    sheet
}
