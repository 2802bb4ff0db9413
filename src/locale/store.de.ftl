## Eingaben

input-no-day = Das ist kein Tag. Schreiben Sie ihn so: 11.1.2027 oder 2027-01-11.
input-no-number = Das ist keine ganze Zahl.
input-too-large = Das ist zu viel, höchstens { $most }.
input-no-slug = Eine Kennung hat nur Kleinbuchstaben a bis z, Ziffern und Bindestriche.

## Speichern

upkeep-nothing = nichts
upkeep-clash = { $field }: vorher { $base }, jetzt { $theirs }, Ihr Wert { $mine }
upkeep-comments = Kommentare und Schreibweise
upkeep-who = { $name } ({ $user } an { $host }), seit { $since } Uhr
save-clashes = Jemand anderes hat inzwischen dasselbe geändert: { $fields }
save-clashes-hint = Nichts ist gespeichert. Lesen Sie den Eintrag neu und entscheiden Sie, was gilt.
save-faulty = So lässt sich der Eintrag nicht speichern: { $count ->
    [one] Er hätte einen Fehler.
   *[other] Er hätte { $count } Fehler.
}
save-faulty-hint = Nichts ist gespeichert. Beheben Sie die Fehler; Warnungen stehen dem Speichern nicht im Weg.
save-held = Der Eintrag wird gerade gespeichert von: { $who }
save-held-hint = Versuchen Sie es in einem Augenblick noch einmal.
save-held-nobody = jemand anderem
save-gone = Die Datei dieses Eintrags gibt es nicht mehr.
save-gone-hint = Jemand hat sie gelöscht oder umbenannt. Mit „lotse search“ finden Sie den Eintrag vielleicht unter anderem Namen.
save-exists = Es gibt schon einen Eintrag mit dieser Kennung.
save-exists-hint = Wählen Sie eine andere Kennung.
save-outside = Die Datei dieses Eintrags ist eine Verknüpfung, die aus dem Katalogordner hinausführt.
save-outside-hint = Legen Sie die Datei selbst in den Ordner measures.
save-syntax = Die Datei ist kein gültiges TOML.
save-syntax-hint = Nichts ist gespeichert. „lotse check“ zeigt die Zeile; im eigenen Editor (Alt+E oder „lotse edit KENNUNG --editor“) lässt sie sich beheben.
save-unsafe = Der Wert von „{ $field }“ lässt sich in dieser Datei nicht ändern, ohne anderes zu berühren.
save-unsafe-hint = Ändern Sie die Datei in einem Editor: lotse edit KENNUNG --editor
save-io = „{ $path }“ lässt sich nicht schreiben: { $reason }
save-io-hint = Nichts ist gespeichert, und nichts ist verloren. Fragen Sie, wer den Katalog verwaltet, nach Rechten und Platz.

## Verlauf

history-change = geändert
history-confirm = bestätigt
history-create = angelegt
history-restore = früheren Stand zurückgeholt
history-found = außerhalb von Lotse geändert
history-first = Stand vor der ersten Änderung in Lotse
history-rename = umbenannt, vorher „{ $id }“
history-unrecorded = jetzt
history-failed = Gespeichert, aber nicht im Verlauf: { $reason }
history-rebasing = Im Git-Ordner läuft gerade ein Rebase.

## Die Befehlszeile der Pflege

