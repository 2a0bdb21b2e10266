// SPDX-License-Identifier: Apache-2.0
// Calls with parts of them replaced at random: whatever comes, the answer is cards or an
// OperationOutcome, and the service goes on.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { bundle, call, hooks, medication, order, speaking, told } from './calls.js';
import { Service } from './service.js';
import { empties, faults } from './shapes.js';

const SEED = Number(process.env.SEED ?? 20261122);
const ROUNDS = Number(process.env.ROUNDS ?? 1500);

// A small generator of its own, so that a failure can be run again by its seed.
let state = SEED;
const below = (count) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};
const any = (list) => list[below(list.length)];

const oddities = [null, 0, -1, 1e300, 0.5, '', 'x', '\u{1F3C3}'.repeat(80), ' | <b> ` * _ \n # ', true, false, [], {},
  [[]], [null], { resourceType: 'Patient' }, { resourceType: 'OperationOutcome' }, { coding: [{ code: '', system: '' }] },
  { entry: [{ resource: {} }] }, 'Patient/p-1', 'urn:uuid:0', '2026-02-30', ['ServiceRequest/order-1'], { reference: 7 }];

function places(value, found = []) {
  if (value && typeof value === 'object') {
    for (const name of Object.keys(value)) {
      found.push([value, name]);
      places(value[name], found);
    }
  }
  return found;
}

function mutate(whole) {
  const copy = structuredClone(whole);
  for (let i = 0; i <= below(4); i += 1) {
    const all = places(copy);
    if (all.length === 0) return copy;
    const outer = all.filter(([inside]) => [copy, copy.context, copy.prefetch].includes(inside));
    const [parent, name] = any(below(3) === 0 ? outer : all); // most places lie deep
    const what = below(4);
    if (what === 0 && !Array.isArray(parent)) delete parent[name];
    else if (what === 1) parent[name] = structuredClone(any(all)[0]);
    else parent[name] = structuredClone(any(oddities));
  }
  return copy;
}

describe(`mutated calls, seed ${SEED}`, () => {
  let service;
  before(async () => { service = await new Service().start(); });
  after(() => service.stop());

  test('are answered with cards or an OperationOutcome', async () => {
    const seeds = [...hooks.map(speaking), call('order-select', {
      orders: [order('MRI pelvis', { bodySite: [{ text: 'hip' }], reasonCode: [{ text: 'pain' }] }),
        medication('Ciprofloxacin', { id: 'm-1', dosageInstruction: [{ route: { text: 'oral' } }] })],
      prefetch: {
        ...told(),
        conditions: bundle({ resourceType: 'Condition', code: { text: 'Osteoporosis' } }),
        medications: bundle(medication('Warfarin', { status: 'active' })),
        observations: bundle({
          resourceType: 'Observation', code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
          valueQuantity: { value: 4 },
        }),
      },
    })];
    const counts = {};
    for (let i = 0; i < ROUNDS; i += 1) {
      const first = any(seeds);
      const sent = mutate({ ...first, hookInstance: randomUUID() });
      const answer = await service.post(`/cds-services/tendon-${first.hook}`, sent);
      counts[answer.status] = (counts[answer.status] ?? 0) + 1;
      const why = `round ${i}: ${JSON.stringify(sent)}`;
      if (answer.status === 200) {
        assert.deepEqual(faults('cards', answer.json), [], why);
        assert.deepEqual(empties(answer.json, ['/cards']), [], why);
      } else {
        assert.ok([400, 412].includes(answer.status), `${answer.status} ${answer.text} ${why}`);
        assert.deepEqual(faults('outcome', answer.json), [], why);
      }
    }
    for (const status of [200, 400, 412]) assert.ok(counts[status] > 20, JSON.stringify(counts));
    assert.ok(service.verified());
  });

  test('and so is mutated feedback', async () => {
    const [card] = (await service.call(speaking('order-sign'))).json.cards;
    const good = {
      feedback: [{
        card: card.uuid, outcome: 'accepted', outcomeTimestamp: '2026-11-22T09:00:00Z',
        acceptedSuggestions: [{ id: card.suggestions[0].uuid }],
        overrideReason: { reason: { code: 'x', system: 'y' }, userComment: 'z' },
      }],
    };
    for (let i = 0; i < ROUNDS / 3; i += 1) {
      const answer = await service.post('/cds-services/tendon-order-sign/feedback', mutate(good));
      assert.ok([200, 400, 404].includes(answer.status), answer.text);
      if (answer.status !== 200) assert.deepEqual(faults('outcome', answer.json), []);
    }
    assert.ok(service.verified());
  });
});
