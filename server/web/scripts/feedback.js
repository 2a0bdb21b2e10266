// SPDX-License-Identifier: Apache-2.0
// What becomes of each advice once the assessment is recorded: followed, or not and why. The log
// keeps it, and the auditor's desk counts it.
import { post, read, sentence } from './api.js';
import { fill, h } from './dom.js';

const REASONS = { // HL7's codes, in the words of the cards of CDS Hooks
  'cds-not-applicable': 'It does not apply to this patient',
  'need-more-info': 'More information is needed first',
  'action-completed': 'It has been done already',
  'patient-contraindication': 'Something in this patient speaks against it',
  'prefers-alternative': 'The patient prefers something else',
  'patient-refuses': 'The patient declines',
  'recipient-disagrees-evidence': 'I read the evidence differently',
  'service-not-available': 'It is not available here',
};

const isKept = async (path, said) => (await read(path)).feedback.some(
  (one) => ['rule', 'outcome', 'reason'].every((name) => one[name] === said[name]));

// For an advice of an assessment that is not recorded: nothing.
export function feedbackOn(draft, { rule }) {
  const { recorded } = draft;
  if (!recorded) return null;
  const path = `/v1/evaluations/${recorded.id}/feedback`;
  const told = h('p', { class: 'small', role: 'status', tabindex: -1 });
  const box = h('div', { class: 'row feedback' });
  let tried = false;
  async function say(outcome, reason, comment) {
    const said = { rule, outcome, reason, comment };
    try {
      if (!tried || !await isKept(path, said)) { // an answer that was lost is not said twice
        tried = true;
        if ((await post(path, said)).rule !== rule) throw new TypeError('other feedback');
      }
      recorded.said[rule] = reason ? `not followed: ${REASONS[reason]}` : 'followed';
      draft.keep();
      show();
      told.focus();
    } catch (error) {
      fill(told, h('strong', {}, 'Not known to be kept. '), sentence(error), ' Try again.');
    }
  }
  function askWhy() {
    const why = h('select', { 'aria-label': 'Why not', required: true }, h('option', { value: '' }, 'Why not?'), Object.entries(REASONS).map(([value, text]) => h('option', { value }, text)));
    const comment = h('input', { 'aria-label': 'In your words', placeholder: 'In your words, without names', maxlength: 900, autocomplete: 'off' });
    fill(box, h('form', { class: 'row', onsubmit: (event) => {
      event.preventDefault();
      say('overridden', why.value, comment.value.trim() || undefined);
    } }, why, comment, h('button', {}, 'Keep'), h('button', { type: 'button', class: 'plain', onclick: show }, 'Back')), told);
    why.focus();
  }
  function show() {
    const words = recorded.said[rule];
    fill(told, words && `✓ Kept: ${words}`);
    fill(box, !words && [h('button', { type: 'button', onclick: () => say('accepted') }, 'Followed'),
      h('button', { type: 'button', onclick: askWhy }, 'Not followed')], told);
  }
  show();
  return box;
}
