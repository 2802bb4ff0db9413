## Tabellen einlesen

cli-import-about = Liest eine Tabelle (CSV, XLSX) oder einen Export (JSON) in den Katalog ein
cli-import-usage = lotse import DATEI [OPTIONEN]
cli-import-after = So geht es bei einer fremden Tabelle:

    {"  "}lotse import tabelle.xlsx --propose > zuordnung.toml
    {"  "}lotse import tabelle.xlsx --mapping zuordnung.toml --dry-run
    {"  "}lotse import tabelle.xlsx --mapping zuordnung.toml

    Was „lotse export“ schreibt, braucht keine Zuordnung. Noch einmal einlesen ändert Einträge, statt sie zu verdoppeln.
cli-import-file = Die Tabelle
cli-import-mapping = Was die Spalten bedeuten: eine Zuordnungsdatei in TOML
cli-import-sheet = Das Blatt der Arbeitsmappe; sonst das erste
cli-import-propose = Schlägt eine Zuordnung vor und schreibt sonst nichts
cli-import-dry-run = Zeigt nur, was geschehen würde
cli-import-partial = Schreibt auch dann, wenn Zeilen abgelehnt werden; diese fehlen dann
cli-import-prefer = Wer recht hat, wo Tabelle und Katalog sich widersprechen
cli-import-format = Form der Ausgabe
cli-import-by = Kennung der Koordination, in deren Namen Sie arbeiten
cli-value-mapping = ZUORDNUNG
cli-value-sheet = BLATT
cli-value-side = SEITE

import-source-csv = { $file }: { $encoding }, Trennzeichen { $separator }
import-source-xlsx = { $file }, Blatt „{ $sheet }“
import-source-json = { $file }: Export von Lotse
import-other-sheets = (nicht gelesen: { $sheets })
import-rows = { $count ->
    [one] Zeile { $rows }
   *[other] Zeilen { $rows }
}
import-entries = { $count ->
    [one] Eintrag Nr. { $rows }
   *[other] Einträge Nr. { $rows }
}
import-column = Spalte { $letters } „{ $heading }“
import-column-nameless = Spalte { $letters }
import-outcome-new = neu
import-outcome-changed = geändert
import-outcome-unchanged = unverändert
import-outcome-undecided = zu entscheiden
import-outcome-refused = abgelehnt
import-conflict = { $field }: Widerspruch – Tabelle: { $table }; Katalog: { $catalogue }; beim letzten Einlesen: { $base }
import-differs = { $field }: verschieden – Tabelle: { $table }; Katalog: { $catalogue }
import-kept = { $field }: bleibt { $catalogue }, im Katalog geändert (Tabelle: { $table }; beim letzten Einlesen: { $base })
import-kept-catalogue = { $field }: bleibt { $catalogue } (Tabelle: { $table })
import-quoted = „{ $words }“
import-filled-unknown = Nicht in der Tabelle, deshalb „unbekannt“: { $fields }
import-warning = Warnung: { $message }
import-summary = { $new } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } abgelehnt.
import-conflicts = { $count ->
    [one] 1 Widerspruch: Tabelle und Katalog haben sich seit dem letzten Einlesen beide geändert.
   *[other] { $count } Widersprüche: Tabelle und Katalog haben sich seit dem letzten Einlesen beide geändert.
}
import-differences = { $count ->
    [one] 1 Unterschied zu einem Wert, der nicht aus dieser Tabelle stammt.
   *[other] { $count } Unterschiede zu Werten, die nicht aus dieser Tabelle stammen.
}
import-decide = Dort bleibt der Katalog vorerst, wie er ist. Sind es Ihre eigenen Änderungen an der Tabelle, übernimmt sie
    {"  "}{ $command }
    Soll der Katalog recht behalten: --prefer catalogue
