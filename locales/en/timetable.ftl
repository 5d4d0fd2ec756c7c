# The timetable: the week, days off, sessions.

timetable-title = Timetable
timetable-week-title = { $who }, week of { $day }
timetable-hours = { $n } h
timetable-weeks = Weeks
timetable-previous = Previous week
timetable-next = Next week
timetable-day-0 = Sunday
timetable-day-1 = Monday
timetable-day-2 = Tuesday
timetable-day-3 = Wednesday
timetable-day-4 = Thursday
timetable-day-5 = Friday
timetable-day-6 = Saturday
timetable-day-empty = No session.
timetable-off = Day off
timetable-none = No timetable for you: you are in no section. Ask the head of studies.
timetable-none-keep = No section. Create a promotion and a section in the school year, then place sessions.
timetable-other = Another week
timetable-of = Whose
    .label = Whose
timetable-week = Week of
    .label = Week of
timetable-show = Show

## A session

timetable-lesson-title = { $module }, { $day }
timetable-place = Place a session
timetable-move = Change the session
timetable-section = Section
    .label = Section
timetable-module = Module
    .label = Module
timetable-day = Day
    .label = Day
timetable-first = Begins
    .label = Begins
timetable-length = Length
    .label = Length
timetable-trainer = Trainer
    .label = Trainer
timetable-room = Room
    .label = Room
timetable-teaching = Counts as
    .label = Counts as
timetable-lecture = lecture
timetable-practical = practical
timetable-kind = Type of session
    .label = Type
timetable-kind-hint = The types of the programme’s recommendations.
timetable-kind-exposition = short lecture
timetable-kind-exercise = exercise
timetable-kind-role-play = role-play
timetable-kind-evaluation = evaluation
timetable-kind-feedback = feedback
timetable-weeks-repeated = Number of weeks
    .label = Weeks
timetable-weeks-hint = 1 for this week only. Days off are left out.
timetable-scope = Which sessions
    .label = Which
timetable-scope-one = Only this one
timetable-scope-following = This one and those that follow in the series
    .short = And those after
timetable-know = To check:
timetable-anyway-title = Place anyway
    .label = Anyway
timetable-anyway = Yes, I have checked
timetable-placed =
    { $n ->
        [one] { $n } session is placed.
       *[other] { $n } sessions are placed.
    }
timetable-left-out =
    { $n ->
        [one] { $n } week was left out: a day off.
       *[other] { $n } weeks were left out: days off.
    }
timetable-did-move =
    { $n ->
        [one] { $n } session is changed.
       *[other] { $n } sessions are changed.
    }
timetable-substitution = Substitution
timetable-substitute = Other trainer
    .label = Substitute
timetable-substitute-save = Replace the trainer
    .short = Replace
timetable-substituted = substitution
timetable-replaces = Replaces
timetable-why = Reason
    .label = Reason
timetable-did-substitute = The trainer is replaced for this session.
timetable-cancel = Call the session off
    .short = Call it off
timetable-cancel-hint = A session that is called off stays in sight with its reason; its hours no longer count.
timetable-cancelled = called off
timetable-cancelled-text = This session does not take place.
timetable-did-cancel = The session is called off.
timetable-remove = Take the session out
    .short = Take it out
timetable-remove-hint = A session that is taken out disappears from the timetable. You can undo it from the week.
timetable-did-remove =
    { $n ->
        [one] { $n } session is taken out.
       *[other] { $n } sessions are taken out.
    }

## Undoing

timetable-undo-placed =
    { $n ->
        [one] Undo: { $n } session placed
       *[other] Undo: { $n } sessions placed
    }
    .short = Undo
timetable-undo-moved =
    { $n ->
        [one] Undo: { $n } session changed
       *[other] Undo: { $n } sessions changed
    }
    .short = Undo
timetable-undo-substituted =
    { $n ->
        [one] Undo: { $n } session given to another trainer
       *[other] Undo: { $n } sessions given to another trainer
    }
    .short = Undo
timetable-undo-cancelled =
    { $n ->
        [one] Undo: { $n } session called off
       *[other] Undo: { $n } sessions called off
    }
    .short = Undo
