# Attendance: sheets, justifications, thresholds.

attendance-title = Absences of the section
    .short = Absences
attendance-absences = Absences
attendance-section = Section
attendance-sheet = Attendance sheet
attendance-sheet-title = Attendance: { $module }, section { $section }, { $day }
    .short = { $module } { $section } { $day }
attendance-sheet-text = Everybody is present at first. Change those who are not, one letter is enough, then save.
attendance-presence = Attendance
    .label = Attendance
attendance-present = present
attendance-absent = absent
attendance-late = late
attendance-left = early exit
attendance-keep = Save
attendance-kept =
    { $n ->
        [one] The sheet is saved: { $n } line has changed.
       *[other] The sheet is saved: { $n } lines have changed.
    }
attendance-cancelled = This session is called off: it has no sheet. Nothing was saved.
attendance-to-come = This session is to come. The sheet opens on its day; you can print it.
attendance-nobody = Nobody was in the section on that day.
attendance-paper = To print and to sign:
    .short = To sign:
attendance-name = Name
attendance-number = Number
attendance-signature = Signature
attendance-error-conflict = { $who } has just written: { $state }. Keep your choice by saving again, or change it.

## A section

attendance-section-title = Absences of section { $section }, { $promotion }
    .short = { $section } { $promotion }
attendance-period = Semester { $semester }.
attendance-period-all = All dates: the semesters have no dates yet.
attendance-caption = Hours of absence, those over first:
    .short = Hours of absence
attendance-standing = Threshold
attendance-over = over
attendance-warned = to be warned
attendance-fine = below
attendance-counted = Counted
attendance-unjustified = Unjustified
attendance-justified = Justified
attendance-lates = Times late
attendance-rule-said = Warning at { $warn } h of unjustified absence, threshold at { $most } h, { $lates } times late or gone early count as one hour.
attendance-rule-said-plain = Warning at { $warn } h of unjustified absence, threshold at { $most } h, times late do not count.

## A trainee

attendance-trainee-title = { $name }: absences
attendance-record = Record of the trainee
    .short = Record
attendance-none = No absence in this semester.
attendance-by-module = By module
attendance-by-session = By session
attendance-is-justified = justified
attendance-justifications = Justifications
attendance-justifications-none = No justification.
attendance-justify = Justify absences
    .short = Justify
attendance-from = First day
    .label = First day
attendance-until = Last day
    .label = Last day
attendance-until-hint = Empty for a single day.
attendance-reason = Reason
    .label = Reason
attendance-reason-hint = What is enough to justify, without details of health. Example: certificate handed in on 12/11.
attendance-did-justify = The absences of these days are justified.
attendance-take-back = Take back
attendance-take-back-one = Take back the justification of { $days }
    .short = Take back { $days }
attendance-take-back-text = The absences of these days will no longer be justified.
attendance-did-take-back = The justification is taken back.
attendance-error-day = Type a day, for example 29/11/2026.
attendance-error-until = The last day comes before the first. Correct it.
attendance-error-reason = Write the reason in a few words.

## The thresholds

attendance-rules = Absence thresholds
attendance-rules-text = The official programme says nothing of absences. These thresholds are the institution’s, which confirms them; they count by semester.
attendance-rule-versions = Thresholds over time
attendance-rule-set = Set thresholds
attendance-rule-from = From
    .label = From
attendance-rule-warn = Hours until a warning
    .short = Warning (h)
    .label = Warn at
attendance-rule-most = Hours of the threshold
    .short = Threshold (h)
    .label = Threshold
attendance-rule-lates = Times late for one hour
    .short = Times late an hour
    .label = Times late
attendance-rule-lates-hint = 0 when times late do not count.
attendance-rule-did-set = The thresholds are set. Those before stay to be read.
attendance-error-number = Type a whole number, from 0 to { $most }.
attendance-error-most = The threshold comes before the warning. Correct one of the two.
attendance-error-rule-reason = Write why these thresholds are set, for example: internal rules.
attendance-error-twice = Thresholds begin on that day already. Choose another day.
