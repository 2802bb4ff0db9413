//! `lotse doctor`: where everything lies and whether it is usable, and what to do where it is not.
//!
//! It has to speak just where nothing else works. It opens no network, shows no content of any file, and writes nothing
//! but short probes in the user's own folders, which it takes away again.

mod catalogue;
mod doctor_context;
mod finding;
mod git;
mod index;
mod probe;
mod settings;
mod storage;
mod surroundings;
mod terminal;

use self::{
    doctor_context::DoctorContext,
    finding::{DoctorReport, FindingStatus},
};
use super::{
    Exit,
    args::{DoctorArgs, FindingsFormat, Global},
    context::{Context, EarlyContext},
    errors::CliError,
    output::{self, shown},
    trust,
};
use crate::catalogue::read_register;

/// Looks at everything and reports; with `--settings` lists the settings in force.
///
/// # Errors
/// When stdout cannot be written.
pub(super) fn run(args: &DoctorArgs, global: Global, start: EarlyContext) -> Result<Exit, CliError> {
    let (config, lang_is_flag) = (global.config.clone(), global.lang.is_some());
    let (mut context, errors) = Context::in_any_case(global, start);
    trust::heed_flag(&mut context);
    let source = context.source();
    let register = source.as_ref().ok().and_then(|(source, _)| {
        let stamps = source.register_stamps().ok()?;
        Some(read_register(source, &stamps).0)
    });
    let register = register.unwrap_or_default();
    let doctor = DoctorContext { context: &context, config, lang_is_flag, errors, source, register };
    if args.settings {
        return settings::print(&doctor, args.format);
    }
    let report = examine(&doctor);
    let text = match args.format {
        FindingsFormat::Text => report.to_text(),
        FindingsFormat::Json => report.to_json(),
    };
    output::print(&text, &context.texts)?;
    Ok(if report.count(FindingStatus::Problem) == 0 { Exit::Done } else { Exit::No })
}

fn examine<'c>(doctor: &DoctorContext<'c>) -> DoctorReport<'c> {
    let mut report = DoctorReport::new(&doctor.context.texts);
    report.area("program");
    let system = format!("{}, {}", std::env::consts::OS, std::env::consts::ARCH);
    let program = std::env::current_exe().map_or_else(|_| "?".to_owned(), |path| shown(&path));
    let args = [("version", env!("CARGO_PKG_VERSION").into()), ("system", system.into()), ("path", program.into())];
    report.ok("program", &args);
    report.area("settings");
    settings::examine(doctor, &mut report);
    report.area("catalogue");
    catalogue::examine(doctor, &mut report);
    report.area("history");
    git::examine(doctor, &mut report);
    report.area("index");
    storage::examine_cache(doctor, &mut report);
    index::examine(doctor, &mut report);
    report.area("drafts");
    storage::examine_state(doctor, &mut report);
    report.area("terminal");
    terminal::examine(doctor, &mut report);
    report.area("surroundings");
    surroundings::examine(doctor, &mut report);
    report
}
