// Every page that stands still: who may open it, and how it is called in the report. The pages of a call and of a
// review are visited by the day itself. A page whose address holds a number is found as a person finds it: `from` names
// the list, `link` the address that the link must have.

import { must } from './lib.mjs';

/** @type {{name: string, role: string|null, path?: string, from?: string, link?: RegExp, status?: number}[]} */
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
  { name: 'client, new', role: 'agent', path: '/clients/new' },
  { name: 'client, file', role: 'agent', from: '/clients', link: /^\/clients\/\d+$/ },
  { name: 'client, masked', role: 'agent', path: '/clients/1' },
  { name: 'consents of a client', role: 'agent', path: '/clients/1/consents' },
  { name: 'withdrawal of a consent', role: 'agent', from: '/clients/1/consents', link: /\/withdrawal$/ },
  { name: 'requests of a client', role: 'agent', path: '/clients/1/requests' },
  { name: 'unmasking', role: 'agent', path: '/clients/1/unmasking' },
  { name: 'notice', role: 'agent', path: '/law/notices/1' },
  { name: 'personal data, refused', role: 'agent', path: '/law', status: 403 },
  { name: 'scripts', role: 'agent', path: '/scripts' },
  { name: 'script', role: 'agent', from: '/scripts', link: /^\/scripts\/./ },

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

  { name: 'personal data', role: 'data_officer', path: '/law' },
  { name: 'purposes', role: 'data_officer', path: '/law/purposes' },
  { name: 'purpose, new', role: 'data_officer', path: '/law/purposes/new' },
  { name: 'purpose', role: 'data_officer', from: '/law/purposes', link: /^\/law\/purposes\/\d+$/ },
  { name: 'notices', role: 'data_officer', path: '/law/notices' },
  { name: 'masked data', role: 'data_officer', path: '/law/masking' },
  { name: 'accesses', role: 'data_officer', path: '/law/accesses' },
  { name: 'accesses, a filter that cannot be read', role: 'data_officer', path: '/law/accesses?person=nobody', status: 422 },
  { name: 'requests', role: 'data_officer', path: '/law/requests' },
  { name: 'requests, closed', role: 'data_officer', path: '/law/requests?closed=yes' },
  { name: 'request', role: 'data_officer', from: '/law/requests', link: /^\/law\/requests\/\d+$/ },
  { name: 'erasure', role: 'data_officer', path: '/law/requests/3/erasure' },
  { name: 'retention', role: 'data_officer', path: '/law/retention' },
  { name: 'retention, preview', role: 'data_officer', from: '/law/retention', link: /^\/law\/retention\/\d+$/ },
  { name: 'register, new', role: 'data_officer', path: '/law/register/new' },
  { name: 'register', role: 'data_officer', path: '/law/register' },
  { name: 'register, an entry', role: 'data_officer', from: '/law/register', link: /^\/law\/register\/\d+$/ },
  { name: 'delays and holidays', role: 'data_officer', path: '/law/delays' },
  { name: 'all data of a client', role: 'data_officer', path: '/clients/1/data' },
  { name: 'accesses of a file', role: 'data_officer', path: '/clients/1/accesses' },

  { name: 'accounts', role: 'administrator', path: '/accounts' },
];

/** Opens a page of the list as a person finds it, and sees that it is answered as it should be. */
export async function open(person, { path, from, link, status = 200 }) {
  if (!path) {
    await person.go(from);
    const links = await person.page.evaluate(() => [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')));
    path = links.find((href) => link.test(href));
    must(path, `${from} has no link like ${link}; it has ${links.join(' ')}`);
  }
  const answer = await person.page.goto(person.url + path, { waitUntil: 'load' });
  must(answer.status() === status, `${path} was answered with ${answer.status()}, not ${status}`);
}
