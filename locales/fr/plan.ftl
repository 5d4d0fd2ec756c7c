# Le plan des semestres d’une promotion.

plan-title = Plan de { $promotion }
plan-promotion = Retour à la promotion
    .short = Promotion
plan-back = Retour au plan
plan-text = Le document officiel ne dit plus dans quel semestre va chaque bloc. Ce plan est celui de l’établissement, qui le confirme.
plan-open =
    { $n ->
        [one] { $n } bloc n’a pas encore de semestre.
        [many] { $n } de blocs n’ont pas encore de semestre.
       *[other] { $n } blocs n’ont pas encore de semestre.
    }
plan-not-yet = Le plan n’est pas encore juste :
plan-suggest = Compléter le plan
plan-know = Bon à savoir
plan-know-text = Ces modules commencent avant des modules sur lesquels ils s’appuient. La matrice est à confirmer : rien n’est empêché.
plan-early = { $module } commence au semestre { $semester } ; ces modules viennent plus tard ou n’ont pas de semestre : { $later }.
plan-move = Déplacer les blocs
plan-block = Bloc
    .label = Bloc
plan-place = Placer les blocs
plan-placed = Les blocs sont placés.
plan-a-week = par semaine
plan-semester-empty = Aucun bloc dans ce semestre.
plan-hours = Heures par module
plan-hours-text = Les heures faites sont celles de l’emploi du temps : une séance passée, non annulée. Entre deux nombres : la section qui en a le moins et celle qui en a le plus.
plan-hours-caption = Dues, placées, faites :
    .short = Heures par module
plan-due = Dues
plan-in-semesters = Placées
plan-done = Faites
plan-semesters = Semestres
plan-suggestion = Compléter le plan
plan-suggestion-text = Voici ce qui serait placé. Les blocs déjà placés ne bougent pas, et chaque semestre aurait ses heures.
plan-as-proposed = { $module }, bloc { $block } : semestre { $semester }, comme le propose le programme.
plan-otherwise = { $module }, bloc { $block } : semestre { $semester } et non { $proposed }, pour que chaque semestre ait ses heures.
plan-take = Placer ainsi
plan-filled = Le plan est complété.
plan-nothing-open = Tous les blocs ont un semestre. Rien n’est à compléter.
plan-impossible = Aucune façon de placer les blocs ouverts ne donne ses heures à chaque semestre. Retirez quelques blocs déjà placés, puis recommencez.
plan-impossible-order = Les blocs de { $module } ne se suivent pas. Corrigez-les d’abord.
plan-impossible-full = Le semestre { $semester } a déjà trop d’heures. Retirez-en un bloc, puis recommencez.
plan-impossible-stuck = Les blocs déjà placés ne laissent aucune façon de compléter. Retirer ceux d’un de ces modules en ouvrirait une : { $modules }.
plan-changed = Le plan a changé depuis cette page. Rien n’a été placé : ouvrez la page de nouveau.
plan-error-order = D’un bloc au suivant, le semestre doit augmenter. Choisissez un semestre plus tard, ou déplacez le bloc d’avant.
plan-error-stale = Une autre personne vient de déplacer des blocs. Le plan affiché est le sien ; vérifiez vos choix, puis placez de nouveau.
