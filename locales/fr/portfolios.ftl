# Les portefeuilles : des fiches confiées à un agent.

portfolios-title = Portefeuilles
portfolios-new = Créer un portefeuille
    .short = Créer portefeuille
portfolios-edit = Modifier
portfolios-edit-one = Modifier { $name }
portfolios-delete = Supprimer
portfolios-delete-one = Supprimer { $name }
portfolios-deletion = Supprimer le portefeuille
    .short = Supprimer
portfolios-deletion-text = Ce portefeuille est vide. Il disparaît pour tout le centre.
portfolios-deletion-holds = Ce portefeuille contient des fiches. Affectez-les ailleurs avant de le supprimer.
portfolios-empty-it = Affecter ses fiches
portfolios-keep = Garder le portefeuille
    .short = Garder
portfolios-deleted = Le portefeuille est supprimé.
    .short = Supprimé
portfolios-save = Enregistrer
portfolios-saved = Le portefeuille est enregistré.
    .short = Enregistré
portfolios-caption = Charge par portefeuille
    .short = Charge
portfolios-by-agent = Charge par agent
portfolios-name = Nom
    .label = Nom
portfolios-hint-name = Un nom que vos collègues comprennent. Exemple : Grand Alger.
portfolios-agent = Agent responsable
    .label = Agent
portfolios-nobody = Personne
portfolios-files = Fiches
    .label = Fiches
portfolios-incomplete = Incomplètes
portfolios-stale = Sans màj 180 jours
portfolios-none = Aucun portefeuille. Créez-en un, puis affectez-lui des fiches.
portfolios-none-own = Aucun portefeuille ne vous est confié. Demandez à votre superviseur.

## Le transfert d’un agent à un autre

portfolios-transfer = Transférer
portfolios-transfer-text = Tous les portefeuilles d’un agent passent à un autre. Les fiches restent dans leurs portefeuilles.
portfolios-from = De l’agent
    .label = De l’agent
portfolios-to = Vers l’agent
    .label = Vers
portfolios-preview = Voir l’aperçu
portfolios-preview-title = Aperçu
portfolios-transfer-none = Cet agent n’a aucun portefeuille. Rien n’est à transférer.
portfolios-transfer-do = Transférer
portfolios-transferred = Les portefeuilles sont transférés.
    .short = Transférés

## L’affectation

portfolios-moves = Affectations
portfolios-move = Affectation
portfolios-move-new = Affecter des fiches
portfolios-moves-none = Aucune affectation. Filtrez les fiches, puis affectez-les à un portefeuille.
portfolios-target = Vers le portefeuille
    .short = Vers portefeuille
    .label = Vers
portfolios-chosen = Fiches choisies
    .label = Choix
portfolios-when = Faite par
    .label = Par
portfolios-one-file = Une fiche
portfolios-so-many =
    { $n ->
        [one] { $n } fiche
        [many] { $n } de fiches
       *[other] { $n } fiches
    }
portfolios-will-move =
    { $n ->
        [0] Aucune fiche à déplacer : elles sont déjà là ({ $name }).
        [one] { $n } fiche ira vers : { $name }.
        [many] { $n } de fiches iront vers : { $name }.
       *[other] { $n } fiches iront vers : { $name }.
    }
portfolios-leaving = Elles viennent de :
portfolios-too-many = Une affectation déplace au plus { $most } fiches. Ajoutez une condition au filtre.
portfolios-choose-others = Changer le filtre
portfolios-assign = Affecter
portfolios-assign-one = Affecter la fiche
portfolios-assigned = L’affectation est faite. Elle peut être annulée dans Affectations.
    .short = Affectation faite
portfolios-changed = Le nombre de fiches a changé depuis l’aperçu. Rien n’a été déplacé. Vérifiez le nouvel aperçu, puis confirmez.
portfolios-undo = Annuler l’affectation
    .short = Annuler
portfolios-undo-text = Chaque fiche revient où elle était. Les fiches affectées de nouveau depuis ne bougent pas.
portfolios-undone = L’affectation est annulée.
    .short = Annulée
portfolios-was-undone = Annulée
portfolios-file = Portefeuille de la fiche
    .short = Portefeuille
portfolios-unreadable = Cette affectation ne peut pas être lue. Revenez à la liste des fiches et filtrez de nouveau.

## Erreurs

portfolios-error-name = Donnez un nom au portefeuille.
portfolios-error-taken = Ce nom est déjà pris dans ce centre. Choisissez-en un autre.
portfolios-error-full = Le centre a déjà 200 portefeuilles. Supprimez-en un avant d’en créer un autre.
portfolios-error-stale = Une autre personne vient de modifier ce portefeuille. Vérifiez vos valeurs, puis enregistrez de nouveau.
portfolios-error-agent = Choisissez l’agent qui transmet ses portefeuilles.
portfolios-error-other = Choisissez un autre agent, qui reçoit les portefeuilles.
