// SPDX-License-Identifier: Apache-2.0
// A service that is away, slow or wants to know who asks: it is said, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Service, browse, open, stopAll } from './service.js';
import { current, enter, isAccessible, openSections, question, quiet, settled } from './ways.js';

let browser;
before(async () => { browser = await browse(); });
after(async () => {
  await browser.close();
  await stopAll();
});

const EXPECTED = ['Failed to load resource', 'net::ERR'];

test('when the service goes away the page says so, shows no old answer as current, and goes on by itself', async () => {
  const service = await new Service().start();
  const page = await open(browser, service.base, '/', { expects: EXPECTED });
  await current(page);
  await openSections(page);
  await enter(page, '/screening/saddle_numbness', true);
  await settled(page);
  await service.pause();
  await enter(page, '/patient/age_years', 44);
  await page.waitForSelector('#answer[data-phase="failed"]');
  const text = await page.locator('#answer').textContent();
  assert.match(text, /No current answer.*can’t be reached.*kept in this tab/s);
  assert.match(text, /Red flag: Emergency department now.*before your last change/s, 'a red flag does not fall silent');
  assert.ok(await page.locator('#print').isDisabled());
  await page.click('#record');
  await page.waitForFunction(() => document.querySelector('#kept').textContent.includes('Not known to be recorded'));
  await isAccessible(page, 'physio-offline');
  await service.start(new URL(service.base).host);
  await current(page);
  assert.equal(await question(page, '/patient/age_years').locator('input').inputValue(), '44');
  await page.click('#record');
  await page.waitForFunction(() => document.querySelector('#kept').textContent.includes('✓ Recorded'));
  quiet(page);
  await page.context().close();
  await service.stop();
});

test('a slow service: one request at a time, the last facts win, and no old answer looks current', async () => {
  const service = await new Service().start();
  const page = await open(browser, service.base, '/');
  await current(page);
  await openSections(page);
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  let flying = 0;
  let most = 0;
  let sent = 0;
  await page.route('**/v1/evaluations?record=false', async (route) => {
    flying += 1;
    sent += 1;
    most = Math.max(most, flying);
    await held;
    await route.continue();
    flying -= 1;
  });
  await enter(page, '/patient/age_years', 30);
  await enter(page, '/patient/sex', 'male');
  await enter(page, '/screening/fever', false);
  await enter(page, '/screening/saddle_numbness', true);
  await page.waitForSelector('#answer[data-phase="late"]');
  assert.match(await page.locator('#answer').textContent(), /No current answer.*slow/s);
  await isAccessible(page, 'physio-slow');
  assert.doesNotMatch(await page.locator('#answer').textContent(), /So far/);
  letGo();
  await current(page);
  assert.match(await page.locator('#answer').textContent(), /Emergency department now/);
  assert.equal(most, 1);
  assert.equal(sent, 2, 'what changed meanwhile is one more request');
  quiet(page);
  await page.context().close();
  await service.stop();
});

test('a token is asked for once a tab, and nobody is let in by a cookie', async () => {
  const service = await new Service({ clients: [{ name: 'anna', role: 'physio' }, { name: 'olga', role: 'auditor' }] }).start();
  const page = await open(browser, service.base, '/', { expects: EXPECTED });
  await page.waitForSelector('dialog[open] #token');
  await isAccessible(page, 'sign-in');
  await page.keyboard.press('Escape');
  await page.fill('#token', 'wrong');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#token-says')?.textContent.includes('not known'));
  await page.fill('#token', 'token-of-anna');
  await page.keyboard.press('Enter');
  await current(page);
  await page.reload();
  await current(page);
  assert.equal(await page.evaluate(() => document.cookie), '');
  await page.goto(`${service.base}/audit`);
  await page.waitForSelector('text=needs the role');
  await page.click('#content >> text=Sign in as somebody else');
  await page.fill('#token', 'token-of-olga');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.release');
  quiet(page);
  await page.context().close();
  await service.stop();
});

test('Escape does not lead past the sign-in, and a token that is taken away is asked for again', async () => {
  const service = await new Service({ clients: [{ name: 'anna', role: 'physio' }] }).start();
  const page = await open(browser, service.base, '/', { expects: EXPECTED });
  await page.waitForSelector('dialog[open] #token');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open] #token');
  await page.fill('#token', 'token-of-anna');
  await page.keyboard.press('Enter');
  await current(page);
  await openSections(page);
  await page.route('**/v1/evaluations?record=false', (route) => (
    route.request().headers().authorization === 'Bearer token-of-anna' ? route.fulfill({ status: 401 }) : route.fallback()));
  await enter(page, '/patient/age_years', 44);
  await page.waitForSelector('dialog[open] #token');
  assert.match(await page.locator('dialog[open]').textContent(), /not known here/);
  await page.unroute('**/v1/evaluations?record=false');
  await page.fill('#token', 'token-of-anna');
  await page.keyboard.press('Enter');
  await current(page);
  assert.equal(await question(page, '/patient/age_years').locator('input').inputValue(), '44');
  quiet(page);
  await page.context().close();
  await service.stop();
});

