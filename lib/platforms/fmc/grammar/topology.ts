import { field, listOf, number, setOf, spelledAs, type RestGrammar, type Written } from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';
import { advancedFields, ipsecFields } from './topology-settings';
import { pfs } from './words';

type Topology = NounOf<'vpn-topology'>;
const plain = (json: Json): Json => json;

/** Of a key that is never answered only that there is one. */
const unshownKey = (json: Json | undefined): Topology['authentication'] | undefined => {
  const key = secretWire.from(json);
  return key && { method: 'pre-share', key };
};

/** Method, certificate and key are members of one part; the key is never answered. */
const authentication: Written<Topology['authentication']> = {
  form: 'written',
  leaves: [
    { part: 'ikesettings', at: 'ikeV2Settings.authenticationType', canonical: plain },
    { part: 'ikesettings', at: 'ikeV2Settings.certificateAuth', canonical: reference('cert-trustpoint').canonical! },
    {
      part: 'ikesettings',
      at: 'ikeV2Settings.manualPreSharedKey',
      canonical: plain,
      secret: true,
      only: { at: 'ikeV2Settings.authenticationType', is: 'MANUAL_PRE_SHARED_KEY' },
    },
    {
      part: 'ikesettings',
      at: 'ikeV2Settings.automaticPreSharedKeyLength',
      canonical: Number,
      only: { at: 'ikeV2Settings.authenticationType', is: 'AUTOMATIC_PRE_SHARED_KEY' },
    },
  ],
  write: (value, look) => {
    if (value.method === 'certificate')
      return ['CERTIFICATE', look.reference('cert-trustpoint', value.trustpoint.name), undefined, undefined];
    if (value.method === 'automatic') return ['AUTOMATIC_PRE_SHARED_KEY', undefined, undefined, value.length];
    return ['MANUAL_PRE_SHARED_KEY', undefined, secretWire.to(value.key), undefined];
  },
  read: ([method, certificate, key, length]) => {
    const trustpoint = certificate === undefined ? undefined : reference('cert-trustpoint').from(certificate);
    if (method === 'AUTOMATIC_PRE_SHARED_KEY' && length !== undefined)
      return { method: 'automatic', length: Number(length) };
    if (method === 'MANUAL_PRE_SHARED_KEY') return unshownKey(key);
    return method === 'CERTIFICATE' && trustpoint ? { method: 'certificate', trustpoint } : undefined;
  },
};

export const vpnTopology: RestGrammar<Topology> = {
  form: 'object',
  collection: 'policy/ftds2svpns',
  all: 'policy/ftds2svpns',
  key: 'ftds2svpns',
  type: 'FTDS2SVpn',
  since: ({ routeBased }) =>
    routeBased
      ? [
          {
            version: '6.7',
            what: 'a topology of tunnel interfaces',
            instead: 'write a policy-based one: routeBased: false',
          },
        ]
      : [],
  fixed: () => ({
    '': { type: 'FTDS2SVpn', ikeV1Enabled: false, ikeV2Enabled: true },
    ikesettings: { type: 'IkeSettings' },
    ipsecsettings: { type: 'IPSecSettings' },
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
      { immutable: true },
    ),
    routeBased: field(
      'routeBased',
      spelledAs<boolean>([
        [true, true],
        [false, false],
      ]),
      { immutable: true, absent: false },
    ),
    ikev2Policies: field('ikeV2Settings.policies', setOf(reference('ikev2-policy')), { part: 'ikesettings' }),
    authentication,
    ipsecProposals: field('ikeV2IpsecProposal', listOf(reference('ipsec-transform-set')), { part: 'ipsecsettings' }),
    ...ipsecFields,
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
    ...advancedFields,
  },
};
