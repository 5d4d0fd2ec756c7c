//! Words into lines.

use crate::pages::Laid;
use crate::translate::Word;

/// Where the lines of a text begin and end, in cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Margins {
    /// Blank cells before the first line.
    pub first: usize,
    /// Blank cells before the others.
    pub rest: usize,
    /// Cells in a line, the blanks included.
    pub width: usize,
}

/// The line that is being filled.
#[derive(Debug)]
pub(crate) struct Flow {
    margins: Margins,
    indent: usize,
    laid: Laid,
}

impl Flow {
    pub(crate) fn new(margins: Margins) -> Self {
        Self { margins, indent: margins.first, laid: Laid::default() }
    }

    /// Takes a word; gives back the line that it ended, and keeps what is left of the word. Call it again with that.
    fn place(&mut self, word: &mut Word) -> Option<Laid> {
        let room = self.margins.width - self.indent;
        let used = self.laid.line.cells.len();
        let blank = usize::from(used > 0);
        if used + blank + word.cells.len() <= room {
            self.laid.add(std::mem::take(word));
            return None;
        }
        if used == 0 {
            self.laid.add(word.cut(room));
        }
        Some(self.turn())
    }

    /// Takes a word and hands over the lines that it ended.
    pub(crate) fn word<E>(&mut self, mut word: Word, each: &mut dyn FnMut(Laid) -> Result<(), E>) -> Result<(), E> {
        while !word.cells.is_empty() {
            if let Some(line) = self.place(&mut word) {
                each(line)?;
            }
        }
        Ok(())
    }

    /// The last line, if there is one.
    pub(crate) fn end(mut self) -> Option<Laid> {
        (!self.laid.line.cells.is_empty()).then(|| self.turn())
    }

    fn turn(&mut self) -> Laid {
        let laid = std::mem::take(&mut self.laid).indented(self.indent);
        self.indent = self.margins.rest;
        laid
    }
}

/// Words in lines, gathered: for headings and the like.
pub(crate) fn lines(words: Vec<Word>, margins: Margins) -> Vec<Laid> {
    let mut flow = Flow::new(margins);
    let mut found = vec![];
    for word in words {
        let kept = flow.word(word, &mut |line| {
            found.push(line);
            Ok::<_, std::convert::Infallible>(())
        });
        match kept {
            Ok(()) => {}
            Err(never) => match never {},
        }
    }
    found.extend(flow.end());
    found
}
