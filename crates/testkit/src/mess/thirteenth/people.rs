//! The people of the set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::folk::{Folk, Names};
use super::super::people::{Market, Person};
use crate::Draw;

const INDIA: Names = (
    "Ananya|Bhaskar|Chirag|Diya|Esha|Faizan|Gayatri|Hitesh|Indu|Jignesh|Komal|Lokesh|Madhav|Nandini|Omkar|\
     Prerna|Rohit|Swati|Tushar|Vrinda",
    "Acharya|Bajaj|Chandran|Dutta|Gokhale|Hegde|Irani|Jhaveri|Kohli|Luthra|Merchant|Nambiar|Oak|Pandit|Ranade|\
     Sheth|Tandon|Vohra|Zaveri",
    "Powai, Mumbai, Maharashtra|Baner, Pune, Maharashtra|Whitefield, Bengaluru, Karnataka|Gachibowli, Hyderabad, Telangana|\
     Golf Course Road, Gurugram, Haryana|Adyar, Chennai, Tamil Nadu|Satellite, Ahmedabad, Gujarat",
    "Carter Road|Hill View Road|Gokhale Marg|Church Street",
    "India",
);
const HINDI: Names = (
    "अशोक|आरती|कविता|गोपाल|देवेश|निर्मला|पूनम|मनोज|मीना|राकेश|रेखा|विनय|सुनील|सुषमा",
    "अवस्थी|गर्ग|चौहान|त्रिपाठी|दीक्षित|पाठक|बघेल|मालवीय|मिश्रा|राय|श्रीवास्तव",
    "गोमती नगर, लखनऊ, उत्तर प्रदेश|अरेरा कॉलोनी, भोपाल, मध्य प्रदेश|मालवीय नगर, जयपुर, राजस्थान|\
     राजेन्द्र नगर, पटना, बिहार",
    "महात्मा गांधी रोड|बड़ा बाज़ार|तिलक मार्ग",
    "भारत",
);
const GULF: Names = (
    "Adel|Basma|Carine|Elias|Fatima|George|Huda|Jad|Khalifa|Latifa|Marwan|Nour|Rami|Sara|Tariq|Walid|Yara|Ziad",
    "Abboud|Al Hammadi|Al Ketbi|Al Marri|Al Nuaimi|Al Shamsi|Asfour|Barakat|Daher|Eid|Haddad|Khoury|Mansour|Rahal",
    "Palm Jumeirah, Dubai, Dubai|Downtown Dubai, Dubai, Dubai|Jumeirah Village Circle, Dubai, Dubai|\
     Al Reem Island, Abu Dhabi, Abu Dhabi|Al Hamra, Ras Al Khaimah, Ras Al Khaimah",
    "Crescent Road|Boulevard Plaza|Sheikh Zayed Road",
    "UAE",
);
const ARAB: Names = (
    "أسماء|بسام|تهاني|ثامر|جميلة|خالد|رنا|زياد|سارة|صالح|عادل|فيصل|ماجد|هند",
    "البراك|الجاسر|الحربي|الدوسري|الزهراني|الشمري|العتيبي|الغامدي|القحطاني|المطيري|اليامي",
    "حي الملقا, الرياض, منطقة الرياض|حي العقيق, الرياض, منطقة الرياض|حي الشاطئ, جدة, منطقة مكة|\
     حي الحمراء, الدمام, المنطقة الشرقية",
    "طريق الأمير محمد|شارع الستين|شارع الملك خالد",
    "السعودية",
);
const EGYPT: Names = (
    "إبراهيم|بسمة|حسام|رانيا|سامح|علياء|ماجدة|نادر|هالة|يوسف",
    "البدوي|حجازي|الدسوقي|زكي|سليمان|الشافعي|غنيم|منصور",
    "مدينة نصر, القاهرة, القاهرة|المعادي, القاهرة, القاهرة|الشيخ زايد, الجيزة, الجيزة|لوران, الإسكندرية, الإسكندرية",
    "شارع الجامعة|شارع التسعين",
    "مصر",
);
const BRITAIN: Names = (
    "Annabel|Barnaby|Clemency|Dougal|Edmund|Flora|Guy|Honor|Imogen|Jasper|Lydia|Miles|Nell|Oscar|Primrose|\
     Rupert|Sybil|Wilf",
    "Ashworth|Bellingham|Cartwright|Delaney|Farrington|Goodwin|Hargreaves|Kettering|Lancaster|Marlowe|Pemberton|\
     Rowntree|Stanhope|Thornbury",
    "Clapham, London, London|Hampstead, London, London|Clifton, Bristol, Bristol|Jesmond, Newcastle, Tyne and Wear|\
     West End, Glasgow, Lanarkshire",
    "Orchard Lane|Albion Street|Church Walk|Priory Close",
    "United Kingdom",
);
const AMERICA: Names = (
    "Amber|Brett|Carla|Derek|Elaine|Felicia|Garrett|Heidi|Ian|Joanna|Kyle|Lauren|Mitchell|Natalie|Owen|Rachel|\
     Shane|Tessa",
    "Alvarez|Benson|Carver|Dawson|Ellison|Fletcher|Greer|Holloway|Ingram|Jarvis|Kirby|Lowell|Maddox|Norwood|\
     Porter|Quinn|Stratton",
    "Scottsdale Ranch, Scottsdale, AZ|Ballard, Seattle, WA|Buckhead, Atlanta, GA|Zilker, Austin, TX|\
     Plaza Midwood, Charlotte, NC",
    "Juniper Ln|Stonegate Dr|Harbor Blvd|Willow Creek Rd",
    "United States",
);
const SPAIN: Names = (
    "Alba|Beatriz|Carmen|Diego|Estefanía|Félix|Gonzalo|Inés|Javier|Lourdes|Marcos|Nuria|Pilar|Raúl|Sergio|Teresa",
    "Alonso|Benítez|Cano|Duarte|Espinosa|Ferrer|Gallardo|Herrero|Izquierdo|Lozano|Marín|Navarro|Peña|Rivas|Soler|Vidal",
    "Salamanca, Madrid, Madrid|Eixample, Barcelona, Barcelona|Ruzafa, Valencia, Valencia|Guadalmina, Marbella, Málaga",
    "Calle Mayor|Calle de la Luna|Ronda Norte|Plaza del Carmen",
    "España",
);
const FRANCE: Names = (
    "Amandine|Bastien|Corinne|Didier|Élise|Florent|Gaëlle|Hervé|Isabelle|Laurent|Margaux|Nicolas|Odile|Quentin|Sabrina",
    "Aubert|Besson|Chevalier|Dumont|Fontaine|Gautier|Hamel|Lambert|Marchand|Noël|Perrin|Renaud|Simonet|Tessier",
    "Batignolles, Paris, Île-de-France|Croix-Rousse, Lyon, Auvergne-Rhône-Alpes|Les Chartrons, Bordeaux, Nouvelle-Aquitaine|\
     Endoume, Marseille, Provence-Alpes-Côte d'Azur",
    "rue des Lilas|avenue Foch|impasse du Four|rue Victor-Hugo",
    "France",
);
const GERMANY: Names = (
    "Andrea|Björn|Carsten|Dagmar|Elke|Felix|Gudrun|Henning|Ingo|Jutta|Karsten|Lena|Matthias|Nadine|Renate|\
     Stefan|Ulrike",
    "Albrecht|Becker|Clausen|Dietrich|Engel|Fuchs|Graf|Hartmann|Jansen|Krüger|Lindner|Möller|Neumann|Richter|\
     Seidel|Thiel|Voß",
    "Eppendorf, Hamburg, Hamburg|Schwabing, München, Bayern|Charlottenburg, Berlin, Berlin|\
     Lindenthal, Köln, Nordrhein-Westfalen",
    "Bergstraße|Kastanienallee|Mozartweg|Am Stadtpark",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Ana Rita|Bruno|Catarina|Duarte|Eduarda|Filipe|Helena|Joaquim|Lurdes|Marta|Nuno|Raquel|Susana|Tomás",
    "Abrantes|Brito|Cardoso|Ferreira|Gouveia|Lopes|Mendes|Oliveira|Peixoto|Ramos|Silveira|Tavares|Valente",
    "Alvalade, Lisboa, Lisboa|Parque das Nações, Lisboa, Lisboa|Boavista, Porto, Porto|Vilamoura, Loulé, Faro",
    "Rua das Flores|Rua da Alegria|Avenida do Mar",
    "Portugal",
);
const BRAZIL: Names = (
    "Adriana|Caio|Débora|Eduardo|Fernanda|Gustavo|Helena|João|Juliana|Leandro|Mônica|Otávio|Priscila|Rodrigo|Tatiana",
    "Andrade|Borges|Cardoso|Duarte|Freitas|Guimarães|Lacerda|Moraes|Pires|Queiroz|Rezende|Siqueira|Teles|Xavier",
    "Vila Mariana, São Paulo, SP|Botafogo, Rio de Janeiro, RJ|Batel, Curitiba, PR|Boa Viagem, Recife, PE",
    "Rua das Palmeiras|Avenida Brasil|Rua Sete de Setembro",
    "Brasil",
);
const ITALY: Names = (
    "Andrea|Beatrice|Carlo|Daniela|Emanuele|Federica|Giorgio|Ilaria|Luca|Marta|Nicola|Paola|Roberto|Sara|Umberto|Viola",
    "Barone|Caputo|D'Angelo|Ferrero|Grassi|Lombardi|Mancini|Neri|Orlando|Parisi|Rinaldi|Serra|Valentini|Zanetti",
    "Navigli, Milano, MI|Isola, Milano, MI|Trastevere, Roma, RM|San Frediano, Firenze, FI|Vomero, Napoli, NA",
    "Via Mazzini|Via San Marco|Corso Cavour|Piazza Dante",
    "Italia",
);

