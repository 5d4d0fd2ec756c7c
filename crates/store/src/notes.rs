//! Notes: journal lines that stand alone (who opened which file). They are written together, many in one durable
//! transaction, and each caller waits until its own line is safe.

use tokio::sync::{mpsc, oneshot};

use crate::journal::{self, Entry};
use crate::{Clock, Result, Scope, StoreError};
use sea_orm::{DatabaseConnection, TransactionTrait};

/// How many notes share one transaction at most.
const TOGETHER: usize = 256;

type Note = (Scope, Entry, oneshot::Sender<Result<(), String>>);

/// The queue of notes.
#[derive(Clone, Debug)]
pub(crate) struct Notes(mpsc::Sender<Note>);

impl Notes {
    /// Starts the writer; it ends when the store and all its clones are gone.
    pub(crate) fn start(db: DatabaseConnection, clock: Clock) -> Self {
        let (sender, mut receiver) = mpsc::channel::<Note>(4 * TOGETHER);
        tokio::spawn(async move {
            let mut batch = Vec::new();
            while receiver.recv_many(&mut batch, TOGETHER).await > 0 {
                let (lines, waiting): (Vec<_>, Vec<_>) =
                    batch.drain(..).map(|(scope, entry, done)| ((scope, entry), done)).unzip();
                let written = write(&db, &clock, lines).await.map_err(|error| error.to_string());
                for done in waiting {
                    // A visitor who left no longer waits; the line is written all the same.
                    let _left = done.send(written.clone());
                }
            }
        });
        Self(sender)
    }

    /// Writes a line and waits until it is safe.
    pub(crate) async fn add(&self, scope: Scope, entry: Entry) -> Result<()> {
        let (done, written) = oneshot::channel();
        let gone = || StoreError::Away("the journal's writer has stopped".to_owned());
        self.0.send((scope, entry, done)).await.map_err(|_| gone())?;
        written.await.map_err(|_| gone())?.map_err(StoreError::Away)
    }
}

async fn write(db: &DatabaseConnection, clock: &Clock, lines: Vec<(Scope, Entry)>) -> Result<()> {
    let transaction = db.begin().await?;
    journal::append_all(&transaction, clock.now(), lines).await?;
    Ok(transaction.commit().await?)
}
