// The trainer's half of the day: the review of the attempt, and what the trainee then sees.
import { must } from '../lib.mjs';

const REASON = {
  fr: 'Entendu à l’enregistrement : la reformulation était juste, mais tardive.',
  en: 'Heard on the recording: what was said back was right, but late.',
  ar: 'سمعت في التسجيل أن إعادة الصياغة كانت صحيحة، لكنها متأخرة.',
};

export async function trainer(day, attempt) {
  const { t, lang } = day, person = await day.person();

  await day.step('the trainer finds the attempt among those that wait', async () => {
    await person.signIn(day.account('trainer'), t);
    await person.follow(t('assessment-reviews-title'), { role: 'link' });
    await person.expectHeading(t('assessment-reviews-title'));
    await person.expectText(attempt.title);
  });
  await day.audit(person, 'reviews');

  await day.step('the review shows every measure with its target, and the time line of the attempt', async () => {
    await person.follow(attempt.name, { role: 'link' });
    const all = await person.reads(), missing = attempt.measured.filter((criterion) => !all.includes(criterion));
    must(missing.length === 0, `the review does not tell ${missing.join(', ')}`);
    await person.expectText(t('assessment-timeline'));
    await person.expectText(t('assessment-line-answered'));
  });
  await day.audit(person, 'review');

  await day.step('agreeing costs one key, and the next proposal waits under the same key', async () => {
    await person.tabTo(t('assessment-first'), { role: 'link' });
    await person.press('Enter');
    const first = await agreeButton(person);
    await person.enter();
    const second = await agreeButton(person);
    must(first.id !== second.id, 'the focus is still on the proposal that was decided');
    await person.enter();
    must((await agreeButton(person)).id !== second.id, 'the second proposal was not decided');
  });

  await day.step('changing a proposal asks for a reason', async () => {
    await person.follow(t('assessment-change'), { role: 'link' });
    await person.expectHeading(t('assessment-change-title'));
    await day.audit(person, 'review, change');
    await person.follow(t('assessment-change-save'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await person.expectText(t('assessment-error-reason'));
    await day.audit(person, 'review, change without a reason');
    await person.choose(t('assessment-status'), t('assessment-in-progress'));
    await person.fill(t('assessment-reason'), REASON[lang]);
    await person.follow(t('assessment-change-save'), { role: 'button' });
    if ((await person.heading()) === t('assessment-change-title')) {
      // The proposal was this very status: another one is chosen, and the reason is still there.
      await person.expectText(t('assessment-error-same'));
      await person.choose(t('assessment-status'), t('assessment-not-acquired'));
      await person.follow(t('assessment-change-save'), { role: 'button' });
    }
    await person.expectText(REASON[lang]);
  });

  await day.step('one key agrees with all that remains, and the grid waits', async () => {
    await person.follow(t('assessment-agree-all'), { role: 'button' });
    await person.expectText(t('assessment-none-remaining'));
    await person.expectFocus(t('assessment-grid'));
  });

  await day.step('a line of the grid without a level is named', async () => {
    await person.follow(t('assessment-grid-save'), { role: 'button' });
    await person.expectFocus(t('frame-summary-title'), { id: 'summary' });
    await day.audit(person, 'review, grid without a level');
  });

  await day.step('the grid has four levels and “not observed”, and ends the review', async () => {
    const lines = await person.page.evaluate(() => document.querySelectorAll('fieldset.levels').length);
    must(lines >= 2, `the grid has ${lines} lines`);
    for (let line = 0; line < lines; line++) {
      const level = line === 0 ? t('assessment-level-2') : line === 1 ? t('assessment-level-none') : t('assessment-level-3');
      await chooseLevel(person, line, level);
    }
    await person.follow(t('assessment-grid-save'), { role: 'button' });
    if ((await person.where()).match(/^\/reviews\/\d+/)) await person.follow(t('assessment-finish'), { role: 'button' });
    await person.expectFocus(t('assessment-review-finished'), { id: 'notice' });
  });
  await day.audit(person, 'reviews, done');

  await day.step('the trainer sees the progress of the trainee', async () => {
    await person.follow(t('assessment-trainees-title'), { role: 'link' });
    await day.audit(person, 'trainees');
    await person.follow(attempt.name, { role: 'link' });
    await person.expectHeading(t('assessment-progress-one'));
    await person.expectText('MQ6');
  });
  await day.audit(person, 'progress of a trainee');
  await person.leave();
}

/** What the trainee reads once everything is decided. */
export async function afterwards(day, attempt) {
  const { t, lang } = day, person = await day.person();

  await day.step('the decisions stand on the progress page, by module and objective, with who decided', async () => {
    await person.signIn(day.account('trainee'), t);
    await person.follow(t('assessment-progress-title'), { role: 'link' });
    await person.expectHeading(t('assessment-progress-title'));
    const all = await person.reads(), missing = attempt.measured.filter((criterion) => !all.includes(criterion));
    must(missing.length === 0, `the progress does not tell ${missing.join(', ')}`);
    const trainer = day.account('trainer');
    await person.expectText(trainer.person ?? trainer.login);
  });
  await day.audit(person, 'progress');

  await day.step('the result tells the trainer’s reason', async () => {
    await person.go('/practice/attempts');
    await person.follow(attempt.title, { role: 'link' });
    await person.expectText(REASON[lang]);
  });
  await day.audit(person, 'result, decided');
}

async function agreeButton(person) {
  const now = await person.focused();
  must(now?.id.startsWith('agree-'), `the focus is not on a proposal but on ${now ? `${now.role} “${now.name}”` : 'nothing'}`);
  return now;
}

/** The groups of the grid share their name: the line is told by the name of its fields. */
async function chooseLevel(person, line, level) {
  for (let i = 0; i < 300; i++) {
    const now = await person.focused();
    if (now?.field === `level-${line}`) break;
    await person.press('Tab');
  }
  for (let i = 0; i < 6; i++) {
    const now = await person.focused();
    must(now?.field === `level-${line}`, `line ${line} of the grid is not reached`);
    if (now.name.startsWith(level)) {
      if (!now.checked) await person.press('Space');
      return;
    }
    await person.press('ArrowDown');
  }
  must(false, `line ${line} of the grid has no level “${level}”`);
}
