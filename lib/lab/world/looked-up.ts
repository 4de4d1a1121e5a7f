import type { JsonObject } from '../../kernel/json';
import type { LookedUpKind } from '../../model/construct-names';
import type { FmcKind } from '../../platforms/fmc/grammar';
import type { Hands } from '../devices/fmc';
import { isNextHop, overriddenAs } from './network-role';
import type { Place } from './place';

/** An object that a program refers to and does not declare, and where a lab has it. */
interface Wanted {
  readonly name: string;
  /** What the program says of it besides. */
  readonly key: NonNullable<Place['externals'][number]['key']>;
  /** Where it is, with the ids of what it stands below. */
  readonly collection: string;
  /** The requests of the program. */
  readonly text: string;
  /** The domain that it is looked for in. */
  readonly fmc: Hands;
}
/** Where it is, if not where it is looked for, and what it is besides its name. */
interface Made {
  readonly collection?: string;
  readonly body: JsonObject;
}
/** `told`: the FMC has it from its start. */
type Row = 'told' | ((wanted: Wanted) => Made);

const idOf = (fmc: Hands, collection: string, name: string): string | undefined =>
  (fmc.seen(collection) as readonly JsonObject[])
    .filter((body) => body['name'] === name || body['ifname'] === name)
    .map((body) => String(body['id']))[0];

/** What another object needs, made where it is not there. */
const beside = (fmc: Hands, collection: string, name: string, body: JsonObject): JsonObject => ({
  id: idOf(fmc, collection, name) ?? fmc.touch({ collection, body: { name, ...body }, devices: [] }),
  name,
});

const routed: JsonObject = { interfaceMode: 'ROUTED' };
const zoneOf = (fmc: Hands): JsonObject => beside(fmc, 'object/securityzones', 'lab-zone', routed);
/** The enrolment of an identity provider: an FMC has it from its start. */
export const providerEnrolment = 'lab-idp';
const always =
  (body: JsonObject): Row =>
  () => ({ body });
const xml = Buffer.from('<AnyConnectProfile/>').toString('base64');

const networkValues = {
  Host: ['object/hosts', '192.0.2.1'],
  Network: ['object/networks', '192.0.2.0/24'],
  Range: ['object/ranges', '192.0.2.1-192.0.2.9'],
} as const;
const networkObject: Row = ({ name, text }) => {
  const type = overriddenAs(text, name) ?? (isNextHop(text, name) ? 'Host' : 'Network');
  const [collection, value] = networkValues[type];
  return { collection, body: { value, overridable: true } };
};

const entry = (collection: string): JsonObject => {
  const anywhere: JsonObject = { literals: [{ type: 'Network', value: '192.0.2.0/24' }] };
  if (collection.endsWith('standardaccesslists')) return { action: 'PERMIT', networks: anywhere };
  return {
    action: 'PERMIT',
    logging: 'DEFAULT',
    logLevel: 'INFORMATIONAL',
    logInterval: 300,
    sourceNetworks: anywhere,
  };
};

const clientFile: Row = ({ name, collection }) => {
  const isPackage = collection.endsWith('packages');
  const fileType: JsonObject = isPackage ? {} : { fileType: 'ANYCONNECT_VPN_PROFILE' };
  return { body: { fileName: `${name}.${isPackage ? 'pkg' : 'xml'}`, payload: xml, ...fileType } };
};

const numberIn = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 1);
/** An interface of the same firewall. */
const portOn = ({ fmc, collection }: Wanted, ifname: string): JsonObject => ({
  id: idOf(fmc, collection.replace(/[^/]+$/, 'physicalinterfaces'), ifname) ?? '',
});
/** Each interface of a firewall has a network of its own. */
const addressOn = ({ fmc, collection }: Wanted): JsonObject => {
  const lists = ['loopbackinterfaces', 'virtualtunnelinterfaces'];
  const before = lists.flatMap((list) => fmc.objects(collection.replace(/[^/]+$/, list))).length;
  return { static: { address: `192.0.2.${4 * before + 1}`, netmask: '255.255.255.252' } };
};
const loopbackOn = (wanted: Wanted): JsonObject => {
  const loopbackId = numberIn(wanted.name);
  return { loopbackId, ifname: `loopback-${loopbackId}`, ipv4: addressOn(wanted) };
};
const tunnelOn = (wanted: Wanted, tunnelType: 'STATIC' | 'DYNAMIC'): JsonObject => {
  const tunnelId = numberIn(wanted.name);
  return {
    tunnelType,
    tunnelId,
    ifname: wanted.key['ifname'] ?? `${tunnelType.toLowerCase()}-${tunnelId}`,
    tunnelSource: portOn(wanted, 'outside'),
  };
};

