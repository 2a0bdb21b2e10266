// SPDX-License-Identifier: Apache-2.0
// The private PostgreSQL cluster that tests/record/on_postgres.sh made: killed, started again, and
// asked what it holds.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
    const own = process.getuid() === 0
      ? ['setpriv', '--reuid', 'postgres', '--regid', 'postgres', '--init-groups', ...words] : words;
    return spawnSync(own[0], own.slice(1), { cwd: '/', encoding: 'utf8', stdio: 'pipe' });
  }

  // Listens on an address too, for a node in a network of its own.
  async listenOn(address, peers) {
    appendFileSync(join(this.data, 'pg_hba.conf'), `host all all ${peers} trust\n`);
    this.command([join(this.bin, 'pg_ctl'), '-D', this.data, '-m', 'fast', '-w', 'stop']);
    this.listens = address;
    await this.start();
  }

  // What a crash left may hold its memory for a moment.
  async start() {
    const settings = `-c listen_addresses='${this.listens}' -c port=5432 `
      + `-c unix_socket_directories='${this.folder}' -c max_connections=200`;
    await until(() => this.command([join(this.bin, 'pg_ctl'), '-D', this.data, '-w', '-t', '30',
      '-l', join(this.folder, 'server.log'), '-o', settings, 'start']).status === 0, 'PostgreSQL');
  }

  kill() {
    const pid = Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  // The rows of a statement, each a list of texts.
  rows(sql) {
    const printed = execFileSync(join(this.bin, 'psql'),
      ['-h', this.folder, '-U', 'postgres', '-Atq', '-F', '\t', '-c', sql],
      { encoding: 'utf8', cwd: '/', maxBuffer: 1 << 28 });
    return printed.split('\n').filter(Boolean).map((line) => line.split('\t'));
  }

  // How often each reference of a person was recorded.
  recorded() {
    return new Map(this.rows("SELECT convert_from(reference, 'UTF8'), count(*) FROM "
      + "tendon.all_entries WHERE kind = 'evaluation' AND reference IS NOT NULL GROUP BY 1")
      .map(([reference, count]) => [reference, Number(count)]));
  }
}
