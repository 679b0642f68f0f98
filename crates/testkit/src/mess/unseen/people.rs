//! The people of the hold-out: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::folk::{Folk, Names};
use super::super::people::{Market, Person};
use crate::Draw;

const INDIA: Names = (
    "Aditi|Arvind|Chetan|Damini|Farhan|Geeta|Harsh|Ila|Jatin|Kavya|Lalit|Mihir|Nandini|Parul|Ritesh|Sneha|Tushar|\
     Urvashi|Vikram|Zoya",
    "Agarwal|Bansal|Chopra|Dalal|Fernandes|Gandhi|Hiremath|Jain|Khanna|Lakhani|Mathur|Nair|Oberoi|Puri|Rao|Sheth|\
     Thakkar|Varma",
    "Worli, Mumbai, Maharashtra|Viman Nagar, Pune, Maharashtra|Indiranagar, Bengaluru, Karnataka|\
     Banjara Hills, Hyderabad, Telangana|DLF Phase 5, Gurugram, Haryana|Alwarpet, Chennai, Tamil Nadu|\
     Satellite, Ahmedabad, Gujarat|Alipore, Kolkata, West Bengal",
    "Link Road|Palm Avenue|Temple Street|2nd Main",
    "India",
);
const HINDI: Names = (
    "अरुण|बीना|चेतन|देवकी|गिरीश|हर्ष|इला|किशोर|माधुरी|नवीन|ऊषा|प्रदीप|रमेश|सरिता",
    "अरोड़ा|भार्गव|चौरसिया|दुबे|गौतम|जैन|कुशवाहा|मालवीय|पाठक|राठौर|सोनी",
    "अलीगंज, लखनऊ, उत्तर प्रदेश|पलासिया, इन्दौर, मध्य प्रदेश|वैशाली नगर, जयपुर, राजस्थान|बोरिंग रोड, पटना, बिहार",
    "टैगोर मार्ग|मुख्य बाज़ार|नेहरू पथ",
    "भारत",
);
const GULF: Names = (
    "Adnan|Bilal|Carine|Dana|Elie|Fatima|Hisham|Iman|Jad|Karim|Lina|Maher|Nadine|Rami|Salma|Tarek|Yara|Ziad",
    "Al Ameri|Al Dhaheri|Al Rumaithi|Al Tayer|Awad|Bitar|Chalhoub|Daher|Fakhoury|Ghanem|Hammoud|Jaber|Mansour|Qabbani",
    "Palm Jumeirah, Dubai, Dubai|Downtown Dubai, Dubai, Dubai|Arabian Ranches, Dubai, Dubai|\
     Yas Island, Abu Dhabi, Abu Dhabi|Al Zahia, Sharjah, Sharjah",
    "Sheikh Zayed Road|Boulevard Walk|Lagoon Street",
    "United Arab Emirates",
);
const ARAB: Names = (
    "أسماء|تركي|جود|راكان|رهف|سعود|شروق|عادل|غادة|لمى|محمد|منصور|نجلاء|ياسر",
    "الأحمدي|البلوي|الجهني|الحميد|الرويلي|السهلي|الصاعدي|العسيري|الفيفي|النفيعي|اليامي",
    "حي الملقا, الرياض, منطقة الرياض|حي حطين, الرياض, منطقة الرياض|حي المحمدية, جدة, منطقة مكة|\
     حي العقربية, الخبر, المنطقة الشرقية",
    "شارع الأمير سلطان|طريق أنس بن مالك|شارع التحلية",
    "السعودية",
);
const EGYPT: Names = (
    "إبراهيم|أميرة|حسام|رانيا|شريف|عمرو|لبنى|مروان|نهى|ياسمين",
    "البنا|حافظ|السيد|صبري|الطوخي|عزام|القاضي|مكرم",
    "الشيخ زايد, الجيزة, الجيزة|المعادي, القاهرة, القاهرة|مدينتي, القاهرة, القاهرة|جليم, الإسكندرية, الإسكندرية",
    "شارع التسعين|شارع 9",
    "مصر",
);
const BRITAIN: Names = (
    "Adele|Barnaby|Clementine|Duncan|Eleanor|Felix|Gwendolyn|Harriet|Ivo|Josephine|Lachlan|Miriam|Oscar|Phoebe|\
     Rafe|Sebastian|Tabitha|Verity",
    "Aldridge|Bancroft|Cavanagh|Dunbar|Elphick|Foxley|Goodwin|Hathaway|Inglis|Kershaw|Lockhart|Marlow|Oakeshott|\
     Penrose|Sinclair",
    "Chelsea, London, London|Hampstead, London, London|Chorlton, Manchester, Greater Manchester|\
     Cotham, Bristol, Bristol|Morningside, Edinburgh, Midlothian",
    "Church Row|Albert Terrace|The Avenue|Orchard Close",
    "United Kingdom",
);
const AMERICA: Names = (
    "Amber|Blake|Chelsea|Derek|Elaine|Garrett|Heather|Ian|Janelle|Keith|Lorraine|Marcus|Natalie|Preston|Renee|\
     Spencer|Tiffany|Wade",
    "Avery|Becker|Colby|Dawson|Ellison|Forbes|Grady|Hewitt|Ingram|Keller|Lambert|Mercer|Norwood|Pierce|Randall|\
     Stanton|Walden",
    "Buckhead, Atlanta, GA|Preston Hollow, Dallas, TX|Hyde Park, Tampa, FL|Queen Anne, Seattle, WA|\
     Arcadia, Phoenix, AZ",
    "Peachtree Ln|Sunset Blvd|Willow Creek Rd|Bayview Ct",
    "USA",
);
const SPAIN: Names = (
    "Alba|Borja|Carmen|Diego|Elena|Fernando|Guillermo|Inmaculada|Jaime|Lorena|Marta|Nicolás|Patricia|Raúl|Teresa|Víctor",
    "Alonso|Benítez|Cabrera|Crespo|Durán|Ferrer|Gallego|Herrera|Izquierdo|Marín|Navarro|Pascual|Reyes|Santos|Vega",
    "Retiro, Madrid, Madrid|Eixample, Barcelona, Barcelona|El Carmen, Valencia, Valencia|Puerto Banús, Marbella, Málaga",
    "Calle Serrano|Avenida del Puerto|Calle de la Luna|Paseo Marítimo",
    "España",
);
const FRANCE: Names = (
    "Antoine|Béatrice|Clément|Dominique|Éric|Florence|Grégoire|Isabelle|Julien|Laurence|Margaux|Nicolas|Olivier|\
     Stéphanie|Thierry",
    "Aubert|Bonnet|Charpentier|Duvivier|Faure|Giraud|Huet|Lacroix|Marchand|Perrin|Renaud|Sabatier|Tessier|Vidal",
    "Auteuil, Paris, Île-de-France|Ainay, Lyon, Auvergne-Rhône-Alpes|Saint-Cyprien, Toulouse, Occitanie|\
     La Croisette, Cannes, Provence-Alpes-Côte d'Azur",
    "rue des Lilas|avenue Foch|place du Marché|impasse des Roses",
    "France",
);
const GERMANY: Names = (
    "Andrea|Birgit|Carsten|Doris|Erik|Franziska|Günther|Heike|Jan|Karin|Lutz|Martina|Nils|Ralf|Silke|Thomas|Ursula",
    "Albers|Bergmann|Conrad|Dietrich|Engel|Förster|Grünwald|Hartmann|Jäger|König|Lindner|Möller|Peters|Richter|\
     Sommer|Vogt|Winkler",
    "Blankenese, Hamburg, Hamburg|Nymphenburg, München, Bayern|Charlottenburg, Berlin, Berlin|\
     Westend, Frankfurt am Main, Hessen",
    "Lindenallee|Goethestraße|Am Stadtpark|Bergweg",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Ana|Beatriz|Cláudio|Duarte|Eduardo|Filipa|Helena|Joana|Leonor|Manuel|Nuno|Pedro|Rita|Teresa",
    "Almada|Branco|Cardoso|Duarte|Faria|Gaspar|Lobo|Matos|Noronha|Pacheco|Queirós|Sequeira|Vilela",
    "Lapa, Lisboa, Lisboa|Parque das Nações, Lisboa, Lisboa|Boavista, Porto, Porto|Estoril, Cascais, Lisboa",
    "Rua das Flores|Avenida da Liberdade|Largo da Igreja",
    "Portugal",
);
const BRAZIL: Names = (
    "Adriana|Caio|Daniela|Eduardo|Fernanda|Gustavo|Helena|Igor|Juliana|Leandro|Mariana|Otávio|Priscila|Rodrigo|Tatiana",
    "Andrade|Borges|Carvalho|Duarte|Ferraz|Guerra|Lacerda|Macedo|Novaes|Peixoto|Queiroz|Rezende|Siqueira|Viana",
    "Moema, São Paulo, SP|Barra da Tijuca, Rio de Janeiro, RJ|Lourdes, Belo Horizonte, MG|Batel, Curitiba, PR",
    "Rua das Palmeiras|Avenida Paulista|Rua Sete de Setembro",
    "Brasil",
);
const ITALY: Names = (
    "Anna|Carlo|Daniela|Edoardo|Federica|Giorgio|Ilaria|Luca|Marco|Nicola|Ornella|Pietro|Roberta|Simone|Teresa|Ugo",
    "Bianchi|Caruso|D'Angelo|Ferri|Galli|Longo|Mancini|Neri|Orlando|Palumbo|Rinaldi|Serra|Tosi|Vitale|Zanetti",
    "Isola, Milano, MI|Parioli, Roma, RM|Crocetta, Torino, TO|San Frediano, Firenze, FI|Posillipo, Napoli, NA",
    "Via Manzoni|Via delle Rose|Corso Italia|Viale Mazzini",
    "Italia",
);

const FIRM_A: &str = "Alderwood|Briarfield|Cedarstone|Driftwood|Elmbridge|Fairhaven|Glenmore|Highfield|Ivybank|Juniper|\
     Kenwood|Larchmont|Moorgate|Northgate|Oakfield|Primrose";
const FIRM_B: &str =
    "Advisors|Apparel|Capital|Constructions|Electronics|Exports|Foods|Legal|Motors|Pharma|Software|Ventures";
const JOBS: &[&str] = &[
    "Managing Director",
    "Software Engineer",
    "Dentist",
    "Business Owner",
    "HR Manager",
    "Pilot",
    "Interior Designer",
    "Fund Manager",
    "Sales Head",
    "Lawyer",
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
    met: Some((2024, 2)),
};

/// The region in which a town of the hold-out lies; nothing for other towns.
pub(super) fn region_of(town: &str) -> &'static str {
    FOLK.region_of(town)
}

/// Draws a person of the hold-out. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    FOLK.person(d, market, native)
}
