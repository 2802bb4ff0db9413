# Deutsche Texte. Jeder Abschnitt hat eine Überschrift; neue Abschnitte stehen am Ende.
# Zahlen in { $count } bekommen Tausenderpunkte; Jahres- und Zeilenzahlen werden als Text übergeben.

## Aktionen: was eine Taste tut (Hilfe und Fußzeile)

action-help = Hilfe
action-back = Zurück
action-quit = Beenden
action-select-previous = Vorheriger Treffer
action-select-next = Nächster Treffer
action-page-up = Eine Seite zurück
action-page-down = Eine Seite weiter
action-first = Zum ersten Treffer
action-last = Zum letzten Treffer
action-open-entry = Angebot lesen
action-scroll-entry-up = Im Angebot nach oben
action-scroll-entry-down = Im Angebot nach unten
action-scroll-entry-page-up = Im Angebot eine Seite nach oben
action-scroll-entry-page-down = Im Angebot eine Seite nach unten
action-scroll-entry-top = Zum Anfang des Angebots
action-scroll-entry-bottom = Zum Ende des Angebots
action-toggle-filters = Filter
action-toggle-value = Filterwert an oder aus
action-next-facet = Nächster Filter
action-previous-facet = Vorheriger Filter
action-remove-last-filter = Letzten Filter entfernen
action-clear-filters = Alle Filter entfernen
action-accept-completion = Vorschlag übernehmen
action-next-kind = Nächste Liste
action-previous-kind = Vorherige Liste
action-show-kind-1 = Angebote
action-show-kind-2 = Zielgruppen
action-show-kind-3 = Koordination
action-show-kind-4 = Träger
action-next-sort = Anders sortieren
action-toggle-internal = Interne Angaben zeigen oder verbergen
action-why-found = Warum gefunden?
action-problems = Hinweise und Fehler
action-refresh = Katalog neu lesen
action-clear-line = Suchzeile leeren
action-cursor-left = Ein Zeichen nach links
action-cursor-right = Ein Zeichen nach rechts
action-cursor-start = Zum Anfang der Zeile
action-cursor-end = Zum Ende der Zeile
action-word-left = Ein Wort nach links
action-word-right = Ein Wort nach rechts
action-delete-back = Zeichen links löschen
action-delete-forward = Zeichen rechts löschen
action-delete-word-back = Wort links löschen
action-toggle-mouse = Maus an oder aus
action-cycle-theme = Farbschema wechseln
action-redraw = Bildschirm neu zeichnen

## Bereiche, in denen Tasten gelten

context-anywhere = Überall
context-search = Suche
context-reading = Lesen
context-filters = Filter
context-completion = Vorschläge
context-overlay = Fenster

## Tastennamen

key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-enter = Eingabe
key-esc = Esc
key-tab = Tab
key-backspace = Rück
key-delete = Entf
key-insert = Einfg
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Pos1
key-end = Ende
key-pageup = Bild↑
key-pagedown = Bild↓
key-space = Leertaste

## Fehler in den Einstellungen

place-file = { $file }:
place-line = { $file }, Zeile { $line }, Spalte { $column }:
settings-unreadable = Die Datei lässt sich nicht lesen: { $reason }
settings-syntax = Diese Zeile ist kein gültiges TOML ({ $reason }). { $rest ->
    [lost] Auch andere Zeilen gelten nicht, bis sie stimmt.
   *[counts] Der Rest der Datei gilt trotzdem.
}
settings-syntax-hint = { $of ->
    [path] Schreiben Sie { $path } in einfachen Anführungszeichen, oder jeden umgekehrten Schrägstrich doppelt.
   *[other] { "" }
}
settings-unknown-key = Die Einstellung „{ $key }“ gibt es nicht.
settings-unknown-key-hint = { $home ->
    [top] Sie gehört nach oben in die Datei, vor alle Abschnitte.
    [section] Sie gehört unter [{ $section }].
   *[none] { "" }
}
settings-wrong-type = „{ $key }“ braucht { $expected ->
    [boolean] true oder false
    [strings] eine Liste von Texten
    [table] einen eigenen Abschnitt in eckigen Klammern
   *[string] einen Text in Anführungszeichen
}.
settings-unknown-value = „{ $key }“ kann nicht „{ $value }“ sein.
settings-unknown-value-hint = { $suggested ->
    [yes] { "" }
   *[no] Möglich sind: { $known }.
}
settings-escaped-path = „{ $key }“: In doppelten Anführungszeichen beginnt der umgekehrte Schrägstrich ein Steuerzeichen.
settings-escaped-path-hint = Schreiben Sie { $path } in einfachen Anführungszeichen, oder jeden umgekehrten Schrägstrich doppelt.

## Fehler in der Tastenbelegung

