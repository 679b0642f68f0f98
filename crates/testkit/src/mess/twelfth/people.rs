//! The people of the set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::folk::{Folk, Names};
use super::super::people::{Market, Person};
use crate::Draw;

const INDIA: Names = (
    "Aarti|Bharat|Chetan|Devika|Farhan|Girish|Harsha|Ishita|Jatin|Kavita|Lalit|Mansi|Neeraj|Pradeep|Radhika|Sameer|Trupti|Varun",
    "Agarwal|Bansal|Chopra|Dalvi|Fernandes|Grover|Jain|Kapoor|Lobo|Mehta|Naik|Patil|Rao|Sethi|Thakkar|Varghese|Yadav",
    "Worli, Mumbai, Maharashtra|Kandivali East, Mumbai, Maharashtra|Koregaon Park, Pune, Maharashtra|\
     Indiranagar, Bengaluru, Karnataka|Banjara Hills, Hyderabad, Telangana|DLF Phase 5, Gurugram, Haryana|Alipore, Kolkata, West Bengal",
    "Linking Road|MG Road|Temple Lane|Residency Road",
    "India",
);
const HINDI: Names = (
    "अमित|उषा|कमल|गीता|चन्दन|तारा|नीलम|पवन|बृजेश|भावना|महेश|रश्मि|शिव|सरिता",
    "उपाध्याय|खन्ना|चौबे|जायसवाल|ठाकुर|निगम|पटेल|बाजपेयी|यादव|राठौर|सिंह",
    "महानगर, लखनऊ, उत्तर प्रदेश|पलासिया, इन्दौर, मध्य प्रदेश|वैशाली नगर, जयपुर, राजस्थान|कंकड़बाग, पटना, बिहार",
    "सदर बाज़ार|सुभाष मार्ग|मन्दिर रोड",
    "भारत",
);
const GULF: Names = (
    "Ahmed|Amna|Bader|Dina|Fadi|Ghada|Hassan|Iman|Karim|Lina|Maha|Nabil|Omar|Reem|Sultan|Tarek|Wafa|Zeina",
    "Al Awadhi|Al Falasi|Al Mansoori|Al Qubaisi|Al Suwaidi|Aoun|Chehab|Farouk|Ghanem|Issa|Jaber|Nasser|Sabbagh",
    "Dubai Marina, Dubai, Dubai|Business Bay, Dubai, Dubai|Emirates Hills, Dubai, Dubai|Yas Island, Abu Dhabi, Abu Dhabi|\
     Al Khan, Sharjah, Sharjah",
    "Marina Walk|Al Wasl Road|Lagoon Street",
    "UAE",
);
const ARAB: Names = (
    "أمل|بندر|دانة|راكان|سعود|شهد|طلال|عمر|غادة|فهد|لطيفة|مها|نايف|هيفاء",
    "الأسمري|البلوي|الثبيتي|الحازمي|الدخيل|الرويلي|السلمي|الصالح|العمري|الفايز|النفيعي",
    "حي النرجس, الرياض, منطقة الرياض|حي الياسمين, الرياض, منطقة الرياض|حي أبحر, جدة, منطقة مكة|حي العزيزية, الخبر, المنطقة الشرقية",
    "طريق الملك عبدالعزيز|شارع العليا|شارع فلسطين",
    "السعودية",
);
const EGYPT: Names = (
    "أحمد|إيمان|جمال|دينا|شريف|كريم|مروة|هاني|ياسمين",
    "الشناوي|صبري|عبدالرحمن|فوزي|المصري|نجيب|يونس",
    "الزمالك, القاهرة, القاهرة|التجمع الخامس, القاهرة, القاهرة|سموحة, الإسكندرية, الإسكندرية",
    "شارع البحر|شارع النصر",
    "مصر",
);
const BRITAIN: Names = (
    "Alexander|Beatrice|Cordelia|Duncan|Eleanor|Finlay|Harriet|Ivo|Jemima|Kit|Lorna|Magnus|Ottilie|Piers|Rosalind|Tobias",
    "Aldridge|Broadbent|Carmichael|Drummond|Ellery|Fothergill|Greenhalgh|Hathaway|Kingsley|Mortimer|Partridge|Ravenscroft|Whitlock",
    "Richmond, London, London|Marylebone, London, London|Didsbury, Manchester, Greater Manchester|\
     Edgbaston, Birmingham, West Midlands|Morningside, Edinburgh, Midlothian",
    "Mill Road|The Crescent|Victoria Terrace|Elm Grove",
    "United Kingdom",
);
const AMERICA: Names = (
    "Alan|Bridget|Colton|Denise|Everett|Francesca|Grant|Holly|Jared|Kendra|Logan|Marissa|Nolan|Paige|Russell|Sierra|Trent",
    "Barlow|Coleman|Daugherty|Emerson|Foster|Gallagher|Hendricks|Irving|Jennings|Keller|Lindgren|Morrow|Pacheco|Rhodes|Sawyer",
    "Coral Gables, Miami, FL|Highland Park, Dallas, TX|Cherry Creek, Denver, CO|Lincoln Park, Chicago, IL|Pacific Heights, San Francisco, CA",
    "Magnolia Ave|Ridgewood Dr|Sunset Blvd|Cedar Ct",
    "United States",
);
const SPAIN: Names = (
    "Adrián|Belén|Clara|David|Elena|Fernando|Gema|Hugo|Irene|Jorge|Laura|Miguel|Noelia|Óscar|Patricia|Rubén",
    "Aguilar|Bravo|Castro|Domínguez|Esteban|Fuentes|Garrido|Iglesias|León|Molina|Nieto|Ortega|Pascual|Roldán|Sanz",
    "Chamartín, Madrid, Madrid|Pedralbes, Barcelona, Barcelona|Los Remedios, Sevilla, Sevilla|La Cala, Mijas, Málaga",
    "Calle Alta|Calle del Pinar|Paseo del Río|Avenida de la Paz",
    "España",
);
const FRANCE: Names = (
    "Adèle|Baptiste|Camille|Damien|Estelle|Fabrice|Ghislaine|Julien|Karine|Lucas|Mathilde|Noémie|Olivier|Pascale|Romain",
    "Arnaud|Blanchard|Caron|Delmas|Faure|Girard|Joubert|Leclerc|Mercier|Olivier|Picard|Roussel|Thibault|Vidal",
    "Auteuil, Paris, Île-de-France|Monplaisir, Lyon, Auvergne-Rhône-Alpes|Caudéran, Bordeaux, Nouvelle-Aquitaine|\
     Cimiez, Nice, Provence-Alpes-Côte d'Azur",
    "rue du Moulin|avenue de la République|chemin des Vignes|rue Pasteur",
    "France",
);
const GERMANY: Names = (
    "Anja|Bernd|Claudia|Detlef|Eva|Frank|Gabriele|Holger|Iris|Jens|Katharina|Lars|Martina|Oliver|Silke|Thorsten",
    "Arnold|Brandt|Dreyer|Ebert|Franke|Günther|Hoffmann|Kaiser|Lorenz|Müller|Otto|Pfeiffer|Schäfer|Vogel|Winkler|Ziegler",
    "Blankenese, Hamburg, Hamburg|Nymphenburg, München, Bayern|Dahlem, Berlin, Berlin|Westend, Frankfurt, Hessen",
    "Lindenstraße|Gartenweg|Schillerplatz|Am Hang",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Alexandra|Bernardo|Carolina|Diogo|Emília|Gonçalo|Inês|Jorge|Leonor|Miguel|Patrícia|Rita|Sérgio|Vasco",
    "Antunes|Barros|Correia|Dias|Fonseca|Guerreiro|Leal|Matos|Nogueira|Pacheco|Rocha|Santos|Teixeira",
    "Campo de Ourique, Lisboa, Lisboa|Restelo, Lisboa, Lisboa|Foz, Porto, Porto|Quinta do Lago, Almancil, Faro",
    "Rua do Carmo|Rua Nova|Avenida Marginal",
    "Portugal",
);
const BRAZIL: Names = (
    "Aline|Bruno|Carla|Diego|Elisa|Fábio|Gabriela|Igor|Larissa|Marcelo|Natália|Paulo|Renata|Thiago|Vanessa",
    "Alves|Barbosa|Camargo|Diniz|Esteves|Figueira|Gomes|Leite|Machado|Nunes|Prado|Ribeiro|Toledo|Vieira",
    "Moema, São Paulo, SP|Barra da Tijuca, Rio de Janeiro, RJ|Savassi, Belo Horizonte, MG|Meireles, Fortaleza, CE",
    "Rua dos Ipês|Avenida Paulista|Alameda das Acácias",
    "Brasil",
);
const ITALY: Names = (
    "Alessandra|Bruno|Chiara|Davide|Elisabetta|Filippo|Giulia|Ivano|Lucia|Matteo|Nicoletta|Paolo|Silvia|Tommaso|Valentina",
    "Amato|Barbieri|Colombo|De Santis|Esposito|Ferrari|Galli|Longo|Marchetti|Pellegrini|Ricci|Sartori|Testa|Villa",
    "Brera, Milano, MI|Porta Romana, Milano, MI|Prati, Roma, RM|Oltrarno, Firenze, FI|Crocetta, Torino, TO",
    "Via Garibaldi|Via dei Mille|Corso Italia|Viale Europa",
    "Italia",
);

const FIRM_A: &str = "Ashcombe|Bridgewater|Clearbrook|Dunelm|Eastgate|Foxhill|Greystone|Highfield|Ivybridge|Kingsway|\
     Lakeshore|Millbrook|Portland|Rosewood|Silverton|Whitestone";
const FIRM_B: &str = "Associates|Builders|Consultants|Developers|Hospitality|Interiors|Investments|Legal|Logistics|Partners|Realty|Trading";
const JOBS: &[&str] = &[
    "Founder",
    "Orthopaedic Surgeon",
    "Marketing Director",
    "Architect",
    "Chartered Accountant",
    "IT Consultant",
    "Hotel Manager",
    "Professor",
    "Exporter",
    "Vice President",
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
