//! Exports of portals, forms, advertising, pipelines and phones.

use super::super::maker::Clock;
use super::super::people::Market;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, ENGLISH, Kind, Style, money, thousands};
use super::*;

const DEAL_STAGES: &[&str] = &["Qualified", "Visit done", "Offer made", "Agreement", "Closed won", "Closed lost"];

/// What a property portal sends to agents.
pub(super) fn portal_leads() -> Sheet {
    let columns = vec![
        col("Enquiry ID‖Response ID‖Lead Ref No", ID, |m| Cell::plain(format!("{}", 900_100_000 + m.row * 31))),
        col("Enquiry received on‖Received at‖Response date & time", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('-'), Clock::Twelve)
        }),
        col("Buyer name‖Name of buyer‖Lead's name", FULL, |m| m.full()),
        col("Buyer mobile‖Mobile of buyer‖Lead mobile number", PHONE, |m| m.phone_typed()).label("mobile"),
        other("Mobile verified", |m| m.pick(&["Verified", "Not verified"])),
        col("Buyer email id‖Buyer's e-mail‖Lead email", EMAIL, |m| m.email()).gaps(15),
        other("Buyer category", |m| m.pick(&["Individual", "Dealer"])).or(&[TAGS, STAGE]),
        col("Project/Society‖Society / project‖Project enquired", "interest.property.project", |m| {
            m.pick(&["Palmgrove Residences", "Lakeview Enclave"])
        })
        .or(&["property.project", "property.name", "interest.property.name"]),
        col("Listing code", "interest.property.listing_id", |m| Cell::plain(format!("L{}", 55_000 + m.row % 17)))
            .or(&["property.listing_id"]),
        col("Listed price‖Asking price‖Price quoted", "interest.property.price", |m| {
            m.plain_money(4_000_000, 250_000, |n| format!("₹ {}", thousands(n, ",")), "INR", true)
        })
        .or(&["property.price", "interest.price"]),
        col("Enquiry source page", "person.source_system_detail", |m| m.pick(&["Search", "Detail page", "App"]))
            .or(&[SOURCE, "custom.*"]),
        col("Query text‖Buyer's message‖Enquiry message", NOTES, |m| m.remark()).or(&["custom.*"]),
    ];
    let mut sheet = Sheet::new("portal-responses-last-90-days.csv", "person", Market::India, columns);
    sheet.quotes = Quotes::Always;
    sheet.below = lines(&[&["Generated for Shree Vastu Realtors. Do not share buyer details with third parties."]]);
    sheet
}

/// Who registered for an evening, and what they agreed to.
pub(super) fn event_signup() -> Sheet {
    let columns = vec![
        col("Timestamp‖Submitted at‖Submission Date", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Mdy('/'), Clock::Seconds)
        }),
        col("Attendee first name‖Guest first name‖Your first name", GIVEN, |m| m.given()),
        col("Attendee surname‖Guest last name‖Your last name", FAMILY, |m| m.family()),
        col("Attendee e-mail‖Your email address‖Guest e-mail address", EMAIL, |m| m.email()),
        col("May we email you?", "person.consent.email", |m| m.pick(&["Yes", "No"])),
        col("Email opt-in timestamp", "person.consent.at", |m| {
            let day = m.met();
            m.moment(day, Style::Mdy('/'), Clock::Minutes)
        })
        .gaps(30),
        col("Cell (for reminders)", PHONE, |m| m.mobile()).label("mobile").gaps(20),
        col("May we text you?", "person.consent.sms", |m| m.pick(&["Yes", "No"])),
        col("May we call you?", "person.consent.phone", |m| m.pick(&["Yes", "No"])),
        col("Employer / Organisation‖Organisation‖Company you work for", COMPANY, |m| {
            Cell::plain(m.p.company.clone())
        })
        .gaps(25),
        col("Your role‖Job role‖Position held", JOB, |m| Cell::plain(m.p.job)).gaps(25),
        other("Dietary needs", |m| m.pick(&["None", "Vegetarian", "Vegan", "Nut allergy"])).gaps(50),
        other("Guests (incl. you)", |m| m.number(1, 4)),
        col("How did you hear about us?‖Where did you hear of this event?‖Heard about us via", SOURCE, |m| {
            m.pick(&["Friend", "Facebook", "Mailing list", "Poster"])
        })
        .or(&["person.source_system_detail"]),
        other("Checked in", |m| m.pick(&["TRUE", "FALSE"])),
    ];
    Sheet::new("Open House Evening (Responses) - Form Responses 1.csv", "person", Market::America, columns)
}

