# The administrator's list of accounts.

accounts-title = Comptes
accounts-caption = Comptes actifs, du plus ancien au plus récent
    .short = Comptes actifs
accounts-new = Nouveau compte
accounts-name = Nom et prénom
    .label = Nom
accounts-role = Rôle
    .label = Rôle
accounts-login-hint = Un mot court et sans espace, par exemple k.benali. Majuscules et minuscules y sont équivalentes.
accounts-password-hint = De 8 à 200 caractères. Une phrase facile à retenir convient bien.
accounts-create = Créer le compte
accounts-created = Le compte est créé. La personne peut se connecter.
    .short = Compte créé
accounts-error-name = Il manque le nom de la personne. Tapez-le dans ce champ.
accounts-error-role = Il manque le rôle du compte. Choisissez-le dans la liste.
accounts-error-taken = Un compte a déjà cet identifiant. Choisissez-en un autre, par exemple avec un chiffre à la fin.
accounts-error-password = Le mot de passe doit avoir de 8 à 200 caractères. Tapez-en un autre.
