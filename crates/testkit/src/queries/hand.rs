//! Queries written by hand, about people written by hand: scripts, accents, and how people really remember somebody. All of
//! them are invented; numbers and domains are reserved or made up.

use serde_json::{Value, json};

use super::{Half, Labelled, Wanted};

/// Name | phone | e-mail | company | city | notes.
const PEOPLE: &str = "
Mousumi Mukherjee|+919830055501|mousumi.mukherjee@example.com|Teesta Tea Co|Kolkata|Prefers a south facing flat near the lake
\u{9b0}\u{9bf}\u{9a8}\u{9be} \u{9b8}\u{9c7}\u{9a8}|+919830055502|rina@example.org||Kolkata|\u{9a6}\u{995}\u{9cd}\u{9b7}\u{9bf}\u{9a3} \u{9ac}\u{9be}\u{9b0}\u{9be}\u{9a8}\u{9cd}\u{9a6}\u{9be} \u{99a}\u{9be}\u{987}
\u{905}\u{928}\u{93f}\u{932} \u{936}\u{930}\u{94d}\u{92e}\u{93e}|+919830055503|anil@example.net||Delhi|Cash buyer
\u{641}\u{627}\u{637}\u{645}\u{629} \u{627}\u{644}\u{645}\u{632}\u{631}\u{648}\u{639}\u{64a}|+971505550104|f.m@example.com||Dubai|Villa with majlis
\u{645}\u{62d}\u{645}\u{62f} \u{627}\u{644}\u{642}\u{627}\u{633}\u{645}\u{64a}|+971505550105|mq@example.com||Sharjah|
\u{674e}\u{5c0f}\u{660e}|+6591555106|xm@example.com|Jade Harbour Pte|Singapore|
Zo\u{eb} M\u{fc}ller|+447400555107|zoe@example.org|B\u{e4}ckerei Nord|London|Allergic to lifts
Jos\u{e9} \u{d1}\u{ed}guez|+447400555108|jose@example.net||London|
\u{141}ukasz Wi\u{15b}niewski|+447400555109|lukasz@example.com||London|Wants two parking bays
S\u{f8}ren Kj\u{e6}r|+447400555110|soren@example.org||London|
Se\u{e1}n O\u{2019}Brien|+447400555111|sean@example.net|O\u{2019}Brien & Sons|London|
Fran\u{e7}oise L\u{e9}v\u{ea}que|+447400555112|fl@example.com||London|
\u{15e}eyma \u{d6}zt\u{fc}rk|+447400555113|so@example.org||London|
Nguy\u{1ec5}n Th\u{1ecb} Hoa|+6591555114|hoa@example.net||Singapore|
Mohammed Chowdhury|+447400555115|m.chowdhury@example.com||London|
Lakshmi Narayanaswamy|+918040555116|ln@example.org|Kaveri Silks|Bangalore|Will decide after Deepavali
Venkatasubramanian Krishnamoorthy|+918040555117|vk@example.net||Bangalore|
Qurratulain Siddiqui|+919830055518|qs@example.com||Kolkata|
Bibhutibhushan Bandyopadhyay|+919830055519|bb@example.org||Kolkata|
\u{421}\u{435}\u{440}\u{433}\u{435}\u{439} \u{41a}\u{443}\u{437}\u{43d}\u{435}\u{446}\u{43e}\u{432}|+971505550120|sk@example.net||Dubai|
R K Ramanathan|+918040555121|rkr@example.com||Bangalore|
Dr Tanushree Bhattacharjee-Roy|+919830055522|tanushree.br@example.org|Sunflower Clinics|Kolkata|Asked for the payment plan and a corner unit
Xiulan Chen|+6591555123|xc@example.net|SkyLine Design|Singapore|
Oishi Thakur|+919830055524|oishi.t@example.com|Blue Kettle Cafe|Kolkata|Looking to sell the Ballygunge penthouse first
Yousuf Al Hashimi|+971505550125|yh@example.org|Dune Sky Trading|Dubai|Speaks only after Friday prayers
Pooja Shrivastava|+919830055526|pooja.s@example.net||Lucknow|
Bartholomew Featherstonehaugh|+447400555127|bf@example.com|Featherstone Partners|London|Needs step-free access for his mother
Khadija Bint Rashid|+971505550128|kbr@example.org||Abu Dhabi|
Wojciech Szcz\u{119}sny-Nowak|+447400555129|wsn@example.net||London|
Dipankar Ghosal|+919830055530|dg@example.com|Ghosal Bros Steel|Howrah|Brother of the factory owner, call before noon
";

