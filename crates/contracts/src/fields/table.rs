//! The dictionary itself (`fields.md`): every canonical field, by kind of record.

use super::{FieldDef, FieldKind};
use crate::EntityType;

macro_rules! fields {
    ($($entity:ident { $($name:literal $kind:ident $($many:ident)? $title:literal;)* })*) => {
        /// The whole dictionary, grouped by entity.
        pub const FIELDS: &[FieldDef] = &[$($(FieldDef {
            entity: EntityType::$entity,
            name: $name,
            kind: FieldKind::$kind,
            many: fields!(@many $($many)?),
            title: $title,
        },)*)*];
    };
    (@many many) => { true };
    (@many) => { false };
}

fields! {
    Person {
        "full_name" Text "Name";
        "prefix" Text "Title";
        "given_name" Text "First name";
        "middle_name" Text "Middle name";
        "family_name" Text "Last name";
        "suffix" Text "Suffix";
        "nickname" Text "Nickname";
        "phonetic_name" Text "Phonetic name";
        "gender" Choice "Gender";
        "birth_date" Date "Birth date";
        "anniversary" Date "Anniversary";
        "language" Text "Language";
        "nationality" Text "Nationality";
        "job_title" Text "Job title";
        "department" Text "Department";
        "company_name" Text "Company";
        "email" Email many "E-mail";
        "phone" Phone many "Phone";
        "website" Website many "Website";
        "social" Social many "Social profile";
        "address" Address many "Address";
        "photo_url" Text "Photo";
        "tags" Tag many "Tags";
        "notes" LongText "Notes";
        "lifecycle_stage" Choice "Lifecycle stage";
        "lead_status" Choice "Lead status";
        "lead_source" Choice "Lead source";
        "source_system_detail" Text "Source detail";
        "campaign" Text "Campaign";
        "rating" Text "Rating";
        "score" Number "Score";
        "owner" Text "Owner";
        "assignee" Text "Assignee";
        "referrer" Text "Referred by";
        "is_private" Bool "Private";
        "created_at" DateTime "Created in source";
        "updated_at" DateTime "Updated in source";
        "last_contacted_at" DateTime "Last contacted";
        "last_activity_at" DateTime "Last activity";
        "external_id" ExternalId many "Source id";
        "unqualified_reason" Text "Unqualified reason";
        "consent.email" Bool "Consent: e-mail";
        "consent.phone" Bool "Consent: phone";
        "consent.sms" Bool "Consent: SMS";
        "consent.whatsapp" Bool "Consent: WhatsApp";
        "consent.at" DateTime "Consent given";
        "do_not_contact" Bool "Do not contact";
        "kyc_status" Choice "KYC status";
        "source_of_funds" Text "Source of funds";
    }
    Account {
        "name" Text "Name";
        "legal_name" Text "Legal name";
        "domain" Text "Domain";
        "website" Website many "Website";
        "industry" Choice "Industry";
        "type" Choice "Type";
        "phone" Phone many "Phone";
        "email" Email many "E-mail";
        "address" Address many "Address";
        "annual_revenue" Money "Annual revenue";
        "employee_count" Number "Employees";
        "parent" Text "Parent";
        "owner" Text "Owner";
        "description" LongText "Description";
        "registration_id" Text "Registration";
        "external_id" ExternalId many "Source id";
        "created_at" DateTime "Created in source";
        "updated_at" DateTime "Updated in source";
    }
    Household {
        "spouse.given_name" Text "Spouse: first name";
        "spouse.family_name" Text "Spouse: last name";
        "spouse.full_name" Text "Spouse: name";
        "spouse.email" Email "Spouse: e-mail";
        "spouse.phone" Phone "Spouse: phone";
        "spouse.birth_date" Date "Spouse: birth date";
        "children" Text "Children";
        "assistant.name" Text "Assistant: name";
        "assistant.phone" Phone "Assistant: phone";
        "manager.name" Text "Manager: name";
    }
    Opportunity {
        "name" Text "Name";
        "pipeline" Choice "Pipeline";
        "stage" Choice "Stage";
        "status" Choice "Status";
        "amount" Money "Amount";
        "currency" Choice "Currency";
        "probability" Number "Probability, %";
        "close_date" Date "Expected close";
        "owner" Text "Owner";
        "account" Text "Account";
        "contact" Text "Contact";
        "source" Choice "Source";
        "lost_reason" Text "Lost because";
        "won_at" DateTime "Won";
        "lost_at" DateTime "Lost";
        "description" LongText "Description";
        "external_id" ExternalId many "Source id";
        "created_at" DateTime "Created in source";
        "updated_at" DateTime "Updated in source";
    }
    Requirement {
        "purpose" Choice "Purpose";
        "property_type" Choice "Property type";
        "budget_min" Money "Budget from";
        "budget_max" Money "Budget to";
        "currency" Choice "Currency";
        "bedrooms_min" Number "Bedrooms from";
        "bedrooms_max" Number "Bedrooms to";
        "bathrooms_min" Number "Bathrooms from";
        "area_min" Area "Area from";
        "area_max" Area "Area to";
        "area_unit" Choice "Area unit";
        "locality" Tag many "Localities";
        "city" Tag many "Cities";
        "timeframe" Text "Timeframe";
        "must_have" Tag many "Must have";
        "exclude" Tag many "Excluded";
        "financing" Text "Financing";
    }
    Interest {
        "property.name" Text "Property";
        "property.project" Text "Project";
        "property.developer" Text "Developer";
        "property.unit" Text "Unit";
        "property.type" Choice "Property type";
        "property.bedrooms" Number "Bedrooms";
        "property.area" Area "Area";
        "property.price" Money "Price";
        "property.listing_id" Text "Listing";
        "property.address" Address "Address";
        "stage" Choice "Interest";
        "at" DateTime "Since";
        "price" Money "Offered price";
    }
    Task {
        "title" Text "Title";
        "contact" Text "Contact";
        "external_id" ExternalId many "Source id";
        "due_at" DateTime "Due";
        "status" Choice "Status";
        "priority" Choice "Priority";
        "assignee" Text "Assignee";
        "done_at" DateTime "Done";
        "reminder_at" DateTime "Reminder";
        "description" LongText "Description";
    }
    Interaction {
        "channel" Choice "Channel";
        "direction" Choice "Direction";
        "at" DateTime "When";
        "ended_at" DateTime "Ended";
        "duration" Number "Minutes";
        "subject" Text "Subject";
        "body" LongText "What was said";
        "participant" Tag many "Who took part";
        "outcome" Choice "Outcome";
        "assignee" Text "By";
        "media_ref" Text "Recording";
        "external_id" ExternalId many "Source id";
    }
}
