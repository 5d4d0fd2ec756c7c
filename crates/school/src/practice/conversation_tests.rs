//! What the simulated caller says, tried with natural phrasings on the scenarios of the programme.

use super::conversation::{Conversation, Heard, Memory, Said};
use super::scenario::Scenario;
use super::scenario_tests::shipped;

/// A talk with the caller of a scenario, after the greeting.
struct Talk {
    scenario: Scenario,
    memory: Memory,
}

impl Talk {
    fn with(code: &str) -> Self {
        let mut talk = Self { scenario: shipped(code), memory: Memory::default() };
        Conversation::new(&talk.scenario).opening(&mut talk.memory);
        let greeting = if code.contains("-AR-") {
            "السلام عليكم، مرحبا بكم."
        } else {
            "Bonjour et bienvenue."
        };
        talk.say(greeting);
        talk
    }

    fn say(&mut self, text: &str) -> Vec<Said> {
        self.hear(Heard { text, ..Heard::default() })
    }

    fn hear(&mut self, heard: Heard<'_>) -> Vec<Said> {
        Conversation::new(&self.scenario).hears(&mut self.memory, heard)
    }
}

fn asked(said: &[Said]) -> Vec<&str> {
    said.iter().flat_map(|said| said.asked.iter().map(String::as_str)).collect()
}

fn given(said: &[Said]) -> Vec<&str> {
    said.iter().flat_map(|said| said.facts.iter().map(String::as_str)).collect()
}

