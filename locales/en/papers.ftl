# The papers of the institution.

papers-title = Papers
papers-text = Choose the language of the paper, then print the page, or take it as PDF or in braille.
papers-number = no.
papers-transcript = Transcript
papers-transcripts = Transcripts of the section
    .short = Transcripts
papers-minutes = Minutes of the council
    .short = Minutes
papers-school = Certificate of enrolment
    .short = Enrolment
papers-success = Certificate of success
    .short = Success
papers-grid = Evaluation grid
papers-internship = Internship sheet
papers-workbook = Marks (workbook)
papers-name = Name
papers-name-other = In the other script
    .short = Other script
papers-register = Register number
papers-born = Born on
papers-programme = Programme
papers-promotion = Promotion
papers-director = The head of the institution
    .short = The head
papers-trainer = The trainer
papers-on = Dated
papers-done-on = Done on
papers-mark-of-20 = Mark out of 20
papers-marks-caption = Marks of semester { $semester }:
papers-nothing-sealed = No sealed minutes are about this trainee yet.
papers-replaces = These minutes replace earlier ones. Reason: { $reason }.
papers-school-says = The head of the institution certifies that { $name } is enrolled in “{ $programme }” (programme { $code }), promotion { $promotion }, section { $section }, since { $since }.
papers-success-says = The head of the institution attests that { $name } passed the semesters below of “{ $programme }” (programme { $code }).
papers-success-caption = Semesters passed:
papers-for-use = This paper is issued to serve where it is needed.
papers-remark = Remark
papers-behaviour = Expected behaviour: { $text }.
papers-general = General criteria:
papers-length =
    { $hours ->
        [one] { $hours } hour, { $months } months
       *[other] { $hours } hours, { $months } months
    }
    .short = { $hours } h, { $months } months
papers-internship-name = Internship
papers-duration = Length
papers-company = Company
papers-purpose = What it is for
papers-goal = Goal
papers-running = How it runs
papers-follow-up = Who follows it
papers-report = What is handed in
papers-assessed = Assessment
papers-criteria = Criteria
papers-criteria-caption = Criteria of appreciation:
papers-error-open = The minutes are not sealed yet. Seal the council first.
papers-error-left = This person is in no section today: there is no enrolment to certify.
papers-error-no-success = No sealed minutes say that this person passed a semester.

## PDF
papers-pdf = PDF file
papers-page = Page
papers-promotion-transcripts = Transcripts of the promotion
    .short = Transcripts, all
papers-promotion-fr = Transcripts in French (PDF)
    .short = Transcripts, fr
papers-promotion-ar = Transcripts in Arabic (PDF)
    .short = Transcripts, ar
papers-work-reading = Reading the marks
papers-work-setting = Setting the pages
papers-work-ready = The file is ready
papers-work-failed = No file
papers-work-kept = The file stays here for half an hour.
papers-work-busy = Too many files are being made. Wait a moment, then try again.
papers-work-not-ready = The file is not ready yet. Go back to the page of the work.
papers-work-failed-text = The work stopped. Nothing changed in the marks: try again, or print the transcripts section by section.
papers-pdf-no-font = No font of the server has Latin and Arabic letters. Ask the administrator to install one (the log says which), or print the page.
papers-pdf-refused = The server could not set this paper. Print the page, and give the time to the administrator.
papers-pdf-sign = A sign is in no font of the server. The log of the server says which and on which paper. Correct it, or print the page.
papers-work-under-way = A file is already being made for you: here it is.
papers-nobody = Nobody has a paper here. Enrol trainees first.
