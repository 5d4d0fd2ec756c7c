# The frame of every page, its errors, its refusals, the roles and the keys.

## Around the page
frame-skip = Aller au contenu
frame-nav = Menu principal
frame-sign-out = Se déconnecter
frame-pager = Pages de la liste
frame-next = Lignes suivantes
frame-go-home = Retour à l’accueil

## The centre in which the person stands
frame-centre-production = Centre de production
frame-centre-training = Centre de formation
frame-centre-sandbox = Simulation { $code }

## Forms
frame-required = obligatoire
    .short = requis
frame-error-word = Erreur :
frame-remark-word = Remarque :
frame-summary-title = Points à corriger
frame-error-control = Ce champ contient un caractère invisible qui ne peut pas être enregistré. Tapez le texte au clavier au lieu de le coller.
frame-error-choice = Cette réponse ne fait pas partie de la liste. Choisissez une des réponses proposées.
frame-error-too-long = Ce texte est plus long que le champ : { $length } caractères, pour { $most } au plus. Raccourcissez-le.
frame-restored = Ce que vous aviez tapé sans l’envoyer est de nouveau dans le formulaire. Vérifiez-le, puis envoyez-le.
frame-forget-draft = Effacer ce brouillon

## Error pages
frame-kept-title = Votre saisie est gardée
    .short = Saisie gardée
frame-kept-text = Voici ce que vous aviez saisi, mots de passe exceptés. Gardez cette page ouverte et renvoyez votre saisie avec le bouton qui suit, sans rien retaper.
frame-send-again = Renvoyer la saisie
frame-error-code = Code de l’erreur :
frame-sign-in-first = Connexion nécessaire
frame-sign-in-first-text = Cette page s’ouvre après la connexion. Renvoyez votre saisie ou revenez à l’accueil : la connexion vous sera proposée.
frame-not-found = Page introuvable
frame-not-found-text = Aucune page de votre centre ne se trouve à cette adresse, ou le lien a déjà servi. Vérifiez l’adresse, ou repartez de l’accueil.
frame-refused = Accès réservé
frame-malformed = Demande incomprise
frame-malformed-text = Il manque une partie de la demande, et rien n’a été changé. Revenez à la page précédente, puis envoyez de nouveau le formulaire.
frame-conflict = Impossible à présent
frame-away = Service momentanément interrompu
    .short = Service interrompu
frame-away-text = La base de données ne répond pas. Rien n’est perdu : attendez un instant, puis renvoyez votre saisie ou rouvrez la page.
frame-lacking = Le serveur ne peut pas le faire
    .short = Impossible ici
frame-broken = Le logiciel a rencontré un problème
    .short = Problème du logiciel
frame-broken-text = Le problème vient du logiciel, et tout ce qui était enregistré l’est encore. Attendez un instant, puis recommencez. Si cela continue, donnez à l’administrateur l’heure et le code qui suit.
frame-too-large = Envoi trop volumineux
    .short = Envoi trop grand
frame-too-large-text = Le formulaire dépasse 256 kilo-octets, et rien n’a été changé. Revenez à la page précédente, raccourcissez le texte, puis envoyez-le de nouveau.