/// What an advertising form hands over: UTF-16, tabs, prefixed values.
pub(super) fn lead_ads() -> Sheet {
    let columns = vec![
        col("id", ID, |m| Cell::plain(format!("l:{}", 7_100_000_000_000_u64 + m.row as u64 * 977))),
        col("created_time", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Offset)
        }),
        other("ad_id", |m| Cell::plain(format!("ag:{}", 23_840_001 + m.row % 3))),
        other("ad_name", |m| m.pick(&["Carousel A", "Video 15s"]))
            .or(&["person.source_system_detail", "person.campaign"]),
        other("adset_id", |m| Cell::plain(format!("as:{}", 23_850_001 + m.row % 2))),
        other("adset_name", |m| m.pick(&["Pune 30-45", "NRI"])).or(&["person.source_system_detail", "person.campaign"]),
        other("campaign_id", |_| Cell::plain("c:23860001")).or(&["person.campaign"]),
        col("campaign_name", "person.campaign", |m| m.pick(&["Monsoon launch", "Retargeting"])),
        other("form_id", |_| Cell::plain("f:99001122")),
        other("form_name", |_| Cell::plain("Site visit form v3")).or(&["person.source_system_detail"]),
        other("is_organic", |_| Cell::plain("false")),
        col("platform", SOURCE, |m| m.pick(&["fb", "ig"])).or_ask().or(&["person.source_system_detail", "custom.*"]),
        col("what_is_your_budget?", MAX, |m| m.pick_money()).or(&[MIN]),
        col("when_do_you_plan_to_buy?", "requirement.timeframe", |m| {
            m.pick(&["within_3_months", "in_6_months", "just_looking"])
        }),
        col("full_name", FULL, |m| m.full()),
        col("phone_number", PHONE, |m| {
            let cell = m.plain_mobile();
            Cell { text: format!("p:{}", cell.text), ..cell }
        }),
        col("email", EMAIL, |m| m.email()),
        col("lead_status", STATUS, |m| m.pick(&["CREATED", "complete"])),
    ];
    let mut sheet = Sheet::new("Site visit form v3_Leads_2026-01-05_2026-02-11.csv", "person", Market::India, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet
}

/// A sales team's pipeline.
pub(super) fn deals() -> Sheet {
    let columns = vec![
        col("Opp. #‖Deal No.‖Opportunity Ref", "opportunity.external_id", |m| {
            Cell::plain(format!("OPP-{}", 1700 + m.row))
        }),
        col("Opportunity Title‖Deal title‖Opportunity", "opportunity.name", |m| {
            Cell::plain(format!("{} - {}", m.p.family, ["3BHK resale", "Office floor", "Villa"][m.row % 3]))
        }),
        col("Client‖Client Nm.‖Name of client", "opportunity.contact", |m| m.full()).or(&["opportunity.account"]),
        col("Client Organisation‖Account‖Client company", "opportunity.account", |m| {
            Cell::plain(m.p.company.clone())
        })
        .gaps(50),
        col("Sales Stage‖Stage of deal‖Pipeline stage", "opportunity.stage", |m| m.pick(DEAL_STAGES)),
        col("Win %‖Probability %‖Likelihood (%)", "opportunity.probability", |m| {
            m.pick(&["10%", "25%", "50%", "75%", "90%"])
        }),
        col("Deal Value‖Value‖Deal amount", "opportunity.amount", |m| {
            m.plain_money(2_000_000, 50_000, |n| format!("{}.00", thousands(n, ",")), "AED", false)
        }),
        col("Ccy‖Currency code‖Curr.", "opportunity.currency", |_| Cell::plain("AED")),
        col("Expected Closure‖Exp. close‖Target close date", "opportunity.close_date", |m| {
            m.soon().cell(Style::DayMon)
        }),
        col("Booked On", "opportunity.won_at", |m| m.met().cell(Style::DayMon)).or(&["custom.*"]).gaps(70),
        col("Reason Lost‖Lost because‖Loss reason", "opportunity.lost_reason", |m| {
            m.pick(&["Price", "Went with builder", "No loan"])
        })
        .gaps(75),
        col("Sales Person‖Deal owner name‖Salesperson", "opportunity.owner", |m| m.pick(&["Layla H.", "Omar S."])),
        col("Opened‖Opened on‖Deal created on", "opportunity.created_at", |m| m.met().cell(Style::Iso)),
        col("Remarks", "opportunity.description", |m| m.remark()).gaps(50),
    ];
    let mut sheet = Sheet::new("pipeline_report_FY26.csv", "opportunity", Market::Emirates, columns);
    sheet.above = lines(&[&["Pipeline report"], &["Filter: all open and closed, FY26"]]);
    sheet.below = lines(&[&["Grand total", "", "", "", "", "", "312,450,000.00"]]);
    sheet
}

