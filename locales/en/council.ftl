# The council of a semester: prepared by the program, decided by people, sealed in minutes.

council-title = Councils
council-text = The program prepares, the members of the council decide. Sealed minutes never change; a new council can replace them.
council-empty = No council yet. Open the first one for a section and a semester.
council-line = { $section } { $promotion }, semester { $semester }
    .short = { $section } S{ $semester } { $promotion }
council-one-title = Council, section { $section }, semester { $semester }
    .short = Council { $section } S{ $semester }
council-open = Open a council
council-opened = The council is open. Write down who sits, then decide.
council-there = This council was open already: here it is.
council-semester = Semester
    .label = Semester
council-state-open = open
council-state-sealed = sealed
council-minutes = Minutes
council-again = new council
council-versions = Other minutes of this semester
    .short = Other minutes
council-version = Council no. { $version }

## The decisions of the institution

council-codes-title = Decision codes
council-codes-text = The official programme says nothing of councils. These decisions are the institution’s, with their dates.
council-codes-caption = Possible decisions:
    .short = Decisions:
council-code = Code
    .label = Code
council-name = Name
council-kind = Nature
    .label = Nature
council-hint-kind = The nature says what the decision does; it does not change afterwards.
council-until = Until
    .label = Until
council-hint-until = The first day on which it can no longer be chosen; empty if it stays.
council-code-new = Add a code
council-code-edit = Correct
council-kind-admitted = admitted
council-kind-compensated = admitted by compensation
    .short = compensated
council-kind-resit = second session
council-kind-repeats = repeats
council-kind-deferred = deferred
council-kind-excluded = excluded
council-kind-graduated = graduated
council-error-code = A code has 12 characters at most and no space. Type for example ADM.
council-error-until = This day must come after the first day. Correct one of the two.

## The open council

council-open-text = Averages come from the mark sheets, with their rules. The program proposes by these rules and decides nothing.
council-mixed = The sheets of this semester follow several versions of the rules ({ $versions }). Each mark follows its own; the average is judged by the newest.
council-cases = To talk about
council-cases-none = No particular case: each proposal follows the rules.
council-case-eliminatory = Eliminatory mark: { $modules }.
council-case-made-up = Made up for by the average: { $modules }.
council-case-failed = Below the pass mark and not made up for: { $modules }.
council-case-set = Mark set by hand: { $modules }.
council-case-missing = Mark missing: { $modules }.
council-case-below = The average { $mark } is below { $pass }.
council-case-absences =
    { $n ->
        [one] Absent from { $n } test.
       *[other] Absent from { $n } tests.
    }
council-case-over = Unjustified absences: { $hours } h, above the threshold of { $threshold } h.
council-case-warned = Unjustified absences: { $hours } h. The warning begins at { $threshold } h.
council-case-state = State: { $state }.
council-decisions = Decisions
council-held = Day of the council
    .label = Held on
council-president = President
    .label = President
council-members = Members present
    .label = Members
council-hint-members = One member a line, with their function.
council-remarks = Remarks
    .label = Remarks
council-decision = Decision
    .label = Decision
council-reason = Reason
    .label = Reason
council-reason-of = Reason, { $name }
council-undecided = not decided yet
council-average = Average { $mark }.
council-no-average = Average incomplete.
council-proposed = Proposal: { $decision }.
council-save = Save the council
    .short = Save
council-saved =
    { $n ->
        [0] The council is saved; no decision has changed.
        [one] The council is saved, with { $n } decision.
       *[other] The council is saved, with { $n } decisions.
    }
council-error-future = The council cannot have sat after today. Correct the day.
council-error-sitting = Somebody else changed the sitting meanwhile; it now says: { $stands }. Save again to replace it.
council-error-conflict = { $who } decided { $decision } meanwhile. Save again to replace that decision.
council-error-differs = This decision is not what the rules propose. Write why.
council-error-sealed = This council is sealed or has changed meanwhile. Open its page again: what you typed is kept there.

## The seal

council-seal = Seal the minutes
council-seal-confirm = Confirmation
    .label = Confirm
council-confirm = The council has read it all again; these minutes will not change any more.
council-ready = Everything is decided. The seal numbers the minutes, makes them final and gives the trainees their new state.
council-blocked = The minutes cannot be sealed yet:
council-blocks-nobody = The section has no trainee.
council-blocks-sitting = Write down the day of the council, who presides and who is present.
council-blocks-sheet = The module { $module } has no mark sheet in this semester. Open it and enter the marks.
council-blocks-missing = { $name } has no mark: { $modules }. Enter it, or decide a deferral or an exclusion with its reason.
council-blocks-undecided = { $name }: nothing is decided.
council-blocks-overtaken = { $name }: marks or rules have changed since the decision. Read it again and save again.
council-blocks-reason = { $name }: the decision is no longer what the rules propose. Write why.
council-blocks-withdrawn = { $name }: this decision can no longer be chosen on this day. Take another.
council-blocks-state = { $name }: their present state does not allow this decision. Correct their record first.
council-error-confirm = Tick the confirmation to seal the minutes.
council-not-sealed = Nothing is sealed: something has changed since you read the page. Read it again below.
council-sealed-told = Minutes { $number } are sealed.
council-sealed-on = Sealed on
council-decided-caption = Decisions of the council:
    .short = Decisions:
council-seal-title = Seal
council-agrees = The sealed text gives this hash.
council-differs = The text does not give this hash. It was changed outside the program: tell the administrator.
council-hash-text = The hash is computed over the exact text below. Anybody can compute it again from the file, without this program.
council-text-file = Sealed text (file)
    .short = Sealed text
council-canonical = Exact text
council-reopen = Hold a new council
    .short = New council
council-hint-reopen = Why must the semester be judged again? The present minutes are kept.
council-error-reason = Write why this council must be held again.
council-reopened = A new council is open, with the decisions of the former. The former minutes stay.
