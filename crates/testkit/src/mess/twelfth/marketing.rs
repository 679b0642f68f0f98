//! What forms, newsletters, advertisements and systems for leads hand out: people.

use super::*;

/// Who registered for a development through the form of its page.
pub(super) fn site_entries() -> Sheet {
    let columns = vec![
        list("Name (Prefix)", PREFIX, &["Mr", "Mrs", "Miss", "Ms", "Dr"]).gaps(10),
        given("Name (First)"),
        empty("Name (Middle)").or(&[MIDDLE]),
        family("Name (Last)"),
        empty("Name (Suffix)").or(&[SUFFIX]),
        mail("Email"),
        tel("Phone", Dial::Mixed).gaps(12),
        street("Address (Street Address)", STREET).gaps(45),
        list("Address (Address Line 2)", STREET2, &["Flat 3", "Apartment 12", "Garden flat"]).gaps(85),
        town("Address (City)", CITY).gaps(45),
        empty("Address (State / Province)").or(&[REGION]),
        zip("Address (ZIP / Postal Code)", POSTCODE).gaps(30),
        land("Address (Country)", COUNTRY).gaps(45),
        list("I am interested in", WANTED, &["1 bedroom apartment", "2 bedroom apartment", "Penthouse", "Townhouse"])
            .or(&[BEDROOMS, KIND]),
        col("Budget", MAX, |m| m.sum_ends(pounds, "GBP")).or(&[MIN]).gaps(10),
        list("Buying as", PURPOSE, &["Home", "Investment", "Second home"]).gaps(15),
        list(
            "How did you hear about us?",
            SOURCE,
            &["Rightmove", "Hoarding", "Instagram", "Evening Standard", "Friend"],
        )
        .or(&[DETAIL])
        .gaps(20),
        list("Message", NOTES, &["Please send the brochure", "Is parking included?", "Can we visit\nthis weekend?"])
            .or(&[BODY])
            .gaps(55),
        list("Consent (Consent)", BY_EMAIL, &["Checked"]).or(&[BY_PHONE, KEPT]).gaps(25),
        free("Consent (Text)", &["I agree to be contacted about this development."]).gaps(25),
        empty("Consent (Description)"),
        empty("Created By (User Id)"),
        code("Entry Id", ID, "", 1_204).or(&[KEPT]),
        moment("Entry Date", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[MET]),
        moment("Date Updated", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[KEPT]),
        free("Source Url", &["https://residences.example/register/", "https://residences.example/register/?src=ig"])
            .or(&[DETAIL, SOURCE]),
        empty("Transaction Id"),
        empty("Payment Amount"),
        empty("Payment Date"),
        empty("Payment Status"),
        empty("Post Id"),
        free("User Agent", &["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"]),
        other("User IP", |m| Cell::plain(format!("198.51.100.{}", 1 + m.d.below(250)))),
    ];
    let mut sheet = sheet("register-your-interest-2026-03-09.csv", "person", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet.bom = true;
    sheet.abroad = (vec![Market::Emirates, Market::India], 12);
    sheet.rows = 112;
    sheet
}

/// Contacts of a suite for small businesses.
pub(super) fn small_business() -> Sheet {
    let columns = vec![
        code("Id", ID, "", 20_117),
        list("Title", PREFIX, &["Mr.", "Mrs.", "Ms."]).gaps(70),
        given("First Name"),
        empty("Middle Name").or(&[MIDDLE]),
        family("Last Name"),
        list("Suffix", SUFFIX, &["Jr.", "III"]).gaps(93),
        list("Nickname", NICKNAME, &["Bobby", "Kit", "Doc"]).gaps(92),
        firm("Company").gaps(60),
        job("Job Title").gaps(60),
        mail("Email").gaps(5),
        mail2("Email Address 2").gaps(80),
        tel("Phone 1", Dial::Home).gaps(10),
        empty("Phone 1 Ext"),
        free("Phone 1 Type", &["Mobile", "Mobile", "Home"]).gaps(10),
        tel2("Phone 2", Dial::Home).gaps(75),
        empty("Phone 2 Ext"),
        free("Phone 2 Type", &["Work", "Home"]).gaps(75),
        street("Street Address 1", STREET).gaps(30),
        list("Street Address 2", STREET2, &["Apt 5B", "Unit 210"]).gaps(88),
        town("City", CITY).gaps(30),
        region("State", REGION).gaps(30),
        zip("Postal Code", POSTCODE).gaps(35),
        land("Country", COUNTRY).gaps(30),
        born("Birthday", Style::Mdy('/')).gaps(70),
        col("Anniversary", WED, |m| wedding(m).cell(Style::Mdy('/'))).gaps(85),
        col("Spouse Name", SPOUSE, |m| name(m.p.spouse.clone())).or(&[SPOUSE_GIVEN]).gaps(75),
        empty("Website").or(&[WEBSITE]),
        col("Assistant Name", ASSISTANT, |m| Cell::plain(format!("{} Nash", m.p.spouse))).gaps(93),
        col("Assistant Phone", ASSISTANT_PHONE, |m| m.desk_tel(Dial::Home)).gaps(94),
        free("Person Type", &["Prospect", "Customer", "Past client", "Vendor"]).or(&[STAGE, TAGS]).gaps(20),
        list("Lead Source", SOURCE, &["Open house", "Postcard", "Website", "Referral"]).gaps(25),
        agent("Owner", &["Paige Sawyer", "Trent Lindgren"]).gaps(10),
        list("Tags", TAGS, &["Buyer,Nurture", "Seller", "Newsletter,Past client", "Investor"]).gaps(20),
        list("Person Notes", NOTES, &["Kids start school in fall", "Refinanced 2024", "Hates phone calls"]).gaps(60),
        moment("Date Created", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::MdyBare('/'), Clock::Twelve)
        }),
        moment("Last Updated", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::MdyBare('/'), Clock::Twelve)
        }),
    ];
    let mut sheet = sheet("contact_export_1773.csv", "person", Market::America, columns);
    sheet.again = 4;
    sheet.rows = 138;
    sheet
}

