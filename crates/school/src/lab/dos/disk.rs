//! The disks of the simulated computer: folders and files in memory, never those of the real one, with their limits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::path::{Path, fold};

/// The longest name of a file or folder, in characters.
pub const LONGEST_NAME: usize = 64;
/// The most entries that one disk holds.
pub const MOST_ENTRIES: usize = 400;
/// The deepest folder.
pub const DEEPEST: usize = 12;
/// The largest disk, in bytes: a floppy disk of 360 KB.
pub const LARGEST_DISK: u32 = 368_640;
/// What an entry itself takes on the disk, in bytes, as in a FAT folder.
const ENTRY: u64 = 32;

/// The attributes that `ATTRIB` shows and sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attributes {
    /// Read only: cannot be changed or deleted.
    pub read_only: bool,
    /// Not shown by `DIR`.
    pub hidden: bool,
    /// Belongs to the system; not shown by `DIR`.
    pub system: bool,
    /// Changed since the last backup.
    pub archive: bool,
}

impl Attributes {
    /// The attribute of a letter: `R`, `H`, `S` or `A`.
    pub fn of(&mut self, letter: char) -> Option<&mut bool> {
        match letter.to_ascii_uppercase() {
            'R' => Some(&mut self.read_only),
            'H' => Some(&mut self.hidden),
            'S' => Some(&mut self.system),
            'A' => Some(&mut self.archive),
            _ => None,
        }
    }

    /// The letters that are set, in the order in which `ATTRIB` writes them.
    pub fn letters(self) -> String {
        let all = [(self.archive, 'A'), (self.system, 'S'), (self.hidden, 'H'), (self.read_only, 'R')];
        all.into_iter().filter_map(|(set, letter)| set.then_some(letter)).collect()
    }
}

/// A folder's entries by their names without case.
pub type Entries = BTreeMap<String, Node>;

/// A file or a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The name as it was written.
    pub name: String,
    /// When it was last changed, in milliseconds of the simulated clock.
    pub at: i64,
    /// Its attributes.
    #[serde(default)]
    pub attributes: Attributes,
    /// What it holds.
    pub content: Content,
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The text of a file, lines ended by `\n`.
    File(String),
    /// The entries of a folder.
    Folder(Entries),
}

impl Node {
    /// A new file.
    pub fn file(name: &str, text: String, at: i64) -> Self {
        let attributes = Attributes { archive: true, ..Attributes::default() };
        Self { name: name.to_owned(), at, attributes, content: Content::File(text) }
    }

    /// A new, empty folder.
    pub fn folder(name: &str, at: i64) -> Self {
        let content = Content::Folder(Entries::new());
        Self { name: name.to_owned(), at, attributes: Attributes::default(), content }
    }

    /// The text, if it is a file.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::File(text) => Some(text),
            Content::Folder(_) => None,
        }
    }

    /// The entries, if it is a folder.
    pub fn entries(&self) -> Option<&Entries> {
        match &self.content {
            Content::Folder(entries) => Some(entries),
            Content::File(_) => None,
        }
    }

    /// True for a folder.
    pub fn is_folder(&self) -> bool {
        self.entries().is_some()
    }

    /// True when `DIR` leaves it out.
    pub fn is_hidden(&self) -> bool {
        self.attributes.hidden || self.attributes.system
    }

    /// The size that `DIR` shows: one byte a character, two a line end, as in the code pages of MS-DOS.
    pub fn size(&self) -> u64 {
        self.text().map_or(0, size_of)
    }

    fn space(&self) -> u64 {
        match &self.content {
            Content::File(text) => ENTRY + size_of(text),
            Content::Folder(entries) => ENTRY + entries.values().map(Self::space).sum::<u64>(),
        }
    }

    fn count(&self) -> usize {
        1 + self.entries().map_or(0, |entries| entries.values().map(Self::count).sum())
    }

    fn depth(&self) -> usize {
        self.entries().map_or(0, |entries| 1 + entries.values().map(Self::depth).max().unwrap_or(0))
    }
}

fn size_of(text: &str) -> u64 {
    text.chars().map(|c| if c == '\n' { 2 } else { 1 }).sum()
}

/// Why the disk does not take something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The folder in which it should stand does not exist.
    NoFolder,
    /// There is no room.
    Full,
    /// There are too many entries, or folders in folders.
    TooMany,
    /// The name has letters that no name has, or too many.
    Name,
    /// It is read only.
    ReadOnly,
    /// A folder of that name stands there, or a file where a folder should be.
    Taken,
}

