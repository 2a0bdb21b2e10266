// SPDX-License-Identifier: Apache-2.0
// How soon after its load the physio's page shows its first answer, in a real Chromium: five loads.
// node tests/bench/first_answer.mjs, after `npm ci` in tests/browser
import { Service, browse, open } from '../browser/service.js';
import { current } from '../browser/ways.js';

const service = await new Service().start();
const browser = await browse();
const page = await open(browser, service.base, null);
await page.addInitScript(() => {
  new MutationObserver(() => {
    if (document.querySelector('#answer[data-phase="current"]')) globalThis.answeredAt ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, childList: true });
});
const times = [];
for (let i = 0; i < 5; i += 1) {
  await page.goto(`${service.base}/`);
  await current(page);
  times.push(await page.evaluate(
    () => globalThis.answeredAt - performance.getEntriesByType('navigation')[0].loadEventEnd));
}
console.log(`ms after load: ${times.sort((a, b) => a - b).map(Math.round).join(' ')}`);
await browser.close();
await service.stop();
