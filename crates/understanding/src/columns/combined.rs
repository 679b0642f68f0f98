//! Columns whose cells hold two things at once, such as a name together with a number: a question, never half an answer.

use contracts::{ColumnStatus, FieldKind};

use super::draft::Draft;
use super::synonyms::Synonyms;
use super::words::Header;
use crate::profile::Profile;

/// From this share of the cells on, it is how the column is written and not a slip.
const SHARE: f64 = 0.4;

/// Opens a column that holds names together with phones or e-mails, and asks what it is to become.
pub(crate) fn ask(draft: &mut Draft, header: &Header, profile: &Profile) {
    let (count, what) = if profile.text_with_phone >= profile.text_with_email {
        (profile.text_with_phone, "a phone number")
    } else {
        (profile.text_with_email, "an e-mail address")
    };
    if draft.column.status == ColumnStatus::Ignored || profile.share(count) < SHARE {
        return;
    }
    // `E-mail` over `Meera Rao <meera@rao.example>` is what mail programs write.
    let by_header = header.words.iter().any(|w| Synonyms::get().grammar.email.contains(w));
    if by_header && draft.path().is_some_and(|p| p.name == "email") && profile.share(profile.emails) >= 0.8 {
        return;
    }
    // A GUID holds a run of digits that no phone has a part in.
    let long = |kind| matches!(kind, FieldKind::LongText | FieldKind::Address | FieldKind::ExternalId);
    if draft.path().is_some_and(|p| p.name == "registration_id" || p.def.is_none_or(|d| long(d.kind))) {
        return;
    }
    if super::telling::holds(profile, super::by_values::guid) >= 0.9 {
        return;
    }
    // Longer texts are messages that mention a number.
    if profile.long_texts * 2 > profile.valued() {
        return;
    }
    let name = draft.column.header.clone();
    draft.open(
        "values",
        format!(
            "{count} of {} values hold text together with {what}; either field alone would take half of them",
            profile.valued()
        ),
    );
    draft.column.question = Some(format!(
        "{name} holds text together with {what} in one cell. Choose the person's name, or {what}: the cell is split, and both are kept. Where the text is something else, split it into two columns in the file."
    ));
}
