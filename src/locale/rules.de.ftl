## Die Regeln von „lotse check“

# Zu jedem Kürzel: rule-<kürzel> sagt im ersten Satz, was gemeint ist, danach wozu; rule-<kürzel>-do sagt, was zu tun ist.
# check-<kürzel> ist die Meldung an der Stelle, check-<kürzel>-hint der Rat dazu. Schlüssel und Werte heißen wie in der Datei.

check-unreadable = Die Datei lässt sich nicht lesen: { $reason }
check-unreadable-hint = Prüfen Sie, ob es die Datei noch gibt und ob Sie sie lesen dürfen.
rule-unreadable = Die Datei lässt sich nicht lesen. Ihr Angebot fehlt in der Suche, bis sie wieder lesbar ist.
rule-unreadable-do = Prüfen Sie, ob es die Datei noch gibt, ob das Netzlaufwerk verbunden ist und ob Sie sie lesen dürfen.

check-not-utf8 = Die Datei ist nicht in UTF-8 gespeichert, dieses Zeichen ist nicht lesbar
check-not-utf8-hint = Speichern Sie die Datei im Editor mit der Kodierung UTF-8.
rule-not-utf8 = Die Datei ist nicht in UTF-8 gespeichert. In einer anderen Kodierung würden Umlaute falsch angezeigt.
rule-not-utf8-do = Öffnen Sie die Datei im Editor und speichern Sie sie mit der Kodierung UTF-8.

check-too-large = Die Datei hat { $size } KiB, erlaubt sind höchstens { $limit } KiB
check-too-large-hint = Eine Datei enthält genau ein Angebot. Flyer und Bilder gehören als Adresse in links.
rule-too-large = Die Datei ist größer, als ein Angebot sein kann. So große Dateien enthalten meist etwas anderes, ein Bild etwa.
rule-too-large-do = Teilen Sie die Datei auf: je Angebot eine. Flyer und Bilder gehören als Adresse in links.

check-not-a-file = Das ist keine Datei, heißt aber so
check-not-a-file-hint = Benennen Sie den Ordner um oder löschen Sie ihn. Nur Dateien enden auf .toml.
rule-not-a-file = Ein Ordner oder Gerät heißt wie eine Datei des Katalogs. Lotse liest nur gewöhnliche Dateien.
rule-not-a-file-do = Benennen Sie den Ordner um oder löschen Sie ihn.

check-outside = Die Verknüpfung führt aus dem Katalogordner hinaus oder ins Leere
check-outside-hint = Legen Sie die Datei oder den Ordner selbst in den Katalogordner.
rule-outside = Eine Verknüpfung führt aus dem Katalogordner hinaus oder ins Leere. Was außerhalb liegt, liest Lotse nicht, damit niemand fremde Dateien in den Katalog ziehen kann.
rule-outside-do = Legen Sie die Datei oder den Ordner selbst in den Katalogordner.

check-unknown-file = { $kind ->
    [folder] Diesen Ordner kennt Lotse nicht, seine Dateien werden nicht gelesen
   *[other] Diese Datei kennt Lotse nicht, sie wird nicht gelesen
}
check-unknown-file-hint = { $kind ->
    [folder] Legen Sie die Dateien unmittelbar in den Ordner measures.
    [suffix] Der Name muss auf .toml enden, in Kleinbuchstaben.
   *[other] Angebote gehören in den Ordner measures. Im Ordner vocabulary haben die Dateien feste Namen.
}
rule-unknown-file = Eine Datei oder ein Ordner, den Lotse nicht kennt. Meist ist es ein Tippfehler im Namen, und der Inhalt fehlt unbemerkt.
rule-unknown-file-do = Benennen Sie die Datei richtig, verschieben oder löschen Sie sie. Angebote liegen unmittelbar in measures und enden auf .toml.

