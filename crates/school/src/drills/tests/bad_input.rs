//! What people and programs send that no drill asks for.

use axum::http::StatusCode;

use super::bench::{begin, drill, even, houses, reader, send, tried};
use crate::drills::rhythm::Note;
use crate::drills::{TryState, library};

#[tokio::test]
async fn what_cannot_be_taken_is_told_at_the_field_and_nothing_typed_is_lost() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let place = begin(&amina, "MC9-FR-13", "keyboard", "text").await;
        let long = "0550 ".repeat(700);
        let cases = [
            ("", "Rien n’est écrit"),
            ("   \n ", "Rien n’est écrit"),
            (long.as_str(), "plus long que le champ"),
            ("0550\u{7} 14", "caractère invisible"),
        ];
        for (typed, told) in cases {
            let back = send(&house, &amina, &place, typed, "").await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
            assert!(back.shows(&[told, "aria-invalid=\"true\"", "href=\"#f-typed\""]), "{typed:?}: {}", back.html);
            assert!(back.html.contains(typed.trim()), "{typed:?} is kept");
        }
        assert_eq!(tried(&house, &place).await.state, TryState::Open);
    }
}

#[tokio::test]
async fn forged_times_give_no_speed_and_are_told_to_whoever_reads() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-FR-14").await.text();
        let forged = [even(&text, 2), "0 1 -3 x".to_owned(), "9 ".repeat(20_000), format!("{} p p", even(&text, 200))];
        for (times, code) in forged.iter().zip(["MC9-FR-14", "MC9-FR-13", "MC9-FR-12", "MC9-FR-11"]) {
            let place = begin(&amina, code, "keyboard", "text").await;
            send(&house, &amina, &place, &text, times).await;
            let (own, pasted) = (tried(&house, &place).await, times.ends_with("p p"));
            let rhythm = own.outcome.unwrap().rhythm;
            let note = if pasted { Note::Pasted(2) } else { Note::Impossible };
            assert!(rhythm.notes.contains(&note) && (pasted || rhythm.speed.is_none()), "{:?}", rhythm.notes);
            let told = if pasted { "Collages refusés" } else { "impossibles" };
            assert!(amina.get(&place).await.html.contains(told));
        }
        let longer = begin(&amina, "MC9-FR-10", "keyboard", "text").await;
        // Nobody types for six minutes in a try that lasted one second.
        house.clock().advance(1_000);
        amina.post(&format!("{longer}/text"), &[("typed", "abc"), ("times", &even(&"x".repeat(200), 2_000))]).await;
        assert!(tried(&house, &longer).await.outcome.unwrap().rhythm.notes.contains(&Note::Impossible));
    }
}

#[tokio::test]
async fn six_keys_take_cells_only() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let place = begin(&amina, "MC9-EN-04", "six_keys", "text").await;
        let cases = [
            ([("typed", "quick calls"), ("cells", "")], "pas été tapé avec les six touches"),
            ([("typed", "quick"), ("cells", "⠟<b>x")], "pas du braille à six touches"),
        ];
        for (fields, told) in cases {
            let back = amina.post(&format!("{place}/text"), &fields).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(back.shows(&[told, "quick"]), "{}", back.html);
        }
    }
}

#[tokio::test]
async fn a_drill_is_not_taken_in_a_way_that_it_does_not_have() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let start = |entry, way| {
            let amina = amina.clone();
            async move { amina.post("/drills/MC9-AR-11/tries", &[("entry", entry), ("way", way)]).await }
        };
        assert_eq!(start("six_keys", "text").await.status, StatusCode::CONFLICT);
        assert_eq!(start("keyboard", "braille").await.status, StatusCode::CONFLICT);
        let nothing = start("", "<script>").await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            nothing.shows(&["Il manque la manière de saisir", "Il manque la manière de dicter"]),
            "{}",
            nothing.html
        );
        assert_eq!(amina.get("/drills/NO-SUCH-1").await.status, StatusCode::NOT_FOUND);
        assert_eq!(amina.get("/drills/tries/999").await.status, StatusCode::NOT_FOUND);
        assert_eq!(amina.get("/drills/tables/xx").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.count("SELECT COUNT(*) FROM drill_try").await, 0, "{}", house.name());
    }
}

#[test]
fn a_faulty_file_tells_every_fault_with_its_line() {
    let source = "format = 1\ncode = \"MC9-X-1\"\nversion = 1\nmodule = \"MC9\"\ncriteria = [\"MC9.G2\"]\n\
        family = \"keys\"\nlevel = 9\nlanguage = \"ar\"\ntitle = { fr = \"a\", ar = \"a\", en = \"a\" }\n\
        brief = { fr = \"a\", ar = \"a\", en = \"a\" }\nentries = [\"six_keys\", \"toes\"]\nways = [\"text\", \"text\"]\n\
        lines = [\n  \"سلام Djezzy\",\n]\nmood = 3\n[[measures]]\nmeasure = \"facts_asked\"\ncriterion = \"MC9.G2\"\n\
        target = 1\n";
    let told = library::check(source).unwrap_err().to_string();
    for fault in
        ["line 7: ", "line 11: “toes”", "line 12: “text” is written twice", "line 14: ", "line 16: “mood”", "line 18: "]
    {
        assert!(told.contains(fault), "{fault} in\n{told}");
    }
}
