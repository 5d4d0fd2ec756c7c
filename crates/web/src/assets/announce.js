// One polite live region: short, rare, final messages, emptied after a few seconds, kept to be repeated and logged.
const region = document.getElementById("live");
let clearing, latest, again = false;

// A screen reader that is still taking in a new page passes over what is said meanwhile.
const settled = new Promise((done) => {
  const rest = () => setTimeout(done, 1000);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
});

export async function say(text, { log = false } = {}) {
  if (!region || !text) return;
  sessionStorage.setItem("last-said", text);
  if (log) post("/announcements", { text });
  const own = latest = {};
  clearTimeout(clearing);
  region.textContent = "";
  await settled;
  // It also passes over a text that it was just given: what is said again comes after a rest, and ends in a space that nobody hears.
  await new Promise((done) => { setTimeout(done, 100); });
  if (own !== latest) return;
  again = !again;
  region.textContent = again ? text : `${text}\u00A0`;
  clearing = setTimeout(() => { region.textContent = ""; }, 5000);
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
