//! Sheets of teams in the Gulf and in Egypt, headed in English and in Arabic.

use super::*;

/// Whom a broker in the Gulf means to close soon, with what each looks for.
pub(super) fn hot_clients() -> Sheet {
    fn ends(m: &mut Maker, high: bool) -> Cell {
        let low = 900_000 + 100_000 * (m.row as u64 * 7 % 43);
        let n = if high { low + 600_000 } else { low };
        money(thousands(n, ","), n, "AED", true)
    }
    let columns = vec![
        col("Client", FULL, |m| m.name_by_hand()),
        tel("Mob / WhatsApp", Dial::World).gaps(3),
        mail("E-mail").gaps(18),
        list("Passport", NATIONALITY, &["Indian", "UK", "Lebanese", "Egyptian", "French"]).or(&[KEPT]).gaps(15),
        town("Based in", CITY).or(&[COUNTRY]).gaps(20),
        list("Buy / Rent", PURPOSE, &["Buy", "Buy", "Rent", "Buy - investor"]),
        list("Ready / Off-plan", MUST, &["Ready", "Off-plan", "Either"]).or(&[TIMEFRAME, TAGS, KEPT]).gaps(15),
        list("Product", WANTED, &["Apt", "Villa", "TH", "Penthouse"]).or(&[KIND]),
        list("BR", BEDROOMS, &["1", "2", "3", "4", "5"]).gaps(6),
        list("Communities", LOCALITY, &["Palm, Bluewaters", "Downtown", "Ranches / Hills", "Yas, Saadiyat"])
            .or(&[TOWNS])
            .gaps(8),
        col("From AED", MIN, |m| ends(m, false)).gaps(40),
        col("Up to AED", MAX, |m| ends(m, true)).gaps(6),
        list("Cash / Mtg", FINANCING, &["Cash", "Mortgage", "Pre-approved"]).gaps(20),
        list("Must haves", MUST, &["Burj view", "Upgraded", "Private pool", "Vacant on transfer"]).gaps(35),
        list("When", TIMEFRAME, &["This month", "Q2", "After summer"]).gaps(20),
        list("Came from", SOURCE, &["Property portal", "Referral", "IG", "Cold call", "Walk-in"]).gaps(10),
        list("Temp.", RATING, &["Hot", "Very hot", "Warm"]).or(&[STATUS]).gaps(5),
        state("Where are we", &["Options sent", "Viewing booked", "Viewed", "Offer out", "Paused"]),
        agent("Agt", &["Karim", "Lina", "Elie", "Fatima"]),
        touched("Last spoke", Style::DayMon).gaps(15),
        next("Call again", Style::DayMon).gaps(35),
        list("Comments", NOTES, &["Husband in Riyadh till Thu", "Low-balls", "Needs school nearby"]).gaps(40),
    ];
    let mut sheet = sheet("HOT CLIENTS - MARCH.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["requirement"];
    let mut bands = vec![String::new(); sheet.columns.len()];
    for (at, band) in [(0, "CLIENT"), (5, "LOOKING FOR"), (15, "STATUS")] {
        bands[at] = band.into();
    }
    sheet.above = vec![bands];
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 50);
    sheet.rows = 72;
    sheet
}

