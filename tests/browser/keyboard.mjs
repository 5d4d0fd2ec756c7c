// A person at the keyboard: nothing here points or clicks. What they know is what assistive technology is told.

export class Failure extends Error {}

/** Throws with a sentence when something that must hold does not. */
export function must(holds, sentence) {
  if (!holds) throw new Failure(sentence);
}

const LOCALES = { fr: 'fr-FR', ar: 'ar-DZ', en: 'en-GB' };
const PATIENCE = 20_000;

export class Person {
  /** Opens a fresh browser profile in a language. `complaints` receives what the browser's console reports. */
  static async arrive(browser, url, lang, complaints = [], settings = {}) {
    const context = await browser.newContext({ locale: LOCALES[lang], viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => complaints.push(`script error on ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that refuses, and a session that is over, are answered with a status; a server that was killed with none.
      const own = /status of (400|401|403|404|409|422)/.test(message.text()) && [page.url(), `${url}/desk/line`].includes(message.location().url);
      const meant = own || /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_ABORTED/.test(message.text());
      if (message.type() === 'error' && !meant) complaints.push(`console on ${page.url()}: ${message.text()}`);
    });
    return new Person(page, await context.newCDPSession(page), url, lang);
  }

  constructor(page, cdp, url, lang) {
    Object.assign(this, { page, cdp, url, lang });
  }

  async leave() {
    await this.page.context().close();
  }

  /** Opens an address of the site, as from a bookmark. */
  async go(path) {
    await this.page.goto(this.url + path, { waitUntil: 'load' });
  }

  async press(key, times = 1) {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key);
  }

  /** Types text as the keyboard gives it, replacing what the field holds. */
  async type(text) {
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  /** Role, name and state of what has the focus, as the browser tells assistive technology; null for the page itself. */
  async focused() {
    const expression = '(() => { const e = document.activeElement; return e === document.body || e === document.documentElement ? null : e; })()';
    const { result } = await this.cdp.send('Runtime.evaluate', { expression });
    if (!result.objectId) return null;
    const { nodes } = await this.cdp.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    const node = nodes[0] ?? {};
    const own = await this.page.evaluate(() => {
      const e = document.activeElement, legend = e.closest('fieldset')?.querySelector('legend');
      return { id: e.id, tag: e.tagName.toLowerCase(), type: e.type ?? '', field: e.name ?? '', value: e.value ?? '', checked: e.checked === true,
        group: legend?.innerText.trim() ?? '', text: e.innerText?.trim() ?? '', href: e.getAttribute('href') ?? '' };
    });
    return { role: node.role?.value ?? '', name: (node.name?.value ?? '').trim(), ...own };
  }

  /** Tabs until something with this name has the focus, at most once around the page. */
  async tabTo(name, { role, group, back = false } = {}) {
    const seen = [];
    for (let i = 0; i < 300; i++) {
      const now = await this.focused();
      if (now && fits(now.name, name) && (!role || now.role === role) && (!group || fits(now.group, group))) return now;
      if (now) seen.push(`${now.role} “${now.name}”`);
      else if (i > 0 && seen.length === 0 && i > 3) break;
      if (!now && i > 0 && seen.includes('(end)')) break;
      if (!now && i > 0) seen.push('(end)');
      await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Failure(`the keyboard does not reach ${role ?? ''} “${name}” on ${await this.where()}; it met: ${[...new Set(seen)].join(', ')}`);
  }

  /** Fills the field of this name. */
  async fill(name, text, options) {
    await this.tabTo(name, options);
    await this.type(text);
  }

  /** Chooses an option of a group of radio buttons with the arrows. */
  async choose(group, option) {
    await this.#tabInto(group, 'radio');
    for (let i = 0; i < 40; i++) {
      const now = await this.focused();
      if (fits(now?.name ?? '', option)) {
        if (!now.checked) await this.press('Space');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Failure(`no option “${option}” in “${group}”`);
  }

  /** Chooses an option of a list (`select`) by typing its beginning. */
  async pick(name, option) {
    const now = await this.tabTo(name);
    must(now.tag === 'select', `“${name}” is not a list but ${now.role}`);
    await this.press('Home');
    for (let i = 0; i < 400; i++) {
      const shown = await this.page.evaluate(() => document.activeElement.selectedOptions[0]?.text.trim() ?? '');
      if (fits(shown, option)) return;
      await this.press('ArrowDown');
      const next = await this.page.evaluate(() => document.activeElement.selectedOptions[0]?.text.trim() ?? '');
      if (next === shown) break;
    }
    throw new Failure(`no option “${option}” in the list “${name}”`);
  }

  /** Ticks or unticks a box. */
  async tick(name, on, options = {}) {
    const box = await this.tabTo(name, { role: 'checkbox', ...options });
    if (box.checked !== on) await this.press('Space');
  }

  async #tabInto(group, type) {
    for (let i = 0; i < 300; i++) {
      const now = await this.focused();
      if (now && now.type === type && fits(now.group, group)) return;
      await this.press('Tab');
    }
    throw new Failure(`the keyboard does not reach the group “${group}” on ${await this.where()}`);
  }

  /** Presses a key that leads to another page, and waits for it. */
  async enter(key = 'Enter') {
    await this.page.evaluate(() => { window.leaving = true; });
    await this.press(key);
    await this.arrived();
  }

  /** Waits for a page other than the one marked by `enter`. */
  async arrived() {
    await this.until(async () => this.page.evaluate(() => !window.leaving && document.readyState === 'complete'), 'the next page');
  }

  /** Tabs to a button or link and follows it. */
  async follow(name, options) {
    await this.tabTo(name, options);
    await this.enter();
  }

  /** Goes past the head of a page that was just opened, by its first stop, the link to the content. */
  async skip() {
    if (await this.focused()) return;
    await this.press('Tab');
    must((await this.focused())?.href === '#main', `the first stop of ${await this.where()} does not lead to the content`);
    await this.press('Enter');
  }

  /** Waits until something holds. Scripts of the page are not touched, whatever its policy. */
  async until(holds, what, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      // While the next page loads there is nothing to ask.
      if (await holds().catch(() => false)) return;
      if (Date.now() > end) throw new Failure(`waited ${patience / 1000} s for ${what} on ${await this.where()}`);
      await new Promise((next) => setTimeout(next, 40));
    }
  }

  async expectFocus(name, { role, id } = {}) {
    const now = await this.focused();
    const found = now ? `${now.role} “${now.name || now.text.slice(0, 60)}”${now.id ? ` #${now.id}` : ''}` : 'nothing';
    if (id) must(now?.id === id, `the focus should be on #${id}, it is on ${found}`);
    if (name) must(now && (fits(now.name, name) || fits(now.text, name)), `the focus should be on “${name}”, it is on ${found}`);
    if (role) must(now?.role === role, `the focus should be on a ${role}, it is on ${found}`);
    return now;
  }

  /** The heading of the page must be this. */
  async expectHeading(text) {
    const heading = await this.heading();
    must(fits(heading, text), `the heading should be “${text}”, it is “${heading}” on ${await this.where()}`);
  }

  async heading() {
    return this.page.evaluate(() => document.querySelector('h1')?.innerText.trim() ?? '');
  }

  /** All words of the page's main part. */
  async reads() {
    return this.page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  }

  async expectText(text) {
    const all = await this.reads();
    must(fits(all, text, true), `“${text}” is not on ${await this.where()}`);
  }

  async where() {
    return this.page.url().replace(this.url, '') || '/';
  }

  /** Signs in and, when the account speaks another language, changes it to this person's. */
  async signIn(account, t) {
    await this.go('/sign-in');
    await this.fill(t('sessions-login'), account.login);
    await this.fill(t('sessions-password'), account.password);
    await this.follow(t('sessions-sign-in'), { role: 'button' });
    must(!(await this.where()).startsWith('/sign-in'), `${account.login} could not sign in: ${await this.reads()}`);
    if ((await this.page.evaluate(() => document.documentElement.lang)) !== this.lang) await this.speak();
  }

  /** Chooses this person's language in the preferences. */
  async speak() {
    const names = { fr: 'Français', ar: 'العربية', en: 'English' };
    await this.go('/preferences');
    // The names of the languages are the same in every language: the group is the one that holds them.
    await this.page.keyboard.press('Tab');
    for (let i = 0; i < 300; i++) {
      const now = await this.focused();
      if (now?.field === 'language') break;
      await this.press('Tab');
    }
    for (let i = 0; i < 4 && (await this.focused())?.value !== this.lang; i++) await this.press('ArrowDown');
    must((await this.focused())?.name === names[this.lang], `the language ${names[this.lang]} cannot be chosen`);
    await this.enter();
    must((await this.page.evaluate(() => document.documentElement.lang)) === this.lang, 'the language was not kept');
  }
}

/** A text is what was expected when it begins with it, or fits the pattern. */
function fits(text, expected, anywhere = false) {
  const plain = (value) => value.replace(/\s+/g, ' ').trim();
  if (expected instanceof RegExp) return expected.test(text);
  return anywhere ? plain(text).includes(plain(expected)) : plain(text).startsWith(plain(expected));
}
