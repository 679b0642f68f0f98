//! Names of months and weekdays in the languages that files come in: English, Hindi, Spanish, French, German, Portuguese,
//! Italian, Dutch, Turkish, Russian, Polish, Arabic (both the Gulf's and the Levant's names). Whole words only: `Marina` is no March.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The month that a word names, by its full name or a usual short form.
pub(crate) fn month(word: &str) -> Option<i8> {
    // Asked of every word that may stand in a date.
    static BY_NAME: LazyLock<FxHashMap<&'static str, i8>> = LazyLock::new(|| {
        MONTHS.iter().zip(1..).flat_map(|(names, month)| names.split(' ').map(move |name| (name, month))).collect()
    });
    BY_NAME.get(word.trim_end_matches('.').to_lowercase().as_str()).copied()
}

/// Whether a word names a day of the week, which says nothing that the date does not say.
pub(super) fn is_weekday(word: &str) -> bool {
    static NAMES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| WEEKDAYS.split_whitespace().collect());
    NAMES.contains(word.to_lowercase().as_str())
}

/// The Levant's names of two words, and what they are replaced by before words are told apart.
pub(super) const TWO_WORDS: &[(&str, &str)] = &[
    ("\u{643}\u{627}\u{646}\u{648}\u{646} \u{627}\u{644}\u{62b}\u{627}\u{646}\u{64a}", "january"),
    ("\u{62a}\u{634}\u{631}\u{64a}\u{646} \u{627}\u{644}\u{623}\u{648}\u{644}", "october"),
    ("\u{62a}\u{634}\u{631}\u{64a}\u{646} \u{627}\u{644}\u{62b}\u{627}\u{646}\u{64a}", "november"),
    ("\u{643}\u{627}\u{646}\u{648}\u{646} \u{627}\u{644}\u{623}\u{648}\u{644}", "december"),
];

const MONTHS: [&str; 12] = [
    "jan january januar j\u{e4}n j\u{e4}nner janvier janv enero ene janeiro जनवरी जन يناير gennaio gen januari ocak января январь stycznia styczeń",
    "feb february februar feber f\u{e9}vrier fevrier f\u{e9}vr fevr f\u{e9}v fev febrero fevereiro फरवरी फ़रवरी फर فبراير شباط febbraio februari şubat февраля февраль lutego luty",
    "mar march m\u{e4}rz maerz m\u{e4}r mrz mars marzo mar\u{e7}o marco मार्च مارس آذار اذار maart mrt mart marca marzec марта март",
    "apr april avril avr abril abr अप्रैल أبريل ابريل إبريل نيسان aprile nisan апреля апрель kwietnia kwiecień",
    "may mai mayo maio मई مايو أيار ايار maggio mag mei mayıs мая май maja maj",
    "jun june juni juin junio junho जून يونيو يونيه حزيران giugno giu haziran июня июнь czerwca czerwiec",
    "jul july juli juillet juil julio julho जुलाई يوليو يوليه تموز luglio lug temmuz июля июль lipca lipiec",
    "aug august ao\u{fb}t aout ao\u{fb} agosto ago अगस्त أغسطس اغسطس آب augustus ağustos августа август sierpnia sierpień",
    "sep sept september septembre septiembre setiembre set setembro सितंबर सितम्बर سبتمبر أيلول ايلول settembre eylül сентября сентябрь września wrzesień",
    "oct okt october oktober octobre octubre out outubro अक्टूबर अक्तूबर أكتوبر اكتوبر ottobre ott ekim октября октябрь października październik",
    "nov november novembre noviembre novembro नवंबर नवम्बर نوفمبر kasım ноября ноябрь listopada listopad",
    "dec dez december dezember d\u{e9}cembre decembre d\u{e9}c diciembre dic dezembro दिसंबर दिसम्बर ديسمبر dicembre aralık декабря декабрь grudnia grudzień",
];

const WEEKDAYS: &str = "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday \
    mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
    lun mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche \
    mi\u{e9} mie jue vie s\u{e1}b sab dom lunes martes mi\u{e9}rcoles miercoles jueves viernes s\u{e1}bado sabado domingo \
    luned\u{ec} marted\u{ec} mercoled\u{ec} gioved\u{ec} venerd\u{ec} domenica \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag \
    seg ter qua qui sex segunda ter\u{e7}a quarta quinta sexta \
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार \
    الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_names_two_months() {
        let mut seen = std::collections::BTreeMap::new();
        for (at, names) in MONTHS.iter().enumerate() {
            for name in names.split(' ') {
                assert_eq!(seen.insert(name, at), None, "{name}");
                assert_eq!(month(name), i8::try_from(at + 1).ok());
            }
        }
    }
}
