// SPDX-License-Identifier: Apache-2.0
// A service that is away, slow or wants to know who asks: it is said, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Service, browse, open } from './service.js';
import { current, enter, isAccessible, openSections, question, quiet, settled } from './ways.js';

let browser;
before(async () => { browser = await browse(); });
after(() => browser.close());

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
  let flying = 0;
  let most = 0;
  let sent = 0;
  await page.route('**/v1/evaluations?record=false', async (route) => {
    flying += 1;
    sent += 1;
    most = Math.max(most, flying);
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
    await route.continue();
    flying -= 1;
  });
  await enter(page, '/patient/age_years', 30);
  await enter(page, '/patient/sex', 'male');
  await enter(page, '/screening/fever', false);
  await enter(page, '/screening/saddle_numbness', true);
  await page.waitForSelector('#answer[data-phase="late"]');
  assert.match(await page.locator('#answer').textContent(), /No current answer.*slow/s);
  assert.doesNotMatch(await page.locator('#answer').textContent(), /So far/);
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
