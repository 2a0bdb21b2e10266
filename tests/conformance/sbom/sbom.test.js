// SPDX-License-Identifier: Apache-2.0
// The list of parts the build wrote: valid CycloneDX, whole, and with the versions of this machine.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import { root } from '../cds_hooks/service.js';

const build = join(root, 'build/plain');
const parts = JSON.parse(readFileSync(join(build, 'tendon.cdx.json'), 'utf8'));
const published = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
const read = (name) => JSON.parse(readFileSync(join(dirname(published), 'res/schema', name), 'utf8'));

test('it is valid by the schema of CycloneDX 1.5', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('iri-reference', true);
  ajv.addFormat('idn-email', true);
  const schema = read('bom-1.5.SNAPSHOT.schema.json');
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) {
    const { $id, ...named } = read(name); // it is referred to by its file's name
    ajv.addSchema(named, new URL(name, schema.$id).href);
  }
  const valid = ajv.compile(schema);
  assert.ok(valid(parts), JSON.stringify(valid.errors, null, 1));
  assert.ok(!valid({ ...parts, components: [{ type: 'library' }] }), 'a part without a name is valid');
});

const asked = (...words) => spawnSync('dpkg-query', words, { encoding: 'utf8' }).stdout.trim().split('\n');

test('every library the program loads is of a part, in the version that is installed', () => {
  const loads = (file) => execFileSync('ldd', [file], { encoding: 'utf8' }).match(/\/[^ ]+/g);
  const later = join(execFileSync('pkg-config', ['--variable=libdir', 'libpq'], { encoding: 'utf8' }).trim(), 'libpq.so.5');
  const loaded = [...new Set([...loads(join(build, 'tendon')), later, ...loads(later)])];
  const owners = new Map(asked('-S', ...loaded, ...loaded.map((path) => `/usr${path}`))
    .map((line) => [line.split(': ')[1].replace(/^\/usr/, ''), line.split(':')[0]]));
  assert.ok(loaded.length > 10);
  for (const path of loaded) {
    assert.ok(parts.components.some(({ name }) => name === owners.get(path.replace(/^\/usr/, ''))), path);
  }
  const listed = parts.components.map(({ name, version }) => `${name} ${version}`);
  const installed = asked('-W', '-f', '${Package} ${Version}\n', ...parts.components.map(({ name }) => name));
  assert.deepEqual(listed.sort(), installed.sort());
});

test('what is compiled in is listed, and what depends on what is known', () => {
  const refs = new Set(parts.components.map((part) => part['bom-ref']));
  assert.equal(refs.size, parts.components.length);
  assert.ok(parts.components.some(({ name }) => name === 'node-llhttp'));
  for (const { ref, dependsOn } of parts.dependencies) {
    assert.ok(ref === 'tendon' || refs.has(ref), ref);
    for (const one of dependsOn) assert.ok(refs.has(one), one);
  }
  const reached = new Set(['tendon']);
  for (const ref of reached) {
    for (const one of parts.dependencies.find((row) => row.ref === ref).dependsOn) reached.add(one);
  }
  assert.equal(reached.size, refs.size + 1, 'a part is listed that nothing depends on');
});
