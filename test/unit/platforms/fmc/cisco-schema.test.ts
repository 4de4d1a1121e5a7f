import fc from 'fast-check';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import type { NounOf } from '../../../../lib/model/nouns';
import { fmc } from '../../../../lib/platforms/fmc';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcNouns, fmcSurroundings, proposalNoun, type FmcKind } from '../../../support/arbitraries';
import { ciscoSchema, skipWithoutCisco } from '../../../support/cisco-schema';
import { requestsFor } from '../../../support/fmc-requests';
import { holds } from '../../../support/properties';

const base = '/api/fmc_config/v1/domain/{domainUUID}';

/**
 * The specification is cut to the VPN: BGP, ECMP, access control, security group tags and users of local realms are not in it,
 * and of SLA monitors only that routes name them.
 */
const outOfIt: readonly FmcKind[] = [
  ...([
    'ftd-bgp',
    'ftd-ecmp-zone',
    'security-group-tag',
    'sla-monitor',
    'access-rule',
    'local-realm-user',
    'dynamic-access-policy',
  ] as const),
];
const kinds = Object.keys(fmcNouns) as FmcKind[];

skipWithoutCisco()('every body of every noun is one that Cisco’s schema takes', () => {
  let faultsOf: ReturnType<typeof ciscoSchema>;
  beforeAll(() => {
    faultsOf = ciscoSchema();
  });
  test.each(kinds.filter((kind) => !outOfIt.includes(kind)))('%s', (kind) =>
    holds(
      fc.property(fmcNouns[kind] as fc.Arbitrary<NounOf<FmcKind>>, proposalNoun, (noun, proposal) => {
        const { requests, problems } = requestsFor(kind, noun, proposal);
        expect(problems).toEqual([]);
        expect(requests.length).toBeGreaterThan(0);
        for (const { method, path, body } of requests)
          expect(faultsOf({ method, path: `${base}/${path}`, body })).toEqual([]);
      }),
    ),
  );
  test.each(outOfIt)('%s is not in it', (kind) => {
    const nounsOfKind: fc.Arbitrary<NounOf<FmcKind>> = fmcNouns[kind];
    const [noun] = fc.sample(nounsOfKind, { numRuns: 1, seed: 1 });
    const own = requestsFor(kind, noun!).requests.filter((request) => request.kind === kind);
    const faults = own.flatMap(({ method, path, body }) => faultsOf({ method, path: `${base}/${path}`, body }));
    expect(faults).toEqual(own.map(({ method, path }) => `${method} ${base}/${path} is not in the specification`));
  });
  test('and not one with a member too many, a wrong type, or a path that there is not', () => {
    const path = `${base}/object/hosts`;
    expect(faultsOf({ method: 'POST', path, body: { type: 'Host', name: 'h', value: '192.0.2.1' } })).toEqual([]);
    expect(
      faultsOf({ method: 'POST', path, body: { type: 'Host', name: 'h', value: '192.0.2.1', colour: 'red' } }),
    ).toHaveLength(1);
    expect(faultsOf({ method: 'POST', path, body: { type: 'Host', name: 5, value: '192.0.2.1' } })).toHaveLength(1);
    expect(faultsOf({ method: 'POST', path: `${base}/object/boxes`, body: {} })).toEqual([
      `POST ${base}/object/boxes is not in the specification`,
    ]);
  });
  test('the requests of the artifact are those of the steps', () => {
    const { desired } = lowerRest(fmcSurroundings, grammarOf, 'the FMC');
    const [{ suffix, text } = { suffix: '', text: '' }] = fmc.artifacts(desired);
    expect(suffix).toBe('.requests.json');
    for (const request of JSON.parse(text) as Parameters<typeof faultsOf>[0][]) expect(faultsOf(request)).toEqual([]);
  });
});
