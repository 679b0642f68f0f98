//! The group of every field, written out a second time: a new field of the dictionary has to be given one on purpose.

use contracts::{EntityType, FIELDS, FieldGroup};
use policy::group_of;

const GROUPS: &str = "
    person identity: full_name prefix given_name middle_name family_name suffix nickname phonetic_name gender language
        nationality photo_url referrer
    person contact: email phone website social
    person address: address
    person dates: birth_date anniversary
    person work: job_title department company_name
    person pipeline: lifecycle_stage lead_status lead_source campaign rating score owner assignee last_contacted_at
        last_activity_at
    person consent: consent.email consent.phone consent.sms consent.whatsapp consent.at do_not_contact is_private
    person compliance: kyc_status source_of_funds
    person notes: notes tags unqualified_reason
    person source: external_id source_system_detail created_at updated_at
    account identity: name legal_name parent
    account contact: domain website phone email
    account address: address
    account work: industry type employee_count
    account pipeline: owner
    account compliance: registration_id
    account finance: annual_revenue
    account notes: description
    account source: external_id created_at updated_at
    household identity: spouse.given_name spouse.family_name spouse.full_name children assistant.name manager.name
    household contact: spouse.email spouse.phone assistant.phone
    household dates: spouse.birth_date
    opportunity identity: account contact
    opportunity pipeline: pipeline stage status probability close_date owner source won_at lost_at
    opportunity finance: amount currency
    opportunity notes: name lost_reason description
    opportunity source: external_id created_at updated_at
    requirement preferences: purpose property_type bedrooms_min bedrooms_max bathrooms_min area_min area_max area_unit
        locality city timeframe must_have exclude
    requirement finance: budget_min budget_max currency financing
    interest property: property.name property.project property.developer property.unit property.type
        property.bedrooms property.area property.listing_id
    interest address: property.address
    interest finance: property.price price
    interest pipeline: stage at
    task identity: contact
    task pipeline: due_at status priority assignee done_at reminder_at
    task notes: title description
    task source: external_id
    interaction identity: participant
    interaction pipeline: channel direction at ended_at duration outcome assignee
    interaction notes: subject body media_ref
    interaction source: external_id
";

#[test]
fn each_field_of_the_dictionary_has_the_group_written_here() {
    let (mut entity, mut group) = (EntityType::Person, FieldGroup::Identity);
    let (mut words, mut seen) = (GROUPS.split_whitespace().peekable(), Vec::new());
    while let Some(word) = words.next() {
        if words.peek().is_some_and(|next| next.ends_with(':')) {
            entity = word.parse().expect("a kind of record");
            group = words.next().unwrap_or_default().trim_end_matches(':').parse().expect("a group");
            continue;
        }
        assert!(contracts::field(entity, word).is_some(), "{entity}.{word} is in the dictionary");
        assert_eq!(group_of(entity, word), group, "{entity}.{word}");
        seen.push((entity, word));
    }
    for f in FIELDS {
        assert_eq!(seen.iter().filter(|s| **s == (f.entity, f.name)).count(), 1, "{}.{}", f.entity, f.name);
    }
}

#[test]
fn brackets_and_parts_do_not_matter() {
    for f in FIELDS {
        let many = format!("{}[]", f.name);
        for name in [many.clone(), format!("{many}.label"), format!("{}[0].value", f.name), format!("{}.city", f.name)]
        {
            assert_eq!(group_of(f.entity, &name), group_of(f.entity, f.name), "{name}");
        }
    }
    assert_eq!(group_of(EntityType::Interest, "property.address.city"), FieldGroup::Address);
}

#[test]
fn what_people_added_is_custom_whatever_it_is_called() {
    for name in ["custom.phone", "custom.notes", "phone_2", "", "link", "merged_into"] {
        assert_eq!(group_of(EntityType::Person, name), FieldGroup::Custom, "{name:?}");
    }
}
