//! The law on personal data (18-07, amended by 25-11) as a call centre keeps it: purposes and information notices, consents,
//! and who opened which file. Every delay, purpose and text is data of the centre with a source and a date, to be confirmed by
//! the institution.
//!
//! Another room asks [`may_contact`] before it writes to or calls a client for a purpose.

mod accesses;
mod coded;
mod consents;
mod masking;
mod notices;
mod person;
mod purposes;
mod register;
mod requests;
mod retention;
mod web;

pub(crate) use self::consents::counted as consents_counted;
pub use self::consents::{Channel, Contact, Decision, NewConsent, Source, may_contact, record, show_notice};
pub(crate) use self::masking::{Masking, masking_of_file, masking_of_lists, unmasking_address};
pub use self::notices::{Notice, NoticeTexts, current_notice, publish};
pub use self::purposes::{
    Basis, Purpose, PurposeData, PurposeId, purpose_by_code, purposes, seed, update as update_purpose,
};

pub use self::register::insert as add_processing;
pub use self::requests::{
    Added, Identity, Kind, NewRequest, Registered, RequestError, State, Step, Way, add_delay, add_holiday, due_on,
    is_erased, receive, registered, seed_delays, step,
};

use ::web::{Habilitation, Routes, Visitor, Web};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    self::web::routes(web.clone())
        .merge(purposes::routes(web.clone()))
        .merge(notices::routes(web.clone()))
        .merge(consents::routes(web.clone()))
        .merge(masking::routes(web.clone()))
        .merge(requests::routes(web.clone()))
        .merge(person::routes(web.clone()))
        .merge(retention::routes(web.clone()))
        .merge(register::routes(web.clone()))
        .merge(accesses::routes(web))
}

/// What the history of a client says of a line that this room wrote: a text key.
pub(crate) fn history_key(verb: &str) -> Option<&'static str> {
    match verb {
        "consent.recorded" => Some("law-history-consent"),
        "consent.withdrawn" => Some("law-history-withdrawn"),
        "request.received" => Some("law-history-request"),
        "request.checked" | "request.taken" => Some("law-history-request-step"),
        "request.answered" => Some("law-history-answered"),
        "request.refused" => Some("law-history-refused"),
        "client.erased" => Some("law-history-erased"),
        "notice.shown" => Some("law-history-notice"),
        _ => None,
    }
}

/// The pages of this room that belong to one file: the end of the address and the key of the name.
pub(crate) fn links_of_a_file(visitor: &Visitor) -> Vec<(&'static str, &'static str)> {
    let mut links = vec![("consents", "law-consents-title")];
    if visitor.may(Habilitation::RecordConsents).is_ok() {
        links.push(("requests", "law-requests-file"));
    }
    if visitor.may(Habilitation::KeepLaw).is_ok() {
        links.push(("accesses", "law-accesses-title"));
        links.push(("data", "law-data-title"));
    }
    links
}
