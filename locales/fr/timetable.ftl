# L’emploi du temps : semaine, jours libres, séances.

timetable-title = Emploi du temps
timetable-week-title = { $who }, semaine du { $day }
timetable-hours = { $n } h
timetable-weeks = Semaines
timetable-previous = Semaine précédente
timetable-next = Semaine suivante
timetable-day-0 = Dimanche
timetable-day-1 = Lundi
timetable-day-2 = Mardi
timetable-day-3 = Mercredi
timetable-day-4 = Jeudi
timetable-day-5 = Vendredi
timetable-day-6 = Samedi
timetable-day-empty = Aucune séance.
timetable-off = Jour libre
timetable-none = Aucun emploi du temps pour vous : vous n’êtes dans aucune section. Demandez au chef de service de formation.
timetable-none-keep = Aucune section. Créez une promotion et une section dans l’année de formation, puis placez des séances.
timetable-other = Une autre semaine
timetable-of = De qui
    .label = De qui
timetable-week = Semaine du
    .label = Semaine du
timetable-show = Afficher

## Une séance

timetable-lesson-title = { $module }, { $day }
timetable-place = Placer une séance
timetable-move = Modifier la séance
timetable-section = Section
    .label = Section
timetable-module = Module
    .label = Module
timetable-day = Jour
    .label = Jour
timetable-first = Début
    .label = Début
timetable-length = Durée
    .label = Durée
timetable-trainer = Formateur
    .label = Formateur
timetable-room = Salle
    .label = Salle
timetable-teaching = Compte comme
    .label = Compte comme
timetable-lecture = cours
timetable-practical = pratique
timetable-kind = Type de séance
    .label = Type
timetable-kind-hint = Les types des recommandations du programme.
timetable-kind-exposition = exposé court
timetable-kind-exercise = exercice
timetable-kind-role-play = mise en situation
timetable-kind-evaluation = évaluation
timetable-kind-feedback = restitution
timetable-weeks-repeated = Nombre de semaines
    .label = Semaines
timetable-weeks-hint = 1 pour cette semaine seulement. Les jours libres sont sautés.
timetable-scope = Quelles séances
    .label = Lesquelles
timetable-scope-one = Celle-ci seulement
timetable-scope-following = Celle-ci et les suivantes de la série
    .short = Et les suivantes
timetable-know = À vérifier :
timetable-anyway-title = Placer quand même
    .label = Quand même
timetable-anyway = Oui, j’ai vérifié
timetable-placed =
    { $n ->
        [one] { $n } séance est placée.
        [many] { $n } de séances sont placées.
       *[other] { $n } séances sont placées.
    }
timetable-left-out =
    { $n ->
        [one] { $n } semaine a été sautée : jour libre.
        [many] { $n } de semaines ont été sautées : jours libres.
       *[other] { $n } semaines ont été sautées : jours libres.
    }
timetable-did-move =
    { $n ->
        [one] { $n } séance est modifiée.
        [many] { $n } de séances sont modifiées.
       *[other] { $n } séances sont modifiées.
    }
timetable-substitution = Remplacement
timetable-substitute = Autre formateur
    .label = Remplaçant
timetable-substitute-save = Remplacer le formateur
    .short = Remplacer
timetable-substituted = remplacement
timetable-replaces = Remplace
timetable-why = Motif
    .label = Motif
timetable-did-substitute = Le formateur est remplacé pour cette séance.
timetable-cancel = Annuler la séance
    .short = Annuler la séance
timetable-cancel-hint = Une séance annulée reste affichée avec son motif ; ses heures ne comptent plus.
timetable-cancelled = annulée
timetable-cancelled-text = Cette séance n’a pas lieu.
timetable-did-cancel = La séance est annulée.
timetable-remove = Retirer la séance
    .short = Retirer la séance
