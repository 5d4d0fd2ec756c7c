// Function keys that screen readers and browsers leave free; all of them can be turned off in the preferences.
import { repeat, say } from "./announce.js";

const on = document.body.dataset.shortcuts === "true";

function toCall() {
  const status = document.querySelector("#status a");
  if (status && status.getAttribute("href") !== location.pathname) location.assign(status.href);
  else document.querySelector("[data-call-focus]")?.focus();
}

// Time is told on demand: the state is asked for, with its minutes.
async function tellStatus() {
  const shown = document.getElementById("status-text");
  if (!shown) return say(document.title);
  const answer = await fetch("/desk/line", { headers: { accept: "application/json" } }).catch(() => null);
  say(answer && answer.ok ? (await answer.json()).text : shown.textContent);
}

const keys = { F2: tellStatus, F4: repeat, F8: toCall, F9: () => location.assign("/shortcuts") };

if (on) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (keys[event.key] && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}

// In a list marked data-keys the arrows move between its buttons and links, and the key of an item, if it has one, leads
// to it; only while the focus is in the list. Tab still works.
for (const list of document.querySelectorAll("[data-keys]")) {
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    const stops = [...list.querySelectorAll("button, a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = on && /^[a-z0-9]$/.test(event.key) && list.querySelector(`[data-key="${event.key}"]`);
    const next = step ? stops[stops.indexOf(event.target) + step] : item && item.querySelector("button");
    if (next) { event.preventDefault(); next.focus(); }
  });
}
