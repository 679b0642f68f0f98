//! Columns that a person maps later: their cells are read by what the whole file had shown.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{ColumnChoice, ColumnStatus};
use serde_json::{Value, json};
use support::{rows, understand, with_columns};
use understanding::{RowDraft, apply_choices};

/// The drafts of a file once a person has given its columns to these fields.
fn told(text: &str, fields: &[(u32, &str)]) -> Vec<RowDraft> {
    let found = understand("x.csv", text.as_bytes());
    let choices: Vec<ColumnChoice> = fields
        .iter()
        .map(|(column, field)| ColumnChoice {
            column: *column,
            status: ColumnStatus::Mapped,
            field: Some((*field).into()),
            ..ColumnChoice::default()
        })
        .collect();
    let columns = apply_choices(&found.columns, &choices).unwrap();
    let mapping = with_columns(&found, &columns);
    let shapes = found.row_index.iter().map(|r| r.shape);
    rows(&found, text.as_bytes()).iter().zip(shapes).zip(1..).map(|((r, s), n)| mapping.project(n, s, r)).collect()
}

fn values(drafts: &[RowDraft], field: &str) -> Vec<Option<Value>> {
    let of = |d: &RowDraft| {
        d.records.iter().flat_map(|r| &r.fields).find(|f| f.field == field).map(|f| match &f.value {
            Value::Array(items) => items[0]["value"].clone(),
            Value::Object(object) => object.get("amount").or_else(|| object.get("value")).unwrap().clone(),
            other => other.clone(),
        })
    };
    drafts.iter().map(of).collect()
}

fn all<const N: usize>(wanted: [&str; N]) -> Vec<Option<Value>> {
    wanted.iter().map(|w| (!w.is_empty()).then(|| json!(w))).collect()
}

fn issue(draft: &RowDraft, column: u32) -> Option<&str> {
    draft.issues.iter().find(|i| i.column == Some(column)).map(|i| i.kind.as_str())
}

#[test]
fn dates_of_a_column_mapped_later_have_the_order_that_the_column_showed() {
    let text = "Name,Zzq\nA. Rao,04-06-27\nB. Sen,25-10-27\nC. Das,07-08-26\n";
    let drafts = told(text, &[(1, "person.last_contacted_at")]);
    let days = all(["2027-06-04T00:00:00", "2027-10-25T00:00:00", "2026-08-07T00:00:00"]);
    assert_eq!(values(&drafts, "last_contacted_at"), days);
}

#[test]
fn day_numbers_of_a_column_mapped_later_are_days() {
    let text = "Name,Zzq\nA. Rao,45123\nB. Sen,34191\nC. Das,44761\n";
    let drafts = told(text, &[(1, "person.birth_date")]);
    assert_eq!(values(&drafts, "birth_date"), all(["2023-07-16", "1993-08-10", "2022-07-19"]));
}

#[test]
fn phones_of_a_column_mapped_later_have_the_file_s_region_or_the_workspace_s() {
    let text = "Name,Zzq,Qqz\nA. Rao,x,98300 12345\nB. Sen,y,\nC. Das,z,\nD. Das,w,\nE. Das,v,\n";
    let drafts = told(text, &[(2, "person.phone[]")]);
    assert_eq!(values(&drafts, "phone")[0], Some(json!("+919830012345")));
    let text = "Name,Zzq\nA. Rao,050 735 2777\nB. Sen,+971 52 598 4176\nC. Das,+971 50 735 2778\n";
    let drafts = told(text, &[(1, "person.phone[]")]);
    assert_eq!(values(&drafts, "phone"), all(["+971507352777", "+971525984176", "+971507352778"]));
}

#[test]
fn a_few_foreign_numbers_make_no_foreigners_of_the_others() {
    // Landlines without their trunk zero, valid in America too, and no number with +91.
    let text = "Name,Phone\nA,2026554636\nB,3324225397\nC,+1 212 555 0150\nD,9830012345\nE,8023100991\nF,+1 212 555 0151\n\
        G,9830012346\nH,9123456780\nI,9007012345\nJ,2226554636\n";
    let found = understand("x.csv", text.as_bytes());
    assert!(found.phone_region.as_deref().unwrap().starts_with("IN, US: "), "{:?}", found.phone_region);
    let drafts = support::drafts(&found, text.as_bytes());
    let phones = values(&drafts, "phone");
    assert_eq!(phones[..3], all(["+912026554636", "+913324225397", "+12125550150"]));
    let sure = drafts[0].records[0].fields.iter().find(|f| f.field == "phone").unwrap().confidence;
    assert!(sure < 0.7, "{sure}");
    // An American's list in a workspace in India, with codes on a third of its numbers.
    let text = "Name,Phone\nA,(212) 555-0150\nB,(415) 555-0132\nC,+1 212 555 0150\nD,6462550199\nE,3123100991\nF,+1 212 555 0151\n";
    let found = understand("x.csv", text.as_bytes());
    assert!(found.phone_region.as_deref().unwrap().starts_with("US, IN: "), "{:?}", found.phone_region);
}

