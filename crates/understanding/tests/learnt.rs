//! Columns that no list of words knows, read by likeness to files that people have read.

use understanding::{Options, Understanding, analyze};

fn read(file: &str, name: &str) -> Understanding {
    analyze(file.as_bytes(), &Options { file_name: name.into(), ..Options::default() }).expect("a small table")
}

fn field<'a>(found: &'a Understanding, header: &str) -> Option<&'a str> {
    found.columns.iter().find(|c| c.header == header)?.field.as_deref()
}

fn companies() -> String {
    let mut file = String::from(
        "Nombre de la cuenta,NIF,Sector,Calle de facturaci\u{f3}n,Ciudad de facturaci\u{f3}n,C\u{f3}digo postal de facturaci\u{f3}n,Pa\u{ed}s de facturaci\u{f3}n,Tel\u{e9}fono,Sitio web\n",
    );
    for n in 0..24 {
        let city = ["Madrid", "Mijas", "Sevilla"][n % 3];
        file.push_str(&format!(
            "Inversiones Prueba {n} SL,B{:08},Inversi\u{f3}n,\"Paseo del R\u{ed}o, {n}\",{city},{},Espa\u{f1}a,9115520{n:02},prueba{n}.example\n",
            12_345_600 + n,
            28_001 + n * 7,
        ));
    }
    file
}

#[test]
fn an_invoice_address_in_words_of_no_list_is_an_address_and_says_why() {
    let found = read(&companies(), "informe de cuentas.csv");
    for (header, wanted) in [
        ("Calle de facturaci\u{f3}n", "account.address[].street"),
        ("Ciudad de facturaci\u{f3}n", "account.address[].city"),
        ("C\u{f3}digo postal de facturaci\u{f3}n", "account.address[].postal_code"),
    ] {
        assert_eq!(field(&found, header), Some(wanted), "{header}");
        let column = found.columns.iter().find(|c| c.header == header).expect("the column");
        assert!(column.evidence.iter().any(|e| e.source == "learnt" && e.why.contains("address")), "{column:?}");
        assert!(column.confidence < 1.0, "likeness is never certain");
    }
}

#[test]
fn whose_a_number_is_likeness_never_says() {
    let mut file = String::from("Client,Mobile,Emergency contact number\n");
    for n in 0..20 {
        file.push_str(&format!("Meera Rao {n},+91 98200 550{n:02},+91 98200 551{n:02}\n"));
    }
    assert_eq!(field(&read(&file, "clients.csv"), "Emergency contact number"), None);
}

#[test]
fn a_sheet_of_work_given_out_lists_tasks_and_no_people() {
    let mut file = String::from(
        "Given On,Person Responsible,Work,Client Name & No.,Project / Building,Instructions,Priority (H/M/L),Deadline,Done? (Y/N/WIP),Completed On,Reason for Delay,Checked By\n",
    );
    for n in 0..24 {
        let work = ["Prepare agreement draft", "Collect cheque", "Send brochure"][n % 3];
        let day = 1 + n % 28;
        file.push_str(&format!(
            "{day:02}-Aug-23,Harsha,{work},Mansi Rao 98200550{n:02},Lakeshore One,Take receipt,H,{day:02}-Dec-23,WIP,,,Farida\n"
        ));
    }
    let found = read(&file, "Work allotment.csv");
    assert_eq!(found.row_entity, contracts::EntityType::Task, "{:?}", found.notes);
    assert!(found.notes.iter().any(|n| n.contains("in the files learnt from")), "{:?}", found.notes);
    assert_eq!(field(&found, "Deadline"), Some("task.due_at"));
}
