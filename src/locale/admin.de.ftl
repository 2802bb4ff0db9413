## Index, Selbstauskunft, Schema, Vervollständigung, Handbuchseite

cli-value-shell = SHELL
cli-value-command = BEFEHL
cli-put-folder = „{ $path }“ ist ein Ordner.
cli-put-folder-hint = Nennen Sie eine Datei darin, zum Beispiel mit dem Namen angebote.csv.
cli-put-in-catalogue = „{ $path }“ liegt dort, wo die Dateien des Katalogs liegen. Ausgaben gehören nicht dorthin.
cli-put-in-catalogue-hint = Nennen Sie eine Datei außerhalb des Katalogs.
cli-put-failed = „{ $path }“ lässt sich nicht schreiben: { $reason }
cli-put-failed-open = Vielleicht ist die Datei schreibgeschützt oder noch in einem anderen Programm geöffnet. Sie ist unverändert.
cli-put-failed-missing = Prüfen Sie, ob es den Ordner gibt.
cli-put-failed-hint = Nennen Sie mit -o einen Ordner, in den Sie schreiben dürfen.

cli-completions-about = Gibt aus, womit Ihre Shell die Befehlszeile vervollständigt
cli-completions-usage = lotse completions SHELL
cli-completions-after = Beispiele:
    {"  "}lotse completions bash > ~/.local/share/bash-completion/completions/lotse
    {"  "}lotse completions fish > ~/.config/fish/completions/lotse.fish
    {"  "}lotse completions powershell >> $PROFILE
cli-completions-shell = Für welche Shell

cli-man-about = Gibt die Handbuchseite von Lotse oder eines Befehls aus
cli-man-usage = lotse man [BEFEHL] [OPTIONEN]
cli-man-after = Beispiele:
    {"  "}lotse man | man -l -
    {"  "}lotse man -o ~/.local/share/man/man1
cli-man-command = Nur die Seite dieses Befehls
cli-man-output = Alle Seiten in diesen Ordner schreiben
cli-man-written = { $count ->
    [one] Eine Handbuchseite liegt in { $folder }.
   *[other] { $count } Handbuchseiten liegen in { $folder }.
}
man-synopsis = AUFRUF
man-description = BESCHREIBUNG
man-extra = HINWEISE
man-version = VERSION

cli-schema-about = Gibt JSON-Schemas der Dateien eines Katalogs aus, mit denen Editoren ergänzen und prüfen
cli-schema-usage = lotse schema [SORTE] [OPTIONEN]
cli-schema-after = Ohne Sorte zählt der Befehl auf, welche es gibt. Beispiele:
    {"  "}lotse schema measure > angebot.schema.json
    {"  "}lotse schema --write
cli-schema-kind = Welche Sorte von Datei
cli-schema-write = Alle Schemas in den Ordner „schema“ des Katalogs schreiben
cli-schema-output = Alle Schemas in diesen Ordner schreiben
cli-schema-no-ids = Verweise nicht auf die Kennungen beschränken, die der Katalog heute hat
cli-schema-demo-hint = Nennen Sie mit --catalogue einen Ordner. „lotse schema -o ORDNER“ schreibt die Schemas woandershin.
cli-schema-written = { $count ->
    [one] Ein Schema liegt in { $folder },
   *[other] { $count } Schemas liegen in { $folder },
} { $changed ->
    [0] alle sind unverändert.
    [one] eines ist neu oder geändert.
   *[other] { $changed } sind neu oder geändert.
}
cli-schema-name-them = So nennt eine Datei Ihrem Editor ihr Schema, in der ersten Zeile. Neue Angebote tun es von selbst.