#[test]
fn a_bare_number_among_large_amounts_asks_for_its_unit() {
    let text = "Name,Budget\nA,75 L\nB,\"₹1,25,00,000\"\nC,1.2 Cr\nD,75\nE,80 L\nF,5000000\nG,0\n";
    let found = understand("x.csv", text.as_bytes());
    let drafts = support::drafts(&found, text.as_bytes());
    let amounts = values(&drafts, "budget_max");
    assert_eq!(amounts[..6], all(["7500000", "12500000", "12000000", "", "8000000", "5000000"]));
    assert_eq!(issue(&drafts[3], 1), Some("money_unit_missing"));
    // Where the header states the unit, the number says all.
    let text = text.replace("Budget", "Budget (in Lakhs)");
    let found = understand("x.csv", text.as_bytes());
    let drafts = support::drafts(&found, text.as_bytes());
    assert_eq!(values(&drafts, "budget_max")[3], Some(json!("7500000")));
    // Rents are small.
    let text = "Name,Budget\nA,7500\nB,8200\nC,9000\nD,125000\n";
    let found = understand("x.csv", text.as_bytes());
    assert_eq!(values(&support::drafts(&found, text.as_bytes()), "budget_max")[0], Some(json!("7500")));
}

#[test]
fn dots_before_three_digits_part_thousands_where_the_whole_column_has_them() {
    let text = "Name;Zzq\nA;225.000 €\nB;485.000 €\nC;1.250.000 €\nD;312.500 €\n";
    let drafts = told(text, &[(1, "requirement.budget_max")]);
    assert_eq!(values(&drafts, "budget_max"), all(["225000", "485000", "1250000", "312500"]));
    // Dinars have thousandths.
    let text = "Name;Zzq\nA;225.000\nB;485.250\nC;150.000\n";
    let drafts = told(text, &[(1, "requirement.budget_max")]);
    assert_eq!(values(&drafts, "budget_max"), all(["", "", ""]));
    assert_eq!(issue(&drafts[0], 1), Some("money_unparsed"));
}

#[test]
fn a_cell_of_name_and_number_gives_both_whichever_the_person_chooses() {
    let text = "Client (tel),City\nMeera Rao (+919830012345),Pune\nArun Sen (+919830012346),Goa\nAnita Das (98300 12347),Goa\n";
    let found = understand("x.csv", text.as_bytes());
    assert!(found.columns[0].question.is_some());
    for field in ["person.full_name", "person.phone[]"] {
        let drafts = told(text, &[(0, field)]);
        assert_eq!(values(&drafts, "full_name"), all(["Meera Rao", "Arun Sen", "Anita Das"]), "{field}");
        assert_eq!(values(&drafts, "phone"), all(["+919830012345", "+919830012346", "+919830012347"]), "{field}");
        assert!(drafts.iter().all(|d| d.issues.is_empty()), "{field}");
    }
    let text = "Name,Spouse & mobile\nMeera Rao,Arun Rao - +919830012345\nAnita Das,Ravi Das - 98300 12346\n";
    for field in ["household.spouse.full_name", "household.spouse.phone"] {
        let drafts = told(text, &[(1, field)]);
        assert_eq!(values(&drafts, "spouse.full_name"), all(["Arun Rao", "Ravi Das"]), "{field}");
        assert_eq!(values(&drafts, "spouse.phone"), all(["+919830012345", "+919830012346"]), "{field}");
    }
    // Beside a name of its own, the words stay with the file, and the person is told.
    let drafts = told("Name,Phone\nMeera Rao,98300 12345 (Ramesh)\n", &[(1, "person.phone[]")]);
    assert_eq!(values(&drafts, "phone"), all(["+919830012345"]));
    assert_eq!(values(&drafts, "full_name"), all(["Meera Rao"]));
    assert_eq!(issue(&drafts[0], 1), Some("words_beside"));
}

#[test]
fn a_date_to_come_is_a_task_called_as_its_column() {
    let drafts = told("Name,F/U Dt.\nMeera Rao,2027-06-24\nArun Sen,\n", &[(1, "task.due_at")]);
    assert_eq!(values(&drafts, "due_at"), all(["2027-06-24T00:00:00", ""]));
    assert_eq!(values(&drafts, "title"), all(["F/U Dt.", ""]));
}

#[test]
fn the_first_moment_of_a_computer_s_clock_is_no_meeting_and_may_be_a_birth() {
    let text = "Name,Updated,Born\nMeera Rao,1970-01-01 00:00:00,1970-01-01\nArun Sen,2024-02-03 10:00:00,1980-02-03\n";
    let drafts = told(text, &[(1, "person.last_contacted_at"), (2, "person.birth_date")]);
    assert_eq!(values(&drafts, "last_contacted_at"), all(["", "2024-02-03T10:00:00"]));
    assert_eq!(values(&drafts, "birth_date"), all(["1970-01-01", "1980-02-03"]));
    assert_eq!(issue(&drafts[0], 1), Some("sentinel"));
}