settings-unknown-action = Die Aktion „{ $name }“ gibt es nicht.
settings-unknown-context = Den Bereich „{ $name }“ gibt es nicht.
settings-unknown-context-hint = { $suggested ->
    [yes] { "" }
   *[no] Möglich sind: { $known }.
}
settings-bad-key = Die Taste „{ $key }“ kann nicht belegt werden: { $why ->
    [ctrl-alt] Strg+Alt ist auf deutschen Tastaturen AltGr
    [plain-text] Sie schreibt ein Zeichen in die Suchzeile
    [never-arrives] Im Terminal kommt sie als Tab, Eingabe oder Esc an
   *[unknown] Lotse kennt sie nicht
}.
settings-key-repeated = Die Taste „{ $key }“ steht bei „{ $action }“ zweimal.
settings-key-twice = Die Taste „{ $key }“ ist schon mit „{ $other }“ belegt und gilt darum nicht für „{ $action }“.
settings-key-taken = Die Taste „{ $key }“ gilt jetzt für „{ $action }“ und nicht mehr für „{ $other }“. Geben Sie „{ $other }“ unter [keys] eine andere Taste, dann ist diese Meldung erledigt.
settings-key-needed = „{ $action }“ braucht eine Taste. Die mitgelieferten Tasten gelten weiter.

## Fehler in Farbschemata

settings-unknown-theme = Das Farbschema „{ $name }“ gibt es nicht.
settings-unknown-theme-hint = { $suggested ->
    [yes] { "" }
   *[no] Möglich sind: { $known }.
}
settings-unknown-place = Den Ort „{ $id }“ gibt es in diesem Katalog nicht.
settings-unknown-place-hint = { $suggested ->
    [yes] { "" }
   *[no] Die Kennungen der Orte stehen in vocabulary/places.toml.
}
settings-unknown-role = Die Rolle „{ $name }“ gibt es in Farbschemata nicht.
settings-bad-style = „{ $role }“: Das Wort „{ $word }“ ist weder Farbe noch Auszeichnung.

## Das Blatt: ein Eintrag, zum Lesen gesetzt

sheet-free = { $free ->
    [0] keine freien Plätze (Stand { $date })
    [one] { $free } freier Platz (Stand { $date })
   *[other] { $free } freie Plätze (Stand { $date })
}
sheet-undated = unbekannt
sheet-hours = { $hours ->
    [one] { $hours } Stunde pro Woche
   *[other] { $hours } Stunden pro Woche
}
sheet-weeks = { $value } Wochen
sheet-years = { $value } Jahre
sheet-from-until = { $from } bis { $until }
sheet-from = ab { $value }
sheet-until = bis { $value }
sheet-responsible = zuständig: { $value }
sheet-valid-until = gültig bis { $value }
sheet-unknown = Nicht bekannt
sheet-people = Ansprechpersonen
sheet-upkeep = Stand und Herkunft
sheet-staff-hidden = Die Kontaktdaten sind in der Kundenansicht verborgen.

## Prüfung: Zusammenfassung

severity-error = Fehler
severity-warning = Warnung
severity-hint = Hinweis

check-clean = Alles in Ordnung: keine Fehler, keine Warnungen.
check-summary = { $errors } Fehler, { $warnings ->
    [one] { $warnings } Warnung
   *[other] { $warnings } Warnungen
}
check-did-you-mean = Meinten Sie „{ $word }“?

## Warum etwas kein gültiges TOML ist

