use super::*;

/// A PNG of two pixels by two, two of them clear.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\
    \x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x06\x00\x00\x00r\xb6\x0d$\
    \x00\x00\x00\x14IDATx\xdac\xe0\xb6\xaf\xfa\x0f\xc4\x0c\x0c \x02\xc4\x01\x00*_\x05\x0fIV\xf1\xd2\
    \x00\x00\x00\x00IEND\xaeB`\x82";

fn head(lang: &'static str) -> Head {
    Head {
        lang,
        title: "Relevé de notes N1".to_owned(),
        french: vec!["République algérienne démocratique et populaire".to_owned(), "Centre d’Alger".to_owned()],
        arabic: vec!["الجمهورية الجزائرية الديمقراطية الشعبية".to_owned(), "مركز الجزائر".to_owned()],
        done_on: ("Fait le".to_owned(), "23/11/2026".to_owned()),
        number: "no".to_owned(),
        page: "Page".to_owned(),
        logo: None,
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
fn a_logo_stands_on_every_paper_and_is_nothing_to_read() {
    for lang in ["fr", "ar"] {
        let papers = [paper("Une."), paper("Deux.")];
        let bare = made(lang, &papers).unwrap();
        // The typesetter refuses a picture without words, unless it is decoration.
        let head = Head { logo: Some(LOGO.to_vec()), ..head(lang) };
        let file = pdf(&Fonts::find(None).unwrap(), &head, &papers).unwrap();
        assert!(holds(&file, "/Subtype/Image") && !holds(&bare, "/Subtype/Image"), "{lang}");
        assert!(file.len() > bare.len(), "{lang}: {} bytes with, {} without", file.len(), bare.len());
    }
}

#[test]
fn a_logo_that_is_no_picture_is_refused() {
    let head = Head { logo: Some(b"PNG".to_vec()), ..head("fr") };
    let refused = pdf(&Fonts::find(None).unwrap(), &head, &[paper("Une.")]).unwrap_err();
    assert!(matches!(refused, PaperError::Refused(_)), "{refused}");
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
