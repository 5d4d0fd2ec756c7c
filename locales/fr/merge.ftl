# Fusionner deux fiches d’un même client, et annuler une fusion.

merge-title = Fusionner deux fiches
    .short = Fusionner
merge-kept = Fiche gardée
    .short = Fiche gardée
    .label = Gardée
merge-other = Fiche fusionnée
    .label = Fusionnée
merge-swap = Garder plutôt l’autre fiche
    .short = Garder l’autre
merge-same = Identiques dans les deux fiches :
    .short = Identiques :
merge-all-same = Les deux fiches contiennent exactement la même chose.
merge-source-kept = fiche gardée
merge-source-other = fiche fusionnée
merge-source-both = les deux
merge-preview = Voir le résultat
merge-preview-title = Résultat de la fusion
    .short = Résultat
merge-preview-text = Rien n’est encore changé. Relisez la fiche telle qu’elle sera, puis fusionnez ou revenez au choix.
merge-result = La fiche après la fusion
    .short = Après la fusion
merge-moved =
    { $n ->
        [0] Aucun appel ne change de fiche.
        [one] { $n } appel passera à la fiche gardée.
       *[other] { $n } appels passeront à la fiche gardée.
    }
merge-links = Les liens de la fiche fusionnée avec d’autres fiches seront lus sur la fiche gardée.
merge-act = Fusionner les fiches
merge-back = Revenir au choix
merge-done = Les fiches sont fusionnées. Cette fusion peut être annulée dans la liste des fusions.
merge-led = Cette fiche a été fusionnée avec une autre du même client. Voici la fiche gardée.
merge-changed-title = Une des fiches a changé
    .short = Fiche changée
merge-changed-text = Une autre personne l’a modifiée pendant que vous choisissiez. Vos choix sont gardés. Relisez les valeurs, puis continuez.
merge-list-title = Fusions
merge-list-none = Aucune fusion pour l’instant. Les fusions apparaîtront ici, et vous pourrez les annuler.
merge-is-undone = Annulée
merge-by = Fusion faite par
    .label = Faite par
merge-undone-by = Annulée par
    .label = Annulée par
merge-undone-text = Cette fusion est annulée. Les deux fiches sont de nouveau séparées.
merge-above = Voir cette fusion
merge-undo-title = Annuler une fusion
merge-undo = Annuler la fusion
merge-undo-calls =
    { $n ->
        [0] La fiche fusionnée reviendra telle qu’elle était. Aucun appel ne change de fiche.
        [one] La fiche fusionnée reviendra telle qu’elle était, avec son appel. Les appels arrivés après la fusion restent à la fiche gardée.
       *[other] La fiche fusionnée reviendra telle qu’elle était, avec ses { $n } appels. Les appels arrivés après la fusion restent à la fiche gardée.
    }
merge-undo-back = Dans la fiche gardée, ces champs reprennent leur valeur d’avant la fusion :
    .short = Reviennent :
merge-undone = La fusion est annulée. Les deux fiches sont de nouveau séparées.
merge-conflicts = Champs modifiés depuis la fusion
    .short = Modifiés depuis
merge-conflicts-text = La fusion puis une autre personne ont changé ces champs de la fiche gardée. Choisissez la valeur à garder.
merge-source-before = avant la fusion
merge-source-merge = par la fusion
merge-source-now = maintenant
merge-history-merged = Une autre fiche a été fusionnée avec celle-ci
    .short = Fusion reçue
merge-history-absorbed = Fusionnée avec une autre fiche
    .short = Fusionnée
merge-history-unmerged = Une fusion avec cette fiche a été annulée
    .short = Fusion annulée
merge-history-restored = Séparée de nouveau, fusion annulée
    .short = Séparée
merge-refused-itself = Une fiche ne se fusionne pas avec elle-même. Choisissez une autre fiche du même client.
merge-refused-merged = Une de ces fiches a déjà été fusionnée. Ouvrez la liste des fusions pour voir avec laquelle.
merge-refused-changed = Une de ces fiches a changé. Ouvrez de nouveau la page et relisez les valeurs.
merge-refused-undone = Cette fusion est déjà annulée. Il n’y a rien de plus à faire.
merge-refused-buried = La fiche gardée a elle-même été fusionnée avec une autre. Annulez d’abord cette fusion-là.
