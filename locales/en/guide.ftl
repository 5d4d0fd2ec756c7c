# The guide, read inside the program. Its pages are in docs/guide/en.

guide-title = Guide
guide-text = How to work in Plateau with a screen reader, a braille display or a magnifier. Each page stands alone, so read them in any order.
guide-pages = Pages of the guide
guide-search = Search the guide
    .short = Search
    .label = Search
guide-search-hint = One or more words, in Latin or Arabic letters, with or without accents.
guide-find = Search
guide-error-empty = What you are looking for is missing. Type a word in this field, for example the name of a button or a key.
guide-found =
    { $n ->
        [one] { $n } passage found
       *[other] { $n } passages found
    }
guide-found-none = Nothing in the guide has all of these words: “{ $question }”. Try a single word, or choose a page in the list that follows.
guide-comma = { ", " }
guide-pager = Pages of the guide
guide-before = Before:
guide-after = After:
guide-contents = All pages
