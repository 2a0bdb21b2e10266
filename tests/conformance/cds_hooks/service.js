// SPDX-License-Identifier: Apache-2.0
// The real program on a free port with folders of its own, and a client that speaks to it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const program = process.env.TENDON ?? join(root, 'build/plain/tendon');

const digest = (token) => createHash('sha256').update(token).digest('hex');

// Clients by name and role; the token of each is `token-of-` and its name.
export const clientsFile = (clients, origins = []) => JSON.stringify({
  clients: clients.map(([name, role]) => ({ name, role, token_sha256: digest(`token-of-${name}`) })),
  origins,
});

function everyFile(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everyFile(path) : [path];
  });
}

export class Service {
  constructor({ clients = null, options = [], token = null } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'tendon-conformance-'));
    this.data = join(this.folder, 'data');
    this.options = ['--listen', '127.0.0.1:0', '--workers', '2', '--data', this.data, ...options];
    this.token = token;
    if (clients) {
      const path = join(this.folder, 'clients.json');
      writeFileSync(path, clients);
      this.options.push('--clients', path);
    }
  }

  async start() {
    this.process = spawn(program, ['serve', ...this.options], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.said = '';
    this.process.stderr.on('data', (text) => { this.said += text; });
    this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
    for await (const line of createInterface({ input: this.process.stdout })) {
      this.base = line.slice(line.indexOf('http'));
      return this;
    }
    throw new Error(`the program did not start: ${this.said}`);
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
    rmSync(this.folder, { recursive: true });
  }

  // Every request: { method, body (text, or JSON), headers, token }.
  async ask(path, { method = 'GET', body, headers = {}, token = this.token } = {}) {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(this.base + path, {
      method,
      body: sent,
      headers: {
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    });
    const text = await answer.text();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: answer.status, headers: answer.headers, text, json };
  }

  post(path, body, more = {}) {
    return this.ask(path, { method: 'POST', body, ...more });
  }

  call(call, more = {}) {
    return this.post(`/cds-services/tendon-${call.hook}`, call, more);
  }

  feedback(hook, feedback, more = {}) {
    return this.post(`/cds-services/tendon-${hook}/feedback`, { feedback }, more);
  }

  // A command beside the running service.
  command(words) {
    return spawnSync(program, [...words, '--data', this.data], { encoding: 'utf8', maxBuffer: 1 << 30 });
  }

  // All entries of the log, oldest first, through the command line.
  entries() {
    const exported = this.command(['log', 'export']);
    if (exported.status !== 0) throw new Error(exported.stderr);
    return exported.stdout.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  // Whether these bytes stand in anything the program wrote.
  wrote(text) {
    return this.said.includes(text)
      || everyFile(this.folder).some((path) => readFileSync(path).includes(text));
  }

  verified() {
    return this.command(['log', 'verify']).status === 0;
  }
}
