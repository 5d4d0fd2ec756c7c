// Drills: a text typed on a standard keyboard, a paste refused, a page opened again, six keys, and what the trainer sees.
import { must } from '../lib.mjs';

export const name = 'drills';

const CASES = {
  fr: { language: 'drills-in-french', title: 'Numéros de téléphone', code: 'MC9-FR-13', wrong: ['0661', '0616'], keys: 'MC9-FR-06', typed: 'abc d' },
  ar: { language: 'drills-in-arabic', title: 'أسماء زبائن', code: 'MC9-AR-09', wrong: ['كريم', 'كرم'], keys: 'MC9-AR-04', typed: 'ابج د' },
};
/** The cells of the first letters of both alphabets: a b c d, alif ba jim dal. */
const CHORDS = { fr: ['f', 'fd', 'fj', ' ', 'fjk'], ar: ['f', 'fd', 'jdk', ' ', 'fjk'] };

/** What the tests of the server hold too (crates/school/src/drills/braille.rs): page and server must read alike. */
const READ = {
  fr: [['SMS de Karim: a1b 12c', '⠨⠨⠎⠍⠎⠀⠙⠑⠀⠨⠅⠁⠗⠊⠍⠒⠀⠁⠠⠡⠃⠀⠠⠡⠣⠉'], ['Le 10/05 à 14:30, 3,5 kg', '⠨⠇⠑⠀⠠⠡⠼⠌⠼⠱⠀⠷⠀⠠⠡⠹⠒⠩⠼⠂⠀⠠⠩⠂⠱⠀⠅⠛']],
  ar: [['سلام، كيف؟', '⠎⠧⠍⠐⠀⠅⠊⠋⠦'], ['الهاتف 0550 12 34 56', '⠁⠇⠓⠁⠞⠋⠀⠼⠚⠑⠑⠚⠀⠼⠁⠃⠀⠼⠉⠙⠀⠼⠑⠋']],
  en: [['SMS from Karim 12c 3d', '⠠⠠⠎⠍⠎⠀⠋⠗⠕⠍⠀⠠⠅⠁⠗⠊⠍⠀⠼⠁⠃⠰⠉⠀⠼⠉⠰⠙'], ['(bill) a/b', '⠐⠣⠃⠊⠇⠇⠐⠜⠀⠁⠸⠌⠃']],
};

