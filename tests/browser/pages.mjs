// Every page that stands still: who may open it, and how it is called in the report. The pages of a call and of a
// review are visited by the day itself. A page whose address holds a number is found as a person finds it: `from` names
// the list, `link` the address that the link must have, `then` what is added to it for a page behind that one.

import { must } from './lib.mjs';

/** @type {{name: string, role: string|null, path?: string, from?: string, link?: RegExp, then?: string, status?: number}[]} */
export const pages = [
  { name: 'sign-in', role: null, path: '/sign-in' },
  { name: 'about, outside', role: null, path: '/about' },
  { name: 'guide, outside', role: null, path: '/guide' },
  { name: 'guide, found', role: null, path: '/guide?q=F8' },
  { name: 'guide, none found', role: null, path: '/guide?q=xyzxyz' },
  { name: 'guide, empty question', role: null, path: '/guide?q=', status: 422 },
  { name: 'guide, trainee', role: null, path: '/guide/trainee' },
  { name: 'guide, trainer', role: null, path: '/guide/trainer' },
  { name: 'guide, keyboard', role: null, path: '/guide/keyboard' },
  { name: 'guide, NVDA', role: null, path: '/guide/nvda' },
  { name: 'guide, JAWS', role: null, path: '/guide/jaws' },
  { name: 'guide, Orca', role: null, path: '/guide/orca' },
  { name: 'guide, braille', role: null, path: '/guide/braille' },
  { name: 'guide, magnifier', role: null, path: '/guide/magnifier' },
  { name: 'guide, install', role: null, path: '/guide/install' },
  { name: 'guide, import', role: null, path: '/guide/import' },
  { name: 'accessibility', role: null, path: '/accessibility' },

  { name: 'preferences', role: 'trainee', path: '/preferences' },
  { name: 'announcements', role: 'trainee', path: '/announcements' },
  { name: 'shortcuts', role: 'trainee', path: '/shortcuts' },
  { name: 'about', role: 'trainee', path: '/about' },
  { name: 'guide', role: 'trainee', path: '/guide' },
  { name: 'guide, no such page', role: 'trainee', path: '/guide/nowhere', status: 404 },
  { name: 'accounts, refused', role: 'trainee', path: '/accounts', status: 403 },
  { name: 'no such page', role: 'trainee', path: '/nowhere', status: 404 },
  { name: 'exercises', role: 'trainee', path: '/practice' },
  { name: 'brief', role: 'trainee', from: '/practice', link: /^\/practice\/MQ/ },
  { name: 'exercises done, none', role: 'trainee', path: '/practice/attempts' },
  { name: 'drills', role: 'trainee', path: '/drills' },
  { name: 'drills, none found', role: 'trainee', path: '/drills?language=ar&family=keys&entry=six_keys' },
  { name: 'drill', role: 'trainee', from: '/drills', link: /^\/drills\/MC9/ },
  { name: 'drills done, none', role: 'trainee', path: '/drills/history' },
  { name: 'drill, no such', role: 'trainee', path: '/drills/MC9-XX-1', status: 404 },
  { name: 'lab', role: 'trainee', path: '/lab' },
  { name: 'lab, commands', role: 'trainee', path: '/lab/commands/MC9-CMD-1' },
  { name: 'lab, document', role: 'trainee', path: '/lab/documents/MC9-DOC-1' },
  { name: 'lab, keys', role: 'trainee', path: '/lab/keys/MC9-KEYS-NVDA' },
  { name: 'lab, keys of a display, answered', role: 'trainee', path: '/lab/keys/MC9-KEYS-BRLTTY?after=home&was=wrong' },
  { name: 'lab, refused', role: 'trainer', path: '/lab', status: 403 },
  { name: 'progress, empty', role: 'trainee', path: '/progress' },
  { name: 'desk, idle', role: 'trainee', path: '/desk' },
  { name: 'calls, none', role: 'trainee', path: '/calls' },

  { name: 'clients', role: 'agent', path: '/clients' },
  { name: 'clients, found', role: 'agent', path: '/clients?q=Benali' },
  { name: 'clients, found in Arabic', role: 'agent', path: '/clients?q=%D8%A8%D9%86%20%D8%B9%D9%84%D9%8A' },
  { name: 'clients, none found', role: 'agent', path: '/clients?q=xyzxyz' },
  { name: 'clients, filtered', role: 'agent', path: '/clients?status=active&wilaya=16&missing=email&sort=name' },
  { name: 'clients, filter of nobody', role: 'agent', path: '/clients?age=120-130&status=lost' },
  { name: 'clients, wrong filter', role: 'agent', path: '/clients?wilaya=Atlantide', status: 422 },
  { name: 'segments', role: 'agent', path: '/segments' },
  { name: 'segment', role: 'agent', from: '/segments', link: /^\/segments\/\d+$/ },
  { name: 'segment, new', role: 'agent', path: '/segments/new?status=active' },
  { name: 'segment, edit', role: 'agent', path: '/segments/1/edit' },
  { name: 'segment, deletion', role: 'agent', path: '/segments/1/deletion' },
  { name: 'portfolios, own', role: 'agent', path: '/portfolios' },
  { name: 'client, new', role: 'agent', path: '/clients/new' },
  { name: 'client, file', role: 'agent', from: '/clients', link: /^\/clients\/\d+$/ },
  { name: 'duplicates, same number', role: 'agent', path: '/duplicates' },
  { name: 'duplicates, none', role: 'agent', path: '/duplicates?kind=email' },
  { name: 'files noted as different, none', role: 'agent', path: '/duplicates/distinct' },
  { name: 'duplicates of a file', role: 'agent', from: '/clients?q=0556000101', link: /^\/clients\/\d+$/, then: '/duplicates' },
  { name: 'merges, refused', role: 'agent', path: '/merges', status: 403 },
  { name: 'scripts', role: 'agent', path: '/scripts' },
  { name: 'script', role: 'agent', from: '/scripts', link: /^\/scripts\/./ },

  { name: 'fields of the centre, refused', role: 'agent', path: '/clients/fields', status: 403 },
  { name: 'duplicates, of a supervisor', role: 'supervisor', path: '/duplicates?kind=birth' },
  { name: 'merge, choice', role: 'supervisor', from: '/duplicates', link: /^\/clients\/\d+\/merge\/\d+$/ },
  { name: 'merge, preview', role: 'supervisor', from: '/duplicates', link: /^\/clients\/\d+\/merge\/\d+$/, then: '/preview' },
  { name: 'merge, itself', role: 'supervisor', path: '/clients/1/merge/1', status: 409 },
  { name: 'merges', role: 'supervisor', path: '/merges' },
  { name: 'merge, to undo', role: 'supervisor', from: '/merges', link: /^\/merges\/\d+$/ },
  { name: 'files to validate', role: 'supervisor', path: '/validation' },
  { name: 'file to validate', role: 'supervisor', from: '/validation', link: /^\/validation\/\d+$/ },
  { name: 'file that waits', role: 'supervisor', from: '/clients?q=0556000106', link: /^\/clients\/\d+$/ },
  { name: 'file returned', role: 'agent', from: '/clients?q=0556000108', link: /^\/clients\/\d+$/ },
  { name: 'file returned, to correct', role: 'agent', from: '/clients?q=0556000108', link: /^\/clients\/\d+$/, then: '/edit' },
  { name: 'rules of validation', role: 'supervisor', path: '/validation/rules' },
  { name: 'files to check, overdue', role: 'supervisor', path: '/validation/anomalies' },
  { name: 'files to check, incomplete', role: 'supervisor', path: '/validation/anomalies?kind=incomplete' },
  { name: 'portfolios', role: 'supervisor', path: '/portfolios' },
  { name: 'portfolio, new', role: 'supervisor', path: '/portfolios/new' },
  { name: 'portfolio, edit', role: 'supervisor', from: '/portfolios', link: /^\/portfolios\/\d+\/edit$/ },
  { name: 'portfolio, deletion', role: 'supervisor', from: '/portfolios', link: /^\/portfolios\/\d+\/deletion$/ },
  { name: 'portfolio, transfer', role: 'supervisor', path: '/portfolio-transfer' },
  { name: 'portfolio, transfer to nobody', role: 'supervisor', path: '/portfolio-transfer?from=&to=', status: 422 },
  { name: 'assignments', role: 'supervisor', path: '/portfolios/moves' },
  { name: 'assignment', role: 'supervisor', from: '/portfolios/moves', link: /^\/portfolios\/moves\/\d+$/ },
  { name: 'assignment, preview', role: 'supervisor', path: '/portfolios/moves/new?status=lost&to=0' },
  { name: 'portfolio of a file', role: 'supervisor', path: '/portfolios/files/1' },
  { name: 'reports', role: 'supervisor', path: '/reports' },
  { name: 'report, files', role: 'supervisor', path: '/reports/files' },
  { name: 'report, wilayas', role: 'supervisor', path: '/reports/files?group=wilaya&column=files&column=share&column=stale' },
  { name: 'report, completeness', role: 'supervisor', path: '/reports/completeness' },
  { name: 'report, updates', role: 'supervisor', path: '/reports/updates?group=agent' },
  { name: 'report, activity, empty', role: 'supervisor', path: '/reports/activity' },
  { name: 'report, wrong', role: 'supervisor', path: '/reports/updates?from=hier', status: 422 },
  { name: 'report, deletion', role: 'supervisor', from: '/reports', link: /^\/kept-reports\/\d+\/deletion$/ },

  { name: 'reviews, none', role: 'trainer', path: '/reviews' },
  { name: 'drill, read by a trainer', role: 'trainer', from: '/drills', link: /^\/drills\/MC9/ },
  { name: 'trainees', role: 'trainer', path: '/trainees' },
  { name: 'progress of a trainee, empty', role: 'trainer', from: '/trainees', link: /^\/trainees\/\d+\/progress$/ },

  { name: 'programme', role: 'studies', path: '/programme' },
  { name: 'module', role: 'studies', path: '/programme/modules/MQ6' },
  { name: 'module in braille', role: 'studies', path: '/programme/modules/MQ6?braille=view' },
  { name: 'braille of no known format', role: 'studies', path: '/programme?braille=odt', status: 400 },
  { name: 'module without a link', role: 'studies', path: '/programme/modules/XX9', status: 404 },
  { name: 'matrix', role: 'studies', path: '/programme/matrix' },
  { name: 'semesters', role: 'studies', path: '/programme/semesters' },
  { name: 'internship', role: 'studies', path: '/programme/internship' },
  { name: 'contradictions', role: 'studies', path: '/programme/contradictions' },

  { name: 'accounts', role: 'administrator', path: '/accounts' },
];

/** Opens a page of the list as a person finds it, and sees that it is answered as it should be. */
export async function open(person, { path, from, link, then = '', status = 200 }) {
  if (!path) {
    await person.go(from);
    const links = await person.page.evaluate(() => [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')));
    path = links.find((href) => link.test(href));
    must(path, `${from} has no link like ${link}; it has ${links.join(' ')}`);
    path += then;
  }
  const answer = await person.page.goto(person.url + path, { waitUntil: 'load' });
  must(answer.status() === status, `${path} was answered with ${answer.status()}, not ${status}`);
}