/// Who is written to, as a tool for newsletters hands its list out.
pub(super) fn newsletter() -> Sheet {
    let columns = vec![
        mail("Email address"),
        given("First name").gaps(10),
        family("Last name").gaps(15),
        firm("Company").gaps(80),
        job("Job title").gaps(85),
        tel("Phone - mobile", Dial::Home).gaps(60),
        desk("Phone - home", Dial::Home).gaps(85),
        street("Street address line 1 - Home", STREET).gaps(65),
        town("City - Home", CITY).gaps(60),
        region("State/Province - Home", REGION).gaps(60),
        zip("Zip/Postal code - Home", POSTCODE).gaps(65),
        empty("Country - Home").or(&[COUNTRY]),
        col("Birthday", BORN, |m| m.birthday()).or(&[KEPT]).gaps(85),
        free("Email Lists", &["Monthly market update", "Open house invites, Monthly market update", "Past clients"])
            .or(&[TAGS, CAMPAIGN]),
        list("Tags", TAGS, &["buyer", "seller", "sphere"]).gaps(50),
        free("Source Name", &["Website sign-up form", "CSV upload", "Added by owner"]).or(&[SOURCE, DETAIL]),
        list("Email permission status", BY_EMAIL, &["Implicit", "Express", "Unsubscribed"]).or(&[KEPT]),
        free("Email update source", &["Owner", "Contact"]),
        other("Confirmed Opt-Out Date", |m| {
            let day = later(m);
            iso(m, day, "Z")
        })
        .or(&[AGREED])
        .gaps(88),
        free("Confirmed Opt-Out Source", &["Contact"]).gaps(88),
        free("Confirmed Opt-Out Reason", &["I no longer want to receive these emails", "Moved away"]).gaps(92),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            iso(m, day, "Z")
        }),
        moment("Updated At", UPDATED, |m| {
            let day = later(m);
            iso(m, day, "Z")
        }),
    ];
    let mut sheet = sheet("contact_export_1106223_030426.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 170;
    sheet
}