schema-of-measure = Ein Angebot (measures/KENNUNG.toml)
schema-of-catalogue = Der Katalog als Ganzes (catalogue.toml)
schema-of-measure_types = Typen: was ein Angebot tut (vocabulary/measure_types.toml)
schema-of-target_groups = Zielgruppen (vocabulary/target_groups.toml)
schema-of-legal_bases = Rechtsgrundlagen (vocabulary/legal_bases.toml)
schema-of-modules = Bausteine (vocabulary/modules.toml)
schema-of-goals = Ziele (vocabulary/goals.toml)
schema-of-certificates = Abschlüsse und Bescheinigungen (vocabulary/certificates.toml)
schema-of-places = Regionen und Orte (vocabulary/places.toml)
schema-of-providers = Träger (providers.toml)
schema-of-coordinators = Koordinationen (coordinators.toml)
schema-of-synonyms = Eigene Suchwörter des Hauses (synonyms.toml)
schema-of-settings = Ihre Einstellungen (settings.toml)

schema-section-eligibility = Für wen das Angebot ist, soweit eine Maschine es prüfen kann.
schema-section-schedule = Wann und wie das Angebot stattfindet.
schema-section-period = Von wann bis wann es das Angebot gibt.
schema-section-capacity = Plätze. Freie Plätze zählen nur zusammen mit ihrem Tag.
schema-section-contact = Ansprechstelle beim Träger: eine Funktion, keine Privatperson.
schema-section-confirmed = Wann zuletzt jemand gesagt hat: Das stimmt noch.

schema-list-measure_type = Ein Typ.
schema-list-target_group = Eine Zielgruppe.
schema-list-legal_basis = Eine Rechtsgrundlage mit ihrer Geltungszeit.
schema-list-module = Ein Baustein.
schema-list-goal = Ein Ziel.
schema-list-certificate = Ein Abschluss oder eine Bescheinigung.
schema-list-region = Eine Region.
schema-list-place = Ein Ort; seine Region gilt für alle Angebote dort.
schema-list-provider = Ein Träger.
schema-list-coordinator = Eine Koordination: die Funktion im Haus, die Einträge pflegt.
schema-list-synonym = Ein Suchwort mit den Wörtern, die dasselbe meinen.

schema-key-id = Kennung: nur Kleinbuchstaben a bis z, Ziffern und Bindestriche. Einträge verweisen darauf; ändern Sie sie nur zusammen mit ihnen.
schema-key-label = So steht es auf dem Bildschirm.
schema-key-aliases = Andere Namen, unter denen gesucht wird.
schema-key-note = Bemerkung für alle, die diese Datei pflegen.
schema-key-name = Name.
schema-key-phone = Telefonnummer.
schema-key-email = E-Mail-Adresse.
schema-catalogue-title = Name des Katalogs.
schema-catalogue-operator = Wer den Katalog führt.
schema-catalogue-language = Sprache der Einträge, zum Beispiel „de“.
schema-catalogue-demo = true: Der Bildschirm sagt, dass dies nur eine Vorführung ist.
schema-catalogue-confirm_after_days = Nach so vielen Tagen ist eine Bestätigung überfällig.
schema-catalogue-places_after_days = Nach so vielen Tagen gilt die Zahl freier Plätze als alt.
schema-legal_basis-citation = Die Vorschrift, zum Beispiel „§ 16d SGB II“.
schema-legal_basis-short = Abkürzung, zum Beispiel „AGH“.
schema-legal_basis-valid_from = Erster Tag, an dem sie gilt.
schema-legal_basis-valid_until = Letzter Tag, an dem sie gilt. Danach meldet „lotse check“ Angebote, die sich noch darauf berufen.
schema-legal_basis-responsible = Wer zuständig ist: Jobcenter, Agentur für Arbeit, Kommune.
schema-region-within = Kennung der Region, in der diese liegt: das Stadtviertel in der Stadt, die Stadt im Kreis, der Kreis im Land. Was für eine ganze Region angeboten wird, erreicht alle Orte darin.
schema-place-region = Kennung der kleinsten Region, in der der Ort liegt. Ein Ort mit der Kennung oder dem Namen seiner Region steht für die ganze Region.
schema-provider-url = Seite des Trägers im Internet.
schema-provider-places = Kennungen der Orte, an denen der Träger arbeitet.
schema-coordinator-name = Name der Funktion, nicht einer Person.
schema-coordinator-team = Team.
schema-coordinator-substitute = Kennung der Koordination, die vertritt.
schema-synonym-term = Das Wort, das im Haus gilt.
schema-synonym-variants = Andere Wörter dafür.
schema-synonym-direction = Wohin die Suche gehen darf: „both“ in beide Richtungen, „to_term“ nur von den anderen Wörtern zum ersten, „none“ gar nicht, auch wenn die mitgelieferten Listen es sagen.
schema-synonym-hint = Was wissen soll, wer eines der anderen Wörter sucht: etwa, wie es heute heißt.

