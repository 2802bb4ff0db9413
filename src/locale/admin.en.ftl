## Index, self-report, schema, completion, manual page

cli-value-shell = SHELL
cli-value-command = COMMAND
cli-put-failed = { $path } cannot be written: { $reason }
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
schema-place-region = Id of the region in which the place lies.
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
setting-theme = The colours: ansi, light, dark, contrast, none, or a theme of your own from [themes].
setting-mouse = Whether the mouse works inside Lotse. With false it only selects text, as elsewhere in the terminal.
setting-screen-reader = Whether the screen is laid out for a screen reader: no borders, no decoration.
setting-internal-view = Whether internal notes are visible from the start.
setting-watch = How Lotse notices changed files while the screen is open: “auto” at once, on network drives within seconds; “poll” always as on network drives; “off” on F5 only.
setting-user-coordinator = Your id from coordinators.toml. With it come the desk and everything that keeps entries true.
setting-keys = Your own keys for actions, everywhere or in one part of the screen only. An empty list takes an action's keys away. All names and the shipped keys stand in config/keys.toml.
setting-themes = Your own themes. What one does not name comes from “base”. All roles and the shipped themes stand in config/themes.toml.

settings-reference-title = Settings
settings-reference-head = Lotse reads a file `settings.toml`: on Linux `~/.config/lotse/settings.toml`, on Windows `%APPDATA%\lotse\config\settings.toml`, else the file that `--config` or `LOTSE_CONFIG` name. It holds only what shall be different from the default. Paths start at the folder of that file, `~` is your home.

    An option of the command line goes before the environment variable, that before the file, the file before the default. What Lotse does not understand in the file it reports with line, column and a suggestion; everything else counts all the same. “lotse doctor” checks the file, “lotse doctor --settings” shows what is in force and where it comes from, and “lotse schema settings” prints a JSON Schema for your editor.

    This page is made from the program: `LOTSE_WRITE_DOCS=1 cargo test --test references`.
settings-reference-value = Value
settings-reference-default = Default
settings-reference-nothing = none
settings-reference-variable = Environment variable
settings-reference-variables = Environment variables
settings-reference-meaning = Meaning
settings-reference-flag = On the command line
settings-holds-path = a path in quotation marks
settings-holds-text = a text in quotation marks
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
