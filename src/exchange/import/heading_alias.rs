//! The headings that German offices write above their columns, and the fields that they mean.

use super::matching;
use crate::{catalogue::Field, exchange::field_of_heading};

/// Fields with the headings under which tables have them, besides their own labels. Compared without blanks and signs.
const USUAL: &[(&str, &[&str])] = &[
    ("id", &["Kennung", "Slug", "ID Lotse"]),
    (
        "title",
        &[
            "Maßnahmebezeichnung",
            "Maßnahmenbezeichnung",
            "Bezeichnung",
            "Bez.",
            "Bezeichnung der Maßnahme",
            "Maßnahme",
            "Maßnahmen",
            "Maßnahmetitel",
            "Maßnahmename",
            "Name der Maßnahme",
            "Name",
            "Angebot",
            "Angebotstitel",
            "Projekt",
            "Projektname",
            "Titel der Maßnahme",
        ],
    ),
    ("short", &["Kurzbezeichnung", "Kurzbez.", "Kürzel", "Abk.", "Abkürzung", "Kurztitel"]),
    ("aliases", &["auch genannt", "früherer Name", "alter Name", "Alias", "Synonyme", "alte Bezeichnung"]),
    ("category", &["Kategorie", "Art", "Angebotsart"]),
    ("types", &["Maßnahmeart", "Maßnahmenart", "Maßnahmetyp", "Art der Maßnahme", "Typ", "Instrument", "Förderart"]),
    ("goals", &["Ziel", "Zielsetzung", "Maßnahmeziel", "Ziel der Maßnahme"]),
    ("summary", &["Kurzbeschreibung", "Kurzbeschr.", "Kurzinfo", "Beschreibung kurz", "In Kürze"]),
    (
        "content",
        &[
            "Inhalte",
            "Beschreibung",
            "Maßnahmeinhalt",
            "Inhalt der Maßnahme",
            "Langbeschreibung",
            "Ablauf",
            "Hinweise",
            "Bemerkung",
            "Bemerkungen",
        ],
    ),
    ("modules", &["Module", "Modul", "Baustein", "Themen"]),
    ("target_groups", &["Zielgruppe", "Zielgr.", "ZG", "Personenkreis", "Für wen", "Teilnehmerkreis", "Zielgruppe(n)"]),
    ("admission", &["Zugangsvoraussetzungen", "Zugangsvor.", "Voraussetzung", "Aufnahmekriterien", "Vorauss."]),
    ("exclusion", &["Ausschluss", "Ausschlusskriterien", "nicht geeignet für"]),
    (
        "legal_bases",
        &[
            "§",
            "Rechtsgrundl.",
            "RGL",
            "Rechtsgr.",
            "Paragraph",
            "Paragraf",
            "Gesetzliche Grundlage",
            "Rechtsgrundlagen",
            "Rechtsgrundlage §",
        ],
    ),
    ("funding", &["Finanzierung", "Förderung", "Vergabe", "Vergabeart", "Kostenträger"]),
    (
        "measure_number",
        &[
            "MN-Nr.",
            "Maßnahme-Nr.",
            "Maßn.-Nr.",
            "MNr.",
            "M-Nr.",
            "Maßnahmennummer",
            "Maßnahmenr.",
            "Massn.Nr.",
            "COSACH-Nr.",
            "Maßnahme Nr.",
        ],
    ),
    ("certificates", &["Zertifikat", "Abschlüsse", "Nachweis", "Bescheinigung"]),
    ("access_route", &["Zugang", "Zuweisung", "Zuweisungsweg", "Anmeldung", "Weg in die Maßnahme"]),
    ("waiting_time", &["Wartezeiten", "Wartedauer"]),
    ("documents", &["Benötigte Unterlagen", "mitzubringen", "Dokumente"]),
    ("links", &["Link", "Homepage", "Internet", "Web", "Webseite", "Website", "URL", "Flyer"]),
    (
        "provider",
        &[
            "Maßnahmeträger",
            "Maßnahmenträger",
            "Bildungsträger",
            "Anbieter",
            "Durchführender Träger",
            "Trägername",
            "Auftragnehmer",
            "Träger mit Adresse",
            "Träger und Anschrift",
        ],
    ),
    (
        "coordinator",
        &[
            "Koord.",
            "Koordinator",
            "Koordinatorin",
            "Maßnahmekoordination",
            "Koordinator/in",
            "Koordinator:in",
            "Ansprechpartner JC",
            "Ansprechpartner Jobcenter",
            "Ansprechpartner intern",
            "AP JC",
            "AP Jobcenter",
            "zuständig",
            "Zuständigkeit",
        ],
    ),
    (
        "contact.name",
        &[
            "AP Träger",
            "AP",
            "Ansprechperson",
            "Ansprechpartnerin",
            "Ansprechpartner:in",
            "Ansprechpartner",
            "Ansprechpartner/in",
            "Ansprechpartner Träger",
            "Ansprechp.",
            "Kontakt",
        ],
    ),
    (
        "contact.phone",
        &["Tel.", "Telefon", "Tel.-Nr.", "Telefonnummer", "Telefon Träger", "Tel. Träger", "Rufnummer", "Fon"],
    ),
    ("contact.email", &["E-Mail", "Mail", "Email", "Mailadresse", "E-Mail Träger", "Mail Träger"]),
    (
        "places",
        &["Wo", "Standort", "Standorte", "Orte", "Durchführungsort", "Maßnahmeort", "Stadt", "Ort der Durchführung"],
    ),
    ("childcare", &["Kinderbetr.", "KiBe", "Kita", "Betreuung Kinder"]),
    ("accessibility", &["barrierefrei", "Barrierefr.", "Zugänglichkeit"]),
    ("status", &["Stand der Maßnahme", "Maßnahmestatus", "aktiv"]),
    (
        "internal_note",
        &[
            "Bemerkung (intern)",
            "Bemerkungen intern",
            "interne Bemerkungen",
            "interne Hinweise",
            "interne Bemerkung",
            "intern",
            "Interna",
            "Notiz",
            "Notizen",
            "Bem. intern",
        ],
    ),
    ("source", &["Herkunft", "Quelle der Angaben"]),
    ("eligibility.age_min", &["Alter von", "Alter ab", "ab Alter", "Mindestalter Jahre", "Alter"]),
    ("eligibility.age_max", &["Alter bis", "bis Alter"]),
    (
        "eligibility.german_min",
        &[
            "Sprachniveau",
            "Deutsch",
            "Deutschkenntnisse",
            "Sprachniveau mind.",
            "Deutschniveau",
            "Deutsch mind.",
            "Deutsch mindestens",
        ],
    ),
    ("eligibility.german_target", &["Zielniveau", "Sprachziel Niveau"]),
    ("eligibility.benefits", &["Rechtskreis", "Leistungsart"]),
    ("schedule.setting", &["Einzel/Gruppe", "Gruppe/Einzel", "Einzel- oder Gruppenmaßnahme", "Sozialform"]),
    ("schedule.delivery", &["Durchführungsform", "Präsenz/Online", "Durchführung", "Format"]),
    ("schedule.time_model", &["Zeitform", "VZ/TZ", "Voll-/Teilzeit", "TZ/VZ", "Teilzeit/Vollzeit", "Umfang"]),
    (
        "schedule.hours_per_week",
        &["Std./Woche", "Wochenstunden", "Wochenstd.", "Std. pro Woche", "h/Woche", "Stunden", "Std./Wo."],
    ),
    ("schedule.times_of_day", &["Uhrzeit", "Uhrzeiten", "Zeiten"]),
    ("schedule.weeks_min", &["Dauer von", "Mindestdauer"]),
    ("schedule.weeks_max", &["Dauer (Wochen)", "Dauer in Wochen", "Dauer", "Wochen", "TN-Dauer", "Höchstdauer"]),
    ("schedule.entry", &["Einstieg möglich", "Einmündung", "Eintritt"]),
    ("schedule.start_dates", &["Starttermin", "Start", "Beginntermine", "Termine", "nächster Start", "Kursbeginn"]),
    (
        "period.from",
        &[
            "Beginn",
            "Wann",
            "Laufzeit",
            "Zeitraum",
            "Laufzeit von",
            "von",
            "Maßnahmebeginn",
            "Beginn der Maßnahme",
            "Vertragsbeginn",
        ],
    ),
    ("period.until", &["Ende", "Laufzeit bis", "bis", "Maßnahmeende", "Ende der Maßnahme", "Vertragsende"]),
    (
        "capacity.places",
        &[
            "TN-Plätze",
            "TN",
            "Plätze",
            "Platzzahl",
            "Anzahl Plätze",
            "Teilnehmerplätze",
            "TN-Zahl",
            "Kapazität",
            "Plätze gesamt",
            "Teilnehmende",
        ],
    ),
    ("capacity.free", &["frei", "davon frei", "freie TN-Plätze", "freie Pl.", "frei Plätze"]),
    ("capacity.waiting", &["wartend", "Wartende", "Anz. Warteliste"]),
    ("capacity.as_of", &["Stand Plätze", "Plätze Stand", "Stand freie Plätze", "frei am", "Stand Platzzahl"]),
    (
        "confirmed.on",
        &[
            "Stand",
            "geprüft am",
            "aktualisiert am",
            "aktualisiert",
            "geprüft",
            "letzte Aktualisierung",
            "Stand vom",
            "letzte Prüfung",
        ],
    ),
    ("confirmed.by", &["geprüft von", "aktualisiert von", "bearbeitet von"]),
];

