// Every page of the day, who may open it, and how it is called in the report. A page whose address holds a number is
// found as a person finds it: `from` names the list, `link` the address that the link must have.

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
  { name: 'accounts', role: 'administrator', path: '/accounts' },
];
