//! Which group each field of the dictionary belongs to. Chosen field by field; a test walks the dictionary.

use contracts::{EntityType, FieldGroup};

/// The group of a field. Brackets, and parts after them, don't matter: `address[].city` is an address.
///
/// A name outside the dictionary is treated as a custom field, which presenters never see in full.
#[must_use]
pub fn group_of(entity: EntityType, field: &str) -> FieldGroup {
    listed(entity, base(entity, field)).unwrap_or(FieldGroup::Custom)
}

/// The field's name as the dictionary has it: without brackets and without the part of a structured value.
pub(crate) fn base(entity: EntityType, field: &str) -> &str {
    let mut name = field.split('[').next().unwrap_or(field);
    loop {
        if name.starts_with("custom.") || listed(entity, name).is_some() {
            return name;
        }
        // `property.address.city`: the part of a single structured value.
        match name.rsplit_once('.') {
            Some((shorter, _)) => name = shorter,
            None => return field.split('[').next().unwrap_or(field),
        }
    }
}

/// The group that was chosen for a dictionary field, if one was.
pub(crate) fn listed(entity: EntityType, name: &str) -> Option<FieldGroup> {
    match entity {
        EntityType::Person => person(name),
        EntityType::Account => account(name),
        EntityType::Household => household(name),
        EntityType::Opportunity => opportunity(name),
        EntityType::Requirement => requirement(name),
        EntityType::Interest => interest(name),
        EntityType::Task => task(name),
        EntityType::Interaction => interaction(name),
    }
}

fn person(name: &str) -> Option<FieldGroup> {
    Some(match name {
        // A referrer is another client's name, and a photo shows who it is.
        "full_name" | "prefix" | "given_name" | "middle_name" | "family_name" | "suffix" | "nickname"
        | "phonetic_name" | "gender" | "language" | "nationality" | "photo_url" | "referrer" => FieldGroup::Identity,
        "email" | "phone" | "website" | "social" => FieldGroup::Contact,
        "address" => FieldGroup::Address,
        "birth_date" | "anniversary" => FieldGroup::Dates,
        "job_title" | "department" | "company_name" => FieldGroup::Work,
        "lifecycle_stage" | "lead_status" | "lead_source" | "campaign" | "rating" | "score" | "owner" | "assignee"
        | "last_contacted_at" | "last_activity_at" => FieldGroup::Pipeline,
        // Whether a person is private says how they want to be treated, as consent does.
        "consent.email" | "consent.phone" | "consent.sms" | "consent.whatsapp" | "consent.at" | "do_not_contact"
        | "is_private" => FieldGroup::Consent,
        "kyc_status" | "source_of_funds" => FieldGroup::Compliance,
        // Tags and reasons are free words about a person, and may hold anything.
        "notes" | "tags" | "unqualified_reason" => FieldGroup::Notes,
        "external_id" | "source_system_detail" | "created_at" | "updated_at" => FieldGroup::Source,
        _ => return None,
    })
}

fn account(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "name" | "legal_name" | "parent" => FieldGroup::Identity,
        "domain" | "website" | "phone" | "email" => FieldGroup::Contact,
        "address" => FieldGroup::Address,
        "industry" | "type" | "employee_count" => FieldGroup::Work,
        "owner" => FieldGroup::Pipeline,
        "registration_id" => FieldGroup::Compliance,
        "annual_revenue" => FieldGroup::Finance,
        "description" => FieldGroup::Notes,
        "external_id" | "created_at" | "updated_at" => FieldGroup::Source,
        _ => return None,
    })
}

fn household(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "spouse.given_name" | "spouse.family_name" | "spouse.full_name" | "children" | "assistant.name"
        | "manager.name" => FieldGroup::Identity,
        "spouse.email" | "spouse.phone" | "assistant.phone" => FieldGroup::Contact,
        "spouse.birth_date" => FieldGroup::Dates,
        _ => return None,
    })
}

fn opportunity(name: &str) -> Option<FieldGroup> {
    Some(match name {
        // Whose deal it is: names of a company and a person.
        "account" | "contact" => FieldGroup::Identity,
        "pipeline" | "stage" | "status" | "probability" | "close_date" | "owner" | "source" | "won_at" | "lost_at" => {
            FieldGroup::Pipeline
        }
        "amount" | "currency" => FieldGroup::Finance,
        // Deals are often named after the client.
        "name" | "lost_reason" | "description" => FieldGroup::Notes,
        "external_id" | "created_at" | "updated_at" => FieldGroup::Source,
        _ => return None,
    })
}

fn requirement(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "purpose" | "property_type" | "bedrooms_min" | "bedrooms_max" | "bathrooms_min" | "area_min" | "area_max"
        | "area_unit" | "locality" | "city" | "timeframe" | "must_have" | "exclude" => FieldGroup::Preferences,
        "budget_min" | "budget_max" | "currency" | "financing" => FieldGroup::Finance,
        _ => return None,
    })
}

fn interest(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "property.name"
        | "property.project"
        | "property.developer"
        | "property.unit"
        | "property.type"
        | "property.bedrooms"
        | "property.area"
        | "property.listing_id" => FieldGroup::Property,
        // A property may be the home of an owner who is a client too.
        "property.address" => FieldGroup::Address,
        "property.price" | "price" => FieldGroup::Finance,
        "stage" | "at" => FieldGroup::Pipeline,
        _ => return None,
    })
}

fn task(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "contact" => FieldGroup::Identity,
        "due_at" | "status" | "priority" | "assignee" | "done_at" | "reminder_at" => FieldGroup::Pipeline,
        // "Call Mrs. Sen about the villa" is a note as much as a title.
        "title" | "description" => FieldGroup::Notes,
        "external_id" => FieldGroup::Source,
        _ => return None,
    })
}

fn interaction(name: &str) -> Option<FieldGroup> {
    Some(match name {
        "participant" => FieldGroup::Identity,
        "channel" | "direction" | "at" | "ended_at" | "duration" | "outcome" | "assignee" => FieldGroup::Pipeline,
        // What was said, in their words and in their voice.
        "subject" | "body" | "media_ref" => FieldGroup::Notes,
        "external_id" => FieldGroup::Source,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_of_the_dictionary_is_without_a_deliberate_group() {
        for f in contracts::FIELDS {
            assert!(listed(f.entity, f.name).is_some(), "{}.{} has no group", f.entity, f.name);
        }
    }
}
