//! Leads and contacts as programs gather them.

use super::*;

/// What a chat agent noted.
pub(super) fn interest() -> Sheet {
    let columns = vec![
        col("name", FULL, |m| m.given()).or(&[GIVEN]),
        mail("email"),
        list("interest", NOTES, &["i want demo", "pricing of the pro plan", "free trial"]).or(&[TAGS, KEPT]),
        moment("timestamp", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::India, columns);
    sheet.rows = 48;
    sheet
}

/// Hotels off a map; the program wrote stars and prices into the column of the address.
pub(super) fn hotels() -> Sheet {
    let columns = vec![
        col("Business Name", FIRM, |m| Cell::plain(format!("Hotel {} - {}", m.p.family, m.p.city))).or(&[COMPANY]),
        free("Full Address", &["4.5(14,071)", "3-star hotel", "4-star hotel", "41% less than usual"]).gaps(25),
        empty("Phone Number"),
        empty("Website URL"),
        moment("Date", FIRM_MADE, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED, KEPT]),
    ];
    let mut sheet = firms_sheet("leads.csv", Market::India, columns);
    sheet.rows = 60;
    sheet
}

/// Dentists and barbers off a map, English headers over Russian words.
pub(super) fn map_russian() -> Sheet {
    let columns = vec![
        col("name", FIRM, |m| Cell::plain(format!("Клиника «{}»", m.p.family))).or(&[COMPANY]).gaps(8),
        col("phone", FIRM_PHONE, one_or_two).or(&[PHONE]).gaps(35),
        col("website", FIRM_SITE, site).or(&[WEBSITE]).gaps(45),
        free("rating", &["0.0"]).or(&[RATING]),
        free("review_count", &["0"]),
        col("address", FIRM_WHOLE, |m| {
            if m.d.percent(60) { Cell::plain("Адрес не указан") } else { Cell::plain(m.p.street.clone()) }
        })
        .or(&[FIRM_STREET, WHOLE, STREET]),
        list("category", INDUSTRY, &["Стоматология", "Парикмахерская", "Пекарня", "Цветы"]).or(&[FIRM_TYPE, TAGS]),
        town("city", FIRM_CITY).or(&[CITY]),
        free("is_hot_lead", &["True"]).or(&[RATING, TAGS]),
        free("pain_points", &["Нет сайта", "Нет телефона; Нет сайта; Нет точного адреса", "Нет чат-бота на сайте"])
            .or(&[NOTES, FIRM_NOTES, TAGS]),
    ];
    let mut sheet = firms_sheet("leads.csv", Market::Germany, columns);
    sheet.cast = people::russian;
    sheet.rows = 90;
    sheet
}

/// Restaurants off a map.
pub(super) fn map() -> Sheet {
    let columns = vec![
        code("id", FIRM_ID, "", 1).or(&[ID]),
        firm_name("business_name"),
        list("category", INDUSTRY, &["Mkahawa", "Mkahawa wa familia", "Hoteli"]).or(&[FIRM_TYPE, TAGS]),
        col("phone", FIRM_PHONE, bare).or(&[PHONE]),
        col("email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]).gaps(40),
        col("website", FIRM_SITE, site).or(&[WEBSITE]).gaps(10),
        whole("address", FIRM_WHOLE).or(&[WHOLE, FIRM_STREET, STREET]),
        free("rating", &["4.8", "4.6", "4.4", "4.2"]).or(&[RATING]),
        tally("reviews", 4, 40),
        other("maps_link", |m| {
            let place = token(m, 16);
            Cell::plain(format!("https://maps.example/place/data={}", place.text))
        }),
        free("opening_hours", &["Jumanne 11 AM–3 AM  Jumatano 11 AM–3 AM", "Jumatano Open 24 hours  Jumapili Closed"])
            .gaps(15),
        free("source_query", &["restauranta in Nairobi"]).or(&[SOURCE, DETAIL, CAMPAIGN]),
        free_moment("scraped_at", |m| {
            let day = m.met();
            iso(m, day, ".734240")
        })
        .or(&[FIRM_MADE, CREATED, FIRM_UPDATED, UPDATED]),
    ];
    let mut sheet = firms_sheet("leads.csv", Market::Britain, columns);
    sheet.rows = 70;
    sheet
}

/// What a hotel's page was sent, with the address in five columns.
pub(super) fn zipped() -> Sheet {
    let columns = vec![
        full("name"),
        mail("email"),
        street("address1", STREET).or(&[WHOLE]),
        list("address2", STREET2, &["Piso 2", "Apto 301", "Casa 4"]).gaps(60),
        col("phone", PHONE, bare),
        town("city", CITY),
        region("state", REGION),
        zip("zip", POSTCODE),
        list("message", NOTES, &["Quisiera saber los precios", "¿Hay disponibilidad en junio?"]),
    ];
    let mut sheet = sheet("contactos.csv", "person", Market::Spain, columns);
    sheet.rows = 40;
    sheet
}

/// Sellers off a market place, English headers over Chinese words; department and title share a cell.
pub(super) fn chinese() -> Sheet {
    let columns = vec![
        col("Name", FULL, joined).gaps(4),
        col("Mobile No", PHONE, |m| Cell::plain(format!("13{}0000{:04}", m.d.below(10), m.d.below(10_000))))
            .label("mobile")
            .gaps(20),
        col("Phone Num", PHONE, |m| Cell::plain(format!("86 0755 {}000{:02}", 100 + m.d.below(800), m.d.below(100))))
            .gaps(45),
        col("Address", WHOLE, |m| Cell::plain(format!("中国 {} {} {}", m.p.city, m.p.locality, m.p.street)))
            .or(&[STREET]),
        col("Company Name", COMPANY, |m| Cell::plain(format!("{}{}科技有限公司", m.p.city, m.p.given))).or(&[FIRM]),
        list("Job Title", JOB, &["销售部 经理", "总经理办公室 总经理", "业务部 总经理"]).or(&[DEPARTMENT]).gaps(30),
        empty("Domain"),
        list("Gender", GENDER, &["Male", "Female"]),
        free("More Info Link", &["/page/contactinfo.html"]).or(&[WEBSITE]),
        col("Member ID", ID, |m| {
            let id = token(m, 12);
            Cell::plain(format!("b2b-{}", id.text))
        })
        .or(&[KEPT])
        .or_ask(),
        other("QRCode", |m| {
            let id = token(m, 10);
            Cell::plain(format!("https://codes.example/img?w=243&text={}", id.text))
        }),
        col("Page URL", WEBSITE, |m| {
            let id = token(m, 10);
            Cell::plain(format!("https://shop{}.example/page/contactinfo.htm", id.text))
        })
        .or(&[FIRM_SITE, KEPT])
        .gaps(40),
        free("crawl_time", &["null", "null", "Fri, 20 Sep 2024 14:28:48 GMT"]).or(&[CREATED, UPDATED]),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::India, columns);
    sheet.cast = people::chinese;
    sheet.rows = 80;
    sheet
}
