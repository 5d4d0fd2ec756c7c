// The crash test: the server is killed at ten random points of the day, some before, some during and some after the
// work on a post. What was answered is there afterwards, once; what was not answered can be sent again and happens once.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { must, pattern } from '../lib.mjs';
import { Visitor, form, words } from '../http.mjs';

export const name = 'crash';
export const langs = ['fr'];

const KILLS = 10;
/** Milliseconds between the sending of a post and the death of the server. */
const LATEST = 12;
const SCENARIO = 'MQ6-FR-1';

export async function run(day) {
  const seed = Number(process.env.PLATEAU_CRASH_SEED ?? Date.now() % 1_000_000), chance = random(seed);
  const desk = new Desk(new Visitor(day.url), day.account('trainee'));
  await desk.visitor.signIn(desk.account);
  const acts = theDay(desk, day.t), fatal = new Set();
  const outcomes = { answered: 0, 'done without an answer': 0, 'not done': 0 };
  while (fatal.size < KILLS) fatal.add(Math.floor(chance() * acts.length));
  for (const [at, act] of acts.entries()) {
    if (act.before) await act.before();
    if (!fatal.has(at)) {
      await day.step(`${act.name}`, async () => { await act.send(); await holds(desk, act); });
      continue;
    }
    const delay = chance() * LATEST;
    await day.step(`killed ${delay.toFixed(1)} ms into: ${act.name} (seed ${seed})`, async () => {
      const sent = act.send().then(() => true, () => false);
      await new Promise((next) => setTimeout(next, delay));
      await day.server.kill();
      const answered = await sent;
      await day.server.serve();
      // The session is kept by the server; the person may as well sign in again.
      if (chance() < 0.5) await desk.visitor.signIn(desk.account);
      await desk.look();
      const there = await act.there();
      must(there || !answered, `the server had answered, and yet it is lost: ${act.name}`);
      outcomes[answered ? 'answered' : there ? 'done without an answer' : 'not done'] += 1;
      // Whoever got no answer sends again, whether it was done or not: it must happen once.
      if (!answered) await act.send();
      await holds(desk, act);
    });
  }
  console.log(`      killed ${KILLS} times: ${Object.entries(outcomes).map(([what, times]) => `${times} ${what}`).join(', ')}`);
  await day.step('everything that was said stands in the conversation, once and in order', async () => {
    const page = desk.record;
    let from = 0;
    for (const text of desk.said) {
      const first = page.indexOf(text, from);
      must(first >= 0, `“${text}” is missing or out of order`);
      must(page.indexOf(text, first + text.length) < 0, `“${text}” stands there twice`);
      from = first + text.length;
    }
  });
  await day.step('the database is whole, and a backup of it can be made', async () => {
    const file = path.join(day.server.folder, 'backup.db');
    const done = spawnSync(day.program, ['backup', file, '--data', day.server.data], { env: day.server.env, encoding: 'utf8' });
    must(done.status === 0, `the backup failed: ${done.stderr}`);
  });
}

/** What was done must be there, and so must all that was done before. */
async function holds(desk, act) {
  await desk.look();
  must(await act.there(), `it did not happen: ${act.name}`);
  if (act.lasting) desk.lasting.push(act);
  for (const earlier of desk.lasting) must(await earlier.there(), `lost afterwards: ${earlier.name}`);
}

/** The desk as the trainee sees it. */
class Desk {
  constructor(visitor, account) {
    Object.assign(this, { visitor, account, said: [], lasting: [], page: '', record: '', state: '' });
  }

  async look() {
    const { status, text } = await this.visitor.get('/desk');
    must(status === 200, `the desk was answered with ${status}`);
    this.page = text;
    this.state = /id="status"[^>]*data-state="(\w+)"/.exec(text)?.[1] ?? '';
    const call = /id="status"[^>]*data-call="(\d+)"/.exec(text)?.[1];
    if (call) this.call = `/calls/${call}`;
    const client = /href="(\/clients\/\d+)"/.exec(text.slice(text.indexOf('id="file"')))?.[1];
    if (client) this.client = client;
    this.record = words(text);
    if (this.state === 'idle' && this.call) {
      // The call is over: what happened stands in the time line of the attempt.
      const result = /href="(\/attempts\/\d+\/result)"/.exec((await this.visitor.get('/practice/attempts')).text)?.[1];
      const all = result ? (await this.visitor.get(result)).text : '';
      this.record = words(all.slice(all.indexOf('id="timeline')));
    }
    return this.state;
  }

