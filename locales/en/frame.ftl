# The frame of every page, its errors, its refusals, the roles and the keys.

## Around the page
frame-skip = Go to the content
frame-nav = Main menu
frame-sign-out = Sign out
frame-pager = Pages of the list
frame-next = Next lines
frame-go-home = Back to the start

## The centre in which the person stands
frame-centre-production = Production centre
frame-centre-training = Training centre
frame-centre-sandbox = Simulation { $code }

## Forms
frame-required = required
    .short = needed
frame-error-word = Error:
frame-remark-word = Remark:
frame-summary-title = Points to correct
frame-error-control = This field holds an invisible character that cannot be saved. Type the text on the keyboard instead of pasting it.
frame-error-choice = This answer is not in the list. Choose one of the answers offered.
frame-error-too-long = This text is longer than the field: { $length } characters, where { $most } fit. Shorten it.
frame-restored = What you had typed and not sent is back in the form. Check it, then send it.
frame-forget-draft = Discard this draft

## Error pages
frame-kept-title = What you typed is kept
    .short = Your text is kept
frame-kept-text = Here is what you had typed, passwords excepted. Keep this page open and send it again with the button that follows, without typing anything twice.
frame-send-again = Send it again
frame-error-code = Error code:
frame-sign-in-first = Sign-in needed
frame-sign-in-first-text = This page opens after sign-in. Send what you typed again or go back to the start: you will be asked to sign in.
frame-not-found = Page not found
frame-not-found-text = There is no page of your centre at this address, or the link has already been used. Check the address, or start again from the first page.
frame-refused = Restricted access
frame-malformed = Unclear request
frame-malformed-text = A part of the request is missing, and nothing was changed. Go back to the previous page, then send the form again.
frame-conflict = Not possible now
frame-away = Service interrupted for a moment
    .short = Service interrupted
frame-away-text = The database does not answer. Nothing is lost: wait a moment, then send what you typed again or reopen the page.
frame-lacking = The server cannot do it
    .short = Not possible here
frame-broken = The software met a problem
    .short = Software problem
frame-broken-text = The problem comes from the software, and everything that was saved is still saved. Wait a moment, then try again. If it goes on, give the administrator the time and the code that follows.
frame-too-large = The form is too large
    .short = Form too large
frame-too-large-text = The form is larger than 256 kilobytes, and nothing was changed. Go back to the previous page, shorten the text, then send it again.

## Refusals: the reason, and what to do
frame-refused-production = You are in a production centre, and the data of real clients opens to nobody from the school. Ask the administrator to put you back in the training centre.
frame-refused-clients = To protect clients, their files open only to the people who take calls, to those who train them and to the data protection officer. If your work needs this access, see the administrator, who creates the accounts.
frame-refused-clients-write = Client files are changed by the people who take calls, and in a training centre also by trainers and the head of studies. Ask one of them to make the correction.
frame-refused-fields = The fields of the centre are defined by supervisors, trainers and the head of studies. Ask one of them to add the field that you need.
frame-refused-import = Files are imported by supervisors, trainers and the head of studies. Give them your file.
frame-refused-export = Files are exported by supervisors, trainers, the head of studies and the data protection officer. Ask them for the list that you need.
frame-refused-clients-merge = Merging or deleting files, undoing a merge or setting a duplicate aside is for supervisors, and in a training centre for trainers and the head of studies. Ask one of them to look at these files with you.
frame-refused-clients-validate = Validating client files is for supervisors, and in a training centre for trainers and the head of studies. Ask one of them to open this page.
frame-refused-consents = Consents are recorded by the people who take calls and by the data protection officer. Ask one of them to record what the client says.
frame-refused-law = These pages are kept by the data protection officer and the supervisors. Ask one of them for what you want to know or change.
frame-refused-plain = The numbers, address, e-mail and birth date of this client are masked. Give a reason on their file to see them.
frame-refused-calls = Calls are taken by advisers, supervisors, trainees and trainers. If you have to take calls, ask the administrator for an account with one of these roles.
frame-refused-scripts = Call scripts open to the people who take calls and to the head of studies. Ask a supervisor or a trainer to show you the one that you need.
frame-refused-practice = Scenarios are practised with a trainee account. To try one, ask the administrator for such an account.
frame-refused-review = This page is for trainers. Ask your trainer to open it with you.
frame-refused-progress = The progress of all trainees is for trainers and for the head of studies. Ask your trainer to look at yours with you.
frame-refused-accounts = Accounts are managed by the administrator. Ask the administrator to create an account or to give a new password.
frame-refused-segments = Segments are for agents and supervisors, and in a training centre for trainees, trainers and the head of studies. Ask one of them.
frame-refused-portfolios = Portfolios are for agents and supervisors, and in a training centre for trainees, trainers and the head of studies. Ask one of them.
frame-refused-portfolios-manage = Portfolios are managed by supervisors, and in a training centre by trainers and the head of studies. Ask them for this assignment.
frame-refused-reports = Reports are for supervisors, and in a training centre for trainers and the head of studies. Ask them for the report that you need.
frame-refused-year = The school year is open to trainers and to the head of studies. Ask one of them for what you are looking for.
frame-refused-timetable = The timetable is open to trainees, trainers and the head of studies. Ask one of them for what you are looking for.
frame-refused-attendance-lesson = The sheet of a session is kept by the trainer who gives it or by the head of studies. Ask one of them for this correction.
frame-refused-year-keep = Promotions, enrolments and their rules are kept by the head of studies. Ask them for this change.
frame-refused-accommodations = The accommodations of a trainee are open to the head of studies only. Ask them for what concerns your session.
frame-refused-marks = Marks are open to trainers and to the head of studies. Ask your trainer for yours.
frame-refused-marks-module = You do not teach this module: its marks are given by its trainers and by the head of studies. If this is a mistake, ask them to correct your record.
frame-refused-meetings = Visits and meetings are kept by the trainers and the head of studies. Ask one of them.

