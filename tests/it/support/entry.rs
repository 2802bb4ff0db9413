//! The small entry of the tests, written once: with the words of the small catalogue, with those of the shipped one, and
//! with what a desk asks about.

/// A running course in a group. It differs in what stands first (id and title), in its summary, in the words of its
/// catalogue, in its times, and in what stands last.
macro_rules! entry_text {
    ($first:literal, $summary:literal, [$groups:literal, $provider:literal, $coordinator:literal, $places:literal],
     $more:literal, $times:literal, $last:literal) => {
        concat!(
            $first,
            "category = \"measure\"\ntypes = [\"coaching\"]\nsummary = \"",
            $summary,
            "\"\ntarget_groups = [\"",
            $groups,
            "\"]\nlegal_bases = [\"mat\"]\nprovider = \"",
            $provider,
            "\"\ncoordinator = \"",
            $coordinator,
            "\"\nplaces = [\"",
            $places,
            "\"]\nchildcare = \"none\"\nstatus = \"running\"\n",
            $more,
            "\n[schedule]\nsetting = \"group\"\ndelivery = \"in_person\"\n",
            $times,
            $last
        )
    };
}
pub(crate) use entry_text;

/// One sound entry of the small catalogue.
pub(crate) const MEASURE: &str = entry_text!(
    "id = \"m\"\ntitle = \"Erstes Angebot\"\n",
    "Ein Angebot zum Prüfen.",
    ["alle", "traeger", "team-eins", "hier"],
    "",
    "time_model = \"part_time\"\nentry = \"rolling\"\n",
    "\n[confirmed]\non = 2026-11-01\nby = \"team-eins\"\n"
);

/// A small entry of one's own, with the words of the shipped catalogue and with remarks.
pub(crate) const KURS: &str = entry_text!(
    "# von Hand geschrieben\nid = \"kurs\"\ntitle = \"Kurs\"   # Titel\n",
    "Ein Kurs.",
    ["frauen", "gwab", "koordination-frauen", "wetzlar"],
    "",
    "time_model = \"part_time\"\nentry = \"rolling\"\n",
    "\n[capacity]\nfree = 3\nas_of = 2026-11-14\n\n[confirmed]\non = 2026-11-01\nby = \"koordination-frauen\"\n"
);

/// The same without remarks: its start has passed, its free places have no day, its confirmation is long ago.
pub(crate) const NEGLECTED: &str = entry_text!(
    "id = \"kurs\"\ntitle = \"Kurs\"\n",
    "Ein Kurs.",
    ["frauen", "gwab", "koordination-frauen", "wetzlar"],
    "",
    "time_model = \"unknown\"\nentry = \"fixed\"\nstart_dates = [2026-09-01]\n",
    "\n[capacity]\nfree = 3\n\n[confirmed]\non = 2026-07-01\n"
);
