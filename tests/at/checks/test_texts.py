import unittest

from texts import Scenario, Texts, read

CATALOGUE = """
# A comment
room-title = Titre
    .short = T
    .label = L
room-long =
    deux
    lignes
room-who = { $who } attend, { $minutes } min.
room-count =
    { $n ->
        [one] { $n } fiche
       *[other] { $n } fiches
    }
"""


class Catalogue(unittest.TestCase):
    def setUp(self):
        self.texts = Texts("fr")
        self.texts._known = read(CATALOGUE)

    def test_a_text_has_its_three_forms(self):
        self.assertEqual([self.texts("room-title"), self.texts.short("room-title"), self.texts.label("room-title")], ["Titre", "T", "L"])

    def test_a_form_that_is_not_there_is_the_long_one(self):
        self.assertEqual(self.texts.short("room-long"), "deux lignes")

    def test_variables_are_filled(self):
        self.assertEqual(self.texts("room-who", who="Amel", minutes=2), "Amel attend, 2 min.")

    def test_a_variable_that_was_forgotten_is_no_text(self):
        self.assertRaises(ValueError, self.texts, "room-who", who="Amel")

    def test_the_parts_around_variables_are_told(self):
        self.assertEqual(self.texts.parts("room-who"), ["attend,", "min"])

    def test_a_plural_cannot_be_taken_for_a_text(self):
        self.assertRaises(ValueError, self.texts, "room-count")

    def test_an_unknown_key_is_an_error(self):
        self.assertRaises(KeyError, self.texts, "room-nothing")

    def test_the_catalogues_of_the_project_are_read(self):
        for lang in ("fr", "ar", "en"):
            self.assertNotIn("{", Texts(lang)("calls-answer"))

    def test_a_scenario_tells_its_steps_and_what_the_caller_answers(self):
        scenario = Scenario("MQ6-FR-1")
        self.assertIn("greet", scenario.steps)
        self.assertIn("1986", scenario.fact("birth-date"))


if __name__ == "__main__":
    unittest.main()
