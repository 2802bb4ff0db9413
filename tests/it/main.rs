//! All integration tests as one program, which is linked once: one module for each subject.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "clippy.toml allows it in tests, but not in what they share"
)]

mod support;

mod bad_catalogues;
mod check_cli;
mod cli;
mod docs;
mod doctor;
mod drafts;
mod editing;
mod export;
mod export_import;
mod finding;
mod foreign;
mod generated_catalogue;
mod german;
mod git_history;
mod hostile;
mod import;
mod import_batch;
mod index_command;
mod index_faults;
mod index_foreign;
mod keeping_cli;
mod layers;
mod limits;
mod live;
mod merging;
mod places;
mod pty;
mod pty_keeping;
mod recipes;
mod references;
mod relevance;
mod report;
mod rules;
mod saving;
mod schema;
mod screen;
mod search;
mod settings;
mod shipped_catalogue;
mod texts;
mod thesaurus;
mod trust;
mod typed_input;
