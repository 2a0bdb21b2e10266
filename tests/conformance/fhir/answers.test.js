// SPDX-License-Identifier: Apache-2.0
// What is read: every assessment there and back, other resources beside it, and odd ones.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Service } from '../cds_hooks/service.js';
import {
  answer, asked, condition, evaluate, examples, leaves, medication, osteoporosis, pain, parameters, patient,
  response, responseOf, subject,
} from './sent.js';

const service = new Service();

before(() => service.start());
after(() => service.stop());

async function recorded(body) {
  const got = await service.post(evaluate, body);
  assert.equal(got.status, 200, got.text);
  const kept = await service.ask(`/v1/evaluations/${got.json.identifier[0].value}?include=assessment`);
  return { guidance: got.json, assessment: kept.json.assessment, evaluation: kept.json.evaluation };
}

async function refused(body, ...linkIds) {
  const got = await service.post(evaluate, body);
  assert.equal(got.status, 422, got.text);
  const named = got.json.issue.map((one) => /^linkId (\S+):/.exec(one.details.text)?.[1]);
  assert.deepEqual(named, linkIds);
  return got.json;
}

const disputes = (guidance) => guidance.contained
  .filter((one) => one.id.startsWith('dispute-')).map((one) => one.code.coding[0].code);

describe('an assessment as a QuestionnaireResponse', () => {
  for (const [name, assessment] of examples) {
    it(`is recorded as it was: ${name}`, async () => {
      const got = await recorded(responseOf(assessment));
      assert.deepEqual(got.assessment, asked(assessment));
      const direct = await service.post('/v1/evaluations', { ...assessment, assessed_on: got.evaluation.assessed_on });
      assert.deepEqual(got.evaluation.decisions, direct.json.decisions);
    });
  }
  it('may be flat, and in any order', async () => {
    const { assessment } = await recorded(response(
      answer('/screening/fever', { valueBoolean: false }),
      answer('/patient/sex', { valueCoding: { code: 'male' } }),
    ));
    assert.deepEqual(assessment, { patient: { reference: '1', sex: 'male' }, screening: { fever: false } });
  });
});

describe('a wrong answer to a known question is refused', () => {
  const wrong = {
    boolean: [{ valueString: 'true' }, { valueInteger: 1 }, { valueBoolean: 'true' }],
    integer: [{ valueString: '7' }, { valueDecimal: 1.5 }, { valueInteger: -4000 }, { valueQuantity: { value: 3 } }],
    number: [{ valueString: '7' }, { valueBoolean: true }, { valueDecimal: 1e9 }],
    array: [{ valueCoding: { code: 'no-such-option' } }, { valueCoding: {} }, { valueBoolean: false }],
    string: [{ valueInteger: 7 }, { valueCoding: { display: 'x' } }, { valueDateTime: 3 }],
  };
  for (const [pointer, part] of leaves) {
    it(pointer, async () => {
      const type = [part.type].flat().find((name) => name !== 'null');
      for (const value of wrong[type]) await refused(response(answer(pointer, value)), pointer);
    });
  }
  it('all of them at once, each with its place', async () => {
    const got = await refused(response(
      { linkId: 'x', item: [answer('/patient/age_years', { valueInteger: 'a' })] },
      answer('/complaint/sites', { valueCoding: { code: 'none' } }, { valueCoding: { code: 'groin' } }),
      answer('/patient/reference', { valueString: 'Anna Maria' }),
    ), '/patient/age_years', '/complaint/sites', '/patient/reference');
    assert.deepEqual(got.issue.map((one) => one.expression[0]), ['item[0].item[0].answer[0]', 'item[1].answer[1]', 'item[2].answer[0]']);
    assert.ok(!JSON.stringify(got).includes('Anna'));
  });
  it('answered twice, and not alike', () => refused(response(
    answer('/patient/age_years', { valueInteger: 40 }),
    { linkId: 'again', item: [answer('/patient/age_years', { valueInteger: 41 })] },
  ), '/patient/age_years'));
  it('two values in one answer', () => refused(response(
    answer('/patient/age_years', { valueInteger: 40, valueDecimal: 41 }),
  ), '/patient/age_years'));
  it('answers that are no list', () => refused(response(
    { linkId: '/screening/fever', answer: { valueBoolean: true } },
  ), '/screening/fever'));
  it('items that are no list hide no answer', async () => {
    const got = await service.post(evaluate, { ...response(), item: answer('/screening/fever', { valueBoolean: true }) });
    assert.equal(got.status, 422);
  });
  it('inside Parameters, with the place in them', async () => {
    const got = await refused(parameters(patient(), response(answer('/patient/age_years', { valueInteger: 1 }))), '/patient/age_years');
    assert.deepEqual(got.issue[0].expression, ['parameter[1].resource.item[0].answer[0]']);
  });
});

