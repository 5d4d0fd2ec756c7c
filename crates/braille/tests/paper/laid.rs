//! How a document stands on its pages.

use braille::{Block, Grades, Item, Numbers, Table, Text, patterns};
use proptest::prelude::*;
use words::Lang;

use crate::{louis, pages, paper, print, sheet};

fn fr(text: &str) -> Text {
    Text::new(text, Lang::Fr)
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: fr(text) }
}

fn table() -> Table {
    let row = |cells: [&str; 3]| cells.map(fr).to_vec();
    Table {
        caption: fr("Volume horaire"),
        head: row(["Module", "Heures", "Total"]),
        rows: vec![row(["MQ1", "34", "68"]), row(["MQ2", "51", ""]), row(["Informatique", "17", "119"])],
    }
}

#[test]
fn a_page_has_its_heading_in_the_middle_and_its_number_at_the_right_of_the_last_line() {
    let (pages, report) =
        pages(&sheet(Lang::Fr, vec![heading(1, "accueil"), Block::Paragraph(fr("bonjour"))]), paper(30, 10));
    let lines: Vec<String> = pages[0].lines.iter().map(|line| patterns(&line.cells)).collect();
    assert_eq!(lines.len(), 10);
    assert_eq!(lines[0], format!("{}⠁⠉⠉⠥⠑⠊⠇", "⠀".repeat(11)));
    assert_eq!(lines[1..3], ["", "⠀⠀⠃⠕⠝⠚⠕⠥⠗"]);
    assert_eq!(lines[9], format!("{}⠠⠡", "⠀".repeat(28)), "the number 1 of the French code");
    assert_eq!(report.pages, 1);
}

#[test]
fn headings_paragraphs_and_lists_stand_at_their_places() {
    let item = |text: &str, blocks| Item { text: fr(text), blocks };
    let blocks = vec![
        heading(2, "conditions"),
        Block::Paragraph(fr("un appel est pris avant la troisieme sonnerie")),
        heading(3, "a partir de"),
        Block::List {
            first: None,
            items: vec![
                item("une consigne qui dure deux lignes", vec![]),
                item(
                    "deux",
                    vec![Block::List { first: Some(9), items: vec![item("neuf", vec![]), item("dix", vec![])] }],
                ),
            ],
        },
        Block::Entry(fr("telephone: 0550142763")),
    ];
    let (pages, _) = pages(&sheet(Lang::Fr, blocks), paper(24, 40));
    assert_eq!(
        print(&pages),
        [
            "    conditions",
            "  un appel est pris",
            "avant la troisieme",
            "sonnerie",
            "      a partir de",
            "une consigne qui dure",
            "  deux lignes",
            "deux",
            "  9. neuf",
            "  10. dix",
            "telephone: 0550142763",
        ]
    );
}

#[test]
fn a_table_that_fits_stands_in_columns() {
    let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Table(table())]), paper(30, 20));
    let shown: Vec<String> = pages[0].lines.iter().map(|line| patterns(&line.cells)).take(7).collect();
    assert_eq!(print(&pages)[..2], ["Volume horaire", "Module  Heures  Total"]);
    assert_eq!(shown[2], format!("{}⠀⠀{}⠀⠀{}", "⠒".repeat(13), "⠒".repeat(7), "⠒".repeat(6)));
    let starts: Vec<usize> =
        pages[0].lines[3..6].iter().map(|line| line.cells[..15].iter().rposition(|c| *c == 0).unwrap()).collect();
    assert_eq!(starts, [14, 14, 14], "the second column begins at the same cell on every line");
}

#[test]
fn a_table_that_does_not_fit_is_read_value_by_value() {
    let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Table(table())]), paper(16, 20));
    let wanted = [
        "Volume horaire",
        "MQ1",
        "  Heures: 34",
        "  Total: 68",
        "MQ2",
        "  Heures: 51",
        "Informatique",
        "  Heures: 17",
        "  Total: 119",
    ];
    assert_eq!(print(&pages), wanted);
}