toml-reason-quotes = Hier fehlt der Wert, oder ein Text steht ohne gerade Anführungszeichen
toml-reason-no-value = Hinter dem Schlüssel fehlt das Gleichheitszeichen
toml-reason-no-key = Vor dem Gleichheitszeichen fehlt der Schlüssel
toml-reason-bad-key = In Schlüsseln sind nur Buchstaben von A bis Z, Ziffern, _ und - erlaubt
toml-reason-duplicate = Diesen Schlüssel oder Abschnitt gibt es in der Datei schon
toml-reason-string-open = Das schließende Anführungszeichen fehlt
toml-reason-text-open = Die drei schließenden Anführungszeichen fehlen
toml-reason-string-character = In diesem Text steht ein Zeichen, das dort nicht erlaubt ist
toml-reason-escape = Der umgekehrte Schrägstrich gilt als Steuerzeichen, schreiben Sie ihn doppelt (\\)
toml-reason-windows-path = In doppelten Anführungszeichen beginnt der umgekehrte Schrägstrich ein Steuerzeichen
toml-reason-list-comma = Zwischen zwei Werten der Liste fehlt das Komma, oder ihre schließende Klammer fehlt
toml-reason-list-open = Die schließende Klammer der Liste fehlt
toml-reason-extra-comma = Hier steht ein Komma zu viel
toml-reason-heading-open = Die schließende Klammer der Überschrift fehlt
toml-reason-inline-open = In der geschweiften Klammer fehlt ein Komma oder ihr Ende
toml-reason-after-value = Hinter dem Wert steht noch etwas. Jede Angabe braucht ihre eigene Zeile, Bemerkungen beginnen mit #
toml-reason-extra-equals = Hier steht ein Gleichheitszeichen zu viel
toml-reason-leading-zero = Zahlen beginnen nicht mit 0. Tage schreibt man so: 2026-11-20
toml-reason-date = Diesen Tag gibt es nicht. Tage schreibt man so: 2026-11-20
toml-reason-boolean = Das ist kein Wert. Gemeint ist true, false oder ein Text in geraden Anführungszeichen
toml-reason-number = Das ist keine Zahl. Texte brauchen gerade Anführungszeichen, Tage schreibt man so: 2026-11-20
toml-reason-comment = In der Bemerkung steht ein Zeichen, das dort nicht erlaubt ist
toml-reason-line-end = Das Zeilenende ist beschädigt
toml-reason-not-a-section = Diese Angabe ist ein einfacher Wert und kein Abschnitt
toml-reason-too-deep = Die Klammern sind zu tief verschachtelt
toml-reason-curly = Hier stehen typografische Anführungszeichen („ “). TOML braucht gerade: "…"
toml-reason-day = Tage schreibt man als Jahr-Monat-Tag mit führenden Nullen, so: 2026-11-20
toml-reason-colon = Zwischen Schlüssel und Wert steht ein Gleichheitszeichen und kein Doppelpunkt, der Schlüssel ohne Anführungszeichen
toml-reason-wide-blank = Vor oder im Schlüssel steht ein geschütztes Leerzeichen oder ein unsichtbares Zeichen. Tippen Sie ihn neu
toml-reason-remark = Bemerkungen beginnen mit #
toml-reason-conflict = Hier steht eine Konfliktmarke von git. Behalten Sie eine der beiden Fassungen und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>
toml-reason-empty = Hier fehlt der Wert. Gibt es keinen, löschen Sie die Zeile
toml-reason-comma = Das Komma am Ende der Zeile ist zu viel
toml-reason-list-brackets = Mehrere Werte stehen als Liste in eckigen Klammern: ["…", "…"]
toml-reason-decimals = Zahlen stehen hier ohne Nachkommastellen. Runden Sie
toml-reason-range = Das ist keine Zahl. Für eine Spanne gibt es zwei Schlüssel, zum Beispiel age_min und age_max
toml-reason-phone = Telefonnummern und andere Texte stehen in geraden Anführungszeichen, Zahlen beginnen nicht mit 0
toml-reason-number-words = Zahlen stehen allein, ohne weitere Zeichen. Soll es ein Text sein, gehört er in gerade Anführungszeichen
toml-reason-inner-quotes = Ein gerades Anführungszeichen im Text beendet ihn. Schreiben Sie im Text „…“ oder \"
toml-reason-string-begin = Vor dem Text fehlt das öffnende Anführungszeichen

## Der Bildschirm

screen-search = Suche
screen-placeholder = Wörter eingeben, z. B. „{ $example }“
screen-demo = Demo
screen-too-small = Das Fenster ist zu klein. Lotse braucht mindestens 24 Spalten und 6 Zeilen.
screen-opening = Der Katalog wird geöffnet …
screen-open-offers = Die Eingabetaste zeigt alle Angebote dazu.
screen-building = Der Suchindex entsteht: { $done } von { $total } Dateien
screen-empty-catalogue = Der Katalog enthält noch keine Angebote. Legen Sie Dateien im Ordner measures/ an und drücken Sie F5.
screen-empty-list = Diese Liste ist leer.
screen-without-filters = { $count ->
    [one] Ohne Filter gäbe es { $count } Treffer.
   *[other] Ohne Filter gäbe es { $count } Treffer.
}
screen-no-hit = Kein Treffer.
screen-meant = Meinten Sie „{ $words }“?
screen-removed-by = Ohne den Filter „{ $filter }“: { $count ->
    [one] { $count } Treffer mehr
   *[other] { $count } Treffer mehr
}.
screen-hidden-by = { $count ->
    [one] Ein beendetes oder archiviertes Angebot ist ausgeblendet; „status:beendet“ zeigt es.
   *[other] { $count } beendete oder archivierte Angebote sind ausgeblendet; „status:beendet“ zeigt sie.
}
screen-drop-filters = { $key } entfernt alle Filter.
screen-other-tabs = { $count ->
    [one] In den anderen Listen gibt es einen Treffer.
   *[other] In den anderen Listen gibt es { $count } Treffer.
}
screen-partial = Kein Angebot hat alle Wörter; gezeigt werden die besten, mit höchstens { $matched } von { $of }.
search-two-needs = Kein Angebot ist für „{ $first }“ und „{ $second }“ zugleich; zuerst steht für jedes das beste.
hit-serves = für „{ $word }“
screen-corrected = Gezeigt werden Treffer für „{ $words }“.
screen-hidden = { $count ->
    [one] { $count } beendetes ausgeblendet
   *[other] { $count } beendete ausgeblendet
}
screen-shortened = Nur die ersten { $count } Wörter zählen.
screen-value-unknown = { $filter }: „{ $value }“ gibt es nicht.
screen-value-meant = { $filter }: „{ $value }“ gibt es nicht. Meinten Sie „{ $word }“?
screen-value-ambiguous = { $filter }: „{ $value }“ ist mehrdeutig: { $candidates }.
screen-hits = { $count ->
    [0] Keine Treffer
    [one] { $count } Treffer
   *[other] { $count } Treffer
}
screen-reach = { $hits }: { $levels }
screen-reach-short = { $hits }, { $count } am Ort
screen-at = Nr. { $at }
screen-problems = { $count ->
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
}
screen-files-out = { $count ->
    [one] { $count } Datei fehlerhaft
   *[other] { $count } Dateien fehlerhaft
}
sort-relevance = nach Treffergüte
sort-title = nach Titel
sort-start = nach Beginn
sort-free = nach Plätzen
sort-confirmed = nach Prüfdatum