check-missing-folder = Der Ordner „{ $folder }“ fehlt
check-missing-folder-hint = Legen Sie ihn neben catalogue.toml an. Im Ordner measures hat jedes Angebot eine eigene Datei.
rule-missing-folder = Ein Ordner fehlt, den jeder Katalog hat. Ohne measures gibt es keine Angebote.
rule-missing-folder-do = Legen Sie den Ordner neben catalogue.toml an.

check-syntax = Kein gültiges TOML: { $reason }
check-syntax-hint = { $of ->
    [twice] Zum ersten Mal steht er in Zeile { $first }. Löschen oder ändern Sie eine der beiden Stellen.
    [path] Schreiben Sie { $path } in einfachen Anführungszeichen, oder jeden umgekehrten Schrägstrich doppelt.
   *[other] { "" }
}
rule-syntax = Die Datei ist kein gültiges TOML. Solange das so ist, kann Lotse das Angebot nicht lesen; weitere Fehler der Datei werden erst danach sichtbar.
rule-syntax-do = Sehen Sie sich die gezeigte Stelle und die Zeile davor an: meist fehlt ein Anführungszeichen, ein Komma oder eine Klammer.

check-unknown-key = Den Schlüssel „{ $key }“ gibt es hier nicht
check-unknown-key-hint = Alle Schlüssel stehen im Handbuch unter „Die Dateien“.
rule-unknown-key = Einen Schlüssel dieses Namens gibt es nicht. Was unter einem falschen Namen steht, wird nirgends angezeigt.
rule-unknown-key-do = Schreiben Sie den Schlüssel richtig oder löschen Sie die Zeile. Alle Schlüssel stehen im Handbuch unter „Die Dateien“.

check-misplaced-key = „{ $key }“ steht hier im falschen Abschnitt
check-misplaced-key-hint = { $home ->
    [top] Der Schlüssel gehört nach oben, vor den ersten Abschnitt in eckigen Klammern.
   *[section] Der Schlüssel gehört unter [{ $section }].
}
rule-misplaced-key = Ein Schlüssel steht im falschen Abschnitt. In TOML gehört alles unter einer Überschrift zu ihr; wer am Ende der Datei etwas anfügt, trifft daher leicht den letzten Abschnitt.
rule-misplaced-key-do = Verschieben Sie die Zeile an die genannte Stelle.

check-wrong-type = { $key }: { $part ->
    [element] In der Liste steht
   *[other] Hier steht
} { $found ->
    [string] ein Text
    [integer] eine ganze Zahl
    [float] eine Zahl mit Nachkommastellen
    [boolean] true oder false
    [datetime] { $expected ->
        [date] ein Zeitpunkt mit Uhrzeit
       *[other] ein Tag oder Zeitpunkt
    }
    [array] eine Liste
    [table] ein Abschnitt
   *[other] etwas anderes ({ $found })
}, erwartet wird { $expected ->
    [string] ein Text in Anführungszeichen
    [integer] eine ganze Zahl
    [boolean] true oder false
    [date] ein Tag
    [array] eine Liste
    [table] ein Abschnitt mit eigener Überschrift
    [tables] ein Abschnitt mit doppelten Klammern
   *[other] etwas anderes ({ $expected })
}
check-wrong-type-hint = { $expected ->
    [string] Texte stehen in geraden Anführungszeichen.
    [integer] Zahlen stehen ohne Anführungszeichen und ohne Nachkommastellen, zum Beispiel 20.
    [boolean] Schreiben Sie es ohne Anführungszeichen.
    [date] Tage stehen ohne Anführungszeichen und ohne Uhrzeit, zum Beispiel 2026-11-20.
    [array] { $found ->
        [datetime] Auch ein einzelner Tag steht in eckigen Klammern: { $key } = [2026-11-20]
       *[other] Listen stehen in eckigen Klammern: { $key } = ["…", "…"]
    }
    [tables] Jeder Eintrag hat eine Überschrift mit doppelten Klammern: [[{ $key }]]
    [table] { $part ->
        [element] Jeder Eintrag hat eine Überschrift mit doppelten Klammern: [[{ $key }]]
       *[other] Die Angaben stehen unter ihrer Überschrift: [{ $key }]
    }
   *[other] { "" }
}
rule-wrong-type = Der Wert ist von der falschen Art, ein Text statt einer Zahl etwa. Lotse rät nicht, was gemeint ist.
rule-wrong-type-do = Texte stehen in geraden Anführungszeichen, Zahlen und Tage ohne, Listen in eckigen Klammern.

