//! A call handed over to the system: only a number that is on the client's record, and only as `tel:` or to WhatsApp.

use contracts::{Actor, ApiError, EntityRef, EntityType, ErrorCode, HandOff, HandOffArgs, HandOffTo, Permission};
use serde_json::Value;

use crate::error::{not_found, refused};
use crate::{App, Outcome};

impl App {
    /// The address that calls a client, made of a number of their record.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a number that they do not have or that can't be dialled;
    /// [`ErrorCode::Refused`] by policy, and for whoever asked not to be contacted.
    pub fn hand_off(&self, actor: &Actor, args: &HandOffArgs) -> Outcome<HandOff> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        access.may_see(EntityType::Person, "phone")?;
        let record = self.reading(|r| {
            let at = r.resolve(EntityRef { entity: EntityType::Person, id: args.id })?;
            Ok(r.record(at)?.ok_or_else(|| not_found("person", args.id))?)
        })?;
        if record.fields.get("do_not_contact") == Some(&Value::Bool(true)) {
            return Err(refused(
                "They asked not to be contacted.",
                "Leave them out, or change “Do not contact” in their dossier if that is over.",
            ));
        }
        let phones = record.fields.get("phone").and_then(Value::as_array);
        let number = phones.and_then(|all| all.get(usize::try_from(args.phone).ok()?)?.get("value")?.as_str());
        let digits = number.and_then(|n| n.strip_prefix('+')).unwrap_or_default();
        if !(7..=15).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                "There is no number here that can be dialled.",
                "Correct the number in the dossier, with its country code.",
            )
            .at("phone"));
        }
        let address = match args.to {
            HandOffTo::Telephone => format!("tel:+{digits}"),
            HandOffTo::Whatsapp => format!("https://wa.me/{digits}"),
        };
        Ok(HandOff { address })
    }
}
