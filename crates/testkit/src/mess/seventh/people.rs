//! The people of the seventh set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Abhay|Bina|Chetan|Damini|Farhan|Gitanjali|Hemant|Ira|Jatin|Kavya|Lalit|Meenal|Nikhil|Poonam|Ranjit|Smita|Tanvi|Uday|\
     Vandana|Yash|Zoya|Manpreet|Arundhati|Sharad",
    "Agarwal|Bhardwaj|Chaudhary|D'Souza|Ghosh|Iyer|Kapadia|Lal|Menon|Naik|Pillai|Rane|Shetty|Thakur|Verghese|Wadhwa|Qureshi|\
     Bose|Kaur Gill|Rao",
    "Sarjapur Road, Bengaluru|Hebbal, Bengaluru|Wakad, Pune|Thane West, Thane|Madhapur, Hyderabad|OMR, Chennai|\
     New Town, Kolkata|Sector 57, Gurugram",
    "Temple Road|Market Road|Station Road|Lakeview Road",
    "India",
);
const GULF: Names = (
    "Abdulla|Mariam|Sultan|Aisha|Yousef|Reem|Faisal|Nadia|Karim|Layan|Habib|Samira",
    "Al Suwaidi|Al Mazrouei|Al Falasi|Bin Haidar|Hamdan|Nasser|Karam|Obeid|Al Qasimi|Darwish",
    "Business Bay, Dubai|Al Nahda, Dubai|Jumeirah Village, Dubai|Khalifa City, Abu Dhabi",
    "Sheikh Road|Marina Walk|Palm Street",
    "UAE",
);
const BRITAIN: Names = (
    "Abigail|Dominic|Eleanor|Frederick|Harriet|Jasper|Kathleen|Nigel|Phoebe|Rowan|Sheila|Toby",
    "Ainsworth|Brockway|Culpepper|Denholm|Eastwood|Fairclough|Garside|Hebden|Lockwood|Norcross|Tilney|Wetherby",
    "Headingley, Leeds|Jericho, Oxford|Jesmond, Newcastle|Roath, Cardiff|Morningside, Edinburgh",
    "Church Lane|Mill Close|The Green|Priory Road",
    "United Kingdom",
);
const AMERICA: Names = (
    "Bernice|Clayton|Darlene|Everett|Gloria|Harvey|Jolene|Lester|Maxine|Norman|Paulette|Roscoe|Sheryl|Travis|Yvette",
    "Abernathy|Bixby|Coleman|Drummond|Eastman|Fitzgerald|Gallegos|Huffman|Keener|Lockhart|Mosley|Pruitt|Stratton|Yates",
    "Greenpoint, New York|Hyde Square, Boston|Old Fourth Ward, Atlanta|Vineville, Macon|Trolley Square, Wilmington",
    "Maple Ave|Cedar St|Riverside Dr|Orchard Rd|Harbor Blvd",
    "USA",
);
const SPAIN: Names = (
    "Amparo|Bruno|Carmen|Darío|Elvira|Federico|Graciela|Hugo|Isabel|Jacinto|Lorena|Mateo|Noelia|Raúl|Silvia|Vicente",
    "Abad Ruiz|Benítez|Cordero|Durán Vega|Escobar|Figueroa|Guerrero|Hurtado|Iglesias|Llorente|Montes Cruz|Olmedo|Quiroga",
    "Salamanca, Madrid|El Raval, Barcelona|Santa Cruz, Sevilla|El Carmen, Valencia|Centro, Gijón",
    "Calle Mayor|Calle del Sol|Avenida del Puerto|Plaza Vieja",
    "España",
);
const ITALY: Names = (
    "Alba|Cesare|Donatella|Emilio|Fiorella|Guido|Ilaria|Lorenzo|Marcella|Nico|Ornella|Piero|Rita|Saverio|Viola",
    "Amato|Basile|Castelli|De Santis|Esposto|Ferretto|Galante|Morandi|Negri|Pagani|Rinaldini|Sartori|Valenti",
    "Brera, Milano|Vomero, Napoli|Oltrarno, Firenze|Castello, Como",
    "Via Roma|Corso Italia|Via Manzoni|Piazza Garibaldi",
    "Italia",
);
const FRANCE: Names = (
    "Agathe|Bastien|Clémence|Denis|Élodie|Florent|Geneviève|Hugues|Joëlle|Laurent|Margaux|Noémie|Olivier|Sylvie|Yann",
    "Arnaud|Barbier|Chauvin|Delmas|Évrard|Fontenay|Gaillard|Humbert|Joly|Lacroix|Maréchal|Perrin|Rousselle|Tessier",
    "Presqu'île, Lyon|Le Panier, Marseille|Batignolles, Paris|Capitole, Toulouse|Centre, Rennes",
    "rue des Lilas|avenue Foch|rue de l'Église|boulevard Carnot",
    "France",
);
const GERMANY: Names = (
    "Antje|Burkhard|Christa|Dieter|Elke|Falk|Gudrun|Heiko|Ines|Jochen|Katrin|Lutz|Petra|Rainer|Sabine|Uwe",
    "Albrecht|Bauer|Dietrich|Engel|Fuchs|Günther|Hartmann|Jahn|Krüger|Lehmann|Naumann|Ritter|Schäfer|Voß|Zimmer",
    "Südstadt, Bonn|Nordend, Frankfurt|Neustadt, Dresden|Linden, Hannover|Giesing, München",
    "Industriestraße|Lindenallee|Schulgasse|Am Markt",
    "Deutschland",
);
const BRAZIL: Names = (
    "Adriana|Breno|Cíntia|Danilo|Elaine|Flávio|Gisele|Hélio|Ivone|Jorge|Luana|Murilo|Natália|Renato|Sônia|Wagner",
    "Amaral|Batista|Campos|Duarte|Farias|Guedes|Lopes|Macedo|Neves|Peixoto|Ramos|Tavares|Xavier",
    "Pinheiros, São Paulo|Botafogo, Rio de Janeiro|Boa Viagem, Recife|Centro, Curitiba",
    "Rua das Flores|Avenida Central|Rua Sete de Setembro",
    "Brasil",
);
const NETHERLANDS: Names = (
    "Arie|Bregje|Coen|Dineke|Evert|Femke|Gijs|Hanneke|Jeroen|Lotte|Marloes|Ruben|Saskia|Teun",
    "Bakker|de Haan|Dijkstra|Jansen|Kuiper|Mulder|Postma|van Dam|van den Berg|Visser|Zwart",
    "Binnenstad, Leiden|Oost, Amsterdam|Centrum, Breda",
    "Dorpsstraat|Molenweg|Stationsplein",
    "Nederland",
);
const TURKEY: Names = (
    "Aslı|Burak|Canan|Deniz|Elif|Fırat|Gülşen|Hakan|İpek|Kaan|Leyla|Murat|Nergis|Orhan|Özge|Şule|Tolga|Yasemin",
    "Acar|Bulut|Çetin|Doğan|Ersoy|Güneş|Işık|Karaca|Oğuz|Polat|Sarı|Taş|Uçar|Yıldırım",
    "Kadıköy, İstanbul|Çankaya, Ankara|Bornova, İzmir|Osmangazi, Bursa|Seyhan, Adana",
    "Gül Sokak|Çınar Caddesi|Lale Sokak|Deniz Caddesi",
    "Türkiye",
);
const RUSSIA: Names = (
    "Алексей|Вера|Григорий|Дарья|Егор|Зинаида|Кирилл|Лидия|Марк|Нина|Павел|Тамара",
    "Белов|Громов|Ершов|Зимин|Калинин|Лаптев|Орлов|Рябов|Соколов|Фомин",
    "Арбат, Москва|Центр, Минск|Сокол, Москва",
    "Лесная улица|Садовая улица|Новая улица",
    "Россия",
);
const CHINA: Names = (
    "伟|芳|敏|静|磊|洋|勇|艳|杰|娟|涛|超|霞|平|桂英|志强",
    "王|李|张|刘|陈|杨|赵|黄|周|吴|徐|孙|胡|朱|高|林",
    "宝安区, 深圳市|越秀区, 广州市|义乌市, 金华市|余杭区, 杭州市",
    "创业路|人民路|工业大道",
    "中国",
);

