// A disk that fills up: what was answered is there, what was not is told and can be sent again, and once there is room
// everything goes on. The data stand on a small disk that is mounted for the program alone.
import fs from 'node:fs';
import { Server, must } from '../lib.mjs';
import { Visitor, form, words } from '../http.mjs';

export const name = 'disk';
export const langs = ['fr'];

/** Saves that the log of the database holds at most. */
const MOST = 3000;

export async function run(day) {
  // A PostgreSQL server has its own disk: this journey is about the file under the data folder.
  const server = new Server(day.program, { disk: '24m' });
  delete server.env.DATABASE_URL;
  try {
    await fill(day, server);
  } finally {
    server.discard();
  }
}

async function fill(day, server) {
  const { url, accounts } = await server.demo(), agent = new Visitor(url);
  await agent.signIn(accounts.find((account) => account.role === 'agent'));
  const filler = `${server.inside()}/filler`;
  const file = /href="(\/clients\/\d+)"/.exec((await agent.get('/clients')).text)[1], edit = `${file}/edit`;
  // In a production centre a file is corrected outside a call only with a reason.
  const unmasking = `${file}/unmasking`;
  await agent.post(unmasking, { ...form((await agent.get(unmasking)).text, unmasking), reason: 'correction' });
  const typed = form((await agent.get(edit)).text, edit);

  await day.step('a save on a full disk is refused, with everything that was typed', async () => {
    takeAllRoom(filler);
    // The log of the database has some room of its own: saves go on until it is used up.
    let answer;
    for (let i = 0; i < MOST; i++) {
      typed.notes = `Rappeler après dix-sept heures, ${i}`;
      answer = await agent.post(edit, typed);
      if (answer.status !== 303) break;
      typed.version = String(Number(typed.version) + 1);
    }
    must(answer.status === 503, `the save was answered with ${answer.status}`);
    must(words(answer.text).includes(typed.notes), 'what was typed is not on the page');
    must(words(answer.text).includes(day.t('frame-kept-title')), 'the page does not offer to send it again');
  });

  await day.step('lists can be read, and a file whose opening cannot be journaled stays closed', async () => {
    must((await agent.get('/clients')).status === 200, 'the list is not shown');
    // A line of the journal is smaller than a save, and may still find room.
    let opened = 200;
    for (let i = 0; i < MOST && opened === 200; i++) opened = (await agent.get(file)).status;
    must(opened === 503, `a file was opened without a line in the journal: ${opened}`);
  });

  await day.step('the log tells the operator that the disk is full', async () => {
    must(/disk.*full/.test(server.said()), server.said());
  });

  await day.step('with room again the same form is saved, and others see it', async () => {
    fs.rmSync(filler);
    const answer = await agent.post(edit, typed);
    must(answer.status === 303, `the save was answered with ${answer.status}`);
    must(words((await agent.get(file)).text).includes(typed.notes), 'the save was answered, and yet it is not there');
  });

  await day.step('what was saved afterwards survives a kill', async () => {
    const again = { ...form((await agent.get(edit)).text, edit), needs: 'Un rendez-vous le matin' };
    must((await agent.post(edit, again)).status === 303, 'the second save was refused');
    // The disk goes with the program: what is on it is copied as a power cut would leave it.
    const kept = `${server.folder}/kept`;
    fs.cpSync(server.inside(), kept, { recursive: true });
    await server.kill();
    Object.assign(server, { disk: undefined, data: kept });
    await server.serve();
    const page = words((await agent.get(file)).text);
    must(page.includes(typed.notes) && page.includes(again.needs), 'a save that was answered is lost');
  });
}

/** Writes until the disk takes no more. */
function takeAllRoom(file) {
  const out = fs.openSync(file, 'w');
  for (const size of [1 << 20, 4096, 512]) {
    const block = Buffer.alloc(size, 1);
    try { for (;;) fs.writeSync(out, block); } catch (error) { must(error.code === 'ENOSPC', error.message); }
  }
  fs.closeSync(out);
}