check-missing-key = „{ $key }“ fehlt, die Angabe ist Pflicht
check-missing-key-hint = { $key ->
    [childcare] Ist es nicht bekannt, schreiben Sie childcare = "unknown".
    [legal_bases] Ist sie nicht bekannt, schreiben Sie legal_bases = ["unbekannt"].
   *[other] { "" }
}
rule-missing-key = Eine Pflichtangabe fehlt. Ohne sie lässt sich das Angebot nicht finden, filtern oder verantworten.
rule-missing-key-do = Tragen Sie die Angabe ein. Wo es einen Wert für „nicht bekannt“ gibt, nehmen Sie den.

check-empty = { $key ->
    [file] Die Datei ist leer
   *[other] „{ $key }“ ist leer, die Angabe ist Pflicht
}
check-empty-hint = { $key ->
    [file] Löschen Sie die Datei oder tragen Sie das Angebot ein.
    [legal_bases] Ist sie nicht bekannt, schreiben Sie legal_bases = ["unbekannt"].
   *[other] { "" }
}
rule-empty = Eine Pflichtangabe oder die ganze Datei ist leer. Leer ist so gut wie nicht da.
rule-empty-do = Tragen Sie den Wert ein, oder löschen Sie die leere Datei.

check-too-long = „{ $key }“ hat { $length } Zeichen, erlaubt sind höchstens { $limit }
check-too-long-hint = { $key ->
    [title] Ausführliches gehört in summary oder content.
    [summary] Ausführliches gehört in content.
   *[other] { "" }
}
rule-too-long = Titel oder Kurzbeschreibung sind zu lang. Der Titel muss in eine Zeile passen, die Kurzbeschreibung wird vorgelesen.
rule-too-long-do = Kürzen Sie. Ausführliches gehört in content.

check-out-of-range = „{ $key }“ muss zwischen { $min } und { $max } liegen
rule-out-of-range = Eine Zahl liegt außerhalb dessen, was sinnvoll ist. Eine Woche hat 168 Stunden; mehr ist ein Tippfehler.
rule-out-of-range-do = Berichtigen Sie die Zahl.

check-unknown-value = { $key }: Den Wert „{ $value }“ gibt es nicht
check-unknown-value-hint = Möglich sind: { $known }.
rule-unknown-value = Den Wert gibt es in seiner Liste nicht. Solche Werte sind fest, weil das Programm sie verstehen muss.
rule-unknown-value-do = Nehmen Sie einen der genannten Werte.

check-unknown-id = { $key }: „{ $id }“ gibt es nicht
check-unknown-id-hint = Die Kennungen stehen in { $key ->
    [types] vocabulary/measure_types.toml
    [target_groups] vocabulary/target_groups.toml
    [legal_bases] vocabulary/legal_bases.toml
    [modules] vocabulary/modules.toml
    [goals] vocabulary/goals.toml
    [certificates] vocabulary/certificates.toml
    [places] vocabulary/places.toml
    [region] vocabulary/places.toml
    [within] vocabulary/places.toml
    [provider] providers.toml
    [coordinator] coordinators.toml
    [substitute] coordinators.toml
   *[other] den Dateien im Ordner vocabulary
}.
rule-unknown-id = Die Kennung steht nicht im Verzeichnis, auf das sie verweist. Das Angebot würde in keinem Filter erscheinen, der danach sucht.
rule-unknown-id-do = Schreiben Sie die Kennung richtig, oder nehmen Sie sie ins Verzeichnis auf.

