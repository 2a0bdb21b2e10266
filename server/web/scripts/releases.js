// SPDX-License-Identifier: Apache-2.0
// The releases as a time line: who, when, why, approved by whom, active from when to when; and
// any two of them compared.
import { read } from './api.js';
import { fill, h, timeInWords } from './dom.js';
import { difference, impact } from './difference.js';

const startOf = (activation) => (activation.from && activation.from > activation.at ? activation.from : activation.at);

// [{ digest, from, to }] in order; to is absent for the one that is active.
export function periods(releases) {
  const starts = releases.flatMap((one) => one.activations.map((step) => ({ digest: one.digest, from: startOf(step) })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return starts.map((one, i) => ({ ...one, to: starts[i + 1]?.from }));
}

const step = (verb, one) => h('li', {}, h('strong', {}, `${verb} by ${one.by}`), ` ${timeInWords(one.at)}: ${one.reason}`,
  ' ', !one.signed && h('span', { class: 'tag open' }, 'not signed'),
  one.accepted_lost_emergencies && h('p', { class: 'notice' }, `Lost emergencies accepted: ${one.accepted_lost_emergencies}`));

function release(one, times) {
  return h('li', { class: 'release', 'data-digest': one.digest },
    h('h3', {}, one.name, ' ', h('span', { class: `tag ${one.state === 'active' ? 'good' : ''}` }, one.state)),
    times.map(({ from, to }) => h('p', {}, `Active from ${timeInWords(from)} ${to ? `to ${timeInWords(to)}` : 'until now'}`)),
    h('ul', {}, step('Proposed', one.proposed), one.approvals.map((each) => step('Approved', each)), one.activations.map((each) => step('Activated', each))),
    one.approvals.length === 0 && h('p', { class: 'small quiet' }, 'Approved by nobody.'),
    h('p', { class: 'small' }, h('code', {}, one.digest)));
}

const pick = (id, label, releases, chosen) => h('div', { class: 'field' }, h('label', { for: id }, label),
  h('select', { id }, releases.map((one) => h('option', { value: one.digest, selected: one.digest === chosen }, `${one.name} (${one.state}) ${one.digest.slice(7, 15)}`))));

async function compare(box, before, after) {
  fill(box, h('p', { role: 'status' }, 'Comparing, and deciding what was recorded again …'));
  try {
    const [words, people] = await Promise.all([read(`/v1/releases/${before}/diff/${after}`), read(`/v1/releases/${after}/impact?against=${before}`)]);
    fill(box, h('h3', {}, 'In words'), difference(words), h('h3', {}, 'Whose advice it changes'), impact(people));
  } catch (error) {
    fill(box, h('p', { class: 'notice', role: 'status' }, error.message));
  }
}

export async function showReleases(box) {
  const { releases } = await read('/v1/releases');
  const times = Map.groupBy(periods(releases), (one) => one.digest);
  const result = h('div', { id: 'compared' });
  const form = h('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    compare(result, form.querySelector('#before').value, form.querySelector('#after').value);
  } }, pick('before', 'From', releases, (releases[1] ?? releases[0])?.digest), pick('after', 'To', releases, releases[0]?.digest),
  h('button', { class: 'main' }, 'Compare'));
  fill(box, h('section', { class: 'card', 'aria-label': 'Compare two releases' }, h('h2', {}, 'Compare two releases'), form, result),
    h('section', { class: 'card', 'aria-label': 'Time line' }, h('h2', {}, 'Time line'),
      h('ol', { class: 'line', reversed: true }, releases.map((one) => release(one, times.get(one.digest) ?? [])))));
}
