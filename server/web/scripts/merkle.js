// SPDX-License-Identifier: Apache-2.0
// From an entry up to the root of the log, as RFC 9162 has it (2.1.1, 2.1.3.2).
import { sha256, utf8 } from './bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafOf = (salt, body) => sha256(LEAF, salt, utf8(body));

// The root that the path leads to; null: the path is not one of a tree of that size.
export async function rootFrom(leaf, index, size, path) {
  if (index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const other of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = await sha256(NODE, other, root);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = await sha256(NODE, root, other);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
}