import-kept-count = { $count ->
    [one] 1 Feld bleibt, wie es im Katalog von Hand geändert wurde.
   *[other] { $count } Felder bleiben, wie sie im Katalog von Hand geändert wurden.
}
import-warnings = { $count ->
    [one] 1 Warnung.
   *[other] { $count } Warnungen.
}
import-skipped = { $count ->
    [one] 1 Zeile übergangen, wie es die Zuordnung verlangt.
   *[other] { $count } Zeilen übergangen, wie es die Zuordnung verlangt.
}
import-unused = { $count ->
    [one] Von dieser Spalte sagt die Zuordnung nichts: { $columns }.
   *[other] Von diesen Spalten sagt die Zuordnung nichts: { $columns }.
} Wer sie nicht braucht, nennt sie unter „ignore“.
import-dry-run = Probelauf: Es wurde nichts geschrieben.
import-done = { $count ->
    [one] 1 Eintrag geschrieben.
   *[other] { $count } Einträge geschrieben.
}
import-nothing-to-do = Es gab nichts zu schreiben.
import-nothing-written = Nichts wurde geschrieben, weil Zeilen abgelehnt wurden. Berichtigen Sie die Tabelle oder die Zuordnung; mit --partial werden die übrigen Zeilen eingelesen.
import-nothing-happened = Es wurde nichts geschrieben.

import-overtaken = Jemand hat im selben Augenblick geändert: { $ids }. Diese Änderungen sind geblieben; lesen Sie die Tabelle noch einmal ein.
import-busy = Gerade liest jemand anderes eine Tabelle ein: { $who }
import-busy-hint = Warten Sie, bis das fertig ist, und versuchen Sie es dann noch einmal. Es wurde nichts geschrieben.
import-changed-meanwhile = Diese Einträge haben sich inzwischen geändert: { $ids }
import-changed-meanwhile-hint = Es wurde nichts geschrieben. Lesen Sie die Tabelle noch einmal ein.
import-io = { $path }: { $reason }
import-unfinished = Das Einlesen ist beschlossen, aber noch nicht fertig: { $path }: { $reason }
import-unfinished-hint = Beseitigen Sie das Hindernis. Der nächste Aufruf von Lotse, der hier schreiben darf, macht den Rest; es geht nichts verloren.
import-finished = { $count ->
    [one] Ein unterbrochenes Einlesen mit 1 Eintrag wurde fertiggestellt.
   *[other] Ein unterbrochenes Einlesen mit { $count } Einträgen wurde fertiggestellt.
}
import-waiting = Hier wartet ein unterbrochenes Einlesen darauf, fertiggestellt zu werden: { $reason }

import-unreadable = { $path } kann nicht gelesen werden: { $reason }
import-not-utf8 = Die Zuordnung ist nicht in UTF-8 gespeichert
import-no-rows = In der Tabelle steht unter den Überschriften keine Zeile.
import-json-mapping = Ein Export in JSON braucht keine Zuordnung; er sagt selbst, was seine Angaben bedeuten.
import-no-headings = Ohne Zuordnung müssen Überschriften dastehen, die Lotse kennt; hier ist keine davon.
import-uncertain = { $count ->
    [one] Ohne Zuordnung ist nicht sicher, was 1 Spalte bedeutet. Es wurde nichts geschrieben. In die Zuordnung gehört:
   *[other] Ohne Zuordnung ist nicht sicher, was { $count } Spalten bedeuten. Es wurde nichts geschrieben. In die Zuordnung gehört:
}
import-uncertain-likely = { $column }: wohl „{ $field }“, dann unter [columns]: { $line }
import-uncertain-taken = { $column }: „{ $field }“ kommt schon aus einer anderen Spalte. Unter [columns] ein anderes Feld, oder: { $line }
import-uncertain-unknown = { $column }: nicht erkannt. Unter [columns] das Feld, oder: { $line }
import-columns-inferred = Ohne Zuordnung so gelesen:
import-column-means = { $column }: { $field }
import-column-means-separated = { $column }: { $field }, getrennt durch { $separators }
import-column-ignored = { $column }: wird nicht gebraucht
import-propose-hint = „lotse import DATEI --propose > zuordnung.toml“ schlägt eine Zuordnung vor; danach: --mapping zuordnung.toml
import-mapping-faulty = { $count ->
    [one] Die Zuordnung hat 1 Fehler. Es wurde nichts geschrieben.
   *[other] Die Zuordnung hat { $count } Fehler. Es wurde nichts geschrieben.
}

