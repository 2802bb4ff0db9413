//! What a coordinator's desk shows of an entry: whose it is, what is due, how complete it is.

use jiff::civil::Date;
use toml::de::DeTable;

use crate::{
    base::Text,
    catalogue::{
        Category, Choice as _, Code, Diagnostic, FIELDS, Field, Id, Need, Record, Register, Severity, Shape, UNKNOWN,
        Value, Values, read_entry,
    },
};

/// One entry on the desk.
#[derive(Clone, Debug)]
pub struct DeskEntry {
    /// Its id: the name of its file.
    pub id: Id,
    /// Its title, or the id where there is none.
    pub title: Text,
    /// Everything that `lotse check` says of it, errors first.
    pub due: Vec<Diagnostic<Code>>,
    /// Free places, where they are known.
    pub free: Option<i64>,
    /// The day on which that was true.
    pub as_of: Option<Date>,
    /// The day of the last confirmation.
    pub confirmed: Option<Date>,
    /// Fields that somebody will ask for and that say nothing yet.
    pub lacking: Vec<&'static Field>,
    /// How many of the fields that count say something, in per cent, rounded down.
    pub complete: u8,
    /// Whose it is.
    pub ownership: Ownership,
    /// The entry as it is read, where one can be made of its file.
    pub record: Option<Record>,
}

/// Whose an entry is, seen by one coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// One's own.
    Mine,
    /// Of somebody for whom one stands in.
    Substitute(Id),
    /// Somebody else's.
    Other(Id),
    /// Nobody's.
    Nobody,
}

impl Ownership {
    /// Whose an entry of `coordinator` is, seen by `me`.
    pub fn of(coordinator: Option<&str>, me: &str, register: &Register) -> Self {
        let Some(id) = coordinator.and_then(Id::parse) else { return Self::Nobody };
        if id.as_str() == me {
            return Self::Mine;
        }
        let stands_in = register.coordinators.get(&id).and_then(|other| other.substitute.as_ref());
        if stands_in.is_some_and(|substitute| substitute.as_str() == me) {
            Self::Substitute(id)
        } else {
            Self::Other(id)
        }
    }

    /// True for what one may change without being asked.
    pub fn is_mine(&self) -> bool {
        matches!(self, Self::Mine | Self::Substitute(_))
    }
}

impl DeskEntry {
    /// The colleague for whom one stands in; `None` for one's own entries.
    pub fn stands_in_for(&self) -> Option<&Id> {
        match &self.ownership {
            Ownership::Substitute(id) => Some(id),
            _ => None,
        }
    }

    /// Looks at the text of an entry's file, however broken it is.
    pub fn of(id: &Id, text: &str, me: &str, register: &Register, today: Date) -> Self {
        let read = read_entry(id, text, register, today);
        let mut due = read.diagnostics;
        due.sort_by_key(Diagnostic::severity);
        // Of a file that cannot be read nobody can say what it lacks.
        let readable = Values::read(text).ok();
        let (counted, lacking) = readable.as_ref().map(completeness).unwrap_or_default();
        let values = readable.unwrap_or_default();
        let day = |name| match field_value(&values, name) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        };
        let free = match field_value(&values, "capacity.free") {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let title = title_of(&values).unwrap_or_else(|| Text::line(id));
        let complete = ((counted - lacking.len()) * 100).checked_div(counted).unwrap_or(0);
        Self {
            id: id.clone(),
            title,
            due,
            free,
            as_of: day("capacity.as_of"),
            confirmed: day("confirmed.on"),
            lacking,
            complete: u8::try_from(complete).unwrap_or(0),
            ownership: Ownership::of(coordinator_of(text).as_deref(), me, register),
            record: read.measure.map(|measure| Record::Measure(Box::new(measure))),
        }
    }

    /// True when something has to be done.
    pub fn is_due(&self) -> bool {
        !self.due.is_empty()
    }

    /// True when the entry has errors.
    pub fn is_faulty(&self) -> bool {
        self.due.iter().any(|fault| fault.severity() == Severity::Error)
    }
}

/// The title in the text of an entry's file; its id where there is none.
pub fn title_in(text: &str, id: &Id) -> Text {
    Values::read(text).ok().and_then(|values| title_of(&values)).unwrap_or_else(|| Text::line(id))
}

fn title_of(values: &Values) -> Option<Text> {
    field_value(values, "title").and_then(Value::as_text).map(Text::line)
}

/// The coordinator that a file names, even if the file is broken elsewhere.
pub fn coordinator_of(text: &str) -> Option<String> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (root, _) = DeTable::parse_recoverable(body);
    Some(root.get_ref().get("coordinator")?.get_ref().as_str()?.to_owned())
}

fn field_value<'v>(values: &'v Values, name: &str) -> Option<&'v Value> {
    values.get(Field::named(name)?)
}

/// How many fields count, and those among them that say nothing.
fn completeness(values: &Values) -> (usize, Vec<&'static Field>) {
    let category = field_value(values, "category").and_then(Value::as_text);
    // An instrument or a procedure has neither hours nor places to give away.
    let takes_part = [Category::Measure, Category::Project, Category::Module, Category::Service];
    let scheduled = takes_part.iter().any(|known| category == Some(known.code()));
    let counts = |field: &&'static Field| match field.need {
        Need::Required => true,
        Need::Wanted => scheduled || !matches!(field.section, "schedule" | "capacity" | "eligibility"),
        Need::Optional => false,
    };
    let counted: Vec<&'static Field> = FIELDS.iter().filter(counts).collect();
    let lacking = counted.iter().copied().filter(|field| !says_something(field, values)).collect();
    (counted.len(), lacking)
}

/// "unknown" is honest, but no answer.
fn says_something(field: &Field, values: &Values) -> bool {
    match (field.shape, values.get(field)) {
        (_, None) => false,
        (Shape::Choice(_), Some(value)) => value.as_text() != Some(UNKNOWN),
        (_, Some(_)) => true,
    }
}
