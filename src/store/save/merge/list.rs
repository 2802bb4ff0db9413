//! Two changes of one list brought together: what either has added is in it, what either has removed is not.
//!
//! A list is merged as a set of values in an order. Where that would lose something, it is not merged, and a person has
//! to choose:
//!
//! - Both have put something else in the place of the same value: two corrections of one name, two answers to "which one".
//! - Both have given what is left another order, and not the same one.
//! - A value stands there twice: then additions and removals do not say what has changed.

use std::hash::Hash;

use rustc_hash::FxHashSet;

use crate::catalogue::Value;

/// What becomes of the list `base` that was changed to `mine` and, by somebody else, to `theirs`; no value is an empty
/// list. `None` when that cannot be said, or when these are no lists of one kind.
///
/// What stands in both keeps their order, unless I alone have put it in order; what one's own side adds comes last.
pub(super) fn merged(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Option<Value>> {
    let sides = [base, mine, theirs];
    if let Some([base, mine, theirs]) = all(sides, texts) {
        let list = together(base, mine, theirs)?;
        return Some((!list.is_empty()).then_some(Value::List(list)));
    }
    let [base, mine, theirs] = all(sides, days)?;
    let sorted = [base, mine, theirs].iter().all(|days| days.is_sorted());
    let mut list = together(base, mine, theirs)?;
    // Days stand in the order of the calendar wherever nobody has given them another one.
    if sorted {
        list.sort_unstable();
    }
    Some((!list.is_empty()).then_some(Value::Dates(list)))
}

/// The three lists; `None` when a value is none of this kind.
fn all<'v, T>(
    [base, mine, theirs]: [Option<&'v Value>; 3],
    list: impl Fn(&'v Value) -> Option<&'v [T]>,
) -> Option<[&'v [T]; 3]> {
    let side = |value: Option<&'v Value>| value.map_or(Some(&[][..]), &list);
    Some([side(base)?, side(mine)?, side(theirs)?])
}

fn texts(value: &Value) -> Option<&[String]> {
    match value {
        Value::List(list) => Some(list),
        _ => None,
    }
}

fn days(value: &Value) -> Option<&[jiff::civil::Date]> {
    match value {
        Value::Dates(list) => Some(list),
        _ => None,
    }
}

fn together<T: Eq + Hash + Clone>(base: &[T], mine: &[T], theirs: &[T]) -> Option<Vec<T>> {
    let [in_base, in_mine, in_theirs] = [set(base)?, set(mine)?, set(theirs)?];
    if replaced_differently(&in_base, &in_mine, &in_theirs) {
        return None;
    }
    let in_all = |list: &[T]| -> Vec<T> {
        let everywhere = |value: &&T| [&in_base, &in_mine, &in_theirs].iter().all(|set| set.contains(value));
        list.iter().filter(everywhere).cloned().collect()
    };
    let [before, of_mine, of_theirs] = [in_all(base), in_all(mine), in_all(theirs)];
    if of_mine != before && of_theirs != before && of_mine != of_theirs {
        return None;
    }
    // The list whose order stays, and the one whose changes are made in it.
    let [theirs, mine] = [(theirs, &in_theirs), (mine, &in_mine)];
    let mine_alone = of_theirs == before && of_mine != before;
    let ((kept, in_kept), (other, in_other)) = if mine_alone { (mine, theirs) } else { (theirs, mine) };
    let stays = |value: &&T| !in_base.contains(value) || in_other.contains(value);
    let new = |value: &&T| !in_base.contains(value) && !in_kept.contains(value);
    Some(kept.iter().filter(stays).chain(other.iter().filter(new)).cloned().collect())
}

/// The values of a list; `None` when one stands there twice.
fn set<T: Eq + Hash>(list: &[T]) -> Option<FxHashSet<&T>> {
    let values: FxHashSet<&T> = list.iter().collect();
    (values.len() == list.len()).then_some(values)
}

/// True when both have removed the same value and each has added what the other has not.
fn replaced_differently<T: Eq + Hash>(base: &FxHashSet<&T>, mine: &FxHashSet<&T>, theirs: &FxHashSet<&T>) -> bool {
    let adds = |one: &FxHashSet<&T>, other: &FxHashSet<&T>| {
        one.iter().any(|value| !base.contains(value) && !other.contains(value))
    };
    let both_removed = base.iter().any(|value| !mine.contains(value) && !theirs.contains(value));
    both_removed && adds(mine, theirs) && adds(theirs, mine)
}
