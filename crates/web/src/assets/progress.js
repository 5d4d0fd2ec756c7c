// The progress of a long work: figures follow it without moving anything; its quarters and its end are told, and no more.
import { say } from "./announce.js";

const line = document.querySelector("[data-progress]");
const bar = line.querySelector("progress"), written = line.querySelector("[data-percent]");
let quarter = Math.floor(Number(bar.value) / 25);

async function watch() {
  let work = null;
  try {
    const answer = await fetch(line.dataset.progress, { headers: { accept: "application/json" } });
    if (answer.status === 401 || answer.status === 404) return;
    if (answer.ok) work = await answer.json();
  } catch { /* the server restarts: ask again */ }
  if (work) show(work);
  if (!work || work.running) setTimeout(watch, 2000);
}

function show(work) {
  bar.value = work.percent;
  written.textContent = `${work.percent} %`;
  for (const cell of document.querySelectorAll("[data-count]")) cell.textContent = work.counts[cell.dataset.count];
  document.querySelector("[data-state]").textContent = work.state;
  const reached = Math.floor(work.percent / 25);
  if (reached > quarter || !work.running) say(work.told, { log: true });
  quarter = Math.max(quarter, reached);
}

watch();
