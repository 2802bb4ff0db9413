//! What tests of the screen share: the shipped catalogue, indexed once, and screens in memory.
#![allow(dead_code, reason = "each test takes the part that it needs")]

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use lotse::{
    catalogue::{Catalogue, Source},
    config::Settings,
    locale::{Lang, Texts},
    search::{Snapshot, index_in_memory},
    tui::Headless,
};

/// The day on which all tests take place.
pub const TODAY: Date = date(2026, 11, 20);

static SHIPPED: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let catalogue = Catalogue::load(&Source::Embedded, TODAY).unwrap();
    let texts = Arc::new(Texts::new(Lang::De));
    Arc::new(index_in_memory(catalogue.register, catalogue.measures.into_iter(), 99, texts).unwrap())
});

/// The shipped catalogue, ready to be asked.
pub fn shipped() -> Arc<Snapshot> {
    SHIPPED.clone()
}

/// A German screen on the shipped catalogue.
pub fn desk(columns: u16, rows: u16) -> Headless {
    desk_in(Lang::De, columns, rows)
}

/// A screen on the shipped catalogue.
pub fn desk_in(lang: Lang, columns: u16, rows: u16) -> Headless {
    Headless::open(Some(shipped()), settings(""), (columns, rows), lang, TODAY)
}

/// Settings as a user writes them, over the defaults.
pub fn settings(text: &str) -> Settings {
    Settings::parse(text, "settings.toml".as_ref(), None).0
}
