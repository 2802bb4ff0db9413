## The rules of “lotse check”

# For each code: rule-<code> says in its first sentence what is meant, then why; rule-<code>-do says what to do.
# check-<code> is the message at the place, check-<code>-hint the advice. Keys and values are named as in the file.

check-unreadable = The file cannot be read: { $reason }
check-unreadable-hint = See whether the file is still there and whether you may read it.
rule-unreadable = The file cannot be read. Its offer is missing from the search until it can.
rule-unreadable-do = See whether the file still exists, whether the network drive is connected and whether you may read it.

check-not-utf8 = The file is not saved as UTF-8, this character cannot be read
check-not-utf8-hint = Save the file in your editor with the encoding UTF-8.
rule-not-utf8 = The file is not saved as UTF-8. In another encoding umlauts would be shown wrongly.
rule-not-utf8-do = Open the file in an editor and save it with the encoding UTF-8.

check-too-large = The file has { $size } KiB, at most { $limit } KiB are allowed
check-too-large-hint = A file holds exactly one offer. Flyers and pictures belong in links, as addresses.
rule-too-large = The file is larger than an offer can be. Such large files mostly hold something else, a picture for example.
rule-too-large-do = Split the file: one for each offer. Flyers and pictures belong into links, as addresses.

check-not-a-file = This is not a file, but is named like one
check-not-a-file-hint = Rename the folder or delete it. Only files end in .toml.
rule-not-a-file = A folder or device is named like a file of the catalogue. Lotse reads ordinary files only.
rule-not-a-file-do = Rename the folder or delete it.

check-outside = The link leads out of the catalogue folder or to nothing
check-outside-hint = Put the file or folder itself into the catalogue folder.
rule-outside = A link leads out of the catalogue folder or nowhere. Lotse does not read what lies outside, so that nobody can draw other people's files into the catalogue.
rule-outside-do = Put the file or folder itself into the catalogue folder.

check-unknown-file = { $kind ->
    [folder] Lotse does not know this folder and does not read its files
   *[other] Lotse does not know this file and does not read it
}
check-unknown-file-hint = { $kind ->
    [folder] Put the files into the folder measures itself.
    [suffix] The name has to end in .toml, in lower-case letters.
   *[other] Offers belong in the folder measures. In the folder vocabulary the files have fixed names.
}
rule-unknown-file = A file or folder that Lotse does not know. Mostly it is a slip in the name, and what it holds is missing unnoticed.
rule-unknown-file-do = Name the file rightly, move or delete it. Offers lie immediately in measures and end in .toml.

check-missing-folder = The folder “{ $folder }” is missing
check-missing-folder-hint = Create it beside catalogue.toml. In the folder measures each offer has a file of its own.
rule-missing-folder = A folder is missing that every catalogue has. Without measures there are no offers.
rule-missing-folder-do = Make the folder beside catalogue.toml.

check-syntax = Not valid TOML: { $reason }
check-syntax-hint = { $of ->
    [twice] It stands first in line { $first }. Delete or change one of the two.
    [path] Write { $path } in single quotes, or each backslash twice.
   *[other] { "" }
}
rule-syntax = The file is not valid TOML. As long as that is so Lotse cannot read the offer; further faults of the file can be seen only afterwards.
rule-syntax-do = Look at the place shown and the line before it: mostly a quotation mark, a comma or a bracket is missing.

check-unknown-key = There is no key “{ $key }” here
check-unknown-key-hint = The handbook names all keys (“Die Dateien”).
rule-unknown-key = There is no key of this name. What stands under a wrong name is shown nowhere.
rule-unknown-key-do = Spell the key rightly or delete the line. All keys are in the manual under “Die Dateien”.

check-misplaced-key = “{ $key }” is in the wrong section here
check-misplaced-key-hint = { $home ->
    [top] The key belongs to the top, before the first section in square brackets.
   *[section] The key belongs below [{ $section }].
}
rule-misplaced-key = A key stands in the wrong section. In TOML everything below a heading belongs to it; whoever adds a line at the end of the file easily hits the last section.
rule-misplaced-key-do = Move the line to the place named.

