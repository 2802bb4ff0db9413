//! Which id is meant by words that are none: a label, another name, a paragraph.

use crate::{
    base::{Text, slug},
    catalogue::{Code, Diagnostic, Field, Named, Reference, Register, Shape, Vocabulary},
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
    use Reference as R;
    match of {
        R::MeasureTypes => by_name(words, &register.measure_types, |term| term.aliases.iter().collect()),
        R::Goals => by_name(words, &register.goals, |term| term.aliases.iter().collect()),
        R::Modules => by_name(words, &register.modules, |term| term.aliases.iter().collect()),
        R::TargetGroups => by_name(words, &register.target_groups, |term| term.aliases.iter().collect()),
        R::Certificates => by_name(words, &register.certificates, |term| term.aliases.iter().collect()),
        R::Places => by_name(words, &register.places, |place| place.aliases.iter().collect()),
        R::Providers => by_name(words, &register.providers, |_| Vec::new()),
        R::Coordinators => by_name(words, &register.coordinators, |_| Vec::new()),
        R::LegalBases => {
            let paragraph = slug(words);
            let paragraph = paragraph.trim_start_matches("paragraf-").trim_start_matches("paragraph-");
            // "§ 16d" is enough where only one book has it.
            let is_cited = |citation: &str| {
                let citation = slug(citation);
                citation.strip_prefix(paragraph).is_some_and(|rest| rest.is_empty() || rest.starts_with("-sgb"))
            };
            let by_label = by_name(words, &register.legal_bases, |basis| basis.short.iter().collect());
            by_label.or_else(|| {
                let cited = register.legal_bases.iter().filter(|basis| is_cited(&basis.citation));
                the_only(cited.map(|basis| basis.id.as_str())).filter(|_| !paragraph.is_empty())
            })
        }
    }
}

fn by_name<'r, T: Named>(
    words: &str,
    known: &'r Vocabulary<T>,
    others: impl Fn(&'r T) -> Vec<&'r Text>,
) -> Option<&'r str> {
    let wanted = slug(words);
    if wanted.is_empty() {
        return None;
    }
    let by_id = known.iter().map(|item| item.id().as_str()).find(|id| *id == wanted);
    by_id.or_else(|| {
        let named = |item: &&'r T| slug(item.label()) == wanted || others(item).iter().any(|name| slug(name) == wanted);
        the_only(known.iter().filter(named).map(|item| item.id().as_str()))
    })
}

fn the_only<'r>(mut ids: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    let first = ids.next()?;
    ids.next().is_none().then_some(first)
}
