// Every page of pages.mjs, opened by whoever may open it and audited in every presentation.
import { open, pages } from '../pages.mjs';

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
