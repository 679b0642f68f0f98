//! The people of the eighth set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town, region`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Aditi|Bharat|Charu|Dinesh|Ekta|Gaurav|Hina|Ishaan|Juhi|Kunal|Leena|Mohit|Namrata|Pranav|Rekha|Sameer|Trisha|Utkarsh|\
     Varsha|Yamini|Asif|Gurpreet|Kirti|Roshan",
    "Ahuja|Bansal|Chopra|Dutta|Fernandes|Garg|Hussain|Jain|Khanna|Malhotra|Nambiar|Oberoi|Prabhu|Reddy|Saxena|Trivedi|\
     Varma|Yadav|Sandhu|Mukherjee",
    "Koramangala, Bengaluru, Karnataka|Andheri West, Mumbai, Maharashtra|Kondapur, Hyderabad, Telangana|\
     Salt Lake, Kolkata, West Bengal|Sector 82, Mohali, Punjab|Velachery, Chennai, Tamil Nadu|Bopal, Ahmedabad, Gujarat",
    "Garden Road|Canal Road|Ring Road|Park Street",
    "India",
);
const GULF: Names = (
    "Ahmad|Badria|Dana|Fahad|Ghada|Ibrahim|Jawaher|Khalid|Lubna|Mansour|Nawal|Omar|Rawda|Salem|Zayed",
    "Al Dhaheri|Al Kaabi|Al Mansoori|Al Romaithi|Fakhoury|Jaber|Mansour|Qadri|Sabbagh|Tamimi|Zidan",
    "Dubai Marina, Dubai, Dubai|Al Barsha, Dubai, Dubai|Al Raha, Abu Dhabi, Abu Dhabi|Al Taawun, Sharjah, Sharjah",
    "Corniche Road|Creek Street|Oasis Walk",
    "United Arab Emirates",
);
const BRITAIN: Names = (
    "Arthur|Beatrice|Cedric|Daphne|Edmund|Flora|Gareth|Hester|Ivor|Lorna|Magnus|Nerys|Piers|Rosalind|Stuart|Una",
    "Ackroyd|Birtwhistle|Clitheroe|Dunstable|Entwistle|Farnham|Gough|Heathcote|Ingleby|Kershaw|Langdale|Moxon|Penhaligon",
    "Chorlton, Manchester, Greater Manchester|Harborne, Birmingham, West Midlands|Cotham, Bristol, Avon|\
     Balham, London, London|West End, Glasgow, Lanarkshire",
    "Station Approach|Meadow Way|Castle Street|Elm Grove",
    "United Kingdom",
);
const AMERICA: Names = (
    "Alma|Bradley|Celeste|Dwight|Estelle|Floyd|Geneva|Homer|Ione|Jerome|Kendra|Leland|Mavis|Nolan|Opal|Percy|Ramona|Vernon",
    "Ambrose|Boswell|Crowder|Dockery|Engel|Fulton|Grimes|Hatfield|Ivey|Jernigan|Kirkland|Ledford|Maddox|Neely|Odom|Pickett",
    "South Lamar, Austin, TX|Lakeview, Chicago, IL|Wynwood, Miami, FL|Ballard, Seattle, WA|Baker, Denver, CO",
    "Main St|Oak Ave|Lakeshore Dr|Magnolia Ln|2nd Ave",
    "USA",
);
const SPAIN: Names = (
    "Adela|Blas|Celia|Diego|Emilia|Fermín|Gloria|Héctor|Irene|Julián|Lucía|Marcos|Nieves|Óscar|Paloma|Rubén|Sofía|Tomás",
    "Aguirre|Bermejo|Calvo Ruiz|Domingo|Esteban|Fuentes|Garrido|Hidalgo|Jurado|León Pardo|Merino|Nieto|Ortega|Pascual",
    "Ruzafa, Valencia, Valencia|Eixample, Barcelona, Barcelona|Lavapiés, Madrid, Madrid|Soho, Málaga, Málaga",
    "Calle Ancha|Calle Nueva|Avenida de la Paz|Paseo del Río",
    "España",
);
const ITALY: Names = (
    "Agnese|Bruno|Carla|Dario|Elena|Franco|Giada|Ivo|Laura|Michele|Nadia|Osvaldo|Paola|Renato|Silvia|Tullio",
    "Barone|Colombini|D'Angelo|Ferri|Grassi|Lombardi|Marchetti|Nardi|Orsini|Palmieri|Ricci|Serra|Villa",
    "Navigli, Milano, MI|Trastevere, Roma, RM|San Salvario, Torino, TO|Murat, Bari, BA",
    "Via Verdi|Via Dante|Corso Cavour|Viale Europa",
    "Italia",
);
const FRANCE: Names = (
    "Alix|Bruno|Camille|Didier|Estelle|Fabien|Ghislaine|Henri|Inès|Jérôme|Léa|Mathieu|Nadège|Pascal|Solène|Thierry",
    "Aubert|Bonnet|Carpentier|Dufour|Étienne|Ferrand|Guérin|Huet|Jacquet|Lemaire|Moreau|Poirier|Renaud|Vasseur",
    "Wazemmes, Lille, Hauts-de-France|Saint-Cyprien, Toulouse, Occitanie|Bastide, Bordeaux, Nouvelle-Aquitaine|\
     Montchat, Lyon, Auvergne-Rhône-Alpes",
    "rue du Moulin|rue Victor Hugo|avenue de la Gare|place de la Mairie",
    "France",
);
const GERMANY: Names = (
    "Anke|Bernd|Carola|Detlef|Edith|Friedhelm|Gisela|Holger|Ilse|Jutta|Klaus|Lieselotte|Norbert|Regine|Steffen|Ulrike",
    "Arnold|Brandt|Claußen|Dörr|Eberhardt|Frank|Gärtner|Heinrich|Kaiser|Lorenz|Möller|Peters|Seidel|Thiel|Winkler",
    "Altstadt, Nürnberg, Bayern|Ehrenfeld, Köln, Nordrhein-Westfalen|Plagwitz, Leipzig, Sachsen|Kreuzberg, Berlin, Berlin",
    "Hauptstraße|Bahnhofstraße|Gartenweg|Lindenstraße",
    "Deutschland",
);
const BRAZIL: Names = (
    "Amanda|Bruno|Camila|Diego|Eduarda|Fábio|Gabriela|Henrique|Isadora|Júlio|Larissa|Marcelo|Patrícia|Rodrigo|Tatiana|Vítor",
    "Almeida|Barbosa|Cardoso|Dias|Esteves|Fonseca|Gomes|Lacerda|Moraes|Nogueira|Pacheco|Queiroz|Rezende|Teixeira",
    "Moema, São Paulo, SP|Savassi, Belo Horizonte, MG|Tijuca, Rio de Janeiro, RJ|Batel, Curitiba, PR",
    "Rua do Comércio|Avenida Brasil|Rua das Acácias",
    "Brasil",
);
const NETHERLANDS: Names = (
    "Anouk|Bart|Carlijn|Daan|Esmée|Floor|Geert|Hedwig|Joost|Lieke|Maarten|Nienke|Pieter|Roos|Sander|Willemijn",
    "Bos|Brouwer|de Graaf|Hendriks|Jacobs|Koster|Maas|Peeters|Schouten|Timmermans|van Leeuwen|Vos|Willems",
    "Wittevrouwen, Utrecht, Utrecht|Kralingen, Rotterdam, Zuid-Holland|Strijp, Eindhoven, Noord-Brabant",
    "Kerkstraat|Nieuwstraat|Schoolstraat",
    "Nederland",
);

