import {
  AaaServerGroup,
  ClientAuthorization,
  ClientAuth,
  CryptoSuite,
  FlexVpnRemoteAccess,
  RadiusServer,
  Secret,
  Vrf,
} from 'tunnelwright';
import { flexWorld, hubRouter } from '../../support/flexvpn';
import type { Scenario } from '../../support/scenario';

/** AnyConnect with EAP; one group has addresses and a split tunnel, the other a VRF of its own. */
export const scenario: Scenario = {
  title: 'remote access with groups',
  world: flexWorld({}),
  secrets: { RADIUS: 'Yt6;copper<raisin:2' },
  declare: (stack, variant) => {
    const here = hubRouter(stack);
    if (variant === 'nothing') return;
    const server = new RadiusServer(here, 'duo', { address: '10.20.0.9', timeout: 90, key: Secret.fromEnv('RADIUS') });
    const servers = new AaaServerGroup(here, 'DUO', { servers: [server] });
    const red = new Vrf(here, 'RED', { rd: '65000:1', addressFamilies: [{ family: 'ipv4' }] });
    const staff = {
      name: 'staff',
      pool: { from: '10.61.0.1', to: '10.61.0.100' },
      networks: variant === 'edited' ? ['10.20.0.0/16', '10.21.0.0/16'] : ['10.20.0.0/16'],
    };
    const guests = {
      name: 'guests',
      pool: { from: '10.62.0.1', to: '10.62.0.100' },
      vrf: { vrf: red, loopback: 'Loopback20', gateway: '10.62.0.254/32' },
    };
    new FlexVpnRemoteAccess(here, 'users', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'CA-INTERNAL',
      authentication: ClientAuth.withEap(servers),
      match: { keyIds: ['staff', 'guests'] },
      authorization: ClientAuthorization.byRouter(variant === 'less' ? [staff] : [staff, guests]),
      gateway: '10.61.0.254/32',
      reconnect: true,
    });
  },
  edits: ['edge update ikev2-authorization-policy/staff'],
  deletes: [
    'edge delete aaa-attribute-list/guests-list',
    'edge delete address-pool/guests-pool',
    'edge delete ikev2-authorization-policy/guests',
    'edge delete loopback-interface/Loopback20',
  ],
};
