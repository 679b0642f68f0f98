//! Headers of systems that are in no sample, and the traps among them. Headers are from `headers.md`.
#![allow(clippy::unwrap_used)]

mod support;

use rstest::rstest;
use support::{manifest, understand};

/// The manifests of files that are nothing but a header.
#[test]
fn headers_of_other_systems_are_understood() {
    let files = [
        (
            "hubspot_companies",
            "Record ID,Company name,Company Domain Name,City,Country/Region,Create Date,Website URL,Company owner",
        ),
        (
            "hubspot_deals",
            "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Last Activity Date,Deal owner,Associated Company IDs (Primary),Associated Company (Primary),Associated Contact IDs",
        ),
        (
            "salesforce_lead",
            "Id,IsDeleted,MasterRecordId,LastName,FirstName,Salutation,Name,Title,Company,Street,City,State,PostalCode,Country,Latitude,Longitude,Address,Phone,MobilePhone,Fax,Email,Website,PhotoUrl,Description,LeadSource,Status,Industry,Rating,AnnualRevenue,NumberOfEmployees,OwnerId,IsConverted,ConvertedDate,HasOptedOutOfEmail,DoNotCall,CompanyDunsNumber,SystemModstamp",
        ),
        (
            "salesforce_account",
            "Account Name,Account ID,Deleted,Master Record ID,Account Type,Parent Account ID,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Phone",
        ),
        (
            "salesforce_opportunity",
            "Name,StageName,CloseDate,Id,IsDeleted,AccountId,IsPrivate,Description,Amount,Probability",
        ),
        (
            "zoho_leads",
            "Record Id,Lead Owner,Salutation,First Name,Title,Last Name,Company,Lead Source,Industry,Annual Revenue,Phone,Mobile,Fax,Email,Secondary Email,Skype ID,Web site,Lead Status,Rating,No. of Employees,Email Opt-out,Created By,Modified By",
        ),
        (
            "pipedrive_people",
            "Person - Marketing status,Person - Double opt-in,Person - First name,Person - Last name,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Organization,Person - Name,Person - Person created",
        ),
        (
            "google_old",
            "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,Birthday,Gender,Location,Occupation,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - City,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value",
        ),
        (
            "outlook",
            "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Company Main Phone,Home Phone,Mobile Phone,Other Phone,TTY/TDD Phone,Anniversary,Assistant's Name,Birthday,Business Address PO Box,Categories,Children,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager's Name,Notes,Private,Referred By,Spouse,User 1,Web Page",
        ),
        (
            "follow_up_boss",
            "Date Added,Name,Stage,Timeframe,Is Contacted,Listing Price,Property Price,Tags,Assigned To,Email 1,Phone 1,Phone 2,Property Address,Property City,Property MLS Number",
        ),
        (
            "indian_broker",
            "Client Name,Mobile No.,Alternate Mobile No,Email ID,Address Line 1,Address Line 2,City,Pin Code,Budget (Cr),Preferred Location,Configuration,Project Name,Lead Date,RM Name,Remarks,WhatsApp No,Site Visit Date",
        ),
        ("tasks", "Task Name,Due Date,Priority,Status,Assigned To,Description,Reminder Date"),
    ];
    for (name, header) in files {
        let found = understand("x.csv", format!("{header}\n").as_bytes());
        insta::assert_snapshot!(name, manifest(&found));
    }
}

/// A column of such values under such a header, beside a name.
fn one(header: &str, values: &[&str]) -> (String, Option<String>) {
    let mut text = format!("Name,\"{header}\"\n");
    for (i, value) in values.iter().enumerate() {
        text.push_str(&format!("Person {i},\"{value}\"\n"));
    }
    let found = understand("x.csv", text.as_bytes());
    let column = &found.columns[1];
    (support::status(column).to_owned(), column.field.clone())
}

const MAILS: &[&str] = &["a@x.example", "b@x.example", "c@x.example"];
const FLAGS: &[&str] = &["Yes", "No", "Yes"];
const DATES: &[&str] = &["2024-01-02", "2024-01-03", "2024-02-04"];

