// Mistakes in client files are mended by keyboard: an earlier value is put back from the history, a file that was made by mistake
// is deleted after a question and made again.
import { must } from '../lib.mjs';

export const name = 'mend';

export async function run(day) {
  const { t } = day, chief = day.account('supervisor');
  const person = await day.person();
  const reads = async (text) => (await person.reads()).includes(text);

  await day.step('the history of a file says what its fields held', async () => {
    await person.signIn(chief, t);
    await person.go('/clients?q=0556000101');
    await person.follow('Ouyahia Nabila', { role: 'link' });
    await person.expectText('Fibre dans le nouveau logement');
    await person.follow(t('clients-history-all'), { role: 'link' });
    await person.expectHeading(t('clients-history-title'));
    await person.expectText(t('clients-history-before'));
  });

  await day.step('the earlier values come back into the form, and nothing is saved yet', async () => {
    await person.follow(t('clients-put-back-all'), { role: 'link' });
    await person.expectHeading(t('clients-edit-title'));
    must((await person.page.inputValue('#f-needs')) === '', 'the needs still hold the later value');
    must((await person.page.evaluate(() => document.activeElement?.id)) === 'put-back', 'what was put back has not the focus');
  });
  await day.audit(person, 'earlier values, put back');

  await day.step('saved, the file holds them again', async () => {
    await person.follow(t('clients-save'), { role: 'button' });
    await person.expectText(t('clients-saved'));
    await person.go('/clients?q=0556000101');
    await person.follow('Ouyahia Nabila', { role: 'link' });
    must(!(await person.page.evaluate(() => document.querySelector('dl.facts').innerText)).includes('Fibre dans'), 'the later value still stands in the file');
  });

  await day.step('a file on which something hangs is not deleted, and the page says what', async () => {
    await person.follow(t('clients-delete'), { role: 'link' });
    await person.expectHeading(t('clients-deletion-title'));
    await person.expectText(t('clients-held-links'));
  });

  await day.step('another is deleted after a question', async () => {
    await person.go('/clients?q=0556000102');
    await person.follow('Meziane Fatima Zohra', { role: 'link' });
    await person.follow(t('clients-delete'), { role: 'link' });
    await person.expectHeading(t('clients-deletion-title'));
    await person.follow(t('clients-delete'), { role: 'button' });
    await person.expectText(t('clients-deleted'));
    await person.expectHeading(t('clients-deleted-title'));
    await person.go('/clients?q=0556000102');
    must(!(await reads('Meziane Fatima Zohra')), 'the deleted file is still found');
  });

  await day.step('it is made again with what it held', async () => {
    await person.go('/clients/deleted');
    await person.follow(t('clients-again'), { role: 'link' });
    await person.expectHeading(t('clients-new-title'));
    must((await person.page.inputValue('#f-birth_date')) === '12/03/1979', 'the day of birth is not there');
    await person.follow(t('clients-save'), { role: 'button' });
    // Somebody is born on the same day and sounds alike: the file comes back once with what it resembles.
    await person.follow(t('duplicates-create-anyway'), { role: 'button' });
    await person.expectText(t('clients-saved'));
    await person.go('/clients?q=0556000102');
    must(await reads('Meziane Fatima Zohra'), 'the file is not found again');
  });
}
