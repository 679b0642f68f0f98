//! The demo workspace: sample exports brought in by the real pipeline, so that the first screen answers "show me my
//! clients" (R196, R201, R204). Every person, firm, number and address in them is invented.

use contracts::Actor;

use crate::{App, ApproveChoice, Outcome, Reporter};

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../fixtures/imports/", $name)).as_slice())),*]
    };
}

/// In the order in which a team would bring them in; deals and tasks after the people whom they name.
const SAMPLES: &[(&str, &[u8])] = samples![
    "hubspot_contacts.csv",
    "salesforce_contact_api.csv",
    "google_contacts_new.csv",
    "kvcore.csv",
    "linkedin_connections.csv",
    "deals_pipedrive.csv",
    "tasks_followups.csv",
    "legacy_leads.csv",
];

/// The last of the samples waits for approval, so that the demo shows an import under review.
const LEFT_FOR_REVIEW: &str = "legacy_leads.csv";

/// Brings in what is not there yet; a fill that was cut short goes on where it stopped.
pub(crate) fn fill(app: &App, actor: &Actor, reporter: &dyn Reporter) -> Outcome<()> {
    let there = app.import_list(actor)?;
    for (name, bytes) in SAMPLES {
        let summary = match there.iter().find(|i| i.file_name == *name) {
            Some(found) => found.clone(),
            None => app.import_bytes(actor, name, bytes, reporter)?,
        };
        if *name != LEFT_FOR_REVIEW
            && matches!(summary.state, contracts::ImportState::Proposed | contracts::ImportState::Committing)
        {
            app.import_approve(actor, summary.import_id, &ApproveChoice::default(), reporter)?;
        }
    }
    Ok(())
}
