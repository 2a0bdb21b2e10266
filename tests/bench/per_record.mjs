// SPDX-License-Identifier: Apache-2.0
// What one recorded evaluation costs: processor time of a node and of PostgreSQL, bytes in the
// database, in its write-ahead log and in the archive. SCALING.md is computed from what this prints.
// usage: tests/record/on_postgres.sh node tests/bench/per_record.mjs [EVALUATIONS]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { Database, until } from '../deploy/database.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.TENDON ?? join(root, 'build/plain/tendon');
const count = Number(process.argv[2] ?? 20000);
const CLIENTS = 64;
const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));

const examples = readdirSync(join(root, 'schemas/examples')).filter((name) => /^good-.*\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(root, 'schemas/examples', name), 'utf8')))
  .filter((one) => one.patient !== undefined && one.patient !== null);

// Seconds of processor time of a process and its children that have ended.
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0) / TICKS;
}

function descendants(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return [pid, ...children.flatMap((one) => descendants(one))];
}

const family = (pid) => descendants(pid).reduce((sum, one) => sum + processor(one), 0);

function post(agent, port, body, key) {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/v1/evaluations',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'content-length': Buffer.byteLength(body) } },
    (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => (answer.statusCode === 201 ? resolve(bytes) : reject(new Error(`${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function fill(port) {
  let next = 0;
  const sum = { sent: 0, answered: 0, ms: [] };
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (next < count) {
      const number = next++;
      const one = examples[number % examples.length];
      const body = JSON.stringify({ ...one, patient: { ...one.patient, reference: `p-${number}` } });
      const began = performance.now();
      const bytes = await post(agent, port, body, `key-${number}`);
      sum.answered += bytes;
      sum.ms.push(performance.now() - began);
      sum.sent += body.length;
    }
    agent.destroy();
  }));
  return sum;
}

async function serve(data, more) {
  const service = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--workers', '1', '--rate', '0', '--data', data, ...more],
    { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  service.stdout.on('data', (text) => { said += text; });
  await until(() => said.includes('\n'), 'the service');
  return { service, port: Number(/:(\d+)\n/.exec(said)[1]) };
}

async function measure(name, data, more, database) {
  const { service, port } = await serve(data, more);
  const before = processor(service.pid);
  const wal = database && await database.rows("SELECT pg_current_wal_lsn() - '0/0'");
  const postmaster = database && Number(readFileSync(join(database.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const databaseBefore = database && family(postmaster);
  const began = performance.now();
  const { sent, answered, ms } = await fill(port);
  const seconds = (performance.now() - began) / 1000;
  ms.sort((a, b) => a - b);
  const say = (what, value, unit) => console.log(`| ${name} | ${what} | ${value} ${unit} |`);
  say('assessment sent', Math.round(sent / count), 'B');
  say('evaluation answered', Math.round(answered / count), 'B');
  say('evaluations a second, 64 clients, one worker', Math.round(count / seconds), '');
  say('p50', ms[Math.floor(count * 0.5)].toFixed(1), 'ms');
  say('p99', ms[Math.floor(count * 0.99)].toFixed(1), 'ms');
  say('processor, node', ((processor(service.pid) - before) / count * 1e6).toFixed(0), 'us');
  if (database) {
    say('processor, PostgreSQL', ((family(postmaster) - databaseBefore) / count * 1e6).toFixed(0), 'us');
    const [[after]] = await database.rows("SELECT pg_current_wal_lsn() - '0/0'");
    say('write-ahead log', Math.round((Number(after) - Number(wal[0][0])) / count), 'B');
    const tables = await database.rows("SELECT relname, pg_total_relation_size(oid), pg_indexes_size(oid) FROM pg_class "
      + "WHERE relnamespace = 'tendon'::regnamespace AND relkind = 'r' AND relname LIKE 'all_%' ORDER BY 2 DESC");
    for (const [table, bytes, indexes] of tables) {
      if (Number(bytes) > count) say(`${table}, of it indexes`, `${Math.round(bytes / count)}, ${Math.round(indexes / count)}`, 'B');
    }
  }
  service.kill('SIGTERM');
  await new Promise((resolve) => { service.on('exit', resolve); });
  const verifying = performance.now();
  execFileSync(program, ['log', 'verify', '--data', data]);
  say('log verify', ((performance.now() - verifying) / count * 1000).toFixed(0), 'us');
  const exported = execFileSync(program, ['log', 'export', '--data', data], { maxBuffer: 2 ** 31 - 1 });
  say('archived, NDJSON', Math.round(exported.length / count), 'B');
  say('archived, NDJSON, gzip', Math.round(gzipSync(exported).length / count), 'B');
  if (!database) {
    say('tendon.db', Math.round(readFileSync(join(data, 'tendon.db')).length / count), 'B');
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tendon-bench-'));
const database = new Database();
console.log(`${cpus()[0].model}, ${cpus().length} processors; ${count} evaluations of ${examples.length} examples\n`);
console.log('| store | what, for each evaluation | |\n|---|---|---|');
await measure('SQLite', join(folder, 'sqlite'), []);
await measure('PostgreSQL', join(folder, 'postgres'), ['--store', database.url], database);
rmSync(folder, { recursive: true });
