# The trainer of screen-reader commands.
keys-title = Keys of screen readers
    .short = Keys
keys-typed = Or type the keys
    .short = Typed keys
    .label = Keys
keys-typed-hint = By their names, with +. Example: Ctrl+Alt+N. Nothing is captured: your reader stays free.
keys-answer = Answer
keys-right = Right: { $keys }. { $does }.
keys-wrong = No: { $does } is { $keys }.
keys-error-empty = Choose a combination, or type it.
keys-error-long = The answer is too long or holds an impossible sign: at most { $most } characters.
keys-round = Your round
keys-sum = Right at once: { $right } of { $asked }.
keys-known = Well known: { $known } of { $all }.
keys-hand-over = Hand over this round
keys-too-few = Answer 10 questions at least before you hand over a round.
