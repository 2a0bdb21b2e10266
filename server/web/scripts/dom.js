// SPDX-License-Identifier: Apache-2.0
// Elements from plain values. Text only ever becomes a text node: nothing that a person or a
// rule says can turn into markup.

// h('p', { class: 'quiet', onclick }, 'text', element, null) -> element
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  set(element, properties);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

function set(element, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
}

export const fill = (element, ...children) => element.replaceChildren(...h('i', {}, ...children).childNodes);

export const one = (selector) => document.querySelector(selector);

// "medical-clearance-first" as people say it
export const words = (code) => String(code).replaceAll('-', ' ').replace(/^gp\b/, 'GP');

export const many = (count, singular, plural = `${singular}s`) =>
  `${count.toLocaleString('en-AU')} ${count === 1 ? singular : plural}`;

const day = new Intl.DateTimeFormat('en-AU', { dateStyle: 'full', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-AU', { dateStyle: 'medium', timeStyle: 'short' });

// "2026-07-20" -> "Monday 20 July 2026"; what is no day stays as it is
export const dayInWords = (text) => (Number.isNaN(Date.parse(text)) ? String(text) : day.format(new Date(text)));
export const timeInWords = (text) => (text.length === 10 || Number.isNaN(Date.parse(text)) ? dayInWords(text) : moment.format(new Date(text)));