const defaultPolicy = (fmc: Hands): JsonObject => ({
  id: idOf(fmc, 'object/grouppolicies', 'DfltGrpPolicy') ?? '',
  name: 'DfltGrpPolicy',
});

/** What a lab gives an object of an FMC that a program only looks up: the least that the FMC takes. */
export const lookedUp: { readonly [K in FmcKind & LookedUpKind]: Row } = {
  'ftd-device': 'told',
  'cert-trustpoint': 'told',
  'trusted-ca': 'told',
  realm: 'told',
  'nat-policy': 'told',
  'access-policy': 'told',
  'access-rule': 'told',
  'security-zone': always(routed),
  'dynamic-access-policy': always({}),
  'port-object': always({}),
  'time-range': always({}),
  'network-object': networkObject,
  'fqdn-object': always({ value: 'www.example.net', overridable: true }),
  'network-group': always({ literals: [{ type: 'Host', value: '192.0.2.1' }], overridable: true }),
  'url-object': always({ url: 'https://www.example.net', overridable: true }),
  'security-group-tag': ({ fmc }) => ({ body: { tag: String(100 + fmc.seen('object/securitygrouptags').length) } }),
  'sla-monitor': ({ fmc }) => ({
    body: {
      slaId: 1000 + fmc.seen('object/slamonitors').length,
      monitorAddress: '192.0.2.1',
      interfaceObjects: [zoneOf(fmc)],
    },
  }),
  'address-pool': always({ ipAddressRange: '192.0.2.1-192.0.2.9', overridable: true }),
  'ipv6-address-pool': always({ ipv6StartAddress: '2001:db8::1/64', numberOfAddresses: 9, overridable: true }),
  'access-list': ({ collection }) => ({ body: { entries: [entry(collection)] } }),
  'secure-client-attribute': always({
    attributeType: 'DYNAMIC_SPLIT_TUNNELING',
    dynamicSplitTunnel: { excludeDomains: ['example.net'] },
    overridable: true,
  }),
  'secure-client-file': clientFile,
  'aaa-server-group': always({
    retryInterval: 10,
    radiusServers: [{ host: '192.0.2.1', authenticationPort: 1812, secretKey: 'not-shown' }],
  }),
  'saml-server': ({ fmc }) => ({
    body: {
      idpEntityId: 'https://idp.example.net',
      ssoURL: 'https://idp.example.net/sso',
      overridable: true,
      identityProviderCert: {
        id: idOf(fmc, 'object/certenrollments', providerEnrolment) ?? '',
        name: providerEnrolment,
      },
    },
  }),
  'ftd-group-policy': always({}),
  'ra-vpn-policy': ({ fmc }) => ({
    body: {
      accessInterfaceSettings: {
        interfaceSettings: [{ accessInterface: zoneOf(fmc), enableSSL: false, enableIPSecIkev2: false }],
      },
      groupPolicies: [defaultPolicy(fmc)],
    },
  }),
  'ra-connection-profile': ({ fmc }) => ({
    body: { authenticationMethod: 'CLIENT_CERTIFICATE_ONLY', groupPolicy: defaultPolicy(fmc) },
  }),
  'platform-settings': always({}),
  'certificate-map': always({
    rules: [{ field: 'SUBJECT', component: 'WHOLE_FIELD', operator: 'CONTAINS', value: 'example.net' }],
  }),
  'ikev2-policy': ({ fmc }) => ({
    body: {
      priority: 1000 + fmc.seen('object/ikev2policies').length,
      encryptionAlgorithms: ['AES-256'],
      integrityAlgorithms: ['SHA-256'],
      prfIntegrityAlgorithms: ['SHA-256'],
      diffieHellmanGroups: [14],
    },
  }),
  'ipsec-transform-set': always({ encryptionAlgorithms: ['AES-256'], integrityAlgorithms: ['SHA-256'] }),
  'vpn-topology': always({ topologyType: 'POINT_TO_POINT', routeBased: true, ikeV2Enabled: true }),
  'tunnel-interface': (wanted) => ({ body: { ...tunnelOn(wanted, 'STATIC'), ipv4: addressOn(wanted) } }),
  'ftd-dynamic-tunnel': (wanted) => ({
    body: { ...tunnelOn(wanted, 'DYNAMIC'), borrowIPfrom: portOn(wanted, 'inside') },
  }),
  'ftd-loopback': (wanted) => ({ body: loopbackOn(wanted) }),
  'ftd-ecmp-zone': always({}),
};
