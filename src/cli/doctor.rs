//! `lotse doctor`: where everything lies and whether it is usable, and what to do where it is not.
//!
//! It has to speak just where nothing else works. It opens no network, shows no content of any file, and writes nothing
//! but short probes in the user's own folders, which it takes away again.

mod catalogue;
mod code;
mod doctor_context;
mod finding;
mod git;
mod probe;
mod settings;
mod storage;
mod surroundings;
mod terminal;

pub use self::code::DoctorCode;
// With the names that stand in many files of the examination.
use self::{
    doctor_context::DoctorContext,
    finding::{DoctorReport, FindingStatus},
};
use super::{
    CliError, Context, EarlyContext, Exit,
    args::{DoctorArgs, FindingsFormat, Global},
    output::{self, shown},
    trust,
};

/// Looks at everything and reports; with `--settings` lists the settings in force.
pub(super) fn run(args: &DoctorArgs, global: Global, start: EarlyContext) -> Result<Exit, CliError> {
    let (config, lang_is_flag) = (global.config.clone(), global.lang.is_some());
    let (mut context, errors) = Context::in_any_case(global, start);
    trust::apply_flag(&mut context);
    let source = context.source();
    let register = source.as_ref().ok().and_then(|(source, origin)| context.register(source, *origin).ok());
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

type Examination = fn(&DoctorContext<'_>, &mut DoctorReport<'_>);

/// The areas in the order in which they are reported; one may be looked at by several.
const AREAS: [(&str, Examination); 9] = [
    ("program", examine_program),
    ("settings", settings::examine),
    ("catalogue", catalogue::examine),
    ("history", git::examine),
    ("index", storage::examine_cache),
    ("index", storage::examine_index),
    ("drafts", storage::examine_state),
    ("terminal", terminal::examine),
    ("surroundings", surroundings::examine),
];

fn examine<'c>(doctor: &DoctorContext<'c>) -> DoctorReport<'c> {
    let mut report = DoctorReport::new(&doctor.context.texts);
    for (area, examination) in AREAS {
        report.area(area);
        examination(doctor, &mut report);
    }
    report
}

fn examine_program(_: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let system = format!("{}, {}", std::env::consts::OS, std::env::consts::ARCH);
    let program = std::env::current_exe().map_or_else(|_| "?".to_owned(), |path| shown(&path));
    let args = [("version", env!("CARGO_PKG_VERSION").into()), ("system", system.into()), ("path", program.into())];
    report.ok("program", &args);
}