/// Firms that lease offices.
pub(super) fn firms() -> Sheet {
    let columns = vec![
        col("Org code‖Firm ID‖Company Ref", "account.external_id", |m| Cell::plain(format!("ORG{:04}", m.row + 1))),
        col("Organisation‖Name of company‖Firm name", "account.name", |m| {
            Cell::plain(format!("{} {}", m.p.company, m.row))
        }),
        col("Registered name‖Legal entity‖Legal name of company", "account.legal_name", |m| {
            Cell::plain(format!("{} Private Limited", m.p.company))
        })
        .gaps(30),
        col("GSTIN", "account.registration_id", |m| Cell::plain(format!("27AAAC{:04}B1Z{}", m.row, m.row % 10)))
            .gaps(20),
        col("Sector‖Industry sector‖Line of business", "account.industry", |m| {
            m.pick(&["IT", "Pharma", "Retail", "Logistics"])
        }),
        col("Board line‖Switchboard‖Company phone", "account.phone[]", |m| m.landline()),
        col("General e-mail‖Company e-mail‖Info mailbox", "account.email[]", |m| {
            Cell::of(
                format!("office{}@{}", m.row, "firm.example"),
                Kind::Email,
                serde_json::json!([format!("office{}@firm.example", m.row)]),
            )
        })
        .gaps(20),
        col("Web‖Homepage‖Company web site", "account.website[]", |m| {
            Cell::plain(format!("https://www.firm{}.example", m.row))
        })
        .or(&["account.domain"]),
        col("HQ city‖Head office city‖City (HQ)", "account.address[].city", |m| Cell::plain(m.p.city)),
        col("HQ state‖Head office state‖State (HQ)", "account.address[].region", |m| {
            m.pick(&["Maharashtra", "Karnataka", "Telangana"])
        }),
        col("Head count‖Staff strength‖Employees (approx.)", "account.employee_count", |m| m.number(12, 4200)),
        col("Turnover (Cr)‖Annual turnover (Cr)‖Revenue in Cr", "account.annual_revenue", |m| {
            let n = 3 + m.d.below(400) as u64;
            money(n.to_string(), n * 10_000_000, "INR", true)
        })
        .gaps(20),
        col("Group company of‖Parent group‖Holding company", "account.parent", |m| {
            m.pick(&["Stonebridge Group", "Kestrel Holdings"])
        })
        .gaps(70),
        col("Relationship manager", "account.owner", |m| m.pick(&["Sneha P", "Vikrant"])),
        col("Client since", "account.created_at", |m| m.met().cell(Style::DayMonth(ENGLISH))).or(&["custom.*"]),
    ];
    Sheet::new("corporate-occupiers.csv", "account", Market::India, columns)
}

