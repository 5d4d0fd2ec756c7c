//! How a file is read: its kind, its columns, what to do with what is known already.

use serde::{Deserialize, Serialize};
use words::Lang;

use crate::clients::Status;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text with rows and cells.
    Csv,
    /// A workbook.
    Xlsx,
    /// Address cards.
    Vcard,
}

/// What to do with a line whose client is in the file already: the same reference, or the same number or e-mail address with a
/// name alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// Leave it out.
    Skip,
    /// Make a second file.
    Make,
}

/// The order of a name that stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Family name first, as lists are written.
    FamilyFirst,
    /// Given name first, as it is said.
    GivenFirst,
}

/// How a file is read. Kept with the import, and proposed again for the next file with the same columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The kind of the file.
    pub kind: Kind,
    /// The name of its encoding; empty for a workbook.
    pub encoding: String,
    /// What stands between two cells of a CSV file.
    pub delimiter: char,
    /// The sheet of a workbook.
    pub sheet: String,
    /// The header of each column.
    pub columns: Vec<String>,
    /// The field that each column fills, or an empty text; `full_name` for a name in one cell.
    pub fields: Vec<String>,
    /// What to do with clients that are known.
    pub known: Known,
    /// The order of a name in one cell.
    pub order: Order,
    /// The code of the language of a client for whom the file gives none.
    pub language: String,
    /// The code of the status of a client for whom the file gives none.
    pub status: String,
}

impl Plan {
    /// A plan for a file, before its columns are matched.
    pub(super) fn new(kind: Kind, columns: Vec<String>, fields: Vec<String>, lang: Lang) -> Self {
        Self {
            kind,
            encoding: String::new(),
            delimiter: ';',
            sheet: String::new(),
            columns,
            fields,
            known: Known::Skip,
            order: Order::FamilyFirst,
            language: lang.code().to_owned(),
            status: Status::Active.code().to_owned(),
        }
    }

    /// The column that fills a field.
    pub fn column_of(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|own| own == field)
    }

    /// True when a person or an organisation would be named.
    pub fn names_somebody(&self) -> bool {
        let has = |field: &str| self.column_of(field).is_some();
        let person = |script: &str| has(&format!("given_{script}")) && has(&format!("family_{script}"));
        has("full_name")
            || person("latin")
            || person("arabic")
            || has("organisation_latin")
            || has("organisation_arabic")
    }
}
