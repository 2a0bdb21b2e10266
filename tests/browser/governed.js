// SPDX-License-Identifier: Apache-2.0
// A governed service whose releases are proposed, approved and activated by three people with
// keys of their own, as `tendon release` has it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Service, program, root } from './service.js';

const people = [['ann', 'author'], ['bob', 'approver'], ['cleo', 'operator']];

export class Governed {
  static async start() {
    const it = new Governed();
    it.folder = mkdtempSync(join(tmpdir(), 'tendon-governed-'));
    it.rules = join(it.folder, 'rules');
    cpSync(join(root, 'rules'), it.rules, { recursive: true });
    const clients = people.map(([name, role]) => ({ name, role, ed25519: it.#run('key', 'new', it.#key(name)) }));
    it.service = await new Service({ options: ['--governed', '--rules', it.rules],
      clients: [...clients, { name: 'anna', role: 'physio' }, { name: 'olga', role: 'auditor' }] }).start();
    return it;
  }

  #key(name) { return join(this.folder, `${name}.key`); }

  #run(...args) {
    return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  #step(verb, who, reason, ...more) {
    return this.#run('release', verb, ...more, '--key', this.#key(who), '--reason', reason,
      '--rules', this.rules, '--data', this.service.data, '--clients', this.service.clients);
  }

  // Replaces texts in a file of the rules; each of them must stand there.
  edit(path, ...pairs) {
    const place = join(this.rules, path);
    let text = readFileSync(place, 'utf8');
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      text = text.replaceAll(from, to);
    }
    writeFileSync(place, text);
  }

  propose(reason) { // -> its digest
    this.#run('rule', 'lock', '--rules', this.rules);
    return this.#step('propose', 'ann', reason);
  }

  approve(digest, reason) { this.#step('approve', 'bob', reason, digest); }

  async activate(digest, reason, ...more) {
    this.#step('activate', 'cleo', reason, digest, ...more);
    for (let i = 0; i < 100; i += 1) {
      const { release } = await (await fetch(`${this.service.base}/v1/rules`)).json();
      if (release?.digest === digest) return;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    throw new Error(`the service does not follow to ${digest}`);
  }

  async stop() {
    await this.service.stop();
    rmSync(this.folder, { recursive: true });
  }
}
