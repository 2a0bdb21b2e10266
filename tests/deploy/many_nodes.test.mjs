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
import { Load } from './load.mjs';
import { Network, Node, freePort, writeClients } from './nodes.mjs';
import { Haproxy, Nginx, makeCertificate } from './proxy.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tendon-deploy-'));
const database = new Database();
const network = new Network();
let nodes;
let nginx;
let load;

before(async () => {
  network.open();
  await database.listenOn(network.database, network.peers);
  const certificate = makeCertificate(join(folder, 'tls'));
  const clients = writeClients(join(folder, 'clients.json'));
  const port = await freePort();
  const node = async (name, more) => new Node({ folder, name, port: await freePort(), clients,
    publicUrl: `https://127.0.0.1:${port}`, url: database.url, ...more });
  nodes = [await node('a'), await node('b'),
    await node('c', { network, url: `postgresql://postgres@${network.database}:5432/postgres` })];
  await Promise.all(nodes.map((one) => one.start()));
  nginx = new Nginx(join(folder, 'nginx'), port, join(folder, 'tls'));
  nginx.set(nodes);
  await nginx.start();
  load = new Load(port, certificate);
  load.start();
});

after(async () => {
  await load?.stop();
  await nginx?.stop();
  await Promise.all((nodes ?? []).filter((one) => one.process).map((one) => one.stop()));
  network.close();
  rmSync(folder, { recursive: true });
});

// What the clients saw while something was done.
async function during(what, act) {
  load.markAnew();
  const began = Date.now();
  const result = await act();
  const by = {};
  for (const { kind, status, error } of load.failures) {
    const name = `${kind} ${error ?? status}`;
    by[name] = (by[name] ?? 0) + 1;
  }
  console.log(`${what}: ${Date.now() - began} ms, ${load.answers} answers, slowest `
    + `${Math.round(load.slowest)} ms, failed ${JSON.stringify(by)}`);
  return result;
}

test('three nodes share the load', async () => {
  await during('nothing happens', () => wait(1500));
  assert.deepEqual(load.failures, []);
  const shares = database.rows("SELECT count(*) FROM tendon.all_entries WHERE kind = 'evaluation' GROUP BY log")
    .map(([count]) => Number(count));
  assert.equal(shares.length, 3);
  assert.ok(Math.min(...shares) * 3 > Math.max(...shares), `shares ${shares}`);
});

test('a node is killed with -9: nobody who asks through nginx sees it', async () => {
  const [node] = nodes;
  await during('a node is killed', async () => {
    assert.equal(await node.stop('SIGKILL'), 'SIGKILL');
    await wait(1000);
    await node.start();
    await wait(500);
  });
  assert.deepEqual(load.failures, []);
});

test('one key sent to two nodes at once has one answer and one record', async () => {
  const [, b, c] = nodes;
  for (let i = 0; i < 40; i++) {
    const reference = `at-once-${randomUUID()}`;
    const body = JSON.stringify({ patient: { age_years: 41, reference } });
    const answers = await Promise.all([b, c, b, c].map((node) =>
      node.post('/v1/evaluations', body, { 'idempotency-key': reference })));
    const given = answers.filter((one) => one.status === 201);
    assert.ok(answers.every((one) => [201, 409].includes(one.status)), answers.map((one) => one.status).join());
    assert.ok(given.length >= 2, 'one of each node');
    const texts = new Set(await Promise.all(given.map((one) => one.text())));
    assert.equal(texts.size, 1);
    assert.equal(database.recorded().get(reference), 1);
  }
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
    await until(async () => (await Promise.all(nodes.map((one) => one.isReady()))).every(Boolean), 'all are ready');
  });
  await during('after that', () => wait(500));
  assert.deepEqual(load.failures, []);
});

test('each node is replaced in turn, as RUNBOOK.md has it: no request fails', async () => {
  await during('rolling upgrade', async () => {
    for (const node of nodes) {
      nginx.set(nodes, [node]);
      nginx.reload();
      await until(async () => /^tendon_requests_in_flight 1$/m.test(await (await node.get('/metrics')).text()), 'it is idle');
      assert.equal(await node.stop(), 0);
      await node.start();
      nginx.set(nodes);
      nginx.reload();
      await wait(200);
    }
  });
  assert.deepEqual(load.failures, []);
});

test('all that was acknowledged is there, byte by byte, once, and each log verifies', async () => {
  await load.stop();
  assert.deepEqual(await load.lost(), []);
  const recorded = database.recorded();
  const twice = load.acknowledged.filter(({ reference }) => recorded.get(reference) !== 1);
  assert.deepEqual(twice, []);
  for (const node of nodes) assert.equal(node.verified(), 'verified');
  console.log(`acknowledged ${load.acknowledged.length}, lost 0`);
});

test('no log of nginx holds what was asked of a person', () => {
  for (const name of ['tendon.log', 'tendon-error.log', 'error.log']) {
    assert.ok(!readFileSync(join(folder, 'nginx', name), 'utf8').includes(load.name), name);
  }
});
