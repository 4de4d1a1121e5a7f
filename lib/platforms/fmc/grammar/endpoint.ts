import {
  outsideBody,
  field,
  same,
  setOf,
  spelledAs,
  type Look,
  type RestGrammar,
  type Written,
} from '../../../desired/rest/grammar';
import { isBlank } from '../../../desired/rest/place';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { anyReference, interfaceIn, reference } from './reference';
import { addressText, capitals, flag } from './words';

type Endpoint = NounOf<'vpn-endpoint'>;

/** A managed end: the firewall and its tunnel interface, or an interface that is looked up by its logical name. */
const device: Written<NonNullable<Endpoint['device']>> = {
  form: 'written',
  leaves: [{ part: '', at: 'device', canonical: reference('ftd-device').canonical! }],
  write: (ref, look) => [look.reference('ftd-device', ref.name)],
  read: ([value]) => (value === undefined ? undefined : reference('ftd-device').from(value)),
};
type Face = NonNullable<Endpoint['interface']>;
export const faceOf = (value: Face, look: Look, { device: own }: Pick<Endpoint, 'device'>): JsonObject =>
  typeof value === 'string' ? look.lookedUp(`interfaces:${own?.name}/${value}`) : look.reference(value.ref, value.name);
export const faceFrom = <T extends Face>(json: Json): T | undefined =>
  (interfaceIn(json) ?? anyReference<Extract<Face, Ref>>().from(json)) as T | undefined;
const face: Written<NonNullable<Endpoint['interface']>> = {
  form: 'written',
  leaves: [{ part: '', at: 'interface', canonical: reference('tunnel-interface').canonical! }],
  write: (value, look, noun) => [faceOf(value, look, noun)],
  read: ([value]) => (value === undefined ? undefined : faceFrom<Face>(value)),
};

type Backup = NonNullable<Endpoint['backup']>;
const addressAt = (member: string, value: Json | undefined): JsonObject =>
  isBlank(value ?? null) ? {} : { [member]: addressText.canonical!(value!) };
const backup: Written<Backup> = {
  form: 'written',
  leaves: [
    {
      part: '',
      at: 'backupInterfaces',
      canonical: (json) =>
        (json as readonly JsonObject[]).map(({ interface: own, publicIpAddress, ipv6InterfaceAddress }) => ({
          interface: reference('tunnel-interface').canonical!(own ?? {}),
          ...addressAt('publicIpAddress', publicIpAddress),
          ...addressAt('ipv6InterfaceAddress', ipv6InterfaceAddress),
        })),
    },
  ],
  write: (value, look, noun) => [
    [
      {
        interface: faceOf(value.interface, look, noun),
        ...(value.natAddress === undefined ? {} : { publicIpAddress: value.natAddress }),
        ...(value.ipv6Address === undefined ? {} : { ipv6InterfaceAddress: value.ipv6Address }),
      },
    ],
  ],
  read: ([all]) => {
    const [first, ...others] = (all ?? []) as readonly JsonObject[];
    const own = first && faceFrom<Backup['interface']>(first['interface'] ?? {});
    if (own === undefined || others.length > 0) return undefined;
    const [natAddress, ipv6Address] = [first!['publicIpAddress'], first!['ipv6InterfaceAddress']];
    return {
      interface: own,
      ...(natAddress === undefined ? {} : { natAddress: String(natAddress) }),
      ...(ipv6Address === undefined ? {} : { ipv6Address: String(ipv6Address) }),
    };
  },
};

/** An outside end: a name and an address, several, or one that is not known. */
const extranet: Written<NonNullable<Endpoint['extranet']>> = {
  form: 'written',
  leaves: [
    { part: '', at: 'extranet', canonical: (json) => json, absent: false },
    {
      part: '',
      at: 'extranetInfo',
      canonical: (json): Json => {
        const { name, ipAddress, isDynamicIP } = json as { name?: Json; ipAddress?: Json; isDynamicIP?: boolean };
        if (isDynamicIP === true) return { name: name ?? null, isDynamicIP: true };
        const all = String(ipAddress ?? '').replace(/\s/g, '');
        return { name: name ?? null, ipAddress: all.split(',').map(addressText.canonical!).join(',') };
      },
    },
  ],
  write: (value, _look, noun) => {
    const { name } = noun as Endpoint;
    if (value === 'dynamic') return [true, { name, isDynamicIP: true }];
    return [true, { name, ipAddress: typeof value === 'string' ? value : value.join(',') }];
  },
  read: ([, info]) => {
    if (info === undefined) return undefined;
    const { ipAddress, isDynamicIP } = info as { ipAddress?: string; isDynamicIP?: boolean };
    if (isDynamicIP === true) return 'dynamic';
    const all = String(ipAddress).split(',');
    return all.length > 1 ? all : all[0]!;
  },
};

