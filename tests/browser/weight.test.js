// SPDX-License-Identifier: Apache-2.0
// Each page is light, cached by its ETag, and asks nobody else for anything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Service, browse, open } from './service.js';
import { quiet } from './ways.js';

const BYTES_MAX = 60000;

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

for (const [path, ready] of [['/', '#answer[data-phase="current"]'], ['/rules', '#search'], ['/audit', '.release']]) {
  test(`${path} weighs less than 60 KB, and is not sent twice`, async () => {
    const page = await open(browser, service.base, null);
    const own = [];
    page.on('response', (response) => {
      if (/^\/(web\/.*|audit|rules)?$/.test(new URL(response.url()).pathname)) own.push(response);
    });
    await page.goto(service.base + path);
    await page.waitForSelector(ready);
    const sizes = await Promise.all(own.map(async (one) => [new URL(one.url()).pathname, (await one.body()).length]));
    const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
    console.log(`${path}: ${sum} bytes in ${sizes.length} files`);
    assert.ok(sum < BYTES_MAX, JSON.stringify(sizes));
    const etag = own[0].headers().etag;
    const again = await fetch(service.base + path, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    quiet(page);
    await page.context().close();
  });
}
