## Reading tables

cli-import-about = Reads a table (CSV, XLSX) or an export (JSON) into the catalogue
cli-import-usage = lotse import FILE [OPTIONS]
cli-import-after = With a table that Lotse has never seen:

    {"  "}lotse import table.xlsx --propose > mapping.toml
    {"  "}lotse import table.xlsx --mapping mapping.toml --dry-run
    {"  "}lotse import table.xlsx --mapping mapping.toml

    What "lotse export" writes needs no mapping. Reading it again changes entries instead of doubling them.
cli-import-file = The table
cli-import-mapping = What the columns mean: a mapping file in TOML
cli-import-sheet = The sheet of the workbook; else the first one
cli-import-propose = Proposes a mapping and writes nothing else
cli-import-dry-run = Only shows what would happen
cli-import-partial = Writes although rows are refused; those are left out
cli-import-prefer = Who is right where table and catalogue contradict each other
cli-import-format = Form of the output
cli-import-by = Id of the coordinator in whose name you work
cli-value-mapping = MAPPING
cli-value-sheet = SHEET
cli-value-side = SIDE

import-source-csv = { $file }: { $encoding }, separator { $separator }
import-source-xlsx = { $file }, sheet "{ $sheet }"
import-source-json = { $file }: export of Lotse
import-other-sheets = (not read: { $sheets })
import-rows = { $count ->
    [one] Row { $rows }
   *[other] Rows { $rows }
}
import-entries = { $count ->
    [one] Entry no. { $rows }
   *[other] Entries no. { $rows }
}
import-column = Column { $letters } "{ $heading }"
import-column-nameless = Column { $letters }
import-outcome-new = new
import-outcome-changed = changed
import-outcome-unchanged = unchanged
import-outcome-undecided = to be decided
import-outcome-refused = refused
import-conflict = { $field }: conflict – table: { $table }; catalogue: { $catalogue }; last import: { $base }
import-differs = { $field }: different – table: { $table }; catalogue: { $catalogue }
import-kept = { $field }: stays { $catalogue }, changed in the catalogue (table: { $table }; last import: { $base })
import-kept-catalogue = { $field }: stays { $catalogue } (table: { $table })
import-quoted = "{ $words }"
import-filled-unknown = Not in the table, therefore "unknown": { $fields }
import-warning = Warning: { $message }
import-summary = { $new } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused.
import-conflicts = { $count ->
    [one] 1 conflict: table and catalogue have both changed since the last import.
   *[other] { $count } conflicts: table and catalogue have both changed since the last import.
}
import-differences = { $count ->
    [one] 1 difference from a value that does not come from this table.
   *[other] { $count } differences from values that do not come from this table.
}
import-decide = There the catalogue stays as it is for now. If these are your own changes to the table, this takes them over:
    {"  "}{ $command }
    If the catalogue is to be right: --prefer catalogue
import-kept-count = { $count ->
    [one] 1 field stays as it was changed by hand in the catalogue.
   *[other] { $count } fields stay as they were changed by hand in the catalogue.
}
import-warnings = { $count ->
    [one] 1 warning.
   *[other] { $count } warnings.
}
import-skipped = { $count ->
    [one] 1 row passed over as the mapping says.
   *[other] { $count } rows passed over as the mapping says.
}
import-unused = { $count ->
    [one] The mapping says nothing of this column: { $columns }.
   *[other] The mapping says nothing of these columns: { $columns }.
} Name what you do not need under "ignore".
import-dry-run = Dry run: nothing was written.
import-done = { $count ->
    [one] 1 entry written.
   *[other] { $count } entries written.
}
import-nothing-to-do = There was nothing to write.
import-nothing-written = Nothing was written because rows were refused. Mend the table or the mapping; --partial reads the other rows.
import-nothing-happened = Nothing was written.

import-overtaken = Somebody changed in the same moment: { $ids }. Those changes have stayed; read the table again.
import-busy = Somebody else is reading a table at this moment: { $who }
import-busy-hint = Wait until that is done, then try again. Nothing was written.
import-changed-meanwhile = These entries have changed meanwhile: { $ids }
import-changed-meanwhile-hint = Nothing was written. Read the table again.
import-io = { $path }: { $reason }
import-unfinished = The import is decided, but not finished: { $path }: { $reason }
import-unfinished-hint = Remove what is in the way. The next call of Lotse that may write here does the rest; nothing is lost.
import-finished = { $count ->
    [one] An interrupted import of 1 entry was finished.
   *[other] An interrupted import of { $count } entries was finished.
}
import-waiting = An interrupted import waits here to be finished: { $reason }

