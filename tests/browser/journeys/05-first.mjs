// The first start on an empty folder: the link that the program prints makes the administrator, once.
import { Server, must } from '../lib.mjs';

export const name = 'first';

const SECRET = 'une phrase facile à retenir';
const NAMES = { fr: 'Samir Haddad', ar: 'سمير حداد' };

export async function run(day) {
  const { t, lang } = day, server = new Server(day.program);
  try {
    const link = new URL(await server.first());
    Object.assign(day, { url: link.origin });
    const person = await day.person();

    await day.step('the printed link opens the form of the first administrator', async () => {
      await person.go(link.pathname);
      await person.expectHeading(t('sessions-first-title'));
    });
    await day.audit(person, 'first administrator');

    await day.step('what is missing is named, and what was typed is kept', async () => {
      await person.fill(t('sessions-login'), 'samir');
      await person.follow(t('accounts-create'), { role: 'button' });
      await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
      await person.expectText(t('accounts-error-name'));
      must((await person.page.evaluate(() => document.querySelector('input[name=login]').value)) === 'samir', 'the login was lost');
    });

    await day.step('the administrator is made, and signs in', async () => {
      await person.fill(t('accounts-name'), NAMES[lang]);
      await person.fill(t('sessions-password'), SECRET);
      await person.follow(t('accounts-create'), { role: 'button' });
      must((await person.where()).startsWith('/sign-in'), `making the account led to ${await person.where()}`);
      await person.signIn({ login: 'samir', password: SECRET }, t);
      await person.go('/accounts');
      await person.expectText(NAMES[lang]);
    });

    await day.step('the link works once', async () => {
      await person.go(link.pathname);
      await person.expectHeading(t('frame-not-found'));
    });
    await person.leave();
  } finally {
    server.discard();
  }
}