settings-file-head = Die Einstellungen, mit denen Lotse beginnt. In Ihrer eigenen Datei steht nur, was anders sein soll.
    Sie liegt in
    {"  "}Linux:    ~/.config/lotse/settings.toml
    {"  "}Windows:  %APPDATA%\lotse\config\settings.toml
    oder dort, wohin --config oder LOTSE_CONFIG zeigen. Pfade beginnen im Ordner dieser Datei; ~ ist Ihr persönlicher Ordner. docs/einstellungen.md erklärt alles einzeln.
setting-catalogue = Der Ordner mit catalogue.toml. Ohne Angabe gilt der Ordner „catalogue“ dort, wo Sie Lotse starten, sonst der mitgelieferte Demokatalog.
setting-dictionary = Ein eigenes Wörterbuch, ein deutsches Wort auf jeder Zeile. Lotse zerlegt zusammengesetzte Wörter damit und mit den mitgelieferten Listen.
setting-language = Die Sprache, in der Lotse spricht. Ohne Angabe entscheidet die Umgebung.
setting-theme = Die Farben: { $themes } oder ein eigenes Farbschema aus [themes].
setting-mouse = Ob die Maus in Lotse bedient. Mit false markiert sie nur Text, wie sonst im Terminal.
setting-screen-reader = Ob der Bildschirm für Vorleseprogramme eingerichtet ist: keine Rahmen, kein Schmuck.
setting-internal-view = Ob interne Notizen von Anfang an zu sehen sind.
setting-internal-minutes = Nach so vielen Minuten ohne Taste schließen sich interne Notizen von selbst; 0 heißt: nie.
setting-home-place = Kennung des Ortes, für den der Bildschirm beim Öffnen Angebote zeigt, aus vocabulary/places.toml. Der Filter ist zu sehen und lässt sich wegnehmen wie jeder andere. „lotse search“ und die anderen Befehle richten sich nicht danach.
setting-watch = Wie Lotse geänderte Dateien bemerkt, während der Bildschirm offen ist: „auto“ sofort, auf Netzlaufwerken nach Sekunden; „poll“ immer so wie auf Netzlaufwerken; „off“ nur mit F5.
setting-user-coordinator = Ihre Kennung aus coordinators.toml. Damit erscheinen der Schreibtisch und alles, womit man Einträge pflegt.
setting-keys = Eigene Tasten für Aktionen, überall oder nur in einem Bereich des Bildschirms. Eine leere Liste nimmt einer Aktion ihre Tasten. Alle Namen und die mitgelieferten Tasten stehen in config/keys.toml.
setting-themes = Eigene Farbschemata. Was eines nicht nennt, kommt von „base“. Alle Rollen und die mitgelieferten Farbschemata stehen in config/themes.toml.


settings-reference-title = Einstellungen
settings-reference-head = Lotse liest eine Datei `settings.toml`: unter Linux `~/.config/lotse/settings.toml`, unter Windows `%APPDATA%\lotse\config\settings.toml`, sonst die Datei, die `--config` oder `LOTSE_CONFIG` nennt. In ihr steht nur, was anders sein soll als die Vorgabe. Pfade beginnen im Ordner der Datei, `~` ist Ihr persönlicher Ordner.

    Eine Option der Befehlszeile geht vor der Umgebungsvariable, diese vor der Datei, die Datei vor der Vorgabe. Was Lotse in der Datei nicht versteht, meldet es mit Zeile, Spalte und einem Vorschlag; alles andere gilt trotzdem. „lotse doctor“ prüft die Datei, „lotse doctor --settings“ zeigt, was gilt und woher es kommt, und „lotse schema settings“ gibt ein JSON-Schema für Ihren Editor aus.

    Diese Seite wird aus dem Programm erzeugt: `LOTSE_WRITE_DOCS=1 cargo test --test it references`.
