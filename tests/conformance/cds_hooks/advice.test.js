// SPDX-License-Identifier: Apache-2.0
// What the cards say: scans with and without a red flag, injections, open charts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bundle, call, hooks, medication, order, patient, speaking, told, usual } from './calls.js';
import { Service } from './service.js';
import { faults } from './shapes.js';

describe('cards', () => {
  let service;
  before(async () => { service = await new Service({ options: ['--public-url', 'https://cds.example/t'] }).start(); });
  after(() => service.stop());
  const cardsOf = async (sent) => {
    const answer = await service.call(sent);
    assert.equal(answer.status, 200, answer.text);
    return answer.json.cards;
  };
  const toldOf = (id, changes) => {
    const { response } = told(changes);
    response.entry[0].resource.subject.reference = `Patient/${id}`;
    return { response };
  };
  const about = (cards) => cards.map((card) => card.source.topic.code);
  const ordering = (text, changes, more = {}) => call('order-sign', {
    orders: [order(text, more)], prefetch: changes ? told(changes) : {},
  });

  test('an MRI with nothing known: what is missing, and no verdict', async () => {
    const [card, ...rest] = await cardsOf(ordering('MRI hamstring'));
    assert.equal(rest.length, 0);
    assert.equal(card.indicator, 'info');
    assert.match(card.summary, /can't be said yet\. Not known yet: /);
    assert.match(card.detail, /\| Facts missing \| Question \|\n\|---\|---\|\n\| /);
    assert.match(card.detail, /and \d+ more\./);
  });

  test('an MRI with every red flag excluded: why it is not warranted, with evidence', async () => {
    const [card, ...rest] = await cardsOf(ordering('MRI hamstring', {}));
    assert.equal(rest.length, 0);
    assert.match(card.summary, /not for now/);
    assert.match(card.detail, /\*\*Evidence\*\*/);
    assert.match(card.detail, /Facts missing: none that would change this\./);
    assert.match(card.detail, /Rule imaging\/asked-not-warranted, version \d+\.\d+\.\d+\./);
    assert.match(card.detail, /\| Age \| \d+ years \|/);
    assert.ok(card.links.some((link) => link.url === 'https://cds.example/t/rules/imaging/asked-not-warranted'));
  });

  test('an MRI where a red flag holds: said so, gravest first, and not argued with', async () => {
    const flag = { screening: { saddle_numbness: true, cauda_equina_days: 1 } };
    const cards = await cardsOf(ordering('MRI lumbar spine', flag));
    assert.deepEqual(about(cards), ['referral', 'imaging']);
    assert.deepEqual(cards.map((card) => card.indicator), ['critical', 'critical']);
    for (const card of cards) assert.doesNotMatch(card.detail, /not warranted|not for now/i);
  });

  test('cortisone for a recreational runner: the caution, with its evidence', async () => {
    for (const orders of [
      [order('Corticosteroid injection, hamstring origin')],
      [medication('Triamcinolone acetonide 40 mg/mL injection')],
      [medication('Methylprednisolone', { dosageInstruction: [{ text: 'Inject around the tendon' }] })],
      [medication('', {
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '6902' }],
        },
        dosageInstruction: [{ route: { text: 'intra-articular' } }],
      })],
    ]) {
      const [card, ...rest] = await cardsOf(call('order-sign', { orders, prefetch: told() }));
      assert.equal(rest.length, 0);
      assert.equal(card.indicator, 'warning');
      assert.match(card.summary, /Advise against a cortisone injection/);
      assert.match(card.source.label, /Coombes/);
      assert.match(card.source.url, /^https:\/\/doi\.org\/10\./);
      assert.match(card.detail, /grade B/);
    }
  });

  test('cortisone tablets are no injection', async () => {
    const orders = [medication('Prednisolone 5 mg tablet')];
    const cards = await cardsOf(call('order-sign', { orders, prefetch: told() }));
    assert.ok(!about(cards).includes('cortisone'));
  });

  test('an elite athlete near a competition: the ban is named', async () => {
    const elite = {
      running: { level: 'elite' },
      rehab: { stage: 3, adherent_weeks: 16 },
      treatment: { days_to_competition: 2 },
    };
    const [card] = await cardsOf(ordering('cortisone injection', elite));
    assert.equal(card.indicator, 'critical');
    assert.match(card.summary, /ban/);
    assert.match(card.detail, /exemption/);
    const later = { ...elite, treatment: { days_to_competition: 8 } };
    const [drug] = await cardsOf(call('order-sign', {
      orders: [medication('Triamcinolone injection')], prefetch: told(later),
    }));
    assert.match(drug.summary, /10 days/);
    const early = { running: { level: 'elite' }, treatment: { days_to_competition: 2 } };
    const [both] = await cardsOf(ordering('cortisone injection', early));
    assert.equal(both.indicator, 'critical');
    assert.match(both.summary, /ban/);
    assert.match(both.detail, /12 weeks of loading/);
  });

  test('a fluoroquinolone for a sore tendon: the same-day reason', async () => {
    const orders = [medication('Ciprofloxacin 500 mg tablet')];
    const cards = await cardsOf(call('order-sign', { orders, prefetch: told() }));
    assert.deepEqual(about(cards), ['referral']);
    assert.match(cards[0].detail, /referral\/fluoroquinolone/);
  });

  test('an open chart is quiet, until a red flag holds', async () => {
    assert.deepEqual(await cardsOf(call('patient-view', { prefetch: told() })), []);
    const [card] = await cardsOf(speaking('patient-view'));
    assert.equal(card.indicator, 'critical');
    assert.deepEqual(await cardsOf(call('patient-view')), []);
  });

  test('an open chart says a thing once to each user, but what is urgent every time', async () => {
    const pain = { complaint: { night_pain: 'constant' } };
    const open = (changes, userId = 'Practitioner/dr-7') => cardsOf(call('patient-view', {
      prefetch: { patient: patient({ id: 'p-7' }), ...toldOf('p-7', changes) }, context: { userId, patientId: 'p-7' },
    }));
    const [card] = await open(pain);
    assert.notEqual(card.indicator, 'critical');
    assert.deepEqual(await open(pain), []);
    assert.deepEqual(await open(pain), []);
    assert.equal((await open(pain, 'Practitioner/dr-8')).length, 1);
    assert.equal((await open({ screening: { unexplained_weight_loss: true } })).length, 1);
    assert.equal((await open(pain)).length, 1);
    const urgent = { screening: { saddle_numbness: true, cauda_equina_days: 1 } };
    for (let i = 0; i < 3; i += 1) assert.equal((await open(urgent)).length, 1);
  });

  test('a quiet opening that is repeated stays quiet', async () => {
    const changes = { complaint: { night_pain: 'constant' } };
    const sent = call('patient-view', { prefetch: told(changes), context: { userId: 'Practitioner/dr-9' } });
    const first = await service.call(sent);
    assert.equal(first.json.cards.length, 1);
    const second = { ...sent, hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea' };
    assert.equal((await service.call(second)).text, '{"cards":[]}');
    assert.equal((await service.call(second)).text, '{"cards":[]}');
    assert.equal((await service.call(sent)).text, first.text);
  });

  test('only what was just selected is answered', async () => {
    const orders = [order('MRI pelvis', { id: 'a' }), order('cortisone injection', { id: 'b' })];
    const sent = call('order-select', { orders, prefetch: told() });
    sent.context.selections = ['ServiceRequest/b'];
    assert.deepEqual(about(await cardsOf(sent)), ['cortisone']);
    sent.context.selections = ['a'];
    assert.deepEqual(about(await cardsOf(sent)), ['imaging']);
    sent.context.selections = ['MedicationRequest/b'];
    assert.deepEqual(about(await cardsOf(sent)), ['imaging', 'cortisone']);
    sent.context.selections = [];
    assert.deepEqual(await cardsOf(sent), []);
  });

  test('orders for elsewhere, withdrawn ones and other people\'s are not answered', async () => {
    for (const [text, more] of [
      ['MRI brain', {}],
      ['Steroid injection, right shoulder', {}],
      ['MRI', { bodySite: [{ coding: [{ system: 'http://snomed.info/sct', code: '69536005' }] }] }],
      ['MRI pelvis', { status: 'revoked' }],
      ['MRI pelvis', { doNotPerform: true }],
      ['MRI pelvis', { subject: { reference: 'Patient/p-2' } }],
      ['Full blood count', {}],
    ]) {
      assert.deepEqual(await cardsOf(ordering(text, {}, more)), [], text);
    }
  });

  test('orders are known by SNOMED CT, CPT and text, at a body site or none', async () => {
    const sct = (code) => [{ coding: [{ system: 'http://snomed.info/sct', code }] }];
    for (const more of [
      { code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '72195' }] } },
      { code: { coding: [{ display: 'Magnetic resonance imaging of hip' }] } },
      { code: { text: 'MRI' } },
      { code: { text: 'mri scan' }, bodySite: sct('279043006') },
      { code: { concept: { text: 'X-Ray of pelvis' } } },
      { code: { text: 'Ultrasound' }, reasonCode: [{ text: 'hamstring tendinopathy' }] },
    ]) {
      assert.deepEqual(about(await cardsOf(ordering('', {}, more))), ['imaging'], JSON.stringify(more));
    }
  });

  test('conditions, medications and pain scores of the record count', async () => {
    const prefetch = {
      ...told({ complaint: { rest_pain: 1 } }),
      observations: bundle({
        resourceType: 'Observation', status: 'final', subject: { reference: 'Patient/p-1' },
        code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
        valueQuantity: { value: 8 },
      }),
      medications: bundle(medication('Ciprofloxacin', { status: 'active' })),
    };
    const cards = await cardsOf(call('patient-view', { prefetch }));
    assert.match(cards[0].detail, /referral\/fluoroquinolone/);
    prefetch.medications = bundle(medication('Ciprofloxacin', { status: 'completed' }));
    const [pain] = await cardsOf(call('patient-view', { prefetch }));
    assert.match(pain.detail, /\| Pain at rest \| 8/i);
    prefetch.observations.entry[0].resource.subject.reference = 'Patient/p-2';
    assert.deepEqual(await cardsOf(call('patient-view', { prefetch })), []);
  });

  test('age and sex come from the Patient', async () => {
    const [card] = await cardsOf(call('order-sign', {
      orders: [order('MRI')], prefetch: { patient: patient({ birthDate: '1990-01-01', gender: 'female' }) },
    }));
    assert.match(card.detail, /\| Age \| 3\d years \|\n\| Sex \| Female \|/);
    const [vague] = await cardsOf(call('order-sign', {
      orders: [order('MRI')], prefetch: { patient: patient({ birthDate: '1990', gender: 'other' }) },
    }));
    const [used, missing] = vague.detail.split('| Facts missing');
    assert.doesNotMatch(used, /\| Age \||\| Sex \|/);
    assert.match(missing, /\| Age \|/);
  });

  test('suggestions propose a draft for this patient: an order, or a task', async () => {
    const drafts = async (sent) => (await cardsOf(sent)).flatMap((card) => card.suggestions ?? [])
      .map((one) => one.actions[0].resource);
    const torn = { injury: { palpable_gap: true, mechanism: 'sprint-or-overstretch', days_since: 3 }, complaint: { onset: 'sudden' } };
    const scan = (await drafts(ordering('MRI hamstring', torn))).find((one) => one.resourceType === 'ServiceRequest');
    assert.deepEqual(scan, {
      resourceType: 'ServiceRequest', status: 'draft', intent: 'proposal',
      code: { text: 'MRI' }, subject: { reference: 'Patient/p-1' },
    });
    const [task] = await drafts(ordering('cortisone injection', {}));
    assert.deepEqual(task, {
      resourceType: 'Task', status: 'draft', intent: 'proposal',
      description: 'Continue graded loading', for: { reference: 'Patient/p-1' },
    });
  });

  test('links and the questionnaire go by the public URL', async () => {
    const { services } = (await service.ask('/cds-services')).json;
    for (const { prefetch } of services) {
      assert.ok(prefetch.response.includes('questionnaire=https://cds.example/t/fhir/Questionnaire/tendon-assessment&'));
    }
    for (const card of await cardsOf(speaking('order-sign'))) {
      for (const link of card.links) assert.ok(link.url.startsWith('https://cds.example/t/rules'));
    }
  });

  test('contradicting answers are named on the card', async () => {
    const changes = { injury: { mechanism: 'none', pop: true } };
    const [card] = await cardsOf(ordering('MRI hamstring', changes));
    assert.match(card.detail, /contradict/);
  });

  test('each evaluation is kept with its hook, and can be read back', async () => {
    for (const hook of hooks) {
      const sent = speaking(hook);
      const [card] = await cardsOf(sent);
      const id = card.detail.match(/Evaluation ([0-9a-f-]{36})\./)[1];
      const read = await service.ask(`/v1/evaluations/${id}?include=assessment`);
      assert.equal(read.status, 200);
      assert.equal(read.json.assessment.patient.reference, 'p-1');
      const entry = service.entries().map((one) => JSON.parse(one.body)).find((one) => one.id === id);
      assert.deepEqual(faults('entry', entry), []);
      assert.equal(entry.detail.hook, hook);
      assert.equal(entry.detail.hook_instance, sent.hookInstance);
      assert.equal(entry.detail.user, 'Practitioner/dr-1');
    }
  });

  test('an equal call is answered with the first cards and recorded once; another is new', async () => {
    const sent = speaking('order-sign');
    const count = () => service.entries().length;
    const before_ = count();
    const [first, second] = [await service.call(sent), await service.call(sent)];
    assert.equal(first.text, second.text);
    assert.equal(count(), before_ + 1);
    sent.prefetch = { patient: patient(), ...told({ screening: { fever: true } }) };
    const third = await service.call(sent);
    assert.equal(third.status, 200);
    assert.notEqual(third.json.cards[0].uuid, first.json.cards[0].uuid);
    assert.equal(count(), before_ + 2);
  });

  test('every recorded call replays to the same bytes', () => {
    assert.equal(service.command(['replay', '--all']).status, 0);
    assert.ok(service.verified());
  });

  test('what is said is a function of the facts: the same as the API answers', async () => {
    const assessment = { ...usual(), treatment: { considering: ['mri'] } };
    const api = (await service.post('/v1/evaluations?record=false', assessment)).json;
    const [card] = await cardsOf(ordering('MRI hamstring', {}));
    const rule = api.recommendations.find((one) => one.decision === 'imaging');
    assert.equal(card.summary, rule.title);
    assert.ok(card.detail.includes(rule.clinician.slice(0, 40)));
  });
});
