use std::collections::BTreeMap;

use ::store::testing::MORNING;
use words::{Lang, Talk};

use super::*;

const FR: Talk = Talk { lang: Lang::Fr, short: false };
const NOW: i64 = MORNING.0;

fn computer() -> Machine {
    let mut disk = Disk::new("PLATEAU", 20_000, NOW);
    let steps = |text: &str| resolve(text, 'C', &[]).unwrap().steps;
    for folder in ["COURS", "COURS\\TEXTES", "VIDE"] {
        let path = Path { drive: 'C', steps: steps(folder) };
        let (above, name) = path.split().unwrap();
        disk.put(&above.steps, Node::folder(name, NOW)).unwrap();
    }
    for (place, text) in [
        ("LISEZMOI.TXT", "Bonjour\n"),
        ("COURS\\LETTRE.TXT", "Madame,\nMerci.\n"),
        ("COURS\\NOTE.DOC", "note\n"),
        ("COURS\\TEXTES\\A.TXT", "a\n"),
    ] {
        let path = Path { drive: 'C', steps: steps(place) };
        let (above, name) = path.split().unwrap();
        disk.put(&above.steps, Node::file(name, text.to_owned(), NOW)).unwrap();
    }
    let drives = [('A', Drive { disk: None, current: vec![] }), ('C', Drive { disk: Some(disk), current: vec![] })];
    Machine::new(BTreeMap::from(drives), 'C')
}

/// Runs the lines one after the other and gives the last answer.
fn after(machine: &mut Machine, lines: &[&str]) -> Answer {
    lines.iter().map(|line| machine.run(line, FR, NOW)).last().unwrap()
}

fn says(machine: &mut Machine, line: &str) -> String {
    machine.run(line, FR, NOW).lines.join("\n")
}

fn text(machine: &Machine, path: &str) -> Option<String> {
    let path = resolve(path, path.chars().next().unwrap(), &[]).unwrap();
    machine.find(&path).and_then(Node::text).map(str::to_owned)
}

#[test]
fn a_list_says_the_name_first_without_columns() {
    let mut c = computer();
    let shown = says(&mut c, "dir cours");
    assert!(shown.contains("\nLETTRE.TXT 17 23/11/2026 08:00\n"), "{shown}");
    assert!(shown.contains("\nTEXTES <REP> 23/11/2026 08:00\n"), "{shown}");
    assert!(shown.contains("2 fichier(s), 23 octets.\n1 répertoire(s), "), "{shown}");
    assert!(says(&mut c, "DIR *.TXT").contains("LISEZMOI.TXT 9"));
    assert!(says(&mut c, "dir/w cours").contains("LETTRE.TXT  NOTE.DOC  [TEXTES]"));
    assert!(says(&mut c, "dir a.txt /s /b").contains(r"C:\COURS\TEXTES\A.TXT"));
    assert!(!c.run("dir vide", FR, NOW).fault);
    assert!(c.run("dir *.XYZ", FR, NOW).fault);
}

