//! The people of the tenth set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town, region`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Akshay|Bindu|Chetan|Divya|Ekta|Feroz|Geeta|Harsh|Ishita|Jignesh|Kiran|Leena|Mohit|Neha|Parag|Radhika|Shweta|Tushar|Vinay",
    "Agarwal|Bajaj|Chopra|Dutta|Fernandes|Garg|Hiremath|Jain|Khanna|Lal|Menon|Naidu|Pawar|Reddy|Shetty|Thakkar|Varghese",
    "Sector 54, Gurugram, Haryana|Andheri West, Mumbai, Maharashtra|Wakad, Pune, Maharashtra|Salt Lake, Kolkata, West Bengal|\
     Indiranagar, Bengaluru, Karnataka|Jubilee Hills, Hyderabad, Telangana|Velachery, Chennai, Tamil Nadu",
    "Temple Road|Link Road|Park Street|Hill Road",
    "India",
);
const HINDI: Names = (
    "अर्चना|भावेश|चन्द्रकला|धीरज|गीता|हेमन्त|जया|कमल|लता|मनोज|निशा|पवन",
    "बंसल|चौधरी|दुबे|गोयल|खरे|मालवीय|पाठक|राठौर|सोनी|ठाकुर",
    "अलीगंज, लखनऊ, उत्तर प्रदेश|पलासिया, इन्दौर, मध्य प्रदेश|वैशाली नगर, जयपुर, राजस्थान|कंकड़बाग, पटना, बिहार",
    "मेन रोड|शिवाजी मार्ग|टैगोर नगर",
    "भारत",
);
const GULF: Names = (
    "Adel|Basma|Dina|Fahad|Ghada|Ibrahim|Karim|Lubna|Mansoor|Nadine|Omar|Reem|Sami|Wafa",
    "Al Awadi|Al Dhaheri|Al Mazrouei|Al Suwaidi|Azar|Chahine|Fakhoury|Jaber|Mansour|Nasr|Qasim|Sabbagh",
    "Dubai Marina, Dubai, Dubai|Business Bay, Dubai, Dubai|Jumeirah Village Circle, Dubai, Dubai|\
     Yas Island, Abu Dhabi, Abu Dhabi|Al Nahda, Sharjah, Sharjah",
    "Marina Walk|Creek Road|Falcon Street",
    "UAE",
);
const ARAB: Names = (
    "عبدالعزيز|أمل|فهد|هيفاء|سعود|مها|راكان|دانة|طلال|شهد|وليد|غادة",
    "الشهراني|المالكي|الحازمي|الفوزان|العمري|الصالح|اليامي|البلوي|المنصور|الراجح",
    "حي النرجس, الرياض, منطقة الرياض|حي الشاطئ, جدة, منطقة مكة|حي العزيزية, الخبر, المنطقة الشرقية",
    "شارع العليا|طريق المدينة|شارع الستين",
    "السعودية",
);
const EGYPT: Names = (
    "أحمد|فاطمة|كريم|نورهان|طارق|هبة|شريف|منى|إسلام|سارة",
    "الشناوي|جابر|المصري|حلمي|سليمان|الديب|زكي|توفيق",
    "التجمع الخامس, القاهرة, القاهرة|مدينة نصر, القاهرة, القاهرة|الشيخ زايد, الجيزة, الجيزة|سموحة, الإسكندرية, الإسكندرية",
    "شارع الهرم|شارع الثورة|شارع البحر",
    "مصر",
);
const BRITAIN: Names = (
    "Alice|Bertie|Cordelia|Duncan|Edith|Felix|Harriet|Iain|Josie|Kit|Lucinda|Monty|Penelope|Ralph|Verity",
    "Ainsworth|Brookes|Cavendish|Dunmore|Everard|Fotheringham|Hargreaves|Jessop|Langley|Marchbanks|Ormerod|Prescott|Tunstall",
    "Richmond, London, London|Battersea, London, London|Hale, Manchester, Cheshire|Redland, Bristol, Avon|\
     Stockbridge, Edinburgh, Midlothian",
    "High Street|Mill Lane|Victoria Road|The Green",
    "United Kingdom",
);
const AMERICA: Names = (
    "Amber|Boyd|Celeste|Dwight|Erica|Floyd|Gina|Howard|Irene|Joel|Kristin|Lamar|Melody|Ned|Rita|Shane|Trudy",
    "Albright|Beasley|Cordova|Draper|Easton|Fuentes|Goodwin|Holcomb|Jacoby|Kimball|Lattimore|Meeks|Navarrete|Overby|Polk",
    "Coral Gables, Miami, FL|The Heights, Houston, TX|Virginia Highland, Atlanta, GA|Wash Park, Denver, CO|Hyde Park, Austin, TX",
    "Magnolia Dr|Sunset Blvd|Oak Hollow Ln|Pecan St",
    "United States",
);
const SPAIN: Names = (
    "Adela|Bruno|Carla|Diego|Esther|Fermín|Gloria|Hugo|Irene|Javier|Lucía|Mateo|Noelia|Óscar|Pilar|Rubén",
    "Aguilar|Bravo|Cano|Domínguez|Esteban|Fuentes|Garrido|Hidalgo|Iglesias|Méndez|Ortega|Pastor|Reina|Santana",
    "Chamartín, Madrid, Madrid|Sarrià, Barcelona, Barcelona|La Malagueta, Málaga, Málaga|El Cabanyal, Valencia, Valencia",
    "Calle Real|Calle de la Luna|Paseo Marítimo|Avenida de la Paz",
    "España",
);
const FRANCE: Names = (
    "Agathe|Benjamin|Clotilde|Denis|Estelle|Fabrice|Geneviève|Henri|Inès|Jérôme|Lucie|Marc|Nathalie|Pascal|Sylvie",
    "Aubert|Blanchard|Carlier|Dupuis|Étienne|Ferrand|Guérin|Hamon|Jacquet|Leclerc|Moreau|Pelletier|Roussel|Thibault",
    "Auteuil, Paris, Île-de-France|Endoume, Marseille, Provence-Alpes-Côte d'Azur|Monchat, Lyon, Auvergne-Rhône-Alpes|\
     Caudéran, Bordeaux, Nouvelle-Aquitaine",
    "rue du Moulin|boulevard Voltaire|impasse des Roses|chemin Vert",
    "France",
);
const GERMANY: Names = (
    "Anja|Bernd|Claudia|Dieter|Eva|Frank|Gisela|Holger|Ines|Karsten|Lena|Martin|Nadine|Oliver|Renate|Stefan",
    "Arnold|Baumann|Conrad|Decker|Ebert|Förster|Günther|Haas|Krüger|Lorenz|Möller|Peters|Reuter|Schütz|Thiel|Winkler",
    "Nymphenburg, München, Bayern|Winterhude, Hamburg, Hamburg|Dahlem, Berlin, Berlin|Bornheim, Frankfurt am Main, Hessen",
    "Lindenallee|Schillerstraße|Am Bach|Gartenweg",
    "Deutschland",
);
const PORTUGAL: Names = (
    "António|Bárbara|Catarina|Diogo|Filipa|Gabriel|Isabel|Jorge|Luísa|Miguel|Patrícia|Rui|Sofia|Tiago",
    "Antunes|Barros|Correia|Dias|Esteves|Fonseca|Gomes|Henriques|Moreira|Nogueira|Pires|Santos|Teixeira",
    "Campo de Ourique, Lisboa, Lisboa|Belém, Lisboa, Lisboa|Cedofeita, Porto, Porto|Birre, Cascais, Lisboa",
    "Rua do Carmo|Avenida da República|Rua Nova",
    "Portugal",
);
const BRAZIL: Names = (
    "Aline|Bruno|Camila|Danilo|Fernanda|Gustavo|Helena|Ígor|Larissa|Marcelo|Natália|Rafael|Sabrina|Vinícius",
    "Amaral|Barbosa|Camargo|Dantas|Fontes|Galvão|Lacerda|Machado|Nascimento|Peixoto|Ribeiro|Sampaio|Teles",
    "Moema, São Paulo, SP|Ipanema, Rio de Janeiro, RJ|Savassi, Belo Horizonte, MG|Lagoa, Florianópolis, SC",
    "Rua das Acácias|Avenida Paulista|Rua do Comércio",
    "Brasil",
);

