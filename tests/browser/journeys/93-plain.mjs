// Without scripts: every page opens and reads, and a call is taken from the brief to its result. The telephone then has no
// sound, and the desk is asked by a link whether it rings.
import { must } from '../lib.mjs';
import { open, pages } from '../pages.mjs';
import { scenario, steps } from '../scenario.mjs';

export const name = 'plain';
export const langs = ['fr'];

const CODE = 'MQ6-FR-1';

export async function run(day) {
  for (const role of new Set(pages.map((page) => page.role))) {
    const person = await day.person(day.lang, { javaScriptEnabled: false });
    if (role) await day.step(`the ${role} signs in without scripts`, () => person.signIn(day.account(role), day.t));
    for (const page of pages.filter((page) => page.role === role)) {
      await day.check(`${page.name} reads without scripts`, async () => {
        await open(person, page);
        const seen = await person.page.evaluate(() => ({ heading: document.querySelector('h1')?.innerText.trim(), text: document.querySelector('main').innerText.trim().length }));
        must(seen.heading && seen.text > seen.heading.length, `the page shows only “${seen.heading}”`);
      });
    }
    await person.leave();
  }
  await call(day);
}

async function call(day) {
  const { t } = day, file = scenario(CODE), says = steps(file.script);
  const person = await day.person(day.lang, { javaScriptEnabled: false });
  const state = () => person.page.evaluate(() => document.getElementById('status')?.dataset.state);
  await day.step('a scenario is begun without scripts', async () => {
    await person.signIn(day.account('trainee'), t);
    await person.go('/practice');
    await person.follow(file.title.fr, { role: 'link' });
    await person.follow(t('practice-ready'), { role: 'button' });
    must((await state()) === 'waiting', `the desk is ${await state()}`);
  });
  await day.step('the link asks whether there is a call, and a button answers it', async () => {
    await person.until(async () => {
      await person.follow(t('calls-check'), { role: 'link' });
      return (await state()) === 'ringing';
    }, 'the call to ring', 60_000);
    await person.follow(t('calls-answer'), { role: 'button' });
    must((await state()) === 'talking', `the desk is ${await state()}`);
  });
  await day.step('the script is said and a question is answered', async () => {
    await person.follow(`${t('calls-step-say')} ${says.greet}`, { role: 'button' });
    await person.fill(t('calls-say-field'), 'Quelle est votre date de naissance ?');
    await person.enter();
    await person.expectText('12 mai 1986');
  });
  await day.step('the call is ended and coded', async () => {
    await person.follow(t('calls-end'), { role: 'button' });
    await person.pick(t('calls-reason'), 'Facture');
    await person.pick(t('calls-outcome'), 'Demande résolue');
    await person.choose(t('calls-satisfaction'), t('calls-satisfied-4'));
    await person.follow(t('calls-close'), { role: 'button' });
    must(/^\/attempts\/\d+\/result$/.test(await person.where()), `closing led to ${await person.where()}`);
  });
}