timetable-undo-removed =
    { $n ->
        [one] Undo: { $n } session taken out
       *[other] Undo: { $n } sessions taken out
    }
    .short = Undo
timetable-undo-generated =
    { $n ->
        [one] Undo: { $n } session of a proposal
       *[other] Undo: { $n } sessions of a proposal
    }
    .short = Undo
timetable-undone =
    { $n ->
        [one] Undone: { $n } session is as before.
       *[other] Undone: { $n } sessions are as before.
    }
timetable-undo-changed = One of these sessions has changed since, or it is undone already. Nothing was touched: look at the week, then correct the session itself.
timetable-undo-clash = Nothing was undone.

## What stands in the way

timetable-conflict-slots = The day has not enough hours after the beginning. Begin earlier or make the session shorter.
timetable-conflict-free = The institution does not teach on this day of the week ({ $day }). Choose another day.
timetable-conflict-off = { $day } is a day off: { $name }. Choose another day.
timetable-conflict-trainer = { $who } already has { $module } with section { $section } on { $day }, { $hours }. Choose another hour or another trainer.
timetable-conflict-room = Room { $room } is taken on { $day }, { $hours }: { $module }, section { $section }. Choose another hour or another room.
timetable-conflict-section = The section already has { $module } on { $day }, { $hours }. Choose another hour.
timetable-error-dates =
    { $n ->
        [one] { $n } date does not fit, from { $day } on. Nothing is placed: change the hour, or place fewer weeks.
       *[other] { $n } dates do not fit, from { $day } on. Nothing is placed: change the hour, or place fewer weeks.
    }
timetable-error-day = Type a day, for example 29/11/2026.
timetable-error-weeks = Type a number of weeks, from 1 to { $most }.
timetable-error-anyway = Something is to be checked: read the list above the form, then tick the box to go on.
timetable-error-why = Write the reason in a few words.
timetable-error-which = Choose which sessions to take out.
timetable-error-stale = Somebody else has just changed one of these sessions. What is shown is up to date; check your choices, then start again.
timetable-warning-small = The room has { $seats } places for { $people } trainees.
timetable-warning-trainer = { $module } is not among the modules of this trainer.
timetable-warning-full = The section would have { $hours } h in the week; the programme provides { $most }.
timetable-warning-plan = The plan does not teach { $module } in semester { $semester }.
timetable-placed-visits = Sessions left to visits: { $n }.
timetable-warning-visit = The section is on a visit on { $day }, { $hours }: { $subject }.
timetable-warning-semester = This day lies in no semester of the promotion.

## The calendar

timetable-calendar = Calendar
timetable-offs = Days off
timetable-offs-text = The national holidays with a fixed date are proposed. Religious holidays depend on the moon: add them when they are announced. Each day is confirmed by the institution.
timetable-offs-none = No day off. Add the first one below.
timetable-yearly = every year
timetable-moon-short = by the moon
timetable-moon-title = Date by the moon
    .label = Moon
timetable-moon = Yes, it may change by a day
    .short = Yes
timetable-confirm = Confirm
timetable-confirm-one = Confirm { $name }
timetable-confirmed = confirmed
timetable-off-add = Add a day off
    .short = Add
timetable-off-name-fr = Name in French
    .label = French name
timetable-off-name-ar = Name in Arabic
    .label = Arabic name
timetable-off-name-hint = One name is enough.
timetable-off-from = First day
    .label = First day
timetable-off-until = Last day
    .label = Last day
timetable-off-hint = With the year for once (10/03/2027), without the year for every year (05/07).
timetable-off-until-hint = Empty for a single day.
timetable-off-added = The day off is added. Sessions already placed on it stay: check them.
timetable-off-confirmed = The day off is confirmed.
timetable-off-remove = Remove
timetable-off-remove-one = Remove { $name }
timetable-off-remove-text = Sessions can then be placed on that day again.
timetable-off-removed = The day off is removed.
timetable-error-off-name = Give the day off a name, in French or in Arabic.
timetable-error-off-until = The last day comes before the first, or only one of the two has a year. Correct it.
timetable-error-off-twice = This day off exists already under this name. Change the name or the day.
timetable-week-title-edit = The week
timetable-days = Days of teaching
    .label = Days
