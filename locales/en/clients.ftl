# Client files.

clients-title = Client files
clients-new-title = New client file
    .short = New file
clients-edit-title = Edit the file
clients-history-title = History of the file
    .short = History

## The list and the search

clients-search = Number, name or e-mail
    .short = Find a client
    .label = Find
clients-search-hint = A whole number or its last four digits, a name in Latin or Arabic letters, an e-mail address.
clients-search-button = Search
clients-new = Create a file
clients-found =
    { $n ->
        [one] { $n } file found
       *[other] { $n } files found
    }
clients-found-none = No file matches “{ $query }”. Check the number, type the family name alone, or create the file.
clients-none = No file yet. Clients will appear here as soon as you create the first file.
clients-found-number = Exact number
clients-found-end = End of the number
clients-found-start = Start of the number
clients-found-name = Same name
clients-found-alike = Similar name
clients-found-email = Same e-mail
clients-found-email-alike = Similar e-mail

## The fields

clients-name = Name
    .label = Name
clients-name-latin = Name in Latin letters
    .short = Latin name
    .label = Latin name
clients-name-arabic = Name in Arabic letters
    .short = Arabic name
    .label = Arabic name
clients-given-latin = Given name (Latin letters)
    .short = Given name, Latin
    .label = Given Latin
clients-family-latin = Family name (Latin letters)
    .short = Family name, Latin
    .label = Family Latin
clients-given-arabic = Given name (Arabic letters)
    .short = Given name, Arabic
    .label = Given Arabic
clients-family-arabic = Family name (Arabic letters)
    .short = Family name, Arabic
    .label = Family Arab.
clients-birth-date = Date of birth
    .label = Birth date
clients-phone = Phone
    .label = Phone
clients-phone2 = Other phone
    .label = Phone 2
clients-email = E-mail
    .label = E-mail
clients-address = Address
    .label = Address
clients-street = Street and number
    .label = Street
clients-wilaya = Wilaya
    .label = Wilaya
clients-commune = Commune
    .label = Commune
clients-language = Preferred language
    .label = Language
clients-status = Status
    .label = Status
clients-needs = Needs
    .label = Needs
clients-motivations = Motivations
    .label = Motivations
clients-notes = Notes
    .label = Notes

clients-status-prospect = Prospect
clients-status-new = New client
clients-status-active = Active client
clients-status-dormant = Dormant client
clients-status-difficult = Difficult client
clients-status-lost = Lost client
clients-language-fr = French
clients-language-ar = Arabic
clients-language-en = English
clients-wilaya-none = Choose the wilaya

clients-hint-latin = Given and family name are needed in one script at least, Latin or Arabic.
clients-hint-arabic = As on the birth certificate, if the client gives it.
clients-hint-birth = Day, month and year. Example: 23/11/1985.
clients-hint-phone = Example: 0550 12 34 56 or +213 550 12 34 56.
clients-hint-commune = The name of the commune, in Latin or Arabic letters.
clients-save = Save the file
clients-saved = The file is saved.
    .short = File saved

## What is wrong with a field

clients-error-given = Type the given name, or else both names in the other script.
clients-error-family = Type the family name, or else both names in the other script.
clients-error-latin = This field takes Latin letters only. Type Arabic letters in the field that follows.
clients-error-arabic = This field takes Arabic letters only. Type Latin letters in the field before it.
clients-error-birth = This date cannot be read. Type day, month and year like this: 23/11/1985.
clients-error-birth-impossible = The calendar has no such day. Check the day and the month.
clients-error-birth-future = This date has not come yet. Check the year.
clients-error-birth-old = This date is before 1900. Check the year.
clients-error-phone = No operator has this number. Check the first digits.
clients-error-phone-letters = A number holds no letters. Type the digits only.
clients-error-phone-short = This number lacks digits. A complete one: 0550 12 34 56.
clients-error-phone-long = This number has too many digits. A complete one: 0550 12 34 56.
clients-error-phone-service = This is the short number of a service. Type the client’s own number.
clients-error-phone-twice = This is the first number again. Type another one or clear this field.
clients-error-email-at = The sign @ is missing. Type the address like this: name@example.dz.
clients-error-email = This e-mail address is not complete. Type it like this: name@example.dz.
clients-error-wilaya = There is no such wilaya. Choose one in the list.
clients-error-wilaya-first = Choose the wilaya of this commune.
clients-error-commune = No commune of this wilaya has this name. Check the name or the wilaya.
clients-error-commune-near = No commune of this wilaya has this name. Try one of these near names: { $names }.
clients-error-commune-elsewhere = This commune is in the wilaya of { $wilaya }. Correct the commune or the wilaya.

## The file

clients-missing = To complete
clients-edit = Edit the file
clients-back = Back to the desk
clients-facts = What the file holds
clients-created-at = File created on
    .label = Created on
clients-history-created = File created
clients-history-updated = Changed: { $fields }
clients-history-same = Saved without a change
    .short = No change
clients-history-other = Other event
clients-history-none = Nothing has changed since this file was created.
clients-history-all = Whole history
clients-separator = { ", " }

## Two people on one file

clients-stale-title = The file has changed
clients-stale-text = Somebody else saved it while you were typing. Nothing that you typed is lost. Compare the values, correct them if needed, then save again.
clients-stale-theirs = In the file
    .label = File
clients-stale-mine = In your page
    .label = You
clients-stale-by = Changed by
    .label = By
clients-stale-empty = Empty
clients-stale-taken = New value taken into the form
    .short = Value taken over
clients-stale-kept = Your value is kept in the form
    .short = Your value is kept