upkeep-copy-of = Kopie von { $title }
cli-value-assignment = FELD=WERT
cli-value-state = STAND
cli-yes = j ja y yes
cli-saved = { $id }: gespeichert
cli-unchanged = { $id }: nichts zu ändern
cli-merged = Jemand anderes hat inzwischen auch geändert, und das bleibt: { $fields }
cli-uncertain = Gespeichert, aber ob es einen Stromausfall überstünde, ist nicht sicher: { $reason }
cli-demo-fixed = Der eingebaute Demokatalog lässt sich nicht ändern.
cli-demo-fixed-hint = Nennen Sie einen Ordner: --catalogue ORDNER, oder tragen Sie ihn in den Einstellungen als „catalogue“ ein.
cli-not-yours = „{ $id }“ gehört { $name }.
cli-not-yours-hint = Wenn Sie den Eintrag trotzdem ändern wollen: --force
cli-not-yours-question = „{ $id }“ gehört { $name }. Trotzdem ändern? [j/N]
cli-no-coordinator = Eine Koordination „{ $id }“ gibt es nicht.
cli-no-coordinator-hint = Alle Koordinationen stehen in coordinators.toml. Ihre eigene nennen die Einstellungen unter [user] als „coordinator“.
cli-who-are-you = Wer bestätigt?
cli-who-are-you-hint = Nennen Sie Ihre Koordination: --by KENNUNG, oder in den Einstellungen unter [user] als „coordinator“.
cli-no-assignment = „{ $value }“ ist keine Änderung.
cli-no-assignment-hint = Schreiben Sie FELD=WERT, zum Beispiel capacity.free=3 oder places+=wetzlar.
cli-no-field = Ein Feld „{ $key }“ gibt es nicht.
cli-no-list = „{ $key }“ ist keine Liste; += und -= gehen nur bei Listen.
cli-key-ambiguous = „{ $key }“ kann mehreres heißen, und „{ $value }“ ist nichts, was es in „{ $key }“ gibt.
cli-key-several = „{ $key }“ steht in mehreren Abschnitten.
cli-no-title = Aus dem Titel lässt sich keine Kennung machen.
cli-no-title-hint = Nennen Sie einen Titel oder eine Kennung: title="Coaching für Eltern" id=coaching-fuer-eltern
cli-no-state = Von „{ $id }“ gibt es keinen Stand „{ $state }“.
cli-no-state-hint = Alle Stände: lotse history { $id }
history-unreadable = Der Verlauf lässt sich nicht lesen: { $reason }
cli-editor-failed = Der Editor „{ $program }“ lässt sich nicht benutzen: { $reason }
cli-editor-failed-hint = Welcher es ist, sagen die Umgebungsvariablen VISUAL und EDITOR. Ein Pfad mit Leerzeichen steht am besten in Anführungszeichen: EDITOR='"/mein Ordner/editor" --wait'.
cli-editor-ended = Der Editor endete mit einem Fehler ({ $status }). Nichts ist gespeichert.
cli-editor-not-utf8 = Der Editor hat Zeichen hinterlassen, die kein UTF-8 sind.
cli-editor-not-utf8-hint = Stellen Sie im Editor die Kodierung auf UTF-8.
cli-editor-again = Zurück in den Editor? [j/N]

cli-new-about = Legt einen Eintrag an
cli-new-usage = lotse new [FELD=WERT ...] [OPTIONEN]
cli-new-after = Ohne Werte öffnet sich das Formular auf dem Bildschirm.
    Die Kennung entsteht aus dem Titel, wenn Sie keine nennen.

    {"  "}lotse new --from frauenprojekt title="Frauenprojekt Süd" places=wetzlar
cli-new-values = Was der Eintrag sagt, zum Beispiel title="Coaching für Eltern"
cli-new-from = Eintrag, der kopiert wird
cli-new-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-edit-about = Öffnet einen Eintrag zum Bearbeiten
cli-edit-usage = lotse edit KENNUNG [OPTIONEN]
cli-edit-after = Ohne --editor öffnet sich das Formular auf dem Bildschirm.
cli-edit-id = Kennung des Eintrags
cli-edit-editor = Die Datei im eigenen Editor öffnen (VISUAL oder EDITOR); geprüft wird danach
cli-edit-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-edit-force = Auch wenn der Eintrag jemand anderem gehört
cli-set-about = Ändert Felder eines Eintrags
cli-set-usage = lotse set KENNUNG FELD=WERT ... [OPTIONEN]
cli-set-after = Felder heißen wie in der Datei. Listen trennt ein Komma, Listen aus freien Texten ein Semikolon;
    += und -= fügen hinzu und nehmen weg. Ein leerer Wert löscht das Feld.

    {"  "}lotse set frauenprojekt capacity.free=3
    {"  "}lotse set frauenprojekt places+=wetzlar schedule.start_dates=11.1.2027
    {"  "}lotse set frauenprojekt id=frauen-in-arbeit

    Mit freien Plätzen ändert sich auch ihr Stand, mit der Kennung der Name der Datei.
