//! The index of the catalogue: whether there is one that fits.

use super::{Patient, finding::Report};
use crate::{catalogue::Kind, search::Keeper};

pub(super) fn examine(patient: &Patient<'_>, report: &mut Report<'_>) {
    let context = patient.context;
    let (Ok((source, _)), Some(cache)) = (&patient.source, &context.cache) else { return };
    let mut keeper = Keeper::new(source.clone(), Some(cache), context.texts.clone(), context.today);
    if let Some(file) = &context.settings.dictionary {
        // That it cannot be read is told with the settings.
        let _ = keeper.use_dictionary(file);
    }
    match keeper.open() {
        Some(snapshot) => report.ok("index-fits", &[("count", snapshot.count(Kind::Measure).into())]),
        None => report.note("index-missing", &[]),
    }
}
