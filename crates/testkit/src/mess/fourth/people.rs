//! The people of the fourth set: names, firms and places that no other set has. Numbers are drawn as those of the second
//! set are: from ranges kept for fiction, or with three noughts in a row.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town`, streets, the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Aditi|Arvind|Bhaskar|Chetan|Deepika|Gayatri|Hitesh|Ila|Jatin|Kavita|Lavanya|Mahesh|Naveen|Ojas|Paromita|Rohit|\
     Sharmila|Tapas|Uma|Vinay|Yamini|Zeenat|Aniket|Shalini|Firoz|Rashmi",
    "Ahluwalia|Birla|Chaudhary|D'Souza|Ganguly|Jindal|Kothari|Lal|Mehra|Nambiar|Patel|Roy|Seth|Trivedi|Venkatesh|\
     Sarkar|Khan|Bansal|Kamath|Deshmukh",
    "Ballygunge Place, Kolkata|Rajarhat, Kolkata|Juhu, Mumbai|Prabhadevi, Mumbai|Sector 65, Gurugram|\
     Sohna Road, Gurugram|Hebbal, Bengaluru|Sarjapur, Bengaluru|Kalyani Nagar, Pune|Sector 150, Noida",
    "MG Road|Park Street|Church Road|Ring Road",
    "India",
);
const HINDI: Names = (
    "अर्चना|बृजेश|चंद्रा|धर्मेन्द्र|गीता|हेमलता|ज्योति|कमलेश|लता|महेश|निशा|प्रकाश",
    "चतुर्वेदी|द्विवेदी|गौतम|खन्ना|मौर्य|राठौर|सिंह|तिवारी",
    "इंदिरा नगर, लखनऊ|सिगरा, वाराणसी|मालवीय नगर, जयपुर|पलासिया, इंदौर",
    "टैगोर मार्ग|रिंग रोड|महात्मा गांधी मार्ग",
    "भारत",
);
const GULF: Names = (
    "Amna|Badr|Elias|Farah|Hamad|Iman|Joud|Kamal|Leila|Marwan|Nabil|Ola|Qasim|Rana|Suhail|Tala|Yara",
    "Al Mansoori|Al Neyadi|Aboud|Bitar|Daher|El Amin|Ghanem|Hariri|Issa|Kanaan|Al Sharif|Tannous",
    "Dubai Hills, Dubai|Jumeirah Village Circle, Dubai|City Walk, Dubai|Al Barsha, Dubai|Corniche, Abu Dhabi|\
     Al Khan, Sharjah",
    "Al Khail Road|Beach Road|Boulevard Walk",
    "United Arab Emirates",
);
const SAUDI: Names = (
    "أسامة|بدر|حصة|خلود|رائد|زياد|سلطان|عبير|غادة|مشعل|منيرة|هيفاء",
    "البلوي|التميمي|الحمدان|الدخيل|السالم|العمري|الفهد|القرني",
    "القيروان, الرياض|العقيق, الرياض|أبحر, جدة|الراكة, الخبر",
    "شارع العليا|طريق الأمير سلطان|شارع الستين",
    "السعودية",
);
const EGYPT: Names = (
    "أيمن|بسمة|تامر|رانيا|سلمى|عمرو|غادة|محمود|نادية|وائل|ياسمين|هاني",
    "أبو زيد|الجندي|حسني|رمضان|سليم|عثمان|غنيم|قنديل",
    "الرحاب, القاهرة|المعادي, القاهرة|السادس من أكتوبر, الجيزة|ستانلي, الإسكندرية",
    "شارع التسعين|شارع النيل|شارع الجمهورية",
    "مصر",
);
const BRITAIN: Names = (
    "Agatha|Benedict|Cordelia|Dominic|Elspeth|Freddie|Georgina|Hector|Iona|Jasper|Lettice|Monty|Rosalind|Torquil",
    "Ainsley|Bellingham|Cavendish|Dalrymple|Fenwick|Goodfellow|Haversham|Ibbotson|Ludlow|Marchbanks|Tennant|Winslow",
    "Holland Park, London|Dulwich, London|Merrow, Guildford|Duchy, Harrogate",
    "Church Lane|Station Road|The Avenue|Manor Drive",
    "United Kingdom",
);
const AMERICA: Names = (
    "Ansel|Bridget|Curtis|Darlene|Everett|Fiona|Garrett|Heidi|Ivan|Jocelyn|Keith|Lorena|Mitchell|Noelle|Preston|Simone",
    "Albright|Bautista|Carmody|Donnelly|Esposito|Foster|Grantham|Hendricks|Jablonski|Kerrigan|Lindqvist|Okoye|Pruitt",
    "Arcadia, Phoenix|Dilworth, Charlotte|La Jolla, San Diego|Back Bay, Boston",
    "Willow Way|Summit Drive|Harbor Street|Canyon Road",
    "USA",
);
const SPAIN: Names = (
    "Aitana|Benito|Candela|Emilio|Fátima|Germán|Itziar|Jorge|Lourdes|Marcos|Nerea|Rubén|Sandra|Tomás",
    "Alarcón|Benítez Mora|Cabrera|Delgado|Escudero|Figueroa|Gallego Soto|Iglesias|Maldonado|Ortega|Pastor|Salas",
    "Nueva Andalucía, Marbella|El Limonar, Málaga|Chamberí, Madrid|Indautxu, Bilbao",
    "Calle del Sol|Avenida de la Paz|Paseo Marítimo",
    "España",
);
const ITALY: Names = (
    "Alessandro|Benedetta|Chiara|Davide|Elisabetta|Federico|Ginevra|Ilaria|Lorenzo|Martina|Niccolò|Ornella|Pietro|\
     Silvia|Tommaso|Viola",
    "Amadori|Bellini|Caruso|D'Angelo|De Santis|Ferrero|Galimberti|Lombardi|Marchetti|Neri|Orsini|Pellegrino|Rinaldi",
    "Brera, Milano|Porta Romana, Milano|Prati, Roma|Parioli, Roma|Crocetta, Torino|Oltrarno, Firenze",
    "Via Garibaldi|Corso Italia|Viale dei Tigli|Piazza Dante",
    "Italia",
);
const FRANCE: Names = (
    "Anaïs|Baptiste|Céline|Denis|Eugénie|Florian|Gwenaëlle|Inès|Julien|Karine|Laurent|Mélanie|Olivier|Romane",
    "Aubert|Beaulieu|Chevallier|Dumoulin|Estève|Faure|Guérin|Humbert|Joly|Lacroix|Marchand|Prévost|Renaud",
    "Saint-Germain, Paris|Monplaisir, Lyon|Prado, Marseille|Chartrons, Bordeaux",
    "rue Victor-Hugo|avenue Foch|place de la République",
    "France",
);
const GERMANY: Names = (
    "Achim|Bettina|Cornelia|Detlef|Elke|Fabian|Gerlinde|Henning|Irmgard|Jens|Katrin|Lutz|Monika|Nils|Rüdiger|Sabine",
    "Albers|Bäcker|Diekmann|Engelhardt|Fröhlich|Gräfe|Heßler|Jäger|Krüger|Lützow|Möller|Pfeiffer|Rößler|Vogt",
    "Nymphenburg, München|Dahlem, Berlin|Blankenese, Hamburg|Westend, Frankfurt",
    "Rosenweg|Schillerstraße|Am Stadtpark|Goethestraße",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Alice|Bernardo|Constança|Diogo|Eva|Francisca|Guilherme|Helena|Joaquim|Leonor|Manuel|Teresa",
    "Antunes|Brito|Coelho|Domingues|Faria|Leitão|Macedo|Nogueira|Pimentel|Queirós|Salgado|Valente",
    "Belém, Lisboa|Lapa, Lisboa|Nevogilde, Porto|Marina, Vilamoura",
    "Rua do Sol|Avenida dos Aliados|Largo da Sé",
    "Portugal",
);
const BRAZIL: Names = (
    "Aline|Bruno|Cíntia|Davi|Eliana|Felipe|Giovana|Henrique|Isadora|Leandro|Marina|Rafaela|Thiago",
    "Alencar|Bittencourt|Campos|Duarte|Fonseca|Lacerda|Medeiros|Novaes|Peixoto|Rezende|Toledo|Vilela",
    "Itaim Bibi, São Paulo|Pinheiros, São Paulo|Barra da Tijuca, Rio de Janeiro|Lourdes, Belo Horizonte",
    "Rua dos Ipês|Avenida Brasil|Alameda das Rosas",
    "Brasil",
);