check-invalid-id = „{ $value }“ ist keine Kennung
check-invalid-id-hint = { $of ->
    [reference] { check-unknown-id-hint }
    [several] Jede Kennung steht für sich in Anführungszeichen: { $key } = ["…", "…"]
   *[id] Erlaubt sind Kleinbuchstaben von a bis z, Ziffern und Bindestriche, zusammen höchstens 80. Am Anfang steht kein Bindestrich, Gerätenamen von Windows wie con und nul gehen nicht.
}
rule-invalid-id = Das ist keine Kennung. Kennungen sind zugleich Dateinamen und müssen auf jedem System gehen.
rule-invalid-id-do = Nehmen Sie Kleinbuchstaben von a bis z, Ziffern und Bindestriche, höchstens 80 Zeichen.

check-id-mismatch = Die Kennung „{ $id }“ passt nicht zum Dateinamen „{ $file }“
check-id-mismatch-hint = Benennen Sie die Datei um in „{ $id }.toml“ oder ändern Sie die Kennung. Beide müssen gleich sein.
rule-id-mismatch = Die Kennung passt nicht zum Dateinamen. Ein Angebot mit zwei Namen ließe sich nicht sicher ändern.
rule-id-mismatch-do = Gleichen Sie Dateiname und id an.

check-duplicate-id = Die Kennung „{ $id }“ steht hier zum zweiten Mal
check-duplicate-id-hint = Es gilt der erste Eintrag. Geben Sie diesem eine andere Kennung oder löschen Sie ihn.
rule-duplicate-id = Dieselbe Kennung steht in einem Verzeichnis zweimal. Es gilt der erste Eintrag, der zweite ist unsichtbar.
rule-duplicate-id-do = Geben Sie dem zweiten Eintrag eine andere Kennung oder löschen Sie ihn.

check-hostile-text = Der Text enthält ein unsichtbares oder steuerndes Zeichen ({ $character })
check-hostile-text-hint = Löschen Sie das Zeichen. Am einfachsten tippen Sie die Stelle neu.
rule-hostile-text = Der Text enthält ein unsichtbares oder steuerndes Zeichen. Es kann ein Terminal fernsteuern oder Lesende täuschen.
rule-hostile-text-do = Löschen Sie das Zeichen; am einfachsten tippen Sie die Stelle neu.

check-dates-reversed = { $key }: Der letzte Tag liegt vor dem ersten
check-dates-reversed-hint = Berichtigen Sie einen der beiden Tage.
rule-dates-reversed = Der letzte Tag liegt vor dem ersten. Einer von beiden ist falsch.
rule-dates-reversed-do = Berichtigen Sie einen der beiden Tage.

check-range-reversed = { $key }: Der obere Wert liegt unter dem unteren
check-range-reversed-hint = Berichtigen Sie einen der beiden Werte.
rule-range-reversed = Der obere Wert liegt unter dem unteren. So passt das Angebot auf niemanden.
rule-range-reversed-do = Berichtigen Sie einen der beiden Werte.

check-coordinator-missing = Ein Gruppenangebot braucht eine Koordination
check-coordinator-missing-hint = Tragen Sie coordinator ein. Die Kennungen stehen in coordinators.toml.
rule-coordinator-missing = Ein Gruppenangebot hat keine Koordination. Jemand im Haus muss den Eintrag wahr halten.
rule-coordinator-missing-do = Tragen Sie coordinator ein. Die Kennungen stehen in coordinators.toml.

check-free-exceeds-places = Es sind mehr Plätze frei, als es Plätze gibt
check-free-exceeds-places-hint = Berichtigen Sie free oder places.
rule-free-exceeds-places = Es sind mehr Plätze frei, als es Plätze gibt. Eine der beiden Zahlen ist falsch.
rule-free-exceeds-places-do = Berichtigen Sie free oder places.

check-full-but-free = Das Angebot ist nach seinem Status voll, hier sind aber Plätze frei
check-full-but-free-hint = Setzen Sie status auf "running" oder free auf 0.
rule-full-but-free = Das Angebot gilt als voll und hat freie Plätze. Beides zugleich führt in der Beratung in die Irre.
rule-full-but-free-do = Setzen Sie status auf "running" oder free auf 0.

