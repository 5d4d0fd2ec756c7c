use std::io::{Chain, Cursor, Read, Seek, SeekFrom};

use super::{
    card::Card,
    lines::{Lines, Logical},
    property::Head,
};
use crate::{Encoding, Fault, FaultKind, Limits, Position, Row, Rows, SheetError, Step, row::refuse, source::Source};

/// Reads a file of cards, in the memory of one. Each card is a row of [`super::COLUMNS`]; there is no header row.
///
/// Photos, logos, sounds and keys are passed over without being kept.
pub struct VcardReader<R> {
    lines: Lines<Chain<Cursor<Vec<u8>>, R>>,
    limits: Limits,
    logical: Logical,
    record: u64,
    /// A card began on the last line that was read, although the one before it had not ended.
    begun: bool,
}

/// The beginning of what is shown of a card that is refused, in bytes.
const RAW: usize = 4096;

impl<R: Read> VcardReader<R> {
    /// Reads from the beginning of a file: UTF-8, UTF-16 with its mark, or what each property says.
    ///
    /// # Errors
    /// Those of `input`.
    pub fn new(mut input: R, limits: Limits) -> Result<Self, SheetError> {
        let (mark, encoding) = mark_of(&mut input)?;
        let (begin, byte) = if encoding.is_wide() { (Vec::new(), 2) } else { (mark, 0) };
        let source = Source::new(Cursor::new(begin).chain(input), encoding);
        let mut lines = Lines::new(source, limits.cell, 1, byte);
        lines.pass_mark()?;
        Ok(VcardReader { lines, limits, logical: Logical::default(), record: 1, begun: false })
    }

    /// Reads on from where another reader of the same file was.
    ///
    /// # Errors
    /// Those of `input`.
    pub fn resume(mut input: R, limits: Limits, at: Position) -> Result<Self, SheetError>
    where
        R: Seek,
    {
        if at == Position::START {
            return VcardReader::new(input, limits);
        }
        input.seek(SeekFrom::Start(0))?;
        let (_, encoding) = mark_of(&mut input)?;
        input.seek(SeekFrom::Start(at.byte))?;
        let source = Source::new(Cursor::new(Vec::new()).chain(input), encoding);
        let lines = Lines::new(source, limits.cell, at.line, at.byte);
        Ok(VcardReader { lines, limits, logical: Logical::default(), record: at.record, begun: false })
    }

    /// Reads the properties of the card that begins at `at`.
    fn card(&mut self, row: &mut Row, at: Position) -> Result<Step, SheetError> {
        let mut card = Card::default();
        self.lines.is_old = false;
        let mut raw = Vec::new();
        let mut fault: Option<Fault> = None;
        let (mut size, mut inner) = (0, 0_u32);
        loop {
            if !self.lines.next(&mut self.logical)? {
                fault.get_or_insert(Fault { kind: FaultKind::CardBroken, line: at.line, column: None });
                break;
            }
            let line = &self.logical;
            if is(&line.bytes, "BEGIN") && inner == 0 {
                self.begun = true;
                fault = Some(Fault { kind: FaultKind::CardBroken, line: at.line, column: None });
                break;
            }
            if is(&line.bytes, "END") {
                match inner {
                    0 => break,
                    // The card of an agent stands inside that of the person, in version 2.1.
                    _ => inner = 0,
                }
                continue;
            }
            if inner > 0 || line.is_skipped {
                continue;
            }
            size += line.bytes.len();
            if raw.len() < RAW {
                raw.extend_from_slice(&line.bytes);
                raw.push(b'\n');
            }
            let kind = match Head::of(&line.bytes) {
                None => Some(FaultKind::CardBroken),
                Some(_) if line.is_cut => Some(FaultKind::CellTooLong),
                Some(_) if size > self.limits.record => Some(FaultKind::RowTooLong { until: 0 }),
                Some(head) if head.name.eq_ignore_ascii_case(b"AGENT") => {
                    inner = u32::from(head.text(&line.bytes).trim().is_empty());
                    self.pass_inner(inner > 0)?;
                    None
                }
                Some(_) if fault.is_some() => None,
                Some(head) => {
                    card.take(&head, &line.bytes);
                    self.lines.is_old = card.is_old();
                    None
                }
            };
            if let Some(kind) = kind {
                fault.get_or_insert(Fault { kind, line: self.logical.line, column: None });
            }
        }
        Ok(self.done(row, at, card, fault, &raw))
    }

    /// Passes over the first line of the card of an agent.
    fn pass_inner(&mut self, is_there: bool) -> Result<(), SheetError> {
        if is_there {
            self.lines.next(&mut self.logical)?;
        }
        Ok(())
    }

    fn done(&mut self, row: &mut Row, at: Position, card: Card, fault: Option<Fault>, raw: &[u8]) -> Step {
        self.record += 1;
        match fault {
            None => {
                row.begin(at);
                card.fill(row);
                Step::Row
            }
            Some(mut fault) => {
                refuse(row, at, &String::from_utf8_lossy(raw));
                if let FaultKind::RowTooLong { until } = &mut fault.kind {
                    *until = self.lines.line;
                }
                Step::Refused(fault)
            }
        }
    }

    /// Passes over lines that stand in no card, and tells the first of them.
    fn outside(&mut self, row: &mut Row, at: Position) -> Result<Step, SheetError> {
        let raw = std::mem::take(&mut self.logical.bytes);
        while self.lines.next(&mut self.logical)? {
            if is(&self.logical.bytes, "BEGIN") {
                self.begun = true;
                break;
            }
        }
        let fault = Fault { kind: FaultKind::CardBroken, line: at.line, column: None };
        Ok(self.done(row, at, Card::default(), Some(fault), raw.get(..raw.len().min(RAW)).unwrap_or_default()))
    }
}

impl<R: Read> Rows for VcardReader<R> {
    fn next_row(&mut self, row: &mut Row) -> Result<Step, SheetError> {
        if !std::mem::take(&mut self.begun) && !self.lines.next(&mut self.logical)? {
            return Ok(Step::End);
        }
        let at = Position { record: self.record, line: self.logical.line, byte: self.logical.byte };
        if is(&self.logical.bytes, "BEGIN") { self.card(row, at) } else { self.outside(row, at) }
    }

    fn position(&self) -> Position {
        if self.begun {
            return Position { record: self.record, line: self.logical.line, byte: self.logical.byte };
        }
        Position { record: self.record, line: self.lines.line, byte: self.lines.byte }
    }
}

/// True for `BEGIN:VCARD` or `END:VCARD`, in any case.
fn is(line: &[u8], what: &str) -> bool {
    Head::of(line).is_some_and(|head| {
        head.name.eq_ignore_ascii_case(what.as_bytes()) && head.text(line).trim().eq_ignore_ascii_case("VCARD")
    })
}

/// The first bytes of a file, and the encoding that its mark says.
fn mark_of<R: Read>(input: &mut R) -> Result<(Vec<u8>, Encoding), SheetError> {
    let mut mark = Vec::new();
    input.by_ref().take(2).read_to_end(&mut mark)?;
    let wide = [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|encoding| mark == encoding.mark());
    Ok((mark, wide.unwrap_or(Encoding::Utf8)))
}
