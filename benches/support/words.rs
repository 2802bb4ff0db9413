//! The generator's material: towns, organisations, occupations, parts of compounds, sentences.
//!
//! All names are invented. Lists are ordered: what stands first is drawn most often (Zipf, see `Zipf` next door).

/// Parts that begin a compound, with their linking element.
pub(super) const MODIFIERS: &str = "\
    Arbeits Bewerbungs Ausbildungs Pflege Sprach Berufs Betreuungs Weiterbildungs Gesundheits Vermittlungs Kinder \
    Familien Beratungs Lager Büro Verkaufs Praxis Lern Grund Teilzeit Förder Alltags Eltern Jugend Gruppen Einzel \
    Integrations Orientierungs Qualifizierungs Beschäftigungs Unterstützungs Praktikums Betriebs Bildungs Sozial \
    Wohn Schulden Sucht Gründungs Küchen Garten Grünflächen Haushalts Reinigungs Logistik Metall Holz Elektro Bau \
    Fahr Verkehrs Sicherheits Hygiene Ernährungs Bewegungs Stress Entspannungs Konflikt Gesprächs Vorstellungs \
    Stellen Lebens Tages Wochen Abend Vormittags Einstiegs Wiedereinstiegs Rückkehr Übergangs Abschluss Prüfungs \
    Zeugnis Anerkennungs Dolmetsch Deutsch Alphabetisierungs Schreib Lese Rechen Computer Digital Internet Software \
    Tabellen Medien Online Telefon Video Markt Unternehmens Arbeitgeber Team Führungs Personal Kunden Service \
    Gastronomie Hotel Handwerks Maler Maurer Tischler Schlosser Schweißer Kassen Textil Näh Fahrrad Möbel Recycling \
    Werkstatt Umwelt Energie Solar Wald Landschafts Friedhofs Tier Landwirtschafts Lebensmittel Bäcker Fleischer \
    Friseur Kosmetik Erziehungs Kita Schul Nachhilfe Hausaufgaben Senioren Demenz Kranken Klinik Labor Apotheken \
    Reha Inklusions Teilhabe Behinderten Assistenz Begleit Mentoren Paten Ehrenamts Nachbarschafts Stadtteil \
    Quartiers Dorf Kultur Theater Musik Kreativ Sport Schwimm Ferien Mobilitäts Führerschein Stapler Transport \
    Zustell Paket Lkw Bus Bahn Flughafen Rechts Renten Wohngeld Miet Haushaltsplan Budget Konto Energiespar \
    Existenz Steuer Buchhaltungs Vertrags Antrags Formular Behörden Ämter Fluchterfahrungs Trauma Krisen \
    Stabilisierungs Motivations Selbsthilfe Achtsamkeits Schlaf Rücken Raucher Zahn Impf Frauen Männer Väter Mütter \
    Schwangerschafts Still Trennungs Alleinerziehenden Geschwister Großeltern Pflegeeltern Jugendamts Schulabschluss \
    Hauptschul Realschul Azubi Fachkräfte Helfer Nachwuchs Quereinstiegs Umschulungs Modul Zertifikats Kammer \
    Innungs Meister Gesellen Maschinen Anlagen Mechatronik Sanitär Heizungs Klima Dach Fassaden Trockenbau Straßen \
    Tief Gerüst Glas Keramik Druck Verpackungs Montage Fertigungs Qualitäts Lieferketten Einkaufs Versand Inventur \
    Wäscherei Hauswirtschafts Mensa Catering Event Messe Tourismus Museums Archiv Bibliotheks Verwaltungs Empfangs";

