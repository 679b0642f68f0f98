//! Agencies in Europe: their languages, their encodings, their commas.

use super::super::maker::Clock;
use super::super::people::Market;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, FRENCH, GERMAN, PORTUGUESE, Style, thousands};
use super::*;

pub(super) fn spanish() -> Sheet {
    let columns = vec![
        col("Nº cliente‖Núm. de cliente‖Ref. cliente", ID, |m| Cell::plain(format!("C-{:05}", 310 + m.row))),
        col("Nombre de pila‖Nombre‖Nombre(s)", GIVEN, |m| m.given()),
        col("Apellidos‖Apellido(s)‖1er y 2º apellido", FAMILY, |m| m.family()),
        col("Correo-e‖Correo electrónico‖Mail de contacto", EMAIL, |m| m.email()).gaps(12),
        col("Móvil‖Tel. móvil‖Nº de móvil", PHONE, |m| m.local()).label("mobile"),
        col("Tfno. fijo‖Teléfono casa‖Tlf. particular", PHONE, |m| m.landline())
            .label("home")
            .or(&["person.phone[]"])
            .gaps(55),
        col("Dirección postal‖Domicilio‖Calle y número", STREET, |m| Cell::plain(m.p.street.clone()))
            .or(&["person.address[].formatted"]),
        col("Población‖Municipio‖Localidad", CITY, |m| Cell::plain(m.p.city)),
        col("C.P.‖Código Postal‖Cód. postal", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("F. nacimiento‖Fecha de nacimiento‖Nacido el", BORN, |m| m.born().cell(Style::Dmy('/'))).gaps(30),
        col("Fecha de alta‖Alta‖Fecha registro", CREATED, |m| m.met().cell(Style::Dmy('/'))),
        col("Presupuesto máx.‖Presupuesto hasta‖Precio máximo", MAX, |m| {
            m.plain_money(90_000, 5_000, |n| format!("{} €", thousands(n, ".")), "EUR", true)
        })
        .gaps(10),
        col("Nº dormitorios‖Habitaciones‖Dormitorios mín.", BEDROOMS, |m| m.number(1, 5)).gaps(10),
        col("Zona de interés‖Zonas‖Barrio preferido", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("Captado por‖Origen‖Procedencia", SOURCE, |m| m.pick(&["Idealista", "Escaparate", "Recomendación"]))
            .or(&["person.referrer"]),
        col("Comercial asignado‖Agente‖Asesor", ASSIGNEE, |m| m.pick(&["Begoña", "Martín R."])).or(&[OWNER]),
        col("Observaciones‖Comentarios‖Anotaciones", NOTES, |m| {
            m.pick(&["Busca ático con terraza", "Necesita ascensor; tiene niños"])
        })
        .gaps(40),
    ];
    let mut sheet = Sheet::new("clientes_inmobiliaria.csv", "person", Market::Spain, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet
}

pub(super) fn french() -> Sheet {
    let columns = vec![
        col("Réf.‖N° client‖Référence client", ID, |m| Cell::plain(format!("AC{}", 9100 + m.row))),
        col("Civilité‖Titre‖Civ.", "person.prefix", |m| m.pick(&["M.", "Mme"])),
        col("NOM‖Nom de famille‖Nom", FAMILY, |m| m.family()),
        col("Prénom‖Prénoms‖Prénom usuel", GIVEN, |m| m.given()),
        col("Courriel‖Adresse e-mail‖Adresse électronique", EMAIL, |m| m.email()).gaps(10),
        col("Portable‖Tél. mobile‖GSM", PHONE, |m| m.local()).label("mobile"),
        col("Tél. domicile‖Tél. fixe‖Téléphone maison", PHONE, |m| m.landline()).label("home").gaps(60),
        col("Société‖Entreprise‖Employeur", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(60),
        col("Adresse‖Adresse postale‖Rue", STREET, |m| Cell::plain(m.p.street.clone()))
            .or(&["person.address[].formatted"]),
        col("CP‖Code postal‖C. postal", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Ville‖Commune‖Ville / commune", CITY, |m| Cell::plain(m.p.city)),
        col("Date de naissance‖Né(e) le‖Naissance", BORN, |m| m.born().cell(Style::DayMonth(FRENCH))).gaps(40),
        col("Créé le‖Date de création‖Date d'inscription", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        }),
        col("Budget mini‖Budget min.‖Budget à partir de", MIN, |m| {
            m.plain_money(100_000, 5_000, |n| format!("{},00", thousands(n, " ")), "EUR", false)
        })
        .gaps(30),
        col("Budget maxi‖Budget max.‖Budget jusqu'à", MAX, |m| {
            m.plain_money(200_000, 5_000, |n| format!("{} €", thousands(n, "\u{a0}")), "EUR", true)
        }),
        col("Surface souhaitée", "requirement.area_min", |m| {
            Cell::plain(format!("{} m²", comma(6500 + 50 * m.d.below(200) as u64)))
        })
        .or(&["requirement.area_max"])
        .gaps(20),
        col("Projet d'achat", "requirement.purpose", |m| m.pick(&["Résidence principale", "Investissement locatif"]))
            .or_ask()
            .or(&["requirement.timeframe", WANTED, NOTES, "custom.*"]),
        col("Suivi par‖Conseiller‖Négociateur", ASSIGNEE, |m| m.pick(&["Gaëlle", "Rémi"])).or(&[OWNER]),
        col("Consentement RGPD", "person.consent.email", |m| m.pick(&["oui", "non"])).or(&["custom.*"]),
        col("Commentaires‖Remarques‖Notes internes", NOTES, |m| {
            m.pick(&["Cherche un T3; balcon", "Vend d'abord son appartement"])
        })
        .gaps(40),
    ];
    let mut sheet = Sheet::new("acquéreurs.csv", "person", Market::France, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet
}

pub(super) fn german() -> Sheet {
    let columns = vec![
        col("Interessenten-Nr.‖Kd.-Nr.‖Kunden-ID", ID, |m| Cell::plain(format!("I{}", 40_010 + m.row * 7))),
        col("Titel/Anrede", "person.prefix", |m| m.pick(&["Frau", "Herr", "Frau Dr."])),
        col("Name, Vorname‖Nachname, Vorname‖Name (Nachname, Vorname)", FULL, |m| m.family_first()),
        col("Handynr.‖Handy‖Mobilnummer", PHONE, |m| m.local()).label("mobile"),
        col("Tel. dienstlich‖Telefon geschäftlich‖Tel. Büro", PHONE, |m| m.landline()).label("work").gaps(55),
        col("Mailadresse‖E-Mail-Adresse‖Mail", EMAIL, |m| m.email()).gaps(10),
        col("Wohnort‖Stadt‖Ort/Stadt", CITY, |m| Cell::plain(m.p.city)),
        col("Postleitzahl‖PLZ‖Plz.", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("geb. am‖Geburtstag‖Geb.-Datum", BORN, |m| m.born().cell(Style::Dmy('.'))).gaps(45),
        col("Erstkontakt‖Angelegt am‖Eingang am", CREATED, |m| m.met().cell(Style::DayDotMonth(GERMAN))),
        col("Letzter Kontakt‖Zuletzt kontaktiert‖Letzter Anruf", CONTACTED, |m| m.met().cell(Style::DmyShort('.')))
            .gaps(20),
        col("Preis bis‖Budget max.‖Kaufpreis max.", MAX, |m| {
            m.plain_money(150_000, 12_500, |n| format!("{},- €", thousands(n, ".")), "EUR", true)
        }),
        col("Zimmer ab‖Zimmer min.‖Anz. Zimmer", BEDROOMS, |m| Cell::plain(comma(200 + 50 * m.d.below(6) as u64)))
            .or(&["custom.*"]),
        col("Wohnfläche ab (m²)‖Fläche ab‖Wohnfläche min.", "requirement.area_min", |m| m.number(45, 180)),
        col("Gesuchte Lage‖Wunschlage‖Stadtteil", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("Finanzierung", "requirement.financing", |m| m.pick(&["gesichert", "offen"])),
        col("Betreuer‖Sachbearbeiter‖Zuständig", ASSIGNEE, |m| m.pick(&["Wiebke K.", "Jörg"])).or(&[OWNER]),
        col("Bemerkung‖Notiz‖Anmerkungen", NOTES, |m| m.pick(&["Altbau bevorzugt", "Kein Erdgeschoss; Hund"])).gaps(35),
    ];
    let mut sheet = Sheet::new("Interessenten.csv", "person", Market::Germany, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet
}

pub(super) fn portuguese() -> Sheet {
    let columns = vec![
        col("Cód. contacto‖N.º contacto‖Ref.ª cliente", ID, |m| Cell::plain((5_000 + m.row).to_string())),
        col("Nome completo‖Nome do cliente‖Nome", FULL, |m| m.full()),
        col("Telemóvel‖Tlm.‖N.º telemóvel", PHONE, |m| m.phone_typed()).label("mobile"),
        col("Endereço eletrónico‖Correio eletrónico‖E-mail do cliente", EMAIL, |m| m.email()).gaps(10),
        col("Morada‖Endereço‖Rua e n.º", STREET, |m| Cell::plain(m.p.street.clone()))
            .or(&["person.address[].formatted"]),
        col("Concelho‖Cidade‖Localidade", CITY, |m| Cell::plain(m.p.city))
            .or(&["person.address[].locality", "person.address[].region"]),
        col("Código postal‖Cód. Postal‖CP", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Data de nascimento‖Nascimento‖Dt. nasc.", BORN, |m| m.born().cell(Style::DayDeMonth(PORTUGUESE))).gaps(30),
        col("Data do registo‖Criado em‖Data de registo", CREATED, |m| m.met().cell(Style::Dmy('-'))),
        col("Orçamento‖Orçamento máx.‖Valor máximo", MAX, |m| {
            m.plain_money(80_000, 5_000, |n| format!("€ {},50", thousands(n, ".")), "EUR", true).plus_half()
        })
        .or(&[MIN]),
        col("Tipologia pretendida", WANTED, |m| m.pick(&["T1", "T2", "T3", "Moradia"])).or(&[BEDROOMS]),
        col("Origem do contacto‖Origem‖Como nos conheceu", SOURCE, |m| m.pick(&["Site", "Montra", "Amigo"])),
        col("Angariador‖Consultor‖Agente responsável", ASSIGNEE, |m| m.pick(&["Leonor", "Tomás"])).or(&[OWNER]),
        col("Estado", STATUS, |m| m.pick(&["Novo", "Em contacto", "Perdido"])).or(&[STAGE]),
        col("Notas‖Observações‖Obs.", NOTES, |m| m.pick(&["Quer varanda", "Crédito aprovado"])).gaps(40),
    ];
    let mut sheet = Sheet::new("contactos_agencia.csv", "person", Market::Portugal, columns);
    sheet.delimiter = ';';
    sheet.abroad = (vec![Market::Brazil, Market::Spain], 15);
    sheet
}

/// A British letting agency.
pub(super) fn british() -> Sheet {
    let columns = vec![
        other("Applicant ID", |m| Cell::plain(format!("AP{}", 8800 + m.row))).or(&[ID]),
        col("Title", "person.prefix", |m| m.pick(&["Mr", "Mrs", "Miss", "Dr"])),
        col("First names‖Forename(s)‖Given names", GIVEN, |m| m.given()).or(&["person.given_name"]),
        col("Last name(s)‖Surname(s)‖Family name", FAMILY, |m| m.family()),
        col("Daytime telephone", PHONE, |m| m.landline()).or(&[PHONE]).gaps(40),
        col("Evening telephone", PHONE, |m| m.local()).gaps(50),
        col("Mobile (preferred)‖Mobile tel no‖Mobile phone no.", PHONE, |m| m.local()).label("mobile"),
        col("E-mail", EMAIL, |m| m.email_typed()),
        col("Address line 1‖Address 1‖House & street", STREET, |m| Cell::plain(m.p.street.clone())),
        col("Town/City‖Town‖City/Town", CITY, |m| Cell::plain(m.p.city)),
        col("Post code‖Postcode‖Postal code", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Max rent pcm‖Rent up to (pcm)‖Max budget", MAX, |m| {
            m.plain_money(900, 25, |n| format!("£{}", thousands(n, ",")), "GBP", true)
        }),
        col("Bedrooms reqd‖Min bedrooms‖Bedrooms wanted", BEDROOMS, |m| m.number(1, 4)),
        col("Required from", "requirement.timeframe", |m| Cell::plain(m.soon().write(Style::Dmy('/'))))
            .or_ask()
            .or(&["custom.*"]),
        col("Registered on‖Date registered‖Registration date", CREATED, |m| m.met().cell(Style::DmyBare('/'))),
        col("Negotiator‖Lettings negotiator‖Staff member", ASSIGNEE, |m| m.pick(&["Tamsin", "Callum"])).or(&[OWNER]),
        col("Do not call", "person.do_not_contact", |m| m.pick(&["Yes", "No"])).or(&["person.consent.phone"]),
    ];
    Sheet::new("applicants-lettings.csv", "person", Market::Britain, columns)
}

impl Cell {
    /// The amount ends in fifty hundredths.
    fn plus_half(mut self) -> Self {
        for (_, value) in &mut self.truth {
            if let Some(amount) = value["amount"].as_str().map(|a| format!("{a}.50")) {
                value["amount"] = amount.into();
            }
        }
        self
    }
}
