// A visitor without a browser: for what must be repeated exactly, and interrupted at an exact moment.

export class Visitor {
  constructor(url) {
    this.url = url;
    this.cookies = new Map();
  }

  /** Asks for a page, following redirects; gives `{status, path, text}`. A server that starts again is asked again. */
  async get(path, tries = 20) {
    for (let at = path, hops = 0; ; hops++) {
      const answer = await this.#ask(at, {}).catch((error) => error);
      if (answer instanceof Error) {
        if (tries-- <= 0) throw answer;
        await new Promise((next) => setTimeout(next, 100));
        continue;
      }
      const to = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || !to || hops > 5) return { status: answer.status, path: at, text: await answer.text() };
      await answer.arrayBuffer();
      at = new URL(to, this.url).pathname + new URL(to, this.url).search;
    }
  }

  /** Sends a form once, without following the answer. Throws when no answer comes. */
  async post(path, fields) {
    const answer = await this.#ask(path, { method: 'POST', body: new URLSearchParams(fields) });
    const text = await answer.text();
    return { status: answer.status, location: answer.headers.get('location') ?? '', text };
  }

  async signIn({ login, password }) {
    const answer = await this.post('/sign-in', { login, password, next: '/' });
    if (answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`);
  }

  async #ask(path, options) {
    const headers = { accept: 'text/html', origin: this.url, 'sec-fetch-site': 'same-origin', connection: 'close' };
    if (this.cookies.size) headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, { ...options, headers, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.cookies.set(name, value);
    }
    return answer;
  }
}

const REFERENCES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#34;': '"', '&#38;': '&', '&#39;': "'", '&#60;': '<', '&#62;': '>', '&#x27;': "'" };

/** The characters behind the references of a page. */
export function plain(html) {
  return html.replace(/&[#\w]+;/g, (reference) => REFERENCES[reference] ?? reference);
}

/** The words of a page, without its marks. */
export function words(html) {
  return plain(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

/** The fields of the form that posts to `action`, as its page shows them; null when there is none. */
export function form(html, action) {
  const start = html.indexOf(`action="${action}"`);
  if (start < 0) return null;
  const body = html.slice(start, html.indexOf('</form>', start)), fields = {};
  const attribute = (tag, name) => { const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag); return found && plain(found[1]); };
  for (const [, tag, rest] of body.matchAll(/<((?:input|textarea|select)\b[^>]*)>([\s\S]*?)(?=<(?:input|textarea|select|button)\b|$)/g)) {
    const name = attribute(tag, 'name'), type = attribute(tag, 'type');
    if (!name || (/^(radio|checkbox)$/.test(type ?? '') && !/\schecked\b/.test(tag))) continue;
    if (tag.startsWith('textarea')) fields[name] = plain(rest.slice(0, rest.indexOf('</textarea>')).replace(/^\n/, ''));
    else if (tag.startsWith('select')) {
      const options = [...rest.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      fields[name] = attribute(options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? '', 'value') ?? '';
    } else fields[name] = attribute(tag, 'value') ?? '';
  }
  return fields;
}
