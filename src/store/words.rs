//! What upkeep says: values, differences and what is in the way, in the words of the screen.

use super::{
    Act, BatchError, Clash, Difference, GitError, HistoryFault, LeftBehind, ProcessIdentity, RecordError, Revision,
    SaveError,
};
use crate::{
    base::Text,
    catalogue::{EditError, Field, InputFault, Register, Shape, Value},
    locale::{Arg, Lang, Texts, system},
};

/// Longest value in a line about differences, in characters.
const LONGEST: usize = 120;

/// The label of a field.
pub fn label(field: &Field, texts: &Texts) -> String {
    texts.get(&field.text_key()).into_owned()
}

/// True where days are written `2027-01-11`.
pub fn is_iso(texts: &Texts) -> bool {
    texts.lang() == Lang::En
}

/// A value as people read it: labels for ids and codes, days as the language writes them.
pub fn value(field: &Field, value: Option<&Value>, register: &Register, texts: &Texts) -> String {
    let Some(value) = value else { return texts.get("upkeep-nothing").into_owned() };
    let named = |code: &str| option_label(field, code, register, texts);
    let shown = match value {
        Value::Text(code) => named(code),
        Value::List(codes) => codes.iter().map(|code| named(code)).collect::<Vec<_>>().join(", "),
        Value::Date(day) => texts.date(day.year(), day.month(), day.day()),
        Value::Dates(days) => {
            let days = days.iter().map(|day| texts.date(day.year(), day.month(), day.day()));
            days.collect::<Vec<_>>().join(", ")
        }
        Value::Number(_) | Value::Foreign(_) => value.to_line(),
    };
    Text::paragraphs(&shown).to_string()
}

/// The label of one of the values that a field offers; the code itself where there is none.
pub fn option_label(field: &Field, code: &str, register: &Register, texts: &Texts) -> String {
    match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => {
            let key = format!("{}-{code}", list.name);
            if texts.has(&key) { texts.get(&key).into_owned() } else { code.to_owned() }
        }
        Shape::Reference(of) | Shape::References(of) => {
            let known = of.options(register).into_iter().find(|(id, _)| *id == code);
            known.map_or_else(|| code.to_owned(), |(_, label)| label.to_string())
        }
        _ => code.to_owned(),
    }
}

