## Index, self-report, schema, completion, manual page

cli-value-shell = SHELL
cli-value-command = COMMAND
cli-put-folder = “{ $path }” is a folder.
cli-put-folder-hint = Name a file in it, for example offers.csv.
cli-put-in-catalogue = “{ $path }” lies where the files of the catalogue lie. Exports do not belong there.
cli-put-in-catalogue-hint = Name a file outside of the catalogue.
cli-put-failed = “{ $path }” cannot be written: { $reason }
cli-put-failed-open = Perhaps the file is read-only or still open in another program. It is unchanged.
cli-put-failed-missing = Check whether the folder exists.
cli-put-failed-hint = Use -o to name a folder that you may write to.

cli-completions-about = Prints what your shell needs to complete the command line
cli-completions-usage = lotse completions SHELL
cli-completions-after = Examples:
    {"  "}lotse completions bash > ~/.local/share/bash-completion/completions/lotse
    {"  "}lotse completions fish > ~/.config/fish/completions/lotse.fish
    {"  "}lotse completions powershell >> $PROFILE
cli-completions-shell = For which shell

cli-man-about = Prints the manual page of Lotse or of one command
cli-man-usage = lotse man [COMMAND] [OPTIONS]
cli-man-after = Examples:
    {"  "}lotse man | man -l -
    {"  "}lotse man -o ~/.local/share/man/man1
cli-man-command = Only the page of this command
cli-man-output = Write all pages into this folder
cli-man-written = { $count ->
    [one] One manual page lies in { $folder }.
   *[other] { $count } manual pages lie in { $folder }.
}
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-extra = NOTES
man-version = VERSION

cli-schema-about = Prints JSON Schemas of a catalogue's files, by which editors complete and check
cli-schema-usage = lotse schema [KIND] [OPTIONS]
cli-schema-after = Without a kind the command lists which there are. Examples:
    {"  "}lotse schema measure > measure.schema.json
    {"  "}lotse schema --write
cli-schema-kind = Which kind of file
cli-schema-write = Write all schemas into the catalogue's folder “schema”
cli-schema-output = Write all schemas into this folder
cli-schema-no-ids = Do not restrict references to the ids that the catalogue has today
cli-schema-demo-hint = Name a folder with --catalogue. “lotse schema -o FOLDER” writes the schemas elsewhere.
cli-schema-written = { $count ->
    [one] One schema lies in { $folder },
   *[other] { $count } schemas lie in { $folder },
} { $changed ->
    [0] all are unchanged.
    [one] one is new or changed.
   *[other] { $changed } are new or changed.
}
cli-schema-name-them = This is how a file names its schema to your editor, in its first line. New entries do it by themselves.

schema-of-measure = An offer (measures/ID.toml)
schema-of-catalogue = The catalogue as a whole (catalogue.toml)
schema-of-measure_types = Types: what an offer does (vocabulary/measure_types.toml)
schema-of-target_groups = Target groups (vocabulary/target_groups.toml)
schema-of-legal_bases = Legal bases (vocabulary/legal_bases.toml)
schema-of-modules = Modules (vocabulary/modules.toml)
schema-of-goals = Goals (vocabulary/goals.toml)
schema-of-certificates = Certificates (vocabulary/certificates.toml)
schema-of-places = Regions and places (vocabulary/places.toml)
schema-of-providers = Providers (providers.toml)
schema-of-coordinators = Coordinators (coordinators.toml)
schema-of-synonyms = The house's own search words (synonyms.toml)
schema-of-settings = Your settings (settings.toml)

schema-section-eligibility = Whom the offer is for, as far as a machine can check.
schema-section-schedule = When and how the offer takes place.
schema-section-period = From when until when there is the offer.
schema-section-capacity = Places. Free places count only together with their day.
schema-section-contact = Contact at the provider: a function, not a private person.
schema-section-confirmed = When somebody last said: this is still true.