/// A handset's contacts, in numbered groups.
pub(super) fn phone_book() -> Sheet {
    let mut columns = vec![
        col("Contact given name‖Given‖FirstName(s)", GIVEN, |m| m.given()),
        col("Contact family name‖Family‖LastName(s)", FAMILY, |m| m.family()).gaps(10),
    ];
    for n in 1..=3 {
        let gaps = [10, 50, 80][n - 1];
        columns.push(
            col(&format!("Telephone {n} Kind"), "person.phone[].label", |m| m.pick(&["Mobile", "Home", "Work"]))
                .gaps(gaps),
        );
        columns.push(
            col(&format!("Telephone {n} Number"), PHONE, move |m| match n {
                1 => m.phone_typed(),
                2 => m.local(),
                _ => m.second(),
            })
            .gaps(gaps),
        );
    }
    for n in 1..=2 {
        let gaps = [20, 70][n - 1];
        columns.push(col(&format!("Mail {n} Kind"), "person.email[].label", |m| m.pick(&["Home", "Work"])).gaps(gaps));
        columns.push(
            col(&format!("Mail {n} Address"), EMAIL, move |m| if n == 1 { m.email() } else { m.second_email() })
                .gaps(gaps),
        );
    }
    columns
        .push(col("Organisation name‖Organisation‖Works at", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(50));
    columns.push(col("Designation‖Job position‖Role", JOB, |m| Cell::plain(m.p.job)).gaps(60));
    columns.push(col("Memo‖Note‖Remark", NOTES, |m| m.remark()).gaps(70));
    columns.push(col("Groups‖Group‖Categories", TAGS, |m| m.pick(&["Family", "Clients;VIP", "Clients"])).gaps(40));
    let mut sheet = Sheet::new("phonebook_backup.csv", "person", Market::India, columns);
    sheet.again = 5;
    sheet
}

/// An American agent's list of acquaintances, tab separated.
pub(super) fn sphere() -> Sheet {
    let columns = vec![
        col("First‖First Nm‖F. Name", GIVEN, |m| m.given()),
        col("Last‖Last Nm‖L. Name", FAMILY, |m| m.family()),
        col("Spouse/Partner", "household.spouse.full_name", |m| m.spouse())
            .or(&["household.spouse.given_name"])
            .gaps(50),
        col("Primary Email Address‖Main email‖Email (primary)", EMAIL, |m| m.email_typed()),
        col("Cell #‖Cell ph‖Mobile/Cell", PHONE, |m| m.local()).label("mobile"),
        col("Work #‖Work ph‖Office ph.", PHONE, |m| m.landline()).label("work").gaps(50),
        col("Home Street‖Home address‖Street (home)", STREET, |m| Cell::plain(m.p.street.clone())),
        col("Home City‖City (home)‖Home town/city", CITY, |m| Cell::plain(m.p.city)),
        col("Home Zip‖Zip (home)‖Home ZIP code", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Home Country", COUNTRY, |m| Cell::plain(m.p.country)).gaps(40),
        col("Wedding anniv.‖Anniversary date‖Wed. anniversary", "person.anniversary", |m| {
            m.met().cell(Style::Mdy('/'))
        })
        .gaps(40),
        col("Bday‖Birthday‖Date of Birth", BORN, |m| m.born().cell(Style::MonDay)).gaps(40),
        col("A/B/C", "person.rating", |m| m.pick(&["A", "B", "C"])).or_ask().or(&[TAGS, "custom.*", STAGE]),
        col("Price ceiling‖Max price‖Top price", MAX, |m| {
            m.plain_money(250_000, 5_000, |n| format!("${}K", n / 1000), "USD", true)
        })
        .gaps(20),
        col("Last touch‖Last contact made‖Date last contacted", CONTACTED, |m| m.met().cell(Style::Mdy('/'))).gaps(20),
        col("Kids", "household.children", |m| m.pick(&["Ava, Leo", "Max"])).or(&["custom.*", NOTES]).gaps(60),
        col("Labels/Tags‖Tag list‖Labels", TAGS, |m| m.pick(&["past client", "past client, vip", "neighbor"])).gaps(30),
    ];
    let mut sheet = Sheet::new("sphere-of-influence.txt", "person", Market::America, columns);
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}

impl super::super::maker::Maker<'_> {
    /// An answer from a form's list.
    fn pick_money(&mut self) -> Cell {
        let (text, from, to) = *self.d.one_of(&[
            ("50_lakhs_-_75_lakhs", 5_000_000_u64, 7_500_000_u64),
            ("75_lakhs_-_1_crore", 7_500_000, 10_000_000),
            ("₹80 L - ₹1.2 Cr", 8_000_000, 12_000_000),
        ]);
        let amount = |n| super::super::value::amount(n, "INR", true);
        Cell::of(text, Kind::Money, serde_json::json!({ "min": amount(from), "max": amount(to) }))
    }
}
