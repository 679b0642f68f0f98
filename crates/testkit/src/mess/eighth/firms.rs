//! Firms that people published.

use super::*;

/// Accounts of a course, with where to send the bill.
pub(super) fn billing() -> Sheet {
    let columns = vec![
        firm_name("Account Name"),
        firm_street("BillingStreet"),
        firm_town("BillingCity"),
        firm_region("BillingState"),
        firm_zip("BillingPostalCode"),
        firm_land("BillingCountry"),
    ];
    let mut sheet = firms_sheet("accounts.csv", Market::America, columns);
    sheet.rows = 40;
    sheet
}

/// Accounts with what they pay in a year and the day on which they may leave.
pub(super) fn renewals() -> Sheet {
    let columns = vec![
        col("account_id", FIRM_ID, |m| Cell::plain(format!("A{:03}", m.row + 1))),
        col("account_name", FIRM, |m| name(format!("Enterprise Account {}", m.row + 1))).or(&[COMPANY]),
        list("industry", INDUSTRY, &["Retail", "Healthcare", "Public Sector", "Media", "Energy"]),
        list("region", FIRM_REGION, &["EMEA", "APAC"]).or(&[REGION, KEPT]).gaps(25),
        free_sum("current_arr", whole(150_000, 50_000, plain, "USD", false)).or(&[REVENUE, AMOUNT]),
        other("renewal_date", dashed_month).or(&[CLOSING]),
    ];
    let mut sheet = firms_sheet("accounts.csv", Market::America, columns);
    sheet.rows = 40;
    sheet
}

/// Cooperatives and those who lend to them; what is known of how to reach each stands in one cell.
pub(super) fn coops() -> Sheet {
    fn reached(m: &mut Maker) -> Cell {
        let page = domain(m).text;
        Cell::plain(match m.d.below(4) {
            0 => format!("{page} | IG: {}", page.split('.').next().unwrap_or_default()),
            1 => format!("{} | {}", m.p.email, page),
            _ => page,
        })
    }
    let columns = vec![
        col("entity", FIRM, |m| name(format!("Cooperativa {}", m.p.company))).or(&[COMPANY]),
        list("type", FIRM_TYPE, &["coop", "coop", "umbrella", "financiera", "ally", "funder"])
            .or(&[TAGS, INDUSTRY, KEPT]),
        tally("tier", 1, 5).or(&[RATING]),
        full("contact_name").or(&[CONTACT]).gaps(93),
        other("contact_info", reached).or(&[WEBSITE, FIRM_SITE, EMAIL, FIRM_EMAIL, NOTES]).gaps(8),
        free("channel", &["linkedin"]).or(&[CHANNEL, SOURCE]).gaps(95),
        always("status", STATUS, "lead").or(&[STAGE]),
        empty("last_contact").or(&[CONTACTED]),
        free("next_action", &["connect first — ask for an intro", "apply mid-2026"]).or(&[NOTES, TASK]).gaps(93),
        empty("referred_by").or(&[REFERRER]),
        list("notes", FIRM_NOTES, &["~4000 producers. Strong women focus.", "Fair Trade + Organic.", "State ag bank."])
            .or(&[NOTES]),
    ];
    let mut sheet = firms_sheet("crm.csv", Market::Spain, columns);
    sheet.rows = 50;
    sheet
}

const AUTHORITIES: &[(&str, &str, &str)] = &[
    ("هيئة الحدائق العامة", "Public Gardens Authority", "الحدائق;PGA"),
    ("شركة الواحة للإنشاءات", "Oasis Construction Company", "الواحة;OCC"),
    ("مؤسسة الميناء الشمالي", "Northern Port Establishment", "الميناء الشمالي;NPE"),
    ("دائرة الطرق الريفية", "Rural Roads Department", "الطرق;RRD"),
];

/// Public bodies in two languages, with the short forms that people use.
pub(super) fn ministries() -> Sheet {
    fn body(m: &Maker) -> (&'static str, &'static str, &'static str) {
        AUTHORITIES[m.row % AUTHORITIES.len()]
    }
    let columns = vec![
        col("client_id", FIRM_ID, |m| {
            Cell::plain(format!("{}_{}", slug(body(m).1.split(' ').next().unwrap_or_default()), m.row + 1))
        })
        .or(&[ID]),
        col("client_name_ar", FIRM, |m| name(body(m).0.to_owned())).or(&[LEGAL_NAME, COMPANY, KEPT]),
        col("client_name_en", FIRM, |m| name(body(m).1.to_owned())).or(&[LEGAL_NAME, COMPANY, KEPT]),
        other("aliases", |m| Cell::plain(body(m).2)).or(&[TAGS, NICKNAME]),
        list("sector_id", INDUSTRY, &["government", "oil_and_gas", "healthcare", "banking_and_finance"])
            .or(&[FIRM_TYPE, TAGS, KEPT]),
        empty("account_owner").or(&[FIRM_OWNER, OWNER]),
        list("notes", FIRM_NOTES, &["Verified from portal discovery", "Major utility", "Public health"]).or(&[NOTES]),
    ];
    let mut sheet = firms_sheet("clients.csv", Market::Emirates, columns);
    sheet.rows = 84;
    sheet
}

