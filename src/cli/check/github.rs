//! `lotse check --format github`: workflow commands of GitHub Actions, which become notes at the lines of a change.

use super::{
    place::{DisplayPath, folders},
    target::{LocatedDiagnostic, level},
};
use crate::{base::Text, locale::Texts};

/// One line for each fault.
pub(super) fn text(found: &[LocatedDiagnostic], texts: &Texts) -> String {
    let folders = folders();
    found.iter().map(|found| command(found, &DisplayPath::of(found, &folders), texts) + "\n").collect()
}

fn command(found: &LocatedDiagnostic, place: &DisplayPath, texts: &Texts) -> String {
    let fault = &found.fault;
    let level = level(fault.severity());
    // A file name is text from outside like any other.
    let mut properties = format!("file={}", property(&Text::line(place.path())));
    if fault.location.line > 0 {
        let (line, column) = (fault.location.line, fault.location.column);
        // Notes mark up to and with their last column.
        let last = fault.location.end_column().saturating_sub(1).max(column);
        properties.push_str(&format!(",line={line},endLine={line},col={column},endColumn={last}"));
    }
    let title = property(fault.code.as_str());
    format!("::{level} {properties},title={title}::{}", data(&fault.localize(texts)))
}

/// What ends a command, or begins an escape, must not stand in its text.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property neither must what separates properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{Code, Diagnostic, Location},
        locale::Lang,
    };

    #[test]
    fn no_text_of_a_file_ends_a_command_or_begins_another() {
        let file = "measures/a,b:c%\n::error::x.toml";
        let fault = Diagnostic::new(Code::UnknownKey, Location::in_source(&file.into(), "a\n", 0..1))
            .with("key", "x\n::warning::y % z");
        let found = LocatedDiagnostic { fault, root: None, file: file.into() };
        let written = text(&[found], &Texts::new(Lang::En));
        assert_eq!(written.lines().count(), 1);
        let start = "::error file=measures/a%2Cb%3Ac%25 %3A%3Aerror%3A%3Ax.toml,line=1,endLine=1,col=1,endColumn=1,";
        assert!(written.starts_with(start), "{written}");
        assert!(written.contains("title=unknown-key::There is no key “x ::warning::y %25 z”"), "{written}");
    }
}