## Roles
frame-role-trainee = Trainee
frame-role-trainer = Trainer
frame-role-studies = Head of studies
    .short = Head of studies
frame-role-agent = Call-centre adviser
    .short = Adviser
frame-role-supervisor = Supervisor
frame-role-data-officer = Data protection officer
    .short = Data officer
frame-role-administrator = Administrator

## Keys
frame-shortcuts = Keyboard shortcuts
    .short = Shortcuts
frame-shortcuts-text = Enter and Escape act on the call only while it rings, and from any page. The other keys can be turned off in your preferences. On some keyboards, Escape is marked Esc.
frame-shortcuts-caption = The keys and what they do
    .short = Keys and actions
frame-shortcut-key = Key
frame-shortcut-does = Action
frame-shortcuts-off = Turn the shortcuts on or off
    .short = Set the shortcuts
frame-key-answer = Answer the ringing call
    .short = Answer the call
frame-key-decline = Decline the ringing call
    .short = Decline the call
frame-key-status = Hear the status line
    .short = Hear the status
frame-key-where = Hear where you are: page, part, field
    .short = Where am I
frame-key-what = Hear what you can do here
    .short = What can I do
frame-key-repeat = Repeat the last announcement
    .short = Repeat announcement
frame-key-call = Go to the current call
    .short = Go to the call
frame-key-help = Open this list of shortcuts
    .short = Open this list
frame-key-send = Send the current form
    .short = Send
frame-key-list = Move in a list of buttons or links
    .short = Move in a list

## About
frame-about = About Plateau
frame-about-text = Plateau is both a real call centre and the school where this trade is learnt: the client files, scripts and calls of the exercises are those of the work. It is made first for blind and low-vision people, who work in it by keyboard, with speech, a 20-cell braille display or a magnifier, on the same pages as their sighted colleagues. It runs on a computer of the institution, even without Internet, and the data stays in the institution.
frame-about-journal = What you do at the desk is written to a journal, with your name, the date and the time: your sign-ins and preferences, the files opened or changed, the calls and what is said in them, the steps of the script. A line once written is never changed or erased. This journal has three kinds of readers: the people who may open a file read there the history of that client; those in charge of the institution check there who saw or changed data; your trainer finds there what you did during your exercises. In your exercises, the software picks out evidence for the criteria of the programme, but it only proposes it: a person, your trainer, decides. You can read what was measured and what was decided, and ask your trainer to explain.
frame-cross-site-text = What was sent does not come from a page of Plateau, and nothing was changed. Open Plateau in this tab, then try again.
