//! The objects of HSDS 3.0 (Human Services Data Specification of Open Referral) that Lotse fills.
//!
//! Names and nesting are those of `service.json` of version 3.0. What has no value is left out; only identifiers and
//! what the specification requires is always there.

use serde::Serialize;
use uuid::Uuid;

/// A service with everything that belongs to it. Required: id, name, status.
#[derive(Serialize)]
pub(super) struct Service {
    pub id: Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    pub status: HsdsStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_process: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligibility_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assured_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<HsdsSchedule>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_areas: Vec<Area>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_at_locations: Vec<AtLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<HsdsFunding>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cost_options: Vec<CostOption>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_documents: Vec<RequiredDocument>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<HsdsContact>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// The four states of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum HsdsStatus {
    #[serde(rename = "active")]
    Active,
    #[serde(rename = "inactive")]
    Inactive,
    #[serde(rename = "defunct")]
    Defunct,
    #[serde(rename = "temporarily closed")]
    TemporarilyClosed,
}

/// Required: id, number.
#[derive(Serialize)]
pub(super) struct Phone {
    pub id: Uuid,
    pub number: String,
}

/// Required: id. Days are ISO.
#[derive(Default, Serialize)]
pub(super) struct HsdsSchedule {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtstart: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attending_type: Option<String>,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct Area {
    pub id: Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct AtLocation {
    pub id: Uuid,
    pub location: HsdsLocation,
}

/// Required: id, location_type.
#[derive(Serialize)]
pub(super) struct HsdsLocation {
    pub id: Uuid,
    pub location_type: LocationType,
    pub name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accessibility: Vec<HsdsAccessibility>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum LocationType {
    Physical,
    Virtual,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct HsdsAccessibility {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

/// Required: id, name, description.
#[derive(Serialize)]
pub(super) struct Organization {
    pub id: Uuid,
    pub name: String,
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct HsdsFunding {
    pub id: Uuid,
    pub source: String,
}

/// Required: id. The currency is lower case, as in the examples of the specification.
#[derive(Serialize)]
pub(super) struct CostOption {
    pub id: Uuid,
    pub option: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<u32>,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct RequiredDocument {
    pub id: Uuid,
    pub document: String,
}

/// Required: id. A function at the provider, never staff.
#[derive(Serialize)]
pub(super) struct HsdsContact {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
}

/// Required: id.
#[derive(Serialize)]
pub(super) struct Attribute {
    pub id: Uuid,
    pub link_id: Uuid,
    pub taxonomy_term_id: Uuid,
    pub link_type: &'static str,
    pub link_entity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    pub taxonomy_term: TaxonomyTerm,
}

/// Required: id, name, description.
#[derive(Serialize)]
pub(super) struct TaxonomyTerm {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub description: String,
    pub taxonomy: String,
    pub taxonomy_detail: Taxonomy,
    pub language: &'static str,
}

/// Required: id, name, description.
#[derive(Serialize)]
pub(super) struct Taxonomy {
    pub id: Uuid,
    pub name: String,
    pub description: String,
}
