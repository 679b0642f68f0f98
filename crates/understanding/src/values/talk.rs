//! How something was said and who began it, in the words that `contracts` and the screens go by.

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
}
