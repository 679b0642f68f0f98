//! Leads as portals and the systems of developers hand them over.

use super::super::hand::{commas, plain};
use super::super::sheet::Quotes;
use super::super::value::indian;
use super::*;

/// Enquiries of a portal in Dubai.
pub(super) fn bayut() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 77_204_118),
        stamp("Date & Time‖Received On", CREATED, Style::Dmy('/'), Clock::Minutes).or(&["interest.at"]),
        free("Lead Type", &["WhatsApp", "Email", "Call"]).or(&[DETAIL]),
        list("Source", SOURCE, &["Bayut", "dubizzle"]).or(&[DETAIL]),
        code("Reference No.", LISTING, "DH-S-", 2_204),
        list("Purpose", PURPOSE, &["For Sale", "For Rent"]).or(&[KEPT]).or_ask(),
        list("Property Type", "interest.property.type", &["Apartment", "Villa", "Townhouse"]).or(&[WANTED]),
        list("Beds", "interest.property.bedrooms", &["1", "2", "3", "4"]).or(&[BEDROOMS]).gaps(5),
        list("Location", LOCALITY, &["Dubai Hills", "City Walk", "Al Barsha"])
            .or(&["interest.property.address.locality", "interest.property.address.formatted", TOWNS, PROJECT])
            .or_ask(),
        sum("Price (AED)", PRICE, whole(950_000, 25_000, commas, "AED", true)).or(&["interest.price", MAX]),
        full("Client Name").gaps(8),
        tel("Client Phone", Dial::Packed).gaps(4),
        mail("Client Email").gaps(35),
        list("Message", NOTES, &["I would like to know more about this property", "Is it still available?"])
            .or(&[KEPT])
            .gaps(40),
        list("Agent Name", ASSIGNEE, &["Leila Daher", "Elias Ghanem"]).or(&[OWNER]),
    ];
    let mut sheet = super::sheet("leads_export.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Egypt], 45);
    sheet.again = 5;
    sheet.rows = 200;
    sheet
}

/// Responses to an agent's listings.
pub(super) fn acres() -> Sheet {
    let columns = vec![
        stamp("Response Date", CREATED, Style::DayMonYear, Clock::Twelve).or(&["interest.at"]),
        col("Name", FULL, |m| m.full_typed()),
        tel("Mobile", Dial::Packed).label("mobile"),
        free("Mobile Verified", &["Verified", "Not Verified"]),
        mail("Email").gaps(20),
        free("Responder Type", &["Individual", "Individual", "Dealer"]).or(&[TAGS, STAGE]),
        code("Property ID", LISTING, "L", 60_331_207),
        list("Property Details", PROPERTY, &["3 BHK Apartment in Sector 65", "Builder Floor, Sohna Road"])
            .or(&[KEPT, "interest.property.type"]),
        list("Project Name", PROJECT, &["Palm Lattice", "Meridian Crest", "Aravali One"]).or(&[PROPERTY]).gaps(35),
        free("Response Type", &["Contact Viewed", "Enquiry", "Call"]).or(&[DETAIL, SOURCE]),
        list("Query‖Message", NOTES, &["Please share brochure", "Interested, call after 6 pm"]).or(&[KEPT]).gaps(45),
    ];
    let mut sheet = super::sheet("99acres_responses.csv", "person", Market::India, columns);
    sheet.quotes = Quotes::Always;
    sheet.again = 6;
    sheet.rows = 180;
    sheet
}

/// Contacts of another portal, with what they can pay.
pub(super) fn magicbricks() -> Sheet {
    let columns = vec![
        serial("S.No"),
        day("Date", CREATED, Style::DayMon).or(&["interest.at"]),
        full("Contact Name‖Buyer Name"),
        tel("Contact Number‖Mobile No.", Dial::Mixed),
        mail("Email ID").gaps(15),
        list("City", TOWNS, &["Bengaluru", "Pune", "Kolkata"]).or(&[CITY, "interest.property.address.city", LOCALITY]),
        list("Locality", LOCALITY, &["Hebbal", "Sarjapur", "Kalyani Nagar"])
            .or(&[QUARTER, "interest.property.address.locality"]),
        list("Property Type", WANTED, &["Multistorey Apartment", "Villa", "Residential Plot"])
            .or(&["interest.property.type"]),
        list("BHK", BEDROOMS, &["2", "3", "4"])
            .or(&["requirement.bedrooms_max", WANTED, "interest.property.bedrooms"])
            .gaps(10),
        col("Budget", MAX, |m| m.budget_by_hand()).or(&[MIN]).gaps(10),
        list("Possession‖Buying Plan", TIMEFRAME, &["Immediate", "Within 3 months", "6 months +"]).gaps(30),
        list("Lead Status", STATUS, &["New", "Contacted", "Not Interested"]).or(&[STAGE]),
    ];
    let mut sheet = super::sheet("MB_Leads_Nov.csv", "person", Market::India, columns);
    sheet.crlf = true;
    sheet
}

/// A developer's leads in Sell.Do.
pub(super) fn sell_do() -> Sheet {
    let columns = vec![
        code("Lead Id", ID, "#", 104_233),
        list("Salutation", PREFIX, &["Mr.", "Mrs.", "Ms."]).gaps(50),
        given("First Name"),
        family("Last Name").gaps(15),
        tel("Primary Phone", Dial::Packed),
        tel2("Secondary Phones", Dial::Packed).gaps(85),
        mail("Primary Email").gaps(25),
        list("Stage", STAGE, &["Incoming", "Prospect", "Opportunity", "Booked", "Unqualified"]).or(&[STATUS]),
        list("Status", STATUS, &["Hot", "Warm", "Cold", "Dormant"]).or(&[RATING]).gaps(15),
        list("Source", SOURCE, &["99acres", "Google", "Channel Partner", "Hoarding", "Facebook"]),
        list("Sub Source", DETAIL, &["Search", "Display", "Metro panel"]).or(&[SOURCE, CAMPAIGN]).gaps(50),
        list("Campaign Name", CAMPAIGN, &["Launch Oct-26", "Diwali Offer", "Organic"]),
        list("Project", PROJECT, &["Meridian Crest", "Aravali One"]).or(&[PROPERTY]),
        sum("Min Budget", MIN, whole(7_500_000, 500_000, indian, "INR", false)).gaps(45),
        sum("Max Budget", MAX, whole(68_000_000, 500_000, plain, "INR", false)).gaps(40),
        list("Purpose", PURPOSE, &["End Use", "Investment"]).gaps(45),
        list("Pre Sales", ASSIGNEE, &["Gayatri P", "Firoz Khan"]).or(&[OWNER, KEPT]).gaps(20),
        list("Sales", OWNER, &["Chetan Kothari", "Rashmi Seth"]).or(&[ASSIGNEE]).gaps(30),
        stamp("Received On", CREATED, Style::Dmy('/'), Clock::Twelve),
        stamp("Last Contacted On", CONTACTED, Style::Dmy('/'), Clock::Twelve).gaps(20),
        next("Next Followup On", Style::Dmy('/')).gaps(35),
        tally("Site Visits Conducted", 0, 3),
        list("Unqualified Reason", "person.unqualified_reason", &["Budget mismatch", "Already bought", "Wrong number"])
            .gaps(75),
        list("Last Note", NOTES, &["Ringing, no response", "Will visit on Sunday with family"]).gaps(30),
    ];
    let mut sheet = super::sheet("leads_report_18_11_2026.csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates], 8);
    sheet.rows = 300;
    sheet
}
