/**
 * AnyConnect with its own EAP; a directory checks the password. Cisco Live BRKSEC-2881, "FlexVPN and LDAP Authentication".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
  App,
  ClientAuthorization,
  ClientAuth,
  CryptoSuite,
  FlexVpnRemoteAccess,
  IosXeRouter,
  LdapAttributeMap,
  LdapServer,
  LocalUser,
  Login,
  Rules,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    new AaaNewModel(edge, 'aaa', {});

    const attributes = new LdapAttributeMap(edge, 'LDAP_AM', { maps: [{ ldap: 'memberOf', aaa: 'supplicant-group' }] });
    const server = new LdapServer(edge, 'AD_SRV', {
      address: '192.168.244.123',
      attributeMap: attributes,
      timeout: 20,
      bind: { rootDn: 'CN=admin,CN=Users,DC=cisco,DC=com', password: Secret.fromEnv('LDAP') },
      baseDn: 'CN=Users,DC=cisco,DC=com',
      bindFirst: true,
    });
    Rules.waive(server, 'TW-AAA-005', {
      reason: 'as the session shows it: give secureTrustpoint where the way to the directory is not your own',
      until: '2099-12-31',
    });
    const directory = new AaaServerGroup(edge, 'AD', { type: 'ldap', servers: [server] });

    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'TRUSTPOINT',
      authentication: ClientAuth.withAnyConnectEap(directory, { list: 'AD_AAA' }),
      // The key id of the client is the name of its group.
      match: { keyIds: ['cisco'] },
      authorization: ClientAuthorization.byRouter([{ name: 'cisco', pool: { from: '10.0.1.10', to: '10.0.1.99' } }], {
        list: 'local_list',
      }),
      gateway: '10.0.1.1/32',
      template: 'Virtual-Template5',
      names: { profile: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'anyconnect-eap-ldap');
app.synth();
