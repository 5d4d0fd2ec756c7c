# Fiches des clients.

clients-title = Fiches clients
clients-new-title = Nouvelle fiche client
    .short = Nouvelle fiche
clients-edit-title = Modifier la fiche
clients-history-title = Historique de la fiche
    .short = Historique

## La liste et la recherche

clients-search = Numéro, nom ou e-mail
    .short = Chercher un client
    .label = Chercher
clients-search-hint = Un numéro entier ou ses quatre derniers chiffres, un nom en lettres latines ou arabes, une adresse e-mail.
clients-search-button = Chercher
clients-new = Créer une fiche
clients-found =
    { $n ->
        [one] { $n } fiche trouvée
       *[other] { $n } fiches trouvées
    }
clients-found-none = Aucune fiche ne correspond à « { $query } ». Vérifiez le numéro, écrivez seulement le nom de famille, ou créez la fiche.
clients-none = Aucune fiche pour l’instant. Les clients apparaîtront ici dès que vous aurez créé la première fiche.
clients-found-number = Numéro exact
clients-found-end = Fin du numéro
clients-found-start = Début du numéro
clients-found-name = Même nom
clients-found-alike = Nom proche
clients-found-email = Même e-mail
clients-found-email-alike = E-mail proche

## Les champs

clients-name = Nom
    .label = Nom
clients-name-latin = Nom en lettres latines
    .short = Nom latin
    .label = Nom latin
clients-name-arabic = Nom en lettres arabes
    .short = Nom arabe
    .label = Nom arabe
clients-given-latin = Prénom (lettres latines)
    .short = Prénom latin
    .label = Prénom latin
clients-family-latin = Nom (lettres latines)
    .short = Nom latin
    .label = Nom latin
clients-given-arabic = Prénom (lettres arabes)
    .short = Prénom arabe
    .label = Prénom arabe
clients-family-arabic = Nom (lettres arabes)
    .short = Nom arabe
    .label = Nom arabe
clients-birth-date = Date de naissance
    .label = Naissance
clients-phone = Téléphone
    .label = Téléphone
clients-phone2 = Autre téléphone
    .label = Téléphone 2
clients-email = E-mail
    .label = E-mail
clients-address = Adresse
    .label = Adresse
clients-street = Rue et numéro
    .label = Rue
clients-wilaya = Wilaya
    .label = Wilaya
clients-commune = Commune
    .label = Commune
clients-language = Langue préférée
    .label = Langue
clients-status = Statut
    .label = Statut
clients-needs = Besoins
    .label = Besoins
clients-motivations = Motivations
    .label = Motivations
clients-notes = Notes
    .label = Notes

clients-status-prospect = Prospect
clients-status-new = Nouveau client
clients-status-active = Client actif
clients-status-dormant = Client dormant
clients-status-difficult = Client difficile
clients-status-lost = Client perdu
clients-language-fr = Français
clients-language-ar = Arabe
clients-language-en = Anglais
clients-wilaya-none = Choisir la wilaya

clients-hint-latin = Le prénom et le nom sont demandés dans une écriture au moins, latine ou arabe.
clients-hint-arabic = Comme sur l’acte de naissance, si le client le donne.
clients-hint-birth = Jour, mois et année. Exemple : 23/11/1985.
clients-hint-phone = Exemple : 0550 12 34 56 ou +213 550 12 34 56.
clients-hint-commune = Le nom de la commune, en lettres latines ou arabes.
clients-save = Enregistrer la fiche
clients-saved = La fiche est enregistrée.
    .short = Fiche enregistrée

## Ce qui ne va pas dans un champ

clients-error-given = Écrivez le prénom, ou bien le prénom et le nom dans l’autre écriture.
clients-error-family = Écrivez le nom, ou bien le prénom et le nom dans l’autre écriture.
clients-error-latin = Ce champ n’accepte que des lettres latines. Écrivez les lettres arabes dans le champ qui suit.
clients-error-arabic = Ce champ n’accepte que des lettres arabes. Écrivez les lettres latines dans le champ qui précède.
clients-error-birth = Cette date n’est pas lisible. Écrivez le jour, le mois et l’année ainsi : 23/11/1985.
clients-error-birth-impossible = Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois.
clients-error-birth-future = Cette date n’est pas encore arrivée. Vérifiez l’année.
clients-error-birth-old = Cette date est antérieure à 1900. Vérifiez l’année.
clients-error-phone = Ce numéro n’appartient à aucun opérateur. Vérifiez les premiers chiffres.
clients-error-phone-letters = Un numéro ne contient pas de lettres. Écrivez seulement les chiffres.
clients-error-phone-short = Il manque des chiffres à ce numéro. Exemple complet : 0550 12 34 56.
clients-error-phone-long = Ce numéro a trop de chiffres. Exemple complet : 0550 12 34 56.
clients-error-phone-service = C’est le numéro court d’un service. Écrivez le numéro personnel du client.
clients-error-phone-twice = C’est déjà le premier numéro. Écrivez-en un autre ou videz ce champ.
clients-error-email-at = Il manque le signe @. Écrivez l’adresse ainsi : nom@exemple.dz.
clients-error-email = Cette adresse e-mail n’est pas complète. Écrivez-la ainsi : nom@exemple.dz.
clients-error-wilaya = Cette wilaya n’existe pas. Choisissez-en une dans la liste.
clients-error-wilaya-first = Choisissez la wilaya de cette commune.
clients-error-commune = Aucune commune de cette wilaya ne porte ce nom. Vérifiez le nom ou la wilaya.
clients-error-commune-near = Aucune commune de cette wilaya ne porte ce nom. Essayez un de ces noms proches : { $names }.
clients-error-commune-elsewhere = Cette commune est dans la wilaya { $wilaya }. Corrigez la commune ou la wilaya.

## La fiche

clients-missing = À compléter
clients-edit = Modifier la fiche
clients-back = Revenir au poste
clients-facts = Contenu de la fiche
clients-created-at = Fiche créée le
    .label = Créée le
clients-history-created = Fiche créée
clients-history-updated = Modifié : { $fields }
clients-history-same = Enregistrée sans changement
    .short = Sans changement
clients-history-other = Autre événement
clients-history-none = Rien n’a été modifié depuis la création de cette fiche.
clients-history-all = Tout l’historique
clients-separator = { ", " }

## Deux personnes sur la même fiche

clients-stale-title = La fiche a changé
clients-stale-text = Une autre personne l’a enregistrée pendant que vous écriviez. Rien de ce que vous avez écrit n’est perdu. Comparez les valeurs, corrigez si nécessaire, puis enregistrez de nouveau.
clients-stale-theirs = Dans la fiche
    .label = Fiche
clients-stale-mine = Dans votre page
    .label = Vous
clients-stale-by = Changé par
    .label = Par
clients-stale-empty = Vide
clients-stale-taken = Nouvelle valeur reprise dans le formulaire
    .short = Valeur reprise
clients-stale-kept = Votre valeur est gardée dans le formulaire
    .short = Votre valeur gardée
