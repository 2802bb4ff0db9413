## What is typed

input-no-day = This is no day. Write it like this: 2027-01-11 or 11.1.2027.
input-no-number = This is no whole number.
input-too-large = This is too much, { $most } at most.
input-no-slug = An id has only lower-case letters a to z, digits and hyphens.

## Saving

upkeep-nothing = nothing
upkeep-clash = { $field }: before { $base }, now { $theirs }, yours { $mine }
upkeep-comments = comments and spacing
upkeep-who = { $name } ({ $user } at { $host }), since { $since }
save-clashes = Somebody else has changed the same meanwhile: { $fields }
save-clashes-hint = Nothing is saved. Read the entry again and decide what holds.
save-faulty = The entry cannot be saved like this: { $count ->
    [one] it would have an error.
   *[other] it would have { $count } errors.
}
save-faulty-hint = Nothing is saved. Mend the errors; warnings are not in the way.
save-held = The entry is being saved at this moment by: { $who }
save-held-hint = Try again in a moment.
save-held-nobody = somebody else
save-gone = The file of this entry is gone.
save-gone-hint = Somebody has deleted or renamed it. “lotse search” may find the entry under another name.
save-exists = There is an entry of this id already.
save-exists-hint = Choose another id.
save-outside = The file of this entry is a link that leads out of the catalogue folder.
save-outside-hint = Put the file itself into the folder measures.
save-syntax = The file is no valid TOML.
save-syntax-hint = Nothing is saved. “lotse check” shows the line; your own editor (Alt+E or “lotse edit ID --editor”) lets you mend it.
save-unsafe = The value of “{ $field }” cannot be changed in this file without touching other things.
save-unsafe-hint = Change the file in an editor: lotse edit ID --editor
save-io = “{ $path }” cannot be written: { $reason }
save-io-hint = Nothing is saved, and nothing is lost. Ask whoever keeps the catalogue for rights and space.

## History

history-change = changed
history-confirm = confirmed
history-create = created
history-restore = earlier state brought back
history-found = changed outside of Lotse
history-first = state before the first change in Lotse
history-rename = renamed, before “{ $id }”
history-unrecorded = now
history-failed = Saved, but not in the history: { $reason }
history-rebasing = a rebase is in progress in the git folder.

## The command line of upkeep

upkeep-copy-of = Copy of { $title }
cli-value-assignment = FIELD=VALUE
cli-value-state = STATE
cli-yes = y yes j ja
cli-saved = { $id }: saved
cli-unchanged = { $id }: nothing to change
cli-merged = Somebody else has changed something meanwhile, and that stays: { $fields }
cli-uncertain = Saved, but it is not certain that it would survive a power cut: { $reason }
cli-demo-fixed = The built-in demo catalogue cannot be changed.
cli-demo-fixed-hint = Name a folder: --catalogue DIR, or put it into the settings as “catalogue”.
cli-not-yours = “{ $id }” belongs to { $name }.
cli-not-yours-hint = If you want to change the entry all the same: --force
cli-not-yours-question = “{ $id }” belongs to { $name }. Change it all the same? [y/N]
cli-no-coordinator = There is no coordinator “{ $id }”.
cli-no-coordinator-hint = All coordinators stand in coordinators.toml. Your own is named by the settings, [user] “coordinator”.
cli-who-are-you = Who confirms?
cli-who-are-you-hint = Name your coordination: --by ID, or in the settings below [user] as “coordinator”.
cli-no-assignment = “{ $value }” is no change.
cli-no-assignment-hint = Write FIELD=VALUE, for example capacity.free=3 or places+=wetzlar.
cli-no-field = There is no field “{ $key }”.
cli-no-list = “{ $key }” is no list; += and -= are for lists only.
cli-key-ambiguous = “{ $key }” can mean several fields, and “{ $value }” is nothing that “{ $key }” knows.
cli-key-several = “{ $key }” stands in several sections.
cli-no-title = No id can be made from the title.
cli-no-title-hint = Name a title or an id: title="Coaching for parents" id=coaching-for-parents
cli-no-state = There is no state “{ $state }” of “{ $id }”.
cli-no-state-hint = All states: lotse history { $id }
history-unreadable = The history cannot be read: { $reason }
cli-editor-failed = The editor “{ $program }” cannot be used: { $reason }
cli-editor-failed-hint = The variables VISUAL and EDITOR say which one it is. A path with blanks is best put in quotes: EDITOR='"/my folder/editor" --wait'.
cli-editor-ended = The editor ended with an error ({ $status }). Nothing is saved.
cli-editor-not-utf8 = The editor left characters that are not UTF-8.
cli-editor-not-utf8-hint = Set the encoding in the editor to UTF-8.
cli-editor-again = Back to the editor? [y/N]

