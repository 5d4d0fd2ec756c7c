//! The names of what is counted, in the three languages, as the pages of a review tell them.

use desk::clients::label_of;
use desk::scripts::reader::Texts;
use words::{Lang, Talk};

use super::{Expected, ExpectedField, Question, WorkExercise};
use crate::exercises::Exercise;

/// The text of a key in the three languages.
pub(super) fn texts_of(key: &str) -> Texts {
    let said = |lang| Talk { lang, short: false }.t(key).into_owned();
    Texts { fr: said(Lang::Fr), ar: said(Lang::Ar), en: said(Lang::En) }
}

/// Two texts, one after the other.
fn joined(first: &Texts, second: &Texts) -> Texts {
    let join = |one: &str, other: &str| format!("{one} – {other}");
    Texts { fr: join(&first.fr, &second.fr), ar: join(&first.ar, &second.ar), en: join(&first.en, &second.en) }
}

fn same(text: &str) -> Texts {
    Texts { fr: text.to_owned(), ar: text.to_owned(), en: text.to_owned() }
}

/// How a field of a file is called among the things that are counted.
pub(super) fn field_item(file: &str, field: &ExpectedField) -> String {
    format!("{file}.{}", field.field.word())
}

/// How a pair is called among the things that are counted.
pub(super) fn pair_item((one, other): &(String, String)) -> String {
    format!("{one}+{other}")
}

/// The particulars of a request, in the order of its form, with the text key of each.
pub(super) const PARTICULARS: [(&str, &str); 5] = [
    ("request.client", "work-particular-client"),
    ("request.kind", "law-kind"),
    ("request.way", "law-way"),
    ("request.received_on", "law-received-on"),
    ("request.identity", "law-identity"),
];

/// The parameters of a report, with the text key of each.
pub(super) const PARAMETERS: [(&str, &str); 4] = [
    ("about", "work-parameter-about"),
    ("group", "work-parameter-group"),
    ("filter", "work-parameter-filter"),
    ("columns", "work-parameter-columns"),
];

/// Fills the names of what the measures of an exercise count, and what was right for each.
pub(super) fn name_items(exercise: &mut WorkExercise) {
    let mut head = std::mem::take(&mut exercise.head);
    let several = exercise.expected.files.len() > 1;
    for file in &exercise.expected.files {
        let client = file.client.as_deref().map(|client| same(&name_of(exercise, client)));
        for field in &file.fields {
            let label = texts_of(label_of(field.field.word()));
            let name = client.as_ref().filter(|_| several).map_or_else(|| label.clone(), |own| joined(own, &label));
            put(&mut head, field_item(&file.id, field), name, &field.value);
        }
    }
    name_ends(&mut head, exercise, &exercise.expected);
    for question in &exercise.questions {
        head.items.insert(question.id.clone(), question.text.clone());
        head.rights.extend(right_choice(question).map(|right| (question.id.clone(), right)));
    }
    exercise.head = head;
}

fn put(head: &mut Exercise, id: String, name: Texts, right: &str) {
    head.rights.insert(id.clone(), same(right));
    head.items.insert(id, name);
}

fn name_ends(head: &mut Exercise, exercise: &WorkExercise, expected: &Expected) {
    for anomaly in &expected.anomalies {
        head.items.insert(anomaly.id.clone(), anomaly.name.clone());
        let right: Vec<_> = anomaly.fields.iter().map(|field| field.value.as_str()).collect();
        head.rights.insert(anomaly.id.clone(), same(&right.join(", ")));
    }
    for id in &expected.submitted {
        let name = if expected.files.iter().any(|file| file.id == *id && file.client.is_none()) {
            texts_of("work-new-file")
        } else {
            same(&name_of(exercise, id))
        };
        head.items.insert(id.clone(), name);
    }
    for pair in &expected.merges {
        let name = joined(&same(&name_of(exercise, &pair.0)), &same(&name_of(exercise, &pair.1)));
        head.items.insert(pair_item(pair), name);
    }
    for report in &expected.reports {
        for (parameter, key) in PARAMETERS {
            head.items.insert(format!("{}.{parameter}", report.id), texts_of(key));
        }
        head.rights.insert(format!("{}.about", report.id), texts_of(report.about.key()));
        head.rights.insert(format!("{}.group", report.id), texts_of(report.group.key()));
    }
    if let Some(request) = &expected.request {
        for (id, key) in PARTICULARS {
            head.items.insert(id.to_owned(), texts_of(key));
        }
        head.rights.insert("request.client".to_owned(), same(&name_of(exercise, &request.client)));
        head.rights.insert("request.kind".to_owned(), texts_of(request.kind.key()));
        head.rights.insert("request.way".to_owned(), texts_of(request.way.key()));
        head.rights.insert("request.received_on".to_owned(), same(&request.received_on));
        let identity = request.identity.first().map(|identity| texts_of(identity.key()));
        head.rights.extend(identity.map(|identity| ("request.identity".to_owned(), identity)));
    }
    for segment in &expected.segments {
        head.items.insert(segment.id.clone(), segment.name.clone());
    }
}

/// The text of the first right choice of a question.
fn right_choice(question: &Question) -> Option<Texts> {
    let super::Answer::Choice { options, right } = &question.answer else { return None };
    options.iter().find(|(id, _)| right.contains(id)).map(|(_, text)| text.clone())
}

/// The name on a file of the exercise, as it is written there first.
fn name_of(exercise: &WorkExercise, client: &str) -> String {
    use crate::assessment::trace::Field::{FamilyArabic, FamilyLatin, GivenArabic, GivenLatin};
    let Some(found) = exercise.desk.clients.iter().find(|own| own.id == client) else { return client.to_owned() };
    let named = |given, family| {
        let parts = [found.fields.get(&family), found.fields.get(&given)];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
    };
    let latin = named(GivenLatin, FamilyLatin);
    if latin.is_empty() { named(GivenArabic, FamilyArabic) } else { latin }
}