#[rstest]
#[case("Agent Email", MAILS)]
#[case("Email Verified", FLAGS)]
#[case("Email Count", &["1", "2", "3"])]
#[case("Last Email", &["Hello", "Again", "Re: Hello"])]
#[case("EmailBouncedReason", &["550 unavailable", "full", "550"])]
#[case("Valuation Optin", FLAGS)]
#[case("E-mail Display Name", &["Meera", "Arun", "Ila"])]
#[case("Created By", &["Meera", "Arun", "Ila"])]
#[case("Phone Verified", FLAGS)]
#[case("Phone DNC Status", FLAGS)]
#[case("Email", &["yes", "no", "yes"])]
#[case("Phone", DATES)]
#[case("Owner Type", &["agent", "agent", "agent"])]
#[case("Parent Account ID", &["001", "002", "003"])]
fn traps_stay_open(#[case] header: &str, #[case] values: &[&str]) {
    assert_eq!(one(header, values), ("unresolved".to_owned(), None), "{header}");
}

#[rstest]
#[case("Email consent", FLAGS, "person.consent.email")]
#[case("Email opt-in date", DATES, "person.consent.at")]
#[case("E_MAIL", MAILS, "person.email[]")]
#[case("Contact details", MAILS, "person.email[]")]
#[case("\u{fb01}rst name", &["Meera", "Arun", "Ila"], "person.given_name")]
#[case("Pr\u{e9}nom", &["Meera", "Arun", "Ila"], "person.given_name")]
#[case("  mobile\u{a0}no. ", &["+91 98300 12345", "+91 98300 12346"], "person.phone[]")]
#[case("Phone 3", &["0", "0", "0", "+91 98300 12345"], "person.phone[]")]
#[case("Alternate No", &["+91 98300 12345", "+91 98300 12346"], "person.phone[]")]
#[case("Title", &["Mr.", "Mrs.", "Dr."], "person.prefix")]
#[case("Title", &["Director", "Partner", "Founder"], "person.job_title")]
#[case("URL", &["https://www.linkedin.com/in/a", "https://linkedin.com/in/b"], "person.social[]")]
#[case("Website", &["https://a.example", "www.b.example"], "person.website[]")]
#[case("DOB (MM/DD/YYYY)", &["03/04/1980", "05/06/1981"], "person.birth_date")]
fn headers_and_values_agree(#[case] header: &str, #[case] values: &[&str], #[case] field: &str) {
    assert_eq!(one(header, values), ("mapped".to_owned(), Some(field.to_owned())), "{header}");
}

#[test]
fn thousands_of_euros_stay_thousands() {
    for header in ["Kaufpreis (TEUR)", "Budget max. (keur)"] {
        let found = understand("x.csv", format!("Name,{header}\nA,350\nB,420\n").as_bytes());
        let transform = found.columns[1].transform.clone().unwrap_or_default();
        assert!(transform.contains(":thousand") && transform.contains(":EUR"), "{header}: {transform}");
    }
}

#[test]
fn dates_show_their_order_over_the_whole_column() {
    let text = "Name,Birthday\nA,03/04/1980\nB,25/06/1981\nC,07/08/1982\n";
    let found = understand("x.csv", text.as_bytes());
    assert_eq!(found.columns[1].date_order, Some(contracts::DateOrder::Dmy));
    assert_eq!(found.columns[1].question, None);
    let text = "Name,Birthday\nA,03/24/1980\nB,05/06/1981\n";
    assert_eq!(understand("x.csv", text.as_bytes()).columns[1].date_order, Some(contracts::DateOrder::Mdy));
}

#[test]
fn phones_need_evidence_for_their_region() {
    let text = b"Name,Phone\nA,98300 12345\nB,98300 12346\n";
    let without = understanding::analyze(text, &understanding::Options::default()).unwrap();
    assert_eq!(without.phone_region, None);
    assert!(without.notes.iter().any(|n| n.contains("kept as received")));
    let with = understand("x.csv", text);
    assert!(with.phone_region.unwrap().starts_with("IN: India is the workspace's default"));
    let shown = understand("x.csv", b"Name,Phone,Country\nA,050 735 2777,UAE\nB,+971 52 598 4176,UAE\n");
    assert!(shown.phone_region.unwrap().starts_with("AE, IN: "));
}
