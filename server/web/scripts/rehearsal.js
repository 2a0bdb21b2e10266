// SPDX-License-Identifier: Apache-2.0
// Keeps the answer in step with the facts: at most one request is under way, and what changed
// meanwhile is asked about next. An answer to older facts is never told as the present one.
import { Unreachable } from './api.js';

const BLANK_MS = 250; // until then the answer before is dimmed, after it is gone: no flicker, nothing stale
const LATE_MS = 1500;
const AGAIN_MS = 3000;

export class Rehearsal {
  #ask;      // () -> promise of an evaluation of the facts as they are now
  #tell;     // ({ phase: 'asking' | 'blank' | 'late' | 'current' | 'failed', evaluation, error })
  #running = false;
  #wanted = false;
  #timer = 0;
  #last = null;

  constructor(ask, tell) {
    this.#ask = ask;
    this.#tell = tell;
    addEventListener('online', () => this.#timer && this.run());
  }

  async run() {
    this.#wanted = true;
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#running) return;
    this.#running = true;
    while (this.#wanted) {
      this.#wanted = false;
      await this.#once();
    }
    this.#running = false;
  }

  async #once() {
    this.#say('asking');
    const blank = setTimeout(() => this.#say('blank'), BLANK_MS);
    const late = setTimeout(() => this.#say('late'), LATE_MS);
    try {
      const evaluation = await this.#ask();
      if (this.#wanted) return;
      this.#say('current', { evaluation });
      this.#last = evaluation; // only what could be shown
    } catch (error) {
      this.#say('failed', { error });
      if (error instanceof Unreachable || error.status >= 500 || error.status === 429) {
        this.#timer = setTimeout(() => this.run(), AGAIN_MS);
      }
    } finally {
      clearTimeout(blank);
      clearTimeout(late);
    }
  }

  #say(phase, more) {
    this.#tell({ phase, evaluation: this.#last, ...more });
  }
}
