# The people of the school: institution, trainers, promotions, sections, trainees.

cohorts-title = School year
cohorts-unnamed = The institution has no name yet. Give it on the page Institution.
cohorts-none = No promotion. Create the first one, then its sections, then enrol the trainees.
cohorts-starts = Starts:
cohorts-save = Save
cohorts-saved = It is saved.
cohorts-edit = Edit
cohorts-edit-one = Edit { $name }
cohorts-so-many =
    { $n ->
        [one] { $n } trainee
       *[other] { $n } trainees
    }

## The institution

cohorts-institution = Institution
cohorts-institution-text = These texts stand at the top of the institution’s papers, in French and in Arabic.
cohorts-name-fr = Name in French
    .label = French name
cohorts-name-ar = Name in Arabic
    .label = Arabic name
cohorts-header-fr = Header in French
    .label = Header fr.
cohorts-header-ar = Header in Arabic
    .label = Header ar.
cohorts-hint-header = The lines above the name, for example the Republic and the ministry.
cohorts-promoter-fr = Name of the promoter role in French
    .short = Promoter (French)
    .label = Promoter fr
cohorts-promoter-ar = Name of the promoter role in Arabic
    .short = Promoter (Arabic)
    .label = Promoter ar
cohorts-co-promoter-fr = Name of the co-promoter role in French
    .short = Co-promoter (Fr.)
    .label = Co-prom. fr
cohorts-co-promoter-ar = Name of the co-promoter role in Arabic
    .short = Co-promoter (Ar.)
    .label = Co-prom. ar
cohorts-hint-promoter = Who follows the internship at the school. The programme says a trainer of the institution; other schools mean somebody else. To be confirmed by the institution.
cohorts-hint-co-promoter = Who follows the internship in the company. To be confirmed by the institution.

## The logo

cohorts-logo = Logo on papers
cohorts-logo-now = Present logo
cohorts-logo-none = No logo. The papers carry only the name of the institution.
cohorts-logo-file = Picture of the logo
    .label = Logo
cohorts-logo-hint = A PNG or JPEG picture of at most 300 KB, and at most 4000 pixels wide and high. It stands at the top of the papers, above the name. A new picture replaces the old one.
cohorts-logo-send = Send the logo
cohorts-logo-saved = The logo is saved. It now stands on the papers.
cohorts-logo-remove = Take the logo off
cohorts-logo-remove-text = The papers can go without a logo. To put it back later, the picture must be sent again.
cohorts-logo-removed = The logo is taken off the papers.
cohorts-logo-missing = Choose a PNG or JPEG picture, then send again.
cohorts-logo-foreign = This is neither a PNG nor a JPEG picture. Save the logo in one of these formats, then send again.
cohorts-logo-heavy = The file is larger than 300 KB. Make the picture smaller, then send again.
cohorts-logo-wide = The picture is more than 4000 pixels wide or high. Make it smaller, then send again.
cohorts-logo-damaged = The picture is damaged and cannot be read. Save it again, then send it.

## Places

cohorts-places = Sites and rooms
cohorts-places-none = No site. Add the first one, then its rooms.
cohorts-rooms-none = No room.
cohorts-seats =
    { $n ->
        [one] { $n } seat
       *[other] { $n } seats
    }
cohorts-campus = Site
    .label = Site
cohorts-campus-add = Add a site
cohorts-campus-edit = Edit the site
cohorts-room = Usual room
    .label = Room
cohorts-room-none = No fixed room
cohorts-room-name = Name of the room
    .label = Room
cohorts-capacity = Number of seats
    .label = Seats
cohorts-room-add = Add a room
cohorts-room-edit = Edit the room

## Trainers

cohorts-trainers = Trainers
cohorts-trainers-none = No trainer. Add one; they need an account of a trainer.
cohorts-trainer-new = Add a trainer
cohorts-trainer-edit = Edit the trainer
    .short = Edit
cohorts-accounts-none = Every account of a trainer is taken. Ask the administrator to create one.
cohorts-account = Account
    .label = Account
cohorts-account-none = No account
cohorts-hint-account = The account with which the person practises. Optional.
cohorts-modules = Modules taught
    .label = Modules
cohorts-family-latin = Family name, Latin
    .short = Family name, Latin
    .label = Family, lat.
cohorts-given-latin = Given name, Latin
    .short = Given name, Latin
    .label = Given, lat.
