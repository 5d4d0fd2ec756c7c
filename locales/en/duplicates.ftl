# Files that may be of the same client.

duplicates-title = Possible duplicates
duplicates-of-title = Possible duplicates of the file
    .short = Duplicates
duplicates-kinds = What the files have in common
    .short = In common
duplicates-kind-birth = Name alike and same birth
    .short = Name and birth
duplicates-same-phone = Same number
duplicates-same-email = Same e-mail
duplicates-same-name = Same name
duplicates-name-alike = Name alike
duplicates-same-birth = Born on the same day
duplicates-of-none = No other file is like this one.
duplicates-none = No two files are alike in this way. Choose another point in common.
duplicates-none-yet = Nothing in this part of the files. The next page goes on searching.
duplicates-compare = Compare the files
duplicates-dismiss = Two different clients
    .short = Two clients
duplicates-dismissed = These files are noted as two different clients. They will not be proposed together again.
duplicates-restored = These files will be proposed together again if they are alike.
duplicates-restore = Put back among duplicates
    .short = Put back
duplicates-distinct-title = Files noted as different
    .short = Different files
duplicates-distinct-none = No pair is set aside. Files that you note as two different clients will stand here.
duplicates-before-title = This client may already have a file
    .short = Already a file?
duplicates-before-text = Open one of these files to check. If it is another client, create the file anyway with the button of the form. Nothing that you wrote is lost.
duplicates-create-anyway = Create anyway
duplicates-link =
    { $n ->
        [one] { $n } possible duplicate
       *[other] { $n } possible duplicates
    }
    .short = Duplicates: { $n }