settings-reference-value = Wert
settings-reference-default = Vorgabe
settings-reference-nothing = keine
settings-reference-variable = Umgebungsvariable
settings-reference-variables = Umgebungsvariablen
settings-reference-meaning = Bedeutung
settings-reference-flag = Auf der Befehlszeile
settings-holds-path = ein Pfad in Anführungszeichen
settings-holds-text = ein Text in Anführungszeichen
settings-holds-number = eine ganze Zahl von 0 bis { $most }
settings-holds-flag = `true` oder `false`
settings-holds-theme = der Name eines Farbschemas in Anführungszeichen
settings-holds-keys = ein Abschnitt: Aktionen mit Listen von Tasten
settings-holds-themes = Abschnitte: Farbschemata mit Rollen und deren Aussehen

variable-lotse-catalogue = Ordner des Katalogs
variable-lotse-config = Datei mit Ihren Einstellungen
variable-lotse-cache = Ordner für den Suchindex
variable-lotse-state = Ordner für Entwürfe, die noch nicht gespeichert sind
variable-lotse-lang = Sprache: `de` oder `en`
variable-lotse-today = Tag, der als heute gilt, zum Beispiel `2026-11-20`: für Vorführungen
variable-lc-all = Beginnt der Wert mit `en`, spricht Lotse englisch, sonst deutsch
variable-lc-messages = Wie `LC_ALL`, wenn es nicht gesetzt ist
variable-lang = Wie `LC_ALL`, wenn auch `LC_MESSAGES` nicht gesetzt ist
variable-no-color = Gesetzt: keine Farben
variable-term = `dumb`: keine Farben
variable-visual = Ihr Editor für „lotse edit --editor“
variable-editor = Ihr Editor, wenn `VISUAL` nicht gesetzt ist
variable-home = Ihr persönlicher Ordner (unter Windows `USERPROFILE`)

cli-doctor-about = Prüft, wo alles liegt und ob es benutzbar ist
cli-doctor-usage = lotse doctor [OPTIONEN]
cli-doctor-after = Endet mit 1, wenn es ein Problem gibt. Schreibt nichts außer kurzen Probedateien, die gleich wieder verschwinden, und zeigt nie, was in Dateien steht.
cli-doctor-format = Ausgabe
cli-doctor-settings = Stattdessen alle geltenden Einstellungen zeigen, und woher jede kommt

doctor-state-ok = gut
doctor-state-note = Hinweis
doctor-state-problem = PROBLEM
doctor-area-program = Programm
doctor-area-settings = Einstellungen
doctor-area-catalogue = Katalog
doctor-area-history = Verlauf
doctor-area-index = Suchindex
doctor-area-drafts = Entwürfe
doctor-area-terminal = Terminal
doctor-area-surroundings = Umgebung
doctor-summary = { $problems ->
    [0] Kein Problem
    [one] 1 Problem
   *[other] { $problems } Probleme
}, { $notes ->
    [0] kein Hinweis.
    [one] 1 Hinweis.
   *[other] { $notes } Hinweise.
}
doctor-nothing = –
doctor-own = { $count ->
    [one] 1 eigene
   *[other] { $count } eigene
}
doctor-origin-settings = aus den Einstellungen
doctor-origin-here = im Ordner des Aufrufs
doctor-origin-default = Vorgabe
doctor-origin-file = { $path }, Zeile { $line }
doctor-size-kib = { $size } KiB
doctor-size-mib = { $size } MiB
doctor-size-gib = { $size } GiB

doctor-program = Lotse { $version } ({ $system }) in { $path }