describe('what is odd beside the known questions is ignored', () => {
  for (const [name, items] of Object.entries({
    'an unknown linkId': [answer('/patient/colour', { valueString: 'red' })],
    'a linkId of another kind': [{ linkId: 7, answer: [{ valueInteger: 3 }] }],
    'a question without an answer': [{ linkId: '/patient/age_years' }, answer('/patient/sex')],
    'an answer without a value': [answer('/patient/age_years', { extension: [] })],
    'a group that is answered': [answer('/patient', { valueString: 'x' })],
    'the same answer twice': [answer('/patient/sex', { valueCoding: { code: 'male' } }), answer('/patient/sex', { valueCoding: { code: 'male' } })],
    'answers of a kind unheard of': [answer('a', { valueX: [[]] }), { linkId: 'b', answer: 7 }, { linkId: 'c', answer: [null, 3, 'x'] }],
  })) {
    it(name, () => recorded(response(answer('/screening/fever', { valueBoolean: true }), ...items))
      .then(({ assessment }) => assert.equal(assessment.screening.fever, true)));
  }
  it('items as deep as JSON may be', async () => {
    let items = [answer('/screening/fever', { valueBoolean: true })];
    for (let i = 0; i < 13; i += 1) items = [{ linkId: `g${i}`, item: items }];
    assert.equal((await recorded(response(...items))).assessment.screening.fever, true);
    const got = await service.post(evaluate, response({ linkId: 'x', item: [{ item: [{ item: items }] }] }));
    assert.equal(got.status, 400);
  });
  it('resources of any kind and shape', async () => {
    const odd = [{}, { resourceType: 7 }, { resourceType: 'Condition' }, { resourceType: 'Condition', code: 'x' },
      { resourceType: 'Condition', code: { coding: 7 } }, { resourceType: 'MedicationRequest', medicationReference: [] },
      { resourceType: 'Observation', code: { coding: [{ code: '72514-3' }] }, valueQuantity: { value: 'x' } },
      { resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: [7, null, {}, { resource: [] }] },
      { resourceType: 'Patient', birthDate: 1970, gender: {} }, { resourceType: 'Patient', birthDate: '19' },
      { resourceType: 'Patient', birthDate: '2999-01-01' }, { resourceType: 'Patient', birthDate: '1970-13-45' }];
    const { assessment } = await recorded({
      resourceType: 'Parameters',
      parameter: [null, 7, {}, { resource: 7 }, ...odd.map((resource) => ({ resource })), { resource: response() }],
    });
    assert.deepEqual(assessment, { patient: { reference: '1' } });
  });
});

describe('other resources fill what the questionnaire left open', () => {
  const from = async (...resources) => (await recorded(parameters(response(), ...resources))).assessment;
  const year = new Date().getUTCFullYear();

  it('age and sex', async () => assert.deepEqual(
    await from(patient({ birthDate: `${year - 50}-01-01`, gender: 'female' })),
    { patient: { reference: '1', age_years: 50, sex: 'female' } },
  ));
  it('no age where it depends on the day of birth', async () => assert.deepEqual(
    await from(patient({ birthDate: `${year - 50}`, gender: 'other' })),
    { patient: { reference: '1' } },
  ));
  it('the age on the day of the assessment', async () => {
    const { assessment } = await recorded(parameters(
      response(answer('/assessed_on', { valueDate: '2020-05-01' })), patient({ birthDate: '1970-05-02' })));
    assert.equal(assessment.patient.age_years, 49);
  });
  it('nothing of another person', async () => assert.deepEqual(
    await from({ ...patient({ gender: 'male' }), id: '2' }, condition(osteoporosis, { subject: { reference: 'Patient/2' } })),
    { patient: { reference: '1' } },
  ));
  it('conditions by code, in a Bundle too', async () => assert.deepEqual(
    (await from({ resourceType: 'Bundle', entry: [{ resource: condition(osteoporosis) }] })).patient.conditions,
    ['osteoporosis'],
  ));
  for (const [name, more] of Object.entries({
    refuted: { verificationStatus: { coding: [{ code: 'refuted' }] } },
    'entered in error': { verificationStatus: { coding: [{ code: 'entered-in-error' }] } },
    inactive: { clinicalStatus: { coding: [{ code: 'inactive' }] } },
    'of the family': { code: { text: 'Family history of osteoporosis' } },
  })) {
    it(`no condition that is ${name}`, async () => assert.equal(
      (await from(condition(osteoporosis, more))).patient.conditions, undefined));
  }
  it('medications by their words', async () => assert.deepEqual(
    (await from(medication('Ciprofloxacin 500 mg tablets'))).patient.medications, ['fluoroquinolone-now']));
  it('none that was stopped', async () => assert.equal(
    (await from(medication('Ciprofloxacin', { status: 'stopped' }))).patient.medications, undefined));
  it('the pain score by number and by LOINC answer', async () => {
    assert.equal((await from(pain({ valueQuantity: { value: 6 } }))).complaint.rest_pain, 6);
    assert.equal((await from(pain({ valueCodeableConcept: { coding: [{ code: 'LA13942-0' }] } }))).complaint.rest_pain, 10);
  });
  it('the latest of several', async () => assert.equal((await from({
    resourceType: 'Bundle',
    entry: [['2026-01-02', 3], ['2026-03-02', 4], ['2026-02-02', 9]].map(([effectiveDateTime, valueInteger]) => (
      { resource: pain({ valueInteger }, { effectiveDateTime }) })),
  })).complaint.rest_pain, 4));
  it('no code that is not known, which is counted', async () => {
    const count = async () => Number(/^tendon_unknown_codes_total (\d+)/m.exec((await service.ask('/metrics')).text)[1]);
    const before = await count();
    await from(condition({ system: 'http://snomed.info/sct', code: '1' }), medication('Snake oil'));
    assert.equal(await count(), before + 2);
  });
});

