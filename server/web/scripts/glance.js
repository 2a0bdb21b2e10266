// SPDX-License-Identifier: Apache-2.0
// The answer at one glance: red flag first, then the class with its date. A provisional answer
// says so in its first words, and an answer that is out of date is not shown as one.
import { sentence } from './api.js';
import { dayInWords, h, words } from './dom.js';

const SUBJECT = 'class';

const classOf = (evaluation) => evaluation.recommendations.find((one) => one.decision === SUBJECT && one.class)?.class;

const could = (decision) => decision.could_become?.length > 0
  && h('p', { class: 'small' }, `Could still become: ${decision.could_become.map((one) => (one === 'none' ? 'no red flag' : words(one))).join(', ')}.`);

const toneOf = (decision) => (decision.answer === 'none' ? (decision.status === 'final' ? 'good' : 'open')
  : decision.answer === 'undetermined' ? 'open' : 'alarm');

const flagBox = (tone, title, ...more) => h('section', { class: `flag ${tone}`, 'aria-label': 'Red flags' },
  h('h2', {}, h('span', { class: 'mark', 'aria-hidden': 'true' }, { good: '✓', open: '?', alarm: '!' }[tone]), tone === 'alarm' ? `Red flag: ${title}` : title), more);

function flag(decision, evaluation) {
  if (!decision) return null;
  const tone = toneOf(decision);
  const first = evaluation.recommendations.find((one) => one.decision === 'referral');
  return flagBox(tone, decision.title, tone === 'alarm' && h('p', {}, first?.clinician ?? decision.clinician), tone !== 'good' && could(decision));
}

function course(evaluation) {
  const one = classOf(evaluation);
  if (!one) return null;
  return h('p', { class: 'course' }, h('strong', {}, `${one.name} from ${dayInWords(one.starts_on)}`), h('br'),
    `${one.nights.map((night) => night[0].toUpperCase() + night.slice(1)).join(' and ')}, ${one.time}, ${one.weeks} weeks`);
}

// Nothing was judged: said plainly, so that it looks like neither kind of answer.
function unjudged(decision) {
  return h('div', { class: 'verdict none' }, h('p', { class: 'said' }, decision.title),
    decision.answer === 'not-asked' && h('p', {}, h('a', { href: '#q/class/asks_for' }, 'Enter which class is asked for')));
}

function verdict(decision, evaluation) {
  if (decision.answer === 'not-asked' || decision.answer === 'suppressed') return unjudged(decision);
  const settled = decision.status === 'final';
  return h('div', { class: `verdict ${settled ? 'final' : 'provisional'}` },
    h('p', { class: 'status' }, settled ? '✓ Settled by what was asked' : '… Not settled yet'),
    h('p', { class: 'said' }, settled ? decision.title : `So far: ${decision.title}`),
    course(evaluation),
    h('p', {}, decision.clinician),
    !settled && could(decision));
}

const reasonOf = (error) => (error.status === 422
  ? 'Something entered does not fit. Mend what is marked below.' : sentence(error));

function outdated({ phase, error, evaluation }) {
  const text = phase === 'failed' ? `${reasonOf(error)} What you entered is kept in this tab${error.status === 422 ? '' : '; it tries again by itself'}.`
    : phase === 'late' ? 'The service is slow. What you entered is kept in this tab.' : 'Looking again …';
  const referral = evaluation?.decisions.referral;
  const before = referral && toneOf(referral) === 'alarm' && flagBox('alarm', referral.title, h('p', { class: 'small' }, 'From before your last change.'));
  return [before, h('div', { class: 'verdict provisional' },
    h('p', { class: 'status' }, '… No current answer'), h('p', {}, text))];
}

// What to show, for a state of the rehearsal.
export function glance(state) {
  const { phase, evaluation } = state;
  if (phase !== 'current' || !evaluation) return outdated(state);
  const decision = evaluation.decisions[SUBJECT];
  const broken = evaluation.incomplete_rules.filter((one) => one.why !== 'unknown'); // what is unknown has its questions
  return [flag(evaluation.decisions.referral, evaluation),
    evaluation.contradictions.length > 0 && h('div', { class: 'notice' }, h('h2', {}, 'Answers that do not fit together'),
      evaluation.contradictions.map((one) => h('p', {}, `${one.says} ${one.ask ?? ''}`))),
    broken.length > 0 && h('p', { class: 'notice' }, `Could not be worked out in full: ${broken.map((one) => one.rule).join(', ')}.`),
    decision ? verdict(decision, evaluation) : h('p', {}, 'This release has no rules for classes.')];
}

// The same in one sentence, to be read aloud and for the bar on small screens.
export function glanceWords({ phase, evaluation, error }) {
  if (phase === 'failed') return `No current answer. ${reasonOf(error)}`;
  if (phase !== 'current') return 'No current answer yet.';
  const { referral, [SUBJECT]: subject } = evaluation.decisions;
  const red = referral && toneOf(referral) === 'alarm' ? 'Red flag: ' : '';
  return [referral && `${red}${referral.title}`, subject && `${subject.status === 'final' ? '' : 'So far: '}${subject.title}`]
    .filter(Boolean).join('. ');
}
