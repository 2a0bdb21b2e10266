// SPDX-License-Identifier: Apache-2.0
// What is sent to be evaluated: an assessment as a QuestionnaireResponse, and other resources.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cds_hooks/service.js';

export const evaluate = '/fhir/QuestionnaireResponse/$evaluate';
export const subject = { reference: 'Patient/1' };

export const schema = JSON.parse(readFileSync(join(root, 'schemas/assessment.schema.json')));

export const examples = readdirSync(join(root, 'schemas/examples'))
  .filter((name) => /^good-.*\.json$/.test(name))
  .map((name) => [name, JSON.parse(readFileSync(join(root, 'schemas/examples', name)))]);

// Each leaf of the schema as [pointer, its part of the schema].
export const leaves = Object.entries(schema.properties).flatMap(([name, part]) => (
  part.properties
    ? Object.entries(part.properties).map(([leaf, inside]) => [`/${name}/${leaf}`, inside])
    : [[`/${name}`, part]]));

const typeOf = (part) => [part.type].flat().find((type) => type !== 'null');

function answersOf(part, value) {
  const coding = (code) => ({ valueCoding: { code } });
  switch (typeOf(part)) {
    case 'boolean': return [{ valueBoolean: value }];
    case 'integer': return [{ valueInteger: value }];
    case 'number': return [{ valueDecimal: value }];
    case 'array': return value.length ? value.map(coding) : [coding('none')];
    default:
      if (part.format === 'date') return [{ valueDate: value }];
      return part.oneOf || part.enum ? [coding(value)] : [{ valueString: value }];
  }
}

function item(pointer, part, value) {
  if (value === null) return [];
  if (part.properties) {
    const items = Object.entries(value)
      .flatMap(([name, inside]) => item(`${pointer}/${name}`, part.properties[name], inside));
    return items.length ? [{ linkId: pointer, item: items }] : [];
  }
  return [{ linkId: pointer, answer: answersOf(part, value) }];
}

export const responseOf = (assessment, more = {}) => {
  const items = item('', schema, assessment)[0]?.item;
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    ...(items ? { item: items } : {}),
    ...more,
  };
};

// Without what is null and what is then empty: not asked.
export function asked(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null)
    .map(([name, member]) => [name, asked(member)])
    .filter(([, member]) => typeof member !== 'object' || Array.isArray(member)
      || Object.keys(member).length > 0);
  return Object.fromEntries(kept);
}

export const answer = (linkId, ...answers) => ({ linkId, answer: answers });

export const response = (...items) => ({
  resourceType: 'QuestionnaireResponse', status: 'completed', subject, item: items,
});

export const parameters = (...resources) => ({
  resourceType: 'Parameters',
  parameter: resources.map((resource) => ({ name: resource.resourceType ?? 'x', resource })),
});

export const patient = (more) => ({ resourceType: 'Patient', id: '1', ...more });

export const pain = (value, more = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  subject,
  code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
  ...value,
  ...more,
});

export const condition = (coding, more = {}) => ({
  resourceType: 'Condition', subject, code: { coding: [coding] }, ...more,
});

export const osteoporosis = { system: 'http://snomed.info/sct', code: '64859006' };

export const medication = (text, more = {}) => ({
  resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject,
  medicationCodeableConcept: { text }, ...more,
});
