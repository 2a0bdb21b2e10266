// SPDX-License-Identifier: Apache-2.0
// Clients who go on asking, each on a connection of its own, and a ledger of what they were
// answered. One of four sends evaluations under keys, one without, one calls a hook, one reads
// back what was answered before.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:https';

import { wait } from './database.mjs';
import { token } from './nodes.mjs';

const PAUSE_MS = 4;

export class Load {
  constructor(port, certificate) {
    this.port = port;
    this.certificate = certificate;
    this.name = randomUUID().slice(0, 8);
    this.acknowledged = []; // { reference, location, text, began }
    this.failures = []; // { kind, status or error }
    this.slowest = 0;
    this.answers = 0;
    this.running = false;
  }

  ask(agent, method, path, { body, headers = {} } = {}) {
    return new Promise((resolve) => {
      const sent = request({ agent, method, path, port: this.port, host: '127.0.0.1',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => { text += part; });
        answer.on('end', () => { resolve({ status: answer.statusCode, headers: answer.headers, text }); });
        answer.on('error', (error) => { resolve({ status: 0, error: error.code }); });
      });
      sent.on('error', (error) => { resolve({ status: 0, error: error.code }); });
      sent.end(body);
    });
  }

  agent() {
    return new Agent({ keepAlive: true, maxSockets: 1, ca: this.certificate });
  }

  async evaluate(agent, keyed) {
    const reference = `${this.name}-${randomUUID()}`;
    const body = JSON.stringify({ patient: { age_years: 52, reference }, running: { level: 'recreational' } });
    const began = Date.now();
    const headers = keyed ? { 'idempotency-key': reference } : {};
    const answer = await this.ask(agent, 'POST', '/v1/evaluations', { body, headers });
    if (answer.status === 201) {
      this.acknowledged.push({ reference, location: answer.headers.location, text: answer.text, began });
    }
    return answer.status === 201 ? null : answer;
  }

  // A cortisone injection is ordered: there is something to say, so it is recorded too.
  async callHook(agent) {
    const order = { resourceType: 'MedicationRequest', id: 'order', status: 'draft', intent: 'order',
      medicationCodeableConcept: { text: 'cortisone injection' }, subject: { reference: 'Patient/p' } };
    const body = JSON.stringify({ hook: 'order-sign', hookInstance: randomUUID(),
      context: { userId: 'Practitioner/1', patientId: 'p',
        draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order }] } },
      prefetch: { patient: { resourceType: 'Patient', id: 'p', birthDate: '1974-03-02' } } });
    const answer = await this.ask(agent, 'POST', '/cds-services/tendon-order-sign', { body });
    return answer.status === 200 && answer.text.includes('"uuid"') ? null : answer;
  }

  async readBack(agent) {
    const one = this.acknowledged[Math.floor(Math.random() * this.acknowledged.length)];
    if (!one) return null;
    const answer = await this.ask(agent, 'GET', new URL(one.location, 'https://x').pathname);
    return answer.status === 200 && answer.text === one.text ? null : answer;
  }

  async live(number) {
    const agent = this.agent();
    const kind = ['keyed', 'keyless', 'hook', 'read'][number % 4];
    while (this.running) {
      const began = performance.now();
      const failed = await (kind === 'hook' ? this.callHook(agent)
        : kind === 'read' ? this.readBack(agent) : this.evaluate(agent, kind === 'keyed'));
      this.answers += 1;
      this.slowest = Math.max(this.slowest, performance.now() - began);
      if (failed) this.failures.push({ kind, ...failed });
      await wait(PAUSE_MS);
    }
    agent.destroy();
  }

  start(clients = 16) {
    this.running = true;
    this.clients = Array.from({ length: clients }, (_, number) => this.live(number));
  }

  async stop() {
    this.running = false;
    await Promise.all(this.clients ?? []);
  }

  // Forgets what was, but for what was acknowledged.
  markAnew() {
    this.failures = [];
    this.slowest = 0;
    this.answers = 0;
  }

  // Reads back all that was acknowledged; what is not there, or is not the same, byte by byte.
  async lost() {
    const agents = Array.from({ length: 8 }, () => this.agent());
    const all = [...this.acknowledged];
    const lost = [];
    await Promise.all(agents.map(async (agent) => {
      for (let one = all.pop(); one; one = all.pop()) {
        const answer = await this.ask(agent, 'GET', new URL(one.location, 'https://x').pathname);
        if (answer.status !== 200 || answer.text !== one.text) lost.push(one.reference);
      }
      agent.destroy();
    }));
    return lost;
  }
}