/// Leads of advertisements on a network for work, in the encoding of its reports.
pub(super) fn network_leads() -> Sheet {
    let columns = vec![
        col("Lead ID", ID, |m| Cell::plain(format!("{}-{}", token(m, 8), m.row + 12))).or(&[KEPT]),
        free("Lead Type", &["Sponsored"]),
        stamp("Submitted At", CREATED, Style::MdyBare('/'), Clock::Twelve).or(&[MET]),
        free("Campaign ID", &["310044712", "310044790"]),
        list("Campaign Name", CAMPAIGN, &["Waterfront villas - GCC", "Golden visa investors - IN/UK"]),
        free("Creative ID", &["520881", "520882", "520897"]),
        free("Form ID", &["77110", "77111"]),
        free("Form Name", &["Brochure download", "Book a call"]).or(&[DETAIL, CAMPAIGN]),
        given("First Name"),
        family("Last Name"),
        mail("Email Address"),
        mail2("Work Email").gaps(70),
        tel("Phone Number", Dial::Packed).gaps(15),
        town("City", CITY).gaps(20),
        region("State/Province", REGION).gaps(30),
        land("Country/Region", COUNTRY),
        job("Job Title"),
        free("Seniority", &["CXO", "Director", "Owner", "Senior"]).gaps(20),
        firm("Company Name").gaps(8),
        free("Company Size", &["11-50", "51-200", "1001-5000"]).or(&[STAFF]).gaps(25),
        free("Industry", &["Financial Services", "Oil and Gas", "Hospitals and Health Care"]).or(&[INDUSTRY]).gaps(25),
        col("LinkedIn Profile URL", SOCIAL, profile).or(&[WEBSITE]).gaps(30),
        list("Are you buying to live in or to invest?", PURPOSE, &["To invest", "To live in", "Both"]),
        free("Best time to call", &["Morning", "Evening", "Weekend"]).gaps(30),
        free("Test Lead", &["false"]),
    ];
    let mut sheet = sheet("leads_download_20260302.csv", "person", Market::Emirates, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.abroad = (vec![Market::India, Market::Britain], 45);
    sheet.rows = 84;
    sheet
}

/// Leads of a system for agencies in the Gulf: who, and what each looks for.
pub(super) fn agency_leads() -> Sheet {
    let columns = vec![
        ident("Lead Ref", ID, "SK-L-10"),
        list("Type", PURPOSE, &["Buyer", "Tenant", "Buyer", "Investor"]).or(&[STAGE, TAGS, KEPT]),
        state("Status", &["Open", "Closed", "Not specified"]),
        free("Sub Status", &["In progress", "Called no reply", "Viewing arranged", "Budget not enough"])
            .or(&[STATUS, STAGE, UNFIT])
            .gaps(15),
        free("Priority", &["Normal", "High", "Urgent"]).or(&[RATING, PRIORITY]),
        free("Hot Lead", &["Yes", "No", "No"]).or(&[RATING, TAGS]),
        given("First Name"),
        family("Last Name").gaps(6),
        tel("Mobile No", Dial::Packed).gaps(4),
        desk("Phone No", Dial::World).gaps(88),
        mail("Email").gaps(20),
        list("Nationality", NATIONALITY, &["Lebanon", "India", "United Kingdom", "France"]).gaps(40),
        list("Category", WANTED, &["Apartment", "Villa", "Townhouse", "Penthouse"]),
        list("Emirate", TOWNS, &["Dubai", "Dubai", "Abu Dhabi"]).or(&[CITY, PLACE_TOWN, PLACE_REGION, REGION]),
        list("Location", LOCALITY, &["Dubai Marina", "Business Bay", "Arabian Ranches", "Al Reem Island"])
            .or(&[TOWNS, PLACE_QUARTER]),
        free("Sub Location", &["Marina Gate", "Bay Central", "Sector E"]).or(&[LOCALITY, PROPERTY, PROJECT]).gaps(50),
        list("Min Beds", BEDROOMS, &["Studio", "1", "2", "3"]).gaps(15),
        list("Max Beds", BEDROOMS_MAX, &["2", "3", "4", "5"]).gaps(35),
        sum("Min Price", MIN, whole(400_000, 5_000, plain, "AED", false)).gaps(40),
        sum("Max Price", MAX, whole(1_200_000, 25_000, plain, "AED", false)).gaps(10),
        count("Min Area (sqft)", AREA, 500, 1_200).gaps(75),
        count("Max Area (sqft)", AREA_MAX, 1_300, 4_500).gaps(75),
        code("Listing Ref", LISTING, "SK-S-", 2_210).gaps(45),
        list("Finance", FINANCING, &["Cash", "Loan (approved)", "Loan (not approved)"]).gaps(35),
        list("Source", SOURCE, &["Bayut", "Dubizzle", "Website", "Walk-in", "Personal referral"]),
        agent("Agent 1", &["Lina Chehab", "Omar Jaber", "Dina Sabbagh"]),
        free("Agent 2", &["Omar Jaber", "Fadi Ghanem"]).or(&[ASSIGNEE, OWNER]).gaps(85),
        free("Agent Referral", &["Nabil Issa", "Wafa Aoun"]).or(&[REFERRER]).gaps(90),
        stamp("Enquiry Date", CREATED, Style::Dmy('-'), Clock::Minutes).or(&[MET]),
        moment("Last Updated", UPDATED, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('-'), Clock::Minutes)
        })
        .or(&[ACTIVE]),
    ];
    let mut sheet = sheet("leads_export.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 35);
    sheet.again = 5;
    sheet.rows = 152;
    sheet
}

