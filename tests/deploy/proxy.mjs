// SPDX-License-Identifier: Apache-2.0
// The load balancers of server/deploy, run as they are there but for addresses and paths.
import { execFileSync, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { until } from './database.mjs';
import { root } from './nodes.mjs';

// The text with each of these replaced; all of them must stand in it.
export function adapted(name, changes) {
  let text = readFileSync(join(root, 'server/deploy', name), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`server/deploy/${name} lacks ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

// A certificate of the test's own for 127.0.0.1; its file is the authority too.
export function makeCertificate(folder) {
  mkdirSync(folder, { recursive: true });
  const [key, certificate] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256',
    '-nodes', '-days', '2', '-subj', '/CN=tendon.example.org', '-addext',
    'subjectAltName=DNS:tendon.example.org,IP:127.0.0.1', '-keyout', key, '-out', certificate],
  { stdio: 'pipe' });
  writeFileSync(join(folder, 'tls.pem'), readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8'),
    { mode: 0o600 });
  return readFileSync(certificate, 'utf8');
}

async function listens(port) {
  await until(() => new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => { resolve(false); });
  }), `port ${port}`);
}

class Proxy {
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    mkdirSync(folder, { recursive: true });
  }

  async run(command, words) {
    this.process = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.said = '';
    this.process.stdout.on('data', (text) => { this.said += text; });
    this.process.stderr.on('data', (text) => { this.said += text; });
    this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
    await listens(this.port).catch((error) => { throw new Error(`${error.message}: ${this.said}`); });
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}

export class Nginx extends Proxy {
  constructor(folder, port, tls) {
    super(folder, port);
    this.settings = join(folder, 'nginx.conf');
    this.nodes = join(folder, 'nodes.conf');
    const site = adapted('nginx.conf', [['/etc/nginx/tendon-nodes.conf', this.nodes],
      ['/etc/tendon/tls', tls], ['/var/log/nginx', folder], ['listen 443', `listen 127.0.0.1:${port}`]]);
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((one) => `${one}_temp_path ${join(folder, one)};`).join('\n');
    writeFileSync(this.settings, `pid ${folder}/pid;\nerror_log ${folder}/error.log;\ndaemon off;\n`
      + `worker_processes 1;\nevents { worker_connections 1024; }\nhttp {\n${folders}\n${site}\n}\n`);
  }

  set(nodes) {
    writeFileSync(this.nodes, adapted('nginx-nodes.conf',
      nodes.map((node, i) => [`tendon-${'abc'[i]}.internal:8383`, node.address])));
  }

  check() {
    execFileSync('nginx', ['-t', '-q', '-c', this.settings, '-e', join(this.folder, 'error.log')],
      { stdio: 'pipe' });
  }

  start() {
    return this.run('nginx', ['-c', this.settings, '-e', join(this.folder, 'error.log')]);
  }
}

export class Haproxy extends Proxy {
  constructor(folder, port, { tls, nodes }) {
    super(folder, port);
    this.settings = join(folder, 'haproxy.cfg');
    writeFileSync(this.settings, adapted('haproxy.cfg', [['/etc/tendon/tls', tls],
      ['log /dev/log local0', 'log stdout format raw local0'],
      ['/run/haproxy/tendon.sock', join(folder, 'admin')], ['bind :443', `bind 127.0.0.1:${port}`],
      ...nodes.map((node, i) => [`tendon-${'abc'[i]}.internal:8383`, node.address])]));
  }

  check() {
    execFileSync('haproxy', ['-c', '-q', '-f', this.settings], { stdio: 'pipe' });
  }

  start() {
    return this.run('haproxy', ['-db', '-f', this.settings]);
  }

  // A command of its runtime interface; what it answers.
  tell(command) {
    return new Promise((resolve, reject) => {
      let said = '';
      const socket = connect(join(this.folder, 'admin'), () => { socket.write(`${command}\n`); });
      socket.on('data', (text) => { said += text; });
      socket.on('end', () => { resolve(said); });
      socket.on('error', reject);
    });
  }

  // UP or DOWN (or MAINT, DRAIN ...) of each server, by backend/name.
  async states() {
    const rows = (await this.tell('show stat')).split('\n').map((line) => line.split(','));
    return new Map(rows.map((row) => [`${row[0]}/${row[1]}`, row[17]]));
  }
}
