//! What people type and files say in many ways, read the same everywhere: days, ids, paths.

use std::fs;

use crate::support::home::{MEASURE, TestHome, json};

#[test]
fn a_year_of_two_digits_is_of_this_century_wherever_a_day_is_typed() {
    let home = TestHome::new();
    let found = |args: &[&str]| {
        let out = home.run(&[&["search", "--format", "json", "--limit", "500"], args].concat());
        json(&out.out)["hits"].as_array().map(|hits| hits.iter().map(|hit| hit["id"].to_string()).collect::<Vec<_>>())
    };
    let before = found(&["--starts-before", "2027-02-01"]).unwrap();
    assert!(!before.is_empty() && before != found(&["--starts-before", "2000-01-01"]).unwrap_or_default());
    for day in ["1.2.27", "01.02.2027", "1. 2. 27", "2027-2-1"] {
        assert_eq!(found(&["--starts-before", day]).as_ref(), Some(&before), "{day}");
        assert_eq!(found(&[&format!("start:\"<{day}\"")]).as_ref(), Some(&before), "{day}");
    }
    for day in ["1.2.7", "1.2.127", "29.2.27", "1.2.-27"] {
        assert_eq!(home.run(&["search", &format!("--starts-before={day}")]).code, 2, "{day}");
    }

    let entry = MEASURE.to_owned() + "\n[period]\nfrom = 2027-01-01\n";
    let root = home.catalogue(&[("m.toml", &entry)]);
    let set = home.run_in_catalogue(&["set", "m", "period.until=1.2.27", "--by", "team-eins"]);
    assert_eq!(set.code, 0, "{}", set.err);
    let text = fs::read_to_string(format!("{root}/measures/m.toml")).unwrap();
    assert!(text.contains("until = 2027-02-01"), "{text}");

    let table = home.file("tabelle.csv", "Kennung;Titel;Bis\nm;Erstes Angebot;2.2.28\n");
    let mapping =
        home.file("zuordnung.toml", "[columns]\nKennung = \"id\"\nTitel = \"title\"\nBis = \"period.until\"\n");
    let import =
        home.run_in_catalogue(&["import", &table, "--mapping", &mapping, "--by", "team-eins", "--prefer", "table"]);
    let text = fs::read_to_string(format!("{root}/measures/m.toml")).unwrap();
    assert!(text.contains("until = 2028-02-02"), "{text}{}{}", import.out, import.err);

    let today = home.run_with(&["search", "--format", "json"], &[("LOTSE_TODAY", "1.2.27")]);
    assert_ne!(today.code, 2, "{}", today.err);
}

#[test]
fn an_id_keeps_the_letters_under_foreign_accents() {
    let home = TestHome::new();
    for (title, id) in [
        ("Café Aktiv", "cafe-aktiv"),
        ("Øresund: ¼ Stelle in Łódź", "oresund-1-4-stelle-in-lodz"),
        ("Straße & Zoë", "strasse-zoe"),
        ("Æbler für Þór", "aebler-fuer-thor"),
    ] {
        home.catalogue(&[("m.toml", &MEASURE.replace("id = \"m\"", &format!("id = \"{title}\"")))]);
        let answer = json(&home.run_in_catalogue(&["check", "--format", "json"]).out);
        let faults = answer["diagnostics"].as_array().unwrap();
        let of_id = faults.iter().find(|fault| fault["code"] == "invalid-id").unwrap();
        assert_eq!(of_id["suggestion"], id, "{title}");
    }
}

/// A shell replaces it only where it begins a word without quotes.
#[test]
fn a_tilde_is_the_home_wherever_a_path_is_given() {
    let home = TestHome::new();
    let root = home.catalogue(&[("m.toml", MEASURE)]);
    home.file("einstellungen.toml", "catalogue = \"~/small\"\n");
    let done = |args: &[&str], env: &[(&str, &str)]| {
        let out = home.run_with(args, env);
        assert_eq!(out.code, 0, "{args:?} {env:?}: {}{}", out.out, out.err);
        out.out
    };
    for (args, env) in [
        (&["show", "m", "--catalogue", "~/small"][..], &[][..]),
        (&["show", "m", "--catalogue=~/small"], &[]),
        (&["show", "m"], &[("LOTSE_CATALOGUE", "~/small")]),
        (&["show", "m", "--config", "~/einstellungen.toml"], &[]),
        (&["show", "m"], &[("LOTSE_CONFIG", "~/einstellungen.toml")]),
        (&["check", "~/small"], &[]),
    ] {
        done(args, env);
    }

    let here = [("LOTSE_CATALOGUE", root.as_str()), ("LOTSE_CACHE", "~/puffer"), ("LOTSE_STATE", "~/stand")];
    done(&["export", "--format", "csv", "--output", "~/aus.csv"], &here);
    done(&["report", "--format", "json", "--output=~/aus.json"], &here);
    done(&["schema", "--output", "~/schema"], &here);
    done(&["index"], &here);
    home.file("zuordnung.toml", "[columns]\nKennung = \"id\"\nTitel = \"title\"\n");
    home.file("tabelle.csv", "Kennung;Titel\nm;Erstes Angebot\n");
    done(&["import", "~/tabelle.csv", "--mapping", "~/zuordnung.toml", "--dry-run", "--by", "team-eins"], &here);
    for made in ["aus.csv", "aus.json", "schema", "puffer/index"] {
        assert!(fs::metadata(home.path(made)).is_ok(), "{made}");
    }
    assert_eq!(fs::read_dir(home.path("work")).unwrap().count(), 0, "no folder is called ~");
}
