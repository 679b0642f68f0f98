//! `paste`: who is meant by a number, an address, a signature, a vCard or a chat, and a new client made of it.

use std::io::Read;

use app::{App, Outcome};
use contracts::{Actor, ApiError, EntityRef, ErrorCode, PasteArgs, PasteKeepArgs};

use crate::output::{Output, table};
use crate::reading::record;

/// Bytes of standard input that are read; the core says what is too long.
const INPUT: u64 = 100_000;

/// `paste`
#[derive(Clone, Debug, clap::Args)]
pub struct Paste {
    /// The text; `-` or nothing: standard input
    #[arg(long)]
    text: Option<String>,
    /// Make a client of it, with the text on their timeline
    #[arg(long, conflicts_with = "about")]
    create: bool,
    /// Keep the text on this client's timeline
    #[arg(long, value_name = "ENTITY:ID", value_parser = record)]
    about: Option<EntityRef>,
    /// Which of the people that it names, from 1
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=5))]
    draft: u32,
}

/// Runs it.
pub fn run(app: &App, actor: &Actor, asked: &Paste, output: &Output) -> Outcome<()> {
    let text = match asked.text.as_deref() {
        Some(text) if text != "-" => text.to_owned(),
        _ => input()?,
    };
    if asked.create || asked.about.is_some() {
        let draft = asked.draft - 1;
        let args = PasteKeepArgs { text, draft, without: Vec::new(), about: asked.about, now: None };
        output.answer(&app.paste_keep(actor, &args)?, |r| {
            format!("{} {} (group {})", r.entity.entity, r.entity.id, r.group)
        });
        return Ok(());
    }
    output.answer(&app.paste_read(actor, &PasteArgs { text })?, |reading| {
        let mut out = String::new();
        for draft in &reading.drafts {
            let read: Vec<_> = draft
                .fields
                .iter()
                .map(|f| vec![f.field.clone(), f.text.clone(), format!("line {}", f.line), f.read_from.clone()])
                .collect();
            out.push_str(&table(&["Field", "Value", "", "Read from"], &read));
            let there: Vec<_> = draft
                .found
                .iter()
                .map(|f| vec![f.title.clone(), format!("same {}", f.field), f.entity.to_string()])
                .chain(draft.near.iter().map(|n| vec![n.title.clone(), "perhaps".into(), n.entity.to_string()]))
                .collect();
            out.push_str(&if there.is_empty() {
                "Not in the records yet.\n".into()
            } else {
                table(&["In the records", "", "Id"], &there)
            });
        }
        if out.is_empty() { "The text names nobody.".into() } else { out }
    });
    Ok(())
}

fn input() -> Outcome<String> {
    let mut bytes = Vec::new();
    std::io::stdin().take(INPUT).read_to_end(&mut bytes).map_err(|why| {
        ApiError::new(
            ErrorCode::BadInput,
            format!("Standard input can't be read: {why}."),
            "Give the text with --text.",
        )
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
