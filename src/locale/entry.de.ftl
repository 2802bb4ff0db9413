# Woraus ein Eintrag besteht: Felder mit ihren Hilfen, feste Listen, Filter. Schlüssel und Werte heißen wie in der Datei.

## Das Formular: Gruppen

form-group-name = Name und Status
form-group-content = Inhalt und Ziele
form-group-participants = Für wen
form-group-law = Recht, Förderung, Abschluss
form-group-access = Zugang und Unterlagen
form-group-people = Träger und Koordination
form-group-place = Ort und Kinderbetreuung
form-group-schedule = Zeit und Form
form-group-capacity = Zeitraum und Plätze
form-group-upkeep = Stand und Herkunft

## Das Formular: Felder und ihre Hilfe

form-id = Kennung
form-id-help = Nur Kleinbuchstaben a bis z, Ziffern und Bindestriche, also keine Leerzeichen und Umlaute: „coaching-fuer-eltern“. So heißt auch die Datei.
form-title = Titel
form-title-help = Der volle Name des Angebots, höchstens 120 Zeichen. Er steht in der Trefferliste und zählt bei der Suche am meisten.
form-short = Kurzname
form-short-help = Die gebräuchliche Abkürzung, zum Beispiel „AGH“. Wer sie in die Suche tippt, findet das Angebot.
form-aliases = Andere Namen
form-aliases-help = Namen, unter denen noch gesucht wird: je Zeile einer, zum Beispiel „Ein-Euro-Job“ oder ein früherer Titel.
form-category = Art des Eintrags
form-category-help = Was der Eintrag ist: Maßnahme, Projekt, Einrichtung, Netzwerk … Was er bewirkt, steht unter „Typ des Angebots“.
form-types = Typ des Angebots
form-types-help = Was das Angebot tut, zum Beispiel „Coaching“ oder „Schuldnerberatung“; mindestens einer. Danach lässt sich filtern.
form-status = Status
form-status-help = Wo das Angebot gerade steht, zum Beispiel „geplant“ oder „läuft“. Was beendet oder archiviert ist, blendet die Suche aus.

form-summary = Kurztext
form-summary-help = Ein bis zwei Sätze in einfacher Sprache, höchstens 300 Zeichen. Wird Kundinnen und Kunden vorgelesen.
form-content = Inhalt
form-content-help = Was dort geschieht. Absätze trennt eine Leerzeile; Zeilen, die mit Bindestrich und Leerzeichen beginnen, werden zur Aufzählung.
form-modules = Bausteine
form-modules-help = Die Teile des Angebots, zum Beispiel „Bewerbung“ oder „EDV-Grundlagen“; mehrere sind möglich. Danach lässt sich filtern.
form-goals = Ziele
form-goals-help = Wohin das Angebot führen soll, zum Beispiel „Arbeit aufnehmen“; mehrere sind möglich. Danach lässt sich filtern.

form-target_groups = Zielgruppen
form-target_groups-help = Für wen das Angebot gedacht ist, zum Beispiel „Alleinerziehende“; mindestens eine Gruppe. Danach wird im Gespräch gefiltert.
form-admission = Voraussetzungen
form-admission-help = Was man erfüllen muss, in ganzen Sätzen; Kundinnen und Kunden lesen mit. Alter und Deutsch bitte auch in ihre eigenen Felder.
form-exclusion = Einschränkungen
form-exclusion-help = Wer nicht teilnehmen kann, in ganzen Sätzen: „Das Angebot ist nur für Frauen.“ Kundinnen und Kunden lesen mit.
form-eligibility-age_min = Mindestalter
form-eligibility-age_min-help = Das Alter, ab dem man teilnehmen kann, als Zahl, zum Beispiel 18. Gibt es keine Grenze, bleibt das Feld leer.
form-eligibility-age_max = Höchstalter
form-eligibility-age_max-help = Das Alter, bis zu dem man noch teilnehmen kann: Bei „unter 25“ ist das 24. Gibt es keine Grenze, bleibt das Feld leer.
form-eligibility-german_min = Deutsch mindestens
form-eligibility-german_min-help = Die Stufe, die man mitbringen muss, zum Beispiel A2; „keine“ heißt: auch ohne Deutsch. Danach wird im Gespräch gefiltert.
form-eligibility-german_target = Sprachziel
form-eligibility-german_target-help = Die Stufe, die man am Ende erreicht, zum Beispiel B1. Sie liegt nicht unter „Deutsch mindestens“.
form-eligibility-benefits = Leistungsbezug
form-eligibility-benefits-help = Wem das Angebot offensteht: mit SGB II, mit SGB III oder ohne Leistungsbezug; mehrere sind möglich.

