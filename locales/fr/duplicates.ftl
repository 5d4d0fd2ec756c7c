# Les fiches qui sont peut-être du même client.

duplicates-title = Doublons possibles
duplicates-of-title = Doublons possibles de la fiche
    .short = Doublons
duplicates-kinds = Ce que les fiches ont en commun
    .short = Points communs
duplicates-kind-birth = Nom proche et même naissance
    .short = Nom et naissance
duplicates-same-phone = Même numéro
duplicates-same-email = Même e-mail
duplicates-same-name = Même nom
duplicates-name-alike = Nom proche
duplicates-same-birth = Né le même jour
duplicates-of-none = Aucune autre fiche ne ressemble à celle-ci.
duplicates-none = Aucune paire de fiches ne se ressemble ainsi. Choisissez un autre point commun.
duplicates-none-yet = Rien dans cette partie du fichier. La page suivante continue la recherche.
duplicates-compare = Comparer les fiches
duplicates-dismiss = Deux clients différents
    .short = Deux clients
duplicates-dismissed = Ces fiches sont notées comme deux clients différents. Elles ne seront plus proposées ensemble.
duplicates-restored = Ces fiches seront de nouveau proposées ensemble si elles se ressemblent.
duplicates-restore = Remettre dans les doublons
    .short = Remettre
duplicates-distinct-title = Fiches notées comme différentes
    .short = Fiches différentes
duplicates-distinct-none = Aucune paire n’est écartée. Les fiches que vous notez comme deux clients différents apparaîtront ici.
duplicates-before-title = Ce client a peut-être déjà une fiche
    .short = Déjà une fiche ?
duplicates-before-text = Ouvrez une de ces fiches pour vérifier. Si c’est un autre client, créez la fiche quand même avec le bouton du formulaire. Rien de ce que vous avez écrit n’est perdu.
duplicates-create-anyway = Créer quand même
duplicates-link =
    { $n ->
        [one] { $n } doublon possible
       *[other] { $n } doublons possibles
    }
    .short = Doublons : { $n }
