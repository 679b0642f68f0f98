//! Spanish lists of two continents.

use super::*;

/// Shops that a maker would like to supply, with what was written to each.
pub(super) fn prospects() -> Sheet {
    let columns = vec![
        numbered("N", ""),
        firm_name("Nombre del Negocio"),
        list("Categoria", INDUSTRY, &["Vivero", "Decoracion", "Growshop", "Dietetica"]).or(&[FIRM_TYPE, TAGS]),
        whole("Direccion", FIRM_WHOLE).or(&[WHOLE, FIRM_STREET, STREET]),
        col("Instagram", SOCIAL, handle).or(&[KEPT]),
        col("WhatsApp_Telefono", FIRM_PHONE, |m| {
            if m.d.percent(40) { Cell::nothing("-", Kind::Phone) } else { m.tel(Dial::Mixed) }
        })
        .or(&[PHONE]),
        col("Link_contacto", FIRM_SITE, site).or(&[WEBSITE, SOCIAL]),
        list("Calificacion", RATING, &["Alta", "Media", "Baja"]).or(&[TAGS]),
        free("Motivo_calificacion", &["Vende huertas y plantas", "Deco hogar, alto tráfico"]).or(&[NOTES, FIRM_NOTES]),
        free("Mensaje_Instagram", &["Hola! Vimos su tienda, les interesaria conocer nuestra propuesta?"]).or(&[NOTES]),
        free("Mensaje_WhatsApp", &["Hola buenas! Fabricamos kits de huerta, les envio info?"]).or(&[NOTES]),
        list("Estado_lead", STATUS, &["Contactado", "No interesado", "Reunión agendada", "Sin contactar"]).or(&[STAGE]),
        day("Fecha_contacto", CONTACTED, Style::Iso).gaps(35),
        list("Notas", NOTES, &["Dijo que por el momento no.", "Pasó su número, interesado."])
            .or(&[FIRM_NOTES])
            .gaps(65),
    ];
    let mut sheet = firms_sheet("prospectos.csv", Market::Spain, columns);
    sheet.rows = 60;
    sheet
}

/// Clients of a program for quotations.
pub(super) fn quotes() -> Sheet {
    let columns = vec![
        code("id", ID, "", 3),
        given("nombre"),
        family("apellido"),
        mail("email"),
        day("createAt", CREATED, Style::Iso),
    ];
    let mut sheet = sheet("clientes.csv", "person", Market::Spain, columns);
    sheet.rows = 50;
    sheet
}

/// Clients by adviser, persons and firms, the family name first and in capitals.
pub(super) fn guides() -> Sheet {
    let columns = vec![
        list("asesor", OWNER, &["INDUSTRIAS DEL RÍO S.A.S.", "FONTANA ARDILA DAVID", "PUNTO DE VENTA NORTE"])
            .or(&[ASSIGNEE]),
        empty("correo_asesor"),
        other("nit", |m| Cell::plain(format!("{:<15}", 900_000_000 + m.d.below(1_000_000)))).or(&[
            FIRM_NUMBER,
            ID,
            FIRM_ID,
        ]),
        col("nombre_cliente", FULL, |m| firm_or(m, upper_family_first)).or(&[FIRM]),
        col("Nombre establecimiento", FIRM, |m| firm_or(m, upper_full)).or(&[COMPANY, FULL]),
        town("Ciudad", CITY).or(&[FIRM_CITY]),
        region("Depto/Estado", REGION).or(&[FIRM_REGION]),
        empty("created_at"),
    ];
    let mut sheet = firms_sheet("clientes.csv", Market::Spain, columns);
    sheet.rows = 220;
    sheet
}

/// People and the places they are from.
pub(super) fn places() -> Sheet {
    let columns = vec![
        full("nombre"),
        land("pais", COUNTRY),
        region("estado", REGION),
        town("ciudad", CITY),
        other("imagen", |m| Cell::plain(format!("https://pictures.example/avatar/{}.jpg", m.row))).or(&[PHOTO]),
        list("genero", GENDER, &["Mujer", "Hombre", "Otro"]),
        code("id", ID, "", 1),
    ];
    let mut sheet = sheet("contactos.csv", "person", Market::Spain, columns);
    sheet.rows = 50;
    sheet
}

/// Billing contacts of a large system, most columns its own keys.
pub(super) fn accounts() -> Sheet {
    fn key(header: &str) -> Column {
        other(header, |m| Cell::plain(format!("1000000{:08}", 1_180_000 + m.d.below(1_500_000))))
    }
    let columns = vec![
        numbered("Linea", ""),
        given("PersonFirstName").gaps(30),
        family("PersonLastName"),
        col("Cuenta", FIRM, |m| Cell::plain(format!("{} SAS", m.p.company.to_uppercase()))).or(&[COMPANY]),
        key("ObjectId").or(&[ID, FIRM_ID]),
        key("CustomerAccountId").or(&[FIRM_ID]),
        key("PartyId").or(&[ID, FIRM_ID]),
        key("CustomerAccountSiteId"),
        key("PartySiteId"),
        free("StartDate", &["2021-10-07"]).or(&[CREATED]),
        free("PrimaryFlag", &["true"]),
        free("PrimaryFlag2", &["true"]),
        free("StartDate3", &["2021-10-07"]).or(&[CREATED]),
        mail("EmailAddress"),
    ];
    let mut sheet = sheet("contactos.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["account"];
    sheet.delimiter = ';';
    sheet.rows = 70;
    sheet
}
