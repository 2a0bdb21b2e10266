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
const network = new Network(`td${process.pid % 10000}`);
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

const tell = (what) => console.log(`${what}: ${load.answers} answers, ${load.failures.length} failed, `
  + `slowest ${Math.round(load.slowest)} ms`);

const byStatus = (failures) => Object.fromEntries(Object.entries(
  Object.groupBy?.(failures, (one) => one.status) ?? {}).map(([status, all]) => [status, all.length]));

test('three nodes share the load', async () => {
  await wait(2000);
  tell('nothing happens');
  assert.deepEqual(load.failures, []);
  const shares = database.rows("SELECT node, count(*) FROM tendon.all_entries WHERE kind = 'evaluation' GROUP BY 1");
  assert.equal(shares.length, 3);
  const counts = shares.map((row) => Number(row[1]));
  assert.ok(Math.min(...counts) * 3 > Math.max(...counts), `shares ${counts}`);
});