schema-list-measure_type = A type.
schema-list-target_group = A target group.
schema-list-legal_basis = A legal basis with its time of validity.
schema-list-module = A module.
schema-list-goal = A goal.
schema-list-certificate = A certificate.
schema-list-region = A region.
schema-list-place = A place; its region holds for all offers there.
schema-list-provider = A provider.
schema-list-coordinator = A coordinator: the function inside the house that keeps entries true.
schema-list-synonym = A search word with the words that mean the same.

schema-key-id = Id: only lower-case letters a to z, digits and hyphens. Entries refer to it; change it only together with them.
schema-key-label = What the screen shows.
schema-key-aliases = Other names by which people search.
schema-key-note = Remark for those who keep this file.
schema-key-name = Name.
schema-key-phone = Phone number.
schema-key-email = E-mail address.
schema-catalogue-title = Name of the catalogue.
schema-catalogue-operator = Who keeps the catalogue.
schema-catalogue-language = Language of the entries, such as “de”.
schema-catalogue-demo = true: the screen says that this is only a demonstration.
schema-catalogue-confirm_after_days = After so many days a confirmation is overdue.
schema-catalogue-places_after_days = After so many days a number of free places counts as old.
schema-legal_basis-citation = The norm, such as “§ 16d SGB II”.
schema-legal_basis-short = Abbreviation, such as “AGH”.
schema-legal_basis-valid_from = First day on which it is in force.
schema-legal_basis-valid_until = Last day on which it is in force. After it, “lotse check” reports offers that still rest on it.
schema-legal_basis-responsible = Who is responsible: Jobcenter, Agentur für Arbeit, municipality.
schema-region-within = Id of the region that this one lies within: the quarter within the town, the town within the district, the district within the state. What is offered for a whole region reaches all places in it.
schema-place-region = Id of the smallest region that the place lies in. A place with the id or the name of its region stands for the whole region.
schema-provider-url = The provider's web page.
schema-provider-places = Ids of the places where the provider works.
schema-coordinator-name = Name of the function, not of a person.
schema-coordinator-team = Team.
schema-coordinator-substitute = Id of the coordinator who stands in.
schema-synonym-term = The word that the house uses.
schema-synonym-variants = Other words for it.
schema-synonym-direction = Which way a search may go: “both” ways, “to_term” only from the other words to the first, “none” not at all, even if the shipped lists say so.
schema-synonym-hint = What whoever searches for one of the other words should know: what it is called today, for example.

settings-file-head = The settings Lotse starts with. Your own file holds only what you want to be different.
    It lies in
    {"  "}Linux:    ~/.config/lotse/settings.toml
    {"  "}Windows:  %APPDATA%\lotse\config\settings.toml
    or where --config or LOTSE_CONFIG point. Paths start at the folder of that file; ~ is your home. docs/einstellungen.md explains everything one by one.
setting-catalogue = The folder with catalogue.toml. Without it, the folder “catalogue” where you start Lotse counts, else the demo catalogue that is built in.
setting-dictionary = A dictionary of your own, one German word on each line. Lotse cuts compounds by it and by the shipped lists.
setting-language = The language that Lotse speaks. Without it the environment decides.
setting-theme = The colours: { $themes }, or a theme of your own from [themes].
setting-mouse = Whether the mouse works inside Lotse. With false it only selects text, as elsewhere in the terminal.
setting-screen-reader = Whether the screen is laid out for a screen reader: no borders, no decoration.
setting-internal-view = Whether internal notes are visible from the start.
setting-internal-minutes = After so many minutes without a key internal notes close by themselves; 0 means never.
setting-home-place = Id of the place for which the screen shows offers when it opens, from vocabulary/places.toml. The filter is seen and can be taken away like any other. “lotse search” and the other commands do not follow it.
setting-watch = How Lotse notices changed files while the screen is open: “auto” at once, on network drives within seconds; “poll” always as on network drives; “off” on F5 only.
setting-user-coordinator = Your id from coordinators.toml. With it come the desk and everything that keeps entries true.
setting-keys = Your own keys for actions, everywhere or in one part of the screen only. An empty list takes an action's keys away. All names and the shipped keys stand in config/keys.toml.
setting-themes = Your own themes. What one does not name comes from “base”. All roles and the shipped themes stand in config/themes.toml.


