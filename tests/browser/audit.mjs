// What every page must be, whatever it says: asked of the live page, which is left as it was.
import { load } from './packages.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const MODES = [
  ['normal', { colorScheme: 'light', forcedColors: 'none' }, WIDE],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }, WIDE],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, WIDE],
  ['320 px', { colorScheme: 'light', forcedColors: 'none' }, NARROW],
];

let axeSource;

export class Auditor {
  /** `shots`: a folder for a picture of every page in every mode, or nothing. */
  constructor(shots) {
    this.shots = shots;
    /** Kinds of controls whose focus was seen in pixels already. */
    this.seen = new Set();
  }

  /** Gives what is wrong, as sentences with page and mode; how often in each mode; and what the heading says. */
  async audit(person, t, name) {
    axeSource ??= `${load.source('axe-core/axe.min.js')}; axe.configure(${JSON.stringify(SEVEN_TO_ONE)})`;
    const { page, lang } = person, wrong = [];
    const faults = Object.fromEntries(['structure', ...MODES.map(([mode]) => mode), '320 px, text spacing', '200 % text', 'keyboard'].map((mode) => [mode, 0]));
    const note = (mode, text) => { faults[mode] += 1; wrong.push(`${name} [${lang}, ${mode}] ${text}`); };
    const heading = await page.evaluate(() => document.querySelector('h1')?.innerText.trim() ?? '');
    await page.evaluate(() => { window.before = document.activeElement; });
    // What is folded away is read too, once it is opened: it is asked the same.
    await page.evaluate(() => { for (const e of document.querySelectorAll('details:not([open])')) { e.open = true; e.dataset.folded = ''; } });
    for (const text of await frame(page, lang, t('frame-error-word'))) note('structure', text);
    await page.evaluate(axeSource);
    for (const [mode, media, size] of MODES) {
      await page.emulateMedia(media);
      await page.setViewportSize(size);
      for (const text of await axe(page, mode)) note(mode, text);
      if (mode === '320 px') {
        for (const text of await reflow(page)) note(mode, text);
        for (const text of await spacing(page)) note('320 px, text spacing', text);
      }
      if (this.shots) await page.screenshot({ path: `${this.shots}/${name.replace(/[^\p{L}\d]+/gu, '-')}.${lang}.${mode.replace(' ', '-')}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize(WIDE);
    for (const text of await enlarged(page)) note('200 % text', text);
    // English stands in the French page, in the same order and direction: its keyboard is walked there.
    if (lang !== 'en') for (const text of await this.walk(person)) note('keyboard', text);
    await page.evaluate(() => { for (const e of document.querySelectorAll('details[data-folded]')) { e.open = false; delete e.dataset.folded; } });
    await page.evaluate(() => { (window.before === document.body ? document.activeElement.blur() : window.before.focus({ preventScroll: true })); });
    return { wrong, faults, heading };
  }

  /** From the first control to the last and back: named, in view, with a visible focus, without a trap. */
  async walk(person) {
    const { page } = person, wrong = [];
    if (!(await page.evaluate(toFirst))) return ['nothing can take the focus'];
    const { order, end } = await this.#forth(person);
    if (end) wrong.push(end);
    for (const stop of order) {
      if (stop.tabindex > 0) wrong.push(`${stop.css} has a positive tabindex`);
      if (!stop.inView) wrong.push(`${stop.css} has the focus outside the window`);
      else if (stop.covered) wrong.push(`${stop.css} has the focus behind ${stop.covered}`);
      if (stop.inView && !(await this.#shows(person, stop))) wrong.push(`the focus on ${stop.css} cannot be seen`);
    }
    const told = await names(person);
    for (const { mark, css } of order) if (!told.get(mark)?.name) wrong.push(`${told.get(mark)?.role ?? ''} ${css} has no name`);
    const missed = await page.evaluate(unreached);
    if (missed.length) wrong.push(`the keyboard does not reach ${missed.join(', ')}`);
    const back = await this.#back(person, order);
    if (back.length) wrong.push(`the way back misses ${back.join(', ')}`);
    return wrong;
  }

  /**
   * Every stop in its order. The page itself notes each as the key that leaves it goes down, so that many keys are under way at once.
   * `end` says what is wrong when the way leads neither back to the first stop nor out of the page.
   */
  async #forth({ page, cdp }) {
    await page.evaluate(`{
      const stop = ${describe};
      window.stops = [];
      window.leave = ({ key }) => { if (key === 'Tab') window.stops.push(stop()); };
      window.addEventListener('keydown', window.leave, true);
    }`);
    const order = [], marks = new Set();
    let inside = 0, end;
    for (let keys = await page.evaluate(candidates) + 2; end === undefined; keys = 12) {
      await Promise.all(Array.from({ length: keys }, () => tab({ cdp })));
      for (const stop of await page.evaluate(() => window.stops.splice(0))) {
        if (!stop || (order.length > 1 && stop.mark === order[0].mark)) { end = ''; break; }
        // A player has stops of its own inside: play, time, volume.
        if (stop.mark === order.at(-1)?.mark && /^(audio|video)/.test(stop.css) && (inside += 1) < 12) continue;
        inside = 0;
        if (marks.has(stop.mark)) { end = `the keyboard goes in circles at ${stop.css}`; break; }
        marks.add(stop.mark);
        order.push(stop);
      }
      if (order.length > 400) end ??= 'the keyboard does not come to an end';
    }
    // The last keys went around once more, maybe to what is not on the way.
    await page.evaluate((marks) => {
      window.removeEventListener('keydown', window.leave, true);
      for (const e of document.querySelectorAll('[data-walk]')) if (!marks.includes(e.dataset.walk)) e.removeAttribute('data-walk');
    }, [...marks]);
    return { order, end };
  }

  /** Seen in pixels once for each kind of control; afterwards the outline is asked of the style. */
  async #shows({ page }, stop) {
    if (this.seen.has(stop.kind)) return stop.outlined;
    const box = await page.evaluate((mark) => {
      const element = document.querySelector(`[data-walk="${mark}"]`);
      element.focus({ focusVisible: true });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }, stop.mark);
    const clip = { x: Math.max(0, box[0] - 10), y: Math.max(0, box[1] - 10) };
    clip.width = Math.max(1, Math.min(box[2] + 20, WIDE.width - clip.x));
    clip.height = Math.max(1, Math.min(box[3] + 20, WIDE.height - clip.y));
    const shot = () => page.screenshot({ animations: 'disabled', caret: 'hide', clip });
    const lit = await shot();
    await page.evaluate(() => document.activeElement.blur());
    const seen = !lit.equals(await shot());
    if (seen && stop.outlined) this.seen.add(stop.kind);
    return seen;
  }

  /** The page itself notes what takes the focus, so that the keys need not be waited for one by one. */
  async #back({ page, cdp }, order) {
    const missed = new Map(order.map((stop) => [stop.mark, stop.css]));
    if (!order.length) return [];
    await page.evaluate((mark) => {
      window.met = [];
      window.meet = ({ target }) => window.met.push(target.dataset.walk);
      document.addEventListener('focusin', window.meet, true);
      document.activeElement?.blur();
      document.querySelector(`[data-walk="${mark}"]`)?.focus();
    }, order.at(-1).mark);
    for (const keys of [order.length, 12]) {
      await Promise.all(Array.from({ length: keys }, () => tab({ cdp }, 8)));
      for (const mark of await page.evaluate(() => window.met)) missed.delete(mark);
      if (!missed.size) break;
    }
    await page.evaluate(() => {
      document.removeEventListener('focusin', window.meet, true);
      for (const e of document.querySelectorAll('[data-walk]')) e.removeAttribute('data-walk');
    });
    return [...missed.values()];
  }
}

/** Runs in the page: how many elements may take the focus, at most. */
function candidates() {
  return document.querySelectorAll('a[href], button, input, select, textarea, summary, audio, [tabindex]').length;
}

/** The Tab key, with Shift when `modifiers` is 8: done once the page has taken the key going down. */
async function tab({ cdp }, modifiers = 0) {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers };
  const down = cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  const up = cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await down;
  up.catch(() => {});
}

/** What assistive technology is told of each stop of a walk: role and name by its mark, in one question for the whole page. */
async function names({ cdp }) {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const told = new Map(nodes.map((node) => [node.backendDOMNodeId, { role: node.role?.value ?? '', name: (node.name?.value ?? '').trim() }]));
  await cdp.send('DOM.enable');
  const { nodes: elements } = await cdp.send('DOM.getFlattenedDocument', { depth: -1 });
  await cdp.send('DOM.disable');
  const marked = elements.map(({ attributes = [], backendNodeId }) => {
    const at = attributes.findIndex((text, i) => i % 2 === 0 && text === 'data-walk');
    return at < 0 ? null : [attributes[at + 1], told.get(backendNodeId)];
  });
  return new Map(marked.filter(Boolean));
}

async function frame(page, lang, errorWord) {
  return page.evaluate(({ lang, errorWord }) => {
    const wrong = [], all = (query) => [...document.querySelectorAll(query)];
    const headings = all('h1'), heading = headings[0]?.innerText.replace(/\s+/g, ' ').trim() ?? '';
    const title = document.title.replace(/\s+/g, ' ').trim();
    if (headings.length !== 1) wrong.push(`${headings.length} h1`);
    const word = errorWord.replace(/\s+/g, ' ').trim();
    let start = title.startsWith(word) ? title.slice(word.length).trim() : title;
    // While the phone rings, the title says so first.
    if (document.querySelector('#status[data-state=ringing]')) start = start.replace(/^.*? – /, '');
    if (!start.startsWith(heading)) wrong.push(`the title “${title}” does not begin with the heading “${heading}”`);
    const ids = all('[id]').map((e) => e.id), twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length) wrong.push(`more than one element is called #${[...new Set(twice)].join(', #')}`);
    const live = all('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output');
    if (live.length > 1) wrong.push(`${live.length} live regions`);
    if (all('[role=alert]').length) wrong.push('role=alert, which braille shows as a word only');
    const root = document.documentElement;
    if (root.lang !== lang) wrong.push(`the page says it is in “${root.lang}”`);
    if (getComputedStyle(root).direction !== (lang === 'ar' ? 'rtl' : 'ltr')) wrong.push('the page has the wrong direction');
    for (const [query, what] of [['main', 'main'], ['header', 'banner'], ['footer', 'contentinfo']]) {
      if (all(`body > ${query}`).length !== 1) wrong.push(`${all(`body > ${query}`).length} ${what} landmarks`);
    }
    const first = document.querySelector('a[href], button, input:not([type=hidden]), select, textarea');
    if (first?.getAttribute('href') !== '#main') wrong.push('the skip link is not the first stop');
    for (const table of all('table')) {
      if (!table.caption?.innerText.trim()) wrong.push('a table has no caption');
      if (!table.querySelector('th[scope]')) wrong.push('a table has no header with a scope');
    }
    for (const e of all('[required]')) wrong.push(`${e.name} is required by the browser, which calls an untouched field wrong`);
    return wrong;
  }, { lang, errorWord });
}

/**
 * The colours of a page change in the dark and in forced colours, the places and sizes of things at 320 px, and nothing else: every
 * rule is asked of the normal presentation, and elsewhere those about what changes.
 */
const COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
const CHANGES = { dark: COLOURS, 'forced colours': COLOURS, '320 px': [...COLOURS, 'target-size', 'scrollable-region-focusable'] };

/** axe leaves what has not even 4.5:1 to the rule of 4.5:1, and so asks both of every text; here one rule finds both. */
const SEVEN_TO_ONE = { checks: [{ id: 'color-contrast-enhanced', options: {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.1,
  textStrokeEmMin: 0.03, contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
} }] };

async function axe(page, mode) {
  const forced = mode === 'forced colours';
  // Forced colours are not ours: they are asked for 4.5:1.
  const left = forced ? 'color-contrast-enhanced' : 'color-contrast';
  const changes = CHANGES[mode]?.filter((rule) => rule !== left);
  const only = changes ? { type: 'rule', values: changes } : null;
  const rules = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: !forced }, 'color-contrast': { enabled: forced } };
  const violations = await page.evaluate(async ({ tags, rules, forced, only }) => {
    const { violations } = await window.axe.run(document, { runOnly: only ?? { type: 'tag', values: tags }, rules, resultTypes: ['violations'] });
    // axe reads -webkit-text-fill-color, where Chromium does not tell the colour that it forces; `color` tells it.
    const numbers = (text) => text.match(/[\d.]+/g).map(Number);
    const light = (rgb) => rgb.slice(0, 3).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const told = (node) => {
      const style = getComputedStyle(document.querySelector(node.target[0])), ground = node.any[0].data.bgColor;
      const behind = light(ground.match(/\w\w/g).map((hex) => parseInt(hex, 16))), text = light(numbers(style.color));
      return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05) < node.any[0].data.expectedContrastRatio.split(':')[0];
    };
    for (const v of violations) if (forced && v.id === 'color-contrast') v.nodes = v.nodes.filter(told);
    return violations.filter((v) => v.nodes.length).map(({ id, impact, help, nodes }) => (
      { id, impact, help, where: nodes.slice(0, 4).map((node) => node.target.join(' ')), why: nodes[0].any[0]?.message ?? nodes[0].all[0]?.message ?? '' }));
  }, { tags: TAGS, rules, forced, only });
  return violations.map((v) => `axe ${v.id} (${v.impact}): ${v.help}: ${v.where.join(' | ')} ${v.why}`);
}