check-wrong-type = { $key }: { $part ->
    [element] in the list is
   *[other] here is
} { $found ->
    [string] a text
    [integer] a whole number
    [float] a number with decimals
    [boolean] true or false
    [datetime] { $expected ->
        [date] a day with a time
       *[other] a day or time
    }
    [array] a list
    [table] a section
   *[other] something else ({ $found })
}, expected is { $expected ->
    [string] a text in quotation marks
    [integer] a whole number
    [boolean] true or false
    [date] a day
    [array] a list
    [table] a section with a heading of its own
    [tables] a section in double brackets
   *[other] something else ({ $expected })
}
check-wrong-type-hint = { $expected ->
    [string] Texts stand in straight quotation marks.
    [integer] Numbers stand without quotation marks and without decimals, for example 20.
    [boolean] Write it without quotation marks.
    [date] Days stand without quotation marks and without a time, for example 2026-11-20.
    [array] { $found ->
        [datetime] Even a single day stands in square brackets: { $key } = [2026-11-20]
       *[other] Lists stand in square brackets: { $key } = ["…", "…"]
    }
    [tables] Each item has a heading in double brackets: [[{ $key }]]
    [table] { $part ->
        [element] Each item has a heading in double brackets: [[{ $key }]]
       *[other] The values stand below their heading: [{ $key }]
    }
   *[other] { "" }
}
rule-wrong-type = The value is of the wrong kind, a text instead of a number for example. Lotse does not guess what is meant.
rule-wrong-type-do = Texts stand in straight quotation marks, numbers and days without, lists in square brackets.

check-missing-key = “{ $key }” is missing, it is required
check-missing-key-hint = { $key ->
    [childcare] If it is not known, write childcare = "unknown".
    [legal_bases] If it is not known, write legal_bases = ["unbekannt"].
   *[other] { "" }
}
rule-missing-key = A required value is missing. Without it nobody can find, filter or answer for the offer.
rule-missing-key-do = Fill it in. Where there is a value for “not known”, take that.

check-empty = { $key ->
    [file] The file is empty
   *[other] “{ $key }” is empty, it is required
}
check-empty-hint = { $key ->
    [file] Delete the file or enter the offer.
    [legal_bases] If it is not known, write legal_bases = ["unbekannt"].
   *[other] { "" }
}
rule-empty = A required value or the whole file is empty. Empty is as good as missing.
rule-empty-do = Fill in the value, or delete the empty file.

check-too-long = “{ $key }” has { $length } characters, at most { $limit } are allowed
check-too-long-hint = { $key ->
    [title] Details belong in summary or content.
    [summary] Details belong in content.
   *[other] { "" }
}
rule-too-long = Title or summary is too long. The title has to fit on a line, the summary is read out.
rule-too-long-do = Shorten it. Details belong into content.

check-out-of-range = “{ $key }” has to lie between { $min } and { $max }
rule-out-of-range = A number lies outside of what makes sense. A week has 168 hours; more is a slip.
rule-out-of-range-do = Correct the number.

check-unknown-value = { $key }: there is no value “{ $value }”
check-unknown-value-hint = Possible values: { $known }.
rule-unknown-value = The value is not in its list. Such values are fixed because the program has to understand them.
rule-unknown-value-do = Take one of the values named.

check-unknown-id = { $key }: there is no “{ $id }”
check-unknown-id-hint = The ids stand in { $key ->
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
   *[other] the files of the folder vocabulary
}.
rule-unknown-id = The id is not in the vocabulary that it refers to. No filter for it would show the offer.
rule-unknown-id-do = Spell the id rightly, or add it to the vocabulary.

check-invalid-id = “{ $value }” is not an id
check-invalid-id-hint = { $of ->
    [reference] { check-unknown-id-hint }
    [several] Each id stands in quotation marks of its own: { $key } = ["…", "…"]
   *[id] Allowed are lower-case letters from a to z, digits and hyphens, 80 at most. An id does not begin with a hyphen, and device names of Windows such as con and nul cannot be used.
}
rule-invalid-id = That is not an id. Ids are names of files as well and have to work on every system.
rule-invalid-id-do = Use lower-case letters from a to z, digits and hyphens, 80 characters at most.

check-id-mismatch = The id “{ $id }” does not match the file name “{ $file }”
check-id-mismatch-hint = Rename the file to “{ $id }.toml” or change the id. Both have to be the same.
rule-id-mismatch = The id does not fit the name of the file. An offer with two names could not be changed safely.
rule-id-mismatch-do = Make file name and id the same.

check-duplicate-id = The id “{ $id }” stands here for the second time
check-duplicate-id-hint = The first one counts. Give this one another id or delete it.
rule-duplicate-id = The same id stands in a vocabulary twice. The first entry counts, the second cannot be seen.
rule-duplicate-id-do = Give the second entry another id or delete it.

check-hostile-text = The text contains an invisible or controlling character ({ $character })
check-hostile-text-hint = Delete the character. Typing the passage again is the easiest way.
rule-hostile-text = The text holds an invisible or controlling character. It can drive a terminal or deceive readers.
rule-hostile-text-do = Delete the character; the easiest way is to type the place again.