/// Hotels and guest houses off an open map, Russian words below English headers.
pub(super) fn guest_houses() -> Sheet {
    let columns = vec![
        other("osm_id", |m| Cell::plain(format!("node/{}", 4_000_000_000_usize + m.d.below(900_000_000))))
            .or(&[FIRM_ID, ID]),
        col("name", FIRM, |m| name(format!("\"{}\" Hotel", m.p.family))).or(&[COMPANY]),
        other("name_en", |m| Cell::plain(format!("\"{}\" Hotel", m.p.family))).or(&[FIRM]).gaps(70),
        free("name_ru", &["Гостиница «Янтарь»", "Отель «Сосны»"]).or(&[FIRM]).gaps(85),
        list("category", INDUSTRY, &["отель", "гостевой дом"]).or(&[FIRM_TYPE, TAGS]),
        list("city", FIRM_CITY, &["Ереван", "Дилижан", "Гюмри"]).or(&[CITY]),
        firm_street("street").gaps(30),
        col("phone", FIRM_PHONE, one_or_both).or(&[PHONE]).gaps(15),
        firm_site("website").gaps(75),
        other("instagram", |m| Cell::plain(format!("sample_house_{}", m.row))).or(&[SOCIAL]).gaps(60),
        other("facebook", |m| Cell::plain(format!("SampleHouse{}", m.row))).or(&[SOCIAL]).gaps(60),
        empty("telegram").or(&[SOCIAL]),
        firm_mail("email").gaps(60),
        other("lat", |m| degrees(m, 39)),
        other("lon", |m| degrees(m, 43)),
        free("lead_type", &["нет сайта", "нет сайта", "устаревший сайт"]).or(&[TAGS, STATUS]),
        col("score", SCORE, |m| m.pick(&["100", "100", "85"])).or(&[RATING, KEPT]),
        free("problems", &["сайта нет", "домен не работает (не продлён или не настроен)"])
            .or(&[FIRM_NOTES, NOTES, TAGS]),
    ];
    let mut sheet = firms_sheet("leads.csv", Market::Germany, columns);
    sheet.rows = 200;
    sheet
}

