# Le guide, lu dans le programme. Ses pages sont dans docs/guide/fr.

guide-title = Guide
guide-text = Comment travailler dans Plateau avec un lecteur d’écran, une plage braille ou une loupe. Chaque page se lit seule, dans l’ordre que vous voulez.
guide-pages = Pages du guide
guide-search = Chercher dans le guide
    .short = Chercher
    .label = Chercher
guide-search-hint = Un ou plusieurs mots, en lettres latines ou arabes, avec ou sans accents.
guide-find = Chercher
guide-error-empty = Il manque ce que vous cherchez. Tapez un mot dans ce champ, par exemple le nom d’un bouton ou d’une touche.
guide-found =
    { $n ->
        [one] { $n } passage trouvé
       *[other] { $n } passages trouvés
    }
guide-found-none = Le guide ne dit rien avec tous ces mots : « { $question } ». Essayez un seul mot, ou choisissez une page dans la liste qui suit.
guide-comma = { ", " }
guide-pager = Pages du guide
guide-before = Avant :
guide-after = Après :
guide-contents = Toutes les pages