doctor-settings-broken-hint = Prüfen Sie, ob die Datei da ist und ob Sie sie lesen dürfen. Bis dahin gelten die Vorgaben.
doctor-settings-fault-hint = Alles andere in der Datei gilt trotzdem. docs/einstellungen.md erklärt jede Einstellung.
doctor-settings-lost-hint = Berichtigen Sie zuerst die Zeilen, die kein gültiges TOML sind: Bis dahin gilt nicht alles, was in der Datei steht. docs/einstellungen.md erklärt jede Einstellung.
doctor-settings-nowhere = Ihr persönlicher Ordner ist unbekannt, also auch, wo Ihre Einstellungen liegen.
doctor-settings-nowhere-hint = Setzen Sie HOME, oder nennen Sie die Datei mit --config oder LOTSE_CONFIG.
doctor-settings-none = Es gibt keine eigenen Einstellungen; sie lägen in { $path }.
doctor-settings-file = Datei: { $path }
doctor-dictionary = Eigenes Wörterbuch: { $path }
doctor-dictionary-no-file = Das eigene Wörterbuch { $path } ist keine Datei.
doctor-dictionary-no-file-hint = Nennen Sie unter „dictionary“ eine Textdatei mit einem Wort auf jeder Zeile.
doctor-dictionary-unreadable = Das eigene Wörterbuch { $path } lässt sich nicht lesen: { $reason }
doctor-dictionary-unreadable-hint = Prüfen Sie „dictionary“ in Ihren Einstellungen. Die Suche läuft ohne es weiter.
doctor-coordinator-none = Keine Koordination eingestellt: Lotse sucht und zeigt, pflegt aber nichts.
doctor-coordinator = Sie arbeiten als „{ $id }“ ({ $name }).
doctor-coordinator-untold = Ob es die Koordination „{ $id }“ gibt, lässt sich nicht sagen: coordinators.toml ist nicht ganz lesbar.
doctor-coordinator-untold-hint = „lotse check“ zeigt, was der Datei fehlt.
doctor-coordinator-unknown = Die Koordination „{ $id }“ aus Ihren Einstellungen gibt es in diesem Katalog nicht.
doctor-coordinator-unknown-hint = { $suggested ->
    [yes] { "" }
   *[no] Die Kennungen stehen in coordinators.toml; Ihre steht in den Einstellungen unter [user].
}

