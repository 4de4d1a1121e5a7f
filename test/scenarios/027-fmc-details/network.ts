import { existing } from '../../../constructs/core/device-object';
import {
  AccessList,
  AddressPool,
  CertificateMap,
  FqdnObject,
  FtdGroupPolicy,
  IpsecTransformSet,
  NatPolicy,
  NatRule,
  NetworkGroup,
  NetworkObject,
  TimeRange,
  SecureClientAttribute,
  SecurityGroupTag,
  type Fmc,
} from 'tunnelwright';
import { fmc, type Scenario } from '../../support/scenario';

const host = (center: Fmc, name: string, value: string) => new NetworkObject(center, name, { name, value });

/** What the FMC takes beyond the usual: two WINS servers, a log by line, parts of names, a shared pool, several ciphers. */
export const scenario: Scenario = {
  title: 'details of FMC objects',
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    new FtdGroupPolicy(center, 'group', {
      name: 'WINS-USERS',
      protocols: ['ipsec-ikev2', 'ssl'],
      winsServers: [
        host(center, 'wins-1', '10.20.0.21'),
        ...(variant === 'less' ? [] : [host(center, 'wins-2', '10.20.0.22')]),
      ],
      accessHours: new TimeRange(center, 'hours', {
        until: '2027-06-30T18:00',
        weekly: [
          { days: ['mon', 'fri'], from: '08:00', to: '18:00' },
          { from: { day: 'sat', time: '22:00' }, to: { day: 'sun', time: '04:00' } },
        ],
      }),
      customAttributes: [
        new SecureClientAttribute(center, 'video', {
          name: 'PAST-THE-TUNNEL',
          type: 'dynamic-split-tunnel',
          exclude: ['video.example.net', ...(variant === 'edited' ? [] : ['meetings.example.com'])],
        }),
        ...(variant === 'less'
          ? []
          : [
              new SecureClientAttribute(center, 'later', {
                name: 'UPDATE-LATER',
                type: 'defer-update',
                deferUpdate: { prompt: 'until-timeout', timeout: 60, action: 'update', minimumVersion: '5.1.0' },
              }),
            ]),
      ],
      sslRekey: 30,
      sslRekeyMethod: 'existing-tunnel',
      sessionTimeout: 10000000,
    });
    new AddressPool(center, 'parts', {
      name: 'PARTS-OF-ALL',
      supernet: { network: '10.64.0.0/16', subnetLength: 24, size: 50 },
    });
    const partner = new NetworkGroup(center, 'partner', {
      name: 'PARTNER-NETS',
      members: [
        host(center, 'partner-net', '10.90.0.0/16'),
        '192.0.2.16/28',
        ...(variant === 'edited' ? [] : ['2001:db8:90::1']),
      ],
    });
    const portal = new FqdnObject(center, 'portal', { name: 'PORTAL', fqdn: 'portal.example.net' });
    new NetworkGroup(center, 'web', {
      name: 'WEB',
      members: ['192.0.2.1', ...(variant === 'less' ? [] : [portal])],
    });
    const staff = new SecurityGroupTag(center, 'staff', { name: 'STAFF', tag: variant === 'edited' ? 12 : 11 });
    new AccessList(center, 'filter', {
      name: 'USER-FILTER',
      entries: [
        { action: 'permit', source: 'any', destination: '10.20.0.0/16', options: 'log' },
        {
          action: 'permit',
          source: partner,
          destination: '2001:db8:20::/48',
          ...(variant === 'less' ? {} : { securityGroupTags: [staff] }),
        },
        { action: 'deny', source: 'any', destination: '10.0.0.0/8', options: 'log warnings interval 60' },
        { action: 'permit', source: 'any', destination: 'any', options: 'log disable' },
      ],
    });
    new CertificateMap(center, 'map', {
      name: 'PARTS',
      rules: [
        { field: 'subject-name', component: 'organizational-unit', operator: 'eq', value: 'Staff' },
        { field: 'extended-key-usage', operator: 'co', value: 'clientauth' },
      ],
    });
    new IpsecTransformSet(center, 'esp', {
      name: 'SEVERAL',
      encryption: 'aes-cbc-256',
      furtherEncryption: ['aes-cbc-192', 'aes-cbc-128'],
      integrity: 'sha512',
      furtherIntegrity: variant === 'edited' ? ['sha384'] : ['sha384', 'sha256'],
    });
    const inside = host(center, 'inside-net', '10.20.0.0/16');
    new NatRule(center, 'out', {
      name: 'users to the internet',
      policy: existing('nat-policy', 'edge-nat'),
      type: 'dynamic',
      originalSource: inside,
    });
    new NatRule(center, 'pool', {
      name: 'users to partners',
      policy: new NatPolicy(center, 'branch-nat', { description: 'firewalls of the branches' }),
      type: 'dynamic',
      originalSource: inside,
      patPool: {
        addresses: host(center, 'partners-pool', '192.0.2.64-192.0.2.70'),
        roundRobin: true,
        flatPortRange: true,
      },
    });
  },
  edits: [
    'fmc update secure-client-attribute/PAST-THE-TUNNEL',
    'fmc update network-group/PARTNER-NETS',
    'fmc update security-group-tag/STAFF',
    'fmc update ipsec-transform-set/SEVERAL',
  ],
  deletes: [
    'fmc update ftd-group-policy/WINS-USERS',
    'fmc update access-list/USER-FILTER',
    'fmc update network-group/WEB',
    'fmc delete network-object/wins-2',
    'fmc delete secure-client-attribute/UPDATE-LATER',
  ],
};
