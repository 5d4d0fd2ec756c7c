# Les liens d’une fiche avec d’autres fiches.

links-title = Liens avec d’autres fiches
    .short = Liens
links-none = Cette fiche n’est liée à aucune autre.
links-new = Ajouter un lien
links-all = Tous les liens
links-ended = Terminé
links-since-day = depuis le
links-until-day = jusqu’au
links-take = Retirer
links-remove-one = Retirer le lien avec { $name }
    .short = Retirer : { $name }
links-remove = Retirer le lien
links-remove-text = Le lien disparaît des deux fiches. L’historique de chacune garde qu’il a existé.
links-keep = Garder le lien
links-removed = Le lien est retiré.
links-added = Le lien est ajouté.
links-save = Enregistrer le lien
links-own = Fiche ouverte
    .label = Ouverte
links-linked = Fiche liée
    .label = Liée
links-choose-other = Choisir une autre fiche
    .short = Autre fiche
links-search-hint = La fiche à lier : un numéro, un nom en lettres latines ou arabes, une adresse e-mail ou une référence.
links-found-none = Aucune autre fiche ne correspond à « { $query } ». Vérifiez le numéro ou la référence, ou écrivez seulement le nom de famille.
links-history-added = Lien ajouté
links-history-removed = Lien retiré

## Ce que l’autre fiche est pour celle-ci

links-household = Même foyer
    .label = Même foyer
links-employer = Employeur
    .label = Employeur
links-employee = Employé
    .label = Employé
links-contact = Personne à contacter
    .label = Contact
links-contact-of = Personne à contacter de
    .short = Contact de
    .label = Contact de
links-other = Autre lien
    .label = Autre lien

## Le formulaire

links-relation = L’autre fiche est
    .label = L’autre est
links-choice-household = Quelqu’un du même foyer
    .short = Même foyer
links-choice-employer = L’employeur de cette personne
    .short = Employeur
links-choice-employee = Une personne qui travaille ici
    .short = Employé
links-choice-contact = La personne à contacter pour cette organisation
    .short = Contact
links-choice-contact-of = L’organisation pour laquelle cette personne est à contacter
    .short = Contact de
links-choice-other = Autre chose, à préciser
    .short = Autre lien
links-word = Nature du lien
    .label = Nature
links-hint-word = Pour un autre lien seulement, en un ou deux mots. Exemples : voisin, associé.
links-since = Depuis le
    .label = Depuis le
links-hint-since = Facultatif. Jour, mois et année. Exemple : 23/11/2026.
links-until = Jusqu’au
    .label = Jusqu’au
links-hint-until = Facultatif. Un lien terminé reste écrit sur les deux fiches.
links-note = Note
    .label = Note
links-error-relation = Choisissez ce que l’autre fiche est pour celle-ci.
links-error-word = Écrivez la nature du lien en un ou deux mots, ou choisissez un autre lien.
links-error-known = Ces deux fiches ont déjà ce lien. Choisissez-en un autre, ou retirez d’abord celui qui existe.
links-refused-itself = Une fiche ne se lie pas à elle-même. Cherchez une autre fiche.
