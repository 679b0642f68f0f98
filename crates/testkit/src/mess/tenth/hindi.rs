//! Sheets of teams that head their columns in Hindi, in either script.

use super::*;

/// People with plots to buy or sell, in Hindi with Latin letters.
pub(super) fn parties() -> Sheet {
    let columns = vec![
        serial("Sr"),
        col("Party Naam", FULL, |m| m.full_typed()),
        col("Phone No.", PHONE, |m| m.local()),
        tel2("Dusra No.", Dial::Mixed).gaps(75),
        col("Gaon / Sheher", CITY, |m| Cell::plain(m.p.city)).or(&[QUARTER, WHOLE]),
        list("Lena / Bechna", PURPOSE, &["Lena", "Bechna", "Lena"]).or(&[KEPT, TAGS]),
        list("Kaisi Property", WANTED, &["plot", "makaan", "dukaan", "khet", "flat"]).or(&[KIND]),
        col("Kahan Chahiye", LOCALITY, |m| Cell::plain(m.p.locality)).or(&[TOWNS]).gaps(15),
        free("Size (gaj)", &["100", "150", "200-250", "300"]).or(&[AREA, SIZE]),
        budget("Kitne Tak"),
        list("Kisne Bheja", REFERRER, &["Verma ji", "Pappu bhai", "khud aaye"]).or(&[SOURCE]).gaps(30),
        day("Kab Mile", MET, Style::Dmy('-')).or(&[CREATED, CONTACTED]),
        next("Phir Kab Call", Style::Dmy('-')).gaps(40),
        list("Haal", STATUS, &["garam", "thanda", "ho gaya", "baat chal rahi"]).or(&[STAGE, RATING]),
        list("Baaki Baat", NOTES, &["beti ki shaadi ke baad", "corner chahiye", "paper clear ho to"]).gaps(45),
    ];
    let mut sheet = sheet("party list.csv", "person", Market::India, columns);
    sheet.blank_every = 30;
    sheet.rows = 95;
    sheet
}

/// Who was shown a site, in Devanagari.
pub(super) fn visits() -> Sheet {
    let columns = vec![
        day("दिनांक", MET, Style::Dmy('/')).or(&[CREATED]),
        other("समय", hour).or(&[MET]),
        talker("आगंतुक का नाम"),
        col("मोबाइल", PHONE, bare),
        town("शहर", CITY).gaps(20),
        list("साइट / योजना", PROJECT, &["नन्दन वन", "शिव धाम कॉलोनी", "आकृति टाउन"]).or(&[PROPERTY]),
        list("प्लॉट या फ्लैट", KIND, &["प्लॉट", "फ्लैट", "विला"]).or(&[WANTED]),
        budget("बजट").gaps(15),
        list("जानकारी कहाँ से मिली", SOURCE, &["अख़बार", "होर्डिंग", "मित्र", "फेसबुक"]),
        speaker("किसने दिखाया", &["राकेश", "सीमा", "अजय"]),
        said("प्रतिक्रिया", &["पसंद आया", "रेट ज़्यादा", "दोबारा आएंगे", "पत्नी को दिखाना है"]),
        next("अगली मुलाक़ात", Style::Dmy('/')).or(&[MET]).gaps(50),
    ];
    let mut sheet = sheet("साइट विज़िट.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 78;
    sheet
}

/// What each in the office has to do, in Hindi with Latin letters.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        list("Kaam", TASK, &["Registry ki date lena", "Rate list bhejna", "Naksha print", "Party ko site dikhana"]),
        task_contact("Kis Party Ka"),
        tel("Party Mobile", Dial::Mixed).gaps(20),
        doer("Kaun Karega", &["Raju", "Sonu", "Meena ji"]),
        other("Kab Bola", |m| m.day(Style::Dmy('/'))).or(&[CREATED, MET]),
        ahead("Kab Tak Karna Hai", DUE, Style::Dmy('/')),
        list("Zaroori?", PRIORITY, &["bahut", "normal", "baad me"]),
        list("Hua / Nahi", TASK_STATUS, &["ho gaya", "nahi", "chal raha"]),
        list("Note", TASK_NOTES, &["paper saath le jana", "pehle phone karna"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("kaam ki list.tsv", "task", Market::India, columns);
    sheet.delimiter = '\t';
    sheet.rows = 70;
    sheet
}