doctor-catalogue-demo = Es gilt der mitgelieferte Demokatalog.
doctor-catalogue-demo-hint = Nennen Sie Ihren Ordner mit --catalogue, LOTSE_CATALOGUE oder „catalogue“ in den Einstellungen.
doctor-catalogue-folder = Ordner: { $path } ({ $origin })
doctor-catalogue-unlisted = Der Katalog lässt sich nicht lesen: { $reason }
doctor-catalogue-unlisted-hint = Es muss einen Ordner „measures“ geben, den Sie lesen dürfen.
doctor-catalogue-empty = Der Katalog hat kein lesbares Angebot.
doctor-catalogue-empty-hint = „lotse new“ legt eines an, „lotse import“ übernimmt eine Tabelle.
doctor-catalogue-entries = { $count ->
    [one] 1 Angebot ist lesbar.
   *[other] { $count } Angebote sind lesbar.
}
doctor-catalogue-sound = Die Dateien haben keinen Fehler.
doctor-catalogue-warnings = { $warnings ->
    [one] Kein Fehler, 1 Warnung.
   *[other] Kein Fehler, { $warnings } Warnungen.
}
doctor-catalogue-warnings-hint = „lotse check“ zeigt sie.
doctor-catalogue-errors = { $errors ->
    [one] 1 Fehler
   *[other] { $errors } Fehler
} und { $warnings ->
    [0] keine Warnung
    [one] 1 Warnung
   *[other] { $warnings } Warnungen
} in den Dateien.
doctor-catalogue-errors-hint = „lotse check“ zeigt jeden Fehler mit Zeile und Vorschlag.
doctor-catalogue-writable = Sie dürfen Angebote ändern.
doctor-catalogue-read-only = Sie dürfen Angebote nur lesen: { $reason }
doctor-catalogue-read-only-hint = Zum Suchen genügt das. Wer pflegt, braucht Schreibrechte im Ordner „measures“.
doctor-watch-off = Geänderte Dateien werden nicht bemerkt („watch = "off"“).
doctor-watch-off-hint = F5 auf dem Bildschirm liest sie neu.
doctor-watch-poll = Geänderte Dateien werden nach Sekunden bemerkt („watch = "poll"“).
doctor-watch-remote = Der Ordner liegt auf einem Netzlaufwerk oder einem geteilten Ordner: Geänderte Dateien werden nach Sekunden bemerkt.
doctor-watch-remote-hint = Zu tun ist nichts. Ein Suchindex wird nie über das Netz benutzt.
doctor-watch-events = Geänderte Dateien werden sofort bemerkt.
doctor-watch-refused = Das System kann diesen Ordner nicht beobachten; geänderte Dateien werden nach Sekunden bemerkt.
doctor-watch-refused-hint = Unter Linux hilft oft ein höherer Wert von fs.inotify.max_user_watches oder max_user_instances.
doctor-left-over-none = Kein Speichern ist liegen geblieben.
doctor-left-over = { $count ->
    [one] 1 Datei eines unterbrochenen Speicherns liegt in „measures“.
   *[other] { $count } Dateien unterbrochener Speichervorgänge liegen in „measures“.
}
doctor-left-over-hint = Das nächste Speichern räumt auf. Kein Angebot ist beschädigt.
doctor-schemas-none = Der Katalog hat keine Schemas für Editoren; „lotse schema --write“ legt sie an.
doctor-schemas-current = Die Schemas für Editoren sind auf dem Stand der Vokabulare.
doctor-schemas-old = Die Schemas für Editoren passen nicht mehr zu den Vokabularen.
doctor-schemas-old-hint = „lotse schema --write“ schreibt sie neu.

doctor-history-none = Ohne eigenen Katalog gibt es keinen Verlauf.
doctor-journal = { $count ->
    [0] Der Verlauf wird in { $path } stehen; noch ist er leer.
    [one] Der Verlauf steht in { $path } (1 Angebot).
   *[other] Der Verlauf steht in { $path } ({ $count } Angebote).
}
doctor-git-missing = Der Katalog liegt in einem git-Verzeichnis ({ $path }), aber git ist nicht zu finden.
doctor-git-missing-hint = Installieren Sie git, oder nehmen Sie es in PATH auf. Gespeichert wird auch so; der Verlauf steht dann in .lotse/history.
doctor-git-dubious = git verweigert { $path }, weil der Ordner jemand anderem gehört („dubious ownership“).
doctor-git-dubious-hint = Wenn Sie dem Ordner vertrauen: git config --global --add safe.directory "{ $path }". Gespeichert wird auch so; der Verlauf steht dann in .lotse/history.
doctor-git-refuses = git arbeitet in { $path } nicht: { $reason }
doctor-git-refuses-hint = „git status“ in diesem Ordner sagt mehr. Gespeichert wird auch so; der Verlauf steht dann in .lotse/history.
doctor-git-ignored = git übergeht den Katalog in { $path }.
doctor-git-ignored-hint = Nehmen Sie ihn aus .gitignore, wenn git den Verlauf führen soll. Bis dahin steht er in .lotse/history.
doctor-git-checkout = git führt den Verlauf in { $path }.
doctor-git-unfinished = In { $path } ist ein Rebase oder Merge nicht beendet. Bis dahin stehen Änderungen in den Dateien, aber nicht im Verlauf.
doctor-git-unfinished-hint = Beenden Sie ihn mit git, oder brechen Sie ihn ab.
doctor-git-user = git kennt Sie als „{ $name }“; Änderungen tragen den Namen der Koordination.
doctor-git-nobody = git kennt keinen Namen von Ihnen; das schadet nicht, denn Änderungen tragen den Namen der Koordination.
doctor-git-hooks = Hooks von git laufen beim Speichern aus { $path }.