/** Nothing may be wider than the window, tables that scroll by themselves excepted. */
async function reflow(page) {
  return page.evaluate(() => {
    const wrong = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${wide}`);
    const name = (e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : e.classList.length ? `.${e.classList[0]}` : '');
    for (const e of document.querySelectorAll('body *')) {
      const box = e.getBoundingClientRect(), style = getComputedStyle(e);
      const outside = box.width && box.height && (box.right > wide + 1 || box.left < -1);
      const own = e.closest('.scroll, pre, [data-scroll]') || style.position === 'fixed' || style.clipPath !== 'none';
      if (outside && !own) wrong.push(`${name(e)} stands at ${Math.round(box.left)}–${Math.round(box.right)} px`);
    }
    return wrong.slice(0, 5);
  });
}

/** WCAG 1.4.4: text of twice the size is as readable, and nothing is cut or pushed out. */
async function enlarged(page) {
  const kept = await page.evaluate(() => {
    const root = document.documentElement, kept = root.className;
    root.className = `${kept.replace(/\bsize-\d+\b/, '')} size-200`;
    return kept;
  });
  const wrong = await reflow(page);
  const cut = await page.evaluate((kept) => {
    const found = [...document.querySelectorAll('body *')].filter((e) => {
      const style = getComputedStyle(e), heard = style.clipPath !== 'none' || e.clientWidth <= 1;
      return !heard && style.overflow === 'hidden' && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2) && e.innerText?.trim();
    }).map((e) => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''} cuts its text`);
    document.documentElement.className = kept;
    return found.slice(0, 5);
  }, kept);
  return [...wrong, ...cut];
}

