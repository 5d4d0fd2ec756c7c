use super::*;

/// A catalogue of one room, `calls`, from the same text in the three languages or one text each.
pub(crate) fn calls(fr: &str, ar: &str, en: &str) -> Catalogue {
    Catalogue::from_texts([(Lang::Fr, "calls", fr), (Lang::Ar, "calls", ar), (Lang::En, "calls", en)])
}

fn talk(lang: Lang) -> Talk {
    Talk { lang, short: false }
}

#[test]
fn the_first_accepted_language_of_the_browser_is_spoken() {
    assert_eq!(Lang::negotiate("ar-DZ,ar;q=0.9,fr;q=0.8"), Lang::Ar);
    assert_eq!(Lang::negotiate("de,fr;q=0.5,en;q=0.7"), Lang::En);
    assert_eq!(Lang::negotiate("en;q=0, de"), Lang::Fr);
    assert_eq!(Lang::negotiate("en;q=NaN,ar;q=7"), Lang::Fr);
    assert_eq!(Lang::negotiate(""), Lang::Fr);
    assert_eq!(Lang::parse("AR_dz"), Some(Lang::Ar));
    assert_eq!(Lang::parse("arz"), None);
    assert_eq!(format!("{} {} {}", Lang::Ar, Lang::Ar.dir(), Lang::Ar.own_name()), "ar rtl العربية");
}

#[test]
fn a_person_who_chose_short_texts_gets_short_forms() {
    use catalogue::Form;
    let texts =
        "calls-state = Appel en cours avec le client\n    .short = En appel\n    .label = Appel\ncalls-end = Fin\n";
    let book = calls(texts, texts, texts);
    let said = |form| book.text(Lang::Fr, "calls-state", form).unwrap();
    assert_eq!(said(Form::Long), "Appel en cours avec le client");
    assert_eq!(said(Form::Short), "En appel");
    assert_eq!(said(Form::Label), "Appel");
    assert_eq!(book.text(Lang::Fr, "calls-end", Form::Short).unwrap(), "Fin");
    assert!(matches!(book.text(Lang::Fr, "calls-end", Form::Long), Some(std::borrow::Cow::Borrowed(_))));
    assert_eq!(Talk { lang: Lang::Fr, short: true }.with_in(&book, "calls-state", &[]), "En appel");
}

#[test]
fn a_missing_text_shows_its_key() {
    let shown = if cfg!(debug_assertions) { "⟦calls-none⟧" } else { "calls-none" };
    assert_eq!(talk(Lang::Fr).t("calls-none"), shown);
    assert_eq!(talk(Lang::Fr).try_t("calls-none"), None);
    assert_eq!(talk(Lang::Fr).html_in(&calls("", "", ""), "calls-none", &[]), shown);
}

#[test]
fn arabic_counts_calls_in_six_ways_with_western_digits() {
    let ar = "calls-n = { $n ->\n    [zero] لا مكالمة\n    [one] مكالمة واحدة\n    [two] مكالمتان\n    \
              [few] { $n } مكالمات\n    [many] { $n } مكالمة\n   *[other] { $n } مكالمة تامة\n }\n";
    let book = calls("", ar, "");
    let said = |n: i64| talk(Lang::Ar).with_in(&book, "calls-n", &[("n", n.into())]);
    assert_eq!(said(0), "لا مكالمة");
    assert_eq!(said(1), "مكالمة واحدة");
    assert_eq!(said(2), "مكالمتان");
    assert_eq!(said(5), "5 مكالمات");
    assert_eq!(said(11), "11 مكالمة");
    assert_eq!(said(100), "100 مكالمة تامة");
}

#[test]
fn a_name_is_escaped_and_isolated_and_a_phone_reads_left_to_right() {
    let texts = "calls-who = <Appel> de { $who } au { $phone } ({ $n })\n";
    let book = calls(texts, texts, texts);
    let args = [("who", "<b>علي & co".into()), ("phone", Arg::ltr("0550 12")), ("n", 1.25.into())];
    assert_eq!(
        talk(Lang::Fr).html_in(&book, "calls-who", &args),
        "&lt;Appel&gt; de <bdi>&lt;b&gt;علي &amp; co</bdi> au <bdi dir=\"ltr\">0550 12</bdi> (1,25)"
    );
    assert_eq!(talk(Lang::En).with_in(&book, "calls-who", &args), "<Appel> de <b>علي & co au 0550 12 (1.25)");
    let forged = [("who", "\u{FDD2}<i>\u{FDD0}".into()), ("phone", Arg::ltr("1")), ("n", 2.into())];
    assert!(talk(Lang::En).html_in(&book, "calls-who", &forged).contains("<bdi>&lt;i&gt;</bdi>"));
}

