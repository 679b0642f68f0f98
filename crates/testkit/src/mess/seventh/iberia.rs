//! Spanish and Portuguese lists of two continents.

use super::super::columns::whole as sums;
use super::*;

/// Firms that an accountant teaches.
pub(super) fn firms() -> Sheet {
    let columns = vec![
        other("id", |m| Cell::plain(format!("{:04}", m.row + 1))).or(&[FIRM_ID, ID]),
        firm_name("nome"),
        col("cnpj", FIRM_NUMBER, |m| {
            Cell::plain(format!("{}0001{:02}", 10_000_000 + m.d.below(80_000_000), m.d.below(100)))
        }),
        other("responsavel", |m| m.given()).or(&[FIRM_OWNER, FULL, OWNER, ASSIGNEE, CONTACT]),
    ];
    let mut sheet = firms_sheet("empresas.csv", Market::Brazil, columns);
    sheet.rows = 40;
    sheet
}

/// A small address book.
pub(super) fn contacts() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 1),
        full("Nome"),
        col("Telefone", PHONE, brazilian),
        mail("Email"),
        list("Status", STATUS, &["Ativo", "Inativo"]).or(&[STAGE, TAGS]),
    ];
    let mut sheet = sheet("contatos.csv", "person", Market::Brazil, columns);
    sheet.rows = 50;
    sheet
}

