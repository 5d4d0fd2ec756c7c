use super::*;

fn head(lang: &'static str) -> Head {
    Head {
        lang,
        title: "Relevé de notes N1".to_owned(),
        french: vec!["République algérienne démocratique et populaire".to_owned(), "Centre d’Alger".to_owned()],
        arabic: vec!["الجمهورية الجزائرية الديمقراطية الشعبية".to_owned(), "مركز الجزائر".to_owned()],
        done_on: ("Fait le".to_owned(), "23/11/2026".to_owned()),
        number: "no".to_owned(),
        page: "Page".to_owned(),
    }
}

fn paper(sentence: &str) -> Paper {
    let row = |code: &str, mark: &str| {
        vec![Cell::words(code), Cell::figures("3"), Cell::figures(mark), Cell::words("Validé")]
    };
    let names = ["Module", "Coefficient", "Note sur 20", "Résultat"].map(str::to_owned).to_vec();
    Paper {
        title: "Relevé de notes".to_owned(),
        number: "N1 – 1/2026".to_owned(),
        parts: vec![
            Part::Facts(vec![
                ("Nom et prénom".to_owned(), Cell::words("Benali Karim")),
                ("Dans l’autre écriture".to_owned(), Cell::words("بن علي كريم")),
                ("Né(e) le".to_owned(), Cell::figures("02/03/2004")),
            ]),
            Part::Heading("Semestre 1".to_owned()),
            Part::Table(
                "Notes du semestre 1 :".to_owned(),
                names,
                vec![row("MQ1 Fichier client", "12,50"), row("MC1 Français", "–")],
            ),
            Part::Sentence(sentence.to_owned()),
            Part::List(vec![Cell::words("Mme Haddad"), Cell::words("السيد قاسي")]),
            Part::Blank("Remarque".to_owned()),
        ],
        signatures: vec!["Le directeur".to_owned(), "Le formateur".to_owned()],
    }
}

fn made(lang: &'static str, papers: &[Paper]) -> Result<Vec<u8>, PaperError> {
    pdf(&Fonts::find(None)?, &head(lang), papers)
}

fn holds(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_paper_is_a_file_for_screen_readers_in_both_languages() {
    for lang in ["fr", "ar"] {
        let file = made(lang, &[paper("Ce document <bdi dir=\"ltr\">N1</bdi> &amp; sa copie.")]).unwrap();
        assert!(file.starts_with(b"%PDF-1.7"), "{lang}");
        // What ISO 14289-1 asks for and a reader looks at first; the rest is refused by the typesetter when it is not so.
        for mark in ["<pdfuaid:part>1</pdfuaid:part>", "/MarkInfo", "/StructTreeRoot", &format!("({lang})")] {
            assert!(holds(&file, mark), "{lang}: {mark}");
        }
    }
}

#[test]
fn the_same_papers_are_the_same_file() {
    let papers = [paper("Une."), paper("Deux.")];
    assert_eq!(made("fr", &papers).unwrap(), made("fr", &papers).unwrap());
}

#[test]
fn nothing_that_people_wrote_is_read_as_markup() {
    let own = "#panic(\"x\") $x$ *gras* #read(\"/etc/passwd\") \\ ] [ `code` <label> @ref";
    let mut all = paper(&own.replace('<', "&lt;"));
    all.title = own.to_owned();
    all.parts.push(Part::List(vec![Cell::words(own)]));
    made("fr", &[all]).unwrap();
}

#[test]
fn a_long_paper_goes_on_over_pages() {
    let many = vec![vec![Cell::words("MQ1 Fichier client"), Cell::figures("12,50")]; 400];
    let mut long = paper(&"Le conseil constate. ".repeat(2_000));
    long.parts.push(Part::Table("Longue :".to_owned(), vec!["Module".to_owned(), "Note".to_owned()], many));
    made("ar", &[long]).unwrap();
}

#[test]
fn a_sign_that_no_font_has_is_refused_and_not_left_out() {
    let refused = made("fr", &[paper("Le nom 漢字 reste.")]).unwrap_err();
    assert_eq!(refused.to_string(), "no font has U+6F22 漢: Relevé de notes N1 – 1/2026");
}
