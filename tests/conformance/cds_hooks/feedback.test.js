// SPDX-License-Identifier: Apache-2.0
// What became of the cards: kept once, with rule, version, hook instance, user and evaluation.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { call, order, speaking, told } from './calls.js';
import { Service, clientsFile } from './service.js';
import { faults } from './shapes.js';

const clients = clientsFile([['ehr', 'client'], ['other', 'client'], ['watcher', 'auditor']]);
const at = '2026-11-22T09:00:00Z';

describe('feedback', () => {
  let service;
  before(async () => { service = await new Service({ clients, token: 'token-of-ehr' }).start(); });
  after(() => service.stop());
  const kept = () => service.entries().map((line) => JSON.parse(line.body ?? JSON.stringify(line)))
    .filter((entry) => entry.kind === 'feedback').map((entry) => entry.detail);
  const refused = async (status, answer) => {
    const got = await answer;
    assert.equal(got.status, status, got.text);
    assert.deepEqual(faults('outcome', got.json), []);
    return got.json.issue;
  };
  const cortisone = async () => {
    const sent = call('order-sign', { orders: [order('cortisone injection')], prefetch: told() });
    const [card] = (await service.call(sent)).json.cards;
    return { sent, card };
  };

  test('an override is kept for each rule of the card, with all that belongs to it', async () => {
    const { sent, card } = await cortisone();
    const before_ = kept().length;
    const answer = await service.feedback('order-sign', [{
      card: card.uuid, outcome: 'overridden', outcomeTimestamp: at,
      overrideReason: { reason: { code: 'patient-refuses', system: 'x' }, userComment: 'wants it' },
    }]);
    assert.equal(answer.status, 200);
    const added = kept().slice(before_);
    assert.deepEqual(added.map((one) => one.rule).sort(), ['cortisone/not-elite', 'cortisone/recreational-over-40']);
    for (const one of added) {
      assert.match(one.version, /^\d+\.\d+\.\d+$/);
      assert.equal(one.hook_instance, sent.hookInstance);
      assert.equal(one.user, 'Practitioner/dr-1');
      assert.equal(one.card, card.uuid);
      assert.equal(one.reason, 'patient-refuses');
      assert.equal(one.comment, 'wants it');
      assert.ok(card.detail.includes(one.evaluation));
      assert.equal(one.evaluation, answer.json.feedback[0].evaluation);
    }
  });

  test('the same feedback again, at once or later, changes nothing', async () => {
    const { card } = await cortisone();
    const said = [{ card: card.uuid, outcome: 'overridden', outcomeTimestamp: at }];
    const first = await service.feedback('order-sign', said);
    const count = kept().length;
    const again = await service.feedback('order-sign', said);
    assert.equal(again.text, first.text);
    await service.feedback('order-sign', [...said, ...said]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.feedback('order-sign', said)));
    for (const one of answers) assert.ok([200, 409].includes(one.status));
    assert.equal(kept().length, count);
    await service.feedback('order-sign', [{ ...said[0], outcomeTimestamp: '2026-11-22T09:00:01Z' }]);
    assert.equal(kept().length, count + 2);
  });

  test('new feedback that comes many times at once is kept once', async () => {
    const { card } = await cortisone();
    const said = [{ card: card.uuid, outcome: 'overridden', outcomeTimestamp: at }];
    const count = kept().length;
    await Promise.all(Array.from({ length: 20 }, () => service.feedback('order-sign', said)));
    assert.equal(kept().length, count + 2);
    assert.ok(service.verified());
  });

  test('an accepted suggestion is kept', async () => {
    const { card } = await cortisone();
    const count = kept().length;
    const said = {
      card: card.uuid, outcome: 'accepted', outcomeTimestamp: at,
      acceptedSuggestions: [{ id: card.suggestions[0].uuid }],
    };
    assert.equal((await service.feedback('order-sign', [said])).status, 200);
    assert.deepEqual(kept()[count].suggestions, [card.suggestions[0].uuid]);
    assert.equal(kept()[count].outcome, 'accepted');
  });

  test('it is counted among the overrides', async () => {
    const { json } = await service.ask('/v1/overrides', { token: 'token-of-watcher' });
    const row = json.overrides.find((one) => one.rule === 'cortisone/not-elite');
    assert.ok(row.shown >= 4 && row.overridden >= 3 && row.accepted >= 1);
    assert.equal(row.reasons['patient-refuses'], 1);
  });

  test('a card that no rule carries takes feedback too', async () => {
    const sent = call('order-sign', { orders: [order('MRI')] });
    const [card] = (await service.call(sent)).json.cards;
    const count = kept().length;
    const said = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: at };
    assert.equal((await service.feedback('order-sign', [said])).status, 200);
    assert.equal(kept().length, count + 1);
    assert.equal(kept()[count].decision, 'imaging');
    assert.equal(kept()[count].rule, undefined);
  });

  test('a reason that is no code is kept as other', async () => {
    const { card } = await cortisone();
    const count = kept().length;
    await service.feedback('order-sign', [{
      card: card.uuid, outcome: 'overridden', outcomeTimestamp: at,
      overrideReason: { reason: { code: 'Mrs Smith said no', system: 'x' } },
    }]);
    assert.equal(kept()[count].reason, 'other');
  });

  test('a card nobody gave, or gave to another client, is not there; then nothing is kept', async () => {
    const { card } = await cortisone();
    const count = kept().length;
    const of = (uuid) => ({ card: uuid, outcome: 'overridden', outcomeTimestamp: at });
    const second = card.uuid.slice(0, -2) + '30';
    for (const uuid of [randomUUID(), second]) {
      const [issue] = await refused(404, service.feedback('order-sign', [of(card.uuid), of(uuid)]));
      assert.deepEqual(issue.expression, ['feedback[1].card']);
    }
    await refused(404, service.feedback('order-sign', [of(card.uuid)], { token: 'token-of-other' }));
    await refused(403, service.feedback('order-sign', [of(card.uuid)], { token: 'token-of-watcher' }));
    await refused(401, service.feedback('order-sign', [of(card.uuid)], { token: null }));
    assert.equal(kept().length, count);
  });

  test('what is wrong is named with its place, and nothing is kept', async () => {
    const { card } = await cortisone();
    const count = kept().length;
    const good = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: at };
    for (const [wrong, place] of [
      [{ ...good, outcome: 'ignored' }, 'outcome'], [{ ...good, outcomeTimestamp: 'today' }, 'outcomeTimestamp'],
      [{ ...good, card: 'x' }, 'card'], [{ ...good, overrideReason: 'x' }, 'overrideReason'],
      [{ ...good, outcome: 'accepted' }, 'acceptedSuggestions'],
      [{ ...good, acceptedSuggestions: [7] }, 'acceptedSuggestions'],
      [{ ...good, overrideReason: { userComment: 'x'.repeat(4001) } }, 'overrideReason'],
    ]) {
      const issues = await refused(400, service.feedback('order-sign', [good, wrong]));
      assert.deepEqual(issues.map((one) => one.expression), [[`feedback[1].${place}`]]);
    }
    await refused(400, service.feedback('order-sign', Array(101).fill(good)));
    assert.equal(kept().length, count);
  });

  test('a card given before a restart still takes feedback', async () => {
    const { card } = await cortisone();
    service.process.kill('SIGKILL');
    await service.ended;
    await service.start();
    const said = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: at };
    assert.equal((await service.feedback('order-sign', [said])).status, 200);
    assert.ok(service.verified());
  });

  test('a person who was erased takes the card along', async () => {
    const [card] = (await service.call(speaking('order-sign'))).json.cards;
    const erased = service.command(['log', 'erase', '--patient', 'p-1', '--reason', 'asked for']);
    assert.equal(erased.status, 0, erased.stderr);
    const said = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: at };
    await refused(410, service.feedback('order-sign', [said]));
    assert.ok(!JSON.stringify(service.entries()).includes('wants it'));
    assert.ok(service.verified());
  });
});
