//! Texts that nobody should write: analysis neither panics nor gets slow.

use std::time::{Duration, Instant};

use super::{Analyser, fold, prefix_len_in};

const LONG: usize = 10_000_000;

/// Generous: a test build on a busy machine; anything quadratic takes hours.
const PATIENCE: Duration = Duration::from_secs(30);

fn check(name: &str, text: &str) {
    let start = Instant::now();
    let tokens = Analyser::new().tokens(text);
    let mut end = 0;
    for token in &tokens {
        let original = text.get(token.range.clone()).expect(name);
        assert!(token.range.start >= end, "{name}: tokens overlap");
        assert!(!original.is_empty(), "{name}");
        assert!(token.surface.len() <= 64, "{name}");
        assert!(
            [Some(&*token.surface), token.stem.as_deref()].into_iter().flatten().all(|term| term.len() <= 64),
            "{name}"
        );
        assert!(token.joined.iter().all(|joined| joined.surface.len() <= 64), "{name}");
        end = token.range.end;
    }
    fold(text);
    prefix_len_in(text, "aaa");
    assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
}

#[test]
fn long_monotony_takes_time_in_proportion() {
    for unit in [
        "a",
        "I",
        "In",
        "In:",
        "ß",
        "ä",
        "e",
        "ae",
        "1",
        "1 ",
        "§",
        "§ ",
        "§1",
        "§§1,",
        "a-",
        "-",
        "a:in",
        "a/-",
        "a(",
        "SGB ",
        "sgb",
        "par",
        "par.",
        "1 a ",
        "\u{308}",
        "a\u{308}",
        "\u{3099}",
        "か\u{3099}",
        "\u{200b}",
        "a\u{200b}",
        "\u{ad}",
        "👩\u{200d}👧",
        "שלום",
        "مَرْحَبا ",
        "\u{202e}",
        "한",
        "\0",
        "\n",
        "ﷺ",
        "İ",
    ] {
        check(unit, &unit.repeat(LONG / unit.len() / 40));
    }
    check("one letter", &"a".repeat(LONG));
    check("only marks", &"\u{308}".repeat(LONG / 2));
}

#[test]
fn every_mixture_of_special_characters_is_survived() {
    let pieces = [
        "§", " ", "16", "i", ".", "V", "SGB", "II", "/", "-", ":", "*", "(", ")", "inn", "in", "en", "nen", "In", "e",
        "ä", "\u{308}", "\u{200b}", "ß", "👩", "0", "\n", "Par", "kund", "a", "\u{a0}",
    ];
    // A small generator of our own: the same texts on every run.
    let mut state = 1_u64;
    for _ in 0..10_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let index = (state >> 33) as usize % pieces.len();
            text.push_str(pieces[index]);
        }
        check(&text, &text);
        for prefix in ["", "16", "kund", "ss", "\u{308}"] {
            let len = prefix_len_in(&text, prefix);
            assert!(text.is_char_boundary(len));
        }
        assert_eq!(fold(&fold(&text)), fold(&text), "{text}");
    }
}

#[test]
fn the_beginning_of_a_surface_is_found_in_its_token() {
    let text = "Übungen für Ärzt:innen, Straße § 16 i, BaE, Teilnehmer/-innen, Mae\u{308}rz, Kund(inn)en";
    for token in Analyser::new().tokens(text) {
        let original = &text[token.range.clone()];
        for (at, c) in token.surface.char_indices() {
            let prefix = &token.surface[..at + c.len_utf8()];
            let len = prefix_len_in(original, prefix);
            assert!(len > 0, "{original} {prefix}");
            assert!(fold(&original[..len].replace([':', '/', '-', '(', ')', ' '], "")).contains(prefix));
        }
    }
}