/// Which home a team in the Gulf showed to whom.
pub(super) fn viewing_notes() -> Sheet {
    let columns = vec![
        day("Viewing Dt", MET, Style::DmyBare('/')).or(&[SEEN]),
        clock("Viewing Time").or(&[MET]).gaps(8),
        turn("Listing Ref", LISTING, &["KW-S-1104", "KW-S-1120", "KW-R-0877", "KW-S-1131"]).gaps(6),
        turn("Bldg / Community", PROPERTY, &["Lagoon Tower", "Highfield Tower", "Kenwood Villas", "Boulevard Point"])
            .or(&[PROJECT, PLACE_QUARTER, PLACE]),
        unit("Unit #"),
        asked("Asking AED", &[2_450_000, 1_875_000, 7_200_000, 3_150_000], commas, "AED").gaps(10),
        other("Client & no.", name_and_number).or(&[TALKER, FULL, PHONE, CONTACT]).must_ask(),
        free("Outside Broker", &["Fairhaven RE", "Direct", "Direct", "Briarfield Homes"])
            .or(&[FIRM, COMPANY, REFERRER])
            .gaps(30),
        ours("Shown by", &["Jad", "Iman", "Tarek"]),
        list("Show / No-show", OUTCOME, &["Showed", "Showed", "No-show", "Rescheduled"]).or(&[INTEREST]).gaps(5),
        said(
            "What they said",
            &["Likes layout, not the view", "Kitchen too closed", "Wants second viewing", "SC too high"],
        )
        .gaps(18),
        list("Interest 1-5", INTEREST, &["1", "2", "3", "4", "5"]).or(&[RATING, SCORE, OUTCOME, KEPT]).gaps(20),
        sum("Offer AED", RENT, whole(1_700_000, 25_000, commas, "AED", true)).or(&[AMOUNT, PRICE]).gaps(80),
        next("Chase by", Style::DmyBare('/')).gaps(50),
        free("Owner updated?", &["Y", "N"]).gaps(30),
    ];
    let mut sheet = sheet("Viewing feedback 2026.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Germany], 45);
    sheet.again = 8;
    sheet.rows = 118;
    sheet
}

/// Clients of an office in Egypt, headed in Arabic.
pub(super) fn clients_ar() -> Sheet {
    let columns = vec![
        serial("مسلسل"),
        day("تاريخ أول تواصل", CREATED, Style::Dmy('/')).or(&[CONTACTED]),
        full("الاسم بالكامل"),
        tel("رقم الموبايل", Dial::Home).gaps(3),
        tel2("رقم واتساب", Dial::Home).label("whatsapp").gaps(75),
        mail("البريد الالكتروني").gaps(50),
        free("المهنة", &["مهندس", "طبيب", "رجل أعمال", "محاسبة"]).or(&[JOB]).gaps(30),
        firm("جهة العمل").gaps(60),
        col("محل السكن الحالي", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY, WHOLE, STREET]).gaps(25),
        list("شراء أم إيجار", PURPOSE, &["شراء", "شراء", "إيجار", "استثمار"]).gaps(5),
        list("النوع المطلوب", WANTED, &["شقة", "دوبلكس", "فيلا", "مكتب إداري"]).or(&[KIND]),
        list("المناطق المفضلة", LOCALITY, &["الشيخ زايد", "المعادي", "مدينتي والتجمع", "جليم"]).or(&[TOWNS]).gaps(12),
        list("عدد الغرف", BEDROOMS, &["2", "3", "4"]).or(&[ROOMS, KEPT]).gaps(20),
        sum("أقصى ميزانية بالجنيه", MAX, whole(2_500_000, 100_000, commas, "EGP", true)).gaps(12),
        list("كاش أم تقسيط", FINANCING, &["كاش", "تقسيط", "كاش وتقسيط"]).gaps(15),
        list("عرفنا منين", SOURCE, &["فيسبوك", "إعلان طريق", "ترشيح صديق", "موقعنا"]).gaps(10),
        agent("المسؤول عن العميل", &["عمرو", "نهى", "حسام"]),
        state("حالة العميل", &["جديد", "تمت المعاينة", "بيفكر", "تعاقد", "غير جاد"]),
        next("موعد الاتصال القادم", Style::Dmy('/')).gaps(45),
        list("تعليقات", NOTES, &["عايز دور أرضي بجنينة", "مسافر لآخر الشهر", "مراته لازم تشوف"]).gaps(40),
    ];
    let mut sheet = sheet("داتا العملاء.csv", "person", Market::Egypt, columns);
    sheet.bom = true;
    sheet.again = 4;
    sheet.rows = 138;
    sheet
}

/// Which home an office in Saudi Arabia showed to whom, headed in Arabic.
pub(super) fn viewings_ar() -> Sheet {
    let columns = vec![
        day("تاريخ المعاينة", MET, Style::Dmy('-')).or(&[SEEN]),
        clock("الساعة").or(&[MET]).gaps(10),
        talker("اسم الزائر"),
        tel("جوال الزائر", Dial::Home).gaps(5),
        turn("العقار المعروض", PROPERTY, &["فيلا الملقا 14", "شقة حطين 302", "دور المحمدية", "أرض العقربية"])
            .or(&[PLACE, PROJECT]),
        turn("نوعه", KIND, &["فيلا", "شقة", "دور", "أرض"]).gaps(5),
        turn("الحي", PLACE_QUARTER, &["الملقا", "حطين", "المحمدية", "العقربية"]).or(&[QUARTER, LOCALITY]).gaps(10),
        sum("السعر المطلوب", PRICE, whole(850_000, 25_000, commas, "SAR", false)).or(&[RENT, AMOUNT]).gaps(10),
        ours("المسوق", &["راكان", "شروق", "عادل"]),
        list("نتيجة المعاينة", OUTCOME, &["أعجبه", "لم يعجبه", "يريد التفاوض", "لم يحضر"]).or(&[INTEREST]),
        said("رأي الزائر", &["الحوش صغير", "الموقع ممتاز", "السعر أعلى من السوق", "سيعود مع أهله"]).gaps(25),
        sum("عرض الزائر", RENT, whole(800_000, 25_000, commas, "SAR", false)).or(&[AMOUNT, PRICE]).gaps(75),
        next("موعد المتابعة", Style::Dmy('-')).gaps(45),
    ];
    let mut sheet = sheet("معاينات العقارات.csv", "interaction", Market::Saudi, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.encoding = "windows-1256";
    sheet.delimiter = ';';
    sheet.again = 7;
    sheet.rows = 104;
    sheet
}
