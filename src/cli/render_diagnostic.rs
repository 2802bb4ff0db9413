//! Prints one diagnostic as compilers do: what is wrong, where, the line with a caret, what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::{
    base::{Diagnostic, DiagnosticCode, Location, Severity, Text},
    locale::Texts,
};

/// Longest lost beginning of a line that is made up for by blanks.
const PADDING: usize = 10_000;

/// The diagnostic in several lines, without a line break at the end. Holds escape sequences only when `colour` is true.
pub fn report<C: DiagnosticCode>(diagnostic: &Diagnostic<C>, texts: &Texts, colour: bool) -> String {
    let (level, name) = match diagnostic.severity() {
        Severity::Error => (Level::ERROR, texts.get("severity-error")),
        Severity::Warning => (Level::WARNING, texts.get("severity-warning")),
    };
    let title = level.with_name(name).primary_title(diagnostic.message(texts)).id(diagnostic.code.as_str());
    let mut group = place(Group::with_title(title), &diagnostic.location);
    if let Some(hint) = diagnostic.hint(texts) {
        group = group.element(Level::HELP.with_name(texts.get("severity-hint")).message(hint));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Adds `--> file:line:column` and the line with a caret.
fn place<'g>(group: Group<'g>, location: &Location) -> Group<'g> {
    // A file name is text from outside like any other.
    let path = Text::line(&location.file).as_str().to_owned();
    if location.line == 0 {
        return group.element(Origin::path(path));
    }
    let excerpt = &location.excerpt;
    let marked = bytes(excerpt, &location.marked);
    let annotate = |source: String, at: usize| {
        let caret = AnnotationKind::Primary.span(marked.start + at..marked.end + at);
        Snippet::source(source).line_start(location.line).annotation(caret)
    };
    // The column is counted in the source that is handed over, and a long line has lost its beginning.
    match location.column.saturating_sub(1 + location.marked.start) {
        0 => group.element(annotate(excerpt.to_string(), 0).path(path)),
        lost @ 1..=PADDING => {
            let padding = " ".repeat(lost - 1) + "…";
            let at = padding.len();
            group.element(annotate(padding + excerpt, at).path(path))
        }
        _ => {
            let origin = Origin::path(path).line(location.line).char_column(location.column);
            group.element(origin).element(annotate(excerpt.to_string(), 0))
        }
    }
}

/// Turns a range of characters into one of bytes that lies within `text`.
fn bytes(text: &str, characters: &Range<usize>) -> Range<usize> {
    let byte = |character| text.char_indices().nth(character).map_or(text.len(), |(at, _)| at);
    byte(characters.start)..byte(characters.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::Code, locale::Lang};

    const SOURCE: &str = "id = \"x\"\nlabel = \"Träger\", types = [\"coachin\"]\n";

    fn unknown_id() -> Diagnostic<Code> {
        let at = SOURCE.find("\"coachin\"").unwrap();
        let location = Location::in_source(&"measures/x.toml".into(), SOURCE, at..at + 9);
        let fault = Diagnostic::new(Code::UnknownId, location).with("key", "types").with("id", "coachin");
        fault.suggest("coachin", ["coaching"].into_iter())
    }

    #[test]
    fn a_fault_is_shown_with_its_line_and_what_to_do() {
        let expected = "\
Fehler[unknown-id]: types: „coachin“ gibt es nicht
 --> measures/x.toml:2:28
  |
2 | label = \"Träger\", types = [\"coachin\"]
  |                            ^^^^^^^^^
  |
  = Hinweis: Meinten Sie „coaching“? Die Kennungen stehen in vocabulary/measure_types.toml.";
        assert_eq!(report(&unknown_id(), &Texts::new(Lang::De), false), expected);
        assert!(report(&unknown_id(), &Texts::new(Lang::En), false).starts_with("error[unknown-id]: types: there"));
    }

    #[test]
    fn a_fault_of_the_whole_file_has_no_line() {
        let fault = Diagnostic::new(Code::Outside, Location::file(&"measures/\u{1b}[2Jx.toml".into()));
        let expected = "\
Fehler[outside]: Die Verknüpfung führt aus dem Katalogordner hinaus oder ins Leere
--> measures/␛[2Jx.toml
 = Hinweis: Legen Sie die Datei oder den Ordner selbst in den Katalogordner.";
        assert_eq!(report(&fault, &Texts::new(Lang::De), false), expected);
    }

    #[test]
    fn colour_comes_only_when_asked_for() {
        let texts = Texts::new(Lang::De);
        assert!(!report(&unknown_id(), &texts, false).contains('\u{1b}'));
        assert!(report(&unknown_id(), &texts, true).contains('\u{1b}'));
    }

    #[test]
    fn a_long_line_keeps_its_column() {
        for before in [70, 200, PADDING + 200] {
            let source = format!("{}FEHLER{}", "ä".repeat(before), "b".repeat(1000));
            let location = Location::in_source(&"x.toml".into(), &source, 2 * before..2 * before + 6);
            let shown = report(&Diagnostic::new(Code::ClientNumber, location), &Texts::new(Lang::De), false);
            assert!(shown.contains(&format!("--> x.toml:1:{}\n", before + 1)), "{shown}");
            let column_of = |word: &str| {
                let line = shown.lines().find(|line| line.contains(word)).unwrap();
                line.chars().count() - line.split_once(word).unwrap().1.chars().count()
            };
            assert_eq!(column_of("FEHLER"), column_of("^^^^^^"), "{shown}");
        }
    }

    /// All bad catalogues of the tests in both languages: no variable and no text is missing.
    #[test]
    fn every_fault_of_the_bad_catalogues_can_be_told() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
        for lang in [Lang::De, Lang::En] {
            let texts = Texts::new(lang);
            for case in std::fs::read_dir(&root).unwrap().map(|case| case.unwrap().path()) {
                let source = crate::catalogue::Source::Folder(case.clone());
                let today = jiff::civil::date(2026, 11, 20);
                for fault in crate::catalogue::Catalogue::load(&source, today).unwrap().diagnostics {
                    let shown = report(&fault, &texts, false);
                    assert!(!shown.contains("{$") && !shown.contains('‹') && !shown.contains("{ $"), "{shown}");
                    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_place_in_any_text_can_be_shown(source in ".{0,300}", start in 0usize..400, length in 0usize..400) {
            let location = Location::in_source(&"x".into(), &source, start..start + length);
            let shown = report(&Diagnostic::new(Code::BadLink, location), &Texts::new(Lang::De), false);
            proptest::prop_assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", shown);
        }
    }
}