## Die unterste Zeile: Tasten in einem Wort

short-help = Hilfe
short-back = Zurück
short-quit = Ende
short-open-entry = Lesen
short-toggle-filters = Filter
short-next-sort = Sortieren
short-toggle-internal = Intern
short-why-found = Warum?
short-next-kind = Listen
short-problems = Hinweise
short-page-down = Blättern
short-toggle-value = An/Aus
short-next-facet = Weiter
short-clear-filters = Filter weg
short-accept-completion = Übernehmen
short-scroll-entry-page-down = Blättern

## Meldungen

notice-quit = { $key } beendet Lotse.
notice-staff-view = Interne Ansicht: Notizen und Kontaktdaten der Koordination sind sichtbar.
notice-client-view = Kundenansicht: Internes ist verborgen.
notice-mouse-on = Die Maus gehört Lotse; mit gedrückter Umschalttaste markieren Sie Text.
notice-mouse-off = Die Maus gehört dem Terminal.
notice-theme = Farbschema: { $name }
notice-refresh = Der Katalog wird neu gelesen …
notice-refreshed = Der Katalog ist auf dem neuesten Stand.
notice-index-damaged = Der Suchindex ist beschädigt und wird neu gebaut: { $reason }
notice-index-unfit = Der Suchindex war beschädigt, Lotse hat einen neuen gebaut: { $reason }
notice-search-failed = Diese Suche ist gescheitert: { $reason }
notice-catalogue-gone = Der Katalog lässt sich nicht lesen: { $reason }. Gesucht wird im letzten Stand.

## Fenster über dem Bildschirm

overlay-help = Hilfe
overlay-why = Warum gefunden?
overlay-problems = Hinweise und Fehler
help-search = Tippen Sie einfach los: Jeder Anfang eines Wortes grenzt schon ein. „-wort“ schließt aus, "zwei wörter" in Anführungszeichen stehen nebeneinander, „§ 16d“ sucht die Rechtsgrundlage.
help-filter = „{ $name }:“
help-filter-short = „{ $name }:“ { $label }
help-filters = Filter lassen sich tippen: { $names }, „frei:ja“, „start:<1.2.2027“. Ein Ort zeigt, was von dort erreichbar ist; „ort:=wetzlar“ zeigt nur, was dort selbst ist.
help-mouse = Die Maus wählt Treffer, Listen und Filter; ein Klick auf einen Filter entfernt ihn. Mit gedrückter Umschalttaste markiert sie Text.
why-no-words = Zu diesem Eintrag gibt es nichts zu erklären: Es wurde kein Wort gesucht.
why-missing = „{ $word }“ kommt in diesem Eintrag nicht vor.
why-exact = „{ $word }“ steht so da: „{ $found }“ ({ $part }).
why-joined = „{ $word }“ steht zusammengeschrieben da: „{ $found }“ ({ $part }).
why-stem = „{ $word }“ steht in anderer Form da: „{ $found }“ ({ $part }).
why-synonym = „{ $word }“ heißt auch oder führt zu: „{ $found }“ ({ $part }).
why-part = „{ $word }“ steckt in „{ $found }“ ({ $part }).
why-prefix = „{ $word }“ ist der Anfang von „{ $found }“ ({ $part }).
why-reach = „{ $word }“ liegt dort, wo es angeboten wird: „{ $found }“ ({ $part }).
why-typo = „{ $word }“ ist fast „{ $found }“ ({ $part }).
problem-none = Es ist alles in Ordnung.
problem-in-memory = Der Suchindex liegt nur im Arbeitsspeicher und wird bei jedem Start neu gebaut: { $reason }

## Befehlszeile: Hilfe

cli-heading-usage = Aufruf
cli-heading-commands = Befehle
cli-heading-arguments = Argumente
cli-heading-options = Optionen
cli-heading-filters = Filter (innerhalb eines Filters „oder“, zwischen Filtern „und“)
cli-heading-global = Bei jedem Befehl
cli-possible-values = [möglich: { $values }]
cli-default-value = [Vorgabe: { $value }]