form-legal_bases = Rechtsgrundlage
form-legal_bases-help = Worauf das Angebot beruht, zum Beispiel § 16d SGB II; mindestens eine. „Unbekannt“ ist erlaubt, und Lotse meldet es.
form-legal_note = Zur Rechtsgrundlage
form-legal_note-help = Was dazu zu sagen ist, zum Beispiel „In der Quelle nicht genannt“. Auch in der Kundenansicht sichtbar.
form-funding = Förderung
form-funding-help = Wie das Angebot bezahlt wird, zum Beispiel „Ausschreibung“ oder „kostenfrei“. Ist es nicht bekannt, bleibt das Feld leer.
form-measure_number = Maßnahmenummer
form-measure_number-help = Die Nummer der Maßnahme im Fachverfahren, zum Beispiel „M-00-00000“. Niemals eine Kundennummer oder BG-Nummer.
form-certificates = Abschluss
form-certificates-help = Was man am Ende in der Hand hat, zum Beispiel „Teilnahmebescheinigung“; mehrere sind möglich.

form-access_route = Zugangsweg
form-access_route-help = Wie man hineinkommt: „Gespräch mit der persönlichen Ansprechperson, danach Zuweisung.“ Kundinnen und Kunden lesen mit.
form-waiting_time = Wartezeit
form-waiting_time-help = Wie lange es bis zum Beginn dauert, in Worten, zum Beispiel „etwa vier Wochen bis zum Einstufungstest“.
form-documents = Unterlagen
form-documents-help = Was mitzubringen ist: je Zeile eine Unterlage, zum Beispiel „Lebenslauf“.
form-links = Adressen im Netz
form-links-help = Je Zeile eine Adresse, etwa https://example.org/flyer.pdf. Sie beginnt mit https://, http://, mailto: oder tel:.

form-provider = Träger
form-provider-help = Der Träger, der das Angebot durchführt, aus der Liste. Telefon und E-Mail des Trägers erscheinen von selbst.
form-coordinator = Koordination
form-coordinator-help = Wer im Haus den Eintrag pflegt, aus der Liste. Ein Gruppenangebot braucht eine Koordination. In der Kundenansicht verborgen.
form-contact-name = Ansprechstelle
form-contact-name-help = Die Stelle beim Träger, zum Beispiel „Teilnahmeberatung“: eine Funktion, keine Privatperson. Kundinnen und Kunden sehen sie.
form-contact-phone = Telefon Ansprechstelle
form-contact-phone-help = Die Nummer der Ansprechstelle, zum Beispiel „0000 000-000“, keine private. Kundinnen und Kunden sehen sie.
form-contact-email = E-Mail Ansprechstelle
form-contact-email-help = Das Postfach der Ansprechstelle, zum Beispiel „beratung@example.org“, kein privates. Kundinnen und Kunden sehen es.

form-places = Ort
form-places-help = Wo das Angebot stattfindet, mindestens ein Ort aus der Liste; auch ein ganzer Kreis ist möglich. Die Region folgt daraus.
form-childcare = Kinderbetreuung
form-childcare-help = Wie Kinder in dieser Zeit betreut werden. „Keine“ heißt: Es gibt sicher keine. Ist es nicht bekannt, wählen Sie „unbekannt“.
form-accessibility = Barrierefreiheit
form-accessibility-help = Ob man ohne Stufen hineinkommt. „Nicht barrierefrei“ heißt: sicher nicht. Ist es nicht bekannt, wählen Sie „unbekannt“.
form-accessibility_note = Zur Barrierefreiheit
form-accessibility_note-help = Was dazu wichtig ist, in Worten, zum Beispiel „Aufzug im Hof, barrierefreies WC im ersten Stock“.

form-schedule-setting = Einzeln oder Gruppe
form-schedule-setting-help = Ob man einzeln, in der Gruppe oder auf beide Arten teilnimmt. Ein Gruppenangebot braucht eine Koordination.
form-schedule-delivery = Form der Durchführung
form-schedule-delivery-help = Wie das Angebot stattfindet, zum Beispiel „in Präsenz“, „online“ oder „aufsuchend“. Danach lässt sich filtern.
form-schedule-time_model = Zeitmodell
form-schedule-time_model-help = Wie viel Zeit das Angebot braucht, zum Beispiel „Teilzeit“ oder „stundenweise“. Danach lässt sich filtern.
form-schedule-hours_per_week = Stunden je Woche
form-schedule-hours_per_week-help = Eine ganze Zahl, zum Beispiel 20. Ist es von Person zu Person verschieden, bleibt das Feld leer.
form-schedule-times_of_day = Tageszeit
form-schedule-times_of_day-help = Wann am Tag das Angebot stattfindet, zum Beispiel „vormittags“; mehrere sind möglich. Das hilft allen, die Kinder betreuen.
form-schedule-weeks_min = Mindestdauer in Wochen
form-schedule-weeks_min-help = Wie lange eine Person mindestens teilnimmt, als ganze Zahl, zum Beispiel 8. Bei fester Dauer sind beide Zahlen gleich.
form-schedule-weeks_max = Höchstdauer in Wochen
form-schedule-weeks_max-help = Wie lange eine Person höchstens teilnimmt, als ganze Zahl; ein halbes Jahr sind 26. Nicht kleiner als die Mindestdauer.
form-schedule-entry = Einstieg
form-schedule-entry-help = Wann man anfangen kann, zum Beispiel „jederzeit“ oder „zu festen Terminen“. Die Tage selbst stehen unter „Starttermine“.
form-schedule-start_dates = Starttermine
form-schedule-start_dates-help = Die Tage, an denen es losgeht: 11.1.2027 oder 2027-01-11. Mehrere trennt ein Komma.

