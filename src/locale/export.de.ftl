## Ausgeben: lotse export

cli-export-about = Gibt Angebote als Tabelle oder JSON aus
cli-export-usage = lotse export [WÖRTER ...] [FILTER] [OPTIONEN]
cli-export-after = Beispiele:
    {"  "}lotse export -o angebote.xlsx
    {"  "}lotse export alleinerziehend --place wetzlar -o liste.csv
    {"  "}lotse export --all --internal -o katalog.json

    Beendete und archivierte Angebote sind nur mit --all dabei, oder wenn Sie mit --status danach fragen.
    Was CSV, XLSX und JSON enthalten, liest „lotse import“ wieder ein.
cli-export-words = Nur Angebote, die diese Wörter enthalten; -wort schließt ein Wort aus, ohne Wörter sind es alle
cli-export-all = Auch beendete und archivierte Angebote ausgeben
cli-export-format = Form der Ausgabe; ohne Angabe entscheidet die Endung der Datei, sonst CSV
cli-export-internal = Auch die internen Notizen ausgeben (nicht in HSDS)
cli-export-output = In diese Datei schreiben; eine vorhandene wird ersetzt

export-written = { $count ->
        [one] Ein Angebot steht
       *[other] { $count } Angebote stehen
    } jetzt in „{ $path }“.
export-nothing = Es gibt nichts auszugeben: Kein Angebot passt. Geschrieben wurde nichts. Welcher Filter wie viele wegnimmt, sagt „lotse search“ mit denselben Wörtern und Filtern.
export-over = { $count ->
        [one] Ein beendetes oder archiviertes Angebot ist
       *[other] { $count } beendete oder archivierte Angebote sind
    } nicht dabei. Mit --all ist alles dabei.
export-partial = Kein Angebot enthält alle { $of } Wörter. Ausgegeben werden die besten, mit höchstens { $matched ->
        [one] einem davon
       *[other] { $matched } davon
    }.
export-out = { $count ->
        [one] Diese Datei fehlt in der Ausgabe, weil sie sich nicht lesen lässt
       *[other] Diese { $count } Dateien fehlen in der Ausgabe, weil sie sich nicht lesen lassen
    }: { $files }. Was zu tun ist, sagt „lotse check“.
export-no-internal = { $format } ist zum Weitergeben gedacht: Internes ist auch mit --internal nicht dabei.
export-misnamed = Der Name der Datei endet auf „.{ $extension }“, ihr Inhalt ist { $format }. Manche Programme öffnen sie so nicht.
export-needs-file = Eine { $format }-Datei lässt sich nicht im Terminal zeigen.
export-needs-file-hint = Nennen Sie eine Datei: -o angebote.{ $extension }
export-cell-too-long = Beim Eintrag „{ $id }“ ist „{ $field }“ { $count } Zeichen lang; in eine Zelle einer XLSX-Datei passen höchstens { $most }.
export-too-many-rows = { $count } Angebote sind zu viele für eine XLSX-Datei; in ein Blatt passen höchstens { $most }.
export-no-workbook = Die XLSX-Datei lässt sich nicht erzeugen
export-other-format = In CSV und JSON gibt es diese Grenze nicht: --format csv oder --format json.

## Formate: für wen, und was drinsteht (auch in docs/ausgeben.md und in den Vervollständigungen)

export-format-csv = Programme, die Tabellen einlesen; zur Not auch Excel
export-content-csv = die Angebote als Text, je Angebot eine Zeile: Semikolon, UTF-8 mit Kennung (BOM), Zeilenende wie unter Windows
export-format-xlsx = Kolleginnen und Kollegen, die in Excel oder LibreOffice lesen, sortieren, filtern oder etwas eintragen
export-content-xlsx = Blatt „Angebote“: je Angebot eine Zeile, je Feld eine Spalte, mit echten Zahlen und Tagen. Blatt „Legende“: was jede Spalte bedeutet und was dort stehen darf
export-format-json = Skripte, Sicherungskopien
export-content-json = dieselben Schlüssel wie in den Dateien des Katalogs, mit Kürzeln statt Bezeichnungen
export-format-hsds = Verzeichnisse sozialer Angebote außerhalb des Hauses
export-content-hsds = der Standard HSDS 3.0; was dabei verloren geht, steht in hsds.md

## Die Blätter der XLSX-Datei

export-sheet-offers = Angebote
export-sheet-legend = Legende
export-legend-heading = Spalte
export-legend-field = Feld
export-legend-need = Pflicht
export-legend-meaning = Bedeutung
export-legend-values = Was dort stehen kann
export-need-required = ja
export-need-wanted = erwünscht
export-need-optional = nein
export-shape-slug = Kleinbuchstaben, Ziffern und Bindestriche
export-shape-line = Text in einer Zeile
export-shape-paragraphs = Text, auch in mehreren Absätzen
export-shape-lines = Je Zeile der Zelle ein Text
export-shape-number = Eine ganze Zahl von 0 bis { $most }
export-shape-date = Ein Tag
export-shape-dates = Tage wie 2027-01-11, getrennt durch „{ $separator }“
export-shape-one = Eines davon (in Klammern das Kürzel):
export-shape-several = Eines oder mehrere davon, getrennt durch „{ $separator }“ (in Klammern das Kürzel):
export-shape-more = … und { $count } weitere

## HSDS

hsds-organization = Träger von Angeboten im Katalog „{ $catalogue }“
hsds-taxonomy = Angabe „{ $field }“ aus dem Angebotskatalog
hsds-within = Teil von { $regions }
hsds-start = Starttermin
hsds-entry = Einstieg: { $value }
hsds-weeks-min = mindestens { $weeks ->
        [one] eine Woche
       *[other] { $weeks } Wochen
    }
hsds-weeks-max = höchstens { $weeks ->
        [one] eine Woche
       *[other] { $weeks } Wochen
    }
