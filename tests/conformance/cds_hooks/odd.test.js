// SPDX-License-Identifier: Apache-2.0
// Broken and odd calls: each refusal is an OperationOutcome that says what to do, repeats
// nothing that was sent, and records nothing; what is only bad FHIR is read leniently.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bundle, call, medication, order, patient, speaking, told } from './calls.js';
import { Service, clientsFile } from './service.js';
import { faults } from './shapes.js';

const path = '/cds-services/tendon-order-sign';

describe('broken calls', () => {
  let service;
  before(async () => { service = await new Service().start(); });
  after(() => service.stop());
  const refused = async (status, answer) => {
    const got = await answer;
    assert.equal(got.status, status, got.text);
    assert.deepEqual(faults('outcome', got.json), []);
    assert.match(got.headers.get('content-type'), /^application\/fhir\+json/);
    return got;
  };

  for (const [what, body] of [
    ['no JSON', '{"hook":'], ['trailing bytes', '{}{}'], ['a name twice', '{"hook":"a","hook":"b"}'],
    ['a number that is none', '{"hook":01}'], ['U+0000', '{"hook":"\\u0000"}'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`], ['nothing', ''],
  ]) {
    test(`${what} is 400, with the byte`, async () => {
      const got = await refused(400, service.post(path, body));
      assert.match(got.json.issue[0].diagnostics, /^byte \d+ of the body/);
    });
  }

  for (const body of ['[]', '7', '"x"', 'null']) {
    test(`${body} for a body is 400`, () => refused(400, service.post(path, body)));
  }

  test('every fault is named, not just the first', async () => {
    const got = await refused(400, service.post(path, { hook: 7, context: { userId: '' }, prefetch: [] }));
    assert.deepEqual(got.json.issue.map((one) => one.expression[0]).sort(),
      ['context.draftOrders', 'context.patientId', 'context.userId', 'hook', 'hookInstance', 'prefetch']);
  });

  test('the wrong hook for a service is 400', async () => {
    const got = await refused(400, service.post('/cds-services/tendon-order-select', speaking('order-sign')));
    assert.ok(got.json.issue.some((one) => one.expression[0] === 'hook'));
  });

  test('what was sent is not repeated', async () => {
    const sent = { ...speaking('order-sign'), hookInstance: 'MrsSecret' };
    sent.context.patientId = 77;
    assert.ok(!(await refused(400, service.post(path, sent))).text.includes('MrsSecret'));
    assert.ok(!service.said.includes('MrsSecret'));
  });

  test('other paths and methods: 404, 405 with Allow', async () => {
    await refused(404, service.post('/cds-services/other', speaking('order-sign')));
    await refused(404, service.post('/cds-services/other/feedback', { feedback: [] }));
    await refused(404, service.ask('/cds-services/a/b/c'));
    for (const [where, method, allow] of [[path, 'GET', 'POST, OPTIONS'], [path, 'PUT', 'POST, OPTIONS'],
      ['/cds-services', 'POST', 'GET, HEAD, OPTIONS']]) {
      const got = await refused(405, service.ask(where, { method }));
      assert.equal(got.headers.get('allow'), allow);
    }
  });

  test('other media: 415, 406', async () => {
    await refused(415, service.post(path, speaking('order-sign'), { headers: { 'content-type': 'text/xml' } }));
    await refused(406, service.post(path, speaking('order-sign'), { headers: { accept: 'text/html' } }));
  });

  test('FHIR\'s media types are let pass, and the answer is JSON', async () => {
    for (const headers of [
      { accept: 'application/fhir+json' }, { accept: '*/*' }, { accept: 'application/*' },
      { accept: 'application/json' }, { accept: 'application/fhir+json;q=0.9, text/html' },
      { 'content-type': 'application/fhir+json' }, { 'content-type': 'application/json; charset=utf-8' },
    ]) {
      const got = await service.post(path, speaking('order-sign'), { headers });
      assert.equal(got.status, 200);
      assert.match(got.headers.get('content-type'), /^application\/json/);
    }
    const got = await service.ask('/cds-services', { headers: { accept: 'application/fhir+json' } });
    assert.equal(got.status, 200);
  });

  test('a prefetch of 1 MiB is taken, one of 2 MiB is 413', async () => {
    const of = (bytes) => {
      const sent = speaking('order-sign');
      const one = { resourceType: 'Observation', note: [{ text: 'x'.repeat(2000) }] };
      sent.prefetch.observations = bundle(...Array(Math.ceil(bytes / 2060)).fill(one));
      return JSON.stringify(sent);
    };
    assert.ok(of(1 << 20).length > 1 << 20);
    assert.equal((await service.post(path, of(1 << 20))).status, 200);
    await refused(413, service.post(path, of(2 << 20)));
  });

  test('nothing refused was recorded', async () => {
    const before_ = service.entries().length;
    await refused(400, service.post(path, '{'));
    await refused(412, service.call({ ...speaking('order-sign'), prefetch: {} }));
    assert.equal(service.entries().length, before_);
    assert.ok(service.verified());
  });
});

describe('odd calls', () => {
  let service;
  before(async () => { service = await new Service().start(); });
  after(() => service.stop());
  const cardsOf = async (sent) => {
    const answer = await service.call(sent);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(faults('cards', answer.json), []);
    return answer.json.cards;
  };
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] };

  test('the three states of a key: absent, null or empty, OperationOutcome', async () => {
    const states = [undefined, null, {}, outcome, bundle(), { resourceType: 'Bundle' }, bundle(outcome)];
    for (const key of ['response', 'conditions', 'medications', 'observations']) {
      const seen = new Set();
      for (const state of states) {
        const [card] = await cardsOf(call('order-sign', {
          orders: [order('MRI')], prefetch: { [key]: state },
        }));
        seen.add(card.summary);
      }
      assert.equal(seen.size, 1, key);
    }
    for (const state of [null, {}, bundle(), { resourceType: 'Bundle' }]) {
      const sent = call('order-sign', { orders: [order('MRI')], prefetch: { patient: state } });
      assert.equal((await cardsOf(sent)).length, 1);
    }
    const sent = call('order-sign', { orders: [order('MRI')], prefetch: { patient: outcome } });
    assert.equal((await service.call(sent)).status, 412);
  });

  test('a Patient who is another than the context\'s counts as absent', async () => {
    const sent = call('order-sign', { orders: [order('MRI')], prefetch: { patient: patient({ id: 'p-2' }) } });
    assert.equal((await service.call(sent)).status, 412);
  });

  test('a Patient may come in a Bundle', async () => {
    const sent = call('order-sign', { orders: [order('MRI')], prefetch: { patient: bundle(patient()) } });
    assert.match((await cardsOf(sent))[0].detail, /\| Age \|/);
  });

  test('draft orders may be broken FHIR', async () => {
    const mri = order('MRI pelvis');
    for (const draftOrders of [
      { entry: [{ resource: mri }] }, // no type
      { resourceType: 'Bundle', entry: [null, 7, {}, { resource: null }, { resource: mri }] },
      { resourceType: 'Bundle', entry: [{ resource: { ...mri, intent: undefined, status: undefined } }] },
      { resourceType: 'Bundle', entry: [{ resource: { ...mri, subject: 'p-1', bodySite: [{ coding: [] }] } }] },
      { resourceType: 'Bundle', entry: [{ resource: { ...mri, code: { coding: [{}, null, 7], text: 'MRI pelvis' } } }] },
      { resourceType: 'Bundle', entry: [{ resource: { ...mri, dosageInstruction: 'x', reasonCode: {} } }] },
      mri, // not a Bundle at all
    ]) {
      const sent = call('order-sign', { context: { draftOrders } });
      assert.equal((await cardsOf(sent)).length, 1, JSON.stringify(draftOrders));
    }
    for (const draftOrders of [
      {}, { resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: null }, { resourceType: 'Bundle', entry: {} },
      bundle({}), bundle({ resourceType: 'ServiceRequest', code: 7 }), bundle(order(7)),
      bundle({ resourceType: 'MedicationRequest', medicationCodeableConcept: { coding: [] } }),
      bundle({ resourceType: 'NutritionOrder', id: 'x' }),
    ]) {
      assert.deepEqual(await cardsOf(call('order-sign', { context: { draftOrders } })), []);
    }
  });

  test('older and newer versions of FHIR name orders otherwise', async () => {
    for (const one of [
      { resourceType: 'ProcedureRequest', id: 'x', code: { text: 'MRI pelvis' } },
      { resourceType: 'MedicationOrder', id: 'x', medicationCodeableConcept: { text: 'cortisone injection' } },
      { resourceType: 'MedicationRequest', id: 'x', medication: { concept: { text: 'cortisone injection' } } },
      { resourceType: 'MedicationRequest', id: 'x', medicationReference: { display: 'cortisone injection' } },
    ]) {
      assert.equal((await cardsOf(call('order-select', { orders: [one] }))).length, 1, JSON.stringify(one));
    }
  });

  test('selections may be broken too', async () => {
    for (const selections of [[null, 7, {}], ['nothing-known'], ['https://fhir.example/ServiceRequest/order-1']]) {
      const sent = call('order-select', { orders: [order('MRI')], context: { selections } });
      assert.equal((await cardsOf(sent)).length, 1);
    }
  });

  test('answers that do not fit their field are not known, and never a refusal', async () => {
    const prefetch = told({
      patient: { age_years: 52, bmi: 900 },
      complaint: { rest_pain: 'a lot', sites: ['nowhere-known'], duration_weeks: -3 },
      screening: { saddle_numbness: 1, fever: 'yes' },
    });
    const [card] = await cardsOf(call('order-sign', { orders: [order('MRI')], prefetch }));
    assert.match(card.summary, /can't be said yet/);
    for (const broken of [[], 7, 'x', { item: 7 }, { resourceType: 'QuestionnaireResponse', item: [7, null, { linkId: 7 }] }]) {
      const sent = call('order-sign', { orders: [order('MRI')], prefetch: { response: broken } });
      assert.equal((await cardsOf(sent)).length, 1);
    }
  });

  test('text of the call is never markup in a card', async () => {
    const nasty = '<img src=x onerror=alert(1)> | **b** [l](http://evil.example) MRI';
    const cards = await cardsOf(call('order-sign', {
      orders: [order(nasty), medication(nasty, { id: 'm' })], prefetch: told(), context: { encounterId: nasty },
    }));
    assert.ok(cards.length > 0);
    for (const card of cards) assert.ok(!JSON.stringify(card).includes('onerror'));
  });

  test('a patient id that is no FHIR id is read as far as it goes', async () => {
    const sent = call('order-sign', { orders: [order('MRI', { subject: undefined })], context: { patientId: 'Patient/p-1' } });
    assert.equal((await cardsOf(sent)).length, 1);
    sent.context.patientId = 'Mrs O\'Hara';
    sent.prefetch.patient = null;
    assert.equal((await cardsOf(sent)).length, 1);
  });

  test('many at once are all answered, each with cards of its own', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => cardsOf(speaking('order-sign'))));
    assert.equal(new Set(all.map(([card]) => card.uuid)).size, 200);
  });
});

describe('a killed service', () => {
  test('has on disk whatever it answered', async () => {
    const service = await new Service().start();
    const answered = [];
    const sending = Array.from({ length: 300 }, async () => {
      const answer = await service.call(speaking('order-sign')).catch(() => null);
      if (answer?.status === 200) answered.push(answer.json.cards[0].uuid);
      if (answered.length === 100) service.process.kill('SIGKILL');
    });
    await Promise.all(sending);
    await service.ended;
    await service.start();
    assert.ok(answered.length >= 100);
    for (const card of answered) {
      const said = { card, outcome: 'overridden', outcomeTimestamp: '2026-11-22T09:00:00Z' };
      assert.equal((await service.feedback('order-sign', [said])).status, 200);
    }
    assert.ok(service.verified());
    await service.stop();
  });
});

describe('browsers', () => {
  let service;
  const origin = 'https://ehr.example';
  before(async () => {
    service = await new Service({
      clients: clientsFile([['ehr', 'client']], [origin]), token: 'token-of-ehr',
    }).start();
  });
  after(() => service.stop());
  const preflight = (where, from) => service.ask(where, {
    method: 'OPTIONS', token: null,
    headers: { origin: from, 'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type' },
  });

  test('a preflight is answered before anybody is known', async () => {
    for (const where of ['/cds-services', path, `${path}/feedback`]) {
      const got = await preflight(where, origin);
      assert.equal(got.status, 204);
      assert.equal(got.headers.get('access-control-allow-origin'), origin);
      assert.match(got.headers.get('access-control-allow-methods'), /POST/);
      assert.match(got.headers.get('access-control-allow-headers').toLowerCase(), /authorization/);
    }
  });

  test('cards and errors can be read by a listed page, and by no other', async () => {
    for (const [token, status] of [['token-of-ehr', 200], ['wrong', 401]]) {
      const got = await service.call(speaking('order-sign'), { token, headers: { origin } });
      assert.equal(got.status, status);
      assert.equal(got.headers.get('access-control-allow-origin'), origin);
    }
    const got = await preflight(path, 'https://evil.example');
    assert.equal(got.headers.get('access-control-allow-origin'), null);
  });
});
