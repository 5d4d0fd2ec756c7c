// The doors: signing in, what goes wrong, the preferences, signing out.
import { must } from '../lib.mjs';

export const name = 'signin';

export async function run(day) {
  const { t, lang } = day, account = day.account('trainee');
  const person = await day.person();
  const signIn = async (password) => {
    await person.fill(t('sessions-login'), account.login);
    await person.fill(t('sessions-password'), password);
    await person.follow(t('sessions-sign-in'), { role: 'button' });
  };

  await day.step('the door speaks the language of the browser, and the focus waits in the first field', async () => {
    await person.go('/');
    must((await person.where()).startsWith('/sign-in'), 'the site opens without signing in');
    const root = await person.page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
    must(root.lang === lang && root.dir === (lang === 'ar' ? 'rtl' : 'ltr'), `the page is ${JSON.stringify(root)}`);
    await person.expectHeading(t('sessions-title'));
    await person.expectFocus(t('sessions-login'), { role: 'textbox' });
  });
  await day.audit(person, 'sign-in');

  await day.step('another language is two keys away, and so is the way back', async () => {
    const other = lang === 'fr' ? 'ar' : 'fr', names = { fr: 'Français', ar: 'العربية' };
    await person.follow(names[other], { role: 'link' });
    must((await person.page.evaluate(() => document.documentElement.lang)) === other, `the page is not in ${other}`);
    await person.follow(names[lang], { role: 'link' });
    await person.expectHeading(t('sessions-title'));
  });

  await day.step('the skip link leads into the page', async () => {
    await person.go('/sign-in');
    await person.tabTo(t('frame-skip'), { role: 'link' });
    await person.press('Enter');
    await person.expectFocus(null, { id: 'main' });
  });

  await day.step('an empty form names both fields, and its links lead to them', async () => {
    await person.follow(t('sessions-sign-in'), { role: 'button' });
    await expectSummary(person, t);
    for (const key of ['sessions-error-login', 'sessions-error-password']) await person.expectText(t(key));
    await person.tabTo(t('sessions-error-password'), { role: 'link' });
    await person.press('Enter');
    const field = await person.expectFocus(t('sessions-password'), { id: 'f-password' });
    must(field.type === 'password', 'the password can be read');
  });
  await day.audit(person, 'sign-in, empty');

  await day.step('a wrong password puts the focus on the summary and keeps the login', async () => {
    await signIn('ce-n-est-pas-le-bon');
    await expectSummary(person, t);
    await person.expectText(t('sessions-error-wrong'));
    const values = await person.page.evaluate(() => ['login', 'password'].map((name) => document.querySelector(`input[name=${name}]`).value));
    must(values[0] === account.login && values[1] === '', `the fields hold ${JSON.stringify(values)}`);
  });
  await day.audit(person, 'sign-in, wrong password');

  await day.step('the right password opens the place that was asked for', async () => {
    await person.go('/preferences');
    must((await person.where()).startsWith('/sign-in'), 'preferences open without signing in');
    await signIn(account.password);
    must((await person.where()) === '/preferences', `signing in led to ${await person.where()}`);
  });

  await day.step('preferences are chosen by keyboard and told as saved', async () => {
    if ((await person.page.evaluate(() => document.documentElement.lang)) !== lang) await person.speak();
    await person.expectHeading(t('preferences-title'));
    await person.tick(t('preferences-more-contrast'), true);
    await person.choose(t('preferences-theme'), t('preferences-theme-dark'));
    await person.choose(t('preferences-text-size'), '150');
    await person.choose(t('preferences-time-factor'), '× 1.5');
    await person.tick(t('preferences-means-braille'), true);
    await person.follow(t('preferences-save'), { role: 'button' });
    await person.expectFocus(t('preferences-saved'), { id: 'notice' });
    const classes = await person.page.evaluate(() => document.documentElement.className);
    must(/theme-dark/.test(classes) && /size-150/.test(classes) && /more-contrast/.test(classes), `the page is drawn as “${classes}”`);
  });
  await day.audit(person, 'preferences, dark, large, more contrast');

  await day.step('short texts fit a braille line of 20 cells', async () => {
    await person.tick(t('preferences-short-texts'), true);
    await person.follow(t('preferences-save'), { role: 'button' });
    const labels = await person.page.evaluate(() => [...document.querySelectorAll('legend, main label[for]')].map((e) => e.innerText.trim()));
    const long = labels.filter((label) => [...label].length > 20);
    must(labels.length > 5 && long.length === 0, `too long for a line: ${long.join(' | ')}`);
    await person.tick(t('preferences-short-texts', 'short'), false);
    await person.follow(t('preferences-save', 'short'), { role: 'button' });
  });

  await day.step('signing out closes the door, and the choices are there the next time', async () => {
    await person.follow(t('frame-sign-out'), { role: 'button' });
    must((await person.where()).startsWith('/sign-in'), `signing out led to ${await person.where()}`);
    await person.go('/preferences');
    must((await person.where()).startsWith('/sign-in'), 'the session is still open');
    await signIn(account.password);
    const classes = await person.page.evaluate(() => document.documentElement.className);
    must(/theme-dark/.test(classes) && /size-150/.test(classes), `the page is drawn as “${classes}”`);
    await person.tabTo('× 1.5', { role: 'radio' });
  });

  await day.step('closing every session closes the one on another desk', async () => {
    const elsewhere = await day.person();
    await elsewhere.signIn(account, t);
    await person.go('/preferences');
    await person.follow(t('sessions-everywhere'), { role: 'button' });
    await elsewhere.go('/preferences');
    must((await elsewhere.where()).startsWith('/sign-in'), 'the other session is still open');
  });

  await day.step('the sixth try after five wrong ones has to wait, even with the right password', async () => {
    const victim = day.account('agent');
    const stranger = await day.person();
    await stranger.go('/sign-in');
    for (let i = 0; i < 6; i++) {
      await stranger.fill(t('sessions-login'), victim.login);
      await stranger.fill(t('sessions-password'), i < 5 ? `essai-${i}` : victim.password);
      await stranger.follow(t('sessions-sign-in'), { role: 'button' });
    }
    await stranger.expectText(t('sessions-error-blocked'));
  });
}

async function expectSummary(person, t) {
  await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
  const title = await person.page.title();
  must(title.startsWith(t('frame-error-word')), `the title does not say that something is wrong: “${title}”`);
}
