// SPDX-License-Identifier: Apache-2.0
// Why something is advised: the facts that led to it, the rule, what is published, and what
// would change it.
import { h, many, words } from './dom.js';
import { inWords } from './fields.js';

export const ruleLink = (one) => h('a', { href: `/rules/${one.rule}@${one.version}` }, `${one.rule} ${one.version}`);

function reason(item, byPointer) {
  const field = byPointer.get(item.pointer);
  if (!('value' in item)) return h('li', {}, item.says, item.pointer && h('span', { class: 'tag open' }, 'not asked'));
  return h('li', {}, item.says, h('span', { class: 'quiet' }, ` - ${field ? `${field.title}: ` : ''}${inWords(field, item.value)}`));
}

export function evidence(one) {
  const says = [one.shows, one.grade && `grade ${one.grade}`].filter(Boolean).join('; ');
  return h('li', {}, (one.citation ?? one.cite).replace(`; doi:${one.doi}`, '').replace(/\.\s*$/, ''), says && `: ${says}`,
    one.doi && [' ', h('a', { href: `https://doi.org/${encodeURI(one.doi)}`, rel: 'noreferrer' }, `doi:${one.doi}`)]);
}

const listed = (title, items) => items?.length > 0 && [h('p', { class: 'label' }, title), h('ul', {}, items)];

function recommendation(one, byPointer, beside) {
  return h('article', { class: 'why', 'data-indicator': one.indicator },
    h('h3', {}, one.title),
    one.presumed && h('p', {}, h('span', { class: 'tag open' }, 'Presumed while something is not asked')),
    h('p', {}, one.clinician),
    listed('Because', one.because?.map((item) => reason(item, byPointer))),
    listed('Published', one.evidence?.map(evidence)),
    !(one.evidence?.length > 0) && h('p', { class: 'small quiet' }, 'Clinic policy, without a citation.'),
    listed('Caution', one.cautions?.map((text) => h('li', {}, text))),
    listed('Consider', one.suggestions?.map((text) => h('li', {}, text.label))),
    h('p', { class: 'small quiet' }, 'Rule ', ruleLink(one)), beside?.(one));
}

// What would change a decision: its open questions, as links to them.
function changes(name, decision, evaluation, byPointer) {
  const open = evaluation.questions.filter((q) => q.could_change.some((c) => c.decision === name));
  const title = h('p', { class: 'label' }, 'What would change it');
  if (decision.status !== 'provisional') return [title, h('p', {}, 'No open question. If a fact above changes, enter it again.')];
  return [title,
    decision.could_become?.length > 0 && h('p', {}, `It could become: ${decision.could_become.map(words).join(', ')}.`),
    open.length > 0 && h('details', {}, h('summary', {}, `${many(open.length, 'open question')}`),
      h('ul', {}, open.map((q) => h('li', {}, byPointer.has(q.pointer)
        ? h('a', { href: `#q${q.pointer}` }, q.ask) : q.ask))))];
}

export const statusTag = (decision) => (decision.status === 'final'
  ? h('span', { class: 'tag' }, '✓ settled')
  : h('span', { class: 'tag open' }, '… not settled'));

// One decision, closed: its answer; open: everything that led there, and what `beside` adds to
// each advice.
export function decisionWhy(name, evaluation, byPointer, isOpen, beside) {
  const decision = evaluation.decisions[name];
  const advice = evaluation.recommendations.filter((one) => one.decision === name);
  return h('details', { class: 'decision', 'data-decision': name, open: isOpen },
    h('summary', {}, h('span', { class: 'name' }, words(name)), ' ', h('span', { class: 'title' }, decision.title), ' ', statusTag(decision)),
    advice.length === 0 && decision.clinician && h('p', {}, decision.clinician),
    advice.map((one) => recommendation(one, byPointer, beside)),
    changes(name, decision, evaluation, byPointer));
}
