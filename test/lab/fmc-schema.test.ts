import { startFmc, type LabFmc } from '../../lib/lab/devices/fmc';
import { connect } from '../support/fmc-lab/client';
import { prefix, tour, type Exchange } from '../support/fmc-lab/tour';
import { ciscoApi, skipWithoutCisco, type CiscoApi } from '../support/cisco-schema';
import { policiesTour } from './fmc-policies-tour';

type Bag = { [key: string]: unknown };

/** The faults that the schema finds in one exchange: what the lab accepted, and what it answered. */
const faultsOf = (api: CiscoApi, one: Exchange): readonly string[] => {
  const found = api.find(one.method, one.path.split('?')[0]!);
  if (!found?.operation) return [`${one.method} ${one.path} is not in the specification`];
  const check = (what: string, name: string | undefined, value: unknown): readonly string[] =>
    name === undefined
      ? []
      : api.faults(name, value).map((fault) => `${one.method} ${found.template} ${what} ${fault}`);
  if (one.status >= 400) return check('error', 'ErrorResponse', (one.got as Bag)['error']);
  const answer = (found.operation['responses'] as Bag)[String(one.status)];
  if (!answer) return [`${one.method} ${found.template} does not answer ${one.status}`];
  if (one.path.includes('bulk=true')) return [];
  const asked = api.schemaOf(found.operation['requestBody']);
  const request = one.sent === undefined || asked?.form ? [] : check('request', asked?.name, one.sent);
  return [...request, ...check('answer', api.schemaOf(answer)?.name, one.got)];
};

skipWithoutCisco()('Cisco’s schema', () => {
  let lab: LabFmc;
  beforeAll(async () => {
    lab = await startFmc({ topologyParts: 'references', requestsPerMinute: 0, deployMs: 90 });
  });
  afterAll(() => lab.close());

  test('holds for every answer and every body that is accepted', async () => {
    const cisco = ciscoApi();
    const seen = await tour(await connect(lab));
    expect(seen.length).toBeGreaterThan(60);
    expect(
      seen
        .filter((one) => one.status >= 400 && !one.path.includes('taskstatuses'))
        .map((one) => `${one.method} ${one.path}`),
    ).toEqual([`POST ${prefix}object/hosts`]);
    expect([...new Set(seen.flatMap((one) => faultsOf(cisco, one)))]).toEqual([]);
  });

  test('holds for remote access, NAT, assignments and logging on 7.7', async () => {
    const newer = await startFmc({ topologyParts: 'references', requestsPerMinute: 0, version: '7.7.0', flapSeed: 0 });
    try {
      const cisco = ciscoApi();
      const seen = await policiesTour(await connect(newer));
      expect(seen.length).toBeGreaterThan(60);
      const refused = seen.filter((one) => one.status >= 400);
      /** Assigned policies cannot go, nor a profile that a certificate map leads to. */
      expect(refused.map((one) => `${one.method} ${one.path.split('/')[6]} ${one.status}`)).toEqual(
        Array.from({ length: 4 }, () => 'DELETE policy 400'),
      );
      const unknown = seen.filter((one) => !one.path.includes('dynamicaccesspolicies'));
      expect([...new Set(unknown.flatMap((one) => faultsOf(cisco, one)))]).toEqual([]);
    } finally {
      await newer.close();
    }
  });
});
