// SPDX-License-Identifier: Apache-2.0
// What has been entered so far, kept by this tab alone: it survives a reload, is gone when the
// tab closes, and never stands in an address. What is not in it was not asked.

export class Draft extends EventTarget {
  #key;
  #values = {};  // pointer -> value
  #faulty = {};  // pointer -> text that is no value yet

  constructor(name, first = {}) {
    super();
    this.#key = `tendon.draft.${name}`;
    const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
    this.#values = kept?.values ?? { ...first };
    this.#faulty = kept?.faulty ?? {};
    this.sending = kept?.sending ?? null; // the idempotency key of what is being recorded
    this.recorded = kept?.recorded ?? null; // { id, evaluated_at, said: { rule: in words } } once these very facts are
  }

  get(pointer) { return this.#values[pointer]; }

  faultyText(pointer) { return this.#faulty[pointer]; }

  get faulty() { return Object.keys(this.#faulty); }

  // undefined: not asked
  set(pointer, value) {
    delete this.#faulty[pointer];
    if (value === undefined) delete this.#values[pointer];
    else this.#values[pointer] = value;
    this.#changed(pointer);
  }

  // Text that does not read as an answer: kept to be mended, and unknown until it is.
  setFaulty(pointer, text) {
    delete this.#values[pointer];
    this.#faulty[pointer] = text;
    this.#changed(pointer);
  }

  #changed(pointer) {
    this.sending = null;
    this.recorded = null;
    this.keep();
    this.dispatchEvent(new CustomEvent('change', { detail: pointer }));
  }

  keep() {
    sessionStorage.setItem(this.#key, JSON.stringify(
      { values: this.#values, faulty: this.#faulty, sending: this.sending, recorded: this.recorded }));
  }

  clear() { sessionStorage.removeItem(this.#key); }

  // The assessment as the service takes it, in the order of the fields.
  assessment(fields) {
    const whole = {};
    for (const { pointer, path } of fields) {
      if (!(pointer in this.#values)) continue;
      const group = path.slice(0, -1).reduce((at, name) => (at[name] ??= {}), whole);
      group[path.at(-1)] = this.#values[pointer];
    }
    return whole;
  }
}