#[rstest::rstest]
#[case("Budget (€)", Some("EUR"))]
#[case("Valor R$", Some("BRL"))]
#[case("Rent £ pcm", Some("GBP"))]
#[case("Price in ₹", Some("INR"))]
#[case("Savings$", Some("USD"))]
#[case("Preis EUR (€)", Some("EUR"))]
#[case("الميزانية (ريال سعودي)", Some("SAR"))]
#[case("الميزانية بالدرهم", Some("AED"))]
#[case("الميزانية بالريال", Some("SAR"))]
#[case("الميزانية (ريال قطري)", Some("QAR"))]
#[case("Precio en euros", Some("EUR"))]
#[case("Europe budget", None)]
#[case("Budget", None)]
fn the_sign_in_a_header_is_the_currency_of_its_amounts(#[case] header: &str, #[case] currency: Option<&str>) {
    let text = format!("Name,{header}\nA. Rao,2500000\nB. Sen,3100000\nC. Das,4000000\n");
    let drafts = told(&text, &[(1, "requirement.budget_max")]);
    let amount = drafts[0].records.iter().flat_map(|r| &r.fields).find(|f| f.field == "budget_max").unwrap();
    assert_eq!(amount.value["currency"].as_str(), currency, "{:?}", amount.value);
}

#[rstest::rstest]
#[case("Purchase budget £m", "6.75", ("6750000", "GBP"))]
#[case("Value (AED m)", "14.75", ("14750000", "AED"))]
#[case("Budget (Mio. €)", "1.5", ("1500000", "EUR"))]
#[case("Budget M€", "1.5", ("1500000", "EUR"))]
#[case("Budget k€", "650", ("650000", "EUR"))]
#[case("Budget T€", "650", ("650000", "EUR"))]
#[case("Budget in TEUR", "650", ("650000", "EUR"))]
#[case("Budget (£000s)", "650", ("650000", "GBP"))]
#[case("Budget AED '000", "650", ("650000", "AED"))]
#[case("Budget in thousands (AED)", "650", ("650000", "AED"))]
#[case("Budget (migliaia di €)", "650", ("650000", "EUR"))]
#[case("Valor (R$ mil)", "850", ("850000", "BRL"))]
#[case("Price ₹ Cr", "2.4", ("24000000", "INR"))]
#[case("Budget USD mn", "2.4", ("2400000", "USD"))]
fn the_unit_in_a_header_is_that_of_its_amounts(
    #[case] header: &str,
    #[case] cell: &str,
    #[case] (amount, currency): (&str, &str),
) {
    let text = format!("Name,{header}\nA. Rao,{cell}\nB. Sen,{cell}\nC. Das,{cell}\n");
    let told_of = |field: &str, name: &str| {
        let drafts = told(&text, &[(1, field)]);
        drafts[0].records.iter().flat_map(|r| &r.fields).find(|f| f.field == name).unwrap().value.clone()
    };
    for (field, name) in [("requirement.budget_max", "budget_max"), ("opportunity.amount", "amount")] {
        let value = told_of(field, name);
        assert_eq!((value["amount"].as_str(), value["currency"].as_str()), (Some(amount), Some(currency)), "{field}");
    }
}

#[test]
fn the_unit_in_a_header_understood_at_once_is_that_of_its_amounts() {
    let text = "Deal,Client,Value (AED m),Stage,Expected Closing\nSky Villa,A. Rao,14.75,Won,2026-05-02\nPalm Loft,B. Sen,3.5,Lost,2026-06-03\nMarina Two,C. Das,6.2,Open,2026-07-04\n";
    let drafts = told(text, &[]);
    let amounts = drafts.iter().flat_map(|d| &d.records).flat_map(|r| &r.fields).filter(|f| f.field == "amount");
    let amounts: Vec<_> = amounts.map(|f| (f.value["amount"].as_str(), f.value["currency"].as_str())).collect();
    assert_eq!(amounts, [("14750000"), ("3500000"), ("6200000")].map(|a| (Some(a), Some("AED"))));
}

#[test]
fn what_belongs_to_no_record_is_told_column_by_column() {
    let text =
        "Name,Company,Industry,Annual Revenue\nMeera Rao,,Shipping,12500000\nArun Sen,Sen Lines,Shipping,6500000\n";
    let drafts = told(text, &[(1, "person.company_name"), (2, "account.industry"), (3, "account.annual_revenue")]);
    assert_eq!([2, 3].map(|column| issue(&drafts[0], column)), [Some("record_unnamed"); 2]);
    assert!(drafts[1].issues.is_empty());
}
