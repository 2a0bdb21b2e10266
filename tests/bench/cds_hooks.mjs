// SPDX-License-Identifier: Apache-2.0
// Latency of CDS Hooks calls at a steady rate: each is sent at its time whether or not the ones before
// are answered, and is measured from that time. node tests/bench/cds_hooks.mjs [calls a second] [seconds]
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { call, medication, order, speaking, told } from '../conformance/cds_hooks/calls.js';
import { Service } from '../conformance/cds_hooks/service.js';

const rate = Number(process.argv[2] ?? 1000);
const seconds = Number(process.argv[3] ?? 20);
const service = await new Service().start();
const { hostname, port } = new URL(service.base);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

// Each body in two halves, between which a fresh hookInstance goes.
const bodies = [
  speaking('order-sign'), speaking('order-select'), speaking('patient-view'),
  call('order-sign', { orders: [order('MRI pelvis')] }),
  call('order-sign', { orders: [medication('Triamcinolone injection')], prefetch: told() }),
  call('patient-view', { prefetch: told() }),
].map((one) => ({
  path: `/cds-services/tendon-${one.hook}`, halves: JSON.stringify(one).split(one.hookInstance),
}));

const latencies = [];
let failed = 0;
const send = ({ path, halves }, due) => new Promise((resolve) => {
  const body = halves[0] + randomUUID() + halves[1];
  const request = http.request({
    hostname, port, path, agent, method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  }, (answer) => {
    answer.resume();
    answer.on('end', () => {
      latencies.push(performance.now() - due);
      failed += answer.statusCode === 200 ? 0 : 1;
      resolve();
    });
  });
  request.on('error', () => { failed += 1; resolve(); });
  request.end(body);
});

async function run(count) {
  const sent = [];
  const begin = performance.now();
  await new Promise((resolve) => {
    const tick = () => {
      while (sent.length < count && performance.now() >= begin + sent.length * 1000 / rate) {
        sent.push(send(bodies[sent.length % bodies.length], begin + sent.length * 1000 / rate));
      }
      if (sent.length === count) resolve();
      else setTimeout(tick, 1);
    };
    tick();
  });
  await Promise.all(sent);
}

await run(rate); // to warm up
latencies.length = 0;
await run(rate * seconds);
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.floor(latencies.length * share)].toFixed(2);
const bytes = Math.round(bodies.reduce((sum, one) => sum + one.halves.join('').length, 0) / bodies.length);
console.log(`${latencies.length} calls at ${rate}/s, ${bytes} bytes each on average: ${failed} failed; `
  + `ms p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}`);
await service.stop();
process.exit(failed === 0 ? 0 : 1);