/// A list without a header, a semicolon too many, and numbers of the area 55, which is Brazil's code too: whoever wrote them
/// may have left the area out, and nobody who dials them as they stand finds out.
pub(super) fn bare_contacts() -> Sheet {
    let columns = vec![
        full("").or(&[GIVEN]).or_ask(),
        mail(""),
        col("", PHONE, |m| {
            let line = m.d.below(10_000);
            Cell::of(format!(" 55 9 8000-{line:04}"), Kind::Phone, serde_json::json!([format!("+555598000{line:04}")]))
        })
        .or_ask(),
        empty(""),
    ];
    let mut sheet = sheet("contatos.csv", "person", Market::Brazil, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 40;
    sheet
}

const FRIENDS: &[&str] = &["Teresa Luján", "Óscar Rey", "Pilar Sanz", "Simón Ferrer"];

/// Credits for homes, with two people who vouch for each client; much is still empty.
pub(super) fn loans() -> Sheet {
    type Make = fn(&mut Maker) -> Cell;
    fn vouching(who: &str, phone: &str, kin: &str, name: Make, number: Make) -> Vec<Column> {
        vec![other(who, name), other(phone, number), free(kin, &["Hijo", "Amig@", "Hermana", "Vecino"])]
    }
    let mut columns = vec![
        code("id", ID, "C", 9_001),
        free("tipo_tramite", &["Nuevo", "Renovación"]),
        free("producto", &["MEJORAHOGAR", "CREDITO"]).or(&[TAGS]),
        list("fuente", SOURCE, &["LEADS", "REFERIDO", "BASE"]),
        empty("fuente_base"),
        full("nombre"),
        col("telefono", PHONE, bare),
        free("sucursal", &["Centro", "Norte", "Sur"]),
        tally("capacidad", 1_000, 4_000),
        empty("monto_final"),
        free_sum("monto_propuesta", sums(5_000, 1_000, plain, "EUR", false)).or(&[AMOUNT]),
        tally("plazo", 12, 60),
        free("estado_civil", &["Soltero", "Casado", "Divorciada"]),
        free("tipo_vivienda", &["Propia", "Rentada", "Familiar"]),
        mail("correo"),
    ];
    columns.extend(vouching("ref1_nombre", "ref1_telefono", "ref1_parentesco", relative, |m| m.other_tel(Dial::Home)));
    columns.extend(vouching(
        "ref2_nombre",
        "ref2_telefono",
        "ref2_parentesco",
        |m| m.pick(FRIENDS),
        |m| m.desk_tel(Dial::Home),
    ));
    columns.extend(vec![
        free("antiguedad_cuenta", &["2 años", "5 años", "8 meses"]),
        empty("asesor"),
        day("fecha_ingreso", CREATED, Style::Iso),
        empty("fecha_dispersion"),
        list("estatus", STATUS, &["DISPERSADO", "PENDIENTE", "RECHAZADO"]).or(&[STAGE]),
    ]);
    columns.extend(unused(&["observaciones", "score", "analista"]));
    let mut sheet = sheet("clientes.csv", "person", Market::Spain, columns);
    sheet.rows = 60;
    sheet
}

/// The same house's shorter list; the header row alone.
pub(super) fn loans_short() -> Sheet {
    let columns = vec![
        code("id", ID, "C", 1_001),
        full("nombre"),
        free("sucursal", &["Centro", "Norte", "Sur"]),
        list("asesor", OWNER, &["Mateo Olmedo", "Silvia Abad"]).or(&[ASSIGNEE]),
        day("fecha_ingreso", CREATED, Style::Iso),
        other("fecha_dispersion", |m| later(m).cell(Style::Iso)).or(&[WON, CLOSING]).gaps(50),
        list("estatus", STATUS, &["DISPERSADO", "EN REVISION", "PROPUESTA", "RECHAZADO"]).or(&[STAGE]),
        free_sum("monto_propuesta", sums(20_000, 5_000, plain, "EUR", false)).or(&[AMOUNT]),
        free_sum("monto_final", sums(20_000, 5_000, plain, "EUR", false)).or(&[AMOUNT]).gaps(45),
        free("segundo_estatus", &["LLAMAR", "SIN RESPUESTA", "DOCUMENTOS"]).or(&[STATUS, STAGE]).gaps(40),
        list("observaciones", NOTES, &["Pide más plazo", "Faltan recibos"]).gaps(55),
        count("score", SCORE, 480, 780).or(&[KEPT]).gaps(20),
        col("telefono", PHONE, bare),
        mail("correo").gaps(15),
        free("analista", &["Raúl Guerrero", "Noelia Durán"]).or(&[ASSIGNEE, OWNER]).gaps(30),
    ];
    let mut sheet = sheet("clientes.csv", "person", Market::Spain, columns);
    sheet.rows = 90;
    sheet
}

/// Town councils on the coast: hardly a name, a mailbox each, and the page on which it stood.
pub(super) fn councils() -> Sheet {
    let columns = vec![
        town("municipio", CITY).or(&[FIRM_CITY, COMPANY, FIRM]),
        region("provincia", REGION).or(&[FIRM_REGION, KEPT]),
        other("comunidad_autonoma", |m| {
            Cell::plain(match m.p.city {
                "Barcelona" => "Cataluña",
                "Sevilla" => "Andalucía",
                "Valencia" => "Comunidad Valenciana",
                "Gijón" => "Principado de Asturias",
                _ => "Comunidad de Madrid",
            })
        })
        .or(&[REGION, FIRM_REGION]),
        given("nombre").gaps(95),
        family("apellidos").gaps(95),
        list("cargo", JOB, &["Concejala de Urbanismo", "Alcalde"]).gaps(95),
        mail("email").or(&[FIRM_EMAIL]).gaps(8),
        free("tipo_email", &["General", "Contratación", "Urbanismo", "No encontrado"]).or(&[TAGS]),
        other("fuente", |m| {
            let site = site(m);
            Cell::plain(format!("{}/contacto", site.text))
        })
        .or(&[SOURCE, DETAIL, WEBSITE, FIRM_SITE]),
        free("origen", &["manual"]).or(&[SOURCE, DETAIL]),
        day("fecha_alta", CREATED, Style::Iso).or(&[FIRM_MADE]),
        empty("hubspot_sync"),
        free("estado_email", &["rebotado 09/2026"]).gaps(94),
    ];
    let mut sheet = either_sheet("contactos.csv", Market::Spain, columns);
    sheet.rows = 200;
    sheet
}
