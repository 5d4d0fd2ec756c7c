# Les états de restitution.

reports-title = États de restitution
    .short = États
reports-ready = États prêts
reports-files = Fiches par statut
    .short = Par statut
reports-files-wilaya = Fiches par wilaya
    .short = Par wilaya
reports-files-portfolio = Fiches par portefeuille
    .short = Par portefeuille
reports-completeness = Complétude des fiches
    .short = Complétude
reports-updates = Créations et mises à jour
    .short = Mises à jour
reports-activity = Activité d’appels
reports-own = États gardés
reports-own-none = Aucun état gardé. Ouvrez un état, réglez-le, puis gardez-le sous un nom.
reports-delete = Supprimer
reports-delete-one = Supprimer { $name }
reports-deletion = Supprimer l’état
reports-deletion-text = Cet état disparaît pour tout le centre. Aucune fiche n’est modifiée.
reports-leave = Garder l’état
reports-deleted = L’état est supprimé.
    .short = État supprimé
reports-counted-at = Compté le
reports-csv = Télécharger en CSV
reports-xlsx = Télécharger en XLSX
reports-change = Régler cet état
reports-ask = Afficher l’état
reports-keep-title = Garder cet état
reports-keep = Garder
reports-kept = L’état est gardé.
    .short = État gardé
reports-name = Nom
    .label = Nom
reports-hint-name = Un nom que vos collègues comprennent. Exemple : Complétude, Oran.
reports-error-name = Donnez un nom à l’état.
reports-error-taken = Ce nom est déjà pris dans ce centre. Choisissez-en un autre.
reports-error-full = Le centre garde déjà 200 états. Supprimez-en un avant d’en garder un autre.
reports-error-own = Trop de champs du centre en colonnes. Gardez-en { $most } au plus.
reports-none = Rien à compter : aucune ligne ne répond à cette demande. Retirez une condition ou changez les dates.
reports-total = Total

## Les lignes

reports-group = Lignes
    .label = Lignes
reports-columns = Colonnes
    .label = Colonnes
reports-from = À partir du
    .label = Du
reports-to = Jusqu’au
    .label = Au
reports-period = Du { $from } au { $to }
reports-group-month = Mois
reports-group-part = Élément
reports-group-agent = Agent
reports-group-outcome = Issue d’appel
reports-no-agent = Import ou programme
reports-age-under = Moins de { $n } ans
reports-age-over = { $n } ans et plus
reports-age-band = { $from } à { $to } ans

## Les colonnes

reports-column-files = Fiches
reports-column-share = Part
reports-column-complete = Complètes
reports-column-no-phone = Sans téléphone
reports-column-no-email = Sans e-mail
reports-column-stale = Sans màj 180 jours
reports-own-sum = Total { $field }
reports-own-yes = { $field } : oui
reports-own-filled = { $field } rempli
reports-others = Autres valeurs
reports-column-held = Renseigné
reports-column-lacking = Manquant
reports-column-created = Créées
reports-column-updated = Mises à jour
reports-column-calls = Appels
reports-column-answered = Décrochés
reports-column-talk = Durée moyenne
reports-column-satisfaction = Satisfaction
reports-percent = { $n } %
reports-mean = { $n }

## Les légendes

reports-files-by = Fiches par { $group }
reports-completeness-of = Complétude, sur { $n } fiches
    .short = Complétude : { $n }
reports-updates-by = Créations et mises à jour par { $group }
    .short = Par { $group }
reports-activity-by = Appels par { $group }
reports-chart-text = Barres, une par ligne du tableau, { $n } au plus. Le tableau donne les mêmes chiffres.
reports-consents = Consentements
reports-consents-of =
    { $n ->
        [one] Réponses de { $n } fiche, par usage et moyen
       *[other] Réponses de { $n } fiches, par usage et moyen
    }
    .short = Réponses : { $n }
reports-group-consent = Moyen et usage
reports-consent-line = { $channel } : { $purpose }
reports-column-given = Accord
reports-column-refused = Refus
reports-column-withdrawn = Accord retiré
reports-column-undecided = Sans réponse
