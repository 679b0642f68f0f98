//! What systems for property take in and hand out.

use super::*;

/// Contacts of agents by the sea: partner, two addresses, and the brief.
pub(super) fn dashboard() -> Sheet {
    fn price(header: &str, field: &'static str, low: u64) -> Column {
        sum(header, field, whole(low, 25_000, plain, "AUD", false)).gaps(45)
    }
    let columns = vec![
        list("salutation", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]).gaps(25),
        given("first name"),
        family("last name"),
        mail("email").gaps(10),
        col("partner first name", SPOUSE_GIVEN, |m| Cell::plain(m.p.spouse.clone())).gaps(55),
        col("partner last name", SPOUSE_FAMILY, |m| Cell::plain(m.p.family.clone())).gaps(55),
        col("partner email", SPOUSE_EMAIL, |m| m.second_email()).gaps(75),
        desk("home phone", Dial::Home).label("home").gaps(50),
        tel("mobile phone", Dial::Home).label("mobile").gaps(5),
        tel2("business phone", Dial::Home).label("work").gaps(70),
        street("physical street", STREET),
        col("physical suburb", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY]),
        town("physical city", CITY),
        zip("physical postcode", POSTCODE),
        region("physical state", REGION),
        col("postal street", STREET, |m| Cell::plain(format!("PO Box {}", 10 + m.d.below(900))))
            .or(&["person.address[].po_box"])
            .gaps(80),
        col("postal suburb", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY]).gaps(80),
        town("postal city", CITY).gaps(80),
        zip("postal postcode", POSTCODE).gaps(80),
        region("postal state", REGION).gaps(80),
        firm("company name").gaps(80),
        job("position").gaps(80),
        list("categories", TAGS, &["Buyer", "Vendor, Newsletter", "Buyer, Investor", "Landlord"]),
        numbered("sync id", "C-10").or(&[ID]),
        list("contact source", SOURCE, &["Open Home", "Portal", "Signboard", "Past Client"]),
        other("envelope greeting", couple).gaps(40),
        other("letter greeting", |m| m.given()).or(&[NICKNAME]).gaps(40),
        price("min price", MIN, 400_000),
        price("max price", MAX, 3_500_000),
        count("min bedrooms", BEDROOMS, 1, 3).gaps(45),
        count("max bedrooms", BEDROOMS_MAX, 3, 6).gaps(60),
        count("min bathrooms", BATHROOMS, 1, 2).gaps(55),
        tally("max bathrooms", 2, 4).gaps(75),
        tally("min car parks", 1, 2).gaps(60),
        tally("max car parks", 2, 3).gaps(80),
        list(
            "requirement category",
            PURPOSE,
            &["residential_sale", "residential_sale", "residential_rental", "rural_sale"],
        )
        .or(&[WANTED, KEPT])
        .or_ask()
        .gaps(40),
        col("suburbs", LOCALITY, |m| Cell::plain(format!("{}, Parkside", m.p.locality))).gaps(45),
        list("notes", NOTES, &["Wants a pool", "Selling first", "Looking for a granny flat"]).gaps(60),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::Britain, columns);
    sheet.rows = 160;
    sheet
}

/// Offices of agents and whom to reach there, each header with a letter for its kind.
pub(super) fn offices() -> Sheet {
    let columns = vec![
        free("nGroupID", &["417"]).or(&[PARENT]),
        numbered("sAgentRef", "BR").or(&[FIRM_ID]),
        numbered("sContactRef", "CT").or(&[ID]),
        firm_name("sAgentName"),
        other("sBranchName", |m| Cell::plain(m.p.city)).or(&[FIRM, FIRM_CITY, CITY]),
        other("sUsername", |m| Cell::plain(format!("branch{}", m.row + 1))),
        other("sPassword", |m| Cell::plain(token(m, 8))),
        full("sContact").or(&[CONTACT]),
        firm_mail("sEmail"),
        firm_tel("sTel", Dial::Home),
        col("sFax", FIRM_PHONE, |m| m.desk_tel(Dial::Home)).or(&[PHONE]).label("fax").gaps(60),
        free("sDealingCode", &["S", "S,L", "S,L,F", "C", "L"]).or(&[TAGS, FIRM_TYPE]),
        firm_zip("sPostcode"),
        free("sFlat", &["Suite 2", "First Floor"]).or(&[FIRM_STREET2, STREET2]).gaps(85),
        free("sBuilding", &["Exchange House", "The Old Mill"]).or(&[FIRM_STREET2, STREET2, FIRM_STREET]).gaps(75),
        tally("sNumber", 1, 190).or(&[FIRM_STREET, STREET]),
        list("sRoad", FIRM_STREET, &["Station Approach", "Castle Street", "Elm Grove"]).or(&[STREET]),
        empty("sStreet").or(&[FIRM_STREET, STREET]),
        other("sArea", |m| Cell::plain(m.p.locality)).or(&[FIRM_QUARTER, QUARTER]).gaps(50),
        empty("sVillage").or(&[FIRM_QUARTER, QUARTER, FIRM_CITY]),
        firm_town("sTown"),
        firm_region("sCounty"),
        firm_land("sCountry"),
        list("sDescription", FIRM_NOTES, &["Independent agents since 1984", "Sales and lettings in the old town"])
            .or(&[NOTES])
            .gaps(40),
        numbered("sExternalRef", "VB-").or(&[FIRM_ID]).gaps(50),
    ];
    let mut sheet = firms_sheet("agent_offices.csv", Market::Britain, columns);
    sheet.rows = 60;
    sheet
}