cli-new-about = Makes a new entry
cli-new-usage = lotse new [FIELD=VALUE ...] [OPTIONS]
cli-new-after = Without values the form opens on the screen.
    The id is made from the title unless you name one.

    {"  "}lotse new --from frauenprojekt title="Frauenprojekt Süd" places=wetzlar
cli-new-values = What the entry says, for example title="Coaching for parents"
cli-new-from = Entry to be copied
cli-new-by = Id of the coordinator in whose name you work
cli-edit-about = Opens an entry to be changed
cli-edit-usage = lotse edit ID [OPTIONS]
cli-edit-after = Without --editor the form opens on the screen.
cli-edit-id = Id of the entry
cli-edit-editor = Open the file in your own editor (VISUAL or EDITOR); it is checked afterwards
cli-edit-by = Id of the coordinator in whose name you work
cli-edit-force = Even if the entry belongs to somebody else
cli-set-about = Changes fields of an entry
cli-set-usage = lotse set ID FIELD=VALUE ... [OPTIONS]
cli-set-after = Fields are called as in the file. Lists are separated by commas, lists of free texts by semicolons;
    += and -= add and take away. An empty value deletes the field.

    {"  "}lotse set frauenprojekt capacity.free=3
    {"  "}lotse set frauenprojekt places+=wetzlar schedule.start_dates=2027-01-11
    {"  "}lotse set frauenprojekt id=frauen-in-arbeit

    Free places take today as their date along, an id the name of the file.
cli-set-id = Id of the entry
cli-set-values = What changes: FIELD=VALUE, FIELD+=VALUE, FIELD-=VALUE
cli-set-by = Id of the coordinator in whose name you work
cli-set-force = Even if the entry belongs to somebody else
cli-confirm-about = Confirms that entries are still true
cli-confirm-usage = lotse confirm ID ... [OPTIONS]
cli-confirm-ids = Ids of the entries
cli-confirm-by = Id of the coordinator in whose name you work
cli-confirm-force = Even if an entry belongs to somebody else
cli-history-about = Shows who has changed an entry, and when
cli-history-usage = lotse history ID [OPTIONS]
cli-history-after = Every state has a number or, in a git folder, the beginning of a hash:

    {"  "}lotse history frauenprojekt --show 3
    {"  "}lotse history frauenprojekt --restore 3
cli-history-id = Id of the entry
cli-history-limit = At most so many states
cli-history-format = Format of the output
cli-history-show = Prints the file as it was in this state
cli-history-restore = Brings the values of this state back, as a new change
cli-history-by = Id of the coordinator in whose name you work
cli-history-force = Even if the entry belongs to somebody else

## The screen of upkeep: keys

