// The trainee's half of the day: a scenario of MQ6 from its brief to the coded call, with a browser that closes and a
// server that is killed on the way.
import { must } from '../lib.mjs';
import { scenario, steps } from '../scenario.mjs';

/** What is said and written, in the language of the day. */
const CASES = {
  fr: {
    code: 'MQ6-FR-1', number: '0550 14 27 63', client: 'Benali',
    asked: [['Puis-je avoir votre nom et votre prénom ?', 'Karim Benali'], ['Quelle est votre date de naissance ?', '12 mai 1986'], ['Quel est le montant de la facture ?', '4 850']],
    never: ['Quel est le code de votre boîtier ?', 'je ne le donne pas'],
    email: 'karim.benali@exemple.dz', needs: 'Enlever l’option Jeux', reason: 'Facture', outcome: 'Demande résolue', note: 'Option Jeux retirée, rien à rappeler.',
  },
  ar: {
    code: 'MQ6-AR-1', number: '0662 41 70 93', client: 'بوزيد',
    asked: [['ما اسمكم الكامل من فضلكم؟', 'بوزيد فاطمة الزهراء'], ['ما هو تاريخ ميلادكم؟', '14 سبتمبر 1972'], ['كم كان المبلغ؟', 'عشرين ألف']],
    never: ['ما هو الرقم السري؟', 'ما نعطيه لحتى واحد'],
    email: 'fatima.bouzid@exemple.dz', needs: 'استرجاع البطاقة البنكية', reason: 'عطل', outcome: 'اتصال لاحق', note: 'تعاود الوكالة الاتصال خلال يوم عمل.',
  },
};

// An English-speaking trainer teaches the same call: the client speaks French, the pages English.
CASES.en = { ...CASES.fr, reason: 'Bill', outcome: 'Resolved' };

