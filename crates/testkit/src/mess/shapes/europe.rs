//! Agencies in Europe: their languages, their encodings, their commas.

use super::super::maker::Clock;
use super::super::people::Market;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, FRENCH, GERMAN, PORTUGUESE, Style, thousands};
use super::*;

pub(super) fn spanish() -> Sheet {
    let columns = vec![
        col("Nº cliente", ID, |m| Cell::plain(format!("C-{:05}", 310 + m.row))),
        col("Nombre de pila", GIVEN, |m| m.given()),
        col("Apellidos", FAMILY, |m| m.family()),
        col("Correo-e", EMAIL, |m| m.email()).gaps(12),
        col("Móvil", PHONE, |m| m.local()).label("mobile"),
        col("Tfno. fijo", PHONE, |m| m.landline()).label("home").or(&["person.phone[]"]).gaps(55),
        col("Dirección postal", STREET, |m| Cell::plain(m.p.street.clone())).or(&["person.address[].formatted"]),
        col("Población", CITY, |m| Cell::plain(m.p.city)),
        col("C.P.", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("F. nacimiento", BORN, |m| m.born().cell(Style::Dmy('/'))).gaps(30),
        col("Fecha de alta", CREATED, |m| m.met().cell(Style::Dmy('/'))),
        col("Presupuesto máx.", MAX, |m| {
            m.plain_money(90_000, 5_000, |n| format!("{} €", thousands(n, ".")), "EUR", true)
        })
        .gaps(10),
        col("Nº dormitorios", BEDROOMS, |m| m.number(1, 5)).gaps(10),
        col("Zona de interés", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("Captado por", SOURCE, |m| m.pick(&["Idealista", "Escaparate", "Recomendación"])).or(&["person.referrer"]),
        col("Comercial asignado", ASSIGNEE, |m| m.pick(&["Begoña", "Martín R."])).or(&[OWNER]),
        col("Observaciones", NOTES, |m| m.pick(&["Busca ático con terraza", "Necesita ascensor; tiene niños"]))
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
        col("Réf.", ID, |m| Cell::plain(format!("AC{}", 9100 + m.row))),
        col("Civilité", "person.prefix", |m| m.pick(&["M.", "Mme"])),
        col("NOM", FAMILY, |m| m.family()),
        col("Prénom", GIVEN, |m| m.given()),
        col("Courriel", EMAIL, |m| m.email()).gaps(10),
        col("Portable", PHONE, |m| m.local()).label("mobile"),
        col("Tél. domicile", PHONE, |m| m.landline()).label("home").gaps(60),
        col("Société", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(60),
        col("Adresse", STREET, |m| Cell::plain(m.p.street.clone())).or(&["person.address[].formatted"]),
        col("CP", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Ville", CITY, |m| Cell::plain(m.p.city)),
        col("Date de naissance", BORN, |m| m.born().cell(Style::DayMonth(FRENCH))).gaps(40),
        col("Créé le", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        }),
        col("Budget mini", MIN, |m| {
            m.plain_money(100_000, 5_000, |n| format!("{},00", thousands(n, " ")), "EUR", false)
        })
        .gaps(30),
        col("Budget maxi", MAX, |m| {
            m.plain_money(200_000, 5_000, |n| format!("{} €", thousands(n, "\u{a0}")), "EUR", true)
        }),
        col("Surface souhaitée", "requirement.area_min", |m| {
            Cell::plain(format!("{} m²", comma(6500 + 50 * m.d.below(200) as u64)))
        })
        .or(&["requirement.area_max"])
        .gaps(20),
        col("Projet d'achat", "requirement.purpose", |m| m.pick(&["Résidence principale", "Investissement locatif"]))
            .or(&["requirement.timeframe", WANTED, NOTES, "custom.*"]),
        col("Suivi par", ASSIGNEE, |m| m.pick(&["Gaëlle", "Rémi"])).or(&[OWNER]),
        col("Consentement RGPD", "person.consent.email", |m| m.pick(&["oui", "non"])).or(&["custom.*"]),
        col("Commentaires", NOTES, |m| m.pick(&["Cherche un T3; balcon", "Vend d'abord son appartement"])).gaps(40),
    ];
    let mut sheet = Sheet::new("acquéreurs.csv", "person", Market::France, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet
}

pub(super) fn german() -> Sheet {
    let columns = vec![
        col("Interessenten-Nr.", ID, |m| Cell::plain(format!("I{}", 40_010 + m.row * 7))),
        col("Titel/Anrede", "person.prefix", |m| m.pick(&["Frau", "Herr", "Frau Dr."])),
        col("Name, Vorname", FULL, |m| m.family_first()),
        col("Handynr.", PHONE, |m| m.local()).label("mobile"),
        col("Tel. dienstlich", PHONE, |m| m.landline()).label("work").gaps(55),
        col("Mailadresse", EMAIL, |m| m.email()).gaps(10),
        col("Wohnort", CITY, |m| Cell::plain(m.p.city)),
        col("Postleitzahl", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("geb. am", BORN, |m| m.born().cell(Style::Dmy('.'))).gaps(45),
        col("Erstkontakt", CREATED, |m| m.met().cell(Style::DayDotMonth(GERMAN))),
        col("Letzter Kontakt", CONTACTED, |m| m.met().cell(Style::DmyShort('.'))).gaps(20),
        col("Preis bis", MAX, |m| {
            m.plain_money(150_000, 12_500, |n| format!("{},- €", thousands(n, ".")), "EUR", true)
        }),
        col("Zimmer ab", BEDROOMS, |m| Cell::plain(comma(200 + 50 * m.d.below(6) as u64))).or(&["custom.*"]),
        col("Wohnfläche ab (m²)", "requirement.area_min", |m| m.number(45, 180)),
        col("Gesuchte Lage", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("Finanzierung", "requirement.financing", |m| m.pick(&["gesichert", "offen"])),
        col("Betreuer", ASSIGNEE, |m| m.pick(&["Wiebke K.", "Jörg"])).or(&[OWNER]),
        col("Bemerkung", NOTES, |m| m.pick(&["Altbau bevorzugt", "Kein Erdgeschoss; Hund"])).gaps(35),
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
        col("Cód. contacto", ID, |m| Cell::plain((5_000 + m.row).to_string())),
        col("Nome completo", FULL, |m| m.full()),
        col("Telemóvel", PHONE, |m| m.phone_typed()).label("mobile"),
        col("Endereço eletrónico", EMAIL, |m| m.email()).gaps(10),
        col("Morada", STREET, |m| Cell::plain(m.p.street.clone())).or(&["person.address[].formatted"]),
        col("Concelho", CITY, |m| Cell::plain(m.p.city)).or(&["person.address[].locality", "person.address[].region"]),
        col("Código postal", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Data de nascimento", BORN, |m| m.born().cell(Style::DayDeMonth(PORTUGUESE))).gaps(30),
        col("Data do registo", CREATED, |m| m.met().cell(Style::Dmy('-'))),
        col("Orçamento", MAX, |m| {
            m.plain_money(80_000, 5_000, |n| format!("€ {},50", thousands(n, ".")), "EUR", true).plus_half()
        })
        .or(&[MIN]),
        col("Tipologia pretendida", WANTED, |m| m.pick(&["T1", "T2", "T3", "Moradia"])).or(&[BEDROOMS]),
        col("Origem do contacto", SOURCE, |m| m.pick(&["Site", "Montra", "Amigo"])),
        col("Angariador", ASSIGNEE, |m| m.pick(&["Leonor", "Tomás"])).or(&[OWNER]),
        col("Estado", STATUS, |m| m.pick(&["Novo", "Em contacto", "Perdido"])).or(&[STAGE]),
        col("Notas", NOTES, |m| m.pick(&["Quer varanda", "Crédito aprovado"])).gaps(40),
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
        col("Title", "person.prefix", |m| m.pick(&["Mr", "Mrs", "Miss", "Dr"])).or(&["person.job_title"]),
        col("First names", GIVEN, |m| m.given()).or(&["person.given_name"]),
        col("Last name(s)", FAMILY, |m| m.family()),
        col("Daytime telephone", PHONE, |m| m.landline()).or(&[PHONE]).gaps(40),
        col("Evening telephone", PHONE, |m| m.local()).gaps(50),
        col("Mobile (preferred)", PHONE, |m| m.local()).label("mobile"),
        col("E-mail", EMAIL, |m| m.email_typed()),
        col("Address line 1", STREET, |m| Cell::plain(m.p.street.clone())),
        col("Town/City", CITY, |m| Cell::plain(m.p.city)),
        col("Post code", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Max rent pcm", MAX, |m| m.plain_money(900, 25, |n| format!("£{}", thousands(n, ",")), "GBP", true)),
        col("Bedrooms reqd", BEDROOMS, |m| m.number(1, 4)),
        col("Required from", "requirement.timeframe", |m| Cell::plain(m.soon().write(Style::Dmy('/'))))
            .or(&["custom.*"]),
        col("Registered on", CREATED, |m| m.met().cell(Style::DmyBare('/'))),
        col("Negotiator", ASSIGNEE, |m| m.pick(&["Tamsin", "Callum"])).or(&[OWNER]),
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
