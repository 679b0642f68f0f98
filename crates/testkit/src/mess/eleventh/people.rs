//! The people of the set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town, region`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Abhay|Bhavna|Charu|Deepak|Gaurav|Hemlata|Imran|Jaya|Kunal|Lavanya|Meghna|Nitin|Ojas|Pooja|Rakesh|Sunita|Tanvi|Umesh|Vidya",
    "Ahuja|Bhardwaj|Chawla|D'Souza|Doshi|Gandhi|Iyer|Kamath|Kulkarni|Malhotra|Nair|Parekh|Rane|Saxena|Tiwari|Vora|Wadkar",
    "Hiranandani Estate, Thane, Maharashtra|Kharghar, Navi Mumbai, Maharashtra|Viman Nagar, Pune, Maharashtra|\
     Sarjapur Road, Bengaluru, Karnataka|Kokapet, Hyderabad, Telangana|Bopal, Ahmedabad, Gujarat|Sector 150, Noida, Uttar Pradesh",
    "Station Road|Nehru Marg|Lake View Road|College Road",
    "India",
);
const HINDI: Names = (
    "अनिल|बबीता|छाया|दीपक|गायत्री|ईश्वर|ज्योति|कैलाश|ममता|नरेश|प्रभा|राजेश|संगीता|उमेश",
    "अग्रवाल|भार्गव|चतुर्वेदी|गुप्ता|जोशी|कुशवाहा|मौर्य|पाण्डेय|शुक्ला|तिवारी|वर्मा",
    "इन्दिरा नगर, लखनऊ, उत्तर प्रदेश|विजय नगर, इन्दौर, मध्य प्रदेश|मानसरोवर, जयपुर, राजस्थान|बोरिंग रोड, पटना, बिहार",
    "गांधी मार्ग|स्टेशन रोड|नेहरू नगर",
    "भारत",
);
const GULF: Names = (
    "Abeer|Bilal|Dalia|Faris|Hala|Jamal|Khaled|Layan|Mariam|Nawaf|Rashid|Salma|Talal|Yasmin|Zayed",
    "Al Ansari|Al Balushi|Al Hashimi|Al Kaabi|Al Muhairi|Bitar|Darwish|Fayad|Habib|Kanaan|Maalouf|Naji|Tamimi",
    "Palm Jumeirah, Dubai, Dubai|Downtown, Dubai, Dubai|Arabian Ranches, Dubai, Dubai|Saadiyat Island, Abu Dhabi, Abu Dhabi|\
     Aljada, Sharjah, Sharjah",
    "Palm Crescent|Boulevard Walk|Pearl Street",
    "UAE",
);
const ARAB: Names = (
    "إبراهيم|بدر|تركي|جواهر|حصة|سلطان|عبير|فاطمة|لمى|مشعل|ناصر|نوف|وفاء|ياسر",
    "الأحمدي|البقمي|التميمي|الجهني|الخالدي|الرشيد|السبيعي|الشهري|العنزي|القرني|المهنا",
    "حي الملقا, الرياض, منطقة الرياض|حي الروضة, جدة, منطقة مكة|حي الشاطئ, الدمام, المنطقة الشرقية",
    "شارع التحلية|طريق الملك فهد|شارع الأمير سلطان",
    "السعودية",
);
const EGYPT: Names = (
    "بسمة|حازم|داليا|رامي|سلمى|عمرو|لبنى|ماهر|ندى|وائل",
    "البنا|الجمال|حسني|رشاد|شاهين|الطيب|عزمي|فهمي",
    "المعادي, القاهرة, القاهرة|الرحاب, القاهرة, القاهرة|السادس من أكتوبر, الجيزة, الجيزة",
    "شارع التسعين|شارع النيل",
    "مصر",
);
const BRITAIN: Names = (
    "Amelia|Barnaby|Clementine|Dominic|Elspeth|Freddie|Georgina|Hamish|Isobel|Jago|Leonora|Miles|Nell|Oscar|Philippa|Rory",
    "Abernathy|Bickerstaff|Chilcott|Dalrymple|Entwistle|Fairclough|Goodall|Haverstock|Kershaw|Lockwood|Pettigrew|Rowntree|Sedgwick",
    "Wandsworth, London, London|Islington, London, London|Jesmond, Newcastle, Tyne and Wear|Clifton, Bristol, Avon|\
     Headingley, Leeds, West Yorkshire",
    "Church Lane|Park Avenue|Station Approach|Orchard Close",
    "United Kingdom",
);
const AMERICA: Names = (
    "Audrey|Brent|Camille|Derek|Elena|Garrett|Hope|Ivan|Janelle|Keith|Lydia|Mason|Nora|Preston|Quinn|Rosalind|Spencer",
    "Abbott|Bellamy|Chastain|Dobbs|Ellison|Fairbanks|Gorman|Hollis|Ingram|Kessler|Langston|Mercado|Novak|Pruitt|Salinas|Tate",
    "Plaza Midwood, Charlotte, NC|Arcadia, Phoenix, AZ|East Nashville, Nashville, TN|Ballard, Seattle, WA|Zilker, Austin, TX",
    "Maple Ridge Dr|Harbor View Ct|Juniper Ln|Walnut St",
    "United States",
);
const SPAIN: Names = (
    "Alba|Andrés|Blanca|Carlos|Daniela|Emilio|Fátima|Guillermo|Helena|Ignacio|Lorena|Manuel|Nerea|Pablo|Raquel|Sergio",
    "Alonso|Benítez|Caballero|Delgado|Escudero|Ferrer|Gallego|Herrero|Lozano|Marín|Navarro|Prieto|Rubio|Soler|Vidal",
    "Salamanca, Madrid, Madrid|Eixample, Barcelona, Barcelona|Ruzafa, Valencia, Valencia|Nueva Andalucía, Marbella, Málaga",
    "Calle Mayor|Calle del Olivo|Avenida del Mar|Plaza Nueva",
    "España",
);
const FRANCE: Names = (
    "Amandine|Bastien|Coralie|Didier|Élodie|Florent|Gisèle|Hugo|Jeanne|Laurent|Margaux|Nicolas|Odile|Patrice|Solène",
    "Barbier|Chevalier|Delacourt|Fontaine|Gauthier|Humbert|Lambert|Marchand|Normand|Perrin|Renaud|Sauvage|Tessier|Vasseur",
    "Batignolles, Paris, Île-de-France|Le Panier, Marseille, Provence-Alpes-Côte d'Azur|Gerland, Lyon, Auvergne-Rhône-Alpes|\
     Zola, Nantes, Pays de la Loire",
    "rue des Lilas|avenue Jean Jaurès|allée des Tilleuls|place du Marché",
    "France",
);
const GERMANY: Names = (
    "Andreas|Birgit|Christian|Doris|Erik|Friederike|Georg|Heike|Ingo|Jana|Konrad|Monika|Norbert|Petra|Ralf|Ulrike",
    "Albrecht|Bergmann|Dietrich|Engel|Fuchs|Graf|Hartmann|Jansen|Köhler|Lehmann|Neumann|Pohl|Richter|Sommer|Voigt|Zimmermann",
    "Bogenhausen, München, Bayern|Ottensen, Hamburg, Hamburg|Zehlendorf, Berlin, Berlin|Lindenthal, Köln, Nordrhein-Westfalen",
    "Goethestraße|Kastanienallee|Am Markt|Bergweg",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Afonso|Beatriz|Cláudia|Duarte|Eduarda|Francisco|Graça|Henrique|Joana|Luís|Marta|Nuno|Olívia|Pedro|Teresa",
    "Almeida|Brito|Carvalho|Duarte|Faria|Lopes|Martins|Neves|Oliveira|Pinto|Queirós|Ramos|Sousa|Vaz",
    "Parque das Nações, Lisboa, Lisboa|Estrela, Lisboa, Lisboa|Boavista, Porto, Porto|Estoril, Cascais, Lisboa",
    "Rua das Flores|Avenida da Liberdade|Travessa do Poço",
    "Portugal",
);
const BRAZIL: Names = (
    "André|Bianca|Caio|Daniela|Eduardo|Flávia|Guilherme|Isabela|Juliana|Leandro|Mônica|Otávio|Priscila|Renato|Tatiana",
    "Andrade|Borges|Cardoso|Duarte|Freitas|Guedes|Lima|Moraes|Novaes|Pacheco|Queiroz|Rezende|Siqueira|Viana",
    "Perdizes, São Paulo, SP|Leblon, Rio de Janeiro, RJ|Batel, Curitiba, PR|Boa Viagem, Recife, PE",
    "Rua das Palmeiras|Avenida Brasil|Rua Sete de Abril",
    "Brasil",
);

const FIRM_A: &str = "Alderbrook|Beaconhill|Crestline|Dovecote|Elmstead|Fairhaven|Goldcrest|Harrowgate|Keystone|Longmeadow|\
     Northgate|Oakhurst|Pinewood|Redstone|Summerfield|Thornbury";
const FIRM_B: &str =
    "Advisors|Buildcon|Capital|Development|Estates|Group|Homes|Infra|Land|Properties|Realtors|Ventures";
const JOBS: &[&str] = &[
    "Managing Partner",
    "Cardiologist",
    "Civil Engineer",
    "Restaurant Owner",
    "Finance Director",
    "Software Engineer",
    "Lawyer",
    "Teacher",
    "Pilot",
    "Retired",
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
