## Auswertung: was das Haus anbietet, für wen und wo

cli-report-about = Wertet aus, was das Haus anbietet: für wen, wo, und wo etwas fehlt
cli-report-usage = lotse report [WÖRTER ...] [FILTER] [OPTIONEN]
cli-report-after = Beispiele:
    {"  "}lotse report
    {"  "}lotse report --target-group migrantinnen --section gaps
    {"  "}lotse report --rows type --columns place --figure free
    {"  "}lotse report --format csv -o auswertung.csv

    Gezählt wird, was dieselben Wörter und Filter in der Suche fänden.
    Beendete und archivierte Angebote zählen nur mit --status.
cli-report-words = Nur Angebote, die eine Suche danach fände
cli-report-rows = Was in den Zeilen steht
cli-report-columns = Was in den Spalten steht
cli-report-figure = Welche Zahl in der Tabelle steht
cli-report-section = Nur diesen Teil; CSV enthält immer genau einen, ohne Wunsch „table“
cli-report-format = Form der Ausgabe
cli-report-output = Schreibt in diese Datei statt auf den Bildschirm
cli-value-dimension = MERKMAL
cli-value-figure = ZAHL
cli-value-section = TEIL

figure-offers = Angebote
figure-free = freie Plätze
figure-overdue = überfällige Bestätigungen

report-same-dimension = Zeilen und Spalten zeigen beide „{ $name }“. Wählen Sie mit --rows oder --columns ein anderes Merkmal.
report-written = Die Auswertung steht in „{ $path }“.

report-all = gesamt
report-unstated = ohne Angabe
report-heading = Auswertung: { $title }
report-day = Stand { $date }
report-words = Suche: „{ $line }“
report-partial = Kein Angebot enthält alle { $of } Wörter. Gezählt sind die besten mit { $matched ->
    [one] einem Wort
   *[other] { $matched } Wörtern
}.
report-counted = { $count ->
    [0] Kein Angebot; beendete und archivierte zählen nicht mit.
    [one] Ein Angebot; beendete und archivierte zählen nicht mit.
   *[other] { $count } Angebote; beendete und archivierte zählen nicht mit.
}
report-counted-status = { $count ->
    [0] Kein Angebot mit diesem Status.
    [one] Ein Angebot mit diesem Status.
   *[other] { $count } Angebote mit diesem Status.
}
report-once = Ein Angebot für mehrere Zielgruppen oder an mehreren Orten zählt in jeder Zeile und Spalte, in „gesamt“ einmal.
report-nothing = Es gibt nichts auszuwerten. Lassen Sie Wörter oder Filter weg.
report-places = { $count ->
    [0] Plätze: kein Angebot nennt eine Zahl
    [one] Plätze: { $sum } in einem Angebot
   *[other] Plätze: { $sum } in { $count } Angeboten
}
report-free = { $count ->
    [0] Freie Plätze: kein Angebot nennt eine Zahl mit Datum
    [one] Freie Plätze: { $sum } in einem Angebot
   *[other] Freie Plätze: { $sum } in { $count } Angeboten
}
report-as-of = (Stand { $from } bis { $until })
report-as-of-day = (Stand { $from })
report-stale = { $count ->
    [one] – eine der Zahlen ist älter als { $days } Tage
   *[other] – { $count } der Zahlen sind älter als { $days } Tage
}
report-undated = { $count ->
    [one] Freie Plätze ohne Datum: ein Angebot, nicht mitgezählt
   *[other] Freie Plätze ohne Datum: { $count } Angebote, nicht mitgezählt
}
report-waiting = { $count ->
    [0] Warteliste: kein Angebot nennt eine Zahl
    [one] Warteliste: { $sum } in einem Angebot
   *[other] Warteliste: { $sum } in { $count } Angeboten
}
report-overdue = { $count ->
    [0] Bestätigung überfällig: keine
    [one] Bestätigung überfällig: ein Angebot
   *[other] Bestätigung überfällig: { $count } Angebote
}
report-ending = { $count ->
    [0] Zeitraum endet in 90 Tagen: bei keinem Angebot
    [one] Zeitraum endet in 90 Tagen: bei einem Angebot
   *[other] Zeitraum endet in 90 Tagen: bei { $count } Angeboten
}
report-placeless = { $count ->
    [one] Ohne Ort: ein Angebot
   *[other] Ohne Ort: { $count } Angebote
}
report-regionless = { $count ->
    [one] Ort ohne Region: ein Angebot
   *[other] Ort ohne Region: { $count } Angebote
}
report-table = { $rows } nach { $columns }: { $figure }
report-with-gap = { $value } (Lücke)
report-legend-range = { $sign } { $least } bis { $greatest }
report-legend-gap = { $sign } Lücke (hier keines, anderswo schon)
report-legend-nothing = { $sign } keine
report-legend-unknown = ? keine Angabe
report-wide = Übergreifend, dort gilt ein fehlendes Angebot nicht als Lücke: { $names }
report-absent = Ohne Angebot: { $names }
report-gaps = { $count ->
    [0] Lücken: keine
    [one] Lücken: eine
   *[other] Lücken: { $count }
}
report-gaps-of-places = Lücken zeigt nur eine Tabelle, in der entweder die Zeilen oder die Spalten Regionen oder Orte sind.
report-gap = { $subject }: kein Angebot in { $places }. Anderswo: { $where }.
report-gap-wide = Übergreifend: { $where }.
report-more-gaps = { $count ->
    [one] Eine weitere Lücke: lotse report --section gaps --format csv
   *[other] { $count } weitere Lücken: lotse report --section gaps --format csv
}
report-upkeep = Pflege: überfällige Bestätigungen nach Koordination
report-of = { $part } von { $all }
report-more = { $count ->
    [one] und ein weiterer Wert
   *[other] und { $count } weitere Werte
}