timetable-remove-hint = Une séance retirée disparaît de l’emploi du temps. Vous pourrez revenir en arrière depuis la semaine.
timetable-did-remove =
    { $n ->
        [one] { $n } séance est retirée.
        [many] { $n } de séances sont retirées.
       *[other] { $n } séances sont retirées.
    }

## Revenir en arrière

timetable-undo-placed =
    { $n ->
        [one] Défaire : { $n } séance placée
        [many] Défaire : { $n } de séances placées
       *[other] Défaire : { $n } séances placées
    }
    .short = Défaire
timetable-undo-moved =
    { $n ->
        [one] Défaire : { $n } séance modifiée
        [many] Défaire : { $n } de séances modifiées
       *[other] Défaire : { $n } séances modifiées
    }
    .short = Défaire
timetable-undo-substituted =
    { $n ->
        [one] Défaire : { $n } séance remplacée
        [many] Défaire : { $n } de séances remplacées
       *[other] Défaire : { $n } séances remplacées
    }
    .short = Défaire
timetable-undo-cancelled =
    { $n ->
        [one] Défaire : { $n } séance annulée
        [many] Défaire : { $n } de séances annulées
       *[other] Défaire : { $n } séances annulées
    }
    .short = Défaire
timetable-undo-removed =
    { $n ->
        [one] Défaire : { $n } séance retirée
        [many] Défaire : { $n } de séances retirées
       *[other] Défaire : { $n } séances retirées
    }
    .short = Défaire
timetable-undo-generated =
    { $n ->
        [one] Défaire : { $n } séance proposée
        [many] Défaire : { $n } de séances proposées
       *[other] Défaire : { $n } séances proposées
    }
    .short = Défaire
timetable-undone =
    { $n ->
        [one] C’est défait : { $n } séance est comme avant.
        [many] C’est défait : { $n } de séances sont comme avant.
       *[other] C’est défait : { $n } séances sont comme avant.
    }
timetable-undo-changed = Une de ces séances a changé depuis, ou c’est déjà défait. Rien n’a été touché : regardez la semaine, puis corrigez la séance elle-même.
timetable-undo-clash = Rien n’a été défait.

## Ce qui empêche

timetable-conflict-slots = La journée n’a pas assez d’heures après le début. Commencez plus tôt ou raccourcissez la séance.
timetable-conflict-free = L’établissement n’enseigne pas ce jour de la semaine ({ $day }). Choisissez un autre jour.
timetable-conflict-off = Le { $day } est libre : { $name }. Choisissez un autre jour.
timetable-conflict-trainer = { $who } a déjà { $module } avec la section { $section } le { $day }, { $hours }. Choisissez une autre heure ou un autre formateur.
timetable-conflict-room = La salle { $room } est prise le { $day }, { $hours } : { $module }, section { $section }. Choisissez une autre heure ou une autre salle.
timetable-conflict-section = La section a déjà { $module } le { $day }, { $hours }. Choisissez une autre heure.
timetable-error-dates =
    { $n ->
        [one] { $n } date ne convient pas, à partir du { $day }. Rien n’est placé : changez l’heure, ou placez moins de semaines.
        [many] { $n } de dates ne conviennent pas, à partir du { $day }. Rien n’est placé : changez l’heure, ou placez moins de semaines.
       *[other] { $n } dates ne conviennent pas, à partir du { $day }. Rien n’est placé : changez l’heure, ou placez moins de semaines.
    }
timetable-error-day = Tapez un jour, par exemple 29/11/2026.
timetable-error-weeks = Tapez un nombre de semaines, de 1 à { $most }.
timetable-error-anyway = Quelque chose est à vérifier : lisez la liste au-dessus du formulaire, puis cochez la case pour continuer.
timetable-error-why = Écrivez le motif en quelques mots.
timetable-error-which = Choisissez quelles séances retirer.
timetable-error-stale = Une autre personne vient de changer une de ces séances. Ce qui est affiché est à jour ; vérifiez vos choix, puis recommencez.
timetable-warning-small = La salle a { $seats } places pour { $people } stagiaires.
timetable-warning-trainer = { $module } n’est pas parmi les modules de ce formateur.
timetable-warning-full = La section aurait { $hours } h dans la semaine ; le programme en prévoit { $most }.
timetable-warning-plan = Le plan n’enseigne pas { $module } au semestre { $semester }.
timetable-placed-visits = Séances laissées à des visites : { $n }.
timetable-warning-visit = La section est en visite le { $day }, { $hours } : { $subject }.
timetable-warning-semester = Ce jour n’est dans aucun semestre de la promotion.

