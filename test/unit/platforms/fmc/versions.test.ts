import fc from 'fast-check';
import { collections } from '../../../../lib/lab/devices/fmc/collections';
import { matches } from '../../../../lib/lab/devices/fmc/shape';
import type { NounOf } from '../../../../lib/model/nouns';
import { fmcNouns, type FmcKind } from '../../../support/arbitraries';
import { scep } from '../../../support/fmc-bounds';
import { requestsFor } from '../../../support/fmc-requests';
import { seed } from '../../../support/properties';

/** Each noun against the versions of the FMC: what a version cannot is said at synth, and the lab's FMC cannot it either. */

const versions = ['6.2', '6.3', '6.6', '6.7', '7.0', '7.1', '7.2', '7.3', '7.4', '7.6', '7.7', '10.0'];
type Noun = NounOf<FmcKind>;
const missing = (kind: FmcKind, noun: Noun, version: string) =>
  requestsFor(kind, noun, undefined, version).problems.filter(
    ({ code, path }) => code === 'version.missing' && path === 'stack/fmc/x',
  );
const firstAtSynth = (kind: FmcKind, noun: Noun): string | undefined =>
  versions.find((version) => missing(kind, noun, version).length === 0);

/** The first version in which the lab's FMC takes the request that makes it. */
const firstInTheLab = (kind: FmcKind, noun: Noun): string => {
  const own = requestsFor(kind, noun).requests.find((step) => step.kind === kind && step.name === noun.name)!;
  const path = own.path.split('?')[0]!.replace(/\{[^}]*\}/g, 'x');
  const at = own.method === 'PUT' ? path.replace(/\/[^/]+$/, '') : path;
  const spec = collections.find((one) => matches(one.at, at));
  expect([own.path, spec?.at]).toEqual([own.path, expect.any(String)]);
  return spec!.writes ?? spec!.since ?? versions[0]!;
};
const secret = { secret: 'env', name: 'P12' };
const plain = { name: 'x', enrollment: { type: 'pkcs12', content: secret, passphrase: secret } };

describe('the first version that writes it', () => {
  // A dynamic tunnel stands among static ones, which are older.
  const kinds = (Object.keys(fmcNouns) as FmcKind[]).filter((kind) => kind !== 'ftd-dynamic-tunnel');
  test.each(kinds)('%s', (kind) => {
    const nounsOfKind: fc.Arbitrary<Noun> = fmcNouns[kind];
    const [sample] = fc.sample(nounsOfKind, { seed, numRuns: 1 });
    const { enrollment } = plain;
    const { object, device } = sample as NounOf<'cert-trustpoint-override'>;
    const noun =
      kind === 'cert-trustpoint'
        ? (plain as never)
        : kind === 'cert-trustpoint-override'
          ? ({ name: device.name, object, device, enrollment } as never)
          : kind === 'vpn-topology'
            ? ({ ...sample!, routeBased: false } as never)
            : sample!;
    expect(firstAtSynth(kind, noun)).toBe(firstInTheLab(kind, noun));
  });
  test('a topology of tunnel interfaces came later than one of networks', () => {
    const [sample] = fc.sample(fmcNouns['vpn-topology'], { seed, numRuns: 1 });
    expect(firstAtSynth('vpn-topology', { ...sample!, routeBased: true })).toBe('6.7');
  });
  test('a dynamic tunnel came later than a static one', () => {
    const [sample] = fc.sample(fmcNouns['ftd-dynamic-tunnel'], { seed, numRuns: 1 });
    expect(firstAtSynth('ftd-dynamic-tunnel', sample!)).toBe('7.3');
  });
  const tunnel = { name: 'Tunnel6', device: { ref: 'ftd-device', name: 'mumbai-pair', external: true }, ifname: 't6' };
  test.each([
    ['6.7', { address: '10.58.2.1/30', mode: 'ipsec-ipv4' }],
    ['7.3', { address: '10.58.2.1/30', mode: 'ipsec-ipv4', sourceIpv6Address: '2001:db8:93::1' }],
    ['7.3', { ipv6Addresses: ['2001:db8:6::1/64'], mode: 'ipsec-ipv6' }],
  ])('a tunnel interface from %s on: %j', (version, more) => {
    expect(firstAtSynth('tunnel-interface', { ...tunnel, source: 'outside', ...more })).toBe(version);
  });
  test.each([
    ['pkcs12', '7.2'],
    ['terminal', '7.4'],
    ['url', '7.7'],
    ['est', '7.7'],
    ['acme', '10.0'],
    ['selfsigned', '7.7'],
  ])('an enrolment %s', (type, version) => {
    const [zone, authority] = [
      { ref: 'security-zone', name: 'Z' },
      { ref: 'cert-trustpoint', name: 'CA' },
    ];
    const acme = type === 'acme' ? { interface: zone, authority } : {};
    const noun = {
      name: 'CA',
      enrollment: { ...plain.enrollment, type, url: 'https://ca.example.net', ...acme },
    } as never;
    expect(firstAtSynth('cert-trustpoint', noun)).toBe(version);
  });
});

test('what a version cannot is said with the way out', () => {
  const said = (kind: FmcKind, noun: object, version: string) =>
    missing(kind, noun as never, version).map(({ message, hint }) => [message, hint]);
  const pool = { name: 'POOL', ranges: [{ from: '10.0.0.1', to: '10.0.0.9' }] };
  expect(said('address-pool', pool, '7.0')).toEqual([
    [
      'address pool: the FMC 7.0 cannot, from 7.2 on it can',
      "make it on the FMC by hand and give AddressPool.fromExisting(fmc, 'existing', 'POOL'), or raise the FMC to 7.2",
    ],
  ]);
  expect(said('address-pool', pool, '7.2')).toEqual([]);
  expect(said('cert-trustpoint', { ...scep, enrollment: { type: 'est', url: 'https://ca' } }, '7.6.5')).toEqual([
    [
      'an enrolment by EST: the FMC 7.6.5 cannot, from 7.7 on it can',
      "make it under Objects > PKI > Cert Enrollment and give CertTrustpoint.fromExisting(fmc, 'existing', 'x'), or enrol by pkcs12",
    ],
  ]);
});
