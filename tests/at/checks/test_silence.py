import unittest

import person
from person import Failure, Person
from record import Record, Said


class Field:
    """A browser whose focus goes on with every key of its seat; `writes` tells whether one writes there."""

    def __init__(self, seat, writes):
        self.devtools, self._seat, self._writes = self, seat, writes

    def evaluate(self, script):
        return self._writes if "matches" in script else len(self._seat.pressed)

    def focused(self):
        return "textbox", "Nom"


class Silent:
    """A seat where the first key says nothing, the way back “Adresse”, and the third key `word`."""

    def __init__(self, word):
        self.record, self.pressed, self._answers = Record(), [], [None, "Adresse", word]

    def key(self, name):
        answer = self._answers[len(self.pressed)]
        self.pressed.append(name)
        if answer:
            self.record.add(Said(answer, "fr"))


class AfterSilence(unittest.TestCase):
    def setUp(self):
        self._kept = person.SILENCE, person.REST
        person.SILENCE = person.REST = 0.05

    def tearDown(self):
        person.SILENCE, person.REST = self._kept

    def walker(self, word="Nom zone de saisie", writes=True):
        seat = Silent(word)
        walker = Person(seat, Field(seat, writes), None)
        walker.patience = 0.2
        return walker

    def test_a_field_without_a_word_is_reached_again_and_counted(self):
        walker = self.walker()
        walker.press("Tab", says="Nom")
        self.assertEqual((walker.seat.pressed, len(walker.silences)), (["Tab", "shift+Tab", "Tab"], 1))

    def test_another_key_that_leads_to_a_field_is_made_up_for_by_tab(self):
        walker = self.walker()
        walker.press("Return", says="Nom")
        self.assertEqual(walker.seat.pressed, ["Return", "shift+Tab", "Tab"])

    def test_a_key_of_which_no_word_is_expected_is_not_waited_for(self):
        walker = self.walker()
        walker.press("Return")
        self.assertEqual(walker.seat.pressed, ["Return"])

    def test_what_is_said_then_must_be_what_is_expected(self):
        with self.assertRaises(Failure):
            self.walker("zone de saisie").press("Tab", says="Nom")

    def test_a_field_of_which_only_the_mode_is_told_is_reached_again(self):
        walker = self.walker()
        walker.seat._answers[0] = "Mode focus"
        walker.press("Tab", says=["Nom", "zone de saisie"])
        self.assertEqual((walker.seat.pressed, len(walker.silences)), (["Tab", "shift+Tab", "Tab"], 1))

    def test_what_was_said_on_the_way_back_does_not_count(self):
        with self.assertRaises(Failure):
            self.walker().press("Tab", says="Adresse")

    def test_a_link_that_tab_leads_to_is_reached_again_too(self):
        walker = self.walker(writes=False)
        walker.press("Tab", says="Nom")
        self.assertEqual((walker.seat.pressed, len(walker.silences)), (["Tab", "shift+Tab", "Tab"], 1))

    def test_what_another_key_leads_to_is_not_unless_one_writes_there(self):
        walker = self.walker(writes=False)
        with self.assertRaises(Failure):
            walker.press("Return", says="Nom")
        self.assertEqual(walker.seat.pressed, ["Return"])

    def test_a_focus_that_is_lost_is_not_looked_for(self):
        walker = self.walker()
        walker.browser.focused = lambda: None
        with self.assertRaises(Failure):
            walker.press("Tab", says="Nom")
        self.assertEqual(walker.seat.pressed, ["Tab"])


if __name__ == "__main__":
    unittest.main()
