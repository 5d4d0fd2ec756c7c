# The lab of computing and braille: its first page, and what its exercises have in common.
lab-title = Computer lab
lab-intro = Here you work on a simulated computer and have your documents checked. Nothing real can be damaged.
lab-empty = No exercises yet. A trainer can add some to the data folder.
lab-busy = An exercise of this kind is already open. Finish it or give it up before you begin another.
lab-journal = What you do here is written to a journal. The program makes proposals from it; your trainer decides.
lab-close = Hand over
lab-abandon = Give up
lab-closed = The exercise is handed over.
lab-exam-goes-on = An exam cannot be given up. Hand it over, or tell your trainer.
lab-attempt-over = This exercise is already handed over or given up: the line was not run. Open its result, or begin the exercise again.