settings-reference-title = Settings
settings-reference-head = Lotse reads a file `settings.toml`: on Linux `~/.config/lotse/settings.toml`, on Windows `%APPDATA%\lotse\config\settings.toml`, else the file that `--config` or `LOTSE_CONFIG` name. It holds only what shall be different from the default. Paths start at the folder of that file, `~` is your home.

    An option of the command line goes before the environment variable, that before the file, the file before the default. What Lotse does not understand in the file it reports with line, column and a suggestion; everything else counts all the same. “lotse doctor” checks the file, “lotse doctor --settings” shows what is in force and where it comes from, and “lotse schema settings” prints a JSON Schema for your editor.

    This page is made from the program: `LOTSE_WRITE_DOCS=1 cargo test --test it references`.
settings-reference-value = Value
settings-reference-default = Default
settings-reference-nothing = none
settings-reference-variable = Environment variable
settings-reference-variables = Environment variables
settings-reference-meaning = Meaning
settings-reference-flag = On the command line
settings-holds-path = a path in quotation marks
settings-holds-text = a text in quotation marks
settings-holds-number = a whole number from 0 to { $most }
settings-holds-flag = `true` or `false`
settings-holds-theme = the name of a theme in quotation marks
settings-holds-keys = a section: actions with lists of keys
settings-holds-themes = sections: roles with their looks

variable-lotse-catalogue = Folder of the catalogue
variable-lotse-config = File with your settings
variable-lotse-cache = Folder for the index
variable-lotse-state = Folder for drafts that are not saved yet
variable-lotse-lang = Language: `de` or `en`
variable-lotse-today = Day that counts as today, such as `2026-11-20`: for demonstrations
variable-lc-all = When the value begins with `en`, Lotse speaks English, else German
variable-lc-messages = Like `LC_ALL` when that is not set
variable-lang = Like `LC_ALL` when `LC_MESSAGES` is not set either
variable-no-color = Set: no colours
variable-term = `dumb`: no colours
variable-visual = Your editor for “lotse edit --editor”
variable-editor = Your editor when `VISUAL` is not set
variable-home = Your home (on Windows `USERPROFILE`)

cli-doctor-about = Looks where everything lies and whether it is usable
cli-doctor-usage = lotse doctor [OPTIONS]
cli-doctor-after = Ends with 1 when there is a problem. Writes nothing but short probe files that vanish at once, and never shows what stands in files.
cli-doctor-format = Output
cli-doctor-settings = Instead, show all settings in force and where each comes from

doctor-state-ok = good
doctor-state-note = note
doctor-state-problem = PROBLEM
doctor-area-program = Program
doctor-area-settings = Settings
doctor-area-catalogue = Catalogue
doctor-area-history = History
doctor-area-index = Index
doctor-area-drafts = Drafts
doctor-area-terminal = Terminal
doctor-area-surroundings = Surroundings
doctor-summary = { $problems ->
    [0] No problem
    [one] 1 problem
   *[other] { $problems } problems
}, { $notes ->
    [0] no note.
    [one] 1 note.
   *[other] { $notes } notes.
}
doctor-nothing = –
doctor-own = { $count ->
    [one] 1 of your own
   *[other] { $count } of your own
}
doctor-origin-settings = from the settings
doctor-origin-here = in the folder of the call
doctor-origin-default = default
doctor-origin-file = { $path }, line { $line }
doctor-size-kib = { $size } KiB
doctor-size-mib = { $size } MiB
doctor-size-gib = { $size } GiB

doctor-program = Lotse { $version } ({ $system }) in { $path }