import-unreadable = { $path } cannot be read: { $reason }
import-not-utf8 = The mapping is not saved as UTF-8
import-no-rows = The table has no row below its headings.
import-json-mapping = An export in JSON needs no mapping; it says itself what it means.
import-no-headings = Without a mapping there have to be headings that Lotse knows; there is none of them here.
import-uncertain = { $count ->
    [one] Without a mapping nobody can be sure what 1 column means. Nothing was written. The mapping needs:
   *[other] Without a mapping nobody can be sure what { $count } columns mean. Nothing was written. The mapping needs:
}
import-uncertain-likely = { $column }: probably "{ $field }", then in [columns]: { $line }
import-uncertain-taken = { $column }: "{ $field }" comes from another column already. Another field in [columns], or: { $line }
import-uncertain-unknown = { $column }: not recognised. Its field in [columns], or: { $line }
import-columns-inferred = Read like this, without a mapping:
import-column-means = { $column }: { $field }
import-column-means-separated = { $column }: { $field }, separated by { $separators }
import-column-ignored = { $column }: is not needed
import-propose-hint = "lotse import FILE --propose > mapping.toml" proposes a mapping; then: --mapping mapping.toml
import-mapping-faulty = { $count ->
    [one] The mapping has 1 fault. Nothing was written.
   *[other] The mapping has { $count } faults. Nothing was written.
}

import-file-too-large = the file is too large ({ $size } MiB packed or unpacked)
import-file-too-large-hint = No table of offers is that large. Save the one sheet as CSV.
import-file-limit-parts = the workbook consists of { $found } files; at most { $most } are read
import-file-limit-parts-hint = Open it in your spreadsheet program and save only the one sheet as CSV.
import-file-limit-part = a file in the workbook has at least { $found } MiB unpacked; at most { $most } MiB are read
import-file-limit-part-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-unpacked = the workbook has at least { $found } MiB unpacked; at most { $most } MiB are read
import-file-limit-unpacked-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-piece = in the workbook stands a text of at least { $found } KiB; at most { $most } KiB are read
import-file-limit-piece-hint = Open it in your spreadsheet program and save only the one sheet as CSV.
import-file-limit-depth = the workbook is nested { $found } levels deep; at most { $most } are read
import-file-limit-depth-hint = Open it in your spreadsheet program and save only the one sheet as CSV.
import-file-limit-merged = a sheet has { $found } merged ranges; at most { $most } are read
import-file-limit-merged-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-strings = the workbook names { $found } different texts; at most { $most } are read
import-file-limit-strings-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-cells = the table has { $found } cells or more; at most { $most } are read
import-file-limit-cells-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-formats = the workbook has { $found } cell formats; at most { $most } are read
import-file-limit-formats-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-format-bytes = the cell formats of the workbook need up to { $found } MiB; at most { $most } MiB are read
import-file-limit-format-bytes-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-text = the cells hold at least { $found } MiB of text; at most { $most } MiB are read
import-file-limit-text-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-separators = the text has { $found } separators; at most { $most } are read
import-file-limit-separators-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-limit-values = the export has { $found } values; at most { $most } are read
import-file-limit-values-hint = Export the catalogue in several parts, with a filter for example.
import-file-limit-groups = the export has { $found } groups of values; at most { $most } are read
import-file-limit-groups-hint = Export the catalogue in several parts, with a filter for example.
import-file-limit-time = reading takes longer than { $most } seconds
import-file-limit-time-hint = Delete what does not belong to the table, or save only the one sheet as CSV.
import-file-too-many-rows = it has more than { $most } rows
import-file-too-many-rows-hint = Delete the rows below the table, or divide it.
import-file-too-many-columns = it has more than { $most } columns
import-file-too-many-columns-hint = Delete the columns right of the table.
import-file-old-workbook = it is a workbook in the old format (.xls) or with a password
import-file-old-workbook-hint = Open it in your spreadsheet program and save it without a password as .xlsx or CSV.
import-file-open-document = it is a spreadsheet in the OpenDocument format (.ods)
import-file-open-document-hint = Save it in LibreOffice as .xlsx or CSV.
import-file-no-table = it is neither CSV nor XLSX nor an export of Lotse
import-file-damaged-archive = The file is incomplete or damaged
import-file-damaged-archive-hint = Copy or download it once more. If Excel or LibreOffice opens it, save it anew there as .xlsx or CSV.
import-file-damaged-encrypted = The workbook is locked with a password
import-file-damaged-encrypted-hint = Open it in Excel or LibreOffice and save it without a password as .xlsx or CSV.
import-file-damaged-packing = The workbook is packed in a way that Lotse does not read
import-file-damaged-packing-hint = Open it in Excel or LibreOffice and save it anew as .xlsx or CSV.
import-file-damaged-format = This is no workbook in the format .xlsx
import-file-damaged-format-hint = Open the table in Excel or LibreOffice and save it as .xlsx or CSV.
import-file-damaged-part = A part of the workbook is missing
import-file-damaged-part-hint = Open it in Excel or LibreOffice, let it be repaired, and save it anew as .xlsx or CSV.
import-file-damaged-content = The content of the workbook is damaged
import-file-damaged-content-hint = Open it in Excel or LibreOffice, let it be repaired, and save it anew as .xlsx or CSV.
import-file-no-sheet = there is no sheet "{ $sheet }", only { $known }
import-file-no-sheets = only workbooks have sheets
import-file-no-export = this JSON file is no export of Lotse
import-file-no-export-hint = What "lotse export --format json" writes can be read.
import-file-json = not valid JSON: line { $line }, column { $column }
import-file-version = the export has version { $version }, this Lotse reads version 1
import-file-version-hint = A newer Lotse can read it.
import-file-empty = it is empty