  /** A sentence said freely. The token of its form makes sure that it is said once. */
  saying(text) {
    let token;
    return {
      name: `say “${text}”`, lasting: true,
      before: async () => { await this.look(); token = form(this.page, `${this.call}/utterances`).once; this.said.push(text); },
      send: () => this.visitor.post(`${this.call}/utterances`, { text, once: token }),
      there: async () => this.record.includes(text),
    };
  }

  /** A post without fields that leads from one state of the call to another. */
  moving(name, verb, to) {
    return { name, send: () => this.visitor.post(`${this.call}/${verb}`, {}), there: async () => this.state === to };
  }

  async until(state) {
    for (let i = 0; i < 600 && (await this.look()) !== state; i++) await new Promise((next) => setTimeout(next, 100));
    must(this.state === state, `waited for ${state}, the desk is ${this.state}`);
  }
}

/** The acts of the day. Each can tell whether it happened. */
function theDay(desk, t) {
  const { visitor } = desk;
  const typed = { email: 'karim.benali@exemple.dz', needs: 'Enlever l’option Jeux' };
  let file, edit, coded;
  const draft = async () => form((await visitor.get('/desk')).text, edit) ?? {};
  return [
    {
      name: 'say ready', send: () => visitor.post(`/practice/${SCENARIO}/attempts`, { mode: 'practice' }),
      there: async () => ['waiting', 'ringing'].includes(desk.state),
    },
    { ...desk.moving('answer', 'answer', 'talking'), before: () => desk.until('ringing') },
    desk.saying('Bonjour et bienvenue, que puis-je pour vous ?'),
    desk.saying('Puis-je avoir votre nom, s’il vous plaît ?'),
    desk.saying('Quelle est votre date de naissance ?'),
    {
      name: 'mark the identity', lasting: true, send: () => visitor.post(`${desk.call}/identification`, {}),
      // The desk offers it until it is done, as long as the caller is on the line.
      there: async () => !desk.page.includes(`${desk.call}/identification`),
    },
    desk.saying('Quel est le montant de cette facture ?'),
    {
      name: 'code the reason', send: () => visitor.post(`${desk.call}/reason`, { reason: 'bill' }),
      there: async () => form(desk.page, `${desk.call}/reason`)?.reason === 'bill',
    },
    desk.moving('put on hold', 'hold', 'hold'),
    desk.moving('take back', 'hold/end', 'talking'),
    {
      name: 'type in the file without sending it',
      before: async () => {
        await desk.look();
        edit = `${desk.client}/edit`;
        file = { ...form(desk.page, edit), ...typed };
      },
      send: () => visitor.post('/drafts', file),
      there: async () => (await draft()).email === typed.email && (await draft()).needs === typed.needs,
    },
    {
      name: 'save the file', lasting: true, send: () => visitor.post(edit, file),
      there: async () => {
        // The sandbox closes with the attempt; the time line still tells that the file was saved.
        if (desk.state === 'idle') return pattern(t('assessment-line-updated')).test(desk.record);
        const page = words((await visitor.get(desk.client)).text);
        return page.includes(typed.email) && page.includes(typed.needs);
      },
    },
    desk.saying('Souhaitez-vous que j’enlève cette option ?'),
    desk.saying('Avez-vous une autre demande ?'),
    desk.saying('Merci de votre appel, au revoir.'),
    { ...desk.moving('hang up', 'end', 'wrap_up') },
    {
      name: 'type the coding without sending it',
      before: async () => {
        coded = { ...form(desk.page, `${desk.call}/wrap-up`), outcome: 'resolved', satisfaction: '4', note: 'Option retirée le jour même.' };
      },
      send: () => visitor.post('/drafts', coded),
      there: async () => form(desk.page, `${desk.call}/wrap-up`)?.note === coded.note,
    },
    {
      name: 'close the call', lasting: true, send: () => visitor.post(`${desk.call}/wrap-up`, coded),
      there: async () => desk.state === 'idle' && /href="\/attempts\/\d+\/result"/.test((await visitor.get('/practice/attempts')).text),
    },
  ];
}

/** mulberry32: the same points for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
