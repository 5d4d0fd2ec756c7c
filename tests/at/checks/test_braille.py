import unittest

from braille import Line, dots, unescaped


class BrailleDisplay(unittest.TestCase):
    def test_the_dots_complete_their_text(self):
        line = Line(4)
        self.assertIsNone(line.read('Visual "ab"'))
        shown = line.read('Braille "1|12||"')
        self.assertEqual((shown.text, shown.dots), ("ab  ", "⠁⠃⠀⠀"))

    def test_other_messages_show_nothing(self):
        self.assertIsNone(Line().read("Ready"))

    def test_a_quote_in_the_text_does_not_end_it(self):
        line = Line(5)
        line.read(r'Visual "a\"b\\c"')
        self.assertEqual(line.read('Braille "1"').text, 'a"b\\c')

    def test_letters_beyond_ascii_are_read(self):
        self.assertEqual(unescaped(r"\XE9t\XE9 \X0632"), "été ز")

    def test_eight_dots_make_a_full_cell(self):
        self.assertEqual(dots("12345678|7"), "⣿⡀")


if __name__ == "__main__":
    unittest.main()