/// Kind | what is typed | the phone of whom it means. Every second line of a kind is not looked at while tuning.
const QUERIES: &str = "
other script|\u{9ae}\u{9cc}\u{9b8}\u{9c1}\u{9ae}\u{9c0} \u{9ae}\u{9c1}\u{996}\u{9be}\u{9b0}\u{9cd}\u{99c}\u{9c0}|55501
other script|rina sen|55502
other script|\u{9ae}\u{9c1}\u{996}\u{9be}\u{9b0}\u{9cd}\u{99c}\u{9bf} mousumi|55501
other script|anil sharma|55503
other script|fatima al mazrouei|550104
other script|fatma mazroui|550104
other script|mohammed al qasimi|550105
other script|muhammad qasimi|550105
other script|li xiaoming|555106
other script|\u{645}\u{62d}\u{645}\u{62f} chowdhury|555115
other script|sergei kuznetsov|550120
other script|sergey kuznecov|550120
other script|\u{932}\u{915}\u{94d}\u{937}\u{94d}\u{92e}\u{940} narayanaswamy|555116
other script|\u{92a}\u{942}\u{91c}\u{93e} \u{936}\u{94d}\u{930}\u{940}\u{935}\u{93e}\u{938}\u{94d}\u{924}\u{935}|55526
other script|\u{64a}\u{648}\u{633}\u{641} \u{627}\u{644}\u{647}\u{627}\u{634}\u{645}\u{64a}|550125
other script|\u{62e}\u{62f}\u{64a}\u{62c}\u{629} \u{631}\u{627}\u{634}\u{62f}|550128
other script|\u{9a6}\u{9bf}\u{9aa}\u{999}\u{9cd}\u{995}\u{9b0} \u{998}\u{9cb}\u{9b7}\u{9be}\u{9b2}|55530
other script|\u{9a4}\u{9a8}\u{9c1}\u{9b6}\u{9cd}\u{9b0}\u{9c0} \u{9ad}\u{99f}\u{9cd}\u{99f}\u{9be}\u{99a}\u{9be}\u{9b0}\u{9cd}\u{99c}\u{9bf}|55522
other script|reena sen|55502
other script|\u{430}\u{43d}\u{438}\u{43b} sharma|55503
other script|\u{90b}\u{93f}\u{928}\u{93e} \u{938}\u{947}\u{928}|55502
other script|\u{6cc}\u{648}\u{633}\u{641} hashimi|550125
accents|zoe muller|555107
accents|zoe mueller|555107
accents|jose niguez|555108
accents|jose \u{f1}iguez|555108
accents|lukasz wisniewski|555109
accents|wisniewski|555109
accents|soren kjaer|555110
accents|s\u{f6}ren kj\u{e4}r|555110
accents|sean obrien|555111
accents|o'brien|555111
accents|francoise leveque|555112
accents|FRANCOISE L\u{c9}V\u{ca}QUE|555112
accents|seyma ozturk|555113
accents|oeztuerk|555113
accents|nguyen thi hoa|555114
accents|nguyen hoa|555114
accents|szczesny|555129
accents|wojciech nowak|555129
accents|backerei nord|555107
accents|baeckerei|555107
romanisation|mohamed choudhury|555115
romanisation|muhammad chaudhry|555115
romanisation|laxmi narayanswami|555116
romanisation|lakshmy narayanaswami|555116
romanisation|krishnamurthy venkatasubramaniam|555117
romanisation|venkatsubramanian|555117
romanisation|kurratulain siddiki|55518
romanisation|quratulain siddiqi|55518
romanisation|mukherji mousumi|55501
romanisation|moushumi mukerjee|55501
romanisation|puja srivastava|55526
romanisation|pooja shreevastav|55526
romanisation|yusef hashmi|550125
romanisation|yusuf alhashimi|550125
romanisation|khadeeja bint rasheed|550128
romanisation|khadijah rashid|550128
romanisation|dipankor ghoshal|55530
romanisation|deepankar ghosal|55530
typo|featherstonhaugh|555127
typo|fetherstonehaugh bartholemew|555127
typo|bandyopadhay|55519
typo|bibhuti bushan|55519
typo|tanusree bhattacharje|55522
typo|bhatacharjee roy|55522
typo|ramanathna|555121
typo|oihsi thakur|55524
typo|xuilan chen|555123
typo|ghosla dipankar|55530
infix|stoneh|555127
infix|subraman|555117
infix|bhushan|55519
infix|achar|55522
infix|sky line|555123
infix|skyline design|555123
infix|duneskytrading|550125
infix|kettle|55524
initials|r k ramanathan|555121
initials|rk ramanathan|555121
initials|b featherstonehaugh|555127
initials|v krishnamoorthy|555117
notes|corner unit payment plan|55522
notes|sell the ballygunge penthouse|55524
notes|step free access mother|555127
notes|after friday prayers|550125
notes|majlis|550104
notes|deepavali decide|555116
notes|brother factory owner|55530
notes|south facing lake|55501
notes|two parking bays|555109
notes|allergic lifts|555107
notes|penthous balygunge|55524
notes|\u{9ac}\u{9be}\u{9b0}\u{9be}\u{9a8}\u{9cd}\u{9a6}\u{9be}|55502
mixed|rina kolkata 98300|55502
mixed|mousumi tea 5501|55501
mixed|oishi cafe|55524
mixed|oishi blue 98300|55524
mixed|tanushree clinics kolkata|55522
mixed|ghosal howrah|55530
mixed|xiulan singapore 9155|555123
mixed|yousuf dubai dune|550125
mixed|brien sons london|555111
mixed|lucknow pooja 5526|55526
phone format|98300 555 01|55501
phone format|+91-98300-55524|55524
phone format|0091 98300 55530|55530
phone format|07400 555127|555127
phone format|+44 (0)7400 555 111|555111
phone format|050 555 0104|550104
phone format|00971 50 555 0125|550125
phone format|9155 5123|555123
";