import-mapping-syntax = Not valid TOML: { $reason }
import-mapping-syntax-hint = { $of ->
    [twice] It stands first in line { $first }. Delete or change one of the two.
    [path] Write { $path } in single quotes, or each backslash twice.
   *[other] { "" }
}
import-mapping-unknown-key = There is no "{ $key }" in a mapping
import-mapping-wrong-type = Here belongs { $expected ->
    [string] a text in quotes
    [strings] a text or a list of texts
    [rows] the number of a row or a list of them
    [table] a section
    [column] the name of a field in quotes or { "{" } field = "..." { "}" }
   *[value] a value of the field: a text, a number, a day or a list
}
import-mapping-not-one-of = "{ $value }" does not work here; possible are: { $known }
import-mapping-no-field = There is no field "{ $name }"
import-mapping-no-field-hint = Fields are called as in the files of the catalogue, "title" or "capacity.free" for example.
import-mapping-no-line = No id can be made of { $field }
import-mapping-no-date-format = "{ $value }" is no format of days
import-mapping-no-date-format-hint = Write D, M and Y for day, month and year: "DD.MM.YYYY", "DD.MM.YY", "MM/YYYY".
import-mapping-no-list = { $field } cannot hold several values
import-mapping-field-or-patterns = A column needs either "field" or "patterns"
import-mapping-pattern-no-text = A pattern needs "text"
import-mapping-pattern-bracket = A brace is missing in this pattern
import-mapping-pattern-adjoining = Between two fields there has to be a character that separates them
import-mapping-field-twice = { $field } gets its value from elsewhere already
import-mapping-field-twice-hint = Only lists and texts of several paragraphs take several columns.
import-mapping-words-twice = "{ $value }" stands here twice
import-mapping-no-columns = The mapping names no column
import-mapping-no-columns-hint = The section [columns] says which column is which field: "Name" = "title"
import-mapping-one-value = { $field } has one value only
import-mapping-several = "{ $value }" may mean several things in { $field }
import-mapping-no-value = There is no "{ $value }" in { $field }
import-mapping-no-day = This is no day; write 2027-01-31
import-mapping-no-number = This is no whole number
import-mapping-too-large = This number is too large for { $field }
import-mapping-no-slug = This is no id
import-mapping-no-column = The table has no column "{ $name }"
import-mapping-no-column-hint = It has: { $known }
import-mapping-column-several = "{ $name }" stands above several columns: { $columns }
import-mapping-column-several-hint = Use the letter of the column.
import-mapping-column-twice = The column "{ $name }" has its field already
import-mapping-no-header-row = Row { $row }, which should hold the headings, is empty
import-mapping-no-header-row-hint = "header_row" is the number of the row with the headings.

