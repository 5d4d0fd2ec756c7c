# The pages of the programme.

programme-title = Programme
programme-intro = Programme { $code } (edition { $edition }) trains for this occupation: { $trade }.
programme-about = It says what a trainee learns, under which conditions they are assessed and by which criteria. Every criterion has an identifier that does not change; scenarios, evidence and progress refer to it.
programme-back = Back to programme
programme-totals = In figures
programme-hours = { $hours } h

programme-hours-all = Hours in all
    .label = In all
programme-hours-training = Hours of training
    .label = Training
programme-hours-internship = Internship hours
    .label = Internship
programme-hours-module = Hours of the module
    .label = Hours
programme-months = Length in months
    .label = Months
programme-modules = Number of modules
    .label = Modules
programme-semester-count = Number of semesters
    .label = Semesters
programme-weeks = Weeks in a semester
    .short = Weeks / semester
    .label = Weeks
programme-week-hours = Hours in a week
    .label = Hours/week
programme-diploma = Diploma
    .label = Diploma
programme-institution = Document author
    .label = Author
programme-visa = Approval
    .label = Approval

programme-qualifying = Qualifying modules
programme-complementary = Complementary modules
    .short = Complementary
programme-kind-qualifying = Qualifying module
programme-kind-complementary = Complementary module
    .short = Complementary
programme-internship = Company internship
programme-recommendations = Teaching recommendations
    .short = Recommendations
programme-equipment = Equipment
programme-contradictions = Contradictions of the document
    .short = Contradictions
programme-contradictions-about = The official document sometimes says two things, or contradicts itself. Here is what was found, with the places concerned. Nothing was corrected without saying so: the teaching team decides.

# A module.
programme-module-title = { $code }: { $title }
programme-kind = Kind of module
    .label = Kind
programme-semester-list = Its semesters
    .label = Semesters
programme-supports = Leans on
    .label = Leans on
programme-supported = Useful to
    .label = Useful to
programme-comma = ,
programme-objectives = Module objectives
programme-behaviour = Expected behaviour
programme-able-to = The trainee must be able to do this:
programme-conditions = Assessment conditions
    .short = Conditions
programme-from = Starting from
programme-with = With the help of
programme-general-criteria = General criteria
programme-criteria = Criteria
programme-contents = Contents
programme-practice = Practical work
programme-neighbours = Other modules
programme-previous = previous module
programme-next = next module

# The internship.
programme-purpose = What the internship is for
    .short = Purpose
programme-goal = Goal
programme-preparation = Preparation
programme-running = Course and guidance
programme-assessment = Assessment

# The matrix.
programme-matrix = Module matrix
programme-to-confirm = to be confirmed
programme-confirmed = confirmed
programme-by-qualifying = By qualifying module
    .short = By qualifying
programme-by-complementary = By complementary module
    .short = By complementary
programme-leans-on = { $module } leans on
programme-serves = { $module } is useful to
programme-as-table = As a table
programme-matrix-caption = Links between modules:
    .short = Module links:
programme-module = Module
programme-links = Links
programme-yes = yes
programme-no = no

# The semesters.
programme-semesters = Semester plan
programme-check = Check
programme-holds = The plan is right: every semester has its hours and every block has its place.
programme-broken = This plan is not right:
programme-changed = What you changed from the proposal:
programme-placed = { $module }: { $semesters }
programme-undo = Back to the programme’s proposal
    .short = Drop the trial
programme-sums = Sums by semester
programme-semester = Semester
programme-semester-number = Semester { $number }
programme-semester-caption = Semester hours:
programme-lecture = Lectures
programme-practical = Practical
programme-weekly = Per week
programme-total = Total
programme-sum = Sum
programme-state = State
programme-right = right
programme-instead = instead of { $number } h
programme-try = Try another plan
programme-not-saved = Choose a module, change the semester of its blocks, then check. Nothing is saved: the trial lives in the address of the page, which you can keep or send.
programme-choose = Choose this module
programme-block = Block { $number }
programme-block-hours = { $lecture } h of lectures and { $practical } h of practical work a week.
programme-nowhere = No semester
programme-verify = Check this plan

# What can be wrong in a programme.
programme-problem-file-missing = The file is missing.
programme-problem-file-unreadable = The file cannot be read: { $reason }.
programme-problem-syntax = This is not valid TOML: { $detail }.
programme-problem-format-missing = The version of the format is missing; write format = { $known }.
programme-problem-format-too-new = The file has format { $found }; this software knows formats up to { $known }. Update the software.
programme-problem-format-unknown = There is no format { $found }; write format = { $known }.
programme-problem-wrong-shape = The file does not follow the format: { $detail }.
programme-problem-unknown-key = The key { $key } is not part of the format.
programme-problem-text-missing = { $place }: the { $lang ->
        [fr] French
        [ar] Arabic
       *[en] English
    } text is missing.
programme-problem-text-script = { $place }: the { $lang ->
        [fr] French
        [ar] Arabic
       *[en] English
    } text is not written in the letters of that language.
programme-problem-list-empty = { $place }: the list is empty.
programme-problem-id-malformed = { $id } is not a well-formed identifier; { $expected } is expected.
programme-problem-id-duplicate = { $id } is given twice.
programme-problem-id-order = { $id } stands where { $expected } is expected.
programme-problem-module-file = The file holds module { $found }, but its name says { $expected }.
programme-problem-module-kind = { $module } is marked { $found ->
        [qualifying] qualifying
       *[complementary] complementary
    }, but its code says { $expected ->
        [qualifying] qualifying
       *[complementary] complementary
    }.
programme-problem-module-unlisted = { $module } has a file but is not in the list of modules of the programme.
programme-problem-module-unknown = { $module } is not a module of the programme.
programme-problem-row-missing = { $module } has no row.
programme-problem-equipment-unknown = { $module } names the equipment { $equipment }, which the programme does not define.
programme-problem-reference-duplicate = { $place } names { $id } twice.
programme-problem-matrix-kind = { $module } is not a { $expected ->
        [qualifying] qualifying
       *[complementary] complementary
    } module.
programme-problem-matrix-count = { $module }: the number of modules proposed is { $found }, but the number of links in the document is { $expected }.
programme-problem-block-empty = { $module }: block { $block } has no hours.
programme-problem-module-hours = { $module }: the blocks give { $found } h (hours a week: { $weekly }; weeks: { $weeks }), but the module has { $expected } h.
programme-problem-proposal-length = { $module }: the number of semesters given is { $found }, that of the blocks is { $expected }.
programme-problem-proposal-range = { $module }: semester { $found } does not exist; the last one is semester { $semesters }.
programme-problem-proposal-order = { $module }: from one block to the next the semester must increase (here { $found }).
programme-problem-semester-hours = Semester { $semester }: { $found } h a week ({ $found_hours } h) instead of { $expected } ({ $expected_hours } h).
programme-problem-training-hours = The modules add up to { $found } h, but the semesters to { $expected } h.
programme-problem-total-hours = Training and internship add up to { $found } h, but the programme announces { $expected } h.
programme-problem-total-months = In months, the semesters and the internship add up to { $found }, but the programme announces { $expected }.