form-period-from = Zeitraum von
form-period-from-help = Der erste Tag des Angebots im Ganzen: 1.1.2027 oder 2027-01-01. Steht keiner fest, bleibt das Feld leer.
form-period-until = Zeitraum bis
form-period-until-help = Der letzte Tag des Angebots im Ganzen: 31.12.2027 oder 2027-12-31. Ist er vorbei und der Status nicht „beendet“, meldet Lotse das.
form-capacity-places = Plätze insgesamt
form-capacity-places-help = Wie viele Plätze es im Ganzen gibt, freie und belegte, als Zahl, zum Beispiel 16.
form-capacity-free = Freie Plätze
form-capacity-free-help = Als Zahl; 0 heißt: kein Platz frei. Ändert sich die Zahl, stellt sich „Stand der Plätze“ auf heute. Ohne diesen Tag meldet Lotse sie.
form-capacity-waiting = Warteliste
form-capacity-waiting-help = Wie viele Menschen auf einen Platz warten: nur die Zahl, niemals Namen.
form-capacity-as_of = Stand der Plätze
form-capacity-as_of-help = Der Tag, von dem die freien Plätze sind: 14.11.2026 oder 2026-11-14. Stellt sich auf heute, sobald sich deren Zahl ändert.

form-confirmed-on = Zuletzt geprüft am
form-confirmed-on-help = Der Tag, an dem die Koordination zuletzt sagte: „Das stimmt noch.“ Nicht der Tag der letzten Änderung.
form-confirmed-by = Zuletzt geprüft von
form-confirmed-by-help = Die Kennung der Koordination oder ein Kürzel, zum Beispiel „koordination-frauen“. Nur intern sichtbar.
form-internal_note = Interne Notiz
form-internal_note-help = Nur intern sichtbar, nie in der Kundenansicht oder auf dem Handzettel. Nichts über einzelne Kundinnen und Kunden.
form-source = Quelle
form-source-help = Woher die Angaben stammen, mit Jahr und Abschnitt: „Arbeitsmarktprogramm 2026, Abschnitt 5“. Auch in der Kundenansicht sichtbar.

## Feste Listen

category-measure = Maßnahme
category-instrument = Instrument
category-service = Dienstleistung
category-project = Projekt
category-programme = Programm
category-facility = Einrichtung
category-procedure = Verfahren
category-network = Netzwerk
category-team = Team
category-channel = Kontaktweg
category-module = Baustein

status-idea = Idee
status-review = in Prüfung
status-tender = in Ausschreibung
status-planned = geplant
status-running = läuft
status-paused = pausiert
status-full = voll belegt
status-ending = läuft aus
status-ended = beendet
status-archived = archiviert

funding-tender = Ausschreibung
funding-avgs = Aktivierungs- und Vermittlungsgutschein (AVGS)
funding-voucher = Gutschein
funding-grant = Zuwendung
funding-wage_subsidy = Lohnkostenzuschuss
funding-benefit = Leistung an die Person
funding-free = kostenfrei
funding-paid = kostenpflichtig

childcare-on_site = vor Ort
childcare-attached = angegliedert
childcare-arranged = wird vermittelt
childcare-cost_covered = Kosten werden übernommen
childcare-not_needed = nicht nötig
childcare-none = keine
childcare-unknown = unbekannt

accessibility-step_free = stufenlos
accessibility-partly = teilweise stufenlos
accessibility-none = nicht barrierefrei
accessibility-unknown = unbekannt

german-none = keine
german-alpha = Alphabetisierung
german-A1 = A1
german-A2 = A2
german-B1 = B1
german-B2 = B2
german-C1 = C1
german-C2 = C2

benefits-sgb2 = SGB II
benefits-sgb3 = SGB III
benefits-none = ohne Leistungsbezug

setting-individual = einzeln
setting-group = Gruppe
setting-mixed = einzeln und Gruppe
setting-unknown = unbekannt

delivery-in_person = in Präsenz
delivery-online = online
delivery-hybrid = teils online
delivery-distance = Fernunterricht
delivery-outreach = aufsuchend
delivery-phone = telefonisch
delivery-unknown = unbekannt

