//! No letter is lost: what is written can be read back.

use braille::{Block, Edition, Grade, Grades, Numbers, Size, Text, Writing};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use words::Lang;

use crate::{louis, pages, paper, print, read_back, sheet};

fn round(grade: Grade, text: &str) -> String {
    let louis = louis();
    louis.back(grade, &louis.forward(grade, text).unwrap()).unwrap()
}

fn grades(grade: Grade) -> Edition {
    Edition { grades: Grades::default().with(grade), size: Size::PAPER, numbers: Numbers::Bottom }
}

/// A text of one language written by one code on paper, and read back from the lines.
fn on_paper(grade: Grade, text: &str) -> String {
    let lang = grade.lang();
    read_back(&pages(&sheet(lang, vec![Block::Entry(Text::new(text, lang))]), grades(grade)).0, grade)
}

/// Eight dots have a cell for each of these: they may stand in any order.
const ANY: &str = "[!-~àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ°§€£«»’“”–…·×÷]{1,9}";
/// Six dots write a digit like an accented letter after a sign, and a quotation mark for all quotation marks: words are words,
/// numbers are numbers, and signs that share cells stand once.
const FRENCH: &str = "([A-ZÉÀÇ]?[a-zàâçéèêëîïôùûü]{1,9}[.,;:!?]?|c?œu[a-z]{1,4}|[0-9]{1,6}|\\([a-zé]{2,8}\\)|[a-z]{2,5}-[a-z]{2,5}|[a-z]'[a-zé]{2,6}|0550|12/03|80 %)";
const ENGLISH: &str =
    "([A-Z]?[a-z]{1,6}[àâçéèêëîïôùûü]?[a-z]{1,3}[.,;:!?]?|[0-9]{1,6}|\\([a-z]{2,8}\\)|[a-z]{2,5}-[a-z]{2,5}|12/03|80%)";
const ARABIC: &str = "([ءابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤأإآ]{2,9}[،؛.:!]?|[0-9]{1,6}|12/03)";
/// With vowels and shadda. Six dots have the same cells for sukun before lam and for the sign ∷, so that lam follows none.
const VOWELLED: &str = "([بتثجحخدرزسشصضطعغفقكمنهوي][َُِ]?|[بتس]ْ[منهوي]|ل[َُِ]|[بتسدلنم]ّ){2,7}";

fn sentence(word: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn french_of_eight_dots_comes_back_sign_for_sign(text in sentence(ANY)) {
        prop_assert_eq!(round(Grade::French8, &text), text.as_str());
        prop_assert_eq!(on_paper(Grade::French8, &text).replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn french_of_six_dots_comes_back_word_for_word(text in sentence(FRENCH)) {
        prop_assert_eq!(on_paper(Grade::French6, &text), text);
    }

    #[test]
    fn english_comes_back_word_for_word(text in sentence(ENGLISH)) {
        prop_assert_eq!(on_paper(Grade::English1, &text), text);
    }

    #[test]
    fn arabic_comes_back_word_for_word_in_both_codes(text in sentence(ARABIC)) {
        prop_assert_eq!(on_paper(Grade::Arabic6, &text), text.as_str());
        prop_assert_eq!(on_paper(Grade::Arabic8, &text), text);
    }

    /// Braille writes shadda before its letter; read back it may stand on the other side. Nothing is missing.
    #[test]
    fn vowels_and_shadda_are_all_there(text in sentence(VOWELLED)) {
        let sorted = |text: &str| { let mut all: Vec<char> = text.chars().collect(); all.sort_unstable(); all };
        for grade in [Grade::Arabic6, Grade::Arabic8] {
            prop_assert_eq!(sorted(&on_paper(grade, &text)), sorted(&text));
        }
    }

    /// Each run of a mixed text is read back with the table of its own script.
    #[test]
    fn no_letter_is_lost_between_two_scripts(parts in prop::collection::vec((FRENCH_WORD, ARABIC_WORD), 1..8)) {
        let text: Vec<String> = parts.iter().map(|(fr, ar)| format!("{fr} {ar}")).collect();
        let (pages, report) = pages(&sheet(Lang::Fr, vec![Block::Entry(Text::new(&text.join(" "), Lang::Fr))]), paper(60, 40));
        let words: Vec<Vec<u8>> = pages.iter().flat_map(|page| &page.lines[..39])
            .flat_map(|line| line.cells.split(|cell| *cell == 0)).filter(|word| !word.is_empty()).map(<[u8]>::to_vec).collect();
        let wanted: Vec<(&str, Grade)> = parts.iter()
            .flat_map(|(fr, ar)| [(fr.as_str(), Grade::French6), (ar.as_str(), Grade::Arabic6)]).collect();
        prop_assert_eq!(words.len(), wanted.len());
        for (cells, (word, grade)) in words.iter().zip(wanted) {
            prop_assert_eq!(louis().back(grade, cells).unwrap(), word);
        }
        prop_assert!(report.lost.is_empty());
    }

    /// Whatever is typed, each letter and digit stands in the print that goes with the cells, or as its code point.
    #[test]
    fn whatever_is_typed_is_there_or_named(text in "\\PC{0,60}") {
        let (pages, report) = pages(&sheet(Lang::Fr, vec![Block::Entry(Text::new(&text, Lang::Fr))]), paper(60, 40));
        let shown: String = print(&pages).iter().map(|line| line.trim()).collect();
        for c in text.nfc().filter(|c| c.is_alphanumeric()) {
            let named = report.lost.contains_key(&c) && shown.contains(&format!("{:04X}", u32::from(c)));
            prop_assert!(named || is_shown(c, &shown), "{c:?} of {text:?} is not in {shown:?}");
        }
    }
}

const FRENCH_WORD: &str = "[a-zàâçéèêëîïôùûü]{2,7}";
const ARABIC_WORD: &str = "[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{2,7}";

/// A character is there as itself, composed, or as the simpler ones that it stands for.
fn is_shown(c: char, shown: &str) -> bool {
    let shown: String = shown.nfkd().collect();
    let same = |c: char| c.to_digit(10).or(u32::from(c).checked_sub(0x0660)).filter(|digit| *digit < 10);
    if same(c).is_some_and(|digit| shown.chars().any(|c| same(c) == Some(digit))) {
        return true;
    }
    std::iter::once(c).nfkd().filter(|part| !part.is_whitespace()).all(|part| shown.contains(part))
}

#[test]
fn a_script_without_a_table_stands_as_code_points_and_is_reported_with_its_place() {
    let blocks = vec![
        Block::Heading { level: 1, text: Text::new("Bonjour", Lang::Fr) },
        Block::Entry(Text::new("Nom: Жук, signé ⵣ", Lang::Fr)),
        Block::Entry(Text::new("Encore Ж 😀", Lang::Fr)),
    ];
    let (pages, report) = pages(&sheet(Lang::Fr, blocks), paper(60, 20));
    assert_eq!(print(&pages)[1..], ["Nom: [U+0416 0443 043A], signé [U+2D63]", "Encore [U+0416] [U+1F600]"]);
    assert!(
        read_back(&pages, Grade::French6).contains("Nom: [U+0416 0443 043A], signé [U+2D63] Encore [U+0416] [U+1F600]")
    );
    let zhe = report.lost[&'Ж'];
    assert_eq!((zhe.writing, zhe.times, zhe.page, zhe.line), (Writing::Cyrillic, 2, 1, 3));
    assert_eq!(report.lost[&'ⵣ'].writing, Writing::Tifinagh);
    assert_eq!(report.lost[&'😀'].writing, Writing::Sign);
    assert_eq!(report.lost.len(), 5);
}

#[test]
fn controls_are_named_spaces_are_spaces_and_marks_of_direction_go() {
    let text = "a\0b\tc\u{202E}d\u{2066}e\u{200F}\u{7}";
    let (pages, report) = pages(&sheet(Lang::Fr, vec![Block::Entry(Text::new(text, Lang::Fr))]), paper(40, 20));
    assert_eq!(print(&pages), ["a[U+0000]b cde[U+0007]"]);
    assert_eq!(report.lost.keys().copied().collect::<Vec<_>>(), ['\0', '\u{7}']);
}

#[test]
fn digits_and_marks_stay_with_the_words_before_them() {
    let louis = louis();
    let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Entry(Text::new("Karim بن علي 12", Lang::Fr))]), paper(40, 20));
    let mut wanted = louis.forward(Grade::French6, "Karim ").unwrap();
    wanted.extend(louis.forward(Grade::Arabic6, "بن علي 12").unwrap());
    assert_eq!(pages[0].lines[0].cells, wanted);
}

#[test]
fn latin_letters_in_an_arabic_page_are_french_unless_the_page_says_english() {
    let louis = louis();
    let entry = |span| vec![Block::Entry(Text::new("élan", span))];
    for (span, grade) in [(Lang::Ar, Grade::French6), (Lang::Fr, Grade::French6), (Lang::En, Grade::English1)] {
        let (pages, _) = pages(&sheet(Lang::Ar, entry(span)), paper(40, 20));
        assert_eq!(pages[0].lines[0].cells, louis.forward(grade, "élan").unwrap(), "{span:?}");
    }
}

#[test]
fn contracted_french_is_shorter_and_its_print_goes_line_by_line() {
    let text = Text::new("Il y a par exemple tout à fait bien du travail pour la réception des appels.", Lang::Fr);
    let blocks = vec![Block::Entry(text)];
    let mut edition = paper(20, 20);
    edition.grades = Grades::default().with(Grade::FrenchContracted);
    let (short, _) = pages(&sheet(Lang::Fr, blocks.clone()), edition);
    let (long, _) = pages(&sheet(Lang::Fr, blocks), paper(20, 20));
    let (short, long) = (print(&short), print(&long));
    assert!(short.len() < long.len(), "{short:?} {long:?}");
    let joined = |lines: &[String]| lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    assert_eq!(joined(&short), joined(&long), "what a shortening stands for is said beside it");
}

#[test]
fn a_letter_with_its_accent_apart_is_the_same_letter() {
    assert_eq!(on_paper(Grade::French6, "re\u{301}ception"), "réception");
}

#[test]
fn signs_that_stand_for_letters_are_written_with_them() {
    let (pages, report) = pages(&sheet(Lang::Fr, vec![Block::Entry(Text::new("ﬁn ① ﷲ", Lang::Fr))]), paper(40, 20));
    assert_eq!(print(&pages), ["fin 1 الله"]);
    assert!(report.lost.is_empty(), "{report:?}");
}

#[test]
fn arabic_marks_after_a_latin_word_are_the_marks_of_its_table() {
    let text = Text::new("تعتمد على MC1، MC6؛ ١٢", Lang::Ar);
    let (pages, report) = pages(&sheet(Lang::Ar, vec![Block::Entry(text)]), paper(60, 20));
    let mut wanted = louis().forward(Grade::Arabic6, "تعتمد على ").unwrap();
    wanted.extend(louis().forward(Grade::French6, "MC1, MC6; 12").unwrap());
    assert_eq!(pages[0].lines[0].cells, wanted);
    assert!(report.lost.is_empty(), "{report:?}");
}
