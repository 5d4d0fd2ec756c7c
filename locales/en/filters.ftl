# The filter of client files.

filters-title = Filter the files
filters-active = Filter in use
filters-apply = Filter
filters-clear = Remove the filter
filters-remove = Remove: { $field }
filters-keep = Keep this segment
filters-assign = Assign these files
filters-report = Report on these files
    .short = Report on these
filters-export = Export these files
filters-every = Every file
filters-and = { "; " }
filters-or = { " or " }
filters-comma = { ", " }
filters-none = No file answers this filter. Remove a condition or change a value.
filters-none-yet = No file was found among those read so far. Go on looking.
filters-wrong = The filter was not applied. Correct what is shown above.
filters-further = Look further
filters-further-text = There are many files: only a part of them was read for this page. The rest may hold more.

## The order

filters-sort = Order of the files
    .label = Order
filters-sort-newest = Newest files
filters-sort-updated = Latest updates
    .short = Latest updates
filters-sort-name = By name

## The fields

filters-portfolio = Portfolio
    .label = Portfolio
filters-portfolio-any = Any
filters-portfolio-none = No portfolio
filters-portfolio-gone = Deleted portfolio
    .short = Deleted
filters-has = With
    .label = With
filters-missing = Without
    .label = Without
filters-part-everything = All that matters
filters-part-both-names = Name in both scripts
    .short = Both names
filters-created = Created
    .label = Created
filters-created-from = Created from
    .label = Created from
filters-created-to = Created until
    .label = Created to
filters-updated = Updated
    .label = Updated
filters-updated-from = Updated from
    .short = Updated from
    .label = Updated from
filters-updated-to = Updated until
    .short = Updated until
    .label = Updated to
filters-idle = Not updated for (days)
    .short = No update (days)
    .label = No update
filters-recent = Updated less than (days) ago
    .short = Updated (days ago)
    .label = Updated in
filters-age = Age
    .label = Age
filters-any = Any
filters-consent = Consent
    .label = Consent
filters-consent-purpose = Consent for
    .label = Purpose
filters-consent-channel = Consent by
    .label = Channel
filters-consent-answer = Client’s decision
    .label = Decision
filters-consent-never = Never asked
filters-channel-any = At least one channel
filters-purpose-gone = Unknown purpose
filters-validation = Validation
    .label = Validation
filters-import = Import
    .label = Import
filters-import-named = { $name }, { $day }
filters-import-other = Number { $number }
filters-not-given = Not given
filters-hint-wilaya = Codes or names, with commas between. Example: 16, Oran.
filters-hint-commune = Names, with commas between. Example: Kouba, Hydra.
filters-hint-day = Day, month and year. Example: 23/11/2026.
filters-hint-idle = A number of days. Example: 180.
filters-hint-recent = A number of days. Example: 30.
filters-hint-age = One age or two. Examples: 25, 18-30, 60-.
filters-hint-begins = The beginning of the text is enough.
filters-hint-consent = Choose a purpose and at least one decision.

## Conditions in words

filters-is = { $field }: { $values }
filters-days-from = { $field } from { $from }
filters-days-to = { $field } until { $to }
filters-days-between = { $field } from { $from } to { $to }
filters-idle-for =
    { $n ->
        [one] Not updated for { $n } day
       *[other] Not updated for { $n } days
    }
    .short = No update: { $n } d
filters-recent-for =
    { $n ->
        [one] Updated less than { $n } day ago
       *[other] Updated less than { $n } days ago
    }
    .short = Updated: { $n } d
filters-age-between = Age: from { $from } to { $to }
filters-consent-said = Consent for { $purpose }, { $channel }: { $values }
    .short = { $purpose }, { $channel }: { $values }
filters-consent-said-any = Consent for { $purpose }, at least one channel: { $values }
    .short = { $purpose }: { $values }
filters-begins = { $field } begins with { $text }
filters-number-least = { $field }: { $least } or more
filters-number-most = { $field }: { $most } or less
filters-number-between = { $field }: from { $least } to { $most }
filters-own-least = { $field } from
filters-own-most = { $field } up to

## What is wrong

filters-error-unknown = The value “{ $value }” does not exist in this filter. Choose a value of the list.
filters-error-wilaya = There is no wilaya “{ $value }”. Type its code or its name.
filters-error-commune = There is no commune “{ $value }”. Check its name.
filters-error-order = The end comes before the start. Change one of the two dates.
filters-error-days = Type a number of days between 1 and { $most }.
filters-error-age = This age cannot be read. Type one age or two, like this: 18-30.
filters-error-many = This filter has too many values; it takes { $most }. Remove some.
filters-error-one = This field takes one value only. Keep one of them.
filters-error-consent-purpose = Choose the purpose of the consent, or remove the channel and the decision.
filters-error-consent-answer = Choose at least one decision of the client, or remove the purpose.
filters-error-least = The minimum is above the maximum. Change one of the two numbers.