cohorts-family-arabic = Family name, Arabic
    .short = Family (Arabic)
    .label = Family, ar.
cohorts-given-arabic = Given name, Arabic
    .short = Given (Arabic)
    .label = Given, ar.
cohorts-hint-name = One script is enough, Latin or Arabic; family and given name go together.

## Promotions and their sections

cohorts-promotion = Code of the promotion
    .short = Promotion code
    .label = Promotion
cohorts-promotion-new = Create a promotion
cohorts-promotion-edit = Edit the promotion
    .short = Edit
cohorts-promotion-about = The promotion follows programme { $code }, edition { $edition }, to the end.
cohorts-hint-promotion = A code that everybody knows. Example: 2026-2029.
cohorts-follows = Programme { $code }, edition { $edition }.
cohorts-other-edition = This software now holds another edition of the programme. The promotion keeps its own: check the plan with the teaching team.
cohorts-starts-on = First day
    .label = First day
cohorts-hint-day = Day, month, year. Example: 04/10/2026.
cohorts-semesters = Semesters
cohorts-semesters-none = The dates of the semesters are not fixed.
cohorts-semester-number = Semester { $number }
cohorts-semester-from = Semester { $number } from
    .short = S{ $number } from
cohorts-semester-until = Semester { $number } to
    .short = S{ $number } to
cohorts-sections = Sections
cohorts-sections-none = No section.
cohorts-section = Section
    .label = Section
cohorts-section-title = Section { $code }, { $promotion }
cohorts-section-add = Add a section
cohorts-section-edit = Edit the section
cohorts-section-empty = Nobody in this section. Enrol a trainee, or import a list.
cohorts-hint-section = A short code. Example: A.
cohorts-crowded = The section has more trainees than its room has seats.
cohorts-former = Left the section
    .short = Left the section

## Trainees

cohorts-trainees = Trainees
cohorts-trainees-none = No trainee enrolled. Open a section to enrol the first one.
cohorts-find = Name or number
    .label = Name or no.
cohorts-find-hint = A name in Latin or Arabic letters, as it is heard, or the beginning or end of the number.
cohorts-find-button = Find
cohorts-find-none = Nobody fits. Try a part of the name, or another state.
cohorts-find-more = Only the 50 nearest are shown. Say more of the name.
cohorts-every-state = Every state
cohorts-trainee-new = Enrol a trainee
    .short = Enrol a trainee
cohorts-trainee-edit = Edit the trainee
    .short = Edit the trainee
cohorts-number = Registration number
    .label = Number
cohorts-hint-number = The number in the institution’s register; it is unique.
cohorts-birth = Date of birth
    .label = Birth
cohorts-from = From
    .label = From
cohorts-since = since
cohorts-until = until
cohorts-state = State
    .label = State
cohorts-state-enrolled = enrolled
cohorts-state-suspended = suspended
cohorts-state-dropped = dropped out
cohorts-state-excluded = excluded
cohorts-state-repeating = repeating
cohorts-state-graduated = graduated
cohorts-state-change = Change the state
cohorts-reason = Reason
    .label = Reason
cohorts-history = States over time
cohorts-stays = Sections over time
cohorts-stays-none = Was never in a section.
cohorts-move = Change section
cohorts-nowhere = This person is in no section. Choose one below.
cohorts-left = This person has left the training. Change their state first, then choose their section.

## Accommodations

cohorts-accommodation = Accommodations
cohorts-accommodation-text = Few people open this page, and each opening is noted. Write nothing medical here: say what is granted, not why.
cohorts-means = Ways of reading
    .label = Means
cohorts-factor = Time granted
    .label = Time
cohorts-hint-factor = Multiplies each time measured or allowed. It comes before the person’s own choice in the preferences.
cohorts-documents = Documents and papers
    .label = Documents
cohorts-hint-documents = Example: papers in contracted braille, handed out one hour before.
cohorts-remark = Other decision
    .label = Other
cohorts-hint-remark = Example: a seat near the door, a companion admitted.

## Importing a list

cohorts-import = Import a list
cohorts-imports = Import of trainees
cohorts-import-text = A list of trainees from a spreadsheet is imported in two steps: each line is tried first and nothing is written, then you enrol.
cohorts-file = File
    .label = File