## Refusals: the reason, and what to do
frame-refused-production = Vous êtes dans un centre de production, et les données des vrais clients ne s’ouvrent à personne de l’école. Demandez à l’administrateur de vous remettre dans le centre de formation.
frame-refused-clients = Pour protéger les clients, leurs fiches ne s’ouvrent qu’aux personnes qui prennent les appels, à celles qui les forment et au délégué à la protection des données. Si votre travail demande cet accès, voyez avec l’administrateur, qui crée les comptes.
frame-refused-clients-write = Les fiches clients sont modifiées par les personnes qui prennent les appels, et dans un centre de formation aussi par les formateurs et le chef de service. Demandez à l’une d’elles de faire la correction.
frame-refused-fields = Les champs du centre sont définis par les superviseurs, les formateurs et le chef de service de formation. Demandez à l’un d’eux d’ajouter le champ qu’il vous faut.
frame-refused-import = Les fiches sont importées par les superviseurs, les formateurs et le chef de service de formation. Confiez-leur votre fichier.
frame-refused-export = Les fiches sont exportées par les superviseurs, les formateurs, le chef de service de formation et le délégué à la protection des données. Demandez-leur la liste dont vous avez besoin.
frame-refused-clients-merge = Fusionner ou supprimer des fiches, annuler une fusion ou écarter un doublon revient aux superviseurs, et dans un centre de formation aux formateurs et au chef de service. Demandez à l’un d’eux de regarder ces fiches avec vous.
frame-refused-clients-validate = La validation des fiches clients revient aux superviseurs, et dans un centre de formation aux formateurs et au chef de service. Demandez à l’un d’eux d’ouvrir cette page.
frame-refused-consents = Les consentements sont notés par les personnes qui prennent les appels et par le délégué à la protection des données. Demandez à l’une d’elles de noter ce que dit le client.
frame-refused-law = Ces pages sont tenues par le délégué à la protection des données et par les superviseurs. Demandez à l’un d’eux ce que vous voulez savoir ou changer.
frame-refused-plain = Les numéros, l’adresse, l’e-mail et la date de naissance de ce client sont masqués. Donnez une raison sur sa fiche pour les voir.
frame-refused-calls = Les appels sont pris par les téléconseillers, les superviseurs, les stagiaires et les formateurs. Si vous devez en prendre, demandez à l’administrateur un compte avec un de ces rôles.
frame-refused-scripts = Les scripts d’appel s’ouvrent aux personnes qui prennent les appels et au chef de service de formation. Demandez à un superviseur ou à un formateur de vous montrer celui qu’il vous faut.
frame-refused-practice = Les scénarios se travaillent avec un compte de stagiaire. Pour en essayer un, demandez un tel compte à l’administrateur.
frame-refused-review = Cette page est réservée aux formateurs. Demandez à votre formateur de l’ouvrir avec vous.
frame-refused-progress = La progression de tous les stagiaires est réservée aux formateurs et au chef de service de formation. Demandez à votre formateur de regarder la vôtre avec vous.
frame-refused-accounts = Les comptes sont gérés par l’administrateur. Demandez-lui de créer un compte ou de donner un nouveau mot de passe.
frame-refused-segments = Les segments sont réservés aux agents et aux superviseurs, et dans un centre de formation aux stagiaires, aux formateurs et au chef de service. Demandez à l’un d’eux.
frame-refused-portfolios = Les portefeuilles sont réservés aux agents et aux superviseurs, et dans un centre de formation aux stagiaires, aux formateurs et au chef de service. Demandez à l’un d’eux.
frame-refused-portfolios-manage = Les portefeuilles sont gérés par les superviseurs, et dans un centre de formation par les formateurs et le chef de service. Demandez-leur cette affectation.
frame-refused-reports = Les états de restitution reviennent aux superviseurs, et dans un centre de formation aux formateurs et au chef de service. Demandez-leur l’état dont vous avez besoin.
frame-refused-year = L’année de formation s’ouvre aux formateurs et au chef de service de formation. Demandez à l’un d’eux ce que vous cherchez.
frame-refused-timetable = L’emploi du temps s’ouvre aux stagiaires, aux formateurs et au chef de service de formation. Demandez à l’un d’eux ce que vous cherchez.
frame-refused-attendance-lesson = La feuille d’une séance est tenue par le formateur qui la donne ou par le chef de service de formation. Demandez à l’un d’eux cette correction.
frame-refused-year-keep = Les promotions, les inscriptions et leurs règles sont tenues par le chef de service de formation. Demandez-lui ce changement.
frame-refused-accommodations = Les aménagements d’un stagiaire ne s’ouvrent qu’au chef de service de formation. Demandez-lui ce qui concerne votre séance.
frame-refused-marks = Les notes s’ouvrent aux formateurs et au chef de service de formation. Demandez les vôtres à votre formateur.
frame-refused-marks-module = Vous n’enseignez pas ce module : ses notes sont données par ses formateurs et par le chef de service de formation. S’il y a erreur, demandez-lui de corriger votre fiche de formateur.
frame-refused-meetings = Les visites et les concertations sont tenues par les formateurs et le chef de service de formation. Demandez à l’un d’eux.