/// The fields of people to be found by hand-written queries.
#[must_use]
pub fn people() -> Vec<Vec<(&'static str, Value)>> {
    PEOPLE
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut cells = line.split('|');
            let mut cell = || cells.next().unwrap_or_default();
            let (name, phone, email, company, city, notes) = (cell(), cell(), cell(), cell(), cell(), cell());
            let mut fields = vec![
                ("full_name", json!(name)),
                ("phone", json!([{ "value": phone, "received": phone, "label": "mobile", "is_primary": true }])),
                ("email", json!([{ "value": email, "received": email, "label": "work", "is_primary": true }])),
                ("address", json!([{ "city": city, "label": "home", "is_primary": true }])),
            ];
            for (field, text) in [("company_name", company), ("notes", notes)] {
                if !text.is_empty() {
                    fields.push((field, json!(text)));
                }
            }
            fields
        })
        .collect()
}

/// The queries with what they mean.
#[must_use]
pub fn by_hand() -> Vec<Labelled> {
    QUERIES
        .lines()
        .filter(|line| !line.is_empty())
        .enumerate()
        .filter_map(|(n, line)| {
            let mut cells = line.split('|');
            let (kind, text, phone) = (cells.next()?, cells.next()?, cells.next()?);
            let half = if n.is_multiple_of(2) { Half::Tuned } else { Half::Unseen };
            Some(Labelled { kind, half, text: text.to_owned(), wanted: vec![Wanted::PhoneEnds(phone.to_owned())] })
        })
        .collect()
}
