import unittest

from ssip import Dialogue, spoken


class SpeechServer(unittest.TestCase):
    def setUp(self):
        self.heard = []
        self.dialogue = Dialogue(lambda text, lang: self.heard.append((text, lang)))

    def tell(self, *lines):
        return [answer for line in lines for answer in self.dialogue.line(line)]

    def test_a_text_is_heard_when_its_last_line_has_come(self):
        self.assertEqual(self.tell("SPEAK", "Fiche", "client"), ["230 OK RECEIVING DATA"])
        self.assertEqual(self.heard, [])
        self.assertEqual(self.tell("."), ["225-1", "225 OK MESSAGE QUEUED"])
        self.assertEqual(self.heard, [("Fiche\nclient", "")])

    def test_a_command_inside_a_text_is_a_text(self):
        self.tell("SPEAK", "QUIT", ".")
        self.assertEqual(self.heard, [("QUIT", "")])
        self.assertFalse(self.dialogue.over)

    def test_a_line_that_begins_with_a_point_keeps_it(self):
        self.tell("SPEAK", "..dz", ".")
        self.assertEqual(self.heard, [(".dz", "")])

    def test_the_language_is_told_with_the_text(self):
        self.tell("SET SELF LANGUAGE ar", "SPEAK", "زبون", ".")
        self.assertEqual(self.heard, [("زبون", "ar")])

    def test_a_single_letter_is_heard(self):
        self.tell("CHAR é")
        self.assertEqual(self.heard, [("é", "")])

    def test_silence_is_not_heard(self):
        self.tell("SPEAK", "<speak> </speak>", ".")
        self.assertEqual(self.heard, [])

    def test_marks_for_the_voice_are_not_words(self):
        self.assertEqual(spoken('<speak><mark name="0:9"/>Nom &amp; prénom</speak>'), "Nom & prénom")

    def test_what_was_set_can_be_asked_for(self):
        self.tell("SET SELF RATE 40")
        self.assertEqual(self.tell("GET RATE"), ["251-40", "251 OK GET RETURNED"])

    def test_the_end_is_an_end(self):
        self.assertEqual(self.tell("QUIT"), ["231 HAPPY HACKING"])
        self.assertTrue(self.dialogue.over)


if __name__ == "__main__":
    unittest.main()
