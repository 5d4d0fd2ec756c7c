# Marks: rules, sheets, entry, computation.

marks-title = Marks
marks-mark = Mark
    .label = Mark
marks-module = Module
    .label = Module
marks-trainee = Trainee
marks-component = Test
    .label = Test
marks-weight = Weight
marks-product = Mark × weight
marks-result = Result
marks-standing = Standing
marks-missing = Missing
marks-open = open
marks-exempt = exempt
marks-set = (set)
marks-resit = Resit
    .label = Resit
marks-reason = Reason
    .label = Reason
marks-standing-passed = passed
marks-standing-compensable = to make up for
marks-standing-failed = not passed
marks-standing-eliminatory = eliminatory

## The section

marks-section-title = Marks, section { $section }, semester { $semester }
    .short = { $section }, marks S{ $semester }
marks-section-back = Back to the section
marks-sheets = Mark sheets
marks-no-module = The plan puts no module in this semester. Place blocks first.
marks-done = { $done } of { $all }
marks-not-opened = no sheet
marks-sheet-open = Open a sheet
marks-opened = The sheet is open, with today’s rules.
marks-opened-all = The sheets of the semester are open, with today’s rules.
marks-module-all = Every module without a sheet
    .short = Every module
marks-averages = Semester averages
marks-averages-text = An average appears only when every module of the semester has its mark. It prepares the council and decides nothing.
marks-averages-caption = Averages:
marks-average = Average

## The sheet

marks-sheet-title = { $module }, section { $section }, semester { $semester }
    .short = { $module }, { $section }, S{ $semester }
marks-sheet-back = Back to the sheet
marks-back = Marks of the section
marks-under = This sheet, opened on { $day }, follows version { $number } of the rules.
marks-enter = Enter
marks-legend = a: absent; d: exempt; –: no mark yet.
marks-sheet-caption = Marks of the sheet:

## Entry

marks-entry-title = { $module }, { $component }
marks-entry-text = A mark from 0 to 20, for example 14.5; a for absent, d for exempt; empty while there is no mark. What is typed is kept, then saved in one go.
marks-save = Save the marks
    .short = Save the marks
marks-saved =
    { $n ->
        [0] Nothing has changed.
        [one] { $n } mark is saved.
       *[other] { $n } marks are saved.
    }
marks-so-many =
    { $n ->
        [one] { $n } mark
       *[other] { $n } marks
    }
marks-sessions = Last entries
marks-undo = Undo
marks-undo-one = Undo the entry of { $when }
    .short = Undo { $when }
marks-undone =
    { $n ->
        [one] { $n } mark is back to what it was before.
       *[other] { $n } marks are back to what they were before.
    }
marks-undone-partly = Marks put back: { $n }. Marks changed since by somebody else, and left: { $stayed }.

## The computation

marks-computation = How it is computed
marks-lines-caption = Tests:
marks-step-mean = Sum { $sum }, divided by the weights ({ $weights }), rounded to { $step }: { $mark }.
marks-step-missing = The mark cannot be computed; missing: { $names }.
marks-step-exempt = The person is exempt from everything: the module does not count.
marks-step-best = Resit { $resit }: the better of the two marks counts, { $mark }.
marks-step-replaces = Resit { $resit }: it replaces the mark, { $mark }.
marks-criteria = Criteria, beside
marks-criteria-text = Where the criteria of the module stand. They enter no average.
marks-no-account = This person has no account: no criterion was observed in the software.
marks-set-title = Set the mark
marks-set-mark = Mark set
    .label = Mark set
marks-hint-set = It takes the place of the computed mark, which stays visible. Empty: the computed mark counts again.
marks-set-save = Set it so
marks-set-saved = The set mark is saved.
marks-was-set = Mark set:
marks-was-computed = Mark computed at that moment:

## The rules

marks-regime = Rules of marks
marks-regime-title = Marks of { $promotion }
marks-regime-text = The official programme says nothing of marks. These rules are the institution’s; those of the beginning are a proposal without an official text.
marks-regime-new = New version
marks-regime-save = Create this version
marks-regime-saved = The new version of the rules is saved. Sheets already open keep theirs.
marks-rules = Rules that stand
marks-versions = Versions
marks-versions-none = No version saved: the first sheet opened will take these rules.
marks-version = Version { $number }
marks-usual = rules to begin with
marks-sheets-under =
    { $n ->
        [one] { $n } sheet is open; a new version does not change it.
       *[other] { $n } sheets are open; a new version does not change them.
    }
marks-says-components = A module’s mark is made of: { $parts }.
marks-says-pass = A module is passed from { $mark } out of 20; marks are rounded to { $step }.
marks-says-eliminatory = Below { $mark } a module cannot be made up for.
marks-says-compensation = The semester’s average can make up for a module.
marks-says-no-compensation = No module is made up for.
marks-says-absent-zero = An absence counts zero.
marks-says-absent-open = An absence leaves the mark open.
marks-says-resit-none = There is no resit.
marks-says-resit-best = After a resit the better mark counts.
marks-says-resit-replaces = The resit replaces the mark.
marks-hint-from = Sheets opened from this day on follow this version.
marks-part-fr = Test { $number } in French
    .short = Test { $number } Fr.
marks-part-ar = Test { $number } in Arabic
    .short = Test { $number } Ar.
marks-part-weight = Test { $number }, weight
    .short = Weight { $number }
marks-pass = Mark to pass
    .label = Pass at
marks-eliminatory = Eliminatory mark
    .label = Eliminatory
marks-hint-eliminatory = Write 0 if there is none.
marks-rounding = Rounding
    .label = Rounding
marks-compensation = Compensation
    .label = Compensation
marks-absent = Absence
    .label = Absence
marks-absent-zero = counts zero
marks-absent-open = leaves it open
marks-resit-none = no resit
marks-resit-best = the better counts
marks-resit-replaces = replaces the mark
marks-coefficient = Coefficient
    .label = Coefficient
marks-coefficient-of = Coefficient { $module }
    .short = Coef. { $module }
marks-coefficients = Coefficients

## Errors

marks-error-unreadable = “{ $typed }” is no mark. Write for example 14.5; a for absent; d for exempt.
marks-error-scale = “{ $typed }” is no mark from 0 to 20. Correct it.
marks-error-fine = “{ $typed }” has too many decimals. Keep two.
marks-error-conflict = { $who } wrote { $mark } while you were typing. Keep their mark, or save again to put yours.
marks-error-stale = Somebody else has just set this mark. Check, then start again.
marks-error-reason = Write the reason: it stays with the decision.
marks-error-module = Choose a module that the plan puts in this semester.
marks-error-opened = This module has its sheet in this semester already. Open it in the list.
marks-error-weight = Write a whole number from 1 to 20.
marks-error-components = Write one test at least, in French and in Arabic, with its weight.
marks-error-eliminatory = The eliminatory mark cannot be above the mark to pass.
marks-error-from = This version would begin before the one before it. Choose a day that is not earlier.
marks-error-version = Somebody else has just created a version. Read it, then create yours.
