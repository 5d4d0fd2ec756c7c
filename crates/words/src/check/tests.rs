use super::*;
use crate::tests::calls;

fn rules(catalogue: &Catalogue) -> Vec<(Lang, Rule)> {
    check(catalogue).into_iter().map(|fault| (fault.lang, fault.rule)).collect()
}

#[test]
fn the_rules_accept_a_well_written_message_in_the_three_languages() {
    let fr = "calls-n = { $n ->\n    [one] { $n } appel\n   *[other] { $n } appels\n }\ncalls-note = Notez le motif de l’appel puis fermez.\n";
    let en = "calls-n = { $n ->\n    [one] { $n } call\n   *[other] { $n } calls\n }\ncalls-note = Write down the reason, then close.\n";
    let ar = "calls-n = { $n ->\n    [zero] أ\n    [one] أ\n    [two] أ\n    [few] أ\n    [many] أ\n   *[other] { $n } أ\n }\ncalls-note = سجل موضوع المكالمة ثم اضغط Alt+C في Plateau.\n";
    assert_eq!(check(&calls(fr, ar, en)), []);
}

#[test]
fn a_key_that_one_language_lacks_is_a_fault_of_that_language() {
    let faults = check(&calls("calls-a = Un\n", "", "calls-a = One\n"));
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].to_string(), "locales/ar/calls.ftl:0: calls-a: missing, though it exists in fr [Missing]");
}

#[test]
fn the_three_languages_take_the_same_variables_and_attributes() {
    let fr = "calls-a = Un { $n }\n    .short = U\n";
    assert_eq!(
        rules(&calls(fr, "calls-a = أ { $n }\n    .short = أ\n", "calls-a = One { $m }\n")),
        [(Lang::Fr, Rule::Differs), (Lang::Ar, Rule::Differs), (Lang::En, Rule::Differs), (Lang::En, Rule::Differs)]
    );
}

#[test]
fn a_long_heading_needs_a_short_form_of_twenty_characters() {
    let book = |fr: &str| calls(fr, "calls-a = أ\n    .short = أ\n", "calls-a = A\n    .short = A\n");
    let long = "calls-a = Les appels de la matinée\n";
    assert_eq!(rules(&book(long)), [(Lang::Fr, Rule::Differs), (Lang::Fr, Rule::Long)]);
    assert_eq!(rules(&book(&format!("{long}    .short = Appels du matin\n"))), []);
    assert_eq!(rules(&book(&format!("{long}    .short = Les appels du matin\u{a0}?\n"))), [(Lang::Fr, Rule::Short)]);
    let plural = "calls-a = { $n ->\n    [one] Un\n   *[other] Les appels de la matinée\n }\n";
    assert_eq!(rules(&calls(plural, "", "")).iter().filter(|(_, rule)| *rule == Rule::Long).count(), 1);
}

#[test]
fn a_label_has_at_most_twelve_characters() {
    let texts = |label: &str| format!("calls-a = A\n    .label = {label}\n");
    let fine = texts("Téléphone 12");
    let long = texts("Te\u{301}le\u{301}phone 123");
    assert_eq!(rules(&calls(&long, &texts("أ"), &fine)), [(Lang::Fr, Rule::Label)]);
}

#[test]
fn a_plural_that_a_language_lacks_or_never_says_is_a_fault() {
    let fr = "calls-n = { $n ->\n   *[other] { $n } appels\n }\n";
    let en = "calls-n = { $n ->\n    [one] a\n    [few] b\n   *[other] { $n } c\n }\n";
    let ar = "calls-n = { $n ->\n    [one] أ\n   *[other] { $n } أ\n }\n";
    let faults = rules(&calls(fr, ar, en));
    assert_eq!(faults.iter().filter(|f| **f == (Lang::Ar, Rule::Plural)).count(), 4);
    assert_eq!(faults.iter().filter(|f| **f == (Lang::Fr, Rule::Plural)).count(), 1);
    assert_eq!(faults.iter().filter(|f| **f == (Lang::En, Rule::Plural)).count(), 1);
}

#[test]
fn broken_doubled_misplaced_and_dangling_messages_are_told_with_their_line() {
    let fr = "calls-a = A\ncalls-a = B\nclients-b = B\ncalls-c = { calls-none }\nnot fluent\n";
    let faults = check(&calls(fr, "", ""));
    let found: Vec<_> = faults.iter().filter(|f| f.lang == Lang::Fr).map(|f| (f.line, f.rule)).collect();
    assert_eq!(found, [(2, Rule::Duplicate), (3, Rule::Prefix), (4, Rule::Reference), (5, Rule::Syntax)]);
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    let strangers =
        |fr: &str, ar: &str| rules(&calls(&format!("calls-a = {fr}\n"), &format!("calls-a = {ar}\n"), "calls-a = A\n"));
    assert_eq!(strangers("Le زبون", "أ"), [(Lang::Fr, Rule::Letters)]);
    assert_eq!(strangers("A", "الزبون client"), [(Lang::Ar, Rule::Letters)]);
    assert_eq!(strangers("A", "ملف CSV أو F12 أو Ctrl+Enter أو https://plateau.dz."), []);
}

#[test]
fn a_french_line_does_not_break_before_a_mark() {
    let book = |fr: &str| calls(&format!("calls-a = {fr}\n"), "calls-a = أ: ب.\n", "calls-a = A: b.\n");
    assert_eq!(rules(&book("Bonjour\u{a0}: qui appelle\u{a0}? «\u{a0}Moi\u{a0}», à 10:30.")), []);
    for loose in ["Qui appelle ?", "Motif : aucun.", "Motif :", "Dites « bonjour\u{a0}».", "Dites «\u{a0}bonjour »."]
    {
        assert_eq!(rules(&book(loose)), [(Lang::Fr, Rule::Spacing)], "{loose}");
    }
}
