//! Lotse: a catalogue of labour-market measures, found in the seconds a consultation leaves.
//!
//! This library exists for the program of the same name, its tests and its benchmarks. **It makes no promise of stability**:
//! anything here may change or go with any version. What others may rely on is the command line with its JSON and exit codes,
//! and the format of the files; both are written down in `docs/`.
//!
//! The layers, from the top. Nothing imports upwards:
//!
//! | module | what it is for |
//! |---|---|
//! | [`cli`] | one file or folder per subcommand |
//! | [`tui`] | the screen: events, actions, pages, the threads behind it |
//! | [`search`] | the index: building it, keeping it current, asking it |
//! | [`consultation`] | an entry set out to be read |
//! | [`exchange`] | tables in and out: the columns of an entry |
//! | [`store`] | keeping entries true: what is due, saving, history |
//! | [`watch`] | hears which files of a catalogue change |
//! | [`config`] | settings |
//! | [`locale`] | texts in German and English, numbers and days |
//! | [`catalogue`] | what the catalogue is: entries, vocabularies, reading, checking |
//! | [`german`] | text analysis: folding, words, stems, compounds, paragraphs |
//! | [`panics`] | what becomes of a panic |
//! | [`base`] | displayable text, ids, days, faults in files, TOML with positions, files |
//!
//! `search` is the only module that names tantivy, `tui` the only one that names ratatui. `docs/architecture.md` has the whole plan.

pub mod base;
pub mod catalogue;
pub mod cli;
pub mod config;
pub mod consultation;
pub mod exchange;
pub mod german;
pub mod locale;
pub mod panics;
pub mod search;
pub mod store;
pub mod tui;
pub mod watch;
