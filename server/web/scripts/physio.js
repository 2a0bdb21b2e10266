// SPDX-License-Identifier: Apache-2.0
// The physio's page: draft -> rehearsal -> answer, next question, reasons, plan; and, when asked
// to and only then, a record.
import { post, read, sentence, signOut, token } from './api.js';
import { Draft } from './draft.js';
import { fill, h, one, timeInWords } from './dom.js';
import { feedbackOn } from './feedback.js';
import { fieldsOf } from './fields.js';
import { Form } from './form.js';
import { glance, glanceWords } from './glance.js';
import { NextQuestion } from './next.js';
import { warningSigns, writePlan } from './plan.js';
import { record } from './record.js';
import { Rehearsal } from './rehearsal.js';
import { decisionWhy } from './why.js';

const reference = new URLSearchParams(location.search).get('reference');
const ALOUD_MS = 700; // facts come in bursts; each answer is read aloud once they rest

function firstValues(fields) {
  const has = (pointer) => fields.some((field) => field.pointer === pointer);
  const field = fields.find((each) => each.pointer === '/patient/reference');
  const fits = field && reference && new RegExp(field.pattern ?? '', 'u').test(reference) && reference.length <= field.longest;
  return { ...(has('/class/asks_for') ? { '/class/asks_for': 'runfit' } : {}), ...(fits ? { '/patient/reference': reference } : {}) };
}

class Page {
  #state = { phase: 'asking', evaluation: null };
  #signs = null;
  #aloud = 0;

  constructor(fields) {
    this.fields = fields;
    this.byPointer = new Map(fields.map((field) => [field.pointer, field]));
    this.draft = new Draft(reference ?? '', firstValues(fields));
    this.form = new Form(one('#form'), this.draft, fields);
    this.next = new NextQuestion(one('#next'), this.draft, this.byPointer);
    this.rehearsal = new Rehearsal(() => this.#rehearse(), (state) => this.#show(state));
    this.draft.addEventListener('change', () => this.rehearsal.run());
    one('#record').addEventListener('click', () => this.#record());
    one('#print').addEventListener('click', () => print());
    one('#anew').disabled = false;
    one('#anew').addEventListener('click', () => one('#sure').showModal());
    one('#sure').addEventListener('close', () => one('#sure').returnValue === 'yes' && this.#startAnew());
    addEventListener('hashchange', () => this.#follow());
    document.addEventListener('click', ({ target }) => target.closest?.('a[href^="#q/"]') && setTimeout(() => this.#follow()));
  }

  start() {
    this.rehearsal.run();
    this.#follow();
  }

  #follow() { if (location.hash.startsWith('#q/')) this.form.goTo(location.hash.slice(2)); }

  async #rehearse() {
    return post('/v1/evaluations?record=false', this.draft.assessment(this.fields));
  }

  // Again with each answer until they are known: no plan goes home without them.
  async #learnSigns() {
    this.#signs ??= await warningSigns();
    this.#buttons();
    this.#writePlan();
  }

  get #canPrint() { return this.#state.phase === 'current' && this.#signs !== null; }

  #show(state) {
    this.#state = state;
    const current = state.phase === 'current';
    one('#answer').dataset.phase = state.phase;
    this.#buttons();
    this.#writePlan();
    if (current) this.#learnSigns();
    if (state.phase === 'asking' && state.evaluation) return;
    fill(one('#answer'), glance(state));
    if (current) {
      this.next.update(state.evaluation);
      this.#showReasons(state.evaluation);
    }
    one('#reasons').hidden = !current;
    one('#bar').textContent = glanceWords(state);
    clearTimeout(this.#aloud);
    this.#aloud = setTimeout(() => { if (one('#aloud').textContent !== glanceWords(state)) one('#aloud').textContent = glanceWords(state); }, ALOUD_MS);
  }

  #showReasons(evaluation) {
    const open = new Set([...document.querySelectorAll('#why > details[open]')].map((each) => each.dataset.decision));
    const names = Object.keys(evaluation.decisions).filter((name) => evaluation.decisions[name].answer !== 'not-asked');
    const focused = document.activeElement?.closest?.('#why > details')?.dataset.decision;
    fill(one('#why'), names.map((name) => decisionWhy(name, evaluation, this.byPointer, open.has(name), (advice) => feedbackOn(this.draft, advice))));
    if (focused) one(`#why > details[data-decision="${CSS.escape(focused)}"] > summary`)?.focus();
  }

  #writePlan() {
    writePlan(one('#plan'), this.#canPrint ? this.#state.evaluation : null, this.#signs, this.draft.recorded?.id);
  }

  #buttons() {
    const { recorded } = this.draft;
    one('#record').disabled = recorded !== null;
    one('#record').textContent = recorded ? 'Recorded' : 'Record this assessment';
    one('#print').disabled = !this.#canPrint;
    fill(one('#kept'), recorded
      ? ['✓ Recorded ', timeInWords(recorded.evaluated_at), ' as ', h('code', {}, recorded.id)]
      : 'This assessment is not recorded yet. This tab keeps what you enter until you close it.');
  }

  async #record() {
    const [faulty] = this.draft.faulty;
    if (faulty) {
      this.form.goTo(faulty);
      return;
    }
    one('#record').disabled = true;
    fill(one('#kept'), 'Recording …');
    try {
      const { kept, isCurrent } = await record(this.draft, this.fields);
      this.#show(this.#state);
      if (!isCurrent) fill(one('#kept'), 'Recorded as it was before your last change, as ', h('code', {}, kept.id), '. The change is not recorded yet.');
    } catch (error) {
      one('#record').disabled = false;
      const isRefused = error.status === 422 || error.status === 403;
      fill(one('#kept'), h('strong', {}, isRefused ? 'Not recorded. ' : 'Not known to be recorded. '), sentence(error), !isRefused && ' Try again: the same assessment is never recorded twice.');
    }
  }

  #startAnew() {
    this.draft.clear();
    location.assign(location.pathname);
  }
}

one('#sign-out').addEventListener('click', signOut);
try {
  const fields = fieldsOf(await read('/schemas/assessment.schema.json'));
  if (fields.length === 0) throw new TypeError('a schema without fields');
  const page = new Page(fields);
  one('#sign-out').hidden = token() === null;
  page.start();
} catch (error) {
  fill(one('#answer'), h('div', { class: 'notice' }, h('h2', {}, 'The questions could not be loaded'), h('p', {}, sentence(error), ' Reload the page to try again; what you entered in this tab is kept.')));
  one('#bar').textContent = 'The questions could not be loaded';
}
