// SPDX-License-Identifier: Apache-2.0
// One question as a control. "Not asked" is an answer of its own on the screen, chosen or not,
// never the lack of one. Each has { element, show(value, faultyText), focus() }.
import { h } from './dom.js';

let made = 0;

const absent = (field) => (field.request ? 'Not asked for' : 'Not asked');

function option(type, name, text, kind, onchange) {
  const input = h('input', { type, name, onchange });
  return { input, label: h('label', { class: `option ${kind}` }, input, h('span', {}, text)) };
}

function choices(field, legend, set) {
  const name = `answer-${made += 1}`;
  const values = field.kind === 'yesno'
    ? [{ value: true, title: 'Yes' }, { value: false, title: 'No' }]
    : field.options;
  const all = [...values.map((one) => ({ ...one, ...option('radio', name, one.title, 'answer', () => set(one.value)) })),
    { value: undefined, ...option('radio', name, absent(field), 'unasked', () => set(undefined)) }];
  return {
    element: h('fieldset', {}, legend, h('div', { class: 'options' }, all.map((one) => one.label))),
    show: (value) => all.forEach((one) => { one.input.checked = one.value === value; }),
    focus: () => (all.find((one) => one.input.checked) ?? all[0]).input.focus(),
  };
}

// Ticking none of them is "not asked"; that none applies has a box of its own.
function several(field, legend, set) {
  const name = `answer-${made += 1}`;
  const all = field.options.map((one) => ({ ...one, ...option('checkbox', name, one.title, 'answer', changed) }));
  const none = option('checkbox', name, 'None of these', 'answer', () => set(none.input.checked ? [] : undefined));
  const unasked = option('checkbox', name, absent(field), 'unasked', () => set(undefined));
  function changed() {
    const chosen = all.filter((one) => one.input.checked).map((one) => one.value);
    set(chosen.length > 0 ? chosen : undefined);
  }
  return {
    element: h('fieldset', {}, legend,
      h('div', { class: 'options' }, all.map((one) => one.label), none.label, unasked.label)),
    show: (value) => {
      all.forEach((one) => { one.input.checked = value?.includes(one.value) ?? false; });
      none.input.checked = value?.length === 0;
      unasked.input.checked = value === undefined;
    },
    focus: () => all[0].input.focus(),
  };
}

const readers = {
  number: (field, text) => {
    const number = Number(text.replace(',', '.'));
    const fits = /^[+-]?\d+([.,]\d+)?$/.test(text) && number >= (field.minimum ?? -Infinity)
      && number <= (field.maximum ?? Infinity) && (!field.whole || Number.isInteger(number));
    return fits ? number : undefined;
  },
  date: (field, text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined),
  text: (field, text) => (text.length <= (field.longest ?? Infinity)
    && (!field.pattern || new RegExp(field.pattern, 'u').test(text)) ? text : undefined),
};

function faultOf(field) {
  const range = field.minimum !== undefined ? ` from ${field.minimum} to ${field.maximum}` : '';
  if (field.kind === 'number') return `Enter a ${field.whole ? 'whole ' : ''}number${range}, or leave it empty.`;
  return field.kind === 'date' ? 'Enter a day, or leave it empty.' : 'Use letters, digits and . _ : - only, or leave it empty.';
}

function typed(field, { id, label, hints }, set, setFaulty) {
  const fault = h('p', { class: 'fault', id: `${id}-fault`, hidden: true }, faultOf(field));
  const state = h('span', { class: 'state' });
  const input = h('input', {
    id, type: field.kind === 'date' ? 'date' : 'text', autocomplete: 'off',
    inputmode: field.kind === 'number' ? 'decimal' : null, 'aria-describedby': `${hints} ${id}-fault`.trim(),
    oninput: () => {
      const text = input.value.trim();
      const value = readers[field.kind](field, text);
      if (text === '' && !input.validity.badInput) set(undefined);
      else if (value === undefined) setFaulty(input.value);
      else set(value);
    },
  });
  return {
    element: h('div', { class: 'typed' }, label, h('div', { class: 'row' }, input, field.unit && h('span', {}, field.unit), state), fault),
    show: (value, faulty) => {
      const text = faulty ?? (value === undefined ? '' : String(value));
      const same = field.kind === 'number' && value !== undefined && readers.number(field, input.value.trim()) === value;
      if (input.value !== text && !same && document.activeElement !== input) input.value = text;
      input.setAttribute('aria-invalid', faulty !== undefined);
      fault.hidden = faulty === undefined;
      state.textContent = value === undefined && faulty === undefined ? absent(field) : '';
    },
    focus: () => input.focus(),
  };
}

export function control(field, draft) {
  const id = `field-${made += 1}`;
  const set = (value) => draft.set(field.pointer, value);
  const hints = field.hint || field.examiner ? `${id}-hint` : '';
  const hint = hints && h('span', { class: 'hint', id: hints }, [field.examiner && 'You find out.', field.hint].filter(Boolean).join(' '));
  const ask = [h('span', { class: 'ask' }, field.ask), hint];
  const part = field.kind === 'yesno' || field.kind === 'one' ? choices(field, h('legend', {}, ask), set)
    : field.kind === 'several' ? several(field, h('legend', {}, ask), set)
      : typed(field, { id, label: h('label', { for: id }, ask[0], ' ', ask[1]), hints }, set, (text) => draft.setFaulty(field.pointer, text));
  const element = h('div', { class: 'question', 'data-pointer': field.pointer }, part.element);
  const show = () => {
    const value = draft.get(field.pointer);
    const faulty = draft.faultyText(field.pointer);
    part.show(value, faulty);
    element.dataset.state = faulty !== undefined ? 'faulty' : value === undefined ? 'unasked' : 'answered';
  };
  show();
  return { element, show, focus: part.focus };
}