cli-value-dir = ORDNER
cli-value-file = DATEI
cli-value-lang = SPRACHE
cli-value-words = WÖRTER
cli-value-kind = SORTE
cli-value-number = ZAHL
cli-value-order = REIHENFOLGE
cli-value-format = FORMAT
cli-value-id = KENNUNG
cli-value-path = PFAD
cli-value-value = WERT
cli-value-level = STUFE
cli-value-age = JAHRE
cli-value-date = TAG

cli-lotse-about = Lotse findet Angebote der Arbeitsförderung: im Gespräch, in Sekunden.
cli-lotse-usage = lotse [OPTIONEN] [BEFEHL]
cli-lotse-after = Ohne Befehl öffnet sich der Bildschirm. „lotse BEFEHL --help“ erklärt einen Befehl.

cli-global-catalogue = Ordner des Katalogs, der benutzt wird
cli-global-config = Datei mit Ihren Einstellungen
cli-global-lang = Sprache, in der Lotse spricht
cli-global-no-color = Ohne Farben
cli-global-help = Zeigt diese Hilfe
cli-global-version = Zeigt die Version

cli-search-about = Sucht Angebote, Zielgruppen, Koordinationen und Träger
cli-search-usage = lotse search [WÖRTER ...] [FILTER] [OPTIONEN]
cli-search-after = Beispiele:
    {"  "}lotse search schulden --region kreis-mettmann
    {"  "}lotse search teilzeit -pflege zg:erziehende
    {"  "}lotse search '"zurück in den Beruf"' --format json

    Filter nehmen die Kennung, die Bezeichnung oder einen eindeutigen Anfang davon.
    Beendete und archivierte Angebote erscheinen nur mit --status.
cli-search-words = Wonach Sie suchen; -wort schließt ein Wort aus, "zwei Wörter" stehen nebeneinander
cli-search-place = Ort: was von dort erreichbar ist, auch im ganzen Kreis, bundesweit und online
cli-search-place-only = Nur, was an diesem Ort selbst ist
cli-search-region = Region mit allen Regionen darin
cli-search-kind = Nur Treffer dieser Sorte
cli-search-limit = Höchstens so viele Treffer zeigen
cli-search-offset = So viele Treffer überspringen
cli-search-sort = Reihenfolge der Treffer
cli-search-facets = Zu jedem Filter zeigen, was eine Wahl ergäbe (plain und json)
cli-search-explain = Sagen, warum ein Treffer gefunden wurde
cli-search-format = Form der Ausgabe

cli-show-about = Zeigt einen Eintrag ganz
cli-show-usage = lotse show KENNUNG [OPTIONEN]
cli-show-id = Kennung eines Angebots, einer Zielgruppe, einer Koordination oder eines Trägers
cli-show-format = Form der Ausgabe
cli-show-internal = Auch interne Notizen und Angaben zu Beschäftigten zeigen

cli-check-about = Prüft die Dateien eines Katalogs
cli-check-usage = lotse check [PFAD ...] [OPTIONEN]
cli-check-paths = Katalogordner oder einzelne Dateien darin; sonst der Katalog, der benutzt wird
cli-check-format = Form der Ausgabe; ohne Angabe Text, im Terminal mit Farben
cli-check-deny-warnings = Auch bei Warnungen mit 1 enden

cli-index-about = Bringt den Suchindex auf den Stand der Dateien
cli-index-usage = lotse index [OPTIONEN]
cli-index-rebuild = Von Grund auf neu bauen
cli-index-watch = Danach weiter beobachten, was sich ändert, bis Strg+C es beendet
cli-index-after = Gesucht werden kann währenddessen weiter: Bis der neue Suchindex geprüft und fertig ist, gilt der bisherige.
    Strg+C bricht gefahrlos ab und endet mit 130.

## Befehlszeile: Ausgaben

cli-search-count = { $count ->
    [one] { $count } Treffer.
   *[other] { $count } Treffer.
}
cli-search-reach = Von nah nach fern: { $levels }.
cli-search-window = Gezeigt: { $first } bis { $last }.
cli-search-next = Weiter mit --offset { $offset }.
cli-search-beyond = So viele, wie Sie überspringen, sind es nicht.
cli-search-partial = Kein Eintrag enthält alle { $of } Wörter. Gezeigt werden die besten, mit höchstens { $matched ->
    [one] einem
   *[other] { $matched }
}.
cli-search-nothing = Keine Treffer.
cli-search-nothing-for = Keine Treffer für „{ $line }“.
cli-search-removed = Ohne den Filter { $filter }: { $values } ({ $flag }) { $count ->
    [one] gäbe es einen Treffer mehr.
   *[other] gäbe es { $count } Treffer mehr.
}
cli-search-over = { $count ->
    [one] Ein Treffer ist beendet oder archiviert. Mit --status ended --status archived sehen Sie ihn.
   *[other] { $count } Treffer sind beendet oder archiviert. Mit --status ended --status archived sehen Sie sie.
}
cli-search-try = Versuchen Sie ein anderes oder ein kürzeres Wort.
cli-search-shortened = Die Suchzeile ist sehr lang. Nur die ersten { $count } Wörter zählen.

