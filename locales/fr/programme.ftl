# The pages of the programme.

programme-title = Programme
programme-intro = Le programme { $code } (édition { $edition }) prépare au métier suivant : { $trade }.
programme-about = Il dit ce qu’un stagiaire apprend, dans quelles conditions on l’évalue et selon quels critères. Chaque critère a un identifiant qui ne change pas ; les scénarios, les preuves et la progression s’y réfèrent.
programme-back = Retour au programme
programme-totals = En chiffres
programme-hours = { $hours } h

programme-hours-all = Heures en tout
    .label = En tout
programme-hours-training = Heures de formation
    .label = Formation
programme-hours-internship = Heures de stage
    .label = Stage
programme-hours-module = Heures du module
    .label = Heures
programme-months = Durée en mois
    .label = Mois
programme-modules = Nombre de modules
    .label = Modules
programme-semester-count = Nombre de semestres
    .label = Semestres
programme-weeks = Semaines d’un semestre
    .short = Semaines / semestre
    .label = Semaines
programme-week-hours = Heures d’une semaine
    .label = Heures/sem.
programme-diploma = Diplôme
    .label = Diplôme
programme-institution = Auteur du document
    .label = Auteur
programme-visa = Visa
    .label = Visa

programme-qualifying = Modules qualifiants
programme-complementary = Modules complémentaires
    .short = Complémentaires
programme-kind-qualifying = Module qualifiant
programme-kind-complementary = Module complémentaire
    .short = Complémentaire
programme-internship = Stage en entreprise
programme-recommendations = Recommandations pédagogiques
    .short = Recommandations
programme-equipment = Équipement
programme-contradictions = Contradictions du document
    .short = Contradictions
programme-contradictions-about = Le document officiel dit parfois deux choses, ou se contredit. Voici ce qui a été relevé, avec les endroits concernés. Rien n’a été corrigé sans le dire : l’équipe pédagogique décide.

# A module.
programme-module-title = { $code } : { $title }
programme-kind = Sorte de module
    .label = Sorte
programme-semester-list = Semestres du module
    .label = Semestres
programme-supports = S’appuie sur
    .label = S’appuie sur
programme-supported = Utile à
    .label = Utile à
programme-comma = ,
programme-objectives = Objectifs du module
programme-behaviour = Comportement attendu
programme-able-to = Le stagiaire doit être capable de faire ceci :
programme-conditions = Conditions d’évaluation
    .short = Conditions
programme-from = À partir de
programme-with = À l’aide de
programme-general-criteria = Critères généraux
programme-criteria = Critères
programme-contents = Contenus
programme-practice = Travaux pratiques
programme-neighbours = Autres modules
programme-previous = module précédent
programme-next = module suivant

# The internship.
programme-purpose = À quoi sert le stage
    .short = But du stage
programme-goal = Objectif
programme-preparation = Préparation
programme-running = Déroulement et suivi
programme-assessment = Évaluation

# The matrix.
programme-matrix = Matrice des modules
programme-to-confirm = à confirmer
programme-confirmed = confirmé
programme-by-qualifying = Par module qualifiant
    .short = Par qualifiant
programme-by-complementary = Par module complémentaire
    .short = Par complémentaire
programme-leans-on = { $module } s’appuie sur
programme-serves = { $module } est utile à
programme-as-table = En tableau
programme-matrix-caption = Liens entre modules :
    .short = Liens des modules :
programme-module = Module
programme-links = Liens
programme-yes = oui
programme-no = non

# The semesters.
programme-semesters = Plan des semestres
programme-check = Vérification
programme-holds = Le plan est juste : chaque semestre a ses heures et chaque bloc a sa place.
programme-broken = Ce plan n’est pas juste :
programme-changed = Ce que vous avez changé par rapport à la proposition :
programme-placed = { $module } : { $semesters }
programme-undo = Revenir à la proposition du programme
    .short = Annuler l’essai
