# Les personnes de l’école : établissement, formateurs, promotions, sections, stagiaires.

cohorts-title = Année de formation
cohorts-unnamed = L’établissement n’a pas encore de nom. Donnez-le à la page Établissement.
cohorts-none = Aucune promotion. Créez la première, puis ses sections, puis inscrivez les stagiaires.
cohorts-starts = Début :
cohorts-save = Enregistrer
cohorts-saved = C’est enregistré.
cohorts-edit = Modifier
cohorts-edit-one = Modifier { $name }
cohorts-so-many =
    { $n ->
        [one] { $n } stagiaire
        [many] { $n } de stagiaires
       *[other] { $n } stagiaires
    }

## L’établissement

cohorts-institution = Établissement
cohorts-institution-text = Ces textes figurent en tête des documents de l’établissement, en français et en arabe.
cohorts-name-fr = Nom en français
    .label = Nom français
cohorts-name-ar = Nom en arabe
    .label = Nom arabe
cohorts-header-fr = En-tête en français
    .label = En-tête fr.
cohorts-header-ar = En-tête en arabe
    .label = En-tête ar.
cohorts-hint-header = Les lignes au-dessus du nom, par exemple la République et le ministère.
cohorts-promoter-fr = Nom du rôle de promoteur en français
    .short = Promoteur (fr.)
    .label = Promoteur fr
cohorts-promoter-ar = Nom du rôle de promoteur en arabe
    .short = Promoteur (ar.)
    .label = Promoteur ar
cohorts-co-promoter-fr = Nom du rôle de co-promoteur en français
    .short = Co-promoteur (fr.)
    .label = Co-prom. fr
cohorts-co-promoter-ar = Nom du rôle de co-promoteur en arabe
    .short = Co-promoteur (ar.)
    .label = Co-prom. ar
cohorts-hint-promoter = Celui qui suit le stage à l’école. Le programme le dit formateur de l’établissement ; d’autres écoles l’entendent autrement. À confirmer par l’établissement.
cohorts-hint-co-promoter = Celui qui suit le stage dans l’entreprise d’accueil. À confirmer par l’établissement.

## Le logo

cohorts-logo = Logo des documents
cohorts-logo-now = Logo actuel
cohorts-logo-none = Aucun logo. Les documents portent seulement le nom de l’établissement.
cohorts-logo-file = Image du logo
    .label = Logo
cohorts-logo-hint = Une image PNG ou JPEG de 300 Ko au plus, et de 4000 pixels au plus en largeur et en hauteur. Elle figure en tête des documents, au-dessus du nom. Une nouvelle image remplace l’ancienne.
cohorts-logo-send = Envoyer le logo
cohorts-logo-saved = Le logo est enregistré. Il figure maintenant sur les documents.
cohorts-logo-remove = Retirer le logo
cohorts-logo-remove-text = Les documents peuvent rester sans logo. Pour le remettre plus tard, il faut envoyer l’image de nouveau.
cohorts-logo-removed = Le logo est retiré des documents.
cohorts-logo-missing = Choisissez une image PNG ou JPEG, puis envoyez de nouveau.
cohorts-logo-foreign = Ce n’est ni une image PNG ni une image JPEG. Enregistrez le logo dans l’un de ces formats, puis envoyez de nouveau.
cohorts-logo-heavy = Le fichier dépasse 300 Ko. Réduisez l’image, puis envoyez de nouveau.
cohorts-logo-wide = L’image a plus de 4000 pixels en largeur ou en hauteur. Réduisez-la, puis envoyez de nouveau.
cohorts-logo-damaged = L’image est abîmée et ne peut pas être lue. Enregistrez-la de nouveau, puis envoyez.

## Les lieux

cohorts-places = Sites et salles
cohorts-places-none = Aucun site. Ajoutez le premier, puis ses salles.
cohorts-rooms-none = Aucune salle.
cohorts-seats =
    { $n ->
        [one] { $n } place
        [many] { $n } de places
       *[other] { $n } places
    }
cohorts-campus = Site
    .label = Site
cohorts-campus-add = Ajouter un site
cohorts-campus-edit = Modifier le site
cohorts-room = Salle habituelle
    .label = Salle
