//! Erasure by law: the one recorded exception to immutability (`contracts.md`).

use contracts::{Actor, EntityId, EntityType, ErasureReport, Permission};

use crate::{App, Outcome};

impl App {
    /// stub
    pub fn erase(&self, actor: &Actor, _e: EntityType, _id: EntityId, _reason: &str) -> Outcome<ErasureReport> {
        self.permit(actor, Permission::Erase)?;
        Err(crate::error::refused("not yet", "wait"))
    }
}
