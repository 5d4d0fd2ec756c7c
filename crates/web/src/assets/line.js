// The phone line: asks the server for the state of the desk, rings, and lets Enter answer and Escape decline from
// anywhere; afterwards the focus is in the very field where it was.
import { post, say } from "./announce.js";

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
  setTimeout(watch, state === "idle" ? 5000 : 1000);
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
  if (here() && changed && !first) return refresh();
  if (state === "ringing" && !ringing) ring(line);
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
  ringing.sound.stop();
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

// Two soft tones, repeated; the ring goes to the device of the system, in both ears.
function bell() {
  let context;
  try { context = new AudioContext(); } catch { return { stop() {} }; }
  const tone = () => [440, 554].forEach((pitch, i) => {
    const source = context.createOscillator(), gain = context.createGain(), at = context.currentTime + i * 0.25;
    source.frequency.value = pitch;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(0.2, at + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
    source.connect(gain).connect(context.destination);
    source.start(at);
    source.stop(at + 0.25);
  });
  tone();
  const timer = setInterval(tone, 2000);
  return { stop() { clearInterval(timer); context.close(); } };
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
