//! Enquiries as portals hand them over.

use super::super::hand::{dots, plain};
use super::cells::*;
use super::*;

/// Leads of Property Finder.
pub(super) fn property_finder() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 77_301_224),
        stamp("Date", CREATED, Style::Iso, Clock::Seconds),
        free("Lead Type", &["Email", "Call", "WhatsApp"]).or(&[SOURCE, DETAIL]),
        col("Name", FULL, |m| m.full()).gaps(20),
        tel("Mobile", Dial::Packed).label("mobile").gaps(6),
        mail("Email").gaps(55),
        col("Message", NOTES, |m| {
            m.pick(&[
                "Hi, I found your property on Property Finder. Please contact me. Thank you.",
                "Is this still available? I can view tomorrow",
                "Please share floor plan and service charge",
            ])
        })
        .gaps(50),
        code("Property Reference", LISTING, "AP-R-", 20_114),
        list("Offering Type", PURPOSE, &["Residential Sale", "Residential Rent"]).or(&[WANTED, KIND]),
        list("Property Type", KIND, &["Apartment", "Villa", "Townhouse"]).or(&[WANTED]),
        list("Location", PLACE, &["Dubai Hills Estate, Dubai", "Al Furjan, Dubai", "Saadiyat Island, Abu Dhabi"])
            .or(&["interest.property.address.locality", LOCALITY, TOWNS]),
        sum("Price (AED)", PRICE, whole(90_000, 10_000, plain, "AED", true)),
        count("Bedrooms", ROOMS, 1, 5).or(&[BEDROOMS]).gaps(10),
        list("Agent Name", ASSIGNEE, &["Rasha Karim", "Imad Nehme"]).or(&[OWNER]),
        free("Response Time", &["00:04:12", "01:20:33", "18:00:05"]).gaps(30),
    ];
    let mut sheet = super::sheet("pf_leads_2026-11.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Egypt], 30);
    sheet.rows = 140;
    sheet
}

/// Leads of an Indian portal.
pub(super) fn housing() -> Sheet {
    let columns = vec![
        stamp("Lead Date", CREATED, Style::Dmy('-'), Clock::Minutes),
        full("Lead Name"),
        tel("Lead Phone", Dial::World),
        mail("Lead Email").gaps(35),
        list("Project Name", PROJECT, &["Sobha Meadows", "Prestige Grove", "Independent House"]).or(&[PROPERTY]),
        quarter("Locality Name", "interest.property.address.locality").or(&[LOCALITY]),
        list("City Name", TOWNS, &["Bengaluru", "Pune"]).or(&["interest.property.address.city", CITY]),
        list("Apartment Type", BEDROOMS, &["2 BHK", "3 BHK", "1 RK"]).or(&[ROOMS, WANTED, KIND]).gaps(15),
        col("Min Price", MIN, |m| m.sum(3_500_000, 500_000, plain, "INR", false)).or(&[PRICE]).gaps(20),
        col("Max Price", MAX, |m| m.sum(70_000_000, 500_000, plain, "INR", false)).or(&[PRICE]).gaps(20),
        list("Service Type", PURPOSE, &["buy", "rent", "new-projects"]),
        code("Flat ID", LISTING, "", 8_800_413).or(&[KEPT]).gaps(20),
        list("Lead Status", STATUS, &["New", "Contacted", "Not Interested"]),
        free("Max Area (sqft)", &["1250", "1600", "1840"]).or(&[AREA_MAX, SIZE]).gaps(40),
    ];
    let mut sheet = super::sheet("housing_leads.csv", "person", Market::India, columns);
    sheet.rows = 150;
    sheet
}

