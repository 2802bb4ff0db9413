# English texts. Every section has a heading; new sections go to the end.
# Numbers in { $count } get thousands commas; years and line numbers are passed as text.

## Actions: what a key does (help and footer)

action-help = Help
action-back = Back
action-quit = Quit
action-select-previous = Previous result
action-select-next = Next result
action-page-up = One page up
action-page-down = One page down
action-first = First result
action-last = Last result
action-open-entry = Read offer
action-scroll-entry-up = Up in the offer
action-scroll-entry-down = Down in the offer
action-scroll-entry-page-up = One page up in the offer
action-scroll-entry-page-down = One page down in the offer
action-scroll-entry-top = Beginning of the offer
action-scroll-entry-bottom = End of the offer
action-toggle-filters = Filters
action-toggle-value = Filter value on or off
action-next-facet = Next filter
action-previous-facet = Previous filter
action-remove-last-filter = Remove last filter
action-clear-filters = Remove all filters
action-accept-completion = Accept suggestion
action-next-kind = Next list
action-previous-kind = Previous list
action-show-kind-1 = Offers
action-show-kind-2 = Target groups
action-show-kind-3 = Coordinators
action-show-kind-4 = Providers
action-next-sort = Change sorting
action-toggle-internal = Show or hide internal notes
action-why-found = Why found?
action-problems = Notes and errors
action-refresh = Read catalogue again
action-clear-line = Clear search line
action-cursor-left = One character left
action-cursor-right = One character right
action-cursor-start = Start of line
action-cursor-end = End of line
action-word-left = One word left
action-word-right = One word right
action-delete-back = Delete character before
action-delete-forward = Delete character after
action-delete-word-back = Delete word before
action-toggle-mouse = Mouse on or off
action-cycle-theme = Change theme
action-redraw = Redraw screen

## Contexts in which keys count

context-anywhere = Anywhere
context-search = Search
context-reading = Reading
context-filters = Filters
context-completion = Suggestions
context-overlay = Window

## Key names

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Del
key-insert = Ins
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-pageup = PgUp
key-pagedown = PgDn
key-space = Space

## Faults in the settings

place-file = { $file }:
place-line = { $file }, line { $line }, column { $column }:
settings-unreadable = The file cannot be read: { $reason }
settings-syntax = This line is not valid TOML ({ $reason }). { $rest ->
    [lost] Other lines do not count either until it is mended.
   *[counts] The rest of the file still counts.
}
settings-syntax-hint = { $of ->
    [path] Write { $path } in single quotes, or each backslash twice.
   *[other] { "" }
}
settings-unknown-key = There is no setting “{ $key }”.
settings-unknown-key-hint = { $home ->
    [top] It belongs at the top of the file, before all sections.
    [section] It belongs under [{ $section }].
   *[none] { "" }
}
settings-wrong-type = “{ $key }” needs { $expected ->
    [boolean] true or false
    [strings] a list of texts
    [table] a section of its own in square brackets
   *[string] a text in quotation marks
}.
settings-unknown-value = “{ $key }” cannot be “{ $value }”.
settings-unknown-value-hint = { $suggested ->
    [yes] { "" }
   *[no] Possible values: { $known }.
}
settings-escaped-path = “{ $key }”: between double quotes the backslash starts an escape.
settings-escaped-path-hint = Write { $path } in single quotes, or each backslash twice.

## Faults in the keymap

settings-unknown-action = There is no action “{ $name }”.
settings-unknown-context = There is no context “{ $name }”.
settings-unknown-context-hint = { $suggested ->
    [yes] { "" }
   *[no] Possible values: { $known }.
}
settings-bad-key = The key “{ $key }” cannot be bound: { $why ->
    [ctrl-alt] Ctrl+Alt is AltGr on German keyboards
    [plain-text] it writes a character into the search line
    [never-arrives] in a terminal it arrives as Tab, Enter or Esc
   *[unknown] Lotse does not know it
}.
settings-key-repeated = The key “{ $key }” stands twice at “{ $action }”.
settings-key-twice = The key “{ $key }” already belongs to “{ $other }” and does not count for “{ $action }”.
settings-key-taken = The key “{ $key }” now means “{ $action }” and no longer “{ $other }”. Give “{ $other }” another key under [keys] to settle this.
settings-key-needed = “{ $action }” needs a key. The shipped keys stay in force.

