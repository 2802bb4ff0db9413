## Report: what the house offers, to whom and where

cli-report-about = Reports what the house offers: to whom, where, and where something is missing
cli-report-usage = lotse report [WORDS ...] [FILTERS] [OPTIONS]
cli-report-after = Examples:
    {"  "}lotse report
    {"  "}lotse report --target-group migrantinnen --section gaps
    {"  "}lotse report --rows type --columns place --figure free
    {"  "}lotse report --format csv -o report.csv

    What the same words and filters would find in a search is counted.
    Ended and archived offers count only with --status.
cli-report-words = Only offers that a search for this would find
cli-report-rows = What the rows are
cli-report-columns = What the columns are
cli-report-figure = Which number the table shows
cli-report-section = Only this part; CSV always holds exactly one, by itself “table”
cli-report-format = Form of the output
cli-report-output = Writes to this file instead of the screen
cli-value-dimension = DIMENSION
cli-value-figure = FIGURE
cli-value-section = SECTION

figure-offers = offers
figure-free = free places
figure-overdue = overdue confirmations

report-same-dimension = Rows and columns both show “{ $name }”. Choose another dimension with --rows or --columns.
report-written = The report is in “{ $path }”.

report-all = total
report-unstated = not stated
report-heading = Report: { $title }
report-day = As of { $date }
report-words = Search: “{ $line }”
report-partial = No offer has all { $of } words. Counted are the best with { $matched ->
    [one] one word
   *[other] { $matched } words
}.
report-counted = { $count ->
    [0] No offer; ended and archived ones do not count.
    [one] One offer; ended and archived ones do not count.
   *[other] { $count } offers; ended and archived ones do not count.
}
report-counted-status = { $count ->
    [0] No offer with this status.
    [one] One offer with this status.
   *[other] { $count } offers with this status.
}
report-once = An offer for several target groups or at several places counts in each row and column, and once in “total”.
report-nothing = There is nothing to report. Leave out words or filters.
report-places = { $count ->
    [0] Places: no offer says a number
    [one] Places: { $sum } in one offer
   *[other] Places: { $sum } in { $count } offers
}
report-free = { $count ->
    [0] Free places: no offer says a number with a date
    [one] Free places: { $sum } in one offer
   *[other] Free places: { $sum } in { $count } offers
}
report-as-of = (as of { $from } to { $until })
report-as-of-day = (as of { $from })
report-stale = { $count ->
    [one] – one of the numbers is older than { $days } days
   *[other] – { $count } of the numbers are older than { $days } days
}
report-undated = { $count ->
    [one] Free places without a date: one offer, not counted
   *[other] Free places without a date: { $count } offers, not counted
}
report-waiting = { $count ->
    [0] Waiting list: no offer says a number
    [one] Waiting list: { $sum } in one offer
   *[other] Waiting list: { $sum } in { $count } offers
}
report-overdue = { $count ->
    [0] Confirmation overdue: none
    [one] Confirmation overdue: one offer
   *[other] Confirmation overdue: { $count } offers
}
report-ending = { $count ->
    [0] Period ends within 90 days: no offer
    [one] Period ends within 90 days: one offer
   *[other] Period ends within 90 days: { $count } offers
}
report-placeless = { $count ->
    [one] Without a place: one offer
   *[other] Without a place: { $count } offers
}
report-regionless = { $count ->
    [one] Place without a region: one offer
   *[other] Place without a region: { $count } offers
}
report-table = { $rows } by { $columns }: { $figure }
report-with-gap = { $value } (gap)
report-legend-range = { $sign } { $least } to { $greatest }
report-legend-gap = { $sign } gap (none here, some elsewhere)
report-legend-nothing = { $sign } none
report-legend-unknown = ? not stated
report-wide = Overarching; an offer missing there is no gap: { $names }
report-absent = Without any offer: { $names }
report-gaps = { $count ->
    [0] Gaps: none
    [one] Gaps: one
   *[other] Gaps: { $count }
}
report-gaps-of-places = Only a table in which either the rows or the columns are regions or places shows gaps.
report-gap = { $subject }: no offer in { $places }. Elsewhere: { $where }.
report-gap-wide = Overarching: { $where }.
report-more-gaps = { $count ->
    [one] One more gap: lotse report --section gaps --format csv
   *[other] { $count } more gaps: lotse report --section gaps --format csv
}
report-upkeep = Upkeep: overdue confirmations by coordinator
report-of = { $part } of { $all }
report-more = { $count ->
    [one] and one more value
   *[other] and { $count } more values
}

action-open-report = Report: the offers of the search by target group and region
action-next-rows = Another dimension in the rows
action-previous-rows = The previous dimension in the rows
action-next-columns = Another dimension in the columns
action-previous-columns = The previous dimension in the columns
action-next-figure = Another figure: offers, free places, overdue confirmations
context-report = In the report
short-activate-report = Offers
short-next-rows = Rows
short-next-columns = Columns
short-next-figure = Figure
notice-no-filter-for-unstated = A search cannot filter by “not stated”.
report-loading = The offers are being counted.
report-screen-all = { $count ->
    [one] one offer
   *[other] { $count } offers
}
report-cell = { $row }, { $column }: { $count ->
    [0] no offer
    [one] one offer
   *[other] { $count } offers
}
report-cell-gap = gap: there is something elsewhere
report-cell-free = { $count ->
    [one] one free place
   *[other] { $count } free places
}
report-cell-overdue = { $count ->
    [one] one confirmation overdue
   *[other] { $count } confirmations overdue
}
report-cell-column = { $column }: { $count ->
    [0] no offer
    [one] one offer
   *[other] { $count } offers
}
report-screen-current = without ended and archived ones
report-cell-wide = overarching
help-report = What the search finds with its words and filters is counted; the filters of rows and columns are set aside for that. An offer counts in each row and column to which it belongs, and once in “total”. “–” is a gap: there is nothing here, but something in another place. What stands for a whole district or more is overarching and has no gaps. “·” means none, “?” not stated. Enter shows the offers of a cell.
short-open-report = Report

# What the keys do in the table where they are called otherwise elsewhere: table-<name of the action>.
table-select-previous = One row up
table-select-next = One row down
table-cursor-left = One column to the left
table-cursor-right = One column to the right
table-word-left = As many columns to the left as are seen
table-word-right = As many columns to the right as are seen
table-first = To the first row
table-last = To the last row
table-activate = Show the offers of this cell