describe('where two sources disagree the riskier is used and both are shown', () => {
  const choose = async (field, said, ...resources) => {
    const got = await recorded(parameters(response(answer(field, said)), ...resources));
    return [got.assessment, disputes(got.guidance)];
  };
  it('the pain, whoever says the worse', async () => {
    for (const [said, measured] of [[2, 8], [8, 2]]) {
      const [assessment, shown] = await choose('/complaint/rest_pain', { valueInteger: said }, pain({ valueInteger: measured }));
      assert.equal(assessment.complaint.rest_pain, 8);
      assert.deepEqual(shown, ['/complaint/rest_pain']);
    }
  });
  it('a diagnosis that was denied', async () => {
    const [assessment, shown] = await choose('/patient/conditions', { valueCoding: { code: 'none' } }, condition(osteoporosis));
    assert.deepEqual(assessment.patient.conditions, ['osteoporosis']);
    assert.deepEqual(shown, ['/patient/conditions']);
  });
  it('but not where they agree', async () => {
    const [, shown] = await choose('/complaint/rest_pain', { valueInteger: 3 }, pain({ valueQuantity: { value: 3.0 } }));
    assert.deepEqual(shown, []);
  });
  it('and what some resource names is not all there is: a list nobody asked whole rules nothing out', async () => {
    const all = asked(Object.fromEntries(examples)['good-benign-empty-lists.json']);
    delete all.patient.conditions;
    const alone = await recorded(responseOf(all, { subject }));
    const beside = await recorded(parameters(responseOf(all, { subject }), condition({ system: 'http://snomed.info/sct', code: '13644009' })));
    for (const [name, decision] of Object.entries(alone.evaluation.decisions)) {
      if (decision.status === 'provisional') assert.equal(beside.evaluation.decisions[name].status, 'provisional', name);
    }
  });
});

describe('it is recorded as any evaluation is', () => {
  const headers = { 'idempotency-key': 'once' };
  it('once for one key, and answered alike', async () => {
    const body = parameters(response(answer('/complaint/rest_pain', { valueInteger: 2 })), pain({ valueInteger: 8 }));
    const first = await service.post(evaluate, body, { headers });
    const again = await service.post(evaluate, body, { headers });
    assert.equal(first.status, 200);
    assert.equal(again.text, first.text);
    for (const another of [response(), { ...body, id: 'another-body-alike' }]) {
      const other = await service.post(evaluate, another, { headers });
      assert.equal(other.status, 422);
      assert.equal(other.json.resourceType, 'OperationOutcome');
    }
    assert.ok(service.verified());
  });
  it('not at all in a rehearsal, or when it is refused', async () => {
    const before = service.entries().length;
    await service.post(`${evaluate}?record=false`, response());
    await service.post(evaluate, response(answer('/patient/age_years', { valueInteger: 1 })));
    assert.equal(service.entries().length, before);
    assert.ok(service.verified());
  });
  it('in a body of 1 MiB, and no more than 1.5', async () => {
    const filled = (size) => JSON.stringify({ ...response(answer('/screening/fever', { valueBoolean: true })), text: { div: 'x'.repeat(size) } });
    assert.equal((await service.post(evaluate, filled(1 << 20))).status, 200);
    assert.equal((await service.post(evaluate, filled(2 << 20))).status, 413);
  });
  it('and nothing that was said stands in a log line', async () => {
    await service.post(evaluate, response(answer('/patient/age_years', { valueString: 'QUITE-PRIVATE' })));
    assert.ok(!service.said.includes('QUITE-PRIVATE'));
  });
});