/// A disk in a drive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disk {
    /// The volume label; empty when it has none.
    pub label: String,
    /// Its size, in bytes.
    pub capacity: u32,
    /// Its root folder.
    pub root: Node,
}

impl Disk {
    /// An empty disk.
    pub fn new(label: &str, capacity: u32, at: i64) -> Self {
        let capacity = capacity.min(LARGEST_DISK);
        Self { label: label.to_owned(), capacity, root: Node::folder("", at) }
    }

    /// What is written on it, in bytes.
    pub fn used(&self) -> u64 {
        self.root.space()
    }

    /// What can still be written on it, in bytes.
    pub fn free(&self) -> u64 {
        u64::from(self.capacity).saturating_sub(self.used())
    }

    /// A serial number that belongs to this disk: the same as long as its label and size are.
    pub fn serial(&self) -> String {
        let mix = |sum: u32, byte: u8| sum.wrapping_mul(16_777_619) ^ u32::from(byte);
        let sum = self.label.bytes().fold(2_166_136_261 ^ self.capacity, mix);
        format!("{:04X}-{:04X}", sum >> 16, sum & 0xFFFF)
    }

    /// What stands at a place.
    pub fn find(&self, steps: &[String]) -> Option<&Node> {
        steps.iter().try_fold(&self.root, |node, step| node.entries()?.get(&fold(step)))
    }

    /// What stands at a place, to change it.
    pub fn find_mut(&mut self, steps: &[String]) -> Option<&mut Node> {
        steps.iter().try_fold(&mut self.root, |node, step| match &mut node.content {
            Content::Folder(entries) => entries.get_mut(&fold(step)),
            Content::File(_) => None,
        })
    }

    /// The entries of a folder, if there is a folder at that place.
    pub fn folder(&self, steps: &[String]) -> Option<&Entries> {
        self.find(steps)?.entries()
    }

    /// Puts an entry into the folder at `steps`. A file takes the place of a file of its name.
    ///
    /// # Errors
    /// Why the disk does not take it; nothing is changed then.
    pub fn put(&mut self, steps: &[String], node: Node) -> Result<(), Refused> {
        if !is_name(&node.name) {
            return Err(Refused::Name);
        }
        let old = self.folder(steps).ok_or(Refused::NoFolder)?.get(&fold(&node.name));
        match old {
            Some(old) if old.is_folder() || node.is_folder() => return Err(Refused::Taken),
            Some(old) if old.attributes.read_only => return Err(Refused::ReadOnly),
            _ => {}
        }
        let (gone, fewer) = old.map_or((0, 0), |old| (old.space(), old.count()));
        if self.used() - gone + node.space() > u64::from(self.capacity) {
            return Err(Refused::Full);
        }
        // The root itself is no entry.
        if self.root.count() - 1 - fewer + node.count() > MOST_ENTRIES || steps.len() + node.depth() > DEEPEST {
            return Err(Refused::TooMany);
        }
        if let Some(Content::Folder(entries)) = self.find_mut(steps).map(|folder| &mut folder.content) {
            entries.insert(fold(&node.name), node);
        }
        Ok(())
    }

    /// Takes away what stands at a place.
    pub fn take(&mut self, path: &Path) -> Option<Node> {
        let (name, above) = path.steps.split_last()?;
        match &mut self.find_mut(above)?.content {
            Content::Folder(entries) => entries.remove(&fold(name)),
            Content::File(_) => None,
        }
    }

    /// How many entries it has.
    pub fn entries(&self) -> usize {
        self.root.count() - 1
    }
}

/// True for what can be the name of a file or a folder: letters, digits and signs, neither `\ / : * ? " < > |` nor
/// control characters, not only dots and spaces, and no name of a device.
pub fn is_name(name: &str) -> bool {
    const DEVICES: [&str; 5] = ["CON", "PRN", "NUL", "AUX", "CLOCK$"];
    let stem = fold(name.split('.').next().unwrap_or_default());
    let signs = |c: char| c.is_control() || r#"\/:*?"<>|"#.contains(c);
    !name.trim_matches(['.', ' ']).is_empty()
        && name == name.trim()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(signs)
        && !DEVICES.contains(&stem.as_str())
}
