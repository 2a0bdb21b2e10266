// SPDX-License-Identifier: Apache-2.0
// Asks for the token once, however many requests wait for it.
import { h } from './dom.js';

let waiting = null;

export function signIn(wasWrong) {
  waiting ??= new Promise((resolve) => show(wasWrong, resolve)).finally(() => { waiting = null; });
  return waiting;
}

function show(wasWrong, resolve) {
  const input = h('input', { id: 'token', type: 'password', autocomplete: 'off', required: true,
    'aria-describedby': 'token-says' });
  const dialog = h('dialog', { 'aria-labelledby': 'token-title' },
    h('form', { method: 'dialog', onsubmit: (event) => {
      event.preventDefault();
      if (!input.value.trim()) return;
      dialog.remove();
      resolve(input.value.trim());
    } },
    h('h2', { id: 'token-title' }, 'Sign in'),
    h('p', { id: 'token-says' }, wasWrong
      ? 'That token is not known here. Check it, or ask whoever runs this service.'
      : 'Enter the token you were given. This tab keeps it until you close it.'),
    h('label', { for: 'token' }, 'Token'), input,
    h('button', { class: 'main' }, 'Sign in')));
  dialog.addEventListener('close', () => dialog.isConnected && dialog.showModal()); // Escape leads nowhere
  document.body.append(dialog);
  dialog.showModal();
}
