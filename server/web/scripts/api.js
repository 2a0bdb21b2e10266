// SPDX-License-Identifier: Apache-2.0
// Asks the service. Who is asking is a token that this tab alone keeps (no cookies); where the
// service wants one, signIn asks for it once.
import { signIn } from './signin.js';

const KEY = 'tendon.token';

export const token = () => sessionStorage.getItem(KEY);

export function signOut() {
  sessionStorage.clear(); // the draft too: the next person at this screen may be another
  location.assign(location.pathname);
}

export class Unreachable extends Error {}

// A refusal of the service's, with its sentence for people.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail || problem?.title || `The service answered ${status}.`);
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

async function send(path, { method = 'GET', body, headers = {}, signal }) {
  const sent = { Accept: '*/*', ...headers };
  if (token()) sent.Authorization = `Bearer ${token()}`;
  if (body !== undefined) sent['Content-Type'] = 'application/json';
  try {
    const response = await fetch(path, { method, body, headers: sent, signal, cache: 'no-store', redirect: 'error' });
    return { response, text: await response.text() };
  } catch (error) {
    throw new Unreachable('The service can’t be reached.', { cause: error });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// The answer as it was sent. Throws Unreachable, Refused.
export async function readText(path, options = {}) {
  const { response, text } = await send(path, options);
  if (response.status === 401) {
    sessionStorage.setItem(KEY, await signIn(token() !== null));
    return readText(path, options);
  }
  if (!response.ok) throw new Refused(response.status, parsed(text));
  return text;
}

// The answer as JSON; half of one is none.
export async function read(path, options) {
  const json = parsed(await readText(path, options));
  if (json === null) throw new Unreachable('The service’s answer can’t be read.');
  return json;
}

export const post = (path, body, headers) => read(path, { method: 'POST', body: JSON.stringify(body), headers });

// What went wrong, for people: what is no refusal comes of an answer of another shape.
export const sentence = (error) => (error instanceof Unreachable || error instanceof Refused
  ? error.message : 'The service’s answer can’t be understood.');