/// Leads of a Brazilian tool, by their first and last answer to a form.
pub(super) fn conversions() -> Sheet {
    let columns = vec![
        mail("Email"),
        full("Nome").gaps(4),
        desk("Telefone", Dial::Home).gaps(80),
        tel("Celular", Dial::Mixed).gaps(10),
        firm("Empresa").gaps(75),
        job("Cargo").gaps(75),
        region("Estado", REGION).gaps(30),
        town("Cidade", CITY).gaps(30),
        empty("Site").or(&[WEBSITE]),
        empty("Twitter").or(&[SOCIAL]),
        empty("Facebook").or(&[SOCIAL]),
        list("Estágio no funil", STAGE, &["Lead", "Lead Qualificado", "Cliente"]).or(&[STATUS]),
        free("Lead Scoring - Perfil", &["a", "b", "c", "d"]).or(&[RATING, SCORE]),
        count("Lead Scoring - Interesse", SCORE, 0, 320).or(&[RATING, KEPT]),
        agent("Dono do Lead", &["larissa@example.com", "thiago@example.com"]).gaps(25),
        stamp("Data da primeira conversão", CREATED, Style::Dmy('/'), Clock::Minutes).or(&[MET, KEPT]),
        list("Origem da primeira conversão", SOURCE, &["Busca Paga | Google", "Social | Instagram", "Tráfego Direto"])
            .or(&[DETAIL]),
        free("Evento da primeira conversão", &["lancamento-moema", "simulador", "contato"]).or(&[CAMPAIGN, DETAIL]),
        other("Data da última conversão", |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
        .or(&[ACTIVE, UPDATED]),
        free("Origem da última conversão", &["Email | Newsletter", "Social | Instagram"]).or(&[SOURCE, DETAIL]),
        free("Evento da última conversão", &["tabela-de-precos", "agendar-visita"]).or(&[CAMPAIGN, DETAIL]),
        tally("Total de conversões", 1, 9),
        list("Tags", TAGS, &["moema", "investidor,moema", "barra"]).gaps(35),
        list("Anotações", NOTES, &["Quer 3 suítes", "Aguarda venda do imóvel atual"]).gaps(75),
    ];
    let mut sheet = sheet("leads-todos-os-contatos.csv", "person", Market::Brazil, columns);
    sheet.bom = true;
    sheet.rows = 144;
    sheet
}
