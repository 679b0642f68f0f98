//! The people of the third set: names, firms and places that no other set has. Numbers are drawn as those of the second
//! set are: from ranges kept for fiction, or with three noughts in a row.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town`, streets.
type Names = (&'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Aarav|Bhavna|Chandrika|Devansh|Ekta|Gautam|Hemant|Jayashree|Kunal|Mitali|Nandita|Pranav|Rukmini|Siddharth|Trisha|\
     Urvashi|Vikrant|Swapnil|Imran|Sneha|Rajat|Padmini",
    "Bajaj|Chopra|Dalmia|Fernandes|Goenka|Jhunjhunwala|Kejriwal|Malhotra|Nair|Parekh|Rathore|Sanghvi|Talwar|Rao|\
     Basu Roy|Mirza|Kulkarni|Daruwala",
    "Alipore, Kolkata|Salt Lake, Kolkata|Worli, Mumbai|Golf Course Road, Gurugram|Koramangala, Bengaluru|\
     Banjara Hills, Hyderabad|Koregaon Park, Pune",
    "Lake View Road|Temple Street|Ashoka Marg|Station Road",
);
const HINDI: Names = (
    "राकेश|अनीता|मनोज|प्रीति|सुरेश|नेहा|संजय|ममता|अजय|शालिनी",
    "गुप्ता|वर्मा|पाण्डेय|यादव|अग्रवाल|श्रीवास्तव|जैन",
    "हजरतगंज, लखनऊ|विजय नगर, इंदौर|राजपार्क, जयपुर",
    "स्टेशन रोड|गांधी मार्ग|नेहरू मार्ग",
);
const GULF: Names = (
    "Ahmad|Fatima|Ghassan|Huda|Ibrahim|Jumana|Khaled|Layan|Mansour|Nayla|Rami|Salma|Ziad|Wafa",
    "Al Qassimi|Al Tayer|Darwish|El Khatib|Farouk|Habib|Jaber|Al Romaithi|Mikati|Shaheen",
    "Downtown, Dubai|Arabian Ranches, Dubai|Emirates Hills, Dubai|Al Raha Beach, Abu Dhabi|Jumeirah, Dubai",
    "Al Wasl Road|Marina Walk|Creek Street",
);
const ARAB: Names = (
    "إبراهيم|فاطمة|عمر|نوف|راكان|جواهر|حمد|دلال|وليد|شهد",
    "المالكي|الجهني|الصالح|باوزير|الخالدي|السديري|النجار|حداد",
    "النرجس, الرياض|الياسمين, الرياض|الشاطئ, جدة|العزيزية, الخبر",
    "شارع التحلية|طريق الملك فهد|شارع النخيل",
);
const BRITAIN: Names = (
    "Arabella|Barnaby|Clementine|Dougal|Euan|Flora|Hamish|Isolde|Jolyon|Marigold|Rhys|Sian",
    "Aldridge|Bosworth|Carmichael|Drummond|Ellery|Fairfax|Gascoyne|Lonsdale|Penhaligon|Rushworth",
    "Marylebone, London|Chiswick, London|Harborne, Birmingham|Lark Lane, Liverpool",
    "Abbey Road|Mill Lane|Orchard Close|High Street",
);
const AMERICA: Names = (
    "Aubrey|Brooks|Carlotta|Dwight|Eloise|Franklin|Greta|Hollis|Imani|Jolene|Kendrick|Luz",
    "Ashworth|Brannigan|Calloway|Dubois|Ellsworth|Finch|Gallardo|Holloway|Nakamura|Tran",
    "Highlands, Denver|Pearl District, Portland|Germantown, Nashville|Hyde Park, Tampa",
    "Birch Lane|Cypress Court|Maple Avenue|Ridge Drive",
);
const SPAIN: Names = (
    "Adriana|Bruno|Carmen|Diego|Estíbaliz|Fernando|Guadalupe|Héctor|Irene|Jesús|Leticia|Raúl",
    "Bermúdez|Cordero Gil|Durán|Espinosa|Fuentes|Herrero Ruiz|Lozano|Montañés|Rincón|Villalba",
    "Los Remedios, Sevilla|El Carmen, Valencia|Chamartín, Madrid|Sarrià, Barcelona",
    "Calle Mayor|Avenida del Parque|Calle de la Luna",
);
const FRANCE: Names = (
    "Adèle|Bastien|Capucine|Damien|Élodie|Fabrice|Guénolé|Honorine|Jérôme|Manon|Océane|Théo",
    "Arnaud|Besançon|Chauvet|Delaunay|Fontaine|Garnier|Jacquemin|Leclère|Pélissier|Vasseur",
    "Le Marais, Paris|Vieux-Lille, Lille|Bouffay, Nantes|Cimiez, Nice",
    "rue des Lilas|avenue du Parc|boulevard Carnot",
);
const GERMANY: Names = (
    "Anke|Burkhard|Dörte|Eberhard|Frauke|Gisela|Hartmut|Insa|Jürgen|Kerstin|Matthias|Silke",
    "Bräuer|Cordes|Döring|Färber|Grünwald|Höfer|Köhler|Lindemann|Nölte|Seyfarth|Wüst",
    "Bogenhausen, München|Charlottenburg, Berlin|Winterhude, Hamburg|Lindenthal, Köln",
    "Lindenweg|Bahnhofstraße|Am Markt|Gartenstraße",
);
const PORTUGAL: Names = (
    "Afonso|Beatriz|Catarina|Duarte|Filipa|Gonçalo|Luísa|Martim|Raquel|Sérgio",
    "Almeida|Barroso|Carneiro|Figueiredo|Lourenço|Meireles|Nóbrega|Pacheco|Tavares",
    "Campo de Ourique, Lisboa|Cedofeita, Porto|Quinta do Lago, Loulé",
    "Rua das Flores|Avenida da Liberdade|Travessa do Sol",
);
const BRAZIL: Names = (
    "Anderson|Bianca|Cauã|Daniela|Estêvão|Fabiana|Gustavo|Jussara|Otávio|Patrícia",
    "Azevedo|Barreto|Cavalcanti|Drummond|Espíndola|Freitas|Moraes|Queiroz|Sampaio|Teixeira",
    "Moema, São Paulo|Leblon, Rio de Janeiro|Savassi, Belo Horizonte",
    "Rua das Acácias|Avenida Central|Alameda Santos",
);