action-open-desk = My desk: what is due with my entries
action-edit-entry = Edit the entry
action-open-editor = Open the file of the entry in your own editor
action-new-entry = Make a new entry
action-copy-entry = Make a new entry as a copy
action-confirm-entry = Confirm that the entry is still true; on the desk the space bar does it as well
action-free-places = Change the free places; on the desk typing the number does it as well
action-open-history = History: who has changed the entry, and when
action-activate = Open, choose; in long texts a new line
action-next-field = Next field, next answer
action-previous-field = Previous field, previous answer
action-next-group = Next section
action-previous-group = Previous section
action-save = Save
action-undo = Undo
action-redo = Redo
action-preview = Preview: the entry as others see it
action-extend-left = Select to the left
action-extend-right = Select to the right
action-extend-up = Select upwards
action-extend-down = Select downwards
action-extend-word-left = Select a word to the left
action-extend-word-right = Select a word to the right
action-extend-start = Select to the beginning of the line
action-extend-end = Select to the end of the line
action-select-all = Select everything
action-cut = Cut what is selected
action-copy = Copy what is selected
action-insert-copied = Insert what was copied
action-restore = Bring this state back
context-desk = On the desk
context-form = In a form
context-choice = In a list of choices
context-history = In the history
context-question = While something is asked
short-activate = Open
short-switch = Switch
short-confirm-entry = Confirm
short-free-places = Places
short-open-history = History
short-new-entry = New
short-save = Save
short-next-field = Next
short-next-group = Section
short-preview = Preview
short-undo = Undo
short-restore = Bring back
short-open-desk = Desk

## The screen of upkeep: notices

notice-demo-fixed = The built-in demo catalogue cannot be changed.
notice-no-coordinator = First name your coordination in the settings, below [user].
notice-unknown-coordinator = The coordinator “{ $id }” of your settings is not in coordinators.toml.
notice-no-entry = No offer is selected here.
notice-save-first = Save or close the form first.
notice-nothing-to-undo = There is nothing to undo.
notice-nothing-to-redo = There is nothing to redo.
notice-form-errors = { $count ->
    [one] Not saved yet: one error has to be mended.
   *[other] Not saved yet: { $count } errors have to be mended.
}
notice-form-unchanged = Nothing has changed.
notice-theirs-holds = What the other has saved holds.
notice-draft-failed = Your draft cannot be kept: { $reason }
notice-overtaken = Somebody else has just saved this entry.
notice-unchanged = “{ $title }”: nothing to change.
notice-confirmed = “{ $title }” is confirmed.
notice-created = “{ $title }” is there.
notice-saved = “{ $title }” is saved.
notice-merged = Somebody else has changed something as well, and that stays: { $fields }.

## The desk

desk-heading = My desk: { $name }
desk-counts = { $count ->
    [one] { $due } of { $count } entry due
   *[other] { $due } of { $count } entries due
}
desk-loading = Your entries are being read …
desk-empty = No entry names you as its coordinator. The key below makes a new one.
desk-nothing-due = nothing due
desk-free = { $free } free
desk-complete = { $percent } % filled in
desk-confirmed = Last confirmed on { $date }.
desk-as-of = Free places as of { $date }.
desk-lacking = Not filled in yet: { $fields }.
due-confirmation-overdue = confirmation overdue
due-free-undated = free places without a date
due-free-stale = free places out of date
due-legal-basis-ended = legal basis no longer in force
due-legal-basis-unknown = legal basis unknown
due-period-over = period over
due-starts-past = start dates past
due-missing-key = required field missing
due-syntax = file is not valid TOML
due-free-exceeds-places = more free places than places
due-date-in-future = date in the future
due-client-number = looks like a client's number
due-bad-link = address cannot be opened
due-unknown-id = id unknown

## The form

form-heading-edit = Edit { $title }
form-heading-new = New entry: { $title }
form-counts = { $changes ->
    [-1] {""}
    [0] unchanged
    [one] { $changes } change
   *[other] { $changes } changes
}{ $errors ->
    [0] {""}
    [one] {" "}· { $errors } error
   *[other] {" "}· { $errors } errors
}{ $warnings ->
    [0] {""}
    [one] {" "}· { $warnings } warning
   *[other] {" "}· { $warnings } warnings
}
form-choose = (type or press Enter to choose)
form-filter = Find
form-no-choice = None of them fits.
form-saving = Saving …
form-overtaken = Somebody else has saved this entry meanwhile. Saving brings both together.
form-others = Also being edited by: { $who }
form-no-preview = The preview appears as soon as everything required is there.

## The history

past-heading = History of { $id }
past-loading = The history is being read …
past-first = This is the oldest known state.
past-no-difference = No field was different, or one of the two states is no valid TOML.

## Questions