#[test]
fn a_text_value_still_chooses_its_variant() {
    let texts = "calls-mood = { $mood ->\n    [calm] calme\n   *[other] { $mood }\n }\n";
    let book = calls(texts, texts, texts);
    assert_eq!(talk(Lang::Fr).html_in(&book, "calls-mood", &[("mood", "calm".into())]), "calme");
    assert_eq!(talk(Lang::Fr).html_in(&book, "calls-mood", &[("mood", "vif".into())]), "<bdi>vif</bdi>");
}

#[test]
fn big_counts_in_messages_are_grouped_but_years_are_not() {
    let texts = "calls-n = { $n }\n";
    let book = calls(texts, texts, texts);
    let said = |arg: Arg| talk(Lang::Fr).with_in(&book, "calls-n", &[("n", arg)]);
    assert_eq!(said(2026.into()), "2026");
    assert_eq!(said(100_000_usize.into()), "100\u{202F}000");
    assert_eq!(said((5.0 / 6.0).into()), "0,83");
    assert_eq!(said((-3.0).into()), "-3");
}

#[test]
fn a_line_in_two_scripts_is_cut_into_runs_that_give_it_back() {
    let text = "0550 Benali (بن علي) 12, fin";
    let cut = runs(text);
    let seen: Vec<_> = cut.iter().map(|run| (run.text, run.script)).collect();
    assert_eq!(seen, [("0550 Benali ", Script::Latin), ("(بن علي) 12, ", Script::Arabic), ("fin", Script::Latin)]);
    assert_eq!(cut.iter().map(|run| run.text).collect::<String>(), text);
    assert_eq!(runs("12/20"), [Run { text: "12/20", script: Script::Common }]);
    assert_eq!(runs(""), []);
    assert_eq!(runs("علي « Ali »")[1].text, "« Ali »");
}

#[test]
fn a_run_of_the_other_script_says_its_language_and_direction() {
    assert_eq!(lang_attr_for("بن علي", Lang::Fr), Some("ar"));
    assert_eq!(lang_attr_for("Benali", Lang::Ar), Some("fr"));
    assert_eq!(lang_attr_for("Benali", Lang::En), None);
    assert_eq!(lang_attr_for("12/20", Lang::Ar), None);
    assert_eq!((dir_of("12 بن"), dir_of("0550"), dir_of("é بن")), ("rtl", "ltr", "ltr"));
}

#[test]
fn a_line_is_counted_and_cut_as_the_braille_display_counts() {
    assert_eq!((cells("e\u{301}te\u{301}"), cells("été"), cells("مُعلَّم")), (3, 3, 4));
    assert_eq!(fit20("Benali Karim"), "Benali Karim");
    assert_eq!(fit20("Benali Karim, Alger Centre"), "Benali Karim, Alger…");
    assert_eq!(fit20("Benali Karim 055012345678"), "Benali Karim…");
    assert_eq!(fit20("anticonstitutionnellement"), "anticonstitutionnel…");
    for text in
        ["Réclamation à propos d’une facture", "a b c d e f g h i j k l m n o p q", "  x          yyyyyyyyyyyyyyyyyyy"]
    {
        assert!(cells(&fit20(text)) <= 20, "{text}");
    }
}

#[test]
fn a_moment_in_algiers_is_dated_by_the_civil_calendar() {
    let t = talk(Lang::Ar);
    assert_eq!((t.date(0, 0), t.time(0, 60)), ("01/01/1970".to_owned(), "01:00".to_owned()));
    assert_eq!(t.date(1_709_164_799_000, 0), "28/02/2024");
    assert_eq!(t.date(1_709_164_799_000, 60), "29/02/2024");
    assert_eq!((t.date(-1, 0), t.time(-1, 0)), ("31/12/1969".to_owned(), "23:59".to_owned()));
    assert_eq!(t.date(4_107_542_400_000, 0), "01/03/2100");
    assert!(!t.date(i64::MAX, 60).is_empty() && !t.date(i64::MIN, -60).is_empty());
}

#[test]
fn numbers_and_durations_read_as_the_language_says_them() {
    assert_eq!(talk(Lang::Fr).number(-1_234_567), "-1\u{202F}234\u{202F}567");
    assert_eq!(talk(Lang::Ar).number(612), "612");
    assert_eq!(talk(Lang::Fr).number(i64::MIN), "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808");
    assert_eq!(talk(Lang::Fr).duration(185), "3 min 05 s");
    assert_eq!(talk(Lang::Ar).duration(185), "3 د 05 ث");
    assert_eq!(talk(Lang::En).duration(185), "3 min 5 s");
    assert_eq!(talk(Lang::Fr).duration(3605), "1 h 00 min 05 s");
    assert_eq!((talk(Lang::Fr).duration(180), talk(Lang::Fr).duration(0)), ("3 min".to_owned(), "0 s".to_owned()));
    assert_eq!(talk(Lang::En).duration(-7200), "-2 h");
}
