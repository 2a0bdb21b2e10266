// SPDX-License-Identifier: Apache-2.0
// Evaluations by id, day, rule, answer or reference, and as files to keep.
import { read, sentence } from './api.js';
import { fill, h, many, one, timeInWords, words } from './dom.js';
import { csv, ndjson, save } from './downloads.js';

const WORDS = [['day', 'Day', 'date', ''], ['rule', 'Rule shown', 'text', 'class/join'],
  ['answer', 'Answer', 'text', 'class:join'], ['reference', 'Reference', 'text', '']];
const ALL_MAX = 100000; // in a file

function query(form, after) {
  const asked = new URLSearchParams();
  for (const [name] of WORDS) if (form.elements[name].value.trim()) asked.set(name, form.elements[name].value.trim());
  if (after) asked.set('after', after);
  return `/v1/evaluations?${asked}`;
}

const row = (it) => h('tr', {},
  h('td', {}, h('a', { href: `#evaluation/${it.id}` }, timeInWords(it.evaluated_at))),
  h('td', {}, it.reference ?? ''), h('td', {}, words(it.answers.referral ?? '')), h('td', {}, words(it.answers.class ?? '')),
  h('td', {}, it.release.name ?? it.release.digest.slice(7, 15)));

function table(found) {
  return h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Evaluations found' }, h('table', {},
    h('thead', {}, h('tr', {}, ['Evaluated', 'Reference', 'Referral', 'Class', 'Release'].map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, found.map(row))));
}

async function every(form, told) {
  const all = [];
  let after = null;
  do {
    const page = await read(query(form, after));
    all.push(...page.evaluations);
    after = page.next ?? null;
    told(all.length);
  } while (after && all.length < ALL_MAX);
  return { all, whole: !after };
}

const asRow = (it, decisions) => [it.id, it.evaluated_at, it.reference, it.release.name, it.release.digest, ...decisions.map((name) => it.answers[name])];

async function keep(form, format, status) {
  const { all, whole } = await every(form, (count) => { status.textContent = `Reading: ${count} …`; });
  const decisions = [...new Set(all.flatMap((it) => Object.keys(it.answers)))];
  if (format === 'csv') save('evaluations.csv', 'text/csv', csv(['id', 'evaluated_at', 'reference', 'release', 'digest', ...decisions], all.map((it) => asRow(it, decisions))));
  else save('evaluations.ndjson', 'application/x-ndjson', ndjson(all));
  status.textContent = `${whole ? '' : 'The newest '}${many(all.length, 'evaluation')} in the file.`;
}

export async function showEvaluations(box) {
  const found = h('div', { id: 'found' });
  const status = h('p', { class: 'quiet', role: 'status' });
  let shown = [];
  let turn = 0;
  const guard = (run) => async (event) => {
    event?.preventDefault();
    try { await run(); } catch (error) { status.textContent = sentence(error); }
  };
  const find = async (after) => {
    const mine = turn += 1;
    const page = await read(query(form, after));
    if (mine !== turn) return;
    shown = after ? [...shown, ...page.evaluations] : page.evaluations;
    fill(found, shown.length > 0 && table(shown), page.next && h('button', { type: 'button', onclick: guard(() => find(page.next)) }, 'Show more'));
    status.textContent = shown.length === 0 && !page.next ? 'None found.' : `${many(shown.length, 'evaluation')}${page.next ? ' so far' : ''}.`;
  };
  const form = h('form', { class: 'row', onsubmit: guard(() => find()) },
    WORDS.map(([name, label, type, hint]) => h('div', { class: 'field' }, h('label', { for: `by-${name}` }, label), h('input', { id: `by-${name}`, name, type, placeholder: hint || null, autocomplete: 'off' }))),
    h('button', { class: 'main' }, 'Find'));
  const byId = h('form', { class: 'row', onsubmit: (event) => { event.preventDefault(); location.hash = `evaluation/${one('#by-id').value.trim()}`; } },
    h('div', { class: 'field' }, h('label', { for: 'by-id' }, 'Evaluation id'), h('input', { id: 'by-id', autocomplete: 'off', required: true })), h('button', {}, 'Open'));
  fill(box, h('section', { class: 'card', 'aria-label': 'Find evaluations' }, h('h2', {}, 'Find evaluations'), form, byId,
    h('div', { class: 'row' }, ['CSV', 'NDJSON'].map((name) => h('button', { type: 'button', onclick: guard(() => keep(form, name.toLowerCase(), status)) }, `Download ${name}`)), status)),
  h('section', { class: 'card', 'aria-label': 'Found' }, found));
  await find();
}
