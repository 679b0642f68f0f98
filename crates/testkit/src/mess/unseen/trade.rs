//! What programs of the trade in Germany, France, Spain and Italy hand out.

use super::*;

/// Contacts of a German agency.
pub(super) fn contacts_de() -> Sheet {
    let columns = vec![
        code("Kontakt-ID", ID, "", 310_442),
        list("Anredeform", PREFIX, &["Herr", "Frau", "Eheleute"]).or(&[GENDER]),
        list("Akad. Grad", PREFIX, &["Dr.", "Prof. Dr.", "Dipl.-Ing."]).or(&["person.suffix", KEPT]).gaps(85),
        given("Vorname"),
        family("Nachname"),
        firm("Firmierung").gaps(70),
        job("Funktion").gaps(80),
        mail("E-Mail privat").gaps(10),
        mail2("E-Mail geschäftlich").gaps(80),
        tel("Mobiltelefon", Dial::Mixed).gaps(12),
        desk("Telefon privat", Dial::Home).gaps(60),
        street("Straße u. Hausnr.", STREET).gaps(20),
        zip("Postleitzahl", POSTCODE).gaps(20),
        town("Wohnort", CITY).gaps(18),
        land("Staat", COUNTRY).gaps(25),
        list("Kontaktart", TAGS, &["Kaufinteressent", "Eigentümer", "Mieter", "Kapitalanleger"]).or(&[STAGE, KEPT]),
        state("Bearbeitungsstand", &["Neu", "In Bearbeitung", "Exposé versendet", "Inaktiv"]),
        list("Erstkontakt über", SOURCE, &["Immobilienportal", "Empfehlung", "Website", "Aushang"]).gaps(10),
        agent("Zuständiger Makler", &["Nils Vogt", "Heike Sommer", "Erik Lindner"]),
        list("Werbeeinwilligung", BY_EMAIL, &["erteilt", "erteilt", "widerrufen"]).or(&[BY_PHONE, KEPT]).gaps(10),
        day("Einwilligung vom", AGREED, Style::Dmy('.')).or(&[KEPT]).gaps(25),
        list("GwG-Prüfung", KYC, &["erledigt", "offen", "nicht nötig"]).gaps(35),
        list("Interne Bemerkung", NOTES, &["Sucht für die Tochter", "Nur abends erreichbar", "Bonität geprüft"])
            .gaps(50),
        moment("Angelegt", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('.'), Clock::Minutes)
        }),
        moment("Geändert", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('.'), Clock::Minutes)
        })
        .or(&[ACTIVE]),
    ];
    let mut sheet = sheet("kontakte_2026-03-02.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet.again = 3;
    sheet.rows = 148;
    sheet
}

/// Clients of a French agency, with what each looks for.
pub(super) fn clients_fr() -> Sheet {
    let columns = vec![
        code("Réf. contact", ID, "C", 20_114),
        list("Civ.", PREFIX, &["M.", "Mme", "M. et Mme"]).or(&[GENDER]),
        family("Nom de famille"),
        given("Prénom usuel").gaps(4),
        col("Conjoint", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN]).gaps(70),
        tel("Tél. mobile", Dial::Mixed).gaps(6),
        desk("Tél. domicile", Dial::Home).gaps(70),
        mail("Courriel principal").gaps(10),
        street("Adresse postale", STREET).or(&[WHOLE]).gaps(25),
        zip("C.P.", POSTCODE).gaps(25),
        town("Localité", CITY).or(&[QUARTER]).gaps(22),
        free("Catégorie", &["Acquéreur", "Vendeur", "Bailleur", "Acquéreur/Vendeur"]).or(&[TAGS, STAGE]),
        agent("Négociateur en charge", &["Margaux Perrin", "Olivier Huet", "Florence Vidal"]),
        list("Origine du contact", SOURCE, &["Bien'ici", "Vitrine", "Parrainage", "Site agence"]).gaps(8),
        day("Date d'entrée", CREATED, Style::Dmy('/')),
        touched("Dernière relance", Style::Dmy('/')).gaps(25),
        list("Transaction", PURPOSE, &["Achat", "Achat", "Location"]).gaps(10),
        list("Type recherché", WANTED, &["Appartement", "Maison", "Loft", "Immeuble"]).or(&[KIND]).gaps(15),
        list("Secteurs géographiques", LOCALITY, &["Auteuil, Passy", "Ainay", "Saint-Cyprien", "Cannes centre"])
            .or(&[TOWNS])
            .gaps(20),
        sum("Budget mini", MIN, whole(120_000, 2_500, |n| format!("{n},00"), "EUR", false)).gaps(55),
        sum("Budget maxi", MAX, whole(430_000, 10_000, |n| format!("{n},00"), "EUR", false)).gaps(15),
        count("Surface mini (m²)", AREA, 30, 140).gaps(30),
        count("Nb chambres mini", BEDROOMS, 1, 5).gaps(30),
        list("Financement", FINANCING, &["Comptant", "Accord de principe", "À étudier"]).gaps(45),
        list("Opt-in newsletter", BY_EMAIL, &["Oui", "Non"]).gaps(5),
        list("Commentaire interne", NOTES, &["Vend à Lyon d'abord", "Très réactif", "Cherche plain-pied"]).gaps(50),
    ];
    let mut sheet = sheet("export_contacts_20260302.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.abroad = (vec![Market::Britain, Market::Germany], 10);
    sheet.rows = 132;
    sheet
}

