// A whole school year of a section, by keyboard: people are enrolled, the plan is filled, rules are set, every module of four
// semesters gets its marks, four councils decide and seal their minutes, and the diploma stands on the transcript.
import { must, pattern } from '../lib.mjs';

export const name = 'year';

const SEMESTERS = 4;
const PEOPLE = {
  fr: [['latin', 'Slimani', 'Wassila', '14,5'], ['latin', 'Tahar', 'Idir', '12']],
  ar: [['arabic', 'سليماني', 'وسيلة', '14.5'], ['arabic', 'طاهر', 'إيدير', '12']],
};
const EXAM = { fr: 'Examen', ar: 'امتحان' };

/** A visit: what is visited, what was seen, what was decided, why that is withdrawn. */
const VISIT = {
  fr: ['Centre d’appels de Rouiba', 'Vu douze postes.', 'Commander deux casques', 'Déjà en stock'],
  ar: ['مركز النداء بالرويبة', 'رأينا اثني عشر مكتبا.', 'شراء سماعتين', 'موجودتان في المخزن'],
};
const HOLIDAYS = ['01-01', '01-12', '05-01', '07-05', '11-01'];

/** A day in Algeria, as YYYY-MM-DD; 0 is today, 1 yesterday. */
const ago = (days) => new Date(Date.now() + 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
/** The last day before today on which the school teaches: from Sunday to Thursday, no holiday. */
const taught = () => [1, 2, 3, 4, 5, 6].map(ago).find((date) => new Date(date).getUTCDay() < 5 && !HOLIDAYS.includes(date.slice(5)));
/** A day as a person writes it. */
const written = (date) => date.split('-').reverse().join('/');

export async function run(day) {
  const { t, lang } = day, people = PEOPLE[lang];
  const person = await day.person();
  const holding = (key, ...values) => values.reduce((text, value) => text.replace(/\{[^}]*\}/, value), t(key));
  const has = (query) => person.page.evaluate((query) => Boolean(document.querySelector(query)), query);
  const filed = ([, family, given]) => `${family} ${given}`;
  let section, promotion;

  await day.step('a section is added to the promotion, and two people are enrolled in it', async () => {
    await person.signIn(day.account('studies'), t);
    await person.go('/');
    must((await person.where()) === '/year', `the head of studies starts at ${await person.where()}`);
    await person.follow('2026-2029', { role: 'link' });
    promotion = await person.where();
    await person.fill(t('cohorts-section'), 'B');
    await person.follow(t('cohorts-section-add'), { role: 'button' });
    section = await person.where();
    must(/^\/year\/sections\/\d+$/.test(section), `the new section is at ${section}`);
    for (const [at, [letters, family, given]] of people.entries()) {
      await person.follow(t('cohorts-trainee-new'), { role: 'link' });
      await person.fill(t('cohorts-number'), `2026/10${at}`);
      await person.fill(t(`cohorts-family-${letters}`), family);
      await person.fill(t(`cohorts-given-${letters}`), given);
      await person.fill(t('cohorts-from'), written(taught()));
      await person.follow(t('cohorts-save'), { role: 'button' });
      await person.expectHeading(filed(people[at]));
      await person.go(section);
    }
  });

  await day.step('the plan is filled by the suggestion', async () => {
    await person.go(`${promotion}/plan`);
    await person.follow(t('plan-suggest'), { role: 'link' });
    await person.follow(t('plan-take'), { role: 'button' });
    await person.expectFocus(t('plan-filled'), { id: 'notice' });
  });

  await day.step('a new version of the rules has one test', async () => {
    await person.go(`${promotion}/regime`);
    await person.fill(t('marks-reason'), lang === 'ar' ? 'قرار المجلس البيداغوجي' : 'Décision du conseil pédagogique');
    await person.fill(holding('marks-part-fr', 1), EXAM.fr);
    await person.fill(holding('marks-part-ar', 1), EXAM.ar);
    await person.fill(holding('marks-part-weight', 1), '1');
    for (let at = 2; await has(`[name=fr-${at}]`); at++) {
      for (const part of ['fr', 'ar', 'weight']) await person.fill(holding(`marks-part-${part}`, at), '');
    }
    await person.follow(t('marks-regime-save'), { role: 'button' });
    await person.expectFocus(t('marks-regime-saved'), { id: 'notice' });
  });

  await day.step('a session is placed; another one at its hour is refused with the reason', async () => {
    for (const again of [false, true]) {
      await person.go(`/timetable?of=section-${section.split('/').pop()}&week=${taught()}`);
      await person.follow(t('timetable-place'), { role: 'link' });
      await person.pick(t('timetable-module'), /MQ1\b/);
      await person.fill(t('timetable-day'), written(taught()));
      await person.pick(t('timetable-first'), /16:00/);
      await person.follow(t('timetable-place'), { role: 'button' });
      if (again) await person.expectText(pattern(t('timetable-conflict-section')));
      else if (await has('[name=anyway]')) {
        await person.tick(t('timetable-anyway'), true);
        await person.follow(t('timetable-place'), { role: 'button' });
      }
    }
  });

  await day.step('its sheet is kept: one is there, the other is not', async () => {
    await person.go(`/timetable?of=section-${section.split('/').pop()}&week=${taught()}`);
    await person.follow('MQ1', { role: 'link' });
    await person.follow(t('attendance-sheet'), { role: 'link' });
    await person.pick(filed(people[1]), t('attendance-absent'));
    await person.follow(t('attendance-keep'), { role: 'button' });
    must(await has('#notice'), `the sheet was not kept: ${await person.reads()}`);
  });

  await day.step('a field visit is planned, reported and printed; its decision is withdrawn, and it stands in the week', async () => {
    const own = section.split('/').pop();
    await person.go(`/year/meetings/new/edit?section=${own}`);
    await person.pick(t('meetings-kind'), t('meetings-visit'));
    await person.fill(t('meetings-day'), written(ago(0)));
    await person.fill(t('meetings-hours'), '8:30-12:00');
    await person.fill(t('meetings-subject'), VISIT[lang][0]);
    await person.follow(t('cohorts-save'), { role: 'button' });
    await person.expectFocus(t('meetings-saved'), { id: 'notice' });
    const visit = await person.where();
    await person.fill(t('meetings-report'), VISIT[lang][1]);
    await person.follow(t('meetings-report-save'), { role: 'button' });
    await person.expectFocus(t('meetings-reported'), { id: 'notice' });
    await person.fill(t('meetings-decision'), VISIT[lang][2]);
    await person.follow(t('meetings-decide'), { role: 'button' });
    await person.expectFocus(t('meetings-decided'), { id: 'notice' });
    await person.follow(holding('meetings-edit-one', VISIT[lang][2]), { role: 'link' });
    await person.fill(t('meetings-reason'), VISIT[lang][3]);
    await person.follow(t('meetings-withdraw'), { role: 'button' });
    await person.expectFocus(t('meetings-withdrawn-told'), { id: 'notice' });
    await person.go(visit.replace('/meetings/', '/papers/meeting/'));
    for (const text of [t('papers-visit-report'), ...VISIT[lang]]) await person.expectText(text);
    await person.go(`/timetable?of=section-${own}&week=${ago(0)}`);
    await person.expectText(VISIT[lang][0]);
  });
  await day.audit(person, 'week with a visit');

  for (let semester = 1; semester <= SEMESTERS; semester++) {
    await day.step(`every module of semester ${semester} has its marks`, async () => {
      await person.go(`${section}/marks?semester=${semester}`);
      await person.pick(t('marks-module'), t('marks-module-all'));
      await person.follow(t('marks-sheet-open'), { role: 'button' });
      await person.expectFocus(t('marks-opened-all'), { id: 'notice' });
      const sheets = await person.page.evaluate(() => [...document.querySelectorAll('a[href^="/year/marks/"]')].map((a) => a.getAttribute('href')));
      must(sheets.length > 3, `semester ${semester} has ${sheets.length} sheets`);
      for (const [at, sheet] of sheets.entries()) {
        if (at === 0) {
          await person.go(sheet);
          await person.follow(EXAM[lang], { role: 'link' });
        } else await person.go(`${sheet}/C1`);
        await person.skip();
        if (at === 0 && semester === 1) {
          await person.fill(filed(people[0]), '21');
          await person.enter();
          await person.expectText(pattern(t('marks-error-scale')));
        }
        for (const one of people) await person.fill(filed(one), one[3]);
        await person.enter();
        must(await has('#notice'), `the marks of ${await person.heading()} were not saved: ${await person.reads()}`);
      }
    });

    await day.step(`the council of semester ${semester} decides and seals`, async () => {
      await person.go('/year/councils');
      await person.pick(t('cohorts-section'), /^B /);
      await person.pick(t('council-semester'), String(semester));
      await person.follow(t('council-open'), { role: 'button' });
      await person.expectText(t('council-blocked'));
      await person.fill(t('council-held'), written(ago(0)));
      await person.fill(t('council-president'), lang === 'ar' ? 'مديرة الدراسات' : 'La directrice des études');
      await person.fill(t('council-members'), 'Hamdi Nadia');
      if (semester === SEMESTERS) {
        for (const one of people) {
          await person.pick(filed(one), /Diplômé|متخرج/);
          await person.fill(holding('council-reason-of', filed(one)), lang === 'ar' ? 'أنهى البرنامج' : 'Programme accompli');
        }
      }
      await person.follow(t('council-save'), { role: 'button' });
      await person.expectText(t('council-ready'));
    });
    if (semester === SEMESTERS) await day.audit(person, 'council, ready to be sealed');

    await day.step(`the minutes of semester ${semester} are numbered, and their hash agrees`, async () => {
      await person.tick(t('council-confirm'), true);
      await person.follow(t('council-seal'), { role: 'button' });
      await person.expectText(t('council-agrees'));
    });
  }

  await day.step('the diploma stands in the register and on the transcript, with its four semesters', async () => {
    await person.go(section);
    await person.follow(filed(people[0]), { role: 'link' });
    await person.expectText(t('cohorts-state-graduated'));
    await person.go(`/year/papers/transcripts/${section.split('/').pop()}?in=${lang}`);
    const all = await person.reads();
    for (const one of people) must(all.includes(one[1]), `${filed(one)} is not on the transcripts: ${all.slice(0, 300)}`);
  });
  await day.audit(person, 'transcripts of a section, four semesters');

  await day.step('the transcripts of the promotion become one file, whose progress is told', async () => {
    await person.go(promotion);
    await person.follow(t(`papers-promotion-${lang}`), { role: 'button' });
    must(/^\/year\/papers\/work\/[0-9a-f]+$/.test(await person.where()), `the work is at ${await person.where()}`);
    for (let i = 0; i < 40 && (await has('progress')); i++) await person.go(await person.where());
    await person.expectText(t('papers-work-ready'));
    const file = await person.page.evaluate(async () => {
      const answer = await fetch(document.querySelector('main a.primary').href), bytes = new Uint8Array(await answer.arrayBuffer());
      return { kind: answer.headers.get('content-type'), begins: String.fromCharCode(...bytes.slice(0, 5)), size: bytes.length };
    });
    must(file.kind === 'application/pdf' && file.begins === '%PDF-' && file.size > 10_000, JSON.stringify(file));
  });
  await day.audit(person, 'transcripts of a promotion');
}