doctor-cache-none = Es gibt keinen Ordner für den Suchindex: Er wird bei jedem Start neu gebaut.
doctor-cache-none-hint = Setzen Sie HOME oder LOTSE_CACHE.
doctor-cache-folder = Ordner: { $path }
doctor-cache-unwritable = In { $path } lässt sich nicht schreiben: { $reason } Der Suchindex wird bei jedem Start neu gebaut.
doctor-cache-unwritable-hint = Setzen Sie LOTSE_CACHE auf einen Ordner, in den Sie schreiben dürfen.
doctor-cache-space = Frei: { $size }
doctor-cache-full = Nur noch { $size } sind frei.
doctor-cache-full-hint = Für einen neuen Suchindex neben dem alten kann das zu wenig sein. Räumen Sie auf, oder setzen Sie LOTSE_CACHE.
doctor-index-fits = Der Suchindex passt: { $count ->
    [one] 1 Angebot
   *[other] { $count } Angebote
}, { $size }, gebaut am { $day }.
doctor-index-missing = Einen Suchindex gibt es für diesen Katalog noch nicht.
doctor-index-missing-hint = „lotse index“ baut ihn; die erste Suche tut es sonst von selbst.
doctor-index-foreign = Der Suchindex stammt von einer anderen Version von Lotse oder ist mit einem anderen eigenen Wörterbuch gebaut.
doctor-index-foreign-hint = Die nächste Suche baut ihn von selbst neu.
doctor-index-damaged = Der Suchindex ist beschädigt: { $reason }
doctor-index-damaged-hint = Die nächste Suche baut ihn von selbst neu. Kommt das öfter vor, lassen Sie die Festplatte prüfen.
doctor-index-unreadable = Der Suchindex in { $path } lässt sich nicht lesen: { $reason }
doctor-index-unreadable-hint = Prüfen Sie, wem der Ordner gehört, oder setzen Sie LOTSE_CACHE auf einen anderen.

doctor-state-none = Es gibt keinen Ordner für Entwürfe: Was nicht gespeichert ist, geht bei einem Absturz verloren.
doctor-state-none-hint = Setzen Sie HOME oder LOTSE_STATE.
doctor-state-folder = Ordner: { $path }
doctor-state-unwritable = In { $path } lässt sich nicht schreiben: { $reason } Was nicht gespeichert ist, geht bei einem Absturz verloren.
doctor-state-unwritable-hint = Setzen Sie LOTSE_STATE auf einen Ordner, in den Sie schreiben dürfen.
doctor-drafts-none = Kein Entwurf ist liegen geblieben.
doctor-drafts = { $count ->
    [one] 1 Entwurf ist liegen geblieben.
   *[other] { $count } Entwürfe sind liegen geblieben.
}
doctor-drafts-hint = Der Bildschirm bietet sie beim nächsten Start an.