cohorts-room-none = Aucune salle fixe
cohorts-room-name = Nom de la salle
    .label = Salle
cohorts-capacity = Nombre de places
    .label = Places
cohorts-room-add = Ajouter une salle
cohorts-room-edit = Modifier la salle

## Les formateurs

cohorts-trainers = Formateurs
cohorts-trainers-none = Aucun formateur. Ajoutez-en un ; il lui faut un compte de formateur.
cohorts-trainer-new = Ajouter un formateur
cohorts-trainer-edit = Modifier le formateur
    .short = Modifier
cohorts-accounts-none = Tous les comptes de formateur sont déjà pris. Demandez à l’administrateur d’en créer un.
cohorts-account = Compte
    .label = Compte
cohorts-account-none = Pas de compte
cohorts-hint-account = Le compte avec lequel la personne s’exerce. Facultatif.
cohorts-modules = Modules enseignés
    .label = Modules
cohorts-family-latin = Nom en lettres latines
    .short = Nom (latin)
    .label = Nom latin
cohorts-given-latin = Prénom en lettres latines
    .short = Prénom (latin)
    .label = Prénom latin
cohorts-family-arabic = Nom en lettres arabes
    .short = Nom (arabe)
    .label = Nom arabe
cohorts-given-arabic = Prénom en lettres arabes
    .short = Prénom (arabe)
    .label = Prénom arabe
cohorts-hint-name = Une seule écriture suffit, latine ou arabe ; le nom et le prénom vont ensemble.

## Les promotions et leurs sections

cohorts-promotion = Code de la promotion
    .short = Code promotion
    .label = Promotion
cohorts-promotion-new = Créer une promotion
cohorts-promotion-edit = Modifier la promotion
    .short = Modifier
cohorts-promotion-about = La promotion suit jusqu’au bout le programme { $code }, édition { $edition }.
cohorts-hint-promotion = Un code que tout le monde connaît. Exemple : 2026-2029.
cohorts-follows = Programme { $code }, édition { $edition }.
cohorts-other-edition = Ce logiciel contient maintenant une autre édition du programme. La promotion garde la sienne : vérifiez le plan avec l’équipe pédagogique.
cohorts-starts-on = Premier jour
    .label = Premier jour
cohorts-hint-day = Jour, mois, année. Exemple : 04/10/2026.
cohorts-semesters = Semestres
cohorts-semesters-none = Les dates des semestres ne sont pas fixées.
cohorts-semester-number = Semestre { $number }
cohorts-semester-from = Semestre { $number } du
    .short = S{ $number } du
cohorts-semester-until = Semestre { $number } au
    .short = S{ $number } au
cohorts-sections = Sections
cohorts-sections-none = Aucune section.
cohorts-section = Section
    .label = Section
cohorts-section-title = Section { $code }, { $promotion }
cohorts-section-add = Ajouter une section
cohorts-section-edit = Modifier la section
cohorts-section-empty = Personne dans cette section. Inscrivez un stagiaire, ou importez une liste.
cohorts-hint-section = Un code court. Exemple : A.
cohorts-crowded = La section a plus de stagiaires que sa salle n’a de places.
cohorts-former = Ont quitté la section
    .short = Anciens

## Les stagiaires

cohorts-trainees = Stagiaires
cohorts-trainees-none = Aucun stagiaire inscrit. Ouvrez une section pour inscrire le premier.
cohorts-find = Nom ou numéro
    .label = Nom ou no
cohorts-find-hint = Un nom en lettres latines ou arabes, comme il s’entend, ou le début ou la fin du numéro.
cohorts-find-button = Chercher
cohorts-find-none = Personne ne correspond. Essayez une partie du nom, ou un autre état.
cohorts-find-more = Seuls les 50 plus proches sont montrés. Précisez le nom.
cohorts-every-state = Tous les états
cohorts-trainee-new = Inscrire un stagiaire
    .short = Inscrire
cohorts-trainee-edit = Modifier le stagiaire
    .short = Modifier
cohorts-number = Numéro d’inscription
    .label = Numéro