action-open-report = Auswertung: die Angebote der Suche nach Zielgruppe und Region
action-next-rows = Ein anderes Merkmal in den Zeilen
action-previous-rows = Das vorige Merkmal in den Zeilen
action-next-columns = Ein anderes Merkmal in den Spalten
action-previous-columns = Das vorige Merkmal in den Spalten
action-next-figure = Eine andere Zahl: Angebote, freie Plätze, überfällige Bestätigungen
context-report = In der Auswertung
short-activate-report = Angebote
short-next-rows = Zeilen
short-next-columns = Spalten
short-next-figure = Zahl
notice-no-filter-for-unstated = Nach „ohne Angabe“ kann die Suche nicht filtern.
report-loading = Die Angebote werden gezählt.
report-screen-all = { $count ->
    [one] ein Angebot
   *[other] { $count } Angebote
}
report-cell = { $row }, { $column }: { $count ->
    [0] kein Angebot
    [one] ein Angebot
   *[other] { $count } Angebote
}
report-cell-gap = Lücke: anderswo gibt es etwas
report-cell-free = { $count ->
    [one] ein freier Platz
   *[other] { $count } freie Plätze
}
report-cell-overdue = { $count ->
    [one] eine Bestätigung überfällig
   *[other] { $count } Bestätigungen überfällig
}
report-cell-column = { $column }: { $count ->
    [0] kein Angebot
    [one] ein Angebot
   *[other] { $count } Angebote
}
report-screen-current = ohne beendete und archivierte
report-cell-wide = übergreifend
help-report = Gezählt werden die Angebote, die die Suche mit ihren Wörtern und Filtern findet; die Filter zu Zeilen und Spalten sind dabei beiseite gelegt. Ein Angebot zählt in jeder Zeile und Spalte, zu der es gehört, in „gesamt“ einmal. „–“ ist eine Lücke: Hier gibt es nichts, an einem anderen Ort schon. Was für einen ganzen Kreis oder mehr steht, ist übergreifend und hat keine Lücken. „·“ heißt keines, „?“ keine Angabe. Die Eingabetaste zeigt die Angebote einer Zelle.
short-open-report = Auswertung

# Was die Tasten in der Tabelle tun, wo sie sonst etwas anderes heißen: table-<Name der Aktion>.
table-select-previous = Eine Zeile nach oben
table-select-next = Eine Zeile nach unten
table-cursor-left = Eine Spalte nach links
table-cursor-right = Eine Spalte nach rechts
table-word-left = So viele Spalten nach links, wie zu sehen sind
table-word-right = So viele Spalten nach rechts, wie zu sehen sind
table-first = Zur ersten Zeile
table-last = Zur letzten Zeile
table-activate = Die Angebote dieser Zelle zeigen
