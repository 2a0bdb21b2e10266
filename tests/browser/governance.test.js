// SPDX-License-Identifier: Apache-2.0
// An auditor's whole way at a governed service, by the keyboard alone: who changed what, when, why
// and with whose leave; the change that moved a threshold; whom it concerns; and the proof.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Governed } from './governed.js';
import { browse, open, stopAll } from './service.js';
import { example, fitsAcross, isAccessible, quiet, tabTo } from './ways.js';

const CORTISONE = 'cortisone/recreational-over-40';
const REASON = 'Fewer ambulances';
let clinic;
let browser;
let first;
let emergency;
const digests = [];

async function release(reason, ...more) {
  const digest = clinic.propose(reason);
  clinic.approve(digest, 'Talked through on Monday');
  await clinic.activate(digest, 'Agreed', ...more);
  digests.push(digest);
}

const revise = (path, what) => clinic.edit(`${path}.lua`, ['version  = "1.0.0"', 'version  = "1.1.0"'],
  ['history   = {', `history   = { { "1.1.0", "2026-11-23", "${what}" },`]);

async function moveCortisone() {
  revise(CORTISONE, 'From 38.');
  clinic.edit(`${CORTISONE}.lua`, ['at_least(40)', 'at_least(38)']);
  clinic.edit(`${CORTISONE}.test.lua`, ['"40" { patient = { age_years = 40 }', '"38" { patient = { age_years = 38 }'],
    ['39 is', '37 is'], ['age_years = 39', 'age_years = 37']);
  await release('The line moves from 40 to 38');
}

async function loseEmergencies() {
  revise('referral/aneurysm', 'From 65.');
  clinic.edit('findings/heart-and-vessels.lua', ['from 60 on', 'from 65 on'], ['at_least(60)', 'at_least(65)']);
  for (const one of ['referral', 'imaging']) clinic.edit(`${one}/aneurysm.test.lua`, ['60', '65'], ['59', '64']);
  clinic.edit('imaging/asked-now.test.lua', ['60, sudden', '65, sudden'], ['age_years = 60', 'age_years = 65']);
  await release(REASON, '--accept-lost-emergencies', 'The doctors carry it');
}

before(async () => {
  clinic = await Governed.start();
  browser = await browse();
  await release('As the clinic works today');
  const assessment = example('good-cortisone-recreational-52');
  first = await clinic.service.evaluate({ ...assessment, patient: { ...assessment.patient, age_years: 39 } }, 'token-of-anna');
  emergency = await clinic.service.evaluate({ patient: { age_years: 62, sex: 'male' }, complaint: { sites: ['low-back'], onset: 'sudden' },
    screening: { faint_or_breathless: 'last-3-days' } }, 'token-of-anna');
  await moveCortisone();
  await loseEmergencies();
  await clinic.activate(digests[1], 'Back: the doctors thought again');
  clinic.edit('cortisone/recreational-over-40.lua', ['at_least(38)', 'at_least(37)'], ['version  = "1.1.0"', 'version  = "1.2.0"'],
    ['history   = {', 'history   = { { "1.2.0", "2026-11-24", "From 37." },']);
  clinic.edit(`${CORTISONE}.test.lua`, ['"38" { patient = { age_years = 38 }', '"37" { patient = { age_years = 37 }'], ['37 is', '36 is'], ['{ age_years = 37 }, expect = silent', '{ age_years = 36 }, expect = silent']);
  digests.push(clinic.propose('Lower still'));
});
after(async () => {
  await browser.close();
  await clinic.stop();
  await stopAll();
});

async function signedIn(path, options, base = clinic.service.base) {
  const page = await open(browser, base, path, { expects: ['401'], ...options });
  await page.waitForSelector('#token');
  await page.keyboard.type('token-of-olga');
  await page.keyboard.press('Enter');
  return page;
}