cohorts-hint-number = Le numéro du registre de l’établissement ; il est unique.
cohorts-birth = Date de naissance
    .label = Naissance
cohorts-from = À partir du
    .label = À partir du
cohorts-since = depuis le
cohorts-until = jusqu’au
cohorts-state = État
    .label = État
cohorts-state-enrolled = inscrit
cohorts-state-suspended = suspendu
cohorts-state-dropped = abandon
cohorts-state-excluded = exclu
cohorts-state-repeating = redoublant
cohorts-state-graduated = diplômé
cohorts-state-change = Changer l’état
cohorts-reason = Motif
    .label = Motif
cohorts-history = États successifs
cohorts-stays = Sections successives
cohorts-stays-none = N’a jamais été dans une section.
cohorts-move = Changer de section
cohorts-nowhere = Cette personne n’est dans aucune section. Choisissez-en une ci-dessous.
cohorts-left = Cette personne a quitté la formation. Changez d’abord son état, puis choisissez sa section.

## Les aménagements

cohorts-accommodation = Aménagements
cohorts-accommodation-text = Peu de personnes ouvrent cette page, et chaque ouverture est notée. N’y écrivez rien de médical : dites ce qui est accordé, pas pourquoi.
cohorts-means = Moyens de lecture
    .label = Moyens
cohorts-factor = Temps accordé
    .label = Temps
cohorts-hint-factor = Multiplie chaque durée mesurée ou permise. Il passe avant le choix que la personne a fait dans ses préférences.
cohorts-documents = Documents et sujets
    .label = Documents
cohorts-hint-documents = Exemple : sujets en braille abrégé, remis une heure avant.
cohorts-remark = Autre décision
    .label = Autre
cohorts-hint-remark = Exemple : place près de la porte, accompagnateur admis.

## L’import d’une liste

cohorts-import = Importer une liste
cohorts-imports = Import de stagiaires
cohorts-import-text = Une liste de stagiaires d’un tableur s’importe en deux temps : chaque ligne est d’abord essayée et rien n’est écrit, puis vous inscrivez.
cohorts-file = Fichier
    .label = Fichier
cohorts-hint-file = CSV ou classeur Excel. La première ligne nomme les colonnes : numéro, nom, prénom (latin ou arabe), date de naissance.
cohorts-import-read = Lire la liste
cohorts-import-past = Listes précédentes
cohorts-import-none = Aucune liste n’a été lue.
cohorts-import-no-section = Il faut d’abord une promotion avec une section.
cohorts-import-prepared = à inscrire
cohorts-import-reverted = reprise
cohorts-import-missing = Choisissez un fichier CSV ou un classeur, puis envoyez de nouveau.
cohorts-import-empty = Le fichier n’a pas de ligne sous ses titres. Vérifiez la première feuille, puis envoyez de nouveau.
cohorts-import-foreign = Ce n’est ni un CSV ni un classeur. Enregistrez la liste dans l’un de ces formats, puis envoyez de nouveau.
cohorts-import-large = Ce classeur est trop grand une fois ouvert. Gardez la feuille des stagiaires seule, puis envoyez de nouveau.
cohorts-import-damaged = Le fichier est abîmé et ne peut pas être lu. Enregistrez-le de nouveau dans le tableur, puis envoyez.
cohorts-import-long = Une liste a au plus { $most } lignes. Partagez-la en deux.
cohorts-import-used = Cette liste a déjà servi. Lisez le fichier de nouveau pour un autre essai.
cohorts-import-changed = Le registre a changé depuis l’essai. Personne n’a été inscrit : relisez l’essai, puis inscrivez.
cohorts-trial = Essai de la liste
cohorts-will-enrol =
    { $n ->
        [0] Personne ne serait inscrit.
        [one] { $n } stagiaire serait inscrit.
        [many] { $n } de stagiaires seraient inscrits.
       *[other] { $n } stagiaires seraient inscrits.
    }
cohorts-did-enrol =
    { $n ->
        [one] { $n } stagiaire a été inscrit par cette liste.
        [many] { $n } de stagiaires ont été inscrits par cette liste.
       *[other] { $n } stagiaires ont été inscrits par cette liste.
    }
