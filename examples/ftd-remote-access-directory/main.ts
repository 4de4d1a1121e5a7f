/**
 * Remote access to a firewall without a RADIUS server: staff log in with the password of their Active Directory, which the
 * firewall asks over TLS, and partners as users that the FMC keeps itself.
 */
import {
  AddressPool,
  App,
  CertTrustpoint,
  CryptoSuite,
  Fmc,
  LocalRealmUser,
  Login,
  RaVpnPolicy,
  Realm,
  Secret,
  SecurityZone,
  TrustedCa,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** The FMC's version. From 7.4 on its REST API has the users of a local realm; before, they are clicked. */
const version = process.env['FMC_VERSION'] ?? '7.7';

class RemoteAccess extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });

    // Objects > PKI > Trusted CAs: whoever signed the certificates of the directory.
    const authority = TrustedCa.fromExisting(fmc, 'authority', 'CORP-ROOT');
    const staff = new Realm(fmc, 'corp.example.net', {
      type: 'ad',
      domain: 'corp.example.net',
      user: { name: 'vpn@corp.example.net', password: Secret.fromEnv('DIRECTORY') },
      baseDn: 'dc=corp,dc=example,dc=net',
      groupDn: 'dc=corp,dc=example,dc=net',
      servers: [
        { host: 'dc-1.corp.example.net', authority },
        { host: 'dc-2.corp.example.net', authority },
      ],
    });
    const partners = new Realm(fmc, 'partners', { type: 'local' });
    new LocalRealmUser(fmc, 'anna', { realm: partners, user: 'anna', password: Secret.fromEnv('ANNA') });

    new RaVpnPolicy(fmc, 'RA_VPN', {
      transport: 'ipsec-ikev2',
      suite: CryptoSuite.nsa(),
      certificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      groups: [
        {
          name: 'STAFF',
          authentication: 'aaa',
          server: staff,
          ipv4Pools: [new AddressPool(fmc, 'staff-pool', { ranges: [{ from: '172.31.2.1', to: '172.31.2.200' }] })],
          // Users change an expired password at the login: the directory takes that over TLS only.
          passwordManagement: true,
          aliases: ['staff'],
          group: {},
        },
        {
          name: 'PARTNERS',
          authentication: 'aaa',
          server: 'local',
          ipv4Pools: [new AddressPool(fmc, 'partners-pool', { ranges: [{ from: '172.31.3.1', to: '172.31.3.20' }] })],
          aliases: ['partners'],
          group: {},
        },
      ],
      localRealm: partners,
      clientProfile: { displayName: 'Example', address: 'vpn.example.net' },
      devices: [fmc.ftd('branch-ftd')],
    });
  }
}

const app = new App();
new RemoteAccess(app, 'directory-access');
app.synth();
