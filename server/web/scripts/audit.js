// SPDX-License-Identifier: Apache-2.0
// The auditor's desk: which part is shown stands after the # of the address.
import { sentence, signOut, token } from './api.js';
import { fill, h, one } from './dom.js';
import { showEvaluation } from './evaluation.js';
import { showEvaluations } from './evaluations.js';
import { showOverrides } from './overrides.js';
import { showReleases } from './releases.js';

const parts = { releases: showReleases, evaluations: showEvaluations, evaluation: showEvaluation, overrides: showOverrides };

let turn = 0;

async function show() {
  const mine = turn += 1;
  const [name, id] = location.hash.slice(1).split('/');
  const part = parts[name] ? name : 'releases';
  for (const link of document.querySelectorAll('#parts a')) {
    if (link.hash === `#${part}` || (part === 'evaluation' && link.hash === '#evaluations')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const box = h('div');
  fill(one('#content'), h('p', { role: 'status' }, 'Loading …'));
  try {
    await parts[part](box, id && decodeURIComponent(id));
  } catch (error) {
    fill(box, h('div', { class: 'notice' }, h('h2', {}, 'This could not be shown'), h('p', {}, sentence(error)),
      h('button', { type: 'button', onclick: show }, 'Try again'),
      error.status === 403 && h('button', { type: 'button', onclick: signOut }, 'Sign in as somebody else')));
  }
  if (mine !== turn) return; // another part was asked for meanwhile
  fill(one('#content'), box);
  one('#sign-out').hidden = token() === null;
}

one('#sign-out').addEventListener('click', signOut);
addEventListener('hashchange', () => show().then(() => one('#content').focus()));
show();
