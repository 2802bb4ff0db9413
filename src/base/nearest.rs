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

/// Edits between two words, when they are no more than `budget` and the digits are the same.
fn distance(wrong: &str, word: &str, budget: usize) -> Option<usize> {
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let may_be = wrong.len().abs_diff(word.len()) <= budget * 4 && digits(wrong) == digits(word);
    let edits = may_be.then(|| strsim::osa_distance(&wrong.to_lowercase(), &word.to_lowercase()));
    edits.filter(|edits| *edits <= budget)
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
