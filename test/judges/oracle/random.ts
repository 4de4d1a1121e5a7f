import * as fc from 'fast-check';
import type { Esp, Identity, Ike, Match, Method, Network, Networks, OracleEnd, OraclePair } from './pair';

const hash = fc.constantFrom('sha1', 'sha256', 'sha384', 'sha512');
const group = fc.constantFrom(14, 19, 20, 21);
const some = <T>(from: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(from, { minLength: 1, maxLength });
const cbc = fc.constantFrom('aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128');
const gcm = fc.constantFrom('aes-gcm-256', 'aes-gcm-128');

const ike: fc.Arbitrary<Ike> = fc.oneof(
  fc.record({ encryption: some(gcm, 2), prf: some(hash, 2), group: some(group, 2) }),
  fc.record({ encryption: some(cbc, 2), integrity: some(hash, 2), group: some(group, 2) }),
  fc.record({ encryption: some(cbc, 2), integrity: some(hash, 2), prf: some(hash, 2), group: some(group, 2) }),
);
const plainEsp: fc.Arbitrary<Esp> = fc.oneof(
  fc.record({ encryption: fc.constantFrom('aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128') }),
  fc.record({ encryption: cbc, integrity: hash }),
);
/** An ASA offers several ciphers and hashes in one proposal. */
const wideEsp: fc.Arbitrary<Esp> = fc.record({
  encryption: cbc,
  integrity: hash,
  furtherEncryption: some(fc.oneof(cbc, gcm), 2),
  furtherIntegrity: some(hash, 2),
});

const names = fc.constantFrom('mumbai.example.net', 'pune.example.net', 'delhi.example.org');
const mails = fc.constantFrom('mumbai@example.net', 'pune@example.net', 'delhi@example.org');
const keyIds = fc.constantFrom('mumbai', 'pune');
const domains = fc.constantFrom('example.net', 'example.org');
const parts = fc.uniqueArray(
  fc.constantFrom('cn=mumbai.example.net', 'cn=pune.example.net', 'ou=hubs', 'ou=spokes', 'o=example'),
  {
    minLength: 1,
    maxLength: 2,
    selector: (part) => part.split('=')[0],
  },
);
const method = fc.constantFrom<Method>('pre-share', 'rsa-sig', 'ecdsa-sig');
const subject = (city: string, unit: string): string => `cn=${city}.example.net,ou=${unit},o=example`;
const subjects = fc
  .tuple(fc.constantFrom('mumbai', 'pune', 'delhi'), fc.constantFrom('hubs', 'spokes'))
  .map(([city, unit]) => subject(city, unit));
const identity: fc.Arbitrary<Identity> = fc.oneof(
  fc.constantFrom<Identity>({ type: 'address' }, { type: 'dn' }),
  names.map((value) => ({ type: 'fqdn' as const, value })),
  mails.map((value) => ({ type: 'email' as const, value })),
  keyIds.map((value) => ({ type: 'key-id' as const, value })),
);
const match: fc.Arbitrary<Match> = fc.oneof(
  fc.constantFrom('any', 'address', 'network', 'other-network').map((by) => ({ by })),
  names.map((value) => ({ by: 'fqdn' as const, value })),
  domains.map((value) => ({ by: 'fqdn-domain' as const, value })),
  mails.map((value) => ({ by: 'email' as const, value })),
  domains.map((value) => ({ by: 'email-domain' as const, value })),
  keyIds.map((value) => ({ by: 'key-id' as const, value })),
  parts.map((all) => ({ by: 'map' as const, parts: all })),
);
const network = fc.constantFrom<Network>(0, 1, 2, 'wide');
const networks: fc.Arbitrary<Networks> = fc.record({ here: some(network, 2), there: some(network, 2) });

/** What a peer that says this of itself is taken by; several ways are right. */
const matching = (said: Identity, subject: string): fc.Arbitrary<Match> => {
  switch (said.type) {
    case 'address':
      return fc.constantFrom<Match>({ by: 'any' }, { by: 'address' }, { by: 'network' });
    case 'dn':
      return fc.subarray(subject.split(','), { minLength: 1 }).map((all) => ({ by: 'map', parts: all }));
    case 'key-id':
      return fc.constantFrom<Match>({ by: 'any' }, { by: 'key-id', value: said.value });
    default:
      return fc.constantFrom<Match>(
        { by: 'any' },
        { by: said.type, value: said.value },
        { by: `${said.type}-domain`, value: said.value.replace(/^[^.@]+[.@]/, '') },
      );
  }
};

/** An identity that goes with how an end proves itself: with a certificate what stands in it. */
const honest = (proves: Method, city: string): fc.Arbitrary<Identity> => {
  const name = `${city}.example.net`;
  return proves === 'pre-share'
    ? fc.constantFrom<Identity>(
        { type: 'address' },
        { type: 'fqdn', value: name },
        { type: 'email', value: `${city}@example.net` },
        { type: 'key-id', value: city },
      )
    : fc.constantFrom<Identity>({ type: 'dn' }, { type: 'fqdn', value: name });
};

type Form = OracleEnd['form'];
interface Base {
  readonly written: OraclePair['written'];
  readonly forms: readonly [Form, Form];
  readonly platforms: readonly [OracleEnd['platform'], OracleEnd['platform']];
  readonly ike: readonly Ike[];
  readonly esp: readonly Esp[];
  readonly pfs: number | undefined;
  readonly proofs: readonly [Method, Method];
  readonly authorities: readonly [0 | 1, 0 | 1];
}
const certain = <T>(value: T): fc.Arbitrary<T> => fc.constant(value);

const written = fc.constantFrom<OraclePair['written']>('parts', 'parts', 'parts', 'parts', 'vpn');
/** A router has no crypto map here. */
const platformOf = (form: Form): fc.Arbitrary<OracleEnd['platform']> =>
  form === 'policy' ? fc.constantFrom('asa', 'asa', 'ftd') : fc.constantFrom('ios-xe', 'ios-xe', 'asa', 'ftd');
const forms = fc.constantFrom<readonly [Form, Form]>(
  ['route', 'route'],
  ['route', 'route'],
  ['route', 'route'],
  ['policy', 'policy'],
  ['policy', 'policy'],
  ['route', 'policy'],
);

/** Both ends of a SiteToSiteVpn are of one form, have one suite and a key. */
const ofVpn = (given: Base): Base =>
  given.written === 'parts' || given.forms[0] !== given.forms[1]
    ? { ...given, written: 'parts' }
    : {
        ...given,
        ike: given.ike.slice(0, 1),
        esp: given.esp.slice(0, 1),
        pfs: given.pfs ?? given.ike[0]!.group[0]!,
        proofs: ['pre-share', 'pre-share'],
      };

const base: fc.Arbitrary<Base> = fc
  .tuple(written, forms)
  .chain(([how, both]) =>
    fc.record({
      written: certain(how),
      forms: certain(both),
      platforms: fc.tuple(platformOf(both[0]), platformOf(both[1])),
      ike: fc.array(ike, { minLength: 1, maxLength: 2 }),
      esp: fc.array(plainEsp, { minLength: 1, maxLength: 2 }),
      pfs: fc.option(group, { nil: undefined }),
      proofs: fc.oneof(
        method.map((each) => [each, each] as const),
        fc.tuple(method, method),
      ),
      authorities: fc.constantFrom([0, 0] as const, [0, 0] as const, [0, 1] as const),
    }),
  )
  .map(ofVpn);

/** The keys of a trustpoint of a firewall are RSA here, and it takes both kinds. */
const ofFirewall = (each: Method): Method => (each === 'ecdsa-sig' ? 'rsa-sig' : each);
const byAddress = certain<Match>({ by: 'address' });
const cities = ['mumbai', 'pune'] as const;
const units = ['hubs', 'spokes'] as const;
/** A tunnel interface before a list asks for everything. */
const listed = (own: Form, other: Form): Networks =>
  own === other ? { here: [0], there: [0] } : { here: ['wide'], there: ['wide'] };
/** A firewall takes a peer by its address or certificate: the group of an ASA is named by the peer's address. */
const agreeing = (given: Base): fc.Arbitrary<readonly [OracleEnd, OracleEnd]> => {
  const said = ([0, 1] as const).map((side) =>
    given.platforms[side] !== 'ios-xe'
      ? certain<Identity>({ type: given.proofs[side] === 'pre-share' ? 'address' : 'dn' })
      : given.written === 'vpn'
        ? certain<Identity>({ type: 'address' })
        : honest(given.proofs[side], cities[side]),
  );
  return fc.tuple(said[0]!, said[1]!).chain((identities) =>
    fc
      .tuple(
        given.written === 'vpn' ? byAddress : matching(identities[1], subject(cities[1], units[1])),
        given.written === 'vpn' ? byAddress : matching(identities[0], subject(cities[0], units[0])),
      )
      .map((matches) => {
        const proves = (side: 0 | 1): Method =>
          given.platforms[side] !== 'ios-xe' ? ofFirewall(given.proofs[side]) : given.proofs[side];
        const end = (side: 0 | 1): OracleEnd => {
          const other = side === 0 ? 1 : 0;
          return {
            platform: given.platforms[side],
            form: given.forms[side],
            ike: given.ike,
            esp: given.esp,
            pfs: given.pfs,
            proves: proves(side),
            takes: proves(other),
            key: 0,
            identity: identities[side],
            match: matches[side],
            authority: given.authorities[side],
            subject: subject(cities[side], units[side]),
            fqdn: `${cities[side]}.example.net`,
            trusts: given.authorities[other],
            dials: 'peer',
            networks: listed(given.forms[side], given.forms[other]),
          };
        };
        return [end(0), end(1)] as const;
      }),
  );
};

type Change = fc.Arbitrary<Partial<OracleEnd>>;
const field = <K extends keyof OracleEnd>(name: K, values: fc.Arbitrary<OracleEnd[K]>): Change =>
  values.map((value) => ({ [name]: value }));
/** What may become another one at an end. It may still agree. */
const changes: Readonly<Record<string, Change>> = {
  ike: field('ike', fc.array(ike, { minLength: 1, maxLength: 2 })),
  esp: field('esp', fc.array(plainEsp, { minLength: 1, maxLength: 2 })),
  'wide esp': field('esp', fc.array(wideEsp, { minLength: 1, maxLength: 1 })),
  pfs: field('pfs', fc.option(group, { nil: undefined })),
  proves: field('proves', method),
  takes: field('takes', method),
  key: field('key', certain(1)),
  identity: field('identity', identity),
  match: field('match', match),
  authority: field('authority', certain(1)),
  trusts: field('trusts', certain(1)),
  subject: field('subject', subjects),
  fqdn: field('fqdn', fc.option(names, { nil: undefined })),
  dials: field('dials', certain('nobody')),
  overridden: field('overridden', certain(true as const)),
  networks: field('networks', networks),
};
/** Of which ends a change is: all others pass it over. */
const fits: Readonly<Record<string, (end: OracleEnd) => boolean>> = {
  networks: ({ form }) => form === 'policy',
  // The groups of an ASA are called like their peers, and an FMC has no destination.
  overridden: ({ form, platform }) => platform === 'ios-xe' || (platform === 'asa' && form === 'route'),
  'wide esp': ({ platform }) => platform === 'asa',
  identity: ({ platform }) => platform === 'ios-xe',
  match: ({ platform }) => platform === 'ios-xe',
};
/** What may differ at the ends of a SiteToSiteVpn: what is overridden. */
const ofVpns: readonly string[] = ['overridden', 'pfs'];

const change = fc
  .tuple(fc.constantFrom(...Object.keys(changes)), fc.constantFrom<0 | 1>(0, 1))
  .chain(([name, side]) => changes[name]!.map((fields) => ({ name, side, fields })));

/** What cannot be: a firewall with an EC key, one behind an FMC that proves itself in one way and takes another. */
const possible = (end: OracleEnd): OracleEnd => {
  if (end.platform === 'ios-xe') return end;
  const [proves, takes] = [ofFirewall(end.proves), ofFirewall(end.takes)];
  return { ...end, proves, takes: end.platform === 'ftd' ? proves : takes };
};

/** A pair that agrees, and up to two changes at one end or the other. */
export const oraclePair: fc.Arbitrary<OraclePair> = base
  .chain((given) => fc.tuple(certain(given), agreeing(given), fc.array(change, { maxLength: 2 })))
  .map(([{ written }, ends, all]) => {
    const fitting = all.filter(
      ({ name, side }) => (fits[name]?.(ends[side]) ?? true) && (written === 'parts' || ofVpns.includes(name)),
    );
    const changed = fitting.reduce<readonly [OracleEnd, OracleEnd]>(
      ([a, b], { side, fields }) => (side === 0 ? [{ ...a, ...fields }, b] : [a, { ...b, ...fields }]),
      ends,
    );
    return {
      written,
      ends: [possible(changed[0]), possible(changed[1])],
      changed: fitting.map(({ name, side }) => `${name} at ${cities[side]}`),
    };
  });

/** The same pairs for the same seed. */
export const randomPairs = (count: number, seed: number): readonly OraclePair[] =>
  fc.sample(oraclePair, { numRuns: count, seed });
