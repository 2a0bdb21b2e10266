// SPDX-License-Identifier: Apache-2.0
// Nodes of the real program that share a database, each with a data folder and an address of its
// own; one may live in a network of its own, whose way to the database can be cut.
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { run, until } from './database.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.TENDON ?? join(root, 'build/plain/tendon');
export const token = 'token-of-the-emr';

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

export class Node {
  // options: folder, name, port, url (the database's), clients, publicUrl; network (or none).
  constructor(options) {
    Object.assign(this, options);
    this.data = join(this.folder, this.name);
    this.address = `${this.network?.near ?? '127.0.0.1'}:${this.port}`;
    this.said = '';
  }

  async start() {
    const words = [program, 'serve', '--listen', this.address, '--workers', '1', '--data', this.data,
      '--store', this.url, '--clients', this.clients, '--governed', '--behind-proxy',
      '--public-url', this.publicUrl];
    const [first, ...rest] = this.network ? ['ip', 'netns', 'exec', this.network.name, ...words] : words;
    this.process = spawn(first, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stderr.on('data', (text) => { this.said += text; });
    let listens = false;
    this.process.stdout.on('data', () => { listens = true; });
    this.ended = new Promise((resolve) => {
      this.process.on('exit', (code, signal) => { resolve(code ?? signal); });
    });
    await until(() => listens, `${this.name} listens`);
  }

  async restart() {
    await this.start();
    await until(() => this.isReady(), `${this.name} is ready`);
  }

  async isReady() {
    const answer = await this.get('/readyz').catch(() => ({ status: 0 }));
    return answer.status === 200;
  }

  // Nothing is under way but this question.
  async isIdle() {
    return /^tendon_requests_in_flight 1$/m.test(await (await this.get('/metrics')).text());
  }

  get(path) {
    return fetch(`http://${this.address}${path}`,
      { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(3000) });
  }

  post(path, body, headers = {}) {
    return fetch(`http://${this.address}${path}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    });
  }

  // The digest of the release it decides by.
  async release() {
    return (await (await this.post('/v1/evaluations?record=false', '{}')).json()).release?.digest;
  }

  async stop(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.ended;
  }

  // `tendon log verify` of this node's log; throws with the first bad entry.
  verify() {
    return run(program, ['log', 'verify', '--data', this.data]);
  }
}

// A network namespace with two ways out: to who asks it, and to the database.
export class Network {
  constructor() {
    const own = process.pid % 4096; // two runs at once do not meet
    const net = `10.${200 + (own >> 8)}.${own & 255}`;
    this.name = `tendon${own}`;
    this.near = `${net}.2`;
    this.database = `${net}.5`;
    this.peers = `${net}.4/30`;
    this.isCut = false;
    this.ways = [{ name: `td${own}n`, here: `${net}.1/30`, there: `${net}.2/30` },
      { name: `td${own}d`, here: `${net}.5/30`, there: `${net}.6/30` }];
  }

  static ip(words) {
    execFileSync('ip', words.split(' '), { stdio: 'pipe' });
  }

  open() {
    Network.ip(`netns add ${this.name}`);
    Network.ip(`-n ${this.name} link set lo up`);
    for (const { name, here, there } of this.ways) {
      Network.ip(`link add ${name} type veth peer name ${name}i netns ${this.name}`);
      Network.ip(`address add ${here} dev ${name}`);
      Network.ip(`-n ${this.name} address add ${there} dev ${name}i`);
      Network.ip(`link set ${name} up`);
      Network.ip(`-n ${this.name} link set ${name}i up`);
    }
  }

  // Packets to and from the database are lost from here on, and nobody is told.
  cut() {
    const [, { name, here }] = this.ways;
    Network.ip(`address del ${here} dev ${name}`);
    Network.ip(`route add blackhole ${this.peers}`);
    this.isCut = true;
  }

  mend() {
    const [, { name, here }] = this.ways;
    Network.ip(`route del blackhole ${this.peers}`);
    Network.ip(`address add ${here} dev ${name}`);
    this.isCut = false;
  }

  close() {
    if (this.isCut) this.mend();
    Network.ip(`netns del ${this.name}`);
  }
}
