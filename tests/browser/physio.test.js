// SPDX-License-Identifier: Apache-2.0
// A physio's whole way: enter, see, record, print; and what must never look alike.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Service, browse, open, picture, pictures } from './service.js';
import { current, enter, example, fitsAcross, flat, isAccessible, openSections, put, question, quiet, settled, tabTo } from './ways.js';

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

const recorded = async (reference) => (await (await fetch(`${service.base}/v1/evaluations?reference=${reference}`)).json()).evaluations;
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;

test('she enters all facts, sees the class and its date, records once, and prints one page', async () => {
  const page = await open(browser, service.base, '/?reference=walk-1');
  await current(page);
  await openSections(page);
  const assessment = example('good-runfit-stage-3');
  for (const [pointer, value] of flat(assessment)) {
    if (pointer !== '/patient/reference') await enter(page, pointer, value);
  }
  await settled(page);
  const answer = page.locator('#answer');
  assert.match(await answer.textContent(), /Settled by what was asked.*Welcome to RunFit, with some exercises changed.*RunFit from Monday,? 20 July 2026/s);
  assert.match(await answer.textContent(), /No red flag among those asked/);
  assert.match(await page.locator('#next').textContent(), /No open question changes the answer/);
  assert.deepEqual(await recorded('walk-1'), [], 'a rehearsal is not recorded');

  await page.click('#record');
  await page.waitForFunction(() => document.querySelector('#kept').textContent.includes('Recorded'));
  const [kept, ...others] = await recorded('walk-1');
  assert.equal(others.length, 0);
  assert.equal(kept.answers.class, 'join-modified');
  assert.match(await page.locator('#kept').textContent(), new RegExp(kept.id));
  assert.ok(await page.locator('#record').isDisabled());
  const sent = await (await fetch(`${service.base}/v1/evaluations/${kept.id}?include=assessment`)).json();
  assert.deepEqual(sent.assessment, { ...assessment, patient: { ...assessment.patient, reference: 'walk-1' } });

  await page.reload();
  await current(page);
  assert.match(await page.locator('#kept').textContent(), new RegExp(`Recorded.*${kept.id}`), 'it is known after a reload');
  await page.waitForFunction(() => document.querySelector('#plan').textContent.includes('000'));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(join(pictures, 'plan.pdf'), pdf);
  assert.equal(pagesOf(pdf), 1);
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'plan');
  const plan = await page.locator('#plan').innerText();
  for (const part of ['Your next step', 'Your class', 'Monday, 20 July 2026', 'When to call', '000', kept.id]) assert.ok(plan.includes(part), part);
  assert.doesNotMatch(plan, /tendinopathy|isometric|provisional|criteria|clinician|\bgrade\b/i, 'no jargon');
  quiet(page);
  await page.context().close();
});

test('a plan stays on one page however much there is to say, and a red flag comes first and alone', async () => {
  const page = await open(browser, service.base, '/');
  const printed = async (name) => {
    await page.waitForFunction(() => document.querySelector('#plan').textContent.includes('When to call'));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    writeFileSync(join(pictures, `plan-${name}.pdf`), pdf);
    assert.equal(pagesOf(pdf), 1, name);
    return page.locator('#plan').evaluate((one) => one.textContent);
  };
  await current(page);
  for (const name of ['good-flare', 'good-typical-runner']) {
    await put(page, example(name));
    assert.match(await printed(name), /Good to know/);
  }
  await put(page, example('good-groin-bone-stress'));
  const urgent = await printed('good-groin-bone-stress');
  assert.match(urgent, /^Your plan.*First of all.*See your GP.*Your next step/s);
  assert.doesNotMatch(urgent, /Good to know|longer than your longest/, 'no advice on running beside a warning');
  await page.route('**/v1/evaluations?record=false', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    json.recommendations = json.recommendations.flatMap((one) => Array(one.decision === 'referral' ? 4 : 1).fill(one));
    await route.fulfill({ response, json });
  });
  await page.reload();
  await current(page);
  assert.ok((await printed('twice-the-longest')).length > 4000);
  quiet(page);
  await page.context().close();
});

