// SPDX-License-Identifier: Apache-2.0
// The catalogue: all rules, found and read, printed for sign-off, linked for ever.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Service, browse, open, picture } from './service.js';
import { fitsAcross, isAccessible, quiet, tabTo } from './ways.js';

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

test('every rule is there, under its decision and answer, and is found by its words', async () => {
  const { decisions, rules } = await (await fetch(`${service.base}/v1/rules`)).json();
  const page = await open(browser, service.base, '/rules');
  await page.waitForSelector('#search');
  assert.deepEqual((await page.locator('details[id]').evaluateAll((all) => all.map((one) => one.id))).toSorted(), rules.map((one) => one.id).toSorted());
  assert.equal(decisions.length, 10);
  for (const { decision, question, answers } of decisions) {
    const box = page.locator(`section[data-decision="${decision}"]`);
    assert.ok((await box.textContent()).includes(question));
    assert.equal(await box.locator('.answer').count(), answers.length);
  }
  assert.match(await page.locator('section[data-decision="referral"]').textContent(), /none given by no rule“No red flag among those asked”/);
  await page.fill('#search', 'cortisone forty OR');
  assert.match(await page.locator('#found').textContent(), /^0 of/);
  await page.fill('#search', 'recreational-over-40');
  assert.match(await page.locator('#found').textContent(), /^1 of/);
  assert.equal(await page.locator('.answer:visible').count(), 1, 'only where something was found');
  const rule = page.locator('details[id="cortisone/recreational-over-40"]');
  await rule.locator('summary').click();
  await rule.getByText('Owner').first().waitFor(); // it is told once it is open
  for (const part of ['age is at least 40 years', 'Evidence', 'Owner', 'History', 'tests']) assert.ok((await rule.textContent()).includes(part), part);
  await isAccessible(page, 'rules-found');
  quiet(page);
  await page.context().close();
});

test('a permanent link leads to that version of the rule, or says that there is none', async () => {
  const page = await open(browser, service.base, '/rules/cortisone/recreational-over-40@1.0.0', { expects: ['404'] });
  for (const path of ['@1.0.0', '?version=1.0.0', '']) {
    await page.goto(`${service.base}/rules/cortisone/recreational-over-40${path}`);
    await page.waitForSelector('article');
    assert.match(await page.locator('article').textContent(), /Strong advice against cortisone.*version 1\.0\.0/s);
  }
  await isAccessible(page, 'rule');
  await page.goto(`${service.base}/rules/cortisone/recreational-over-40@7.0.0`);
  await page.waitForSelector('text=No release that was active has this version');
  quiet(page);
  await page.context().close();
});

test('by the keyboard alone a rule is found, opened and linked', async () => {
  const page = await open(browser, service.base, '/rules', { colorScheme: 'dark' });
  await page.waitForSelector('#search');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'To the rules');
  await page.keyboard.press('Enter');
  await tabTo(page, '#search');
  await page.keyboard.type('recreational-over-40');
  await tabTo(page, 'details[id="cortisone/recreational-over-40"] > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.rule dd a[href="/rules/cortisone/recreational-over-40@1.0.0"]');
  await isAccessible(page, 'rules-keyboard-dark');
  await page.keyboard.press('Enter');
  await page.waitForSelector('article h1');
  quiet(page);
  await page.context().close();
});

test('overdue reviews stand out', async () => {
  const page = await open(browser, service.base, null);
  await page.clock.setFixedTime(new Date('2028-06-01T10:00:00'));
  await page.goto(`${service.base}/rules`);
  await page.waitForSelector('#search');
  assert.match(await page.locator('.notice').textContent(), /reviews overdue/);
  await page.check('#overdue');
  assert.match(await page.locator('details[id]:not([hidden]) summary').first().textContent(), /review overdue since 2027/);
  await isAccessible(page, 'rules-overdue');
  await page.context().close();
});

test('printed, each rule shown is whole, with room to sign', async () => {
  const page = await open(browser, service.base, '/rules', { width: 800 });
  await page.waitForSelector('#search');
  await page.fill('#search', 'recreational-over-40');
  await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'rules-print');
  const paper = await page.locator('main').innerText();
  for (const part of ['Coombes', 'Sign-off', 'Signature']) assert.ok(paper.includes(part), part);
  assert.doesNotMatch(paper, /Search titles/);
  await page.context().close();
});

for (const [name, options] of [['360', { width: 360, height: 740 }], ['dark', { colorScheme: 'dark' }]]) {
  test(`it is accessible and fits: ${name}`, async () => {
    const page = await open(browser, service.base, '/rules', options);
    await page.waitForSelector('#search');
    await page.fill('#search', 'fever');
    await page.locator('details[id]:not([hidden]) summary').first().click();
    await fitsAcross(page);
    await isAccessible(page, `rules-${name}`);
    quiet(page);
    await page.context().close();
  });
}
