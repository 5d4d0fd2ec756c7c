//! The calls to liblouis: the only unsafe code of the program. Each says why it is sound.
//!
//! liblouis is built with characters of 16 or of 32 bits; `lou_charSize` says which. Only characters of the first plane
//! are handed to it ([`crate::translate`] writes the others as code points), so that one character is one unit in both.

#![expect(unsafe_code, reason = "a C library can only be called so; everything else of the program does without")]

use std::ffi::{CStr, CString, OsStr, c_char, c_int, c_void};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use libloading::Library;

use super::Cell;

/// liblouis keeps its compiled tables and its buffers in globals: one call at a time, in the whole process.
static LOCK: Mutex<()> = Mutex::new(());
/// What liblouis last complained of, for the message about a table.
static SAID: Mutex<String> = Mutex::new(String::new());

/// `dotsIO | ucBrl | noUndefined` of liblouis.h: Unicode patterns whatever the display table, nothing for an unknown.
const FORWARD: c_int = 4 | 64 | 128;
/// `LOU_LOG_ERROR` of liblouis.h.
const ERRORS: c_int = 40_000;

type Translate = unsafe extern "C" fn(
    *const c_char,
    *const c_void,
    *mut c_int,
    *mut c_void,
    *mut c_int,
    *mut u16,
    *mut c_char,
    *mut c_int,
    *mut c_int,
    *mut c_int,
    c_int,
) -> c_int;
type Listen = unsafe extern "C" fn(c_int, *const c_char);

/// The opened library.
pub(super) struct Calls {
    version: String,
    wide: bool,
    get_table: unsafe extern "C" fn(*const c_char) -> *const c_void,
    translate: Translate,
    back_translate: Translate,
}

impl fmt::Debug for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Calls").field("version", &self.version).field("wide", &self.wide).finish_non_exhaustive()
    }
}

impl Calls {
    pub(super) fn open(name: &OsStr) -> Result<Self, libloading::Error> {
        // SAFETY: loading runs the library's initialisers. It is the library that the operator installed or named.
        let library = unsafe { Library::new(name) }?;
        let _one = lock();
        // SAFETY: `const char *lou_version(void)`, as in liblouis.h of the interface version 20.
        let version = *unsafe { library.get::<unsafe extern "C" fn() -> *const c_char>("lou_version") }?;
        // SAFETY: `int lou_charSize(void)`.
        let char_size = *unsafe { library.get::<unsafe extern "C" fn() -> c_int>("lou_charSize") }?;
        // SAFETY: `void lou_registerLogCallback(void (*)(logLevels, const char *))`; an enum is an int in C.
        let listen = *unsafe { library.get::<unsafe extern "C" fn(Option<Listen>)>("lou_registerLogCallback") }?;
        // SAFETY: `void lou_setLogLevel(logLevels)`.
        let level = *unsafe { library.get::<unsafe extern "C" fn(c_int)>("lou_setLogLevel") }?;
        // SAFETY: `const void *lou_getTable(const char *)`.
        let get_table = *unsafe { library.get("lou_getTable") }?;
        // SAFETY: `lou_translate` has the parameters of `Translate`, in which `widechar *` stands as `c_void`.
        let translate = *unsafe { library.get::<Translate>("lou_translate") }?;
        // SAFETY: `lou_backTranslate` has the same parameters.
        let back_translate = *unsafe { library.get::<Translate>("lou_backTranslate") }?;
        // SAFETY: no argument; the answer is a string of the library that lives as long as it does.
        let version = unsafe { version() };
        // SAFETY: the string ends with a zero.
        let version = unsafe { CStr::from_ptr(version) }.to_string_lossy().into_owned();
        // SAFETY: no argument.
        let wide = unsafe { char_size() } == 4;
        // SAFETY: `said` stays in this program as long as it runs, and does not unwind.
        unsafe { listen(Some(said)) };
        // SAFETY: a level of liblouis.h.
        unsafe { level(ERRORS) };
        // Never unloaded: the pointers stay good, and the compiled tables are not lost with their memory.
        std::mem::forget(library);
        Ok(Self { version, wide, get_table, translate, back_translate })
    }

    pub(super) fn version(&self) -> String {
        self.version.clone()
    }

