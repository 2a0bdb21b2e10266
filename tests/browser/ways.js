// SPDX-License-Identifier: Apache-2.0
// How the tests enter facts, and what they ask of every page they see.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { picture, root } from './service.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const example = (name) => JSON.parse(readFileSync(join(root, `schemas/examples/${name}.json`), 'utf8'));

// [[pointer, value]] of an assessment
export const flat = (value, path = '') => Object.entries(value).flatMap(([name, inner]) => (
  inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? flat(inner, `${path}/${name}`) : [[`${path}/${name}`, inner]]));

export const question = (page, pointer) => page.locator(`#form [data-pointer="${pointer}"]`);

export const current = (page) => page.waitForSelector('#answer[data-phase="current"]');

// After the answer to all that was entered.
export async function settled(page) {
  await page.waitForTimeout(50);
  await current(page);
}

export async function openSections(page) {
  for (const one of await page.locator('details.section > summary').all()) await one.click();
}

// As a person does it: opens, ticks, types.
export async function enter(page, pointer, value) {
  const box = question(page, pointer);
  const tick = (text) => box.getByLabel(text, { exact: true }).check();
  if (typeof value === 'boolean') await tick(value ? 'Yes' : 'No');
  else if (await box.locator('input[type=text], input[type=date]').count() > 0) await box.locator('input').fill(String(value));
  else if (Array.isArray(value) && value.length === 0) await tick('None of these');
  else for (const one of [value].flat()) await tick(await titleOf(page, pointer, one));
}

let schema = null;
async function titleOf(page, pointer, value) {
  schema ??= await page.evaluate(async () => (await fetch('/schemas/assessment.schema.json')).json());
  const field = pointer.slice(1).split('/').reduce((at, name) => at.properties[name], schema);
  return (field.oneOf ?? field.items.oneOf).find((one) => one.const === value).title;
}

// Puts an assessment into this tab, as if it had been entered.
export async function put(page, assessment) {
  const values = Object.fromEntries(flat(assessment));
  await page.evaluate((kept) => sessionStorage.setItem('tendon.draft.', JSON.stringify({ values: kept, faulty: {} })), values);
  await page.reload();
  await settled(page);
}

// By the keyboard alone, to one of those.
export async function tabTo(page, selector) {
  for (let i = 0; i < 300; i += 1) {
    if (await page.locator(selector).evaluateAll((all) => all.includes(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not lead to ${selector}`);
}

// axe's own code needs leave that the pages' policy does not give, so it comes by the debugger.
export async function isAccessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  await picture(page, name);
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')} ${one.nodes[0].failureSummary}`), [], name);
}

export async function fitsAcross(page) {
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert.ok(scroll <= inner, `it is ${scroll} wide on ${inner}`);
}

export const quiet = (page) => assert.deepEqual(page.complaints, []);