## Roles
frame-role-trainee = Stagiaire
frame-role-trainer = Formateur
frame-role-studies = Chef de service de formation
    .short = Chef de service
frame-role-agent = Téléconseiller
    .short = Téléconseiller
frame-role-supervisor = Superviseur
frame-role-data-officer = Délégué à la protection des données
    .short = Délégué aux données
frame-role-administrator = Administrateur

## Keys
frame-shortcuts = Raccourcis clavier
    .short = Raccourcis
frame-shortcuts-text = Enter et Escape agissent sur l’appel seulement pendant qu’il sonne, et de n’importe quelle page. Les autres touches peuvent être désactivées dans vos préférences. Sur certains claviers, Enter s’appelle Entrée et Escape s’appelle Échap.
frame-shortcuts-caption = Les touches et ce qu’elles font
    .short = Touches et actions
frame-shortcut-key = Touche
frame-shortcut-does = Action
frame-shortcuts-off = Activer ou désactiver les raccourcis
    .short = Régler les touches
frame-key-answer = Répondre à l’appel qui sonne
    .short = Répondre à l’appel
frame-key-decline = Refuser l’appel qui sonne
    .short = Refuser l’appel
frame-key-status = Entendre la ligne d’état
    .short = Dire l’état
frame-key-where = Entendre où l’on est : page, partie, champ
    .short = Où suis-je
frame-key-what = Entendre ce que l’on peut faire ici
    .short = Que faire ici
frame-key-repeat = Répéter la dernière annonce
    .short = Répéter l’annonce
frame-key-call = Aller à l’appel en cours
    .short = Aller à l’appel
frame-key-help = Ouvrir cette liste de raccourcis
    .short = Ouvrir cette liste
frame-key-send = Envoyer le formulaire en cours
    .short = Envoyer
frame-key-list = Se déplacer dans une liste de boutons ou de liens
    .short = Parcourir une liste

## About
frame-about = À propos de Plateau
frame-about-text = Plateau est à la fois un vrai centre d’appels et l’école où l’on apprend ce métier : les fiches clients, les scripts et les appels des exercices sont ceux du travail. Il est fait d’abord pour les personnes aveugles ou malvoyantes, qui y travaillent au clavier, avec une synthèse vocale, une plage braille de 20 caractères ou une loupe, sur les mêmes pages que leurs collègues voyants. Il fonctionne sur un ordinateur de l’établissement, même sans Internet, et les données restent dans l’établissement.
frame-about-journal = Ce que vous faites au poste est écrit dans un journal, avec votre nom, la date et l’heure : vos connexions et vos préférences, les fiches ouvertes ou modifiées, les appels et ce qui y est dit, les étapes du script. Une ligne écrite n’est plus jamais modifiée ni effacée. Ce journal a trois sortes de lecteurs : les personnes qui ont le droit d’ouvrir une fiche y lisent l’histoire de ce client ; les responsables de l’établissement y vérifient qui a vu ou changé une donnée ; votre formateur y retrouve ce que vous avez fait pendant vos exercices. Dans vos exercices, le logiciel relève des preuves pour les critères du programme, mais il les propose seulement : une personne, votre formateur, décide. Vous pouvez lire ce qui a été mesuré et ce qui a été décidé, et demander une explication à votre formateur.
frame-cross-site-text = L’envoi ne vient pas d’une page de Plateau, et rien n’a été changé. Ouvrez Plateau dans cet onglet, puis recommencez.
