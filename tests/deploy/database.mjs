// SPDX-License-Identifier: Apache-2.0
// The private PostgreSQL cluster that tests/record/on_postgres.sh made: killed, started again, and
// asked what it holds.
import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

// Nothing here waits for a program without letting the clients go on.
export const run = promisify(execFile);

export const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// Waits until `is` says so; throws with what was awaited when it never does.
export async function until(is, what, ms = 15000) {
  for (const end = Date.now() + ms; Date.now() < end; await wait(50)) {
    if (await is()) return;
  }
  throw new Error(`never came: ${what}`);
}

export class Database {
  constructor() {
    this.data = process.env.TENDON_CHECK_CLUSTER;
    this.folder = dirname(this.data);
    this.url = process.env.TENDON_CHECK_POSTGRES;
    this.listens = '';
    const options = readFileSync(join(this.data, 'postmaster.opts'), 'utf8');
    this.bin = dirname(options.slice(0, options.indexOf(' ')));
  }

  // As the user who owns the cluster: PostgreSQL refuses to run as root.
  command(words) {
    const [first, ...rest] = process.getuid() === 0
      ? ['setpriv', '--reuid', 'postgres', '--regid', 'postgres', '--init-groups', ...words] : words;
    return run(first, rest, { cwd: '/' });
  }

  // Listens on an address too, for a node in a network of its own.
  async listenOn(address, peers) {
    appendFileSync(join(this.data, 'pg_hba.conf'), `host all all ${peers} trust\n`);
    await this.stop();
    this.listens = address;
    await this.start();
  }

  stop() {
    return this.command([join(this.bin, 'pg_ctl'), '-D', this.data, '-m', 'fast', '-w', 'stop']);
  }

  // What a crash left may hold its memory for a moment.
  async start() {
    const settings = `-c listen_addresses='${this.listens}' -c port=5432 `
      + `-c unix_socket_directories='${this.folder}' -c max_connections=200`;
    await until(() => this.command([join(this.bin, 'pg_ctl'), '-D', this.data, '-w', '-t', '30',
      '-l', join(this.folder, 'server.log'), '-o', settings, 'start']).then(() => true, () => false), 'PostgreSQL');
  }

  kill() {
    const pid = Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  // The rows of a statement, each a list of texts.
  async rows(sql) {
    const { stdout } = await run(join(this.bin, 'psql'),
      ['-h', this.folder, '-U', 'postgres', '-Atq', '-F', '\t', '-c', sql], { cwd: '/', maxBuffer: 1 << 28 });
    return stdout.split('\n').filter(Boolean).map((line) => line.split('\t'));
  }

  // How often each reference of a person was recorded.
  async recorded() {
    const rows = await this.rows("SELECT convert_from(reference, 'UTF8'), count(*) FROM "
      + "tendon.all_entries WHERE kind = 'evaluation' AND reference IS NOT NULL GROUP BY 1");
    return new Map(rows.map(([reference, count]) => [reference, Number(count)]));
  }
}
