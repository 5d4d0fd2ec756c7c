//! What only some files hold: an organisation, further contacts, how the client wants to be reached.

use std::collections::BTreeMap;

use ::web::Check;
use words::Lang;

use super::data::{STREET, email, place};

/// Filled fields by name: those of [`super::FIELDS`] that have no column of their own, and those that the centre defined. Values
/// as the journal writes them, but a commune by its identifier.
pub type More = BTreeMap<String, String>;

/// The longest name of an organisation, in characters.
const ORGANISATION: usize = 160;
/// The longest number of a register, in characters: a NIF has 15 or 20 digits, a NIS 15, a number of the register of commerce
/// about 14.
const REGISTRATION: usize = 40;
/// The longest reference, in characters.
const REFERENCE: usize = 40;

/// How a client prefers to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// By telephone.
    Phone,
    /// By short message.
    Sms,
    /// By e-mail.
    Email,
    /// By letter.
    Post,
}

impl Channel {
    /// Every channel, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Sms, Self::Email, Self::Post];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Post => "post",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Phone => "clients-channel-phone",
            Self::Sms => "clients-channel-sms",
            Self::Email => "clients-channel-email",
            Self::Post => "clients-channel-post",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// Reads the further fields; every one of them is in the answer, empty or not.
pub(super) fn read(check: &mut Check<'_>, lang: Lang) -> More {
    let mut more = More::new();
    let mut put = |field: &str, value: String| more.insert(field.to_owned(), value);
    for field in ["organisation_latin", "organisation_arabic"] {
        put(field, organisation(check, field));
    }
    put("registration", check.line("registration", REGISTRATION));
    put("email2", email(check, "email2"));
    put("street2", check.line("street2", STREET));
    let (wilaya, commune) = place(check, ["wilaya2", "commune2"], lang);
    let number = |number: i64| if number == 0 { String::new() } else { number.to_string() };
    put("wilaya2", number(i64::from(wilaya)));
    put("commune2", number(commune));
    put("script", check.choice("script", &["", "latin", "arabic"], "frame-error-choice").to_owned());
    let channels = ["", "phone", "sms", "email", "post"];
    put("channel", check.choice("channel", &channels, "frame-error-choice").to_owned());
    put("reference", check.line("reference", REFERENCE));
    more
}

/// The name of an organisation, which may hold digits and signs, in the script of its field.
fn organisation(check: &mut Check<'_>, field: &'static str) -> String {
    let typed = check.line(field, ORGANISATION);
    let arabic = typed.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}'));
    let latin = typed.chars().any(|c| c.is_alphabetic() && !matches!(c, '\u{600}'..='\u{6FF}'));
    match (field, arabic, latin) {
        ("organisation_latin", true, _) => check.wrong(field, "clients-error-organisation-latin"),
        ("organisation_arabic", _, true) => check.wrong(field, "clients-error-organisation-arabic"),
        _ => {}
    }
    typed
}
