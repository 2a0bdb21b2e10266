// SPDX-License-Identifier: Apache-2.0
// The whole form: a section for each of the schema's, how much of it was asked, and its
// questions.
import { control } from './controls.js';
import { h } from './dom.js';
import { sectionsOf } from './fields.js';

export class Form {
  #controls = new Map(); // pointer -> control
  #counts = [];
  #draft;

  constructor(box, draft, fields) {
    this.#draft = draft;
    box.replaceChildren(...sectionsOf(fields).map((section) => this.#section(section)));
    draft.addEventListener('change', ({ detail }) => {
      this.#controls.get(detail).show();
      this.#count();
    });
    this.#count();
  }

  #section({ title, fields }) {
    const count = h('span', { class: 'count' });
    this.#counts.push({ count, fields });
    return h('details', { class: 'card section' },
      h('summary', {}, h('h2', {}, title), count),
      fields.map((field) => {
        const one = control(field, this.#draft);
        one.element.id = `q${field.pointer}`;
        this.#controls.set(field.pointer, one);
        return one.element;
      }));
  }

  #count() {
    for (const { count, fields } of this.#counts) {
      const asked = fields.filter((one) => this.#draft.get(one.pointer) !== undefined).length;
      count.textContent = asked === 0 ? `none of ${fields.length} asked` : `${asked} of ${fields.length} asked`;
    }
  }

  // Opens the question's section and goes there.
  goTo(pointer) {
    const one = this.#controls.get(pointer);
    if (!one) return;
    one.element.closest('details').open = true;
    one.element.scrollIntoView({ block: 'center' });
    one.focus();
  }
}
