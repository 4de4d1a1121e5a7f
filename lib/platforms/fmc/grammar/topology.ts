import {
  elsewhere,
  field,
  listOf,
  number,
  setOf,
  spelledAs,
  type RestGrammar,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';
import { pfs } from './words';

type Topology = NounOf<'vpn-topology'>;
type Endpoint = NounOf<'vpn-endpoint'>;
const plain = (json: Json): Json => json;

/** Method, certificate and key are three members of one part; the key is never answered. */
const authentication: Written<Topology['authentication']> = {
  form: 'written',
  leaves: [
    { part: 'ikesettings', at: 'ikeV2Settings.authenticationType', canonical: plain },
    { part: 'ikesettings', at: 'ikeV2Settings.certificateAuth', canonical: reference('cert-trustpoint').canonical! },
    { part: 'ikesettings', at: 'ikeV2Settings.manualPreSharedKey', canonical: plain, secret: true },
  ],
  write: (value, look) =>
    value.method === 'certificate'
      ? ['CERTIFICATE', look.reference('cert-trustpoint', value.trustpoint.name), undefined]
      : ['MANUAL_PRE_SHARED_KEY', undefined, secretWire.to(value.key)],
  read: ([method, certificate]) => {
    const trustpoint = certificate === undefined ? undefined : reference('cert-trustpoint').from(certificate);
    return method === 'CERTIFICATE' && trustpoint ? { method: 'certificate', trustpoint } : undefined;
  },
};

export const vpnTopology: RestGrammar<Topology> = {
  form: 'object',
  collection: () => 'policy/ftds2svpns',
  key: 'ftds2svpns',
  type: 'FTDS2SVpn',
  fixed: () => ({
    '': { type: 'FTDS2SVpn', ikeV1Enabled: false, ikeV2Enabled: true },
    ikesettings: { type: 'IkeSettings' },
    ipsecsettings: { type: 'IPSecSettings', cryptoMapType: 'STATIC', ikeV2Mode: 'TUNNEL' },
    advancedsettings: { type: 'AdvancedSettings' },
  }),
  parts: { ikesettings: 'ikeSettings', ipsecsettings: 'ipsecSettings', advancedsettings: 'advancedSettings' },
  fields: {
    topology: field(
      'topologyType',
      spelledAs<Topology['topology']>([
        ['point-to-point', 'POINT_TO_POINT'],
        ['hub-and-spoke', 'HUB_AND_SPOKE'],
        ['full-mesh', 'FULL_MESH'],
      ]),
      { sealed: true },
    ),
    routeBased: field(
      'routeBased',
      spelledAs<boolean>([
        [true, true],
        [false, false],
      ]),
      { sealed: true, absent: false },
    ),
    ikev2Policies: field('ikeV2Settings.policies', setOf(reference('ikev2-policy')), { part: 'ikesettings' }),
    authentication,
    ipsecProposals: field('ikeV2IpsecProposal', listOf(reference('ipsec-transform-set')), { part: 'ipsecsettings' }),
    pfs: pfs('perfectForwardSecrecy', 'ipsecsettings'),
    lifetimeSeconds: field('lifetimeSeconds', number, { part: 'ipsecsettings', absent: 28800 }),
    lifetimeKilobytes: field('lifetimeKilobytes', number, { part: 'ipsecsettings', absent: 4608000 }),
    identity: field(
      'advancedIkeSetting.identitySentToPeer',
      spelledAs<Topology['identity']>([
        ['auto-or-dn', 'AUTO_OR_DN'],
        ['ip-address', 'IP_ADDRESS'],
        ['host-name', 'HOST_NAME'],
      ]),
      { part: 'advancedsettings', absent: 'AUTO_OR_DN' },
    ),
  },
};

/** A managed end: the firewall and its tunnel interface. */
const device: Written<NonNullable<Endpoint['device']>> = {
  form: 'written',
  leaves: [{ part: '', at: 'device', canonical: reference('ftd-device').canonical! }],
  write: (ref, look) => [look.reference('ftd-device', ref.name)],
  read: ([value]) => (value === undefined ? undefined : reference('ftd-device').from(value)),
};
const tunnel: Written<NonNullable<Endpoint['interface']>> = {
  form: 'written',
  leaves: [{ part: '', at: 'interface', canonical: reference('tunnel-interface').canonical! }],
  write: (ref, look) => [look.reference('tunnel-interface', ref.name)],
  read: () => undefined,
};
/** An outside end: a name and an address. */
const extranet: Written<NonNullable<Endpoint['extranet']>> = {
  form: 'written',
  leaves: [
    { part: '', at: 'extranet', canonical: plain, absent: false },
    {
      part: '',
      at: 'extranetInfo',
      canonical: (json) => ({
        name: (json as { name?: Json }).name ?? null,
        ipAddress: (json as { ipAddress?: Json }).ipAddress ?? null,
      }),
    },
  ],
  write: (ip, _look, noun) => [true, { name: (noun as Endpoint).name, ipAddress: ip }],
  read: ([, info]) => (info as { ipAddress?: string } | undefined)?.ipAddress,
};

export const vpnEndpoint: RestGrammar<Endpoint> = {
  form: 'object',
  collection: (endpoint) => `policy/ftds2svpns/{ftds2svpns:${endpoint.topology.name}}/endpoints`,
  key: 'endpoints',
  type: 'EndPoint',
  nameOf: (body) => {
    const holder = (body['extranet'] === true ? body['extranetInfo'] : body['device']) as { name?: string } | undefined;
    return holder?.name ?? (body['name'] as string | undefined);
  },
  fixed: () => ({ '': { type: 'EndPoint', connectionType: 'BIDIRECTIONAL', protectedNetworks: {} } }),
  fields: {
    topology: elsewhere,
    role: field(
      'peerType',
      spelledAs<Endpoint['role']>([
        ['peer', 'PEER'],
        ['hub', 'HUB'],
        ['spoke', 'SPOKE'],
      ]),
    ),
    device,
    interface: tunnel,
    extranet,
  },
};