doctor-settings-broken-hint = Check that the file is there and that you may read it. Until then the defaults count.
doctor-settings-fault-hint = Everything else in the file counts all the same. docs/einstellungen.md explains every setting.
doctor-settings-lost-hint = Mend the lines first that are not valid TOML: until then not everything in the file counts. docs/einstellungen.md explains every setting.
doctor-settings-nowhere = Your home is unknown, and so is where your settings lie.
doctor-settings-nowhere-hint = Set HOME, or name the file with --config or LOTSE_CONFIG.
doctor-settings-none = There are no settings of your own; they would lie in { $path }.
doctor-settings-file = File: { $path }
doctor-dictionary = Dictionary of your own: { $path }
doctor-dictionary-no-file = Your dictionary { $path } is not a file.
doctor-dictionary-no-file-hint = Under “dictionary”, name a text file with one word on each line.
doctor-dictionary-unreadable = Your dictionary { $path } cannot be read: { $reason }
doctor-dictionary-unreadable-hint = Check “dictionary” in your settings. Searching goes on without it.
doctor-coordinator-none = No coordinator is set: Lotse searches and shows, but keeps nothing.
doctor-coordinator = You work as “{ $id }” ({ $name }).
doctor-coordinator-untold = Whether there is a coordinator “{ $id }” cannot be told: coordinators.toml cannot be read whole.
doctor-coordinator-untold-hint = “lotse check” shows what is wrong with the file.
doctor-coordinator-unknown = The coordinator “{ $id }” of your settings does not exist in this catalogue.
doctor-coordinator-unknown-hint = { $suggested ->
    [yes] { "" }
   *[no] The ids stand in coordinators.toml; yours stands in the settings under [user].
}

doctor-catalogue-demo = The demo catalogue that is built in counts.
doctor-catalogue-demo-hint = Name your folder with --catalogue, LOTSE_CATALOGUE or “catalogue” in the settings.
doctor-catalogue-folder = Folder: { $path } ({ $origin })
doctor-catalogue-unlisted = The catalogue cannot be read: { $reason }
doctor-catalogue-unlisted-hint = There has to be a folder “measures” that you may read.
doctor-catalogue-empty = The catalogue has no readable offer.
doctor-catalogue-empty-hint = “lotse new” makes one, “lotse import” takes over a table.
doctor-catalogue-entries = { $count ->
    [one] 1 offer is readable.
   *[other] { $count } offers are readable.
}
doctor-catalogue-sound = The files have no fault.
doctor-catalogue-warnings = { $warnings ->
    [one] No error, 1 warning.
   *[other] No error, { $warnings } warnings.
}
doctor-catalogue-warnings-hint = “lotse check” shows them.
doctor-catalogue-errors = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
} and { $warnings ->
    [0] no warning
    [one] 1 warning
   *[other] { $warnings } warnings
} in the files.
doctor-catalogue-errors-hint = “lotse check” shows every fault with its line and a suggestion.
doctor-catalogue-writable = You may change offers.
doctor-catalogue-read-only = You may only read offers: { $reason }
doctor-catalogue-read-only-hint = That is enough for searching. Whoever keeps entries needs the right to write in the folder “measures”.
doctor-watch-off = Changed files are not noticed (“watch = "off"”).
doctor-watch-off-hint = F5 on the screen reads them again.
doctor-watch-poll = Changed files are noticed within seconds (“watch = "poll"”).
doctor-watch-remote = The folder lies on a network drive or a shared folder: changed files are noticed within seconds.
doctor-watch-remote-hint = Nothing has to be done. An index is never used over the network.
doctor-watch-events = Changed files are noticed at once.
doctor-watch-refused = The system cannot watch this folder; changed files are noticed within seconds.
doctor-watch-refused-hint = On Linux a higher fs.inotify.max_user_watches or max_user_instances often helps.
doctor-left-over-none = No save was left unfinished.
doctor-left-over = { $count ->
    [one] 1 file of an interrupted save lies in “measures”.
   *[other] { $count } files of interrupted saves lie in “measures”.
}
doctor-left-over-hint = The next save tidies up. No offer is damaged.
doctor-schemas-none = The catalogue has no schemas for editors; “lotse schema --write” makes them.
doctor-schemas-current = The schemas for editors agree with the vocabularies.
doctor-schemas-old = The schemas for editors do not agree with the vocabularies any more.
doctor-schemas-old-hint = “lotse schema --write” writes them anew.

