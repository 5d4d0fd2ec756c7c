# Desk work without a call: documents, tasks, questions, hand-over.

work-kind = travail sur fiches, sans appel
    .short = fiches, sans appel
work-time-allowed = { $minutes } minutes × temps accordé { $factor }
    .short = { $minutes } min × { $factor }
work-time-until = Jusqu’à { $hour } ({ $minutes } minutes × temps accordé { $factor }). Rien n’est coupé à cette heure.
work-time-over = Le temps prévu est passé à { $hour } ({ $minutes } minutes × temps accordé { $factor }). Vous pouvez finir : rien n’est coupé, la durée est notée.
work-status = Exercice { $code } en cours : revenir aux documents et aux tâches
    .short = Exercice en cours
work-tasks = À faire
work-documents = Documents
work-questions = Questions
work-answer = Réponse
    .label = Réponse
work-answer-n = Réponse { $n }
work-no-answer = Sans réponse
work-save-answers = Enregistrer mes réponses
    .short = Enregistrer
work-saved = Vos réponses sont enregistrées. Vous pouvez encore les changer.
    .short = Réponses notées
work-end = Fin du travail
work-end-text = Travaillez au poste avec les liens ci-dessus. Quand tout est fait, remettez le travail : le logiciel relève alors l’état des fiches.
work-handover = Remettre le travail
    .short = Remettre
work-handover-title = Remettre le travail ?
work-handover-text = Après la remise, l’exercice est clos et vous ne pouvez plus rien y changer. Le résultat s’ouvre tout de suite.
work-handover-exam = Après la remise, l’évaluation est close et vous ne pouvez plus rien y changer. Votre formateur ouvrira le résultat.
work-handover-sure = Oui, remettre
work-back = Revenir au travail
work-unsaved = Des réponses tapées ne sont pas encore enregistrées : elles ne compteraient pas.
work-unanswered = Questions sans réponse enregistrée : { $n }.
work-handed-over = Le travail est remis.
work-over = Ce travail est déjà remis ou abandonné : rien n’a été changé. Revenez aux exercices.
work-error-number = Écrivez un nombre entier, en chiffres, par exemple 12.
work-error-wilaya = Cette wilaya n’est pas connue. Écrivez son numéro ou son nom.
work-error-day = Écrivez un jour qui existe, par exemple 05/12/2026.

## What is counted
work-new-file = Nouvelle fiche
work-particular-client = Personne concernée
work-parameter-about = Sujet de l’état
work-parameter-group = Lignes de l’état
work-parameter-filter = Filtre de l’état
work-parameter-columns = Colonnes de l’état

## Time line
work-line-answered = Réponse enregistrée : { $what }.
work-line-handed-over = Travail remis.
work-line-refused = Accès refusé à { $place } : { $reason }
work-line-submitted = Fiche soumise au superviseur :
    .short = Fiche soumise :
work-line-merged = Deux fiches fusionnées ; reste :
    .short = Fusion ; reste :
work-line-unmerged = Fusion annulée.
work-line-distinct = Deux fiches déclarées distinctes.
    .short = Fiches distinctes
work-line-report-kept = État gardé : { $what }.
work-line-report-taken = État emporté en fichier.
    .short = État emporté
work-line-segment = Segment créé : { $what }.
work-line-segment-changed = Segment modifié.
work-line-segment-deleted = Segment supprimé : { $what }.
work-line-request = Demande enregistrée pour :
    .short = Demande pour :
work-line-assigned = Fiches affectées à un portefeuille.
    .short = Affectation