cohorts-enrol = Inscrire
cohorts-enrolled = Les stagiaires de la liste sont inscrits.
cohorts-aside =
    { $n ->
        [one] { $n } ligne laissée
        [many] { $n } de lignes laissées
       *[other] { $n } lignes laissées
    }
cohorts-aside-text = Corrigez le fichier et lisez-le de nouveau, ou inscrivez les autres : ces lignes ne changent rien.
cohorts-known =
    { $n ->
        [one] { $n } déjà inscrit
        [many] { $n } déjà inscrits
       *[other] { $n } déjà inscrits
    }
cohorts-line-number = Ligne { $line }
cohorts-line-broken = La ligne est abîmée dans le fichier.
cohorts-line-same = Le registre dit déjà la même chose.
cohorts-line-contradicts = Ce numéro est celui de { $name }, avec un autre nom ou une autre date de naissance. Vérifiez lequel est juste.
cohorts-line-resembles = Une personne du même nom, née le même jour, est inscrite sous le numéro { $number }. Si c’est une autre personne, inscrivez-la à la main.
cohorts-line-repeats = Ce numéro est déjà à la ligne { $line } de cette liste.
cohorts-columns = Colonnes du fichier
cohorts-columns-set = Essayer ainsi
cohorts-column-none = Aucune colonne
cohorts-revert = Reprendre la liste
cohorts-revert-not = Garder la liste
cohorts-revert-text = La liste peut être reprise : les personnes qu’elle a inscrites quittent alors le registre, ce que le journal garde.
cohorts-reverted = La liste est reprise.
cohorts-was-reverted = Cette liste a été reprise : plus personne n’est inscrit par elle.
cohorts-import-held = La liste ne peut plus être reprise : la fiche de ces personnes a changé depuis.

## Erreurs

cohorts-error-day = Écrivez un jour, par exemple 04/10/2026.
cohorts-error-day-impossible = Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois.
cohorts-error-stale = Une autre personne vient de modifier cette page. Vérifiez vos valeurs, puis enregistrez de nouveau.
cohorts-error-taken = Ce nom est déjà pris ici. Choisissez-en un autre.
cohorts-error-institution = Écrivez le nom dans cette langue.
cohorts-error-role = Dites comment ce rôle s’appelle dans cette langue.
cohorts-error-room = Donnez un nom à la salle.
cohorts-error-capacity = Écrivez un nombre de places entre 1 et 1000.
cohorts-error-account = Ce compte est déjà pris ou n’existe plus. Choisissez-en un autre.
cohorts-error-given = Écrivez aussi le prénom dans cette écriture.
cohorts-error-family = Écrivez aussi le nom dans cette écriture.
cohorts-error-latin = Écrivez ce champ en lettres latines.
cohorts-error-arabic = Écrivez ce champ en lettres arabes.
cohorts-error-number = Écrivez le numéro d’inscription.
cohorts-error-number-taken = Ce numéro ou ce compte appartient déjà à un autre stagiaire. Vérifiez le registre.
cohorts-error-birth = La date de naissance doit être avant aujourd’hui.
cohorts-error-promotion = Donnez un code à la promotion.
cohorts-error-start = Écrivez le premier jour de la promotion, par exemple 04/10/2026.
cohorts-error-semester-order = Ce semestre commence avant la fin du précédent. Corrigez l’un des deux jours.
cohorts-error-semester-end = Le dernier jour doit venir après le premier.
cohorts-error-semester-both = Écrivez les deux jours du semestre, ou aucun.
cohorts-error-section = Donnez un code à la section.
cohorts-error-choose-section = Choisissez une autre section de la liste.
cohorts-error-state = Choisissez un état qui peut suivre celui-ci.
cohorts-error-reason = Écrivez le motif : il reste dans l’historique.
cohorts-error-before = Ce jour est avant le dernier changement. Choisissez ce jour-là ou un jour après.
cohorts-error-future = Ce jour n’est pas encore venu. Notez le changement le jour même ou après.
cohorts-error-factor = Choisissez le temps accordé.