/// Each phrase, said in a fresh talk, asks for the fact (for `-`, for none).
fn asks_for(phrases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (code, phrase, fact) in phrases {
        let said = Talk::with(code).say(phrase);
        let asked = asked(&said);
        let right = if *fact == "-" { asked.is_empty() } else { asked.contains(fact) };
        if !right {
            wrong.push(format!("{code}: “{phrase}” should ask for {fact}, it asks for {asked:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_caller_understands_french_as_trainees_speak_it() {
    asks_for(&[
        ("MQ6-FR-1", "Puis-je avoir votre nom, s’il vous plaît ?", "name"),
        ("MQ6-FR-1", "Comment vous appelez-vous ?", "name"),
        ("MQ6-FR-1", "vous vous appelez comment", "name"),
        ("MQ6-FR-1", "À qui ai-je l’honneur ?", "name"),
        ("MQ6-FR-1", "C’est monsieur qui à l’appareil ?", "name"),
        ("MQ6-FR-1", "VOTRE NOM ET PRENOM", "name"),
        ("MQ6-FR-1", "Et votre date de naissance, monsieur Benali ?", "birth-date"),
        ("MQ6-FR-1", "J’aurais besoin de votre date de naissance pour vérifier le dossier.", "birth-date"),
        ("MQ6-FR-1", "vous êtes né quand", "birth-date"),
        ("MQ6-FR-1", "Pouvez-vous me confirmer l’adresse du domicile ?", "address"),
        ("MQ6-FR-1", "Vous habitez où ?", "address"),
        ("MQ6-FR-1", "Dans quelle commune êtes-vous ?", "address"),
        ("MQ6-FR-1", "De combien est cette facture ?", "amount"),
        ("MQ6-FR-1", "Quel est le montant exact, s’il vous plaît", "amount"),
        ("MQ6-FR-1", "Il s’agit de la facture de quel mois ?", "month"),
        ("MQ6-FR-1", "Avez-vous activé une option récemment ?", "change"),
        ("MQ6-FR-1", "Est-ce que quelque chose a changé dans votre abonnement ?", "change"),
        ("MQ6-FR-1", "Souhaitez-vous que je retire l’option ?", "wish"),
        ("MQ6-FR-1", "Vous voulez la résilier ?", "wish"),
        ("MQ6-FR-1", "L’avez-vous déjà réglée ?", "paid"),
        ("MQ6-FR-1", "Avez-vous une adresse e-mail ?", "email"),
        ("MQ6-FR-1", "Êtes-vous satisfait de ma réponse ?", "satisfaction"),
        ("MQ6-FR-2", "Vous êtes laquelle des deux personnes du foyer ?", "name"),
        ("MQ6-FR-2", "Quand l’avez-vous payée ?", "paid-when"),
        ("MQ6-FR-2", "Où avez-vous payé ?", "paid-where"),
        ("MQ6-FR-2", "Avez-vous gardé une preuve de paiement ?", "receipt"),
        ("MQ6-FR-2", "Pouvez-vous me donner le numéro de contrat ?", "contract"),
        ("MQ6-FR-2", "À quel numéro peut-on vous rappeler ?", "callback"),
        ("MQ6-FR-3", "Quel est le numéro de suivi du colis ?", "tracking"),
        ("MQ6-FR-3", "Qui est l’expéditeur ?", "sender"),
        ("MQ6-FR-3", "Y avait-il quelqu’un à la maison ?", "presence"),
        ("MQ6-FR-3", "Est-ce que vous avez changé de numéro ?", "new-number"),
        ("MQ1-FR-1", "Qu’est-ce qui compte le plus pour vous ?", "motive"),
        ("MQ1-FR-1", "Pouvez-vous épeler votre nom de famille ?", "family-name"),
        ("MQ1-FR-1", "C’est dans quelle wilaya ?", "wilaya"),
        ("MQ1-FR-2", "Comment s’écrit votre prénom en arabe ?", "arabic-name"),
        ("MQ1-FR-2", "Quelle est votre nouvelle adresse ?", "new-street"),
        ("MQ7-FR-1", "Quel est votre lien de parenté avec cette dame ?", "relation"),
        ("MQ7-FR-1", "Avez-vous une procuration ?", "mandate"),
        ("MQ7-FR-1", "Pourquoi avez-vous besoin de ces informations ?", "purpose"),
    ]);
}

#[test]
fn a_caller_understands_arabic_written_and_spoken() {
    asks_for(&[
        ("MQ6-AR-1", "ما اسمك من فضلك؟", "name"),
        ("MQ6-AR-1", "واش اسمك", "name"),
        ("MQ6-AR-1", "شكون معايا؟ الاسم واللقب", "name"),
        ("MQ6-AR-1", "هل يمكنني معرفة إسمكم الكامل؟", "name"),
        ("MQ6-AR-1", "مع من أتكلم؟ اعطيني لقبك", "name"),
        ("MQ6-AR-1", "ما هو تاريخ ميلادكِ؟", "birth-date"),
        ("MQ6-AR-1", "وقتاش زدتي؟", "birth-date"),
        ("MQ6-AR-1", "تاريخ الميلاد من فضلك", "birth-date"),
        ("MQ6-AR-1", "وين تسكني؟", "address"),
        ("MQ6-AR-1", "أين تسكنين سيدتي؟", "address"),
        ("MQ6-AR-1", "هل يمكنكم تذكيري بعنوانكم", "address"),
        ("MQ6-AR-1", "في أي موزع حدث هذا؟", "where"),
        ("MQ6-AR-1", "وين صرا هذا المشكل؟", "where"),
        ("MQ6-AR-1", "متى وقع هذا؟", "when"),
        ("MQ6-AR-1", "على اي ساعة؟", "when"),
        ("MQ6-AR-1", "شحال كنتي حابة تسحبي؟", "amount"),
        ("MQ6-AR-1", "كم المبلغ المطلوب؟", "amount"),
        ("MQ6-AR-1", "ممكن الأرقام الأربعة الأخيرة للبطاقة؟", "card-digits"),
        ("MQ6-AR-1", "واش كتبتلك الشاشة؟", "message"),
        ("MQ6-AR-1", "ما درجة رضاكم عن الخدمة؟", "satisfaction"),
        ("MQ6-AR-2", "ما لقبك؟", "family-name"),
        ("MQ6-AR-2", "وما رقم هاتفك؟", "phone"),
        ("MQ6-AR-2", "فين تسكن خويا؟", "address"),
        ("MQ6-AR-2", "في أية بلدية؟", "commune"),
        ("MQ6-AR-2", "وبأي ولاية؟", "wilaya"),
        ("MQ6-AR-2", "أي غسالة تحتاج؟", "need"),
        ("MQ6-AR-2", "شحال راكم في الدار؟", "need"),
        ("MQ6-AR-2", "ما الذي يهمّك أكثر؟", "motive"),
        ("MQ6-AR-2", "كيفاش تخلص؟", "motive"),
    ]);
}

#[test]
fn words_that_ask_for_nothing_give_nothing() {
    asks_for(&[
        ("MQ6-FR-1", "Je vous confirme que votre facture d’octobre sera corrigée sous trois jours ouvrables.", "-"),
        ("MQ6-FR-1", "Je comprends votre surprise, monsieur, et je regarde cela tout de suite avec vous.", "-"),
        ("MQ6-FR-1", "Quel temps fait-il chez vous ?", "-"),
        (
            "MQ6-FR-2",
            "Je transmets votre paiement au service du recouvrement, qui vérifie sous deux jours ouvrables.",
            "-",
        ),
        ("MQ6-AR-1", "سأجمد بطاقتكم البنكية حالا وتعاود الوكالة الاتصال بكم غدا صباحا.", "-"),
        ("MQ6-AR-2", "كيف حال الجو عندكم؟", "-"),
    ]);
    let said = Talk::with("MQ6-FR-1").say("Votre adresse e-mail ?");
    assert_eq!(asked(&said), ["email"], "an e-mail address is not a street");
}

#[test]
fn a_fact_is_given_only_when_due() {
    let mut talk = Talk::with("MQ6-FR-1");
    assert_eq!(talk.memory.given, ["reason"], "the reason comes with the first answer, nothing else does");
    assert_eq!(given(&talk.say("Quel est le montant ?")), ["amount"]);
    assert_eq!(talk.memory.given, ["reason", "amount"]);
}

#[test]
fn a_step_of_the_script_asks_by_its_topics() {
    let mut talk = Talk::with("MQ6-FR-1");
    let topics = ["identity.birth_date".to_owned(), "identity.address".to_owned()];
    let said = talk.hear(Heard { text: "", topics: &topics, step: Some("verify") });
    assert_eq!(given(&said), ["birth-date", "address"]);
}

#[test]
fn several_questions_in_one_breath_are_all_answered() {
    let mut talk = Talk::with("MQ6-FR-1");
    let said = talk.say("Quel est votre nom, votre date de naissance et votre commune ?");
    assert_eq!(given(&said), ["name", "birth-date", "address"]);
}

#[test]
fn a_question_repeated_gets_the_same_answer_and_counts_once() {
    let mut talk = Talk::with("MQ6-FR-1");
    let first = talk.say("Quel est votre nom ?");
    let second = talk.say("Pardon, votre nom ?");
    assert_eq!(first[0].text, second[0].text);
    assert_eq!((given(&first), asked(&first)), (vec!["name"], vec!["name"]));
    assert!(given(&second).is_empty() && asked(&second).is_empty());
    assert_eq!(talk.memory.asked, ["name"]);
}

#[test]
fn a_sentence_that_tells_two_facts_is_said_once() {
    let mut talk = Talk::with("MQ6-AR-2");
    let said = talk.say("ما اسمك ولقبك؟");
    assert_eq!(said.len(), 1);
    assert_eq!(given(&said), ["given-name", "family-name"]);
}

#[test]
fn what_a_caller_never_gives_is_answered_beside_the_question() {
    let mut talk = Talk::with("MQ6-AR-1");
    let said = talk.say("ما هو الرقم السري؟");
    assert!(said[0].text.contains("الرقم السري"));
    assert!(given(&said).is_empty());
    assert!(!talk.memory.given.contains(&"secret-code".to_owned()));
    let silent = Talk::with("MQ7-FR-1").say("Quelle est son adresse ?");
    assert!(given(&silent).is_empty());
}

#[test]
fn a_fact_follows_the_one_it_hangs_on() {
    let mut talk = Talk::with("MQ6-AR-1");
    assert_eq!(given(&talk.say("شحال المبلغ؟")), ["amount", "pension"]);
    assert!(given(&talk.say("شحال المبلغ؟")).is_empty());
}

#[test]
fn a_caller_adds_something_at_the_end_then_has_nothing_more() {
    let mut talk = Talk::with("MQ6-FR-1");
    assert_eq!(given(&talk.say("Puis-je faire autre chose pour vous ?")), ["email"]);
    let said = talk.say("Avez-vous une autre question ?");
    assert_eq!(said[0].text, talk.scenario.caller.lines.nothing_more);
    assert_eq!(given(&Talk::with("MQ6-AR-2").say("هل تحتاج شيئا آخر؟")), ["lift"]);
}

#[test]
fn an_unknown_question_gets_a_natural_reply_that_changes() {
    let mut talk = Talk::with("MQ6-FR-1");
    let first = talk.say("Quel temps fait-il chez vous ?");
    let second = talk.say("Quel temps fait-il chez vous ?");
    let lines = &talk.scenario.caller.lines.not_understood;
    assert_eq!((&first[0].text, &second[0].text), (&lines[0], &lines[1]));
}

#[test]
fn silence_is_noticed_and_is_no_turn() {
    let mut talk = Talk::with("MQ6-FR-1");
    let turn = talk.memory.turn;
    assert_eq!(talk.say("   ")[0].text, talk.scenario.caller.lines.silence);
    assert_eq!(talk.memory.turn, turn);
}

#[test]
fn a_caller_who_is_refused_insists_and_gives_up_at_last() {
    let mut talk = Talk::with("MQ7-FR-1");
    let insist = talk.scenario.caller.lines.insist.clone();
    let refuse = "Je ne peux pas vous donner cette information, elle est confidentielle.";
    let answers: Vec<String> = (0..5).map(|_| talk.say(refuse)[0].text.clone()).collect();
    assert_eq!(answers[..4], insist[..]);
    assert_eq!(answers[4], insist[3]);
    assert_eq!(talk.memory.refusals, 5);
}

#[test]
fn on_hold_a_caller_hears_nothing_and_comes_back() {
    let mut talk = Talk::with("MQ6-FR-3");
    let conversation = Conversation::new(&talk.scenario);
    assert_eq!(conversation.held(&mut talk.memory).len(), 1);
    assert!(conversation.held(&mut talk.memory).is_empty());
    assert!(conversation.hears(&mut talk.memory, Heard { text: "Votre nom ?", ..Heard::default() }).is_empty());
    assert_eq!(conversation.resumed(&mut talk.memory)[0].text, talk.scenario.caller.lines.back_from_hold);
    assert_eq!(given(&talk.say("Votre nom ?")), ["name"]);
}

#[test]
fn taking_leave_ends_the_talk_once() {
    for (code, words) in [("MQ6-FR-1", "Au revoir et bonne journée."), ("MQ6-AR-1", "مع السلامة ويومكم سعيد.")]
    {
        let mut talk = Talk::with(code);
        let said = talk.say(words);
        assert!(said.last().unwrap().ends, "{code}");
        assert!(talk.say("Votre nom ?").is_empty());
        assert!(Conversation::new(&talk.scenario).closing(&mut talk.memory).is_empty());
    }
    let mut talk = Talk::with("MQ6-FR-1");
    let said = Conversation::new(&talk.scenario).closing(&mut talk.memory);
    assert!(said[0].ends);
}

#[test]
fn a_talk_goes_on_after_its_memory_was_kept() {
    let mut talk = Talk::with("MQ6-FR-2");
    talk.say("Votre nom ?");
    let kept = serde_json::to_string(&talk.memory).unwrap();
    talk.memory = serde_json::from_str(&kept).unwrap();
    assert!(given(&talk.say("Votre nom ?")).is_empty());
    assert_eq!(given(&talk.say("Quel montant ?")), ["amount"]);
}

#[test]
fn every_fact_that_can_be_given_is_given_to_an_agent_who_asks_for_everything() {
    for code in ["MQ1-FR-1", "MQ1-FR-2", "MQ6-AR-1", "MQ6-AR-2", "MQ6-FR-1", "MQ6-FR-2", "MQ6-FR-3", "MQ7-FR-1"] {
        let mut talk = Talk::with(code);
        let facts = talk.scenario.caller.facts.clone();
        let mark = if code.contains("-AR-") { "؟" } else { "?" };
        for fact in &facts {
            for phrase in fact.asked_by.iter().take(1) {
                let words: Vec<&str> = phrase.split_whitespace().filter(|word| !word.starts_with('!')).collect();
                talk.say(&format!("{} {mark}", words.join(" ")));
            }
        }
        talk.hear(Heard { text: "", topics: &["anything_else".to_owned()], step: Some("anything-else") });
        for fact in facts.iter().filter(|fact| fact.when != super::scenario::When::Never) {
            assert!(talk.memory.given.contains(&fact.id), "{code}: {} was never given", fact.id);
        }
    }
}