cli-kind-measure = Angebot
cli-kind-target_group = Zielgruppe
cli-kind-coordinator = Koordination
cli-kind-provider = Träger

cli-internal = Intern
cli-show-unknown = Einen Eintrag „{ $id }“ gibt es nicht.
cli-show-unknown-hint = Mit „lotse search WORT“ finden Sie die Kennung; sie steht unter jedem Treffer.
cli-show-broken = Der Eintrag „{ $id }“ lässt sich nicht lesen, weil seine Datei einen Fehler hat.
cli-show-broken-hint = Welcher es ist, sagt „lotse check“.

cli-embedded = mitgelieferter Demokatalog
index-incomplete = Etwas fehlt im Suchindex.
index-no-manifest = { $path }: Dort liegt kein Katalog, die Datei catalogue.toml fehlt.
index-misfit = Seine Einträge sind andere als die der Dateien.
index-unreadable = Was in ihm steht, lässt sich nicht lesen.
index-file-damaged = „{ $file }“ ist beschädigt.
cli-index-of = Katalog: { $catalogue }.
cli-index-unchanged = Der Suchindex ist aktuell, nichts war zu tun.
cli-index-updated = { $count ->
    [one] Eine Datei hatte sich geändert, der Suchindex ist wieder aktuell.
   *[other] { $count } Dateien hatten sich geändert, der Suchindex ist wieder aktuell.
}
cli-index-built = Der Suchindex ist neu gebaut.
cli-index-in-use = Ein anderes Lotse schreibt gerade den Suchindex. Bis es fertig ist, gilt der vorige Stand.
cli-index-entries = { $count ->
    [one] Er enthält ein Angebot.
   *[other] Er enthält { $count } Angebote.
}
cli-index-building = Suchindex: { $done } von { $total } Dateien ({ $percent } %)
cli-index-building-seconds = Suchindex: { $done } von { $total } Dateien ({ $percent } %), noch etwa { $seconds } s
cli-index-building-minutes = Suchindex: { $done } von { $total } Dateien ({ $percent } %), noch etwa { $minutes } min
cli-index-verifying = Suchindex: alle { $total } Dateien sind gelesen, das Ergebnis wird geprüft
cli-index-given-up = { $previous ->
    [yes] Abgebrochen: Der angefangene Suchindex ist verworfen, der bisherige bleibt in Gebrauch.
   *[no] Abgebrochen: Der angefangene Suchindex ist verworfen. Die nächste Suche baut ihn von selbst.
}
cli-index-unfit = Der bisherige Suchindex war nicht zu gebrauchen, Lotse hat einen neuen gebaut: { $reason }
index-foreign = Er ist von einer anderen Version von Lotse oder mit einem anderen eigenen Wörterbuch gebaut.
cli-index-watch-embedded = Der Demokatalog ändert sich nicht; zu beobachten gibt es da nichts.
cli-index-watching = Lotse beobachtet jetzt den Katalog. Strg+C beendet das.
cli-index-watch-changed = { $count ->
    [one] { $time }  Eine Datei geändert und neu gelesen: { $files }
   *[other] { $time }  { $count } Dateien geändert und neu gelesen: { $files }
}
cli-index-watch-more = { $count ->
    [one] { $files } und eine weitere
   *[other] { $files } und { $count } weitere
}
cli-index-watch-rebuilt = { $count ->
    [one] { $time }  Neu gebaut: ein Angebot
   *[other] { $time }  Neu gebaut: { $count } Angebote
}
cli-index-watch-lost = { $time }  Der Katalog lässt sich nicht lesen. Lotse wartet, bis er wieder da ist. { $reason }
cli-index-watch-back = { $time }  Der Katalog ist wieder da, nichts hatte sich geändert.
cli-index-not-kept = Der Suchindex ließ sich nicht speichern: { $reason }
cli-index-in-memory = Der Suchindex lässt sich nicht aufbewahren und wird jedes Mal neu gebaut: { $reason }
cli-no-cache = Es gibt keinen Ordner dafür.
cli-cache-hint = Schaffen Sie dort Platz oder Rechte, oder nennen Sie in der Umgebungsvariablen LOTSE_CACHE einen Ordner, in den Sie schreiben dürfen.
cli-faults = Der Katalog hat Fehler. Näheres sagt „lotse check“.
cli-files-out = { $count ->
    [0] Alle Einträge sind dabei. Näheres sagt „lotse check“.
    [one] Eine Datei des Katalogs ist fehlerhaft und fehlt deshalb. Näheres sagt „lotse check“.
   *[other] { $count } Dateien des Katalogs sind fehlerhaft und fehlen deshalb. Näheres sagt „lotse check“.
}

## Befehlszeile: Fehler

cli-error = Fehler: { $message }
cli-one-of = Möglich sind: { $values }.
cli-and-more = { $count } weitere
cli-no-values = Der Katalog kennt dafür keine Werte.
cli-see-help = Hilfe: { $command }

