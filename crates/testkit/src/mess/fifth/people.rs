//! The people of the fifth set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Aniket|Bhavna|Chetan|Damini|Gautam|Hemlata|Jignesh|Kavya|Mihir|Namrata|Pranav|Radhika|Rohan|Sneha|Siddharth|Swati|\
     Tarun|Trupti|Varun|Yamini|Imran|Shabana|Jaspreet|Navjot|Venkatesh|Revathi",
    "Mehta|Shah|Patel|Desai|Malhotra|Bajaj|Sood|Bhatia|Rastogi|Gupta|Sinha|Jha|Rao|Nair|Kulkarni|Patil|Shinde|Naidu|\
     D'Souza|Fernandes|Siddiqui|Khan|Gill|Sethi|Venkataraman|Jain",
    "Andheri East, Mumbai|Ghodbunder Road, Thane|Koramangala, Bengaluru|Sarjapur Road, Bengaluru|Sector 65, Gurugram|\
     Golf Course Road, Gurugram|Alipore, Kolkata|Salt Lake, Kolkata|Viman Nagar, Pune|Satellite, Ahmedabad",
    "Hill View Road|Station Road|MG Road|Link Road|Temple Street",
    "India",
);
const HINDI: Names = (
    "राजेश|सीमा|मनोज|अनीता|संजय|प्रीति|अमित|नीलम|सुरेश|उषा|दीपक|शालिनी",
    "गुप्ता|यादव|वर्मा|सिंह|पाण्डेय|श्रीवास्तव|अग्रवाल|जोशी|तिवारी",
    "इंदिरा नगर, लखनऊ|स्वरूप नगर, कानपुर|विजय नगर, इंदौर|मालवीय नगर, जयपुर",
    "स्टेशन रोड|गांधी मार्ग|मंदिर वाली गली",
    "भारत",
);
const GULF: Names = (
    "Ahmed|Fatima|Mohammed|Mariam|Hassan|Aisha|Abdulla|Layla|Ziad|Rima|Fadi|Yasmin|Waleed|Huda",
    "Al Mansoori|Al Qasimi|Al Shamsi|Al Romaithi|Darwish|Farouk|Mansour|Tabbara|Shaheen|Bin Haider|Al Tayer|Qabbani",
    "Downtown, Dubai|Dubai Hills, Dubai|Arabian Ranches, Dubai|JVC, Dubai|Al Raha Beach, Abu Dhabi|Aljada, Sharjah",
    "Al Wasl Road|Sheikh Zayed Road|Marina Walk|Al Khail Road",
    "United Arab Emirates",
);
const SAUDI: Names = (
    "محمد|سلطان|عبدالرحمن|فهد|مشعل|جواهر|أسماء|غادة|ريان|دلال",
    "الغنيم|السديري|الجهني|البلوي|العسيري|الخالدي|المالكي|باوزير",
    "النرجس, الرياض|الياسمين, الرياض|السلامة, جدة|العزيزية, الخبر",
    "طريق الملك فهد|شارع التحلية|طريق الأمير سلطان",
    "المملكة العربية السعودية",
);
const EGYPT: Names = (
    "محمود|ياسمين|عمرو|سلمى|وائل|رانيا|هشام|إيمان|باسم|نادية",
    "حسن|إبراهيم|عبد العزيز|الجندي|سليمان|رمضان|شاهين|الخولي",
    "المعادي, القاهرة|الرحاب, القاهرة|الدقي, الجيزة|ميامي, الإسكندرية",
    "شارع التسعين|شارع النصر|شارع الهرم",
    "مصر",
);
const BRITAIN: Names = (
    "Amelia|Barnaby|Cordelia|Dominic|Edwina|Freddie|Georgina|Hugo|Isla|Jasper|Kirsty|Miles|Nigel|Rosalind|Tobias",
    "Ainsworth|Burnett|Cholmondeley|de Courcy|Entwistle|Fairfax-Lucy|Gilchrist|Hadley|Lyle|McTavish|O'Rourke|Penrose|Shaw",
    "Chelsea, London|Hampstead, London|Battersea, London|Cobham, Surrey|Summertown, Oxford|Bathwick, Bath",
    "Elm Grove|Queensgate Mews|The Avenue|Mill Lane|Church Road",
    "United Kingdom",
);
const AMERICA: Names = (
    "Allison|Brandon|Carmen|Derek|Erica|Gavin|Heather|Jamal|Kristen|Luis|Melissa|Nathan|Priya|Tyrone|Vanessa",
    "Anderson|Brooks|Calloway|Diaz|Ferraro|Greene|Holloway|Johansson|Kowalski|Nguyen|O'Brien|Patterson|Reyes|van Buren",
    "Buckhead, Atlanta|South End, Charlotte|Cherry Creek, Denver|Ballard, Seattle|Coconut Grove, Miami|Pacific Heights, San Francisco",
    "Maple Street|Lakeshore Dr|Peachtree Ct|Harbor Blvd|Ridgewood Ln",
    "United States",
);
const SPAIN: Names = (
    "Alejandro|Blanca|Carlos|Elena|Javier|Lourdes|Miguel Ángel|María José|Pilar|Raúl|Sergio|Teresa|Víctor|Begoña",
    "García López|Hernández|Iglesias Vidal|Martínez de la Torre|Navarro|Ortega Cano|Prieto|Rodríguez Peña|Sánchez|Úbeda",
    "Nueva Andalucía, Marbella|El Limonar, Málaga|Retiro, Madrid|Sarrià, Barcelona|Altea Hills, Alicante",
    "Calle Mayor|Avenida del Mar|Paseo de la Castaña|Calle Olivo",
    "España",
);
const ITALY: Names = (
    "Alessandro|Beatrice|Cristiano|Daniela|Federica|Giancarlo|Ilaria|Lorenzo|Marta|Niccolò|Ottavia|Pierluigi|Simona|Vittorio",
    "Bianchi|Colombo|D'Amico|De Santis|Ferrari|Galimberti|Lo Presti|Moretti|Pellegrini|Rinaldi|Sartori|Zanella",
    "Brera, Milano|Porta Venezia, Milano|Prati, Roma|Trastevere, Roma|Crocetta, Torino|Oltrarno, Firenze",
    "Via Garibaldi|Corso Italia|Via dei Mille|Viale Europa",
    "Italia",
);
const FRANCE: Names = (
    "Adrien|Brigitte|Camille|Damien|Élodie|Frédéric|Guillaume|Isabelle|Jean-Marc|Laëtitia|Marie-Claude|Olivier|Solène|Yves",
    "Arnaud|Boyer|Chevalier|de Kermadec|Delacourt|Fournier|Giraud|L'Hostis|Marchand|Perrin|Roux|Tréhet|Vasseur",
    "Passy, Paris|Le Marais, Paris|Monplaisir, Lyon|Cimiez, Nice|Saint-Cyprien, Toulouse|Caudéran, Bordeaux",
    "rue des Lilas|avenue Foch|boulevard Victor-Hugo|allée des Tilleuls",
    "France",
);
const GERMANY: Names = (
    "Alexander|Birgit|Christoph|Doris|Elke|Florian|Gabriele|Hans-Peter|Ines|Katrin|Matthias|Petra|Stefan|Thorsten|Sabine",
    "Albrecht|Baumgärtner|Diekmann|Engelhardt|von Stetten|Hoffmann|Jäger|Krüger|Lindner|Mayer-Vorfelder|Özdemir|\
     Schäfer|Vogt|Wörner",
    "Blankenese, Hamburg|Winterhude, Hamburg|Bogenhausen, München|Dahlem, Berlin|Lindenthal, Köln|Oberkassel, Düsseldorf",
    "Lindenstraße|Am Kirchberg|Goethestr.|Schulweg",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Ana Rita|Bruno|Catarina|Diogo|Francisca|Henrique|Joana|Luís|Margarida|Paulo|Rita|Sérgio|Vasco",
    "Antunes|Carvalho|da Silva|dos Santos|Ferreira|Lopes|Marques|Nogueira|Pereira|Ribeiro|Teixeira",
    "Príncipe Real, Lisboa|Restelo, Lisboa|Foz, Porto|Quinta da Marinha, Cascais|Vilamoura, Loulé",
    "Rua das Flores|Avenida da Liberdade|Travessa do Pinheiro",
    "Portugal",
);
const BRAZIL: Names = (
    "Amanda|Bruno|Camila|Diego|Eliane|Felipe|Gabriela|João Pedro|Larissa|Marcelo|Renata|Rodrigo|Tatiane|Wagner",
    "Alves|Batista|Carvalho|da Silva|de Souza|Fonseca|Gomes|Lima|Martins|Oliveira|Pereira|Ramos|Teixeira",
    "Jardins, São Paulo|Pinheiros, São Paulo|Barra da Tijuca, Rio de Janeiro|Batel, Curitiba|Lourdes, Belo Horizonte",
    "Rua das Acácias|Avenida Paulista|Alameda Santos",
    "Brasil",
);
const NETHERLANDS: Names = (
    "Anouk|Bram|Daan|Eva|Femke|Geert|Hanneke|Jeroen|Lotte|Maarten|Niels|Petra|Ruud|Sanne|Wouter|Yvonne",
    "Bakker|de Boer|de Vries|Hendriks|Jansen|Kuiper|Mulder|Smit|van den Berg|van der Meer|van Dijk|Visser",
    "De Pijp, Amsterdam|Oud-Zuid, Amsterdam|Kralingen, Rotterdam|Statenkwartier, Den Haag|Wittevrouwen, Utrecht",
    "Dorpsstraat|Keizersgracht|Molenweg|Beatrixlaan",
    "Nederland",
);