/// Messages that came from a Spanish portal.
pub(super) fn idealista() -> Sheet {
    let columns = vec![
        stamp("Fecha", CREATED, Style::Dmy('/'), Clock::Minutes),
        full("Nombre de contacto"),
        mail("Email").gaps(10),
        tel("Teléfono", Dial::Home).gaps(15),
        list(
            "Mensaje",
            NOTES,
            &["Me interesa este inmueble, ¿podríamos verlo?", "¿Admite mascotas?", "¿Se puede negociar el precio?"],
        ),
        code("Código del anuncio", LISTING, "", 10_044_120),
        code("Referencia", LISTING, "V", 2_014).or(&[UNIT, KEPT]),
        list("Tipo de operación", PURPOSE, &["Venta", "Alquiler"]),
        list("Inmueble", PROPERTY, &["Piso en calle Olivo", "Ático en paseo de la Castaña", "Chalet en El Limonar"])
            .or(&[PLACE]),
        sum("Precio", PRICE, whole(180_000, 5_000, euro_behind, "EUR", true)),
        list("Asesor", ASSIGNEE, &["Nerea Sanchís", "Iker Lizarraga"]).or(&[OWNER]).gaps(10),
    ];
    let mut sheet = super::sheet("idealista_contactos.csv", "person", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 90;
    sheet
}

/// Enquiries from German portals, as an office's mailbox is read out.
pub(super) fn immo_enquiries() -> Sheet {
    let columns = vec![
        stamp("Eingang", CREATED, Style::Dmy('.'), Clock::Minutes),
        list("Portal", SOURCE, &["ImmoScout24", "Immowelt", "Kleinanzeigen", "Homepage"]),
        code("Objekt-Nr.", LISTING, "HH-", 1_204),
        list("Objekt", PROPERTY, &["3-Zi.-ETW Winterhude", "DHH mit Garten", "Penthouse Elbblick"]),
        sum("Kaufpreis", PRICE, whole(310_000, 5_000, euro_behind, "EUR", true)),
        list("Anrede", PREFIX, &["Herr", "Frau"]).gaps(15),
        given("Vorname").gaps(10),
        family("Nachname"),
        mail("Mail"),
        tel("Tel.", Dial::Mixed).gaps(30),
        list(
            "Nachricht",
            NOTES,
            &["Bitte um Exposé", "Ist das Objekt noch verfügbar?", "Besichtigung am Wochenende möglich?"],
        )
        .gaps(20),
        free("Exposé versendet", &["ja", "nein"]),
        free_day("Besichtigung am", Style::Dmy('.')).or(&[SEEN, "task.due_at"]).gaps(65),
    ];
    let mut sheet = super::sheet("Anfragen_2026.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.rows = 120;
    sheet
}

/// Leads of Brazilian portals in an agency's system.
pub(super) fn brazilian_portals() -> Sheet {
    let columns = vec![
        code("Código", ID, "", 88_014),
        stamp("Data do cadastro", CREATED, Style::Dmy('/'), Clock::Minutes),
        full("Cliente"),
        tel("Fone", Dial::Home).gaps(5),
        mail("E-mail").gaps(25),
        list("Mídia de origem", SOURCE, &["ZAP", "VivaReal", "OLX", "Indicação"]),
        code("Cód. imóvel", LISTING, "AP", 1_405),
        list("Finalidade", PURPOSE, &["Venda", "Locação"]),
        sum("Valor do imóvel", PRICE, whole(390_000, 10_000, reais, "BRL", true)).gaps(10),
        quarter("Bairro de interesse", LOCALITY).gaps(30),
        tally("Dormitórios", 1, 4).or(&[BEDROOMS, ROOMS]).gaps(40),
        list("Corretor", ASSIGNEE, &["Renan Couto", "Silvana Prates"]).or(&[OWNER]),
        list("Situação", STATUS, &["Em atendimento", "Visita", "Proposta", "Descartado"]).or(&[STAGE]),
        recent("Última interação", CONTACTED, Style::Dmy('/')).or(&[ACTIVE]).gaps(20),
        list("Observações", NOTES, &["Quer financiar 80%", "Só visita sábado", "Tem imóvel na troca"]).gaps(50),
    ];
    let mut sheet = super::sheet("leads_portais.csv", "person", Market::Brazil, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 130;
    sheet
}

/// The file of a French agency's buyers in Hektor.
pub(super) fn hektor() -> Sheet {
    let columns = vec![
        code("Réf. contact", ID, "", 14_220),
        list("Civilité", PREFIX, &["M.", "Mme", "Mlle"]).gaps(10),
        family("Nom"),
        given("Prénom").gaps(6),
        street("Adresse", STREET).gaps(45),
        zip("CP", POSTCODE).gaps(40),
        town("Ville", CITY).gaps(40),
        desk("Tél. domicile", Dial::Home).label("home").gaps(75),
        tel("Tél. portable", Dial::Home).label("mobile").gaps(8),
        mail("Email").gaps(12),
        list("Type de bien recherché", WANTED, &["Appartement", "Maison", "Terrain", "Loft"]).gaps(20),
        sum("Budget mini", MIN, whole(120_000, 5_000, plain, "EUR", false)).gaps(60),
        sum("Budget maxi", MAX, whole(730_000, 10_000, plain, "EUR", false)).gaps(15),
        count("Surface mini", AREA, 25, 160).gaps(40),
        tally("Nb pièces mini", 1, 6).or(&[BEDROOMS]).gaps(40),
        quarter("Secteurs", LOCALITY).or(&[TOWNS]).gaps(25),
        list("Négociateur", ASSIGNEE, &["Agathe Morin", "Loïs Bertin"]).or(&[OWNER]),
        list("Origine", SOURCE, &["SeLoger", "Leboncoin", "Vitrine", "Recommandation"]).gaps(10),
        day("Date de création", CREATED, Style::Dmy('/')),
        recent("Dernier contact", CONTACTED, Style::Dmy('/')).gaps(25),
        free("Mandat de recherche", &["Oui", "Non"]),
        list("Commentaires", NOTES, &["Prêt accordé", "Ascenseur indispensable", "Vend d'abord sa maison"]).gaps(50),
    ];
    let mut sheet = super::sheet("export_acquereurs.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 170;
    sheet
}

/// Applicants of a British agency's Reapit.
pub(super) fn reapit() -> Sheet {
    let columns = vec![
        col("Applicant ID", ID, |m| Cell::plain(format!("LON26{:04}", 114 + m.row))),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr", "Lady"]).gaps(6),
        given("Forename").gaps(8),
        family("Surname"),
        tel("Mobile", Dial::Home).label("mobile").gaps(10),
        desk("Home Tel", Dial::Home).label("home").gaps(75),
        desk("Work Tel", Dial::Home).label("work").gaps(85),
        mail("Email").gaps(6),
        list("Marketing Consent", BY_EMAIL, &["grant", "deny", "notAsked"]).or(&[KEPT]).or_ask(),
        sum("Price From", MIN, whole(300_000, 25_000, plain, "GBP", false)).gaps(25),
        sum("Price To", MAX, whole(3_500_000, 25_000, plain, "GBP", false)).gaps(10),
        count("Min Beds", BEDROOMS, 1, 5).gaps(10),
        quarter("Areas", LOCALITY).or(&[TOWNS]).gaps(15),
        free("Position", &["First time buyer", "Property to sell", "Chain free", "Investor"])
            .or(&[FINANCING, STAGE, TAGS])
            .gaps(30),
        list("Buying Reason", PURPOSE, &["Main residence", "Investment", "Second home"]).or(&[KEPT]).or_ask().gaps(40),
        list("Negotiator", ASSIGNEE, &["Felicity Marsh", "Gareth Lowe"]).or(&[OWNER]),
        list("Source", SOURCE, &["Rightmove", "Zoopla", "Board", "Recommendation"]),
        day("Registered", CREATED, Style::Dmy('/')),
        recent("Last Call", CONTACTED, Style::Dmy('/')).gaps(25),
        next("Next Call", Style::Dmy('/')).gaps(55),
    ];
    let mut sheet = super::sheet("Applicant list - Sales.csv", "person", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet.crlf = true;
    sheet.rows = 150;
    sheet
}

/// What an agency in Lisbon takes from its system.
pub(super) fn portuguese_system() -> Sheet {
    let columns = vec![
        code("Ref.ª Cliente", ID, "C", 3_304),
        full("Nome completo"),
        tel("Telemóvel", Dial::World).label("mobile").gaps(8),
        desk("Telefone fixo", Dial::World).gaps(85),
        mail("Email").gaps(15),
        other("NIF", |m| Cell::plain(format!("2{:08}", m.d.below(99_999_999)))),
        list("Nacionalidade", NATION, &["Portuguesa", "Brasileira", "Francesa", "Britânica"]).gaps(30),
        list("Idioma", LANGUAGE, &["PT", "EN", "FR"]).gaps(30),
        list("Objetivo", PURPOSE, &["Comprar", "Arrendar", "Investir"]),
        list("Tipologia", WANTED, &["T1", "T2", "T3", "T4+"]).or(&[BEDROOMS, KEPT]).gaps(15),
        quarter("Zona pretendida", LOCALITY).or(&[TOWNS]).gaps(15),
        sum("Valor máximo", MAX, whole(180_000, 10_000, euros, "EUR", true)).gaps(10),
        list("Consultor", ASSIGNEE, &["Tiago Falé", "Rosa Quintela"]).or(&[OWNER]),
        list("Origem do contacto", SOURCE, &["Imovirtual", "Idealista", "Placa", "Site"]),
        list("Estado", STATUS, &["Ativo", "Em espera", "Fechado"]).or(&[STAGE]),
        day("Data de registo", CREATED, Style::Dmy('-')),
        free("RGPD", &["Sim", "Não"]).or(&[BY_EMAIL, BY_PHONE]).gaps(10),
    ];
    let mut sheet = super::sheet("clientes_compradores.csv", "person", Market::Portugal, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet
}

/// Searches of an Italian agency's system.
pub(super) fn italian_system() -> Sheet {
    let columns = vec![
        code("Codice cliente", ID, "", 20_331),
        col("Cognome", FAMILY, |m| m.family()),
        given("Nome"),
        tel("Cellulare", Dial::Home).label("mobile").gaps(5),
        desk("Telefono casa", Dial::Home).label("home").gaps(80),
        mail("E-mail").gaps(20),
        street("Indirizzo", STREET).gaps(50),
        zip("CAP", POSTCODE).gaps(50),
        town("Comune", CITY).gaps(45),
        region("Prov.", REGION).gaps(45),
        list("Contratto", PURPOSE, &["Vendita", "Affitto"]).gaps(10),
        list("Tipologia richiesta", WANTED, &["Appartamento", "Attico", "Villa", "Bilocale"]).gaps(15),
        quarter("Zona", LOCALITY).or(&[TOWNS, QUARTER]).gaps(20),
        sum("Prezzo max", MAX, whole(140_000, 5_000, dots, "EUR", false)).gaps(12),
        count("Mq min", AREA, 40, 180).gaps(40),
        tally("Locali min", 1, 5).or(&[BEDROOMS]).gaps(40),
        list("Agente", ASSIGNEE, &["Tullio Bassi", "Greta Fermi"]).or(&[OWNER]),
        list("Provenienza", SOURCE, &["Immobiliare.it", "Passaparola", "Cartello", "Casa.it"]),
        day("Data inserimento", CREATED, Style::Dmy('/')),
        free("Privacy firmata", &["Si", "No"]).or(&[BY_EMAIL, BY_PHONE]).gaps(10),
        list("Note", NOTES, &["Mutuo preapprovato", "Solo con ascensore", "Vende prima il suo"]).gaps(55),
    ];
    let mut sheet = super::sheet("richieste.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.rows = 140;
    sheet
}
