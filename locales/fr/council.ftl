# Le conseil de semestre : préparé par le programme, décidé par des personnes, scellé dans un procès-verbal.

council-title = Conseils
council-text = Le programme prépare, les membres du conseil décident. Un procès-verbal scellé ne change plus ; un nouveau conseil peut le remplacer.
council-empty = Aucun conseil. Ouvrez le premier pour une section et un semestre.
council-line = { $section } { $promotion }, semestre { $semester }
    .short = { $section } S{ $semester } { $promotion }
council-one-title = Conseil, section { $section }, semestre { $semester }
    .short = Conseil { $section } S{ $semester }
council-open = Ouvrir un conseil
council-opened = Le conseil est ouvert. Écrivez qui siège, puis décidez.
council-there = Ce conseil était déjà ouvert : le voici.
council-semester = Semestre
    .label = Semestre
council-state-open = ouvert
council-state-sealed = scellé
council-minutes = PV
council-again = nouveau conseil
council-versions = Autres procès-verbaux de ce semestre
    .short = Autres PV
council-version = Conseil no { $version }

## Les décisions de l’établissement

council-codes-title = Codes de décision
council-codes-text = Le programme officiel ne dit rien des conseils. Ces décisions sont celles de l’établissement, avec leurs dates.
council-codes-caption = Décisions possibles :
    .short = Décisions :
council-code = Code
    .label = Code
council-name = Nom
council-kind = Nature
    .label = Nature
council-hint-kind = La nature dit ce que la décision fait ; elle ne change plus ensuite.
council-until = Jusqu’au
    .label = Jusqu’au
council-hint-until = Premier jour où elle ne peut plus être choisie ; vide si elle reste.
council-code-new = Ajouter un code
council-code-edit = Corriger
council-kind-admitted = admis
council-kind-compensated = admis par compensation
    .short = compensé
council-kind-resit = rattrapage
council-kind-repeats = redouble
council-kind-deferred = ajourné
council-kind-excluded = exclu
council-kind-graduated = diplômé
council-error-code = Le code a 12 caractères au plus, sans espace. Tapez par exemple ADM.
council-error-until = Ce jour doit venir après le premier jour. Corrigez l’un des deux.

## Le conseil ouvert

council-open-text = Les moyennes viennent des relevés de notes, avec leurs règles. Le programme propose d’après ces règles et ne décide rien.
council-mixed = Les relevés de ce semestre suivent plusieurs versions des règles ({ $versions }). Chaque note suit la sienne ; la moyenne est jugée selon la plus récente.
council-cases = À discuter
council-cases-none = Aucun cas particulier : chaque proposition suit les règles.
council-case-eliminatory = Note éliminatoire : { $modules }.
council-case-made-up = Compensation par la moyenne : { $modules }.
council-case-failed = Sous la moyenne, sans compensation : { $modules }.
council-case-set = Note fixée à la main : { $modules }.
council-case-missing = Note absente : { $modules }.
council-case-below = La moyenne { $mark } est sous { $pass }.
council-case-absences =
    { $n ->
        [one] Absent à { $n } épreuve.
        [many] Absent à { $n } d’épreuves.
       *[other] Absent à { $n } épreuves.
    }
council-case-over = Absences non justifiées : { $hours } h, au-dessus du seuil de { $threshold } h.
council-case-warned = Absences non justifiées : { $hours } h. L’avertissement commence à { $threshold } h.
council-case-state = Situation : { $state }.
council-decisions = Décisions
council-held = Date du conseil
    .label = Tenu le
council-president = Présidence
    .label = Présidence
council-members = Membres présents
    .label = Membres
council-hint-members = Un membre par ligne, avec sa fonction.
council-remarks = Observations
    .label = Observations
council-decision = Décision
    .label = Décision
council-reason = Motif
    .label = Motif
council-reason-of = Motif, { $name }
council-undecided = pas encore décidé
council-average = Moyenne { $mark }.
council-no-average = Moyenne incomplète.
council-proposed = Proposition : { $decision }.
council-save = Enregistrer le conseil
    .short = Enregistrer
council-saved =
    { $n ->
        [0] Le conseil est enregistré ; aucune décision n’a changé.
        [one] Le conseil est enregistré, avec { $n } décision.
        [many] Le conseil est enregistré, avec { $n } de décisions.
       *[other] Le conseil est enregistré, avec { $n } décisions.
    }
council-error-future = Le conseil ne peut pas s’être tenu après aujourd’hui. Corrigez la date.
council-error-sitting = Quelqu’un d’autre a modifié la séance entre-temps ; il est écrit : { $stands }. Enregistrez à nouveau pour le remplacer.
council-error-conflict = { $who } a décidé { $decision } entre-temps. Enregistrez à nouveau pour remplacer cette décision.
council-error-differs = Cette décision n’est pas celle que les règles proposent. Écrivez pourquoi.
council-error-sealed = Ce conseil est scellé ou a changé entre-temps. Ouvrez à nouveau sa page : ce que vous avez tapé y est gardé.

## Le sceau

council-seal = Sceller le PV
council-seal-confirm = Confirmation
    .label = Confirmation
council-confirm = Le conseil a tout relu ; ce procès-verbal ne changera plus.
council-ready = Tout est décidé. Le sceau numérote le procès-verbal, le rend définitif et donne aux stagiaires leur nouvelle situation.
council-blocked = Le procès-verbal ne peut pas encore être scellé :
council-blocks-nobody = La section n’a aucun stagiaire.
council-blocks-sitting = Écrivez la date du conseil, qui le préside et qui est présent.
council-blocks-sheet = Le module { $module } n’a pas de relevé de notes dans ce semestre. Ouvrez-le et saisissez les notes.
council-blocks-missing = { $name } n’a pas de note : { $modules }. Saisissez-la, ou décidez un ajournement ou une exclusion avec son motif.
council-blocks-undecided = { $name } : rien n’est décidé.
council-blocks-overtaken = { $name } : les notes ou les règles ont changé depuis la décision. Relisez-la et enregistrez à nouveau.
council-blocks-reason = { $name } : la décision n’est plus celle que les règles proposent. Écrivez pourquoi.
council-blocks-withdrawn = { $name } : cette décision ne peut plus être choisie à cette date. Prenez-en une autre.
council-blocks-state = { $name } : sa situation actuelle ne permet pas cette décision. Corrigez d’abord son dossier.
council-error-confirm = Cochez la confirmation pour sceller le procès-verbal.
council-not-sealed = Rien n’est scellé : quelque chose a changé depuis que vous avez lu la page. Relisez-la ci-dessous.
council-sealed-told = Le procès-verbal { $number } est scellé.
council-sealed-on = Scellé le
council-decided-caption = Décisions du conseil :
    .short = Décisions :
council-seal-title = Sceau
council-agrees = Le texte scellé donne bien cette empreinte.
council-differs = Le texte ne donne pas cette empreinte. Il a été changé hors du programme : prévenez l’administrateur.
council-hash-text = L’empreinte est calculée sur le texte exact ci-dessous. N’importe qui peut la recalculer avec le fichier, sans ce programme.
council-text-file = Texte scellé (fichier)
    .short = Texte scellé
council-canonical = Texte exact
council-reopen = Tenir un nouveau conseil
    .short = Nouveau conseil
council-hint-reopen = Pourquoi le semestre doit-il être jugé à nouveau ? Le procès-verbal présent reste gardé.
council-error-reason = Écrivez pourquoi ce conseil doit être tenu à nouveau.
council-reopened = Un nouveau conseil est ouvert, avec les décisions de l’ancien. L’ancien procès-verbal reste.
