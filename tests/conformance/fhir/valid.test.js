// SPDX-License-Identifier: Apache-2.0
// Everything this service says in FHIR is valid R4; and the validators do find faults.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Service } from '../cds_hooks/service.js';
import {
  answer, condition, evaluate, examples, leaves, osteoporosis, pain, parameters, patient, response,
  responseOf,
} from './sent.js';
import { faults } from './validator.js';

const service = new Service();
const valid = (resource) => assert.deepEqual(faults(resource), []);

before(() => service.start());
after(() => service.stop());

const contained = (guidance, type) => guidance.contained.filter((one) => one.resourceType === type);

async function guidance(body, path = evaluate) {
  const got = await service.post(path, body);
  assert.equal(got.status, 200, got.text);
  assert.equal(got.headers.get('content-type'), 'application/fhir+json');
  valid(got.json);
  return got.json;
}

describe('the validators', () => {
  it('pass what is right', () => valid({
    resourceType: 'RequestGroup', status: 'active', intent: 'proposal',
    action: [{ title: 'x', resource: { reference: 'ServiceRequest/1' } }],
  }));
  for (const [name, wrong] of Object.entries({
    'a member that FHIR does not have': { colour: 'red' },
    'a code that is none': { status: 'living' },
    'a required member that is missing': { intent: undefined },
    'a broken invariant': { action: [{ title: 'an action without action or resource' }] },
    'an empty list': { note: [] },
    'a reference to nothing': { subject: { reference: '#nobody' } },
  })) {
    it(`find ${name}`, () => assert.notDeepEqual(faults(JSON.parse(JSON.stringify({
      resourceType: 'RequestGroup', status: 'active', intent: 'proposal', ...wrong,
    }))), []));
  }
});

describe('the CapabilityStatement', () => {
  it('is valid and names what there is', async () => {
    const got = await service.ask('/fhir/metadata', { headers: { accept: 'application/fhir+json' } });
    valid(got.json);
    assert.equal(got.json.fhirVersion, '4.0.1');
    assert.deepEqual(got.json.rest[0].resource.map((one) => one.type), ['Questionnaire', 'QuestionnaireResponse']);
  });
});

describe('the Questionnaire', () => {
  let items;
  let questionnaire;
  const all = (list) => list.flatMap((one) => [one, ...all(one.item ?? [])]);

  before(async () => {
    questionnaire = (await service.ask('/fhir/Questionnaire/tendon-assessment')).json;
    items = new Map(all(questionnaire.item).map((one) => [one.linkId, one]));
  });

  it('is valid', () => valid(questionnaire));
  it('goes by its address', () => assert.equal(questionnaire.url, `${service.base}/fhir/Questionnaire/tendon-assessment`));
  it('has each leaf of the schema and nothing else', () => assert.deepEqual(
    [...items.values()].filter((one) => one.type !== 'group').map((one) => one.linkId).sort(),
    leaves.map(([pointer]) => pointer).sort(),
  ));

  for (const [pointer, part] of leaves) {
    it(`asks ${pointer} as the schema has it`, () => {
      const one = items.get(pointer);
      const type = [part.type].flat().find((name) => name !== 'null');
      const options = (part.oneOf ?? part.items?.oneOf ?? []).filter((option) => option.const !== undefined);
      const extension = (name) => one.extension.find((at) => at.url.endsWith(name));
      assert.equal(one.text, part['x-ask']);
      assert.equal(one.code[0].display, part.title);
      assert.equal(extension('asked-of').valueCode, part['x-asked-of']);
      assert.equal(extension('minValue')?.valueInteger ?? extension('minValue')?.valueDecimal, part.minimum);
      assert.equal(extension('maxValue')?.valueInteger ?? extension('maxValue')?.valueDecimal, part.maximum);
      assert.equal(extension('questionnaire-unit')?.valueCoding.display, part['x-unit']);
      assert.equal(one.repeats ?? false, type === 'array');
      const codings = (one.answerOption ?? []).map((option) => option.valueCoding);
      const wanted = options.map((option) => [option.const, option.title]);
      if (type === 'array') wanted.push(['none', 'None of these']);
      assert.deepEqual(codings.map((coding) => [coding.code, coding.display]), wanted);
      assert.equal(one.type, wanted.length ? 'choice'
        : { boolean: 'boolean', integer: 'integer', number: 'decimal' }[type]
          ?? (part.format === 'date' ? 'date' : 'string'));
    });
  }
});

