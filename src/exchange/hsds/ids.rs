//! Identifiers: HSDS wants UUIDs where a catalogue has slugs.

use uuid::{Uuid, uuid};

/// The namespace of all identifiers. It never changes: the same entry has the same UUID in every export.
const NAMESPACE: Uuid = uuid!("e0d3529a-0e7c-4688-acc5-1ebfd2eca677");

/// The UUID (version 5) of a thing: of its kind and of the slugs that name it, joined by `/`.
pub(super) fn id(kind: &str, names: &[&str]) -> Uuid {
    Uuid::new_v5(&NAMESPACE, [&[kind], names].concat().join("/").as_bytes())
}