/// The field that a heading probably means: whole, else without what is added to it, as in "Plätze (frei)",
/// "Träger / Adresse", "Koordinatorin JC".
pub(super) fn guess(heading: &str) -> Option<&'static Field> {
    let whole = known(heading);
    let (main, added) = heading.split_once(['(', '/', '[']).unwrap_or((heading, ""));
    whole.or_else(|| known(main).filter(|_| !added.is_empty())).or_else(|| {
        let of_house = matching::key(heading);
        let main =
            [" im jobcenter", " im jc", " jobcenter", " jc"].iter().find_map(|end| of_house.strip_suffix(end))?;
        known(main).filter(|field| field.name() == "coordinator")
    })
}

/// The field of a column below a heading that covers several: "Ansprechpartner / Name".
pub(super) fn guess_below(group: &str, own: &str) -> Option<&'static Field> {
    let (above, below) = (guess(group), known(own));
    let of_person = |field: &Field| matches!(field.name().as_str(), "coordinator" | "contact.name");
    let is_name = matches!(matching::key(own).as_str(), "name" | "bezeichnung" | "funktion" | "firma");
    match (above, below) {
        (Some(above), _) if is_name && above.name() != "title" => Some(above),
        // The telephone of a coordinator is no telephone of the offer, and "Nr." below a group is any number.
        (Some(above), Some(below)) if above.name() == "coordinator" && below.section == "contact" => None,
        (Some(above), Some(below)) if above.name() == "provider" && of_person(below) => Field::named("contact.name"),
        (Some(above), None) if above.name() == "title" && matches!(dense(own).as_str(), "nr" | "nummer") => {
            Field::named("measure_number")
        }
        (Some(above), None) if above.section == "capacity" && matches!(dense(own).as_str(), "gesamt" | "soll") => {
            Field::named("capacity.places")
        }
        (Some(above), Some(below)) if above.section == "capacity" && below.name() == "confirmed.on" => {
            Field::named("capacity.as_of")
        }
        (_, below) => below,
    }
}