/// What the clients of a Spanish agency look for.
pub(super) fn demands_es() -> Sheet {
    let columns = vec![
        other("Cód. demanda", |m| Cell::plain((9_118 + m.row).to_string())).or(&[ID]),
        day("Fecha de alta", CREATED, Style::Dmy('/')),
        full("Nombre del demandante"),
        tel("Móvil demandante", Dial::Mixed).gaps(4),
        tel2("Otro teléfono", Dial::Home).gaps(80),
        mail("Correo demandante").gaps(20),
        list("Idioma de contacto", LANGUAGE, &["Español", "Inglés", "Alemán"]).gaps(30),
        list("Tipo operación", PURPOSE, &["Comprar", "Comprar", "Alquilar", "Alq. opción compra"]),
        list("Tipos de propiedad", WANTED, &["Piso", "Piso, Ático", "Chalet", "Local comercial"]).or(&[KIND]),
        list("Zonas buscadas", LOCALITY, &["Retiro", "Eixample Dreta, Gràcia", "El Carmen", "Nueva Andalucía"])
            .or(&[TOWNS])
            .gaps(10),
        list("Población", TOWNS, &["Madrid", "Barcelona", "Valencia", "Marbella"]).or(&[CITY, LOCALITY]).gaps(8),
        sum("Precio desde", MIN, whole(60_000, 2_000, euros, "EUR", true)).gaps(60),
        sum("Precio hasta", MAX, whole(320_000, 9_000, euros, "EUR", true)).gaps(6),
        count("M² desde", AREA, 40, 180).gaps(35),
        count("Dormitorios desde", BEDROOMS, 1, 5).gaps(20),
        count("Baños desde", BATHROOMS, 1, 3).gaps(45),
        list("Extras exigidos", MUST, &["Ascensor", "Terraza, garaje", "Piscina", "Luz natural"]).gaps(40),
        list("Forma de pago", FINANCING, &["Contado", "Hipoteca", "Necesita vender"]).gaps(40),
        list("Estado demanda", STATUS, &["Activa", "En pausa", "Cerrada", "Compró fuera"]).or(&[STAGE]),
        list("Medio captación", SOURCE, &["Portal", "Web propia", "Cartel", "Recomendado"]).gaps(12),
        agent("Comercial", &["Borja Crespo", "Lorena Ferrer", "Marta Gallego"]),
        touched("Última actuación", Style::Dmy('/')).gaps(20),
        next("Próxima llamada", Style::Dmy('/')).gaps(50),
        list("Observaciones de la demanda", NOTES, &["Con perro", "Visitó tres pisos", "Quiere cerrar en mayo"])
            .gaps(45),
    ];
    let mut sheet = sheet("listado_demandas.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["requirement"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.abroad = (vec![Market::Britain, Market::Germany], 22);
    sheet.rows = 126;
    sheet
}

/// Clients of an Italian agency.
pub(super) fn register_it() -> Sheet {
    let columns = vec![
        code("Codice anagrafica", ID, "", 5_107),
        family("Cognome"),
        given("Nome").gaps(3),
        firm("Ragione sociale").gaps(82),
        tel("Cellulare 1", Dial::Mixed).gaps(8),
        tel2("Cellulare 2", Dial::Home).gaps(85),
        desk("Tel. abitazione", Dial::Home).gaps(70),
        mail("Posta elettronica").gaps(18),
        street("Indirizzo residenza", STREET).gaps(35),
        zip("CAP residenza", POSTCODE).gaps(35),
        town("Comune residenza", CITY).gaps(30),
        region("Prov. residenza", REGION).gaps(35),
        born("Nato il", Style::Dmy('/')).gaps(65),
        free("Tipologia cliente", &["Acquirente", "Proprietario", "Inquilino", "Locatore"]).or(&[TAGS, STAGE]),
        list("Fonte contatto", SOURCE, &["Vetrina", "Casa.it", "Passaparola", "Telefonata"]).gaps(10),
        agent("Agente di riferimento", &["Simone Galli", "Federica Neri", "Pietro Longo"]),
        list("Consenso marketing", BY_EMAIL, &["SI", "NO"]).or(&[BY_PHONE, KEPT]).gaps(12),
        other("Data firma privacy", |m| m.day(Style::Dmy('/'))).or(&[AGREED]).gaps(30),
        list("Cerca", WANTED, &["Bilocale", "Trilocale", "Villa", "Negozio"]).or(&[KIND]).gaps(35),
        list("In zona", LOCALITY, &["Isola / Porta Nuova", "Parioli", "Crocetta", "Posillipo"]).or(&[TOWNS]).gaps(40),
        sum("Budget fino a", MAX, whole(190_000, 7_500, euros, "EUR", true)).gaps(38),
        count("Mq minimi", AREA, 45, 160).gaps(55),
        day("Data inserimento", CREATED, Style::Dmy('/')),
        col("Ultimo contatto", CONTACTED, |m| {
            if m.row % 11 == 4 { Cell::nothing("00/00/0000", Kind::Date) } else { later(m).cell(Style::Dmy('/')) }
        })
        .or(&[ACTIVE])
        .gaps(15),
        list("Annotazioni", NOTES, &["Solo piano alto", "Mutuo già deliberato", "Ha casa da vendere a Torino"])
            .gaps(50),
    ];
    let mut sheet = sheet("anagrafiche_export.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.again = 3;
    sheet.rows = 138;
    sheet
}
