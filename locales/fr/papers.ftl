# Les documents de l’établissement.

papers-title = Documents
papers-text = Choisissez la langue du document, puis imprimez la page, ou prenez-la en PDF ou en braille.
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
papers-meeting = Compte rendu, procès-verbal
    .short = Compte rendu, PV
papers-visit-report = Compte rendu de visite sur le terrain
    .short = Compte rendu
papers-meeting-minutes = Procès-verbal de réunion
    .short = Procès-verbal
papers-reporter = Le rapporteur
papers-signature = Signature
papers-attendance = Feuille de présence
papers-week = Emploi du temps de la semaine
    .short = Emploi du temps
papers-week-caption = Section { $section }, du { $from } au { $until }
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
papers-error-week = Aucune séance et aucune visite ne sont prévues cette semaine. Il n’y a rien à imprimer.
papers-error-no-report = Le compte rendu n’est pas encore écrit. Écrivez-le d’abord sur la page de la visite ou de la réunion.
papers-error-no-success = Aucun procès-verbal scellé ne dit que cette personne a validé un semestre.

## PDF
papers-pdf = Fichier PDF
papers-page = Page
papers-promotion-transcripts = Relevés de la promotion
    .short = Relevés (promotion)
papers-promotion-fr = Relevés en français (PDF)
    .short = Relevés PDF, fr
papers-promotion-ar = Relevés en arabe (PDF)
    .short = Relevés PDF, ar
papers-work-reading = Lecture des notes
papers-work-setting = Mise en pages
papers-work-ready = Le fichier est prêt
papers-work-failed = Pas de fichier
papers-work-kept = Le fichier reste ici une demi-heure.
papers-work-busy = Trop de fichiers sont en préparation. Attendez un instant, puis recommencez.
papers-work-not-ready = Le fichier n’est pas encore prêt. Revenez à la page du travail.
papers-work-failed-text = La préparation s’est arrêtée. Rien n’a changé dans les notes : recommencez, ou imprimez les relevés section par section.
papers-pdf-no-font = Aucune police du serveur n’a les lettres latines et arabes. Demandez à l’administrateur d’en installer une (son journal dit laquelle), ou imprimez la page.
papers-pdf-refused = Le serveur n’a pas pu mettre ce document en pages. Imprimez la page, et donnez l’heure à l’administrateur.
papers-pdf-sign = Un signe n’existe dans aucune police du serveur. Le journal du serveur dit lequel et sur quel document. Corrigez-le, ou imprimez la page.
papers-work-under-way = Un fichier est déjà en préparation pour vous : le voici.
papers-nobody = Personne n’a de document ici. Inscrivez d’abord des stagiaires.
