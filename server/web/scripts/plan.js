// SPDX-License-Identifier: Apache-2.0
// The plan to take home: one page in the patient's words. It is made of what the rules tell the
// patient and of nothing else.
import { read } from './api.js';
import { dayInWords, fill, h } from './dom.js';

const SIGNS = 'education/e11-when-to-call';
const TELLS = 'It tells the patient: ';
const MESSAGES_MAX = 3;
const LETTERS_MAX = 2000; // on one page in the usual size; more are written smaller

// What that rule tells everybody with pain, of the release in force; '' where there is no such
// rule, null where that is not known.
export async function warningSigns() {
  try {
    const rule = await read(`/v1/rules/${SIGNS}`);
    const line = rule.plain_words.split('\n').find((text) => text.startsWith(TELLS));
    return line?.slice(TELLS.length) ?? '';
  } catch (error) {
    return error.status === 404 ? '' : null;
  }
}

const advice = (evaluation, name) => evaluation.recommendations.filter((one) => one.decision === name);

// The words of the advice, or else of the answer.
function told(evaluation, name) {
  const given = advice(evaluation, name).map((one) => one.patient).filter(Boolean);
  return given.length > 0 ? given : [evaluation.decisions[name]?.patient].filter(Boolean);
}

const part = (title, ...content) => h('section', {}, h('h2', {}, title), content);
const paragraphs = (texts) => texts.map((text) => h('p', {}, text));

function step(evaluation) {
  const it = advice(evaluation, 'progression').find((one) => one.step)?.step;
  if (!it) return null;
  const rows = [['What we work on', it.focus], ['How much', it.dose], ['How much it may hurt', it.pain_rule]].filter(([, text]) => text);
  return [it.exercises?.length > 0 && h('ul', { class: 'exercises' }, it.exercises.map((text) => h('li', {}, text))),
    h('dl', {}, rows.map(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])),
    it.review_after_days && h('p', {}, `We look at this again together in ${it.review_after_days} days.`)];
}

function course(evaluation) {
  const it = advice(evaluation, 'class').find((one) => one.class)?.class;
  return it && h('p', {}, h('strong', {}, `${it.name} starts on ${dayInWords(it.starts_on)}`),
    `: ${it.nights.map((night) => `${night[0].toUpperCase()}${night.slice(1)}s`).join(' and ')}, ${it.time}, for ${it.weeks} weeks.`);
}

const isSuppressed = (decision) => !decision || decision.answer === 'suppressed' || decision.answer === 'not-asked';

function body(evaluation, signs) {
  const { referral, progression, class: group } = evaluation.decisions;
  const calm = ['none', 'undetermined'].includes(referral?.answer);
  const messages = calm ? advice(evaluation, 'education').filter((one) => one.rule !== SIGNS).slice(0, MESSAGES_MAX) : [];
  return [!calm && h('div', { class: 'first' }, part('First of all', paragraphs(told(evaluation, 'referral')))),
    !isSuppressed(progression) && part('Your next step', paragraphs(told(evaluation, 'progression')), step(evaluation)),
    !isSuppressed(group) && part('Your class', paragraphs(told(evaluation, 'class')), course(evaluation)),
    messages.length > 0 && part('Good to know', h('ul', {}, messages.map((one) => h('li', {}, one.patient)))),
    part('When to call', paragraphs([...(calm ? told(evaluation, 'referral') : []), signs].filter(Boolean)))];
}

const isOpen = (evaluation) => ['referral', 'progression', 'class']
  .some((name) => evaluation.decisions[name]?.status === 'provisional');

// Writes the plan of an evaluation; without one, that there is none.
export function writePlan(box, evaluation, signs, id) {
  if (!evaluation) {
    fill(box, h('p', {}, 'There is no plan to print at the moment. Please ask your physio.'));
    return;
  }
  const day = evaluation.assessed_on ?? evaluation.evaluated_at.slice(0, 10);
  fill(box, h('header', {}, h('h1', {}, 'Your plan'), h('p', {}, dayInWords(day))),
    isOpen(evaluation) && h('p', { class: 'open' }, 'Some questions are still open, so parts of this plan may change. We will go through them with you.'),
    body(evaluation, signs),
    h('footer', {}, h('p', {}, 'You and your physio decide together. If anything here is unclear, ask us.'),
      h('p', {}, id ? `Kept as ${id}` : 'Not kept on record')));
  box.style.fontSize = `${Math.max(7, Math.min(11, 11 * Math.sqrt(LETTERS_MAX / box.textContent.length)))}pt`;
}