cli-unknown-argument = Die Option „{ $argument }“ gibt es nicht.
cli-unknown-command = Den Befehl „{ $value }“ gibt es nicht.
cli-unknown-command-hint = Danach suchen: lotse search { $value }
cli-missing-value = Hinter „{ $argument }“ fehlt der Wert.
cli-invalid-value = „{ $value }“ ist kein möglicher Wert für „{ $argument }“.
cli-invalid-number = „{ $value }“ passt nicht zu „{ $argument }“. Erwartet wird eine ganze Zahl ab 0.
cli-missing-argument = Es fehlt noch: { $argument }
cli-argument-twice = „{ $argument }“ darf nur einmal stehen.
cli-argument-conflict = „{ $argument }“ und „{ $value }“ gehen nicht zusammen.
cli-value-not-wanted = „{ $argument }“ nimmt keinen Wert, also auch nicht „{ $value }“.
cli-not-utf8 = Ein Argument enthält Zeichen, die sich nicht lesen lassen.
cli-wrong-use = So lässt sich Lotse nicht aufrufen.

cli-value-unknown = „{ $value }“ gibt es beim Filter „{ $filter }“ nicht.
cli-value-ambiguous = „{ $value }“ ist beim Filter „{ $filter }“ nicht eindeutig.
cli-value-no-age = „{ $value }“ ist kein Alter ({ $filter }). Erwartet wird eine Zahl von 0 bis 120.
cli-value-no-day = „{ $value }“ ist kein Tag ({ $filter }). Tage schreiben Sie so: 2027-01-31 oder 31.1.2027.
cli-bad-today = LOTSE_TODAY enthält „{ $value }“, das ist kein Tag. Tage schreiben Sie so: 2027-01-31.

cli-origin-flag = --catalogue
cli-origin-variable = Die Umgebungsvariable LOTSE_CATALOGUE
cli-origin-settings = Die Einstellung „catalogue“
cli-origin-path = Der Aufruf
cli-catalogue-missing = { $origin } nennt „{ $path }“, aber diesen Ordner gibt es nicht.
cli-catalogue-unreadable = { $origin } nennt „{ $path }“, aber das lässt sich nicht als Ordner lesen: { $reason }
cli-catalogue-no-manifest = { $origin } nennt „{ $path }“, aber dort liegt kein Katalog: Die Datei catalogue.toml fehlt.
cli-catalogue-hint = Ein Katalog ist der Ordner, in dem catalogue.toml und measures liegen. Prüfen Sie die Schreibweise und ob Sie dort lesen dürfen.
cli-path-unreadable = „{ $path }“ lässt sich nicht lesen: { $reason }
cli-path-not-catalogue = „{ $path }“ gehört nicht zu den Dateien, aus denen ein Katalog besteht.
cli-panic = Lotse ist an einem eigenen Fehler gescheitert: { $reason }
cli-index-failed = Der Suchindex antwortet nicht: { $reason }
cli-index-failed-hint = „lotse index --rebuild“ baut ihn neu. Ihre Dateien bleiben davon unberührt.
cli-output-failed = Die Ausgabe lässt sich nicht schreiben: { $reason }

system-not-found = Es gibt diesen Pfad nicht.
system-denied = Die Rechte dafür fehlen.
system-read-only = Der Datenträger lässt sich nur lesen.
system-no-folder = Das ist kein Ordner.
system-full = Der Datenträger ist voll.
system-folder = Das ist ein Ordner und keine Datei.
system-no-file = Das ist keine gewöhnliche Datei.
system-too-large = Die Datei ist zu groß.
system-invalid = Der Inhalt ist beschädigt oder nicht in UTF-8 gespeichert.
system-cut-off = Die Datei bricht ab.
system-name = Der Name ist zu lang oder enthält Zeichen, die dort nicht gehen.
system-exists = Das gibt es dort schon.
system-not-empty = Der Ordner ist nicht leer.
system-busy = Ein anderes Programm benutzt es gerade.
system-memory = Der Arbeitsspeicher reicht nicht.
system-devices = Quelle und Ziel liegen auf verschiedenen Datenträgern.
system-network = Das Netzlaufwerk antwortet nicht.
system-too-many = Es sind zu viele Dateien zugleich offen.
system-drive = Der Datenträger meldet einen Fehler.
system-outside = Der Pfad führt aus dem Katalogordner hinaus.
system-input = So geht das dort nicht.
system-links = Es gibt dort zu viele Verknüpfungen.
system-unsupported = Das kann dieses Laufwerk nicht.
system-interrupted = Es wurde unterbrochen.
system-pipe = Das andere Programm hört nicht mehr zu.
system-arguments = Der Aufruf ist zu lang.
system-loop = Verknüpfungen führen dort im Kreis.
system-device = Dieses Gerät gibt es nicht.
system-locks = Das Laufwerk kann keine Dateien sperren.
system-terminal = Das ist kein Terminal.
system-program = Das ist kein Programm für diesen Rechner.
system-says = Gemeldet wurde: „{ $words }“.

