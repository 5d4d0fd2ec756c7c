// A drill being typed: the times between keys, pastes refused, six-key chords, and the lines of a dictation by two keys.
// The server computes everything from what is sent; without this module only the text counts.
import { say } from "./announce.js";
import { chords, decode } from "./chords.js";

const seat = document.querySelector("[data-drill]");
const form = seat.querySelector("form[data-draft]");
const { typed: field, times, cells } = form.elements;
const MOST = 23000;
let last = null;

// One word for each key, as `rhythm.rs` reads them.
function note(word) {
  if (times.value.length + word.length < MOST) times.value += (times.value ? " " : "") + word;
}

function since() {
  const now = performance.now(), ms = last === null ? 0 : Math.round(now - last);
  last = now;
  return ms;
}

// The page was opened again: what follows has no interval with what came before.
if (times.value) note("r");

function refuse(event) {
  event.preventDefault();
  note("p");
  document.getElementById("refused").hidden = false;
  say(seat.dataset.refused);
}
field.addEventListener("paste", refuse);
field.addEventListener("drop", refuse);

field.addEventListener("beforeinput", (event) => {
  if (["insertFromPaste", "insertFromDrop", "insertFromYank", "insertReplacementText"].includes(event.inputType)) refuse(event);
});

if (seat.dataset.drill === "six_keys") sixKeys();
else field.addEventListener("input", (event) => {
  if (!event.isTrusted) return;
  if (event.inputType?.startsWith("delete")) return note(`b${since()}`);
  const came = event.inputType === "insertLineBreak" ? 1 : [...(event.data ?? "")].length;
  if (came > 1) {
    note(`m${came}`);
    last = performance.now();
  } else if (came === 1) note(String(since()));
});

async function sixKeys() {
  const answer = await fetch(seat.dataset.table, { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const table = await answer.json();
  const show = () => {
    field.value = decode(cells.value, table);
    field.setSelectionRange(field.value.length, field.value.length);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const add = (cell) => {
    note(String(since()));
    cells.value += cell;
    show();
    // What was written is told word by word: no echo of the keys tells it.
    if (cell === "\u2800" || cell === "\n") say(field.value.trim().split(/\s+/).at(-1));
  };
  chords(field, add);
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const own = { " ": () => add("\u2800"), Enter: () => add("\n"), Backspace: undo }[event.key];
    if (own) {
      event.preventDefault();
      own();
    } else if (event.key.length === 1 || event.key === "Delete") {
      event.preventDefault();
      say(seat.dataset.onlyKeys);
    }
  });
  function undo() {
    if (!cells.value) return;
    note(`b${since()}`);
    cells.value = [...cells.value].slice(0, -1).join("");
    show();
  }
  // Characters that come without these keys are none of this drill.
  field.addEventListener("beforeinput", (event) => { if (!event.defaultPrevented) event.preventDefault(); });
  if (cells.value) show();
}

// In a dictation: Ctrl+↓ plays the next line, Ctrl+↑ the same again. The focus stays in the field.
const lines = [...seat.querySelectorAll("audio[data-line]")];
let at = -1;
if (lines.length && document.body.dataset.shortcuts === "true") {
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: 0 }[event.key];
    if (!event.ctrlKey || step === undefined) return;
    event.preventDefault();
    lines.forEach((line) => line.pause());
    at = Math.max(0, Math.min(lines.length - 1, at + step));
    lines[at].currentTime = 0;
    lines[at].play().catch(() => { /* the browser waits for a key; the player is there */ });
  });
}
