# Les notes : règles, relevés, saisie, calcul.

marks-title = Notes
marks-mark = Note
    .label = Note
marks-module = Module
    .label = Module
marks-trainee = Stagiaire
marks-component = Épreuve
    .label = Épreuve
marks-weight = Poids
marks-product = Note × poids
marks-result = Résultat
marks-standing = Situation
marks-missing = Manque
marks-open = à compléter
marks-exempt = dispensé
marks-set = (fixée)
marks-resit = Rattrapage
    .label = Rattrapage
marks-reason = Motif
    .label = Motif
marks-standing-passed = validé
marks-standing-compensable = à compenser
marks-standing-failed = non validé
marks-standing-eliminatory = éliminatoire

## La section

marks-section-title = Notes, section { $section }, semestre { $semester }
    .short = { $section }, notes S{ $semester }
marks-section-back = Retour à la section
marks-sheets = Relevés de notes
marks-no-module = Le plan ne met aucun module dans ce semestre. Placez d’abord des blocs.
marks-done = { $done } sur { $all }
marks-not-opened = pas de relevé
marks-sheet-open = Ouvrir un relevé
marks-opened = Le relevé est ouvert, avec les règles d’aujourd’hui.
marks-opened-all = Les relevés du semestre sont ouverts, avec les règles d’aujourd’hui.
marks-module-all = Tous les modules sans relevé
    .short = Tous les modules
marks-averages = Moyennes du semestre
marks-averages-text = Une moyenne n’apparaît que si tous les modules du semestre ont leur note. Elle prépare le conseil et ne décide rien.
marks-averages-caption = Moyennes :
marks-average = Moyenne

## Le relevé

marks-sheet-title = { $module }, section { $section }, semestre { $semester }
    .short = { $module }, { $section }, S{ $semester }
marks-sheet-back = Retour au relevé
marks-back = Notes de la section
marks-under = Ce relevé, ouvert le { $day }, suit la version { $number } des règles.
marks-enter = Saisir
marks-legend = a : absent ; d : dispensé ; – : pas encore de note.
marks-sheet-caption = Notes du relevé :

## La saisie

marks-entry-title = { $module }, { $component }
marks-entry-text = Une note de 0 à 20, par exemple 14,5 ; a pour absent, d pour dispensé ; vide s’il n’y a pas encore de note. Ce qui est tapé est gardé, puis enregistré en une fois.
marks-save = Enregistrer les notes
    .short = Enregistrer
marks-saved =
    { $n ->
        [0] Rien n’a changé.
        [one] { $n } note est enregistrée.
        [many] { $n } de notes sont enregistrées.
       *[other] { $n } notes sont enregistrées.
    }
marks-so-many =
    { $n ->
        [one] { $n } note
        [many] { $n } de notes
       *[other] { $n } notes
    }
marks-sessions = Dernières saisies
marks-undo = Annuler
marks-undo-one = Annuler la saisie du { $when }
    .short = Annuler { $when }
marks-undone =
    { $n ->
        [one] { $n } note est revenue à ce qui était avant.
        [many] { $n } de notes sont revenues à ce qui était avant.
       *[other] { $n } notes sont revenues à ce qui était avant.
    }
marks-undone-partly = Notes revenues : { $n }. Notes changées depuis par quelqu’un d’autre, et laissées : { $stayed }.

## Le calcul

marks-computation = Calcul de la note
marks-lines-caption = Épreuves :
marks-step-mean = Somme { $sum }, divisée par les poids ({ $weights }), arrondie à { $step } près : { $mark }.
marks-step-missing = La note ne peut pas être calculée ; il manque : { $names }.
marks-step-exempt = La personne est dispensée de tout : le module ne compte pas.
marks-step-best = Rattrapage { $resit } : la meilleure des deux notes compte, { $mark }.
marks-step-replaces = Rattrapage { $resit } : il remplace la note, { $mark }.
marks-criteria = Critères, à côté
marks-criteria-text = Où en sont les critères du module. Ils n’entrent dans aucune moyenne.
marks-no-account = Cette personne n’a pas de compte : aucun critère n’a été observé dans le logiciel.
marks-set-title = Fixer la note
marks-set-mark = Note fixée
    .label = Note fixée
