//! The people of the sixth set: names, firms and places of their own. Numbers are drawn as those of the second set, from
//! ranges kept for fiction or obviously invented; mailboxes lie in reserved domains.

use super::super::people::{Market, Person};
use super::super::second::people::{mailbox, one, person as drawn};
use crate::Draw;

/// Given names, family names, `quarter, town`, streets, and the country.
type Names = (&'static str, &'static str, &'static str, &'static str, &'static str);

const INDIA: Names = (
    "Aditi|Bharat|Charulata|Dhananjay|Ektaa|Gaurav|Hiral|Jayanti|Kunal|Leela|Mandar|Nandini|Ojas|Prerna|Ravindra|Shalini|\
     Tushar|Urmila|Vivek|Amrita|Rehan|Nazneen|Simran|Harpreet|Sridhar|Malathi",
    "Acharya|Bedekar|Chopra|Dalmia|Goel|Hora|Inamdar|Jadhav|Kohli|Lamba|Mittal|Nambiar|Oak|Parekh|Rathore|Saxena|Talwar|\
     Unnikrishnan|Vora|Ansari|Braganza|Sandhu|Swaminathan|Tripathi",
    "Sector 82, Gurugram|Sector 150, Noida|Worli, Mumbai|Malad West, Mumbai|HSR Layout, Bengaluru|Hinjewadi, Pune|\
     Tollygunge, Kolkata|Bopal, Ahmedabad|Kondapur, Hyderabad",
    "Lake Road|Canal Road|Ring Road|College Road",
    "India",
);
const HINDI: Names = (
    "आनन्द|बबीता|चन्दन|दीपा|गिरीश|हेमलता|कमल|ललिता|महेश|निशा|पवन|रजनी",
    "अरोड़ा|भार्गव|चतुर्वेदी|दुबे|गहलोत|जैन|कुशवाहा|माथुर|पाठक",
    "अलीगंज, लखनऊ|राजनगर, गाज़ियाबाद|कंकड़बाग, पटना|वैशाली नगर, जयपुर",
    "नेहरू मार्ग|बाज़ार रोड",
    "भारत",
);
const GULF: Names = (
    "Saeed|Amna|Jassim|Shaikha|Marwan|Hind|Rami|Zeina|Anas|Lubna|Nabil|Sawsan",
    "Al Hashimi|Al Muhairi|Al Kaabi|Al Ali|Bazzi|Chahine|Daher|Al Rais|Sharaf|Mourad|Al Naqbi",
    "Al Barsha, Dubai|Dubai South, Dubai|Town Square, Dubai|Al Reef, Abu Dhabi|Al Khan, Sharjah",
    "Al Manara Street|Al Corniche|Garden Walk",
    "United Arab Emirates",
);
const BRITAIN: Names = (
    "Alice|Benedict|Clementine|Duncan|Esme|Graham|Henrietta|Ivor|Lydia|Marcus|Olwen|Piers|Verity",
    "Armitage|Bexley|Carmichael|Dunstan|Ellery|Fothergill|Goodwin|Hallam|Ingham|Kerr|Marlow|O'Dowd|Pryce",
    "Redland, Bristol|Chorlton, Manchester|Hackney, London|Heaton, Newcastle|Canton, Cardiff",
    "Orchard Street|Mill Road|Castle Hill|Station Parade",
    "United Kingdom",
);
const AMERICA: Names = (
    "Adele|Bradley|Celeste|Dwight|Estelle|Felicia|Gregory|Hollis|Irene|Jerome|Kendra|Leland|Monica|Preston|Ruth",
    "Albright|Beckett|Carrasco|Dunleavy|Espinoza|Farrell|Gunderson|Hathaway|Jimenez|Kessler|Lombardi|McKinney|Novak|Tran",
    "Hyde Park, Tampa|Midtown, Atlanta|Deep Ellum, Dallas|Lakeview, Chicago|Sugar House, Salt Lake City|Ybor City, Tampa",
    "Oak Ave|Willow Creek Dr|Main St|Sunset Blvd|Palm Ct",
    "USA",
);
const SPAIN: Names = (
    "Adrián|Beatriz|César|Daniela|Esteban|Fernanda|Gustavo|Irene|Julián|Marisol|Nicolás|Patricia|Tomás|Ximena",
    "Aranda|Bermúdez|Cabrera Solís|Delgado|Espinosa|Fuentes Roldán|Gallardo|Herrera|Lozano|Méndez Ortiz|Parra|Rosales",
    "Chamartín, Madrid|Poblenou, Barcelona|Los Remedios, Sevilla|Benimaclet, Valencia|Centro, Málaga",
    "Calle del Pozo|Avenida de la Paz|Calle Nueva|Paseo del Río",
    "España",
);
const ITALY: Names = (
    "Arianna|Bruno|Chiara|Dario|Elisabetta|Flavio|Greta|Ivano|Letizia|Massimo|Nadia|Orlando|Renata|Tommaso",
    "Agostini|Barbieri|Caputo|D'Angelo|De Luca|Fabbri|Guidi|Lombardo|Marchetti|Orsini|Piazza|Ruggeri",
    "Isola, Milano|San Salvario, Torino|Monti, Roma|Campo di Marte, Firenze",
    "Via Verdi|Via Cavour|Piazza Dante|Via San Marco",
    "Italia",
);
const FRANCE: Names = (
    "Amandine|Baptiste|Céline|Didier|Estelle|Fabrice|Inès|Jérôme|Karine|Lucas|Nathalie|Pascal|Séverine|Thierry",
    "Aubry|Blanchard|Colin|Dumont|Étienne|Faure|Guérin|Hamon|Jacquet|Leclerc|Meunier|Picard|Renaud|Thévenot",
    "Doulon, Nantes|Wazemmes, Lille|Saint-Michel, Bordeaux|La Doutre, Angers|Confluence, Lyon",
    "rue de la Paix|place du Marché|chemin des Vignes|rue Pasteur",
    "France",
);
const GERMANY: Names = (
    "Anja|Bernd|Carola|Detlef|Evelyn|Frank|Gisela|Holger|Jana|Klaus|Lothar|Marion|Norbert|Ulrike|Volker",
    "Arndt|Brandt|Clausen|Dörr|Ebert|Förster|Götz|Hübner|Kaiser|Löffler|Möller|Pohl|Reuter|Sommer|Zeller",
    "Lichtenberg, Berlin|Barmbek, Hamburg|Sendling, München|Ehrenfeld, Köln|Gohlis, Leipzig",
    "Bergstraße|Hauptstraße|Gartenweg|Bahnhofstraße",
    "Deutschland",
);
const BRAZIL: Names = (
    "Aline|Caio|Débora|Edson|Fabiana|Gilberto|Helena|Igor|Juliana|Leandro|Márcia|Otávio|Priscila|Vinícius",
    "Almeida|Barbosa|Cardoso|Dias|Esteves|Freitas|Gonçalves|Lacerda|Moreira|Nunes|Queiroz|Rezende|Siqueira",
    "Moema, São Paulo|Tijuca, Rio de Janeiro|Savassi, Belo Horizonte|Centro, Juiz de Fora|Cambuí, Campinas",
    "Rua XV de Novembro|Avenida Brasil|Rua do Comércio",
    "Brasil",
);
const NETHERLANDS: Names = (
    "Anneke|Bas|Chantal|Dirk|Esther|Frans|Gerda|Joost|Karin|Marijke|Pieter|Rianne|Sjoerd|Thijs|Willem",
    "Aarts|Brouwer|de Graaf|Dekker|Hoekstra|Kok|Peeters|Schouten|ter Horst|van Leeuwen|Vermeulen|Willems",
    "Jordaan, Amsterdam|Delfshaven, Rotterdam|Lombok, Utrecht|Stratum, Eindhoven",
    "Kerkstraat|Julianalaan|Nieuwstraat|Wilgenlaan",
    "Nederland",
);

const FIRM_A: &str = "Ashgrove|Birchwood|Cobalt|Daybreak|Eastgate|Foxglove|Greystone|Heron|Ironwood|Kingfisher|Longmeadow|\
     Northgate|Quarry Hill";
const FIRM_B: &str = "Construction|Dental Care|Hotels|Immobilien|Insurance|Kitchens|Logistics|Properties|Realty|Services|\
     Trading|Works";
const JOBS: &[&str] = &[
    "Sales Director",
    "Head of Growth",
    "Owner",
    "Office Manager",
    "Senior Software Engineer",
    "Managing Partner",
    "HR Manager",
    "Marketing Director",
    "Buyer",
    "Accountant",
];

fn names(market: Market, native: bool) -> Names {
    match market {
        Market::India if native => HINDI,
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

/// Draws a person of the sixth set. `native`: Indian names and places in Devanagari.
pub(super) fn person(d: &mut Draw, market: Market, native: bool) -> Person {
    let (given, family, places, streets, country) = names(market, native);
    let spouse = one(d, given).to_owned();
    let (given, family) = (one(d, given).to_owned(), one(d, family).to_owned());
    let (locality, city) = one(d, places).split_once(", ").unwrap_or_default();
    let (house, road) = (1 + d.below(140), one(d, streets));
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
