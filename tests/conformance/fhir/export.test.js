// SPDX-License-Identifier: Apache-2.0
// The exported log is a valid Bundle: an AuditEvent an entry, a GuidanceResponse an evaluation that
// is still there, and nothing of a comment.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Service } from '../cds_hooks/service.js';
import { examples } from './sent.js';
import { faults } from './validator.js';

const service = new Service();
let bundle;
let evaluations = 0;

before(async () => {
  await service.start();
  let shown;
  for (const [name, assessment] of examples) {
    const got = await service.post('/v1/evaluations', assessment);
    assert.equal(got.status, 201, name);
    evaluations += 1;
    shown ??= got.json.recommendations.length > 0 ? got.json : undefined;
  }
  const gone = await service.post('/v1/evaluations', { patient: { reference: 'canary-51c0', age_years: 40 } });
  assert.equal(gone.status, 201);
  await service.post(`/v1/evaluations/${shown.id}/feedback`, {
    rule: shown.recommendations[0].rule, outcome: 'accepted', comment: 'canary-77ab',
  });
  assert.equal(service.command(['log', 'erase', '--patient', 'canary-51c0', '--reason', 'asked']).status, 0);
  bundle = JSON.parse(service.command(['log', 'export', '--fhir']).stdout);
});

after(() => service.stop());

const of = (type) => bundle.entry.map((one) => one.resource).filter((one) => one.resourceType === type);

describe('log export --fhir', () => {
  it('is a valid Bundle of valid resources', () => {
    assert.deepEqual(faults(bundle), []);
    for (const { resource } of bundle.entry) assert.deepEqual(faults(resource), [], resource.id);
  });

  it('has an event an entry, and a response an evaluation that is still there', () => {
    assert.equal(of('GuidanceResponse').length, evaluations);
    assert.equal(of('AuditEvent').length, service.entries().length);
    assert.deepEqual([...new Set(of('AuditEvent').map((one) => one.entity[0].name))].toSorted(),
      ['activation', 'erasure', 'evaluation', 'feedback', 'release']);
  });

  it('each response is what its event names', () => {
    const named = of('AuditEvent').flatMap((one) => one.entity[0].what?.reference ?? []);
    assert.deepEqual(named.toSorted(), of('GuidanceResponse').map((one) => `urn:uuid:${one.id}`).toSorted());
  });

  it('holds neither a comment nor who was erased', () => {
    assert.ok(!JSON.stringify(bundle).includes('canary'));
  });
});