import-file-too-large = Die Datei ist zu groß ({ $size } MiB gepackt oder entpackt)
import-file-too-large-hint = So groß ist keine Maßnahmetabelle. Speichern Sie nur das eine Blatt als CSV.
import-file-limit-parts = Die Arbeitsmappe besteht aus { $found } Dateien; gelesen werden höchstens { $most }
import-file-limit-parts-hint = Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie nur das eine Blatt als CSV.
import-file-limit-part = Eine Datei in der Arbeitsmappe hat entpackt mindestens { $found } MiB; gelesen werden höchstens { $most } MiB
import-file-limit-part-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-unpacked = Die Arbeitsmappe hat entpackt mindestens { $found } MiB; gelesen werden höchstens { $most } MiB
import-file-limit-unpacked-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-piece = In der Arbeitsmappe steht ein Text von mindestens { $found } KiB; gelesen werden höchstens { $most } KiB
import-file-limit-piece-hint = Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie nur das eine Blatt als CSV.
import-file-limit-depth = Die Arbeitsmappe ist { $found } Ebenen tief verschachtelt; gelesen werden höchstens { $most }
import-file-limit-depth-hint = Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie nur das eine Blatt als CSV.
import-file-limit-merged = Ein Blatt hat { $found } verbundene Bereiche; gelesen werden höchstens { $most }
import-file-limit-merged-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-strings = Die Arbeitsmappe nennt { $found } verschiedene Texte; gelesen werden höchstens { $most }
import-file-limit-strings-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-cells = Die Tabelle hat { $found } Zellen oder mehr; gelesen werden höchstens { $most }
import-file-limit-cells-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-formats = Die Arbeitsmappe hat { $found } Zellformate; gelesen werden höchstens { $most }
import-file-limit-formats-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-format-bytes = Die Zellformate der Arbeitsmappe brauchen bis zu { $found } MiB; gelesen werden höchstens { $most } MiB
import-file-limit-format-bytes-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-text = In den Zellen stehen mindestens { $found } MiB Text; gelesen werden höchstens { $most } MiB
import-file-limit-text-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-separators = Im Text stehen { $found } Trennzeichen; gelesen werden höchstens { $most }
import-file-limit-separators-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-limit-values = Der Export hat { $found } Angaben; gelesen werden höchstens { $most }
import-file-limit-values-hint = Geben Sie den Katalog in mehreren Teilen aus, zum Beispiel mit einem Filter.
import-file-limit-groups = Der Export hat { $found } Gruppen von Angaben; gelesen werden höchstens { $most }
import-file-limit-groups-hint = Geben Sie den Katalog in mehreren Teilen aus, zum Beispiel mit einem Filter.
import-file-limit-time = Das Lesen dauert länger als { $most } Sekunden
import-file-limit-time-hint = Löschen Sie, was nicht zur Tabelle gehört, oder speichern Sie nur das eine Blatt als CSV.
import-file-too-many-rows = Sie hat mehr als { $most } Zeilen
import-file-too-many-rows-hint = Löschen Sie die Zeilen unter der Tabelle, oder teilen Sie sie.
import-file-too-many-columns = Sie hat mehr als { $most } Spalten
import-file-too-many-columns-hint = Löschen Sie die Spalten rechts der Tabelle.
import-file-old-workbook = Das ist eine Arbeitsmappe im alten Format (.xls) oder mit Kennwort
import-file-old-workbook-hint = Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie sie ohne Kennwort als .xlsx oder CSV.
import-file-open-document = Das ist eine Tabelle im Format OpenDocument (.ods)
import-file-open-document-hint = Speichern Sie sie in LibreOffice als .xlsx oder CSV.
import-file-no-table = Das ist weder CSV noch XLSX noch ein Export von Lotse
import-file-damaged-archive = Die Datei ist unvollständig oder beschädigt
import-file-damaged-archive-hint = Kopieren oder laden Sie sie noch einmal. Geht sie in Excel oder LibreOffice auf, speichern Sie sie dort neu als .xlsx oder CSV.
import-file-damaged-encrypted = Die Arbeitsmappe ist mit einem Kennwort geschützt
import-file-damaged-encrypted-hint = Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie ohne Kennwort als .xlsx oder CSV.
import-file-damaged-packing = Die Arbeitsmappe ist auf eine Weise gepackt, die Lotse nicht liest
import-file-damaged-packing-hint = Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie neu als .xlsx oder CSV.
import-file-damaged-format = Das ist keine Arbeitsmappe im Format .xlsx
import-file-damaged-format-hint = Öffnen Sie die Tabelle in Excel oder LibreOffice und speichern Sie sie als .xlsx oder CSV.
import-file-damaged-part = In der Arbeitsmappe fehlt ein Teil
import-file-damaged-part-hint = Öffnen Sie sie in Excel oder LibreOffice, lassen Sie sie reparieren und speichern Sie sie neu als .xlsx oder CSV.
import-file-damaged-content = Der Inhalt der Arbeitsmappe ist beschädigt
import-file-damaged-content-hint = Öffnen Sie sie in Excel oder LibreOffice, lassen Sie sie reparieren und speichern Sie sie neu als .xlsx oder CSV.
import-file-no-sheet = Ein Blatt „{ $sheet }“ gibt es nicht, nur { $known }
import-file-no-sheets = Nur Arbeitsmappen haben Blätter
import-file-no-export = Diese JSON-Datei ist kein Export von Lotse
import-file-no-export-hint = Gelesen wird, was „lotse export --format json“ schreibt.
import-file-json = Kein gültiges JSON: Zeile { $line }, Spalte { $column }
import-file-version = Der Export hat die Fassung { $version }, dieses Lotse liest Fassung 1
import-file-version-hint = Ein neueres Lotse kann ihn lesen.
import-file-empty = Sie ist leer

