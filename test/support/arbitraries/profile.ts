import fc from 'fast-check';
import { methodOf } from '../../../lib/model/shared/ike-authentication';
import type { NounOf } from '../../../lib/model/nouns';
import {
  anyAddress,
  bare,
  distinct,
  domainName,
  has,
  hostOrNetwork,
  int,
  mayRef,
  on,
  oneOf,
  opt,
  port,
  rare,
  record,
  refTo,
  refsTo,
  secretRef,
  someOf,
  text,
  vrfRef,
  where,
  word,
  type Pool,
} from './basic';

type Profile = NounOf<'ikev2-profile'>;
type Remote = NonNullable<Profile['authenticationRemote']>[number];
type Local = NonNullable<Profile['authenticationLocal']>;
type Authorization = NonNullable<Profile['aaaAuthorization']>[number];

const identity: fc.Arbitrary<NonNullable<Profile['identityLocal']>> = fc.oneof(
  fc.constant({ type: 'dn' as const }),
  anyAddress.map((address) => ({ type: 'address' as const, address })),
  domainName.map((fqdn) => ({ type: 'fqdn' as const, fqdn })),
  domainName.map((host) => ({ type: 'email' as const, email: `vpn@${host}` })),
  word.map((keyId) => ({ type: 'key-id' as const, keyId })),
);

const ways = ['cert', 'eap', 'psk', 'anyconnect-eap'] as const;
const on1 = fc.constant(true as const);

/** Each method of the remote end, with the options that it has. */
const remoteForms: Readonly<Record<string, fc.Arbitrary<Remote>>> = {
  'rsa-sig': fc.constant('rsa-sig'),
  'ecdsa-sig': fc.constant('ecdsa-sig'),
  'pre-share': fc.oneof(
    fc.constant('pre-share' as const),
    fc.record({ method: fc.constant('pre-share' as const), key: secretRef }),
  ),
  eap: fc.oneof(
    fc.constant('eap' as const),
    record<Extract<Remote, { method: 'eap' }>>({
      method: fc.constant('eap'),
      queryIdentity: on1,
      timeout: opt(int(45, 180)),
    }),
    record<Extract<Remote, { method: 'eap' }>>({ method: fc.constant('eap'), timeout: int(45, 180) }),
  ),
  'anyconnect-eap': fc.oneof(
    fc.constant('anyconnect-eap' as const),
    fc.constant({ method: 'anyconnect-eap' as const, certRequest: true as const }),
  ),
};
/** `eap` with nothing to say is written as a word. */
const localEap = record<Extract<Local, { method: 'eap' }>>({
  method: fc.constant('eap'),
  type: oneOf(['gtc', 'md5', 'mschapv2'] as const),
  username: opt(word),
  password: opt(secretRef),
});

interface Means {
  readonly keyring: boolean;
  readonly trustpoints: boolean;
  readonly logins: boolean;
}
interface Authentication {
  readonly remote: Remote[];
  readonly local: Local;
}
/** What the configuration has the means for; a pre-shared key in the profile itself always goes. */
const authentication = ({ keyring, trustpoints, logins }: Means): fc.Arbitrary<Authentication> => {
  const inline = fc.record({ method: fc.constant('pre-share' as const), key: secretRef });
  const shared = keyring ? remoteForms['pre-share']! : inline;
  const signed = oneOf(['rsa-sig', 'ecdsa-sig'] as const);
  const asked = logins && trustpoints ? [remoteForms['eap']!, remoteForms['anyconnect-eap']!] : [];
  const forms = [shared, ...(trustpoints ? [remoteForms['rsa-sig']!, remoteForms['ecdsa-sig']!] : []), ...asked];
  const locals: fc.Arbitrary<Local>[] = [
    keyring ? fc.oneof(fc.constant('pre-share' as const), inline) : inline,
    fc.constant('eap'),
    fc.constant('dynamic'),
    localEap,
    ...(trustpoints ? [signed, signed] : []),
  ];
  return fc
    .tuple(distinct(fc.oneof(...forms), 4, methodOf), fc.oneof(...locals), signed)
    .map(([remote, local, signature]) => {
      const certain = remote.some((method) => methodOf(method).endsWith('eap')) && !methodOf(local).endsWith('-sig');
      return { remote, local: certain ? signature : local };
    });
};

