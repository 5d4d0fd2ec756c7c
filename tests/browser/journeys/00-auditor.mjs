// The auditor itself: a good page has nothing wrong, and each fault put into it is found.
import { must } from '../lib.mjs';

export const name = 'auditor';
export const langs = ['fr'];

const GOOD = {
  lang: 'fr', title: 'Fiche – Plateau', style: '', skip: '<a href="#main">Aller au contenu</a>',
  main: '<h1>Fiche</h1><p>Benali Karim</p><p><label for="n">Nom</label> <input id="n" name="n" autocomplete="off"></p><p><button>Enregistrer la fiche</button></p>',
  end: '<div role="status"></div>',
};

const FAULTS = {
  'a second h1': [{ main: `${GOOD.main}<h1>Autre</h1>` }, /2 h1/],
  'a title that says something else': [{ title: 'Plateau' }, /does not begin with the heading/],
  'two live regions': [{ end: '<div role="status"></div><div aria-live="polite"></div>' }, /2 live regions/],
  'an alert': [{ end: '<div role="alert"></div>' }, /role=alert/],
  'the wrong language': [{ lang: 'en' }, /says it is in “en”/],
  'no skip link': [{ skip: '' }, /skip link/],
  'a button without a name': [{ main: `${GOOD.main}<button></button>` }, /has no name/],
  'a field without a label': [{ main: GOOD.main.replace('<label for="n">Nom</label>', 'Nom') }, /axe label/],
  'pale text': [{ style: 'p { color: #999 }' }, /axe color-contrast/],
  'pale text in the dark only': [{ style: '@media (prefers-color-scheme: dark) { p { color: #333 } }' }, /dark\] axe color-contrast/],
  'text that fades in forced colours': [{ style: '@media (forced-colors: active) { p { forced-color-adjust: none; color: #ccc } }' }, /forced colours\] axe color-contrast/],
  'a page wider than a small window': [{ main: `${GOOD.main}<p style="inline-size: 40rem">large</p>` }, /320 px\] the page is/],
  'text cut by wider spacing': [{ main: `${GOOD.main}<div style="overflow: hidden; block-size: 1.5rem; inline-size: 7rem">Rappeler demain</div>` }, /cuts its text/],
  'an invisible focus': [{ style: ':focus, :focus-visible { outline: none }' }, /cannot be seen/],
  'a focus behind something': [{ end: `${GOOD.end}<p style="position: fixed; inset: 0; background: Canvas">couvre</p>` }, /has the focus behind/],
  'a stop taken out of order': [{ main: GOOD.main.replace('<button', '<button tabindex="3"') }, /does not reach button/],
  'a keyboard trap': [{ main: `${GOOD.main}<script>const b = document.querySelector('button'); b.onkeydown = (e) => { if (e.key === 'Tab') e.preventDefault(); };</script>` }, /circles/],
  'two elements of one name': [{ end: `${GOOD.end}<p id="n">autre</p>` }, /more than one element is called #n/],
  'a table without a caption': [{ main: `${GOOD.main}<table><tr><th scope="col">Nom</th></tr><tr><td>Benali</td></tr></table>` }, /no caption/],
};

export async function run(day) {
  const person = await day.person();
  const wrongWith = async (change) => {
    const page = { ...GOOD, ...change };
    // A page of its own for each, without the site's policy, which would rightly refuse the faults.
    await person.page.goto('about:blank');
    await person.page.setContent(`<!doctype html><html lang="${page.lang}"><head><title>${page.title}</title><style>
      :root { color-scheme: light dark; color: CanvasText; background: Canvas; font: 18px sans-serif } a, button, input { min-block-size: 44px; display: inline-block; color: inherit; background: Canvas; border: 1px solid }
      :focus-visible { outline: 3px solid CanvasText; outline-offset: 2px } ${page.style}</style></head>
      <body><header>${page.skip}</header><main id="main" tabindex="-1">${page.main}</main><footer><p>Plateau</p></footer>${page.end}</body></html>`);
    return day.wrongWith(person, 'page');
  };
  await day.step('a good page has nothing wrong', async () => {
    const wrong = await wrongWith({});
    must(wrong.length === 0, wrong.join('\n'));
  });
  for (const [fault, [change, found]] of Object.entries(FAULTS)) {
    await day.step(`${fault} is found`, async () => {
      const wrong = await wrongWith(change);
      must(wrong.some((text) => found.test(text)), `the auditor found only: ${wrong.join('\n') || 'nothing'}`);
    });
  }
}
