//! Whom one turns to for an offer, and where one reads on: what the entry names, else what its provider has.

use crate::{
    base::Text,
    catalogue::{Contact, Id, Measure, Provider, Record, Register},
};

/// Contact, provider and links of a record, as far as clients may know them.
pub(super) struct People<'a> {
    pub contact: &'a Contact,
    pub provider: Option<&'a Provider>,
    links: &'a [Text],
}

const NOBODY: &Contact = &Contact { name: None, phone: None, email: None };

impl<'a> People<'a> {
    pub(super) fn of(record: &'a Record, register: &'a Register) -> Self {
        match record {
            Record::Measure(measure) => Self::of_measure(measure, register),
            Record::Provider(provider) => Self { contact: NOBODY, provider: Some(provider), links: &[] },
            Record::TargetGroup(_) | Record::Coordinator(_) => Self { contact: NOBODY, provider: None, links: &[] },
        }
    }

    pub(super) fn of_measure(measure: &'a Measure, register: &'a Register) -> Self {
        let provider = |id: &Id| register.providers.get(id);
        Self { contact: &measure.contact, provider: provider(&measure.provider), links: &measure.links }
    }

    /// The contact of the entry, else that of its provider, in one line.
    pub(super) fn told(&self) -> String {
        let Contact { name, phone, email } = self.contact;
        let of_provider =
            || self.provider.map(|provider| [Some(&provider.name), provider.phone.as_ref(), provider.email.as_ref()]);
        let parts = match self.contact.is_empty() {
            true => of_provider().unwrap_or_default(),
            false => [name.as_ref(), phone.as_ref(), email.as_ref()],
        };
        parts.into_iter().flatten().map(Text::as_str).collect::<Vec<_>>().join(", ")
    }

    /// A telephone number, and whose it is.
    pub(super) fn phone(&self) -> Option<(&'a Text, Option<&'a Text>)> {
        self.reached_by(self.contact.phone.as_ref(), |provider| provider.phone.as_ref())
    }

    /// A mail address, and whose it is.
    pub(super) fn mail(&self) -> Option<(&'a Text, Option<&'a Text>)> {
        self.reached_by(self.contact.email.as_ref(), |provider| provider.email.as_ref())
    }

    fn reached_by(
        &self,
        own: Option<&'a Text>,
        of_provider: fn(&Provider) -> Option<&Text>,
    ) -> Option<(&'a Text, Option<&'a Text>)> {
        let own = own.map(|own| (own, self.contact.name.as_ref()));
        own.or_else(|| self.provider.and_then(|provider| Some((of_provider(provider)?, Some(&provider.name)))))
    }

    /// The links of the entry, then the page of its provider.
    pub(super) fn links(&self) -> impl Iterator<Item = &'a Text> {
        let page = self.provider.and_then(|provider| provider.url.as_ref());
        self.links.iter().chain(page.filter(|page| !self.links.contains(page)))
    }
}
