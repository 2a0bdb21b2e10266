// SPDX-License-Identifier: Apache-2.0
// What server/deploy holds is taken by the programs it is written for, watches what /metrics
// really has, and is explained in the runbook.
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { until } from './database.mjs';
import { freePort, program, root } from './nodes.mjs';
import { Haproxy, Nginx, makeCertificate } from './proxy.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tendon-settings-'));
const tls = join(folder, 'tls');
const certificate = makeCertificate(tls);
const deploy = join(root, 'server/deploy');
const read = (name) => readFileSync(join(deploy, name), 'utf8');
const nodes = [1, 2, 3].map(() => ({ address: '127.0.0.1:9' })); // nobody listens there
const run = (command, words, cwd = deploy) => execFileSync(command, words, { cwd, encoding: 'utf8', stdio: 'pipe' });

after(() => { rmSync(folder, { recursive: true }); });

function ask(port, path) {
  return new Promise((resolve, reject) => {
    get({ port, path, host: '127.0.0.1', agent: new Agent({ ca: certificate }) }, (answer) => {
      let text = '';
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => { resolve({ status: answer.statusCode, headers: answer.headers, text }); });
    }).on('error', reject);
  });
}

// Without a node to ask, the answer is 503 in the form that clients know.
async function unanswered(proxy) {
  proxy.check();
  await proxy.start();
  const { status, headers, text } = await ask(proxy.port, '/v1/evaluations/1');
  assert.equal(status, 503);
  assert.equal(headers['content-type'], 'application/problem+json');
  assert.equal(headers['retry-after'], '1');
  assert.equal(JSON.parse(text).status, 503);
  assert.equal((await ask(proxy.port, '/metrics')).status, 404);
  assert.throws(() => execFileSync('openssl', ['s_client', '-tls1_1', '-cipher', 'ALL:@SECLEVEL=0',
    '-connect', `127.0.0.1:${proxy.port}`], { input: '', stdio: 'pipe' }));
  execFileSync('openssl', ['s_client', '-tls1_2', '-connect', `127.0.0.1:${proxy.port}`], { input: '', stdio: 'pipe' });
  await proxy.stop();
}

test('nginx takes its settings; when no node answers it says 503 as the service would', async () => {
  const nginx = new Nginx(join(folder, 'nginx'), await freePort(), tls);
  nginx.set(nodes);
  await unanswered(nginx);
});

test('HAProxy takes its settings; when no node answers it says 503 as the service would', async () => {
  await unanswered(new Haproxy(join(folder, 'haproxy'), await freePort(), { tls, nodes }));
});

test('Prometheus takes its settings, and each alert comes when it should and not before', () => {
  run('promtool', ['check', 'config', 'prometheus.yml']);
  run('promtool', ['check', 'rules', 'alerts.yml']);
  run('promtool', ['test', 'rules', 'alerts.test.yml'], join(root, 'tests/deploy'));
});

test('the alerts watch what /metrics has, the runbook explains each, and each is tried', async () => {
  const port = await freePort();
  const service = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, '--data', join(folder, 'data'),
    '--workers', '1'], { stdio: 'ignore' });
  let metrics;
  await until(async () => {
    metrics = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text()).catch(() => null);
    return metrics !== null;
  }, 'the service');
  service.kill('SIGTERM');
  const alerts = read('alerts.yml');
  const watched = new Set(alerts.match(/\btendon_[a-z_]+/g));
  const there = [...metrics.matchAll(/^# TYPE (\S+) (\S+)$/gm)]
    .flatMap(([, name, type]) => (type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name]));
  assert.deepEqual([...watched].filter((name) => !there.includes(name)), []);
  const tried = readFileSync(join(root, 'tests/deploy/alerts.test.yml'), 'utf8');
  const names = [...alerts.matchAll(/alert: (\w+)/g)].map((found) => found[1]);
  assert.ok(names.length > 0);
  for (const name of names) {
    assert.match(read('RUNBOOK.md'), new RegExp(`^### ${name}$`, 'm'));
    assert.match(tried, new RegExp(`alertname="${name}"`), name);
  }
});

test('the image has the libraries that the program needs', () => {
  const needed = run('readelf', ['-d', program]).match(/(?<=Shared library: \[)[^\]]+/g);
  for (const name of needed) {
    const owners = run('dpkg-query', ['-S', `*/${name}`]).split('\n').filter(Boolean).map((line) => line.split(':')[0]);
    const held = owners.some((owner) => owner.startsWith('libc6') || read('Containerfile').includes(` ${owner} `));
    assert.ok(held, `${name} is in ${owners}`);
  }
});

test('what README.md and the runbook name is there', () => {
  for (const page of ['README.md', 'RUNBOOK.md', 'SCALING.md']) {
    for (const [, name] of read(page).matchAll(/\]\(([^)#:]+)\)/g)) {
      assert.doesNotThrow(() => readFileSync(join(deploy, name)), `${page}: ${name}`);
    }
  }
});
