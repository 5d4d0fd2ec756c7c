// Every page of pages.mjs, opened by whoever may open it and audited in every presentation.
import { must } from '../lib.mjs';
import { pages } from '../pages.mjs';

export const name = 'pages';
export const langs = ['fr', 'ar', 'en'];

export async function run(day) {
  for (const role of new Set(pages.map((page) => page.role))) {
    const person = await day.person();
    if (role) await day.step(`the ${role} signs in`, () => person.signIn(day.account(role), day.t));
    for (const page of pages.filter((page) => page.role === role)) {
      await day.step(`${page.name} opens`, () => open(person, page));
      await day.audit(person, page.name);
    }
    await person.leave();
  }
}

async function open(person, { path, from, link, status = 200 }) {
  if (!path) {
    await person.go(from);
    const links = await person.page.evaluate(() => [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')));
    path = links.find((href) => link.test(href));
    must(path, `${from} has no link like ${link}; it has ${links.join(' ')}`);
  }
  const answer = await person.page.goto(person.url + path, { waitUntil: 'load' });
  must(answer.status() === status, `${path} was answered with ${answer.status()}, not ${status}`);
}
