// SPDX-License-Identifier: Apache-2.0
// The record is taken back to a moment as RUNBOOK.md has it: a base back-up, the archived
// write-ahead log, and then each log against a checkpoint that was kept elsewhere.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { Database, run, until, wait } from './database.mjs';
import { Governance } from './governance.mjs';
import { Node, freePort, program, root } from './nodes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tendon-restore-'));
const database = new Database();
const governance = new Governance(folder);
const archive = join(database.folder, 'archive');
const base = join(database.folder, 'base');
const node = new Node({ folder, name: 'a', port: await freePort(), url: database.url,
  clients: governance.clients, publicUrl: 'https://127.0.0.1' });

after(async () => {
  await node.stop();
  rmSync(folder, { recursive: true });
});

// The command that the runbook gives for a setting, with the folder it names replaced.
function setting(name) {
  const found = new RegExp(`${name} = ('[^']*')`).exec(readFileSync(join(root, 'server/deploy/RUNBOOK.md'), 'utf8'));
  return `${name} = ${found[1].replaceAll('/archive', archive)}\n`;
}

async function evaluate(count) {
  const made = [];
  for (let i = 0; i < count; i++) {
    const answer = await node.post('/v1/evaluations', JSON.stringify({ patient: { reference: randomUUID() } }));
    assert.equal(answer.status, 201);
    made.push({ location: answer.headers.get('location'), text: await answer.text() });
  }
  return made;
}

async function found(made) {
  const answers = await Promise.all(made.map(({ location }) => node.get(location)));
  const same = await Promise.all(answers.map(async (answer, i) => (await answer.text()) === made[i].text));
  return answers.filter((answer, i) => answer.status === 200 && same[i]).length;
}

// Ends the node, which signs what there is; the checkpoint in a file.
async function signed(name) {
  await node.stop();
  const { stdout } = await run(program, ['log', 'checkpoint', '--data', node.data]);
  writeFileSync(join(folder, name), stdout);
  return join(folder, name);
}

const verify = (against) => run(program, ['log', 'verify', '--data', node.data, '--against', against]);

test('what was recorded up to a moment is there again, what came after is not, and the log says so', async () => {
  await database.command(['mkdir', archive]);
  appendFileSync(join(database.data, 'postgresql.conf'), `archive_mode = on\n${setting('archive_command')}`);
  await database.stop();
  await database.start();
  await node.start();
  governance.data = node.data;
  await governance.activate(await governance.prepare(join(root, 'rules')));
  await until(() => node.isReady(), 'ready');
  await database.command([join(database.bin, 'pg_basebackup'), '-h', database.folder, '-U', 'postgres',
    '-D', base, '-X', 'none', '-c', 'fast', '--no-sync']);

  const early = await evaluate(20);
  const before = await signed('before');
  const [[moment]] = await database.rows('SELECT now()');
  await wait(50);
  await node.restart();
  const late = await evaluate(20);
  const afterwards = await signed('after');
  await verify(afterwards);
  await database.rows('SELECT pg_switch_wal()');
  await database.stop(); // and with it the archiver, who has then taken all

  await database.command(['mv', database.data, `${database.data}.aside`]);
  await database.command(['mv', base, database.data]);
  appendFileSync(join(database.data, 'postgresql.conf'),
    `${setting('restore_command')}recovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`);
  await database.command(['touch', join(database.data, 'recovery.signal')]);
  await database.start();
  await until(async () => (await database.rows('SELECT pg_is_in_recovery()'))[0][0] === 'f', 'the restored database');

  await verify(before);
  // 3 steps of the release and 20 evaluations come before it
  await assert.rejects(verify(afterwards),
    ({ code, stdout }) => code === 1 && stdout.startsWith('entry 23: it is missing'));
  await node.restart();
  assert.equal(await found(early), 20);
  assert.equal(await found(late), 0);
  const anew = await evaluate(5);
  assert.equal(await found(anew), 5);
  await signed('anew');
  await verify(before);
  await node.restart();
});
