//! The word that was probably meant: near misses, and slugs.

/// The known word within edit distance 2 (1 for words of up to four letters), if there is one.
///
/// Edit distance rather than Jaro-Winkler, and the same digits: nobody who writes `m0099` means `m0003`.
pub fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let budget = if wrong.chars().count() <= 4 { 1 } else { 2 };
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = |word: &&str| wrong.len().abs_diff(word.len()) <= budget * 4 && digits(wrong) == digits(word);
    known
        .filter(near)
        .map(|word| (strsim::osa_distance(&wrong.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= budget)
        .min()
        .map(|(_, word)| word)
}

/// The known word that is certainly meant: the only one that differs from `wrong` by no more than case, blanks and
/// umlauts, else the only one within edit distance 1 (2 from eight letters on). Words of up to four letters are too
/// short to be certain of.
///
/// ```
/// use lotse::catalogue::only_near;
/// assert_eq!(only_near("Frauen", ["frauen", "familien"].into_iter()), Some("frauen"));
/// assert_eq!(only_near("kurse", ["kurs-a", "kurs-e", "kursee", "kurses"].into_iter()), None);
/// assert_eq!(only_near("alte", ["alle"].into_iter()), None);
/// ```
pub fn only_near<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.collect();
    let plain = slug(wrong);
    let mut same = known.iter().filter(|word| slug(word) == plain);
    if let Some(word) = same.next().filter(|_| !plain.is_empty()) {
        return same.next().is_none().then_some(*word);
    }
    let letters = wrong.chars().count();
    let budget = if letters < 8 { 1 } else { 2 };
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = |word: &&&str| {
        wrong.len().abs_diff(word.len()) <= budget * 4
            && digits(wrong) == digits(word)
            && strsim::osa_distance(&wrong.to_lowercase(), &word.to_lowercase()) <= budget
    };
    let mut all = known.iter().filter(near);
    let word = all.next().filter(|_| letters > 4)?;
    all.next().is_none().then_some(*word)
}

/// The slug that somebody may have meant: lower case, umlauts spelt out, everything else than letters and digits as
/// one hyphen.
pub(super) fn slug(raw: &str) -> String {
    let mut slug = String::with_capacity(raw.len());
    for c in raw.trim().chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_near_misses_only() {
        let ids = ["m0003", "frauenprojekt", "agh"];
        assert_eq!(nearest("frauenprojeckt", ids.into_iter()), Some("frauenprojekt"));
        assert_eq!(nearest("ahg", ids.into_iter()), Some("agh"));
        assert_eq!(nearest("m0099", ids.into_iter()), None);
        assert_eq!(nearest("coaching", ids.into_iter()), None);
    }
}
