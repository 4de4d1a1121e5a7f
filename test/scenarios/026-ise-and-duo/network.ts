import { existing } from '../../../constructs/core/device-object';
import {
  DuoGroup,
  DuoPhone,
  DuoRadiusApplication,
  DuoUser,
  IseInternalUser,
  IseNetworkDevice,
  Secret,
  type DuoAccount,
  type IseServer,
} from 'tunnelwright';
import { duo, ise, type Scenario, type Variant } from '../../support/scenario';

const onIse = (server: IseServer, variant: Variant): void => {
  new IseNetworkDevice(server, 'proxy', {
    name: 'duo-proxy',
    description: 'asks for the second factor',
    addresses: ['192.0.2.97', '192.0.2.98'],
    radiusSharedSecret: Secret.fromEnv('ISE_RADIUS'),
    deviceGroups: ['Device Type#All Device Types', 'Location#All Locations#Mumbai'],
  });
  if (variant !== 'less')
    new IseNetworkDevice(server, 'branches', {
      addresses: ['10.20.0.0/16'],
      radiusSharedSecret: Secret.fromEnv('ISE_RADIUS'),
      secondRadiusSharedSecret: Secret.fromEnv('ISE_SECOND'),
      coaPort: 3799,
      dtlsRequired: true,
    });
  new IseInternalUser(server, 'alice', {
    password: Secret.fromEnv('ALICE_PASSWORD'),
    firstName: 'Alice',
    email: 'alice@example.net',
    groups: [existing('ise-identity-group', 'Employee'), existing('ise-identity-group', 'Contractors')],
    ...(variant === 'edited' ? { description: 'away' } : {}),
  });
};

const onDuo = (account: DuoAccount, variant: Variant): void => {
  const vpn = new DuoGroup(account, 'vpn', { name: 'VPN users', description: 'may dial in' });
  const admins = variant === 'less' ? undefined : new DuoGroup(account, 'admins');
  const phone = new DuoPhone(account, 'phone', {
    number: '+15551234567',
    label: 'of Alice',
    activation: { validSeconds: 3600 },
  });
  new DuoUser(account, 'alice', {
    realname: 'Alice Example',
    email: 'alice@example.net',
    phones: [phone],
    groups: variant === 'edited' || admins === undefined ? [vpn] : [vpn, admins],
  });
  new DuoRadiusApplication(account, 'application', {
    name: 'RADIUS of the VPN',
    groups: [vpn],
    usernameNormalization: 'simple',
  });
};

/** Every object of ISE and of a Duo account. */
export const scenario: Scenario = {
  title: 'every object of ISE and Duo',
  secrets: {
    ISE_RADIUS: 'Qz4-heron,attic',
    ISE_SECOND: 'Vb9-otter,stove',
    ALICE_PASSWORD: 'Nm2-ibex,ladder',
  },
  declare: (stack, variant) => {
    const server = ise(stack);
    const account = duo(stack);
    if (variant === 'nothing') return;
    onIse(server, variant);
    onDuo(account, variant);
  },
  edits: ['ise update ise-internal-user/alice', 'duo update duo-user/alice'],
  deletes: ['ise delete ise-network-device/branches', 'duo delete duo-group/admins', 'duo update duo-user/alice'],
};
