// SPDX-License-Identifier: Apache-2.0
// The real program on a free port with a data folder of its own, and a real browser to see it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.TENDON ?? join(root, 'build/plain/tendon');
export const pictures = join(root, 'build/browser');
mkdirSync(pictures, { recursive: true });

const running = new Set();

// Those that a failed test left behind, or the file would never end.
export const stopAll = () => Promise.all([...running].map((one) => one.pause()));

export class Service {
  constructor({ options = [], clients = null } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'tendon-browser-'));
    this.data = join(this.folder, 'data');
    this.options = ['--data', this.data, '--workers', '1', ...options];
    if (clients) {
      this.clients = join(this.folder, 'clients.json');
      writeFileSync(this.clients, JSON.stringify({ clients: clients.map((one) => (
        { ...one, token_sha256: createHash('sha256').update(`token-of-${one.name}`).digest('hex') })) }));
      this.options.push('--clients', this.clients);
    }
  }

  async start(listen = '127.0.0.1:0') {
    this.process = spawn(program, ['serve', '--listen', listen, ...this.options], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(this);
    let said = '';
    this.process.stderr.on('data', (text) => { said += text; });
    this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
    for await (const line of createInterface({ input: this.process.stdout })) {
      this.base = line.slice(line.indexOf('http'));
      return this;
    }
    throw new Error(`the program did not start: ${said}`);
  }

  async pause() {
    this.process.kill('SIGTERM');
    await this.ended;
    running.delete(this);
  }

  async stop() {
    await this.pause();
    rmSync(this.folder, { recursive: true });
  }

  async evaluate(assessment, token) {
    const answer = await fetch(`${this.base}/v1/evaluations`, { method: 'POST', body: JSON.stringify(assessment),
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) } });
    return answer.json();
  }
}

export const browse = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// A page that fails the test by anything it complains about, or asks of anybody else.
export async function open(browser, base, path, { width = 1440, height = 900, expects = [], ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  context.setDefaultTimeout(30000); // a machine may be busy
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expects.some((one) => message.text().includes(one))) page.complaints.push(message.text());
  });
  page.on('dialog', (dialog) => { page.complaints.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('blob:')) page.complaints.push(`asks ${request.url()}`);
  });
  if (path) await page.goto(base + path); // else the test goes there when all is prepared
  return page;
}

export const picture = (page, name) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
