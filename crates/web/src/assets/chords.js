// Six keys pressed together make a cell; cells make text. The tables and the rules are those of the server, which reads the
// cells again: what stands here only shows what is being typed.
const DOTS = { KeyF: 1, KeyD: 2, KeyS: 4, KeyJ: 8, KeyK: 16, KeyL: 32 };

// Gives `made` a cell when every key of a chord is released.
export function chords(field, made) {
  const down = new Set();
  let cell = 0;
  field.addEventListener("keydown", (event) => {
    const dot = DOTS[event.code];
    if (!dot || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (event.repeat) return;
    down.add(event.code);
    cell |= dot;
  });
  field.addEventListener("keyup", (event) => {
    if (!down.delete(event.code) || down.size) return;
    made(String.fromCodePoint(0x2800 + cell));
    cell = 0;
  });
  field.addEventListener("blur", () => { down.clear(); cell = 0; });
}

export function decode(cells, table) {
  const all = [...cells], signs = new Map(Object.entries(table.signs).map(([text, own]) => [own, text]));
  let text = "", capitals = 0, number = false;
  for (let at = 0; at < all.length;) {
    const cell = all[at];
    const isCell = cell >= "\u2801" && cell <= "\u28FF";
    if (!isCell) {
      text += cell === "\u2800" ? " " : cell;
      capitals = 0;
      number = false;
      at += 1;
      continue;
    }
    const digit = number ? [...table.digits].indexOf(cell) : -1;
    if (digit >= 0) {
      text += digit;
      at += 1;
      continue;
    }
    let length = Math.min(3, all.length - at);
    while (length > 0 && !signs.has(all.slice(at, at + length).join(""))) length -= 1;
    if (length > 0) {
      const own = signs.get(all.slice(at, at + length).join(""));
      number = number && table.in_numbers.includes(own);
      text += capitals ? own.toUpperCase() : own;
      if (capitals === 1) capitals = 0;
      at += length;
    } else {
      if (cell === table.capital) {
        capitals = capitals ? 2 : 1;
        number = false;
      } else {
        number = cell === table.number;
        if (!number && cell !== table.letter) text += cell;
      }
      at += 1;
    }
  }
  return text;
}
