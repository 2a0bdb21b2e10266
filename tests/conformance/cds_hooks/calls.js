// SPDX-License-Identifier: Apache-2.0
// Calls as a client system makes them: a person, an order, and what is known.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './service.js';

export const patient = (more = {}) => ({
  resourceType: 'Patient', id: 'p-1', gender: 'male', birthDate: '1974-05-05', ...more,
});

const answerOf = (value) => {
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
  return { valueCoding: { code: value } };
};

// An assessment as the answers to our questionnaire; an empty list is the answer "none".
export function response(assessment) {
  const item = [];
  const walk = (value, pointer) => {
    if (Array.isArray(value)) {
      const codes = value.length ? value : ['none'];
      item.push({ linkId: pointer, answer: codes.map(answerOf) });
    } else if (typeof value === 'object') {
      for (const name of Object.keys(value)) walk(value[name], `${pointer}/${name}`);
    } else {
      item.push({ linkId: pointer, answer: [answerOf(value)] });
    }
  };
  for (const group of Object.keys(assessment)) {
    if (typeof assessment[group] === 'object') walk(assessment[group], `/${group}`);
  }
  return {
    resourceType: 'QuestionnaireResponse', status: 'completed', authored: '2026-11-22T09:00:00Z',
    subject: { reference: 'Patient/p-1' }, item,
  };
}

export const bundle = (...resources) => ({
  resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })),
});

export const order = (text, more = {}) => ({
  resourceType: 'ServiceRequest', id: 'order-1', status: 'draft', intent: 'order',
  subject: { reference: 'Patient/p-1' }, code: { text }, ...more,
});

export const medication = (text, more = {}) => ({
  resourceType: 'MedicationRequest', id: 'order-1', status: 'draft', intent: 'order',
  subject: { reference: 'Patient/p-1' }, medicationCodeableConcept: { text }, ...more,
});

// A call of one hook; `orders` are the draft orders, all of them selected.
export function call(hook, { orders = [], prefetch = {}, context = {}, ...more } = {}) {
  const draftOrders = bundle(...orders);
  return {
    hook,
    hookInstance: randomUUID(),
    context: {
      userId: 'Practitioner/dr-1',
      patientId: 'p-1',
      ...(hook === 'patient-view' ? {} : { draftOrders }),
      ...(hook === 'order-select'
        ? { selections: orders.map((one) => `${one.resourceType}/${one.id}`) } : {}),
      ...context,
    },
    prefetch: { patient: patient(), ...prefetch },
    ...more,
  };
}

// A runner with a usual story and no red flag.
export const usual = () => JSON.parse(
  readFileSync(join(root, 'schemas/examples/good-cortisone-recreational-52.json'), 'utf8'),
);

// The same person's answers, with some of them changed, as what is prefetched.
export function told(changes = {}) {
  const { assessed_on, treatment, ...known } = usual();
  known.patient = { ...known.patient };
  delete known.patient.reference;
  for (const group of Object.keys(changes)) known[group] = { ...known[group], ...changes[group] };
  return { response: bundle(response(known)) };
}

export const hooks = ['patient-view', 'order-select', 'order-sign'];

// A call of each hook that is answered with at least one card.
export function speaking(hook) {
  return hook === 'patient-view'
    ? call(hook, { prefetch: told({ screening: { saddle_numbness: true, cauda_equina_days: 2 } }) })
    : call(hook, { orders: [order('MRI pelvis')], prefetch: told() });
}