export async function run(day) {
  const { t, lang } = day, own = CASES[lang], person = await day.person(), account = day.account('trainee');
  const field = () => person.page.evaluate(() => document.getElementById('f-typed')?.value);
  const times = () => person.page.evaluate(() => document.querySelector('[name=times]').value);
  const keys = (text) => person.page.keyboard.type(text, { delay: 40 });

  await day.step('the drills are one link away from the exercises, and the list is filtered', async () => {
    await person.signIn(account, t);
    await person.go('/practice');
    await person.follow(t('drills-title'), { role: 'link' });
    await person.expectHeading(t('drills-title'));
    await person.pick(t('drills-language'), t(own.language));
    await person.pick(t('drills-family'), t('drills-family-data'));
    await person.follow(t('drills-filter'), { role: 'button' });
    const links = await person.page.evaluate(() => [...document.querySelectorAll('.lines a')].map((a) => a.getAttribute('href')));
    must(links.length > 0 && links.every((href) => href.startsWith(own.code.slice(0, 6), 8)), `the list holds ${links.join(' ')}`);
  });
  await day.audit(person, 'drills');

  await day.step('a drill says what it measures and is started by keyboard', async () => {
    await person.follow(own.title, { role: 'link' });
    await person.expectHeading(own.title);
    await day.audit(person, 'drill');
    await person.choose(t('drills-entry'), t('drills-entry-keyboard'));
    await person.choose(t('drills-way'), t('drills-way-text'));
    await person.follow(t('drills-start'), { role: 'button' });
    must(/^\/drills\/tries\/\d+$/.test(await person.where()), `the try stands at ${await person.where()}`);
  });
  await day.audit(person, 'drill, typing');

  const lines = await person.page.evaluate(() => [...document.querySelectorAll('.dictation li')].map((line) => line.innerText.trim()));
  const text = lines.join(' ').replace(own.wrong[0], own.wrong[1]);

  await day.step('the field takes what is typed as it is typed, in its own direction', async () => {
    await person.tabTo(t('drills-typed'), { role: 'textbox' });
    const set = await person.page.evaluate(() => {
      const own = document.activeElement;
      return [own.lang, own.dir, own.spellcheck, own.getAttribute('autocorrect'), own.autocomplete].join(' ');
    });
    must(set === `${lang} ${lang === 'ar' ? 'rtl' : 'ltr'} false off off`, `the field is ${set}`);
    await keys(text.slice(0, 12));
    must((await times()).split(' ').length === 12, `the times are ${await times()}`);
  });

  await day.step('a paste is refused, said, and changes nothing', async () => {
    await person.press('Control+A');
    await person.press('Control+C');
    await person.press('End');
    await person.press('Control+V');
    await person.expectText(t('drills-pasted'));
    must((await field()) === text.slice(0, 12), `the field holds “${await field()}”`);
    must((await times()).endsWith(' p'), `the paste is not noted: ${await times()}`);
    const said = await person.page.evaluate(() => sessionStorage.getItem('last-said'));
    must(said === t('drills-pasted'), `“${said}” was said`);
  });

  await day.step('what was typed is there again when the page is opened again', async () => {
    await person.until(async () => {
      const kept = await person.page.evaluate(async () => (await (await fetch(location.pathname)).text()).includes('id="restored"'));
      return kept;
    }, 'the draft to be kept');
    await person.go(await person.where());
    must((await field()) === text.slice(0, 12), `the field holds “${await field()}”`);
  });

  await day.step('the result tells the wrong word, the measures, and that the page was opened again', async () => {
    await person.tabTo(t('drills-typed'), { role: 'textbox' });
    await person.press('Control+End');
    await keys(text.slice(12));
    await person.enter('Control+Enter');
    await person.expectFocus(null, { id: 'notice' });
    const all = await person.reads();
    const told = t('drills-arrow') === '→' ? `${own.wrong[0]} → ${own.wrong[1]}` : `${own.wrong[0]} ← ${own.wrong[1]}`;
    must(all.includes(told), `the result does not tell “${told}”: ${all}`);
    must(!all.includes(t('drills-no-words')) && !all.includes(t('drills-note-impossible')), 'the measures are not those of a person');
    await person.expectText(t('drills-keys-caption'));
  });
  await day.audit(person, 'drill, result');

  await day.step('handed to the trainer, it is evidence, once', async () => {
    await person.follow(t('drills-hand-over'), { role: 'button' });
    await person.expectText(t('drills-handed'));
    must(!(await person.reads()).includes(t('drills-hand-over-text')), 'it can be handed over again');
    await person.follow(t('drills-evidence'), { role: 'link' });
    await person.expectText('MC9.G2');
  });
  await day.audit(person, 'drill, evidence');

  await day.step('six keys pressed together make the letters', async () => {
    await person.go(`/drills/${own.keys}`);
    await person.choose(t('drills-entry'), t('drills-entry-six-keys'));
    await person.choose(t('drills-way'), t('drills-way-braille'));
    await person.follow(t('drills-start'), { role: 'button' });
    await person.page.waitForLoadState('networkidle');
    await person.tabTo(t('drills-typed'), { role: 'textbox' });
    for (const chord of CHORDS[lang]) {
      for (const key of chord) await person.page.keyboard.down(key === ' ' ? 'Space' : `Key${key.toUpperCase()}`);
      for (const key of chord) await person.page.keyboard.up(key === ' ' ? 'Space' : `Key${key.toUpperCase()}`);
    }
    await person.until(async () => (await field()) === own.typed, `“${own.typed}” to be written`, 5_000).catch(async (error) => {
      throw new Error(`${error.message}; the field holds “${await field()}”`);
    });
    await person.press('Backspace');
    must((await field()) === own.typed.slice(0, -1), `after Backspace the field holds “${await field()}”`);
    const cells = await person.page.evaluate(() => document.querySelector('.cells').innerText);
    must(/^[\u2800-\u28FF\s]+$/.test(cells), `a dictation by braille shows “${cells}”`);
  });
  await day.audit(person, 'drill, six keys');

  await day.step('page and server read cells alike', async () => {
    const read = await person.page.evaluate(async (all) => {
      const { decode } = await import(document.querySelector('script[src]').src.replace('plateau.js', 'chords.js'));
      const wrong = [];
      for (const [lang, cases] of Object.entries(all)) {
        const table = await (await fetch(`/drills/tables/${lang}`)).json();
        for (const [text, cells] of cases) if (decode(cells, table) !== text) wrong.push(`${text}: ${decode(cells, table)}`);
      }
      return wrong;
    }, READ);
    must(read.length === 0, read.join(' / '));
  });

  await day.step('the six keys are read by the server, and the history is the trainee’s own', async () => {
    await person.follow(t('drills-send'), { role: 'button' });
    await person.expectText(t('drills-your-text'));
    await person.follow(t('drills-history'), { role: 'link' });
    await person.expectHeading(t('drills-history'));
    must((await person.page.evaluate(() => document.querySelectorAll('.lines > li').length)) === 2, 'the history does not hold two tries');
  });
  await day.audit(person, 'drills, history');

  const trainer = await day.person();
  await day.step('the trainer reviews it like any other attempt', async () => {
    await trainer.signIn(day.account('trainer'), t);
    await trainer.go('/reviews');
    await trainer.follow(account.person, { role: 'link' });
    await trainer.expectText(t('drills-asked'));
    await trainer.expectText(t('drills-line-handed-over'));
    await trainer.follow(t('assessment-agree-all'), { role: 'button' });
    await trainer.expectHeading(t('assessment-reviews-title'));
  });
  await day.audit(trainer, 'reviews, after a drill');
}