const FIRM_A: &str = "Alderwood|Birchfield|Cresthaven|Deepwater|Elmstead|Farrow|Glenmore|Highgate|Inglewood|Larchmont";
const FIRM_B: &str = "Analytics|Architects|Dental|Exports|Foundation|Freight|Packaging|Studios|Textiles|Wealth";
const JOBS: &str = "Accountant|Business Owner|CEO|Consultant Physician|HR Director|IT Manager|Lawyer|Marketing Manager|\
                    Sales Executive|Software Engineer|Teacher";

fn names(market: Market, native: bool) -> Names {
    match market {
        Market::India if native => HINDI,
        Market::India => INDIA,
        Market::Emirates => GULF,
        Market::Saudi => SAUDI,
        Market::Egypt => EGYPT,
        Market::Britain => BRITAIN,
        Market::America => AMERICA,
        Market::Spain => SPAIN,
        Market::Italy => ITALY,
        Market::France => FRANCE,
        Market::Germany | Market::Netherlands => GERMANY,
        Market::Portugal => PORTUGAL,
        Market::Brazil => BRAZIL,
    }
}

/// Draws a person of the set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let (given, family, places, streets, country) = names(market, native);
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    let house = 1 + d.below(140);
    let street = one(d, streets);
    let street = match market {
        Market::Germany | Market::Spain | Market::Portugal => format!("{street} {house}"),
        Market::Brazil | Market::Italy => format!("{street}, {house}"),
        _ => format!("{house} {street}"),
    };
    Person {
        email: mailbox(d, &given, &family),
        second_email: mailbox(d, &family, &given),
        company: format!("{} {}", one(d, FIRM_A), one(d, FIRM_B)),
        job: one(d, JOBS),
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
