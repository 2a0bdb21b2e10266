// SPDX-License-Identifier: Apache-2.0
// One evaluation whole: facts, decision, the rules' texts of its own release, its proof, and
// what became of it.
import { read, readText, sentence } from './api.js';
import { fill, h, many, timeInWords, words } from './dom.js';
import { fieldsOf, inWords } from './fields.js';
import { save } from './downloads.js';
import { prove } from './proving.js';
import { ruleBody } from './rulecard.js';
import { decisionWhy } from './why.js';

const KEY = 'tendon.log-key';
const FEEDBACK_MAX = 1000; // shown

const valueAt = (whole, path) => path.reduce((at, name) => at?.[name], whole);

function facts(assessment, fields) {
  const known = fields.filter((field) => valueAt(assessment, field.path) != null);
  return h('section', { class: 'card', 'aria-label': 'Facts' }, h('h2', {}, 'Facts, as received'),
    h('p', { class: 'quiet' }, `${many(known.length, 'fact')} of ${fields.length}; the others were not asked.`),
    h('details', {}, h('summary', {}, 'Show them'),
      h('dl', { class: 'facts' }, known.map((field) => [h('dt', {}, field.title), h('dd', {}, inWords(field, valueAt(assessment, field.path)))]))));
}

function ruleText(one, digest) {
  const details = h('details', { 'data-rule': one.rule }, h('summary', {}, one.title, ' ', h('code', {}, `${one.rule} ${one.version}`)));
  details.addEventListener('toggle', async () => {
    if (!details.open || details.childElementCount > 1) return;
    try {
      details.append(ruleBody(await read(`/v1/rules/${one.rule}?release=${encodeURIComponent(digest)}`)));
    } catch (error) {
      details.append(h('p', { role: 'status' }, sentence(error)));
    }
  });
  return details;
}

async function verify(box, parts) {
  fill(box, h('p', {}, 'Checking …'));
  const { entries: [entry] } = await read(`/v1/log/entries?from=${parts.evaluation.log.entry}&limit=1`);
  const results = await prove({ ...parts, entry });
  const bad = results.find((one) => one.error);
  fill(box, h('p', { class: bad ? 'notice' : '' }, h('strong', {}, bad ? '✗ Not proved' : '✓ Proved in this browser')),
    h('ol', {}, results.map(({ step, error }) => h('li', {}, error ? `✗ ${step}: ${error}` : `✓ ${step}`))));
}

async function proofCard(parts) {
  const served = (await readText('/v1/log/key')).trim();
  const input = h('input', { id: 'log-key', autocomplete: 'off', value: sessionStorage.getItem(KEY) ?? '', 'aria-describedby': 'log-key-says' });
  const box = h('div', { id: 'proof', role: 'status' });
  const run = async () => {
    const own = input.value.trim();
    if (own) sessionStorage.setItem(KEY, own);
    else sessionStorage.removeItem(KEY);
    try {
      await verify(box, { ...parts, key: own || served });
    } catch (error) {
      fill(box, h('p', { class: 'notice' }, sentence(error)));
    }
  };
  run();
  return h('section', { class: 'card', 'aria-label': 'Proof' }, h('h2', {}, 'Its place in the log'), box,
    h('div', { class: 'field' }, h('label', { for: 'log-key' }, 'The log’s public key as you keep it (log.pub)'), input),
    h('p', { class: 'small quiet', id: 'log-key-says' }, `Empty: the key this service names, ${served}. A key kept elsewhere also finds out a service that changed both.`),
    h('div', { class: 'row' }, h('button', { type: 'button', onclick: run }, 'Check again'),
      h('button', { type: 'button', onclick: () => save(`proof-${parts.proof.entry}.json`, 'application/json', JSON.stringify(parts.proof)) }, 'Download the proof')));
}

async function feedbackOn(id) {
  const all = [];
  let after = '';
  do {
    const page = await read(`/v1/evaluations/${id}/feedback${after}`);
    all.push(...page.feedback);
    after = page.next ? `?after=${page.next}` : '';
  } while (after && all.length < FEEDBACK_MAX);
  return { all: all.toSorted((a, b) => (a.at < b.at ? -1 : 1)), whole: !after };
}

function feedbackCard(box, { all, whole }) {
  fill(box, h('h2', {}, 'What became of it'),
    all.map((one) => h('p', {}, h('strong', {}, `${one.outcome} by ${one.by}`), one.user && ` for ${one.user}`,
      ` ${timeInWords(one.at)}: ${one.rule ?? 'a card'} ${one.version ?? ''}`,
      one.reason && `, ${words(one.reason)}`, one.comment && h('span', { class: 'quiet' }, ` “${one.comment}”`))),
    all.length === 0 && h('p', {}, 'No feedback.'),
    !whole && h('p', { class: 'small quiet' }, 'There is more of it; the log has all.'));
}

// Without a proof where another node's log has the entry.
async function whole(id) {
  const path = `/v1/evaluations/${encodeURIComponent(id)}?include=assessment`;
  try {
    return await read(`${path},proof`);
  } catch (error) {
    if (error.status !== 409) throw error;
    return { ...await read(path), elsewhere: sentence(error) };
  }
}

const unproved = (why) => h('section', { class: 'card', 'aria-label': 'Proof' }, h('h2', {}, 'Its place in the log'), h('p', { class: 'notice' }, why));

export async function showEvaluation(box, id) {
  const [parts, schema] = await Promise.all([whole(id), read('/schemas/assessment.schema.json')]);
  const { evaluation, assessment } = parts;
  const fields = fieldsOf(schema);
  const byPointer = new Map(fields.map((field) => [field.pointer, field]));
  const feedback = h('section', { class: 'card', 'aria-label': 'Feedback' }, h('p', {}, 'Looking for feedback …'));
  fill(box, h('p', {}, h('a', { href: '#evaluations' }, 'All evaluations')),
    h('section', { class: 'card', 'aria-label': 'Evaluation' }, h('h2', {}, `Evaluated ${timeInWords(evaluation.evaluated_at)}`),
      h('p', { class: 'small' }, h('code', {}, evaluation.id), ` under release ${evaluation.release.name ?? ''} `, h('code', {}, evaluation.release.digest), `, entry ${evaluation.log.entry}`)),
    parts.elsewhere ? unproved(parts.elsewhere) : await proofCard(parts), facts(assessment, fields),
    h('section', { class: 'card', 'aria-label': 'Decision' }, h('h2', {}, 'Decision'),
      Object.keys(evaluation.decisions).map((name) => decisionWhy(name, evaluation, byPointer, false))),
    h('section', { class: 'card', 'aria-label': 'Rules' }, h('h2', {}, 'The rules, as its release has them'),
      evaluation.recommendations.map((one) => ruleText(one, evaluation.release.digest))),
    feedback);
  feedbackOn(id).then((result) => feedbackCard(feedback, result)).catch((error) => fill(feedback, h('p', {}, sentence(error))));
}
