// SPDX-License-Identifier: Apache-2.0
// An auditor's whole way: find the change that moved a threshold, whose advice it changes, one
// evaluation of before, and the proof that it is as it was recorded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Service, browse, open, program, root } from './service.js';
import { example, fitsAcross, isAccessible, quiet } from './ways.js';

const RULE = 'cortisone/recreational-over-40';
let service;
let browser;
let rules;
let first;

const read = async (path) => (await fetch(service.base + path)).json();

async function moveTheThreshold() {
  const path = join(rules, `${RULE}.lua`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('at_least(40)', 'at_least(35)').replaceAll('1.0.0', '1.1.0'));
  for (let i = 0; i < 100; i += 1) {
    if ((await read('/v1/releases')).releases.length === 2) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  assert.fail('the service does not take the changed rules');
}

before(async () => {
  rules = join(mkdtempSync(join(tmpdir(), 'tendon-rules-')), 'rules');
  cpSync(join(root, 'rules'), rules, { recursive: true });
  service = await new Service({ options: ['--rules', rules] }).start();
  browser = await browse();
  const assessment = example('good-cortisone-recreational-52');
  first = await service.evaluate(assessment);
  await service.evaluate({ ...assessment, patient: { ...assessment.patient, age_years: 37, reference: '=1+1' .replace(/[^A-Za-z0-9]/g, '-') } });
  await fetch(`${service.base}/v1/evaluations/${first.id}/feedback`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ rule: RULE, outcome: 'overridden', reason: 'patient-choice', comment: '<b>Asked for it</b>' }) });
  await moveTheThreshold();
});
after(async () => {
  await browser.close();
  await service.stop();
  rmSync(join(rules, '..'), { recursive: true });
});

test('the time line says who, when and why; two releases are compared in words and in people', async () => {
  const page = await open(browser, service.base, '/audit');
  await page.waitForSelector('.release');
  const [latest, oldest] = await page.locator('.release').allTextContents();
  assert.match(latest, /active.*Active from .* until now.*Proposed by local.*in development.*not signed.*Approved by nobody/s);
  assert.match(oldest, /retired.*Active from .* to /s);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForSelector('.chart');
  const change = page.locator(`.change[data-id="${RULE}"]`);
  assert.match(await change.textContent(), /may change advice threshold moved: age is at least 40 years -> at least 35 years/);
  assert.match(await page.locator('#compared').textContent(), /2 of 2 recorded assessments could be decided again/);
  assert.match(await page.locator('.chart').getAttribute('aria-label'), /Emergencies lost: 0;.*Unchanged: \d/);
  const rows = await page.locator('#compared tbody tr').evaluateAll((all) => all.map((row) => Number(row.children[1].textContent)));
  assert.equal(rows.reduce((sum, count) => sum + count, 0), 2);
  await isAccessible(page, 'audit-compared');
  quiet(page);
  await page.context().close();
});

test('one evaluation is whole, with its own release’s rule text, and its proof holds here', async () => {
  const page = await open(browser, service.base, '/audit#evaluations');
  await page.waitForSelector('#found a');
  await page.fill('#by-rule', RULE);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#found tbody tr').length === 1);
  await page.locator('#found a').click();
  await page.waitForSelector('text=✓ Proved in this browser');
  assert.equal(await page.locator('#proof li').count(), 5);
  const rule = page.locator(`details[data-rule="${RULE}"]`);
  await rule.locator('summary').first().click();
  await rule.locator('.rule').waitFor();
  assert.match(await rule.textContent(), /age is at least 40 years/, 'as it was then');
  assert.match(await page.locator('section[aria-label="Feedback"]').textContent(), /overridden by local.*recreational-over-40.*patient choice.*<b>Asked for it<\/b>/s);
  await page.locator('section[aria-label="Facts"] summary').click();
  assert.match(await page.locator('section[aria-label="Facts"]').textContent(), /Age52 years/);
  await isAccessible(page, 'audit-evaluation');
  quiet(page);
  await page.context().close();
});

// What a service that lies would answer; each lie must be found.
const lies = [
  ['another fact', '/v1/evaluations/', (text) => text.replace('"age_years":52', '"age_years":25'), /facts are not those recorded/],
  ['another decision', '/v1/evaluations/', (text) => text.replace('"answer":"advise-against"', '"answer":"specialist-decision"'), /decision is not the one recorded/],
  ['an edited entry', '/v1/log/entries', (text) => text.replace('recreational-over-40', 'recreational-over-41'), /entry was changed/],
  ['another path', '/v1/evaluations/', (text) => text.replace(/"path":\s*\["[^"]{4}/, (start) => `${start.slice(0, -4)}AAAA`), /path does not lead/],
  ['another root', '/v1/evaluations/', (text) => text.replace(/(tendon\/[^\\]+\\n\d+\\n)..../, '$1AAAA'), /signature does not hold/],
  ['another key', '/v1/log/key', (text) => text.replace(/\+([0-9a-f])/, (all, digit) => `+${digit === '0' ? '1' : '0'}`), /id is another key/],
];
for (const [name, path, lie, found] of lies) {
  test(`a lie is found out: ${name}`, async () => {
    const page = await open(browser, service.base, null);
    let told = false;
    await page.route(`**${path}**`, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      told ||= lie(body) !== body;
      await route.fulfill({ response, body: lie(body) });
    });
    await page.goto(`${service.base}/audit#evaluation/${first.id}`);
    await page.waitForSelector('text=✗ Not proved');
    assert.match(await page.locator('#proof').textContent(), found);
    assert.ok(told);
    quiet(page);
    await page.context().close();
  });
}

