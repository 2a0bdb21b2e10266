// SPDX-License-Identifier: Apache-2.0
// Three nodes on one PostgreSQL behind nginx, under load the whole time; each test does something
// to them and counts what the clients saw. In the end all that was acknowledged is there.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Database, until, wait } from './database.mjs';
import { Governance } from './governance.mjs';
import { Load } from './load.mjs';
import { Network, Node, freePort, root } from './nodes.mjs';
import { Haproxy, Nginx, makeCertificate } from './proxy.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tendon-deploy-'));
const database = new Database();
const network = new Network();
const governance = new Governance(folder);
let nodes;
let nginx;
let haproxy;
let load;
let other; // through HAProxy

const allReady = () => until(async () => (await Promise.all(nodes.map((one) => one.isReady()))).every(Boolean),
  'all nodes are ready');

before(async () => {
  network.open();
  await database.listenOn(network.database, network.peers);
  const port = await freePort();
  const node = async (name, more) => new Node({ folder, name, port: await freePort(), url: database.url,
    clients: governance.clients, publicUrl: `https://127.0.0.1:${port}`, ...more });
  nodes = [await node('a'), await node('b'),
    await node('c', { network, url: `postgresql://postgres@${network.database}:5432/postgres` })];
  await Promise.all(nodes.map((one) => one.start()));
  governance.data = nodes[0].data;
  await governance.activate(await governance.prepare(join(root, 'rules')));
  await allReady();
  const certificate = makeCertificate(join(folder, 'tls'));
  nginx = new Nginx(join(folder, 'nginx'), port, join(folder, 'tls'));
  nginx.set(nodes);
  haproxy = new Haproxy(join(folder, 'haproxy'), await freePort(), { tls: join(folder, 'tls'), nodes });
  await Promise.all([nginx.start(), haproxy.start()]);
  load = new Load(port, certificate);
  other = new Load(haproxy.port, certificate);
  load.start();
});

after(async () => {
  await load?.stop();
  await other?.stop();
  await Promise.all([nginx?.stop(), haproxy?.stop()]);
  await Promise.all((nodes ?? []).filter((one) => one.process).map((one) => one.stop()));
  network.close();
  rmSync(folder, { recursive: true });
});

// What the clients saw while something was done.
async function during(what, act, clients = load) {
  clients.markAnew();
  const began = Date.now();
  const result = await act();
  const by = {};
  for (const { kind, status, error } of clients.failures) {
    const name = `${kind} ${error ?? status}`;
    by[name] = (by[name] ?? 0) + 1;
  }
  console.log(`${what}: ${Date.now() - began} ms, ${clients.answers} answers, slowest `
    + `${Math.round(clients.slowest)} ms, failed ${JSON.stringify(by)}`);
  return result;
}

test('three nodes share the load', async () => {
  await during('nothing happens', () => wait(1500));
  assert.deepEqual(load.failures, []);
  const rows = await database.rows("SELECT count(*) FROM tendon.all_entries WHERE kind = 'evaluation' GROUP BY log");
  const shares = rows.map(([count]) => Number(count));
  console.log(`evaluations of each node: ${shares.join(", ")}`);
  assert.equal(shares.length, 3);
  assert.ok(Math.min(...shares) * 3 > Math.max(...shares), `shares ${shares}`);
});

test('a node is killed with -9: nobody who asks through nginx sees it', async () => {
  const [node] = nodes;
  await during('a node is killed', async () => {
    assert.equal(await node.stop('SIGKILL'), 'SIGKILL');
    await wait(1000);
    await node.restart();
    await wait(500);
  });
  assert.deepEqual(load.failures, []);
});

test('one key sent to two nodes at once has one answer and one record', async () => {
  const [, b, c] = nodes;
  const references = Array.from({ length: 40 }, () => `at-once-${randomUUID()}`);
  for (const reference of references) {
    const body = JSON.stringify({ patient: { age_years: 41, reference } });
    const answers = await Promise.all([b, c, b, c].map((node) =>
      node.post('/v1/evaluations', body, { 'idempotency-key': reference })));
    const given = answers.filter((one) => one.status === 201);
    assert.ok(answers.every((one) => [201, 409].includes(one.status)), answers.map((one) => one.status).join());
    assert.ok(given.length >= 2, 'one of each node');
    const texts = new Set(await Promise.all(given.map((one) => one.text())));
    assert.equal(texts.size, 1);
  }
  const recorded = await database.recorded();
  assert.deepEqual(references.map((one) => recorded.get(one)), references.map(() => 1));
});

