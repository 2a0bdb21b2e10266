// SPDX-License-Identifier: Apache-2.0
// Records an assessment once: the key is kept with the draft, so that trying again, even after
// a reload, never makes a second record of the same.
import { ask } from './api.js';

// Where the facts are changed meanwhile, it is the draft of before that is recorded.
export async function record(draft, fields) {
  const key = draft.sending ?? crypto.randomUUID();
  draft.sending = key;
  draft.keep();
  const { json } = await ask('/v1/evaluations', {
    method: 'POST',
    body: JSON.stringify(draft.assessment(fields)),
    headers: { 'Idempotency-Key': key },
  });
  const kept = { id: json.id, evaluated_at: json.evaluated_at };
  if (draft.sending !== key) return { kept, isCurrent: false };
  draft.recorded = kept;
  draft.keep();
  return { kept, isCurrent: true };
}
