// SPDX-License-Identifier: Apache-2.0
// The shapes of CDS Hooks 2.0.1 as JSON Schemas, written from its tables.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { root } from './service.js';

const text = { type: 'string', minLength: 1 };
const url = { type: 'string', pattern: '^https?://' };
const coding = (required) => ({
  type: 'object', required, additionalProperties: false,
  properties: { code: text, system: url, display: text },
});

const action = {
  type: 'object', required: ['type', 'description', 'resource'], additionalProperties: false,
  properties: {
    type: { const: 'create' }, // this service proposes nothing else
    description: text,
    resource: {
      type: 'object', required: ['resourceType', 'status', 'intent'],
      properties: { status: { const: 'draft' }, intent: { const: 'proposal' } },
    },
  },
};

const suggestion = {
  type: 'object', required: ['label', 'uuid', 'actions'], additionalProperties: false,
  properties: { label: text, uuid: text, actions: { type: 'array', minItems: 1, items: action } },
};

const card = {
  type: 'object', required: ['uuid', 'summary', 'indicator', 'source', 'detail', 'links', 'overrideReasons'],
  additionalProperties: false,
  properties: {
    uuid: {
      type: 'string',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    },
    summary: { type: 'string', minLength: 1, maxLength: 139 },
    detail: text,
    indicator: { enum: ['info', 'warning', 'critical'] },
    source: {
      type: 'object', required: ['label'], additionalProperties: false,
      properties: { label: text, url, icon: url, topic: coding(['code', 'system']) },
    },
    suggestions: { type: 'array', minItems: 1, items: suggestion },
    selectionBehavior: { enum: ['at-most-one', 'any'] },
    overrideReasons: { type: 'array', minItems: 1, items: coding(['code', 'system', 'display']) },
    links: {
      type: 'array', minItems: 1,
      items: {
        type: 'object', required: ['label', 'url', 'type'], additionalProperties: false,
        properties: { label: text, url, type: { const: 'absolute' } },
      },
    },
  },
  dependentRequired: { suggestions: ['selectionBehavior'], selectionBehavior: ['suggestions'] },
};

const service = {
  type: 'object', required: ['hook', 'description', 'id'], additionalProperties: false,
  properties: {
    hook: text, title: text, description: text, id: text, usageRequirements: text,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    prefetch: { type: 'object', minProperties: 1, additionalProperties: text },
  },
};

const outcome = {
  type: 'object', required: ['resourceType', 'issue'], additionalProperties: false,
  properties: {
    resourceType: { const: 'OperationOutcome' },
    issue: {
      type: 'array', minItems: 1,
      items: {
        type: 'object', required: ['severity', 'code', 'details'], additionalProperties: false,
        properties: {
          severity: { enum: ['fatal', 'error'] },
          code: text,
          details: { type: 'object', required: ['text'], additionalProperties: false, properties: { text } },
          diagnostics: text,
          expression: { type: 'array', minItems: 1, items: text },
        },
      },
    },
  },
};

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const list = (name, items) => ({
  type: 'object', required: [name], additionalProperties: false,
  properties: { [name]: { type: 'array', items } },
});

const checks = {
  cards: ajv.compile(list('cards', card)),
  services: ajv.compile(list('services', service)),
  outcome: ajv.compile(outcome),
  entry: new Ajv({ allErrors: true, strict: false, validateFormats: false })
    .compile(JSON.parse(readFileSync(join(root, 'schemas/record.schema.json'), 'utf8'))),
};

// What is wrong with a value of that shape; empty: nothing.
export function faults(shape, value) {
  return checks[shape](value) ? [] : checks[shape].errors.map((one) => `${one.instancePath} ${one.message}`);
}

// Places of null, "", [] or {} below a value; `allowed` are pointers that may be empty.
export function empties(value, allowed = [], pointer = '') {
  if (value === null || value === '') return [pointer];
  if (typeof value !== 'object') return [];
  const names = Object.keys(value);
  if (names.length === 0) return allowed.includes(pointer) ? [] : [pointer];
  return names.flatMap((name) => empties(value[name], allowed, `${pointer}/${name}`));
}