import-mapping-syntax = Kein gültiges TOML: { $reason }
import-mapping-syntax-hint = { $of ->
    [twice] Zum ersten Mal steht er in Zeile { $first }. Löschen oder ändern Sie eine der beiden Stellen.
    [path] Schreiben Sie { $path } in einfachen Anführungszeichen, oder jeden umgekehrten Schrägstrich doppelt.
   *[other] { "" }
}
import-mapping-unknown-key = „{ $key }“ gibt es in einer Zuordnung nicht
import-mapping-wrong-type = Hier gehört { $expected ->
    [string] ein Text in Anführungszeichen
    [strings] ein Text oder eine Liste von Texten
    [rows] die Nummer einer Zeile oder eine Liste davon
    [table] ein Abschnitt
    [column] der Name eines Feldes in Anführungszeichen oder { "{" } field = "..." { "}" }
   *[value] ein Wert des Feldes: ein Text, eine Zahl, ein Tag oder eine Liste
} hin
import-mapping-not-one-of = „{ $value }“ geht hier nicht; möglich sind: { $known }
import-mapping-no-field = Ein Feld „{ $name }“ gibt es nicht
import-mapping-no-field-hint = Die Felder heißen wie in den Dateien des Katalogs, zum Beispiel „title“ oder „capacity.free“.
import-mapping-no-line = Aus { $field } lässt sich keine Kennung bilden
import-mapping-no-date-format = „{ $value }“ ist kein Format für Tage
import-mapping-no-date-format-hint = Schreiben Sie T, M und J für Tag, Monat und Jahr: „TT.MM.JJJJ“, „TT.MM.JJ“, „MM/JJJJ“.
import-mapping-no-list = { $field } kann nicht mehrere Werte aufnehmen
import-mapping-field-or-patterns = Eine Spalte braucht entweder „field“ oder „patterns“
import-mapping-pattern-no-text = Ein Muster braucht „text“
import-mapping-pattern-bracket = In diesem Muster fehlt eine geschweifte Klammer
import-mapping-pattern-adjoining = Zwischen zwei Feldern muss ein Zeichen stehen, das sie trennt
import-mapping-field-twice = { $field } bekommt seinen Wert schon von anderswo
import-mapping-field-twice-hint = Nur Listen und Texte aus mehreren Absätzen nehmen mehrere Spalten auf.
import-mapping-words-twice = „{ $value }“ steht hier zweimal
import-mapping-no-columns = Die Zuordnung nennt keine Spalte
import-mapping-no-columns-hint = Im Abschnitt [columns] steht, welche Spalte welches Feld ist: "Bezeichnung" = "title"
import-mapping-one-value = { $field } hat nur einen Wert
import-mapping-several = „{ $value }“ ist in { $field } nicht eindeutig
import-mapping-no-value = „{ $value }“ gibt es in { $field } nicht
import-mapping-no-day = Das ist kein Tag; schreiben Sie 2027-01-31
import-mapping-no-number = Das ist keine ganze Zahl
import-mapping-too-large = Diese Zahl ist für { $field } zu groß
import-mapping-no-slug = Das ist keine Kennung
import-mapping-no-column = Eine Spalte „{ $name }“ hat die Tabelle nicht
import-mapping-no-column-hint = Sie hat: { $known }
import-mapping-column-several = „{ $name }“ steht über mehreren Spalten: { $columns }
import-mapping-column-several-hint = Nehmen Sie den Buchstaben der Spalte.
import-mapping-column-twice = Die Spalte „{ $name }“ ist schon zugeordnet
import-mapping-no-header-row = Die Zeile { $row }, in der die Überschriften stehen sollen, ist leer
import-mapping-no-header-row-hint = Unter „header_row“ steht die Nummer der Zeile mit den Überschriften.

