//! The closed lists: values that the program itself must understand.

use crate::base::slug;

/// A closed list of values, each with the code that files and the command line use.
pub trait Choice: Copy + Eq + 'static {
    /// Name of the list in Fluent keys: the label of a value is `<LIST>-<code>`.
    const LIST: &'static str;
    /// All values in the order in which they are offered.
    const ALL: &'static [Self];
    /// The code of this value, e.g. `"part_time"`.
    fn code(self) -> &'static str;

    /// What people write instead of the code and can mean nothing else, as slugs.
    fn words(self) -> &'static [&'static str];
    /// What people write and mostly mean this value by, as slugs.
    fn likely_words(self) -> &'static [&'static str];

    /// The value with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }

    /// The value that these words mean: `läuft` is `running`.
    fn meant(words: &str) -> Option<Self> {
        let plain = slug(words);
        Self::ALL.iter().copied().find(|value| value.words().contains(&plain.as_str()))
    }

    /// The value that these words mostly mean: for a person to confirm.
    fn likely(words: &str) -> Option<Self> {
        let plain = slug(words);
        let likely = || Self::ALL.iter().copied().find(|value| value.likely_words().contains(&plain.as_str()));
        Self::meant(words).or_else(likely)
    }

    /// All codes in order.
    fn codes() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|value| value.code())
    }
}

/// The code by which every closed list says that nothing is known.
pub const UNKNOWN: &str = "unknown";

/// The closed lists, each as `Type "name" { Value = "code" or "word", ... perhaps "word", ...; }`.
///
/// The words are what people write instead of the code, as slugs: those behind `or` can mean this value only, so
/// `lotse check` suggests its code and `--fix` writes it; those behind `perhaps` mostly mean it and are offered to a person.
macro_rules! choices {
    ($(
        $(#[$doc:meta])*
        $name:ident $list:literal {
            $($variant:ident = $code:literal $(or $($word:literal),+)? $(perhaps $($likely:literal),+)?;)+
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "the codes say it; their labels stand in the Fluent files")]
        pub enum $name { $(#[serde(rename = $code)] $variant),+ }

        impl Choice for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn words(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($word),+)?]),+ }
            }

            fn likely_words(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($likely),+)?]),+ }
            }
        }
    )+
        #[cfg(test)]
        const CHECKS: &[fn()] = &[$(tests::check::<$name>),+];
    };
}

