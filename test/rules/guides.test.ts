import {
  AaaAuthenticationList,
  AaaServerGroup,
  CertTrustpoint,
  ClientFiles,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  IkeV2Profile,
  RadiusServer,
  Secret,
  SecureClientProfile,
  type VpnStack,
} from 'tunnelwright';
import { duoProxyHost, edge } from '../support/scenario';
import { findingsIn } from '../support/rule-example';
import {
  anyconnectAndDuo,
  anyconnectAndDuoSettings,
  asaAndWindows,
  fieldGuide,
  guidesPresent,
  poolSlide,
} from '../support/seed-text';

if (!guidesPresent) console.log('skipped: ../shared/seeds is not present');

const said = (config: string, pack?: string): readonly string[] =>
  findingsIn(config, pack).map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

(guidesPresent ? describe : describe.skip)('the field guides as they stand', () => {
  test('the field guide: address against DN, a key left in the keyring, no IPsec lifetime', () => {
    expect(said(fieldGuide(), 'field-guide')).toEqual([
      'error TW-REF-001 refers to the trustpoint CA-INTERNAL, which is not there',
      'warning TW-REF-003 the IKEv2 keyring KR-WAN is of no use: no IKEv2 profile names it, so its keys are never looked at',
      'error TW-IKE-006 the peer SITEB has a pre-shared key although 203.0.113.93 proves itself by certificate',
      'warning TW-IKE-007 the peer SITEB has a local key and no remote one',
      'error TW-IKE-008 matches its peers by 203.0.113.93 while both ends say the DN of their certificate',
      'error TW-PKI-001 relies on certificates, and the device has no time source',
      'error TW-IPSEC-003 says no lifetime, so each end has the default of its make',
    ]);
  });

  test('its other end, written the same way round: neither finds the profile of the other', () => {
    const there = fieldGuide().replaceAll('203.0.113.93', '198.51.100.10').replace('10.58.1.1 ', '10.58.1.2 ');
    const both = findingsIn({ mumbai: fieldGuide(), pune: there })
      .filter(({ rule }) => rule.startsWith('TW-END'))
      .map(({ path, rule, message }) => `${path} ${rule} ${message}`);
    expect(both).toEqual([
      'mumbai/ikev2-profile/IKEV2-PROF-CERT TW-END-005 pune Tunnel100 says that it is the DN of its certificate, and the profile of Tunnel100 matches nothing like that',
      'pune/ikev2-profile/IKEV2-PROF-CERT TW-END-005 mumbai Tunnel100 says that it is the DN of its certificate, and the profile of Tunnel100 matches nothing like that',
    ]);
  });

  test('the AnyConnect and Duo guide: its router', () => {
    expect(said(anyconnectAndDuo(), 'nsa-cisa-remote-access')).toEqual([
      'warning TW-IKE-015 it is for AnyConnect, and the router offers certificates by URL',
      'warning TW-PKI-001 relies on certificates, and the device has no time source',
      'error TW-PKI-002 does not check for revocation',
      'error TW-AAA-001 aaa new-model without a local user: when no server answers nobody can log in',
      'error TW-PKI-003 fetches its authority from http://192.0.2.80:80/certsrv/mscep/mscep.dll and compares it with nothing',
      'error TW-RA-004 the SSL policy listens although users come by IPsec',
      'warning TW-CNSA-001 has aes-cbc-128, group 19, which CNSA 1.0 does not have',
    ]);
  });

  test('the AnyConnect and Duo guide: its client profile and its proxy, beside its router', () => {
    const guide = anyconnectAndDuoSettings();
    const declare = (stack: VpnStack): void => {
      const secret = Secret.fromEnv('SECRET');
      const router = edge(stack);
      const duo = new RadiusServer(router, 'rad_server', {
        address: guide.proxy,
        timeout: guide.radiusTimeout,
        key: secret,
      });
      const group = new AaaServerGroup(router, 'FlexVPN_auth_server', { servers: [duo] });
      const list = new AaaAuthenticationList(router, 'FlexVPN_auth', { methods: [group] });
      const trustpoint = new CertTrustpoint(router, 'TP_AnyConnect', {
        enrollment: { type: 'terminal' },
        fqdn: guide.certificateName,
      });
      new IkeV2Profile(router, 'Flexvpn_ikev2_Profile', {
        matchRemoteAny: true,
        authenticationLocal: 'rsa-sig',
        authenticationRemote: [{ method: 'eap', queryIdentity: true }],
        trustpoints: [{ trustpoint, use: 'sign' }],
        aaaAuthentication: [{ method: 'eap', list }],
        virtualTemplate: { ref: { ref: 'virtual-template', name: 'Virtual-Template20', external: true } },
      });
      const proxy = duoProxyHost(stack, { host: guide.proxy });
      const client = new DuoRadiusClient(proxy, 'radius_client', { hosts: [{ address: guide.ise }], secret });
      new DuoRadiusServerAuto(proxy, 'radius_server_auto', {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: secret,
        apiHost: 'api-0123abcd.duosecurity.com',
        client,
        callers: [{ address: guide.caller, secret }],
        failmode: guide.failmode as 'safe',
      });
      const standard = { authMethodDuringIkeNegotiation: guide.clientMethod as 'EAP-MD5' };
      new SecureClientProfile(new ClientFiles(stack, 'clients', { folder: 'clients' }), 'Client_Profile', {
        preferences: { authenticationTimeout: guide.clientTimeout },
        hosts: [
          { name: 'FlexVPN', address: guide.clientHost, standardAuthenticationOnly: standard },
          { name: 'as the certificate', address: guide.certificateName, standardAuthenticationOnly: standard },
        ],
      });
    };
    expect(findingsIn(declare).map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual([
      "error TW-CLIENT-001 hosts[0].address: no headend of this stack is known as 'flexvpn-csr.cisco.com'",
      'warning TW-CLIENT-002 waits 30 seconds, and edge waits 120 for the RADIUS server rad_server',
      'warning TW-DUO-005 [radius_server_auto] lets users in with the password alone when Duo cannot be reached',
    ]);
  });

  test('the ASA and Windows guide: servers named ISE2 and asked as ISE, and 3DES', () => {
    const found = findingsIn(asaAndWindows()).map(({ rule, message, remedy }) => `${rule} ${message} → ${remedy}`);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^TW-REF-001 .* ISE, which is not there → there is ISE2: is that meant\?/),
        expect.stringMatching(/^TW-REF-001 refers to the trustpoint TP, which is not there/),
        expect.stringMatching(/^TW-IKE-004 3des, group 2: broken or too short/),
      ]),
    );
    expect(found.filter((each) => each.includes('the IKEv2 proposal 10 is of no use'))).toEqual([]);
  });

  test('a slide of Cisco Live BRKSEC-2881: the pool Eng-pool, which is defined as Eng', () => {
    const found = findingsIn(poolSlide());
    expect(found.map(({ message, remedy }) => `${message} → ${remedy}`)).toEqual([
      'refers to the address pool Eng-pool, which is not there → there is Eng: is that meant? Else define it',
      'the address pool Eng is of no use: no authorization policy names it, so no peer is given an address of it → name it where it is meant, or take it out',
    ]);
  });
});
