## Wozu jede Regel von „lotse check“ da ist

# Zu jedem Kürzel: rule-<kürzel> sagt im ersten Satz, was gemeint ist, danach wozu; rule-<kürzel>-do sagt, was zu tun ist.
# Meldungen neuerer Regeln (check-<kürzel>) stehen bei ihnen, die älteren in de.ftl.

rule-unreadable = Die Datei lässt sich nicht lesen. Ihr Angebot fehlt in der Suche, bis sie wieder lesbar ist.
rule-unreadable-do = Prüfen Sie, ob es die Datei noch gibt, ob das Netzlaufwerk verbunden ist und ob Sie sie lesen dürfen.
rule-not-utf8 = Die Datei ist nicht in UTF-8 gespeichert. In einer anderen Kodierung würden Umlaute falsch angezeigt.
rule-not-utf8-do = Öffnen Sie die Datei im Editor und speichern Sie sie mit der Kodierung UTF-8.
rule-too-large = Die Datei ist größer, als ein Angebot sein kann. So große Dateien enthalten meist etwas anderes, ein Bild etwa.
rule-too-large-do = Teilen Sie die Datei auf: je Angebot eine. Flyer und Bilder gehören als Adresse in links.
rule-not-a-file = Ein Ordner oder Gerät heißt wie eine Datei des Katalogs. Lotse liest nur gewöhnliche Dateien.
rule-not-a-file-do = Benennen Sie den Ordner um oder löschen Sie ihn.
rule-outside = Eine Verknüpfung führt aus dem Katalogordner hinaus oder ins Leere. Was außerhalb liegt, liest Lotse nicht, damit niemand fremde Dateien in den Katalog ziehen kann.
rule-outside-do = Legen Sie die Datei oder den Ordner selbst in den Katalogordner.
rule-unknown-file = Eine Datei oder ein Ordner, den Lotse nicht kennt. Meist ist es ein Tippfehler im Namen, und der Inhalt fehlt unbemerkt.
rule-unknown-file-do = Benennen Sie die Datei richtig, verschieben oder löschen Sie sie. Angebote liegen unmittelbar in measures und enden auf .toml.
rule-missing-folder = Ein Ordner fehlt, den jeder Katalog hat. Ohne measures gibt es keine Angebote.
rule-missing-folder-do = Legen Sie den Ordner neben catalogue.toml an.
rule-syntax = Die Datei ist kein gültiges TOML. Solange das so ist, kann Lotse das Angebot nicht lesen; weitere Fehler der Datei werden erst danach sichtbar.
rule-syntax-do = Sehen Sie sich die gezeigte Stelle und die Zeile davor an: meist fehlt ein Anführungszeichen, ein Komma oder eine Klammer.
rule-unknown-key = Einen Schlüssel dieses Namens gibt es nicht. Was unter einem falschen Namen steht, wird nirgends angezeigt.
rule-unknown-key-do = Schreiben Sie den Schlüssel richtig oder löschen Sie die Zeile. Alle Schlüssel stehen im Handbuch unter „Die Dateien“.
rule-misplaced-key = Ein Schlüssel steht im falschen Abschnitt. In TOML gehört alles unter einer Überschrift zu ihr; wer am Ende der Datei etwas anfügt, trifft daher leicht den letzten Abschnitt.
rule-misplaced-key-do = Verschieben Sie die Zeile an die genannte Stelle.
rule-wrong-type = Der Wert ist von der falschen Art, ein Text statt einer Zahl etwa. Lotse rät nicht, was gemeint ist.
rule-wrong-type-do = Texte stehen in geraden Anführungszeichen, Zahlen und Tage ohne, Listen in eckigen Klammern.
rule-missing-key = Eine Pflichtangabe fehlt. Ohne sie lässt sich das Angebot nicht finden, filtern oder verantworten.
rule-missing-key-do = Tragen Sie die Angabe ein. Wo es einen Wert für „nicht bekannt“ gibt, nehmen Sie den.
rule-empty = Eine Pflichtangabe oder die ganze Datei ist leer. Leer ist so gut wie nicht da.
rule-empty-do = Tragen Sie den Wert ein, oder löschen Sie die leere Datei.
rule-too-long = Titel oder Kurzbeschreibung sind zu lang. Der Titel muss in eine Zeile passen, die Kurzbeschreibung wird vorgelesen.
rule-too-long-do = Kürzen Sie. Ausführliches gehört in content.
rule-out-of-range = Eine Zahl liegt außerhalb dessen, was sinnvoll ist. Eine Woche hat 168 Stunden; mehr ist ein Tippfehler.
rule-out-of-range-do = Berichtigen Sie die Zahl.
rule-unknown-value = Den Wert gibt es in seiner Liste nicht. Solche Werte sind fest, weil das Programm sie verstehen muss.
rule-unknown-value-do = Nehmen Sie einen der genannten Werte.
rule-unknown-id = Die Kennung steht nicht im Verzeichnis, auf das sie verweist. Das Angebot würde in keinem Filter erscheinen, der danach sucht.
rule-unknown-id-do = Schreiben Sie die Kennung richtig, oder nehmen Sie sie ins Verzeichnis auf.
rule-invalid-id = Das ist keine Kennung. Kennungen sind zugleich Dateinamen und müssen auf jedem System gehen.
rule-invalid-id-do = Nehmen Sie Kleinbuchstaben von a bis z, Ziffern und Bindestriche, höchstens 80 Zeichen.
rule-id-mismatch = Die Kennung passt nicht zum Dateinamen. Ein Angebot mit zwei Namen ließe sich nicht sicher ändern.
rule-id-mismatch-do = Gleichen Sie Dateiname und id an.
rule-duplicate-id = Dieselbe Kennung steht in einem Verzeichnis zweimal. Es gilt der erste Eintrag, der zweite ist unsichtbar.
rule-duplicate-id-do = Geben Sie dem zweiten Eintrag eine andere Kennung oder löschen Sie ihn.
rule-hostile-text = Der Text enthält ein unsichtbares oder steuerndes Zeichen. Es kann ein Terminal fernsteuern oder Lesende täuschen.
rule-hostile-text-do = Löschen Sie das Zeichen; am einfachsten tippen Sie die Stelle neu.
rule-dates-reversed = Der letzte Tag liegt vor dem ersten. Einer von beiden ist falsch.
rule-dates-reversed-do = Berichtigen Sie einen der beiden Tage.
rule-range-reversed = Der obere Wert liegt unter dem unteren. So passt das Angebot auf niemanden.
rule-range-reversed-do = Berichtigen Sie einen der beiden Werte.
rule-coordinator-missing = Ein Gruppenangebot hat keine Koordination. Jemand im Haus muss den Eintrag wahr halten.
rule-coordinator-missing-do = Tragen Sie coordinator ein. Die Kennungen stehen in coordinators.toml.
rule-free-exceeds-places = Es sind mehr Plätze frei, als es Plätze gibt. Eine der beiden Zahlen ist falsch.
rule-free-exceeds-places-do = Berichtigen Sie free oder places.
rule-full-but-free = Das Angebot gilt als voll und hat freie Plätze. Beides zugleich führt in der Beratung in die Irre.
rule-full-but-free-do = Setzen Sie status auf "running" oder free auf 0.
rule-free-undated = Die Zahl der freien Plätze hat kein Datum. Eine Zahl ohne Tag ist schlechter als keine.
rule-free-undated-do = Tragen Sie as_of ein, den Tag, von dem die Zahl ist.
rule-free-stale = Die Zahl der freien Plätze ist veraltet. Nach wie vielen Tagen das so ist, steht in catalogue.toml (places_after_days).
rule-free-stale-do = Fragen Sie nach und tragen Sie Zahl und Tag neu ein.
rule-confirmation-overdue = Die letzte Prüfung ist zu lange her. Nach wie vielen Tagen das so ist, steht in catalogue.toml (confirm_after_days).
rule-confirmation-overdue-do = Lesen Sie den Eintrag durch. Stimmt er noch, genügt: lotse confirm KENNUNG
rule-date-in-future = Ein Tag liegt in der Zukunft, der nur vergangen sein kann. Niemand hat morgen nachgesehen.
rule-date-in-future-do = Tragen Sie den Tag ein, an dem wirklich nachgesehen wurde.
rule-period-over = Der Zeitraum ist vorbei, der Status sagt etwas anderes. Das Angebot wird weiter gefunden, obwohl es nicht mehr läuft.
rule-period-over-do = Setzen Sie status auf "ended" oder verlängern Sie den Zeitraum.
rule-period-not-begun = Das Angebot gilt als laufend, sein Zeitraum beginnt aber erst. Wer es vermittelt, schickt jemanden zu früh.
rule-period-not-begun-do = Setzen Sie status auf "planned" oder berichtigen Sie den ersten Tag.
rule-period-begun = Das Angebot gilt als geplant, sein Zeitraum läuft aber seit über 30 Tagen. Vermutlich läuft es längst und wird hinter laufenden einsortiert.
rule-period-begun-do = Setzen Sie status auf "running" oder berichtigen Sie den ersten Tag.
rule-weeks-exceed-period = Schon die kürzeste Dauer ist länger als der Zeitraum. Niemand könnte das Angebot abschließen.
rule-weeks-exceed-period-do = Berichtigen Sie weeks_min oder den Zeitraum.
rule-start-outside-period = Ein Starttermin liegt außerhalb des Zeitraums. Einer der Tage ist falsch, oft die Jahreszahl.
rule-start-outside-period-do = Berichtigen Sie den Termin oder den Zeitraum.
rule-starts-unsorted = Die Starttermine stehen nicht in ihrer Reihenfolge. Das ist selten Absicht und verdeckt Tippfehler.
rule-starts-unsorted-do = Ordnen Sie die Termine, den frühesten zuerst.
rule-starts-past = Alle Starttermine sind vorbei. Wer nach dem nächsten Start sucht, findet keinen.
rule-starts-past-do = Tragen Sie die nächsten Termine ein oder löschen Sie die alten.
rule-legal-basis-ended = Die Rechtsgrundlage gilt nicht mehr. Ein Bescheid darauf wäre angreifbar.
rule-legal-basis-ended-do = Tragen Sie die heutige Rechtsgrundlage ein oder beenden Sie das Angebot.
rule-legal-basis-unknown = Die Rechtsgrundlage ist nicht bekannt. Das ist erlaubt, soll aber nicht vergessen werden.
rule-legal-basis-unknown-do = Fragen Sie die Koordination oder den Träger.
rule-coordinator-unreachable = Eine Koordination hat weder Telefon noch E-Mail. Fragen zu ihren Angeboten laufen ins Leere.
rule-coordinator-unreachable-do = Tragen Sie phone oder email ein.
rule-substitute-self = Eine Koordination vertritt sich selbst. Dann vertritt sie niemand.
rule-substitute-self-do = Nennen Sie eine andere Koordination oder löschen Sie die Zeile.
rule-coordinator-unused = Eine Koordination, die kein Angebot und keine Vertretung nennt. Vielleicht ist sie umbenannt worden, oder ihre Angebote sind beendet. Gemeldet wird nur, wenn sich alle Angebote lesen lassen.
rule-coordinator-unused-do = Löschen Sie den Eintrag, oder tragen Sie die Koordination bei ihren Angeboten ein.
rule-provider-unused = Ein Träger, den kein Angebot nennt. Vielleicht ist er umbenannt worden, oder ein Angebot nennt einen falschen. Gemeldet wird nur, wenn sich alle Angebote lesen lassen.
rule-provider-unused-do = Löschen Sie den Eintrag, oder tragen Sie den Träger bei seinen Angeboten ein.
rule-label-twice = Zwei Einträge eines Verzeichnisses heißen gleich. In Filtern und Tabellen lassen sie sich nicht unterscheiden.
rule-label-twice-do = Legen Sie die beiden zusammen, oder geben Sie einem einen anderen Namen.
rule-title-twice = Zwei Angebote haben denselben Titel. Entweder ist es dasselbe zweimal, oder in der Trefferliste sieht niemand den Unterschied. Beendete Angebote zählen nicht.
rule-title-twice-do = Löschen Sie eines, oder nehmen Sie Ort, Träger oder Zielgruppe in den Titel auf.
rule-measure-number-twice = Zwei Angebote haben dieselbe Maßnahmenummer. Mit ihr wird zugewiesen, sie darf nur eines meinen. Beendete Angebote zählen nicht.
rule-measure-number-twice-do = Sehen Sie im Fachverfahren nach und berichtigen Sie eine der beiden.
rule-duplicate-value = Ein Wert steht in seiner Liste zweimal. Der zweite bewirkt nichts; meist sollte dort ein anderer stehen.
rule-duplicate-value-do = Löschen Sie den zweiten Wert.
rule-client-number = Hier steht etwas, das wie eine Kundennummer oder BG-Nummer aussieht. In den Katalog gehören keine Daten über Kundinnen und Kunden, auch nicht in interne Vermerke.
rule-client-number-do = Löschen Sie die Nummer, auch aus der Vorgeschichte der Datei.
rule-personal-data = Hier steht eine Bankverbindung, eine Versicherungsnummer oder ein Geburtsdatum. Solche Daten gehören zu einem Menschen und damit nicht in den Katalog.
rule-personal-data-do = Löschen Sie die Angabe, auch aus der Vorgeschichte der Datei.
rule-internal-words = Ein öffentlicher Text enthält Worte, die nur fürs Haus gedacht sind. Er wird Kundinnen und Kunden vorgelesen oder mitgegeben.
rule-internal-words-do = Verschieben Sie die Stelle nach internal_note.
rule-placeholder-text = Hier steht ein Platzhalter statt einer Angabe. „k. A.“ oder „TODO“ sehen gefüllt aus und sagen nichts.
rule-placeholder-text-do = Tragen Sie die Angabe ein oder löschen Sie das Feld.
rule-summary-thin = Die Kurzbeschreibung sagt nicht mehr als der Titel. Sie soll in einem Satz erklären, was das Angebot ist.
rule-summary-thin-do = Schreiben Sie einen Satz, den man vorlesen kann.
rule-all-capitals = Der Titel steht in Großbuchstaben. Das liest sich schwer, und Bildschirmleser buchstabieren es mitunter.
rule-all-capitals-do = Schreiben Sie den Titel wie einen gewöhnlichen Satz.
rule-long-text = Ein Text oder eine Liste ist zu lang für den Bildschirm. Mehr als vier Seiten liest in der Beratung niemand: 5.000 Zeichen für content, 1.500 für Bemerkungen, 240 für Zeilen, 40 Einträge für Listen.
rule-long-text-do = Kürzen Sie, oder verweisen Sie mit links auf den ganzen Text.
rule-stray-blanks = Am Anfang, am Ende oder mehrfach hintereinander stehen Leerzeichen. Man sieht sie nicht, aber Vergleiche und Tabellen stolpern darüber.
rule-stray-blanks-do = Löschen Sie die überzähligen Leerzeichen.
rule-bad-link = Das ist keine vollständige Adresse, die Lotse öffnet. Erlaubt sind nur Adressen, die nichts auf dem Rechner ausführen.
rule-bad-link-do = Schreiben Sie die ganze Adresse: https://, http://, mailto: oder tel:, ohne Leerzeichen.
rule-bad-email = Das ist keine E-Mail-Adresse. Eine Nachricht dorthin käme nie an.
rule-bad-email-do = Schreiben Sie genau eine Adresse, so: info@example.org
rule-bad-phone = Das ist keine Telefonnummer. Sie lässt sich nicht wählen, oder ein Buchstabe steht statt einer Ziffer.
rule-bad-phone-do = Schreiben Sie Vorwahl und Nummer mit Ziffern. Ist keine bekannt, löschen Sie die Zeile.

