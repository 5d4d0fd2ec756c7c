// The phone line: asks the server for the state of the desk, rings, and lets Enter answer and Escape decline from
// anywhere; afterwards the focus is in the very field where it was.
import { post, say } from "./announce.js";
import { bell, earcon } from "./sound.js";

const status = document.getElementById("status");
const here = () => location.pathname === "/desk";
let state = status?.dataset.state, call = status?.dataset.call, version = null, ringing = null, busy = false;

if (status) watch();

async function watch() {
  try {
    const answer = await fetch("/desk/line", { headers: { accept: "application/json" } });
    if (answer.status === 401) return;
    if (answer.ok) show(await answer.json());
  } catch { /* the server restarts: ask again */ }
  setTimeout(watch, ["idle", "work"].includes(state) ? 5000 : 1000);
}

function show(line) {
  const changed = line.state !== state;
  const first = version === null;
  const newer = !first && line.version !== version;
  version = line.version;
  call = line.call;
  state = line.state;
  if (changed || newer) {
    status.dataset.state = line.state;
    document.getElementById("status-text").textContent = line.text;
    status.querySelector("a").setAttribute("href", line.href);
  }
  if (state !== "ringing" && ringing) hush();
  if (changed && !first && state === "wrap_up") earcon("ended");
  tellTime(line);
  if (here() && changed && !first) return refresh();
  if (state === "ringing" && !ringing) ring(line);
}

// Time is told at the milestones that the person chose, once each, and never by a region that changes every second.
function tellTime(line) {
  const every = Number(document.body.dataset.milestones), reached = every && Math.floor(line.minutes / every) * every;
  if (!reached || !["talking", "hold"].includes(line.state)) return;
  const mark = `${line.call}:${reached}`;
  if (sessionStorage.getItem("time-told") === mark) return;
  sessionStorage.setItem("time-told", mark);
  say(line.time, { log: true });
}

function refresh() {
  sessionStorage.setItem("focus", document.activeElement?.id || "");
  location.reload();
}

function ring(line) {
  say(line.ring, { log: true });
  const title = document.title;
  document.title = `${line.ring} – ${title}`;
  ringing = { title, sound: bell(), call: line.call };
  addEventListener("keydown", pick, true);
}

function hush() {
  removeEventListener("keydown", pick, true);
  ringing.sound.then((sound) => sound.stop());
  document.title = ringing.title;
  ringing = null;
}

async function pick(event) {
  const verb = { Enter: "answer", Escape: "refusal" }[event.key];
  if (!verb || event.ctrlKey || event.altKey || event.metaKey || busy) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  busy = true;
  const rung = ringing.call;
  hush();
  try {
    await post(`/calls/${rung}/${verb}`, {});
    if (here()) refresh();
  } finally { busy = false; }
}

// After a reload the focus returns to where it was; a new sentence of the caller is played in the chosen ear.
const back = document.getElementById(sessionStorage.getItem("focus") || "none");
sessionStorage.removeItem("focus");
back?.focus();

const voice = document.querySelector("audio[data-turn]");
if (voice && document.body.dataset.voice === "true" && sessionStorage.getItem("heard") !== voice.dataset.turn) {
  sessionStorage.setItem("heard", voice.dataset.turn);
  const pan = { left: -1, right: 1 }[document.body.dataset.ear];
  if (pan) {
    const context = new AudioContext();
    const panner = new StereoPannerNode(context, { pan });
    context.createMediaElementSource(voice).connect(panner).connect(context.destination);
  }
  voice.play().catch(() => { /* the browser waits for a key first; the button is there */ });
}