## Faults in themes

settings-unknown-theme = There is no theme “{ $name }”.
settings-unknown-theme-hint = { $suggested ->
    [yes] { "" }
   *[no] Possible values: { $known }.
}
settings-unknown-place = There is no place “{ $id }” in this catalogue.
settings-unknown-place-hint = { $suggested ->
    [yes] { "" }
   *[no] The ids of places stand in vocabulary/places.toml.
}
settings-unknown-role = Themes have no role “{ $name }”.
settings-bad-style = “{ $role }”: the word “{ $word }” is neither a colour nor a text attribute.

## The sheet: an entry set out to be read

sheet-free = { $free ->
    [0] no free places (as of { $date })
    [one] { $free } free place (as of { $date })
   *[other] { $free } free places (as of { $date })
}
sheet-undated = unknown
sheet-hours = { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
sheet-weeks = { $value } weeks
sheet-years = { $value } years
sheet-from-until = { $from } to { $until }
sheet-from = from { $value }
sheet-until = until { $value }
sheet-responsible = responsible: { $value }
sheet-valid-until = in force until { $value }
sheet-unknown = Not known
sheet-people = Contacts
sheet-upkeep = Status and source
sheet-staff-hidden = Contact details are hidden in the client view.

## Checking: the summary

severity-error = error
severity-warning = warning
severity-hint = hint

check-clean = All is well: no errors, no warnings.
check-summary = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
check-did-you-mean = Did you mean “{ $word }”?

## Why something is not valid TOML

toml-reason-quotes = the value is missing, or a text stands without straight quotation marks
toml-reason-no-value = the equals sign behind the key is missing
toml-reason-no-key = the key before the equals sign is missing
toml-reason-bad-key = keys may only have letters from A to Z, digits, _ and -
toml-reason-duplicate = the file has this key or section already
toml-reason-string-open = the closing quotation mark is missing
toml-reason-text-open = the three closing quotation marks are missing
toml-reason-string-character = this text has a character that is not allowed in it
toml-reason-escape = the backslash starts an escape, write it twice (\\)
toml-reason-windows-path = between double quotes the backslash starts an escape
toml-reason-list-comma = the comma between two values of the list is missing, or its closing bracket is
toml-reason-list-open = the closing bracket of the list is missing
toml-reason-extra-comma = there is a comma too many
toml-reason-heading-open = the closing bracket of the heading is missing
toml-reason-inline-open = a comma or the end of the curly brackets is missing
toml-reason-after-value = there is something behind the value. Each key needs a line of its own, remarks begin with #
toml-reason-extra-equals = there is an equals sign too many
toml-reason-leading-zero = numbers do not begin with 0. Days are written like this: 2026-11-20
toml-reason-date = there is no such day. Days are written like this: 2026-11-20
toml-reason-boolean = this is not a value. Perhaps true, false or a text in straight quotation marks is meant
toml-reason-number = this is not a number. Texts need straight quotation marks, days are written like this: 2026-11-20
toml-reason-comment = the remark has a character that is not allowed in it
toml-reason-line-end = the line end is damaged
toml-reason-not-a-section = this is a plain value and not a section
toml-reason-too-deep = the brackets are nested too deeply
toml-reason-curly = These are curly quotation marks (“ ”). TOML needs straight ones: "…"
toml-reason-day = Days are written as year-month-day with leading zeros, like this: 2026-11-20
toml-reason-colon = Between key and value stands an equals sign and no colon, the key without quotation marks
toml-reason-wide-blank = Before or in the key is a no-break space or an invisible character. Type it anew
toml-reason-remark = Remarks begin with #
toml-reason-conflict = This is a conflict mark of git. Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>
toml-reason-empty = The value is missing here. If there is none, delete the line
toml-reason-comma = The comma at the end of the line is too much
toml-reason-list-brackets = Several values stand as a list in square brackets: ["…", "…"]
toml-reason-decimals = Numbers stand without decimals here. Round it
toml-reason-range = This is not a number. For a range there are two keys, for example age_min and age_max
toml-reason-phone = Phone numbers and other texts stand in straight quotation marks, numbers do not begin with 0
toml-reason-number-words = Numbers stand alone, without further characters. If it is a text, put it in straight quotation marks
toml-reason-inner-quotes = A straight quotation mark within the text ends it. In the text, write “…” or \"
toml-reason-string-begin = The opening quotation mark in front of the text is missing

## The screen

screen-search = Search
screen-placeholder = type words, such as “{ $example }”
screen-demo = demo
screen-too-small = The window is too small. Lotse needs at least 24 columns and 6 rows.
screen-opening = Opening the catalogue …
screen-open-offers = Enter shows all offers for it.
screen-building = Building the search index: { $done } of { $total } files
screen-empty-catalogue = The catalogue has no offers yet. Put files into the folder measures/ and press F5.
screen-empty-list = This list is empty.
screen-without-filters = { $count ->
    [one] Without filters there would be { $count } hit.
   *[other] Without filters there would be { $count } hits.
}
screen-no-hit = No hit.
screen-meant = Did you mean “{ $words }”?
screen-removed-by = Without the filter “{ $filter }”: { $count ->
    [one] { $count } more hit
   *[other] { $count } more hits
}.
screen-hidden-by = { $count ->
    [one] One ended or archived offer is hidden; “status:ended” shows it.
   *[other] { $count } ended or archived offers are hidden; “status:ended” shows them.
}
screen-drop-filters = { $key } removes all filters.
screen-other-tabs = { $count ->
    [one] There is one hit in the other lists.
   *[other] There are { $count } hits in the other lists.
}
screen-partial = No offer has all words; shown are the best, with at most { $matched } of { $of }.
search-two-needs = No offer is for both “{ $first }” and “{ $second }”; the best for each stands first.
hit-serves = for “{ $word }”
screen-corrected = Showing hits for “{ $words }”.
screen-hidden = { $count ->
    [one] { $count } ended one hidden
   *[other] { $count } ended ones hidden
}
screen-shortened = Only the first { $count } words count.
screen-value-unknown = { $filter }: there is no “{ $value }”.
screen-value-meant = { $filter }: there is no “{ $value }”. Did you mean “{ $word }”?
screen-value-ambiguous = { $filter }: “{ $value }” is ambiguous: { $candidates }.
screen-hits = { $count ->
    [0] No hits
    [one] { $count } hit
   *[other] { $count } hits
}
screen-reach = { $hits }: { $levels }
screen-reach-short = { $hits }, { $count } at the place
screen-at = No. { $at }
screen-problems = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
screen-files-out = { $count ->
    [one] { $count } faulty file
   *[other] { $count } faulty files
}
sort-relevance = by relevance
sort-title = by title
sort-start = by start
sort-free = by places
sort-confirmed = by confirmation

## The last row: keys in one word

short-help = Help
short-back = Back
short-quit = Quit
short-open-entry = Read
short-toggle-filters = Filters
short-next-sort = Sort
short-toggle-internal = Internal
short-why-found = Why?
short-next-kind = Lists
short-problems = Notices
short-page-down = Page down
short-toggle-value = On/off
short-next-facet = Next
short-clear-filters = Clear
short-accept-completion = Accept
short-scroll-entry-page-down = Page down

## Notices

notice-quit = { $key } leaves Lotse.
notice-staff-view = Internal view: notes and the coordinators' contact details are visible.
notice-client-view = Client view: internal things are hidden.
notice-mouse-on = The mouse belongs to Lotse; hold Shift to select text.
notice-mouse-off = The mouse belongs to the terminal.
notice-theme = Theme: { $name }
notice-refresh = Reading the catalogue again …
notice-refreshed = The catalogue is up to date.
notice-index-damaged = The search index is damaged and is being rebuilt: { $reason }
notice-index-unfit = The search index was damaged, Lotse has built a new one: { $reason }
notice-search-failed = This search failed: { $reason }
notice-catalogue-gone = The catalogue cannot be read: { $reason }. Searching its last state.

## Windows above the screen

overlay-help = Help
overlay-why = Why found?
overlay-problems = Notices and errors
help-search = Just type: every beginning of a word narrows the list. “-word” excludes, “two words” in quotes stand side by side, “§ 16d” looks for the legal basis.
help-filter = “{ $name }:”
help-filter-short = “{ $name }:” { $label }
help-filters = Filters can be typed: { $names }, “free:yes”, “start:<2027-02-01”. A place shows what can be reached from there; “place:=wetzlar” shows only what is there itself.
help-mouse = The mouse selects hits, lists and filters; a click on a filter removes it. Hold Shift to select text.
why-no-words = There is nothing to explain for this entry: no word was searched for.
why-missing = “{ $word }” does not occur in this entry.
why-exact = “{ $word }” is there as typed: “{ $found }” ({ $part }).
why-joined = “{ $word }” is there written as one: “{ $found }” ({ $part }).
why-stem = “{ $word }” is there in another form: “{ $found }” ({ $part }).
why-synonym = “{ $word }” is also called or leads to “{ $found }” ({ $part }).
why-part = “{ $word }” is inside “{ $found }” ({ $part }).
why-prefix = “{ $word }” is the beginning of “{ $found }” ({ $part }).
why-reach = “{ $word }” lies where it is offered: “{ $found }” ({ $part }).
why-typo = “{ $word }” is almost “{ $found }” ({ $part }).
problem-none = Everything is fine.
problem-in-memory = The search index lives in memory only and is built anew at every start: { $reason }

## Command line: help

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-filters = Filters (“or” within one filter, “and” between filters)
cli-heading-global = With every command
cli-possible-values = [possible: { $values }]
cli-default-value = [default: { $value }]

cli-value-dir = DIR
cli-value-file = FILE
cli-value-lang = LANGUAGE
cli-value-words = WORDS
cli-value-kind = KIND
cli-value-number = NUMBER
cli-value-order = ORDER
cli-value-format = FORMAT
cli-value-id = ID
cli-value-path = PATH
cli-value-value = VALUE
cli-value-level = LEVEL
cli-value-age = YEARS
cli-value-date = DATE

cli-lotse-about = Lotse finds offers of employment services: in a consultation, in seconds.
cli-lotse-usage = lotse [OPTIONS] [COMMAND]
cli-lotse-after = Without a command the screen opens. “lotse COMMAND --help” explains a command.

cli-global-catalogue = Folder of the catalogue to use
cli-global-config = File with your settings
cli-global-lang = Language that Lotse speaks
cli-global-no-color = Without colours
cli-global-help = Shows this help
cli-global-version = Shows the version

cli-search-about = Searches offers, target groups, coordinators and providers
cli-search-usage = lotse search [WORDS ...] [FILTERS] [OPTIONS]
cli-search-after = Examples:
    {"  "}lotse search schulden --region kreis-mettmann
    {"  "}lotse search teilzeit -pflege target-group:erziehende
    {"  "}lotse search '"zurück in den Beruf"' --format json

    Filters take the id, the label or a unique beginning of either.
    Ended and archived offers appear only with --status.
cli-search-words = What you look for; -word excludes a word, “two words” stand side by side
cli-search-place = Place: what can be reached from there, also in the whole district, nationwide and online
cli-search-place-only = Only what is at this place itself
cli-search-region = Region with all regions within
cli-search-kind = Only hits of this kind
cli-search-limit = Show at most this many hits
cli-search-offset = Skip this many hits
cli-search-sort = Order of the hits
cli-search-facets = Show for each filter what a choice would give (plain and json)
cli-search-explain = Say why a hit was found
cli-search-format = Form of the output

cli-show-about = Shows one entry whole
cli-show-usage = lotse show ID [OPTIONS]
cli-show-id = Id of an offer, a target group, a coordinator or a provider
cli-show-format = Form of the output
cli-show-internal = Show internal notes and data of staff as well

cli-check-about = Checks the files of a catalogue
cli-check-usage = lotse check [PATH ...] [OPTIONS]
cli-check-paths = Catalogue folders or single files in them; otherwise the catalogue in use
cli-check-format = Form of the output; if not given text, in a terminal with colours
cli-check-deny-warnings = End with 1 on warnings as well

cli-index-about = Brings the search index up to date with the files
cli-index-usage = lotse index [OPTIONS]
cli-index-rebuild = Build it anew from nothing
cli-index-watch = Go on watching what changes, until Ctrl-C ends it
cli-index-after = Searching goes on meanwhile: until the new search index is verified and ready, the previous one counts.
    Ctrl-C breaks off without harm and ends with 130.

## Command line: output

cli-search-count = { $count ->
    [one] { $count } hit.
   *[other] { $count } hits.
}
cli-search-reach = From near to far: { $levels }.
cli-search-window = Shown: { $first } to { $last }.
cli-search-next = Continue with --offset { $offset }.
cli-search-beyond = There are not as many as you skip.
cli-search-partial = No entry has all { $of } words. Shown are the best, with at most { $matched ->
    [one] one
   *[other] { $matched }
}.
cli-search-nothing = No hits.
cli-search-nothing-for = No hits for “{ $line }”.
cli-search-removed = Without the filter { $filter }: { $values } ({ $flag }) there would be { $count ->
    [one] one more hit.
   *[other] { $count } more hits.
}
cli-search-over = { $count ->
    [one] One hit is ended or archived. With --status ended --status archived you see it.
   *[other] { $count } hits are ended or archived. With --status ended --status archived you see them.
}
cli-search-try = Try another or a shorter word.
cli-search-shortened = The search line is very long. Only the first { $count } words count.

cli-kind-measure = Offer
cli-kind-target_group = Target group
cli-kind-coordinator = Coordinator
cli-kind-provider = Provider

cli-internal = Internal
cli-show-unknown = There is no entry “{ $id }”.
cli-show-unknown-hint = “lotse search WORD” finds the id; it stands below every hit.
cli-show-broken = The entry “{ $id }” cannot be read because its file has an error.
cli-show-broken-hint = “lotse check” says which one.

cli-embedded = demo catalogue that comes with Lotse
index-incomplete = Something is missing from the search index.
index-no-manifest = { $path }: there is no catalogue, the file catalogue.toml is missing.
index-misfit = Its entries are others than those of the files.
index-unreadable = What it says cannot be read.
index-file-damaged = “{ $file }” is damaged.
cli-index-of = Catalogue: { $catalogue }.
cli-index-unchanged = The search index is up to date, nothing was to be done.
cli-index-updated = { $count ->
    [one] One file had changed, the search index is up to date again.
   *[other] { $count } files had changed, the search index is up to date again.
}
cli-index-built = The search index has been built anew.
cli-index-in-use = Another Lotse is writing the search index. Until it is done, the previous state counts.
cli-index-entries = { $count ->
    [one] It holds one offer.
   *[other] It holds { $count } offers.
}
cli-index-building = Search index: { $done } of { $total } files ({ $percent }%)
cli-index-building-seconds = Search index: { $done } of { $total } files ({ $percent }%), about { $seconds } s left
cli-index-building-minutes = Search index: { $done } of { $total } files ({ $percent }%), about { $minutes } min left
cli-index-verifying = Search index: all { $total } files have been read, the result is being verified
cli-index-given-up = { $previous ->
    [yes] Broken off: the unfinished search index has been discarded, the previous one stays in use.
   *[no] Broken off: the unfinished search index has been discarded. The next search builds it by itself.
}
cli-index-unfit = The previous search index was of no use, Lotse has built a new one: { $reason }
index-foreign = Another version of Lotse, or one with another personal dictionary, has built it.
cli-index-watch-embedded = The demo catalogue does not change; there is nothing to watch.
cli-index-watching = Lotse is now watching the catalogue. Ctrl-C ends it.
cli-index-watch-changed = { $count ->
    [one] { $time }  One file changed and read again: { $files }
   *[other] { $time }  { $count } files changed and read again: { $files }
}
cli-index-watch-more = { $count ->
    [one] { $files } and one more
   *[other] { $files } and { $count } more
}
cli-index-watch-rebuilt = { $count ->
    [one] { $time }  Built anew: one offer
   *[other] { $time }  Built anew: { $count } offers
}
cli-index-watch-lost = { $time }  The catalogue cannot be read. Lotse waits until it is back. { $reason }
cli-index-watch-back = { $time }  The catalogue is back, nothing had changed.
cli-index-not-kept = The search index could not be saved: { $reason }
cli-index-in-memory = The search index cannot be kept and is built anew each time: { $reason }
cli-no-cache = There is no folder for it.
cli-cache-hint = Make room or see to the rights there, or name a folder you may write to in the environment variable LOTSE_CACHE.
cli-faults = The catalogue has errors. “lotse check” tells more.
cli-files-out = { $count ->
    [0] All entries are in. “lotse check” tells more.
    [one] One file of the catalogue is faulty and therefore left out. “lotse check” tells more.
   *[other] { $count } files of the catalogue are faulty and therefore left out. “lotse check” tells more.
}

## Command line: errors

cli-error = Error: { $message }
cli-one-of = Possible are: { $values }.
cli-and-more = { $count } more
cli-no-values = The catalogue has no values for this.
cli-see-help = Help: { $command }

cli-unknown-argument = There is no option “{ $argument }”.
cli-unknown-command = There is no command “{ $value }”.
cli-unknown-command-hint = To search for it: lotse search { $value }
cli-missing-value = After “{ $argument }” the value is missing.
cli-invalid-value = “{ $value }” is not a possible value for “{ $argument }”.
cli-invalid-number = “{ $value }” does not fit “{ $argument }”. A whole number from 0 is expected.
cli-missing-argument = Still missing: { $argument }
cli-argument-twice = “{ $argument }” may stand only once.
cli-argument-conflict = “{ $argument }” and “{ $value }” do not go together.
cli-value-not-wanted = “{ $argument }” takes no value, so not “{ $value }” either.
cli-not-utf8 = An argument holds characters that cannot be read.
cli-wrong-use = Lotse cannot be called like this.

cli-value-unknown = The filter “{ $filter }” has no value “{ $value }”.
cli-value-ambiguous = “{ $value }” is not unique for the filter “{ $filter }”.
cli-value-no-age = “{ $value }” is not an age ({ $filter }). A number from 0 to 120 is expected.
cli-value-no-day = “{ $value }” is not a day ({ $filter }). Write days like this: 2027-01-31 or 31.1.2027.
cli-bad-today = LOTSE_TODAY holds “{ $value }”, which is not a day. Write days like this: 2027-01-31.

cli-origin-flag = --catalogue
cli-origin-variable = The environment variable LOTSE_CATALOGUE
cli-origin-settings = The setting “catalogue”
cli-origin-path = The call
cli-catalogue-missing = { $origin } names “{ $path }”, but there is no such folder.
cli-catalogue-unreadable = { $origin } names “{ $path }”, but that cannot be read as a folder: { $reason }
cli-catalogue-no-manifest = { $origin } names “{ $path }”, but there is no catalogue: the file catalogue.toml is missing.
cli-catalogue-hint = A catalogue is the folder with catalogue.toml and measures in it. Check the spelling and whether you may read there.
cli-path-unreadable = “{ $path }” cannot be read: { $reason }
cli-path-not-catalogue = “{ $path }” is not one of the files that make a catalogue.
cli-panic = Lotse has failed on a fault of its own: { $reason }
cli-index-failed = The search index does not answer: { $reason }
cli-index-failed-hint = “lotse index --rebuild” builds it anew. Your files stay untouched.
cli-output-failed = The output cannot be written: { $reason }

system-not-found = There is no such path.
system-denied = The rights for it are missing.
system-read-only = The disk can only be read.
system-no-folder = This is not a folder.
system-full = The disk is full.
system-folder = That is a folder and no file.
system-no-file = That is no ordinary file.
system-too-large = The file is too large.
system-invalid = The content is damaged or not stored in UTF-8.
system-cut-off = The file breaks off.
system-name = The name is too long or has characters that cannot be used there.
system-exists = That is there already.
system-not-empty = The folder is not empty.
system-busy = Another program is using it.
system-memory = There is not enough memory.
system-devices = Source and target are on different drives.
system-network = The network drive does not answer.
system-too-many = Too many files are open at once.
system-drive = The drive reports a failure.
system-outside = The path leads out of the catalogue folder.
system-input = That cannot be done like this there.
system-links = There are too many links.
system-unsupported = This drive cannot do that.
system-interrupted = It was interrupted.
system-pipe = The other program does not listen any more.
system-arguments = The call is too long.
system-loop = Links lead in a circle there.
system-device = There is no such device.
system-locks = The drive cannot lock files.
system-terminal = That is no terminal.
system-program = That is no program for this computer.
system-says = It was reported: “{ $words }”.

cli-screen-no-terminal = The screen of Lotse needs a terminal; there is none here.
cli-screen-no-terminal-hint = In scripts and pipes use “lotse search WORDS”; “lotse --help” tells more.
cli-screen-failed = The screen cannot be shown: { $reason }

## List, entry and their borders

pane-filters = Filters
pane-measure = Offer
pane-target_group = Target group
pane-coordinator = Coordination
pane-provider = Provider
screen-position = { $at } of { $total }
screen-not-there = not available yet: { $count }
screen-not-there-or-over = not available: { $count }
hit-free = { $count } free
hit-offers = { $count ->
    [one] 1 offer
   *[other] { $count } offers
}
hit-entry-rolling = any time
hit-entry-fixed = fixed dates
hit-entry-monthly = monthly
hit-entry-quarterly = quarterly
hit-entry-on_request = on request
hit-entry-closed = closed
notice-nothing-to-fold = Everything in this list is available.
action-toggle-unavailable = Fold and unfold what is not available
action-widen-list = Wider list
action-narrow-list = Narrower list

## Commands, leaving, next consultation

overlay-palette = Commands
palette-nothing = No such command. Esc closes.
notice-leaving = { $key } once more ends Lotse.
notice-form-open = Something is still open here. Internal notes are closed; save or close the form, then the next consultation begins.
notice-next-consultation = Next consultation: search, filters and order are empty, internal notes are closed.
notice-internal-over = The internal notes have closed because no key was pressed for a while.
mark-internal = INTERNAL, { $key } closes
mark-internal-short = INTERNAL
help-first = What matters most
help-find = Type here to find a key.
action-interrupt = Quit (press twice)
action-palette = Find a command
action-next-consultation = Next consultation: empty everything, close internal notes

## What may be meant as a filter, and the panel of filters

action-take-fact = Take as a filter what was typed
short-take-fact = As filter
context-fact = Search, while something is offered as a filter
screen-fact = as filter: { $filter } { $label }? { $key }
screen-fact-missing = “{ $word }” is in no result – { $offer }
screen-no-filter = There is no filter “{ $name }”. Did you mean “{ $meant }:”?
screen-partial-other = No result has all words; these are the best, with at most { $matched } of { $of }.
filters-narrowed = Filter
filters-narrow = type to narrow
filters-more = … { $count ->
    [one] { $count } more
   *[other] { $count } more
}
filters-none = There is nothing to filter here.
filters-none-fit = No value of a filter fits.
lost-broken = This file has just become faulty (line { $line }): { $reason } Shown is its last good state.
lost-gone = The file { $file } is gone; shown is its last good state.
screen-placeholder-plain = type words

## Copying and opening

action-copy-to-clipboard = Copy title, contact or everything to the clipboard
action-open-link = Open a link, mail address or telephone number
copied-title = Title
copied-contact = Contact
copied-phone = Telephone
copied-link = Link
copied-facts = what matters
copied-all = everything as text
address-mail = E-mail
ask-copy-title = Copy
ask-copy = What shall be copied to the clipboard? Nothing internal is ever part of it.
ask-open-title = Open
ask-open = What shall be opened? The address is handed to the system as it stands here.
notice-nothing-selected = Nothing is selected.
notice-no-address = This entry names no address.
notice-copied-system = { $what } copied (system).
notice-copied-terminal = { $what } copied (terminal, if it allows that).
notice-not-copied = { $what } was not copied: there is no clipboard here that Lotse can reach.
notice-too-long-to-copy = That is too long for the clipboard of the terminal, 74,000 characters at most.
notice-opened = The address has been handed to the system.
notice-nothing-opens = There is no program here that opens the address. Copy it to the computer at which you sit:
notice-not-openable = Lotse does not open this address, because it is not in everything as addresses must be. This is how the catalogue writes it:
