//! The guide says the same in three languages, and what the program says.

use std::collections::{BTreeMap, BTreeSet};

use ::words::{Lang, Talk, catalogue, cells};

use super::search::search;
use super::{Block, FILES, Leaf, Span, book, keys, markdown, plain};
use crate::frame::KEYS;

fn leaf(lang: Lang, name: &str) -> &'static Leaf {
    book(lang).find(|leaf| leaf.name() == name).unwrap()
}

fn talk(lang: Lang) -> Talk {
    Talk { lang, short: false }
}

/// What must be the same in every language: the form of a block, its keys, commands, addresses.
fn shape(block: &Block) -> String {
    let form = match block {
        Block::Heading { level, id, .. } => format!("heading {level} {id}"),
        Block::Paragraph(_) => "paragraph".to_owned(),
        Block::List { ordered, items } => format!("list {ordered} {}", items.len()),
        Block::Table(table) => {
            format!("table {} × {:?}", table.head.len(), table.rows.iter().map(Vec::len).collect::<Vec<_>>())
        }
        Block::Commands(text) => format!("commands {text}"),
    };
    let mut marks: Vec<String> = block.lines().into_iter().flatten().filter_map(mark).collect();
    marks.sort();
    format!("{form} {marks:?}")
}

fn mark(span: &Span) -> Option<String> {
    match span {
        Span::Key(chord) => Some(keys::english(chord).unwrap().join("+")),
        Span::Code(text) => Some(format!("code {text}")),
        Span::Link { href, .. } => Some(format!("to {href}")),
        Span::Text(_) | Span::Foreign { .. } | Span::Name(_) => None,
    }
}

#[test]
fn every_file_of_the_guide_can_be_read() {
    let fault = |&(lang, file, text): &(&str, &'static str, &str)| {
        let fault = markdown::read(Lang::parse(lang).unwrap(), file, text).err()?;
        Some(format!("docs/guide/{lang}/{file}.md, {fault}"))
    };
    let faults: Vec<String> = FILES.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_three_languages_have_the_same_files() {
    let files = |lang| book(lang).map(|leaf| leaf.file).collect::<Vec<_>>();
    assert!(files(Lang::Fr).len() >= 9);
    assert_eq!(files(Lang::Fr), files(Lang::Ar));
    assert_eq!(files(Lang::Fr), files(Lang::En));
}

#[test]
fn the_three_languages_have_the_same_headings_lists_tables_keys_and_commands() {
    for french in book(Lang::Fr) {
        for lang in [Lang::Ar, Lang::En] {
            let other = leaf(lang, french.name());
            for (at, (own, theirs)) in french.blocks.iter().zip(&other.blocks).enumerate() {
                assert_eq!(shape(own), shape(theirs), "{} {lang}, block {at}: {:?}", french.file, own.lines());
            }
            assert_eq!(french.blocks.len(), other.blocks.len(), "{} {lang}", french.file);
        }
    }
}

type Texts = BTreeMap<String, BTreeSet<&'static str>>;

/// Every text of the program in a language, in each of its forms, with the keys that say it.
fn texts(lang: Lang) -> Texts {
    let mut all = Texts::new();
    for key in catalogue().keys() {
        let short = Talk { lang, short: true };
        for text in [talk(lang).t(key), short.t(key), short.label(key)] {
            all.entry(text.into_owned()).or_default().insert(key);
        }
    }
    all
}

fn names(block: &Block) -> Vec<&str> {
    let name = |span: &'_ Span| matches!(span, Span::Name(_));
    block.lines().into_iter().flatten().filter(|span| name(span)).map(Span::text).collect()
}

/// The names of a French block that its translation lacks, and those that it has too many, each as a sentence.
fn mismatched(own: &Block, theirs: &Block, french: &Texts, other: &Texts) -> Vec<String> {
    let keys = |texts: &Texts, name: &str| texts.get(name).cloned().unwrap_or_default();
    let (mut left, mut faults) = (names(theirs), Vec::new());
    for name in names(own) {
        let means = keys(french, name);
        if let Some(at) = left.iter().position(|name| !means.is_disjoint(&keys(other, name))) {
            left.remove(at);
        } else {
            faults.push(format!("nothing stands for “{name}”"));
        }
    }
    faults.extend(left.iter().map(|name| format!("“{name}” is not in the French page")));
    faults
}

#[test]
fn a_bold_name_is_what_the_program_says() {
    for lang in Lang::ALL {
        let known = texts(lang);
        for page in book(lang) {
            let unknown: Vec<&str> =
                page.blocks.iter().flat_map(names).filter(|name| !known.contains_key(*name)).collect();
            assert!(unknown.is_empty(), "docs/guide/{lang}/{}.md: nothing is called {unknown:?}", page.file);
        }
    }
}

#[test]
fn the_same_things_are_named_in_every_language() {
    let french = texts(Lang::Fr);
    for lang in [Lang::Ar, Lang::En] {
        let other = texts(lang);
        for page in book(Lang::Fr) {
            for (own, theirs) in page.blocks.iter().zip(&leaf(lang, page.name()).blocks) {
                let faults = mismatched(own, theirs, &french, &other);
                assert!(faults.is_empty(), "docs/guide/{lang}/{}.md: {faults:?}", page.file);
            }
        }
    }
}

#[test]
fn a_link_leads_to_a_page_of_the_guide_or_of_the_program() {
    const OPEN: [&str; 4] = ["/preferences", "/shortcuts", "/accessibility", "/announcements"];
    for lang in Lang::ALL {
        let pages: Vec<String> = book(lang).map(|leaf| format!("/guide/{}", leaf.name())).collect();
        for page in book(lang) {
            for span in page.lines().flatten() {
                if let Span::Link { href, text } = span {
                    assert!(!text.trim().is_empty(), "{lang} {}", page.file);
                    let known = pages.contains(href) || OPEN.contains(&href.as_str());
                    assert!(known, "docs/guide/{lang}/{}.md: “{text}” leads to {href}, which is nowhere", page.file);
                }
            }
        }
    }
}

#[test]
fn the_keyboard_map_names_the_keys_of_the_program_and_no_other() {
    let english = |keys: &str| keys.replace('↑', "Up Arrow|").replace('↓', "Down Arrow|");
    let split =
        |keys: &str| english(keys).split('|').map(|key| key.trim().to_owned()).filter(|k| !k.is_empty()).collect();
    for lang in Lang::ALL {
        let own: Vec<(Vec<String>, String)> =
            KEYS.iter().map(|(keys, does)| (split(keys), talk(lang).t(does).into_owned())).collect();
        let table = leaf(lang, "keyboard").blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let told: Vec<(Vec<String>, String)> =
            table.unwrap().rows.iter().map(|row| (row[0].iter().filter_map(mark).collect(), plain(&row[1]))).collect();
        assert_eq!(told, own, "docs/guide/{lang}/30-keyboard.md and frame::KEYS");
    }
}

#[test]
fn a_title_fits_a_braille_line_and_a_page_begins_with_what_it_is_for() {
    for lang in Lang::ALL {
        for page in book(lang) {
            assert!(cells(&page.title) <= 20, "{lang} {}: {}", page.file, page.title);
            assert!(plain(&page.summary).ends_with('.'), "{lang} {}: {}", page.file, plain(&page.summary));
        }
    }
}

fn fault(text: &str) -> String {
    markdown::read(Lang::Fr, "10-x", &format!("# Titre\n\nRésumé.\n\n{text}\n")).unwrap_err().to_string()
}

#[test]
fn what_the_guide_has_no_form_for_is_refused_with_its_line() {
    assert!(fault("<b>gras</b>").starts_with("line 5: "), "{}", fault("<b>gras</b>"));
    assert!(fault("du <b>gras</b>").starts_with("line 5: "));
    assert!(fault("- un\n  - deux").contains("no use for"));
    assert!(fault("![image](a.png)").contains("no use for"));
    assert!(fault("## Titre\n\n| a | b |\n|---|---|\n| c | d |").contains("its caption"));
    assert!(markdown::read(Lang::Fr, "10-x", "Texte.").unwrap_err().to_string().starts_with("line 1: "));
}

#[test]
fn marks_beside_foreign_words_belong_to_the_page() {
    let page = markdown::read(Lang::Ar, "10-x", "# عنوان\n\nالقارئ (NVDA): جديد.\n").unwrap();
    let foreign = Span::Foreign { text: "NVDA".to_owned(), lang: "fr" };
    let text = |text: &str| Span::Text(text.to_owned());
    assert_eq!(page.summary, [text("القارئ ("), foreign, text("): جديد.")]);
}

#[test]
fn a_question_is_answered_in_either_script_however_it_is_spelt() {
    let found =
        |lang, question: &str| search(lang, question).iter().map(super::search::Found::href).collect::<Vec<_>>();
    let accents = found(Lang::Fr, "RÉPONDRE à un appel");
    assert_eq!(accents, found(Lang::Fr, "repondre a un appel"));
    assert!(accents[0].starts_with("/guide/nvda#s"), "{accents:?}");
    assert_eq!(found(Lang::Ar, "الإستمارة"), found(Lang::Ar, "الاِستِمارة"));
    assert!(!found(Lang::Ar, "الاستماره").is_empty());
    assert_eq!(found(Lang::En, "zebra"), Vec::<String>::new());
    assert_eq!(found(Lang::En, " . "), Vec::<String>::new());
}

#[test]
fn an_answer_shows_the_line_that_speaks_of_it() {
    let found = search(Lang::En, "routing key");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].excerpt.starts_with("A routing key"), "{}", found[0].excerpt);
    assert_eq!(found[0].page.name(), "braille");
}
