//! The fonts of this computer that have both scripts.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::Font;

use crate::data::texts;
use crate::{Paper, PaperError};

/// Files of fonts that belong together, the most readable first. Each has Latin and Arabic letters, upright and bold: those of
/// Debian, of every Linux desktop, of Windows and of macOS.
const SETS: [&[&str]; 6] = [
    &["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"],
    &["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"],
    &["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"],
    &["segoeui.ttf", "segoeuib.ttf"],
    &["arial.ttf", "arialbd.ttf"],
    &["Arial.ttf", "Arial Bold.ttf"],
];

/// Where systems keep fonts.
const FOLDERS: [&str; 5] =
    ["/usr/share/fonts", "/usr/local/share/fonts", "C:\\Windows\\Fonts", "/System/Library/Fonts", "/Library/Fonts"];

/// So many files of a centre's own are read at most.
const OWN: usize = 40;

/// Signs that direct a text and are not drawn.
const HIDDEN: [std::ops::RangeInclusive<char>; 3] =
    ['\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{2069}'];

/// How deep folders of fonts are nested at most.
const DEPTH: usize = 6;

/// Fonts that were read once, for all papers.
#[derive(Clone, Debug)]
pub struct Fonts {
    pub(crate) all: Vec<Font>,
}

impl Fonts {
    /// Fonts with both scripts: whatever stands in the folder of `own`, where a centre may put its own, when together they have
    /// them; else a set that the system keeps.
    ///
    /// # Errors
    /// [`PaperError::NoFont`] when no set is whole.
    pub fn find(own: Option<&Path>) -> Result<Self, PaperError> {
        if let Some(fonts) = own.and_then(Self::of_centre) {
            return Ok(fonts);
        }
        let folders: Vec<PathBuf> = own.map(Path::to_owned).into_iter().chain(FOLDERS.map(PathBuf::from)).collect();
        Self::find_in(&folders)
    }

    fn of_centre(folder: &Path) -> Option<Self> {
        let kinds = ["ttf", "otf"];
        let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files
            .filter(|path| path.extension().is_some_and(|kind| kinds.iter().any(|own| kind.eq_ignore_ascii_case(own))))
            .collect();
        files.sort();
        let fonts = Self { all: files.iter().take(OWN).filter_map(|path| font(path)).collect() };
        ['a', 'é', 'ع', 'ي'].into_iter().all(|letter| fonts.has(letter)).then_some(fonts)
    }

    fn has(&self, letter: char) -> bool {
        self.all.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }

    /// The first sign of these papers that no font has, and the title and number of its paper. What is not drawn needs none.
    pub(crate) fn without(&self, papers: &[Paper]) -> Option<(char, String)> {
        let mut known = HashSet::new();
        let drawn = |letter: char| {
            !(letter.is_whitespace() || letter.is_control() || HIDDEN.iter().any(|own| own.contains(&letter)))
        };
        papers.iter().find_map(|paper| {
            let texts = texts(paper);
            let mut letters = texts.iter().flat_map(|text| text.chars());
            let sign = letters.find(|letter| {
                drawn(*letter) && !known.contains(letter) && !(self.has(*letter) && known.insert(*letter))
            })?;
            Some((sign, format!("{} {}", paper.title, paper.number).trim().to_owned()))
        })
    }

    fn find_in(folders: &[PathBuf]) -> Result<Self, PaperError> {
        let wanted: Vec<&str> = SETS.concat();
        let mut there = vec![];
        folders.iter().for_each(|folder| look(folder, &wanted, DEPTH, &mut there));
        let file = |name: &&str| there.iter().find(|path| path.file_name().is_some_and(|own| own == *name));
        let sets = SETS.iter().filter_map(|set| set.iter().map(file).collect::<Option<Vec<_>>>());
        let read = |set: Vec<&PathBuf>| set.into_iter().map(|path| font(path)).collect::<Option<Vec<_>>>();
        let all = sets.into_iter().find_map(read).ok_or_else(|| {
            let names: Vec<_> = folders.iter().map(|folder| folder.display().to_string()).collect();
            PaperError::NoFont(names.join(", "))
        })?;
        Ok(Self { all })
    }

    /// The names of the families, in the order in which a letter is looked for.
    pub(crate) fn families(&self) -> Vec<String> {
        let mut names: Vec<String> = vec![];
        for font in &self.all {
            let name = font.info().family.to_lowercase();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

fn font(path: &Path) -> Option<Font> {
    Font::new(Bytes::new(fs::read(path).ok()?), 0)
}

/// Notes the files of these names below a folder.
fn look(folder: &Path, wanted: &[&str], depth: usize, there: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if depth > 0 {
                look(&path, wanted, depth - 1, there);
            }
        } else if entry.file_name().to_str().is_some_and(|name| wanted.contains(&name)) {
            there.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_whole_set_it_says_where_it_looked() {
        let empty = PathBuf::from("/nowhere/fonts");
        let refused = Fonts::find_in(std::slice::from_ref(&empty)).unwrap_err();
        assert!(refused.to_string().contains("/nowhere/fonts"), "{refused}");
    }

    #[test]
    fn a_set_has_both_scripts() {
        let fonts = Fonts::find(None).unwrap();
        assert!(
            ['é', 'œ', '’', 'ع', 'ڨ', '٤', '–'].into_iter().all(|letter| fonts.has(letter)),
            "{:?}",
            fonts.families()
        );
    }
}
