use std::io::{Read, Seek};

use memchr::memchr_iter;
use zip::{ZipArchive, read::ZipFile};

use crate::{Bomb, Limits, SheetError};

/// Below this size a workbook may grow as much as it likes, in bytes.
const SMALL: u64 = 16 << 20;
/// How much is unpacked at once, in bytes.
const PIECE: usize = 64 << 10;
/// The longest beginning of a tag that is looked at: `<x:sst xmlns:…="…" count="…" uniqueCount="…">`.
const TAG: usize = 512;

/// The most bytes of the list of sheets, of the styles and of the relations between the parts.
const LISTS: u64 = 8 << 20;
/// The most tags of the styles: Excel has 65 490 styles of cells at most, and one takes some hundred bytes of memory.
const STYLES: u64 = 200_000;
/// What a shared text takes in memory beside its letters, in bytes.
const TEXT: u64 = 48;

/// What was seen while a workbook was unpacked once without being kept.
#[derive(Debug, Default)]
pub(crate) struct Inspected {
    /// Some sheet has merged cells.
    pub merged: bool,
}

/// Unpacks every part of a workbook into nothing and counts, because a zip may lie about the sizes in its table.
///
/// It also makes sure that no cell is so long, and no announced count so high, that reading it would fill the memory.
///
/// # Errors
/// [`SheetError::Bomb`], or [`SheetError::Damaged`] for what is no zip.
pub(crate) fn inspect<R: Read + Seek>(source: &mut R, limits: &Limits) -> Result<Inspected, SheetError> {
    let mut archive = ZipArchive::new(source).map_err(damaged)?;
    if archive.len() > limits.parts {
        return Err(SheetError::Bomb(Bomb::Parts));
    }
    let mut seen = Inspected::default();
    let mut total = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        total += inspect_part(&mut part, limits, limits.unpacked - total, &mut seen)?;
    }
    Ok(seen)
}

fn inspect_part<R: Read>(
    part: &mut ZipFile<'_, R>,
    limits: &Limits,
    room: u64,
    seen: &mut Inspected,
) -> Result<u64, SheetError> {
    let name = part.name().map(|name| name.to_ascii_lowercase()).map_err(damaged)?;
    let packed = part.compressed_size().max(1);
    let is_sheet = name.contains("worksheets");
    let is_shared = name.ends_with("sharedstrings.xml");
    let is_styles = name.ends_with("styles.xml");
    let most = if is_styles || name.ends_with("workbook.xml") || name.ends_with(".rels") {
        LISTS
    } else if is_sheet || !name.ends_with(".xml") {
        room
    } else {
        limits.shared
    };
    // Only between cells a distance says something.
    let longest = if is_styles { u64::MAX } else { limits.record as u64 + (64 << 10) };
    let mut tags = Tags { longest, ..Tags::default() };
    let mut size = 0;
    let mut buffer = vec![0; PIECE + TAG];
    let mut kept = 0;
    loop {
        let read = part.read(buffer.get_mut(kept..).unwrap_or_default())?;
        size += read as u64;
        if size > room {
            return Err(SheetError::Bomb(Bomb::Unpacked));
        }
        if size > SMALL && size / packed > limits.ratio {
            return Err(SheetError::Bomb(Bomb::Ratio));
        }
        // These are kept in memory while the workbook is open, or may be.
        if size > most {
            return Err(SheetError::Bomb(Bomb::SharedTexts));
        }
        let filled = kept + read;
        if is_sheet || is_shared || is_styles {
            let ready = if read == 0 { filled } else { filled.saturating_sub(TAG) };
            tags.see(buffer.get(..filled).unwrap_or_default(), ready)?;
            buffer.copy_within(ready..filled, 0);
            kept = filled - ready;
        }
        if read == 0 {
            break;
        }
    }
    seen.merged |= tags.merged;
    if is_styles && tags.count > STYLES {
        return Err(SheetError::Bomb(Bomb::Styles));
    }
    if is_shared && size + TEXT * tags.texts > limits.shared {
        return Err(SheetError::Bomb(Bomb::SharedTexts));
    }
    if tags.announced > size {
        return Err(SheetError::Damaged("more shared texts announced than there can be".to_owned()));
    }
    Ok(size)
}

/// The tags of a sheet, of the shared texts or of the styles, as they pass.
#[derive(Default)]
struct Tags {
    longest: u64,
    since_cell: u64,
    after_cells: bool,
    merged: bool,
    announced: u64,
    /// How many tags there are, and how many of them open a shared text.
    count: u64,
    texts: u64,
}

impl Tags {
    /// Looks at the tags that begin in the first `ready` bytes.
    fn see(&mut self, bytes: &[u8], ready: usize) -> Result<(), SheetError> {
        let mut counted = 0;
        for at in memchr_iter(b'<', bytes.get(..ready).unwrap_or_default()) {
            let tag = bytes.get(at + 1..(at + TAG).min(bytes.len())).unwrap_or_default();
            self.count += 1;
            if tag.starts_with(b"!") && self.longest < u64::MAX {
                // Nothing writes these among cells, and they could hide a text of any length.
                return Err(SheetError::Damaged("a comment or CDATA among the cells".to_owned()));
            }
            let (closes, tag) = tag.strip_prefix(b"/").map_or((false, tag), |tag| (true, tag));
            let name = local_name(tag);
            match name {
                b"c" | b"si" | b"row" => {
                    self.since_cell += (at - counted) as u64;
                    counted = at;
                    self.fits()?;
                    self.since_cell = 0;
                    self.texts += u64::from(name == b"si" && !closes);
                }
                b"sheetData" if closes => self.after_cells = true,
                b"mergeCell" => self.merged = true,
                b"sst" if !closes => self.announced = unique_count(tag),
                _ => {}
            }
        }
        self.since_cell += (ready - counted) as u64;
        self.fits()
    }

    fn fits(&self) -> Result<(), SheetError> {
        if self.since_cell > self.longest && !self.after_cells {
            return Err(SheetError::Bomb(Bomb::Cell));
        }
        Ok(())
    }
}

/// The name of a tag without its prefix.
fn local_name(tag: &[u8]) -> &[u8] {
    let end = tag
        .iter()
        .take(64)
        .position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b':'))
        .unwrap_or(tag.len().min(64));
    let name = tag.get(..end).unwrap_or_default();
    name.rsplit(|byte| *byte == b':').next().unwrap_or_default()
}

/// The count that the tag of the shared texts announces; the highest one if it is no number.
fn unique_count(tag: &[u8]) -> u64 {
    let tag = tag.split(|byte| *byte == b'>').next().unwrap_or_default();
    let Some(at) = memchr::memmem::find(tag, b"uniqueCount") else {
        return 0;
    };
    let digits: Vec<u8> = tag
        .get(at + 11..)
        .unwrap_or_default()
        .iter()
        .skip_while(|byte| !byte.is_ascii_digit())
        .take_while(|byte| byte.is_ascii_digit())
        .copied()
        .collect();
    std::str::from_utf8(&digits).ok().and_then(|digits| digits.parse().ok()).unwrap_or(u64::MAX)
}

pub(crate) fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged(error.to_string())
}
