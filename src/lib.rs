//! Lotse: a catalogue of labour-market measures, found in the seconds a consultation leaves.
//!
//! The map of the house. Nothing imports upwards:
//!
//! | floor | room | what it is for |
//! |---|---|---|
//! | top | [`cli`] | one file per subcommand |
//! | top | [`tui`] | the screen: event, action, update, view |
//! | upper | [`search`] | the index: building it, keeping it current, asking it |
//! | upper | [`consultation`] | an entry set out to be read |
//! | upper | [`exchange`] | tables in and out: the columns of an entry |
//! | upper | [`store`] | keeping entries true: what is due, saving, history |
//! | side | [`config`], [`locale`] | settings; texts in German and English |
//! | side | [`watch`] | hears which files of a catalogue change |
//! | ground | [`catalogue`] | what the catalogue is: entries, vocabularies, reading, checking |
//! | ground | [`panics`] | what becomes of a panic |
//! | ground | [`german`] | text analysis: folding, words, stems, paragraphs |
//! | bottom | [`base`] | what every module needs: text, places in files, faults |
//!
//! `search` is the only room that names tantivy, `tui` the only one that names ratatui.
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