answer-save = Save
answer-discard = Discard
answer-back = Back
answer-yes = Yes, change it all the same
answer-open = Open it and go on
answer-later = Decide later
answer-overwrite = Save my version
answer-again = Back to the editor
ask-leave-title = Not saved
ask-leave = You have changed something in this form. What shall become of it?
ask-not-yours-title = Not your entry
ask-not-yours-edit = “{ $id }” belongs to { $name }. Do you want to edit it all the same?
ask-not-yours-confirm = “{ $id }” belongs to { $name }. Do you want to confirm it all the same?
ask-not-yours-places = “{ $id }” belongs to { $name }. Do you want to change its free places all the same?
ask-draft-title = Draft that was not saved
ask-draft = { $count ->
    [one] “{ $title }” was not saved. Begun on { $at }.
   *[other] “{ $title }” was not saved, begun on { $at }. There are { $count } drafts in all.
}
ask-clash-title = Two changes
ask-clash = Somebody else has changed the same fields meanwhile. Which value holds? Enter switches, Ctrl+S saves.
ask-overwrite-title = The file has changed
ask-overwrite-gone = The file of this entry was deleted or renamed meanwhile. Your text is still here.
ask-overwrite-broken = The file of this entry is no valid TOML any more, perhaps somebody is writing it at this moment. Your text is still here; your version would replace the broken file.
ask-places-title = Free places
ask-places = How many places are free today: “{ $title }”? The date is set to today.
ask-info-title = Please read
ask-editor-title = Errors in the file
ask-editor = The entry cannot be saved like this. Your text is still here.
clash-mine = mine
clash-theirs = in the file now
clash-base = before
short-edit-entry = Edit
ask-editor-line = Line { $line }: { $fault }
cli-editor-kept = Your text is still here: { $path }
editor-given-up = Nothing has changed.
notice-state-unreadable = This state cannot be read: it is no valid TOML.
answer-keep = Keep it in a file
notice-store-failed = This failed inside Lotse: { $reason }. What you have written is still there.
short-activate-desk = Edit
short-activate-choice = Choose
short-back-choice = Done
short-activate-history = Look
short-activate-question = Answer

## The form: what to do

form-hint-coordinator-missing = Choose somebody from the list under “Coordinator”.
form-hint-free-exceeds-places = Correct “Free places” or “Places in total”.
form-hint-free-undated = Enter under “Places as of” of which day the number is.
form-hint-free-stale = Ask, and enter number and day anew.
form-hint-legal-basis-ended = Choose the legal basis of today, or set the status to “ended”.
form-hint-legal-basis-unknown = Ask the provider.
form-hint-period-over = Set the status to “ended”, or extend the period.
form-hint-unknown-id = Choose from the list what is true today.
form-hint-unknown-value = Choose from the list what is true today.
form-hint-wrong-type = Enter the value in this field anew.

refused-gone = Somebody has deleted or renamed it. Perhaps you find the entry under another name.
refused-syntax = { $key } opens the file in your editor, where it can be mended.
refused-unsafe = { $key } opens the file in your editor, where it can be changed.

## A coordinator's week: finding fields, the desk, confirmations

action-undo-confirmation = Take the last confirmation back
action-find-field = Go to: find a field by its name
short-find-field = Go to
notice-only-in-search = “{ $action }” is for the search only, { $key } leads back.
notice-take-back = { $key } takes it back.
notice-unconfirmed = The confirmation of “{ $title }” is taken back.
notice-no-confirmation = There is no confirmation to take back.
notice-confirmation-overtaken = “{ $title }” was saved once more after you confirmed it. Nothing was taken back.
form-needed = Still needed: { $fields }
form-find = Field
form-find-title = Go to
notice-desk-letters = This is not the search, { $key } leads back. The space bar confirms, a number changes the free places.
desk-place = No. { $at }
desk-group = Standing in for { $name }
desk-group-due = { $due } of { $count } due
ask-places-before = Until now: { $free } free, as of { $date }.
ask-places-undated = Until now: { $free } free, without a date.
ask-places-none = No number is entered so far.