// What a broken service, or something in front of it, may answer.
const broken = [
  ['half', { status: 200, contentType: 'application/json', body: '{"decisions":{"ref' }, /can’t be read/],
  ['a page', { status: 200, contentType: 'text/html', body: '<script>alert(1)</script>' }, /can’t be read/],
  ['nothing', { status: 200, contentType: 'application/json', body: '' }, /can’t be read/],
  ['another shape', { status: 200, contentType: 'application/json', body: '{}' }, /can’t be understood/],
  ['a list', { status: 200, contentType: 'application/json', body: '[]' }, /can’t be understood/],
  ['busy', { status: 503, contentType: 'application/problem+json', headers: { 'Retry-After': '1' }, body: '{"status":503,"detail":"The record is away."}' }, /The record is away\./],
  ['too many', { status: 429, headers: { 'Retry-After': '1' }, body: 'slow down' }, /answered 429/],
];

test('a broken answer is never shown as one, on any page, and nothing is lost', async () => {
  const service = await new Service().start();
  const page = await open(browser, service.base, '/', { expects: EXPECTED });
  await current(page);
  await openSections(page);
  await enter(page, '/screening/saddle_numbness', true);
  await settled(page);
  let age = 40;
  for (const [name, answer, says] of broken) {
    await page.route('**/v1/evaluations**', (route) => route.fulfill(answer));
    await enter(page, '/patient/age_years', age += 1);
    await page.waitForSelector('#answer[data-phase="failed"]');
    const text = await page.locator('#answer').textContent();
    assert.match(text, says, name);
    assert.match(text, /No current answer.*kept in this tab/s, name);
    assert.match(text, /Red flag: Emergency.*before your last change/s, name);
    await page.click('#record');
    await page.waitForFunction(() => /ot known to be recorded/.test(document.querySelector('#kept').textContent));
    assert.match(await page.locator('#kept').textContent(), says, name);
    assert.equal(await page.evaluate(() => JSON.parse(sessionStorage.getItem('tendon.draft.')).recorded), null, name);
    await page.unroute('**/v1/evaluations**');
    await enter(page, '/patient/age_years', age += 1);
    await current(page);
    assert.match(await page.locator('#answer').textContent(), /Red flag: Emergency department now/, name);
  }
  const pages = [['/', '**/schemas/assessment.schema.json', '#answer'], ['/rules', '**/v1/rules', '#content'], ['/audit', '**/v1/releases', '#content'],
    ['/audit#evaluations', '**/v1/evaluations**', '#content'], ['/audit#overrides', '**/v1/overrides', '#content']];
  for (const [path, asked, place] of pages) {
    for (const [name, answer, says] of broken) {
      await page.route(asked, (route) => route.fulfill(answer));
      await page.goto('about:blank');
      await page.goto(service.base + path);
      await page.waitForFunction((where) => document.querySelector(`${where} .notice`), place);
      assert.match(await page.locator(place).textContent(), says, `${path}: ${name}`);
      await page.unroute(asked);
    }
    await isAccessible(page, `broken-${path.replace(/\W/g, '') || 'physio'}`);
  }
  quiet(page);
  await page.context().close();
  await service.stop();
});

test('no plan goes home without its warning signs, and they are looked for again', async () => {
  const service = await new Service().start();
  const page = await open(browser, service.base, null, { expects: EXPECTED });
  await page.route('**/v1/rules/education/**', (route) => route.abort());
  await page.goto(service.base);
  await current(page);
  assert.ok(await page.locator('#print').isDisabled());
  assert.match(await page.locator('#plan').textContent(), /There is no plan to print/);
  await page.unroute('**/v1/rules/education/**');
  await openSections(page);
  await enter(page, '/patient/age_years', 44);
  await page.waitForFunction(() => document.querySelector('#plan').textContent.includes('call 000'));
  assert.ok(await page.locator('#print').isEnabled());
  quiet(page);
  await page.context().close();
  await service.stop();
});

test('the desk says that the service is away, and shows the part that was asked for last', async () => {
  const service = await new Service().start();
  const page = await open(browser, service.base, '/audit', { expects: EXPECTED });
  await page.waitForSelector('.release');
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route('**/v1/evaluations**', (route) => held.then(() => route.continue()));
  const late = page.waitForResponse('**/v1/evaluations**');
  await page.click('#parts a[href="#evaluations"]');
  await page.waitForSelector('#content [role="status"]:has-text("Loading")');
  await isAccessible(page, 'audit-slow');
  await page.click('#parts a[href="#overrides"]');
  await page.waitForSelector('section[aria-label="Overrides"]');
  letGo();
  await late;
  await page.waitForTimeout(300);
  assert.equal(await page.locator('section[aria-label="Overrides"]').count(), 1, 'what comes late is not shown');
  await service.pause();
  await page.click('#parts a[href="#releases"]');
  await page.waitForSelector('text=can’t be reached');
  await isAccessible(page, 'audit-offline');
  await service.start(new URL(service.base).host);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.release');
  quiet(page);
  await page.context().close();
  await service.stop();
});
