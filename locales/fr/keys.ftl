# The trainer of screen-reader commands.
keys-title = Touches des lecteurs d’écran
    .short = Touches
keys-typed = Ou tapez les touches
    .short = Touches tapées
    .label = Touches
keys-typed-hint = Par leur nom, avec des +. Exemple : Ctrl+Alt+N. Rien n’est capturé : votre lecteur reste libre.
keys-answer = Répondre
keys-right = Juste : { $keys }. { $does }.
keys-wrong = Non : { $does }, c’est { $keys }.
keys-error-empty = Choisissez une combinaison, ou tapez-la.
keys-error-long = La réponse est trop longue ou contient un signe impossible : { $most } caractères au plus.
keys-round = Votre série
keys-sum = Justes du premier coup : { $right } sur { $asked }.
keys-known = Bien connues : { $known } sur { $all }.
keys-hand-over = Remettre cette série
keys-too-few = Répondez à 10 questions au moins avant de remettre une série.