check-free-undated = Die freien Plätze haben kein Datum
check-free-undated-hint = Tragen Sie unter [capacity] ein, von welchem Tag die Zahl ist, so: as_of = 2026-11-20
rule-free-undated = Die Zahl der freien Plätze hat kein Datum. Eine Zahl ohne Tag ist schlechter als keine.
rule-free-undated-do = Tragen Sie as_of ein, den Tag, von dem die Zahl ist.

check-free-stale = Die Zahl der freien Plätze ist vom { $date } und damit veraltet
check-free-stale-hint = Fragen Sie nach und tragen Sie Zahl und Tag (as_of) neu ein.
rule-free-stale = Die Zahl der freien Plätze ist veraltet. Nach wie vielen Tagen das so ist, steht in catalogue.toml (places_after_days).
rule-free-stale-do = Fragen Sie nach und tragen Sie Zahl und Tag neu ein.

check-confirmation-overdue = Zuletzt geprüft am { $date }, die nächste Prüfung ist überfällig
check-confirmation-overdue-hint = Stimmt der Eintrag noch? Dann tragen Sie den heutigen Tag ein.
rule-confirmation-overdue = Die letzte Prüfung ist zu lange her. Nach wie vielen Tagen das so ist, steht in catalogue.toml (confirm_after_days).
rule-confirmation-overdue-do = Lesen Sie den Eintrag durch. Stimmt er noch, genügt: lotse confirm KENNUNG

check-date-in-future = Dieser Tag liegt in der Zukunft
check-date-in-future-hint = Tragen Sie den Tag ein, an dem wirklich nachgesehen wurde.
rule-date-in-future = Ein Tag liegt in der Zukunft, der nur vergangen sein kann. Niemand hat morgen nachgesehen.
rule-date-in-future-do = Tragen Sie den Tag ein, an dem wirklich nachgesehen wurde.

check-period-over = Das Angebot lief bis { $date }, nach seinem Status ist es nicht beendet
check-period-over-hint = Setzen Sie status auf "ended" oder verlängern Sie den Zeitraum.
rule-period-over = Der Zeitraum ist vorbei, der Status sagt etwas anderes. Das Angebot wird weiter gefunden, obwohl es nicht mehr läuft.
rule-period-over-do = Setzen Sie status auf "ended" oder verlängern Sie den Zeitraum.

check-period-not-begun = Das Angebot gilt als laufend, es beginnt aber erst am { $date }
check-period-not-begun-hint = Setzen Sie status auf "planned" oder berichtigen Sie den Tag.
rule-period-not-begun = Das Angebot gilt als laufend, sein Zeitraum beginnt aber erst. Wer es vermittelt, schickt jemanden zu früh.
rule-period-not-begun-do = Setzen Sie status auf "planned" oder berichtigen Sie den ersten Tag.

check-period-begun = Das Angebot gilt als geplant, es läuft aber schon seit dem { $date }
check-period-begun-hint = Setzen Sie status auf "running" oder berichtigen Sie den Tag.
rule-period-begun = Das Angebot gilt als geplant, sein Zeitraum läuft aber seit über 30 Tagen. Vermutlich läuft es längst und wird hinter laufenden einsortiert.
rule-period-begun-do = Setzen Sie status auf "running" oder berichtigen Sie den ersten Tag.

check-weeks-exceed-period = { $weeks ->
    [one] Eine Woche ist
   *[other] { $weeks } Wochen sind
} länger als der ganze Zeitraum von { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}
check-weeks-exceed-period-hint = Berichtigen Sie weeks_min oder den Zeitraum unter [period].
rule-weeks-exceed-period = Schon die kürzeste Dauer ist länger als der Zeitraum. Niemand könnte das Angebot abschließen.
rule-weeks-exceed-period-do = Berichtigen Sie weeks_min oder den Zeitraum.

