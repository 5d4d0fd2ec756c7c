# The accessibility statement, drawn from the checks.

accessibility-title = Accessibility
accessibility-text = The program writes this page from its checks: what was verified, when, on which versions, with what result. No result is written here by hand.
accessibility-aim-title = What is aimed at
accessibility-aim = Plateau aims at level AA of the WCAG 2.2 rules. An automatic check verifies only a part of these rules: it finds faults, it does not prove conformance. So Plateau does not claim to conform.
accessibility-nothing = No check is recorded in this version of the program. So nothing can be claimed here.
accessibility-clean = The latest recorded checks found no fault in what they examine.
accessibility-faulty = The latest recorded checks found faults. What they touch does not obey all the rules aimed at; the list is further down.

## A check
accessibility-browser = Check in a browser
    .short = Check in a browser
accessibility-reader = Check with a screen reader
    .short = Screen reader
accessibility-date = Date
    .label = Date
accessibility-program = Version of Plateau
    .short = Version of Plateau
    .label = Version
accessibility-commit = State of the code
    .label = Code
accessibility-tools = Tools
    .label = Tools
accessibility-tables = Braille tables
    .label = Tables
accessibility-languages = Languages
    .label = Languages
accessibility-partial = This check is partial: only some of the pages or languages were examined.
accessibility-changed = The code had changes that were not yet recorded.
accessibility-older = This check was made on another version than the one you use, { $version }.
accessibility-sum =
    { $n ->
        [one] { $n } page examined.
       *[other] { $n } pages examined.
    }

## Its tables
accessibility-presentations = Result by presentation
    .short = By presentation
accessibility-presentation = Presentation
    .label = Presentation
accessibility-checks = Checks
    .label = Checks
accessibility-faults = Faults
    .label = Faults
accessibility-mode-structure = Headings, landmarks, language and tables
    .short = Structure
accessibility-mode-normal = Light colours
accessibility-mode-dark = Dark colours
accessibility-mode-forced = Colours forced by the system
    .short = Forced colours
accessibility-mode-narrow = Window of 320 pixels, as with 400 % zoom
    .short = 400 % zoom
accessibility-mode-spacing = The same, with wider letters and lines
    .short = Wider text
accessibility-mode-large = Text enlarged to 200 %
    .short = Text at 200 %
accessibility-mode-keyboard = Walk by keyboard, visible focus
    .short = By keyboard
accessibility-journeys = Journeys made by keyboard
    .short = Journeys
accessibility-journeys-heard = Journeys followed by speech and braille
    .short = Speech and braille
accessibility-journey = Journey
    .label = Journey
accessibility-passed = Steps passed
    .label = Passed
accessibility-failed = Steps failed
    .label = Failed
accessibility-journey-signin = Sign-in and preferences
    .short = Sign-in
accessibility-journey-day = A day of work
    .short = A day of work
accessibility-journey-crash = Browser closed, server stopped
    .short = Crashes
accessibility-journey-pages = All pages
accessibility-journey-auditor = The checker itself, on faulty pages
    .short = The checker itself
accessibility-journey-first = First start
accessibility-journey-disk = Full disk
accessibility-journey-drills = Typing drills
accessibility-journey-lab = Computer lab
accessibility-journey-import = Import of files
accessibility-journey-work = Work without a call
accessibility-journey-year = School year
accessibility-journey-cells = Texts of 20 cells
accessibility-journey-plain = Pages, no scripts
accessibility-journey-every = No page left out
accessibility-journey-sign-in = Sign-in
accessibility-journey-client-file = Client file
accessibility-journey-script = Call script
accessibility-journey-review = Review
accessibility-journey-progress = Progress
accessibility-journey-preferences = Preferences
accessibility-journey-broken = Broken on purpose
accessibility-journey-broken-form = Broken form
accessibility-pages = Result by page
    .short = Result by page
accessibility-page = Page
    .label = Page

## What does not work
accessibility-failures = What does not work
    .short = What does not work
accessibility-failures-none = The recorded checks found nothing. That does not mean that there is nothing: they do not examine everything.
accessibility-failures-text = These are the sentences of the checks, as they are.
accessibility-no-reader = No check with a real screen reader is recorded in this version.
accessibility-no-browser = No check in a browser is recorded in this version.
accessibility-no-language = Language without any recorded check: { $language }.

## To report
accessibility-report-title = Report a barrier
    .short = Report a barrier
accessibility-report = Does a barrier stop you? Tell your trainer or the administrator of your institution, who will pass it on. Give the address of the page, what you wanted to do, what happened, and the name and version of your screen reader, braille display or magnifier. A barrier is a fault of the program, never a mistake of yours.
