//! How something was said, who began it and how long it took, in the words that `contracts` and the screens go by.

use rust_decimal::Decimal;

/// The channel that a cell names: `Phone Call` is a `call`. None where it is none of the dictionary's (`fields.md`): such a
/// word stays as it was received.
pub(crate) fn channel(text: &str) -> Option<&'static str> {
    // The plainest first: a WhatsApp call is a message's channel before it is a call.
    const SAYS: [(&str, &[&str]); 7] = [
        ("whatsapp", &["whatsapp", "whats app"]),
        ("sms", &["sms", "text message", "mensaje de texto"]),
        ("email", &["email", "e-mail", "mail", "correo", "courriel"]),
        ("visit", &["visit", "viewing", "showing", "tour", "besichtigung", "inspection"]),
        ("meeting", &["meeting", "appointment", "reuni", "treffen", "termin", "rendez-vous", "incontro", "riunione"]),
        (
            "call",
            &[
                "call",
                "phone",
                "anruf",
                "telefon",
                "appel",
                "llamada",
                "liga\u{e7}",
                "ligac",
                "chamada",
                "chiamata",
                "telef",
            ],
        ),
        ("note", &["note", "nota", "notiz"]),
    ];
    let low = text.trim().to_lowercase();
    if low.split_whitespace().count() > 3 {
        return None;
    }
    SAYS.iter().find(|(_, words)| words.iter().any(|w| low.contains(w))).map(|(channel, _)| *channel)
}

/// `inbound` or `outbound`, where a cell says so: `Outgoing`, `Incoming call`, `OUT`.
pub(crate) fn direction(text: &str) -> Option<&'static str> {
    const IN: &[&str] =
        &["inbound", "incoming", "in", "received", "missed", "entrante", "eingehend", "entrant", "recebida"];
    const OUT: &[&str] =
        &["outbound", "outgoing", "out", "dialed", "dialled", "saliente", "ausgehend", "sortant", "realizada"];
    let low = text.trim().to_lowercase();
    let first = low.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is = |words: &[&str]| words.contains(&first);
    match (is(IN), is(OUT)) {
        (true, false) => Some("inbound"),
        (false, true) => Some("outbound"),
        _ => None,
    }
}

/// What a header says its times are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Seconds,
    Minutes,
    Hours,
    /// `mm:ss`.
    MinutesAndSeconds,
    /// `hh:mm`.
    HoursAndMinutes,
}

/// How a column's transform says that its values are minutes and seconds.
pub(crate) const MINUTES_AND_SECONDS: &str = "mm:ss";

/// The unit that a column's transform states, `number:mm:ss`, or its header names.
pub(crate) fn unit_of(header: &str, transform: &str) -> Option<Unit> {
    let stated = transform.strip_prefix("number:").is_some_and(|u| u == MINUTES_AND_SECONDS);
    if stated { Some(Unit::MinutesAndSeconds) } else { unit(header) }
}

/// The unit that a header names: `Call Duration (sec)`, `Talk Time (mm:ss)`, `Dauer (Min.)`.
pub(crate) fn unit(header: &str) -> Option<Unit> {
    let low = header.to_lowercase();
    let word = |w: &[&str]| low.split(|c: char| !c.is_alphanumeric()).any(|x| w.contains(&x));
    if low.contains("mm:ss") && !low.contains("hh:mm:ss") {
        Some(Unit::MinutesAndSeconds)
    } else if low.contains("hh:mm") && !low.contains("hh:mm:ss") {
        Some(Unit::HoursAndMinutes)
    } else if word(&[
        "sec", "secs", "second", "seconds", "s", "sek", "sekunden", "segundos", "secondes", "seg", "segs", "billsec",
    ]) {
        Some(Unit::Seconds)
    } else if word(&["min", "mins", "minute", "minutes", "minuten", "minutos", "minuti"]) {
        Some(Unit::Minutes)
    } else if word(&["hours", "hrs", "h", "stunden", "horas", "heures"]) {
        Some(Unit::Hours)
    } else {
        None
    }
}

/// A length of time in minutes, to the hundredth: `00:04:12` is 4.2. A bare number, and `4:12`, need the header's unit.
pub(crate) fn minutes(text: &str, unit: Option<Unit>) -> Option<Decimal> {
    let text = text.trim().to_lowercase();
    let number = |t: &str| t.trim().parse::<u32>().ok().filter(|n| *n < 1_000_000);
    let seconds = match text.split(':').collect::<Vec<_>>().as_slice() {
        [h, m, s] => {
            let whole = s.split('.').next().unwrap_or_default();
            let (m, s) = (number(m).filter(|m| *m < 60)?, number(whole).filter(|s| *s < 60)?);
            number(h)?.checked_mul(3600)?.checked_add(m * 60 + s)?
        }
        [a, b] => {
            let small = number(b).filter(|b| *b < 60)?;
            match unit? {
                Unit::MinutesAndSeconds => number(a)?.checked_mul(60)?.checked_add(small)?,
                Unit::HoursAndMinutes => number(a)?.checked_mul(3600)?.checked_add(small * 60)?,
                _ => return None,
            }
        }
        [one] => {
            let digits = one.find(|c: char| !c.is_ascii_digit()).unwrap_or(one.len());
            let (n, rest) = one.split_at(digits);
            let of = self::unit(rest).or(unit.filter(|_| rest.trim().is_empty()))?;
            number(n)?.checked_mul(match of {
                Unit::Seconds => 1,
                Unit::Minutes => 60,
                Unit::Hours => 3600,
                Unit::MinutesAndSeconds | Unit::HoursAndMinutes => return None,
            })?
        }
        _ => return None,
    };
    Some((Decimal::from(seconds) / Decimal::from(60)).round_dp(2).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_and_directions_are_read_from_what_systems_write() {
        let channels = ["Phone Call", "Site Visit", "WhatsApp", "E-Mail", "Llamada", "Besichtigung", "Follow up"];
        let read = channels.map(channel);
        let wanted = ["call", "visit", "whatsapp", "email", "call", "visit"];
        assert_eq!(read[..6], wanted.map(Some));
        assert_eq!(read[6], None);
        assert_eq!(
            ["Outbound", "INCOMING call", "out", "missed", "internal"].map(direction),
            [Some("outbound"), Some("inbound"), Some("outbound"), Some("inbound"), None]
        );
    }

    #[test]
    fn a_length_of_time_is_read_where_its_unit_is_told() {
        let cases = [
            ("00:04:12", None, Some("4.2")),
            ("4:12", Some(Unit::MinutesAndSeconds), Some("4.2")),
            ("4:12", None, None),
            ("252", Some(Unit::Seconds), Some("4.2")),
            ("252", None, None),
            ("15 min", None, Some("15")),
            ("2 hours", None, Some("120")),
            ("4:72", Some(Unit::MinutesAndSeconds), None),
            ("", Some(Unit::Seconds), None),
            ("99999999999", Some(Unit::Hours), None),
        ];
        for (text, unit, wanted) in cases {
            assert_eq!(minutes(text, unit).map(|m| m.to_string()).as_deref(), wanted, "{text}");
        }
        assert_eq!(unit("Call Duration (sec)"), Some(Unit::Seconds));
        assert_eq!(unit("Talk Time (mm:ss)"), Some(Unit::MinutesAndSeconds));
        assert_eq!(unit("Duration"), None);
    }
}
