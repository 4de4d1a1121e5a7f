import {
  IseAccess,
  IseActiveDirectory,
  IseAllowedProtocols,
  IseAuthenticationRule,
  IseAuthorizationProfile,
  IseAuthorizationRule,
  IseCertificateProfile,
  IseDownloadableAcl,
  IseExternalRadiusServer,
  IseIdentityGroup,
  IseIdentitySourceSequence,
  IseInternalUser,
  IseNetworkDevice,
  IseNetworkDeviceGroup,
  IsePolicySet,
  IseRadiusServerSequence,
  Secret,
} from 'tunnelwright';
import { on, type Examples } from '../example';

const policy: Examples = {
  IsePolicySet: on('ise', (ise) => {
    new IsePolicySet(ise, 'VPN', {
      condition: { dictionary: 'DEVICE', attribute: 'Device Type', value: 'All Device Types#VPN' },
      protocols: new IseAllowedProtocols(ise, 'vpn-passwords', { protocols: ['pap', 'ms-chap-v2'] }),
      rank: 0,
    });
  }),
  IseAuthenticationRule: on('ise', (ise) => {
    new IseAuthenticationRule(ise, 'staff', {
      policySet: IsePolicySet.fromExisting(ise, 'set', 'VPN'),
      condition: { dictionary: 'Network Access', attribute: 'Protocol', value: 'RADIUS' },
      source: 'Internal Users',
      rank: 0,
    });
  }),
  IseAuthorizationRule: on('ise', (ise) => {
    new IseAuthorizationRule(ise, 'staff', {
      policySet: IsePolicySet.fromExisting(ise, 'set', 'VPN'),
      condition: {
        all: [
          { dictionary: 'IdentityGroup', attribute: 'Name', value: 'User Identity Groups:Employee' },
          { dictionary: 'Radius', attribute: 'NAS-Port-Type', value: 'Virtual' },
        ],
      },
      profiles: [IseAuthorizationProfile.fromExisting(ise, 'given', 'VPN staff')],
      rank: 0,
    });
  }),
};

const results: Examples = {
  IseDownloadableAcl: on('ise', (ise) => {
    new IseDownloadableAcl(ise, 'staff', { lines: ['permit ip any 10.20.0.0 255.255.0.0', 'deny ip any any'] });
  }),
  IseAuthorizationProfile: on('ise', (ise) => {
    new IseAuthorizationProfile(ise, 'staff', {
      name: 'VPN staff',
      groupPolicy: 'STAFF',
      downloadableAcl: IseDownloadableAcl.fromExisting(ise, 'acl', 'PERMIT_ALL_IPV4_TRAFFIC'),
      attributes: { addressPool: 'STAFF', routeSetPrefixes: ['10.20.0.0/16'] },
    });
  }),
  IseAllowedProtocols: on('ise', (ise) => {
    new IseAllowedProtocols(ise, 'vpn-passwords', { protocols: ['pap', 'ms-chap-v2'] });
  }),
};

const sources: Examples = {
  IseActiveDirectory: on('ise', (ise) => {
    const directory = IseActiveDirectory.fromExisting(ise, 'directory', 'example.net');
    new IseIdentitySourceSequence(ise, 'staff', { sources: [directory, 'Internal Users'] });
  }),
  IseCertificateProfile: on('ise', (ise) => {
    new IseCertificateProfile(ise, 'staff', { userFrom: 'subject-alternative-name-email' });
  }),
  IseIdentitySourceSequence: on('ise', (ise) => {
    new IseIdentitySourceSequence(ise, 'staff', { sources: ['Internal Users'], ifUnreachable: 'stop' });
  }),
  IseExternalRadiusServer: on('ise', (ise) => {
    new IseExternalRadiusServer(ise, 'duo_proxy', {
      address: '192.0.2.97',
      secret: Secret.fromEnv('DUO_RADIUS'),
      timeout: 60,
    });
  }),
  IseRadiusServerSequence: on('ise', (ise) => {
    new IseRadiusServerSequence(ise, 'duo', {
      servers: [IseExternalRadiusServer.fromExisting(ise, 'proxy', 'duo_proxy')],
    });
  }),
};

export const ise: Examples = {
  IseAccess: on('ise', (ise) => {
    new IseAccess(ise, 'staff', {
      server: ise,
      callers: ['192.0.2.97'],
      secret: Secret.fromEnv('ISE_SECRET'),
      sources: [IseActiveDirectory.fromExisting(ise, 'directory', 'example.net'), 'Internal Users'],
      users: [
        {
          name: 'Engineers',
          who: new IseIdentityGroup(ise, 'engineers', { name: 'VPN engineers' }),
          given: { groupPolicy: 'engineers' },
          accessList: ['permit ip any 10.20.0.0 255.255.0.0'],
        },
      ],
    });
  }),
  ...policy,
  ...results,
  ...sources,
  IseNetworkDevice: on('ise', (ise) => {
    new IseNetworkDevice(ise, 'duo-proxy', {
      addresses: ['192.0.2.97'],
      radiusSharedSecret: Secret.fromEnv('ISE_SECRET'),
      deviceGroups: ['Location#All Locations#Mumbai'],
    });
  }),
  IseNetworkDeviceGroup: on('ise', (ise) => {
    new IseNetworkDeviceGroup(ise, 'vpn', { path: 'Device Type#All Device Types#VPN' });
  }),
  IseInternalUser: on('ise', (ise) => {
    new IseInternalUser(ise, 'oncall', {
      password: Secret.fromEnv('ONCALL_PASSWORD'),
      email: 'oncall@example.net',
      groups: [IseIdentityGroup.fromExisting(ise, 'employees', 'Employee')],
    });
  }),
  IseIdentityGroup: on('ise', (ise) => {
    const staff = new IseIdentityGroup(ise, 'staff', { name: 'VPN staff' });
    new IseInternalUser(ise, 'oncall', { password: Secret.fromEnv('ONCALL_PASSWORD'), groups: [staff] });
  }),
};