const FIRM_A: &str = "Ashgrove|Beaumont|Cobalt|Dunmore|Evergreen|Foxglove|Greystone|Heathfield|Ironbridge|Kingfisher";
const FIRM_B: &str = "Associates|Bioscience|Consultancy|Energy|Films|Hospitality|Jewellers|Mobility|Partners|Shipping";
const JOBS: &str =
    "Chief Financial Officer|Cardiologist|Founder|General Manager|Legal Counsel|Pilot|Product Lead|Retired|Trader";

fn names(market: Market, native: bool) -> Names {
    match market {
        Market::India if native => HINDI,
        Market::India => INDIA,
        Market::Emirates => GULF,
        Market::Saudi | Market::Egypt => ARAB,
        Market::Britain => BRITAIN,
        Market::America => AMERICA,
        Market::Spain | Market::Italy => SPAIN,
        Market::France => FRANCE,
        Market::Germany | Market::Netherlands => GERMANY,
        Market::Portugal => PORTUGAL,
        Market::Brazil => BRAZIL,
    }
}

/// Draws a person of the third set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let (given, family, places, streets) = names(market, native);
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    let house = 1 + d.below(160);
    let street = one(d, streets);
    let street = match market {
        Market::Germany | Market::Spain | Market::Portugal | Market::Brazil => format!("{street} {house}"),
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
        ..drawn(d, market, native)
    }
}
