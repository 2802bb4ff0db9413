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

settings-faults = { $count ->
    [one] { $count } Hinweis zu Ihren Einstellungen
   *[other] { $count } Hinweise zu Ihren Einstellungen
}
settings-at-file = { $file }:
settings-at-line = { $file }, Zeile { $line }, Spalte { $column }:
settings-hint-meant = Meinten Sie „{ $name }“?
settings-hint-one-of = Möglich sind: { $names }.
settings-unreadable = Die Datei lässt sich nicht lesen ({ $detail }).
settings-syntax = Diese Zeile ist kein gültiges TOML ({ $detail }). Der Rest der Datei gilt trotzdem.
settings-unknown-key = Die Einstellung „{ $key }“ gibt es nicht.
settings-wrong-type = „{ $key }“ braucht { $expected }.
settings-unknown-value = „{ $key }“ kann nicht „{ $value }“ sein.
settings-expected-text = einen Text in Anführungszeichen
settings-expected-flag = true oder false
settings-expected-list = eine Liste von Texten
settings-expected-table = einen eigenen Abschnitt in eckigen Klammern

## Fehler in der Tastenbelegung

keys-unknown-action = Die Aktion „{ $name }“ gibt es nicht.
keys-unknown-context = Den Bereich „{ $name }“ gibt es nicht.
keys-bad-key = Die Taste „{ $key }“ kann nicht belegt werden: { $reason }.
keys-reason-unknown = Lotse kennt sie nicht
keys-reason-ctrl-alt = Strg+Alt ist auf deutschen Tastaturen AltGr
keys-reason-plain-text = Sie schreibt ein Zeichen in die Suchzeile
keys-reason-never-arrives = Im Terminal kommt sie als Tab, Eingabe oder Esc an
keys-repeated = Die Taste „{ $key }“ steht bei „{ $action }“ zweimal.
keys-twice = Die Taste „{ $key }“ ist schon mit „{ $other }“ belegt und gilt darum nicht für „{ $action }“.
keys-taken = Die Taste „{ $key }“ gilt jetzt für „{ $action }“ und nicht mehr für „{ $other }“. Geben Sie „{ $other }“ unter [keys] eine andere Taste, dann ist diese Meldung erledigt.
keys-needed = „{ $action }“ braucht eine Taste. Die mitgelieferten Tasten gelten weiter.

## Fehler in Farbschemata

theme-unknown = Das Farbschema „{ $name }“ gibt es nicht.
theme-unknown-role = Die Rolle „{ $name }“ gibt es in Farbschemata nicht.
theme-bad-style = „{ $role }“: Das Wort „{ $word }“ ist weder Farbe noch Auszeichnung.

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
sheet-valid-until = galt bis { $value }
sheet-people = Ansprechpersonen
sheet-upkeep = Stand und Herkunft
sheet-staff-hidden = Die Kontaktdaten sind in der Kundenansicht verborgen.
sheet-open-offers = Die Eingabetaste zeigt alle Angebote dazu.