const own = 'isLocalTunnelIdEnabled';
/** `EMAILID` as the Terraform provider, tested by Cisco, has it; Cisco's text says `EMAIL`: both are read. */
const identityType = capitals(['address', 'auto', 'host-name', 'key-id', 'email'] as const, {
  'host-name': 'HOSTNAME',
  'key-id': 'KEYID',
  email: 'EMAILID',
});
type Identity = NonNullable<Endpoint['identity']>;
const identity: Written<Identity> = {
  form: 'written',
  leaves: [
    ...field(own, flag, { absent: false }).leaves,
    {
      part: '',
      at: 'localIdentityType',
      canonical: (json) => (json === 'EMAIL' ? 'EMAILID' : identityType.canonical!(json)),
      only: { at: own, is: true },
    },
    ...field('localIdentityString', same<string>(), { only: { at: own, is: true } }).leaves,
  ],
  write: ({ type, value }, look) => [true, identityType.to(type, look), value],
  read: ([is, type, value]) => {
    const known = is === true && type !== undefined ? identityType.from(type) : undefined;
    return known && { type: known, ...(value === undefined ? {} : { value: String(value) }) };
  },
};

/** What the FMC has by itself is not known; what somebody makes of it is shown. */
const ifDeclared = { compareIfDeclared: true, shownUndeclared: true } as const;

export const vpnEndpoint: RestGrammar<Endpoint> = {
  form: 'object',
  collection: (endpoint) => `policy/ftds2svpns/{ftds2svpns:${endpoint.topology.name}}/endpoints`,
  key: 'endpoints',
  type: 'EndPoint',
  nameOf: (body) => {
    const holder = (body['extranet'] === true ? body['extranetInfo'] : body['device']) as { name?: string } | undefined;
    return holder?.name ?? (body['name'] as string | undefined);
  },
  /** FMC 10.0 answers 400 to a creation without a name; earlier ones derive it. */
  fixed: (endpoint) => ({
    '': {
      type: 'EndPoint',
      name: endpoint.name,
      ...(endpoint.networks || endpoint.traffic ? {} : { protectedNetworks: {} }),
    },
  }),
  alternatives: [
    { sets: [['extranetInfo.isDynamicIP'], ['extranetInfo.ipAddress']] },
    { sets: [['protectedNetworks.networks'], ['protectedNetworks.acl']] },
    { sets: [['device', 'interface'], ['extranetInfo']] },
  ],
  fields: {
    topology: outsideBody,
    role: field(
      'peerType',
      spelledAs<Endpoint['role']>([
        ['peer', 'PEER'],
        ['hub', 'HUB'],
        ['spoke', 'SPOKE'],
      ]),
    ),
    device,
    interface: face,
    extranet,
    networks: field('protectedNetworks.networks', setOf(anyReference<NonNullable<Endpoint['networks']>[number]>())),
    traffic: field('protectedNetworks.acl', reference('access-list')),
    opens: field(
      'connectionType',
      capitals(['both', 'originate-only', 'answer-only'] as const, { both: 'BIDIRECTIONAL' }),
      { absent: 'BIDIRECTIONAL' },
    ),
    natAddress: field('nattedInterfaceAddress', addressText),
    ipv6Address: field('ipv6InterfaceAddress', addressText),
    identity,
    dynamicReverseRoute: field('dynamicRRIEnabled', flag, { absent: false }),
    natTraversal: field('enableNatTraversal', flag, { absent: true }),
    backup,
    primaryHub: field('isPrimaryHub', flag, ifDeclared),
    pools: field('ipv4PoolsForSpokeVti', setOf(reference('address-pool'))),
    ipv6Pools: field('ipv6PoolsForSpokeVti', setOf(reference('ipv6-address-pool'))),
    sendTunnelAddress: field('sendTunnelInterfaceIpToPeer', flag, ifDeclared),
    acceptRoutes: field('allowIncomingIKEv2Routes', flag, ifDeclared),
    filter: field('vpnFilterAcl', reference('access-list')),
  },
};