/// The values that a field offers, with their labels; none for a field that is typed.
pub fn options(field: &Field, register: &Register, texts: &Texts) -> Vec<(String, String)> {
    match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => {
            let option = |code: &str| (code.to_owned(), option_label(field, code, register, texts));
            list.codes().into_iter().map(option).collect()
        }
        Shape::Reference(of) | Shape::References(of) => {
            of.options(register).into_iter().map(|(id, label)| (id.to_owned(), label.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

/// "Freie Plätze: 3 → 2", in one line. Of long texts the part that differs.
pub fn difference(difference: &Difference, register: &Register, texts: &Texts) -> String {
    let shown = |side: Option<&Value>| value(difference.field, side, register, texts).replace('\n', " ");
    let (before, after) = (shown(difference.before.as_ref()), shown(difference.after.as_ref()));
    let same = beginning(&before, &after);
    format!("{}: {} → {}", label(difference.field, texts), part(&before, same), part(&after, same))
}

/// One's own value of a clash, what stands in the file and what stood there, each in one line. Of long texts the part
/// in which the first two differ: whoever chooses has to see it.
pub fn clash_sides(clash: &Clash, register: &Register, texts: &Texts) -> [String; 3] {
    let shown = |side: &Option<Value>| value(clash.field, side.as_ref(), register, texts).replace('\n', " ");
    let [mine, theirs, base] = [&clash.mine, &clash.theirs, &clash.base].map(shown);
    let same = beginning(&mine, &theirs);
    let of_base = if base.starts_with(mine.get(..same).unwrap_or_default()) { same } else { 0 };
    [part(&mine, same), part(&theirs, same), part(&base, of_base)]
}

/// Bytes at the beginning of two texts that need not be shown, because both have them and one of them is long.
fn beginning(one: &str, other: &str) -> usize {
    if one.len().max(other.len()) > LONGEST { common_words(one, other) } else { 0 }
}

/// A text from there on, as far as it fits into a line.
fn part(text: &str, from: usize) -> String {
    let rest = text.get(from..).unwrap_or(text);
    let cut: String = rest.chars().take(LONGEST).collect();
    let (head, tail) = (if from > 0 { "… " } else { "" }, if cut.len() < rest.len() { "…" } else { "" });
    format!("{head}{cut}{tail}")
}

/// Bytes that two texts have in common at their beginning, up to the last whole word but two.
fn common_words(one: &str, other: &str) -> usize {
    const CONTEXT: usize = 3;
    let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    let end = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    one[..end].match_indices(' ').map(|(at, _)| at + 1).rev().nth(CONTEXT).unwrap_or(0)
}

/// "Freie Plätze: vorher 3, jetzt 0, Ihr Wert 2", in one line.
pub fn clash(clash: &Clash, register: &Register, texts: &Texts) -> String {
    let shown = |side: &Option<Value>| short(clash.field, side.as_ref(), register, texts);
    let args: [(&str, Arg<'_>); 4] = [
        ("field", label(clash.field, texts).into()),
        ("base", shown(&clash.base).into()),
        ("theirs", shown(&clash.theirs).into()),
        ("mine", shown(&clash.mine).into()),
    ];
    texts.with("upkeep-clash", &args)
}

/// A value in one line that is not too long.
fn short(field: &Field, side: Option<&Value>, register: &Register, texts: &Texts) -> String {
    let line = value(field, side, register, texts).replace('\n', " ");
    let cut: String = line.chars().take(LONGEST).collect();
    if cut.len() < line.len() { format!("{cut}…") } else { cut }
}

/// What was done: "bestätigt", "neu", the first line of a commit ...
pub fn act(revision: &Revision, texts: &Texts) -> String {
    let key = match &revision.act {
        Some(Act::Change) => "history-change",
        Some(Act::Confirm) => "history-confirm",
        Some(Act::Create) => "history-create",
        Some(Act::Restore) => "history-restore",
        Some(Act::Found) if revision.first => "history-first",
        Some(Act::Found) => "history-found",
        Some(Act::Rename { from }) => return texts.with("history-rename", &[("id", from.as_str().into())]),
        None => return revision.message.as_ref().map(Text::to_string).unwrap_or_default(),
    };
    texts.get(key).into_owned()
}

/// When a state was recorded, in the time of this place.
pub fn moment(at: Option<jiff::Timestamp>, texts: &Texts) -> String {
    let Some(at) = at else { return texts.get("history-unrecorded").into_owned() };
    let here = at.to_zoned(jiff::tz::TimeZone::system());
    let day = texts.date(here.year(), here.month(), here.day());
    format!("{day} {:02}:{:02}", here.hour(), here.minute())
}

/// "Koordination Frauen (mia an pc-12), seit 14:05"
pub fn who(worker: &ProcessIdentity, texts: &Texts) -> String {
    let here = worker.since.to_zoned(jiff::tz::TimeZone::system());
    let since = format!("{:02}:{:02}", here.hour(), here.minute());
    let args: [(&str, Arg<'_>); 4] = [
        ("name", worker.name.as_str().into()),
        ("user", worker.user.as_str().into()),
        ("host", worker.host.as_str().into()),
        ("since", since.into()),
    ];
    texts.with("upkeep-who", &args)
}

/// Why typed words are no value.
pub fn input(fault: InputFault, texts: &Texts) -> String {
    let most = match fault {
        InputFault::TooLarge(most) => most,
        _ => 0,
    };
    texts.with(&format!("input-{}", fault.code()), &[("most", most.into())])
}

/// Why nothing was saved, and what to do about it.
pub fn save_error(error: &SaveError, texts: &Texts) -> (String, String) {
    let told = |key: &str, args: &[(&str, Arg<'_>)]| (texts.with(key, args), texts.with(&format!("{key}-hint"), args));
    match error {
        SaveError::Clashes { clashes, .. } => {
            let mut labels: Vec<String> = clashes.iter().map(|clash| label(clash.field, texts)).collect();
            if labels.is_empty() {
                labels.push(texts.get("upkeep-comments").into_owned());
            }
            told("save-clashes", &[("fields", labels.join(", ").into())])
        }
        SaveError::Faulty { faults, .. } => told("save-faulty", &[("count", errors(faults).into())]),
        SaveError::Held(holder) => {
            let who =
                holder.as_ref().map_or_else(|| texts.get("save-held-nobody").into_owned(), |who_| who(who_, texts));
            told("save-held", &[("who", who.into())])
        }
        SaveError::Gone => told("save-gone", &[]),
        SaveError::Exists => told("save-exists", &[]),
        SaveError::Outside => told("save-outside", &[]),
        SaveError::Text(EditError::Syntax(_)) => told("save-syntax", &[]),
        SaveError::Text(EditError::Unsafe(field)) => told("save-unsafe", &[("field", field.as_str().into())]),
        SaveError::Io { path, cause } => {
            let path = Text::path(path).to_string();
            told("save-io", &[("path", path.into()), ("reason", system::reason(cause, texts).into())])
        }
    }
}

fn errors(faults: &[crate::base::Diagnostic<crate::catalogue::Code>]) -> usize {
    faults.iter().filter(|fault| fault.severity() == crate::catalogue::Severity::Error).count()
}

/// Why a change that was saved is not where it belongs in the history.
pub fn record_error(error: &RecordError, texts: &Texts) -> String {
    match error {
        RecordError::Git { cause, journal: None } => {
            texts.with("history-diverted", &[("reason", git_error(cause, texts).into())])
        }
        RecordError::Git { cause, journal: Some(journal) } => {
            let reason = format!("{} {}", git_error(cause, texts), record_error(journal, texts));
            texts.with("history-failed", &[("reason", reason.into())])
        }
        RecordError::Journal { cause, .. } => {
            texts.with("history-failed", &[("reason", system::reason(cause, texts).into())])
        }
    }
}

/// What is missing in a history, and why.
pub fn history_fault(fault: &HistoryFault, texts: &Texts) -> String {
    match fault {
        HistoryFault::Git(GitError::Settings) => texts.get("history-untrusted").into_owned(),
        HistoryFault::Git(error) => texts.with("history-unreadable", &[("reason", git_error(error, texts).into())]),
        HistoryFault::Journal { path, cause } => {
            let args = [("path", Text::path(path).to_string().into()), ("reason", system::reason(cause, texts).into())];
            texts.with("history-file-unreadable", &args)
        }
        HistoryFault::Lines { file, lines } => {
            const NAMED: usize = 5;
            let mut named: Vec<String> = lines.iter().take(NAMED).map(usize::to_string).collect();
            named.extend((lines.len() > NAMED).then(|| "…".to_owned()));
            let args = [
                ("count", lines.len().into()),
                ("file", Text::path(file).to_string().into()),
                ("lines", named.join(", ").into()),
            ];
            texts.with("history-lines", &args)
        }
    }
}

/// What git says, in the user's language as far as it happens often.
pub fn git_error(error: &GitError, texts: &Texts) -> String {
    match error {
        GitError::Rebasing => texts.get("history-rebasing").into_owned(),
        GitError::Settings => texts.get("history-untrusted").into_owned(),
        GitError::Unclear => texts.get("history-git-unclear").into_owned(),
        GitError::Slow => texts.get("history-git-slow").into_owned(),
        GitError::Locked(path) => texts.with("history-locked", &[("path", Text::path(path).to_string().into())]),
        GitError::Start(cause) => texts.with("history-git-missing", &[("reason", system::reason(cause, texts).into())]),
        GitError::Refused(words) => texts.with("history-git-said", &[("words", Text::line(words).as_str().into())]),
    }
}

/// Why an import that was left behind is not finished.
pub fn batch_error(error: &BatchError, texts: &Texts) -> String {
    match error {
        BatchError::Io { cause, .. } | BatchError::Unfinished { cause, .. } => system::reason(cause, texts),
        BatchError::Entry { id, error } => format!("{id}: {}", save_error(error, texts).0),
        BatchError::Log(path) => format!(
            "{} {}",
            texts.with("import-log-damaged", &[("path", Text::path(path).to_string().into())]),
            texts.get("import-log-damaged-hint")
        ),
        BatchError::Busy(_) | BatchError::Overtaken(_) => Text::line(&error.to_string()).to_string(),
    }
}

/// Which drafts cannot be read, if any.
pub fn drafts_unreadable(left: &LeftBehind, texts: &Texts) -> Option<String> {
    let paths: Vec<String> = left.unreadable.iter().map(|path| Text::path(path).to_string()).collect();
    let args = [("count", paths.len().into()), ("paths", paths.join(", ").into())];
    (!paths.is_empty()).then(|| texts.with("drafts-unreadable", &args))
}
