// The texts of the interface, read from the project's own catalogue: a journey names a text by its key.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../locales', import.meta.url));

/** The texts of one language: `t(key)` gives the long form, `t(key, 'short')` or `t(key, 'label')` the others. */
export function texts(lang) {
  const known = new Map();
  for (const file of fs.readdirSync(path.join(folder, lang)).filter((name) => name.endsWith('.ftl'))) {
    read(fs.readFileSync(path.join(folder, lang, file), 'utf8'), known);
  }
  return (key, form) => {
    const message = known.get(key);
    if (!message) throw new Error(`no text ${key} in ${lang}`);
    return (form && message[form]) || message.value;
  };
}

function read(text, known) {
  let message, form;
  for (const line of text.split('\n')) {
    const start = /^([a-z][\w-]*) *= *(.*)$/.exec(line), attribute = /^\s+\.([a-z]+) *= *(.*)$/.exec(line);
    if (start) {
      message = { value: start[2] };
      form = 'value';
      known.set(start[1], message);
    } else if (attribute && message) {
      form = attribute[1];
      message[form] = attribute[2];
    } else if (/^\s+\S/.test(line) && message) {
      message[form] = `${message[form]} ${line.trim()}`.trim();
    }
  }
}

/** A text with variables as a pattern: what stands for a variable may be anything. */
export function pattern(text) {
  const quoted = text.split(/\{[^}]*\}/).map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(quoted.join('[\\s\\S]*'));
}
