// SPDX-License-Identifier: Apache-2.0
// Calls signed by the client itself (CDS Hooks 2.0.1, "Trusting CDS Clients"), made by jose.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { speaking } from './calls.js';
import { Service } from './service.js';
import { faults } from './shapes.js';

const algorithms = ['ES256', 'ES384', 'RS256', 'RS384'];
const issuer = 'https://ehr.example';
const where = '/cds-services/tendon-order-sign';

describe('signed calls', () => {
  let service;
  const pairs = {};
  let stranger;
  before(async () => {
    for (const algorithm of algorithms) {
      pairs[algorithm] = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true });
    }
    stranger = await generateKeyPair('ES384');
    const keys = await Promise.all(algorithms.map(async (alg) => (
      { ...await exportJWK(pairs[alg].publicKey), kid: `key-${alg}`, alg, use: 'sig' })));
    service = await new Service({
      clients: JSON.stringify({
        clients: [{ name: 'ehr', role: 'client', iss: issuer, jwks: { keys }, jku: `${issuer}/jwks` }],
      }),
    }).start();
  });
  after(() => service.stop());

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (more = {}) => ({
    iss: issuer, aud: service.base + where, iat: now(), exp: now() + 60, jti: randomUUID(), ...more,
  });
  const sign = (payload, { algorithm = 'ES384', header = {}, key = pairs[algorithm]?.privateKey } = {}) => (
    new SignJWT(payload).setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: `key-${algorithm}`, ...header }).sign(key));
  const ask = (token, path = where) => service.post(path, speaking('order-sign'), { token });
  const refused = async (token, path) => {
    const answer = await ask(token, path);
    assert.equal(answer.status, 401, answer.text);
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    assert.deepEqual(faults('outcome', answer.json), []);
  };

  for (const algorithm of algorithms) {
    test(`33. ${algorithm} is taken`, async () => {
      const answer = await ask(await sign(claims(), { algorithm }));
      assert.equal(answer.status, 200, answer.text);
      assert.ok(answer.json.cards.length > 0);
    });
  }

  test('34. aud is the URL of what is called, alone or in a list', async () => {
    assert.equal((await ask(await sign(claims({ aud: [service.base + where] })))).status, 200);
    for (const aud of ['https://other.example', `${service.base}/cds-services/tendon-patient-view`, `${service.base}${where}/`, '', [], 7]) {
      await refused(await sign(claims({ aud })));
    }
  });

  test('35. iss, aud, exp, iat and jti are all needed', async () => {
    for (const name of ['iss', 'aud', 'exp', 'iat', 'jti']) {
      const { [name]: gone, ...rest } = claims();
      await refused(await sign(rest));
    }
  });

  test('36. a token has its time', async () => {
    await refused(await sign(claims({ exp: now() - 120, iat: now() - 180 })));
    await refused(await sign(claims({ iat: now() + 600, exp: now() + 660 })));
  });

  test('37. a token is used once', async () => {
    const token = await sign(claims());
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(token)));
    assert.deepEqual(answers.map((one) => one.status).sort(), [200, ...Array(7).fill(401)]);
    await refused(token);
  });

  test('38. none and HMAC sign nothing', async () => {
    await refused(new UnsecuredJWT(claims()).encode());
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(pairs.ES384.publicKey)));
    for (const algorithm of ['HS256', 'HS384', 'HS512']) {
      await refused(await sign(claims(), { algorithm, key: secret, header: { kid: 'key-ES384' } }));
    }
  });

  test('39. only listed issuers, keys and key sets are trusted', async () => {
    await refused(await sign(claims({ iss: 'https://other.example' })));
    await refused(await sign(claims(), { key: stranger.privateKey }));
    await refused(await sign(claims(), { header: { kid: 'key-unknown' } }));
    await refused(await sign(claims(), { header: { jku: 'https://evil.example/jwks' } }));
    await refused(await sign(claims(), { header: { jwk: await exportJWK(stranger.publicKey) }, key: stranger.privateKey }));
    assert.equal((await ask(await sign(claims(), { header: { jku: `${issuer}/jwks` } }))).status, 200);
  });

  test('40. a token that was changed is refused', async () => {
    const [header, payload, signature] = (await sign(claims())).split('.');
    const other = Buffer.from(JSON.stringify(claims({ iss: issuer }))).toString('base64url');
    await refused(`${header}.${other}.${signature}`);
    await refused(`${header}.${payload}.${signature.slice(0, -4)}AAAA`);
    await refused(`${header}.${payload}.`);
    await refused(`${header}.${payload}.${signature}=`);
  });

  test('41. feedback is signed like a call, for its own URL', async () => {
    const [card] = (await ask(await sign(claims()))).json.cards;
    const said = [{ card: card.uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-22T09:00:00Z' }];
    const token = await sign(claims({ aud: `${service.base}${where}/feedback` }));
    assert.equal((await service.feedback('order-sign', said, { token })).status, 200);
  });

  test('42. no token is kept or logged', async () => {
    const token = await sign(claims());
    assert.equal((await ask(token)).status, 200);
    assert.ok(!service.wrote(token));
    assert.ok(!service.wrote(token.split('.')[2]));
  });
});