describe('a GuidanceResponse', () => {
  for (const [name, assessment] of examples) {
    it(`is valid for ${name}`, () => guidance(responseOf(assessment, { subject: { reference: 'Patient/1' } })));
  }

  it('says what is open', async () => {
    const got = await guidance(response());
    assert.equal(got.status, 'data-required');
    const asks = got.dataRequirement.map((one) => one.codeFilter[0].code[0].code);
    assert.ok(asks.includes('/screening/saddle_numbness'));
    assert.ok(asks.every((pointer) => leaves.some(([leaf]) => leaf === pointer)));
  });

  it('carries red flags with their evidence', async () => {
    const got = await guidance(response(answer('/screening/saddle_numbness', { valueBoolean: true })));
    const flag = contained(got, 'DetectedIssue').find((one) => one.code.coding[0].code === 'referral/cauda-equina');
    assert.equal(flag.severity, 'high');
    assert.ok(flag.evidence.length > 0);
    const answers = contained(got, 'Parameters')[0].parameter.find((one) => one.name === 'referral');
    assert.equal(answers.part.find((one) => one.name === 'answer').valueCode, 'emergency');
  });

  it('is a success when nothing is open', async () => {
    const first = await guidance(responseOf(Object.fromEntries(examples)['good-benign-empty-lists.json']));
    assert.ok(['success', 'data-required'].includes(first.status));
    assert.equal(first.status === 'success', first.dataRequirement === undefined);
  });

  it('shows what contradicts itself, and sources that disagree', async () => {
    const got = await guidance(parameters(
      response(
        answer('/patient/age_years', { valueInteger: 45 }),
        answer('/injury/mechanism', { valueCoding: { code: 'none' } }),
        answer('/injury/pop', { valueBoolean: true }),
        answer('/patient/conditions', { valueCoding: { code: 'none' } }),
      ),
      patient({ birthDate: '1950-01-01' }),
      condition(osteoporosis),
    ));
    const codes = contained(got, 'DetectedIssue').map((one) => one.code.coding[0].code);
    assert.ok(codes.includes('no-event-but-injury'));
    assert.ok(codes.includes('/patient/age_years'));
    assert.ok(codes.includes('/patient/conditions'));
    const said = contained(got, 'DetectedIssue').find((one) => one.code.coding[0].code === '/patient/age_years');
    assert.deepEqual(said.evidence.map((one) => one.code[0].text.split(':')[0]), ['QuestionnaireResponse', 'Patient']);
  });

  it('of a rehearsal has no identifier', async () => {
    const got = await guidance(response(), `${evaluate}?record=false`);
    assert.equal(got.identifier, undefined);
  });

  it('names the evaluation, the release and whom it is about', async () => {
    const got = await guidance(parameters(response(), pain({ valueInteger: 3 })));
    const kept = await service.ask(`/v1/evaluations/${got.identifier[0].value}`);
    assert.equal(kept.status, 200);
    assert.equal(got.extension[0].valueString, kept.json.release.digest);
    assert.ok(got.moduleUri.endsWith(kept.json.release.digest));
    assert.deepEqual(got.subject, { reference: 'Patient/1' });
  });
});

describe('an OperationOutcome', () => {
  for (const [name, [status, path, options]] of Object.entries({
    'for bytes that are no JSON': [400, evaluate, { method: 'POST', body: '{"a":' }],
    'for another media type': [415, evaluate, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
    'for another resource': [422, evaluate, { method: 'POST', body: { resourceType: 'Patient' } }],
    'for Parameters without a response': [422, evaluate, { method: 'POST', body: parameters(patient()) }],
    'for a wrong answer': [422, evaluate, { method: 'POST', body: response(answer('/patient/age_years', { valueInteger: 3 })) }],
    'for an unknown query parameter': [400, `${evaluate}?rekord=false`, { method: 'POST', body: response() }],
    'for a method that is not there': [405, evaluate, {}],
    'for a Questionnaire that is not there': [404, '/fhir/Questionnaire/other', {}],
    'for a path that is not there': [404, '/fhir/Patient/1', {}],
    'for an Accept that excludes FHIR': [406, '/fhir/metadata', { headers: { accept: 'text/html' } }],
    'for a body that is too large': [413, evaluate, { method: 'POST', body: `"${'x'.repeat(1 << 21)}"` }],
  })) {
    it(`is valid ${name}`, async () => {
      const got = await service.ask(path, options);
      assert.equal(got.status, status, got.text);
      assert.equal(got.json.resourceType, 'OperationOutcome');
      valid(got.json);
    });
  }
});
