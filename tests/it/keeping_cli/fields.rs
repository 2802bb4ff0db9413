//! new, set and confirm: what is typed, what is written, what is refused.

use std::fs;

use super::desk::{COORDINATORS, KeptCatalogue, says};
use crate::support::home::{MEASURE, TestHome};

#[test]
fn a_new_entry_is_written_and_named() {
    let desk = KeptCatalogue::new();
    let given = ["types=Coaching", "target_groups=alle", "legal_bases=mat", "provider=Der Träger", "places=dort"];
    let out = desk.done(
        &[&["new", "title=Coaching für Eltern", "summary=Ein Angebot."], &given[..], &["schedule.setting=group"]]
            .concat(),
    );
    assert_eq!(out, "coaching-fuer-eltern\n");
    let text = desk.text("coaching-fuer-eltern");
    says(&text, &["id = \"coaching-fuer-eltern\"\n", "types = [\"coaching\"]\n", "provider = \"traeger\"\n"]);
    says(&text, &["coordinator = \"team-eins\"\n", "on = 2026-11-20\nby = \"team-eins\"\n", "status = \"planned\"\n"]);
    desk.done(&["check", "--deny-warnings", desk.entry("coaching-fuer-eltern").to_str().unwrap()]);
    // A second one of the same title gets another id, a given id that is taken is refused.
    let again = desk.done(&[&["new", "title=Coaching für Eltern", "summary=Noch eins."], &given[..]].concat());
    assert_eq!(again, "coaching-fuer-eltern-2\n");
    says(&desk.refused(1, &[&["new", "id=m", "title=x", "summary=y"], &given[..]].concat()), &["Es gibt schon"]);
    says(&desk.refused(1, &["new", "title=Nur ein Titel"]), &["missing-key", "Nichts ist gespeichert"]);
    says(&desk.refused(2, &["new", "title=!!!"]), &["keine Kennung"]);
    says(&desk.refused(2, &["new", "id=../x", "title=x"]), &["Kleinbuchstaben"]);
    says(&desk.refused(2, &["new"]), &["Terminal"]);
}

#[test]
fn a_copy_takes_what_is_the_same_everywhere() {
    let desk = KeptCatalogue::new();
    desk.done(&["set", "m", "capacity.free=3", "measure_number=M-1", "schedule.start_dates=11.1.2027"]);
    assert_eq!(desk.done(&["new", "--from", "m", "title=Zweites Angebot"]), "zweites-angebot\n");
    let text = desk.text("zweites-angebot");
    says(&text, &["summary = \"Ein Angebot zum Prüfen.\"\n", "on = 2026-11-20\n"]);
    assert!(!text.contains("free") && !text.contains("M-1") && !text.contains("start_dates"), "{text}");
    assert_eq!(desk.done(&["new", "--from", "m", "short=x"]), "kopie-von-erstes-angebot\n");
    desk.refused(1, &["new", "--from", "gibt-es-nicht", "title=x"]);
}

#[test]
fn only_the_value_changes() {
    let odd = MEASURE
        .replace("id = \"m\"\n", "# Kopf\n#\n\"id\"='m'# Kennung\n")
        .replace("title = \"Erstes Angebot\"", "  title\t=  'Erstes Angebot'   # Titel ")
        .replace("places = [\"hier\"]", "places = [ # wo\n  \"hier\", # gleich\n  # sonst nirgends\n]")
        .replace("status = ", "capacity . \"free\" = 3 # frei\ncapacity.as_of=2026-11-20\nstatus = ")
        .replace("[schedule]\n", "# Zeiten\n[ schedule ] # wann\n\n")
        .replace("[confirmed]\non = 2026-11-01\nby = \"team-eins\"\n", "")
        .replace("status = ", "confirmed = { on=2026-11-01,by = 'team-eins' } # wer\nstatus = ");
    for layout in [odd.clone(), odd.replace('\n', "\r\n"), format!("\u{feff}{odd}"), odd.trim_end().to_owned()] {
        let desk = KeptCatalogue::with(&layout);
        let changed = |assignment: &str, from: &str, to: &str| {
            let from = if layout.contains('\r') { from.replace('\n', "\r\n") } else { from.to_owned() };
            let to = if layout.contains('\r') { to.replace('\n', "\r\n") } else { to.to_owned() };
            assert!(layout.contains(&from), "{from:?}");
            fs::write(desk.entry("m"), &layout).unwrap();
            desk.done(&["set", "m", assignment]);
            assert_eq!(desk.text("m"), layout.replacen(&from, &to, 1), "{assignment}");
        };
        changed("title=Zweites", "'Erstes Angebot'", "'Zweites'");
        changed("places+=dort", "# gleich\n", "# gleich\n  \"dort\",\n");
        changed("free=2", "= 3 # frei", "= 2 # frei");
        changed("confirmed.by=team-drei", "'team-eins' }", "'team-drei' }");
        changed("schedule.entry=fixed", "entry = \"rolling\"", "entry = \"fixed\"");
        changed("short=E", "# Titel \n", "# Titel \n  short = \"E\"\n");
        changed("weeks_max=8", "time_model = \"part_time\"\n", "time_model = \"part_time\"\nweeks_max = 8\n");
        // The same value in other words is no change.
        fs::write(desk.entry("m"), &layout).unwrap();
        assert_eq!(desk.done(&["set", "m", "title= Erstes Angebot ", "free=3"]), "m: nichts zu ändern\n");
        assert_eq!(desk.text("m"), layout);
    }
}