cli-set-id = Kennung des Eintrags
cli-set-values = Was sich ändert: FELD=WERT, FELD+=WERT, FELD-=WERT
cli-set-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-set-force = Auch wenn der Eintrag jemand anderem gehört
cli-confirm-about = Bestätigt, dass Einträge noch stimmen
cli-confirm-usage = lotse confirm KENNUNG ... [OPTIONEN]
cli-confirm-ids = Kennungen der Einträge
cli-confirm-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-confirm-force = Auch wenn ein Eintrag jemand anderem gehört
cli-history-about = Zeigt, wer einen Eintrag wann geändert hat
cli-history-usage = lotse history KENNUNG [OPTIONEN]
cli-history-after = Jeder Stand hat eine Nummer oder, in einem Git-Ordner, den Anfang einer Prüfsumme:

    {"  "}lotse history frauenprojekt --show 3
    {"  "}lotse history frauenprojekt --restore 3
cli-history-id = Kennung des Eintrags
cli-history-limit = Höchstens so viele Stände
cli-history-format = Form der Ausgabe
cli-history-show = Gibt die Datei aus, wie sie in diesem Stand war
cli-history-restore = Holt die Werte dieses Standes zurück, als neue Änderung
cli-history-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-history-force = Auch wenn der Eintrag jemand anderem gehört

## Der Bildschirm der Pflege: Tasten

action-open-desk = Mein Schreibtisch: was an meinen Einträgen fällig ist
action-edit-entry = Den Eintrag bearbeiten
action-open-editor = Die Datei des Eintrags im eigenen Editor öffnen
action-new-entry = Einen neuen Eintrag anlegen
action-copy-entry = Einen neuen Eintrag als Kopie anlegen
action-confirm-entry = Bestätigen, dass der Eintrag noch stimmt; auf dem Schreibtisch auch mit der Leertaste
action-free-places = Freie Plätze ändern; auf dem Schreibtisch auch, indem man die Zahl tippt
action-open-history = Verlauf: wer den Eintrag wann geändert hat
action-activate = Öffnen, auswählen; in langen Texten eine neue Zeile
action-next-field = Nächstes Feld, nächste Antwort
action-previous-field = Voriges Feld, vorige Antwort
action-next-group = Nächster Abschnitt
action-previous-group = Voriger Abschnitt
action-save = Speichern
action-undo = Rückgängig
action-redo = Wiederherstellen
action-preview = Vorschau: der Eintrag, wie ihn andere sehen
action-extend-left = Nach links markieren
action-extend-right = Nach rechts markieren
action-extend-up = Nach oben markieren
action-extend-down = Nach unten markieren
action-extend-word-left = Ein Wort nach links markieren
action-extend-word-right = Ein Wort nach rechts markieren
action-extend-start = Bis zum Anfang der Zeile markieren
action-extend-end = Bis zum Ende der Zeile markieren
action-select-all = Alles markieren
action-cut = Markiertes ausschneiden
action-copy = Markiertes kopieren
action-insert-copied = Kopiertes einfügen
action-restore = Diesen Stand zurückholen
context-desk = Auf dem Schreibtisch
context-form = Im Formular
context-choice = In einer Auswahl
context-history = Im Verlauf
context-question = Bei einer Frage
short-activate = Öffnen
short-switch = Wechseln
short-confirm-entry = Bestätigen
short-free-places = Plätze
short-open-history = Verlauf
short-new-entry = Neu
short-save = Speichern
short-next-field = Weiter
short-next-group = Abschnitt
short-preview = Vorschau
short-undo = Rückgängig
short-restore = Zurückholen
short-open-desk = Schreibtisch

## Der Bildschirm der Pflege: Meldungen

notice-demo-fixed = Der eingebaute Demokatalog lässt sich nicht ändern.
notice-no-coordinator = Tragen Sie zuerst in den Einstellungen unter [user] Ihre Koordination ein.
notice-unknown-coordinator = Die Koordination „{ $id }“ aus Ihren Einstellungen steht nicht in coordinators.toml.
notice-no-entry = Hier ist kein Angebot ausgewählt.
notice-save-first = Speichern oder schließen Sie zuerst das Formular.
notice-nothing-to-undo = Es gibt nichts rückgängig zu machen.
notice-nothing-to-redo = Es gibt nichts wiederherzustellen.
notice-form-errors = { $count ->
    [one] Noch nicht gespeichert: Ein Fehler ist zu beheben.
   *[other] Noch nicht gespeichert: { $count } Fehler sind zu beheben.
}
notice-form-unchanged = Es ist nichts geändert.
notice-theirs-holds = Es gilt, was der andere gespeichert hat.
notice-draft-failed = Ihr Entwurf lässt sich nicht aufheben: { $reason }
notice-overtaken = Jemand anderes hat diesen Eintrag gerade gespeichert.
notice-unchanged = „{ $title }“: nichts zu ändern.
notice-confirmed = „{ $title }“ ist bestätigt.
notice-created = „{ $title }“ ist angelegt.
notice-saved = „{ $title }“ ist gespeichert.
notice-merged = Auch geändert hat jemand anderes, und das bleibt: { $fields }.

