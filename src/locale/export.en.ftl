## Giving out: lotse export

cli-export-about = Gives out offers as a table or JSON
cli-export-usage = lotse export [WORDS ...] [FILTERS] [OPTIONS]
cli-export-after = Examples:
    {"  "}lotse export -o offers.xlsx
    {"  "}lotse export alleinerziehend --place wetzlar -o list.csv
    {"  "}lotse export --all --internal -o catalogue.json

    Ended and archived offers are there only with --all, or if you ask for them with --status.
    What CSV, XLSX and JSON hold, “lotse import” reads back.
cli-export-words = Only offers that have these words; -word excludes a word, without words it is all of them
cli-export-all = Also give out ended and archived offers
cli-export-format = Form of the output; without it the ending of the file decides, else CSV
cli-export-internal = Also give out internal notes (not in HSDS)
cli-export-output = Write to this file; one that exists is replaced

export-written = { $count ->
        [one] One offer is
       *[other] { $count } offers are
    } now in “{ $path }”.
export-nothing = There is nothing to give out: no offer fits. Nothing was written. “lotse search” with the same words and filters says which filter takes how many away.
export-over = { $count ->
        [one] One ended or archived offer is
       *[other] { $count } ended or archived offers are
    } left out. With --all everything is there.
export-partial = No offer has all { $of } words. Given out are the best ones, with at most { $matched ->
        [one] one of them
       *[other] { $matched } of them
    }.
export-out = { $count ->
        [one] This file is missing in the output because it cannot be read
       *[other] These { $count } files are missing in the output because they cannot be read
    }: { $files }. “lotse check” says what to do.
export-no-internal = { $format } is meant to be passed on: internal data is left out, with --internal as well.
export-misnamed = The name of the file ends in “.{ $extension }”, its content is { $format }. Some programs will not open it like that.
export-needs-file = An { $format } file cannot be shown in the terminal.
export-needs-file-hint = Name a file: -o offers.{ $extension }
export-cell-too-long = In the entry “{ $id }”, “{ $field }” is { $count } characters long; a cell of an XLSX file takes { $most } at most.
export-too-many-rows = { $count } offers are too many for an XLSX file; a sheet takes { $most } at most.
export-no-workbook = The XLSX file cannot be made
export-other-format = CSV and JSON have no such limit: --format csv or --format json.

## Formats: for whom, and what they hold (also in docs/ausgeben.md and in completions)

export-format-csv = Programs that read tables; Excel, if need be
export-content-csv = the offers as text, one row each: semicolons, UTF-8 with a byte order mark, line ends as on Windows
export-format-xlsx = Colleagues who read, sort, filter or enter something in Excel or LibreOffice
export-content-xlsx = Sheet "Offers": one row for each offer, one column for each field, with real numbers and days. Sheet "Key": what each column means and what may stand there
export-format-json = Scripts, backups
export-content-json = the keys of the catalogue's files, with codes instead of labels
export-format-hsds = Directories of social services outside of the house
export-content-hsds = the standard HSDS 3.0; what gets lost stands in hsds.md

## The sheets of the XLSX file

export-sheet-offers = Offers
export-sheet-legend = Key
export-legend-heading = Column
export-legend-field = Field
export-legend-need = Required
export-legend-meaning = Meaning
export-legend-values = What may stand there
export-need-required = yes
export-need-wanted = wanted
export-need-optional = no
export-shape-slug = Small letters, digits and hyphens
export-shape-line = Text in one line
export-shape-paragraphs = Text, also in several paragraphs
export-shape-lines = One text in each line of the cell
export-shape-number = A whole number from 0 to { $most }
export-shape-date = A day
export-shape-dates = Days like 2027-01-11, separated by “{ $separator }”
export-shape-one = One of these (its code in brackets):
export-shape-several = One or several of these, separated by “{ $separator }” (their codes in brackets):
export-shape-more = … and { $count } more

## HSDS

hsds-organization = Provider of offers in the catalogue “{ $catalogue }”
hsds-taxonomy = Value “{ $field }” of the catalogue of offers
hsds-within = Part of { $regions }
hsds-start = Start date
hsds-entry = Entry: { $value }
hsds-weeks-min = at least { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }
hsds-weeks-max = at most { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }
