// Every page that stands still: who may open it, and how it is called in the report. The pages of a call and of a
// review are visited by the day itself. A page whose address holds a number is found as a person finds it: `from` names
// the list, `link` the address that the link must have.

/** @type {{name: string, role: string|null, path?: string, from?: string, link?: RegExp, status?: number}[]} */
export const pages = [
  { name: 'sign-in', role: null, path: '/sign-in' },
  { name: 'about, outside', role: null, path: '/about' },

  { name: 'preferences', role: 'trainee', path: '/preferences' },
  { name: 'announcements', role: 'trainee', path: '/announcements' },
  { name: 'shortcuts', role: 'trainee', path: '/shortcuts' },
  { name: 'about', role: 'trainee', path: '/about' },
  { name: 'accounts, refused', role: 'trainee', path: '/accounts', status: 403 },
  { name: 'no such page', role: 'trainee', path: '/nowhere', status: 404 },
  { name: 'exercises', role: 'trainee', path: '/practice' },
  { name: 'brief', role: 'trainee', from: '/practice', link: /^\/practice\/MQ/ },
  { name: 'exercises done, none', role: 'trainee', path: '/practice/attempts' },
  { name: 'progress, empty', role: 'trainee', path: '/progress' },
  { name: 'desk, idle', role: 'trainee', path: '/desk' },
  { name: 'calls, none', role: 'trainee', path: '/calls' },

  { name: 'clients', role: 'agent', path: '/clients' },
  { name: 'clients, found', role: 'agent', path: '/clients?q=Benali' },
  { name: 'clients, found in Arabic', role: 'agent', path: '/clients?q=%D8%A8%D9%86%20%D8%B9%D9%84%D9%8A' },
  { name: 'clients, none found', role: 'agent', path: '/clients?q=xyzxyz' },
  { name: 'client, new', role: 'agent', path: '/clients/new' },
  { name: 'client, file', role: 'agent', from: '/clients', link: /^\/clients\/\d+$/ },
  { name: 'scripts', role: 'agent', path: '/scripts' },
  { name: 'script', role: 'agent', from: '/scripts', link: /^\/scripts\/./ },

  { name: 'reviews, none', role: 'trainer', path: '/reviews' },
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
