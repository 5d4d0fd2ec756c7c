// What a run found, for the accessibility statement. `cargo xtask statement` sums it up; its source tells the shape.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './packages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Failing sentences are kept so long; the whole of them is in the run's own output. */
const LONGEST = 300;

export class Record {
  /** `partial`: the options of a run that leaves something out, or an empty text. */
  constructor(program, browser, partial) {
    const now = new Date();
    Object.assign(this, { kind: 'browser', at: now.getTime(), date: now.toISOString() });
    Object.assign(this, { program: said(program, ['--version']).split(' ').at(-1), ...commit(), partial });
    this.versions = {
      Chromium: browser.version(), 'axe-core': load('axe-core/package.json').version, Node: process.versions.node,
    };
    Object.assign(this, { tables: [], pages: [], journeys: [], failures: [] });
  }

  /** A page in one language: what its heading says, and how many faults each presentation has. */
  audited(name, lang, { heading, faults }) {
    this.pages.push({ name, lang, heading, faults: Object.entries(faults) });
  }

  /** A journey in one language, and how many of its steps passed and failed. */
  travelled(name, lang, passed, failed) {
    this.journeys.push({ name, lang, passed, failed });
  }

  failed(sentence, details) {
    const first = details.filter(Boolean).map((detail) => String(detail).split('\n')[0]);
    this.failures.push(...(first.length ? first.map((detail) => `${sentence}: ${detail}`) : [sentence]).map((text) => text.slice(0, LONGEST)));
  }

  write(file) {
    const languages = [...new Set([...this.pages, ...this.journeys].map(({ lang }) => lang))];
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify({ ...this, languages }, null, 1)}\n`);
  }
}

/** The state of the code, when it is known. */
function commit() {
  const git = (...words) => said('git', ['-C', here, ...words]);
  return { commit: git('rev-parse', '--short=10', 'HEAD') || 'unknown', changed: git('status', '--porcelain') !== '' };
}

function said(program, words) {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
