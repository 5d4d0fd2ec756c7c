# The braille edition of a page.

## At the end of a document
braille-brf = Fichier braille (BRF)
    .short = Braille BRF
braille-pef = Fichier braille (PEF)
    .short = Braille PEF
braille-view = Aperçu en braille
braille-back = Retour au document
braille-change = Changer le braille dans les préférences
    .short = Changer le braille

## The codes
braille-fr6 = Français intégral, 6 points
    .short = Français 6 points
braille-fr-contracted = Français abrégé, 6 points
    .short = Français abrégé
braille-fr8 = Français informatique, 8 points
    .short = Français 8 points
braille-ar6 = Arabe intégral, 6 points
    .short = Arabe 6 points
braille-ar8 = Arabe informatique, 8 points
    .short = Arabe 8 points
braille-en1 = Anglais UEB intégral, 6 points
    .short = Anglais intégral
braille-en2 = Anglais UEB abrégé, 6 points
    .short = Anglais abrégé

## The preview
braille-view-title = Braille : { $title }
braille-view-text = Chaque ligne montre ses cellules, puis ce qu’elles écrivent. Le lecteur d’écran lit le texte et passe les cellules. Les lignes sont numérotées comme sur le papier.
braille-size =
    { $lines ->
        [one] Pages de { $cells } cellules sur { $lines } ligne.
       *[other] Pages de { $cells } cellules sur { $lines } lignes.
    }
braille-pages =
    { $count ->
        [one] Le document tient sur { $count } page.
       *[other] Le document tient sur { $count } pages.
    }
braille-page = Page { $number }
braille-first-only =
    { $count ->
        [one] Seule la première page est montrée ici. Les fichiers contiennent tout le document.
       *[other] Seules les { $count } premières pages sont montrées ici. Les fichiers contiennent tout le document.
    }

## What has no braille
braille-lost-title = Signes sans braille
    .short = Signes sans braille
braille-lost-text = Ces signes n’existent dans aucune table choisie. Rien n’est perdu : chacun est écrit par son code entre crochets, à sa place dans le texte.
braille-lost =
    { $count ->
        [one] { $sign } { $code }, { $script }, page { $page }, ligne { $line }.
       *[other] { $sign } { $code }, { $script }, { $count } fois, d’abord page { $page }, ligne { $line }.
    }
braille-script-latin = lettre latine
braille-script-arabic = lettre arabe
braille-script-tifinagh = tifinagh
braille-script-greek = grec
braille-script-cyrillic = cyrillique
braille-script-hebrew = hébreu
braille-script-east-asian = écriture d’Asie
braille-script-control = caractère invisible
braille-script-sign = signe ou image
braille-script-other = autre écriture

## What can be wrong
braille-format-title = Format braille inconnu
    .short = Format inconnu
braille-format-text = Ce format n’existe pas ici. Demandez « { $brf } », « { $pef } » ou « { $view } » à la fin de l’adresse, ou suivez un des liens placés à la fin du document.
braille-absent-title = Le braille n’est pas installé
    .short = Braille non installé
braille-absent-text = Le logiciel { $software }, qui écrit le braille, ne se trouve pas sur le serveur. Tout le reste fonctionne. Demandez à l’administrateur d’installer les paquets { $library } et { $tables }, puis recommencez.
braille-table-title = Une table braille manque
    .short = Table manquante
braille-table-text = La table { $table } ne peut pas être lue sur le serveur. Demandez à l’administrateur de réinstaller le paquet { $tables }, ou choisissez un autre braille dans vos préférences.
braille-eight-title = Le format BRF n’a que 6 points
    .short = BRF : 6 points
braille-eight-text = Vos préférences demandent un braille à 8 points : { $grade }. Un fichier BRF n’en contient que 6. Demandez le fichier PEF, ou choisissez un braille à 6 points dans vos préférences.
