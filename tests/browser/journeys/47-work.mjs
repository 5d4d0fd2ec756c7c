// Desk work without a call, by keyboard: a request beyond one's rights, from its message to the hand-over, with a refusal that
// is read and left alone, a server killed on the way, and what the trainer sees of it.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { must } from '../lib.mjs';

export const name = 'work';

const CODE = 'MQ1-DROITS-1';
const text = fs.readFileSync(fileURLToPath(new URL(`../../../programmes/1803-teleconseiller/work/${CODE}.toml`, import.meta.url)), 'utf8');

/** The texts of the exercise that follow a line of its file, in a language. */
const after = (line, lang) => new RegExp(`\\b${lang} = "([^"]*)"`).exec(text.slice(text.indexOf(line) + line.length))[1];

export async function run(day) {
  const { t, lang } = day, trainee = day.account('trainee'), trainer = day.account('trainer');
  const title = new RegExp(`^${lang} = "(.*)"$`, 'm').exec(text.slice(text.indexOf('[title]')))[1];
  const person = await day.person();
  const answer = (n) => t('work-answer-n').replace(/\{[^}]*\}/, n);
  const status = () => person.page.evaluate(() => document.querySelector('#status')?.dataset.state);

  await day.step('desk work is among the exercises, and its page has all that is needed', async () => {
    await person.signIn(trainee, t);
    await person.go('/practice');
    await person.follow(title, { role: 'link' });
    await person.follow(t('practice-ready'), { role: 'button' });
    await person.expectHeading(title);
    for (const part of ['work-tasks', 'work-documents', 'work-questions', 'work-end']) await person.expectText(t(part));
  });
  await day.audit(person, 'desk work');

  await day.step('the file is corrected and submitted on the real desk', async () => {
    await person.go('/clients');
    await person.fill(t('clients-search'), 'Kaci');
    await person.enter();
    await person.follow('Kaci Nabila', { role: 'link' });
    must((await status()) === 'work', `the status line says ${await status()}`);
    await person.follow(t('clients-edit'), { role: 'link' });
    await person.fill(t('clients-email', 'label'), 'nabila.kaci@exemple.dz');
    await person.follow(t('clients-save'), { role: 'button' });
    await person.follow(t('validation-submit'), { role: 'button' });
    await person.expectFocus(t('validation-submitted'), { id: 'notice' });
  });

  await day.step('what one may not do is refused with its reason, and one key leads back to the work', async () => {
    await person.go('/merges');
    await person.expectText(t('frame-refused-clients-merge'));
    await day.audit(person, 'desk work, refused');
    await person.enter('F8');
    await person.expectHeading(title);
  });

  await day.step('answers are saved, and the work goes on after the server was killed', async () => {
    await person.choose(answer(1), after('id = "supervisor"', lang));
    await person.choose(answer(2), after('id = "refuse"', lang));
    await person.fill(answer(3), 'Riad, la fiche est corrigée ; le reste dépasse mes droits.');
    await person.follow(t('work-save-answers'), { role: 'button' });
    await person.expectFocus(t('work-saved'), { id: 'notice' });
    await day.server.kill();
    await day.server.serve();
    await person.go('/practice');
    await person.follow(t('practice-go-on'), { role: 'link' });
    const kept = await person.page.evaluate(() => document.querySelector('[name=reply]').value);
    must(kept.includes('dépasse mes droits'), `the answer is “${kept}”`);
  });

  await day.step('the hand-over is confirmed', async () => {
    await person.follow(t('work-handover'), { role: 'link' });
    await person.expectHeading(t('work-handover-title'));
    await day.audit(person, 'desk work, hand-over');
    await person.follow(t('work-handover-sure'), { role: 'button' });
    await person.expectFocus(t('work-handed-over'), { id: 'notice' });
    for (const part of ['/merges', 'dépasse mes droits', '2/2']) await person.expectText(part);
  });
  await day.audit(person, 'desk work, result');

  await day.step('the trainer finds it among the reviews, with its time line', async () => {
    const other = await day.person();
    await other.signIn(trainer, t);
    await other.go('/reviews');
    await other.follow(trainee.person, { role: 'link' });
    await other.expectText(t('work-line-handed-over'));
    await day.audit(other, 'desk work, review');
  });
}
