// SPDX-License-Identifier: Apache-2.0
// Every SHALL and MUST of CDS Hooks 2.0.1 that concerns a service, numbered in the order of the
// specification, tried without and with a bearer token.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { call, hooks, order, speaking, told } from './calls.js';
import { Service, clientsFile, program } from './service.js';
import { empties, faults } from './shapes.js';

const clients = clientsFile([['ehr', 'client'], ['watcher', 'auditor']]);
const ways = [
  ['without a clients file', () => new Service()],
  ['with a bearer token', () => new Service({ clients, token: 'token-of-ehr' })],
];
const fits = (shape, value) => assert.deepEqual(faults(shape, value), []);

for (const [way, make] of ways) {
  describe(`CDS Hooks 2.0.1, ${way}`, () => {
    let service;
    const cards = {};
    let discovery;
    before(async () => {
      service = await make().start();
      discovery = (await service.ask('/cds-services')).json;
      for (const hook of hooks) cards[hook] = (await service.call(speaking(hook))).json.cards;
    });
    after(() => service.stop());
    const eachCard = (check) => hooks.forEach((hook) => {
      assert.ok(cards[hook].length > 0);
      cards[hook].forEach(check);
    });

    test('1. no element is null, and none is empty but the list of no cards', async () => {
      assert.deepEqual(empties(discovery), []);
      for (const hook of hooks) assert.deepEqual(empties(cards[hook]), []);
      const quiet = await service.call(call('patient-view'));
      assert.deepEqual(empties(quiet.json, ['/cards']), []);
    });

    test('2. the discovery endpoint is always at {baseUrl}/cds-services, also for nobody known', async () => {
      const answer = await service.ask('/cds-services', { token: null });
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type'), /^application\/json/);
    });

    test('3. discovery is an object with a list of services', () => fits('services', discovery));

    test('4. each service has hook, description and id', () => {
      assert.deepEqual(discovery.services.map((one) => [one.id, one.hook]),
        hooks.map((hook) => [`tendon-${hook}`, hook]));
    });

    test('5. each service answers a POST at {baseUrl}/cds-services/{id}', async () => {
      for (const { id, hook } of discovery.services) {
        assert.equal((await service.post(`/cds-services/${id}`, call(hook))).status, 200);
      }
    });

    test('6. prefetch tokens stand in {{ }} and name first-level members of the context alone', () => {
      for (const { prefetch } of discovery.services) {
        for (const template of Object.values(prefetch)) {
          const tokens = [...template.matchAll(/\{\{(.*?)\}\}/g)].map((found) => found[1]);
          assert.deepEqual(tokens, ['context.patientId']);
          assert.ok(!template.replaceAll(/\{\{.*?\}\}/g, '').match(/[{}]/));
        }
      }
    });

    test('7. prefetch templates keep to read and to searches by reference, token, date, _count, _sort', () => {
      const allowed = ['patient', 'questionnaire', 'clinical-status', 'status', 'code', '_sort', '_count'];
      for (const { prefetch } of discovery.services) {
        for (const template of Object.values(prefetch)) {
          const [path, query] = template.split('?');
          assert.match(path, query ? /^[A-Z][A-Za-z]+$/ : /^[A-Z][A-Za-z]+\/\{\{context\.patientId\}\}$/);
          for (const pair of query?.split('&') ?? []) assert.ok(allowed.includes(pair.split('=')[0]), pair);
        }
      }
    });

    const required = {
      'patient-view': ['hook', 'hookInstance', 'context', 'context.userId', 'context.patientId'],
      'order-select': ['hook', 'hookInstance', 'context', 'context.userId', 'context.patientId',
        'context.selections', 'context.draftOrders'],
      'order-sign': ['hook', 'hookInstance', 'context', 'context.userId', 'context.patientId',
        'context.draftOrders'],
    };
    for (const hook of hooks) {
      for (const path of required[hook]) {
        test(`8. ${hook}: ${path} is required`, async () => {
          const sent = speaking(hook);
          const [first, second] = path.split('.');
          if (second) delete sent[first][second];
          else delete sent[first];
          const answer = await service.post(`/cds-services/tendon-${hook}`, sent);
          assert.equal(answer.status, 400);
          fits('outcome', answer.json);
          assert.deepEqual(answer.json.issue.map((one) => one.expression), [[path]]);
        });
      }
    }

    test('9. hookInstance is a UUID', async () => {
      for (const hookInstance of ['x', '', 7, 'd1577c69-dfbe-44ad-ba6d-3e05e953b2e']) {
        const answer = await service.call({ ...speaking('order-sign'), hookInstance });
        assert.equal(answer.status, 400);
        assert.deepEqual(answer.json.issue[0].expression, ['hookInstance']);
      }
    });

    test('10. with fhirAuthorization, fhirServer is required', async () => {
      const fhirAuthorization = { access_token: 'a', token_type: 'Bearer', expires_in: 300, scope: 'x', subject: 'y' };
      const answer = await service.call({ ...speaking('order-sign'), fhirAuthorization });
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.json.issue[0].expression, ['fhirServer']);
    });

    test('11. data that is needed and did not come is 412', async () => {
      for (const hook of hooks) {
        for (const prefetch of [undefined, {}, { patient: undefined }]) {
          const answer = await service.call({ ...speaking(hook), prefetch });
          assert.equal(answer.status, 412);
          fits('outcome', answer.json);
        }
      }
    });

    test('12. a prefetch key that is null means that there is no data', async () => {
      const { response } = told();
      const sent = call('order-sign', { orders: [order('MRI pelvis')], prefetch: { patient: null, response } });
      const answer = await service.call(sent);
      assert.equal(answer.status, 200);
      assert.equal(answer.json.cards.length, 1);
    });

    test('13. an access token is a passing value: it is neither kept nor logged', async () => {
      const answer = await service.call({
        ...speaking('order-sign'),
        fhirServer: 'https://fhir.example/never-called',
        fhirAuthorization: {
          access_token: 'secret-of-the-ehr', token_type: 'Bearer', expires_in: 300, scope: 'x', subject: 'y',
        },
      });
      assert.equal(answer.status, 200);
      assert.ok(!service.wrote('secret-of-the-ehr'));
      assert.ok(!service.wrote('never-called'));
      if (service.token) assert.ok(!service.wrote(service.token));
    });

    test('14. success is 200 with an object that has cards', async () => {
      for (const hook of hooks) {
        const answer = await service.call(speaking(hook));
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-type'), /^application\/json/);
        fits('cards', answer.json);
      }
    });

    test('15. nothing to say is 200 with no cards', async () => {
      for (const hook of hooks) {
        const answer = await service.call(call(hook));
        assert.equal(answer.status, 200);
        assert.equal(answer.text, '{"cards":[]}');
      }
    });

    test('16. a summary has fewer than 140 characters', () => {
      eachCard((card) => assert.ok([...card.summary].length < 140));
    });

    test('17. an indicator is info, warning or critical', () => {
      eachCard((card) => assert.ok(['info', 'warning', 'critical'].includes(card.indicator)));
    });

    test('18. a source has a label, and its URL is absolute', () => {
      eachCard((card) => {
        assert.ok(card.source.label);
        if (card.source.url) assert.ok(new URL(card.source.url));
      });
    });

    test('19. a detail is GitHub Flavored Markdown: its tables have a row of dashes and no stray bar', () => {
      eachCard((card) => {
        const tables = card.detail.split('\n\n').filter((part) => part.startsWith('|'));
        assert.ok(tables.length > 0);
        for (const table of tables) {
          const rows = table.trim().split('\n');
          assert.equal(rows[1], '|---|---|');
          for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 4, row);
        }
      });
    });

    test('20. suggestions come with selectionBehavior', () => {
      const offering = hooks.flatMap((hook) => cards[hook]).filter((card) => card.suggestions);
      assert.ok(offering.length > 0);
      for (const card of offering) assert.ok(['any', 'at-most-one'].includes(card.selectionBehavior));
    });

    test('21. a create carries a new resource, without an id', () => {
      const actions = hooks.flatMap((hook) => cards[hook])
        .flatMap((card) => card.suggestions ?? []).flatMap((one) => one.actions);
      assert.ok(actions.length > 0);
      for (const action of actions) {
        assert.equal(action.type, 'create');
        assert.ok(action.description);
        assert.equal(action.resource.id, undefined);
      }
    });

    test('22. override reasons have code, system and display', () => {
      eachCard((card) => {
        for (const one of card.overrideReasons) assert.ok(one.code && one.system && one.display);
      });
    });

    test('23. a link has label, url and type; an absolute one has no appContext', () => {
      eachCard((card) => {
        for (const link of card.links) {
          assert.ok(link.label);
          assert.equal(link.type, 'absolute');
          assert.ok(new URL(link.url));
          assert.equal(link.appContext, undefined);
        }
      });
    });

    test('24. nothing is applied by itself', async () => {
      for (const hook of hooks) {
        const { json } = await service.call(speaking(hook));
        assert.deepEqual(Object.keys(json), ['cards']);
      }
    });

    test('25. uuids are unique: of every card and suggestion, in every call', async () => {
      const seen = [];
      for (let i = 0; i < 20; i += 1) {
        for (const hook of hooks) {
          const { json } = await service.call(speaking(hook));
          for (const card of json.cards) {
            seen.push(card.uuid, ...(card.suggestions ?? []).map((one) => one.uuid));
          }
        }
      }
      assert.equal(new Set(seen).size, seen.length);
    });

    test('26. feedback is an object with a list; each has card, outcome and outcomeTimestamp', async () => {
      const good = { card: cards['order-sign'][0].uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-22T09:00:00Z' };
      assert.equal((await service.feedback('order-sign', [good])).status, 200);
      for (const name of Object.keys(good)) {
        const { [name]: gone, ...rest } = good;
        const answer = await service.feedback('order-sign', [good, rest]);
        assert.equal(answer.status, 400);
        fits('outcome', answer.json);
        assert.deepEqual(answer.json.issue[0].expression, [`feedback[1].${name}`]);
      }
      for (const body of [[good], {}, { feedback: good }, { feedback: [] }, { feedback: [7] }]) {
        assert.equal((await service.post('/cds-services/tendon-order-sign/feedback', body)).status, 400);
      }
    });

    test('27. accepted feedback names the suggestions that were accepted', async () => {
      const card = hooks.flatMap((hook) => cards[hook]).find((one) => one.suggestions);
      const said = { card: card.uuid, outcome: 'accepted', outcomeTimestamp: '2026-11-22T09:00:00Z' };
      assert.equal((await service.feedback('order-sign', [said])).status, 400);
      said.acceptedSuggestions = [{ id: card.suggestions[0].uuid }];
      assert.equal((await service.feedback('order-sign', [said])).status, 200);
      said.acceptedSuggestions = [{ id: card.uuid }];
      assert.equal((await service.feedback('order-sign', [said])).status, 404);
    });

    test('28. an extension, and what this version does not know, is let pass', async () => {
      const sent = { ...speaking('order-sign'), extension: { 'com.example.timestamp': '2026' }, other: 1 };
      sent.context.encounterId = 'e-1';
      sent.prefetch.other = { resourceType: 'Basic' };
      assert.equal((await service.call(sent)).status, 200);
    });

    test('29. advice is for health professionals: a patient or relative gets no cards', async () => {
      for (const userId of ['Patient/p-1', 'RelatedPerson/r', 'https://fhir.example/r4/Patient/p-1']) {
        const sent = speaking('patient-view');
        sent.context.userId = userId;
        assert.equal((await service.call(sent)).text, '{"cards":[]}');
      }
      const sent = speaking('patient-view');
      sent.context.userId = 'PractitionerRole/123';
      assert.equal((await service.call(sent)).json.cards.length, 1);
    });

    test('30. the log holds all of it, and verifies', () => assert.ok(service.verified()));
  });
}

describe('CDS Hooks 2.0.1, security', () => {
  let service;
  before(async () => { service = await new Service({ clients, token: 'token-of-ehr' }).start(); });
  after(() => service.stop());

  test('31. data goes over TLS: no address beyond this machine without it', () => {
    const refused = spawnSync(program, ['serve', '--listen', '0.0.0.0:0', '--data', `${service.folder}/other`],
      { timeout: 20000 });
    assert.equal(refused.status, 2);
  });

  test('32. each call is authenticated by its Authorization: Bearer', async () => {
    for (const token of [null, 'wrong', 'token-of-ehr-and-more']) {
      for (const path of ['/cds-services/tendon-patient-view', '/cds-services/tendon-patient-view/feedback',
        '/cds-services/no-such-service']) {
        const answer = await service.post(path, speaking('patient-view'), { token });
        assert.equal(answer.status, 401);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
        fits('outcome', answer.json);
      }
    }
    const answer = await service.call(speaking('patient-view'), { token: 'token-of-watcher' });
    assert.equal(answer.status, 403);
    fits('outcome', answer.json);
  });
});