import-reason-failed = A formula has failed here
import-reason-failed-hint = Mend the formula in the table.
import-reason-too-long = The cell has { $length } characters; perhaps a quotation mark is missing
import-reason-no-pattern = None of the patterns of this column looks like this
import-reason-no-pattern-hint = Add a pattern under "patterns".
import-reason-open = "{ $value }" has not been filled in in the mapping yet
import-reason-open-hint = Put the id there, or [] for "nothing".
import-reason-number-for-day = There is a number where a day is expected
import-reason-number-for-day-hint = Give the column the format "date" in the table.
import-reason-several = "{ $value }" may mean several things: { $codes }
import-reason-several-hint = Use the id, or say under [values] in the mapping what is meant.
import-reason-no-value = There is no "{ $value }" in the catalogue
import-reason-no-value-hint = Say under [values] in the mapping what is meant, or add it to the vocabulary of the catalogue.
import-reason-no-day = "{ $value }" is no day
import-reason-no-day-hint = 31.1.2027, 31.01.27 and 2027-01-31 are read; "date_formats" or "patterns" in the mapping name others.
import-reason-no-number = "{ $value }" is no whole number
import-reason-no-number-hint = If there is more than a number in the cell, "patterns" in the mapping says what of it is meant.
import-reason-too-large = "{ $value }" is too large, at most { $most }
import-reason-no-slug = "{ $value }" is no id
import-reason-no-slug-hint = Ids have only lower-case letters, digits and hyphens, and are no device of Windows (con, nul ...).
import-reason-several-rows = Several rows are the same entry
import-reason-several-rows-hint = If they belong together, "join" in the mapping names the fields that are gathered: join = ["places"]
import-reason-contradiction = The value is another one than in row { $row }, which means the same entry
import-reason-contradiction-hint = Mend one of the rows, or name the field under "join".
import-reason-no-key = The row has neither id nor measure number nor title
import-reason-no-key-hint = What is no offer is passed over by "skip_rows" or "skip_where" in the mapping.
import-reason-reached-twice = Row { $row } means this entry already
import-reason-several-entries = Several entries of the catalogue fit: { $ids }
import-reason-several-entries-hint = Use a column with the id, or give the entries different titles.
import-reason-no-id = No id can be made of the title
import-reason-no-id-hint = Add a column for "id".
import-reason-id-taken = The id "{ $id }" is taken
import-reason-other-id = The entry has the id "{ $id }"; an import gives no entry another one
import-reason-damaged = The file of "{ $id }" is damaged
import-reason-damaged-hint = "lotse check" says what is wrong with it.
import-reason-unwritable = These values cannot be written into the file
import-reason-unwritable-hint = Open the file with "lotse edit --editor".
import-reason-phone-zero = The zero in front is probably missing
import-reason-phone-zero-hint = Spreadsheet programs drop it from numbers. Give the column the format "Text" and add the zero.
import-reason-title-known = This is also the title of: { $ids }
import-reason-title-known-hint = If it is the same offer, correct the number in the table or in the catalogue before you import.
import-reason-json-key = There is no such field
import-reason-json-type = The value is of another sort than the field has

import-proposal-head = Mapping for { $file }, proposed by Lotse
    Please look it over: lines behind a # do not count; empty values ("") are still to be filled in.
    Then: lotse import FILE --mapping THIS-FILE --dry-run
import-proposal-header-row = Row with the headings; several as [3, 4]
import-proposal-blank = Cells that say nothing
import-proposal-empty = An empty cell leaves the value in the catalogue ("keep") or takes it out ("clear")
import-proposal-dates = Days like 31.1.2027, 31.01.27 and 2027-01-31 are always known; further formats here
import-proposal-columns = Column = field; behind it column, meaning and examples.
import-proposal-unknown = { $column }: not known{ $field }
import-proposal-taken = { $column }: "{ $field }" is taken already
import-proposal-skip = Rows that are no offers
import-proposal-new = For new entries where the table says nothing
import-proposal-required = required "{ $field }": please decide and remove the #
import-proposal-values = What the words of the table mean: the id in the catalogue, [] for nothing
import-proposal-known = known by themselves: { $words }
import-proposal-near = guessed: "{ $name }", please check
import-proposal-ignore = Columns that nobody needs
import-proposal-skip-rows = Rows below the table: footnotes, legends, other tables
import-proposal-choice = one of: { $candidates }
import-proposal-as-of = From which day are the free places? Without one Lotse warns about every entry. Without their #, the two lines hold for all.
import-proposal-empty-vocabulary = { $file } is missing in the catalogue or empty. First add to it what there is, with "id" and name,
    and let Lotse propose the mapping again.

import-saving = Import: { $done } of { $total } entries ({ $percent }%)
import-saving-seconds = Import: { $done } of { $total } entries ({ $percent }%), about { $seconds } s left
import-saving-minutes = Import: { $done } of { $total } entries ({ $percent }%), about { $minutes } min left
import-recording = Import: all { $total } entries have been written, the history is being added to
