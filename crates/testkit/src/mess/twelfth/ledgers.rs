//! What books, managers of houses and directories hand out: people and firms.

use super::*;

/// Contacts of a bookkeeping tool in Britain: landlords, tenants and contractors.
pub(super) fn book_contacts() -> Sheet {
    let columns = vec![
        col("*ContactName", FIRM, person_or_firm).or(&[FULL, COMPANY]),
        other("AccountNumber", |m| m.code("LL", 210)).or(&[ID, FIRM_ID]).gaps(55),
        mail("EmailAddress").or(&[FIRM_EMAIL]).gaps(10),
        given("FirstName").gaps(8),
        family("LastName").gaps(8),
        empty("POAttentionTo"),
        street("POAddressLine1", FIRM_STREET).or(&[STREET]).gaps(20),
        col("POAddressLine2", FIRM_STREET2, |m| m.text(&["Flat 2", "Suite 4", "The Old Mill"]))
            .or(&[STREET2, QUARTER, FIRM_QUARTER])
            .gaps(80),
        empty("POAddressLine3"),
        empty("POAddressLine4"),
        firm_town("POCity").gaps(20),
        region("PORegion", FIRM_REGION).or(&[REGION]).gaps(40),
        firm_zip("POPostalCode").gaps(20),
        firm_land("POCountry").gaps(40),
        empty("SAAttentionTo"),
        empty("SAAddressLine1").or(&[STREET, FIRM_STREET]),
        empty("SACity").or(&[CITY, FIRM_CITY]),
        empty("SARegion").or(&[REGION, FIRM_REGION]),
        empty("SAPostalCode").or(&[POSTCODE, FIRM_POSTCODE]),
        empty("SACountry").or(&[COUNTRY, FIRM_COUNTRY]),
        desk("PhoneNumber", Dial::Home).or(&[FIRM_PHONE]).gaps(50),
        empty("FaxNumber").or(&[PHONE, FIRM_PHONE]),
        tel("MobileNumber", Dial::Home).or(&[FIRM_PHONE]).gaps(25),
        empty("DDINumber").or(&[PHONE, FIRM_PHONE]),
        empty("SkypeName").or(&[SOCIAL]),
        free("BankAccountName", &["Client account", "Current account"]).gaps(70),
        other("BankAccountNumber", |m| Cell::plain(format!("0000000000{:04}", m.d.below(10_000)))).gaps(70),
        empty("BankAccountParticulars"),
        other("TaxNumber", |m| Cell::plain(format!("GB000{:06}", m.d.below(1_000_000)))).or(&[FIRM_NUMBER]).gaps(85),
        free("AccountsReceivableTaxCodeName", &["20% (VAT on Income)", "No VAT"]).gaps(60),
        free("AccountsPayableTaxCodeName", &["20% (VAT on Expenses)", "No VAT"]).gaps(60),
        col("Website", FIRM_SITE, site).or(&[WEBSITE]).gaps(85),
        empty("Discount"),
        other("CompanyNumber", |m| Cell::plain(format!("000{:05}", m.d.below(100_000)))).or(&[FIRM_NUMBER]).gaps(85),
        free("DueDateBillDay", &["14", "30"]).gaps(75),
        free("DueDateBillTerm", &["Days after bill date"]).gaps(75),
    ];
    let mut sheet = sheet("Contacts.csv", "account", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 104;
    sheet
}

/// Whom an office in Germany bills, in the columns that accountants exchange; a line for the program stands above.
pub(super) fn debtors_de() -> Sheet {
    fn firm_row(m: &Maker) -> bool {
        m.row % 5 == 2
    }
    let columns = vec![
        other("Konto", |m| Cell::plain((10_001 + m.row).to_string())).or(&[ID, FIRM_ID]),
        col("Name (Adressattyp Unternehmen)", COMPANY, |m| {
            Cell::plain(if firm_row(m) { format!("{} GmbH", m.p.company) } else { String::new() })
        })
        .or(&[FIRM]),
        empty("Unternehmensgegenstand").or(&[INDUSTRY]),
        col("Name (Adressattyp natürl. Person)", FAMILY, |m| if firm_row(m) { Cell::default() } else { m.family() }),
        col("Vorname (Adressattyp natürl. Person)", GIVEN, |m| if firm_row(m) { Cell::default() } else { m.given() }),
        empty("Name (Adressattyp keine Angabe)").or(&[FULL, FIRM, COMPANY]),
        other("Adressattyp", |m| Cell::plain(if firm_row(m) { "2" } else { "1" })).or(&[FIRM_TYPE]),
        other("Kurzbezeichnung", |m| Cell::plain(m.p.family.clone())).or(&[NICKNAME, FULL]).gaps(40),
        empty("EU-Land"),
        empty("EU-UStID").or(&[FIRM_NUMBER]),
        col("Anrede", PREFIX, |m| if firm_row(m) { Cell::plain("Firma") } else { m.pick(&["Herr", "Frau"]) })
            .or(&[GENDER]),
        list("Titel/Akad. Grad", PREFIX, &["Dr.", "Prof. Dr."]).or(&[KEPT]).gaps(92),
        empty("Adelstitel"),
        empty("Namensvorsatz"),
        free("Adressart", &["STR"]),
        street("Straße", STREET).or(&[FIRM_STREET]),
        empty("Postfach").or(&["person.address[].po_box"]),
        zip("Postleitzahl", POSTCODE).or(&[FIRM_POSTCODE]),
        town("Ort", CITY).or(&[FIRM_CITY]),
        // Numbers without their code are German ones: of somebody in Austria, `0699 …` is a mobile there.
        list("Land", COUNTRY, &["DE"]).or(&[FIRM_COUNTRY]),
        empty("Versandzusatz"),
        list("Adresszusatz", STREET2, &["Hinterhaus", "c/o Hausverwaltung", "3. OG"]).or(&[FIRM_STREET2]).gaps(85),
        empty("Abweichende Anrede"),
        free("Kennz. Korrespondenzadresse", &["1"]),
        empty("Adresse Gültig von"),
        empty("Adresse Gültig bis"),
        desk("Telefon", Dial::Home).or(&[FIRM_PHONE]).gaps(35),
        empty("Bemerkung (Telefon)"),
        mail("E-Mail").or(&[FIRM_EMAIL]).gaps(25),
        empty("Bemerkung (E-Mail)"),
        empty("Internet").or(&[WEBSITE, FIRM_SITE]),
        empty("Fax").or(&[PHONE, FIRM_PHONE]),
        free("Bankbezeichnung 1", &["Sparkasse", "Volksbank", "Commerzbank"]).gaps(55),
        other("IBAN-Nr. 1", |m| Cell::plain(format!("DE00000000000000{:06}", m.d.below(1_000_000)))).gaps(55),
        free("SWIFT-Code 1", &["ZZZZDEZZXXX"]).gaps(70),
        free("Sprache", &["1"]).or(&[LANGUAGE]),
        free("Zahlungsträger", &["9"]).gaps(60),
    ];
    let mut sheet = sheet("EXTF_Debitoren_Kreditoren.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["account"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    let width = sheet.columns.len();
    let first =
        ["EXTF", "700", "16", "Debitoren/Kreditoren", "5", "20260302101500000", "", "RE", "", "", "1001", "10001"];
    sheet.above = vec![padded(&first, width)];
    sheet.rows = 110;
    sheet
}

/// Who lives in a society, as its app for visitors and dues lists them.
pub(super) fn residents() -> Sheet {
    let columns = vec![
        free("Block", &["A", "B", "C"]).or(&[PROPERTY, PROJECT, UNIT]),
        unit("Flat No"),
        list("Flat Type", ROOMS, &["2 BHK", "3 BHK", "4 BHK"]).or(&[KIND]),
        count("Area (sq ft)", SIZE, 880, 2_600),
        free("Resident Type", &["Owner", "Owner", "Tenant", "Owner Family"]).or(&[TAGS, STAGE]),
        full("Name"),
        tel("Mobile", Dial::Packed).gaps(4),
        tel2("Alternate Mobile", Dial::Packed).gaps(78),
        mail("Email").gaps(22),
        free("Occupancy Status", &["Residing", "Let Out", "Vacant"]).or(&[STATUS]),
        other("Move In Date", |m| m.day(Style::DayMon)).or(&[SEEN]).gaps(25),
        tally("Family Members", 1, 6).gaps(30),
        free("Vehicle Number", &["MH 12 ZZ 0001", "MH 14 ZZ 0420", "MH 12 ZZ 0077, MH 12 ZZ 0078"]).gaps(45),
        other("Intercom", |m| Cell::plain((2_001 + m.row).to_string())),
        free("Maintenance Due (Rs.)", &["0", "0", "4500", "9000"]),
        free("App Status", &["Active", "Invited", "Not installed"]),
        other("Last Login", |m| later(m).cell(Style::DayMon)).or(&[ACTIVE]).gaps(30),
    ];
    let mut sheet = sheet("Residents_List.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 190;
    sheet
}

/// Contacts of an open system whose words are set to Arabic.
pub(super) fn contacts_ar() -> Sheet {
    let columns = vec![
        full("اسم العرض"),
        firm("اسم الشركة").gaps(60),
        job("المنصب الوظيفي").gaps(60),
        desk("الهاتف", Dial::World).gaps(70),
        tel("الهاتف المحمول", Dial::World).gaps(5),
        mail("البريد الإلكتروني").gaps(25),
        empty("الموقع الإلكتروني").or(&[WEBSITE]),
        street("الشارع", STREET).gaps(45),
        empty("الشارع 2").or(&[STREET2]),
        town("المدينة", CITY).gaps(15),
        region("المحافظة", REGION).gaps(35),
        zip("الرمز البريدي", POSTCODE).gaps(55),
        land("الدولة", COUNTRY),
        empty("معرف الضريبة").or(&[FIRM_NUMBER]),
        list("اللغة", LANGUAGE, &["Arabic / الْعَرَبيّة", "English (US)"]),
        agent("مندوب المبيعات", &["راكان السلمي", "مها العمري", "نايف الفايز"]).gaps(15),
        list("علامات التصنيف", TAGS, &["مشتري", "مستثمر", "مالك", "مشتري,كبار العملاء"]).gaps(25),
        list("ملاحظات", NOTES, &["يفضل التواصل مساءً", "يملك شقتين في النرجس", "عن طريق معرض العقار"]).gaps(60),
        moment("أنشئ في", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        moment("آخر تحديث في", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        }),
    ];
    let mut sheet = sheet("جهة الاتصال (res.partner).csv", "person", Market::Saudi, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 122;
    sheet
}