const FIRM_A: &str = "Alderbrook|Bellweather|Cinderhill|Dunmore|Elmfield|Fairhaven|Goldcrest|Hollyoak|Juniper|Larchmont|Mistral|\
     Oakridge|Pinecrest|Redfern|Summerhill";
const FIRM_B: &str = "Advisors|Analytics|Brokers|Capital|Estates|Foods|Healthcare|Homes|Industries|Motors|Partners|Retail|\
     Solutions|Systems|Ventures";
const JOBS: &[&str] = &[
    "Founder & CEO",
    "Chief Technology Officer",
    "Principal",
    "Business Administrator",
    "Product Owner",
    "Regional Manager",
    "Investment Professional",
    "Procurement Lead",
    "Teacher",
    "Technology Coordinator",
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

/// Draws a person of the seventh set.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, names(market))
}

/// Somebody of Turkish name, with the numbers of the market.
pub(super) fn turkish(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, TURKEY)
}

/// Somebody of Russian name, with the numbers of the market.
pub(super) fn russian(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, RUSSIA)
}

/// Somebody of Chinese name, with the numbers of the market.
pub(super) fn chinese(d: &mut Draw, market: Market, native: bool) -> Person {
    named(d, market, native, CHINA)
}

fn named(d: &mut Draw, market: Market, native: bool, names: Names) -> Person {
    let (given, family, places, streets, country) = names;
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    let (house, road) = (1 + d.below(160), one(d, streets));
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