/// Parts that end a compound: word, gender, plural (`-en` is appended, a whole word replaces it, `=` is the same).
pub(super) const HEADS: &str = "\
    beratung:f:-en training:n:-s kurs:m:-e begleitung:f:-en gruppe:f:-n plan:m:pläne angebot:n:-e förderung:f:-en \
    gespräch:n:-e platz:m:plätze hilfe:f:-n betreuung:f:-en projekt:n:-e unterlage:f:-n werkstatt:f:werkstätten \
    phase:f:-n coaching:n:-s praxis:f:praxen zeit:f:-en vorbereitung:f:-en modul:n:-e ziel:n:-e aufgabe:f:-n \
    bereich:m:-e stelle:f:-n erfahrung:f:-en kenntnis:f:-se übung:f:-en termin:m:-e vermittlung:f:-en test:m:-s \
    zentrum:n:zentren treff:m:-s netzwerk:n:-e partner:m:= betrieb:m:-e praktikum:n:praktika qualifizierung:f:-en \
    unterricht:m:-e prüfung:f:-en zertifikat:n:-e nachweis:m:-e mappe:f:-n checkliste:f:-n beispiel:n:-e thema:n:themen \
    frage:f:-n woche:f:-n tag:m:-e stunde:f:-n baustein:m:-e stufe:f:-n programm:n:-e konzept:n:-e methode:f:-n \
    material:n:-ien mittel:n:= kosten:p:kosten zuschuss:m:zuschüsse antrag:m:anträge vertrag:m:verträge recht:n:-e \
    pflicht:f:-en regel:f:-n ordnung:f:-en schutz:m:-e sicherung:f:-en analyse:f:-n planung:f:-en organisation:f:-en \
    entwicklung:f:-en perspektive:f:-n chance:f:-n einstieg:m:-e wechsel:m:= abschluss:m:abschlüsse weg:m:-e \
    schritt:m:-e start:m:-s projektwoche:f:-n besuch:m:-e besichtigung:f:-en erkundung:f:-en messe:f:-n börse:f:-n \
    team:n:-s leitung:f:-en anleitung:f:-en fachkraft:f:fachkräfte assistenz:f:-en helfer:m:= \
    mentor:m:-en tandem:n:-s café:n:-s frühstück:n:-e sprechstunde:f:-n hotline:f:-s portal:n:-e app:f:-s \
    plattform:f:-en video:n:-s brief:m:-e formular:n:-e bogen:m:bögen profil:n:-e bilanz:f:-en diagnostik:f:-en \
    einschätzung:f:-en prognose:f:-n stärkung:f:-en stabilisierung:f:-en bewältigung:f:-en vorsorge:f:-n \
    prävention:f:-en therapie:f:-n gymnastik:f:-en ernährung:f:-en bewegung:f:-en pause:f:-n struktur:f:-en \
    kompetenz:f:-en fähigkeit:f:-en fertigkeit:f:-en technik:f:-en kunde:f:-n lehre:f:-n schule:f:-n akademie:f:-n \
    seminar:n:-e workshop:m:-s lehrgang:m:lehrgänge schulung:f:-en einweisung:f:-en unterweisung:f:-en werkzeug:n:-e \
    maschine:f:-n anlage:f:-n gerät:n:-e küche:f:-n garten:m:gärten lager:n:= laden:m:läden markt:m:märkte haus:n:häuser \
    raum:m:räume büro:n:-s station:f:-en standort:m:-e fahrt:f:-en ticket:n:-s wagen:m:= rad:n:räder dienst:m:-e \
    service:m:-s pflege:f:-n reinigung:f:-en reparatur:f:-en montage:f:-n fertigung:f:-en produktion:f:-en \
    verarbeitung:f:-en gestaltung:f:-en technologie:f:-n verwaltung:f:-en buchhaltung:f:-en abrechnung:f:-en \
    kasse:f:-n verkauf:m:verkäufe einkauf:m:einkäufe versand:m:-e logistik:f:-en transport:m:-e zustellung:f:-en \
    branche:f:-n beruf:m:-e tätigkeit:f:-en aufnahme:f:-n suche:f:-n wunsch:m:wünsche lage:f:-n bedarf:m:-e \
    belastung:f:-en grenze:f:-n hürde:f:-n lücke:f:-n nachbetreuung:f:-en nachsorge:f:-n übergabe:f:-n auswertung:f:-en \
    rückmeldung:f:-en dokumentation:f:-en bericht:m:-e koordination:f:-en kooperation:f:-en konferenz:f:-en";

/// First parts of invented towns.
pub(super) const TOWN_STEMS: &[&str] = &[
    "Linden",
    "Erlen",
    "Auen",
    "Quellen",
    "Fichten",
    "Weiden",
    "Birken",
    "Mühlen",
    "Brücken",
    "Hasel",
    "Rauen",
    "Schleusen",
    "Ahorn",
    "Kranich",
    "Wiesen",
];

/// Last parts of invented towns.
pub(super) const TOWN_ENDINGS: &[&str] = &["stedt", "hausen", "bach", "lohe"];

/// What keeps a town apart from its namesakes; most have none.
pub(super) const TOWN_ADDITIONS: &[&str] = &["", "", "", " an der Aue", "", "", " am Weiher", "", " im Grund"];

/// The first, largest towns.
pub(super) const CITIES: &[&str] =
    &["Neustadt an der Aue", "Musterstadt", "Bad Lohenau", "Hafenberg", "Sankt Alrun", "Lotsenbrück"];

/// Generated regions: id, label, direction of the team that looks after them.
pub(super) const REGIONS: &[(&str, &str, &str)] = &[
    ("aue-kreis", "Aue-Kreis", "nord"),
    ("musterkreis", "Musterkreis", "sued"),
    ("lohe-kreis", "Lohe-Kreis", "ost"),
    ("hafenkreis", "Hafenkreis", "west"),
    ("weiherland", "Weiherland", "nord"),
    ("grundkreis", "Grundkreis", "sued"),
];

/// Kinds of providers: name with `{}` for the town.
pub(super) const ORGANISATIONS: &[&str] = &[
    "Bildungswerk {}",
    "Akademie {} gGmbH",
    "Beschäftigungsgesellschaft {} mbH",
    "Sprachschule {}",
    "Werkstattverbund {} e. V.",
    "Familienzentrum {}",
    "Berufsförderwerk {} gGmbH",
    "Frauenwerkstatt {} e. V.",
    "Pflegeschule {}",
    "Lernhaus {}",
    "Jugendwerkstatt {} e. V.",
    "Sozialdienst {}",
    "Coachingbüro {} GmbH",
    "Handwerkszentrum {}",
    "Gesundheitsforum {}",
    "Integrationsnetz {} e. V.",
    "Volkshochschule {}",
    "Logistikakademie {} GmbH",
    "Beratungszentrum {}",
    "Stadt {}",
];

/// Subjects of the coordination inside the house: slug and name.
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("markt", "Markt und Integration"),
    ("deutsch", "Deutschförderung"),
    ("pflege", "Pflege und Gesundheit"),
    ("gleichstellung", "Gleichstellung"),
    ("jugend", "Jugend"),
    ("agh", "Arbeitsgelegenheiten"),
    ("weiterbildung", "Weiterbildung"),
    ("soziales", "Soziale Leistungen"),
    ("zuwanderung", "Zuwanderung"),
    ("arbeitgeber", "Arbeitgeber und Betriebe"),
];