check-dates-reversed = { $key }: the last day lies before the first
check-dates-reversed-hint = Correct one of the two days.
rule-dates-reversed = The last day lies before the first. One of them is wrong.
rule-dates-reversed-do = Correct one of the two days.

check-range-reversed = { $key }: the upper value lies below the lower one
check-range-reversed-hint = Correct one of the two values.
rule-range-reversed = The upper value is below the lower one. So the offer fits nobody.
rule-range-reversed-do = Correct one of the two values.

check-coordinator-missing = A group offer needs a coordinator
check-coordinator-missing-hint = Add coordinator. The ids stand in coordinators.toml.
rule-coordinator-missing = A group offer has no coordinator. Somebody in the house has to keep the entry true.
rule-coordinator-missing-do = Fill in coordinator. The ids are in coordinators.toml.

check-free-exceeds-places = More places are free than there are places
check-free-exceeds-places-hint = Correct free or places.
rule-free-exceeds-places = There are more free places than places. One of the two numbers is wrong.
rule-free-exceeds-places-do = Correct free or places.

check-full-but-free = By its status the offer is full, but there are free places here
check-full-but-free-hint = Set status to "running" or free to 0.
rule-full-but-free = The offer is said to be full and has free places. Both at once mislead in a consultation.
rule-full-but-free-do = Set status to "running" or free to 0.

check-free-undated = The free places have no date
check-free-undated-hint = Say under [capacity] of which day the number is, like this: as_of = 2026-11-20
rule-free-undated = The number of free places has no date. A number without a day is worse than none.
rule-free-undated-do = Fill in as_of, the day of which the number is.

check-free-stale = The number of free places is of { $date } and therefore out of date
check-free-stale-hint = Ask and enter the number and the day (as_of) anew.
rule-free-stale = The number of free places is out of date. After how many days it is, catalogue.toml says (places_after_days).
rule-free-stale-do = Ask, and fill in number and day anew.

check-confirmation-overdue = Last confirmed on { $date }, the next confirmation is overdue
check-confirmation-overdue-hint = Is the entry still true? Then enter today's date.
rule-confirmation-overdue = The last confirmation is too long ago. After how many days it is, catalogue.toml says (confirm_after_days).
rule-confirmation-overdue-do = Read the entry. If it is still true this will do: lotse confirm ID

check-date-in-future = This day lies in the future
check-date-in-future-hint = Enter the day on which somebody really looked.
rule-date-in-future = A day lies in the future that can only be past. Nobody has looked tomorrow.
rule-date-in-future-do = Fill in the day on which somebody really looked.

check-period-over = The offer ran until { $date }, but its status does not say that it has ended
check-period-over-hint = Set status to “ended” or extend the period.
rule-period-over = The period is over, the status says something else. The offer is still found although it no longer runs.
rule-period-over-do = Set status to "ended" or extend the period.

check-period-not-begun = The offer is said to run, but it begins on { $date }
check-period-not-begun-hint = Set status to "planned" or correct the day.
rule-period-not-begun = The offer is said to run, but its period is still to begin. Whoever refers somebody does so too early.
rule-period-not-begun-do = Set status to "planned" or correct the first day.

check-period-begun = The offer is said to be planned, but it has run since { $date }
check-period-begun-hint = Set status to "running" or correct the day.
rule-period-begun = The offer is said to be planned, but its period began more than 30 days ago. Probably it runs, and is listed behind those that do.
rule-period-begun-do = Set status to "running" or correct the first day.

check-weeks-exceed-period = { $weeks ->
    [one] One week is
   *[other] { $weeks } weeks are
} longer than the whole period of { $days ->
    [one] one day
   *[other] { $days } days
}
check-weeks-exceed-period-hint = Correct weeks_min or the period below [period].
rule-weeks-exceed-period = Even the shortest duration is longer than the period. Nobody could complete the offer.
rule-weeks-exceed-period-do = Correct weeks_min or the period.

check-start-outside-period = The start on { $date } lies outside of the period
check-start-outside-period-hint = Correct the start date or the period below [period].
rule-start-outside-period = A start date lies outside of the period. One of the days is wrong, often its year.
rule-start-outside-period-do = Correct the start date or the period.

check-starts-unsorted = The start dates are not in order
check-starts-unsorted-hint = The earliest comes first.
rule-starts-unsorted = The start dates are not in order. That is rarely meant and hides slips.
rule-starts-unsorted-do = Put them in order, the earliest first.

check-starts-past = All start dates are past, the last one was { $date }
check-starts-past-hint = Enter the next dates or delete the old ones.
rule-starts-past = All start dates are past. Whoever looks for the next one finds none.
rule-starts-past-do = Fill in the next dates or delete the old ones.

