// SPDX-License-Identifier: Apache-2.0
// How often advice was shown, followed and overridden, per rule and version.
import { read } from './api.js';
import { fill, h, words } from './dom.js';
import { csv, ndjson, save } from './downloads.js';

const reasons = (one) => Object.entries(one.reasons).map(([code, count]) => `${words(code)} ${count}`).join(', ');

const line = (one) => h('tr', {},
  h('td', {}, h('a', { href: `/rules/${one.rule}@${one.version}` }, `${one.rule} ${one.version}`)),
  [one.shown, one.accepted, one.overridden].map((count) => h('td', { class: 'number' }, count.toLocaleString('en-AU'))), h('td', {}, reasons(one)));

export async function showOverrides(box) {
  const { overrides } = await read('/v1/overrides');
  const rows = overrides.toSorted((a, b) => b.overridden - a.overridden || b.shown - a.shown);
  const asCsv = () => csv(['rule', 'version', 'shown', 'accepted', 'overridden', 'reasons'],
    rows.map((one) => [one.rule, one.version, one.shown, one.accepted, one.overridden, reasons(one)]));
  fill(box, h('section', { class: 'card', 'aria-label': 'Overrides' }, h('h2', {}, 'Advice shown, followed, overridden'),
    h('div', { class: 'row' }, h('button', { type: 'button', onclick: () => save('overrides.csv', 'text/csv', asCsv()) }, 'Download CSV'),
      h('button', { type: 'button', onclick: () => save('overrides.ndjson', 'application/x-ndjson', ndjson(rows)) }, 'Download NDJSON')),
    rows.length === 0 ? h('p', {}, 'No advice was recorded yet.') : h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Overrides as a table' }, h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Rule'), ['Shown', 'Accepted', 'Overridden'].map((text) => h('th', { scope: 'col', class: 'number' }, text)), h('th', { scope: 'col' }, 'Reasons'))),
      h('tbody', {}, rows.map(line))))));
}