check-start-outside-period = Der Start am { $date } liegt außerhalb des Zeitraums
check-start-outside-period-hint = Berichtigen Sie den Termin oder den Zeitraum unter [period].
rule-start-outside-period = Ein Starttermin liegt außerhalb des Zeitraums. Einer der Tage ist falsch, oft die Jahreszahl.
rule-start-outside-period-do = Berichtigen Sie den Termin oder den Zeitraum.

check-starts-unsorted = Die Starttermine stehen nicht in ihrer Reihenfolge
check-starts-unsorted-hint = Der früheste kommt zuerst.
rule-starts-unsorted = Die Starttermine stehen nicht in ihrer Reihenfolge. Das ist selten Absicht und verdeckt Tippfehler.
rule-starts-unsorted-do = Ordnen Sie die Termine, den frühesten zuerst.

check-starts-past = Alle Starttermine sind vorbei, der letzte war am { $date }
check-starts-past-hint = Tragen Sie die nächsten Termine ein oder löschen Sie die alten.
rule-starts-past = Alle Starttermine sind vorbei. Wer nach dem nächsten Start sucht, findet keinen.
rule-starts-past-do = Tragen Sie die nächsten Termine ein oder löschen Sie die alten.

check-legal-basis-ended = Die Rechtsgrundlage „{ $id }“ galt bis { $date }
check-legal-basis-ended-hint = Tragen Sie die heutige Rechtsgrundlage ein oder setzen Sie status auf "ended".
rule-legal-basis-ended = Die Rechtsgrundlage gilt nicht mehr. Ein Bescheid darauf wäre angreifbar.
rule-legal-basis-ended-do = Tragen Sie die heutige Rechtsgrundlage ein oder beenden Sie das Angebot.

check-legal-basis-unknown = Die Rechtsgrundlage ist nicht bekannt
check-legal-basis-unknown-hint = Fragen Sie die Koordination oder den Träger.
rule-legal-basis-unknown = Die Rechtsgrundlage ist nicht bekannt. Das ist erlaubt, soll aber nicht vergessen werden.
rule-legal-basis-unknown-do = Fragen Sie die Koordination oder den Träger.

check-coordinator-unreachable = Diese Koordination hat weder Telefon noch E-Mail
check-coordinator-unreachable-hint = Tragen Sie phone oder email ein.
rule-coordinator-unreachable = Eine Koordination hat weder Telefon noch E-Mail. Fragen zu ihren Angeboten laufen ins Leere.
rule-coordinator-unreachable-do = Tragen Sie phone oder email ein.

check-substitute-self = Diese Koordination vertritt sich selbst
check-substitute-self-hint = Nennen Sie eine andere Koordination oder löschen Sie die Zeile.
rule-substitute-self = Eine Koordination vertritt sich selbst. Dann vertritt sie niemand.
rule-substitute-self-do = Nennen Sie eine andere Koordination oder löschen Sie die Zeile.

check-coordinator-unused = Die Koordination „{ $id }“ nennt kein Angebot und keine Vertretung
check-coordinator-unused-hint = Löschen Sie den Eintrag, oder tragen Sie die Koordination bei ihren Angeboten ein.
rule-coordinator-unused = Eine Koordination, die kein Angebot und keine Vertretung nennt. Vielleicht ist sie umbenannt worden, oder ihre Angebote sind beendet. Gemeldet wird nur, wenn sich alle Angebote lesen lassen.
rule-coordinator-unused-do = Löschen Sie den Eintrag, oder tragen Sie die Koordination bei ihren Angeboten ein.

check-provider-unused = Den Träger „{ $id }“ nennt kein Angebot
check-provider-unused-hint = Löschen Sie den Eintrag, oder tragen Sie den Träger bei seinen Angeboten ein.
rule-provider-unused = Ein Träger, den kein Angebot nennt. Vielleicht ist er umbenannt worden, oder ein Angebot nennt einen falschen. Gemeldet wird nur, wenn sich alle Angebote lesen lassen.
rule-provider-unused-do = Löschen Sie den Eintrag, oder tragen Sie den Träger bei seinen Angeboten ein.

