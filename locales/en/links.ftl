# The links of a file with other files.

links-title = Links with other files
    .short = Links
links-none = This file is linked with no other.
links-new = Add a link
links-all = All links
links-ended = Ended
links-since-day = since
links-until-day = until
links-take = Remove
links-remove-one = Remove the link with { $name }
    .short = Remove: { $name }
links-remove = Remove the link
links-remove-text = The link disappears from both files. The history of each keeps that it existed.
links-keep = Keep the link
links-removed = The link is removed.
links-added = The link is added.
links-save = Save the link
links-own = Open file
    .label = Open
links-linked = Linked file
    .label = Linked
links-choose-other = Choose another file
    .short = Another file
links-search-hint = The file to link: a number, a name in Latin or Arabic letters, an e-mail address or a reference.
links-found-none = No other file matches “{ $query }”. Check the number or the reference, or write the family name alone.
links-history-added = Link added
links-history-removed = Link removed

## What the other file is to this one

links-household = Same household
    .label = Household
links-employer = Employer
    .label = Employer
links-employee = Employee
    .label = Employee
links-contact = Contact person
    .label = Contact
links-contact-of = Contact person of
    .short = Contact of
    .label = Contact of
links-other = Other link
    .label = Other link

## The form

links-relation = The other file is
    .label = Other is
links-choice-household = Somebody of the same household
    .short = Same household
links-choice-employer = The employer of this person
    .short = Employer
links-choice-employee = A person who works here
    .short = Employee
links-choice-contact = The person to contact for this organisation
    .short = Contact
links-choice-contact-of = The organisation for which this person is contacted
    .short = Contact of
links-choice-other = Something else, in a word
    .short = Other link
links-word = Kind of link
    .label = Kind
links-hint-word = For another link only, in a word or two. Examples: neighbour, partner.
links-since = Since
    .label = Since
links-hint-since = Optional. Day, month and year. Example: 23/11/2026.
links-until = Until
    .label = Until
links-hint-until = Optional. A link that has ended stays written on both files.
links-note = Note
    .label = Note
links-error-relation = Choose what the other file is to this one.
links-error-word = Write the kind of link in a word or two, or choose another link.
links-error-known = These two files have this link already. Choose another one, or remove the existing one first.
links-refused-itself = A file is not linked with itself. Look for another file.