const authorization = (pool: Pool): fc.Arbitrary<Authorization> => {
  const cached = fc.record({
    of: fc.constant('user' as const),
    method: oneOf(['eap', 'psk', 'anyconnect-eap'] as const),
    cached: on1,
  });
  if (!has(pool, 'aaa-authorization-list')) return cached;
  const listed = fc
    .record({
      of: oneOf(['group', 'user'] as const),
      override: on,
      method: oneOf([...ways, 'any'] as const),
      list: refTo('aaa-authorization-list', pool),
      policy: rare(
        has(pool, 'ikev2-authorization-policy') && pool['ikev2-authorization-policy'] !== undefined
          ? fc.oneof<fc.Arbitrary<NonNullable<Authorization['policy']>>[]>(
              refTo('ikev2-authorization-policy', pool),
              word,
            )
          : word,
      ),
      nameMangler: mayRef('ikev2-name-mangler', pool),
      password: rare(secretRef),
    })
    .map(({ override, nameMangler, ...rest }) =>
      bare({
        ...rest,
        override: rest.of === 'group' ? override : undefined,
        nameMangler: rest.policy === undefined ? nameMangler : undefined,
      }),
    );
  return fc.oneof<fc.Arbitrary<Authorization>[]>(
    cached,
    listed as fc.Arbitrary<Authorization>,
    listed as fc.Arbitrary<Authorization>,
  );
};

const matches = (pool: Pool): { [F in keyof Profile]?: fc.Arbitrary<Profile[F]> } => ({
  // `0.0.0.0` and `0.0.0.0/0` are one line.
  matchRemoteAddresses: rare(
    distinct(
      hostOrNetwork.filter((text) => text !== '0.0.0.0/0'),
      3,
    ),
  ),
  matchRemoteFqdns: rare(distinct(domainName, 2)),
  matchRemoteFqdnDomains: rare(distinct(domainName, 2)),
  matchRemoteEmails: rare(
    distinct(
      domainName.map((host) => `vpn@${host}`),
      2,
    ),
  ),
  matchRemoteEmailDomains: rare(distinct(domainName, 2)),
  matchRemoteKeyIds: rare(distinct(word, 2)),
  matchRemoteAny: on,
  matchCertificates: where(has(pool, 'certificate-map'), () => refsTo('certificate-map', pool, 2)),
});
const templateName = int(1, 4095).map((n) => `Virtual-Template${n}`);
const template = (pool: Pool) =>
  (pool['virtual-template'] === undefined ? templateName : oneOf(pool['virtual-template'])).map((name) => ({
    ref: 'virtual-template' as const,
    name,
  }));

/** Everything that does not hang on how the ends prove themselves. */
const rest = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<Profile> =>
  record<Profile>({
    name,
    description: opt(text),
    matchFvrf: rare(fc.oneof<fc.Arbitrary<NonNullable<Profile['matchFvrf']>>[]>(fc.constant('any'), vrfRef(pool))),
    matchLocal: rare(
      distinct(
        fc.oneof<fc.Arbitrary<NonNullable<Profile['matchLocal']>[number]>[]>(
          anyAddress,
          port(pool).map((named) => ({ interface: named })),
        ),
        2,
      ),
    ),
    matchInboundOnly: on,
    matchApplication: rare(oneOf(['sdwan', 'autovpn'] as const)),
    ...matches(pool),
    lifetime: opt(fc.oneof(int(120, 86400), fc.constant(86400), fc.constant('certificate' as const))),
    dpd: opt(
      fc.record({ interval: int(10, 3600), retry: int(2, 60), mode: oneOf(['on-demand', 'periodic'] as const) }),
    ),
    natKeepalive: rare(int(5, 3600)),
    natForceEncap: on,
    ivrf: rare(vrfRef(pool)),
    aaaAuthorization: rare(distinct(authorization(pool), 3, ({ of, method }) => `${of} ${method}`)),
    aaaAccounting: where(has(pool, 'aaa-accounting-list'), () =>
      distinct(fc.record({ method: oneOf(ways), list: refTo('aaa-accounting-list', pool) }), 2, ({ method }) => method),
    ),
    virtualTemplate: where(has(pool, 'virtual-template'), () =>
      fc.oneof<fc.Arbitrary<NonNullable<Profile['virtualTemplate']>>[]>(
        template(pool),
        template(pool).map((named) => ({ template: named, mode: 'auto' as const })),
      ),
    ),
    anyconnectProfile: mayRef('anyconnect-profile', pool),
    redirectGatewayAuth: on,
    configExchangeRequest: rare(fc.boolean()),
    configExchangeSetAccept: rare(fc.boolean()),
    configExchangeSetSend: rare(fc.boolean()),
    initialContactForce: on,
    shutdown: on,
  });