doctor-history-none = Without a catalogue of your own there is no history.
doctor-journal = { $count ->
    [0] The history will stand in { $path }; it is empty so far.
    [one] The history stands in { $path } (1 offer).
   *[other] The history stands in { $path } ({ $count } offers).
}
doctor-git-missing = The catalogue lies in a git checkout ({ $path }), but git cannot be found.
doctor-git-missing-hint = Install git, or add it to PATH. Saving works all the same; the history then stands in .lotse/history.
doctor-git-dubious = git refuses { $path } because the folder belongs to somebody else (“dubious ownership”).
doctor-git-dubious-hint = If you trust the folder: git config --global --add safe.directory "{ $path }". Saving works all the same; the history then stands in .lotse/history.
doctor-git-refuses = git does not work in { $path }: { $reason }
doctor-git-refuses-hint = “git status” in this folder says more. Saving works all the same; the history then stands in .lotse/history.
doctor-git-ignored = git ignores the catalogue in { $path }.
doctor-git-ignored-hint = Take it out of .gitignore if git shall keep the history. Until then it stands in .lotse/history.
doctor-git-checkout = git keeps the history in { $path }.
doctor-git-unfinished = In { $path } a rebase or merge is not finished. Until then changes stand in the files, but not in the history.
doctor-git-unfinished-hint = Finish it with git, or abort it.
doctor-git-user = git knows you as “{ $name }”; changes bear the coordinator's name.
doctor-git-nobody = git knows no name of yours; that does no harm, because changes bear the coordinator's name.
doctor-git-hooks = When saving, hooks of git run from { $path }.

doctor-cache-none = There is no folder for the index: it is built anew at every start.
doctor-cache-none-hint = Set HOME or LOTSE_CACHE.
doctor-cache-folder = Folder: { $path }
doctor-cache-unwritable = { $path } cannot be written to: { $reason } The index is built anew at every start.
doctor-cache-unwritable-hint = Set LOTSE_CACHE to a folder that you may write to.
doctor-cache-space = Free: { $size }
doctor-cache-full = Only { $size } are free.
doctor-cache-full-hint = That may be too little for a new index beside the old one. Tidy up, or set LOTSE_CACHE.
doctor-index-fits = The index fits: { $count ->
    [one] 1 offer
   *[other] { $count } offers
}, { $size }, built on { $day }.
doctor-index-missing = There is no index of this catalogue yet.
doctor-index-missing-hint = “lotse index” builds it; otherwise the first search does.
doctor-index-foreign = The index comes from another version of Lotse, or was built with another personal dictionary.
doctor-index-foreign-hint = The next search builds it anew by itself.
doctor-index-damaged = The index is damaged: { $reason }
doctor-index-damaged-hint = The next search builds it anew by itself. If that happens often, have the disk checked.
doctor-index-unreadable = The index in { $path } cannot be read: { $reason }
doctor-index-unreadable-hint = Check whose folder it is, or set LOTSE_CACHE to another one.

doctor-state-none = There is no folder for drafts: what is not saved is lost in a crash.
doctor-state-none-hint = Set HOME or LOTSE_STATE.
doctor-state-folder = Folder: { $path }
doctor-state-unwritable = { $path } cannot be written to: { $reason } What is not saved is lost in a crash.
doctor-state-unwritable-hint = Set LOTSE_STATE to a folder that you may write to.
doctor-drafts-none = No draft was left behind.
doctor-drafts = { $count ->
    [one] 1 draft was left behind.
   *[other] { $count } drafts were left behind.
}
doctor-drafts-hint = The screen offers them at the next start.

