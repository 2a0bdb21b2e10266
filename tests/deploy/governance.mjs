// SPDX-License-Identifier: Apache-2.0
// Releases of the clinic's own rules on their way into force: proposed, approved by another,
// activated, at the command line beside a running node.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './database.mjs';
import { program, root, token } from './nodes.mjs';

const roles = ['author', 'approver', 'operator'];

export class Governance {
  // Makes the keys and the clients file; `data` is the folder of a node, set when it runs.
  constructor(folder) {
    this.folder = folder;
    this.clients = join(folder, 'clients.json');
    const people = roles.map((role) => ({ name: role, role,
      ed25519: execFileSync(program, ['key', 'new', this.key(role)], { encoding: 'utf8', stdio: 'pipe' }).trim() }));
    const digest = createHash('sha256').update(token).digest('hex');
    writeFileSync(this.clients, JSON.stringify({ clients: [...people,
      { name: 'emr', role: 'client', token_sha256: digest }] }));
  }

  key(role) {
    return join(this.folder, `${role}.key`);
  }

  async step(verb, role, words) {
    const { stdout } = await run(program, ['release', verb, ...words, '--reason', 'Because of the test',
      '--key', this.key(role), '--data', this.data, '--clients', this.clients]);
    return stdout.trim();
  }

  // The digest of a release that needs only to be activated.
  async prepare(rules) {
    const digest = await this.step('propose', 'author', ['--rules', rules]);
    await this.step('approve', 'approver', [digest]);
    return digest;
  }

  activate(digest) {
    return this.step('activate', 'operator', [digest]);
  }

  // The clinic's rules with one title said otherwise.
  reworded() {
    const rules = join(this.folder, 'rules');
    const rule = join(rules, 'cortisone/recreational-over-40.lua');
    cpSync(join(root, 'rules'), rules, { recursive: true });
    const text = readFileSync(rule, 'utf8')
      .replace('from 40 years on', 'from forty years on')
      .replace('version  = "1.0.0"', 'version  = "1.0.1"')
      .replace('history   = {', 'history   = { { "1.0.1", "2026-11-23", "Forty in words." },');
    writeFileSync(rule, text);
    execFileSync(program, ['rule', 'lock', '--rules', rules], { stdio: 'pipe' });
    return rules;
  }
}
