//! The people of the ninth set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town, region`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Anjali|Arvind|Bhavna|Chirag|Deepa|Farida|Gautam|Hemant|Ila|Jatin|Kavita|Lokesh|Meghna|Nikhil|Payal|Rajiv|Sneha|Tarun|\
     Uma|Vikram|Yash|Zakir|Manpreet|Sunil",
    "Acharya|Bhatia|Chawla|Desai|Gill|Iyer|Jhunjhunwala|Kulkarni|Luthra|Mehra|Nair|Pandit|Rao|Sethi|Taneja|Vora|Wadia|\
     Ansari|Kamath|Bhandari",
    "Golf Course Road, Gurugram, Haryana|Worli, Mumbai, Maharashtra|Koregaon Park, Pune, Maharashtra|\
     Alipore, Kolkata, West Bengal|Hebbal, Bengaluru, Karnataka|Kokapet, Hyderabad, Telangana|Besant Nagar, Chennai, Tamil Nadu",
    "Lake View Road|Nehru Marg|Station Road|MG Road",
    "India",
);
const HINDI: Names = (
    "अनिल|सुषमा|राजेश|ममता|प्रकाश|उषा|संजय|नीलम|महेश|किरण|विनोद|शालिनी",
    "गुप्ता|वर्मा|पाण्डेय|जोशी|अग्रवाल|सिंह|यादव|श्रीवास्तव|तिवारी|मेहता",
    "हजरतगंज, लखनऊ, उत्तर प्रदेश|विजय नगर, इन्दौर, मध्य प्रदेश|मालवीय नगर, जयपुर, राजस्थान|राजेन्द्र नगर, पटना, बिहार",
    "स्टेशन रोड|गाँधी मार्ग|नेहरू नगर",
    "भारत",
);
const GULF: Names = (
    "Abdulla|Amna|Bilal|Farah|Hassan|Huda|Jamal|Layla|Maryam|Nabil|Rami|Salma|Tamer|Yasmin|Ziad",
    "Al Falahi|Al Hashimi|Al Qubaisi|Al Shamsi|Darwish|Ghanem|Hariri|Kassab|Masri|Nahas|Saadi|Tannous",
    "Downtown Dubai, Dubai, Dubai|Arabian Ranches, Dubai, Dubai|Emirates Hills, Dubai, Dubai|\
     Saadiyat Island, Abu Dhabi, Abu Dhabi|Al Khan, Sharjah, Sharjah",
    "Harbour Street|Palm Avenue|Souk Lane",
    "UAE",
);
const ARAB: Names = (
    "سلطان|منيرة|تركي|العنود|بدر|لطيفة|ناصر|جواهر|مشعل|أسماء|إبراهيم|رنا",
    "السبيعي|الرشيد|العنزي|البقمي|الجهني|السالم|الخطيب|الحداد|النجار|عبد الرحمن",
    "حي الملقا, الرياض, منطقة الرياض|حي الروضة, جدة, منطقة مكة|حي الفيصلية, الدمام, المنطقة الشرقية",
    "شارع الأمير سلطان|طريق الملك فهد|شارع التحلية",
    "السعودية",
);
const EGYPT: Names = (
    "محمود|سلمى|عمرو|ياسمين|وائل|ندى|هشام|داليا|مصطفى|ريهام",
    "عبد الله|النجار|حسين|رمضان|فهمي|صبري|عثمان|الجندي",
    "المعادي, القاهرة, القاهرة|الزمالك, القاهرة, القاهرة|السادس من أكتوبر, الجيزة, الجيزة|جليم, الإسكندرية, الإسكندرية",
    "شارع النيل|شارع التسعين|شارع الجامعة",
    "مصر",
);
const BRITAIN: Names = (
    "Amelia|Barnaby|Clementine|Dougal|Eleanor|Freddie|Georgina|Hugo|Isla|Jasper|Lydia|Miles|Octavia|Rory|Tabitha|Winston",
    "Alderton|Bancroft|Carmichael|Drummond|Ellwood|Fairfax|Gresham|Holloway|Kingsley|Lockhart|Merriweather|Northcott|Radley",
    "Chelsea, London, London|Wimbledon, London, London|Alderley Edge, Manchester, Cheshire|Clifton, Bristol, Avon|\
     Morningside, Edinburgh, Midlothian",
    "The Avenue|Orchard Close|Church Lane|Albert Road",
    "United Kingdom",
);
const AMERICA: Names = (
    "Audrey|Brent|Carmen|Dalton|Elise|Frank|Gloria|Hector|Ivy|Jared|Kelsey|Luther|Monica|Neil|Paige|Russell|Tessa|Wade",
    "Abbott|Bledsoe|Carver|Dunlap|Espinoza|Foley|Garrison|Huff|Ibarra|Kessler|Landry|Mercado|Norwood|Pruitt|Rosales|Stanton",
    "Coconut Grove, Miami, FL|River Oaks, Houston, TX|Buckhead, Atlanta, GA|Cherry Creek, Denver, CO|Old Town, Scottsdale, AZ",
    "Bay Shore Dr|Palmetto Ave|Hillcrest Rd|Juniper Ct",
    "United States",
);
const SPAIN: Names = (
    "Alba|Andrés|Beatriz|César|Elena|Francisco|Gema|Ignacio|Jimena|Lorenzo|Mónica|Pablo|Raquel|Sergio|Teresa|Víctor",
    "Alonso|Blanco Sanz|Carrasco|Delgado|Escudero|Ferrer|Gallego|Herrero Mora|Lozano|Montero|Navarro|Prieto|Roldán|Soler",
    "Salamanca, Madrid, Madrid|Pedralbes, Barcelona, Barcelona|El Limonar, Málaga, Málaga|Nueva Andalucía, Marbella, Málaga",
    "Calle Mayor|Calle del Sol|Avenida del Mar|Plaza Nueva",
    "España",
);
const FRANCE: Names = (
    "Adèle|Bastien|Charlotte|Damien|Élodie|Florian|Gabrielle|Hugues|Isabelle|Julien|Laurence|Maxime|Noémie|Olivier|Valérie",
    "Arnaud|Besson|Collet|Delmas|Fournier|Girard|Humbert|Lacroix|Marchand|Perrin|Rousseau|Tessier|Vidal|Weber",
    "Passy, Paris, Île-de-France|Le Panier, Marseille, Provence-Alpes-Côte d'Azur|Cimiez, Nice, Provence-Alpes-Côte d'Azur|\
     Monplaisir, Lyon, Auvergne-Rhône-Alpes",
    "rue des Lilas|avenue Foch|rue de la République|allée des Tilleuls",
    "France",
);
const GERMANY: Names = (
    "Andreas|Birgit|Christoph|Dagmar|Elmar|Frauke|Günter|Heike|Ingo|Katrin|Lothar|Marlene|Otto|Petra|Rüdiger|Sabine",
    "Albrecht|Becker|Dietz|Engelhardt|Fuchs|Graf|Hartmann|Jäger|Köhler|Ludwig|Neumann|Pohl|Richter|Sommer|Vogt|Zöllner",
    "Bogenhausen, München, Bayern|Blankenese, Hamburg, Hamburg|Grunewald, Berlin, Berlin|Sachsenhausen, Frankfurt am Main, Hessen",
    "Am Schlosspark|Goethestraße|Waldweg|Ringstraße",
    "Deutschland",
);
const PORTUGAL: Names = (
    "Afonso|Beatriz|Carlota|Duarte|Eva|Francisca|Guilherme|Helena|Joana|Lourenço|Margarida|Nuno|Rita|Salvador|Teresa|Vasco",
    "Abrantes|Botelho|Cabral|Duarte|Figueiredo|Lopes|Matos|Neves|Pinheiro|Ramos|Sequeira|Tavares|Vieira",
    "Estrela, Lisboa, Lisboa|Parque das Nações, Lisboa, Lisboa|Boavista, Porto, Porto|Quinta da Marinha, Cascais, Lisboa",
    "Rua das Flores|Avenida da Liberdade|Rua do Sol",
    "Portugal",
);
const BRAZIL: Names = (
    "Adriana|Bernardo|Cláudia|Davi|Elisa|Felipe|Giovana|Heitor|Juliana|Leandro|Marina|Otávio|Priscila|Renato|Simone|Thiago",
    "Andrade|Bittencourt|Coelho|Farias|Guedes|Leite|Macedo|Novaes|Paiva|Rangel|Siqueira|Toledo|Vasconcelos",
    "Jardins, São Paulo, SP|Leblon, Rio de Janeiro, RJ|Lourdes, Belo Horizonte, MG|Jurerê, Florianópolis, SC",
    "Rua Augusta|Avenida Atlântica|Rua das Palmeiras",
    "Brasil",
);

const FIRM_A: &str = "Ashgrove|Beaumont|Cedarline|Dovecote|Emberstone|Fernhill|Goldcrest|Hawthorn|Ivoryport|Juniper|Kingsmead|\
     Lindenhof|Meridian|Oakmere|Pinecrest|Redwood|Seabright";
const FIRM_B: &str =
    "Advisory|Brokers|Capital|Estates|Group|Homes|Infra|Investments|Land|Partners|Properties|Realtors|Ventures";
const JOBS: &[&str] = &[
    "Business Owner",
    "Vice President",
    "Cardiologist",
    "Founder",
    "Finance Director",
    "Senior Engineer",
    "Lawyer",
    "Retired",
    "Managing Partner",
    "Pilot",
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