#[test]
fn folders_are_entered_made_and_removed() {
    let mut c = computer();
    assert_eq!(after(&mut c, &["cd cours", "cd"]).lines, [r"C:\COURS"]);
    assert_eq!(c.prompt(FR, NOW), r"C:\COURS>");
    assert_eq!(after(&mut c, &[r"cd textes", "cd..", r"cd \", "cd"]).lines, [r"C:\"]);
    assert_eq!(says(&mut c, "cd nulle"), "Répertoire incorrect.");
    assert!(after(&mut c, &["md NOUVEAU", "cd NOUVEAU", "md SOUS", "rd SOUS"]).lines.is_empty());
    assert_eq!(says(&mut c, "md ..\\COURS"), "Le répertoire ou le fichier COURS existe déjà.");
    assert_eq!(says(&mut c, r"rd C:\NOUVEAU"), "Impossible de supprimer le répertoire courant.");
    assert_eq!(after(&mut c, &[r"cd \", "rd cours"]).lines, ["Chemin incorrect, répertoire inexistant ou non vide."]);
    assert!(after(&mut c, &["rd cours /s", "n", "dir cours"]).lines.join(" ").contains("LETTRE.TXT"));
    let gone = after(&mut c, &["rd cours /s", "o"]);
    assert_eq!(gone.done, Some(("RD", "rd cours /s".to_owned())));
    assert!(c.run("cd cours", FR, NOW).fault);
}

#[test]
fn files_are_copied_moved_renamed_and_deleted() {
    let mut c = computer();
    assert_eq!(says(&mut c, r"copy cours\*.txt vide"), "1 fichier(s) copié(s).");
    assert_eq!(text(&c, r"C:\VIDE\LETTRE.TXT").unwrap(), "Madame,\nMerci.\n");
    assert_eq!(says(&mut c, r"copy cours\lettre.txt VIDE"), "Écraser C:\\VIDE\\LETTRE.TXT (O/N)\u{a0}?");
    assert_eq!(says(&mut c, "oui"), "1 fichier(s) copié(s).");
    assert!(says(&mut c, r"copy lisezmoi.txt lisezmoi.txt").starts_with("Le fichier LISEZMOI.TXT ne peut"));
    assert_eq!(says(&mut c, r"copy lisezmoi.txt+cours\note.doc tout.txt"), "1 fichier(s) copié(s).");
    assert_eq!(text(&c, r"C:\tout.txt").unwrap(), "Bonjour\nnote\n");
    says(&mut c, "ren tout.txt *.bak");
    assert!(text(&c, r"C:\TOUT.BAK").is_some() && text(&c, r"C:\tout.txt").is_none());
    assert_eq!(says(&mut c, "ren tout.bak lisezmoi.txt"), "Nom de fichier en double ou fichier introuvable.");
    assert!(says(&mut c, r"move tout.bak vide").ends_with("(déplacé)."));
    assert_eq!(text(&c, r"C:\VIDE\tout.bak").unwrap(), "Bonjour\nnote\n");
    assert!(says(&mut c, r"move cours cours\textes").starts_with("Copie cyclique"));
    says(&mut c, r"del vide\*.*");
    assert!(text(&c, r"C:\VIDE\tout.bak").is_some(), "nothing goes before the answer");
    says(&mut c, "o");
    assert!(text(&c, r"C:\VIDE\tout.bak").is_none());
    assert_eq!(says(&mut c, "del rien.txt"), "Fichier introuvable\u{a0}: rien.txt.");
    assert_eq!(says(&mut c, "xcopy cours copie /s").lines().last().unwrap(), "3 fichier(s) copié(s).");
    assert_eq!(text(&c, r"C:\COPIE\TEXTES\A.TXT").unwrap(), "a\n");
}

#[test]
fn what_is_read_only_is_kept() {
    let mut c = computer();
    after(&mut c, &["attrib +r -a lisezmoi.txt"]);
    assert_eq!(says(&mut c, "attrib lisezmoi.txt"), r"R C:\LISEZMOI.TXT");
    assert_eq!(says(&mut c, "del lisezmoi.txt"), "Accès refusé\u{a0}: LISEZMOI.TXT.");
    assert_eq!(says(&mut c, "echo x > lisezmoi.txt"), "Accès refusé.");
    after(&mut c, &["attrib -r +h lisezmoi.txt"]);
    assert!(!says(&mut c, "dir").contains("LISEZMOI"));
    assert_eq!(says(&mut c, "attrib +x lisezmoi.txt"), "Paramètre incorrect\u{a0}: +x.");
}

#[test]
fn an_answer_can_be_sent_to_a_file() {
    let mut c = computer();
    assert!(after(&mut c, &["echo Bonjour Amina > a.txt", "echo fin>>a.txt"]).lines.is_empty());
    assert_eq!(text(&c, r"C:\A.TXT").unwrap(), "Bonjour Amina\nfin\n");
    assert!(says(&mut c, "dir cours /b > liste.txt").is_empty());
    assert_eq!(text(&c, r"C:\liste.txt").unwrap(), "LETTRE.TXT\nNOTE.DOC\nTEXTES\n");
    assert_eq!(says(&mut c, "echo x >"), "Erreur de syntaxe.");
    assert!(after(&mut c, &["copy con b.txt", "un", "deux", "^Z"]).done.is_some());
    assert_eq!(says(&mut c, "type b.txt"), "un\ndeux");
}

#[test]
fn a_long_list_waits_for_enter_and_loses_no_command() {
    let mut c = computer();
    for n in 0..40 {
        assert!(!c.run(&format!("echo {n} > F{n}.TXT"), FR, NOW).fault);
    }
    let first = c.run("dir /p", FR, NOW);
    assert_eq!((first.lines.len(), c.is_waiting()), (24, true));
    assert!(first.lines.last().unwrap().contains("Suite"));
    assert_eq!(first.done, Some(("DIR", "dir /p".to_owned())));
    assert_eq!(c.run("", FR, NOW).lines.len(), 24);
    assert_eq!(says(&mut c, "cd"), r"C:\");
    assert!(!c.is_waiting());
}

#[test]
fn a_disk_is_formatted_only_when_one_is_sure() {
    let mut c = computer();
    assert_eq!(says(&mut c, "dir a:"), "Lecteur A non prêt\u{a0}: aucune disquette.");
    assert_eq!(says(&mut c, "b:"), "Lecteur spécifié incorrect.");
    let done = after(&mut c, &["format a:", "", "donnees"]);
    assert_eq!(done.done, Some(("FORMAT", "FORMAT A:".to_owned())));
    assert!(says(&mut c, "vol a:").starts_with("Le volume dans le lecteur A s’appelle DONNEES."));
    assert!(says(&mut c, "format c:").contains("seront perdues"));
    after(&mut c, &["peut-être", "n"]);
    assert!(text(&c, r"C:\LISEZMOI.TXT").is_some());
    after(&mut c, &["format c:", "o", ""]);
    assert!(text(&c, r"C:\LISEZMOI.TXT").is_none());
    assert_eq!(
        says(&mut c, "label c:un nom trop long"),
        "Nom de volume incorrect\u{a0}: 11 caractères au plus, sans ponctuation."
    );
}

#[test]
fn the_clock_is_set_and_goes_on() {
    let mut c = computer();
    assert_eq!(says(&mut c, "date /t"), "La date est 23/11/2026.");
    assert_eq!(says(&mut c, "date 31-02-2026"), "Date incorrecte.");
    after(&mut c, &["date", "01-09-2027"]);
    assert_eq!(says(&mut c, "date /t"), "La date est 01/09/2027.");
    after(&mut c, &["time 14:05"]);
    assert_eq!(c.run("time /t", FR, NOW + 60_000).lines, ["L’heure est 14:06."]);
}

#[test]
fn the_disk_and_its_folders_have_an_end() {
    let mut c = computer();
    let mut full = false;
    after(&mut c, &["copy lisezmoi.txt gros.txt"]);
    for _ in 0..20 {
        full |= says(&mut c, "copy gros.txt+gros.txt gros.txt /y") == "Espace disque insuffisant.";
    }
    assert!(full);
    assert!(c.drives[&'C'].disk.as_ref().unwrap().used() <= 20_000);
    let mut deep = false;
    for _ in 0..30 {
        deep |= after(&mut c, &["md D", "cd D"]).fault;
    }
    assert!(deep);
}

#[test]
fn errors_are_told_as_ms_dos_told_them_and_counted_as_faults() {
    let mut c = computer();
    for (line, said) in [
        ("dri", "Commande ou nom de fichier incorrect."),
        ("dir /z", "Commutateur incorrect\u{a0}: /Z."),
        ("copy", "Paramètre obligatoire manquant."),
        ("copy a b c", "Trop de paramètres\u{a0}: c."),
        ("type nulle.txt", "Fichier introuvable\u{a0}: nulle.txt."),
        (r"type nulle\a.txt", "Chemin d’accès introuvable."),
        ("type cours", "Accès refusé."),
        ("md a?b", "Impossible de créer le répertoire."),
        ("md con", "Nom de fichier incorrect."),
        ("dir | sort", "Programme inconnu après le signe |\u{a0}: SORT. Seul MORE est possible ici."),
    ] {
        let answer = c.run(line, FR, NOW);
        assert_eq!((answer.lines.join("\n").as_str(), answer.fault, answer.command), (said, true, true), "{line}");
        assert_eq!(answer.done, None, "{line}");
    }
    assert!(c.run(&"x".repeat(128), FR, NOW).fault);
    assert!(c.run("dir\u{7}", FR, NOW).fault);
}

#[test]
fn help_is_there_for_every_command_in_every_language() {
    for lang in [Lang::Fr, Lang::Ar, Lang::En] {
        let talk = Talk { lang, short: false };
        let mut c = computer();
        let all = c.run("help", talk, NOW);
        assert!(all.help && all.lines.len() == NAMES.len() + 1);
        for name in NAMES {
            let one = c.run(&format!("{name} /?"), talk, NOW);
            assert!(one.help && one.lines.len() == 2 && !one.lines.concat().contains('⟦'), "{name} {:?}", one.lines);
        }
    }
}

#[test]
fn a_computer_is_the_same_after_it_was_written_down() {
    let mut c = computer();
    after(&mut c, &["prompt $n$g", "cd cours", "del *.*"]);
    let mut again: Machine = serde_json::from_str(&serde_json::to_string(&c).unwrap()).unwrap();
    assert_eq!(again, c);
    assert_eq!(after(&mut again, &["o", "dir /b"]).lines, ["TEXTES"]);
}
