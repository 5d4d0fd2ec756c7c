# La déclaration d’accessibilité, tirée des contrôles.

accessibility-title = Accessibilité
accessibility-text = Le programme écrit cette page à partir de ses contrôles : ce qui a été vérifié, quand, sur quelles versions, avec quel résultat. Aucun résultat n’y est écrit à la main.
accessibility-aim-title = Ce qui est visé
accessibility-aim = Plateau vise le niveau AA des règles WCAG 2.2. Un contrôle automatique ne vérifie qu’une partie de ces règles : il trouve des défauts, il ne prouve pas la conformité. Plateau n’affirme donc pas être conforme.
accessibility-nothing = Aucun contrôle n’est enregistré dans cette version du programme. Rien ne peut donc être affirmé ici.
accessibility-clean = Les derniers contrôles enregistrés n’ont trouvé aucun défaut dans ce qu’ils examinent.
accessibility-faulty = Les derniers contrôles enregistrés ont trouvé des défauts. Ce qui est touché ne respecte pas toutes les règles visées ; la liste est plus bas.

## Un contrôle
accessibility-browser = Contrôle dans un navigateur
    .short = Dans un navigateur
accessibility-reader = Contrôle avec un lecteur d’écran
    .short = Lecteur d’écran
accessibility-date = Date
    .label = Date
accessibility-program = Version de Plateau
    .short = Version de Plateau
    .label = Version
accessibility-commit = État du code
    .label = Code
accessibility-tools = Outils
    .label = Outils
accessibility-tables = Tables braille
    .label = Tables
accessibility-languages = Langues
    .label = Langues
accessibility-partial = Ce contrôle est partiel : seule une partie des pages ou des langues a été examinée.
accessibility-changed = Le code contenait des changements qui n’étaient pas encore enregistrés.
accessibility-older = Ce contrôle a été fait sur une autre version que celle que vous utilisez, { $version }.
accessibility-sum =
    { $n ->
        [one] { $n } page examinée.
        [many] { $n } de pages examinées.
       *[other] { $n } pages examinées.
    }

## Ses tableaux
accessibility-presentations = Résultat par présentation
    .short = Par présentation
accessibility-presentation = Présentation
    .label = Présentation
accessibility-checks = Contrôles
    .label = Contrôles
accessibility-faults = Défauts
    .label = Défauts
accessibility-mode-structure = Titres, repères, langue et tableaux
    .short = Structure
accessibility-mode-normal = Couleurs claires
accessibility-mode-dark = Couleurs sombres
accessibility-mode-forced = Couleurs imposées par le système
    .short = Couleurs imposées
accessibility-mode-narrow = Fenêtre de 320 pixels, comme un zoom de 400 %
    .short = Zoom de 400 %
accessibility-mode-spacing = La même, avec des lettres et des lignes plus espacées
    .short = Texte espacé
accessibility-mode-large = Texte agrandi à 200 %
    .short = Texte à 200 %
accessibility-mode-keyboard = Parcours au clavier, focus visible
    .short = Au clavier
accessibility-journeys = Parcours refaits au clavier
    .short = Parcours
accessibility-journeys-heard = Parcours suivis avec la voix et le braille
    .short = Voix et braille
accessibility-journey = Parcours
    .label = Parcours
accessibility-passed = Étapes réussies
    .label = Réussies
accessibility-failed = Étapes manquées
    .label = Manquées
accessibility-journey-signin = Connexion et préférences
    .short = Connexion
accessibility-journey-day = Une journée de travail
    .short = Journée de travail
accessibility-journey-crash = Navigateur fermé, serveur coupé
    .short = Pannes
accessibility-journey-pages = Toutes les pages
accessibility-journey-auditor = Le contrôleur lui-même, sur des pages fautives
    .short = Le contrôleur
accessibility-journey-first = Premier démarrage
accessibility-journey-disk = Disque plein
accessibility-journey-drills = Exercices de frappe
accessibility-journey-lab = Atelier informatique
accessibility-journey-import = Import de fiches
accessibility-journey-work = Travail sans appel
accessibility-journey-year = Année scolaire
accessibility-journey-cells = Textes à 20 cellules
accessibility-journey-plain = Pages sans scripts
accessibility-journey-every = Aucune page oubliée
accessibility-journey-sign-in = Connexion
accessibility-journey-client-file = Fiche client
accessibility-journey-script = Script d’appel
accessibility-journey-review = Correction
accessibility-journey-progress = Progression
accessibility-journey-preferences = Préférences
accessibility-journey-broken = Pages cassées exprès
accessibility-journey-broken-form = Formulaire cassé
accessibility-pages = Résultat par page
    .short = Par page
accessibility-page = Page
    .label = Page

## Ce qui ne va pas
accessibility-failures = Ce qui ne fonctionne pas
    .short = Défauts connus
accessibility-failures-none = Les contrôles enregistrés n’ont rien trouvé. Cela ne veut pas dire qu’il n’y a rien : ils n’examinent pas tout.
accessibility-failures-text = Voici les phrases des contrôles, en anglais, telles quelles.
accessibility-no-reader = Aucun contrôle avec un vrai lecteur d’écran n’est enregistré dans cette version.
accessibility-no-browser = Aucun contrôle dans un navigateur n’est enregistré dans cette version.
accessibility-no-language = Langue sans aucun contrôle enregistré : { $language }.

## Signaler
accessibility-report-title = Signaler un obstacle
    .short = Signaler
accessibility-report = Un obstacle vous arrête ? Dites-le à votre formateur ou à l’administrateur de votre établissement, qui transmettra. Donnez l’adresse de la page, ce que vous vouliez faire, ce qui s’est passé, le nom et la version de votre lecteur d’écran, de votre plage braille ou de votre loupe. Un obstacle est un défaut du programme, jamais une faute de votre part.
