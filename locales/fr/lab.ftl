# The lab of computing and braille: its first page, and what its exercises have in common.
lab-title = Labo informatique
lab-intro = Ici, vous travaillez sur un ordinateur simulé et vous faites vérifier vos documents. Rien de réel ne peut être abîmé.
lab-empty = Aucun exercice pour le moment. Un formateur peut en ajouter dans le dossier de données.
lab-busy = Un exercice de ce genre est déjà ouvert. Terminez-le ou abandonnez-le avant d’en commencer un autre.
lab-journal = Ce que vous faites ici est écrit dans un journal. Le logiciel en tire des propositions ; votre formateur décide.
lab-close = Remettre l’exercice
lab-abandon = Abandonner
lab-closed = L’exercice est remis.
lab-exam-goes-on = Une évaluation ne peut pas être abandonnée. Remettez-la, ou prévenez votre formateur.
lab-attempt-over = Cet exercice est déjà remis ou abandonné : la ligne n’a pas été exécutée. Ouvrez son résultat, ou recommencez l’exercice.
