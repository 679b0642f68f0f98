use contracts::PastedKind;

use super::{Pasted, read};

fn india(text: &str) -> Pasted {
    read(text, &["IN".to_owned()])
}

/// What was read of the people of a text: `field=value@line`.
fn said(text: &str) -> Vec<Vec<String>> {
    let fields = |p: &super::Person| p.fields.iter().map(|f| format!("{}={}@{}", f.field, f.text, f.line)).collect();
    india(text).people.iter().map(fields).collect()
}

#[test]
fn a_number_is_read_in_any_format_and_nothing_else_is_one() {
    for text in ["+91 98300 12345", "098300-12345", "  (+91) 98300.12345 ", "tel:+919830012345", "M: 98300 12345"] {
        let read = india(text);
        assert_eq!(read.kind, PastedKind::Phone, "{text}");
        assert_eq!(read.people.len(), 1, "{text}");
    }
    assert_eq!(said("M: 98300 12345"), [["phone=98300 12345 (mobile)@1"]]);
    for text in ["", "Rina Sen", "700 064", "12/03/2024", "2024-03-12 10:15", "3 crore", "who@", "1234567"] {
        assert_eq!(india(text).kind, PastedKind::Unknown, "{text}");
    }
}

#[test]
fn an_address_brings_the_name_before_it() {
    assert_eq!(said("rina.sen@Example.com"), [["email=rina.sen@example.com@1"]]);
    let named = said("\"Rina Sen\" <rina@example.com>");
    assert_eq!(named, [["full_name=Rina Sen@1", "email=rina@example.com@1"]]);
    assert_eq!(india("Rina Sen <rina@example.com>").kind, PastedKind::Email);
}

#[test]
fn a_signature_is_taken_apart_and_each_value_knows_its_line() {
    let text = "Thanks,\n\nWarm regards,\nDr. Rina Sen\nVice President, Sales\nPalmyra Trading Pvt Ltd\nM: +91 98300 12345 | O: 033 2465 1000\nrina.sen@palmyra.example  www.palmyra.example\n14/2 Lake Road, Kolkata 700029";
    assert_eq!(
        said(text),
        [[
            "full_name=Dr. Rina Sen@4",
            "job_title=Vice President@5",
            "company_name=Palmyra Trading Pvt Ltd@6",
            "phone=+91 98300 12345 (mobile)@7",
            "phone=033 2465 1000 (work)@7",
            "email=rina.sen@palmyra.example@8",
            "website=www.palmyra.example@8",
        ]]
    );
    let read = india(text);
    assert_eq!((read.kind, read.people[0].snippet.as_str()), (PastedKind::Signature, text));
    assert_eq!(read.people[0].fields[3].read_from, "M: +91 98300 12345 | O: 033 2465 1000");
}

#[test]
fn a_signature_of_one_line_too() {
    let text = "Omar Haddad | Director | Northlight Studios LLC | omar@northlight.example | Mob 98300 12399\nSent from my phone";
    assert_eq!(
        said(text),
        [[
            "full_name=Omar Haddad@1",
            "job_title=Director@1",
            "company_name=Northlight Studios LLC@1",
            "email=omar@northlight.example@1",
            "phone=98300 12399 (mobile)@1",
        ]]
    );
}

#[test]
fn words_without_a_number_or_an_address_name_nobody() {
    for text in ["Regards,\nRina Sen\nDirector", "Buy 2 flats\nat 3.5 Cr each\nby 12/03/2024"] {
        assert_eq!(india(text).kind, PastedKind::Unknown, "{text}");
    }
}

#[test]
fn a_vcard_is_read_in_every_version() {
    let four = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Rina Sen\r\nN:Sen;Rina;Kumari;Dr.;\r\nORG:Palmyra\\, Trading;Sales\r\nTITLE:Head of \r\n Sales\r\nitem1.TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+91-98300-12345\r\nEMAIL;TYPE=work:rina@palmyra.example\r\nBDAY:19800229\r\nPHOTO:data:image/png;base64,AAAA\r\nEND:VCARD\r\n";
    assert_eq!(
        said(four),
        [[
            "full_name=Rina Sen@3",
            "family_name=Sen@4",
            "given_name=Rina@4",
            "middle_name=Kumari@4",
            "prefix=Dr.@4",
            "company_name=Palmyra, Trading@5",
            "department=Sales@5",
            "job_title=Head of Sales@6",
            "phone=+91-98300-12345 (mobile)@8",
            "email=rina@palmyra.example@9",
            "birth_date=1980-02-29@10",
        ]]
    );
    let two = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=\nller;J=C3=BCrgen\nTEL;CELL:+49 30 901820\nEND:VCARD";
    assert_eq!(
        said(two),
        [[
            "full_name=Jürgen Müller@3",
            "family_name=Müller@3",
            "given_name=Jürgen@3",
            "phone=+49 30 901820 (mobile)@5"
        ]]
    );
}