const FIRM_A: &str = "Alderbrook|Bellweather|Castlerock|Dunmore|Evergreen|Fairview|Highgate|Lakemont|Meridian|Oakline|Pinnacle|Redstone|Summit";
const FIRM_B: &str =
    "Group|Industries|Partners|Solutions|Technologies|Design Studio|Healthcare|Exports|Legal|Properties";
const JOBS: &[&str] = &[
    "CEO",
    "CFO",
    "Founder",
    "Software Engineer",
    "Doctor",
    "Head of Marketing",
    "Product Manager",
    "Lawyer",
    "Interior Designer",
    "Operations Manager",
    "Retired",
];

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
        Market::Germany => GERMANY,
        Market::Portugal => PORTUGAL,
        Market::Brazil => BRAZIL,
        Market::Netherlands => NETHERLANDS,
    }
}

/// As the country writes them; a fitting shape, no real street's.
fn postcode(d: &mut Draw, market: Market) -> String {
    let n = |d: &mut Draw, from: usize, count: usize| (from + d.below(count)).to_string();
    match market {
        Market::India => n(d, 110_001, 690_000),
        Market::Britain => {
            format!("{}{} {}{}", one(d, "SW|GU|OX|BA|W"), 1 + d.below(9), 1 + d.below(9), one(d, "LT|QB|AH|ZZ"))
        }
        Market::Portugal => format!("{}-{:03}", n(d, 1_000, 8_000), d.below(1_000)),
        Market::Brazil => format!("{:05}-{:03}", 1_000 + d.below(80_000), d.below(1_000)),
        Market::Netherlands => format!("{} {}", n(d, 1_011, 8_900), one(d, "AB|KL|VX|RT|ZN")),
        _ => n(d, 10_001, 80_000),
    }
}

/// Draws a person of the set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let (given, family, places, streets, country) = names(market, native);
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    let house = 1 + d.below(180);
    let street = one(d, streets);
    let street = match market {
        Market::Germany | Market::Netherlands => format!("{street} {house}"),
        Market::Brazil | Market::Italy | Market::Spain | Market::Portugal => format!("{street}, {house}"),
        _ => format!("{house} {street}"),
    };
    Person {
        email: mailbox(d, &given, &family),
        second_email: mailbox(d, &family, &given),
        company: format!("{} {}", one(d, FIRM_A), one(d, FIRM_B)),
        job: *d.one_of(JOBS),
        postcode: postcode(d, market),
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
