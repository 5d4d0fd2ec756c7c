//! Names of keys, as they stand on keyboards sold in Algeria and as the readers' own manuals write them.

/// The keys that are not a letter, a digit or F1 to F12: name in the English pages, in the French ones, in the Arabic ones.
const NAMED: [[&str; 3]; 27] = [
    ["Enter", "Entrée", "Enter"],
    ["Escape", "Échap", "Escape"],
    ["Tab", "Tab", "Tab"],
    ["Space", "Espace", "Space"],
    ["Ctrl", "Ctrl", "Ctrl"],
    ["Alt", "Alt", "Alt"],
    ["Shift", "Maj", "Shift"],
    ["Insert", "Inser", "Insert"],
    ["Caps Lock", "Verr Maj", "Caps Lock"],
    ["Backspace", "Retour arrière", "Backspace"],
    ["Print Screen", "Impr écran", "Print Screen"],
    ["Windows", "Windows", "Windows"],
    ["Super", "Super", "Super"],
    ["Up Arrow", "Flèche haut", "السهم الأعلى"],
    ["Down Arrow", "Flèche bas", "السهم الأسفل"],
    ["Left Arrow", "Flèche gauche", "السهم الأيسر"],
    ["Right Arrow", "Flèche droite", "السهم الأيمن"],
    ["Plus", "Plus", "Plus"],
    ["Minus", "Moins", "Minus"],
    ["Semicolon", "Point-virgule", "Semicolon"],
    ["Numpad Plus", "Pavé Plus", "Numpad Plus"],
    ["Numpad Enter", "Pavé Entrée", "Numpad Enter"],
    ["Left Alt", "Alt gauche", "Left Alt"],
    ["Left Shift", "Maj gauche", "Left Shift"],
    ["Home", "Début", "Home"],
    ["NVDA", "NVDA", "NVDA"],
    ["Orca", "Orca", "Orca"],
];

/// The keys pressed together in `chord` (`Ctrl+Entrée`), each by its English name; `None` when one of them is no key.
pub(super) fn english(chord: &str) -> Option<Vec<String>> {
    chord.split('+').map(one).collect()
}

fn one(key: &str) -> Option<String> {
    if let Some(names) = NAMED.iter().find(|names| names.contains(&key)) {
        return Some(names[0].to_owned());
    }
    let letter = key.len() == 1 && key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let function = key.strip_prefix('F').and_then(|n| n.parse().ok()).is_some_and(|n: u8| (1..=12).contains(&n));
    (letter || function).then(|| key.to_owned())
}