import-reason-failed = Hier ist eine Formel fehlgeschlagen
import-reason-failed-hint = Berichtigen Sie die Formel in der Tabelle.
import-reason-too-long = Die Zelle hat { $length } Zeichen; vielleicht fehlt ein Anführungszeichen
import-reason-no-pattern = So sieht keines der Muster dieser Spalte aus
import-reason-no-pattern-hint = Ergänzen Sie unter „patterns“ ein Muster.
import-reason-open = „{ $value }“ ist in der Zuordnung noch nicht ausgefüllt
import-reason-open-hint = Tragen Sie dort die Kennung ein, oder [] für „nichts“.
import-reason-number-for-day = Hier steht eine Zahl, wo ein Tag erwartet wird
import-reason-number-for-day-hint = Geben Sie der Spalte in der Tabelle das Format „Datum“.
import-reason-several = „{ $value }“ ist nicht eindeutig: { $codes }
import-reason-several-hint = Nehmen Sie die Kennung, oder sagen Sie in der Zuordnung unter [values], was gemeint ist.
import-reason-no-value = „{ $value }“ gibt es im Katalog nicht
import-reason-no-value-hint = Sagen Sie in der Zuordnung unter [values], was gemeint ist, oder ergänzen Sie das Verzeichnis im Katalog.
import-reason-no-day = „{ $value }“ ist kein Tag
import-reason-no-day-hint = Gelesen wird 31.1.2027, 31.01.27 und 2027-01-31; anderes nennt „date_formats“ oder „patterns“ in der Zuordnung.
import-reason-no-number = „{ $value }“ ist keine ganze Zahl
import-reason-no-number-hint = Steht mehr als eine Zahl in der Zelle, sagt „patterns“ in der Zuordnung, was davon gemeint ist.
import-reason-too-large = „{ $value }“ ist zu groß, höchstens { $most }
import-reason-no-slug = „{ $value }“ ist keine Kennung
import-reason-no-slug-hint = Kennungen haben nur Kleinbuchstaben, Ziffern und Bindestriche und heißen nicht wie ein Gerät von Windows (con, nul ...).
import-reason-several-rows = Mehrere Zeilen sind derselbe Eintrag
import-reason-several-rows-hint = Gehören sie zusammen, nennt „join“ in der Zuordnung die Felder, die gesammelt werden: join = ["places"]
import-reason-contradiction = Der Wert ist ein anderer als in Zeile { $row }, die denselben Eintrag meint
import-reason-contradiction-hint = Berichtigen Sie eine der Zeilen, oder nennen Sie das Feld unter „join“.
import-reason-no-key = Die Zeile hat weder Kennung noch Maßnahmenummer noch Titel
import-reason-no-key-hint = Was kein Angebot ist, übergeht die Zuordnung mit „skip_rows“ oder „skip_where“.
import-reason-reached-twice = Diesen Eintrag meint schon Zeile { $row }
import-reason-several-entries = Im Katalog passen mehrere Einträge dazu: { $ids }
import-reason-several-entries-hint = Nehmen Sie eine Spalte mit der Kennung, oder geben Sie den Einträgen verschiedene Titel.
import-reason-no-id = Aus dem Titel lässt sich keine Kennung bilden
import-reason-no-id-hint = Ergänzen Sie eine Spalte für „id“.
import-reason-id-taken = Die Kennung „{ $id }“ ist schon vergeben
import-reason-other-id = Der Eintrag hat die Kennung „{ $id }“; beim Einlesen bekommt kein Eintrag eine andere
import-reason-damaged = Die Datei von „{ $id }“ ist beschädigt
import-reason-damaged-hint = „lotse check“ sagt, was ihr fehlt.
import-reason-unwritable = Diese Werte lassen sich nicht in die Datei schreiben
import-reason-unwritable-hint = Öffnen Sie die Datei mit „lotse edit --editor“.
import-reason-phone-zero = Vorn fehlt wohl die Null
import-reason-phone-zero-hint = Tabellenprogramme lassen sie bei Zahlen weg. Geben Sie der Spalte das Format „Text“ und ergänzen Sie die Null.
import-reason-title-known = So heißt auch schon: { $ids }
import-reason-title-known-hint = Ist es dasselbe Angebot, berichtigen Sie die Nummer in der Tabelle oder im Katalog, bevor Sie einlesen.
import-reason-json-key = Ein solches Feld gibt es nicht
import-reason-json-type = Der Wert ist von anderer Art, als das Feld sie hat

