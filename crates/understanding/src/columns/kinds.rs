//! Words of the trade in a column's few values, in the languages of brokers: kinds of property, and what a client wants
//! to do. Counted over the values that a column repeats, so that no cell costs more for it.

use crate::profile::Profile;

/// Cells that say what a client wants to do: buy, rent, invest.
pub(crate) fn purposes(profile: &Profile) -> u64 {
    profile.purposes.max(cells(profile, PURPOSES))
}

/// Cells that name a kind of property: flat, villa, plot.
pub(crate) fn property_types(profile: &Profile) -> u64 {
    profile.property_types.max(cells(profile, PROPERTIES))
}

fn cells(profile: &Profile, beginnings: &[&str]) -> u64 {
    let says = |value: &str| {
        let low = value.to_lowercase();
        value.len() <= 60
            && value.split_whitespace().count() <= 6
            && low
                .split(|c: char| !c.is_alphanumeric() && !is_mark(c))
                .any(|w| beginnings.iter().any(|b| w.starts_with(b)))
    };
    profile.choices.iter().filter(|(value, _)| says(value)).map(|(_, cells)| cells).sum()
}

/// Vowel signs of Indian scripts, which Unicode counts as marks.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}')
}

/// Beginnings of words.
const PURPOSES: &[&str] = &[
    "buy",
    "rent",
    "sell",
    "selling",
    "invest",
    "lease",
    "leasing",
    "purchas",
    "tenant",
    "landlord",
    "compra",
    "alquil",
    "venta",
    "vende",
    "invers",
    "achat",
    "achet",
    "louer",
    "location",
    "vente",
    "vendre",
    "kauf",
    "kaufen",
    "miet",
    "verkauf",
    "vermiet",
    "kapitalanlage",
    "aluga",
    "alugu",
    "arrenda",
    "locação",
    "locacao",
    "venda",
    "affitt",
    "acquist",
    "vendita",
    "huur",
    "koop",
    "wynajem",
    "kupno",
    "satılık",
    "kiralık",
    "kiral",
    "аренд",
    "покуп",
    "продаж",
    "شراء",
    "بيع",
    "إيجار",
    "ايجار",
    "استئجار",
    "استثمار",
    "تأجير",
    "खरीद",
    "बेच",
    "किराय",
    "निवेश",
    "kharid",
    "kiray",
    "nivesh",
    "bechn",
];

/// Beginnings of words.
const PROPERTIES: &[&str] = &[
    "etw",
    "efh",
    "mfh",
    "dhh",
    "rmh",
    "reh",
    "zfh",
    "doppelhaus",
    "appart",
    "pavillon",
    "longère",
    "andar",
    "chácara",
    "fazenda",
    "kitnet",
    "studios",
    "bilocale",
    "trilocale",
    "monolocale",
    "quadrilocale",
    "capannone",
    "bovenwoning",
    "tussenwoning",
    "hoekwoning",
    "benedenwoning",
    "rezidans",
    "müstakil",
    "dükkan",
    "таунхаус",
    "студия",
    "коттедж",
    "офис",
    "lokal",
    "dzialka",
    "kamienica",
    "بيت",
    "استوديو",
    "تاون",
    "apartment",
    "appartement",
    "apartamento",
    "appartament",
    "flat",
    "villa",
    "plot",
    "townhouse",
    "penthouse",
    "studio",
    "bungalow",
    "duplex",
    "dúplex",
    "office",
    "shop",
    "warehouse",
    "land",
    "house",
    "condo",
    "cottage",
    "loft",
    "retail",
    "chalet",
    "farmhouse",
    "commercial",
    "residential",
    "kothi",
    "makaan",
    "showroom",
    "wohnung",
    "haus",
    "grundstück",
    "gewerbe",
    "büro",
    "halle",
    "einfamilien",
    "mehrfamilien",
    "reihenhaus",
    "eigentumswohnung",
    "maison",
    "terrain",
    "immeuble",
    "bureau",
    "local",
    "piso",
    "casa",
    "terreno",
    "oficina",
    "nave",
    "finca",
    "ático",
    "estudio",
    "adosado",
    "moradia",
    "loja",
    "sobrado",
    "lote",
    "cobertura",
    "escritório",
    "quinta",
    "villetta",
    "rustico",
    "attico",
    "ufficio",
    "negozio",
    "woning",
    "huis",
    "kantoor",
    "mieszkanie",
    "dom",
    "działka",
    "daire",
    "arsa",
    "квартир",
    "дом",
    "участ",
    "شقة",
    "شقق",
    "فيلا",
    "أرض",
    "ارض",
    "محل",
    "مكتب",
    "عمارة",
    "دوبلكس",
    "شاليه",
    "तल",
    "फ्लैट",
    "मकान",
    "प्लॉट",
    "दुकान",
    "बंगला",
    "विला",
    "ज़मीन",
    "जमीन",
    "detached",
    "terraced",
    "maisonette",
    "mews",
    "townhome",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_trade_are_counted_in_any_language() {
        let mut profile = Profile::default();
        for (row, value) in (0..).zip(["Kauf", "Miete", "Kauf", "شراء"]) {
            profile.add(value, row, 4);
        }
        profile.finish();
        assert_eq!((purposes(&profile), property_types(&profile)), (4, 0));
        let mut profile = Profile::default();
        for (row, value) in (0..).zip(["Appartamento", "Villa", "दुकान", "n/a"]) {
            profile.add(value, row, 4);
        }
        profile.finish();
        assert_eq!(property_types(&profile), 3);
    }
}
