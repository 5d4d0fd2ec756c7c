//! Masking: what a person sees of a file's sensitive fields outside a call with its client.
//!
//! A production centre masks the fields of [`Sensitive`] unless it chose other ones; training centres and sandboxes hold
//! fictitious people and mask nothing unless they chose to. A person sees a file in full when the habilitation `ReadPlain`
//! allows it, while they have this client on the line, or after they gave a reason: until the end of the day or of the session.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub(super) use self::web::routes;

use ::store::{CentreKind, Moment};
use ::web::{Habilitation, Visitor, Web, WebError};
use words::{Arg, Talk};

use super::coded::coded;
use super::web::today;
use crate::clients::{Client, ClientId};

coded! {
    /// A field that may be masked.
    Sensitive {
        /// Every telephone number.
        Phones = "phones", "law-mask-phones";
        /// The e-mail address.
        Email = "email", "law-mask-email";
        /// The day of birth.
        Birth = "birth_date", "law-mask-birth";
        /// Street and number.
        Street = "street", "law-mask-street";
    }
}

impl Sensitive {
    /// What a field of a file is, by its name in the form; nothing for a field that is never masked.
    fn of(field: &str) -> Option<Self> {
        match field {
            "phone" | "phone2" | "phone3" | "phone4" => Some(Self::Phones),
            "email" | "email2" => Some(Self::Email),
            "birth_date" => Some(Self::Birth),
            "street" | "street2" => Some(Self::Street),
            _ => None,
        }
    }
}

coded! {
    /// Why somebody needs to see a file in full.
    Reason {
        /// The client asked for something.
        Request = "request", "law-unmask-request";
        /// The file is corrected.
        Correction = "correction", "law-unmask-correction";
        /// The client is to be called or written to.
        Contact = "contact", "law-unmask-contact";
        /// Two files are compared.
        Duplicate = "duplicate", "law-unmask-duplicate";
        /// The work is checked.
        Control = "control", "law-unmask-control";
    }
}

/// The fields that one person does not see now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Masking(Vec<Sensitive>);

impl Masking {
    /// True when nothing is masked.
    pub(crate) fn is_off(&self) -> bool {
        self.0.is_empty()
    }

    /// A number as this person may read it: in full, or by its last two digits, which help to tell two files apart.
    pub(crate) fn phone(&self, shown: String, talk: Talk) -> String {
        if !self.0.contains(&Sensitive::Phones) || shown.is_empty() {
            return shown;
        }
        let digits: Vec<char> = shown.chars().filter(char::is_ascii_digit).collect();
        let end: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
        talk.with("law-masked-phone", &[("end", Arg::ltr(&end))])
    }

    /// True when this person does not see a field, by its name in the form.
    pub(crate) fn hides(&self, field: &str) -> bool {
        Sensitive::of(field).is_some_and(|sensitive| self.0.contains(&sensitive))
    }

    /// A value of one field, already written for a reader, as this person may read it; what is empty stays empty.
    pub(crate) fn value(&self, field: &str, shown: String, talk: Talk) -> String {
        match Sensitive::of(field) {
            Some(Sensitive::Phones) => self.phone(shown, talk),
            Some(sensitive) if self.0.contains(&sensitive) && !shown.is_empty() => talk.t("law-masked").into_owned(),
            _ => shown,
        }
    }

    /// The file as this person may read it: words stand where a value is masked, and what is empty stays empty.
    pub(crate) fn applied(&self, client: &Client, talk: Talk) -> Client {
        let mut shown = client.clone();
        let masked = || talk.t("law-masked").into_owned();
        for field in &self.0 {
            match field {
                Sensitive::Phones => {
                    let phones = std::mem::take(&mut shown.phones);
                    shown.phones = phones.into_iter().map(|phone| self.phone(phone, talk)).collect();
                }
                Sensitive::Email if !shown.email.is_empty() => shown.email = masked(),
                Sensitive::Birth if !shown.birth_date.is_empty() => shown.birth_date = masked(),
                Sensitive::Street if !shown.street.is_empty() => shown.street = masked(),
                Sensitive::Email | Sensitive::Birth | Sensitive::Street => {}
            }
        }
        let further = [(Sensitive::Email, "email2"), (Sensitive::Street, "street2")];
        for (sensitive, field) in further {
            if let Some(value) = shown.more.get_mut(field).filter(|_| self.0.contains(&sensitive)) {
                *value = masked();
            }
        }
        shown
    }
}

/// What is masked for this person in lists of files.
///
/// # Errors
/// What the database says.
pub(crate) async fn masking_of_lists(web: &Web, visitor: &Visitor) -> Result<Masking, WebError> {
    if visitor.may(Habilitation::ReadPlain).is_ok() {
        return Ok(Masking::default());
    }
    let masked = async {
        let chosen = store::fields(web.store.read(), visitor.scope()).await?;
        Ok::<_, WebError>(Masking(chosen.unwrap_or_else(|| proposed(visitor.centre.kind))))
    };
    Ok((*web.chosen(visitor, masked).await?).clone())
}

/// What a kind of centre masks before it chose: real people are masked, the fictitious ones of training are not.
fn proposed(kind: CentreKind) -> Vec<Sensitive> {
    if kind == CentreKind::Production { Sensitive::ALL.to_vec() } else { vec![] }
}

/// What is masked for this person in one file.
///
/// # Errors
/// What the database says.
pub(crate) async fn masking_of_file(web: &Web, visitor: &Visitor, client: ClientId) -> Result<Masking, WebError> {
    let masking = masking_of_lists(web, visitor).await?;
    if masking.is_off() {
        return Ok(masking);
    }
    let since = today(web).begins(web.config.offset_minutes);
    let open = store::is_open(web.store.read(), visitor.scope(), client, &visitor.session, since).await?;
    Ok(if open { Masking::default() } else { masking })
}

/// The address where a reason is given to see a file in full, and which leads on to `next`.
pub(crate) fn unmasking_address(client: ClientId, next: &str) -> String {
    format!("/clients/{}/unmasking?return={}", client.0, crate::clients::encoded(next))
}

/// An unmasking to write: who sees which file, why, and in which session.
struct Unmasking<'a> {
    client: ClientId,
    session: &'a str,
    reason: Reason,
    call: Option<i64>,
    at: Moment,
}
