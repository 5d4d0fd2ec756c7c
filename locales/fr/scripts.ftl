# The scripts of the centre, to be read.

scripts-title = Scripts
scripts-help = Ici, on lit les scripts. Un script ne se modifie pas dans cette page : il s’écrit dans un fichier, puis se publie. Publier ajoute une version ; les anciennes restent, car des appels les ont suivies.
scripts-empty = Ce centre n’a pas encore de script. Le premier apparaîtra ici quand il sera publié.
scripts-line = version { $version }, { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
    }
    .short = v{ $version }, { $steps } ét.
scripts-back = Tous les scripts
scripts-script-title = { $code }, version { $version }
scripts-language-fr = en français
scripts-language-ar = en arabe
scripts-language-en = en anglais
scripts-newest = version en cours
scripts-older = ancienne version
scripts-steps = Étapes
scripts-brackets = Ce qui est entre crochets est remplacé pendant l’appel.
scripts-comma = ,
scripts-kind-say = à dire
scripts-kind-ask = à demander
scripts-kind-do = à faire
scripts-required = obligatoire
scripts-optional = facultative
scripts-key = touche
scripts-branch-to = aller à l’étape { $rank } :
scripts-versions = Versions
scripts-version = Version { $version }
scripts-this-one = celle-ci

# The names of merged fields, inside the words of a script.
scripts-absent-client-name = [nom du client]
scripts-absent-agent-name = [nom du conseiller]
scripts-absent-company = [entreprise]
scripts-absent-reason = [objet de l’appel]