## Le calendrier

timetable-calendar = Calendrier
timetable-offs = Jours libres
timetable-offs-text = Les fêtes nationales à date fixe sont proposées. Les fêtes religieuses dépendent de la lune : ajoutez-les quand elles sont annoncées. Chaque jour est à confirmer par l’établissement.
timetable-offs-none = Aucun jour libre. Ajoutez le premier ci-dessous.
timetable-yearly = chaque année
timetable-moon-short = selon la lune
timetable-moon-title = Date selon la lune
    .label = Lune
timetable-moon = Oui, elle peut changer d’un jour
    .short = Oui
timetable-confirm = Confirmer
timetable-confirm-one = Confirmer { $name }
timetable-confirmed = confirmé
timetable-off-add = Ajouter un jour libre
    .short = Ajouter
timetable-off-name-fr = Nom en français
    .label = Nom français
timetable-off-name-ar = Nom en arabe
    .label = Nom arabe
timetable-off-name-hint = Un seul nom suffit.
timetable-off-from = Premier jour
    .label = Premier jour
timetable-off-until = Dernier jour
    .label = Dernier jour
timetable-off-hint = Avec l’année pour une fois (10/03/2027), sans l’année pour chaque année (05/07).
timetable-off-until-hint = Vide pour un seul jour.
timetable-off-added = Le jour libre est ajouté. Les séances déjà placées ce jour-là restent : vérifiez-les.
timetable-off-confirmed = Le jour libre est confirmé.
timetable-off-remove = Retirer
timetable-off-remove-one = Retirer { $name }
timetable-off-remove-text = On pourra de nouveau placer des séances ce jour-là.
timetable-off-removed = Le jour libre est retiré.
timetable-error-off-name = Donnez un nom au jour libre, en français ou en arabe.
timetable-error-off-until = Le dernier jour vient avant le premier, ou un seul des deux a une année. Corrigez-le.
timetable-error-off-twice = Ce jour libre existe déjà sous ce nom. Changez le nom ou le jour.
timetable-week-title-edit = La semaine
timetable-days = Jours de formation
    .label = Jours
timetable-slots = Heures de la journée
    .label = Heures
timetable-slots-hint = Une ligne par heure de formation, par exemple 08:00-09:00. Chaque ligne compte pour une heure.
timetable-week-save = Enregistrer la semaine
    .short = Enregistrer
timetable-week-saved = La semaine est enregistrée.
timetable-error-days = Cochez au moins un jour de formation.
timetable-error-slot = La ligne { $line } n’est pas un début et une fin. Écrivez-la ainsi : 08:00-09:00.
timetable-error-slot-order = La ligne { $line } finit avant de commencer, ou commence avant la fin de la ligne d’avant. Corrigez-la.
timetable-error-slot-number = Écrivez au moins une heure, et { $most } au plus.
timetable-error-slot-taken = Des séances occupent les dernières heures de la journée. Déplacez-les d’abord, ou gardez ces heures.
timetable-error-week-stale = Une autre personne vient de changer la semaine. Vérifiez vos choix, puis enregistrez de nouveau.

## Les heures d’une section

timetable-done-title = Heures faites
timetable-done-of = Heures de la section { $section }, { $promotion }
    .short = { $section } { $promotion }
timetable-done-text = Une séance passée qui n’a pas été annulée compte comme faite.
timetable-done-caption = Heures dues, placées et faites :
    .short = Heures par module
