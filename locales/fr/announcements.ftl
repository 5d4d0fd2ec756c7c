# The announcement log.

announcements-title = Annonces
announcements-empty = Aucune annonce pour l’instant. Les messages brefs, un appel qui sonne par exemple, seront gardés ici pour être relus. Pour voir le premier, enregistrez vos préférences.