test('a node is cut off from the database: the others answer, and it comes back by itself', async () => {
  const [, , c] = nodes;
  await during('a node is cut off', async () => {
    network.cut();
    await until(async () => (await c.get('/readyz').catch(() => null))?.status === 503, 'c says it is not ready', 30000);
    await wait(500);
  });
  assert.deepEqual(load.failures, []);
  await during('the way is there again', async () => {
    network.mend();
    await until(() => c.isReady(), 'c is ready');
    await wait(500);
  });
  assert.deepEqual(load.failures, []);
});

test('PostgreSQL is killed with -9: 503, and all goes on by itself when it is back', async () => {
  await during('PostgreSQL is killed', async () => {
    database.kill();
    await wait(1500);
  });
  assert.ok(load.failures.length > 0);
  assert.deepEqual(load.failures.filter((one) => one.status !== 503), []);
  const statuses = await Promise.all(nodes.map(async (node) => (await node.get('/readyz')).status));
  assert.deepEqual(statuses, [503, 503, 503]);
  await during('PostgreSQL is back', async () => {
    await database.start();
    await allReady();
  });
  await during('after that', () => wait(500));
  assert.deepEqual(load.failures, []);
});

test('a release is activated: no request fails, and once all nodes follow none decides by the older', async () => {
  const digest = await governance.prepare(governance.reworded());
  const first = load.acknowledged.length;
  let followed;
  await during('a release is activated', async () => {
    await governance.activate(digest);
    const activated = Date.now();
    await until(async () => (await Promise.all(nodes.map((node) => node.release()))).every((one) => one === digest),
      'all nodes follow', 10000);
    followed = Date.now();
    console.log(`all nodes follow after ${followed - activated} ms`);
    await wait(500);
  });
  assert.deepEqual(load.failures, []);
  const answers = load.acknowledged.slice(first);
  const older = answers.filter(({ text }) => !text.includes(digest));
  assert.ok(older.length > 0 && older.length < answers.length);
  assert.deepEqual(older.filter(({ began }) => began > followed), []);
});

test('each node is stopped and started in turn behind nginx: no request fails', async () => {
  await during('upgrade behind nginx', async () => {
    for (const node of nodes) {
      assert.equal(await node.stop(), 0);
      await node.restart();
    }
  });
  assert.deepEqual(load.failures, []);
});

test('each node is drained and replaced in turn behind HAProxy, and one is killed: no request fails', async () => {
  await load.stop();
  other.start();
  await during('upgrade behind HAProxy', async () => {
    for (const node of nodes) {
      const server = `again/${node.name}`;
      await haproxy.tell(`set server ${server} state drain`);
      await until(() => node.isIdle(), `${node.name} is idle`);
      assert.equal(await node.stop(), 0);
      await node.restart();
      await haproxy.tell(`set server ${server} state ready`);
      await until(async () => (await haproxy.states()).get(server) === 'UP', `${server} is up`);
    }
  }, other);
  assert.deepEqual(other.failures, []);
  await during('a node behind HAProxy is killed', async () => {
    await nodes[1].stop('SIGKILL');
    await until(async () => (await haproxy.states()).get('again/b') === 'DOWN', 'HAProxy sees it');
    await nodes[1].restart();
    await wait(500);
  }, other);
  assert.deepEqual(other.failures, []);
});

test('all that was acknowledged is there, byte by byte, once, and each log verifies', async () => {
  await Promise.all([load.stop(), other.stop()]);
  assert.deepEqual(await load.lost(), []);
  assert.deepEqual(await other.lost(), []);
  const recorded = await database.recorded();
  const all = [...load.acknowledged, ...other.acknowledged];
  assert.deepEqual(all.filter(({ reference }) => recorded.get(reference) !== 1), []);
  await Promise.all(nodes.map((node) => node.verify()));
  console.log(`${all.length} acknowledged, none lost`);
});

test('what the proxies log holds nothing that was asked of a person', async () => {
  const canary = `?reference=${load.name}`;
  await load.ask(load.agent(), 'GET', `/v1/evaluations${canary}`);
  await other.ask(other.agent(), 'GET', `/v1/evaluations${canary}`);
  await until(() => haproxy.said.includes('GET /v1/evaluations'), 'HAProxy logs');
  const logs = ['tendon.log', 'tendon-error.log', 'error.log']
    .map((name) => readFileSync(join(folder, 'nginx', name), 'utf8'));
  assert.ok(logs[0].includes('GET /v1/evaluations'));
  for (const text of [...logs, haproxy.said]) assert.ok(!text.includes(load.name));
});
