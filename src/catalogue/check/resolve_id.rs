//! Which id is meant by words that are none: a label, another name, a paragraph.

use crate::{
    base::{Text, slug},
    catalogue::{Code, Diagnostic, Field, Named, Reference, Register, Shape},
};

/// Replaces what the spelling alone suggests for a reference of an entry by what its vocabulary has.
pub(in crate::catalogue) fn suggest_id(fault: &mut Diagnostic<Code>, register: &Register) {
    let words = match fault.code {
        Code::InvalidId if fault.detail("of").is_some_and(|of| of.as_str() == "reference") => fault.detail("value"),
        Code::UnknownId => fault.detail("id"),
        _ => return,
    };
    let of = fault.detail("key").and_then(|key| Field::named(key)).and_then(|field| match field.shape {
        Shape::Reference(of) | Shape::References(of) => Some(of),
        _ => None,
    });
    let (Some(words), Some(of)) = (words, of.filter(|of| of.is_complete(register))) else { return };
    let meant = id_meant(of, words, register).map(Text::line);
    fault.suggestion = match fault.code {
        Code::UnknownId => meant.or(fault.suggestion.take()),
        // A slug that the vocabulary does not have would only be the next fault.
        _ => meant,
    };
}

/// The only id of a vocabulary that goes by these words, whatever their case, blanks and umlauts: by itself, by its
/// label, another name, abbreviation or paragraph.
pub(in crate::catalogue) fn id_meant<'r>(of: Reference, words: &str, register: &'r Register) -> Option<&'r str> {
    let known = || of.vocabulary(register).items();
    match of {
        Reference::LegalBases => {
            let bases = || register.legal_bases.iter();
            let by_label = by_name(words, bases().map(|basis| (basis as _, basis.short.iter().collect())));
            by_label.or_else(|| {
                let cited = bases().filter(|basis| is_cited(&basis.citation, words));
                the_only(cited.map(|basis| basis.id.as_str()))
            })
        }
        // A team is no name of one of its people.
        Reference::Coordinators => by_name(words, known().map(|item| (item, Vec::new()))),
        _ => by_name(words, known().map(|item| (item, item.other_names()))),
    }
}

/// True for words that are a paragraph: "§ 16d" is enough where only one book has it.
fn is_cited(citation: &str, words: &str) -> bool {
    let (citation, paragraph) = (slug(citation), slug(words));
    let paragraph = paragraph.trim_start_matches("paragraf-").trim_start_matches("paragraph-");
    let rest = citation.strip_prefix(paragraph).filter(|_| !paragraph.is_empty());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("-sgb"))
}

/// The item of this name: each comes with its names besides its label.
fn by_name<'r>(words: &str, known: impl Iterator<Item = (&'r dyn Named, Vec<&'r Text>)>) -> Option<&'r str> {
    let wanted = slug(words);
    if wanted.is_empty() {
        return None;
    }
    let known: Vec<_> = known.collect();
    let by_id = known.iter().map(|(item, _)| item.id().as_str()).find(|id| *id == wanted);
    by_id.or_else(|| {
        let named = known
            .iter()
            .filter(|(item, others)| slug(item.label()) == wanted || others.iter().any(|name| slug(name) == wanted));
        the_only(named.map(|(item, _)| item.id().as_str()))
    })
}

fn the_only<'r>(mut ids: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    let first = ids.next()?;
    ids.next().is_none().then_some(first)
}