## Meldungen neuerer Regeln

check-misplaced-key = „{ $key }“ steht hier im falschen Abschnitt
check-misplaced-key-hint = { $home ->
    [top] Der Schlüssel gehört nach oben, vor den ersten Abschnitt in eckigen Klammern.
   *[section] Der Schlüssel gehört unter [{ $section }].
}
check-full-but-free = Das Angebot ist nach seinem Status voll, hier sind aber Plätze frei
check-full-but-free-hint = Setzen Sie status auf "running" oder free auf 0.
check-period-not-begun = Das Angebot gilt als laufend, es beginnt aber erst am { $date }
check-period-not-begun-hint = Setzen Sie status auf "planned" oder berichtigen Sie den Tag.
check-period-begun = Das Angebot gilt als geplant, es läuft aber schon seit dem { $date }
check-period-begun-hint = Setzen Sie status auf "running" oder berichtigen Sie den Tag.
check-weeks-exceed-period = { $weeks ->
    [one] Eine Woche ist
   *[other] { $weeks } Wochen sind
} länger als der ganze Zeitraum von { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}
check-weeks-exceed-period-hint = Berichtigen Sie weeks_min oder den Zeitraum unter [period].
check-start-outside-period = Der Start am { $date } liegt außerhalb des Zeitraums
check-start-outside-period-hint = Berichtigen Sie den Termin oder den Zeitraum unter [period].
check-starts-unsorted = Die Starttermine stehen nicht in ihrer Reihenfolge
check-starts-unsorted-hint = Der früheste kommt zuerst.
check-substitute-self = Diese Koordination vertritt sich selbst
check-substitute-self-hint = Nennen Sie eine andere Koordination oder löschen Sie die Zeile.
check-coordinator-unused = Die Koordination „{ $id }“ nennt kein Angebot und keine Vertretung
check-coordinator-unused-hint = Löschen Sie den Eintrag, oder tragen Sie die Koordination bei ihren Angeboten ein.
check-provider-unused = Den Träger „{ $id }“ nennt kein Angebot
check-provider-unused-hint = Löschen Sie den Eintrag, oder tragen Sie den Träger bei seinen Angeboten ein.
check-label-twice = „{ $label }“ heißt hier schon ein anderer Eintrag
check-label-twice-hint = Legen Sie die beiden zusammen, oder geben Sie einem einen anderen Namen.
check-title-twice = Den Titel „{ $text }“ hat auch { $other }
check-title-twice-hint = Ist es dasselbe Angebot? Sonst nehmen Sie Ort, Träger oder Zielgruppe in den Titel auf.
check-measure-number-twice = Die Maßnahmenummer „{ $text }“ hat auch { $other }
check-measure-number-twice-hint = Sehen Sie im Fachverfahren nach, welche stimmt.
check-duplicate-value = { $key }: „{ $value }“ steht zweimal in der Liste
check-duplicate-value-hint = Löschen Sie den zweiten Wert.
check-personal-data = { $key }: Hier steht { $kind ->
    [iban] eine Bankverbindung
    [pension] etwas, das wie eine Rentenversicherungsnummer aussieht
   *[birth] ein Geburtsdatum
}
check-personal-data-hint = In den Katalog gehören keine Daten über Menschen. Löschen Sie die Angabe.
check-internal-words = { $key }: „{ $words }“ steht hier in einem Text, den auch Kundinnen und Kunden sehen
check-internal-words-hint = Was nur fürs Haus ist, gehört nach internal_note.
check-placeholder-text = { $key }: „{ $words }“ ist ein Platzhalter
check-placeholder-text-hint = Tragen Sie die Angabe ein oder löschen Sie das Feld.
check-summary-thin = Die Kurzbeschreibung sagt nicht mehr als der Titel
check-summary-thin-hint = Schreiben Sie einen Satz, den man vorlesen kann.
check-all-capitals = Der Titel steht in Großbuchstaben
check-all-capitals-hint = Schreiben Sie ihn wie einen gewöhnlichen Satz.
check-long-text = { $of ->
    [list] „{ $key }“ hat { $length } Einträge
   *[text] „{ $key }“ hat { $length } Zeichen
}, mehr als { $limit } liest niemand
check-long-text-hint = Kürzen Sie, oder verweisen Sie mit links auf den ganzen Text.
check-stray-blanks = „{ $key }“ hat überzählige Leerzeichen am Rand oder in der Mitte
check-stray-blanks-hint = Löschen Sie die überzähligen Leerzeichen.
check-bad-email = { $key }: Das ist keine E-Mail-Adresse
check-bad-email-hint = Schreiben Sie genau eine Adresse, so: info@example.org
check-bad-phone = { $key }: Das ist keine Telefonnummer
check-bad-phone-hint = Schreiben Sie Vorwahl und Nummer mit Ziffern. Ist keine bekannt, löschen Sie die Zeile.