time_model-full_time = Vollzeit
time_model-part_time = Teilzeit
time_model-flexible = flexibel
time_model-hourly = stundenweise
time_model-block = in Blöcken
time_model-weekend = am Wochenende
time_model-on_request = nach Absprache
time_model-unknown = unbekannt

time_of_day-all_day = ganztags
time_of_day-morning = vormittags
time_of_day-afternoon = nachmittags
time_of_day-evening = abends
time_of_day-weekend = am Wochenende

entry-rolling = jederzeit
entry-fixed = zu festen Terminen
entry-monthly = monatlich
entry-quarterly = vierteljährlich
entry-on_request = nach Absprache
entry-closed = derzeit nicht
entry-unknown = unbekannt

direction-both = in beide Richtungen
direction-to_term = nur zum Hauptbegriff
direction-none = gar nicht

## Listen, Filter und Fundstellen

kind-measure = Angebote
kind-target_group = Zielgruppen
kind-coordinator = Koordination
kind-provider = Träger

filter-target_group = Zielgruppe
filter-type = Typ
filter-category = Art
filter-legal_basis = Rechtsgrundlage
filter-place = Ort
filter-region = Region
filter-provider = Träger
filter-coordinator = Koordination
filter-module = Baustein
filter-goal = Ziel
filter-time_model = Zeitmodell
filter-setting = Einzeln oder Gruppe
filter-delivery = Form
filter-childcare = Kinderbetreuung
filter-status = Status
filter-free = Freie Plätze
filter-german = Deutsch
filter-age = Alter
filter-starts_before = Beginn
filter-only = nur { $value }
filter-any = ja
age-under = unter { $age }
age-from = ab { $age }
age-between = { $from } bis { $to }
start-now = sofort
start-weeks = in den nächsten 4 Wochen
start-months = in den nächsten 3 Monaten
start-half-year = in den nächsten 6 Monaten
start-before = vor { $day }
start-from = ab { $day }
start-between = { $from } bis { $to }

free-yes = ja
free-no = nein
free-unknown = unbekannt

part-name = Titel
part-alias = anderer Name
part-legal = Rechtsgrundlage
part-label = Schlagwort
part-summary = Kurztext
part-body = Text

## Angaben eines Eintrags

field-aliases = Andere Namen
field-types = Typ
field-goals = Ziele
field-content = Inhalt
field-modules = Bausteine
field-target_groups = Zielgruppen
field-admission = Voraussetzungen
field-exclusion = Einschränkungen
field-legal_bases = Rechtsgrundlage
field-funding = Förderung
field-measure_number = Maßnahmenummer
field-certificates = Abschluss
field-access_route = Zugangsweg
field-waiting_time = Wartezeit
field-documents = Unterlagen
field-links = Adressen im Netz
field-provider = Träger
field-coordinator = Koordination
field-places = Ort
field-childcare = Kinderbetreuung
field-accessibility = Barrierefreiheit
field-internal_note = Interne Notiz
field-source = Quelle
field-age = Alter
field-german_min = Deutsch mindestens
field-german_target = Sprachziel
field-benefits = Leistungsbezug
field-setting = Einzeln oder Gruppe
field-delivery = Form
field-time_model = Zeitmodell
field-weeks = Dauer in Wochen
field-entry = Einstieg
field-period = Zeitraum
field-places_total = Plätze
field-contact = Ansprechstelle
field-phone = Telefon
field-email = E-Mail
field-confirmed = Zuletzt geprüft
field-team = Team
field-substitute = Vertretung
field-url = Internet

## Filter der Befehlszeile, wo mehr als ihr Name zu sagen ist

cli-search-type = Typ des Angebots
cli-search-category = Art des Eintrags
cli-search-legal-basis = Rechtsgrundlage, auch als Paragraf: "§ 16d"
cli-search-setting = Einzeln oder in der Gruppe
cli-search-delivery = Form
cli-search-free = Nur Angebote mit freien Plätzen
cli-search-german = Deutschkenntnisse der Person
cli-search-age = Alter der Person
cli-search-starts-before = Beginn vor diesem Tag, zum Beispiel 2027-01-31

## Die Eckdaten eines Angebots

fact-free = Plätze
fact-start = Start
fact-place = Ort
fact-time = Zeit
fact-childcare = Kinder
fact-access = Zugang
fact-contact = Kontakt
fact-free-of = { $free } frei (Stand { $date })
fact-waiting = { $count ->
    [one] 1 Person wartet
   *[other] { $count } warten
}
fact-start-fixed = feste Termine, der nächste steht nicht fest
fact-documents = mitbringen: { $documents }
availability-waiting = Warteliste oder Pause
availability-not-yet = noch nicht verfügbar
availability-over = nicht mehr verfügbar
