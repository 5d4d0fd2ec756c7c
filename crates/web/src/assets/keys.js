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

const tidy = (element) => element?.innerText.replace(/\s+/g, " ").trim() ?? "";
const comma = document.documentElement.lang === "ar" ? "، " : ", ";
const heading = (element) => tidy(element?.closest("section:not(.sheet), form")?.querySelector("h2, h3"));

// Where am I: the page, its part, the field.
function tellPlace() {
  const at = document.activeElement, label = tidy(at?.labels?.[0]) || at?.getAttribute("aria-label") || "";
  const parts = [tidy(document.querySelector("h1")), heading(at), label];
  say(parts.filter((part, i) => part && parts.indexOf(part) === i).join(comma), { log: true });
}

// What can I do here: the buttons of this part of the page, else those of the page.
function tellActions() {
  const at = document.activeElement, part = at?.closest("section, form") ?? document.querySelector("main");
  const names = (root) => [...root.querySelectorAll("button, a.button")].filter((one) => one.checkVisibility()).map((one) => one.getAttribute("aria-label") || tidy(one));
  const found = [...new Set(names(part).length ? names(part) : names(document.querySelector("main")))];
  say(found.slice(0, 8).join(comma) || tidy(document.querySelector("h1")), { log: true });
}

const keys = { F2: tellStatus, F4: repeat, F8: toCall, F9: () => location.assign("/shortcuts") };
const shifted = { F2: tellPlace, F8: tellActions };

if (on) {
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const act = plain && (event.shiftKey ? shifted : keys)[event.key];
    if (event.ctrlKey && event.key === "Enter" && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (act) {
      event.preventDefault();
      act();
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
