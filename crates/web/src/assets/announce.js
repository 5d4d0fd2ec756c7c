// One polite live region: short, rare, final messages, emptied after a few seconds, kept to be repeated and logged.
const region = document.getElementById("live");
let coming, clearing, again = false;

export function say(text, { log = false } = {}) {
  if (!region || !text) return;
  clearTimeout(coming);
  clearTimeout(clearing);
  region.textContent = "";
  // A screen reader passes over a text that it was just given: what is said again comes after a rest, and ends in a space that nobody hears.
  again = !again;
  coming = setTimeout(() => { region.textContent = again ? text : `${text}\u00A0`; }, 100);
  clearing = setTimeout(() => { region.textContent = ""; }, 5000);
  sessionStorage.setItem("last-said", text);
  if (log) post("/announcements", { text });
}

export function repeat() {
  const notice = document.getElementById("notice");
  say(sessionStorage.getItem("last-said") || (notice && notice.textContent) || "");
}

export function post(path, fields) {
  return fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", keepalive: true });
}

const notice = document.getElementById("notice");
if (notice) sessionStorage.setItem("last-said", notice.textContent);
