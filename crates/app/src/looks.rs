//! Since you last looked: each look is noted for this user on this computer, and what others changed since is told.

use contracts::{Actor, ClientNews, DeltaOp, EntityRef, EntityType, Look, LookArgs, NewsArgs, NewsLine, Permission};
use store::StoreError;

use crate::error::not_found;
use crate::lists::mask_changes;
use crate::today::due;
use crate::{App, Outcome};

/// Changes shown at once.
const LINES: usize = 50;
/// Changes read, of which one's own are left out.
const READ: usize = 500;

impl App {
    /// Notes that this user looks at Today or at a dossier, and says from where on things are new to them. Where nothing can
    /// be written (a read-only disk) the look is not noted, and what is new stays new.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`]; [`contracts::ErrorCode::Refused`] by policy.
    pub fn look(&self, actor: &Actor, args: &LookArgs) -> Outcome<Look> {
        self.permit(actor, Permission::ReadRecords)?;
        let (about, seen, upto) = self.reading(|r| {
            let about = match args.id {
                Some(id) => {
                    let at = r.resolve(EntityRef { entity: EntityType::Person, id })?;
                    if !r.record_exists(at)? {
                        return Err(not_found("person", id).into());
                    }
                    Some(at.id)
                }
                None => None,
            };
            Ok((about, r.look(&actor.id, about)?, r.newest_change()?))
        })?;
        let noted: Result<(), StoreError> =
            self.store.write(self.host.as_ref(), |tx| tx.note_look(&actor.id, about, upto));
        match noted {
            Err(e) if !(e.is_busy() || matches!(e, StoreError::ReadOnly)) => return Err(crate::from_store(&e)),
            _ => {}
        }
        let (since, looked_at) = seen.unzip();
        Ok(Look { since, looked_at, upto })
    }

    /// What others changed around a client after a position, the newest first, and what is still promised to the client.
    ///
    /// # Errors
    /// As [`App::look`].
    pub fn client_news(&self, actor: &Actor, args: &NewsArgs) -> Outcome<ClientNews> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let clock = self.clock(None)?;
        self.reading(|r| {
            let client = r.resolve(EntityRef { entity: EntityType::Person, id: args.id })?;
            if !r.record_exists(client)? {
                return Err(not_found("person", args.id).into());
            }
            let (found, counted) = r.changes_around(client.id, args.since, READ)?;
            let read = found.len() as u64;
            let mut lines = Vec::new();
            let mut total = counted - read;
            for delta in found {
                let op = delta.mutation.op;
                // A link says nothing that the record it came with does not.
                if delta.actor == *actor || matches!(op, DeltaOp::Link | DeltaOp::Unlink) {
                    continue;
                }
                total += 1;
                if lines.len() == LINES {
                    continue;
                }
                let at = delta.mutation.entity;
                let record = r.record(r.resolve(at)?)?;
                let title = record.map(|rec| access.shown_title(at.entity, &graph::title(at.entity, &rec.fields)));
                let mut changes = delta.mutation.changes;
                changes.retain(|c| c.before != c.after || delta.cause.kind == dossier::CONFIRM);
                if !access.sees_all() {
                    mask_changes(&access, at.entity, &mut changes);
                }
                let file = match delta.cause.batch_id {
                    // Files are often called after clients.
                    Some(batch) if access.sees_all() => r.batch(batch)?.map(|b| b.artifact.uploaded_filename),
                    _ => None,
                };
                lines.push(NewsLine {
                    delta_id: delta.delta_id,
                    entity: at,
                    title: title.unwrap_or_default(),
                    op,
                    changes,
                    actor: delta.actor,
                    cause: delta.cause.kind,
                    file_name: file,
                    row_number: delta.cause.row_number,
                    group: delta.group,
                    at: delta.at,
                });
            }
            let mut promises = Vec::new();
            for row in r.open_tasks_of(client.id)?.into_iter().take(LINES) {
                promises.extend(due(r, &access, &clock, &row)?);
            }
            Ok(ClientNews { lines, total, promises })
        })
    }
}