cli-screen-no-terminal = Der Bildschirm von Lotse braucht ein Terminal; hier gibt es keines.
cli-screen-no-terminal-hint = In Skripten und Umleitungen hilft „lotse search WÖRTER“, Näheres sagt „lotse --help“.
cli-screen-failed = Der Bildschirm lässt sich nicht zeigen: { $reason }

## Liste, Eintrag und ihre Rahmen

pane-filters = Filter
pane-measure = Angebot
pane-target_group = Zielgruppe
pane-coordinator = Koordination
pane-provider = Träger
screen-position = { $at } von { $total }
screen-not-there = noch nicht verfügbar: { $count }
screen-not-there-or-over = nicht verfügbar: { $count }
hit-free = { $count } frei
hit-offers = { $count ->
    [one] 1 Angebot
   *[other] { $count } Angebote
}
hit-entry-rolling = jederzeit
hit-entry-fixed = Termine
hit-entry-monthly = monatlich
hit-entry-quarterly = quartalsw.
hit-entry-on_request = Absprache
hit-entry-closed = zurzeit zu
notice-nothing-to-fold = In dieser Liste ist alles verfügbar.
action-toggle-unavailable = Nicht verfügbare Angebote ein- und ausklappen
action-widen-list = Liste breiter
action-narrow-list = Liste schmaler

## Befehle, Abschied, nächste Beratung

overlay-palette = Befehle
palette-nothing = Keinen Befehl gefunden. Esc schließt.
notice-leaving = { $key } noch einmal beendet Lotse.
notice-form-open = Hier ist noch etwas offen. Interne Notizen sind zu; speichern oder schließen Sie das Formular, dann beginnt die nächste Beratung.
notice-next-consultation = Nächste Beratung: Suche, Filter und Reihenfolge sind leer, interne Notizen sind zu.
notice-internal-over = Die internen Notizen haben sich geschlossen, weil länger keine Taste gedrückt wurde.
mark-internal = INTERN, { $key } schließt
mark-internal-short = INTERN
help-first = Das Wichtigste
help-find = Tippen Sie hier, um eine Taste zu finden.
action-interrupt = Beenden (zweimal drücken)
action-palette = Befehle suchen
action-next-consultation = Nächste Beratung: alles leeren, Internes schließen

## Was als Filter gemeint sein kann, und das Feld der Filter

action-take-fact = Als Filter nehmen, was getippt ist
short-take-fact = Als Filter
context-fact = Suche, wenn etwas als Filter angeboten wird
screen-fact = als Filter: { $filter } { $label }? { $key }
screen-fact-missing = „{ $word }“ steht in keinem Treffer – { $offer }
screen-no-filter = Einen Filter „{ $name }“ gibt es nicht. Gemeint: „{ $meant }:“?
screen-partial-other = Kein Treffer hat alle Wörter; gezeigt werden die besten, mit höchstens { $matched } von { $of }.
filters-narrowed = Filter
filters-narrow = tippen grenzt ein
filters-more = … { $count ->
    [one] { $count } weiterer
   *[other] { $count } weitere
}
filters-none = Hier gibt es nichts zu filtern.
filters-none-fit = Kein Filterwert passt dazu.
lost-broken = Diese Datei ist seit eben fehlerhaft (Zeile { $line }): { $reason } Gezeigt wird der letzte gute Stand.
lost-gone = Die Datei { $file } gibt es nicht mehr; gezeigt wird ihr letzter guter Stand.
screen-placeholder-plain = Wörter eingeben

## Kopieren und Öffnen

action-copy-to-clipboard = Titel, Kontakt oder alles in die Zwischenablage kopieren
action-open-link = Link, Mailadresse oder Telefonnummer öffnen
copied-title = Titel
copied-contact = Kontakt
copied-phone = Telefon
copied-link = Link
copied-facts = das Wichtigste
copied-all = alles als Text
address-mail = E-Mail
ask-copy-title = Kopieren
ask-copy = Was soll in die Zwischenablage? Internes ist nie dabei.
ask-open-title = Öffnen
ask-open = Was soll geöffnet werden? So, wie die Adresse hier steht, wird sie dem System übergeben.
notice-nothing-selected = Es ist nichts ausgewählt.
notice-no-address = Dieser Eintrag nennt keine Adresse.
notice-copied-system = { $what } kopiert (System).
notice-copied-terminal = { $what } kopiert (Terminal, wenn es das erlaubt).
notice-not-copied = { $what } ist nicht kopiert: Hier gibt es keine Zwischenablage, die Lotse erreicht.
notice-too-long-to-copy = Das ist zu lang für die Zwischenablage des Terminals, höchstens 74.000 Zeichen.
notice-opened = Die Adresse ist dem System übergeben.
notice-nothing-opens = Hier gibt es kein Programm, das die Adresse öffnet. Kopieren Sie sie auf den Rechner, an dem Sie sitzen:
notice-not-openable = Diese Adresse öffnet Lotse nicht, weil sie nicht in allem so ist, wie Adressen sein müssen. So steht sie im Katalog:
