//! What portals hand out, and what managers of tenancies and books do.

use super::*;

/// Who looked at which building on an American market place for offices and shops.
pub(super) fn listing_visitors() -> Sheet {
    let columns = vec![
        turn("Asset Name", PROPERTY, &["Lakeshore Plaza", "Quail Run Retail Strip", "Magnolia Medical Center"])
            .or(&[PROJECT]),
        col("Asset Address", PLACE, |m| {
            Cell::plain(["1200 Lakeshore Dr", "88 Quail Run", "310 Magnolia Ave"][m.row % 3])
        })
        .or(&[PLACE_STREET, PROPERTY]),
        turn("Asset Type", KIND, &["Office", "Retail", "Medical office"]),
        asked("Asking Price", &[12_400_000, 4_850_000, 7_900_000], |n| format!("${}", thousands(n, ",")), "USD"),
        given("First Name"),
        family("Last Name"),
        firm("Company").gaps(20),
        free("Industry Role", &["Buyer / Principal", "Broker", "Lender", "Tenant"]).or(&[JOB, TAGS, INDUSTRY]).gaps(8),
        mail("Email"),
        col("Phone", PHONE, |m| m.tel(Dial::Home)).gaps(15),
        town("User City", CITY).gaps(20),
        region("User State", REGION).gaps(20),
        list("Activity", INTEREST, &["Viewed Page", "Opened OM", "Executed CA", "Submitted Offer"])
            .or(&[OUTCOME, STATUS, KEPT]),
        list("Lead Rating", RATING, &["Hot", "Warm", "Cold", "Unrated"]).or(&[STATUS]),
        free("CA Status", &["Signed", "Not signed"]).gaps(15),
        lately("CA Executed On", Style::Mdy('/')).gaps(60),
        day("First Activity", SEEN, Style::Mdy('/')).or(&[CREATED]),
        lately("Last Activity", Style::Mdy('/')).or(&[ACTIVE, CONTACTED, SEEN, UPDATED]),
        tally("# of Visits", 1, 24),
        list("Broker Notes", NOTES, &["1031 buyer, 45 days left", "Wants rent roll", "Represented by CBR"])
            .or(&[BODY])
            .gaps(70),
    ];
    let mut sheet = sheet("Leads Export - All Assets.csv", "interest", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 15;
    sheet.rows = 158;
    sheet
}

/// What portals in Spain sent an agency, gathered by the program that it pays for.
pub(super) fn portal_contacts() -> Sheet {
    const STATES: Words = &["Pendiente", "Contactado", "Descartado", "Visita concertada", "Contactado"];
    let columns = vec![
        stamp("Recibido", CREATED, Style::Dmy('/'), Clock::Minutes).or(&[MET, SEEN]),
        list("Portal de origen", SOURCE, &["Fotocasa", "Habitaclia", "Idealista", "Pisos.com"]),
        free("Vía", &["Formulario", "Llamada", "WhatsApp"]).or(&[CHANNEL]),
        turn("Ref. agencia", LISTING, &["CH-0412", "CH-0427", "TR-0088", "LI-0131"]).gaps(5),
        other("Id. anuncio", |m| Cell::plain((181_004_220 + m.row * 97).to_string())).or(&[LISTING]).gaps(5),
        free("Operación", &["Venta", "Venta", "Alquiler"]).or(&[PURPOSE]),
        turn("Inmueble", KIND, &["Piso", "Ático", "Casa adosada", "Local"]).or(&[PROPERTY]),
        turn("Zona", PLACE_QUARTER, &["Chamberí", "Almagro", "Triana", "El Limonar"])
            .or(&[QUARTER, LOCALITY, PLACE_TOWN])
            .gaps(10),
        asked("Precio anunciado", &[385_000, 512_500, 249_000, 690_000], |n| format!("{} €", thousands(n, ".")), "EUR"),
        full("Interesado").gaps(4),
        tel("Tel. de contacto", Dial::Mixed).gaps(8),
        mail("Correo").gaps(15),
        list(
            "Texto del mensaje",
            NOTES,
            &["¿Sigue disponible?", "Me gustaría visitarlo el sábado", "¿Admite mascotas?"],
        )
        .or(&[BODY])
        .gaps(15),
        list("Idioma", LANGUAGE, &["es", "es", "en", "fr"]).gaps(20),
        agent("Atendido por", &["Blanca Ortega", "Héctor Nieto"]).gaps(20),
        turn("Estado de la gestión", STATUS, STATES).or(&[STAGE]),
        col("Motivo descarte", UNFIT, |m| {
            let dropped = STATES[m.row % STATES.len()] == "Descartado";
            if dropped { m.pick(&["Precio", "Ya ha comprado", "No contesta"]) } else { Cell::default() }
        })
        .or(&[LOST_BECAUSE]),
        free("Tiempo de respuesta", &["12 min", "1 h 40 min", "2 d"]).gaps(30),
    ];
    let mut sheet = sheet("contactos-portales-febrero.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.abroad = (vec![Market::Britain, Market::France], 18);
    sheet.again = 6;
    sheet.rows = 146;
    sheet
}

/// Who lives in the flats that a British office manages.
pub(super) fn tenancies() -> Sheet {
    let columns = vec![
        col("Tenancy Ref", ID, |m| Cell::plain(format!("TEN{:05}", 3_310 + m.row * 2))).or(&[LISTING, DEAL_ID, KEPT]),
        other("Property Ref", |m| Cell::plain(format!("PRO{:04}", 210 + m.d.below(60)))).or(&[LISTING]),
        house("Property Full Address"),
        list("Unit", UNIT, &["Flat 1", "Flat 2", "Room 3", "Whole property"]).gaps(10),
        full("Main Tenant"),
        tel("Main Tenant Mobile", Dial::Mixed).gaps(4),
        mail("Main Tenant Email").gaps(4),
        other("Other Tenants", |m| m.spouse()).or(&[SPOUSE]).gaps(60),
        free("Tenancy Status", &["Current", "Periodic", "Prospective", "Past"]).or(&[STATUS, STAGE, INTEREST]),
        sum("Rental Amount", RENT, whole(1_150, 25, |n| format!("£{}.00", thousands(n, ",")), "GBP", true))
            .or(&[PRICE, AMOUNT, KEPT]),
        free("Rent Frequency", &["Monthly", "Monthly", "Weekly"]),
        other("Start Date", |m| m.day(Style::Dmy('/'))).or(&[SEEN, CREATED]),
        other("End Date", |m| m.ahead(Style::Dmy('/'))).or(&[DUE]).gaps(15),
        other("Break Clause Date", |m| m.ahead(Style::Dmy('/'))).gaps(75),
        free("Deposit Held", &["£1,380.00", "£1,650.00", "£0.00"]),
        free("Deposit Scheme", &["DPS Custodial", "TDS Insured", "mydeposits"]).gaps(12),
        other("Deposit Scheme Ref", |m| Cell::plain(format!("{:010}", 41_000_700 + m.row * 331))).gaps(20),
        free("Guarantor", &["Mr Holroyd", "Galbraith Ltd"]).gaps(85),
        free("Property Owner", &["Mrs Ainsworth", "Kingsbridge Estates Ltd", "Wetherby Trust"]),
        agent("Property Manager", &["Matilda", "Theo", "Isla"]),
        free("Arrears", &["£0.00", "£0.00", "£412.50"]),
        free("Renewal Stage", &["Not started", "Offered", "Agreed", "Notice given"]).or(&[STATUS]).gaps(30),
    ];
    let mut sheet = sheet("tenancies-export-02-03-2026.csv", "person", Market::Britain, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 116;
    sheet
}

/// The parties of an Indian office's books, with a name and a period above.
pub(super) fn ledgers() -> Sheet {
    let columns = vec![
        serial("Sl. No."),
        col("Name of Ledger", FIRM, company).or(&[COMPANY]),
        free("Under (Group)", &["Sundry Debtors", "Sundry Creditors", "Brokerage Payable"]).or(&["account.type"]),
        col("Mailing Name", "account.legal_name", |m| Cell::plain(format!("{} Pvt. Ltd.", m.p.company)))
            .or(&[FIRM, COMPANY])
            .gaps(20),
        firm_street("Address").gaps(10),
        firm_town("City").gaps(10),
        region("State Name", "account.address[].region").or(&[REGION]).gaps(8),
        firm_zip("Pincode").gaps(15),
        full("Contact Person").or(&[CONTACT]).gaps(35),
        firm_tel("Phone No.", Dial::Home).gaps(55),
        tel("Mobile No.", Dial::Mixed).or(&[FIRM_PHONE]).gaps(15),
        mail("E-mail ID").or(&[FIRM_EMAIL]).gaps(30),
        other("PAN / IT No.", pan).or(&[FIRM_NUMBER]).gaps(35),
        free("Registration Type", &["Regular", "Regular", "Unregistered/Consumer"]).gaps(10),
        col("GSTIN/UIN", FIRM_NUMBER, gstin).gaps(20),
        free("Credit Period", &["30 Days", "45 Days", "Nil"]).gaps(35),
        free("Opening Balance", &["1,25,000.00 Dr", "0.00", "48,500.00 Cr"]).gaps(20),
        free("Closing Balance", &["3,10,000.00 Dr", "0.00", "76,700.00 Cr"]).gaps(10),
    ];
    let mut sheet = sheet("LedgerMaster.csv", "account", Market::India, columns);
    sheet.entity_accept = &["person"];
    let width = sheet.columns.len();
    sheet.above = vec![
        padded(&["Silverton Realty Advisors LLP"], width),
        padded(&["List of Ledgers"], width),
        padded(&["1-Apr-25 to 28-Feb-26"], width),
    ];
    sheet.rows = 94;
    sheet
}

/// Whom an agency in Italy bills.
pub(super) fn billed_it() -> Sheet {
    let columns = vec![
        col("Cod. cliente", "account.external_id", |m| Cell::plain(format!("{:04}", m.row + 112))).or(&[ID]),
        col("Denominazione", FIRM, |m| Cell::plain(format!("{} Srl", m.p.company))).or(&[COMPANY]),
        full("Referente").or(&[CONTACT]).gaps(40),
        free("Tipo soggetto", &["Azienda", "Azienda", "Pubblica amministrazione"]).or(&["account.type"]),
        firm_street("Indirizzo").gaps(6),
        firm_zip("CAP").gaps(6),
        firm_town("Comune").gaps(6),
        region("Prov.", "account.address[].region").or(&[REGION]).gaps(6),
        firm_land("Paese"),
        firm_mail("Indirizzo e-mail").gaps(20),
        col("PEC", FIRM_EMAIL, |m| m.second_email()).or(&[EMAIL, KEPT]).gaps(45),
        firm_tel("Telefono", Dial::Home).gaps(30),
        empty("Fax").or(&[FIRM_PHONE, PHONE]),
        col("Partita IVA", FIRM_NUMBER, |m| Cell::plain(format!("IT000{:08}", m.d.below(100_000_000)))).gaps(8),
        other("Codice fiscale", |m| Cell::plain(format!("000{:08}", m.d.below(100_000_000))))
            .or(&[FIRM_NUMBER])
            .gaps(25),
        other("Codice SDI", |m| Cell::plain(token(m, 7).to_uppercase())).gaps(30),
        free("Termini di pagamento", &["30 gg d.f.", "Rimessa diretta", "60 gg f.m."]),
        free("Fatturato totale", &["12.400,00", "3.050,50", "0,00"]).or(&["account.annual_revenue"]),
        list("Note", FIRM_NOTES, &["Costruttore, 12 unità in vendita", "Paga in ritardo", "Provvigione 3%"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("clienti_export.csv", "account", Market::Italy, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.quotes = Quotes::Always;
    sheet.rows = 82;
    sheet
}
