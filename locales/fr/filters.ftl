# Le filtre des fiches.

filters-title = Filtrer les fiches
filters-active = Filtre en cours
filters-apply = Filtrer
filters-clear = Retirer le filtre
filters-remove = Retirer : { $field }
filters-keep = Garder ce segment
filters-assign = Affecter ces fiches
filters-report = État de ces fiches
    .short = État de ces fiches
filters-export = Exporter ces fiches
filters-every = Toutes les fiches
filters-and = { " ; " }
filters-or = { " ou " }
filters-comma = { ", " }
filters-none = Aucune fiche ne répond à ce filtre. Retirez une condition ou changez une valeur.
filters-none-yet = Aucune fiche trouvée dans les fiches déjà lues. Continuez la recherche.
filters-wrong = Le filtre n’a pas été appliqué. Corrigez ce qui est signalé plus haut.
filters-further = Chercher plus loin
filters-further-text = Le fichier est grand : seule une partie a été lue pour cette page. La suite peut contenir d’autres fiches.

## L’ordre

filters-sort = Ordre des fiches
    .label = Ordre
filters-sort-newest = Fiches récentes
filters-sort-updated = Dernières mises à jour
    .short = Mises à jour
filters-sort-name = Ordre alphabétique

## Les champs

filters-portfolio = Portefeuille
    .label = Portefeuille
filters-portfolio-any = Tous
filters-portfolio-none = Sans portefeuille
filters-portfolio-gone = Portefeuille supprimé
    .short = Supprimé
filters-has = Avec
    .label = Avec
filters-missing = Sans
    .label = Sans
filters-part-everything = Tout l’essentiel
filters-part-both-names = Nom dans les deux écritures
    .short = Les deux noms
filters-created = Créée
    .label = Créée
filters-created-from = Créée à partir du
    .label = Créée dès
filters-created-to = Créée jusqu’au
    .label = Créée avant
filters-updated = Mise à jour
    .label = Mise à jour
filters-updated-from = Mise à jour à partir du
    .short = Mise à jour dès
    .label = Màj dès
filters-updated-to = Mise à jour jusqu’au
    .short = Mise à jour avant
    .label = Màj avant
filters-idle = Sans mise à jour depuis (jours)
    .short = Sans màj (jours)
    .label = Sans màj
filters-recent = Mise à jour depuis moins de (jours)
    .short = Màj récente (jours)
    .label = Màj récente
filters-age = Âge
    .label = Âge
filters-any = Peu importe
filters-consent = Consentement
    .label = Consentement
filters-consent-purpose = Consentement pour
    .label = Finalité
filters-consent-channel = Consentement par
    .label = Canal
filters-consent-answer = Décision du client
    .label = Décision
filters-consent-never = Jamais demandé
filters-channel-any = Un canal au moins
filters-purpose-gone = Finalité inconnue
filters-validation = Validation
    .label = Validation
filters-import = Importation
    .label = Importation
filters-import-named = { $name }, { $day }
filters-import-other = Numéro { $number }
filters-not-given = Non renseigné
filters-hint-wilaya = Codes ou noms, séparés par des virgules. Exemple : 16, Oran.
filters-hint-commune = Noms séparés par des virgules. Exemple : Kouba, Hydra.
filters-hint-day = Jour, mois et année. Exemple : 23/11/2026.
filters-hint-idle = Nombre de jours. Exemple : 180.
filters-hint-recent = Nombre de jours. Exemple : 30.
filters-hint-age = Un âge ou deux. Exemples : 25, 18-30, 60-.
filters-hint-begins = Le début du texte suffit.
filters-hint-consent = Choisissez une finalité et au moins une décision.

## Les conditions en phrases

filters-is = { $field } : { $values }
filters-days-from = { $field } à partir du { $from }
filters-days-to = { $field } jusqu’au { $to }
filters-days-between = { $field } du { $from } au { $to }
filters-idle-for =
    { $n ->
        [one] Sans mise à jour depuis { $n } jour
        [many] Sans mise à jour depuis { $n } de jours
       *[other] Sans mise à jour depuis { $n } jours
    }
    .short = Sans màj : { $n } j
filters-recent-for =
    { $n ->
        [one] Mise à jour depuis moins de { $n } jour
        [many] Mise à jour depuis moins de { $n } de jours
       *[other] Mise à jour depuis moins de { $n } jours
    }
    .short = Màj récente : { $n } j
filters-age-between = Âge : de { $from } à { $to } ans
filters-consent-said = Consentement pour { $purpose }, { $channel } : { $values }
    .short = { $purpose }, { $channel } : { $values }
filters-consent-said-any = Consentement pour { $purpose }, un canal au moins : { $values }
    .short = { $purpose } : { $values }
filters-begins = { $field } commence par { $text }
filters-number-least = { $field } : { $least } ou plus
filters-number-most = { $field } : { $most } ou moins
filters-number-between = { $field } : de { $least } à { $most }
filters-own-least = { $field } à partir de
filters-own-most = { $field } jusqu’à

## Erreurs

filters-error-unknown = La valeur « { $value } » n’existe pas dans ce filtre. Choisissez une valeur de la liste.
filters-error-wilaya = La wilaya « { $value } » n’existe pas. Écrivez son code ou son nom.
filters-error-commune = La commune « { $value } » n’existe pas. Vérifiez son nom.
filters-error-order = La fin vient avant le début. Changez une des deux dates.
filters-error-days = Écrivez un nombre de jours entre 1 et { $most }.
filters-error-age = Cet âge ne peut pas être lu. Écrivez un âge ou deux, ainsi : 18-30.
filters-error-many = Ce filtre a trop de valeurs ; il en accepte { $most }. Retirez-en quelques-unes.
filters-error-one = Ce champ n’accepte qu’une valeur. Gardez-en une seule.
filters-error-consent-purpose = Choisissez la finalité du consentement, ou retirez le canal et la décision.
filters-error-consent-answer = Choisissez au moins une décision du client, ou retirez la finalité.
filters-error-least = Le minimum dépasse le maximum. Changez un des deux nombres.
