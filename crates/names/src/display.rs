//! How a name is shown: the person's preferred script first, the other one second.

use crate::{person::PersonName, script::Script};

/// A name ready to be shown; each part carries its script, for `lang` and `dir`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displayed {
    /// What is read first.
    pub first: (String, Script),
    /// The same name in the other script, when the file holds it in full.
    pub second: Option<(String, Script)>,
}

/// Gives the name in the preferred script and, second, in the other; the other alone when only that one is complete.
pub fn displayed(name: &PersonName, preferred: Script) -> Displayed {
    let in_script = |script: Script| name.full(script).map(|text| (text, script));
    match (in_script(preferred), in_script(preferred.other())) {
        (Some(first), second) => Displayed { first, second },
        (None, Some(first)) => Displayed { first, second: None },
        (None, None) => Displayed { first: (String::new(), preferred), second: None },
    }
}

/// The name on one line, in the preferred script when the file holds it: for lists, titles and spoken lines.
pub fn line(name: &PersonName, preferred: Script) -> String {
    displayed(name, preferred).first.0
}