## Der Schreibtisch

desk-heading = Mein Schreibtisch: { $name }
desk-counts = { $count ->
    [one] { $due } von { $count } Eintrag fällig
   *[other] { $due } von { $count } Einträgen fällig
}
desk-loading = Ihre Einträge werden gelesen …
desk-empty = Kein Eintrag nennt Sie als Koordination. Neue legen Sie mit der Taste unten an.
desk-nothing-due = nichts fällig
desk-free = { $free } frei
desk-complete = { $percent } % ausgefüllt
desk-confirmed = Zuletzt geprüft am { $date }.
desk-as-of = Stand der freien Plätze: { $date }.
desk-lacking = Noch nicht ausgefüllt: { $fields }.
due-confirmation-overdue = Bestätigung überfällig
due-free-undated = freie Plätze ohne Datum
due-free-stale = freie Plätze veraltet
due-legal-basis-ended = Rechtsgrundlage nicht mehr in Kraft
due-legal-basis-unknown = Rechtsgrundlage unbekannt
due-period-over = Zeitraum vorbei
due-starts-past = Starttermine vorbei
due-missing-key = Pflichtangabe fehlt
due-syntax = Datei ist kein gültiges TOML
due-free-exceeds-places = mehr freie Plätze als Plätze
due-date-in-future = Datum in der Zukunft
due-client-number = sieht nach einer Kundennummer aus
due-bad-link = Adresse lässt sich nicht öffnen
due-unknown-id = Kennung unbekannt

## Das Formular

form-heading-edit = { $title } bearbeiten
form-heading-new = Neuer Eintrag: { $title }
form-counts = { $changes ->
    [-1] {""}
    [0] unverändert
    [one] { $changes } Änderung
   *[other] { $changes } Änderungen
}{ $errors ->
    [0] {""}
   *[other] {" "}· { $errors } Fehler
}{ $warnings ->
    [0] {""}
    [one] {" "}· { $warnings } Warnung
   *[other] {" "}· { $warnings } Warnungen
}
form-choose = (tippen oder Eingabetaste: auswählen)
form-filter = Suchen
form-no-choice = Nichts davon passt.
form-saving = Wird gespeichert …
form-overtaken = Jemand anderes hat diesen Eintrag inzwischen gespeichert. Beim Speichern wird beides zusammengeführt.
form-others = Wird gerade auch bearbeitet von: { $who }
form-no-preview = Die Vorschau erscheint, sobald alle Pflichtangaben da sind.

## Der Verlauf

past-heading = Verlauf von { $id }
past-loading = Der Verlauf wird gelesen …
past-first = Das ist der älteste bekannte Stand.
past-no-difference = Kein Feld war anders, oder einer der beiden Stände ist kein gültiges TOML.

## Fragen