#[test]
fn of_many_cards_the_first_are_read_and_the_rest_are_counted() {
    let card = |n: u32| format!("BEGIN:VCARD\nFN:Rina Sen {n}\nTEL:+91 98300 1234{n}\nEND:VCARD\n");
    let text: String = (0..8).map(card).collect();
    let read = india(&text);
    assert_eq!((read.people.len(), read.left_out), (5, 3));
    assert_eq!(read.people[1].snippet, card(1).trim_end());
}

#[test]
fn talk_from_whatsapp_names_who_wrote_however_it_was_copied() {
    for text in [
        "[12/03/24, 10:15] Rina Sen: Is the flat still free?\nThe one by the lake: with two bays\n[12/03/24, 10:17] Omar: yes",
        "12/03/2024, 10:15 - Rina Sen: Is the flat still free?\n12/03/2024, 10:16 - Messages are end-to-end encrypted\n12/03/2024, 10:17 - Omar: yes",
        "[10:15 am, 12/03/2024] Rina Sen: Is it free?\n[10:17 am, 12/03/2024] Omar: yes",
        "\u{200e}[12.03.24, 10:15:09\u{202f}PM] ~\u{202f}Rina Sen: hello\n[12.03.24, 10:17:00\u{202f}PM] Omar: \u{200e}image omitted",
    ] {
        let read = india(text);
        assert_eq!(read.kind, PastedKind::Chat, "{text}");
        let names: Vec<&str> = read.people.iter().map(super::Person::title).collect();
        assert_eq!(names, ["Rina Sen", "Omar"], "{text}");
        assert_eq!(read.people[0].snippet, text.trim());
    }
    assert_eq!(said("[12/03/24, 10:15] +91 98300 12345: hello"), [["phone=+91 98300 12345@1"]]);
}

proptest::proptest! {
    /// Whatever is pasted, it is read without a panic, the same way twice, and every value is quoted from its line.
    #[test]
    fn any_text_is_read_and_every_value_stands_in_its_line(
        parts in proptest::collection::vec(proptest::sample::select(PIECES), 0..24),
        odd in "\\PC{0,24}",
    ) {
        let text = format!("{}{odd}", parts.concat());
        let read = india(&text);
        proptest::prop_assert_eq!(&india(&text), &read);
        for field in read.people.iter().flat_map(|p| &p.fields) {
            let line = text.lines().nth(field.line as usize - 1).unwrap_or_default();
            proptest::prop_assert!(line.contains(field.read_from.trim_end_matches('\u{2026}').trim()), "{field:?}");
            proptest::prop_assert!((0.0..=1.0).contains(&field.confidence) && !field.text.trim().is_empty());
        }
    }
}

/// What texts are put together from, so that the readers come far into them.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    " ",
    ": ",
    ";",
    "=",
    "\\",
    "\"",
    "BEGIN:VCARD",
    "END:VCARD",
    "FN:",
    "N:Sen;Rina",
    "TEL;TYPE=cell:",
    "ENCODING=QUOTED-PRINTABLE:",
    "=C3",
    "=\n",
    "BDAY:",
    "--0229",
    "1980-02-29",
    "[12/03/24, 10:15] ",
    "10:15 am, ",
    " - ",
    "~",
    "Rina Sen",
    "Regards,",
    "Director",
    "Palmyra Ltd",
    "rina@example.com",
    "<",
    ">",
    "@",
    "www.",
    "+91 98300 12345",
    "98300",
    "(",
    ")",
    "M: ",
    "|",
    "\u{200e}",
    "٩٨٣٠٠١٢٣٤٥",
    "मो. ",
];