#[test]
fn values_are_typed_as_people_write_them() {
    let desk = KeptCatalogue::new();
    let set = |values: &[&str]| {
        desk.done(&[&["set", "m"], values].concat());
        desk.text("m")
    };
    says(&set(&["status=Geplant", "places=dort DRÜBEN"]), &["status = \"planned\"\n", "places = [\"dort\"]\n"]);
    says(&set(&["places+=Hier,dort"]), &["places = [\"dort\", \"hier\"]\n"]);
    says(&set(&["places-=dort"]), &["places = [\"hier\"]\n"]);
    says(&set(&["aliases=Kurs, lang; Lehrgang"]), &["aliases = [\"Kurs, lang\", \"Lehrgang\"]\n"]);
    says(&set(&["aliases+=X", "aliases-=Lehrgang"]), &["aliases = [\"Kurs, lang\", \"X\"]\n"]);
    says(&set(&["start_dates=12.4.2027, 2027-01-11"]), &["start_dates = [2027-04-12, 2027-01-11]\n"]);
    says(&set(&["start_dates+=1.3.27"]), &["start_dates = [2027-01-11, 2027-03-01, 2027-04-12]\n"]);
    says(&set(&["start_dates-=2027-04-12"]), &["start_dates = [2027-01-11, 2027-03-01]\n"]);
    says(&set(&["capacity.places=16", "free=2"]), &["[capacity]\nplaces = 16\nfree = 2\nas_of = 2026-11-20\n"]);
    says(&set(&["free=3", "as_of=1.11.2026"]), &["free = 3\nas_of = 2026-11-01\n"]);
    let text = set(&["start_dates=", "aliases=", "title=Mit = Zeichen", "content=eins\nzwei"]);
    assert!(!text.contains("start_dates") && !text.contains("aliases"), "{text}");
    says(&text, &["title = \"Mit = Zeichen\"\n", "content = \"\"\"\neins\nzwei\n\"\"\"\n"]);
    for (assignment, word) in [
        ("from=31.2.2027", "Das ist kein Tag"),
        ("free=zwei", "keine ganze Zahl"),
        ("age_min=200", "höchstens 120"),
        ("title+=x", "keine Liste"),
        ("title", "keine Änderung"),
        ("id=Groß", "Kleinbuchstaben"),
    ] {
        says(&desk.refused(2, &["set", "m", assignment]), &[word]);
    }
    for (assignment, word) in [("title=", "missing-key"), ("id=", "missing-key"), ("provider=niemand", "unknown-id")] {
        says(&desk.refused(1, &["set", "m", assignment]), &[word, "Nichts ist gespeichert"]);
    }
}

#[test]
fn a_key_that_is_none_or_several_is_told() {
    let desk = KeptCatalogue::new();
    says(&desk.refused(2, &["set", "m", "plces=dort"]), &["„plces“ gibt es nicht", "Meinten Sie „places“?"]);
    says(&desk.refused(2, &["set", "m", "schedule.entri=x"]), &["Meinten Sie „schedule.entry“?"]);
    says(&desk.refused(2, &["set", "m", "qqqqqq=x"]), &["Möglich sind: id, title", "confirmed.by."]);
    // `places` are those of the vocabulary; a number means something else.
    says(&desk.refused(2, &["set", "m", "places=16"]), &["„16“", "Möglich sind: places, capacity.places."]);
    says(&desk.refused(1, &["set", "m", "places=nirgends"]), &["unknown-id"]);
    says(&desk.refused(2, &["set", "m", "pla\u{1b}[31m=x"]), &["pla␛[31m"]);
    // Two providers of one name: nobody can tell which one is meant.
    let twins =
        "[[provider]]\nid = \"traeger\"\nname = \"Gleich\"\n[[provider]]\nid = \"anderer\"\nname = \"Gleich\"\n";
    desk.home.file("small/providers.toml", twins);
    says(&desk.refused(1, &["set", "m", "provider=Gleich"]), &["„Gleich“ ist keine Kennung"]);
}