test('a key kept elsewhere is what counts, if one is given', async () => {
  const page = await open(browser, service.base, `/audit#evaluation/${first.id}`);
  await page.waitForSelector('text=✓ Proved in this browser');
  await page.fill('#log-key', 'tendon/other+00000000+AQID');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.waitForSelector('text=✗ Not proved');
  await page.fill('#log-key', readFileSync(join(service.data, 'log.pub'), 'utf8'));
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.waitForSelector('text=✓ Proved in this browser');
  quiet(page);
  await page.context().close();
});

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('what was found, and the overrides, can be kept as CSV and NDJSON', async () => {
  const page = await open(browser, service.base, '/audit#evaluations');
  await page.waitForSelector('#found a');
  const { evaluations } = await read('/v1/evaluations');
  const lines = (await download(page, 'Download NDJSON')).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines, evaluations);
  const [head, ...rows] = (await download(page, 'Download CSV')).replace('\uFEFF', '').trim().split('\r\n');
  assert.match(head, /^id,evaluated_at,reference,release,digest,referral,/);
  assert.equal(rows.length, evaluations.length);
  assert.ok(rows.some((row) => row.includes(",'-1-1,")), 'no cell is a formula');
  await page.click('#parts a[href="#overrides"]');
  await page.waitForSelector('tbody tr');
  assert.match(await page.locator('tbody tr').first().textContent(), /recreational-over-40 1\.0\.0\d+01patient choice 1/);
  assert.match(await download(page, 'Download CSV'), /cortisone\/recreational-over-40,1\.0\.0,\d+,0,1,patient choice 1/);
  await isAccessible(page, 'audit-overrides');
  quiet(page);
  await page.context().close();
});

test('evaluations are found by day, rule, answer, reference and id', async () => {
  const page = await open(browser, service.base, '/audit#evaluations');
  await page.waitForSelector('#found a');
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Australia/Melbourne' }).format(); // the clinic's
  for (const [field, value, count] of [['day', day, 2], ['day', '2020-01-01', 0], ['rule', RULE, 1], ['answer', 'cortisone:advise-against', 2],
    ['answer', 'class:join', 0], ['reference', 'tnd-1008', 1]]) {
    await page.fill(`#by-${field}`, value);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.waitForFunction((rows) => document.querySelectorAll('#found tbody tr').length === rows, count);
    await page.fill(`#by-${field}`, '');
  }
  await page.fill('#by-id', first.id);
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=✓ Proved in this browser');
  assert.match(await page.locator('section[aria-label="Evaluation"]').textContent(), new RegExp(first.id));
  quiet(page);
  await page.context().close();
});

test('what was erased is said to be, and why is in the log', async () => {
  const { id } = await service.evaluate({ patient: { reference: 'gone-1', age_years: 30 } });
  execFileSync(program, ['log', 'erase', '--patient', 'gone-1', '--reason', 'asked for it', '--data', service.data], { stdio: 'ignore' });
  const page = await open(browser, service.base, `/audit#evaluation/${id}`, { expects: ['410'] });
  await page.waitForSelector('text=was erased; entry');
  await isAccessible(page, 'audit-erased');
  quiet(page);
  await page.context().close();
});

test('what is not there is said', async () => {
  const page = await open(browser, service.base, '/audit#evaluation/none', { expects: ['404'] });
  await page.waitForSelector('text=This could not be shown');
  quiet(page);
  await page.context().close();
});

for (const [name, options] of [['360', { width: 360, height: 740 }], ['dark', { colorScheme: 'dark' }]]) {
  test(`each part is accessible and fits: ${name}`, async () => {
    const page = await open(browser, service.base, '/audit', options);
    for (const [part, wanted] of [['releases', '.release'], ['evaluations', '#found a'], [`evaluation/${first.id}`, '#proof li'], ['overrides', 'tbody tr']]) {
      await page.goto(`${service.base}/audit#${part}`);
      await page.waitForSelector(wanted);
      await fitsAcross(page);
      await isAccessible(page, `audit-${name}-${part.split('/')[0]}`);
    }
    quiet(page);
    await page.context().close();
  });
}
