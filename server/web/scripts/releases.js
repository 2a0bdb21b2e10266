// SPDX-License-Identifier: Apache-2.0
// The releases as a time line: who, when, why, approved by whom, active from when to when; and
// any two of them compared.
import { read, sentence } from './api.js';
import { fill, h, timeInWords } from './dom.js';
import { difference, impact } from './difference.js';

const startOf = (activation) => (activation.from && activation.from > activation.at ? activation.from : activation.at);

// [{ digest, from, to }] in order; the last has no `to`.
export function periods(releases) {
  const starts = releases.flatMap((one) => one.activations.map((step) => ({ digest: one.digest, from: startOf(step) })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return starts.map((one, i) => ({ ...one, to: starts[i + 1]?.from }));
}

const begun = (period) => Date.parse(period.from) <= Date.now();

function periodInWords({ from, to }) {
  if (!begun({ from })) return `To be active from ${timeInWords(from)}`;
  return `Active from ${timeInWords(from)} ${to ? `to ${timeInWords(to)}` : 'until now'}`;
}

// The release that was in force before this one first was, or is now, if it never was.
function before(digest, line) {
  const first = line.findIndex((one) => one.digest === digest);
  return first < 0 ? line.findLast(begun)?.digest : line[first - 1]?.digest;
}

const step = (verb, one) => h('li', {}, h('strong', {}, `${verb} by ${one.by}`), ` ${timeInWords(one.at)}: ${one.reason}`,
  ' ', !one.signed && h('span', { class: 'tag open' }, 'not signed'),
  one.accepted_lost_emergencies && h('p', { class: 'notice' }, `Lost emergencies accepted: ${one.accepted_lost_emergencies}`));

function release(one, times, whatChanged) {
  return h('li', { class: 'release', 'data-digest': one.digest },
    h('h3', {}, one.name, ' ', h('span', { class: `tag ${one.state === 'active' ? 'good' : ''}` }, one.state)),
    times.map((period) => h('p', {}, periodInWords(period))),
    h('ul', {}, step('Proposed', one.proposed), one.approvals.map((each) => step('Approved', each)), one.activations.map((each) => step('Activated', each))),
    one.approvals.length === 0 && h('p', { class: 'small quiet' }, 'Approved by nobody.'),
    h('p', { class: 'small' }, h('code', {}, one.digest)),
    whatChanged && h('button', { type: 'button', onclick: whatChanged }, `What ${one.name} changes`));
}

const pick = (id, label, releases, chosen) => h('div', { class: 'field' }, h('label', { for: id }, label),
  h('select', { id }, releases.map((one) => h('option', { value: one.digest, selected: one.digest === chosen }, `${one.name} (${one.state}) ${one.digest.slice(7, 15)}`))));

async function compare(into, from, to) {
  const box = h('div');
  fill(into, box);
  fill(box, h('p', { role: 'status' }, 'Comparing, and deciding what was recorded again …'));
  try {
    const [words, people] = await Promise.all([read(`/v1/releases/${from}/diff/${to}`), read(`/v1/releases/${to}/impact?against=${from}`)]);
    fill(box, h('h3', {}, 'In words'), difference(words), h('h3', {}, 'Whose advice it changes'), impact(people));
  } catch (error) {
    fill(box, h('p', { class: 'notice', role: 'status' }, sentence(error)));
  }
}

export async function showReleases(box) {
  const { releases } = await read('/v1/releases');
  const line = periods(releases);
  const times = Map.groupBy(line, (one) => one.digest);
  const result = h('div', { id: 'compared', tabindex: -1 });
  const [last] = releases;
  const from = pick('before', 'From', releases, before(last?.digest, line) ?? last?.digest);
  const to = pick('after', 'To', releases, last?.digest);
  const run = () => compare(result, from.lastChild.value, to.lastChild.value);
  const form = h('form', { class: 'row', onsubmit: (event) => { event.preventDefault(); run(); } }, from, to, h('button', { class: 'main' }, 'Compare'));
  const whatChanged = ({ digest }) => before(digest, line) && (() => {
    from.lastChild.value = before(digest, line);
    to.lastChild.value = digest;
    run();
    result.focus();
  });
  fill(box, releases.length > 1 && h('section', { class: 'card', 'aria-label': 'Compare two releases' }, h('h2', {}, 'Compare two releases'), form, result),
    h('section', { class: 'card', 'aria-label': 'Time line' }, h('h2', {}, 'Time line'), releases.length === 0 && h('p', {}, 'No release was proposed yet.'),
      h('ol', { class: 'line', reversed: true }, releases.map((one) => release(one, times.get(one.digest) ?? [], whatChanged(one))))));
}
