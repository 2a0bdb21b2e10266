// SPDX-License-Identifier: Apache-2.0
// The catalogue: every decision with its answers and rules, searchable; or the one rule that the
// address names, in the version that it names.
import { read, sentence } from './api.js';
import { fill, h, many, one, words } from './dom.js';
import { isOverdue, ruleBody, ruleTags } from './rulecard.js';

// "/rules/class/join@1.0.0" or "?version=1.0.0" -> { id, version }
function wanted() {
  const rest = decodeURIComponent(location.pathname.slice('/rules/'.length));
  const [, id, version] = rest.match(/^([^@]+)(?:@(.+))?$/) ?? [];
  return { id, version: version ?? new URLSearchParams(location.search).get('version') };
}

async function showOne({ id, version }) {
  const path = `/v1/rules/${id.split('/').map(encodeURIComponent).join('/')}`;
  const rule = await read(version ? `${path}?version=${encodeURIComponent(version)}` : path);
  document.title = `${rule.id} ${rule.version} - rules`;
  fill(one('#content'), h('p', {}, h('a', { href: '/rules' }, 'All rules')),
    h('article', { class: 'card' },
      h('p', { class: 'quiet' }, `${words(rule.decision)}: ${words(rule.answer)}`),
      h('h1', {}, rule.title), h('p', {}, h('code', {}, rule.id), ` version ${rule.version} `, ruleTags(rule)), ruleBody(rule)),
    signOff());
}

const signOff = () => h('section', { class: 'sign-off' }, h('h2', {}, 'Sign-off'),
  ['Name', 'Role', 'Day', 'Signature'].map((label) => h('p', {}, h('span', {}, label))));

function row(rule) {
  const details = h('details', { id: rule.id },
    h('summary', {}, h('span', { class: 'title' }, rule.title), ' ', ruleTags(rule), h('code', { class: 'quiet' }, `${rule.id} ${rule.version}`)));
  details.addEventListener('toggle', () => open(details, rule));
  return { rule, details, text: [rule.id, rule.title, rule.owner, rule.plain_words].join(' ').toLowerCase() };
}

function open(details, rule) {
  if (details.open && !details.querySelector('.rule')) details.append(ruleBody(rule));
}

function answerBox({ answer, title }, rows) {
  const inside = rows.filter((each) => each.rule.answer === answer);
  return h('div', { class: 'answer' },
    h('h3', {}, words(answer), h('span', { class: 'quiet' }, ` ${inside.length > 0 ? many(inside.length, 'rule') : 'given by no rule'}`)),
    title && h('p', { class: 'quiet' }, `“${title}”`), inside.map((each) => each.details));
}

function group({ decision, question, answers }, rows) {
  const inside = rows.filter((each) => each.rule.decision === decision);
  return h('section', { class: 'card', 'data-decision': decision },
    h('h2', {}, words(decision)), question && h('p', {}, question), answers.map((each) => answerBox(each, inside)));
}

function search(rows, text, onlyOverdue) {
  const asked = text.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const each of rows) {
    const fits = asked.every((word) => each.text.includes(word)) && (!onlyOverdue || isOverdue(each.rule));
    each.details.hidden = !fits;
    found += fits;
  }
  for (const box of document.querySelectorAll('.answer, section[data-decision]')) {
    box.hidden = found < rows.length && !box.querySelector('details[id]:not([hidden])');
  }
  one('#found').textContent = found === rows.length ? `${many(rows.length, 'rule')}` : `${found} of ${many(rows.length, 'rule')}`;
}

async function showAll() {
  const { release, decisions, rules } = await read('/v1/rules');
  const rows = rules.map(row);
  const overdue = rules.filter(isOverdue).length;
  const box = h('input', { id: 'search', type: 'search', autocomplete: 'off', oninput: () => again() });
  const only = h('input', { id: 'overdue', type: 'checkbox', onchange: () => again() });
  const again = () => search(rows, box.value, only.checked);
  fill(one('#content'), h('h1', {}, 'The rules'),
    h('p', { class: 'quiet' }, `Release ${release.name ?? ''}, as it is in force. Each rule is read aloud with what it rests on.`),
    overdue > 0 && h('p', { class: 'notice' }, `${many(overdue, 'review')} overdue.`),
    h('div', { class: 'card row screen', role: 'search' },
      h('div', { class: 'field grow' }, h('label', { for: 'search' }, 'Search titles, words and facts'), box),
      h('label', { class: 'row' }, only, 'Only overdue reviews'),
      h('button', { type: 'button', onclick: () => print() }, 'Print for sign-off'),
      h('p', { id: 'found', role: 'status' })),
    decisions.map((each) => group(each, rows)), signOff());
  again();
  addEventListener('beforeprint', () => rows.filter((each) => !each.details.hidden)
    .forEach((each) => { each.details.open = true; open(each.details, each.rule); }));
}

try {
  const asked = wanted();
  await (asked.id ? showOne(asked) : showAll());
} catch (error) {
  fill(one('#content'), h('div', { class: 'notice' }, h('h1', {}, 'This could not be shown'), h('p', {}, sentence(error)),
    h('p', {}, h('a', { href: '/rules' }, 'All rules'))));
}
one('#content').setAttribute('aria-busy', 'false');
