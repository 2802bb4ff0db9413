//! `lotse check --fix`: mends what can mean only one thing, after it has shown what it would do.

use std::{collections::BTreeSet, sync::Arc};

use similar::TextDiff;

use super::target::{CheckTarget, LocatedDiagnostic, count, exit, targets};
use crate::{
    base::{Text, harmless},
    catalogue::{Id, Severity, name_in_entry_path, repaired},
    cli::{CliError, Context, EditContext, Exit, args::CheckArgs, output, question},
    locale::Texts,
};

/// Lines around a change that are shown with it.
const AROUND: usize = 2;

/// What is to become of one file.
struct Proposal {
    id: Id,
    file: Arc<str>,
    before: String,
    after: String,
}

/// Shows what can be mended, asks, saves, and says what remains.
pub(super) fn run(args: &CheckArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let targets = targets(&args.paths, context)?;
    let found = LocatedDiagnostic::in_all(&targets, context)?;
    let mut proposals = Vec::new();
    let mut contexts = Vec::new();
    for target in &targets {
        let edit_context = EditContext::on(&target.source, target.origin, context, None)?;
        proposals.push(proposed(&edit_context, target, &found, context));
        contexts.push(edit_context);
    }
    let files = proposals.iter().flatten().count();
    if files == 0 {
        output::print(&format!("{}\n{}", texts.get("fix-nothing"), rest(&found, texts)), texts)?;
        return Ok(exit(&found, args));
    }
    let shown: String = proposals.iter().flatten().map(difference).collect();
    output::print(&shown, texts)?;
    if !agreed(args, files, texts) {
        return Ok(Exit::No);
    }
    contexts.iter_mut().for_each(EditContext::prepare_to_write);
    let mut done = 0;
    let mut ended = Exit::Done;
    for (edit_context, proposals) in contexts.iter().zip(&proposals) {
        for proposal in proposals {
            match save(edit_context, proposal, texts) {
                Ok(()) => done += 1,
                Err(exit) => ended = ended.worse(exit),
            }
        }
    }
    let found = LocatedDiagnostic::in_all(&targets, context)?;
    let summary = texts.with("fix-done", &[("files", usize::into(done))]);
    output::print(&format!("{summary}\n{}", rest(&found, texts)), texts)?;
    Ok(ended.worse(exit(&found, args)))
}

/// The entries of a catalogue in which something can be mended. Only those with a fault of that kind are looked at.
fn proposed(
    edit_context: &EditContext<'_>,
    target: &CheckTarget,
    found: &[LocatedDiagnostic],
    context: &Context,
) -> Vec<Proposal> {
    let here =
        |found: &&LocatedDiagnostic| found.root.as_deref() == target.source.path() && found.fault.code.is_mendable();
    let files: BTreeSet<&Arc<str>> = found.iter().filter(here).map(|found| &found.file).collect();
    let proposal = |file: &Arc<str>| {
        let id = Id::parse(name_in_entry_path(file)?)?;
        let before = edit_context.store.open(&id).ok()?;
        let after = repaired(file, &before, &edit_context.register, context.today)?;
        Some(Proposal { id, file: file.clone(), before, after })
    };
    files.into_iter().filter_map(proposal).collect()
}

/// The lines that change, as `diff -u` shows them; harmless to a terminal, whatever they hold.
fn difference(proposal: &Proposal) -> String {
    let plain = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (before, after) = (plain(&proposal.before), plain(&proposal.after));
    let file = Text::line(&proposal.file);
    let diff = TextDiff::from_lines(&before, &after);
    let text = diff.unified_diff().context_radius(AROUND).missing_newline_hint(false).header(&file, &file).to_string();
    format!("{}\n", harmless(&text))
}

/// Whether the changes are wanted; where nobody can be asked, `--yes` has to say so.
fn agreed(args: &CheckArgs, files: usize, texts: &Texts) -> bool {
    if args.yes {
        return true;
    }
    let count = [("files", files.into())];
    if !question::can_be_answered() {
        output::note(&texts.with("fix-not-asked", &count));
        return false;
    }
    let agrees = question::is_agreed(&texts.with("fix-question", &count), texts);
    if !agrees {
        output::note(&texts.get("fix-declined"));
    }
    agrees
}

fn save(edit_context: &EditContext<'_>, proposal: &Proposal, texts: &Texts) -> Result<(), Exit> {
    match edit_context.store.repair(&proposal.id, &proposal.before, &proposal.after, edit_context.rules()) {
        Ok(saved) => {
            edit_context.print_uncertainties(saved.uncertain.as_ref(), saved.unrecorded.as_ref());
            Ok(())
        }
        Err(error) => {
            let message = error.localize(texts);
            let file = Text::line(&proposal.file).to_string();
            output::note(&texts.with("fix-failed", &[("file", file.into()), ("message", message.into())]));
            Err(Exit::Unreadable)
        }
    }
}

fn rest(found: &[LocatedDiagnostic], texts: &Texts) -> String {
    let (errors, warnings) = (count(found, Severity::Error), count(found, Severity::Warning));
    let args = [("errors", errors.into()), ("warnings", warnings.into()), ("left", (errors + warnings).into())];
    texts.with("fix-rest", &args).trim_end().to_owned()
}
