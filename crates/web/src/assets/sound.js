// Sounds of the page: the ring, with a device and a volume of its own, and the short tones that a person may choose.
// Both are of this computer, so they are kept in it. Nothing here enters a call or its recording.
import { say } from "./announce.js";

const kept = { device: "ring-device", volume: "ring-volume" };

export const ringDevice = () => localStorage.getItem(kept.device) ?? "";
export const ringVolume = () => Number(localStorage.getItem(kept.volume) ?? 60);

export function keepRing({ device, volume }) {
  localStorage.setItem(kept.device, device);
  localStorage.setItem(kept.volume, volume);
}

function open() {
  try { return new AudioContext(); } catch { return null; }
}

/** Plays notes of (pitch in Hz, start in s, length in s); loudness is between 0 and 1. */
function play(context, notes, loudness) {
  if (loudness <= 0) return;
  for (const [pitch, start, length] of notes) {
    const source = context.createOscillator(), gain = context.createGain(), at = context.currentTime + start;
    source.frequency.value = pitch;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(loudness, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
    source.connect(gain).connect(context.destination);
    source.start(at);
    source.stop(at + length + 0.03);
  }
}

const RING = [[440, 0, 0.22], [554, 0.25, 0.22]];

/** Rings every two seconds until stopped, on the chosen device if it is still there. */
export async function bell() {
  const context = open();
  if (!context) return { stop() {} };
  // A device that was unplugged must not silence the telephone: the system's own rings then.
  if (ringDevice() && context.setSinkId) await context.setSinkId(ringDevice()).catch(() => {});
  const ring = () => play(context, RING, ringVolume() / 300);
  ring();
  const timer = setInterval(ring, 2000);
  return { stop() { clearInterval(timer); context.close(); } };
}

const TONES = { good: [[523, 0, 0.09], [784, 0.1, 0.12]], wrong: [[220, 0, 0.16], [185, 0.17, 0.2]], ended: [[523, 0, 0.09], [392, 0.1, 0.14]] };

/** A tone for what just happened, for those who chose tones. */
export function earcon(name) {
  if (document.body.dataset.earcons !== "true") return;
  const context = open();
  if (!context) return;
  play(context, TONES[name], 0.12);
  setTimeout(() => context.close(), 900);
}

if (document.getElementById("summary")) earcon("wrong");
else if (document.getElementById("notice")) earcon("good");

// On the page of preferences: the ring of this computer. Without scripts there is no telephone, and nothing to set.
const panel = document.getElementById("ring-panel");
if (panel) settings(panel);

function settings(panel) {
  const device = panel.querySelector("#ring-device"), volume = panel.querySelector("#ring-volume"), told = panel.querySelector("#ring-told");
  const list = async () => {
    const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? []).filter((one) => one.kind === "audiooutput" && one.deviceId && one.deviceId !== "default");
    for (const one of all.filter((one) => ![...device.options].some((option) => option.value === one.deviceId))) device.add(new Option(one.label || one.deviceId.slice(0, 8), one.deviceId));
    if ([...device.options].some((option) => option.value === ringDevice())) device.value = ringDevice();
    return all.length;
  };
  const keep = () => keepRing({ device: device.value, volume: volume.value });
  volume.value = [...volume.options].some((option) => Number(option.value) === ringVolume()) ? String(ringVolume()) : "60";
  panel.hidden = false;
  list();
  device.addEventListener("change", keep);
  volume.addEventListener("change", keep);
  panel.querySelector("#ring-find").addEventListener("click", async () => {
    // Browsers name the devices only to a page that may use the microphone; it is closed at once.
    const stream = await navigator.mediaDevices?.getUserMedia?.({ audio: true }).catch(() => null);
    for (const track of stream?.getTracks() ?? []) track.stop();
    told.textContent = (await list()) ? told.dataset.found : told.dataset.none;
    say(told.textContent);
  });
  panel.querySelector("#ring-try").addEventListener("click", async () => {
    keep();
    const ring = await bell();
    setTimeout(() => ring.stop(), 1500);
  });
}
