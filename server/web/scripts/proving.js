// SPDX-License-Identifier: Apache-2.0
// Checks, in this browser, that what is shown is what was recorded: step by step, so that the
// first step that fails says where.
import { fromBase64, fromHex, same } from './bytes.js';
import { leafOf, rootFrom } from './merkle.js';
import { readKey, readNote } from './note.js';

// Equal as JSON has it: members in any order.
export function alike(a, b) {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const names = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b) && names.length === Object.keys(b).length
    && names.every((name) => name in b && alike(a[name], b[name]));
}

const need = (holds, sentence) => { if (!holds) throw new Error(sentence); };

function shownIsRecorded({ evaluation, assessment, entry }) {
  const body = JSON.parse(entry.body);
  need(body.kind === 'evaluation' && body.id === evaluation.id, 'The entry is another’s.');
  need(body.release === evaluation.release.digest, 'The entry names another release.');
  need(alike(JSON.parse(body.assessment), assessment), 'The facts are not those recorded.');
  const decision = JSON.parse(body.decision);
  need(Object.keys(decision).every((name) => alike(decision[name], evaluation[name])), 'The decision is not the one recorded.');
}

// shown: { evaluation, assessment, proof, entry, key } -> [{ step, error }]
export async function prove(shown) {
  const { proof, entry, evaluation } = shown;
  const found = {};
  const steps = [
    ['The key reads and has its own id', async () => { found.signer = await readKey(shown.key); }],
    ['The checkpoint is signed with that key (Ed25519)', async () => { found.tree = await readNote(proof.checkpoint, found.signer); }],
    ['The entry has the leaf’s digest (SHA-256)', async () => {
      need(entry.salt !== undefined, 'The entry was erased.');
      found.leaf = await leafOf(fromBase64(entry.salt), entry.body);
      need(same(found.leaf, fromHex(proof.leaf.replace('sha256:', ''))), 'The entry was changed: its digest is another.');
      need(proof.leaf === evaluation.log.leaf, 'The evaluation names another leaf.');
    }],
    ['The leaf is in the tree that was signed', async () => {
      need(proof.entry === evaluation.log.entry && proof.size === found.tree.size, 'The proof is another entry’s or tree’s.');
      const root = await rootFrom(found.leaf, proof.entry, proof.size, proof.path.map(fromBase64));
      need(root !== null && same(root, found.tree.root), 'The path does not lead to the root that was signed.');
    }],
    ['Facts and decision shown are the entry’s', async () => shownIsRecorded(shown)],
  ];
  const results = [];
  for (const [step, run] of steps) {
    try {
      await run();
      results.push({ step });
    } catch (error) {
      results.push({ step, error: error.message });
      break;
    }
  }
  return results;
}