import-proposal-head = Zuordnung für { $file }, vorgeschlagen von Lotse
    Bitte durchsehen: Zeilen mit # davor gelten nicht; leere Werte ("") sind noch auszufüllen.
    Danach: lotse import DATEI --mapping DIESE-DATEI --dry-run
import-proposal-header-row = Zeile mit den Überschriften; mehrere als [3, 4]
import-proposal-blank = Zellen, die nichts sagen
import-proposal-empty = Eine leere Zelle lässt den Wert im Katalog stehen ("keep") oder löscht ihn ("clear")
import-proposal-dates = Tage wie 31.1.2027, 31.01.27 und 2027-01-31 werden immer erkannt; weitere Formate hier
import-proposal-columns = Spalte = Feld; dahinter Spalte, Bedeutung und Beispiele.
import-proposal-unknown = { $column }: nicht erkannt{ $field }
import-proposal-taken = { $column }: „{ $field }“ ist schon vergeben
import-proposal-skip = Zeilen, die keine Angebote sind
import-proposal-new = Für neue Einträge, wo die Tabelle nichts sagt
import-proposal-required = Pflichtangabe „{ $field }“: bitte entscheiden und das # entfernen
import-proposal-values = Was die Wörter der Tabelle bedeuten: die Kennung im Katalog, [] für nichts
import-proposal-known = von selbst erkannt: { $words }
import-proposal-near = geraten: „{ $name }“, bitte prüfen
import-proposal-ignore = Spalten, die niemand braucht
import-proposal-skip-rows = Zeilen unter der Tabelle: Fußnoten, Legenden, weitere Tabellen
import-proposal-choice = eines von: { $candidates }
import-proposal-as-of = Von welchem Tag sind die freien Plätze? Ohne Tag warnt Lotse bei jedem Eintrag. Die beiden Zeilen ohne # gelten für alle.
import-proposal-empty-vocabulary = { $file } fehlt im Katalog oder ist leer. Ergänzen Sie dort zuerst, was es gibt, mit „id“ und Namen,
    und lassen Sie die Zuordnung noch einmal vorschlagen.

import-saving = Einlesen: { $done } von { $total } Einträgen ({ $percent } %)
import-saving-seconds = Einlesen: { $done } von { $total } Einträgen ({ $percent } %), noch etwa { $seconds } s
import-saving-minutes = Einlesen: { $done } von { $total } Einträgen ({ $percent } %), noch etwa { $minutes } min
import-recording = Einlesen: alle { $total } Einträge sind geschrieben, der Verlauf wird ergänzt