timetable-shares = Types de séances
timetable-share = { $kind } { $percent } %

## Proposer une semaine

timetable-generation = Proposer une semaine
timetable-generation-text = Une semaine est proposée d’après le plan : les heures de chaque module, les formateurs qui l’enseignent, les salles. Ce qui est déjà placé reste. Rien n’est écrit avant que vous ne l’acceptiez.
timetable-sections = Sections
    .label = Sections
timetable-from = Premier jour
    .label = Premier jour
timetable-until = Dernier jour
    .label = Dernier jour
timetable-until-hint = La semaine se répète jusqu’à ce jour ; les jours libres sont sautés.
timetable-seed = Variante
    .label = Variante
timetable-seed-hint = Un nombre. Le même donne la même semaine ; un autre en cherche une autre.
timetable-generate = Chercher une semaine
timetable-proposal = Semaine proposée
timetable-proposal-text =
    { $n ->
        [one] { $n } séance par semaine, du { $from } au { $until }, variante { $seed }.
        [many] { $n } de séances par semaine, du { $from } au { $until }, variante { $seed }.
       *[other] { $n } séances par semaine, du { $from } au { $until }, variante { $seed }.
    }
timetable-proposal-take = Placer ces séances
timetable-proposal-taken = Cette proposition est placée dans l’emploi du temps.
timetable-proposal-late = L’emploi du temps a changé depuis cette proposition. Rien n’a été placé : cherchez une nouvelle semaine.
timetable-left = Ce qui n’a pas de place :
timetable-left-trainer = { $section }, { $module }, { $hours } h, { $teaching } : aucun formateur n’enseigne ce module. Ajoutez-le aux modules d’un formateur.
timetable-left-room = { $section }, { $module }, { $hours } h, { $teaching } : aucune salle n’a assez de places. Donnez une salle à la section.
timetable-left-hours = { $section }, { $module }, { $hours } h, { $teaching } : la semaine de la section est pleine. Retirez des séances ou ajoutez des heures à la journée.
timetable-left-beside = { $section }, { $module }, { $hours } h, { $teaching } : la section, un formateur et une salle ne sont jamais libres ensemble, à cause de { $modules }. Ajoutez un formateur ou une salle.
timetable-left-time = { $section }, { $module }, { $hours } h, { $teaching } : aucune place n’a été trouvée dans le temps donné. Essayez une autre variante, ou moins de sections.
timetable-error-sections = Cochez une section au moins, { $most } au plus.
timetable-error-until = Le dernier jour vient avant le premier, ou plus de { $most } semaines après. Corrigez-le.
timetable-error-seed = Tapez un nombre entier, par exemple 1.
timetable-error-no-semester = Ce jour n’est dans aucun semestre de { $section }. Fixez les dates des semestres de la promotion, ou choisissez un autre jour.
timetable-error-no-plan = Le plan ne place aucun module dans ce semestre pour { $section }. Complétez le plan d’abord.

## Le calendrier sur un appareil

timetable-feed = Mon calendrier
timetable-feed-text = Un lien secret donne vos séances au calendrier de votre téléphone ou de votre ordinateur, sans mot de passe. Il ne nomme personne. Gardez-le pour vous.
timetable-feed-once = Voici votre lien. Copiez-le maintenant : il ne sera plus affiché.
timetable-feed-link = Lien
timetable-feed-none = Il n’y a aucune séance à vous : vous n’êtes ni formateur ni dans une section. Demandez au chef de service de formation.
timetable-feed-open = Un lien est ouvert depuis le :
timetable-feed-renew-text = Un nouveau lien remplace l’ancien, qui ne marche plus.
timetable-feed-renew = Changer le lien
timetable-feed-make = Faire le lien
timetable-feed-close = Fermer le lien
timetable-feed-closed = Le lien est fermé : il ne marche plus.
timetable-feed-section = Section { $section }
