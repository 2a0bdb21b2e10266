// SPDX-License-Identifier: Apache-2.0
// A rule read aloud: the service's lines, in which two blanks are one level, as lists in lists.
import { h } from './dom.js';

const ENDS = 'Evidence:'; // what follows has a place of its own on the page

const depthOf = (line) => (/^ *- /.test(line) ? line.search(/\S/) / 2 + 1 : 0);

function listOf(lines, depth) {
  const list = h('ul');
  while (lines.length > 0 && depthOf(lines[0]) >= depth) {
    if (depthOf(lines[0]) > depth) (list.lastElementChild ?? list.appendChild(h('li'))).append(listOf(lines, depth + 1));
    else list.append(h('li', {}, lines.shift().trim().slice(2)));
  }
  return list;
}

export function plainWords(text) {
  const lines = text.split('\n');
  const until = lines.indexOf(ENDS);
  const left = lines.slice(1, until < 0 ? lines.length : until).filter((line) => line.trim() !== '');
  const parts = [];
  while (left.length > 0) parts.push(depthOf(left[0]) > 0 ? listOf(left, 1) : h('p', {}, left.shift()));
  return parts;
}
