// The desk of 20 cells: with short texts every word of the interface fits a braille line, and a field shows its value
// beside its label. What people and the programme wrote is not ours to shorten: it stands in <bdi> or has its own language.
import { must } from '../lib.mjs';
import { open, pages } from '../pages.mjs';

export const name = 'cells';
export const langs = ['fr', 'ar', 'en'];

const LINE = 20, LABEL = 12;

export async function run(day) {
  for (const role of new Set(pages.map((page) => page.role).filter(Boolean))) {
    const person = await day.person();
    await day.step(`the ${role} chooses short texts`, async () => {
      await person.signIn(day.account(role), day.t);
      await person.go('/preferences');
      await person.tick(day.t('preferences-short-texts'), true);
      await person.follow(day.t('preferences-save'), { role: 'button' });
    });
    for (const page of pages.filter((page) => page.role === role)) {
      await day.check(`${page.name} fits 20 cells`, async () => {
        await open(person, page);
        const wrong = await person.page.evaluate(measure, { line: LINE, label: LABEL });
        must(wrong.length === 0, wrong.join('\n'));
      });
    }
    await person.leave();
  }
}

/** Runs in the page: what is longer than its place. */
function measure({ line, label }) {
  const wrong = [], main = document.querySelector('main');
  // Cells are counted without combining marks, as the catalogue of texts counts them.
  const cells = (text) => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
  const said = (element) => {
    const copy = element.cloneNode(true), lang = document.documentElement.lang;
    // A badge is measured for itself.
    for (const written of copy.querySelectorAll(`bdi, .badge, [dir=auto], [lang]:not([lang=${lang}]), .mark, audio, input, select, textarea`)) written.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const own = (element) => element.closest('bdi, [dir=auto]') === null && element.checkVisibility();
  const limit = (query, most, root = document) => {
    for (const element of [...root.querySelectorAll(query)].filter(own)) {
      const text = said(element);
      if (cells(text) > most) wrong.push(`${query}: “${text}” takes ${cells(text)} cells, not ${most}`);
    }
  };
  limit('#status-text', line);
  limit('header nav a, footer a, .top button', line);
  limit('button, a.button, .badge, h2, h3, th, dt, caption, legend, option', line, main);
  for (const one of [...main.querySelectorAll('label[for]')].filter(own)) {
    const text = said(one);
    if (cells(text) > label + 1 + cells(one.querySelector('.required')?.textContent ?? '')) wrong.push(`label: “${text}” leaves no room for its value`);
  }
  limit('label.choice span', line, main);
  // First the word that differs: the lines of a list are told apart by what 20 cells show of them.
  for (const list of main.querySelectorAll('ol.lines, ul.lines')) {
    const lines = [...list.children].map((item) => item.innerText.replace(/\s+/g, ' ').trim());
    const starts = new Set(lines.map((text) => [...text].slice(0, line).join('')));
    if (lines.length >= 3 && starts.size < new Set(lines).size * 0.8) wrong.push(`a list of ${lines.length} lines shows only ${starts.size} different ones on 20 cells`);
  }
  return wrong;
}
