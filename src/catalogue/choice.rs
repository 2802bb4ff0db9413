//! The closed lists: values that the program itself must understand.

/// A closed list of values, each with the code that files and the command line use.
pub trait Choice: Copy + Eq + 'static {
    /// Name of the list in Fluent keys: the label of a value is `<LIST>-<code>`.
    const LIST: &'static str;
    /// All values in the order in which they are offered.
    const ALL: &'static [Self];
    /// The code of this value, e.g. `"part_time"`.
    fn code(self) -> &'static str;

    /// The value with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }

    /// All codes in order.
    fn codes() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|value| value.code())
    }
}

/// The code by which every closed list says that nothing is known.
pub const UNKNOWN: &str = "unknown";

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident $list:literal { $($variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "the codes say it; their labels stand in the Fluent files")]
        pub enum $name { $(#[serde(rename = $code)] $variant),+ }

        impl $crate::catalogue::Choice for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    )+};
}

choices! {
    /// What sort of entry this is (Art).
    Category "category" {
        Measure = "measure", Instrument = "instrument", Service = "service", Project = "project",
        Programme = "programme", Facility = "facility", Procedure = "procedure", Network = "network",
        Team = "team", Channel = "channel", Module = "module",
    }
    /// Where the entry stands in its life. Ordered as an offer goes through it.
    Status "status" {
        Idea = "idea", Review = "review", Tender = "tender", Planned = "planned", Running = "running",
        Paused = "paused", Full = "full", Ending = "ending", Ended = "ended", Archived = "archived",
    }
    /// How the offer is paid for (Förderung).
    Funding "funding" {
        Tender = "tender", Avgs = "avgs", Voucher = "voucher", Grant = "grant", WageSubsidy = "wage_subsidy",
        Benefit = "benefit", Free = "free", Paid = "paid",
    }
    /// What the offer does about childcare. `None` is a fact, `Unknown` is the lack of one.
    Childcare "childcare" {
        OnSite = "on_site", Attached = "attached", Arranged = "arranged", CostCovered = "cost_covered",
        NotNeeded = "not_needed", None = "none", Unknown = "unknown",
    }
    /// Access without steps.
    Accessibility "accessibility" { StepFree = "step_free", Partly = "partly", None = "none", Unknown = "unknown" }
    /// Levels of German: none, literacy course, then the Common European Framework (CEFR). Ordered.
    GermanLevel "german" {
        None = "none", Alpha = "alpha", A1 = "A1", A2 = "A2", B1 = "B1", B2 = "B2", C1 = "C1", C2 = "C2",
    }
    /// Which benefits a participant draws: SGB II, SGB III or none of both.
    Benefits "benefits" { Sgb2 = "sgb2", Sgb3 = "sgb3", None = "none" }
    /// Alone or in a group.
    Setting "setting" { Individual = "individual", Group = "group", Mixed = "mixed", Unknown = "unknown" }
    /// Where and how it takes place (Form).
    Delivery "delivery" {
        InPerson = "in_person", Online = "online", Hybrid = "hybrid", Distance = "distance",
        Outreach = "outreach", Phone = "phone", Unknown = "unknown",
    }
    /// How much of the week it takes.
    TimeModel "time_model" {
        FullTime = "full_time", PartTime = "part_time", Flexible = "flexible", Hourly = "hourly",
        Block = "block", Weekend = "weekend", OnRequest = "on_request", Unknown = "unknown",
    }
    /// When in the day.
    TimeOfDay "time_of_day" {
        AllDay = "all_day", Morning = "morning", Afternoon = "afternoon", Evening = "evening", Weekend = "weekend",
    }
    /// When one can begin.
    Entry "entry" {
        Rolling = "rolling", Fixed = "fixed", Monthly = "monthly", Quarterly = "quarterly",
        OnRequest = "on_request", Closed = "closed", Unknown = "unknown",
    }
    /// Which way a synonym works: both ways, only from the variant to the term, or not at all, whatever the shipped
    /// lists say.
    Direction "direction" { Both = "both", ToTerm = "to_term", None = "none" }
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
}