/// Barbers and garages for whom a program makes pages; what their guests wrote stands in one cell.
pub(super) fn barbers() -> Sheet {
    let columns = vec![
        other("place_id", |m| Cell::plain(format!("wco_{}", token(m, 16)))).or(&[FIRM_ID]),
        col("name", FIRM, |m| name(format!("{} Barbershop", m.p.family))).or(&[COMPANY]),
        other("slug", |m| Cell::plain(slug(&format!("{} Barbershop {}", m.p.family, m.p.city)))),
        col("address", FIRM_WHOLE, |m| {
            Cell::plain(format!("{}, {}, {} {}", m.p.street, m.p.city, region_of(m.p.city), m.p.postcode))
        })
        .or(&[FIRM_STREET, WHOLE, STREET]),
        firm_town("city"),
        free("county", &["LA", "RIV"]).or(&[FIRM_REGION, REGION]),
        firm_tel("phone", Dial::Home).gaps(5),
        free("rating", &["4.7", "4.5", "5.0", "4.3", "4.9"]).or(&[RATING, SCORE]),
        tally("review_count", 26, 440),
        list("category", INDUSTRY, &["Barber shop", "Auto repair shop", "Beauty salon"]).or(&[FIRM_TYPE, TAGS]),
        free("reviews_json", &["[]", "[{\"author\": \"A guest\", \"text\": \"Great cut, fair price\"}]"]),
        list("status", STATUS, &["new", "new", "ready"]).or(&[STAGE, KEPT]),
        other("generated_url", |m| {
            let page = slug(&m.p.family);
            Cell::plain(format!("https://sites.example/{page}/"))
        })
        .gaps(88),
        moment("created_at", FIRM_MADE, |m| {
            let day = m.met();
            iso(m, day, "Z")
        })
        .or(&[CREATED]),
        empty("sent_at").or(&[CONTACTED]),
        empty("replied_at").or(&[CONTACTED, ACTIVE]),
        empty("notes").or(&[FIRM_NOTES, NOTES]),
    ];
    let mut sheet = firms_sheet("prospects.csv", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// Customers without a header, each name twice; code and town share a cell.
pub(super) fn bare_dutch() -> Sheet {
    let columns = vec![
        firm_name("").or_ask(),
        other("", company).or(&[FIRM, COMPANY, LEGAL_NAME]),
        firm_street("").or_ask(),
        other("", |m| {
            let letters = ["AB", "HV", "PL", "TX"][m.d.below(4)];
            Cell::plain(format!("{} {letters}  {}", &m.p.postcode.get(..4).unwrap_or_default(), m.p.city))
        })
        .or(&[FIRM_CITY, CITY, FIRM_POSTCODE, POSTCODE, FIRM_WHOLE, WHOLE]),
    ];
    let mut sheet = firms_sheet("klanten.csv", Market::Netherlands, columns);
    sheet.headerless = true;
    sheet.rows = 40;
    sheet
}

/// Firms whose books somebody keeps, a row for each person who may be called there.
pub(super) fn brazilian() -> Sheet {
    let columns = vec![
        tally("f", 2, 120),
        col("Identificador", FIRM_ID, |m| Cell::plain((m.row + 1).to_string())).or(&[ID, KEPT]),
        col("Nome", FIRM, |m| name(format!("{} LTDA", m.p.company.to_uppercase()))).or(&[COMPANY, LEGAL_NAME]),
        col("RESPONSÁVEL", FULL, |m| m.given()).or(&[GIVEN, CONTACT]),
        col("Telefone", PHONE, with_code).or(&[FIRM_PHONE]),
        free("SÓCIO/RESPONSÁVEL", &["SÓCIO/RESPONSÁVEL"]).or(&[JOB, TAGS]).gaps(35),
        col("CNPJ", FIRM_NUMBER, cnpj),
        free("Enquadramento", &["ME", "ME", "LP/LR", "MEI"]).or(&[FIRM_TYPE]),
        free("Fiscal", &["D", "G", "I", "B", "T"]),
        free("mult_cnpjs", &["TRUE"]).gaps(65),
        free("Add?", &["yes"]).gaps(25),
    ];
    let mut sheet = firms_sheet("empresas.csv", Market::Brazil, columns);
    sheet.rows = 150;
    sheet
}

/// Firms that a program weighed as customers, with why and what it would write to each.
pub(super) fn scored() -> Sheet {
    let columns = vec![
        code("id", FIRM_ID, "", 1).or(&[ID]),
        firm_name("nom"),
        list("secteur", INDUSTRY, &["Banque", "Logistique", "Informatique", "Assurance", "Commerce"])
            .or(&[FIRM_TYPE, TAGS]),
        town("localisation", FIRM_CITY).or(&[CITY, FIRM_WHOLE, WHOLE, FIRM_REGION]),
        count("effectif", STAFF, 5, 150),
        free(
            "signal_croissance",
            &["Ouverture d'une agence", "Recrutement de deux profils", "Nouveau contrat multi-sites"],
        )
        .or(&[FIRM_NOTES, NOTES])
        .gaps(25),
        // Whether there is one, not where.
        free("site_web", &["true", "true", "false"]),
        free("paiement_en_ligne", &["true", "false"]),
        col("score", SCORE, |m| m.pick(&["100", "95", "90", "65", "40", "15"])).or(&[RATING, KEPT]),
        free(
            "score_reasons",
            &["Secteur prioritaire (Banque) | Taille idéale", "Secteur secondaire | Taille correcte"],
        )
        .or(&[FIRM_NOTES, NOTES]),
        list("statut", STATUS, &["Converti", "Relancé", "Contacté", "Scoré", "Nouveau", "Non intéressé"]).or(&[STAGE]),
        day("date_contact", CONTACTED, Style::Iso).or(&[ACTIVE, KEPT]).gaps(50),
        free("message_genere", &["Bonjour, seriez-vous disponible cette semaine pour un échange de 20 minutes ?"])
            .or(&[NOTES, FIRM_NOTES, BODY])
            .gaps(50),
    ];
    let mut sheet = firms_sheet("entreprises.csv", Market::France, columns);
    sheet.rows = 46;
    sheet
}