/** One IKEv2 profile that has what its authentication methods need. */
export const profile = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<Profile> => {
  const means = {
    keyring: has(pool, 'ikev2-keyring'),
    trustpoints: has(pool, 'cert-trustpoint'),
    logins: has(pool, 'aaa-authentication-list'),
  };
  const trusted = distinct(
    fc.oneof<fc.Arbitrary<NonNullable<Profile['trustpoints']>[number]>[]>(
      means.trustpoints ? refTo('cert-trustpoint', pool) : fc.constant({ ref: 'cert-trustpoint', name: 'none' }),
      ...(means.trustpoints
        ? [fc.record({ trustpoint: refTo('cert-trustpoint', pool), use: oneOf(['sign', 'verify'] as const) })]
        : []),
    ),
    2,
    (each) => ('trustpoint' in each ? each.trustpoint.name : each.name),
  );
  const login = means.logins ? refTo('aaa-authentication-list', pool) : fc.constant(undefined);
  const keyringAaa = where(has(pool, 'aaa-authorization-list'), () =>
    record<NonNullable<Profile['keyringAaa']>>({
      list: refTo('aaa-authorization-list', pool),
      nameMangler: mayRef('ikev2-name-mangler', pool),
      password: rare(secretRef),
    }),
  );
  const reconnect = rare(
    fc.oneof<fc.Arbitrary<NonNullable<Profile['reconnect']>>[]>(
      fc.constant(true),
      int(600, 86400).map((timeout) => ({ timeout })),
    ),
  );
  const parts = fc.record({
    base: rest(name, pool),
    proofs: authentication(means),
    keyring: means.keyring ? refTo('ikev2-keyring', pool) : fc.constant(undefined),
    keyringAaa,
    keyringPpk: mayRef('ikev2-keyring', pool),
    trustpoints: trusted,
    identityLocal: opt(identity),
    login,
    reconnect,
    extra: rare(someOf(['eap', 'anyconnect-eap'] as const)),
    dynamic: fc.nat(9),
  });
  return parts.map(({ base, proofs, keyring, login: list, extra = [], dynamic, ...more }) => {
    if (dynamic === 0) return { ...base, dynamic: true as const };
    const { remote, local } = proofs;
    const names = [...remote, local].map(methodOf);
    const asked = [...new Set([...remote.map(methodOf).filter((method) => method.endsWith('eap')), ...extra])];
    const matched = Object.keys(base).some((field) => /^match(Remote|Certificates)/.test(field));
    return bare<Profile>({
      ...base,
      ...(matched ? {} : { matchRemoteAddresses: ['192.0.2.1'] }),
      ...(local === 'dynamic' ? { matchInboundOnly: true as const } : {}),
      identityLocal: more.identityLocal,
      authenticationRemote: remote,
      authenticationLocal: local,
      keyring: [...remote, local].includes('pre-share') ? keyring : undefined,
      keyringAaa: more.keyringAaa,
      keyringPpk: more.keyringPpk,
      trustpoints: names.some((method) => method.endsWith('-sig')) ? more.trustpoints : undefined,
      aaaAuthentication:
        list && asked.length > 0
          ? asked.map((method) => ({ method: method as 'eap' | 'anyconnect-eap', list }))
          : undefined,
      reconnect: names.includes('pre-share') ? undefined : more.reconnect,
    });
  });
};
