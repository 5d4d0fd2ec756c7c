# Signing in and out, and the first administrator.

sessions-title = Connexion
sessions-text = Tapez votre identifiant et votre mot de passe. Si vous ne les avez pas, demandez-les à l’administrateur.
sessions-kept = Votre session n’est plus ouverte. Ce que vous aviez saisi est gardé, mots de passe exceptés : connectez-vous pour le retrouver.
sessions-login = Identifiant
    .label = Identifiant
sessions-password = Mot de passe
    .label = Mot de passe
sessions-sign-in = Se connecter
sessions-error-login = Il manque l’identifiant. Tapez-le dans ce champ.
sessions-error-password = Il manque le mot de passe. Tapez-le dans ce champ.
sessions-error-wrong = Cet identifiant et ce mot de passe ne vont pas ensemble. Vérifiez l’identifiant, la touche des majuscules et la langue du clavier, puis tapez de nouveau le mot de passe. L’administrateur peut vous en donner un nouveau.
sessions-error-blocked = Après plusieurs essais sans succès, ce compte reste fermé un moment, 15 minutes au plus. Attendez, puis essayez de nouveau, ou demandez un nouveau mot de passe à l’administrateur.
sessions-everywhere-title = Sessions ouvertes
sessions-everywhere-text = Si une de vos sessions est restée ouverte sur un autre ordinateur, fermez-les toutes d’ici. Celle-ci se ferme aussi : vous pourrez vous connecter de nouveau.
sessions-everywhere = Fermer toutes mes sessions
    .short = Fermer mes sessions
sessions-first-title = Premier administrateur
    .short = Premier compte
sessions-first-text = Personne ne peut encore se connecter. Créez ici le compte de l’administrateur, qui créera ensuite les autres. Ce lien ne sert qu’une fois.
