//! Who changes an entry, in words that a history can hold.

use crate::{base::Text, catalogue::Coordinator};

/// Who changes an entry, as histories name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The full name, as people write it.
    pub name: String,
    /// The e-mail address; may be empty.
    pub email: String,
}

impl Author {
    /// Signs as a coordinator of the catalogue.
    pub fn of(coordinator: &Coordinator) -> Self {
        let email = coordinator.email.as_ref().map(Text::to_string).unwrap_or_default();
        Self { name: coordinator.name.to_string(), email }
    }

    /// Signs as the user of this machine, where no coordinator is named.
    pub fn of_user() -> Self {
        let worker = super::ProcessIdentity::this("", jiff::Timestamp::UNIX_EPOCH);
        let email = format!("{}@{}", worker.user, worker.host);
        Self { name: worker.user.to_string(), email }
    }

    /// A name that every history takes: one line, without the brackets that enclose the address, and never empty.
    pub(super) fn signed_name(&self) -> String {
        let mut candidates = [&self.name, &self.email].into_iter().map(|raw| tidy(raw));
        candidates.find(|name| says_something(name)).unwrap_or_else(|| "lotse".to_owned())
    }

    /// The address without anything that could end it early.
    pub(super) fn signed_email(&self) -> String {
        tidy(&self.email).split_whitespace().collect()
    }
}

fn tidy(raw: &str) -> String {
    Text::line(raw).replace(['<', '>'], "").trim().to_owned()
}

/// Git refuses a name of which nothing is left without these characters at its ends.
fn says_something(name: &str) -> bool {
    name.chars().any(|c| !c.is_whitespace() && !".,:;\"\\'".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_name_becomes_one_that_a_history_takes() {
        for (name, email, signed) in [
            ("Frau Stark", "stark@example.org", ("Frau Stark", "stark@example.org")),
            (" A <b>\nC\0", "<a@b>\n c", ("A b C␀", "a@bc")),
            ("", "stark@example.org", ("stark@example.org", "stark@example.org")),
            (".,;", "", ("lotse", "")),
        ] {
            let author = Author { name: name.to_owned(), email: email.to_owned() };
            assert_eq!((author.signed_name().as_str(), author.signed_email().as_str()), signed, "{name:?}");
        }
    }
}
