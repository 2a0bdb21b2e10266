// SPDX-License-Identifier: Apache-2.0
// A checkpoint as a signed note, and the key that signs it: C2SP signed-note, tlog-checkpoint.
import { fromBase64, fromHex, same, sha256, utf8 } from './bytes.js';

const ED25519 = 1;

// "name+id+key" -> { name, id, key }; throws with a sentence.
export async function readKey(line) {
  const [, name, id, key] = line.trim().match(/^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/) ?? [];
  const bytes = key ? fromBase64(key) : new Uint8Array();
  if (bytes.length !== 33 || bytes[0] !== ED25519) throw new Error('This is no line of a log.pub.');
  const digest = await sha256(utf8(`${name}\n`), bytes);
  if (!same(digest.slice(0, 4), fromHex(id))) throw new Error('The key’s id is another key’s.');
  return { name, id: fromHex(id), key: bytes.slice(1) };
}

async function holds(signer, text, line) {
  const [, name, coded] = line.match(/^— (\S+) (\S+)$/) ?? [];
  if (name !== signer.name) return false;
  const bytes = fromBase64(coded);
  if (bytes.length !== 68 || !same(bytes.slice(0, 4), signer.id)) return false;
  const key = await crypto.subtle.importKey('raw', signer.key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, bytes.slice(4), utf8(text));
}

// The size and root that the signer signed; throws with a sentence.
export async function readNote(note, signer) {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  if (end < 0 || origin !== signer.name || !/^\d+$/.test(size)) throw new Error('The checkpoint is another log’s.');
  for (const line of note.slice(end + 2).split('\n')) {
    if (await holds(signer, text, line)) return { size: Number(size), root: fromBase64(root) };
  }
  throw new Error('The checkpoint’s signature does not hold.');
}
