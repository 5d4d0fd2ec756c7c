//! The texts of the interface obey the rules, and the program and its texts agree: no key is missing, none is unused.

mod scan;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scan::Literal;
use words::{Catalogue, Lang, catalogue, check};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The room of a literal that has the form of a key: `<room>-` and then `a-z`, `0-9` and `-`.
fn is_key(rooms: &BTreeSet<&str>, text: &str) -> bool {
    let rest = rooms.iter().find_map(|room| text.strip_prefix(room)?.strip_prefix('-'));
    rest.is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

/// What is wrong in how one literal uses the texts.
fn misuse(texts: &Catalogue, keys: &BTreeSet<&str>, literal: &Literal) -> Option<&'static str> {
    let key = literal.text.as_str();
    let (receiver, method) = literal.call.split_once('.').unwrap_or_default();
    let said = matches!(receiver, "t" | "talk");
    if !keys.contains(key) {
        Some("no such text")
    } else if said && method == "label" && !texts.has_label(Lang::Fr, key) {
        Some("this text has no .label")
    } else if said && matches!(method, "t" | "try_t" | "short" | "label") && texts.takes_variables(Lang::Fr, key) {
        Some("this text takes variables: say it with `with` or `html`")
    } else {
        None
    }
}

#[test]
fn every_text_obeys_the_rules_in_the_three_languages() {
    let faults: Vec<String> = check(catalogue()).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults in the texts:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_key_of_the_program_has_a_text_and_every_text_is_used() {
    let (root, texts) = (workspace(), catalogue());
    let (rooms, keys) = (texts.rooms(), texts.keys());
    let mut unused = keys.clone();
    let mut faults = Vec::new();
    for path in scan::files(&root.join("crates"), &["rs", "html"]).unwrap() {
        let source = fs::read_to_string(&path).unwrap();
        let html = path.extension().is_some_and(|e| e == "html");
        let literals = if html { scan::template(&source) } else { scan::rust(&source) };
        for literal in literals.iter().filter(|literal| is_key(&rooms, &literal.text)) {
            unused.remove(literal.text.as_str());
            if let Some(why) = misuse(texts, &keys, literal) {
                let file = path.strip_prefix(&root).unwrap_or(&path).display();
                faults.push(format!("{file}:{}: {}: {why}", literal.line, literal.text));
            }
        }
    }
    let referred = texts.referred();
    faults.extend(unused.iter().filter(|key| !referred.contains(**key)).map(|key| format!("{key}: never used")));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn keys_are_found_in_code_and_not_in_comments_or_tests() {
    let source = r##"
        // t.t("calls-comment") /* "calls-comment" */
        fn a<'a>(t: &'a Talk) { t.t("calls-one"); let q = '"'; page.t.label( "calls-two" ); }
        #[cfg(test)]
        mod tests { fn b() { t.t("calls-test"); { "calls-test" } } }
        const RAW: &str = r#"calls-raw"#; const ID: &str = "calls-id"; // not a text
        const LAST: &[&str] = &["a\"b", "calls-last"];
    "##;
    let found: Vec<_> = scan::rust(source).into_iter().map(|l| (l.line, l.text, l.call)).collect();
    let expected = [(3, "calls-one", "t.t"), (3, "calls-two", "t.label"), (7, "a\\\"b", ""), (7, "calls-last", "")];
    assert_eq!(found, expected.map(|(line, text, call)| (line, text.to_owned(), call.to_owned())));
}

#[test]
fn keys_are_found_inside_template_tags_only() {
    let source = "<p id=\"calls-id\">{{ t.t(\"calls-one\") }}{# \"calls-no\" #}\n{% call field(\"calls-two\") %}</p>";
    let found: Vec<_> = scan::template(source).into_iter().map(|l| (l.line, l.text)).collect();
    assert_eq!(found, [(1, "calls-one".to_owned()), (2, "calls-two".to_owned())]);
}

#[test]
fn a_key_said_in_the_wrong_way_is_told() {
    let text = "calls-a = A\n    .label = A\ncalls-b = { $n }\n";
    let texts = Catalogue::from_texts(Lang::ALL.map(|lang| (lang, "calls", text)));
    let misused = |text: &str, call: &str| {
        misuse(&texts, &texts.keys(), &Literal { line: 1, text: text.to_owned(), call: call.to_owned() })
    };
    assert_eq!(misused("calls-a", "t.label"), None);
    assert_eq!(misused("calls-b", "t.label"), Some("this text has no .label"));
    assert_eq!(misused("calls-b", "t.with"), None);
    assert!(misused("calls-b", "talk.t").is_some_and(|why| why.contains("variables")));
    assert_eq!(misused("calls-c", ""), Some("no such text"));
    assert!(
        is_key(&texts.rooms(), "calls-c-2") && !is_key(&texts.rooms(), "calls-C") && !is_key(&texts.rooms(), "x-a")
    );
}
