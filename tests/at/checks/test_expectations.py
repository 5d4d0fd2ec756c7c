import re
import unittest

from cells import Cells
from person import fits, heard
from record import Record, Said, Shown


class Expectations(unittest.TestCase):
    def test_texts_are_heard_in_their_order(self):
        said = [Said("Nom zone de saisie", "fr"), Said("Mode focus", "fr")]
        self.assertTrue(heard(said, ["Nom", "Mode focus"]))
        self.assertFalse(heard(said, ["Mode focus", "Nom"]))

    def test_nothing_said_is_not_heard(self):
        self.assertFalse(heard([], ["Nom"]))

    def test_what_is_shown_is_not_heard(self):
        self.assertFalse(heard([Shown("Nom", "⠝⠕⠍")], ["Nom"]))

    def test_a_pattern_is_searched_after_what_came_before(self):
        self.assertFalse(heard([Said("2 fiches Nom", "fr")], ["Nom", re.compile(r"\d")]))

    def test_two_apostrophes_sound_alike(self):
        self.assertTrue(fits("L’objet", "L'objet"))

    def test_a_row_begins_with_its_text(self):
        cells = Cells()
        self.assertTrue(cells.begins("Nom Benali $l       ", "Nom"))
        self.assertFalse(cells.begins("re nom Benali $l    ", "Nom"))

    def test_a_long_text_is_cut_at_the_last_cell(self):
        self.assertEqual(Cells().rows("Enregistrer les préférences"), ["Enregistrer les préf"])

    def test_a_space_that_does_not_break_is_a_blank_cell(self):
        self.assertTrue(Cells().begins("Client\u00a0: Allô        ", "Client : Allô"))

    def test_contracted_braille_is_not_the_text(self):
        spelled, whole = Cells("fr-bfu-g2.ctb").rows("Préférences")
        self.assertEqual(spelled, "¨préférences")
        self.assertLess(len(whole), len(spelled))


class TimeLine(unittest.TestCase):
    def test_a_state_of_the_cells_counts_once(self):
        record = Record()
        for text in ("a", "a", "b"):
            record.add(Shown(text, text))
        self.assertEqual([shown.text for shown in record.shown()], ["a", "b"])

    def test_what_came_before_the_mark_is_over(self):
        record = Record()
        record.add(Said("avant", "fr"))
        mark = record.mark()
        record.add(Said("après", "fr"))
        self.assertEqual([said.text for said in record.said(mark)], ["après"])

    def test_what_never_comes_is_not_waited_for_longer_than_patience(self):
        self.assertFalse(Record().wait(lambda: False, 0.05))


if __name__ == "__main__":
    unittest.main()