test('what becomes of advice is asked once it is recorded, kept once, and seen by the auditor', async () => {
  const page = await open(browser, service.base, '/');
  await put(page, { ...example('good-cortisone-recreational-52'), patient: { ...example('good-cortisone-recreational-52').patient, reference: 'said-1' } });
  assert.equal(await page.locator('.feedback').count(), 0, 'not before');
  await page.click('#record');
  await page.waitForFunction(() => document.querySelector('#kept').textContent.includes('✓ Recorded'));
  const [{ id }] = await recorded('said-1');
  const kept = async () => (await (await fetch(`${service.base}/v1/evaluations/${id}/feedback`)).json()).feedback;
  const advice = (rule) => page.locator('#why article', { has: page.locator(`a[href^="/rules/${rule}@"]`) }).locator('.feedback');
  for (const one of ['cortisone', 'imaging']) await page.locator(`details[data-decision="${one}"] > summary`).click();
  const against = advice('cortisone/recreational-over-40');
  await against.getByRole('button', { name: 'Not followed' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SELECT');
  await against.getByLabel('Why not').selectOption('patient-refuses');
  await against.getByLabel('In your words').fill('<b>Asked twice</b>');
  await isAccessible(page, 'physio-feedback');
  let lost = false; // the answer is, not the feedback
  await page.route('**/feedback', async (route) => {
    if (lost || route.request().method() === 'GET') return route.continue();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  page.complaints.length = 0;
  await against.getByRole('button', { name: 'Keep' }).click();
  await against.locator('text=Not known to be kept').waitFor();
  assert.deepEqual(page.complaints.splice(0).length, 1, 'the lost answer');
  await against.getByRole('button', { name: 'Keep' }).click();
  await against.locator('text=✓ Kept: not followed: The patient declines').waitFor();
  const other = page.locator('details[data-decision="imaging"] .feedback').first();
  await other.getByRole('button', { name: 'Followed', exact: true }).click();
  await other.locator('text=✓ Kept: followed').waitFor();
  const [refused, followed, ...more] = await kept();
  assert.deepEqual(more, []);
  assert.deepEqual([refused.rule, refused.outcome, refused.reason, refused.comment],
    ['cortisone/recreational-over-40', 'overridden', 'patient-refuses', '<b>Asked twice</b>']);
  assert.equal(followed.outcome, 'accepted');
  await page.reload();
  await current(page);
  assert.match(await advice('cortisone/recreational-over-40').textContent(), /✓ Kept: not followed/, 'it is known after a reload');
  await page.goto(`${service.base}/audit#evaluation/${id}`);
  await page.waitForFunction(() => /overridden by local.*patient refuses.*“<b>Asked twice/s.test(document.querySelector('[aria-label="Feedback"]')?.textContent));
  await page.goto(`${service.base}/`);
  await current(page);
  await openSections(page);
  await enter(page, '/patient/age_years', 53);
  await settled(page);
  assert.equal(await page.locator('.feedback').count(), 0, 'other facts were not recorded');
  quiet(page);
  await page.context().close();
});

test('a red flag stands above the answer, and no class is offered beside an emergency', async () => {
  const page = await open(browser, service.base, '/');
  await current(page);
  await openSections(page);
  await enter(page, '/screening/saddle_numbness', true);
  await settled(page);
  const flag = page.locator('.flag.alarm');
  assert.match(await flag.textContent(), /Red flag: Emergency department now/);
  assert.ok((await flag.boundingBox()).y < (await page.locator('.verdict').boundingBox()).y);
  assert.doesNotMatch(await page.locator('#answer').textContent(), /Welcome|Settled/);
  assert.equal(await page.locator('.verdict.final').count(), 0, 'what was suppressed looks like no answer');
  await page.waitForTimeout(900);
  assert.match(await page.locator('#aloud').textContent(), /^Red flag: Emergency department now/, 'it is read aloud');
  await isAccessible(page, 'physio-emergency');
  quiet(page);
  await page.context().close();
});

test('what was not asked is neither no nor yes, and can be taken back', async () => {
  const page = await open(browser, service.base, '/');
  await current(page);
  await openSections(page);
  const box = question(page, '/screening/fever');
  const states = async () => [await box.getAttribute('data-state'), await box.locator('input:checked').evaluate((one) => one.parentElement.textContent)];
  assert.deepEqual(await states(), ['unasked', 'Not asked']);
  const styleOf = (label) => box.getByText(label, { exact: true }).evaluate((one) => { const s = getComputedStyle(one); return [s.borderStyle, s.backgroundColor, s.fontStyle].join(); });
  const unasked = await styleOf('Not asked');
  await enter(page, '/screening/fever', false);
  assert.deepEqual(await states(), ['answered', 'No']);
  assert.notEqual(await styleOf('No'), unasked);
  await box.getByLabel('Not asked').check();
  assert.deepEqual(await states(), ['unasked', 'Not asked']);
  const sites = question(page, '/complaint/sites');
  await sites.getByLabel('Groin').check();
  await sites.getByLabel('None of these').check();
  assert.deepEqual(await sites.locator('input:checked').evaluateAll((all) => all.map((one) => one.parentElement.textContent)), ['None of these']);
  await sites.getByLabel('None of these').uncheck();
  assert.equal(await sites.getAttribute('data-state'), 'unasked');
  quiet(page);
  await page.context().close();
});

test('a provisional answer never looks final', async () => {
  const page = await open(browser, service.base, '/');
  await current(page);
  assert.match(await page.locator('.verdict').textContent(), /Not settled yet.*So far: .*Could still become:.*join/s);
  assert.equal(await page.locator('.verdict.final').count(), 0);
  assert.match(await page.locator('.flag').textContent(), /Red flags not yet excluded/);
  assert.equal(await page.locator('.verdict').evaluate((one) => getComputedStyle(one).borderStyle), 'dashed');
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('#plan').innerText(), /Some questions are still open/);
  await page.emulateMedia({ media: 'screen' });
  await isAccessible(page, 'physio-empty');
  quiet(page);
  await page.context().close();
});

test('every question of the schema is on the page, and the next best one comes first', async () => {
  const page = await open(browser, service.base, '/');
  await current(page);
  const schema = await (await fetch(`${service.base}/schemas/assessment.schema.json`)).json();
  const pointers = Object.entries(schema.properties).flatMap(([group, one]) => (one.properties ? Object.keys(one.properties).map((name) => `/${group}/${name}`) : [`/${group}`]));
  assert.deepEqual((await page.locator('#form .question').evaluateAll((all) => all.map((one) => one.dataset.pointer))).toSorted(), pointers.toSorted());
  const { questions } = await (await fetch(`${service.base}/v1/evaluations?record=false`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"class":{"asks_for":"runfit"}}' })).json();
  assert.equal(await page.locator('#next .question').getAttribute('data-pointer'), questions[0].pointer);
  const count = questions.filter((one) => one.could_change.some((c) => ['class', 'referral'].includes(c.decision))).length;
  assert.match(await page.locator('#next').textContent(), new RegExp(`At most ${count} questions would settle this`));
  await page.locator('#next input').fill('45');
  await settled(page);
  assert.equal(await question(page, questions[0].pointer).locator('input').inputValue(), '45', 'both places show it');
  await page.getByRole('button', { name: 'Next question' }).click();
  assert.notEqual(await page.locator('#next .question').getAttribute('data-pointer'), questions[0].pointer);
  quiet(page);
  await page.context().close();
});

test('each recommendation opens to facts, rule, evidence and what would change it', async () => {
  const page = await open(browser, service.base, '/');
  await put(page, example('good-cortisone-recreational-52'));
  const why = page.locator('details[data-decision="cortisone"]');
  await why.locator('summary').first().click();
  const text = await why.textContent();
  for (const part of ['Because', 'age is at least 40', '52 years', 'Published', 'What would change it', 'No open question']) assert.ok(text.includes(part), part);
  assert.match(await why.locator('a[href^="https://doi.org/10."]').first().getAttribute('href'), /^https:\/\/doi\.org\/10\.\d+/);
  assert.match(await why.locator('a[href^="/rules/cortisone/"]').first().getAttribute('href'), /^\/rules\/cortisone\/[a-z0-9-]+@\d+\.\d+\.\d+$/);
  await isAccessible(page, 'physio-why');
  await put(page, example('good-few-facts'));
  const pattern = page.locator('details[data-decision="pattern"]');
  await pattern.locator('summary').first().click();
  assert.match(await pattern.textContent(), /It could become: .*open questions/s);
  await pattern.locator('summary', { hasText: 'open question' }).click();
  await pattern.locator('a[href^="#q/"]').first().click();
  await page.waitForFunction(() => document.activeElement.closest('#form .question') !== null);
  quiet(page);
  await page.context().close();
});

test('a draft survives a reload, stays in its tab, and never stands in the address', async () => {
  const page = await open(browser, service.base, '/?reference=draft-1');
  await current(page);
  await openSections(page);
  await enter(page, '/patient/age_years', 61);
  await enter(page, '/screening/cancer_history', true);
  await question(page, '/patient/bmi').locator('input').fill('tw');
  await page.reload();
  await current(page);
  await openSections(page);
  assert.equal(await question(page, '/patient/age_years').locator('input').inputValue(), '61');
  assert.equal(await question(page, '/patient/bmi').locator('input').inputValue(), 'tw');
  assert.ok(await question(page, '/screening/cancer_history').getByLabel('Yes').isChecked());
  assert.equal(new URL(page.url()).search, '?reference=draft-1');
  const other = await page.context().newPage();
  await other.goto(`${service.base}/?reference=draft-1`);
  await current(other);
  assert.equal(await question(other, '/patient/age_years').locator('input').inputValue(), '', 'another tab knows nothing');
  await page.goto(`${service.base}/?reference=draft-2`);
  await current(page);
  assert.equal(await question(page, '/patient/age_years').locator('input').inputValue(), '', 'another person has none of it');
  assert.equal(await question(page, '/patient/reference').locator('input').inputValue(), 'draft-2');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, document.cookie]), [0, '']);
  quiet(page);
  await page.context().close();
});

test('a number that is none is marked, not sent, and keeps the assessment from being recorded', async () => {
  const page = await open(browser, service.base, '/?reference=faulty-1');
  await current(page);
  await openSections(page);
  for (const text of ['400', '-1', '4.5', 'forty', '1e2']) {
    await question(page, '/patient/age_years').locator('input').fill(text);
    assert.equal(await question(page, '/patient/age_years').getAttribute('data-state'), 'faulty', text);
  }
  assert.match(await question(page, '/patient/age_years').textContent(), /whole number from 5 to 110/);
  await settled(page);
  await page.click('#record');
  await page.waitForTimeout(300);
  assert.deepEqual(await recorded('faulty-1'), []);
  assert.equal(await page.evaluate(() => document.activeElement.closest('.question')?.dataset.pointer), '/patient/age_years');
  await isAccessible(page, 'physio-faulty');
  quiet(page);
  await page.context().close();
});

test('with the keyboard alone: three states, the next question, the reasons, the record', async () => {
  const page = await open(browser, service.base, '/?reference=keys-1');
  await current(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'To the answer');
  await tabTo(page, '#next input');
  await page.keyboard.type('52');
  await tabTo(page, '#next button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('#next .question') !== null);
  await tabTo(page, '#record');
  await tabTo(page, '#why summary');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#why details').first().evaluate((one) => one.open));
  for (let i = 0; i < 5; i += 1) {
    await tabTo(page, 'details.section:not([open]) > summary');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, '#form [data-pointer="/screening/fever"] input');
  const checked = () => question(page, '/screening/fever').locator('input:checked').evaluate((one) => one.parentElement.textContent);
  assert.equal(await checked(), 'Not asked');
  await page.keyboard.press('ArrowUp');
  assert.equal(await checked(), 'No');
  await page.keyboard.press('ArrowUp');
  assert.equal(await checked(), 'Yes');
  await page.keyboard.press('ArrowUp');
  assert.equal(await checked(), 'Not asked');
  await settled(page);
  await page.focus('#record');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#kept').textContent.includes('Recorded'));
  assert.equal((await recorded('keys-1')).length, 1);
  await tabTo(page, '#anew');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sure[open]');
  await isAccessible(page, 'physio-sure');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#sure[open]').count(), 0);
  assert.match(await page.locator('#kept').textContent(), /✓ Recorded/, 'Escape keeps it');
  await page.keyboard.press('Enter');
  await tabTo(page, '#sure button[value="yes"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#kept')?.textContent.includes('not recorded yet'));
  quiet(page);
  await page.context().close();
});

for (const [name, options] of [['360', { width: 360, height: 740 }], ['dark', { colorScheme: 'dark' }], ['1440', {}], ['360-dark', { width: 360, height: 740, colorScheme: 'dark' }]]) {
  test(`it is accessible and fits: ${name}`, async () => {
    const page = await open(browser, service.base, '/', options);
    await current(page);
    for (const one of ['good-runfit-stage-3', 'good-contradictory', 'good-flare']) {
      await put(page, example(one));
      await page.locator('#why summary').first().click();
      await page.locator('details.section > summary').nth(4).click();
      await fitsAcross(page);
      await isAccessible(page, `physio-${name}-${one}`);
    }
    quiet(page);
    await page.context().close();
  });
}

test('a field that is added to the schema shows up by itself', async () => {
  const page = await open(browser, service.base, '/');
  await page.route('**/schemas/assessment.schema.json', async (route) => {
    const response = await route.fetch();
    const schema = await response.json();
    schema.properties.running.properties.shoe_age_weeks = { title: 'Shoe age', type: ['integer', 'null'], minimum: 0, maximum: 500, 'x-ask': 'How old are your shoes?', 'x-unit': 'weeks', 'x-section': 'Shoes' };
    await route.fulfill({ response, json: schema });
  });
  await page.reload();
  await current(page);
  assert.match(await page.locator('details.section', { hasText: 'Shoes' }).textContent(), /How old are your shoes\?.*weeks/s);
  await page.context().close();
});
