# What an entry consists of: fields with their help, closed lists, filters. Keys and values are named as in the file.

## The form: groups

form-group-name = Name and status
form-group-content = Content and goals
form-group-participants = Who it is for
form-group-law = Law, funding, certificate
form-group-access = Access and documents
form-group-people = Provider and coordinator
form-group-place = Place and childcare
form-group-schedule = Time and form
form-group-capacity = Period and places
form-group-upkeep = Upkeep and source

## The form: fields and their help

form-id = Id
form-id-help = Only lower-case letters a to z, digits and hyphens, so no spaces or umlauts: “coaching-fuer-eltern”. The file has the same name.
form-title = Title
form-title-help = The full name of the offer, at most 120 characters. It stands in the list of hits and counts most in a search.
form-short = Short name
form-short-help = The usual abbreviation, for example “AGH”. Whoever types it into the search finds the offer.
form-aliases = Other names
form-aliases-help = Names that people also search for: one on each line, for example “Ein-Euro-Job” or a former title.
form-category = Category
form-category-help = What the entry is: a measure, a project, a facility, a network … What it does goes under “Type of offer”.
form-types = Type of offer
form-types-help = What the offer does, for example “Coaching” or “Schuldnerberatung”; at least one. Caseworkers can filter by it.
form-status = Status
form-status-help = Where the offer stands at present, for example “planned” or “running”. The search leaves out what has ended or is archived.

form-summary = Summary
form-summary-help = One or two sentences in plain language, at most 300 characters. It is read out to clients.
form-content = Content
form-content-help = What happens there. Leave an empty line between paragraphs; lines that begin with a hyphen and a space become a list.
form-modules = Modules
form-modules-help = The parts of the offer, for example “Bewerbung” or “EDV-Grundlagen”; several are possible. Caseworkers can filter by it.
form-goals = Goals
form-goals-help = Where the offer is meant to lead, for example “Arbeit aufnehmen”; several are possible. Caseworkers can filter by it.

form-target_groups = Target groups
form-target_groups-help = Whom the offer is meant for, for example “Alleinerziehende”; at least one group. Caseworkers filter by this.
form-admission = Requirements
form-admission-help = What people have to meet, in whole sentences; clients can read this. Please enter age and German in their own fields as well.
form-exclusion = Restrictions
form-exclusion-help = Who cannot take part, in whole sentences: “The offer is for women only.” Clients can read this.
form-eligibility-age_min = Minimum age
form-eligibility-age_min-help = The age from which people can take part, as a number, for example 18. Leave it empty if there is no limit.
form-eligibility-age_max = Maximum age
form-eligibility-age_max-help = The last age at which people can still take part: for “under 25” this is 24. Leave it empty if there is no limit.
form-eligibility-german_min = German at least
form-eligibility-german_min-help = The level people have to bring along, for example A2; “none” means: no German needed. Caseworkers filter by this.
form-eligibility-german_target = Language goal
form-eligibility-german_target-help = The level people reach by the end, for example B1. It is not below “German at least”.
form-eligibility-benefits = Benefits
form-eligibility-benefits-help = Who may come: people on SGB II, people on SGB III or people without benefits; several are possible.

form-legal_bases = Legal basis
form-legal_bases-help = What the offer rests on, for example § 16d SGB II; at least one. “Unbekannt” (unknown) is allowed, and Lotse reports it.
form-legal_note = On the legal basis
form-legal_note-help = What there is to say about it, for example “Not named in the source”. Also visible in the client view.
form-funding = Funding
form-funding-help = How the offer is paid for, for example “tender” or “free of charge”. Leave it empty if this is not known.
form-measure_number = Measure number
form-measure_number-help = The number of the measure in the case system, for example “M-00-00000”. Never the number of a client or household.
form-certificates = Certificate
form-certificates-help = What people have in hand at the end, for example “Teilnahmebescheinigung”; several are possible.

form-access_route = How to get in
form-access_route-help = The steps that lead in: “A talk with the caseworker, then a referral.” Clients can read this.
form-waiting_time = Waiting time
form-waiting_time-help = How long it takes until the start, in words, for example “about four weeks until the placement test”.
form-documents = Documents
form-documents-help = What to bring along: one document on each line, for example “CV”.
form-links = Web addresses
form-links-help = One address on each line, such as https://example.org/flyer.pdf. It begins with https://, http://, mailto: or tel:.

