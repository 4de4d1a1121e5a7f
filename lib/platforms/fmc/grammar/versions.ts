import type { AnyRest, RestGrammar, Since } from '../../../desired/rest/grammar';
import { nouns, type Kind } from '../../../model/nouns';
import { overriddenBy } from './object-overrides';

type Bag = Record<string, unknown>;

const handMade = (construct: string) => (name: string) =>
  `make it on the FMC by hand and give ${construct}.fromExisting(fmc, 'existing', '${name}'), or raise the FMC to 7.2`;
const inThePolicy = () =>
  'set it in the policy under Devices > VPN > Remote Access and leave it out here, or raise the FMC to 7.2';

/**
 * The first version whose REST API writes each noun, and the way out before that. What is not here is written by every
 * version that there is. Where sources differ (access lists: 7.1 or 7.2) the later one stands.
 */
const old = () => 'raise the FMC to 6.3: before that it has no VPN in its REST API';
type First = readonly [version: string, instead: (name: string) => string];
const first: Readonly<Partial<Record<Kind, First>>> = {
  'vpn-topology': ['6.3', old],
  'vpn-endpoint': ['6.3', old],
  'ikev2-policy': ['6.3', old],
  'ipsec-transform-set': ['6.3', old],
  'tunnel-interface': ['6.7', () => 'write a policy-based topology: routeBased: false'],
  'ftd-loopback': [
    '7.4',
    () => 'raise the FMC to 7.4, or let FtdDynamicTunnel borrow from another interface: its logical name as unnumbered',
  ],
  'ftd-dynamic-tunnel': [
    '7.3',
    () => 'give the hub a TunnelInterface for each spoke, in a topology each: SiteToSiteVpn for each pair',
  ],
  'ftd-bgp': [
    '7.2',
    () => 'set it on the FMC under Devices > Routing > BGP and leave it out here, or raise the FMC to 7.2',
  ],
  'ftd-ecmp-zone': [
    '7.1',
    () => 'give one of the routes another distance and leave the zone out, or raise the FMC to 7.1',
  ],
  'access-list': ['7.2', handMade('AccessList')],
  'address-pool': ['7.2', handMade('AddressPool')],
  'ipv6-address-pool': ['7.2', handMade('Ipv6AddressPool')],
  'cert-trustpoint': ['7.2', handMade('CertTrustpoint')],
  'certificate-map': ['7.2', handMade('CertificateMap')],
  'secure-client-attribute': [
    '7.4',
    () => 'set it on the FMC in the group policy and leave it out here, or raise the FMC to 7.4',
  ],
  'secure-client-file': ['7.2', handMade('SecureClientFile')],
  'secure-client-profile': ['7.2', handMade('SecureClientFile')],
  realm: [
    '7.0',
    () =>
      'make it under Integration > Other Integrations > Realms and give Realm.fromExisting, or raise the FMC to 7.0',
  ],
  'local-realm-user': [
    '7.4',
    () => 'set the user in the realm under Integration > Other Integrations > Realms, or raise the FMC to 7.4',
  ],
  'aaa-server-group': ['7.2', handMade('AaaServerGroup')],
  'saml-server': ['7.2', handMade('SamlServer')],
  'ftd-group-policy': ['7.2', handMade('FtdGroupPolicy')],
  'ra-vpn-policy': ['7.2', handMade('RaVpnPolicy')],
  'ra-connection-profile': ['7.2', inThePolicy],
  'ra-crypto-map': ['7.2', inThePolicy],
  'ra-certificate-mapping': ['7.2', inThePolicy],
  'ra-ldap-attributes': ['7.2', inThePolicy],
  'ra-local-realm': ['7.2', inThePolicy],
};

/** What an object is on a firewall is written from the version on that writes the object. */
const ofOverride = (kind: Kind): First | undefined => {
  const [object] = [...overriddenBy].find(([, own]) => own === kind) ?? [];
  const since = object && first[object]?.[0];
  return since === undefined
    ? undefined
    : [since, (name) => `set it for ${name} on the FMC, in the object under Objects, or raise the FMC to ${since}`];
};

/** A grammar that also says from which version on its noun is written, where the noun itself says nothing stricter. */
const withFirst = (kind: Kind, grammar: RestGrammar<Bag>): RestGrammar<Bag> => {
  const found = first[kind] ?? ofOverride(kind);
  if (found === undefined) return grammar;
  const [version, instead] = found;
  const since = (noun: Bag): readonly Since[] => {
    const own = grammar.since?.(noun) ?? [];
    return own.length > 0 ? own : [{ version, what: nouns[kind].title, instead: instead(String(noun['name'])) }];
  };
  return { ...grammar, since };
};

/** The grammars of all nouns, each with the version from which on it is written. */
export const byVersion = <G extends Readonly<Record<Kind, unknown>>>(all: G): G =>
  Object.fromEntries(
    (Object.entries(all) as [Kind, AnyRest<Bag>][]).map(([kind, grammar]) => [
      kind,
      grammar.form === 'object' ? withFirst(kind, grammar) : grammar,
    ]),
  ) as unknown as G;
