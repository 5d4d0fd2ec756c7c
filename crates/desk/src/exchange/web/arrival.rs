//! A file arrives: it is kept, looked at, and its columns are proposed.

use std::path::Path as File;

use ::web::{Answer, Habilitation, Page, Upload, Visitor, WebError, see_other};
use axum::extract::State;
use sha2::{Digest, Sha256};
use words::Arg;

use super::{Arrived, Room, list_page, store};
use crate::clients;
use crate::exchange::{Said, file_key, recall, source};

/// The largest file that comes with a form, in megabytes; larger ones are brought in on the command line.
const MEGABYTES: usize = 32;
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// Takes a file and leads to its columns; one that cannot be read changes nothing.
pub(super) async fn receive(State(room): State<Room>, visitor: Visitor, upload: Upload) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (web, scope, talk) = (&room.web, visitor.scope(), visitor.talk());
    if upload.bytes.is_empty() {
        let most = [("most", Arg::from(MEGABYTES))];
        let error = talk.with("exchange-error-missing", &most);
        return Page::show_wrong(&list_page(web, &visitor, None, Some(error)).await?);
    }
    let name: String = upload.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let stored = format!("{}.import", web.chance.token(16));
    let path = room.folder.join(&stored);
    let (lang, told, bytes) = (visitor.preferences.language, name.clone(), upload.bytes.clone());
    let customs = own.clone();
    let looked = tokio::task::spawn_blocking(move || {
        keep(&path, &bytes)?;
        let digest = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let opened = source::inspect(&path, &told, &Said::default(), &customs, lang);
        if opened.is_err() {
            std::fs::remove_file(&path)?;
        }
        opened.map(|opened| (opened, digest))
    });
    let looked = looked.await.map_err(|error| WebError::Broken(error.to_string()))?;
    let (opened, digest) = match looked {
        Ok(found) => found,
        Err(error) => {
            tracing::info!(%error, "a file to import was refused");
            let error = talk.t(file_key(&error)).into_owned();
            return Page::show_wrong(&list_page(web, &visitor, None, Some(error)).await?);
        }
    };
    let mut plan = opened.plan;
    recall(web.store.read(), scope, &own, &mut plan).await?;
    let size = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    let change = web.store.begin(scope).await?;
    let id = store::prepare(&change, &Arrived { name, size, digest, stored }, &plan).await?;
    change.commit().await?;
    Ok(see_other(&format!("/imports/{}/plan", id.0)))
}

/// Writes a file whole or not at all.
fn keep(path: &File, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let part = path.with_added_extension("part");
    std::fs::write(&part, bytes)?;
    std::fs::rename(part, path)
}
