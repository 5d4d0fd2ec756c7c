// One polite live region: short, rare, final messages, emptied after a few seconds, kept to be repeated and logged.
const region = document.getElementById("live");
let clearing;

export function say(text, { log = false } = {}) {
  if (!region || !text) return;
  clearTimeout(clearing);
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = text; });
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
