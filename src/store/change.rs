//! Changes that belong together: a confirmation, free places with their day; new entries and copies.

use jiff::civil::Date;

use crate::base::slug;
use crate::catalogue::{
    Category, Change, Choice as _, EditError, FIELDS, Field, Id, Need, Status, UNKNOWN, Value, Values, changed,
};

/// Longest id that is proposed, in characters.
const PROPOSED: usize = 60;

/// What differs from place to place or from time to time, and is not copied.
const NOT_COPIED: [&str; 5] =
    ["measure_number", "capacity.free", "capacity.waiting", "capacity.as_of", "schedule.start_dates"];

/// "This is still true", says `by` today.
pub fn confirmation(by: &Id, today: Date) -> Vec<Change> {
    changes([("confirmed.on", Some(Value::Date(today))), ("confirmed.by", Value::text(by))])
}

/// So many free places today.
pub fn free_places(free: i64, today: Date) -> Vec<Change> {
    changes([("capacity.free", Some(Value::Number(free))), ("capacity.as_of", Some(Value::Date(today)))])
}

/// Numbers of free places and waiting people get the day on which they were changed, unless it is among the changes.
pub fn with_day(mut changed: Vec<Change>, today: Date) -> Vec<Change> {
    let names = |wanted: &[&str]| changed.iter().any(|change| wanted.contains(&change.field.name().as_str()));
    let counted = changed.iter().any(|change| {
        matches!(change.field.name().as_str(), "capacity.free" | "capacity.waiting") && change.value.is_some()
    });
    if counted && !names(&["capacity.as_of"]) {
        changed.extend(changes([("capacity.as_of", Some(Value::Date(today)))]));
    }
    changed
}

/// The values with which a new entry begins.
pub fn blank(me: Option<&Id>, today: Date) -> Values {
    let mut values = Values::default();
    for field in FIELDS.iter().filter(|field| field.need == Need::Required && field.may_be_unknown()) {
        values.set(field, Value::text(UNKNOWN));
    }
    let known = [("category", Category::Measure.code()), ("status", Status::Planned.code())];
    let known = known.map(|(name, code)| (name, Value::text(code)));
    let mine = me.map(|me| [("coordinator", Value::text(me)), ("confirmed.by", Value::text(me))]);
    let today = [("confirmed.on", Some(Value::Date(today)))];
    for change in changes(known).into_iter().chain(mine.into_iter().flat_map(changes)).chain(changes(today)) {
        values.set(change.field, change.value);
    }
    values
}

/// The values of a copy: everything but the id and what is different for every offer. `title` says how it is called.
pub fn copy(of: &Values, title: &str, me: Option<&Id>, today: Date) -> Values {
    let mut values = of.clone();
    let fresh = NOT_COPIED.map(|name| (name, None));
    let named = [("id", None), ("title", Value::text(title)), ("confirmed.on", Some(Value::Date(today)))];
    let mine = [("confirmed.by", me.and_then(|me| Value::text(me)))];
    for change in changes(fresh).into_iter().chain(changes(named)).chain(changes(mine)) {
        values.set(change.field, change.value);
    }
    values
}

/// The file of an entry with these values.
///
/// # Errors
/// When a value cannot be written.
pub fn written(values: &Values) -> Result<String, EditError> {
    changed("", &Values::default().changes_to(values))
}

/// An id made from a title: `Coaching für Eltern` becomes `coaching-fuer-eltern`, and `-2` is added to one that is
/// taken. `None` when the title has no letter for it.
pub fn propose_id(title: &str, is_taken: impl Fn(&Id) -> bool) -> Option<Id> {
    let slug = short_slug(title);
    let numbered = (2..1_000).map(|number| format!("{slug}-{number}"));
    [slug.clone()].into_iter().chain(numbered).filter_map(|slug| Id::parse(&slug)).find(|id| !is_taken(id))
}

/// The slug of a title, cut between words where there is a place for it.
fn short_slug(title: &str) -> String {
    let mut slug = slug(title);
    if let Some(head) = slug.get(..PROPOSED) {
        let length = head.rsplit_once('-').map_or(head, |(words, _)| words).len();
        slug.truncate(length);
    }
    slug
}

fn changes<const N: usize>(named: [(&str, Option<Value>); N]) -> Vec<Change> {
    let change = |(name, value)| Some(Change { field: Field::named(name)?, value });
    named.into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_proposed_from_the_title() {
        let free = |_: &Id| false;
        let id = |title: &str| propose_id(title, free).map(|id| id.to_string());
        assert_eq!(id("Coaching für Eltern (Kreis Mettmann)").as_deref(), Some("coaching-fuer-eltern-kreis-mettmann"));
        assert_eq!(id("  § 16i: Straße & Café!").as_deref(), Some("16i-strasse-cafe"));
        assert_eq!(id("!!!"), None);
        assert_eq!(id("com1").as_deref(), Some("com1-2"), "no name of a device");
        assert!(id(&"Maßnahme zur Aktivierung ".repeat(9)).is_some_and(|id| id.len() <= PROPOSED && id.ends_with('g')));
        let taken = |id: &Id| id.as_str() == "kurs" || id.as_str() == "kurs-2";
        assert_eq!(propose_id("Kurs", taken).map(|id| id.to_string()).as_deref(), Some("kurs-3"));
    }

    #[test]
    fn a_number_gets_its_day() {
        let today = jiff::civil::date(2026, 11, 20);
        let free = changes([("capacity.free", Some(Value::Number(2)))]);
        assert_eq!(with_day(free.clone(), today), free_places(2, today));
        let gone = changes([("capacity.free", None)]);
        assert_eq!(with_day(gone.clone(), today), gone);
        let dated = changes([("capacity.free", Some(Value::Number(2))), ("capacity.as_of", None)]);
        assert_eq!(with_day(dated.clone(), today), dated);
    }

    proptest::proptest! {
        #[test]
        fn any_title_gives_an_id_or_none(title in ".{0,120}") {
            propose_id(&title, |_| false);
        }
    }
}