cohorts-hint-file = CSV or Excel workbook. The first line names the columns: number, family name, given name (Latin or Arabic), date of birth.
cohorts-import-read = Read the list
cohorts-import-past = Earlier lists
cohorts-import-none = No list was read.
cohorts-import-no-section = A promotion with a section is needed first.
cohorts-import-prepared = to enrol
cohorts-import-reverted = taken back
cohorts-import-missing = Choose a CSV file or a workbook, then send again.
cohorts-import-empty = The file has no line under its headings. Check the first sheet, then send again.
cohorts-import-foreign = This is neither a CSV file nor a workbook. Save the list in one of these formats, then send again.
cohorts-import-large = This workbook is too large once opened. Keep the sheet of trainees alone, then send again.
cohorts-import-damaged = The file is damaged and cannot be read. Save it again in the spreadsheet, then send it.
cohorts-import-long = A list has { $most } lines at most. Split it in two.
cohorts-import-used = This list was used already. Read the file again for another trial.
cohorts-import-changed = The register has changed since the trial. Nobody was enrolled: read the trial again, then enrol.
cohorts-trial = Trial of the list
cohorts-will-enrol =
    { $n ->
        [0] Nobody would be enrolled.
        [one] { $n } trainee would be enrolled.
       *[other] { $n } trainees would be enrolled.
    }
cohorts-did-enrol =
    { $n ->
        [one] { $n } trainee was enrolled by this list.
       *[other] { $n } trainees were enrolled by this list.
    }
cohorts-enrol = Enrol
cohorts-enrolled = The trainees of the list are enrolled.
cohorts-aside =
    { $n ->
        [one] { $n } line left aside
       *[other] { $n } lines left aside
    }
cohorts-aside-text = Correct the file and read it again, or enrol the others: these lines change nothing.
cohorts-known =
    { $n ->
        [one] { $n } enrolled already
       *[other] { $n } enrolled already
    }
cohorts-line-number = Line { $line }
cohorts-line-broken = The line is damaged in the file.
cohorts-line-same = The register says the same already.
cohorts-line-contradicts = This number is that of { $name }, with another name or another date of birth. Check which one is right.
cohorts-line-resembles = A person of the same name, born the same day, is enrolled under number { $number }. If it is somebody else, enrol them by hand.
cohorts-line-repeats = This number stands on line { $line } of this list already.
cohorts-columns = Columns of the file
cohorts-columns-set = Try it so
cohorts-column-none = No column
cohorts-revert = Take the list back
cohorts-revert-not = Keep the list
cohorts-revert-text = The list can be taken back: the people it enrolled then leave the register, which the journal keeps.
cohorts-reverted = The list is taken back.
cohorts-was-reverted = This list was taken back: nobody is enrolled by it any more.
cohorts-import-held = The list can no longer be taken back: the records of these people have changed since.

## Errors

cohorts-error-day = Write a day, for example 04/10/2026.
cohorts-error-day-impossible = This day does not exist in the calendar. Check day and month.
cohorts-error-stale = Somebody else has just changed this page. Check your values, then save again.
cohorts-error-taken = This name is taken here. Choose another one.
cohorts-error-institution = Write the name in this language.
cohorts-error-role = Say how this role is called in this language.
cohorts-error-room = Give the room a name.
cohorts-error-capacity = Write a number of seats between 1 and 1000.
cohorts-error-account = This account is taken or no longer exists. Choose another one.
cohorts-error-given = Write the given name in this script too.
cohorts-error-family = Write the family name in this script too.
cohorts-error-latin = Write this field in Latin letters.
cohorts-error-arabic = Write this field in Arabic letters.
cohorts-error-number = Write the registration number.
cohorts-error-number-taken = This number or account belongs to another trainee. Check the register.
cohorts-error-birth = The date of birth must be before today.
cohorts-error-promotion = Give the promotion a code.
cohorts-error-start = Write the first day of the promotion, for example 04/10/2026.
cohorts-error-semester-order = This semester begins before the end of the one before. Correct one of the two days.
cohorts-error-semester-end = The last day must come after the first.
cohorts-error-semester-both = Write both days of the semester, or none.
cohorts-error-section = Give the section a code.
cohorts-error-choose-section = Choose another section of the list.
cohorts-error-state = Choose a state that can follow this one.
cohorts-error-reason = Write the reason: it stays in the history.
cohorts-error-before = This day is before the last change. Choose that day or a later one.
cohorts-error-future = This day has not come yet. Note the change on the day or after.
cohorts-error-factor = Choose the time granted.
