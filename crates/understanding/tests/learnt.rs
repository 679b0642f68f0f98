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
fn in_a_short_list_an_emergency_contacts_number_is_nobodys_yet() {
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

/// Clients with their homes and wishes, and one more column.
fn clients(last: &str, cell: impl Fn(usize) -> String) -> String {
    let mut file = format!(
        "Client Name,Mobile No.,E-mail,City,Budget (Cr),Configuration,Lead Source,Assigned To,Remarks,{last}\n"
    );
    for n in 0..24 {
        let city = ["Pune", "Mumbai", "Thane"][n % 3];
        let source = ["99acres", "Walk-in", "Reference"][n % 3];
        file.push_str(&format!(
            "Meera Rao {n},+91 98200 550{n:02},meera{n}@rao.example,{city},1.{},{} BHK,{source},Priya,Asked for a call,{}\n",
            n % 9,
            2 + n % 3,
            cell(n)
        ));
    }
    file
}

#[test]
fn an_emergency_contacts_number_is_never_the_clients_however_like_one_it_looks() {
    for header in ["Emergency contact number", "Lawyer mobile", "Driver's phone", "Nominee mobile no."] {
        let file = clients(header, |n| format!("+91 98200 551{n:02}"));
        let found = read(&file, "clients.csv");
        assert_eq!(field(&found, "Mobile No."), Some("person.phone[]"), "{header}");
        let told = field(&found, header);
        assert!(told.is_none_or(|f| !f.starts_with("person.phone")), "{header}: {told:?}");
    }
}

#[test]
fn two_columns_that_could_be_one_field_are_settled_by_what_else_they_may_be() {
    let mut file = String::from(
        "Record Id,Pipeline Name,Sub-Pipeline,Stage,Amount,Contact Name,Mobile,Email,Closing Date,Created Time\n",
    );
    for n in 0..24 {
        let sub = ["Primary sales", "Resale"][n % 2];
        let stage = ["Negotiation", "Site Visit", "Closed Won"][n % 3];
        file.push_str(&format!(
            "zcrm_{n:04},Tower {n} - Meera Rao {n},{sub},{stage},{}00000,Meera Rao {n},+91 98200 550{n:02},meera{n}@rao.example,2026-0{}-11,2026-01-{:02}\n",
            90 + n,
            1 + n % 9,
            1 + n % 28,
        ));
    }
    let found = read(&file, "Deals.csv");
    let pipelines = found.columns.iter().filter(|c| c.field.as_deref() == Some("opportunity.pipeline"));
    assert_eq!(pipelines.map(|c| c.header.as_str()).collect::<Vec<_>>(), ["Sub-Pipeline"]);
    assert_eq!(field(&found, "Pipeline Name"), Some("opportunity.name"));
}