const JAPAN: Names = (
    "太郎|花子|健太|美咲|大輔|陽子|直樹|由美|翔太|恵子|拓也|真由美",
    "田中|佐々木|高橋|伊藤|山本|中村|小林|加藤|吉田|松本|井上|木村",
    "港区, 東京, 東京都|中央区, 大阪, 大阪府",
    "本町|緑町|旭町",
    "日本",
);

const FIRM_A: &str = "Applecross|Birchwood|Clearwater|Driftwood|Eastgate|Foxglove|Graystone|Highfield|Ironbridge|Kingfisher|\
     Lakeside|Marigold|Northgate|Orchard|Peregrine|Quarry|Rosewood";
const FIRM_B: &str = "Associates|Builders|Consultants|Developers|Engineering|Furnishings|Group|Holdings|Imports|Labs|Media|\
     Properties|Realty|Services|Technologies";
const JOBS: &[&str] = &[
    "Managing Director",
    "Head of Sales",
    "Office Manager",
    "Marketing Manager",
    "CFO",
    "Software Engineer",
    "Operations Manager",
    "Buyer",
    "Sales Executive",
    "Owner",
];

fn names(market: Market) -> Names {
    match market {
        Market::India => INDIA,
        Market::Emirates | Market::Saudi | Market::Egypt => GULF,
        Market::Britain => BRITAIN,
        Market::America => AMERICA,
        Market::Spain => SPAIN,
        Market::Italy => ITALY,
        Market::France => FRANCE,
        Market::Germany => GERMANY,
        Market::Portugal | Market::Brazil => BRAZIL,
        Market::Netherlands => NETHERLANDS,
    }
}

/// The region in which a town of the eighth set lies; nothing for other towns.
pub(super) fn region_of(town: &str) -> &'static str {
    const ALL: [Names; 10] = [INDIA, GULF, BRITAIN, AMERICA, SPAIN, ITALY, FRANCE, GERMANY, BRAZIL, NETHERLANDS];
    let places = ALL.iter().flat_map(|names| names.2.split('|'));
    let mut towns = places.filter_map(|place| place.split_once(", ")?.1.split_once(", "));
    towns.find(|(name, _)| *name == town).map_or("", |(_, region)| region)
}

/// Draws a person of the eighth set.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, names(market))
}

/// Somebody of Japanese name, with the numbers of the market.
pub(super) fn japanese(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, JAPAN)
}

fn named(d: &mut Draw, market: Market, native: bool, names: Names) -> Person {
    let (given, family, places, streets, country) = names;
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, rest) = one(d, places).split_once(", ").unwrap_or_default();
    let city = rest.split_once(", ").map_or(rest, |(town, _)| town);
    let (house, road) = (1 + d.below(190), one(d, streets));
    let street = match market {
        Market::Germany | Market::Netherlands => format!("{road} {house}"),
        Market::Brazil | Market::Italy | Market::Spain => format!("{road}, {house}"),
        _ => format!("{house} {road}"),
    };
    Person {
        email: mailbox(d, &given, &family),
        second_email: mailbox(d, &family, &given),
        company: format!("{} {}", one(d, FIRM_A), one(d, FIRM_B)),
        job: d.word(JOBS),
        spouse,
        given,
        family,
        street,
        locality,
        city,
        country,
        ..drawn(d, market, native)
    }
}