doctor-terminal-none = Ein- oder Ausgabe sind gerade kein Terminal; der Bildschirm ließe sich so nicht öffnen.
doctor-terminal-none-hint = Für die Befehle genügt das. Rufen Sie „lotse doctor“ sonst ohne Umleitung auf.
doctor-terminal-no-size = Das Terminal sagt nicht, wie groß es ist.
doctor-terminal-no-size-hint = „stty size“ sollte zwei Zahlen zeigen.
doctor-terminal-size = { $columns } × { $rows } Zeichen
doctor-terminal-small = { $columns } × { $rows } Zeichen: Lotse geht, aber nicht alles hat Platz.
doctor-terminal-small-hint = Ab 80 × 24 ist alles bequem.
doctor-terminal-unknown = unbekannt
doctor-terminal-name = TERM: { $name }; Programm: { $through }
doctor-terminal-dumb = TERM ist „dumb“: keine Farben, und der Bildschirm lässt sich nicht steuern.
doctor-terminal-dumb-hint = Nutzen Sie die Befehle („lotse search …“) oder ein anderes Terminal.
doctor-terminal-nameless = TERM ist nicht gesetzt.
doctor-terminal-nameless-hint = Setzen Sie TERM, zum Beispiel auf xterm-256color.
doctor-colours-unwanted = Keine Farben ({ $name })
doctor-colours-true = Farben: 16 Millionen
doctor-colours-256 = Farben: 256. Farbschemata mit #rrggbb sehen vielleicht anders aus als gedacht.
doctor-colours-16 = Farben: 16, soweit das Terminal verrät; für das Farbschema „ansi“ genügt das.
doctor-utf8 = Umlaute: UTF-8 ({ $locale })
doctor-utf8-missing = Die Spracheinstellung „{ $locale }“ nennt kein UTF-8; Umlaute und Rahmen können falsch aussehen.
doctor-utf8-missing-hint = Setzen Sie LANG auf de_DE.UTF-8 oder C.UTF-8.
doctor-utf8-unsaid = Weder LC_ALL noch LC_CTYPE noch LANG sind gesetzt; ob das Terminal UTF-8 zeigt, ist unbekannt.
doctor-utf8-unsaid-hint = Setzen Sie LANG auf de_DE.UTF-8 oder C.UTF-8.
doctor-mouse = Die Maus bedient Lotse, wenn das Terminal sie weitergibt (in tmux: set -g mouse on); das lässt sich vorher nicht feststellen.
doctor-mouse-off = Die Maus markiert nur Text („mouse = false“).
doctor-clipboard-tmux = Zwischenablage: Text aus Lotse kommt nur an, wenn tmux ihn weitergibt (set -g set-clipboard on).
doctor-clipboard-likely = Zwischenablage: Dieses Terminal nimmt Text (OSC 52) wahrscheinlich an.
doctor-clipboard-unlikely = Zwischenablage: Dieses Terminal nimmt Text (OSC 52) wahrscheinlich nicht an; markieren Sie mit der Maus.
doctor-clipboard-unknown = Zwischenablage: Ob dieses Terminal Text (OSC 52) annimmt, lässt sich vorher nicht feststellen.
doctor-clipboard-remote = Über SSH ist die Zwischenablage die des Rechners, vor dem Sie sitzen.

doctor-language = Deutsch
doctor-language-of = Sprache: { $language } ({ $origin })
doctor-today = Heute ist der { $day } (Zeitzone { $zone }).
doctor-today-wrong-hint = Nehmen Sie LOTSE_TODAY weg. Bis dahin gilt für „lotse doctor“ der Tag des Systems.
doctor-today-set = Als heute gilt der { $day }, weil LOTSE_TODAY gesetzt ist.
doctor-today-set-hint = Nehmen Sie LOTSE_TODAY weg, wenn Sie nicht vorführen oder testen.
doctor-home-missing = HOME ist nicht gesetzt: „~“ in Ihren Einstellungen führt nirgendwohin.
doctor-home-missing-hint = Setzen Sie HOME, oder schreiben Sie Pfade aus.
doctor-editor = Editor: { $program } ({ $path })
doctor-editor-missing = Der Editor „{ $program }“ ist nicht zu finden.
doctor-editor-missing-hint = Setzen Sie VISUAL oder EDITOR. Nur „lotse edit --editor“ braucht ihn.
doctor-git-trusted = Sie vertrauen dem Git-Ordner { $path }: Git führt den Verlauf, mit seinen Hooks, Filtern und Signaturen.
doctor-git-untrusted = Sie vertrauen dem Git-Ordner { $path } nicht: Seine Commits werden nur gelesen, Programme daraus nicht gestartet.
doctor-git-undecided = Ob Sie dem Git-Ordner { $path } vertrauen, haben Sie noch nicht gesagt. Bis dahin werden seine Commits nur gelesen, Programme daraus nicht gestartet.
doctor-git-undecided-hint = „lotse --trust doctor“, wenn Git den Verlauf führen und dabei Hooks, Filter und Signaturen ausführen soll; sonst „lotse --no-trust doctor“.
doctor-import-waits = Ein unterbrochenes Einlesen wartet.
doctor-import-waits-hint = Der nächste Befehl, der hier schreibt, prüft es und stellt es fertig.