/// Houses to look after and whose they are.
pub(super) fn landlords() -> Sheet {
    let columns = vec![
        street("address", PLACE_STREET).or(&[PLACE, PROPERTY, STREET, WHOLE]),
        zip("postcode", PLACE_POSTCODE).or(&[POSTCODE]),
        col("landlord_name", FULL, person_or_firm).or(&[FIRM, COMPANY]),
        mail("landlord_email").or(&[FIRM_EMAIL]),
        tel("landlord_phone", Dial::Home).or(&[FIRM_PHONE]),
        list("property_type", KIND, &["house", "flat", "flat", "bungalow"]),
        count("bedrooms", ROOMS, 1, 5),
        tally("bathrooms", 1, 3),
        free("has_gas", &["true", "true", "false"]),
        free("is_furnished", &["false", "true"]),
        list("notes", NOTES, &["Nice garden with shed", "Modern apartment", "Keys at the office"]).gaps(40),
    ];
    let mut sheet = sheet("properties_landlords.csv", "person", Market::Britain, columns);
    sheet.entity_accept = &["interest", "account"];
    sheet.rows = 64;
    sheet
}

/// Who wants which flat, at which phase; German, a mark at the head of the file.
pub(super) fn deals() -> Sheet {
    let columns = vec![
        numbered("Propstack-ID", "48").or(&[DEAL_ID]),
        col("Objekt", LISTING, |m| Cell::plain(format!("WE-{:02}", 1 + m.d.below(60)))).or(&[UNIT, PROPERTY, KEPT]),
        tally("Objekt-ID", 11_200, 11_900).or(&[LISTING]),
        empty("Objekt-Datensatznummer").or(&[LISTING]),
        col("Kontakt-E-Mail", CONTACT, |m| m.email()).or(&[EMAIL]),
        tally("Kontakt-ID", 30_100, 39_900).or(&[ID, CONTACT]),
        empty("Kontakt-Datensatznummer").or(&[ID, CONTACT]),
        tally("Kontakt-Kundennummer", 2_000, 2_900).or(&[ID, CONTACT]),
        free("Benutzer-ID", &["17", "21"]).or(&[DEAL_OWNER, OWNER, ASSIGNEE]),
        free("Benutzer-E-Mail", &["thiel@example.com", "winkler@example.com"]).or(&[DEAL_OWNER, OWNER, ASSIGNEE]),
        list("Benutzer", DEAL_OWNER, &["Regine Thiel", "Steffen Winkler"]).or(&[OWNER, ASSIGNEE]),
        list("Phase", DEAL_STAGE, &["Anfrage", "Besichtigung", "Reserviert", "Notartermin"])
            .or(&[DEAL_STATUS, INTEREST]),
        sum("Preis", AMOUNT, whole(280_000, 5_000, euros, "EUR", true)).or(&[PRICE, RENT]),
        other("Datum", |m| m.day(Style::Dmy('.'))).or(&[DEAL_MADE, CREATED, CLOSING, SEEN]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 80;
    sheet
}

/// Tenants and who vouches for them; the first header says name and means the first name, one header stands twice.
pub(super) fn tenants() -> Sheet {
    let columns = vec![
        given("Nom").or_ask(),
        family("Nom de famille"),
        born("Date de naissance", Style::Dmy('/')),
        list("Sexe", GENDER, &["F", "M"]),
        other("Code fiscal", |m| Cell::plain(format!("{:013}", m.d.below(1_000_000_000)))).gaps(20),
        street("Adresse", STREET).or(&[WHOLE]),
        town("Ville", CITY),
        zip("Code postal", POSTCODE),
        region("Région", REGION),
        list("Pays d'origine", NATIONALITY, &["France", "France", "Belgique", "Maroc"]).or(&[COUNTRY, KEPT]),
        mail("Courriel"),
        tel("Téléphone", Dial::Home),
        free("Nom du garant", &["Henri", "Solène", "Pascal"]),
        free("Nom du garant", &["Lemaire", "Vasseur", "Huet"]),
        other("Téléphone du garant", |m| m.other_tel(Dial::Home)),
    ];
    let mut sheet = sheet("locataires.csv", "person", Market::France, columns);
    sheet.rows = 52;
    sheet
}

/// Persons and their firms, two addresses each; headers in English, values in German.
pub(super) fn copilot() -> Sheet {
    let columns = vec![
        given("firstName"),
        family("lastName"),
        list("title", PREFIX, &["Dr.", "Prof. Dr."]).gaps(80),
        list("salutation", PREFIX, &["Herr", "Frau"]).or(&[GENDER]),
        list("gender", GENDER, &["m", "f", "d"]),
        born("birthday", Style::Dmy('.')).gaps(30),
        list("memo", NOTES, &["Ruft nur vormittags an", "Kennt den Inhaber"]).gaps(60),
        street("personStreet", STREET),
        free("personAddStreet", &["Hinterhaus", "2. OG links"]).or(&[STREET2]).gaps(85),
        zip("personZip", POSTCODE),
        town("personCity", CITY),
        // Numbers without their code are German ones: of somebody in Austria, `0699 …` is a mobile there.
        list("personCountryIsoCode", COUNTRY, &["DE"]),
        other("personLat", |m| degrees(m, 48)).gaps(70),
        other("personLng", |m| degrees(m, 9)).gaps(70),
        desk("personPhone", Dial::Home).gaps(30),
        tel("personMobile", Dial::Home).label("mobile"),
        empty("personFax").or(&[PHONE]),
        mail("personEmail"),
        empty("personUrl").or(&[WEBSITE]),
        firm("company").gaps(20),
        list("department", DEPARTMENT, &["Vertrieb", "Einkauf", "Verwaltung"]).gaps(50),
        job("position").gaps(30),
        col("companyStreet", FIRM_STREET, |m| Cell::plain(format!("Industrieweg {}", 1 + m.d.below(90))))
            .or(&[STREET])
            .gaps(30),
        empty("companyAddStreet").or(&[FIRM_STREET2, STREET2]),
        firm_zip("companyZip").gaps(30),
        firm_town("companyCity").gaps(30),
        list("companyCountryIsoCode", FIRM_COUNTRY, &["DE"]).or(&[COUNTRY]).gaps(30),
        empty("companyLat"),
        empty("companyLng"),
        col("companyPostBox", FIRM_BOX, |m| Cell::plain(format!("{} {:02}", 10 + m.d.below(80), m.d.below(100))))
            .or(&["person.address[].po_box"])
            .gaps(80),
        firm_zip("companyPostBoxZip").or(&[KEPT]).gaps(80),
        firm_town("companyPostBoxCity").or(&[KEPT]).gaps(80),
        empty("companyPostBoxCountryIsoCode").or(&[FIRM_COUNTRY, COUNTRY]),
        col("companyPhone", FIRM_PHONE, |m| m.other_tel(Dial::Home)).or(&[PHONE]).gaps(40),
        empty("companyMobile").or(&[FIRM_PHONE, PHONE]),
        col("companyFax", FIRM_PHONE, |m| m.desk_tel(Dial::Home)).or(&[PHONE]).label("fax").gaps(75),
        col("companyEmail", FIRM_EMAIL, |m| m.second_email()).or(&[EMAIL]).gaps(50),
        firm_site("companyUrl").gaps(50),
        list("group1", TAGS, &["Interessenten", "Eigentümer", "Partner"]),
        list("group2", TAGS, &["Newsletter", "Messe 2025"]).gaps(60),
        empty("group3").or(&[TAGS]),
        other("infoUst-Id", |m| Cell::plain(format!("DE{}", 100_000_000 + m.d.below(800_000_000))))
            .or(&[FIRM_NUMBER])
            .gaps(70),
        free("infoSteuer-Nr", &["12/345/00001", "21/815/00002"]).or(&[FIRM_NUMBER]).gaps(80),
        free("memoInfo1", &["Budget geklärt", "Finanzierung offen"]).or(&[NOTES]).gaps(70),
        empty("memoInfo2").or(&[NOTES]),
    ];
    let mut sheet = sheet("kontakt-import.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["account"];
    sheet.delimiter = ';';
    sheet.rows = 110;
    sheet
}
