// SPDX-License-Identifier: Apache-2.0
// What differs between two releases, in words, and whose advice it changes.
import { h, many, words } from './dom.js';

const GROUPS = [ // as a clinician reads them
  ['emergencies_lost', 'Emergencies lost', 'bad'], ['emergencies_gained', 'Emergencies gained', 'bad'],
  ['referral_changed', 'Other referral changed', 'some'], ['imaging_changed', 'Imaging changed', 'some'],
  ['class_changed', 'Class changed', 'some'], ['step_changed', 'Next step changed', 'some'],
  ['other_changed', 'Other answer changed', 'some'], ['wording_only', 'Wording only', 'none'], ['unchanged', 'Unchanged', 'none'],
];

const edit = (one) => h('li', {}, one.matters && h('span', { class: 'tag open' }, 'may change advice'), ' ', one.says);

function thing(one) {
  return h('article', { class: 'change', 'data-id': one.id },
    h('h4', {}, one.title || one.id, h('span', { class: 'quiet' }, ` ${words(one.concerns)} `), h('code', {}, one.id)),
    h('ul', {}, one.edits.toSorted((a, b) => b.matters - a.matters).map(edit)),
    one.rules.length > 0 && h('p', { class: 'small' }, `Used by ${one.rules.join(', ')}`));
}

const weight = (one) => one.edits.some((each) => each.matters); // what may change advice comes first

export function difference({ changes, decisions }) {
  if (changes.length === 0) return h('p', {}, 'These two do not differ.');
  const touched = decisions.map((one) => words(one.decision)).join(', ');
  return h('div', {},
    h('p', {}, `${many(changes.length, 'thing')} changed. `, touched ? `Decisions that may come out otherwise: ${touched}.` : 'No decision can come out otherwise.'),
    changes.toSorted((a, b) => weight(b) - weight(a)).map(thing));
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat(Infinity));
  return element;
}

const ROW = 46; // px: what it is and how many, and below it a bar

// Bars are as wide as there is room, and letters are never scaled.
function chart(rows) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  const said = rows.map((row) => `${row.label}: ${row.count}`).join('; ');
  return svg('svg', { height: rows.length * ROW, role: 'img', 'aria-label': `Changed decisions by kind. ${said}`, class: 'chart' },
    rows.map((row, i) => [svg('text', { y: i * ROW + 16 }, `${row.label}: ${row.count.toLocaleString('en-AU')}`),
      svg('rect', { y: i * ROW + 23, width: '100%', height: 12, rx: 4, class: 'room' }),
      svg('rect', { y: i * ROW + 23, width: `${(row.count / most) * 100}%`, height: 12, rx: 4, class: row.tone })]));
}

export function impact({ recorded, replayable, groups, emergencies_lost: lost }) {
  const rows = GROUPS.filter(([name]) => name in groups).map(([name, label, tone]) => ({ label, tone, ...groups[name] }));
  const example = (id) => [h('a', { href: `#evaluation/${id}` }, id.slice(-6)), ' '];
  return h('div', {},
    h('p', {}, `${replayable.toLocaleString('en-AU')} of ${many(recorded, 'recorded assessment')} could be decided again under both.`),
    lost.length > 0 && h('p', { class: 'notice' }, h('strong', {}, `${lost.length} ${lost.length === 1 ? 'emergency is' : 'emergencies are'} lost: `), lost.map(example)),
    chart(rows),
    h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Impact as a table' }, h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'What changes'), h('th', { scope: 'col', class: 'number' }, 'Assessments'), h('th', { scope: 'col' }, 'Such as'))),
      h('tbody', {}, rows.map((row) => h('tr', {}, h('td', {}, row.label), h('td', { class: 'number' }, row.count.toLocaleString('en-AU')), h('td', {}, row.examples.map(example))))))));
}
