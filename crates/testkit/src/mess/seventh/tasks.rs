//! Tasks.

use super::*;

/// What is to be done for people in care, and by whom.
pub(super) fn care() -> Sheet {
    let columns = vec![
        other("codigo", |m| Cell::plain(format!("T{:03}", m.row + 1))),
        key("dependienteCodigo", "D", 12).or(&[ID]),
        col("titulo", TASK, |m| {
            let title =
                *m.d.one_of(&["Hacer la compra semanal", "Pagar recibos pendientes", "Llevar a revisión médica"]);
            name(title.to_owned())
        }),
        list("prioridad", PRIORITY, &["media", "alta", "baja"]),
        col("asignadoEmail", TASK_FOR, |m| Cell::plain(m.p.email.clone())).or(&[ASSIGNEE, OWNER]),
        list("estado", TASK_STATUS, &["pendiente", "en_progreso", "hecha"]),
    ];
    let mut sheet = sheet("tareas.csv", "task", Market::Spain, columns);
    sheet.rows = 42;
    sheet
}

/// Tasks of projects; the header row alone.
pub(super) fn project() -> Sheet {
    let columns = vec![
        numbered("id", ""),
        list("titulo", TASK, &["Preparar la demo", "Revisar el contrato", "Enviar la oferta"]),
        list("descripcion", TASK_NOTES, &["Antes de la reunión", "Con los anexos", "Hablar con el cliente"])
            .or(&[NOTES]),
        list("estado", TASK_STATUS, &["pendiente", "en curso", "terminada"]),
        list("prioridad", PRIORITY, &["alta", "media", "baja"]),
        free_day("fecha_creacion"),
        ahead("fecha_limite", DUE, Style::Iso),
        tally("proyecto_id", 1, 9),
        list("asignado_a", TASK_FOR, &["Lorena", "Hugo", "Amparo"]).or(&[ASSIGNEE, OWNER]),
    ];
    let mut sheet = sheet("tareas.csv", "task", Market::Spain, columns);
    sheet.rows = 50;
    sheet
}

/// Tasks of an app, each for a user's number.
pub(super) fn user() -> Sheet {
    let columns = vec![
        numbered("id", ""),
        list("titulo", TASK, &["Limpiar la cocina", "Pedir verduras", "Revisar la caja"]),
        list("descripcion", TASK_NOTES, &["Antes de abrir", "Para el fin de semana"]).or(&[NOTES]),
        moment("fechaLimite", DUE, |m| {
            let day = m.soon();
            minutes(m, day)
        }),
        list("estado", TASK_STATUS, &["PENDIENTE", "COMPLETADA"]),
        free("usuarioAsignadoId", &["4", "5", "6", "-1"]).or(&[TASK_FOR, ASSIGNEE, OWNER]),
    ];
    let mut sheet = sheet("tareas.csv", "task", Market::Spain, columns);
    sheet.rows = 44;
    sheet
}

/// Tasks without a header.
pub(super) fn bare_tasks() -> Sheet {
    let columns = vec![
        numbered("", ""),
        list("", TASK, &["Arrumar a casa", "Comprar material", "Ligar para o banco"]).or_ask(),
        list("", TASK_NOTES, &["limpar a casa toda", "antes do almoço", "falar com o gerente"]).or(&[NOTES]).or_ask(),
        list("", PRIORITY, &["MEDIA", "ALTA", "BAIXA"]).or_ask(),
        list("", TASK_STATUS, &["PENDENTE", "CONCLUIDA"]).or_ask(),
        ahead("", DUE, Style::Iso).or_ask().gaps(35),
    ];
    let mut sheet = sheet("tarefas.csv", "task", Market::Brazil, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 40;
    sheet
}
