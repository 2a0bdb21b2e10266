// SPDX-License-Identifier: Apache-2.0
// From the assessment's schema to the questions a form asks. A field that is added to the
// schema shows up here, and so on the page, by itself.

const typesOf = (schema) => [schema.type].flat().filter((type) => type !== 'null');

const optionsOf = (schema) => (schema.oneOf ?? schema.items?.oneOf ?? [])
  .filter((option) => 'const' in option)
  .map((option) => ({ value: option.const, title: option.title ?? String(option.const) }));

function kindOf(schema) {
  const [type] = typesOf(schema);
  if (type === 'boolean') return 'yesno';
  if (type === 'array') return 'several';
  if (type === 'integer' || type === 'number') return 'number';
  if (optionsOf(schema).length > 0) return 'one';
  return schema.format === 'date' ? 'date' : 'text';
}

function field(path, schema) {
  return {
    pointer: `/${path.join('/')}`,
    path,
    kind: kindOf(schema),
    title: schema.title ?? path.at(-1),
    ask: schema['x-ask'] ?? schema.title ?? path.at(-1),
    hint: schema.description,
    section: schema['x-section'] ?? 'More',
    examiner: schema['x-asked-of'] === 'examiner',
    request: schema['x-request'] === true, // its absence says something; no other's does
    unit: schema['x-unit'],
    whole: typesOf(schema)[0] === 'integer',
    minimum: schema.minimum,
    maximum: schema.maximum,
    pattern: schema.pattern,
    longest: schema.maxLength,
    options: optionsOf(schema),
  };
}

// Every field, in the schema's order, whatever the depth of its groups.
export function fieldsOf(schema, path = []) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => (inner.properties
    ? fieldsOf(inner, [...path, name])
    : [field([...path, name], inner)]));
}

// [{ title, fields }], in the order in which each section first comes up.
export function sectionsOf(fields) {
  return [...Map.groupBy(fields, (one) => one.section)].map(([title, inside]) => ({ title, fields: inside }));
}

// A value in the field's own words: "Sit bone, buttock", "52 years", "No".
export function inWords(field, value) {
  if (field === undefined) return Array.isArray(value) ? value.join(', ') : String(value);
  const title = (one) => field.options.find((option) => option.value === one)?.title ?? String(one);
  if (value === undefined || value === null) return 'Not asked';
  if (field.kind === 'yesno') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.length === 0 ? 'None of them' : value.map(title).join(', ');
  return field.unit ? `${title(value)} ${field.unit}` : title(value);
}
