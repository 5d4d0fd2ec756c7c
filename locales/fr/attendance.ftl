# Les absences : feuilles, justifications, seuils.

attendance-title = Absences de la section
    .short = Absences
attendance-absences = Absences
attendance-section = Section
attendance-sheet = Feuille de présence
attendance-sheet-title = Présence : { $module }, section { $section }, { $day }
    .short = { $module } { $section } { $day }
attendance-sheet-text = Tout le monde est d’abord présent. Changez ceux qui ne le sont pas, une lettre suffit, puis enregistrez.
attendance-presence = Présence
    .label = Présence
attendance-present = présent
attendance-absent = absent
attendance-late = en retard
attendance-left = départ anticipé
attendance-keep = Enregistrer
attendance-kept =
    { $n ->
        [one] La feuille est enregistrée : { $n } ligne a changé.
        [many] La feuille est enregistrée : { $n } de lignes ont changé.
       *[other] La feuille est enregistrée : { $n } lignes ont changé.
    }
attendance-cancelled = Cette séance est annulée : elle n’a pas de feuille. Rien n’a été enregistré.
attendance-to-come = Cette séance est à venir. La feuille s’ouvre le jour même ; vous pouvez l’imprimer.
attendance-nobody = Personne n’était dans la section ce jour-là.
attendance-paper = À imprimer et à signer :
    .short = À signer :
attendance-name = Nom
attendance-number = Numéro
attendance-signature = Signature
attendance-error-conflict = { $who } vient d’écrire : { $state }. Gardez votre choix en enregistrant de nouveau, ou changez-le.

## Une section

attendance-section-title = Absences de la section { $section }, { $promotion }
    .short = { $section } { $promotion }
attendance-period = Semestre { $semester }.
attendance-period-all = Toutes les dates : les semestres n’ont pas encore de dates.
attendance-caption = Heures d’absence, les plus avancées d’abord :
    .short = Heures d’absence
attendance-standing = Seuil
attendance-over = seuil dépassé
attendance-warned = à avertir
attendance-fine = en règle
attendance-counted = Comptées
attendance-unjustified = Injustifiées
attendance-justified = Justifiées
attendance-lates = Retards
attendance-rule-said = Avertissement à { $warn } h d’absence injustifiée, seuil à { $most } h, { $lates } retards ou départs comptent pour une heure.
attendance-rule-said-plain = Avertissement à { $warn } h d’absence injustifiée, seuil à { $most } h, les retards ne comptent pas.

## Un stagiaire

attendance-trainee-title = { $name } : absences
attendance-record = Fiche du stagiaire
    .short = Fiche
attendance-none = Aucune absence dans ce semestre.
attendance-by-module = Par module
attendance-by-session = Par séance
attendance-is-justified = justifiée
attendance-justifications = Justifications
attendance-justifications-none = Aucune justification.
attendance-justify = Justifier des absences
    .short = Justifier
attendance-from = Premier jour
    .label = Premier jour
attendance-until = Dernier jour
    .label = Dernier jour
attendance-until-hint = Vide pour un seul jour.
attendance-reason = Motif
    .label = Motif
attendance-reason-hint = Ce qui suffit à justifier, sans détail de santé. Exemple : certificat remis le 12/11.
attendance-did-justify = Les absences de ces jours sont justifiées.
attendance-take-back = Retirer
attendance-take-back-one = Retirer la justification du { $days }
    .short = Retirer { $days }
attendance-take-back-text = Les absences de ces jours ne seront plus justifiées.
attendance-did-take-back = La justification est retirée.
attendance-error-day = Tapez un jour, par exemple 29/11/2026.
attendance-error-until = Le dernier jour vient avant le premier. Corrigez-le.
attendance-error-reason = Écrivez le motif en quelques mots.

## Les seuils

attendance-rules = Seuils d’absence
attendance-rules-text = Le programme officiel ne dit rien des absences. Ces seuils sont ceux de l’établissement, qui les confirme ; ils comptent par semestre.
attendance-rule-versions = Seuils successifs
attendance-rule-set = Fixer des seuils
attendance-rule-from = À partir du
    .label = À partir du
attendance-rule-warn = Heures avant avertissement
    .short = Avertissement (h)
    .label = Avertir à
attendance-rule-most = Heures du seuil
    .short = Seuil (h)
    .label = Seuil
attendance-rule-lates = Retards pour une heure
    .short = Retards par heure
    .label = Retards
attendance-rule-lates-hint = 0 si les retards ne comptent pas.
attendance-rule-did-set = Les seuils sont fixés. Ceux d’avant restent à lire.
attendance-error-number = Tapez un nombre entier, de 0 à { $most }.
attendance-error-most = Le seuil vient avant l’avertissement. Corrigez l’un des deux.
attendance-error-rule-reason = Écrivez pourquoi ces seuils sont fixés, par exemple : règlement intérieur.
attendance-error-twice = Des seuils commencent déjà ce jour-là. Choisissez un autre jour.
