// The program under test: a demo in a folder of its own, which can be killed and started again on the same data.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const running = new Set();
/** A PostgreSQL server on which each demo gets a database of its own, or nothing: then each has a SQLite file. */
const postgres = process.env.PLATEAU_DAY_POSTGRES;

/** The demo of which each server has a copy, on SQLite: filled once for the whole run. */
let template;

/** Ends every server that is still running; nothing else may keep their folders. */
export function endAll() {
  for (const server of running) server.discard();
}

/** A folder with a demo, whose program has ended. */
async function filled(program) {
  const server = new Server(program, { own: true });
  await server.demo();
  await server.stop();
  return server.data;
}

export class Server {
  /**
   * `disk`: the size of a disk of its own for the data, such as `24m`; the program then runs in a mount namespace. `own`: it fills its
   * demo itself.
   */
  constructor(program, { disk, own = Boolean(disk ?? postgres) } = {}) {
    Object.assign(this, { program, disk, own });
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plateau-day-'));
    this.data = path.join(this.folder, 'data');
    this.log = path.join(this.folder, 'log');
    running.add(this);
    this.env = { ...process.env };
    delete this.env.DATABASE_URL;
    if (postgres) this.env.DATABASE_URL = newDatabase(path.basename(this.folder).replace(/\W/g, '_').toLowerCase());
  }

  /** Fills a new data folder with the demo and serves it. Gives `{url, accounts}` as the program prints them. */
  async demo() {
    if (!this.own) fs.cpSync(await (template ??= filled(this.program)), this.data, { recursive: true });
    this.port = await freePort();
    const child = this.#start(['demo', '--json']);
    const told = await firstJson(child, 240_000);
    if (!told) throw new Error(`the demo did not start:\n${this.said()}`);
    this.url = told.url.replace(/\/$/, '');
    // What is typed at sign-in, whichever of the two the line calls it.
    this.accounts = told.accounts.map((account) => ({ ...account, login: account.login ?? account.name }));
    await this.#answers(20_000);
    return { url: this.url, accounts: this.accounts };
  }

  /** Serves an empty data folder. Gives the one-time link that the program prints. */
  async first() {
    this.port = await freePort();
    const child = this.#start(['serve']), link = /http:\/\/\S+\/first-administrator\/\S+/;
    return new Promise((done, fail) => {
      let text = '';
      const late = setTimeout(() => fail(new Error(`no link was printed:\n${this.said()}`)), 60_000);
      child.stdout.setEncoding('utf8').on('data', (piece) => {
        text += piece;
        if (!text.includes('\n') || !link.test(text)) return;
        clearTimeout(late);
        done(link.exec(text)[0]);
      });
    });
  }

  /** Serves the data folder as it is, on the same port. */
  async serve() {
    this.#start(['serve']);
    await this.#answers(30_000);
  }

  /** The end that no program can prepare for. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** An orderly end. */
  async stop() {
    await this.#end('SIGTERM');
  }

  /** The data folder as the program sees it: a disk of its own is mounted for it alone. */
  inside() {
    return this.disk ? `/proc/${this.child.pid}/root${this.data}` : this.data;
  }

  /** What the program wrote on its error stream. */
  said() {
    return fs.existsSync(this.log) ? fs.readFileSync(this.log, 'utf8').trim().split('\n').slice(-30).join('\n') : '';
  }

  /** Kills the program and deletes its data. */
  discard() {
    running.delete(this);
    this.child?.kill('SIGKILL');
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #start(words) {
    const log = fs.openSync(this.log, 'a');
    const all = [...words, '--port', String(this.port), '--data', this.data];
    const small = 'mkdir -p "$1" && mount -t tmpfs -o size="$0" none "$1" && shift && exec "$@"';
    const [command, line] = this.disk ? ['unshare', ['--map-root-user', '--mount', 'sh', '-c', small, this.disk, this.data, this.program, ...all]] : [this.program, all];
    this.child = spawn(command, line, { env: this.env, stdio: ['ignore', 'pipe', log] });
    fs.closeSync(log);
    this.child.on('error', (error) => fs.appendFileSync(this.log, `${error}\n`));
    this.over = new Promise((done) => { this.child.on('exit', done); this.child.on('error', done); });
    return this.child;
  }

  async #answers(patience) {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const answer = await fetch(`${this.url}/sign-in`, { redirect: 'manual' }).catch(() => null);
      if (answer?.status === 200) return;
      if (this.child.exitCode !== null) break;
      await new Promise((next) => setTimeout(next, 20));
    }
    throw new Error(`the server does not answer:\n${this.said()}`);
  }

  async #end(signal) {
    this.child.kill(signal);
    await this.over;
  }
}

/** Makes a database on the server of the run; gives its address. */
function newDatabase(name) {
  const made = spawnSync('psql', [postgres, '--quiet', '--command', `CREATE DATABASE ${name}`], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no database could be made: ${made.stderr ?? made.error}`);
  const address = new URL(postgres);
  address.pathname = `/${name}`;
  return address.href;
}

async function freePort() {
  return new Promise((done, fail) => {
    const listener = net.createServer().on('error', fail);
    listener.listen(0, '127.0.0.1', () => { const { port } = listener.address(); listener.close(() => done(port)); });
  });
}

/** The first line of a program's output that is JSON, or null when it ends or takes too long. */
function firstJson(child, patience) {
  return new Promise((done) => {
    let text = '';
    const late = setTimeout(() => done(null), patience);
    const end = (value) => { clearTimeout(late); done(value); };
    child.on('exit', () => end(null));
    child.on('error', () => end(null));
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      text += piece;
      for (const line of text.split('\n').slice(0, -1)) {
        if (line.startsWith('{')) return end(JSON.parse(line));
      }
    });
  });
}
