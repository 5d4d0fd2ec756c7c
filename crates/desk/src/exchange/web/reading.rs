//! How a file is read: the guess of the program, put right by a person who sees that the beginning is not what it should be.

use ::web::{Answer, Field, FieldError, Fields, Form, Visitor, WebError, see_other, sessions};
use axum::extract::{Path, State};
use sheets::{Encoding, SheetError};
use words::Talk;

use super::columns::{show_plan, to_plan};
use super::{Import, Room, broken, store};
use crate::exchange::plan::Kind;
use crate::exchange::{Plan, Said, file_key, recall, source};

/// What may stand between two cells: the sign, its word in the form, the text key of its name.
const SIGNS: [(char, &str, &str); 3] = [
    (';', "semicolon", "exchange-delimiter-semicolon"),
    (',', "comma", "exchange-delimiter-comma"),
    ('\t', "tab", "exchange-delimiter-tab"),
];

/// The word of a sign. One that a file itself names in its first line (`sep=|`) is its own word.
fn word_of(sign: char) -> String {
    let known = SIGNS.iter().find(|(own, ..)| *own == sign);
    known.map_or_else(|| sign.to_string(), |(_, word, _)| (*word).to_owned())
}

fn encoding_key(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "exchange-encoding-utf-8",
        Encoding::Utf16Le => "exchange-encoding-utf-16le",
        Encoding::Utf16Be => "exchange-encoding-utf-16be",
        Encoding::Windows1252 => "exchange-encoding-windows-1252",
        Encoding::Windows1256 => "exchange-encoding-windows-1256",
    }
}

/// The form, when there is something to choose: cards are read in one way, and so is a workbook of one sheet.
pub(super) fn form(talk: Talk, import: &Import, values: &Fields, errors: &[FieldError]) -> Option<Form> {
    let plan = &import.plan;
    let fields = match plan.kind {
        Kind::Csv => vec![
            Field::select(talk, "encoding", "exchange-encoding", encodings(talk)),
            Field::select(talk, "delimiter", "exchange-delimiter", signs(talk, plan.delimiter)),
        ],
        Kind::Xlsx if plan.sheets.len() > 1 => {
            let names = plan.sheets.iter().map(|name| (name.clone(), name.clone())).collect();
            vec![Field::select(talk, "sheet", "exchange-sheet", names)]
        }
        Kind::Xlsx | Kind::Vcard => return None,
    };
    let place = format!("/imports/{}", import.id.0);
    let form = Form::new(talk, format!("{place}/reading"), format!("{place}/plan"), "exchange-reread");
    Some(form.fields(fields, values, errors))
}

/// The choice that leaves it to the program.
fn guess(talk: Talk) -> (String, String) {
    (String::new(), talk.t("exchange-guess").into_owned())
}

fn encodings(talk: Talk) -> Vec<(String, String)> {
    let named = |one: Encoding| (one.name().to_owned(), talk.t(encoding_key(one)).into_owned());
    std::iter::once(guess(talk)).chain(Encoding::ALL.map(named)).collect()
}

fn signs(talk: Talk, present: char) -> Vec<(String, String)> {
    let mut all = vec![guess(talk)];
    all.extend(SIGNS.iter().map(|(_, word, key)| ((*word).to_owned(), talk.t(key).into_owned())));
    let word = word_of(present);
    if !all.iter().any(|(own, _)| *own == word) {
        all.push((word.clone(), word));
    }
    all
}

/// What the form shows of a plan.
pub(super) fn fill(values: &mut Fields, plan: &Plan) {
    values.set("encoding", plan.encoding.as_str());
    values.set("delimiter", word_of(plan.delimiter));
    values.set("sheet", plan.sheet.as_str());
}

/// Reads the form.
fn read(plan: &Plan, typed: &Fields) -> Result<Said, Vec<FieldError>> {
    let mut said = Said::default();
    let mut errors = vec![];
    match plan.kind {
        Kind::Csv => {
            let (encoding, word) = (typed.get("encoding"), typed.get("delimiter"));
            if !encoding.is_empty() && Encoding::named(encoding).is_none() {
                errors.push(wrong("encoding", "frame-error-choice"));
            }
            encoding.clone_into(&mut said.encoding);
            let known = SIGNS.iter().map(|(sign, ..)| *sign);
            said.delimiter = known.chain([plan.delimiter]).find(|sign| word_of(*sign) == word);
            if !word.is_empty() && said.delimiter.is_none() {
                errors.push(wrong("delimiter", "frame-error-choice"));
            }
        }
        Kind::Xlsx => {
            let sheet = typed.get("sheet");
            if !plan.sheets.iter().any(|own| own == sheet) {
                errors.push(wrong("sheet", "frame-error-choice"));
            }
            sheet.clone_into(&mut said.sheet);
        }
        Kind::Vcard => {}
    }
    if errors.is_empty() { Ok(said) } else { Err(errors) }
}

fn wrong(field: &str, key: &'static str) -> FieldError {
    FieldError { field: field.to_owned(), key, args: vec![] }
}

/// What is wrong with a file that cannot be read as it was said.
fn unreadable(kind: Kind, error: &SheetError) -> FieldError {
    match (kind, error) {
        (Kind::Xlsx, SheetError::Empty) => wrong("sheet", "exchange-error-sheet"),
        (Kind::Xlsx, error) => wrong("sheet", file_key(error)),
        // There was something in it as long as it was read otherwise.
        (_, SheetError::Empty) => wrong("encoding", "exchange-error-encoding"),
        (_, error) => wrong("encoding", file_key(error)),
    }
}

/// Looks at the file anew, as the person says that it is to be read, and leads back to its columns. When it cannot be read so,
/// nothing changes.
pub(super) async fn reread(
    State(room): State<Room>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let (import, own) = to_plan(&room, &visitor, &id).await?;
    let (web, scope) = (&room.web, visitor.scope());
    let said = match read(&import.plan, &fields) {
        Ok(said) => said,
        Err(errors) => return show_plan(&room, &visitor, import, &fields, &errors).await,
    };
    let (path, name, lang) = (room.folder.join(&import.stored), import.name.clone(), visitor.preferences.language);
    let customs = own.clone();
    let looked = tokio::task::spawn_blocking(move || source::inspect(&path, &name, &said, &customs, lang)).await;
    let mut plan = match looked.map_err(|error| WebError::Broken(error.to_string()))? {
        Ok(opened) => opened.plan,
        Err(error) => {
            tracing::info!(%error, "a file to import cannot be read as it was said");
            let errors = [unreadable(import.plan.kind, &error)];
            return show_plan(&room, &visitor, import, &fields, &errors).await;
        }
    };
    // What does not hang on the columns stays as it was chosen.
    (plan.known, plan.order) = (import.plan.known, import.plan.order);
    (plan.language, plan.status) = (import.plan.language, import.plan.status);
    recall(web.store.read(), scope, &own, &mut plan).await?;
    let change = web.store.begin(scope).await?;
    store::reread(&change, import.id, &plan).await.map_err(|error| broken(error.into()))?;
    change.commit().await?;
    sessions::tell(web, &visitor, "exchange-reread-done").await?;
    Ok(see_other(&format!("/imports/{}/plan", import.id.0)))
}