    /// Compiles a table, or says why it cannot be.
    pub(super) fn open_table(&self, table: &str) -> Result<(), String> {
        let name = CString::new(table).map_err(|error| error.to_string())?;
        let _one = lock();
        forget();
        // SAFETY: the name ends with a zero and outlives the call.
        let opened = unsafe { (self.get_table)(name.as_ptr()) };
        if opened.is_null() { Err(complaint()) } else { Ok(()) }
    }

    pub(super) fn forward(&self, table: &str, text: &[char]) -> Result<Vec<Cell>, String> {
        let (units, from) = self.call(self.translate, table, text, FORWARD)?;
        let mut furthest = 0;
        let cells = units.into_iter().zip(from).map(|(unit, from)| {
            furthest = furthest.max(usize::try_from(from).unwrap_or(0)).min(text.len().saturating_sub(1));
            Cell { dots: (unit & 0xFF) as u8, from: furthest }
        });
        Ok(cells.collect())
    }

    pub(super) fn back(&self, tables: &str, patterns: &[char]) -> Result<Vec<char>, String> {
        let (units, _) = self.call(self.back_translate, tables, patterns, 0)?;
        Ok(units.into_iter().map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    }

    /// Translates everything, with more room when the answer was cut.
    fn call(&self, with: Translate, table: &str, text: &[char], mode: c_int) -> Result<(Vec<u32>, Vec<c_int>), String> {
        if text.is_empty() {
            return Ok((vec![], vec![]));
        }
        let name = CString::new(table).map_err(|error| error.to_string())?;
        let mut room = text.len() * 4 + 64;
        for _ in 0..4 {
            let answer = if self.wide {
                let text: Vec<u32> = text.iter().map(|c| u32::from(*c)).collect();
                translated(with, &name, &text, room, mode)?
            } else {
                let text: Vec<u16> = text.iter().map(|c| u16::try_from(u32::from(*c)).unwrap_or(0xFFFD)).collect();
                translated(with, &name, &text, room, mode)?
            };
            let (read, units, from) = answer;
            if read == text.len() {
                return Ok((units, from));
            }
            room *= 4;
        }
        Err("the text was not translated to its end".to_owned())
    }
}

/// One call with units of 16 or 32 bits: how much of the text was read, what was written, and from where.
fn translated<U: Copy + Default + Into<u32>>(
    with: Translate,
    table: &CStr,
    text: &[U],
    room: usize,
    mode: c_int,
) -> Result<(usize, Vec<u32>, Vec<c_int>), String> {
    let (mut read, mut written) = (length(text.len())?, length(room)?);
    let mut units = vec![U::default(); room];
    let mut from: Vec<c_int> = vec![0; room];
    let mut to: Vec<c_int> = vec![0; text.len().max(room)];
    let none = std::ptr::null_mut();
    let _one = lock();
    forget();
    // SAFETY: `text` and `units` hold as many units, of the size that the library was built for, as `read` and `written`
    // say; `from` has a place for each unit written and `to` for each unit read; null stands where it is allowed
    // (typeform, spacing, cursor); the lock keeps a second call out.
    let done = unsafe {
        with(
            table.as_ptr(),
            text.as_ptr().cast(),
            &raw mut read,
            units.as_mut_ptr().cast(),
            &raw mut written,
            none,
            std::ptr::null_mut(),
            to.as_mut_ptr(),
            from.as_mut_ptr(),
            std::ptr::null_mut(),
            mode,
        )
    };
    if done == 0 {
        return Err(complaint());
    }
    let written = usize::try_from(written).unwrap_or(0).min(room);
    units.truncate(written);
    from.truncate(written);
    Ok((usize::try_from(read).unwrap_or(0), units.into_iter().map(Into::into).collect(), from))
}

fn length(of: usize) -> Result<c_int, String> {
    c_int::try_from(of).map_err(|_| "the text is too long for one call".to_owned())
}

fn lock() -> MutexGuard<'static, ()> {
    LOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

fn forget() {
    SAID.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

fn complaint() -> String {
    let said = SAID.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if said.is_empty() { "liblouis gave no reason".to_owned() } else { said }
}

/// Keeps the first complaint of a call: the ones after it follow from it.
unsafe extern "C" fn said(_level: c_int, text: *const c_char) {
    if text.is_null() {
        return;
    }
    // SAFETY: liblouis hands over a string that ends with a zero and lives during this call.
    let text = unsafe { CStr::from_ptr(text) }.to_string_lossy();
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if said.is_empty() {
        said.push_str(text.trim());
    }
}
