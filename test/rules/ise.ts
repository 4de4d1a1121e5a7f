import {
  AaaAuthenticationList,
  AaaServerGroup,
  CertTrustpoint,
  IkeV2Profile,
  IosXeRouter,
  IseAllowedProtocols,
  IseNetworkDevice,
  IseNetworkDeviceGroup,
  IsePolicySet,
  IseServer,
  Login,
  LoopbackInterface,
  RadiusServer,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const key = Secret.fromEnv('EDGE_RADIUS');

/** A router that asks ISE from its loopback. */
const asking =
  (known: string, secret = key, second?: typeof key) =>
  (stack: VpnStack): void => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const radius = new RadiusServer(edge, 'ISE', { address: '10.62.97.21', key });
    const sourceInterface = new LoopbackInterface(edge, 'Loopback0', { address: '10.106.54.143/32' });
    new AaaServerGroup(edge, 'users', { servers: [radius], sourceInterface });
    const ise = new IseServer(stack, 'ise', { host: '10.62.97.21', login: Login.fromEnv('ISE') });
    new IseNetworkDevice(ise, 'edge', {
      addresses: [known],
      radiusSharedSecret: secret,
      ...(second === undefined ? {} : { secondRadiusSharedSecret: second }),
    });
  };

/** What may differ from a login that can never work. */
export interface EapToIse {
  readonly protocols?: readonly ('pap' | 'ms-chap-v2' | 'eap-md5' | 'peap')[];
  readonly type?: string;
  readonly rank?: number;
  readonly state?: 'monitor';
  readonly operator?: 'startsWith';
  readonly method?: 'anyconnect-eap';
  /** A second RADIUS server in the group. */
  readonly second?: boolean;
  /** A second network device with the address of the router. */
  readonly twice?: boolean;
  readonly unknownSource?: boolean;
}

/** A router whose clients' EAP goes to an ISE that has a policy set for it. */
export const eapToIse =
  (how: EapToIse = {}) =>
  (stack: VpnStack): void => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const radius = new RadiusServer(edge, 'ISE', { address: '10.62.97.21', key });
    const sourceInterface = new LoopbackInterface(edge, 'Loopback0', { address: '10.106.54.143/32' });
    const other = how.second ? [new RadiusServer(edge, 'OTHER', { address: '10.62.97.22', key })] : [];
    const group = new AaaServerGroup(edge, 'users', {
      servers: [radius, ...other],
      ...(how.unknownSource ? {} : { sourceInterface }),
    });
    const list = new AaaAuthenticationList(edge, 'EAP', { methods: [group] });
    const { method = 'eap' } = how;
    new IkeV2Profile(edge, 'STAFF', {
      matchRemoteKeyIds: ['staff'],
      authenticationRemote: [method],
      authenticationLocal: 'rsa-sig',
      trustpoints: [CertTrustpoint.fromExisting(edge, 'CA', 'CA')],
      aaaAuthentication: [{ method, list }],
    });
    const ise = new IseServer(stack, 'ise', { host: '10.62.97.21', login: Login.fromEnv('ISE') });
    const type = new IseNetworkDeviceGroup(ise, 'type', { path: 'Device Type#All Device Types#VPN' });
    for (const id of ['edge', ...(how.twice ? ['all'] : [])])
      new IseNetworkDevice(ise, id, {
        addresses: [id === 'edge' ? '10.106.54.143' : '10.106.0.0/16'],
        radiusSharedSecret: key,
        deviceGroups: [type],
      });
    const { protocols = ['pap', 'ms-chap-v2'], rank = 0, state, operator, type: value = 'VPN' } = how;
    new IsePolicySet(ise, 'VPN', {
      condition: {
        dictionary: 'DEVICE',
        attribute: 'Device Type',
        value: `All Device Types#${value}`,
        ...(operator && { operator }),
      },
      protocols: new IseAllowedProtocols(ise, 'passwords', { protocols: [...protocols] }),
      rank,
      ...(state && { state }),
    });
  };

export const ise: Readonly<Record<string, RuleExample>> = {
  'TW-ISE-001': {
    bad: asking('192.0.2.1'),
    says: ['asks ise from 10.106.54.143, which is not a network device of it'],
    good: asking('10.106.54.0/24'),
  },
  'TW-ISE-002': {
    bad: asking('10.106.54.143', Secret.fromEnv('OTHER')),
    says: ['has the key <secret:env:EDGE_RADIUS>, and edge of ise has <secret:env:OTHER>'],
    // While the secret is being changed.
    good: asking('10.106.54.143', Secret.fromEnv('OTHER'), key),
  },
  'TW-ISE-003': {
    bad: eapToIse(),
    says: [
      'allows pap, ms-chap-v2, and edge hands the EAP of clients of STAFF on to the policy set VPN: nobody can log in',
    ],
    good: eapToIse({ protocols: ['pap', 'peap'] }),
  },
};