form-provider = Provider
form-provider-help = Who carries out the offer, from the list of providers. Their phone and e-mail appear by themselves.
form-coordinator = Coordinator
form-coordinator-help = Who looks after the entry in the house, from the list. A group offer needs one. Hidden in the client view.
form-contact-name = Contact
form-contact-name-help = The contact point at the provider, for example “Participant advice”: a function, not a private person. Clients can see it.
form-contact-phone = Contact's phone
form-contact-phone-help = The number of the contact point, for example “0000 000-000”, not a private one. Clients can see it.
form-contact-email = Contact's e-mail
form-contact-email-help = The mailbox of the contact point, for example “advice@example.org”, not a private one. Clients can see it.

form-places = Place (town, district)
form-places-help = Where the offer takes place, at least one from the list; a whole district is possible too. The region follows from it.
form-childcare = Childcare
form-childcare-help = How children are looked after during this time. “None” means: there certainly is none. If it is not known, choose “unknown”.
form-accessibility = Accessibility
form-accessibility-help = Whether people can get in without steps. “Not accessible” means: certainly not. If it is not known, choose “unknown”.
form-accessibility_note = On accessibility
form-accessibility_note-help = What else matters about it, in words, for example “Lift in the courtyard, accessible toilet on the first floor”.

form-schedule-setting = Individual or group
form-schedule-setting-help = Whether people take part alone, in a group or both. A group offer needs a coordinator.
form-schedule-delivery = Form of delivery
form-schedule-delivery-help = How the offer takes place, for example “in person”, “online” or “outreach”. Caseworkers can filter by it.
form-schedule-time_model = Time model
form-schedule-time_model-help = How much time the offer takes, for example “part time” or “by the hour”. Caseworkers can filter by it.
form-schedule-hours_per_week = Hours per week
form-schedule-hours_per_week-help = A whole number, for example 20. Leave it empty if it differs from person to person.
form-schedule-times_of_day = Time of day
form-schedule-times_of_day-help = When in the day the offer takes place, for example “mornings”; several are possible. This helps everyone who looks after children.
form-schedule-weeks_min = Minimum weeks
form-schedule-weeks_min-help = How long a person takes part at least, as a whole number, for example 8. If the length is fixed, both numbers are the same.
form-schedule-weeks_max = Maximum weeks
form-schedule-weeks_max-help = How long a person takes part at most, as a whole number; half a year is 26. Not less than the minimum.
form-schedule-entry = Entry
form-schedule-entry-help = When people can begin, for example “at any time” or “on fixed dates”. The days themselves go under “Start dates”.
form-schedule-start_dates = Start dates
form-schedule-start_dates-help = The days on which it begins: 11.1.2027 or 2027-01-11. Separate several with commas.

form-period-from = Period from
form-period-from-help = The first day of the offer as a whole: 1.1.2027 or 2027-01-01. Leave it empty if there is none.
form-period-until = Period until
form-period-until-help = The last day of the offer as a whole: 31.12.2027 or 2027-12-31. Once it is past and the status is not “ended”, Lotse reports it.
form-capacity-places = Places in total
form-capacity-places-help = How many places there are altogether, free and taken, as a number, for example 16.
form-capacity-free = Free places
form-capacity-free-help = As a number; 0 means: no place free. When it changes, “Places as of” sets itself to today. Without that day Lotse reports it.
form-capacity-waiting = Waiting list
form-capacity-waiting-help = How many people are waiting for a place: only the number, never names.
form-capacity-as_of = Places as of
form-capacity-as_of-help = The day for which the free places are right: 14.11.2026 or 2026-11-14. Sets itself to today as soon as their number changes.

form-confirmed-on = Last confirmed on
form-confirmed-on-help = The day on which the coordinator last said: “This is still true.” Not the day of the last change.
form-confirmed-by = Last confirmed by
form-confirmed-by-help = The id of the coordinator or initials, for example “koordination-frauen”. Visible to staff only.
form-internal_note = Internal note
form-internal_note-help = Visible to staff only, never in the client view or on the handout. Nothing about individual clients.
form-source = Source
form-source-help = Where the facts come from, with year and section: “Arbeitsmarktprogramm 2026, section 5”. Also visible in the client view.

## Closed lists

category-measure = measure
category-instrument = instrument
category-service = service
category-project = project
category-programme = programme
category-facility = facility
category-procedure = procedure
category-network = network
category-team = team
category-channel = channel
category-module = module

status-idea = idea
status-review = under review
status-tender = out to tender
status-planned = planned
status-running = running
status-paused = paused
status-full = full
status-ending = ending
status-ended = ended
status-archived = archived

funding-tender = tender
funding-avgs = activation and placement voucher (AVGS)
funding-voucher = voucher
funding-grant = grant
funding-wage_subsidy = wage subsidy
funding-benefit = benefit to the person
funding-free = free of charge
funding-paid = to be paid for

