// No page goes unseen: the program names its pages, and each was audited in each language by some journey before this one.
import { spawnSync } from 'node:child_process';
import { must } from '../lib.mjs';

export const name = 'every';
// The exercises of MC9 are walked in French and in Arabic only.
export const langs = ['fr', 'ar'];
/** It speaks of all that ran before it, so it runs only when everything did. */
export const whole = true;

export async function run(day) {
  const told = spawnSync(day.program, ['pages', '--data', day.server.data], { env: day.server.env, encoding: 'utf8' });
  const known = JSON.parse(told.stdout);
  await day.step('the program names its pages', async () => must(known.length > 20, `it names ${known.length}`));
  const seen = day.seen(day.lang);
  for (const page of known) {
    const pattern = new RegExp(`^${page.replace(/\{\*\w+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
    await day.check(`${page} was audited`, async () => must(seen.some((path) => pattern.test(path)), `no journey audits ${page} in ${day.lang}: add it to pages.mjs`));
  }
}