choices! {
    /// What sort of entry this is (Art).
    Category "category" {
        Measure = "measure" or "massnahme", "massnahmen", "angebot", "kurs";
        Instrument = "instrument";
        Service = "service" or "dienstleistung", "dienst", "beratung";
        Project = "project" or "projekt";
        Programme = "programme" or "programm", "program";
        Facility = "facility" or "einrichtung";
        Procedure = "procedure" or "verfahren";
        Network = "network" or "netzwerk";
        Team = "team";
        Channel = "channel" or "kontaktweg";
        Module = "module" or "baustein", "modul";
    }
    /// Where the entry stands in its life. Ordered as an offer goes through it.
    Status "status" {
        Idea = "idea" or "idee";
        Review = "review" or "in-pruefung", "pruefung", "wird-geprueft", "under-review";
        Tender = "tender" or "in-ausschreibung", "ausschreibung", "ausgeschrieben", "out-to-tender";
        Planned = "planned" or "geplant", "in-planung", "planung";
        Running = "running" or "laeuft", "laufend", "aktiv", "active", "laufende-massnahme" perhaps "ja";
        Paused = "paused" or "pausiert", "pause", "ruht", "unterbrochen";
        Full = "full" or "voll", "voll-belegt", "belegt", "ausgebucht", "fully-booked";
        Ending = "ending" or "laeuft-aus", "auslaufend";
        Ended = "ended" or "beendet", "abgeschlossen", "ausgelaufen", "inaktiv", "vorbei";
        Archived = "archived" or "archiviert", "archiv";
    }
    /// How the offer is paid for (Förderung).
    Funding "funding" {
        Tender = "tender" or "ausschreibung", "vergabe", "vergabemassnahme";
        Avgs = "avgs"
            or "aktivierungs-und-vermittlungsgutschein-avgs", "aktivierungs-und-vermittlungsgutschein", "activation-and-placement-voucher-avgs";
        Voucher = "voucher" or "gutschein", "bildungsgutschein";
        Grant = "grant" or "zuwendung";
        WageSubsidy = "wage_subsidy" or "wage-subsidy", "lohnkostenzuschuss";
        Benefit = "benefit" or "leistung-an-die-person", "benefit-to-the-person";
        Free = "free" or "kostenfrei", "kostenlos", "free-of-charge";
        Paid = "paid" or "kostenpflichtig", "to-be-paid-for";
    }
    /// What the offer does about childcare. `None` is a fact, `Unknown` is the lack of one.
    Childcare "childcare" {
        OnSite = "on_site" or "on-site", "vor-ort" perhaps "im-haus";
        Attached = "attached" or "angegliedert";
        Arranged = "arranged" or "wird-vermittelt", "vermittelt";
        CostCovered = "cost_covered" or "kosten-werden-uebernommen", "kostenuebernahme", "costs-are-covered";
        NotNeeded = "not_needed" or "not-needed", "nicht-noetig", "nicht-notwendig", "nicht-erforderlich";
        None = "none" or "keine", "nein", "no";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// Access without steps.
    Accessibility "accessibility" {
        StepFree = "step_free" or "step-free", "stufenlos", "barrierefrei", "rollstuhlgerecht" perhaps "ja";
        Partly = "partly"
            or "teilweise", "teilweise-stufenlos", "teilweise-barrierefrei", "partly-step-free"
            perhaps "teilw";
        None = "none" or "nicht-barrierefrei", "keine", "nein", "no", "not-accessible";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// Levels of German: none, literacy course, then the Common European Framework (CEFR). Ordered.
    GermanLevel "german" {
        None = "none" or "keine", "nicht-noetig";
        Alpha = "alpha" or "alphabetisierung", "alpha-kurs", "literacy-course";
        A1 = "A1";
        A2 = "A2";
        B1 = "B1";
        B2 = "B2";
        C1 = "C1";
        C2 = "C2";
    }
    /// Which benefits a participant draws: SGB II, SGB III or none of both.
    Benefits "benefits" {
        Sgb2 = "sgb2" or "sgb-ii", "sgb-2", "buergergeld", "alg-ii", "alg-2", "jobcenter";
        Sgb3 = "sgb3" or "sgb-iii", "sgb-3", "alg-i", "alg-1", "arbeitslosengeld";
        None = "none" or "ohne-leistungsbezug", "keine", "without-benefits";
    }
    /// Alone or in a group.
    Setting "setting" {
        Individual = "individual" or "einzeln", "einzel", "einzelmassnahme" perhaps "em";
        Group = "group" or "gruppe", "gruppen", "gruppenmassnahme" perhaps "gm";
        Mixed = "mixed"
            or "einzeln-und-gruppe", "gemischt", "gruppe-und-einzeln", "individual-and-group"
            perhaps "beides", "einzel-gruppe";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// Where and how it takes place (Form).
    Delivery "delivery" {
        InPerson = "in_person" or "in-person", "in-praesenz", "praesenz", "vor-ort";
        Online = "online" perhaps "digital";
        Hybrid = "hybrid" or "teils-online", "partly-online";
        Distance = "distance" or "fernunterricht", "distance-learning";
        Outreach = "outreach" or "aufsuchend";
        Phone = "phone" or "telefonisch", "telefon", "by-phone";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// How much of the week it takes.
    TimeModel "time_model" {
        FullTime = "full_time" or "full-time", "vollzeit", "vz";
        PartTime = "part_time" or "part-time", "teilzeit", "tz";
        Flexible = "flexible" or "flexibel";
        Hourly = "hourly" or "stundenweise", "by-the-hour" perhaps "stundenw";
        Block = "block" or "in-bloecken", "blockweise", "bloecke", "in-blocks";
        Weekend = "weekend" or "am-wochenende", "wochenende", "at-the-weekend";
        OnRequest = "on_request" or "nach-absprache", "nach-vereinbarung", "by-arrangement" perhaps "n-vereinb";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// When in the day.
    TimeOfDay "time_of_day" {
        AllDay = "all_day" or "all-day", "ganztags", "ganztaegig";
        Morning = "morning" or "vormittags", "vormittag", "morgens", "mornings";
        Afternoon = "afternoon" or "nachmittags", "nachmittag", "afternoons";
        Evening = "evening" or "abends", "abend", "evenings";
        Weekend = "weekend" or "am-wochenende", "wochenende", "at-the-weekend";
    }
    /// When one can begin.
    Intake "entry" {
        Rolling = "rolling" or "jederzeit", "laufend", "at-any-time" perhaps "sofort", "ab-sofort";
        Fixed = "fixed" or "zu-festen-terminen", "feste-termine", "fester-termin", "on-fixed-dates";
        Monthly = "monthly" or "monatlich";
        Quarterly = "quarterly" or "vierteljaehrlich", "quartalsweise";
        OnRequest = "on_request"
            or "nach-absprache", "nach-vereinbarung", "by-arrangement"
            perhaps "n-vereinb", "n-v";
        Closed = "closed" or "derzeit-nicht", "geschlossen", "not-at-present";
        Unknown = "unknown" or "unbekannt", "k-a", "keine-angabe", "nicht-bekannt";
    }
    /// Which way a synonym works: both ways, only from the variant to the term, or not at all, whatever the shipped
    /// lists say.
    SynonymDirection "direction" {
        Both = "both";
        ToTerm = "to_term";
        None = "none";
    }
}

impl Status {
    /// Ended and archived entries are left out of a search unless one asks for them.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Ended | Self::Archived)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_values() {
        for level in GermanLevel::ALL {
            assert_eq!(GermanLevel::from_code(level.code()), Some(*level));
        }
        assert_eq!(Status::from_code("Running"), None);
        assert!(GermanLevel::Alpha < GermanLevel::A1 && GermanLevel::B2 < GermanLevel::C1);
    }

    pub(super) fn check<C: Choice>() {
        let codes: Vec<&str> = C::codes().collect();
        for value in C::ALL {
            for word in value.words() {
                assert_eq!(C::meant(word).map(C::code), Some(value.code()), "{}: {word} stands twice", C::LIST);
            }
            for word in value.words().iter().chain(value.likely_words()) {
                assert_eq!(slug(word), *word);
                assert_eq!(C::likely(word).map(C::code), Some(value.code()), "{}: {word} stands twice", C::LIST);
                assert!(!codes.contains(word), "{}: {word} is a code", C::LIST);
            }
        }
    }

    #[test]
    fn every_word_means_one_value_and_is_no_code() {
        CHECKS.iter().for_each(|check| check());
        assert_eq!(Status::meant("Läuft"), Some(Status::Running));
        assert_eq!(Childcare::meant("ja"), None, "it may be any of four");
        assert_eq!((Status::meant("ja"), Status::likely("ja")), (None, Some(Status::Running)));
        assert_eq!(Intake::likely("n. V."), Some(Intake::OnRequest));
    }
}
