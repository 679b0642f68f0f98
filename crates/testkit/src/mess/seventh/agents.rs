//! Agents and brokers.

use super::*;

/// A register of brokers in securities, its header row alone.
pub(super) fn register_of_brokers() -> Sheet {
    let columns = vec![
        code("CRD#", ID, "", 2_400_117).or(&[KEPT]).or_ask(),
        full("Full name"),
        col("Full address", WHOLE, |m| {
            Cell::plain(format!("{}, {}, {} {}", m.p.street, m.p.city, region_of(m.p.city), m.p.postcode))
        })
        .or(&[STREET]),
        town("City", CITY),
        region("State", REGION),
        zip("Zip code", POSTCODE),
        firm("Current Firms"),
        other("Previous Firms", |m| Cell::plain(format!("{}; {} Securities", m.p.company, m.p.family))).gaps(30),
        tally("Registration Year", 1984, 2024),
        free("Licenses", &["Series 7; Series 66", "Series 6; Series 63", "Series 65"]),
        free("Exams Passed", &["SIE; Series 7", "Series 63", "SIE; Series 6; Series 63"]),
        tally("Disclosures Count", 0, 3),
        free("Disclosure Years", &["2009", "2011; 2016", "2020"]).gaps(70),
        free("currently inactive due to incomplete requirements", &["No", "No", "No", "Yes"]),
    ];
    let mut sheet = sheet("brokers.csv", "person", Market::America, columns);
    sheet.rows = 80;
    sheet
}

/// Brokers of Dubai with their licences.
pub(super) fn licences() -> Sheet {
    let columns = vec![
        code("broker_id", ID, "", 1),
        full("name"),
        firm("company"),
        mail("email"),
        col("phone", PHONE, four_three),
        other("license_number", |m| Cell::plain(format!("RERA-{}", 10_000 + m.d.below(89_000)))).or(&[FIRM_NUMBER]),
        free("commission_rate", &["0.029", "0.034", "0.0294", "0.0223", "0.0419"]),
    ];
    let mut sheet = sheet("brokers.csv", "person", Market::Emirates, columns);
    sheet.rows = 40;
    sheet
}

/// Mortgage brokers off a site, with the number of the row and the word that a program writes for nothing.
pub(super) fn mortgages() -> Sheet {
    let columns = vec![
        other("", |m| Cell::plain(m.row.to_string())).or(&[ID]),
        full("names"),
        col("addresses", WHOLE, |m| {
            let suite = *m.d.one_of(&["", "", " Suite 100", " 2nd Floor"]);
            Cell::plain(format!("{}{suite} {} {} {}", m.p.street, m.p.city, region_of(m.p.city), m.p.postcode))
        })
        .or(&[STREET, FIRM_WHOLE, FIRM_STREET]),
        col("phones", PHONE, scraped).or(&[FIRM_PHONE]),
        col("websites", WEBSITE, |m| if m.d.percent(40) { Cell::plain("None") } else { site(m) }).or(&[FIRM_SITE]),
        list("cities", CITY, &["New York City", "New York City", "Boston"]).or(&[FIRM_CITY]),
        firm("companies"),
    ];
    let mut sheet = sheet("brokers.csv", "person", Market::America, columns);
    sheet.rows = 260;
    sheet
}

/// A land department's register: capitals, one word of the gender in Arabic, numbers with a bar behind the code.
pub(super) fn gulf() -> Sheet {
    fn ahead(m: &mut Maker) -> Cell {
        let day = m.soon();
        Cell::plain(format!("{} 00:00:00", day.iso()))
    }
    let columns = vec![
        code("Broker Number", ID, "", 10),
        col("Broker Name", FULL, upper_full),
        list("Gender", GENDER, &["male", "male", "أنثى"]),
        other("License Start Date", |m| {
            let day = m.met();
            Cell::plain(format!("{} 00:00:00", day.iso()))
        }),
        other("License End Date", ahead),
        empty("Website"),
        col("Phone", PHONE, register).gaps(15),
        col("Fax", PHONE, bare_desk).or(&[FIRM_PHONE]).label("fax").gaps(45),
        tally("Real Estate Number", 3, 63_000).or(&[FIRM_ID, FIRM_NUMBER]),
        col("Real Estate Name", COMPANY, upper_company).or(&[FIRM]),
    ];
    let mut sheet = sheet("brokers.csv", "person", Market::Emirates, columns);
    sheet.rows = 300;
    sheet
}

fn page(m: &mut Maker) -> String {
    let id = token(m, 24);
    format!("listings.example/agents/{}", id.text)
}

/// Realtors off a portal.
pub(super) fn realtors() -> Sheet {
    let columns = vec![
        col("Full Name", FULL, |m| {
            let team = if m.d.percent(12) { "Team" } else { "" };
            Cell::plain(format!("{} {}{team}", m.p.given, m.p.family))
        }),
        col("Phone", PHONE, american_abroad),
        col("URL", WEBSITE, |m| Cell::plain(format!("https://{}", page(m)))).or(&[SOCIAL, KEPT]),
        firm("Company").gaps(3),
    ];
    let mut sheet = sheet("realtors.csv", "person", Market::America, columns);
    sheet.rows = 220;
    sheet
}

/// Realtors off the same portal by another program, addresses of pages without their scheme.
pub(super) fn realtor_links() -> Sheet {
    let columns = vec![
        full("agent_name"),
        tel("agent_phone", Dial::Home),
        firm("company_name"),
        col("realtor_link", WEBSITE, |m| Cell::plain(page(m))).or(&[SOCIAL, KEPT]),
    ];
    let mut sheet = sheet("realtors.csv", "person", Market::America, columns);
    sheet.rows = 200;
    sheet
}

/// Agents of French agencies, some abroad.
pub(super) fn years() -> Sheet {
    let columns = vec![
        code("AgentID", ID, "", 101),
        given("FirstName"),
        family("LastName"),
        tel("Phone", Dial::World),
        mail("Email"),
        firm("AgencyName"),
        region("Region", REGION).or(&[FIRM_REGION, KEPT]),
        tally("ExperienceYears", 2, 12),
    ];
    let mut sheet = sheet("agents.csv", "person", Market::France, columns);
    sheet.abroad = (vec![Market::Spain, Market::Netherlands], 12);
    sheet.rows = 48;
    sheet
}

/// A sales team by given name.
pub(super) fn team() -> Sheet {
    let columns = vec![
        other("agent_id", |m| Cell::plain(format!("AG{:03}", m.row + 1))).or(&[ID]),
        col("agent_name", FULL, |m| m.given()).or(&[GIVEN]),
        list("team", DEPARTMENT, &["sales", "sales", "renewals"]).or(&[TAGS, KEPT]),
        town("region", REGION).or(&[CITY, KEPT]),
        free("conversion_rate_base", &["0.30", "0.27", "0.24", "0.19"]),
    ];
    let mut sheet = sheet("agents.csv", "person", Market::Spain, columns);
    sheet.rows = 40;
    sheet
}
