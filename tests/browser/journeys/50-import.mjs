// A spreadsheet becomes client files by keyboard: a trial, the report, the import, a server killed in the middle, and all of
// it taken back. Beside it the fields of a centre and the export.
import { must } from '../lib.mjs';

export const name = 'import';

const LIST = `Nom;Prénom;Téléphone;Wilaya;Commune;Couleur
Zerrouki;Lynda;0550 88 77 01;Alger;Kouba;bleu
Mokrani;Yanis;0550 88 77 02;16;;vert
;Sonia;0550 88 77 03;;;
Belkacem;Adel;05508;;;rouge
`;

/** The button that makes the files; it says how many. */
const START = /^(Importer|استيراد|Import) /;

export async function run(day) {
  const { t } = day, chief = day.account('supervisor');
  const person = await day.person();
  const told = (key) => person.expectText(t(key));

  await day.step('the import is one link away from the files', async () => {
    await person.signIn(chief, t);
    await person.go('/clients');
    await person.follow(t('exchange-title'), { role: 'link' });
    await person.expectHeading(t('exchange-title'));
  });
  await day.audit(person, 'imports, none');

  await day.step('a file that is none is refused at its field', async () => {
    await send(person, t, { name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) });
    await told('exchange-error-foreign');
  });
  await day.audit(person, 'imports, a file refused');

  await day.step('the columns are recognised', async () => {
    await send(person, t, { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await person.expectHeading(t('exchange-plan-title'));
    const chosen = await person.page.evaluate(() => [...document.querySelectorAll('main select[id^="f-c"]')].slice(0, 6).map((e) => e.value));
    must(chosen.join() === 'family_latin,given_latin,phone,wilaya,commune,', `the columns are taken for ${chosen}`);
  });
  await day.audit(person, 'columns of an import');

  await day.step('an encoding that the file is not in is refused at its field', async () => {
    await person.page.locator('#f-encoding').selectOption('windows-1256');
    await person.follow(t('exchange-reread'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await told('exchange-error-encoding');
  });
  await day.audit(person, 'columns of an import, read otherwise');

  await day.step('the file is read anew as it was said', async () => {
    await person.page.locator('#f-encoding').selectOption('utf-8');
    await person.follow(t('exchange-reread'), { role: 'button' });
    await told('exchange-reread-done');
    await person.expectHeading(t('exchange-plan-title'));
  });

  await day.step('two columns for one field are refused at the second', async () => {
    await person.page.locator('#f-c5').selectOption('phone');
    await person.follow(t('exchange-check'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await told('exchange-error-twice');
    await person.page.locator('#f-c5').selectOption('');
  });
  await day.audit(person, 'columns of an import, wrong');

  await day.step('the trial makes nothing and tells line by line what is wrong', async () => {
    await person.follow(t('exchange-check'), { role: 'button' });
    await until(person, t, 'exchange-state-checked');
    await told('clients-error-family');
    await told('clients-error-phone-short');
  });
  await day.audit(person, 'report of a trial');

  await day.step('the import makes two files', async () => {
    await person.follow(START, { role: 'button' });
    await until(person, t, 'exchange-state-imported');
    await person.go('/clients?q=0550887701');
    await person.expectText('Zerrouki');
  });

  await day.step('all of it is taken back, after a question', async () => {
    await person.go('/imports');
    await person.follow('clients.csv', { role: 'link' });
    await person.follow(t('exchange-back-title'), { role: 'link' });
    await person.expectHeading(t('exchange-back-title'));
  });
  await day.audit(person, 'taking an import back');
  await day.step('the files are gone', async () => {
    await person.follow(t('exchange-back'), { role: 'button' });
    await until(person, t, 'exchange-state-reverted');
    await person.go('/clients?q=0550887701');
    must(!(await person.reads()).includes('Zerrouki'), 'the file is still found');
  });

  await day.step('an import goes on by itself after the server was killed', async () => {
    const lines = Array.from({ length: 12000 }, (_, at) => `Benali;Karim;R-${at}`);
    await person.go('/imports');
    await send(person, t, { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(['Nom;Prénom;Référence', ...lines].join('\n')) });
    await person.follow(t('exchange-check'), { role: 'button' });
    await until(person, t, 'exchange-state-checked');
    await person.follow(START, { role: 'button' });
    await day.server.kill();
    await day.server.serve();
    await person.go('/imports');
    await person.follow('long.csv', { role: 'link' });
    await until(person, t, 'exchange-state-imported');
    await person.expectText('12000');
  });
  await day.audit(person, 'an import, done');

  await day.step('a field is added to the files of the centre', async () => {
    await person.go('/clients/fields');
    await person.expectText(t('clients-fields-none'));
    await person.follow(t('clients-field-new-title'), { role: 'link' });
    await person.fill(t('clients-field-fr'), 'Contrat');
    await person.fill(t('clients-field-ar'), 'العقد');
    await person.fill(t('clients-field-shape'), 'AA-9999');
  });
  await day.audit(person, 'a field of the centre');
  await day.step('it is in the list', async () => {
    await person.follow(t('clients-field-save'), { role: 'button' });
    await person.expectText(day.lang === 'ar' ? 'العقد' : 'Contrat');
  });
  await day.audit(person, 'fields of the centre');
  await day.step('it can be changed', async () => {
    await person.follow(day.lang === 'ar' ? 'العقد' : 'Contrat', { role: 'link' });
    await person.expectHeading(t('clients-field-edit-title'));
  });
  await day.audit(person, 'a field of the centre, changed');

  await day.step('the files go out as a workbook', async () => {
    await person.go('/exports');
    await person.page.locator('#f-format').selectOption('xlsx');
    const waiting = person.page.waitForEvent('download');
    await person.tabTo(t('exchange-export'), { role: 'button' });
    await person.press('Enter');
    must((await waiting).suggestedFilename() === 'clients.xlsx', 'the download has another name');
  });
  await day.audit(person, 'exports');
}

/** Chooses a file as the dialogue of the system would, and sends it by keyboard. */
async function send(person, t, file) {
  await person.page.locator('#f-file').setInputFiles(file);
  await person.follow(t('exchange-send'), { role: 'button' });
}

/** Asks for the page again, as a person does, until the work is in a state. */
async function until(person, t, key) {
  for (let i = 0; i < 120; i++) {
    if ((await person.reads()).includes(t(key))) return;
    await person.page.waitForTimeout(500);
    await person.page.reload();
  }
  must(false, `it never came to “${t(key)}”: ${(await person.reads()).slice(0, 300)}`);
}