#[test]
fn a_long_table_says_its_headers_again_on_the_next_page() {
    let rows = (1..30).map(|n| vec![fr(&format!("appel {n}")), fr("oui")]).collect();
    let table = Table { caption: fr("Appels"), head: vec![fr("appel"), fr("vu")], rows };
    let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Table(table)]), paper(30, 12));
    assert!(pages.len() > 2);
    for page in &pages[1..] {
        assert_eq!(page.lines[0].text, "appel  vu", "page {}", page.number);
    }
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    let mut blocks: Vec<Block> = (0..7).map(|n| Block::Entry(fr(&format!("ligne {n}")))).collect();
    blocks.extend([heading(2, "suite"), Block::Entry(fr("apres"))]);
    let (pages, _) = pages(&sheet(Lang::Fr, blocks), paper(30, 10));
    assert_eq!((pages.len(), pages[1].lines[0].text.as_str()), (2, "suite"));
}

#[test]
fn a_word_longer_than_the_line_is_cut_and_whole_again_when_read_on() {
    let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Entry(fr(&"abcdefghij".repeat(4)))]), paper(12, 10));
    assert_eq!(print(&pages), ["abcdefghijab", "  cdefghijab", "  cdefghijab", "  cdefghij"]);
}

#[test]
fn the_numbers_stand_where_the_reader_wants_them() {
    let blocks = vec![Block::Entry(fr("bonjour"))];
    let mut edition = paper(30, 10);
    edition.numbers = Numbers::Top;
    let (top, _) = pages(&sheet(Lang::Fr, blocks.clone()), edition);
    assert_eq!((top[0].lines[0].cells.len(), top[0].lines[1].text.as_str(), top[0].lines.len()), (30, "bonjour", 2));
    edition.numbers = Numbers::None;
    let (none, _) = pages(&sheet(Lang::Fr, blocks), edition);
    assert_eq!(none[0].lines.len(), 1);
}

#[test]
fn an_empty_document_is_one_page() {
    let (pages, report) = pages(&sheet(Lang::Ar, vec![]), paper(30, 10));
    assert_eq!((pages.len(), report.pages, pages[0].lines.len()), (1, 1, 10));
}

fn text() -> impl Strategy<Value = Text> {
    let words = "([a-zé]{1,14}|[0-9]{1,9}|[ابتثجحخ]{1,14}|[a-z]{61,80}|Ж{1,3}| )";
    prop::collection::vec(words, 0..9).prop_map(|words| Text::new(&words.join(" "), Lang::Fr))
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        (1u8..7, text()).prop_map(|(level, text)| Block::Heading { level, text }),
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Entry),
        (text(), prop::collection::vec(text(), 0..4), prop::collection::vec(prop::collection::vec(text(), 0..5), 0..5))
            .prop_map(|(caption, head, rows)| Block::Table(Table { caption, head, rows })),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let item = (text(), prop::collection::vec(inner, 0..3)).prop_map(|(text, blocks)| Item { text, blocks });
        (prop::option::of(0i64..200), prop::collection::vec(item, 0..4))
            .prop_map(|(first, items)| Block::List { first, items })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_line_is_wider_than_the_page_and_no_page_taller(
        blocks in prop::collection::vec(block(), 0..8), cells in 12u16..=60, lines in 10u16..=40, at in 0usize..3,
    ) {
        let numbers = [Numbers::Top, Numbers::Bottom, Numbers::None][at];
        let edition = braille::Edition { numbers, grades: Grades::default(), ..paper(cells, lines) };
        let (pages, report) = pages(&sheet(Lang::Fr, blocks), edition);
        prop_assert_eq!(pages.len(), report.pages);
        for page in &pages {
            prop_assert!(page.lines.len() <= usize::from(lines), "a page of {} lines", page.lines.len());
            for line in &page.lines {
                prop_assert!(line.cells.len() <= usize::from(cells), "a line of {} cells", line.cells.len());
            }
        }
    }

    /// A word that fits a line stands on one.
    #[test]
    fn words_are_not_cut(words in prop::collection::vec("[a-z]{1,10}", 1..40), cells in 12u16..=60) {
        let (pages, _) = pages(&sheet(Lang::Fr, vec![Block::Entry(fr(&words.join(" ")))]), paper(cells, 10));
        let shown: Vec<String> = print(&pages).iter().flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
        prop_assert_eq!(shown, words);
    }
}

#[test]
fn the_print_beside_a_line_says_what_its_cells_say() {
    let (pages, _) = pages(
        &sheet(Lang::Fr, vec![Block::Paragraph(fr("le plan de classement des dossiers est tenu a jour"))]),
        paper(14, 10),
    );
    for line in pages[0].lines[..9].iter().filter(|line| !line.cells.is_empty()) {
        let read = louis().back(braille::Grade::French6, &line.cells).unwrap();
        assert_eq!(read.trim(), line.text);
    }
}
