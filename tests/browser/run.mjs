// The day in a real browser. usage: PLATEAU_BIN=… node run.mjs [--only NAME] [--lang fr,ar] [--shots DIR] [--record FILE] [--jobs N] [--headed] [--no-audit]
//
// --jobs walks so many journeys at the same time (2), each with a program of its own.
// --no-audit walks the journeys without auditing each page: for a second engine, whose pages are the same. That engine is
// PostgreSQL when PLATEAU_DAY_POSTGRES names a server.
// A journey is a module of journeys/ that exports `name`, `run(day)` and, when it is not made for French and Arabic,
// `langs`. Each runs on a demo of its own, in each of its languages. The last line counts what passed and what failed.
import fs from 'node:fs';
import { Auditor, Person, Server, texts } from './lib.mjs';
import { endAll } from './server.mjs';
import { load } from './packages.mjs';
import { Record } from './record.mjs';

const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const only = option('--only')?.split(','), langs = option('--lang')?.split(','), shots = option('--shots'), recorded = option('--record');
const audited = !words.includes('--no-audit');
const program = process.env.PLATEAU_BIN;
const count = { passed: 0, failed: 0 };
const seen = new Set();
const STEP = 120_000;

if (!program || !fs.existsSync(program)) {
  console.error(`PLATEAU_BIN should name the program; it is “${program ?? ''}”`);
  process.exit(2);
}
if (shots) fs.mkdirSync(shots, { recursive: true });

const browser = await load('playwright-core').chromium.launch({
  executablePath: process.env.PLATEAU_CHROMIUM ?? '/usr/bin/chromium',
  headless: !words.includes('--headed'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const record = new Record(program, browser, ['--only', '--lang'].filter(option).map((name) => `${name} ${option(name)}`).join(' '));
process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const spoken = ({ langs: own = ['fr', 'ar'] }) => own.filter((lang) => !langs || langs.includes(lang));
const all = (await journeys()).flatMap((journey) => spoken(journey).map((lang) => [journey, lang]));
const queue = all.filter(([{ whole }]) => !whole);
await Promise.all(Array.from({ length: Number(option('--jobs') ?? 2) }, async () => {
  for (let next; (next = queue.shift());) await travel(...next);
}));
for (const [journey, lang] of all.filter(([{ whole }]) => whole)) await travel(journey, lang);
await browser.close();
endAll();
if (count.passed + count.failed === 0) console.error('nothing was run');
if (recorded) record.write(recorded);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);

/** Where audits were made, as `fr /clients`. */
function seenIn(lang) {
  return [...seen].filter((place) => place.startsWith(`${lang} `)).map((place) => place.slice(lang.length + 1));
}

/** The journeys in the order of their file names. */
async function journeys() {
  const files = fs.readdirSync(new URL('./journeys/', import.meta.url)).filter((file) => file.endsWith('.mjs')).sort();
  const all = await Promise.all(files.map((file) => import(new URL(`./journeys/${file}`, import.meta.url))));
  return all.filter(({ name, whole }) => (only ? only.includes(name) : !whole || (!langs && audited)));
}

async function travel(journey, lang) {
  const server = new Server(program), auditor = new Auditor(shots), t = texts(lang), complaints = [], people = [];
  const title = `${journey.name} ${lang}`, start = Date.now(), own = { passed: 0, failed: 0 };
  const passed = (sentence, since) => { own.passed += 1; tellPassed(sentence, since); };
  const failed = (sentence, details) => { own.failed += 1; tellFailed(sentence, details); };
  const day = {
    browser, server, lang, t, program,
    /** The account of a role. */
    account: (role) => {
      const all = day.accounts.filter((account) => account.role === role);
      // The demo has two trainees and two trainers: the second ones work in Arabic.
      return (lang === 'ar' ? all.at(-1) : all[0]) ?? fail(`the demo has no account for ${role}`);
    },
    /** Somebody new at the keyboard; their language is the journey's unless said. */
    person: async (own = lang, settings = {}) => {
      const person = await Person.arrive(browser, day.url, own, complaints, settings);
      people.push(person);
      return person;
    },
    /** One thing that must work; the journey ends where one does not. */
    step: async (sentence, work) => {
      const begin = Date.now();
      await within(work(), STEP, sentence);
      passed(`${title} · ${sentence}`, begin);
    },
    /** One thing that must hold; the journey goes on without it. */
    check: async (sentence, work) => {
      const begin = Date.now();
      const wrong = await within(work(), STEP, sentence).then(() => null, (error) => error);
      if (wrong) failed(`${title} · ${sentence}`, [wrong.message]);
      else passed(`${title} · ${sentence}`, begin);
    },
    /** The addresses that were audited in a language so far, by all journeys. */
    seen: seenIn,
    /** What is wrong with the page as it stands, for a journey that wants to know. */
    wrongWith: async (person, name) => (await new Auditor().audit(person, t, name)).wrong,
    /** The page as it stands, in every presentation; the journey goes on whatever is found. */
    audit: async (person, name) => {
      if (!audited) return;
      seen.add(`${person.lang} ${(await person.where()).replace(/[?#].*/, '')}`);
      const begin = Date.now();
      const found = await within(auditor.audit(person, person.lang === lang ? t : texts(person.lang), name), STEP, `audit of ${name}`);
      const { wrong } = found;
      record.audited(name, person.lang, found);
      if (wrong.length) failed(`${title} · audit of ${name}`, wrong);
      else passed(`${title} · audit of ${name}`, begin);
    },
  };
  try {
    const { url, accounts } = await server.demo();
    Object.assign(day, { url, accounts });
    await journey.run(day);
    if (complaints.length) failed(`${title} · the browser has nothing to complain about`, complaints);
    else passed(`${title} · the browser has nothing to complain about`, start);
  } catch (error) {
    failed(`${title} · stopped`, [error.name === 'Error' || error.name === 'Failure' ? error.message : error.stack, ...complaints, server.said()]);
    await picture(people.at(-1), title);
  }
  await Promise.all(people.map((person) => person.leave().catch(() => {})));
  server.discard();
  record.travelled(journey.name, lang, own.passed, own.failed);
}

function fail(sentence) {
  throw new Error(sentence);
}

function tellPassed(sentence, since) {
  count.passed += 1;
  console.log(`ok    ${sentence} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

function tellFailed(sentence, details) {
  count.failed += 1;
  record.failed(sentence, details);
  console.log(`FAIL  ${sentence}`);
  for (const detail of details.filter(Boolean)) console.log(`      ${String(detail).replaceAll('\n', '\n      ')}`);
}

async function picture(person, title) {
  if (!shots || !person) return;
  await person.page.screenshot({ path: `${shots}/stopped-${title.replace(/\W+/g, '-')}.png`, fullPage: true }).catch(() => {});
}

async function within(work, time, what) {
  let late;
  const limit = new Promise((_, give) => { late = setTimeout(() => give(new Error(`${what}: not done after ${time / 1000} s`)), time); });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(late);
  }
}