/** Gives the scenario, for whoever reviews the attempt. */
export async function trainee(day) {
  const { t, lang } = day, own = CASES[lang], file = scenario(own.code), says = steps(file.script), account = day.account('trainee');
  let person = await day.person();
  const filled = (...names) => person.page.evaluate((names) => names.map((name) => document.querySelector(`main [name=${name}]`)?.value), names);
  const state = () => person.page.evaluate(() => document.getElementById('status')?.dataset.state);
  const turns = () => person.page.evaluate(() => [...document.querySelectorAll('.turn')].map((turn) => turn.innerText.replace(/\s+/g, ' ').trim()));
  const say = async (text) => {
    await person.fill(t('calls-say-field'), text);
    await person.enter();
    const all = await turns(), at = all.findLastIndex((turn) => turn.includes(text));
    must(at >= 0, `“${text}” is not in the conversation: ${all.join(' / ')}`);
    return all.slice(at + 1).join(' ');
  };

  await day.step('the trainee signs in and finds the exercises', async () => {
    await person.signIn(account, t);
    await person.go('/');
    await person.expectHeading(t('practice-title'));
  });
  await day.audit(person, 'exercises');

  await day.step('the brief of the scenario can be read before anything rings', async () => {
    await person.follow(file.title[lang], { role: 'link' });
    await person.expectHeading(file.title[lang]);
  });
  await day.audit(person, 'brief');

  await day.step('ready: the desk waits for the call, and the trainee may go anywhere', async () => {
    await person.follow(t('practice-ready'), { role: 'button' });
    await person.expectHeading(t('calls-desk-title'));
    must((await state()) === 'waiting', `the desk is ${await state()}`);
  });
  await day.audit(person, 'desk, waiting');

  await day.step('the call rings on another page without taking the focus from the field', async () => {
    await person.follow(t('clients-title'), { role: 'link' });
    await person.fill(t('clients-search'), own.client);
    await person.until(async () => (await state()) === 'ringing', 'the call to ring', 30_000);
    const said = await person.page.evaluate(() => document.getElementById('live').textContent);
    const field = await person.expectFocus(t('clients-search'));
    must(field.value === own.client, `the field holds “${field.value}”`);
    must(said === '' || said.length > 3, 'the ringing was not announced');
    await person.until(async () => (await person.page.title()).length > 10 && !(await person.page.title()).startsWith(t('clients-title')), 'the title to tell the call');
  });
  await day.audit(person, 'clients, ringing');

  await day.step('Escape declines from anywhere, and the caller tries again', async () => {
    await person.tabTo(t('clients-search'));
    await person.press('Escape');
    await person.until(async () => (await state()) !== 'ringing', 'the ringing to stop');
    await person.until(async () => (await state()) === 'ringing', 'the second ringing', 40_000);
  });

  await day.step('Enter answers from anywhere, and the focus stays in the very field', async () => {
    await person.tabTo(t('clients-search'));
    await person.type(own.client);
    await person.press('Enter');
    await person.until(async () => (await state()) === 'talking', 'the call to be open');
    must((await person.where()) === '/clients', `answering led to ${await person.where()}`);
    const field = await person.expectFocus(t('clients-search'));
    must(field.value === own.client, `the field holds “${field.value}”`);
  });

  await day.step('one key leads to the desk, where the caller is known by number and the focus is on their words', async () => {
    await person.enter('F8');
    await person.expectHeading(t('calls-desk-title'));
    await person.expectFocus(null, { id: 'last' });
    for (const text of [own.number, own.client, t('calls-match-certain')]) await person.expectText(text);
  });
  await day.audit(person, 'desk, talking');

  await day.step('a step of the script is said with one key and is then done', async () => {
    await person.follow(`${t('calls-step-say')} ${says.greet}`, { role: 'button' });
    const done = await person.page.evaluate(() => document.querySelector('.steps > li')?.dataset.state);
    must(done === 'done', `the first step is ${done}`);
    must((await turns()).length >= 2, 'nothing was said');
  });

  await day.step('the caller tells what is asked, and nothing else', async () => {
    for (const [question, fact] of own.asked) {
      must(!(await turns()).some((turn) => turn.includes(fact)), `“${fact}” was told before it was asked`);
      const reply = await say(question);
      must(reply.includes(fact), `“${question}” was answered with “${reply}”`);
    }
    const refusal = await say(own.never[0]);
    must(refusal.includes(own.never[1]), `“${own.never[0]}” was answered with “${refusal}”`);
  });

  await day.step('the identity is marked as checked', async () => {
    await person.follow(t('calls-identify'), { role: 'button' });
    await person.expectText(t('calls-identified'));
  });
  await day.check('the focus is not lost after the identity was marked', async () => {
    must(await person.focused(), 'nothing has the focus');
  });

  await day.step('the line is put on hold and taken back', async () => {
    await person.follow(t('calls-hold'), { role: 'button' });
    must((await state()) === 'hold', `the line is ${await state()}`);
    await person.expectFocus(t('calls-resume'), { role: 'button' });
    await day.audit(person, 'desk, on hold');
    await person.tabTo(t('calls-resume'));
    await person.enter();
    must((await state()) === 'talking', `the line is ${await state()}`);
  });

  await day.step('the reason is coded during the call', async () => {
    await person.pick(t('calls-reason'), own.reason);
    await person.follow(t('calls-save-reason'), { role: 'button' });
    await person.expectFocus(t('calls-reason-saved'), { id: 'notice' });
  });

  await day.step('the file is completed on the desk', async () => {
    await person.fill(t('clients-email'), own.email);
    await person.fill(t('clients-needs'), own.needs);
    // The page sends what is typed after a short rest.
    await new Promise((next) => setTimeout(next, 1500));
  });

  await day.step('a closed browser loses nothing that was typed, and signing in again leads back to the call', async () => {
    await person.leave();
    person = await day.person();
    await person.signIn(account, t);
    must((await state()) === 'talking', `after signing in again the call is ${await state()}`);
    must((await person.where()) === '/desk', `signing in again led to ${await person.where()}`);
    const typed = await filled('email', 'needs');
    must(typed[0] === own.email && typed[1] === own.needs, `the form holds ${JSON.stringify(typed)}`);
    await person.expectText(t('frame-restored'));
  });
  await day.audit(person, 'desk, form restored');

  await day.step('a killed server loses nothing either, and the session goes on', async () => {
    await day.server.kill();
    await day.server.serve();
    await person.page.reload();
    const [email] = await filled('email');
    must(email === own.email, `the form holds “${email}”`);
    must((await state()) === 'talking', `the call is ${await state()}`);
  });

  await day.step('a letter in a phone number is explained, and everything typed is kept', async () => {
    await person.fill(t('clients-phone2'), '0557 30 8A 26');
    await person.follow(t('clients-save'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await person.expectText(t('clients-error-phone-letters'));
    const kept = await filled('email', 'phone2');
    must(kept[0] === own.email && kept[1] === '0557 30 8A 26', `the form holds ${JSON.stringify(kept)}`);
  });
  await day.audit(person, 'client, form with an error');

  await day.step('Arabic-Indic digits are accepted, the file is saved, and the desk comes back', async () => {
    await person.fill(t('clients-phone2'), '٠٥٥٧٣٠٨١٢٦');
    await person.follow(t('clients-save'), { role: 'button' });
    await person.expectHeading(t('calls-desk-title'));
    await person.expectFocus(t('clients-saved'), { id: 'notice' });
    await person.follow(t('calls-open-file'), { role: 'link' });
    for (const text of [own.email, own.needs, '0557 30 81 26']) await person.expectText(text);
  });
  await day.audit(person, 'client, file');

  await day.step('the history of the file tells who changed what', async () => {
    await person.go(`${await person.where()}/history`);
    await person.expectHeading(t('clients-history-title'));
    await person.expectText(account.person ?? account.login);
  });
  await day.audit(person, 'client, history');

  await day.step('the call has a page of its own', async () => {
    await person.go(`/calls/${await person.page.evaluate(() => document.getElementById('status').dataset.call)}`);
    await person.expectHeading(t('calls-one-title'));
  });
  await day.audit(person, 'call');

  await day.step('hanging up leads to the coding of the call', async () => {
    await person.enter('F8');
    await person.follow(t('calls-end'), { role: 'button' });
    must((await state()) === 'wrap_up', `the call is ${await state()}`);
  });
  await day.check('the focus waits where the coding begins', () => person.expectFocus(t('calls-wrap-up')));
  await day.audit(person, 'desk, after the call');

  await day.step('what is not coded is named', async () => {
    await person.follow(t('calls-close'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    for (const key of ['calls-error-outcome', 'calls-error-satisfaction']) await person.expectText(t(key));
  });
  await day.audit(person, 'desk, coding with errors');

  await day.step('the coded call is closed, and the result tells every measured criterion', async () => {
    await person.pick(t('calls-reason'), own.reason);
    await person.pick(t('calls-outcome'), own.outcome);
    await person.choose(t('calls-satisfaction'), t('calls-satisfied-4'));
    await person.fill(t('calls-note'), own.note);
    await person.follow(t('calls-close'), { role: 'button' });
    must(/^\/attempts\/\d+\/result$/.test(await person.where()), `closing led to ${await person.where()}`);
    const all = await person.reads();
    const missing = file.measured.filter((criterion) => !all.includes(criterion));
    must(missing.length === 0, `the result does not tell ${missing.join(', ')}`);
  });
  await day.audit(person, 'result');

  await day.step('the call is in the list of calls, with what was said', async () => {
    await person.go('/practice/attempts');
    await person.expectText(file.title[lang]);
    must((await state()) === 'idle', `the desk is ${await state()}`);
  });
  await day.audit(person, 'exercises done');

  await person.leave();
  return { ...file, title: file.title[lang], name: account.person ?? account.login };
}