doctor-terminal-none = Input or output are no terminal now; the screen could not be opened like this.
doctor-terminal-none-hint = For the commands that is enough. Otherwise call “lotse doctor” without redirection.
doctor-terminal-no-size = The terminal does not say how large it is.
doctor-terminal-no-size-hint = “stty size” should show two numbers.
doctor-terminal-size = { $columns } × { $rows } characters
doctor-terminal-small = { $columns } × { $rows } characters: Lotse works, but not everything has room.
doctor-terminal-small-hint = From 80 × 24 on everything is comfortable.
doctor-terminal-unknown = unknown
doctor-terminal-name = TERM: { $name }; program: { $through }
doctor-terminal-dumb = TERM is “dumb”: no colours, and the screen cannot be driven.
doctor-terminal-dumb-hint = Use the commands (“lotse search …”) or another terminal.
doctor-terminal-nameless = TERM is not set.
doctor-terminal-nameless-hint = Set TERM, for example to xterm-256color.
doctor-colours-unwanted = No colours ({ $name })
doctor-colours-true = Colours: 16 million
doctor-colours-256 = Colours: 256. Themes with #rrggbb may look different from what was meant.
doctor-colours-16 = Colours: 16, as far as the terminal lets on; that is enough for the theme “ansi”.
doctor-utf8 = Umlauts: UTF-8 ({ $locale })
doctor-utf8-missing = The locale “{ $locale }” does not name UTF-8; umlauts and borders may look wrong.
doctor-utf8-missing-hint = Set LANG to de_DE.UTF-8 or C.UTF-8.
doctor-utf8-unsaid = Neither LC_ALL nor LC_CTYPE nor LANG are set; whether the terminal shows UTF-8 is unknown.
doctor-utf8-unsaid-hint = Set LANG to de_DE.UTF-8 or C.UTF-8.
doctor-mouse = The mouse works in Lotse when the terminal passes it on (in tmux: set -g mouse on); that cannot be known beforehand.
doctor-mouse-off = The mouse only selects text (“mouse = false”).
doctor-clipboard-tmux = Clipboard: text from Lotse arrives only when tmux passes it on (set -g set-clipboard on).
doctor-clipboard-likely = Clipboard: this terminal probably takes text (OSC 52).
doctor-clipboard-unlikely = Clipboard: this terminal probably does not take text (OSC 52); select with the mouse.
doctor-clipboard-unknown = Clipboard: whether this terminal takes text (OSC 52) cannot be known beforehand.
doctor-clipboard-remote = Over SSH the clipboard is that of the machine before which you sit.

doctor-language = English
doctor-language-of = Language: { $language } ({ $origin })
doctor-today = Today is { $day } (time zone { $zone }).
doctor-today-wrong-hint = Take LOTSE_TODAY away. Until then the day of the system counts for “lotse doctor”.
doctor-today-set = { $day } counts as today because LOTSE_TODAY is set.
doctor-today-set-hint = Take LOTSE_TODAY away unless you demonstrate or test.
doctor-home-missing = HOME is not set: “~” in your settings leads nowhere.
doctor-home-missing-hint = Set HOME, or write paths in full.
doctor-editor = Editor: { $program } ({ $path })
doctor-editor-missing = The editor “{ $program }” cannot be found.
doctor-editor-missing-hint = Set VISUAL or EDITOR. Only “lotse edit --editor” needs it.
doctor-git-trusted = You trust the git folder { $path }: git keeps the history, with its hooks, filters and signatures.
doctor-git-untrusted = You do not trust the git folder { $path }: its commits are only read, programs it names are not started.
doctor-git-undecided = You have not said yet whether you trust the git folder { $path }. Until then its commits are only read, programs it names are not started.
doctor-git-undecided-hint = “lotse --trust doctor” if git is to keep the history and run hooks, filters and signatures; else “lotse --no-trust doctor”.
doctor-import-waits = An interrupted import waits.
doctor-import-waits-hint = The next command that writes here checks and finishes it.