check-region-circle = Diese Region läge in sich selbst: { $circle }
check-region-circle-hint = { $key } nennt die nächstgrößere Region. Löschen Sie die Zeile dort, wo die größte dieser Regionen steht.
rule-region-circle = Eine Region liegt in sich selbst, vielleicht auf einem Umweg über andere. Dann weiß niemand, welche die größere ist und welche Angebote wen erreichen. Lotse liest solche Regionen so, als läge die erste von ihnen in keiner anderen.
rule-region-circle-do = within nennt die nächstgrößere Region. Löschen Sie die Zeile bei der größten dieser Regionen.

check-label-twice = „{ $label }“ heißt hier schon ein anderer Eintrag
check-label-twice-hint = Legen Sie die beiden zusammen, oder geben Sie einem einen anderen Namen.
rule-label-twice = Zwei Einträge eines Verzeichnisses heißen gleich. In Filtern und Tabellen lassen sie sich nicht unterscheiden.
rule-label-twice-do = Legen Sie die beiden zusammen, oder geben Sie einem einen anderen Namen.

check-title-twice = Den Titel „{ $text }“ hat auch { $other }
check-title-twice-hint = Ist es dasselbe Angebot? Sonst nehmen Sie Ort, Träger oder Zielgruppe in den Titel auf.
rule-title-twice = Zwei Angebote haben denselben Titel. Entweder ist es dasselbe zweimal, oder in der Trefferliste sieht niemand den Unterschied. Beendete Angebote zählen nicht.
rule-title-twice-do = Löschen Sie eines, oder nehmen Sie Ort, Träger oder Zielgruppe in den Titel auf.

check-measure-number-twice = Die Maßnahmenummer „{ $text }“ hat auch { $other }
check-measure-number-twice-hint = Sehen Sie im Fachverfahren nach, welche stimmt.
rule-measure-number-twice = Zwei Angebote haben dieselbe Maßnahmenummer. Mit ihr wird zugewiesen, sie darf nur eines meinen. Beendete Angebote zählen nicht.
rule-measure-number-twice-do = Sehen Sie im Fachverfahren nach und berichtigen Sie eine der beiden.

check-duplicate-value = { $key }: „{ $value }“ steht zweimal in der Liste
check-duplicate-value-hint = Löschen Sie den zweiten Wert.
rule-duplicate-value = Ein Wert steht in seiner Liste zweimal. Der zweite bewirkt nichts; meist sollte dort ein anderer stehen.
rule-duplicate-value-do = Löschen Sie den zweiten Wert.

check-client-number = { $key }: Hier steht etwas, das wie eine Kundennummer oder BG-Nummer aussieht
check-client-number-hint = In den Katalog gehören keine Daten über Kundinnen und Kunden. Löschen Sie die Nummer.
rule-client-number = Hier steht etwas, das wie eine Kundennummer oder BG-Nummer aussieht. In den Katalog gehören keine Daten über Kundinnen und Kunden, auch nicht in interne Vermerke.
rule-client-number-do = Löschen Sie die Nummer, auch aus der Vorgeschichte der Datei.

check-personal-data = { $key }: Hier steht { $kind ->
    [iban] eine Bankverbindung
    [pension] etwas, das wie eine Rentenversicherungsnummer aussieht
   *[birth] ein Geburtsdatum
}
check-personal-data-hint = In den Katalog gehören keine Daten über Menschen. Löschen Sie die Angabe.
rule-personal-data = Hier steht eine Bankverbindung, eine Versicherungsnummer oder ein Geburtsdatum. Solche Daten gehören zu einem Menschen und damit nicht in den Katalog.
rule-personal-data-do = Löschen Sie die Angabe, auch aus der Vorgeschichte der Datei.

check-internal-words = { $key }: „{ $words }“ steht hier in einem Text, den auch Kundinnen und Kunden sehen
check-internal-words-hint = Was nur fürs Haus ist, gehört nach internal_note.
rule-internal-words = Ein öffentlicher Text enthält Worte, die nur fürs Haus gedacht sind. Er wird Kundinnen und Kunden vorgelesen oder mitgegeben.
rule-internal-words-do = Verschieben Sie die Stelle nach internal_note.

