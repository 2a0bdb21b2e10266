// SPDX-License-Identifier: Apache-2.0
// The next best question, one at a time. It stays until it is left, so that choosing with the
// arrow keys never moves it away under the hand.
import { control } from './controls.js';
import { fill, h, many, words } from './dom.js';

export class NextQuestion {
  #box;
  #draft;
  #fields; // by pointer
  #shown = null;
  #control = null;
  #skipped = new Set();
  #questions = [];

  constructor(box, draft, fields) {
    this.#box = box;
    this.#draft = draft;
    this.#fields = fields;
    draft.addEventListener('change', () => this.#control?.show());
  }

  update(evaluation) {
    const known = evaluation.questions.filter((one) => this.#fields.has(one.pointer));
    this.#questions = known.filter((one) => one.could_change.some(({ decision }) => decision === 'referral' || decision === 'class'));
    if (!this.#shown || !this.#isOpen()) this.#render();
    else this.#count();
  }

  // Answered or not, as long as it is on the screen.
  #isOpen() { return this.#box.contains(document.activeElement) || this.#draft.get(this.#shown) === undefined && this.#questions.some((one) => one.pointer === this.#shown); }

  #first() {
    return this.#questions.find((one) => !this.#skipped.has(one.pointer)) ?? this.#questions[0];
  }

  #sentence() {
    const count = this.#questions.length;
    return count === 0 ? 'No open question changes the answer.'
      : `${count === 1 ? '1 question' : `At most ${many(count, 'question')}`} would settle this`;
  }

  #count() {
    const line = this.#box.querySelector('.left');
    if (line) line.textContent = this.#sentence();
  }

  #render() {
    const first = this.#first();
    this.#shown = first?.pointer ?? null;
    this.#control = first ? control(this.#fields.get(first.pointer), this.#draft) : null;
    if (!first) {
      fill(this.#box, h('p', {}, this.#sentence()));
      return;
    }
    fill(this.#box, h('h2', { class: 'left' }, this.#sentence()), this.#control.element,
      h('p', { class: 'small quiet' }, `Could change: ${first.could_change.map(({ decision }) => words(decision)).join(', ')}.`),
      h('div', { class: 'row' }, h('button', { class: 'main', type: 'button', onclick: () => this.#go() }, 'Next question'),
        h('span', { class: 'small quiet' }, 'Leave it open if it is not known.')));
  }

  #go() {
    if (this.#draft.get(this.#shown) === undefined) this.#skipped.add(this.#shown);
    this.#questions = this.#questions.filter((one) => this.#draft.get(one.pointer) === undefined);
    this.#render();
    if (this.#control) this.#control.focus();
    else this.#box.focus();
  }
}
