//! The known word that was probably meant.

use super::slug;

/// The known word within edit distance 2 (1 for words of up to four letters), if there is one. Case does not count.
///
/// Edit distance rather than Jaro-Winkler, and the same digits: nobody who writes `m0099` means `m0003`.
///
/// ```
/// use lotse::base::nearest;
/// assert_eq!(nearest("Frauenprojeckt", ["agh", "frauenprojekt"]), Some("frauenprojekt"));
/// assert_eq!(nearest("coaching", ["agh", "frauenprojekt"]), None);
/// ```
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let budget = if wrong.chars().count() <= 4 { 1 } else { 2 };
    known.into_iter().filter_map(|word| Some((distance(wrong, word, budget)?, word))).min().map(|(_, word)| word)
}

/// The known word that is certainly meant: the only one that differs from `wrong` by no more than case, blanks, umlauts
/// and accents, else the only one within edit distance 1 (2 from eight letters on). Words of up to four letters are too
/// short to be certain of.
///
/// ```
/// use lotse::base::only_near;
/// assert_eq!(only_near("Frauen", ["frauen", "familien"]), Some("frauen"));
/// assert_eq!(only_near("kurse", ["kurs-a", "kurs-e", "kursee", "kurses"]), None);
/// assert_eq!(only_near("alte", ["alle"]), None);
/// ```
pub fn only_near<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let plain = slug(wrong);
    let mut same = known.iter().filter(|word| slug(word) == plain);
    if let Some(word) = same.next().filter(|_| !plain.is_empty()) {
        return same.next().is_none().then_some(*word);
    }
    let letters = wrong.chars().count();
    let budget = if letters < 8 { 1 } else { 2 };
    let mut all = known.iter().filter(|word| distance(wrong, word, budget).is_some());
    let word = all.next().filter(|_| letters > 4)?;
    all.next().is_none().then_some(*word)
}

/// The nearest word, or else the one that begins most alike: at least three letters, and half of the longer word. For names
/// that somebody makes up rather than mistypes, such as those of settings: `helfen` for `help`.
///
/// ```
/// use lotse::base::nearest_name;
/// assert_eq!(nearest_name("helfen", ["quit", "help"]), Some("help"));
/// assert_eq!(nearest_name("heilen", ["quit", "help"]), None);
/// ```
pub fn nearest_name<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let alike = |word: &str| {
        let (wrong, word) = (folded(wrong), folded(word));
        let shared = wrong.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
        let longer = wrong.chars().count().max(word.chars().count());
        (shared >= 3 && shared * 2 >= longer).then_some(shared)
    };
    let begins_alike = known.iter().filter_map(|word| Some((alike(word)?, *word)));
    let longest = || begins_alike.max_by_key(|(shared, _)| *shared).map(|(_, word)| word);
    nearest(wrong, known.iter().copied()).or_else(longest)
}

/// Edits between two words, when they are no more than `budget` and the digits are the same.
fn distance(wrong: &str, word: &str, budget: usize) -> Option<usize> {
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let may_be = wrong.len().abs_diff(word.len()) <= budget * 4 && digits(wrong) == digits(word);
    let edits = may_be.then(|| strsim::osa_distance(&folded(wrong), &folded(word)));
    edits.filter(|edits| *edits <= budget)
}

/// Neither case counts nor which of the two a name is joined by.
fn folded(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_near_misses_only() {
        let ids = ["m0003", "frauenprojekt", "agh"];
        assert_eq!(nearest("frauenprojeckt", ids), Some("frauenprojekt"));
        assert_eq!(nearest("ahg", ids), Some("agh"));
        assert_eq!(nearest("m0099", ids), None);
        assert_eq!(nearest("coaching", ids), None);
    }
}
