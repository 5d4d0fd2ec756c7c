# Reports (états de restitution).

reports-title = Reports
    .short = Reports
reports-ready = Ready reports
reports-files = Files by status
    .short = By status
reports-files-wilaya = Files by wilaya
    .short = By wilaya
reports-files-portfolio = Files by portfolio
    .short = By portfolio
reports-completeness = Completeness of files
    .short = Completeness
reports-updates = Files made and updated
    .short = Updates
reports-activity = Call activity
reports-own = Kept reports
reports-own-none = No kept report. Open a report, set it, then keep it under a name.
reports-delete = Delete
reports-delete-one = Delete { $name }
reports-deletion = Delete the report
reports-deletion-text = This report disappears for the whole centre. No file is changed.
reports-leave = Keep the report
reports-deleted = The report is deleted.
    .short = Report deleted
reports-counted-at = Counted on
reports-csv = Download as CSV
reports-xlsx = Download as XLSX
reports-change = Set this report
reports-ask = Show the report
reports-keep-title = Keep this report
reports-keep = Keep
reports-kept = The report is kept.
    .short = Report kept
reports-name = Name
    .label = Name
reports-hint-name = A name that your colleagues understand. Example: Completeness, Oran.
reports-error-name = Give the report a name.
reports-error-taken = This name is taken in this centre. Choose another one.
reports-error-full = The centre keeps 200 reports already. Delete one before you keep another.
reports-error-own = Too many fields of the centre as columns. Keep { $most } at most.
reports-none = Nothing to count: no line answers this request. Remove a condition or change the dates.
reports-total = Total

## Lines

reports-group = Lines
    .label = Lines
reports-columns = Columns
    .label = Columns
reports-from = From
    .label = From
reports-to = Until
    .label = Until
reports-period = From { $from } to { $to }
reports-group-month = Month
reports-group-part = Part
reports-group-agent = Agent
reports-group-outcome = Call outcome
reports-no-agent = Import or program
reports-age-under = Under { $n }
reports-age-over = { $n } and over
reports-age-band = { $from } to { $to }

## Columns

reports-column-files = Files
reports-column-share = Share
reports-column-complete = Complete
reports-column-no-phone = Without phone
reports-column-no-email = Without e-mail
reports-column-stale = No update, 180 days
reports-own-sum = Total { $field }
reports-own-yes = { $field }: yes
reports-own-filled = { $field } filled
reports-others = Other values
reports-column-held = Given
reports-column-lacking = Missing
reports-column-created = Made
reports-column-updated = Updated
reports-column-calls = Calls
reports-column-answered = Answered
reports-column-talk = Mean talk time
reports-column-satisfaction = Satisfaction
reports-percent = { $n }%
reports-mean = { $n }

## Captions

reports-files-by = Files by { $group }
reports-completeness-of = Completeness, of { $n } files
    .short = Completeness: { $n }
reports-updates-by = Files made and updated by { $group }
    .short = By { $group }
reports-activity-by = Calls by { $group }
reports-chart-text = Bars, one for each line of the table, { $n } at most. The table gives the same figures.
reports-consents = Consents
reports-consents-of =
    { $n ->
        [one] Answers of { $n } file, by purpose and channel
       *[other] Answers of { $n } files, by purpose and channel
    }
    .short = Answers: { $n }
reports-group-consent = Channel and purpose
reports-consent-line = { $channel }: { $purpose }
reports-column-given = Given
reports-column-refused = Refused
reports-column-withdrawn = Withdrawn
reports-column-undecided = No answer
