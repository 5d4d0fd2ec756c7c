# Les documents de l’établissement.

papers-title = Documents
papers-text = Choisissez la langue du document, puis imprimez la page ou prenez-la en braille.
papers-number = no
papers-transcript = Relevé de notes
papers-transcripts = Relevés de la section
    .short = Relevés
papers-minutes = Procès-verbal du conseil
    .short = Procès-verbal
papers-school = Certificat de scolarité
    .short = Scolarité
papers-success = Attestation de réussite
    .short = Réussite
papers-grid = Grille d’évaluation
papers-internship = Fiche de stage
papers-workbook = Notes (classeur)
papers-name = Nom et prénom
papers-name-other = Dans l’autre écriture
    .short = Autre écriture
papers-register = No d’inscription
papers-born = Né(e) le
papers-programme = Programme
papers-promotion = Promotion
papers-director = Le directeur de l’établissement
    .short = Le directeur
papers-trainer = Le formateur
papers-on = En date du
papers-done-on = Fait le
papers-mark-of-20 = Note sur 20
papers-marks-caption = Notes du semestre { $semester } :
papers-nothing-sealed = Aucun procès-verbal scellé ne porte encore sur ce stagiaire.
papers-replaces = Ce procès-verbal remplace un procès-verbal antérieur. Motif : { $reason }.
papers-school-says = Le directeur de l’établissement certifie que { $name } est inscrit(e) à la formation « { $programme } » (programme { $code }), promotion { $promotion }, section { $section }, depuis le { $since }.
papers-success-says = Le directeur de l’établissement atteste que { $name } a validé les semestres ci-dessous de la formation « { $programme } » (programme { $code }).
papers-success-caption = Semestres validés :
papers-for-use = Ce document est délivré pour servir et valoir ce que de droit.
papers-remark = Remarque
papers-behaviour = Comportement attendu : { $text }.
papers-general = Critères généraux :
papers-length =
    { $hours ->
        [one] { $hours } heure, { $months } mois
        [many] { $hours } d’heures, { $months } mois
       *[other] { $hours } heures, { $months } mois
    }
    .short = { $hours } h, { $months } mois
papers-internship-name = Stage
papers-duration = Durée
papers-company = Entreprise
papers-purpose = Objet du stage
papers-goal = But
papers-running = Déroulement
papers-follow-up = Suivi
papers-report = Travail remis
papers-assessed = Évaluation
papers-criteria = Critères
papers-criteria-caption = Critères d’appréciation :
papers-error-open = Le procès-verbal n’est pas encore scellé. Scellez d’abord le conseil.
papers-error-left = Cette personne n’est dans aucune section aujourd’hui : il n’y a pas de scolarité à certifier.
papers-error-no-success = Aucun procès-verbal scellé ne dit que cette personne a validé un semestre.
