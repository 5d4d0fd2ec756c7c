//! The addresses of the site. Each room adds its own; which of them are pages is known to the checks, so that no page
//! goes unseen by them.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{get, post};

/// The addresses of a room, or of several.
#[derive(Debug)]
pub struct Routes<S = ()> {
    router: Router<S>,
    pages: Vec<&'static str>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self { router: Router::new(), pages: vec![] }
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No address yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that a person opens and reads.
    pub fn page<H: Handler<T, S>, T: 'static>(mut self, path: &'static str, handler: H) -> Self {
        self.pages.push(path);
        self.get(path, handler)
    }

    /// What is fetched and is no page: data for a script, a sound, a file, the way to another page.
    pub fn get<H: Handler<T, S>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        Self { router: self.router.route(path, get(handler)), ..self }
    }

    /// Where a form is sent.
    pub fn post<H: Handler<T, S>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        Self { router: self.router.route(path, post(handler)), ..self }
    }

    /// These addresses and those.
    pub fn merge(mut self, other: Self) -> Self {
        self.pages.extend(other.pages);
        Self { router: self.router.merge(other.router), pages: self.pages }
    }

    /// Gives the handlers the state that they share.
    pub fn with_state(self, state: S) -> Routes {
        Routes { router: self.router.with_state(state), pages: self.pages }
    }

    /// The addresses of the pages, as patterns: `/clients/{id}`.
    pub fn pages(&self) -> &[&'static str] {
        &self.pages
    }

    /// The router, to put guards around it or to serve it.
    pub fn into_router(self) -> Router<S> {
        self.router
    }
}

impl Routes {
    /// Changes the router and leaves the list of pages as it is.
    pub(crate) fn map(self, change: impl FnOnce(Router) -> Router) -> Self {
        Self { router: change(self.router), pages: self.pages }
    }
}
