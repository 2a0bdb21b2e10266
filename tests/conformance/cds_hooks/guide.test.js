// SPDX-License-Identifier: Apache-2.0
// Every block of server/api/INTEGRATING.md is run as it stands, but for the address.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Service, clientsFile, root } from './service.js';

const guide = readFileSync(join(root, 'server/api/INTEGRATING.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));
const commands = {
  sh: (text) => ['sh', ['-euc', text]],
  python: (text) => ['python3', ['-c', text]],
  js: (text) => [process.execPath, ['--input-type=module', '-e', text]],
};

// What each prints, in the guide's order.
const expected = [
  /"answer":"advise-against"/, // curl
  /^referral\tundetermined\tprovisional\t/, // Python
  /^(patient|examiner) .*\?/, // JavaScript
  /^\{"services":\[/,
  /^\{"cards":\[\{"uuid"/,
  /^\{"feedback":\[\{"card"/,
  /^\{"resourceType":"GuidanceResponse".*"identifier":/,
  /^\{"evaluation":\{"id".*"assessment":/,
];

const run = ([command, words], options) => new Promise((resolve) => {
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => { out += text; });
  child.stderr.on('data', (text) => { err += text; });
  child.on('close', (status) => resolve({ status, out, err }));
});

for (const [way, options] of [
  ['with a clients file', { clients: clientsFile([['ehr', 'client']]) }],
  ['without one', {}],
]) {
  describe(`the guide, ${way}`, () => {
    let service;
    let cwd;
    before(async () => {
      service = await new Service(options).start();
      cwd = mkdtempSync(join(tmpdir(), 'tendon-guide-'));
    });
    after(async () => {
      await service.stop();
      rmSync(cwd, { recursive: true });
    });

    test('each block runs and prints what it should', async () => {
      assert.equal(blocks.length, expected.length);
      for (const [i, { language, text }] of blocks.entries()) {
        const own = text.replaceAll('http://127.0.0.1:8383', service.base);
        const env = { ...process.env, TOKEN: 'token-of-ehr' };
        const { status, out, err } = await run(commands[language](own), { cwd, env });
        assert.equal(status, 0, `block ${i + 1}: ${out}${err}`);
        assert.match(out, expected[i]);
      }
    });

    test('the ten-line examples have ten lines', () => {
      for (const { text } of blocks.slice(0, 3)) assert.ok(text.trim().split('\n').length <= 10, text);
    });
  });
}
