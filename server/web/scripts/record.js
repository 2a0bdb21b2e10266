// SPDX-License-Identifier: Apache-2.0
// Records an assessment once: the key is kept with the draft, so that trying again, even after
// a reload, never makes a second record of the same.
import { ask } from './api.js';

export async function record(draft, fields) {
  draft.sending ??= crypto.randomUUID();
  draft.keep();
  const { json } = await ask('/v1/evaluations', {
    method: 'POST',
    body: JSON.stringify(draft.assessment(fields)),
    headers: { 'Idempotency-Key': draft.sending },
  });
  return json;
}
