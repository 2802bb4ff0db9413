//! The user's settings: the file and what is wrong with it; and all that are in force with where each came from.

use std::{fs, io};

use serde::Serialize;

use super::{DoctorCode, DoctorContext, DoctorReport, FindingStatus, surroundings};
use crate::{
    base::{Diagnostic, Location, Text},
    cli::{CliError, Exit, Origin, args::FindingsFormat, context::variable, output, shown, to_line},
    config::{SETTINGS, SettingSpec, SettingType, Settings, SettingsCode, SettingsFault, SettingsFile},
    locale::Texts,
    tui::{keymap::KeyMap, theme::Theme},
};

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let context = doctor.context;
    for error in doctor.errors.iter().filter(|error| error.exit == Exit::Unreadable) {
        let hint = context.texts.get("doctor-settings-broken-hint").into_owned();
        report.add(FindingStatus::Problem, "settings-broken", error.words().0, Some(hint));
    }
    match SettingsFile::of_user(doctor.config.as_deref()) {
        None => report.note("settings-nowhere", &[]),
        Some(SettingsFile { file, explicit }) => {
            let path = [("path", shown(&file).into())];
            match fs::metadata(&file) {
                Ok(meta) if meta.is_file() => report.ok("settings-file", &path),
                Err(error) if error.kind() == io::ErrorKind::NotFound && !explicit => report.ok("settings-none", &path),
                // What cannot be read is told as a problem.
                _ => {}
            }
        }
    }
    faults(doctor, report);
    dictionary(doctor, report);
    coordinator(doctor, report);
}

/// Everything in the file that could not be used, also keys and themes, which only the screen understands.
fn faults(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let context = doctor.context;
    let mut faults = context.settings_faults.clone();
    faults.extend(KeyMap::new(&context.settings.keys).1);
    // The theme in use, and those of the user's own that could be.
    let own = context.settings.themes.iter().map(|theme| &theme.name);
    for theme in [&context.settings.theme].into_iter().chain(own) {
        faults.extend(Theme::choose(&Settings { theme: theme.clone(), ..context.settings.clone() }, true).1);
    }
    if doctor.source.is_ok() {
        faults.extend(context.settings.home_place_in(&doctor.register).err().map(|fault| *fault));
    }
    let is_lost = |fault: &SettingsFault| fault.detail("rest").is_some_and(|rest| &**rest == "lost");
    // What holds beside the faults is said once.
    let advice = if faults.iter().any(|fault| fault.code == SettingsCode::Unreadable) {
        "doctor-settings-broken-hint"
    } else if faults.iter().any(is_lost) {
        "doctor-settings-lost-hint"
    } else {
        "doctor-settings-fault-hint"
    };
    let mut listed = Vec::new();
    for fault in faults {
        if !listed.contains(&fault) {
            let hint = listed.is_empty().then(|| context.texts.get(advice).into_owned());
            let message = fault.localize_with_place(&context.texts);
            report.add(FindingStatus::Problem, "settings-fault", &message, hint);
            listed.push(fault);
        }
    }
}

fn dictionary(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let Some(file) = &doctor.context.settings.dictionary else { return };
    match fs::metadata(file) {
        Ok(meta) if meta.is_file() => report.ok("dictionary", &[("path", shown(file).into())]),
        Ok(_) => report.problem(&DoctorCode::DictionaryNoFile.at(file)),
        Err(error) => report.problem(&DoctorCode::DictionaryUnreadable.at(file).with_cause(&error)),
    }
}

/// The coordinator who works here has to be one of the catalogue.
fn coordinator(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let Some(id) = &doctor.context.settings.coordinator else { return report.ok("coordinator-none", &[]) };
    let shown = ("id", Text::line(id).to_string().into());
    let known = &doctor.register.coordinators;
    if let Some(coordinator) = known.get(id) {
        return report.ok("coordinator", &[shown, ("name", coordinator.name.as_str().into())]);
    }
    if doctor.source.is_err() || !known.is_complete() {
        return report.note("coordinator-untold", &[shown]);
    }
    let place = place_of("user.coordinator", &doctor.context.settings).cloned();
    let place = place.unwrap_or_else(|| Location::file(&"".into()));
    let fault = Diagnostic::new(DoctorCode::CoordinatorUnknown, place);
    report.problem(&fault.with("id", id).suggest(id, known.iter().map(|known| known.id.as_str())));
}

fn place_of<'s>(setting: &str, settings: &'s Settings) -> Option<&'s Location> {
    settings.named.iter().rev().find(|(named, _)| *named == setting).map(|(_, place)| place)
}

/// One setting as it is in force.
#[derive(Serialize)]
struct SettingJson {
    name: String,
    value: Option<String>,
    /// Who says so, in words.
    origin: String,
}

/// Lists all settings in force.
pub(super) fn print(doctor: &DoctorContext<'_>, format: FindingsFormat) -> Result<Exit, CliError> {
    let texts = &doctor.context.texts;
    for error in &doctor.errors {
        output::note(error.words().0);
    }
    doctor.context.print_notices();
    let settings: Vec<SettingJson> = SETTINGS.iter().map(|setting| in_force(setting, doctor)).collect();
    let text = match format {
        FindingsFormat::Json => to_line(&settings),
        FindingsFormat::Text => settings.iter().map(|setting| line(setting, texts)).collect(),
    };
    output::print(&text, texts)?;
    Ok(Exit::Done)
}

fn line(setting: &SettingJson, texts: &Texts) -> String {
    let nothing = texts.get("doctor-nothing");
    let value = setting.value.as_deref().unwrap_or(&nothing);
    format!("{:<18} {value}  ({})\n", setting.name, setting.origin)
}

fn in_force(setting: &SettingSpec, doctor: &DoctorContext<'_>) -> SettingJson {
    let (context, texts) = (doctor.context, &doctor.context.texts);
    let name = setting.name();
    let value = setting.shown(&context.settings).map(|value| Text::line(&value).to_string());
    let origin = place_of(&name, &context.settings)
        .map_or_else(|| texts.get("doctor-origin-default").into_owned(), |place| at(place, texts));
    let (value, origin) = overruled(setting, doctor).unwrap_or((value, origin));
    let value = match setting.holds {
        SettingType::Keys | SettingType::Themes => {
            value.map(|count| texts.with("doctor-own", &[("count", count.into())]))
        }
        _ => value,
    };
    SettingJson { name, value, origin }
}

/// The value and origin of a setting before which something else goes.
fn overruled(setting: &SettingSpec, doctor: &DoctorContext<'_>) -> Option<(Option<String>, String)> {
    let (context, texts) = (doctor.context, &doctor.context.texts);
    match setting.key {
        "catalogue" => {
            let (source, origin) = doctor.source.as_ref().ok()?;
            let value = Some(context.name_of(source));
            (*origin != Origin::Settings).then(|| (value, origin.localize(texts)))
        }
        "language" => {
            let value = Some(texts.lang().code().to_owned());
            let origin = surroundings::language_origin(doctor);
            (origin != "settings").then(|| (value, surroundings::origin(origin, texts)))
        }
        "theme" if !context.colour => {
            let plain = if variable("NO_COLOR").is_some() { "NO_COLOR" } else { "--no-color" };
            let plain = if variable("TERM").is_some_and(|term| term == "dumb") { "TERM" } else { plain };
            Some((Some("none".to_owned()), plain.to_owned()))
        }
        _ => None,
    }
}

fn at(place: &Location, texts: &Texts) -> String {
    let line = place.line.to_string();
    texts.with("doctor-origin-file", &[("path", place.shown_file().to_string().into()), ("line", line.into())])
}
