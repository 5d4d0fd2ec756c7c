//! The shared state of every handler and the composition of the whole site.

use std::sync::Arc;

use ::braille::Louis;
use store::{Chance, Clock, Store};

use crate::chosen::Chosen;
use crate::frame::Status;
use crate::{Habilitation, Routes, Visitor, guard};

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct Config {
    /// True behind HTTPS: cookies are then sent over it only.
    pub secure: bool,
    /// Minutes to add to UTC for the times shown (Algeria: 60, all year).
    pub offset_minutes: i32,
}

/// A link of the main navigation, shown to those who may follow it.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// What one must be allowed to do to see it.
    pub needs: Habilitation,
}

/// Where the status line of a page comes from: the desk knows whether a call rings.
#[async_trait::async_trait]
pub trait StatusSource: Send + Sync {
    /// The state of this person's desk now.
    ///
    /// # Errors
    /// What the database says.
    async fn status(&self, store: &Store, visitor: &Visitor) -> store::Result<Option<Status>>;
}

/// The state that handlers share. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    /// The database.
    pub store: Store,
    /// Randomness for tokens.
    pub chance: Chance,
    /// The operator's choices.
    pub config: Arc<Config>,
    /// Where braille comes from.
    pub louis: Louis,
    pub(crate) nav: Arc<[NavItem]>,
    pub(crate) status: Arc<dyn StatusSource>,
    pub(crate) choices: Chosen,
}

impl Web {
    /// Puts the shared state together.
    pub fn new(store: Store, chance: Chance, config: Config, nav: &[NavItem], status: Arc<dyn StatusSource>) -> Self {
        let (config, louis, nav) = (Arc::new(config), Louis::from_env(), nav.into());
        Self { store, chance, config, louis, nav, status, choices: Chosen::default() }
    }

    /// The status line of a person's desk now.
    ///
    /// # Errors
    /// What the database says.
    pub async fn status_of(&self, visitor: &Visitor) -> store::Result<Option<Status>> {
        self.status.status(&self.store, visitor).await
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        self.store.clock()
    }
}

impl std::fmt::Debug for Web {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Web").field("config", &self.config).finish_non_exhaustive()
    }
}

/// Forgets what no one can use any more: ended sessions, old form tokens, old drafts and announcements.
///
/// # Errors
/// What the database says.
pub async fn sweep(store: &Store) -> store::Result<u64> {
    let sessions = crate::sessions::sweep(store).await?;
    let drafts = crate::drafts::sweep(store).await?;
    Ok(sessions + drafts + crate::announcements::sweep(store).await?)
}

/// The whole site: the rooms' routes, for signed-in people, and this crate's own, inside every guard.
pub fn serve_routes(web: &Web, rooms: Routes) -> Routes {
    serve_with_open(web, rooms, Routes::new())
}

/// The same with pages of rooms that are open to all, signed in or not.
pub fn serve_with_open(web: &Web, rooms: Routes, open: Routes) -> Routes {
    let inside = rooms
        .merge(crate::frame::routes(web.clone()))
        .merge(crate::preferences::routes(web.clone()))
        .merge(crate::drafts::routes(web.clone()))
        .merge(crate::announcements::routes(web.clone()))
        .merge(crate::accounts::routes(web.clone()))
        .map(|router| router.layer(axum::middleware::from_fn_with_state(web.clone(), guard::signed_in_only)));
    let site = inside
        .merge(open)
        .merge(crate::sessions::routes(web.clone()))
        .merge(crate::frame::open_routes(web.clone()))
        .merge(crate::guide::routes(web.clone()))
        .merge(crate::accessibility::routes(web.clone()))
        .map(|router| router.fallback(async || crate::WebError::NotFound));
    site.map(|site| guard::around(web, site).merge(crate::assets::routes()))
}
