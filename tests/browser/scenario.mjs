// What a journey knows of a scenario and of a script: the files that a teacher writes.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../programmes/1803-teleconseiller', import.meta.url));

/** The title of a scenario in a language, its script, and the criteria that it measures. */
export function scenario(code) {
  const text = fs.readFileSync(`${folder}/scenarios/${code}.toml`, 'utf8');
  const title = Object.fromEntries([...section(text, 'title').matchAll(/^(fr|ar|en) = "(.*)"$/gm)].map(([, lang, words]) => [lang, words]));
  const measured = [...text.matchAll(/\[\[measures\]\][^[]*?criterion = "(.*)"/g)].map(([, id]) => id);
  return { title, measured: [...new Set(measured)], script: /^script = "(.*)"$/m.exec(text)[1] };
}

/** The short forms of a script's steps, by their identifiers. */
export function steps(script) {
  const text = fs.readFileSync(`${folder}/scripts/${script}.toml`, 'utf8');
  return Object.fromEntries(text.split('[[steps]]').slice(1).map((step) => [/^id = "(.*)"$/m.exec(step)[1], /^short = "(.*)"$/m.exec(step)[1]]));
}

function section(text, name) {
  const start = text.indexOf(`[${name}]`);
  return text.slice(start, text.indexOf('\n[', start + 1));
}
