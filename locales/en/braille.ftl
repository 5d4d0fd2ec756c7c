# The braille edition of a page.

## At the end of a document
braille-brf = Braille file (BRF)
    .short = Braille BRF
braille-pef = Braille file (PEF)
    .short = Braille PEF
braille-view = Braille preview
braille-back = Back to the document
braille-change = Change the braille in the preferences
    .short = Change the braille

## The codes
braille-fr6 = French uncontracted, 6 dots
    .short = French 6 dots
braille-fr-contracted = French contracted, 6 dots
    .short = French contracted
braille-fr8 = French computer braille, 8 dots
    .short = French 8 dots
braille-ar6 = Arabic uncontracted, 6 dots
    .short = Arabic 6 dots
braille-ar8 = Arabic computer braille, 8 dots
    .short = Arabic 8 dots
braille-en1 = English UEB uncontracted, 6 dots
    .short = English grade 1
braille-en2 = English UEB contracted, 6 dots
    .short = English grade 2

## The preview
braille-view-title = Braille: { $title }
braille-view-text = Each line shows its cells, then what they write. The screen reader reads the text and passes over the cells. Lines are numbered as on paper.
braille-size =
    { $lines ->
        [one] Pages of { $cells } cells on { $lines } line.
       *[other] Pages of { $cells } cells on { $lines } lines.
    }
braille-pages =
    { $count ->
        [one] The document takes { $count } page.
       *[other] The document takes { $count } pages.
    }
braille-page = Page { $number }
braille-first-only =
    { $count ->
        [one] Only the first page is shown here. The files hold the whole document.
       *[other] Only the first { $count } pages are shown here. The files hold the whole document.
    }

## What has no braille
braille-lost-title = Signs without braille
    .short = No braille for these
braille-lost-text = These signs are in none of the chosen tables. Nothing is lost: each is written as its code between brackets, at its place in the text.
braille-lost =
    { $count ->
        [one] { $sign } { $code }, { $script }, page { $page }, line { $line }.
       *[other] { $sign } { $code }, { $script }, { $count } times, first on page { $page }, line { $line }.
    }
braille-script-latin = Latin letter
braille-script-arabic = Arabic letter
braille-script-tifinagh = Tifinagh
braille-script-greek = Greek
braille-script-cyrillic = Cyrillic
braille-script-hebrew = Hebrew
braille-script-east-asian = East Asian script
braille-script-control = invisible character
braille-script-sign = sign or picture
braille-script-other = another script

## What can be wrong
braille-format-title = Unknown braille format
    .short = Unknown format
braille-format-text = There is no such format here. Ask for “{ $brf }”, “{ $pef }” or “{ $view }” at the end of the address, or follow one of the links at the end of the document.
braille-absent-title = Braille is not installed
    .short = No braille here
braille-absent-text = The software { $software }, which writes braille, is not on the server. Everything else works. Ask the administrator to install the packages { $library } and { $tables }, then try again.
braille-table-title = A braille table is missing
    .short = Missing table
braille-table-text = The table { $table } cannot be read on the server. Ask the administrator to install the package { $tables } again, or choose another braille in your preferences.
braille-eight-title = BRF has only 6 dots
    .short = BRF: 6 dots
braille-eight-text = Your preferences ask for braille of 8 dots: { $grade }. A BRF file holds only 6. Ask for the PEF file, or choose braille of 6 dots in your preferences.