/// Teams of the house: slug and name.
pub(super) const TEAMS: &[(&str, &str)] = &[("nord", "Nord"), ("sued", "Süd"), ("ost", "Ost"), ("west", "West")];

/// For whom: id of the target group, words after "für", tag in a title.
pub(super) const TARGETS: &[(&str, &str, &str)] = &[
    ("frauen", "Frauen", "Frauen"),
    ("u25", "junge Menschen unter 25", "U25"),
    ("alleinerziehende", "Alleinerziehende", "Alleinerziehende"),
    ("gefluechtete", "Geflüchtete", "Geflüchtete"),
    ("langzeitarbeitslos", "Langzeitarbeitslose", "LZA"),
    ("ue50", "Menschen ab 50", "Ü50"),
    ("migrantinnen", "zugewanderte Frauen", "Migrantinnen"),
    ("erziehende", "Eltern", "Eltern"),
    ("psychisch-belastet", "psychisch belastete Menschen", "bei psychischer Belastung"),
    ("schwerbehindert-gleichgestellt", "schwerbehinderte Menschen", "SB"),
    ("ohne-berufsabschluss", "Menschen ohne Berufsabschluss", "ohne Berufsabschluss"),
    ("langzeitleistungsbezug", "Menschen im Langzeitleistungsbezug", "LZB"),
    ("elternzeit-rueckkehr", "Menschen nach der Elternzeit", "nach der Elternzeit"),
    ("neuzugewanderte", "Neuzugewanderte", "Neuzugewanderte"),
    ("auslandsabschluss", "Menschen mit ausländischem Abschluss", "Anerkennung"),
    ("beschaeftigt-aufstockend", "Beschäftigte mit ergänzenden Leistungen", "Aufstocker"),
    ("ohne-schulabschluss", "Menschen ohne Schulabschluss", "ohne Schulabschluss"),
    ("suchterkrankt", "Menschen mit Suchterkrankung", "Sucht"),
];

/// Occupations and lines of business.
pub(super) const JOBS: &[&str] = &[
    "Pflege",
    "Lager und Logistik",
    "Büro",
    "Gastronomie",
    "Verkauf",
    "Altenpflege",
    "Handwerk",
    "IT",
    "Erziehung",
    "Reinigung",
    "Metall",
    "Elektro",
    "Hauswirtschaft",
    "Gabelstapler",
    "Sicherheit",
    "Berufskraftfahrt",
    "Bau",
    "Holz und Möbel",
    "Garten- und Landschaftsbau",
    "Hotel",
    "Friseurhandwerk",
    "Küche",
    "Medizinische Fachangestellte",
    "Buchhaltung",
    "Schweißen",
    "Solartechnik",
    "Kaufleute für Büromanagement",
    "Fachlagerist",
    "Pflegehilfe",
    "Betreuungskraft § 43b",
    "Maler und Lackierer",
    "Sanitär Heizung Klima",
    "Lebensmittelhandel",
    "Nähen und Textil",
    "Fahrradtechnik",
    "Mediengestaltung",
    "Immobilien",
    "Zerspanung",
    "Rettungsdienst",
    "Tagespflege",
];

/// What Arbeitsgelegenheiten and employment projects do.
pub(super) const WORKS: &[&str] = &[
    "Grünpflege",
    "Sozialkaufhaus",
    "Fahrradwerkstatt",
    "Spielplatzpflege",
    "Möbellager",
    "Stadtsauberkeit",
    "Seniorenbegleitung",
    "Kleiderkammer",
    "Schulküche",
    "Wanderwege",
    "Recyclinghof",
    "Tafel",
    "Friedhofspflege",
    "Bücherei",
    "Nähstube",
    "Holzwerkstatt",
    "Tierheim",
    "Stadtteilcafé",
    "Gemeinschaftsgarten",
    "Streuobst",
    "Hausmeisterhilfe",
    "Museumsdepot",
];

/// Everyday subjects of counselling and coaching.
pub(super) const MATTERS: &[&str] = &[
    "Familie und Beruf",
    "Gesundheit",
    "Neuorientierung",
    "Stärken",
    "Alltag",
    "Selbstvertrauen",
    "Bewerbung",
    "Wohnen",
    "Mobilität",
    "Finanzen",
    "Digitales",
    "Ernährung",
    "Erziehung",
    "Trennung und Neubeginn",
    "Pflegende",
    "Schichtarbeit",
    "Minijob zu Vollzeit",
    "Tagesstruktur",
];

/// Levels of courses; the code is the one of the catalogue.
pub(super) const LEVELS: &[&str] = &["B2", "B1", "A2", "C1", "A1"];

/// One kind of offer: what the parts of an entry are drawn from. Order of [`KINDS`] is order of frequency.
pub(super) struct Kind {
    /// How titles begin; the id is made from it.
    pub heads: &'static [&'static str],
    /// Code of the category.
    pub category: &'static str,
    pub types: &'static [&'static str],
    pub goals: &'static [&'static str],
    /// Target groups that fit always.
    pub groups: &'static [&'static str],
    /// Legal bases; the first is always named.
    pub bases: &'static [&'static str],
    /// Codes; repeated ones are more frequent. Empty: none.
    pub funding: &'static [&'static str],
    pub modules: &'static [&'static str],
    pub certificates: &'static [&'static str],
    /// Codes; repeated ones are more frequent.
    pub settings: &'static [&'static str],
    /// Index into [`TOPICS`].
    pub topic: usize,
    /// What the title may name.
    pub fields: &'static [&'static str],
    pub age: (Option<u8>, Option<u8>),
    /// Titles name a level of German.
    pub levels: bool,
    /// Shortest and longest duration in weeks.
    pub weeks: (u16, u16),
    pub sentences: &'static [&'static str],
}