## Erklären

rules-heading-wrong = Falsch
rules-heading-right = Richtig
rules-heading-do = Was tun
rules-mendable = lotse check --fix kann das berichtigen, wenn nur eines gemeint sein kann.
rules-unknown = Eine Regel „{ $code }“ gibt es nicht.
rules-unknown-hint = Alle Regeln zeigt: lotse check --explain
rules-list-end = Mehr zu einer Regel: lotse check --explain KÜRZEL
rules-doc-title = Regeln von „lotse check“
rules-doc-intro =
    Jede Meldung von „lotse check“ trägt ein Kürzel, das sich nicht ändert. Fehler müssen behoben werden: lotse check endet
    dann mit 1. Warnungen sollte sich jemand ansehen; mit --deny-warnings enden auch sie mit 1. Eine Regel erklärt
    lotse check --explain KÜRZEL.
rules-doc-table = | Kürzel | Schwere | Worum es geht | --fix |

## Berichtigen

fix-nothing = Es gibt nichts, was sich von selbst berichtigen lässt.
fix-question = { $files ->
    [one] Diese eine Datei so ändern? (j/N)
   *[other] Diese { $files } Dateien so ändern? (j/N)
}
fix-not-asked = { $files ->
    [one] Eine Datei lässt sich berichtigen. Geändert ist nichts
   *[other] { $files } Dateien lassen sich berichtigen. Geändert ist nichts
}: Wiederholen Sie den Befehl mit --yes.
fix-declined = Es wurde nichts geändert.
fix-done = { $files ->
    [0] Keine Datei wurde berichtigt.
    [one] Eine Datei ist berichtigt.
   *[other] { $files } Dateien sind berichtigt.
}
fix-rest = { $errors ->
    [0] Es bleiben keine Fehler
    [one] Es bleibt ein Fehler
   *[other] Es bleiben { $errors } Fehler
} und { $warnings ->
    [0] keine Warnungen
    [one] eine Warnung
   *[other] { $warnings } Warnungen
}. { $left ->
    [0] { "" }
   *[other] Welche, zeigt lotse check.
}
fix-failed = { $file }: { $message }

cli-check-explain = Erklären, wozu eine Regel da ist; ohne Kürzel alle Regeln nennen
cli-check-fix = Berichtigen, was nur eines bedeuten kann: Schreibweise von Kennungen, Werten und Schlüsseln, Leerzeichen, Reihenfolge; zeigt den Unterschied und fragt
cli-check-yes = Mit --fix: nicht fragen
cli-value-code = KÜRZEL
cli-check-after =
    --format sarif ist für Werkzeuge, die SARIF 2.1.0 lesen, --format github schreibt Anmerkungen für GitHub Actions.
    Alle Regeln stehen in docs/regeln.md.
