//! The codes of a call: why it came, how it ended.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a caller calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallReason {
    /// Wants to know something.
    Information,
    /// About the amount or the content of a bill.
    Bill,
    /// About a payment made, refused or due.
    Payment,
    /// About a parcel or a delivery.
    Delivery,
    /// Something does not work.
    Breakdown,
    /// Is not satisfied and says so.
    Complaint,
    /// Places or follows an order.
    Order,
    /// Has details to change in the file.
    ChangeDetails,
    /// Wants to end a contract or cancel an order.
    Cancellation,
    /// Calls about another person's file.
    ThirdParty,
    /// Did not want this company.
    WrongNumber,
    /// Anything else.
    Other,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What was asked was done.
    Resolved,
    /// What was asked was told.
    InformationGiven,
    /// Another service took the call or the request.
    Transferred,
    /// The person will be called back.
    Callback,
    /// What was asked could not be told to this person.
    DataRefused,
    /// Nothing could be done.
    Unresolved,
    /// The line fell.
    Dropped,
    /// The caller did not want this company.
    WrongNumber,
}

impl CallReason {
    /// The codes, in their order.
    pub const ALL: [Self; 12] = [
        Self::Information,
        Self::Bill,
        Self::Payment,
        Self::Delivery,
        Self::Breakdown,
        Self::Complaint,
        Self::Order,
        Self::ChangeDetails,
        Self::Cancellation,
        Self::ThirdParty,
        Self::WrongNumber,
        Self::Other,
    ];
    /// The words of the codes, in their order.
    pub const WORDS: [&str; 12] = [
        "information",
        "bill",
        "payment",
        "delivery",
        "breakdown",
        "complaint",
        "order",
        "change_details",
        "cancellation",
        "third_party",
        "wrong_number",
        "other",
    ];
    const FRENCH: [&str; 12] = [
        "information",
        "facture",
        "paiement",
        "livraison",
        "panne",
        "réclamation",
        "commande",
        "modification des coordonnées",
        "résiliation ou annulation",
        "demande d’un tiers",
        "faux numéro",
        "autre",
    ];

    /// The code of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }

    /// The word of the code.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The code in plain French, for the command line.
    #[must_use]
    pub fn in_french(self) -> &'static str {
        Self::FRENCH[self as usize]
    }
}

impl Outcome {
    /// The codes, in their order.
    pub const ALL: [Self; 8] = [
        Self::Resolved,
        Self::InformationGiven,
        Self::Transferred,
        Self::Callback,
        Self::DataRefused,
        Self::Unresolved,
        Self::Dropped,
        Self::WrongNumber,
    ];
    /// The words of the codes, in their order.
    pub const WORDS: [&str; 8] = [
        "resolved",
        "information_given",
        "transferred",
        "callback",
        "data_refused",
        "unresolved",
        "dropped",
        "wrong_number",
    ];
    const FRENCH: [&str; 8] = [
        "demande satisfaite",
        "information donnée",
        "appel transféré",
        "rappel prévu",
        "données refusées",
        "demande non satisfaite",
        "ligne coupée",
        "faux numéro",
    ];

    /// The code of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }

    /// The word of the code.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The code in plain French, for the command line.
    #[must_use]
    pub fn in_french(self) -> &'static str {
        Self::FRENCH[self as usize]
    }
}

impl fmt::Display for CallReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.word().replace('_', " "))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.word().replace('_', " "))
    }
}
