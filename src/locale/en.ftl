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

settings-faults = { $count ->
    [one] { $count } note about your settings
   *[other] { $count } notes about your settings
}
settings-at-file = { $file }:
settings-at-line = { $file }, line { $line }, column { $column }:
settings-hint-meant = Did you mean “{ $name }”?
settings-hint-one-of = Possible values: { $names }.
settings-unreadable = The file cannot be read ({ $detail }).
settings-syntax = This line is not valid TOML ({ $detail }). The rest of the file still counts.
settings-unknown-key = There is no setting “{ $key }”.
settings-wrong-type = “{ $key }” needs { $expected }.
settings-unknown-value = “{ $key }” cannot be “{ $value }”.
settings-expected-text = a text in quotation marks
settings-expected-flag = true or false
settings-expected-list = a list of texts
settings-expected-table = a section of its own in square brackets

## Faults in the keymap

keys-unknown-action = There is no action “{ $name }”.
keys-unknown-context = There is no context “{ $name }”.
keys-bad-key = The key “{ $key }” cannot be bound: { $reason }.
keys-reason-unknown = Lotse does not know it
keys-reason-ctrl-alt = Ctrl+Alt is AltGr on German keyboards
keys-reason-plain-text = it writes a character into the search line
keys-reason-never-arrives = in a terminal it arrives as Tab, Enter or Esc
keys-repeated = The key “{ $key }” stands twice at “{ $action }”.
keys-twice = The key “{ $key }” already belongs to “{ $other }” and does not count for “{ $action }”.
keys-taken = The key “{ $key }” now means “{ $action }” and no longer “{ $other }”. Give “{ $other }” another key under [keys] to settle this.
keys-needed = “{ $action }” needs a key. The shipped keys stay in force.

## Faults in themes

theme-unknown = There is no theme “{ $name }”.
theme-unknown-role = Themes have no role “{ $name }”.
theme-bad-style = “{ $role }”: the word “{ $word }” is neither a colour nor a text attribute.

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
sheet-people = Contacts
sheet-upkeep = Status and source
sheet-staff-hidden = Contact details are hidden in the client view.
sheet-open-offers = Enter shows all offers for it.