fn known(heading: &str) -> Option<&'static Field> {
    if let Some(field) = field_of_heading(heading) {
        return Some(field);
    }
    let wanted = dense(heading);
    if wanted.is_empty() {
        return None;
    }
    let mut usual = USUAL.iter().filter(|(_, headings)| headings.iter().any(|known| dense(known) == wanted));
    usual.next().and_then(|(name, _)| Field::named(name))
}

/// Letters, digits and the paragraph sign.
fn dense(heading: &str) -> String {
    let heading = heading.replace('§', " paragrafzeichen ");
    matching::key(&heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_heading_means_one_field() {
        for (name, headings) in USUAL {
            let field = Field::named(name);
            assert!(field.is_some(), "{name}");
            for heading in *headings {
                assert_eq!(guess(heading), field, "{heading}");
            }
        }
    }

    #[test]
    fn the_headings_of_offices_are_known() {
        for (heading, name) in [
            ("Maßnahme-\nbezeichnung", "title"),
            ("MASSNAHMEBEZEICHNUNG", "title"),
            ("MN-Nr", "measure_number"),
            ("§", "legal_bases"),
            ("Zielgr.", "target_groups"),
            ("Bemerkung (intern)", "internal_note"),
            ("Bemerkungen intern", "internal_note"),
            ("Koordinator JC", "coordinator"),
            ("Koordinatorin im Jobcenter", "coordinator"),
            ("Plätze (frei)", "capacity.places"),
            ("Durchführender Träger / Adresse", "provider"),
            ("Wo?", "places"),
            ("capacity.free", "capacity.free"),
            ("Free places", "capacity.free"),
        ] {
            assert_eq!(guess(heading).map(Field::name).as_deref(), Some(name), "{heading}");
        }
        for heading in ["lfd.", "Telefon JC", "lfd. / Nr."] {
            assert_eq!(guess(heading), None, "{heading}");
        }
        assert_eq!(guess("()"), None);
    }

    #[test]
    fn a_merged_heading_says_what_those_below_it_belong_to() {
        for (group, own, name) in [
            ("Ansprechpartner", "Name", Some("contact.name")),
            ("Ansprechpartner", "Telefon", Some("contact.phone")),
            ("Träger", "Name", Some("provider")),
            ("Träger", "Ansprechpartner", Some("contact.name")),
            ("Koordination", "Name", Some("coordinator")),
            ("Koordination", "Telefon", None),
            ("Maßnahme", "Nr.", Some("measure_number")),
            ("Maßnahme", "Bezeichnung", Some("title")),
            ("Plätze", "Stand", Some("capacity.as_of")),
            ("Plätze", "gesamt", Some("capacity.places")),
            ("Haushalt", "Nr.", None),
        ] {
            assert_eq!(guess_below(group, own).map(Field::name).as_deref(), name, "{group} / {own}");
        }
    }
}