programme-sums = Sommes par semestre
programme-semester = Semestre
programme-semester-number = Semestre { $number }
programme-semester-caption = Heures du semestre :
programme-lecture = Cours
programme-practical = Pratique
programme-weekly = Par semaine
programme-total = Total
programme-sum = Somme
programme-state = État
programme-right = juste
programme-instead = au lieu de { $number } h
programme-try = Essayer autrement
programme-not-saved = Choisissez un module, changez le semestre de ses blocs, puis vérifiez. Rien n’est enregistré : l’essai tient dans l’adresse de la page, que vous pouvez garder ou envoyer.
programme-choose = Choisir ce module
programme-block = Bloc { $number }
programme-block-hours = { $lecture } h de cours et { $practical } h de pratique par semaine.
programme-nowhere = Aucun semestre
programme-verify = Vérifier ce plan

# What can be wrong in a programme.
programme-problem-file-missing = Le fichier manque.
programme-problem-file-unreadable = Le fichier ne peut pas être lu : { $reason }.
programme-problem-syntax = Ce n’est pas du TOML correct : { $detail }.
programme-problem-format-missing = La version du format manque ; écrivez format = { $known }.
programme-problem-format-too-new = Le fichier a le format { $found } ; ce logiciel connaît les formats jusqu’à { $known }. Mettez le logiciel à jour.
programme-problem-format-unknown = Il n’y a pas de format { $found } ; écrivez format = { $known }.
programme-problem-wrong-shape = Le fichier ne suit pas le format : { $detail }.
programme-problem-unknown-key = La clé { $key } ne fait pas partie du format.
programme-problem-text-missing = { $place } : le texte { $lang ->
        [fr] français
        [ar] arabe
       *[en] anglais
    } manque.
programme-problem-text-script = { $place } : le texte { $lang ->
        [fr] français
        [ar] arabe
       *[en] anglais
    } n’est pas écrit dans les lettres de cette langue.
programme-problem-list-empty = { $place } : la liste est vide.
programme-problem-id-malformed = { $id } n’est pas un identifiant bien formé ; on attend { $expected }.
programme-problem-id-duplicate = { $id } est donné deux fois.
programme-problem-id-order = { $id } se trouve à la place de { $expected }.
programme-problem-module-file = Le fichier contient le module { $found }, mais son nom dit { $expected }.
programme-problem-module-kind = { $module } est marqué { $found ->
        [qualifying] qualifiant
       *[complementary] complémentaire
    }, mais son code dit { $expected ->
        [qualifying] qualifiant
       *[complementary] complémentaire
    }.
programme-problem-module-unlisted = { $module } a un fichier, mais n’est pas dans la liste des modules du programme.
programme-problem-module-unknown = { $module } n’est pas un module du programme.
programme-problem-row-missing = { $module } n’a pas de ligne.
programme-problem-equipment-unknown = { $module } cite l’équipement { $equipment }, que le programme ne définit pas.
programme-problem-reference-duplicate = { $place } cite { $id } deux fois.
programme-problem-matrix-kind = { $module } n’est pas un module { $expected ->
        [qualifying] qualifiant
       *[complementary] complémentaire
    }.
programme-problem-matrix-count = { $module } : le nombre de modules proposés est { $found }, mais le document donne le nombre de liens { $expected }.
programme-problem-block-empty = { $module } : le bloc { $block } n’a pas d’heures.
programme-problem-module-hours = { $module } : les blocs donnent { $found } h (heures par semaine : { $weekly } ; semaines : { $weeks }), mais le module a { $expected } h.
programme-problem-proposal-length = { $module } : le nombre de semestres donnés est { $found }, celui des blocs est { $expected }.
programme-problem-proposal-range = { $module } : le semestre { $found } n’existe pas ; le dernier est le semestre { $semesters }.
programme-problem-proposal-order = { $module } : d’un bloc au suivant, le semestre doit augmenter (ici { $found }).
programme-problem-semester-hours = Semestre { $semester } : { $found } h par semaine ({ $found_hours } h) au lieu de { $expected } ({ $expected_hours } h).
programme-problem-training-hours = Les modules font { $found } h, mais les semestres font { $expected } h.
programme-problem-total-hours = La formation et le stage font { $found } h, mais le programme annonce { $expected } h.
programme-problem-total-months = Les semestres et le stage font en mois { $found }, mais le programme annonce { $expected }.
