// SPDX-License-Identifier: Apache-2.0
// Records an assessment once: the key is kept with the draft, so that trying again, even after
// a reload, never makes a second record of the same.
import { post } from './api.js';

// Where the facts are changed meanwhile, it is the draft of before that is recorded.
export async function record(draft, fields) {
  const key = draft.sending ?? crypto.randomUUID();
  draft.sending = key;
  draft.keep();
  const made = await post('/v1/evaluations', draft.assessment(fields), { 'Idempotency-Key': key });
  if (made.recorded !== true) throw new TypeError('no recorded evaluation');
  const kept = { id: made.id, evaluated_at: made.evaluated_at, said: {} };
  if (draft.sending !== key) return { kept, isCurrent: false };
  draft.recorded = kept;
  draft.keep();
  return { kept, isCurrent: true };
}
