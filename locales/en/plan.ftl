# The semester plan of a promotion.

plan-title = Plan of { $promotion }
plan-promotion = Back to the promotion
    .short = Promotion
plan-back = Back to the plan
plan-text = The official document no longer says in which semester each block goes. This plan is the institution’s, which confirms it.
plan-open =
    { $n ->
        [one] { $n } block has no semester yet.
       *[other] { $n } blocks have no semester yet.
    }
plan-not-yet = The plan is not right yet:
plan-suggest = Fill the plan
plan-know = Good to know
plan-know-text = These modules begin before modules they lean on. The matrix is to be confirmed: nothing is forbidden.
plan-early = { $module } begins in semester { $semester }; these modules come later or have no semester: { $later }.
plan-move = Move the blocks
plan-block = Block
    .label = Block
plan-place = Place the blocks
plan-placed = The blocks are placed.
plan-a-week = a week
plan-semester-empty = No block in this semester.
plan-hours = Hours of each module
plan-hours-text = The hours done are those of the timetable: a session that is over and was not called off. Between two numbers: the section that has the least and the one that has the most.
plan-hours-caption = Due, placed, done:
    .short = Hours by module
plan-due = Due
plan-in-semesters = Placed
plan-done = Done
plan-semesters = Semesters
plan-suggestion = Fill the plan
plan-suggestion-text = This is what would be placed. Blocks already placed do not move, and each semester would have its hours.
plan-as-proposed = { $module }, block { $block }: semester { $semester }, as the programme proposes.
plan-otherwise = { $module }, block { $block }: semester { $semester } and not { $proposed }, so that each semester has its hours.
plan-take = Place them so
plan-filled = The plan is filled.
plan-nothing-open = Every block has a semester. Nothing is to be filled.
plan-impossible = No way to place the open blocks gives each semester its hours. Take some placed blocks out, then start again.
plan-impossible-order = The blocks of { $module } do not follow one another. Correct them first.
plan-impossible-full = Semester { $semester } has too many hours already. Take a block out of it, then start again.
plan-impossible-stuck = The blocks already placed leave no way to fill. Taking those of one of these modules out would open one: { $modules }.
plan-changed = The plan has changed since this page. Nothing was placed: open the page again.
plan-error-order = From one block to the next the semester must increase. Choose a later semester, or move the block before.
plan-error-stale = Somebody else has just moved blocks. The plan shown is theirs; check your choices, then place again.