const FIRM_A: &str = "Arbourne|Bluestone|Castellan|Drayton|Eastgate|Foxhall|Greenacre|Highmoor|Ironbridge|Larkfield|Maplewood|\
     Newhaven|Orchardton|Pembury|Quayside|Rivermead";
const FIRM_B: &str = "Asset Management|Associates|Builders|Construction|Developers|Holdings|Housing|Living|Realty|Residences|Spaces|Trust";
const JOBS: &[&str] = &[
    "Dentist",
    "Export Manager",
    "IT Consultant",
    "Professor",
    "Chartered Surveyor",
    "CEO",
    "Hotelier",
    "Product Manager",
    "Anaesthetist",
    "Government Service",
];

fn names(market: Market, native: bool) -> Names {
    match market {
        Market::India if native => HINDI,
        Market::India => INDIA,
        Market::Saudi => ARAB,
        Market::Egypt => EGYPT,
        Market::Emirates => GULF,
        Market::Britain => BRITAIN,
        Market::America => AMERICA,
        Market::Spain | Market::Italy => SPAIN,
        Market::France => FRANCE,
        Market::Germany | Market::Netherlands => GERMANY,
        Market::Portugal => PORTUGAL,
        Market::Brazil => BRAZIL,
    }
}

/// The region in which a town of the set lies; nothing for other towns.
pub(super) fn region_of(town: &str) -> &'static str {
    const ALL: [Names; 12] =
        [INDIA, HINDI, GULF, ARAB, EGYPT, BRITAIN, AMERICA, SPAIN, FRANCE, GERMANY, PORTUGAL, BRAZIL];
    let places = ALL.iter().flat_map(|names| names.2.split('|'));
    let mut towns = places.filter_map(|place| place.split_once(", ")?.1.split_once(", "));
    towns.find(|(name, _)| *name == town).map_or("", |(_, region)| region)
}

/// Draws a person of the set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let (given, family, places, streets, country) = names(market, native);
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, rest) = one(d, places).split_once(", ").unwrap_or_default();
    let city = rest.split_once(", ").map_or(rest, |(town, _)| town);
    let (house, road) = (1 + d.below(190), one(d, streets));
    let street = match market {
        Market::Germany | Market::Egypt | Market::Saudi => format!("{road} {house}"),
        Market::Brazil | Market::Portugal | Market::Spain => format!("{road}, {house}"),
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