/** WCAG 1.4.12: more space between lines, letters and words must cut nothing. */
async function spacing(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet(), kept = [...document.adoptedStyleSheets], wrong = [];
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [...kept, sheet];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const e of document.querySelectorAll('body *')) {
      const style = getComputedStyle(e), heard = style.clipPath !== 'none' || e.clientWidth <= 1;
      const cut = !heard && style.overflow === 'hidden' && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
      if (cut && e.innerText?.trim()) wrong.push(`${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''} cuts its text`);
    }
    document.adoptedStyleSheets = kept;
    return wrong.slice(0, 5);
  });
}

/** Runs in the page: the focus goes to the first stop. */
function toFirst() {
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
    e.focus({ focusVisible: true });
    if (document.activeElement === e) return true;
  }
  return false;
}

/** Runs in the page: what can take the focus and was not met. A group of radio buttons is one stop. */
function unreached() {
  const met = (e) => e.dataset.walk || (e.type === 'radio' && document.querySelector(`[data-walk][name="${CSS.escape(e.name)}"]`));
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !met(e))
    .map((e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : '') + (e.name ? `[name=${e.name}]` : ''));
}

/** Runs in the page: the place and look of what has the focus; null for the page itself. */
function describe() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  window.walked = (window.walked ?? 0) + 1;
  e.dataset.walk ??= String(window.walked);
  // A link that is broken over lines has several boxes: the first one tells.
  const line = e.getClientRects()[0] ?? box;
  const middle = document.elementFromPoint(line.x + line.width / 2, line.y + Math.min(line.height / 2, 20));
  const own = !middle || middle === e || e.contains(middle) || middle.contains(e) || [...(e.labels ?? [])].some((label) => label.contains(middle));
  return {
    mark: e.dataset.walk,
    css: e.tagName.toLowerCase() + (e.id ? `#${e.id}` : '') + (e.name ? `[name=${e.name}]` : '') + (e.getAttribute('href') ? `[href="${e.getAttribute('href')}"]` : ''),
    kind: [e.tagName, e.type ?? '', e.className, e.parentElement?.className ?? '', e.closest('header, main, footer')?.tagName ?? ''].join(' '),
    tabindex: e.tabIndex,
    box: [box.x, box.y, box.width, box.height].map(Math.round),
    inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: own ? '' : middle.tagName.toLowerCase() + (middle.id ? `#${middle.id}` : ''),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}