answer-save = Speichern
answer-discard = Verwerfen
answer-back = Zurück
answer-yes = Ja, trotzdem ändern
answer-open = Öffnen und weiterschreiben
answer-later = Später entscheiden
answer-overwrite = Meine Fassung speichern
answer-again = Zurück in den Editor
ask-leave-title = Nicht gespeichert
ask-leave = Sie haben in diesem Formular etwas geändert. Was soll damit geschehen?
ask-not-yours-title = Nicht Ihr Eintrag
ask-not-yours-edit = „{ $id }“ gehört { $name }. Wollen Sie den Eintrag trotzdem bearbeiten?
ask-not-yours-confirm = „{ $id }“ gehört { $name }. Wollen Sie trotzdem bestätigen, dass er stimmt?
ask-not-yours-places = „{ $id }“ gehört { $name }. Wollen Sie die freien Plätze trotzdem ändern?
ask-draft-title = Nicht gespeicherter Entwurf
ask-draft = { $count ->
    [one] „{ $title }“ wurde nicht gespeichert. Begonnen am { $at } Uhr.
   *[other] „{ $title }“ wurde nicht gespeichert, begonnen am { $at } Uhr. Insgesamt sind es { $count } Entwürfe.
}
ask-clash-title = Zwei Änderungen
ask-clash = Jemand anderes hat inzwischen dieselben Felder geändert. Was soll gelten? Die Eingabetaste wechselt, Strg+S speichert.
ask-overwrite-title = Die Datei hat sich geändert
ask-overwrite-gone = Die Datei dieses Eintrags wurde inzwischen gelöscht oder umbenannt. Ihr Text ist noch da.
ask-overwrite-broken = Die Datei dieses Eintrags ist inzwischen kein gültiges TOML mehr, jemand schreibt vielleicht gerade daran. Ihr Text ist noch da; Ihre Fassung würde die kaputte Datei ersetzen.
ask-places-title = Freie Plätze
ask-places = Wie viele Plätze sind heute frei: „{ $title }“? Der Stand wird auf heute gesetzt.
ask-info-title = Bitte lesen
ask-editor-title = Fehler in der Datei
ask-editor = So lässt sich der Eintrag nicht speichern. Ihr Text ist noch da.
clash-mine = meins
clash-theirs = jetzt in der Datei
clash-base = vorher
short-edit-entry = Bearbeiten
ask-editor-line = Zeile { $line }: { $fault }
cli-editor-kept = Ihr Text liegt noch hier: { $path }
editor-given-up = Es ist nichts geändert.
notice-state-unreadable = Dieser Stand lässt sich nicht lesen: Er ist kein gültiges TOML.
answer-keep = In einer Datei aufheben
notice-store-failed = Das ist im Innern von Lotse gescheitert: { $reason }. Was Sie geschrieben haben, ist noch da.
short-activate-desk = Bearbeiten
short-activate-choice = Auswählen
short-back-choice = Fertig
short-activate-history = Ansehen
short-activate-question = Antworten

## Das Formular: was zu tun ist

form-hint-coordinator-missing = Wählen Sie unter „Koordination“ jemanden aus der Liste.
form-hint-free-exceeds-places = Berichtigen Sie „Freie Plätze“ oder „Plätze insgesamt“.
form-hint-free-undated = Tragen Sie unter „Stand der Plätze“ ein, von welchem Tag die Zahl ist.
form-hint-free-stale = Fragen Sie nach und tragen Sie Zahl und Tag neu ein.
form-hint-legal-basis-ended = Wählen Sie die heutige Rechtsgrundlage, oder setzen Sie den Status auf „beendet“.
form-hint-legal-basis-unknown = Fragen Sie den Träger.
form-hint-period-over = Setzen Sie den Status auf „beendet“, oder verlängern Sie den Zeitraum.
form-hint-unknown-id = Wählen Sie aus der Liste, was heute gilt.
form-hint-unknown-value = Wählen Sie aus der Liste, was heute gilt.
form-hint-wrong-type = Tragen Sie den Wert in diesem Feld neu ein.

refused-gone = Jemand hat sie gelöscht oder umbenannt. Vielleicht finden Sie den Eintrag unter anderem Namen.
refused-syntax = Mit { $key } öffnen Sie die Datei im Editor; dort lässt sie sich beheben.
refused-unsafe = Mit { $key } öffnen Sie die Datei im Editor; dort lässt sie sich ändern.

## Woche einer Koordination: Feldsuche, Schreibtisch, Bestätigungen

action-undo-confirmation = Letzte Bestätigung zurücknehmen
action-find-field = Gehe zu: ein Feld nach seinem Namen suchen
short-find-field = Gehe zu
notice-only-in-search = „{ $action }“ gibt es nur in der Suche, { $key } führt zurück.
notice-take-back = { $key } nimmt es zurück.
notice-unconfirmed = Die Bestätigung von „{ $title }“ ist zurückgenommen.
notice-no-confirmation = Es gibt keine Bestätigung zurückzunehmen.
notice-confirmation-overtaken = „{ $title }“ wurde nach Ihrer Bestätigung noch einmal gespeichert. Zurückgenommen ist nichts.
form-needed = Noch nötig: { $fields }
form-find = Feld
form-find-title = Gehe zu
notice-desk-letters = Hier wird nicht gesucht, { $key } führt zurück. Die Leertaste bestätigt, eine Zahl ändert die freien Plätze.
desk-place = Nr. { $at }
desk-group = In Vertretung für { $name }
desk-group-due = { $due } von { $count } fällig
ask-places-before = Bisher: { $free } frei, Stand { $date }.
ask-places-undated = Bisher: { $free } frei, ohne Datum.
ask-places-none = Bisher ist keine Zahl eingetragen.
