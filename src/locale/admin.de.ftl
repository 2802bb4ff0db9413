## Index, Selbstauskunft, Schema, Vervollständigung, Handbuchseite

cli-value-shell = SHELL
cli-value-command = BEFEHL
cli-put-failed = { $path } lässt sich nicht schreiben: { $reason }
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
schema-place-region = Kennung der Region, in der der Ort liegt.
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
setting-theme = Die Farben: ansi, light, dark, contrast, none oder ein eigenes Thema aus [themes].
setting-mouse = Ob die Maus in Lotse bedient. Mit false markiert sie nur Text, wie sonst im Terminal.
setting-screen-reader = Ob der Bildschirm für Vorleseprogramme eingerichtet ist: keine Rahmen, kein Schmuck.
setting-internal-view = Ob interne Notizen von Anfang an zu sehen sind.
setting-watch = Wie Lotse geänderte Dateien bemerkt, während der Bildschirm offen ist: „auto“ sofort, auf Netzlaufwerken nach Sekunden; „poll“ immer so wie auf Netzlaufwerken; „off“ nur mit F5.
setting-user-coordinator = Ihre Kennung aus coordinators.toml. Damit erscheinen der Schreibtisch und alles, womit man Einträge pflegt.
setting-keys = Eigene Tasten für Aktionen, überall oder nur in einem Bereich des Bildschirms. Eine leere Liste nimmt einer Aktion ihre Tasten. Alle Namen und die mitgelieferten Tasten stehen in config/keys.toml.
setting-themes = Eigene Themen. Was eines nicht nennt, kommt von „base“. Alle Rollen und die mitgelieferten Themen stehen in config/themes.toml.

settings-reference-title = Einstellungen
settings-reference-head = Lotse liest eine Datei `settings.toml`: unter Linux `~/.config/lotse/settings.toml`, unter Windows `%APPDATA%\lotse\config\settings.toml`, sonst die Datei, die `--config` oder `LOTSE_CONFIG` nennt. In ihr steht nur, was anders sein soll als die Vorgabe. Pfade beginnen im Ordner der Datei, `~` ist Ihr persönlicher Ordner.

    Eine Option der Befehlszeile geht vor der Umgebungsvariable, diese vor der Datei, die Datei vor der Vorgabe. Was Lotse in der Datei nicht versteht, meldet es mit Zeile, Spalte und einem Vorschlag; alles andere gilt trotzdem. „lotse doctor“ prüft die Datei, „lotse doctor --settings“ zeigt, was gilt und woher es kommt, und „lotse schema settings“ gibt ein JSON-Schema für Ihren Editor aus.

    Diese Seite wird aus dem Programm erzeugt: `LOTSE_WRITE_DOCS=1 cargo test --test references`.
settings-reference-value = Wert
settings-reference-default = Vorgabe
settings-reference-nothing = keine
settings-reference-variable = Umgebungsvariable
settings-reference-variables = Umgebungsvariablen
settings-reference-meaning = Bedeutung
settings-reference-flag = Auf der Befehlszeile
settings-holds-path = ein Pfad in Anführungszeichen
settings-holds-text = ein Text in Anführungszeichen
settings-holds-flag = `true` oder `false`
settings-holds-theme = der Name eines Themas in Anführungszeichen
settings-holds-keys = ein Abschnitt: Aktionen mit Listen von Tasten
settings-holds-themes = Abschnitte: Rollen mit ihrem Aussehen

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