check-placeholder-text = { $key }: „{ $words }“ ist ein Platzhalter
check-placeholder-text-hint = Tragen Sie die Angabe ein oder löschen Sie das Feld.
rule-placeholder-text = Hier steht ein Platzhalter statt einer Angabe. „k. A.“ oder „TODO“ sehen gefüllt aus und sagen nichts.
rule-placeholder-text-do = Tragen Sie die Angabe ein oder löschen Sie das Feld.

check-summary-thin = Die Kurzbeschreibung sagt nicht mehr als der Titel
check-summary-thin-hint = Schreiben Sie einen Satz, den man vorlesen kann.
rule-summary-thin = Die Kurzbeschreibung sagt nicht mehr als der Titel. Sie soll in einem Satz erklären, was das Angebot ist.
rule-summary-thin-do = Schreiben Sie einen Satz, den man vorlesen kann.

check-all-capitals = Der Titel steht in Großbuchstaben
check-all-capitals-hint = Schreiben Sie ihn wie einen gewöhnlichen Satz.
rule-all-capitals = Der Titel steht in Großbuchstaben. Das liest sich schwer, und Bildschirmleser buchstabieren es mitunter.
rule-all-capitals-do = Schreiben Sie den Titel wie einen gewöhnlichen Satz.

check-long-text = { $of ->
    [list] „{ $key }“ hat { $length } Einträge
   *[text] „{ $key }“ hat { $length } Zeichen
}, mehr als { $limit } liest niemand
check-long-text-hint = Kürzen Sie, oder verweisen Sie mit links auf den ganzen Text.
rule-long-text = Ein Text oder eine Liste ist zu lang für den Bildschirm. Mehr als vier Seiten liest in der Beratung niemand: 5.000 Zeichen für content, 1.500 für Bemerkungen, 240 für Zeilen, 40 Einträge für Listen.
rule-long-text-do = Kürzen Sie, oder verweisen Sie mit links auf den ganzen Text.

check-stray-blanks = „{ $key }“ hat überzählige Leerzeichen am Rand oder in der Mitte
check-stray-blanks-hint = Löschen Sie die überzähligen Leerzeichen.
rule-stray-blanks = Am Anfang, am Ende oder mehrfach hintereinander stehen Leerzeichen. Man sieht sie nicht, aber Vergleiche und Tabellen stolpern darüber.
rule-stray-blanks-do = Löschen Sie die überzähligen Leerzeichen.

check-bad-link = { $key }: Das ist keine Adresse, die Lotse öffnet
check-bad-link-hint = Adressen beginnen mit https://, http://, mailto: oder tel: und enthalten keine Leerzeichen.
rule-bad-link = Das ist keine vollständige Adresse, die Lotse öffnet. Erlaubt sind nur Adressen, die nichts auf dem Rechner ausführen.
rule-bad-link-do = Schreiben Sie die ganze Adresse: https://, http://, mailto: oder tel:, ohne Leerzeichen.

check-bad-email = { $key }: Das ist keine E-Mail-Adresse
check-bad-email-hint = Schreiben Sie genau eine Adresse, so: info@example.org
rule-bad-email = Das ist keine E-Mail-Adresse. Eine Nachricht dorthin käme nie an.
rule-bad-email-do = Schreiben Sie genau eine Adresse, so: info@example.org

check-bad-phone = { $key }: Das ist keine Telefonnummer
check-bad-phone-hint = Schreiben Sie Vorwahl und Nummer mit Ziffern. Ist keine bekannt, löschen Sie die Zeile.
rule-bad-phone = Das ist keine Telefonnummer. Sie lässt sich nicht wählen, oder ein Buchstabe steht statt einer Ziffer.
rule-bad-phone-do = Schreiben Sie Vorwahl und Nummer mit Ziffern. Ist keine bekannt, löschen Sie die Zeile.

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