test('find the change that moved a threshold, whom it concerns, and verify the proof', async () => {
  const page = await signedIn('/audit');
  await page.waitForSelector('.release');
  const [proposed, lost, moved, oldest] = await page.locator('.release').allTextContents();
  assert.match(proposed, /proposed.*Proposed by ann .*: Lower still.*Approved by nobody/s);
  assert.doesNotMatch(proposed, /ctive from/);
  assert.match(lost, /retired.*Active from .* to .*Proposed by ann .*: Fewer ambulances.*Approved by bob .*: Talked through.*Activated by cleo .*Lost emergencies accepted: The doctors carry it/s);
  assert.match(moved, /active.*Active from .* to .*Active from .* until now.*The line moves from 40 to 38.*Activated by cleo.*Agreed.*Back: the doctors thought again/s);
  assert.match(oldest, /retired.*Active from .* to .*As the clinic works today/s);
  assert.doesNotMatch(moved + oldest, /not signed|Approved by nobody/);
  await isAccessible(page, 'governed-time-line');

  const name = (await page.locator(`.release[data-digest="${digests[1]}"] h3`).textContent()).split(' ')[0];
  await tabTo(page, `button:has-text("What ${name} changes")`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.chart');
  assert.match(await page.locator(`.change[data-id="${CORTISONE}"]`).textContent(), /may change advice threshold moved: age is at least 40 years -> at least 38 years/);
  assert.match(await page.locator('#compared').textContent(), /Decisions that may come out otherwise: cortisone\..*2 of 2 recorded assessments/s);
  assert.deepEqual(await page.locator('#compared .change [class~="open"]').count(), 1, 'one edit of all may change advice');
  const concerned = page.locator(`#compared tbody a[href="#evaluation/${first.id}"]`);
  assert.equal(await concerned.count(), 1);
  await tabTo(page, `#compared tbody a[href="#evaluation/${first.id}"]`);
  await page.keyboard.press('Enter');

  await page.waitForSelector('text=✓ Proved in this browser');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content', 'the new part has the focus');
  assert.match(await page.locator('section[aria-label="Evaluation"]').textContent(), new RegExp(digests[0]), 'of its own release');
  assert.equal(await page.locator('#proof li:has-text("✓")').count(), 5);
  assert.equal(await page.locator(`details[data-rule="${CORTISONE}"]`).count(), 0, 'at 39 the rule was silent then');
  quiet(page);
  await page.context().close();
});

test('a lost emergency stands out, by name', async () => {
  const page = await signedIn('/audit', { width: 360, height: 740, colorScheme: 'dark' });
  await page.waitForSelector('.release');
  await page.locator('#before').selectOption(digests[1]);
  await page.locator('#after').selectOption(digests[2]);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForSelector('.chart');
  assert.match(await page.locator('#compared .notice').textContent(), /1 emergency is lost/);
  assert.match(await page.locator('.chart').getAttribute('aria-label'), /Emergencies lost: 1;/);
  assert.equal(await page.locator('.chart .bad').first().getAttribute('width'), '100%');
  assert.equal(await page.locator('.change').first().getAttribute('data-id'), 'aneurysm', 'what may change advice comes first');
  await fitsAcross(page);
  await isAccessible(page, 'governed-lost-360-dark');
  await page.locator('#compared .notice a').click();
  await page.waitForSelector('text=✓ Proved in this browser');
  assert.match(await page.locator('section[aria-label="Evaluation"]').textContent(), new RegExp(emergency.id));
  quiet(page);
  await page.context().close();
});

test('any two can be compared, either way round', async () => {
  const page = await signedIn('/audit');
  await page.waitForSelector('.release');
  for (const [from, to, says] of [[0, 3, /at least 40 years -> at least 37 years/], [3, 1, /at least 37 years -> at least 38 years/], [1, 1, /do not differ/]]) {
    await page.locator('#before').selectOption(digests[from]);
    await page.locator('#after').selectOption(digests[to]);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#compared').textContent), says.source);
    await page.waitForSelector('.chart');
  }
  quiet(page);
  await page.context().close();
});

test('a permanent link leads to the words of each version, the newest among them', async () => {
  const page = await open(browser, clinic.service.base, null, { expects: ['404'] });
  for (const [version, says] of [['1.0.0', /at least 40 years/], ['1.1.0', /at least 38 years.*From 38/s]]) {
    await page.goto(`${clinic.service.base}/rules/${CORTISONE}@${version}`);
    await page.waitForSelector('article');
    assert.match(await page.locator('article').textContent(), says);
  }
  quiet(page);
  await page.context().close();
});

test('before any release is active each page says so, and offers nothing that cannot be done', async () => {
  const bare = await Governed.start();
  const page = await open(browser, bare.service.base, '/', { expects: ['503', '401'] });
  await page.waitForSelector('text=No release of rules is active');
  assert.deepEqual(await page.locator('main button:enabled').count(), 0);
  await page.goto(`${bare.service.base}/rules`);
  await page.waitForSelector('text=No release of rules is active');
  const desk = await signedIn('/audit', {}, bare.service.base);
  await desk.waitForSelector('text=No release was proposed yet');
  assert.equal(await desk.locator('main button').count(), 0);
  await isAccessible(desk, 'governed-bare');
  quiet(page);
  quiet(desk);
  await page.context().close();
  await desk.context().close();
  await bare.stop();
});