childcare-on_site = on site
childcare-attached = attached
childcare-arranged = arranged
childcare-cost_covered = costs are covered
childcare-not_needed = not needed
childcare-none = none
childcare-unknown = unknown

accessibility-step_free = step-free
accessibility-partly = partly step-free
accessibility-none = not accessible
accessibility-unknown = unknown

german-none = none
german-alpha = literacy course
german-A1 = A1
german-A2 = A2
german-B1 = B1
german-B2 = B2
german-C1 = C1
german-C2 = C2

benefits-sgb2 = SGB II
benefits-sgb3 = SGB III
benefits-none = without benefits

setting-individual = individual
setting-group = group
setting-mixed = individual and group
setting-unknown = unknown

delivery-in_person = in person
delivery-online = online
delivery-hybrid = partly online
delivery-distance = distance learning
delivery-outreach = outreach
delivery-phone = by phone
delivery-unknown = unknown

time_model-full_time = full time
time_model-part_time = part time
time_model-flexible = flexible
time_model-hourly = by the hour
time_model-block = in blocks
time_model-weekend = at the weekend
time_model-on_request = by arrangement
time_model-unknown = unknown

time_of_day-all_day = all day
time_of_day-morning = mornings
time_of_day-afternoon = afternoons
time_of_day-evening = evenings
time_of_day-weekend = at the weekend

entry-rolling = at any time
entry-fixed = on fixed dates
entry-monthly = monthly
entry-quarterly = quarterly
entry-on_request = by arrangement
entry-closed = not at present
entry-unknown = unknown

direction-both = both ways
direction-to_term = only to the main term
direction-none = not at all

## Kinds, filters and places of a hit

kind-measure = Offers
kind-target_group = Target groups
kind-coordinator = Coordinators
kind-provider = Providers

filter-target_group = Target group
filter-type = Type
filter-category = Category
filter-legal_basis = Legal basis
filter-place = Place
filter-region = Region
filter-provider = Provider
filter-coordinator = Coordinator
filter-module = Module
filter-goal = Goal
filter-time_model = Time model
filter-setting = Individual or group
filter-delivery = Delivery
filter-childcare = Childcare
filter-status = Status
filter-free = Free places
filter-german = German
filter-age = Age
filter-starts_before = Start
filter-only = only { $value }
filter-any = yes
age-under = under { $age }
age-from = from { $age }
age-between = { $from } to { $to }
start-now = at once
start-weeks = within 4 weeks
start-months = within 3 months
start-half-year = within 6 months
start-before = before { $day }
start-from = from { $day }
start-between = { $from } to { $to }

free-yes = yes
free-no = no
free-unknown = unknown

part-name = title
part-alias = other name
part-legal = legal basis
part-label = keyword
part-summary = summary
part-body = text

## The fields of an entry

field-aliases = Other names
field-types = Type
field-goals = Goals
field-content = Content
field-modules = Modules
field-target_groups = Target groups
field-admission = Requirements
field-exclusion = Restrictions
field-legal_bases = Legal basis
field-funding = Funding
field-measure_number = Measure number
field-certificates = Certificate
field-access_route = How to get in
field-waiting_time = Waiting time
field-documents = Documents
field-links = Web addresses
field-provider = Provider
field-coordinator = Coordinator
field-places = Place
field-childcare = Childcare
field-accessibility = Accessibility
field-internal_note = Internal note
field-source = Source
field-age = Age
field-german_min = German at least
field-german_target = Language goal
field-benefits = Benefits
field-setting = Individual or group
field-delivery = Delivery
field-time_model = Time model
field-weeks = Length in weeks
field-entry = Entry
field-period = Period
field-places_total = Places
field-contact = Contact
field-phone = Phone
field-email = E-mail
field-confirmed = Last confirmed
field-team = Team
field-substitute = Substitute
field-url = Website

## Filters of the command line, where there is more to say than their name

cli-search-type = Type of the offer
cli-search-category = Category of the entry
cli-search-legal-basis = Legal basis, also as a paragraph: “§ 16d”
cli-search-setting = Individual or in a group
cli-search-delivery = Form
cli-search-free = Only offers with free places
cli-search-german = The person's level of German
cli-search-age = The person's age
cli-search-starts-before = Starts before this day, for example 2027-01-31

## The facts of an offer

fact-free = Places
fact-start = Start
fact-place = Place
fact-time = Time
fact-childcare = Children
fact-access = Access
fact-contact = Contact
fact-free-of = { $free } free (as of { $date })
fact-waiting = { $count ->
    [one] 1 person waiting
   *[other] { $count } waiting
}
fact-start-fixed = fixed dates, the next one is open
fact-documents = bring along: { $documents }
availability-waiting = waiting list or pause
availability-not-yet = not available yet
availability-over = not available any more