const PLAIN: Kind = Kind {
    heads: &[],
    category: "measure",
    types: &["aktivierung-gruppe"],
    goals: &["vermittlung", "heranfuehrung"],
    groups: &["alle-elb"],
    bases: &["mat", "avgs"],
    funding: &["tender", "tender", "avgs"],
    modules: &["bewerbung", "stellensuche", "profiling", "edv-grundlagen", "rechte-und-pflichten"],
    certificates: &["teilnahme"],
    settings: &["group", "group", "mixed", "individual"],
    topic: 0,
    fields: MATTERS,
    age: (None, None),
    levels: false,
    weeks: (4, 26),
    sentences: &[],
};

/// Codes of offers for one person at a time.
const SINGLE: &[&str] = &["individual", "individual", "individual", "mixed"];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        heads: &["Bewerbungscoaching", "Bewerbungstraining", "Bewerbungswerkstatt", "Bewerbungscenter"],
        types: &["bewerbungshilfe", "coaching"],
        modules: &["bewerbung", "vorstellungsgespraech", "stellensuche", "profiling", "digitale-kompetenzen"],
        fields: JOBS,
        weeks: (2, 12),
        sentences: &[
            "Gemeinsam entstehen Lebenslauf, Anschreiben und eine vollständige Bewerbungsmappe.",
            "Das Vorstellungsgespräch wird geübt, auf Wunsch auch am Telefon oder per Video.",
            "Wer schon Unterlagen hat, bringt sie mit; sie werden durchgesehen und verbessert.",
            "Freie Stellen in {p} und Umgebung werden zusammen gesucht.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Berufssprachkurs", "BSK", "Deutsch für den Beruf", "Deutschförderung"],
        types: &["sprachkurs-beruf"],
        goals: &["sprache", "vermittlung"],
        groups: &["migrationshintergrund", "gefluechtete"],
        bases: &["bsk"],
        funding: &["free"],
        modules: &["sprache-beruf", "sprache", "bewerbung", "kulturelle-werte"],
        certificates: &["sprachzertifikat", "teilnahme"],
        settings: &["group"],
        topic: 1,
        fields: JOBS,
        levels: true,
        weeks: (10, 25),
        sentences: &[
            "Der Unterricht verbindet Deutsch mit dem Wortschatz im Bereich {f}.",
            "Am Ende steht eine Sprachprüfung; wer sie nicht besteht, kann sie wiederholen.",
            "Die Fahrkosten können erstattet werden, wenn der Weg weiter als drei Kilometer ist.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["AGH", "Arbeitsgelegenheit", "Zusatzjob"],
        category: "instrument",
        types: &["arbeitsgelegenheit"],
        goals: &["heranfuehrung", "tagesstruktur", "soziale-teilhabe"],
        groups: &["langzeitarbeitslos", "langzeitleistungsbezug"],
        bases: &["agh"],
        funding: &["grant"],
        modules: &["tagesstruktur", "fachpraxis", "sozialpaedagogische-begleitung"],
        certificates: &["ohne", "teilnahme"],
        settings: &["group", "group", "individual"],
        topic: 5,
        fields: WORKS,
        weeks: (12, 52),
        sentences: &[
            "Die Arbeiten sind zusätzlich und nützen der Allgemeinheit.",
            "Es wird eine Entschädigung für den Mehraufwand gezahlt, das Grundsicherungsgeld läuft weiter.",
            "Eine Anleitung ist immer vor Ort; Arbeitskleidung wird gestellt.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Weiterbildung", "Umschulung", "Teilqualifizierung", "Qualifizierung", "Grundlagenlehrgang"],
        types: &["weiterbildung"],
        goals: &["qualifizierung", "berufsabschluss"],
        groups: &["ohne-berufsabschluss"],
        bases: &["fbw", "bgs"],
        funding: &["voucher"],
        modules: &["fachpraxis", "betriebliche-erprobung", "edv-grundlagen", "stuetzunterricht"],
        certificates: &["ihk", "hwk", "traegerintern", "berufsabschluss"],
        settings: &["group", "group", "mixed"],
        topic: 6,
        fields: JOBS,
        weeks: (8, 104),
        sentences: &[
            "Der Unterricht wechselt mit Praxis im Betrieb.",
            "Für die Teilnahme ist ein Bildungsgutschein nötig.",
            "Wer die Prüfung besteht, kann im Bereich {f} als Fachkraft arbeiten.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Einzelcoaching", "Jobcoaching", "Ganzheitliches Coaching", "AVGS-Coaching", "Familiencoaching"],
        types: &["coaching", "coaching-ganzheitlich"],
        goals: &["hemmnisse-abbauen", "vermittlung", "stabilisierung"],
        groups: &["mehrfach-belastet"],
        bases: &["mat", "avgs", "gb"],
        funding: &["avgs", "avgs", "tender"],
        modules: &["profiling", "sozialpaedagogische-begleitung", "stressbewaeltigung", "vereinbarkeit"],
        settings: SINGLE,
        topic: 0,
        weeks: (6, 26),
        sentences: &[
            "Die Treffen finden einzeln statt und richten sich nach dem Tempo der Teilnehmenden.",
            "Auf Wunsch kommt der Coach nach Hause oder begleitet zu Behörden.",
            "Ein Gutschein (AVGS) genügt, der Einstieg ist jederzeit möglich.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Aktivierungscenter", "Perspektive Arbeit", "Neustart", "Startklar", "Orientierungswerkstatt"],
        modules: &["profiling", "bewerbung", "tagesstruktur", "gesundheit", "edv-grundlagen", "betriebsbesuche"],
        groups: &["alle-elb", "langzeitarbeitslos"],
        weeks: (4, 24),
        sentences: &[
            "Zu Beginn steht eine Bestandsaufnahme: Was geht schon gut, wo hakt es?",
            "Die Gruppe trifft sich an festen Tagen, dazu kommen Einzelgespräche.",
            "Betriebe aus {p} stellen sich vor und laden zu Besuchen ein.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Teilzeitausbildung", "Ausbildung in Teilzeit", "Ausbildungscoaching", "TEP"],
        types: &["ausbildungsbegleitung", "ausbildungsvorbereitung"],
        goals: &["ausbildung", "vereinbarkeit"],
        groups: &["erziehende", "alleinerziehende"],
        bases: &["mat", "landesprogramm"],
        funding: &["grant", "avgs"],
        modules: &["vereinbarkeit", "kinderbetreuung-organisieren", "betriebliche-erprobung", "stuetzunterricht"],
        certificates: &["berufsabschluss"],
        settings: &["mixed", "group", "individual"],
        topic: 3,
        fields: JOBS,
        weeks: (24, 156),
        sentences: &[
            "Die Ausbildung dauert in Teilzeit etwas länger, der Abschluss ist derselbe.",
            "Gesucht werden Betriebe, die eine Ausbildung mit 20 bis 30 Wochenstunden anbieten.",
            "Während der Ausbildung bleibt eine feste Ansprechperson an der Seite.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Integrationskurs", "Alphabetisierungskurs", "Elternintegrationskurs", "Frauenintegrationskurs"],
        types: &["sprachkurs-integration"],
        goals: &["sprache"],
        groups: &["neuzugewanderte", "gefluechtete", "migrationshintergrund"],
        bases: &["ik"],
        funding: &["free"],
        modules: &["sprache", "kulturelle-werte", "lesen-schreiben-rechnen"],
        certificates: &["sprachzertifikat"],
        settings: &["group"],
        topic: 1,
        fields: &["Vormittag", "Nachmittag", "Abend", "Wiederholung", "intensiv"],
        weeks: (20, 40),
        sentences: &[
            "Der Kurs umfasst Sprachunterricht und einen Orientierungskurs über Alltag, Recht und Geschichte.",
            "Vor dem Start gibt es einen Einstufungstest in {p}.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Wiedereinstieg", "Frauenprojekt", "Berufsrückkehr", "Mütter in Arbeit"],
        category: "project",
        types: &["wiedereinstieg", "coaching"],
        goals: &["wiedereinstieg", "vereinbarkeit"],
        groups: &["frauen", "elternzeit-rueckkehr"],
        bases: &["mat", "bca"],
        modules: &["vereinbarkeit", "kinderbetreuung-organisieren", "bewerbung", "digitale-kompetenzen"],
        settings: &["group", "mixed", "individual"],
        topic: 3,
        fields: JOBS,
        weeks: (8, 26),
        sentences: &[
            "Nach der Elternzeit oder einer langen Pause gelingt der Weg zurück Schritt für Schritt.",
            "Die Betreuung der Kinder wird von Anfang an mitgeplant.",
            "Frauen tauschen sich in einer festen Gruppe aus.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Gesundheitscoaching", "Gesund in Arbeit", "Gesundheitswerkstatt", "Stressbewältigung"],
        types: &["gesundheit", "coaching"],
        goals: &["gesundheit", "hemmnisse-abbauen", "stabilisierung"],
        groups: &["gesundheitlich-eingeschraenkt", "psychisch-belastet"],
        bases: &["mat", "p20a", "krankenkasse"],
        funding: &["tender", "free"],
        modules: &["gesundheit", "bewegung-ernaehrung", "stressbewaeltigung"],
        topic: 2,
        weeks: (6, 26),
        sentences: &[
            "Bewegung, Ernährung und Entspannung werden ausprobiert, niemand muss sportlich sein.",
            "Auf Wunsch hilft das Team, einen Termin in einer Praxis oder Klinik zu bekommen.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["BaE", "Außerbetriebliche Ausbildung", "AsA flex", "BvB", "Einstiegsqualifizierung"],
        category: "instrument",
        types: &["ausbildung-ausserbetrieblich", "ausbildungsbegleitung"],
        goals: &["ausbildung", "berufsabschluss"],
        groups: &["u25", "auszubildende"],
        bases: &["bae", "asa", "bvb", "eq"],
        funding: &["tender"],
        modules: &["fachpraxis", "stuetzunterricht", "betriebliche-erprobung", "berufsorientierung"],
        certificates: &["berufsabschluss"],
        settings: &["group", "mixed"],
        topic: 4,
        fields: JOBS,
        age: (Some(15), Some(24)),
        weeks: (26, 156),
        sentences: &[
            "Förderunterricht und sozialpädagogische Begleitung gehören dazu.",
            "Der Wechsel in einen Betrieb ist jederzeit möglich und erwünscht.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Betriebliche Erprobung", "MAG", "Probearbeit", "Praktikum"],
        category: "instrument",
        types: &["massnahme-arbeitgeber"],
        bases: &["mag", "avgs"],
        funding: &["benefit"],
        modules: &["betriebliche-erprobung", "fachpraxis"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 9,
        fields: JOBS,
        weeks: (1, 6),
        sentences: &[
            "Im Betrieb zeigt sich, ob die Arbeit im Bereich {f} passt.",
            "Fahrkosten und Kinderbetreuung können übernommen werden.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Schuldnerberatung", "Budgetberatung"],
        category: "service",
        types: &["schuldnerberatung"],
        goals: &["hemmnisse-abbauen", "existenzsicherung"],
        groups: &["ueberschuldet"],
        bases: &["ga"],
        funding: &["free"],
        modules: &["schulden-und-budget"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 7,
        weeks: (1, 52),
        sentences: &[
            "Schulden werden geordnet, mit Gläubigern wird verhandelt, Pfändungen werden geprüft.",
            "Die Beratung ist kostenlos und vertraulich.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Kinderbetreuung", "Randzeitenbetreuung", "Tagespflegebörse"],
        category: "service",
        types: &["kinderbetreuung", "familienbildung"],
        goals: &["vereinbarkeit"],
        groups: &["erziehende", "alleinerziehende", "eltern-kleinkinder"],
        bases: &["ga", "sgb8"],
        funding: &["free", "benefit"],
        modules: &["kinderbetreuung-organisieren", "elternbildung"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 3,
        fields: &["Randzeiten", "Ferien", "Schichtdienst", "Kleinkinder", "Grundschulkinder", "Notfall"],
        sentences: &[
            "Es wird ein Platz gesucht, der zu den Arbeitszeiten passt, auch früh, spät und in den Ferien.",
            "Die Kosten trägt in vielen Fällen das Jugendamt.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Psychosoziale Betreuung", "Stabilisierungscoaching", "Sprechstunde Seele"],
        category: "service",
        types: &["psychosoziale-betreuung", "fallmanagement"],
        goals: &["stabilisierung", "gesundheit", "hemmnisse-abbauen"],
        groups: &["psychisch-belastet", "stabilisierungsbedarf"],
        bases: &["ga", "rehapro"],
        funding: &["free"],
        modules: &["stressbewaeltigung", "gesundheit", "tagesstruktur"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 7,
        sentences: &[
            "Bei psychischer Belastung hilft ein ruhiges Gespräch, oft schon in der ersten Woche.",
            "Was besprochen wird, bleibt vertraulich und erreicht das Jobcenter nicht.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Digitalwerkstatt", "EDV-Grundlagen", "Fit am Computer", "Smartphone und Jobsuche"],
        types: &["grundkompetenzen", "digitaler-zugang"],
        goals: &["digitale-teilhabe", "qualifizierung"],
        bases: &["mat", "gk"],
        modules: &["edv-grundlagen", "digitale-kompetenzen", "stellensuche"],
        certificates: &["teilnahme", "traegerintern"],
        topic: 6,
        fields: &["Anfänger", "Büro", "jobcenter.digital", "Online-Bewerbung", "Tabellen und Texte"],
        weeks: (2, 12),
        sentences: &[
            "Geräte sind vorhanden und können für zu Hause ausgeliehen werden.",
            "Geübt werden Texte, Tabellen, E-Mail und das Bewerben im Internet.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Existenzgründung", "Gründungscoaching", "Beratung Selbstständige"],
        types: &["gruendung"],
        goals: &["selbstaendigkeit"],
        groups: &["selbstaendig-gruendend"],
        bases: &["gruend", "esg", "les"],
        funding: &["avgs", "benefit"],
        modules: &["existenzgruendung", "schulden-und-budget"],
        settings: SINGLE,
        topic: 0,
        fields: &["Handwerk", "Onlinehandel", "Gastronomie", "Nebenerwerb", "Kreativwirtschaft", "Dienstleistung"],
        sentences: &[
            "Geschäftsidee, Zahlen und Genehmigungen werden nüchtern geprüft.",
            "Am Ende steht eine Empfehlung, ob die Selbstständigkeit trägt.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Nachholen Schulabschluss", "Grundkompetenzen", "Hauptschulabschluss", "Lesen und Schreiben"],
        types: &["schulabschluss", "grundkompetenzen"],
        goals: &["qualifizierung", "ausbildung"],
        groups: &["ohne-schulabschluss"],
        bases: &["gk", "hsa"],
        funding: &["voucher", "tender"],
        modules: &["lesen-schreiben-rechnen", "stuetzunterricht", "edv-grundlagen"],
        certificates: &["schulabschluss", "teilnahme"],
        settings: &["group"],
        topic: 6,
        fields: &["Mathematik", "Deutsch", "Abendschule", "Vorbereitung Prüfung"],
        weeks: (12, 52),
        sentences: &["In kleinen Gruppen werden Deutsch, Mathematik und Lernen gelernt, ohne Druck."],
        ..PLAIN
    },
    Kind {
        heads: &["Teilhabe am Arbeitsmarkt", "16i-Stelle", "Eingliederungszuschuss", "EvL-Stelle"],
        category: "instrument",
        types: &["sozialer-arbeitsmarkt", "lohnkostenzuschuss"],
        goals: &["vermittlung", "soziale-teilhabe"],
        groups: &["langzeitleistungsbezug", "langzeitarbeitslos"],
        bases: &["taam", "evl", "egz"],
        funding: &["wage_subsidy"],
        modules: &["fachpraxis", "nachbetreuung"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 9,
        fields: WORKS,
        weeks: (26, 260),
        sentences: &[
            "Es entsteht ein richtiges Arbeitsverhältnis mit Lohn und Sozialversicherung.",
            "Der Arbeitgeber erhält einen Zuschuss zum Lohn, ein Coach begleitet die erste Zeit.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Jugendwerkstatt", "Produktionsschule", "Jugendbüro", "Respekt-Projekt"],
        category: "project",
        types: &["jugend-niederschwellig", "ausbildungsvorbereitung"],
        goals: &["heranfuehrung", "ausbildung", "tagesstruktur"],
        groups: &["u25", "schwer-erreichbare-junge"],
        bases: &["h", "sgb8"],
        funding: &["tender", "grant"],
        modules: &["berufsorientierung", "tagesstruktur", "fachpraxis", "sozialpaedagogische-begleitung"],
        topic: 4,
        fields: WORKS,
        age: (Some(15), Some(24)),
        sentences: &[
            "Junge Menschen arbeiten an echten Aufträgen und lernen dabei.",
            "Niemand braucht eine Anmeldung, ein Anruf oder eine Nachricht genügt.",
        ],
        ..PLAIN
    },
    Kind {
        heads: &["Suchtberatung", "Suchtsprechstunde"],
        category: "service",
        types: &["suchtberatung"],
        goals: &["gesundheit", "stabilisierung"],
        groups: &["suchterkrankt"],
        bases: &["ga"],
        funding: &["free"],
        modules: &["gesundheit", "stressbewaeltigung"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 7,
        sentences: &["Ob Alkohol, Drogen oder Glücksspiel: Die Beratung hört zu und zeigt Wege in Behandlung."],
        ..PLAIN
    },
    Kind {
        heads: &["Führerschein Klasse B", "Mobilitätshilfe", "Gabelstaplerschein", "Führerschein Klasse C"],
        category: "instrument",
        types: &["geldleistung", "weiterbildung"],
        goals: &["vermittlung", "qualifizierung"],
        bases: &["vb", "ff"],
        funding: &["benefit"],
        modules: &["mobilitaet"],
        certificates: &["fuehrerschein"],
        settings: SINGLE,
        topic: 0,
        fields: JOBS,
        sentences: &["Ein Führerschein wird gefördert, wenn eine feste Zusage für eine Stelle vorliegt."],
        ..PLAIN
    },
    Kind {
        heads: &["Anerkennungsberatung", "Anpassungsqualifizierung", "Kenntnisprüfung"],
        category: "service",
        types: &["anerkennung", "integration-zugewanderte"],
        goals: &["anerkennung", "berufsabschluss"],
        groups: &["auslandsabschluss"],
        bases: &["bundesprogramm", "fbw"],
        funding: &["free", "voucher"],
        modules: &["sprache-beruf", "stuetzunterricht"],
        settings: SINGLE,
        topic: 8,
        fields: JOBS,
        sentences: &["Zeugnisse aus dem Ausland werden geprüft, übersetzt und bei der richtigen Stelle eingereicht."],
        ..PLAIN
    },
    Kind {
        heads: &["Wohnhilfe", "Beratung Wohnungsnot", "Wohnungssuche"],
        category: "service",
        types: &["wohnen"],
        goals: &["wohnen-sichern"],
        groups: &["wohnungsnot"],
        bases: &["ga", "sgb12"],
        funding: &["free"],
        modules: &["wohnen", "schulden-und-budget"],
        certificates: &["ohne"],
        settings: SINGLE,
        topic: 7,
        sentences: &["Droht eine Räumung, wird sofort geholfen; Mietschulden können übernommen werden."],
        ..PLAIN
    },
    Kind {
        heads: &["Nachbetreuung", "Coaching in Beschäftigung", "Gut angekommen"],
        types: &["coaching-in-beschaeftigung"],
        goals: &["stabilisierung"],
        groups: &["neu-beschaeftigt"],
        bases: &["stabi", "bez", "g"],
        funding: &["avgs", "tender"],
        modules: &["nachbetreuung", "vereinbarkeit", "stressbewaeltigung"],
        settings: SINGLE,
        topic: 9,
        sentences: &["In den ersten sechs Monaten im neuen Betrieb bleibt jemand ansprechbar, auch abends."],
        ..PLAIN
    },
    Kind {
        heads: &["Reha-Coaching", "Inklusionsberatung", "Unterstützte Beschäftigung"],
        types: &["reha", "inklusion"],
        goals: &["vermittlung", "gesundheit"],
        groups: &["schwerbehindert-gleichgestellt", "reha", "behinderung"],
        bases: &["reha", "sgb9"],
        funding: &["benefit"],
        modules: &["profiling", "betriebliche-erprobung", "gesundheit"],
        settings: SINGLE,
        topic: 2,
        sentences: &["Der Arbeitsplatz wird so eingerichtet, dass die Arbeit auch mit Behinderung gelingt."],
        ..PLAIN
    },
    Kind {
        heads: &["Jobbörse", "Arbeitgebertag", "Ausbildungsmesse"],
        category: "network",
        types: &["arbeitgeberberatung", "vermittlung", "vernetzung"],
        goals: &["vermittlung", "fachkraefte"],
        groups: &["arbeitsuchende", "arbeitgeber"],
        bases: &["p35", "leistungen"],
        funding: &["free"],
        modules: &["stellensuche", "betriebsbesuche"],
        certificates: &["ohne"],
        settings: &["group"],
        topic: 9,
        fields: JOBS,
        weeks: (1, 1),
        sentences: &["Betriebe aus {p} bringen freie Stellen mit, Gespräche gibt es gleich am Tisch."],
        ..PLAIN
    },
];

/// Sentences that open a summary. Slots: `{f}` field, `{p}` place, `{t}` target group after "für", `{c}` compound,
/// `{ac}` compound with indefinite article in the accusative, `{dc}` with definite article in the dative,
/// `{cs}` compound in the plural, `{w}` number of weeks, `{m}` label of a module.
pub(super) const OPENINGS: &[&str] = &[
    "Ein Angebot für {t} in {p}.",
    "Hier bekommen Sie Unterstützung rund um {c} und {c}.",
    "Das Angebot verbindet {ac} mit {dc}.",
    "Wer {ac} braucht, ist hier richtig.",
    "In {p} hilft das Team bei {dc} und bei allen Fragen dazu.",
    "Schritt für Schritt zu einer neuen Arbeit: mit {dc} und viel Praxis.",
    "Für {t}: {c}, {c} und Zeit für Fragen.",
];

/// Sentences for summaries and texts of every kind.
pub(super) const SENTENCES: &[&str] = &[
    "Themen sind {c}, {c} und {c}.",
    "Alle Teilnehmenden erhalten {ac} und {ac}.",
    "Die Teilnahme ist freiwillig und kostet nichts.",
    "Nach {dc} gibt es {ac}, damit das Gelernte sitzt.",
    "Das Angebot dauert etwa {w} Wochen.",
    "Fragen zu {dc} werden im Einzelgespräch geklärt.",
    "Die Räume in {p} sind gut mit Bus und Bahn zu erreichen.",
    "Jede Woche gibt es {ac} in kleinen Gruppen.",
    "Wer möchte, kann {ac} dazunehmen.",
    "Besonders gefragt sind {cs} und {cs}.",
    "Das Team achtet auf {cs}, auf Pünktlichkeit und auf einen freundlichen Ton.",
    "Ein Schwerpunkt liegt auf {dc}.",
    "Schwerpunkte: {c}, {c}, {m}.",
    "Auch {t} sind willkommen; der Zugang ist für alle gleich.",
    "Der Träger arbeitet mit Betrieben aus {p} zusammen, die {cs} anbieten.",
    "Bei Bedarf wird eine Kinderbetreuung organisiert.",
    "Das erste Gespräch ist unverbindlich, danach vereinbart das Team {ac}.",
    "Am Ende gibt es einen Nachweis über die Teilnahme.",
    "Wenn es gesundheitlich schwierig wird, findet sich eine Lösung.",
    "Mit {dc} lassen sich die eigenen Stärken besser zeigen.",
    "Die Termine liegen so, dass Eltern ihre Kinder bringen und holen können.",
    "In den Ferien wird auf {cs} umgestellt.",
    "„{c}“ ist für viele der wichtigste Teil, sagen die Teilnehmenden.",
    "Zu Beginn bekommen alle {ac}, nach vier Wochen wird Bilanz gezogen.",
    "Zum Programm gehören außerdem {m} und {c}.",
    "Seit diesem Jahr gibt es zusätzlich {ac}.",
    "Wer schon Erfahrung im Bereich {f} hat, kann früher in den Betrieb wechseln.",
];

/// Headings of lists in a text.
pub(super) const LIST_HEADINGS: &[&str] =
    &["Was zu erwarten ist:", "Inhalte:", "Das gehört dazu:", "Ablauf:", "Was Sie mitnehmen:"];

/// Items of such lists.
pub(super) const ITEMS: &[&str] = &[
    "{c} in der Gruppe",
    "{c} und {c}",
    "{c} im Betrieb",
    "Einzelgespräche zu {dc}",
    "{m}",
    "{cs}, auch online",
    "Hilfe bei {dc}",
    "{c} mit Praxisanteil",
];

/// Entry requirements; `{t}` as above, `{l}` level of German.
pub(super) const ADMISSIONS: &[&str] = &[
    "Leistungsbezug nach dem SGB II; geeignet vor allem für {t}.",
    "Für {t}. Deutschkenntnisse sollten für Gespräche im Alltag reichen.",
    "Zuweisung durch die persönliche Ansprechperson. Ein Vorgespräch beim Träger ist nötig.",
    "Keine besonderen Voraussetzungen.",
];

/// Who cannot take part.
pub(super) const EXCLUSIONS: &[&str] = &[
    "Nicht für Menschen, die eine laufende Ausbildung haben.",
    "Nicht möglich, solange eine andere Maßnahme läuft.",
    "Bei akuter Erkrankung bitte zuerst ärztlichen Rat einholen.",
];

/// Ways into an offer.
pub(super) const ACCESS_ROUTES: &[&str] = &[
    "Gespräch mit der persönlichen Ansprechperson, danach Anmeldung beim Träger.",
    "Zuweisung über das Fachverfahren, Rückmeldung durch die Koordination.",
    "Gutschein ausstellen, die Anmeldung übernimmt der Träger.",
    "Offene Sprechstunde, keine Anmeldung nötig.",
];

/// What staff note down for each other.
pub(super) const INTERNAL_NOTES: &[&str] = &[
    "Träger meldet freie Plätze immer freitags; bei Bedarf kurz anrufen.",
    "Vertrag läuft aus, Ausschreibung für das Folgejahr in Vorbereitung.",
    "Rückmeldungen der Teilnehmenden gut, Abbrüche vor allem in den ersten zwei Wochen.",
    "Bitte vor der Zuweisung Sprachstand prüfen.",
];

/// What to bring along.
pub(super) const DOCUMENTS: &[&str] =
    &["Lebenslauf", "Zeugnisse", "Ausweis oder Aufenthaltstitel", "Gutschein (AVGS)", "Bescheid des Jobcenters"];
