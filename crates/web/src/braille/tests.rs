//! What of a page goes into its braille edition.

use ::braille::{Block, Item, Sheet, Text};
use words::Lang;

use super::{file_names, reading};

fn read(main: &str) -> Sheet {
    reading::sheet(&format!(
        "<!doctype html><html lang=\"fr\"><head><title>x</title></head><body><header>haut</header><main>{main}</main></body></html>"
    ))
    .unwrap()
}

/// The blocks in short: what they are and what they say.
fn told(blocks: &[Block]) -> Vec<String> {
    let say = |text: &Text| text.0.iter().map(|span| span.text.as_str()).collect::<String>();
    let item = |item: &Item| match told(&item.blocks).as_slice() {
        [] => say(&item.text),
        inner => format!("{}({})", say(&item.text), inner.join(" | ")),
    };
    let row = |row: &Vec<Text>| row.iter().map(say).collect::<Vec<_>>().join(" / ");
    let one = |block: &Block| match block {
        Block::Heading { level, text } => format!("h{level} {}", say(text)),
        Block::Paragraph(text) => format!("p {}", say(text)),
        Block::Entry(text) => format!("- {}", say(text)),
        Block::List { first, items } => {
            let mark = first.map_or("*".to_owned(), |first| first.to_string());
            format!("{mark} {}", items.iter().map(item).collect::<Vec<_>>().join("; "))
        }
        Block::Table(table) => {
            let rows: Vec<String> = std::iter::once(&table.head).chain(&table.rows).map(row).collect();
            format!("t {}: {}", say(&table.caption), rows.join(" // "))
        }
    };
    blocks.iter().map(one).collect()
}

#[track_caller]
fn assert_reads(main: &str, wanted: &[&str]) {
    assert_eq!(told(&read(main).blocks), wanted, "{main}");
}

#[test]
fn what_is_read_is_the_main_part_without_ways_out_and_buttons() {
    let sheet = read(
        "<h1>Accueil &amp; appel</h1><nav><a href=\"/x\">plus loin</a></nav><p>Bonjour   <b>Karim</b>\n<br>fin</p>\
         <p class=\"actions\"><a href=\"/x\">Modifier</a></p><button>Envoyer</button><span hidden>non</span>\
         <span aria-hidden=\"true\">●</span><script>let x = '<p>';</script><footer>BRF</footer>",
    );
    assert_eq!(sheet.title, "Accueil & appel");
    assert_eq!(told(&sheet.blocks), ["h1 Accueil & appel", "- Bonjour Karim", "- fin"]);
    assert_eq!(reading::sheet("<html><body><p>sans main</p></body></html>"), None);
}

#[test]
fn words_keep_the_language_of_what_holds_them() {
    let sheet =
        read("<p>Nom <bdi lang=\"ar\">بن <b>علي</b></bdi> et <i lang=\"en-GB\">call</i><i lang=\"ber\"> azul</i></p>");
    let [Block::Paragraph(Text(spans))] = sheet.blocks.as_slice() else { unreachable!("{sheet:?}") };
    let spans: Vec<(Lang, &str)> = spans.iter().map(|span| (span.lang, span.text.as_str())).collect();
    assert_eq!(
        spans,
        [(Lang::Fr, "Nom"), (Lang::Ar, " بن علي"), (Lang::Fr, " et"), (Lang::En, " call"), (Lang::Fr, " azul")]
    );
}

#[test]
fn lists_keep_their_numbers_and_what_is_in_them() {
    assert_reads(
        "<ol start=\"3\"><li><p>un</p><p>suite</p><li>deux<ul><li>a</li></ul></ol><ol class=\"lines\"><li>x <time>12:00</time></li></ol>",
        &["3 un(- suite); deux(* a)", "* x 12:00"],
    );
}

#[test]
fn facts_are_label_and_value() {
    assert_reads(
        "<dl class=\"facts\"><div><dt>Durée</dt><dd><b>85</b> h</dd></div><dt>Sources :</dt><dd>une</dd><dd>deux</dd><dt>Vide</dt><dd></dd></dl>",
        &["- Durée: 85 h", "- Sources :", "* (* une; deux)", "- Vide:"],
    );
}

#[test]
fn tables_keep_caption_headers_and_rows_the_foot_last() {
    assert_reads(
        "<table><caption>Heures</caption><thead><tr><th scope=col>Module<th>Total</tr></thead>\
         <tfoot><tr><th scope=row>Somme</th><td>2</td></tr></tfoot>\
         <tbody><tr><th scope=row><a href=x><bdi>MQ1</bdi> Accueil</a></th><td><span>34</span></td></tr>\
         <tr><td colspan=2>rien</td></tr></tbody></table>",
        &["t Heures: Module / Total // MQ1 Accueil / 34 // rien /  // Somme / 2"],
    );
}

#[test]
fn fields_say_their_label_and_their_value_and_no_secret() {
    assert_reads(
        "<form><input type=hidden name=_page value=/x><div class=field><label for=f-a>Nom <span>requis</span></label>\
         <p class=hint>Comme il se dit</p><input id=f-a value=\"Benali\"></div>\
         <label for=b>Motif</label><select id=b><option>un<option selected>deux</select>\
         <label for=c>Note</label><textarea id=c>\nligne &lt;1&gt;</textarea>\
         <label for=d>Secret</label><input id=d type=password value=x>\
         <label>Ville <input value=Oran></label><label><input type=checkbox checked> Lu</label><button>Envoyer</button></form>",
        &[
            "p Comme il se dit",
            "- Nom requis: Benali",
            "- Motif: deux",
            "- Note: ligne <1>",
            "- Ville: Oran",
            "- [x] Lu",
        ],
    );
}

#[test]
fn a_group_of_choices_says_what_was_chosen() {
    assert_reads(
        "<fieldset><legend>Options</legend><p class=hint>Plusieurs</p>\
         <label><input type=checkbox checked> <span>textes courts</span></label>\
         <label><input type=checkbox> <span>contraste</span></label>\
         <label><input type=checkbox checked> <span>voix</span></label></fieldset>\
         <fieldset><legend>Langue</legend><label><input type=radio> fr</label></fieldset>\
         <fieldset><legend>Adresse</legend><label for=v>Ville</label><input id=v value=Oran></fieldset>",
        &["- Options: textes courts, voix", "p Plusieurs", "- Langue:", "- Adresse", "- Ville: Oran"],
    );
}

#[test]
fn what_people_wrote_is_words_and_never_markup() {
    assert_reads("<p>&lt;nav&gt; a &amp;lt; b\u{0}</p>", &["p <nav> a &lt; b\u{0}"]);
}

#[test]
fn a_page_nested_without_end_is_read_all_the_same() {
    let deep = format!("{}fond{}<p>après</p>", "<div>".repeat(5000), "</div>".repeat(5000));
    assert_reads(&deep, &["- fond", "p après"]);
}

#[test]
fn a_file_is_named_after_its_title_in_letters_that_every_system_keeps() {
    assert_eq!(
        file_names("MQ6 – Réception d’appels"),
        ("MQ6-Reception-dappels".into(), "MQ6-Réception-d-appels".into())
    );
    assert_eq!(file_names("بطاقة الزبون"), ("plateau".into(), "بطاقة-الزبون".into()));
    assert_eq!(file_names("\"../..\r\n"), ("plateau".into(), "plateau".into()));
}