check-legal-basis-ended = The legal basis “{ $id }” was in force until { $date }
check-legal-basis-ended-hint = Enter today's legal basis or set status to “ended”.
rule-legal-basis-ended = The legal basis is no longer in force. A decision founded on it could be challenged.
rule-legal-basis-ended-do = Fill in today's legal basis or end the offer.

check-legal-basis-unknown = The legal basis is not known
check-legal-basis-unknown-hint = Ask the coordinator or the provider.
rule-legal-basis-unknown = The legal basis is not known. That is allowed, but must not be forgotten.
rule-legal-basis-unknown-do = Ask the coordinator or the provider.

check-coordinator-unreachable = This coordinator has neither phone nor e-mail
check-coordinator-unreachable-hint = Add phone or email.
rule-coordinator-unreachable = A coordinator has neither phone nor e-mail. Questions about their offers reach nobody.
rule-coordinator-unreachable-do = Fill in phone or email.

check-substitute-self = This coordinator is their own substitute
check-substitute-self-hint = Name another coordinator or delete the line.
rule-substitute-self = A coordinator is their own substitute. Then there is none.
rule-substitute-self-do = Name another coordinator or delete the line.

check-coordinator-unused = No offer and no substitute names the coordinator “{ $id }”
check-coordinator-unused-hint = Delete the entry, or name the coordinator in their offers.
rule-coordinator-unused = A coordinator whom no offer and no substitute names. Perhaps they have another name now, or their offers have ended. Reported only when all offers can be read.
rule-coordinator-unused-do = Delete the entry, or name the coordinator in their offers.

check-provider-unused = No offer names the provider “{ $id }”
check-provider-unused-hint = Delete the entry, or name the provider in its offers.
rule-provider-unused = A provider whom no offer names. Perhaps it has another name now, or an offer names a wrong one. Reported only when all offers can be read.
rule-provider-unused-do = Delete the entry, or name the provider in its offers.

check-region-circle = This region would lie within itself: { $circle }
check-region-circle-hint = { $key } names the next larger region. Delete the line where the largest of these regions stands.
rule-region-circle = A region lies within itself, perhaps by way of others. Then nobody knows which is the larger and which offers reach whom. Lotse reads such regions as if the first of them lay within no other.
rule-region-circle-do = within names the next larger region. Delete the line of the largest of these regions.

check-label-twice = Another entry here is already called “{ $label }”
check-label-twice-hint = Make them one, or give one of them another name.
rule-label-twice = Two entries of a vocabulary have the same name. In filters and tables nobody can tell them apart.
rule-label-twice-do = Make them one, or give one of them another name.

check-title-twice = { $other } also has the title “{ $text }”
check-title-twice-hint = Is it the same offer? If not, put place, provider or target group into the title.
rule-title-twice = Two offers have the same title. Either it is the same thing twice, or nobody sees the difference in a list of hits. Offers that have ended do not count.
rule-title-twice-do = Delete one, or put place, provider or target group into the title.

check-measure-number-twice = { $other } also has the measure number “{ $text }”
check-measure-number-twice-hint = Look up in the case-work system which of the two is right.
rule-measure-number-twice = Two offers have the same measure number. People are assigned by it, so it may mean only one. Offers that have ended do not count.
rule-measure-number-twice-do = Look it up in the case-work system and correct one of the two.

check-duplicate-value = { $key }: “{ $value }” is in the list twice
check-duplicate-value-hint = Delete the second value.
rule-duplicate-value = A value stands in its list twice. The second does nothing; mostly another one was meant.
rule-duplicate-value-do = Delete the second value.

check-client-number = { $key }: here is something that looks like the number of a client or household
check-client-number-hint = No data about clients belong in the catalogue. Delete the number.
rule-client-number = This looks like the number of a client or of a Bedarfsgemeinschaft. Data about clients do not belong into the catalogue, not even into internal notes.
rule-client-number-do = Delete the number, also from the history of the file.

check-personal-data = { $key }: this is { $kind ->
    [iban] a bank account
    [pension] something that looks like a pension insurance number
   *[birth] a day of birth
}
check-personal-data-hint = Data about people do not belong into the catalogue. Delete it.
rule-personal-data = This is a bank account, an insurance number or a day of birth. Such data belong to a person and therefore not into the catalogue.
rule-personal-data-do = Delete it, also from the history of the file.

check-internal-words = { $key }: “{ $words }” stands here in a text that clients see as well
check-internal-words-hint = What is for the house only belongs into internal_note.
rule-internal-words = A public text has words that are meant for the house only. It is read out or handed to clients.
rule-internal-words-do = Move the passage to internal_note.

