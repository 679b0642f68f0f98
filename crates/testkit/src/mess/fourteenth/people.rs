//! The people of the set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::folk::{Folk, Names};
use super::super::people::{Market, Person};
use crate::Draw;

const INDIA: Names = (
    "Abhijit|Anjali|Bhavna|Deepak|Ekta|Gaurav|Hemant|Ishaan|Juhi|Kunal|Leela|Manoj|Nikhil|Pooja|Rajesh|Shalini|\
     Tanvi|Uday|Vandana|Yash",
    "Ahluwalia|Bhatia|Chaudhary|D'Souza|Goenka|Iyer|Kamath|Kulkarni|Mahajan|Menon|Parekh|Pillai|Reddy|Saxena|Shetty|\
     Talwar|Trivedi|Wadhwa",
    "Bandra West, Mumbai, Maharashtra|Kalyani Nagar, Pune, Maharashtra|Koramangala, Bengaluru, Karnataka|\
     Jubilee Hills, Hyderabad, Telangana|Sector 65, Gurugram, Haryana|Sector 150, Noida, Uttar Pradesh|\
     Besant Nagar, Chennai, Tamil Nadu|Bodakdev, Ahmedabad, Gujarat",
    "Station Road|Gulmohar Marg|Nehru Road|5th Cross",
    "India",
);
const HINDI: Names = (
    "अनिल|बबीता|दीपक|गायत्री|हेमंत|जया|कैलाश|लता|मुकेश|नरेश|प्रीति|राजेश|संगीता|विजय",
    "अग्रवाल|बाजपेयी|चतुर्वेदी|गुप्ता|जोशी|खरे|निगम|पटेल|सक्सेना|शुक्ला|तिवारी",
    "इंदिरा नगर, लखनऊ, उत्तर प्रदेश|विजय नगर, इन्दौर, मध्य प्रदेश|मानसरोवर, जयपुर, राजस्थान|कंकड़बाग, पटना, बिहार",
    "स्टेशन रोड|गांधी मार्ग|नई बस्ती",
    "भारत",
);
const GULF: Names = (
    "Ahmed|Amira|Charbel|Dina|Faisal|Ghassan|Hana|Ibrahim|Joelle|Khaled|Layla|Mona|Nabil|Omar|Rasha|Samer|Tala|Yousef",
    "Abdallah|Al Falasi|Al Mazrouei|Al Qasimi|Al Suwaidi|Azar|Bishara|Darwish|Farah|Hijazi|Karam|Nader|Sabbagh|Zein",
    "Dubai Marina, Dubai, Dubai|Business Bay, Dubai, Dubai|Dubai Hills Estate, Dubai, Dubai|\
     Saadiyat Island, Abu Dhabi, Abu Dhabi|Aljada, Sharjah, Sharjah",
    "Marina Walk|Al Khail Road|Corniche Street",
    "UAE",
);
const ARAB: Names = (
    "أمل|بدر|جواهر|حمد|دلال|سلطان|شهد|طلال|عبير|فهد|لطيفة|مشعل|نواف|وليد",
    "البقمي|التميمي|الحازمي|الخالدي|الرشيد|السبيعي|الشهري|العنزي|العمري|القرني|المالكي",
    "حي الياسمين, الرياض, منطقة الرياض|حي النرجس, الرياض, منطقة الرياض|حي الروضة, جدة, منطقة مكة|\
     حي الفيصلية, الدمام, المنطقة الشرقية",
    "شارع التخصصي|طريق الملك عبدالعزيز|شارع العليا",
    "السعودية",
);
const EGYPT: Names = (
    "أحمد|إيمان|خالد|دينا|سمير|شيرين|طارق|محمود|منى|هشام",
    "أبو زيد|بدوي|حسنين|رمضان|شاهين|عبد العال|فوزي|النجار",
    "التجمع الخامس, القاهرة, القاهرة|مصر الجديدة, القاهرة, القاهرة|الدقي, الجيزة, الجيزة|سموحة, الإسكندرية, الإسكندرية",
    "شارع النصر|شارع فيصل",
    "مصر",
);
const BRITAIN: Names = (
    "Alexandra|Benedict|Cecily|Dominic|Esme|Freddie|Georgina|Hugo|Isla|Jonathan|Kitty|Leo|Matilda|Nathaniel|Ottilie|\
     Piers|Rosalind|Theo",
    "Ainsworth|Brockbank|Carmichael|Denholm|Eastwood|Fairbairn|Galbraith|Holroyd|Kingsnorth|Lyle|Merriweather|\
     Northcote|Prescott|Ravenscroft|Wetherby",
    "Notting Hill, London, London|Wimbledon, London, London|Redland, Bristol, Bristol|Altrincham, Manchester, Greater Manchester|\
     Stockbridge, Edinburgh, Midlothian",
    "Mill Lane|Cavendish Road|The Crescent|Manor Gardens",
    "United Kingdom",
);
const AMERICA: Names = (
    "Alicia|Brandon|Courtney|Dylan|Erica|Frank|Gina|Howard|Irene|Jeremy|Kelsey|Logan|Monica|Nathan|Paige|Russell|\
     Stacy|Trevor",
    "Abbott|Barlow|Chandler|Dunn|Emerson|Farley|Gallagher|Hobbs|Jennings|Kemp|Lockwood|Merritt|Nolan|Osborne|Pruitt|\
     Ramsey|Sheffield",
    "River Oaks, Houston, TX|Cherry Creek, Denver, CO|Coral Gables, Miami, FL|Lincoln Park, Chicago, IL|\
     Green Hills, Nashville, TN",
    "Magnolia Ave|Cedar Ridge Dr|Lakeshore Dr|Quail Run",
    "United States",
);
const SPAIN: Names = (
    "Adrián|Blanca|César|Dolores|Emilio|Fátima|Gloria|Héctor|Irene|Julián|Lucía|Mónica|Óscar|Rocío|Silvia|Tomás",
    "Aguilar|Bravo|Campos|Domínguez|Esteban|Fuentes|Giménez|Hidalgo|Iglesias|Lorenzo|Medina|Nieto|Ortega|Pastor|Rueda",
    "Chamberí, Madrid, Madrid|Sarrià, Barcelona, Barcelona|Triana, Sevilla, Sevilla|El Limonar, Málaga, Málaga",
    "Calle del Prado|Avenida de América|Calle Real|Paseo de Gracia",
    "España",
);
const FRANCE: Names = (
    "Adrien|Brigitte|Cédric|Delphine|Émilie|Fabrice|Guillaume|Hélène|Jérôme|Karine|Léa|Mathieu|Noémie|Pascal|Sylvie",
    "Blanchard|Carpentier|Delmas|Étienne|Ferrand|Guérin|Joly|Lemaire|Mercier|Navarre|Picard|Roussel|Thibault|Vasseur",
    "Passy, Paris, Île-de-France|Monplaisir, Lyon, Auvergne-Rhône-Alpes|Caudéran, Bordeaux, Nouvelle-Aquitaine|\
     Carré d'Or, Nice, Provence-Alpes-Côte d'Azur",
    "rue du Moulin|boulevard Voltaire|allée des Tilleuls|chemin des Vignes",
    "France",
);
const GERMANY: Names = (
    "Anja|Bernd|Claudia|Dirk|Eva|Frank|Gisela|Holger|Ines|Jochen|Katrin|Lars|Monika|Norbert|Petra|Rüdiger|Sabine",
    "Arnold|Brandt|Dorn|Ebert|Fiedler|Götz|Heinemann|Keller|Lorenz|Meißner|Otte|Pohl|Reuter|Schäfer|Urban|Wendt|Zöller",
    "Winterhude, Hamburg, Hamburg|Bogenhausen, München, Bayern|Dahlem, Berlin, Berlin|\
     Oberkassel, Düsseldorf, Nordrhein-Westfalen",
    "Gartenweg|Rosenstraße|Schillerplatz|Am Mühlbach",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Alexandra|Bernardo|Carla|Diogo|Fátima|Gonçalo|Isabel|Jorge|Luísa|Miguel|Patrícia|Rui|Sofia|Vasco",
    "Azevedo|Barros|Coelho|Domingues|Esteves|Fonseca|Henriques|Leitão|Moreira|Neves|Pinheiro|Rocha|Teixeira",
    "Chiado, Lisboa, Lisboa|Restelo, Lisboa, Lisboa|Foz do Douro, Porto, Porto|Quinta da Marinha, Cascais, Lisboa",
    "Rua do Sol|Rua da Escola|Travessa do Carmo",
    "Portugal",
);
const BRAZIL: Names = (
    "Aline|Bruno|Camila|Diego|Elisa|Fábio|Gabriela|Henrique|Larissa|Marcelo|Natália|Paulo|Renata|Thiago|Vanessa",
    "Almeida|Barbosa|Cavalcanti|Dias|Fagundes|Gomes|Medeiros|Nogueira|Prado|Ribeiro|Sampaio|Toledo|Vieira",
    "Jardins, São Paulo, SP|Leblon, Rio de Janeiro, RJ|Savassi, Belo Horizonte, MG|Jurerê, Florianópolis, SC",
    "Rua das Acácias|Alameda Santos|Rua Quinze de Novembro",
    "Brasil",
);
const ITALY: Names = (
    "Alessia|Bruno|Chiara|Dario|Elena|Fabio|Giulia|Ivan|Lorenzo|Martina|Paolo|Rita|Silvia|Tommaso|Valeria|Walter",
    "Amato|Bellini|Conti|De Luca|Esposito|Fontana|Gatti|Leone|Marchetti|Negri|Pellegrini|Riva|Sartori|Testa|Villa",
    "Brera, Milano, MI|Porta Romana, Milano, MI|Prati, Roma, RM|Oltrarno, Firenze, FI|Chiaia, Napoli, NA",
    "Via Garibaldi|Via dei Mille|Viale Europa|Piazza Castello",
    "Italia",
);

const FIRM_A: &str = "Ashgrove|Bellhaven|Clearbrook|Dunmore|Eastlake|Foxglove|Greystone|Hazelwood|Kingsbridge|Lindenhall|\
     Maplecrest|Newbury Park|Orchard Hill|Queensferry|Riverbend|Silverton";
const FIRM_B: &str = "Analytics|Brothers|Chemicals|Engineers|Healthcare|Hospitality|Investments|Jewellers|Logistics|Media|\
     Realty|Technologies";
const JOBS: &[&str] = &[
    "Chartered Accountant",
    "Vice President Sales",
    "Surgeon",
    "Founder",
    "IT Consultant",
    "Marketing Director",
    "Architect",
    "Investment Banker",
    "Operations Head",
    "Professor",
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