marks-hint-set = Elle prend la place de la note calculée, qui reste visible. Vide : la note calculée compte de nouveau.
marks-set-save = Fixer ainsi
marks-set-saved = La note fixée est enregistrée.
marks-was-set = Note fixée :
marks-was-computed = Note calculée à ce moment :

## Les règles

marks-regime = Règles de notation
marks-regime-title = Notation de { $promotion }
marks-regime-text = Le programme officiel ne dit rien des notes. Ces règles sont celles de l’établissement ; celles du début sont une proposition sans texte officiel.
marks-regime-new = Nouvelle version
marks-regime-save = Créer cette version
marks-regime-saved = La nouvelle version des règles est enregistrée. Les relevés déjà ouverts gardent la leur.
marks-rules = Règles en vigueur
marks-versions = Versions
marks-versions-none = Aucune version enregistrée : le premier relevé ouvert prendra ces règles.
marks-version = Version { $number }
marks-usual = règles du début
marks-sheets-under =
    { $n ->
        [one] { $n } relevé est ouvert ; une nouvelle version ne le change pas.
        [many] { $n } de relevés sont ouverts ; une nouvelle version ne les change pas.
       *[other] { $n } relevés sont ouverts ; une nouvelle version ne les change pas.
    }
marks-says-components = Une note de module se compose de : { $parts }.
marks-says-pass = Un module est validé à partir de { $mark } sur 20 ; les notes sont arrondies à { $step } près.
marks-says-eliminatory = Au-dessous de { $mark }, un module ne peut pas être compensé.
marks-says-compensation = La moyenne du semestre peut compenser un module.
marks-says-no-compensation = Un module ne se compense pas.
marks-says-absent-zero = Une absence compte zéro.
marks-says-absent-open = Une absence laisse la note ouverte.
marks-says-resit-none = Il n’y a pas de rattrapage.
marks-says-resit-best = Après un rattrapage, la meilleure note compte.
marks-says-resit-replaces = Le rattrapage remplace la note.
marks-hint-from = Les relevés ouverts à partir de ce jour suivent cette version.
marks-part-fr = Épreuve { $number } en français
    .short = Épreuve { $number } fr.
marks-part-ar = Épreuve { $number } en arabe
    .short = Épreuve { $number } ar.
marks-part-weight = Épreuve { $number }, poids
    .short = Poids { $number }
marks-pass = Note pour valider
    .label = Valider à
marks-eliminatory = Note éliminatoire
    .label = Éliminatoire
marks-hint-eliminatory = Écrivez 0 s’il n’y en a pas.
marks-rounding = Arrondi
    .label = Arrondi
marks-compensation = Compensation
    .label = Compensation
marks-absent = Absence
    .label = Absence
marks-absent-zero = compte zéro
marks-absent-open = laisse ouvert
marks-resit-none = pas de rattrapage
marks-resit-best = la meilleure compte
marks-resit-replaces = remplace la note
marks-coefficient = Coefficient
    .label = Coefficient
marks-coefficient-of = Coefficient { $module }
    .short = Coef. { $module }
marks-coefficients = Coefficients

## Erreurs

marks-error-unreadable = « { $typed } » n’est pas une note. Écrivez par exemple 14,5 ; a pour absent ; d pour dispensé.
marks-error-scale = « { $typed } » n’est pas une note de 0 à 20. Corrigez-la.
marks-error-fine = « { $typed } » a trop de décimales. Gardez-en deux.
marks-error-conflict = { $who } a écrit { $mark } pendant votre saisie. Gardez sa note, ou enregistrez de nouveau pour mettre la vôtre.
marks-error-stale = Une autre personne vient de fixer cette note. Vérifiez, puis recommencez.
marks-error-reason = Écrivez le motif : il reste avec la décision.
marks-error-module = Choisissez un module que le plan met dans ce semestre.
marks-error-opened = Ce module a déjà son relevé dans ce semestre. Ouvrez-le dans la liste.
marks-error-weight = Écrivez un nombre entier de 1 à 20.
marks-error-components = Écrivez au moins une épreuve, en français et en arabe, avec son poids.
marks-error-eliminatory = La note éliminatoire ne peut pas dépasser celle qui valide.
marks-error-from = Cette version commencerait avant la précédente. Choisissez un jour qui n’est pas plus tôt.
marks-error-version = Une autre personne vient de créer une version. Relisez-la, puis créez la vôtre.