check-placeholder-text = { $key }: “{ $words }” is a placeholder
check-placeholder-text-hint = Fill in the value or delete the field.
rule-placeholder-text = This is a placeholder instead of a value. “k. A.” or “TODO” look filled in and say nothing.
rule-placeholder-text-do = Fill in the value or delete the field.

check-summary-thin = The summary says no more than the title
check-summary-thin-hint = Write a sentence that can be read out.
rule-summary-thin = The summary says no more than the title. It should say in a sentence what the offer is.
rule-summary-thin-do = Write a sentence that can be read out.

check-all-capitals = The title is in capital letters
check-all-capitals-hint = Write it like an ordinary sentence.
rule-all-capitals = The title is in capital letters. That is hard to read, and screen readers may spell it out.
rule-all-capitals-do = Write the title like an ordinary sentence.

check-long-text = { $of ->
    [list] “{ $key }” has { $length } elements
   *[text] “{ $key }” has { $length } characters
}, nobody reads more than { $limit }
check-long-text-hint = Shorten it, or lead to the whole text with links.
rule-long-text = A text or a list is too long for the screen. Nobody reads more than four pages in a consultation: 5,000 characters for content, 1,500 for remarks, 240 for lines, 40 elements for lists.
rule-long-text-do = Shorten it, or lead to the whole text with links.

check-stray-blanks = “{ $key }” has blanks at its ends or several in a row
check-stray-blanks-hint = Delete the blanks that are too many.
rule-stray-blanks = There are blanks at the beginning, at the end or several in a row. Nobody sees them, but comparisons and tables stumble.
rule-stray-blanks-do = Delete the blanks that are too many.

check-bad-link = { $key }: this is not an address that Lotse opens
check-bad-link-hint = Addresses begin with https://, http://, mailto: or tel: and hold no blanks.
rule-bad-link = That is not a whole address that Lotse opens. Only addresses are allowed that run nothing on the computer.
rule-bad-link-do = Write the whole address: https://, http://, mailto: or tel:, without blanks.

check-bad-email = { $key }: that is not an e-mail address
check-bad-email-hint = Write exactly one address, like this: info@example.org
rule-bad-email = That is not an e-mail address. A message to it would never arrive.
rule-bad-email-do = Write exactly one address, like this: info@example.org

check-bad-phone = { $key }: that is not a phone number
check-bad-phone-hint = Write area code and number in digits. If none is known, delete the line.
rule-bad-phone = That is not a phone number. It cannot be dialled, or a letter stands for a digit.
rule-bad-phone-do = Write area code and number in digits. If none is known, delete the line.

## Explaining

rules-heading-wrong = Wrong
rules-heading-right = Right
rules-heading-do = What to do
rules-mendable = lotse check --fix can mend it where only one thing can be meant.
rules-unknown = There is no rule “{ $code }”.
rules-unknown-hint = All rules are shown by: lotse check --explain
rules-list-end = More about a rule: lotse check --explain CODE
rules-doc-title = Rules of “lotse check”
rules-doc-intro =
    Every message of “lotse check” bears a code that does not change. Errors have to be mended: lotse check then ends
    with 1. Somebody should look at warnings; with --deny-warnings they end with 1 as well. A rule is explained by
    lotse check --explain CODE.
rules-doc-table = | Code | Severity | What it is about | --fix |

## Mending

fix-nothing = There is nothing that can be mended by itself.
fix-question = { $files ->
    [one] Change this one file like that? (y/N)
   *[other] Change these { $files } files like that? (y/N)
}
fix-not-asked = { $files ->
    [one] One file can be mended. Nothing has been changed
   *[other] { $files } files can be mended. Nothing has been changed
}: repeat the command with --yes.
fix-declined = Nothing has been changed.
fix-done = { $files ->
    [0] No file has been mended.
    [one] One file has been mended.
   *[other] { $files } files have been mended.
}
fix-rest = { $errors ->
    [0] No errors
    [one] One error
   *[other] { $errors } errors
} and { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
} remain. { $left ->
    [0] { "" }
   *[other] lotse check shows which.
}
fix-failed = { $file }: { $message }

cli-check-explain = Explain what a rule is for; without a code name all rules
cli-check-fix = Mend what can mean only one thing: spelling of ids, values and keys, blanks, order; shows the difference and asks
cli-check-yes = With --fix: do not ask
cli-value-code = CODE
cli-check-after =
    --format sarif is for tools that read SARIF 2.1.0, --format github writes annotations for GitHub Actions.
    All rules are in docs/regeln.md.