const FIRM_A: &str = "Alderwood|Birchfield|Cedarlane|Dovecote|Elmstead|Fairhaven|Glenmore|Hawksworth|Ironbridge|Larkspur|\
     Meadowgate|Northcliff|Oakridge|Pinecrest|Redstone|Summerhill";
const FIRM_B: &str = "Advisors|Capital|Construction|Design|Estates|Exports|Foods|Homes|Industries|Infotech|Law|\
     Ventures";
const JOBS: &[&str] = &[
    "Managing Partner",
    "Dentist",
    "Finance Manager",
    "Interior Designer",
    "Lawyer",
    "Product Manager",
    "Restaurant Owner",
    "Pilot",
    "Textile Trader",
    "Head of HR",
];

const FOLK: Folk = Folk {
    india: INDIA,
    hindi: HINDI,
    gulf: GULF,
    arab: ARAB,
    egypt: EGYPT,
    britain: BRITAIN,
    america: AMERICA,
    spain: SPAIN,
    france: FRANCE,
    germany: GERMANY,
    portugal: PORTUGAL,
    brazil: BRAZIL,
    italy: ITALY,
    firms: (FIRM_A, FIRM_B),
    jobs: JOBS,
    met: None,
};

/// The region in which a town of the set lies; nothing for other towns.
pub(super) fn region_of(town: &str) -> &'static str {
    FOLK.region_of(town)
}

/// Draws a person of the set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    FOLK.person(d, market, native)
}
