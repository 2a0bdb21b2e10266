// SPDX-License-Identifier: Apache-2.0
// All about one rule.
import { dayInWords, h, many } from './dom.js';
import { plainWords } from './plainwords.js';
import { evidence } from './why.js';

const today = () => new Intl.DateTimeFormat('en-CA').format(); // 2026-11-27, where the reader is

export const isOverdue = (rule) => rule.review_due < today();

export const linkOf = (rule) => `/rules/${rule.id}@${rule.version}`;

const reviewTag = (rule) => (isOverdue(rule)
  ? h('span', { class: 'tag alarm' }, `! review overdue since ${rule.review_due}`) : null);

export const ruleTags = (rule) => [rule.status !== 'active' && h('span', { class: 'tag open' }, rule.status), ' ', reviewTag(rule)];

const listed = (title, items) => items?.length > 0 && [h('p', { class: 'label' }, title), h('ul', {}, items)];

export function ruleBody(rule) {
  return h('div', { class: 'rule' },
    plainWords(rule.plain_words),
    listed('Caution', rule.cautions?.map((text) => h('li', {}, text))),
    listed('Evidence', rule.evidence?.map(evidence)),
    !(rule.evidence?.length > 0) && h('p', { class: 'quiet' }, 'Clinic policy, without a citation.'),
    listed('History', rule.history?.map((one) => h('li', {}, `${one.version}, ${dayInWords(one.date)}: ${one.what}`))),
    rule.tests?.length > 0 && h('details', {}, h('summary', {}, many(rule.tests.length, 'test')),
      h('ul', {}, rule.tests.map((name) => h('li', {}, name)))),
    h('dl', { class: 'facts' },
      h('dt', {}, 'Owner'), h('dd', {}, rule.owner),
      h('dt', {}, 'Reviewed'), h('dd', {}, `${dayInWords(rule.review_done)}; due again ${dayInWords(rule.review_due)} `, reviewTag(rule)),
      h('dt', {}, 'Basis'), h('dd', {}, rule.basis),
      h('dt', {}, 'Permanent link'), h('dd', {}, h('a', { href: linkOf(rule) }, `${rule.id}@${rule.version}`))));
}