timetable-slots = Hours of the day
    .label = Hours
timetable-slots-hint = One line for each hour of teaching, for example 08:00-09:00. Each line counts as one hour.
timetable-week-save = Save the week
    .short = Save
timetable-week-saved = The week is saved.
timetable-error-days = Tick at least one day of teaching.
timetable-error-slot = Line { $line } is no beginning and end. Write it so: 08:00-09:00.
timetable-error-slot-order = Line { $line } ends before it begins, or begins before the line above ends. Correct it.
timetable-error-slot-number = Write at least one hour, and { $most } at most.
timetable-error-slot-taken = Sessions take the last hours of the day. Move them first, or keep these hours.
timetable-error-week-stale = Somebody else has just changed the week. Check your choices, then save again.

## The hours of a section

timetable-done-title = Hours done
timetable-done-of = Hours of section { $section }, { $promotion }
    .short = { $section } { $promotion }
timetable-done-text = A session that is over and was not called off counts as done.
timetable-done-caption = Hours due, placed and done:
    .short = Hours by module
timetable-shares = Types of sessions
timetable-share = { $kind } { $percent } %

## Proposing a week

timetable-generation = Propose a week
timetable-generation-text = A week is proposed from the plan: the hours of each module, the trainers who teach it, the rooms. What is placed already stays. Nothing is written before you accept it.
timetable-sections = Sections
    .label = Sections
timetable-from = First day
    .label = First day
timetable-until = Last day
    .label = Last day
timetable-until-hint = The week is repeated until this day; days off are left out.
timetable-seed = Variant
    .label = Variant
timetable-seed-hint = A number. The same gives the same week; another looks for another one.
timetable-generate = Look for a week
timetable-proposal = Week proposed
timetable-proposal-text =
    { $n ->
        [one] { $n } session a week, from { $from } to { $until }, variant { $seed }.
       *[other] { $n } sessions a week, from { $from } to { $until }, variant { $seed }.
    }
timetable-proposal-take = Place these sessions
timetable-proposal-taken = This proposal stands in the timetable.
timetable-proposal-late = The timetable has changed since this proposal. Nothing was placed: look for a new week.
timetable-left = What has no place:
timetable-left-trainer = { $section }, { $module }, { $hours } h, { $teaching }: no trainer teaches this module. Add it to the modules of a trainer.
timetable-left-room = { $section }, { $module }, { $hours } h, { $teaching }: no room has enough places. Give the section a room.
timetable-left-hours = { $section }, { $module }, { $hours } h, { $teaching }: the week of the section is full. Take sessions out or add hours to the day.
timetable-left-beside = { $section }, { $module }, { $hours } h, { $teaching }: the section, a trainer and a room are never free together, because of { $modules }. Add a trainer or a room.
timetable-left-time = { $section }, { $module }, { $hours } h, { $teaching }: no place was found in the time given. Try another variant, or fewer sections.
timetable-error-sections = Tick at least one section, { $most } at most.
timetable-error-until = The last day comes before the first, or more than { $most } weeks after it. Correct it.
timetable-error-seed = Type a whole number, for example 1.
timetable-error-no-semester = This day lies in no semester of { $section }. Fix the dates of the semesters of the promotion, or choose another day.
timetable-error-no-plan = The plan places no module in this semester for { $section }. Fill the plan first.

## The calendar on a device

timetable-feed = My calendar
timetable-feed-text = A secret link gives your sessions to the calendar of your phone or computer, without a password. It names nobody. Keep it to yourself.
timetable-feed-once = Here is your link. Copy it now: it will not be shown again.
timetable-feed-link = Link
timetable-feed-none = There is no session of yours: you are neither a trainer nor in a section. Ask the head of studies.
timetable-feed-open = A link is open since:
timetable-feed-renew-text = A new link takes the place of the old one, which no longer works.
timetable-feed-renew = Change the link
timetable-feed-make = Make the link
timetable-feed-close = Close the link
timetable-feed-closed = The link is closed: it no longer works.
timetable-feed-section = Section { $section }