#[test]
fn an_entry_is_confirmed_by_whoever_is_named() {
    let desk = KeptCatalogue::new();
    desk.home.catalogue(&[("n.toml", &MEASURE.replace("\"m\"", "\"n\""))]);
    desk.home.file("small/coordinators.toml", COORDINATORS);
    let out = desk.done(&["confirm", "m", "n"]);
    says(&out, &["m: gespeichert\n", "n: gespeichert\n", "01.11.2026 → 20.11.2026"]);
    assert_eq!(desk.text("m"), MEASURE.replace("2026-11-01", "2026-11-20"));
    // One that cannot be confirmed does not keep the others from it.
    fs::write(desk.entry("n"), MEASURE.replace("\"m\"", "\"n\"")).unwrap();
    let out = desk.run(&["confirm", "gibt-es-nicht", "n"]);
    assert_eq!((out.code, out.out.lines().next()), (1, Some("n: gespeichert")), "{}", out.err);
    says(&out.err, &["gibt-es-nicht"]);
    desk.home.settings("");
    says(&desk.refused(2, &["confirm", "m"]), &["Wer bestätigt?", "--by"]);
    says(&desk.refused(2, &["confirm", "m", "--by", "team-ein"]), &["Meinten Sie „team-eins“?"]);
    says(&desk.done(&["history", "m"]), &["Team Eins  bestätigt"]);
}

#[test]
fn the_entry_of_somebody_else_is_changed_only_on_purpose() {
    let desk = KeptCatalogue::new();
    for args in [&["set", "m", "title=x"][..], &["confirm", "m"], &["edit", "m", "--editor"]] {
        let refused = desk.refused(2, &[args, &["--by", "team-zwei"]].concat());
        says(&refused, &["gehört Team Eins", "--force"]);
    }
    desk.done(&["set", "m", "title=Anders", "--by", "team-zwei", "--force"]);
    // Whoever stands in is not asked, and neither is an entry of nobody kept from anybody.
    desk.done(&["set", "m", "title=Vertreten", "--by", "team-drei"]);
    desk.done(&["set", "m", "coordinator=", "schedule.setting=individual", "--by", "team-drei"]);
    desk.done(&["set", "m", "title=Niemands", "--by", "team-zwei"]);
    // Without any coordinator the user of the machine is named.
    desk.home.settings("");
    desk.done(&["set", "m", "title=Zuletzt"]);
    let history = desk.done(&["history", "m"]);
    says(&history, &["Team Zwei  geändert\n    Titel: Vertreten → Niemands", "Team Drei  geändert"]);
    #[cfg(unix)]
    says(&history, &["  uid "]);
}

#[test]
fn the_demo_catalogue_cannot_be_changed() {
    let home = TestHome::new();
    for args in [&["set", "frauenprojekt", "title=x"][..], &["new", "title=x"], &["history", "frauenprojekt"]] {
        let out = home.run_with(args, &[("LOTSE_LANG", "de")]);
        assert_eq!((out.code, out.out.as_str()), (2, ""), "{args:?}");
        says(&out.err, &["Demokatalog lässt sich nicht ändern", "--catalogue"]);
    }
}

#[test]
fn what_is_not_there_or_broken_is_told() {
    let desk = KeptCatalogue::new();
    for args in [&["set", "n", "title=x"][..], &["confirm", "n"], &["history", "n"], &["history", "n", "--show", "1"]] {
        says(&desk.refused(1, args), &["„n“"]);
    }
    says(&desk.refused(1, &["set", "../m", "title=x"]), &["../m"]);
    fs::write(desk.entry("m"), MEASURE.replace("title = \"", "title = ")).unwrap();
    for args in [&["set", "m", "title=x"][..], &["confirm", "m"]] {
        says(&desk.refused(3, args), &["kein gültiges TOML", "lotse check"]);
    }
    fs::write(desk.entry("m"), "title = \"eins\"\r# nur CR\rstatus = 1\r").unwrap();
    desk.refused(3, &["set", "m", "title=x"]);
    fs::write(desk.entry("m"), b"title = \"Tr\xe4ger\"\n").unwrap();
    desk.refused(3, &["set", "m", "title=x"]);
    fs::write(desk.entry("m"), MEASURE.replace("status = ", "statsu = ")).unwrap();
    says(&desk.refused(1, &["set", "m", "title=x"]), &["unknown-key"]);
    // Nobody would read such a file any more.
    fs::write(desk.entry("m"), format!("{MEASURE}#{}\n", "x".repeat(1 << 20))).unwrap();
    says(&desk.refused(1, &["set", "m", "title=x"]), &["too-large"]);
}
