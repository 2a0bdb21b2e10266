// SPDX-License-Identifier: Apache-2.0
// openapi.json as the running service gives it: linted, complete, and every example sent.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { createConfig, lintFromString } from '@redocly/openapi-core';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { root, Service } from '../cds_hooks/service.js';

let service;
let described;

before(async () => {
  service = await new Service().start();
  described = (await service.ask('/openapi.json')).json;
});

after(() => service.stop());

const operations = () => Object.entries(described.paths).flatMap(([path, item]) =>
  ['get', 'post'].filter((method) => item[method]).map((method) => ({
    path, method, item, operation: item[method],
  })));

// Its rules but four: paths open to all need no security and some have no refusal of their own; the
// schemas say `oneOf` of constants and `required` in a `then` or `not`, which it takes for slips.
const unasked = ['operation-4xx-response', 'security-defined', 'no-illogical-composition-keywords',
  'no-required-schema-properties-undefined'];

test('a public linter finds nothing', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: Object.fromEntries(unasked.map((name) => [name, 'off'])),
  });
  const source = (await service.ask('/openapi.json')).text;
  const problems = await lintFromString({ source, config, absoluteRef: `${service.base}/openapi.json` });
  assert.deepEqual(problems.map((one) => `${one.ruleId}: ${one.message} ${one.location[0]?.pointer}`), []);
});

test('it describes each route of the service, and no other', () => {
  const table = readFileSync(join(root, 'server/api/routes.c'), 'utf8');
  const routes = [...table.matchAll(/\{SRV_(GET|POST), "([^"]+)"/g)]
    .map(([, method, path]) => `${method} ${path.replace('**', '*/*')}`)
    .filter((route) => !/ \/(audit|rules|web)?(\/|$)/.test(route)); // the pages are for people
  const names = operations().map(({ method, path }) =>
    `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '*')}`);
  assert.deepEqual(names.toSorted(), routes.toSorted());
});

// Every $ref to /schemas/... as ajv finds it: the schemas as they are served.
async function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const files = ['assessment', 'decision', 'problem', 'record', 'release'];
  const base = 'http://tendon.invalid';
  for (const name of files) {
    const schema = (await service.ask(`/schemas/${name}.schema.json`)).json;
    ajv.addSchema({ ...schema, $id: `${base}/schemas/${name}.schema.json` });
  }
  ajv.addSchema({ $id: `${base}/openapi.json`, components: described.components });
  return (schema) => ajv.compile({ ...schema, $id: `${base}/${Math.random()}` , ...rebased(schema, base) });
}

function rebased(value, base) {
  if (Array.isArray(value)) return value.map((one) => rebased(one, base));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [
    name,
    name === '$ref' && inner.startsWith('#') ? `${base}/openapi.json${inner}` : rebased(inner, base),
  ]));
}

const resolved = (value) => (value.$ref
  ? value.$ref.slice(2).split('/').reduce((at, name) => at[name], described)
  : value);

// What the path names is what is there: an evaluation just made, the release in force.
function target({ path, item, operation }, there) {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
  let filled = path;
  const query = new URLSearchParams();
  for (const one of parameters) {
    const value = (path.startsWith('/v1/') && there[one.name]) || one.example;
    if (one.in === 'path') filled = filled.replace(`{${one.name}}`, value);
    if (one.in === 'query' && value !== undefined) query.set(one.name, value);
  }
  return filled + (query.size > 0 ? `?${query}` : '');
}

const bodies = (operation) => Object.entries(operation.requestBody?.content ?? {}).flatMap(
  ([type, { example, examples }]) => [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples ?? {}).map(({ value }) => value),
  ].map((body) => ({ type, body: typeof body === 'string' ? body : JSON.stringify(body) })));

async function send(one, there) {
  const asked = bodies(one.operation);
  if (one.method === 'get') asked.push({});
  const answers = [];
  for (const { type, body } of asked) {
    answers.push(await service.ask(target(one, there), {
      method: one.method.toUpperCase(), body, headers: type ? { 'content-type': type } : {},
    }));
  }
  return answers;
}

test('each example is answered as it says', async (t) => {
  const compile = await validator();
  const assessment = JSON.parse(readFileSync(
    join(root, 'schemas/examples/good-cortisone-recreational-52.json'), 'utf8'));
  const { json: made } = await service.post('/v1/evaluations', assessment);
  const there = { id: made.id, digest: made.release.digest, other: made.release.digest };
  let sent = 0;
  for (const one of operations()) {
    await t.test(`${one.method} ${one.path}`, async () => {
      for (const answer of await send(one, there)) {
        sent += 1;
        const said = one.operation.responses[answer.status];
        assert.ok(answer.status < 300, `${answer.status}: ${answer.text}`);
        assert.ok(said, `${answer.status} is not described: ${answer.text}`);
        const { content } = resolved(said);
        const type = answer.headers.get('content-type')?.split(';')[0];
        assert.equal(type ?? null, content ? Object.keys(content)[0] : null);
        if (!/\bjson$/.test(type)) continue; // text; lines of JSON
        assert.ok(answer.json !== undefined, `no JSON: ${answer.text}`);
        const check = compile(content[type].schema);
        assert.ok(check(answer.json), JSON.stringify(check.errors?.slice(0, 3)));
      }
    });
  }
  assert.ok(sent >= operations().length - 4, `${sent} sent`);
});
