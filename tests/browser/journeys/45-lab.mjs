// The lab by keyboard: commands on the simulated computer, a server killed in the middle, a document checked and handed
// over, and what the trainer sees of it.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { must } from '../lib.mjs';

export const name = 'lab';

const files = fileURLToPath(new URL('../../../crates/school/src/lab/tests/files', import.meta.url));
const programme = fileURLToPath(new URL('../../../programmes/1803-teleconseiller', import.meta.url));

/** The title of an exercise of the lab, from the file that a teacher writes. */
function title(folder, code, lang) {
  const text = fs.readFileSync(`${programme}/${folder}/${code}.toml`, 'utf8');
  return new RegExp(`^title = .*\\b${lang} = "([^"]*)"`, 'm').exec(text)[1];
}

export async function run(day) {
  const { t, lang } = day, trainee = day.account('trainee'), trainer = day.account('trainer');
  const person = await day.person();
  const answer = () => person.page.evaluate(() => document.getElementById('answer')?.innerText ?? '');
  const give = async (line) => {
    await person.fill(t('commands-field', 'label'), line, { role: 'textbox' });
    await person.enter();
    await person.expectFocus(null, { id: 'answer' });
    return answer();
  };

  await day.step('the lab is one link away from the exercises', async () => {
    await person.signIn(trainee, t);
    await person.go('/practice');
    await person.follow(t('lab-title'), { role: 'link' });
    await person.expectHeading(t('lab-title'));
  });
  await day.audit(person, 'lab');

  await day.step('an exercise begins on the simulated computer', async () => {
    await person.follow(title('lab', 'MC9-CMD-1', lang), { role: 'link' });
    await person.follow(t('practice-ready'), { role: 'button' });
    await person.expectHeading(title('lab', 'MC9-CMD-1', lang));
  });
  await day.audit(person, 'command line, before the first command');

  await day.step('a command is answered, and the focus is on the answer', async () => {
    must((await give('dri')).includes(t('dos-unknown')), `the answer is “${await answer()}”`);
    const list = await give('dir');
    must(/^COURS /m.test(list), `the list does not begin its lines with the names: “${list}”`);
    must(list.includes(t('commands-task-reached')), 'the task that was reached is not told');
  });
  await day.audit(person, 'command line, with an answer');

  await day.step('what was typed is where it was after the server was killed', async () => {
    await give('cd cours');
    await day.server.kill();
    await day.server.serve();
    await person.go('/lab');
    await person.follow(t('practice-go-on'), { role: 'link' });
    must((await give('type accueil.txt')).includes('service clients'), `the answer is “${await answer()}”`);
    await give('ver');
    await give('cd ..');
  });

  await day.step('the exercise is handed over, and every task is done', async () => {
    await person.follow(t('lab-close'), { role: 'button' });
    await person.expectFocus(t('lab-closed'), { id: 'notice' });
    const text = await person.reads();
    must(text.includes('5/5'), `five of five tasks should be counted: ${text}`);
    must(text.includes('dri'), 'the lines that were typed are not shown');
  });
  await day.audit(person, 'command line, result');

  await day.step('a file with macros is refused at its field', async () => {
    await person.go('/lab');
    await person.follow(title('documents', 'MC9-DOC-2', lang), { role: 'link' });
    await person.follow(t('practice-ready'), { role: 'button' });
    await send(person, t, { name: 'lettre.docm', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await person.expectText(t('documents-refused-macros'));
  });
  await day.audit(person, 'document, refused');

  await day.step('a careless document is told point by point', async () => {
    await send(person, t, `${files}/careless.docx`);
    await person.expectFocus(null, { id: 'findings' });
    await person.expectText('- un appel traité');
  });
  await day.audit(person, 'document, findings');

  await day.step('a careful one has every point and is handed over', async () => {
    await send(person, t, `${files}/procedure.docx`);
    must(!(await person.reads()).includes(t('documents-missing')), 'a point of the careful document is missing');
    await person.follow(t('lab-close'), { role: 'button' });
    await person.expectFocus(t('lab-closed'), { id: 'notice' });
    await person.expectText('procedure.docx');
  });
  await day.audit(person, 'document, result');

  await day.step('a question on keys is answered by their names, and the answer is told', async () => {
    await person.go('/lab/keys/MC9-KEYS-NVDA');
    await person.fill(t('keys-typed'), 'nvda + t');
    await person.follow(t('keys-answer'), { role: 'button' });
    await person.expectFocus(null, { id: 'answer' });
    await person.expectText('NVDA+T');
    await person.follow(t('keys-answer'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await person.expectText(t('keys-error-empty'));
  });
  await day.audit(person, 'keys, without an answer');

  await day.step('the trainer finds both among the reviews', async () => {
    const other = await day.person();
    await other.signIn(trainer, t);
    await other.go('/reviews');
    // The list names the trainee, the oldest attempt first: the command line was handed over before the document.
    await other.follow(trainee.person, { role: 'link' });
    await other.expectText('dri');
    await day.audit(other, 'command line, review');
  });
}

/** Chooses a file in the field that has the focus, as the dialogue of the system would, and sends it by keyboard. */
async function send(person, t, file) {
  await person.tabTo(t('documents-file', 'label'));
  await person.page.locator('#f-file').setInputFiles(file);
  await person.follow(t('documents-check'), { role: 'button' });
}
