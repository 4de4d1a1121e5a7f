import { joined, lazily } from '../../../lib/model/lazily';
import { identify, identityOf, keyOf, nameOf, refsOf, type Ref } from '../../../lib/model/noun';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { targets } from '../../../lib/model/targets';
import { wording } from '../../../lib/model/wording';

const ref = <K extends Kind>(kind: K, name: string): Ref<K> => ({ ref: kind, name });
const psk = { secret: 'env', name: 'PSK' } as const;
const to = <K extends Kind>(kind: K): Ref<K> => ref(kind, 'one');
const isVpn = { dictionary: 'DEVICE', attribute: 'Device Type', value: 'All Device Types#VPN' };
type Bag = Record<string, unknown>;
const duoApplication = { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: psk, apiHost: 'api-0123abcd.duosecurity.com' };
const duoServer = { ...duoApplication, callers: [{ address: '192.0.2.1', secret: psk }] };
const duoFilled = { failmode: 'secure', port: 1812 };

const onPune = { name: 'pune', device: ref('ftd-device', 'pune') };

/** The least that each noun needs, and what the schema adds to it. */
const least: { readonly [K in Kind]: { readonly props: Bag; readonly filled?: Bag } } = {
  'duo-radius-client': { props: { name: 'radius_client', hosts: [{ address: '192.0.2.9' }], secret: psk } },
  'duo-ad-client': {
    props: {
      name: 'ad_client',
      hosts: ['dc.example.net'],
      searchDn: 'DC=example,DC=net',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: psk,
    },
  },
  'ip-sla': { props: { name: '10', icmpEcho: { destination: '192.0.2.9' } } },
  'ip-sla-schedule': { props: { name: '10', operation: { ref: 'ip-sla', name: '10' } } },
  'tracked-object': {
    props: { name: '10', operation: { ref: 'ip-sla', name: '10' } },
    filled: { up: 'reachability' },
  },
  bgp: { props: { name: '65000', neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }] } },
  'ftd-bgp': {
    props: {
      name: 'bgp',
      device: ref('ftd-device', 'mumbai-pair'),
      asn: 65000,
      neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
    },
  },
  'ftd-loopback': {
    props: { name: 'Loopback1', device: ref('ftd-device', 'hub'), ifname: 'loop', address: '10.99.0.1/32' },
  },
  'ftd-dynamic-tunnel': {
    props: {
      name: 'Virtual-Template1',
      device: ref('ftd-device', 'hub'),
      ifname: 'spokes',
      unnumbered: 'loop',
      source: 'outside',
    },
    filled: { mode: 'ipsec-ipv4' },
  },
  'duo-only-client': { props: { name: 'duo_only_client' } },
  'duo-proxy-main': { props: { name: 'main' } },
  'duo-cloud': { props: { name: 'cloud', ...duoApplication } },
  'duo-http-proxy': { props: { name: 'http_proxy', apiHost: duoApplication.apiHost } },
  'duo-radius-server-auto': { props: { name: 'radius_server_auto', ...duoServer }, filled: duoFilled },
  'duo-radius-server-challenge': { props: { name: 'radius_server_challenge2', ...duoServer }, filled: duoFilled },
  'duo-radius-server-concat': { props: { name: 'radius_server_concat', ...duoServer }, filled: duoFilled },
  'duo-radius-server-iframe': {
    props: { name: 'radius_server_iframe', ...duoServer, type: 'juniper' },
    filled: duoFilled,
  },
  'duo-radius-server-eap': {
    props: { name: 'radius_server_eap', ...duoServer, certificateFile: 'a.pem', privateKeyFile: 'a.key' },
    filled: duoFilled,
  },
  'duo-radius-server-duo-only': { props: { name: 'radius_server_duo_only', ...duoServer }, filled: duoFilled },
  'duo-ldap-server-auto': {
    props: { name: 'ldap_server_auto', ...duoApplication },
    filled: { failmode: 'secure' },
  },
  'ftd-device': { props: { name: 'mumbai-pair' } },
  'aaa-server': {
    props: { name: 'ISE', hosts: [{ interface: 'inside', host: '10.0.0.5' }] },
    filled: { protocol: 'radius' },
  },
  'asa-client-attribute': {
    props: {
      name: 'dynamic-split-exclude-domains/MEDIA',
      webvpn: ref('webvpn', 'webvpn'),
      attribute: 'dynamic-split-exclude-domains',
      label: 'MEDIA',
      values: ['video.example.net'],
    },
  },
  'asa-group-policy': { props: { name: 'GP' } },
  'dynamic-map': {
    props: { name: 'DYN', entries: [{ sequence: 10, proposals: [ref('ipsec-transform-set', 'TS')] }] },
  },
  'crypto-map-entry': {
    props: {
      name: 'MAP/10',
      map: 'MAP',
      sequence: 10,
      match: ref('access-list', 'ACL'),
      peers: ['203.0.113.93'],
      proposals: [ref('ipsec-transform-set', 'TS')],
    },
  },
  'crypto-map': { props: { name: 'MAP', interfaces: ['outside'], entries: [ref('crypto-map-entry', 'MAP/10')] } },
  'tunnel-group': { props: { name: '203.0.113.93', type: 'ipsec-l2l' } },
  'tunnel-group-map': {
    props: { name: 'MAP/10', map: ref('certificate-map', 'MAP'), group: ref('tunnel-group', 'T') },
    filled: { sequence: 10 },
  },
  'nat-exemption': {
    props: { name: 'inside/outside/any/P', inside: 'inside', outside: 'outside', peers: ref('network-object', 'P') },
  },
  'ikev2-enable': { props: { name: 'outside' } },
  'ikev2-remote-access': { props: { name: 'ikev2-remote-access', trustpoint: ref('cert-trustpoint', 'CA') } },
  'ssl-trustpoint': { props: { name: 'outside', trustpoint: ref('cert-trustpoint', 'CA') } },
  webvpn: { props: { name: 'webvpn' } },
  'secure-client-profile': {
    props: { name: 'P', hosts: [{ name: 'Mumbai', address: 'vpn.example.net' }] },
    filled: {
      preferences: { authenticationTimeout: 30 },
      hosts: [{ name: 'Mumbai', address: 'vpn.example.net', primaryProtocol: 'IPsec' }],
    },
  },
  'secure-client-local-policy': { props: { name: 'policy' }, filled: { bypassDownloader: true } },
  'scp-server': { props: { name: 'scp' }, filled: { server: true } },
  'strongswan-client': {
    props: {
      name: 'mumbai',
      address: 'vpn.example.net',
      proposals: [{ name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] }],
      transformSets: [{ name: 'TS', encryption: 'aes-gcm-256', mode: 'tunnel' }],
      certificate: { names: ['vpn.example.net'] },
      authentication: { method: 'eap', type: 'mschapv2', user: 'joe' },
    },
    filled: { dpdSeconds: 60 },
  },
  'windows-vpn-client': {
    props: {
      name: 'mumbai',
      address: 'vpn.example.net',
      proposals: [{ name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] }],
      transformSets: [{ name: 'TS', encryption: 'aes-gcm-256', mode: 'tunnel' }],
      certificate: { names: ['vpn.example.net'], extendedKeyUsage: ['server-auth'] },
      authentication: { method: 'eap-mschapv2' },
    },
    filled: { allUserConnection: false, rememberCredential: false },
  },
  'radius-authorization': {
    props: { name: 'users', entries: [{ name: 'joe', password: psk }] },
    filled: { entries: [{ name: 'joe', password: psk, attributes: {} }] },
  },
  'ise-identity-group': { props: { name: 'Employee' } },
  'ise-network-device-group': {
    props: { name: 'Device Type > All Device Types > VPN', path: 'Device Type#All Device Types#VPN' },
  },
  'ise-active-directory': { props: { name: 'example.net' } },
  'ise-certificate-profile': {
    props: { name: 'staff' },
    filled: { userFrom: 'subject-common-name', compare: 'never' },
  },
  'ise-identity-source-sequence': {
    props: { name: 'staff', sources: ['Internal Users'] },
    filled: { ifUnreachable: 'continue' },
  },
  'ise-allowed-protocols': {
    props: { name: 'vpn', protocols: ['pap'] },
    filled: { requireMessageAuthenticator: false },
  },
  'ise-external-radius-server': {
    props: { name: 'duo_proxy', address: '192.0.2.9', secret: psk },
    filled: { authPort: 1812, acctPort: 1813, timeout: 5, retries: 3 },
  },
  'ise-radius-server-sequence': {
    props: { name: 'duo', servers: [to('ise-external-radius-server')] },
    filled: { authorize: true, remoteAccounting: false, localAccounting: true },
  },
  'ise-downloadable-acl': { props: { name: 'staff', lines: ['permit ip any any'] }, filled: { type: 'ipv4' } },
  'ise-authorization-profile': { props: { name: 'staff' }, filled: { access: 'accept', profile: 'Cisco' } },
  'ise-policy-set': {
    props: { name: 'VPN', condition: isVpn },
    filled: { condition: { ...isVpn, operator: 'equals', not: false }, state: 'enabled' },
  },
  'ise-authentication-rule': {
    props: { name: 'staff', policySet: to('ise-policy-set'), condition: isVpn, source: 'Internal Users', rank: 0 },
    filled: {
      condition: { ...isVpn, operator: 'equals', not: false },
      ifAuthFail: 'reject',
      ifUserNotFound: 'reject',
      ifProcessFail: 'drop',
      state: 'enabled',
    },
  },
  'ise-authorization-rule': {
    props: {
      name: 'staff',
      policySet: to('ise-policy-set'),
      condition: isVpn,
      profiles: [to('ise-authorization-profile')],
      rank: 0,
    },
    filled: { condition: { ...isVpn, operator: 'equals', not: false }, state: 'enabled' },
  },
  'ise-network-device': {
    props: { name: 'duo-proxy', addresses: ['192.0.2.9'], radiusSharedSecret: psk },
    filled: { profile: 'Cisco', coaPort: 1700, dtlsRequired: false },
  },
  'ise-internal-user': {
    props: { name: 'alice', password: psk },
    filled: { enabled: true, changePassword: false },
  },
  'duo-group': { props: { name: 'VPN users' } },
  'duo-phone': { props: { name: '+15551234567', number: '+15551234567' }, filled: { type: 'mobile' } },
  'duo-user': { props: { name: 'alice' }, filled: { status: 'active' } },
  'duo-radius-application': { props: { name: 'vpn' }, filled: { usernameNormalization: 'none' } },
  'duo-policy': { props: { name: 'VPN' } },
  'duo-saml-application': {
    props: {
      name: 'vpn',
      entityId: 'https://vpn.example.net/saml/sp/metadata/staff',
      acsUrls: ['https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'],
    },
    filled: { nameIdAttribute: '<Username>', nameIdFormat: 'unspecified', signAssertion: true, signResponse: true },
  },
  'config-archive': { props: { name: 'archive', path: 'bootflash:' }, filled: { maximum: 10 } },
  'ntp-servers': { props: { name: 'ntp', servers: ['192.0.2.1', 'time.example.net'] } },
  'network-object': { props: { name: 'inside', value: '10.20.0.0/16' } },
  'sla-monitor': {
    props: { name: 'LINE', number: 10, address: '192.0.2.1', zones: [ref('security-zone', 'outside-zone')] },
    filled: {},
  },
  'security-zone': { props: { name: 'outside-zone' }, filled: { type: 'zone', mode: 'routed' } },
  'trusted-ca': { props: { name: 'ROOT' } },
  'dynamic-access-policy': {
    props: { name: 'POSTURE' },
    filled: { records: [{ name: 'DfltAccessPolicy', action: 'continue' }] },
  },
  realm: { props: { name: 'STAFF', type: 'local' } },
  'ra-local-realm': {
    props: {
      name: 'RA',
      policy: ref('ra-vpn-policy', 'RA'),
      realm: ref('realm', 'STAFF'),
      profiles: [ref('ra-connection-profile', 'RA/STAFF')],
    },
  },
  'local-realm-user': {
    props: { name: 'STAFF/anna', realm: ref('realm', 'STAFF'), user: 'anna', password: psk },
  },
  'time-range': { props: { name: 'office hours', from: '2026-12-01T08:00' } },
  'access-policy': { props: { name: 'edge-access' } },
  'port-object': { props: { name: 'HTTPS' } },
  'access-rule': {
    props: { name: 'pune in', policy: ref('access-policy', 'edge-access'), action: 'allow' },
    filled: { place: { section: 'default' }, enabled: true },
  },
  'nat-policy': { props: { name: 'edge-nat' } },
  'ftd-ecmp-zone': {
    props: { name: 'lines', device: ref('ftd-device', 'mumbai-pair'), interfaces: ['outside', 'outside2'] },
  },
  'secure-client-attribute': {
    props: { name: 'phones', type: 'custom', attribute: 'DeferredUpdateAllowed', value: 'true' },
  },
  'fqdn-object': { props: { name: 'www', fqdn: 'www.example.net' } },
  'network-group': { props: { name: 'all', members: [ref('network-object', 'inside')] } },
  'security-group-tag': { props: { name: 'staff', tag: 11 } },
  'url-object': { props: { name: 'staff-url', url: 'https://vpn.example.net/staff' } },
  'network-object-override': {
    props: { ...onPune, object: ref('network-object', 'lan'), value: '10.20.0.0/16' },
  },
  'fqdn-object-override': {
    props: { ...onPune, object: ref('fqdn-object', 'portal'), fqdn: 'pune.example.net' },
  },
  'network-group-override': {
    props: { ...onPune, object: ref('network-group', 'lans'), members: ['10.20.0.0/16'] },
  },
  'url-object-override': {
    props: { ...onPune, object: ref('url-object', 'staff'), url: 'https://pune.example.net/staff' },
  },
  'address-pool-override': {
    props: { ...onPune, object: ref('address-pool', 'staff'), ranges: [{ from: '10.99.1.10', to: '10.99.1.250' }] },
  },
  'ipv6-address-pool-override': {
    props: { ...onPune, object: ref('ipv6-address-pool', 'pool6'), start: '2001:db8:1::10/64', size: 100 },
  },
  'cert-trustpoint-override': {
    props: { ...onPune, object: ref('cert-trustpoint', 'VPN'), enrollment: { type: 'selfsigned' } },
  },
  'saml-server-override': {
    props: {
      ...onPune,
      object: ref('saml-server', 'duo'),
      entityId: 'https://sso.example.net/metadata',
      signInUrl: 'https://sso.example.net/login',
      identityProviderCertificate: ref('cert-trustpoint', 'DUO'),
    },
    filled: { signature: 'none', timeout: 300, internalNetwork: false, reauthenticate: true },
  },
  'secure-client-attribute-override': {
    props: {
      ...onPune,
      object: ref('secure-client-attribute', 'domains'),
      type: 'custom',
      attribute: 'DeferredUpdateAllowed',
      value: 'true',
    },
  },
  'ipv6-address-pool': { props: { name: 'pool6', start: '2001:db8::10/64', size: 100 } },
  'secure-client-file': {
    props: {
      name: 'staff',
      type: 'vpn-profile',
      fileName: 'staff.xml',
      content: { text: '<AnyConnectProfile/>' },
      sha256: '0'.repeat(64),
    },
  },
  'saml-server': {
    props: {
      name: 'duo',
      entityId: 'https://sso.example.net/metadata',
      signInUrl: 'https://sso.example.net/login',
      identityProviderCertificate: ref('cert-trustpoint', 'DUO'),
    },
    filled: { signature: 'none', timeout: 300, internalNetwork: false, reauthenticate: true },
  },
  'ftd-group-policy': { props: { name: 'GP' }, filled: { protocols: ['ipsec-ikev2'] } },
  'ra-vpn-policy': {
    props: {
      name: 'RA',
      accessInterfaces: [{ zone: ref('security-zone', 'outside-zone') }],
      ikev2Policies: [ref('ikev2-policy', 'NSA')],
      ipsecCertificate: ref('cert-trustpoint', 'CA'),
      groupPolicies: [ref('ftd-group-policy', 'DfltGrpPolicy')],
    },
    filled: {
      protocols: ['ipsec-ikev2'],
      accessInterfaces: [{ zone: ref('security-zone', 'outside-zone'), ipsec: true, ssl: false, dtls: false }],
    },
  },
  'ra-connection-profile': {
    props: {
      name: 'staff',
      policy: ref('ra-vpn-policy', 'RA'),
      groupPolicy: ref('ftd-group-policy', 'GP'),
      authentication: 'aaa',
      server: 'local',
    },
  },
  'ra-crypto-map': {
    props: { name: 'outside-zone', policy: ref('ra-vpn-policy', 'RA'), zone: ref('security-zone', 'outside-zone') },
    filled: { clientServices: false },
  },
  'ra-certificate-mapping': {
    props: {
      name: 'RA',
      policy: ref('ra-vpn-policy', 'RA'),
      mappings: [{ map: ref('certificate-map', 'MAP'), profile: ref('ra-connection-profile', 'RA/staff') }],
    },
    filled: { groupUrlFirst: true },
  },
  'ra-ldap-attributes': {
    props: {
      name: 'RA',
      policy: ref('ra-vpn-policy', 'RA'),
      realms: [
        {
          realm: ref('realm', 'AD'),
          attributes: [
            {
              ldapName: 'memberOf',
              ciscoName: 'Group-Policy',
              values: [{ ldapValue: 'cn=staff', to: ref('ftd-group-policy', 'GP') }],
            },
          ],
        },
      ],
    },
  },
  'ra-load-balancing': {
    props: {
      name: 'RA',
      policy: ref('ra-vpn-policy', 'RA'),
      address: '203.0.113.5',
      interface: ref('security-zone', 'outside-zone'),
      members: [{ device: ref('ftd-device', 'mumbai-pair') }],
    },
    filled: {
      port: 9023,
      redirectByName: false,
      redirectPhase: 'sa-authentication',
      members: [{ device: ref('ftd-device', 'mumbai-pair'), priority: 5 }],
    },
  },
  'auto-nat-rule': {
    props: {
      name: 'web, any to any',
      policy: ref('nat-policy', 'edge-nat'),
      originalNetwork: ref('network-object', 'web'),
    },
    filled: { type: 'static' },
  },
  'nat-rule': {
    props: { name: 'exempt', policy: ref('nat-policy', 'edge-nat'), originalSource: ref('network-object', 'inside') },
    filled: { section: 'before-auto', type: 'static', enabled: true },
  },
  'platform-settings': { props: { name: 'FTD-platform' } },
  'vpn-logging': {
    props: { name: 'FTD-platform', policy: ref('platform-settings', 'FTD-platform') },
    filled: { toFmc: 'vpn', level: 'informational', enabled: true },
  },
  'policy-assignment': {
    props: { name: 'RA', policy: ref('ra-vpn-policy', 'RA'), devices: [ref('ftd-device', 'mumbai-pair')] },
  },
  'cert-trustpoint': { props: { name: 'CA', enrollment: { type: 'terminal' } } },
  'certificate-map': {
    props: { name: 'MAP', rules: [{ field: 'subject-name', operator: 'co', value: 'o = example' }] },
  },
  'skip-client': {
    props: { name: 'KMS', server: { host: 'kms.example.net', port: 443 }, psk: { id: 'edge', key: psk } },
  },
  'ikev2-proposal': { props: { name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] } },
  'ikev2-policy': { props: { name: 'POL', proposals: [ref('ikev2-proposal', 'P')] } },
  'ikev2-keyring': {
    props: { name: 'K', peers: [{ name: 'pune', address: '203.0.113.93', localKey: psk, remoteKey: psk }] },
  },
  'ikev2-profile': {
    props: {
      name: 'PROF',
      matchCertificates: [ref('certificate-map', 'MAP')],
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'rsa-sig',
      trustpoints: [ref('cert-trustpoint', 'CA')],
    },
  },
  'ipsec-transform-set': { props: { name: 'TS', encryption: 'aes-gcm-256' }, filled: { mode: 'tunnel' } },
  'ipsec-profile': {
    props: {
      name: 'ESP',
      transformSets: [ref('ipsec-transform-set', 'TS')],
    },
  },
  'loopback-interface': { props: { name: 'Loopback0', address: '10.0.0.1/32' } },
  'tunnel-interface': {
    props: {
      name: 'Tunnel100',
      address: '10.58.1.1/30',
      source: 'GigabitEthernet0/0',
      destination: '203.0.113.93',
      protection: ref('ipsec-profile', 'ESP'),
    },
    filled: { mode: 'ipsec-ipv4' },
  },
  'ipv6-static-route': {
    props: { name: '2001:db8::/32@Null0', destination: '2001:db8::/32', interface: 'Null0' },
    filled: { distance: 1 },
  },
  'static-route': {
    props: { name: 'r', destination: '10.30.0.0/16', interface: ref('tunnel-interface', 'Tunnel100') },
    filled: { distance: 1 },
  },
  'vpn-topology': {
    props: {
      name: 'T',
      ikev2Policies: [ref('ikev2-policy', 'POL')],
      authentication: { method: 'certificate', trustpoint: ref('cert-trustpoint', 'CA') },
      ipsecProposals: [ref('ipsec-transform-set', 'TS')],
    },
    filled: {
      topology: 'point-to-point',
      routeBased: true,
      lifetimeSeconds: 3600,
      lifetimeKilobytes: 4608000,
      identity: 'auto-or-dn',
    },
  },
  vrf: { props: { name: 'RED' }, filled: { addressFamilies: [{ family: 'ipv4' }] } },
  'local-user': { props: { name: 'admin', secret: psk } },
  aaa: { props: { name: 'aaa' }, filled: { newModel: true } },
  'radius-server': {
    props: { name: 'R', address: '192.0.2.10', key: psk },
    filled: { address: { host: '192.0.2.10', authPort: 1812, acctPort: 1813 } },
  },
  'ldap-attribute-map': { props: { name: 'M', maps: [{ ldap: 'memberOf', aaa: 'supplicant-group' }] } },
  'ldap-server': { props: { name: 'AD', address: '192.0.2.11', baseDn: 'DC=example,DC=net' } },
  'aaa-server-group': {
    props: { name: 'G', servers: [ref('radius-server', 'R')] },
    filled: { type: 'radius' },
  },
  'aaa-authentication-list': { props: { name: 'LOGIN', methods: ['local'] } },
  'aaa-authorization-list': { props: { name: 'NET', methods: ['local'] } },
  'aaa-accounting-list': {
    props: { name: 'ACCT', methods: [ref('aaa-server-group', 'G')] },
    filled: { record: 'start-stop' },
  },
  'aaa-attribute-list': {
    props: { name: 'ATTR', attributes: [{ type: 'interface-config', value: 'vrf forwarding RED' }] },
  },
  'address-pool': { props: { name: 'POOL', ranges: [{ from: '10.0.1.10', to: '10.0.1.99' }] } },
  'access-list': {
    props: { name: 'ACL', entries: [{ sequence: 10, action: 'permit', source: 'any', destination: 'any' }] },
    filled: { type: 'extended' },
  },
  'ipv6-access-list': {
    props: {
      name: 'ACL6',
      entries: [{ sequence: 10, action: 'permit', protocol: 'tcp', source: 'any', destination: 'any' }],
    },
  },
  logging: { props: { name: 'logging' } },
  'http-server': { props: { name: 'http' } },
  'smart-defaults': { props: { name: 'smart', disabled: ['ikev2-proposal'] } },
  'ikev2-global': { props: { name: 'ikev2' } },
  'ikev2-name-mangler': { props: { name: 'OU', dn: 'organization-unit' } },
  'ikev2-authorization-policy': { props: { name: 'AUTHZ' } },
  'anyconnect-profile': { props: { name: 'AC', file: 'bootflash:/ac.xml' } },
  'ssl-policy': {
    props: { name: 'SSL', trustpoint: ref('cert-trustpoint', 'CA'), address: { local: '192.0.2.1' } },
    filled: { shutdown: false },
  },
  'ipsec-global': { props: { name: 'ipsec' } },
  'virtual-template': { props: { name: 'Virtual-Template1' }, filled: { mode: 'ipsec-ipv4' } },
  'flexvpn-client': {
    props: {
      name: 'FLEX',
      peers: [{ sequence: 1, host: '203.0.113.93' }],
      tunnel: ref('tunnel-interface', 'Tunnel100'),
    },
  },
  'interface-lines': { props: { name: 'GigabitEthernet0/0' } },
  'ikev2-cluster': { props: { name: 'cluster', standbyGroup: 'vpngw' }, filled: { shutdown: false } },
  'raw-config': { props: { name: 'RAW', lines: ['ipv6 unicast-routing'] } },
  'raw-block': { props: { name: 'router ospf 1' } },
  'vpn-endpoint': {
    props: { name: 'edge', topology: ref('vpn-topology', 'T'), extranet: '198.51.100.10' },
    filled: { role: 'peer' },
  },
};

/** What is wrong with the least props after a change: `place: message`. */
const wrong = (kind: Kind, change: Bag): readonly string[] => {
  const result = nouns[kind].schema.safeParse({ ...least[kind].props, ...change }, { error: wording });
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};
/** The lists of choices grow; what they begin with does not change. */
const begins = (text: string): unknown =>
  expect.stringMatching(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
const weak = '(weak: sha1, md5)';

describe.each(Object.keys(nouns) as Kind[])('%s', (kind) => {
  const { props, filled } = least[kind];
  test('takes the least it needs and fills in its defaults', () => {
    expect(nouns[kind].schema.parse(props)).toEqual({ ...props, ...filled });
  });
  test('refuses a field that it does not have', () => {
    expect(wrong(kind, { lifeTime: 5 })).toEqual([
      expect.stringMatching(/^: there is no lifeTime here: (?:leave it out|write )/),
    ]);
  });
  /** What may be missing where something else stands: those messages are below. */
  const contradicted = ['prf', 'matchCertificates', 'trustpoints', 'extranet', 'address', 'destination', 'protection'];
  test.each(Object.keys(props).filter((field) => !contradicted.includes(field)))(
    'says that %s is missing and what to write',
    (field) => {
      const [message, ...more] = wrong(kind, { [field]: undefined });
      expect(more).toEqual([]);
      expect(message).toMatch(new RegExp(`^${field}: is missing: (write|give) .+`));
    },
  );
  test('has no word of the schema library in any message', () => {
    for (const field of Object.keys((nouns[kind].schema as unknown as { shape: Bag }).shape))
      for (const value of [undefined, null, 5, true, '', 'x y', [], ['?'], [5], {}, () => undefined])
        for (const message of wrong(kind, { [field]: value }))
          expect(message).not.toMatch(/Invalid|received|expected|Too (small|big)|Unrecognized|>=|<=/);
  });
});

describe('names', () => {
  test.each(['', 'two words', '-begins', 'x'.repeat(65), 'quote"'])('%p is refused', (name) => {
    expect(wrong('ikev2-proposal', { name })).toEqual([
      `name: '${name}' is not a valid object name: write 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _`,
    ]);
  });
  test.each(['Tunnel', 'tunnel1', 'Tunnel01', 'Tunnel2147483648', 'Tunnel-1', 'Vlan1'])(
    '%p is not a tunnel',
    (name) => {
      expect(wrong('tunnel-interface', { name })).toEqual([
        `name: '${name}' is not a valid tunnel interface: write it like Tunnel100`,
      ]);
    },
  );
});

test.each<[unknown, string]>([
  [
    { before: 'Block all' },
    "before: 'Block all' is only a name: give the access-rule construct itself, or its fromExisting handle",
  ],
  [{ section: 'default', foo: 1 }, 'there is no foo here: leave it out'],
  [{ section: 'last' }, "section: 'last' is not a valid choice here: write 'mandatory' or 'default'"],
])('the place %j of an access rule: the form that was meant says what to write', (place, message) => {
  expect(wrong('access-rule', { place })).toEqual([`place: ${message}`]);
});

describe('an IKEv2 proposal', () => {
  const refuses = (change: Bag) => wrong('ikev2-proposal', change);
  test('refuses an integrity with GCM', () => {
    expect(refuses({ integrity: ['sha256'] })).toEqual([
      'integrity: aes-gcm-256 authenticates by itself: leave integrity out and write prf',
    ]);
  });
  test('refuses GCM without a PRF', () => {
    expect(refuses({ prf: undefined })).toEqual(["prf: aes-gcm-256 needs a PRF: write prf: ['sha384']"]);
  });
  test('says both when GCM has an integrity and no PRF', () => {
    expect(refuses({ integrity: ['sha256'], prf: undefined })).toEqual([
      'integrity: aes-gcm-256 authenticates by itself: leave integrity out and write prf',
      "prf: aes-gcm-256 needs a PRF: write prf: ['sha384']",
    ]);
  });
  test('refuses CBC without an integrity', () => {
    expect(refuses({ encryption: ['aes-cbc-256'] })).toEqual([
      "integrity: aes-cbc-256 needs an integrity algorithm: write integrity: ['sha256']",
    ]);
  });
  test('takes CBC with an integrity and without a PRF', () => {
    expect(refuses({ encryption: ['aes-cbc-256'], integrity: ['sha256'], prf: undefined })).toEqual([]);
  });
  test('refuses to mix GCM and CBC', () => {
    expect(refuses({ encryption: ['aes-gcm-256', 'aes-cbc-256'] })).toEqual([
      'encryption: GCM and CBC do not mix in one proposal: write two proposals and give both to the policy',
    ]);
  });
  test('refuses an algorithm that it does not know', () => {
    expect(refuses({ encryption: ['aes-512'] })).toEqual([
      "encryption.0: 'aes-512' is not a valid IKEv2 encryption: write one of aes-gcm-256, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128, on firewalls aes-gcm-192 (weak: 3des, des)",
    ]);
    expect(refuses({ prf: ['sha-384'] })).toEqual([
      `prf.0: 'sha-384' is not a valid hash: write one of sha512, sha384, sha256 ${weak}`,
    ]);
    expect(refuses({ group: [18] })).toEqual([
      'group.0: 18 is not a valid Diffie-Hellman group here: write one of 14, 15, 16, 19, 20, 21, on firewalls 31 (weak: 1, 2, 5, 24)',
    ]);
  });
  test('refuses an algorithm that is listed twice, and a list that is empty', () => {
    expect(refuses({ encryption: ['aes-gcm-256', 'aes-gcm-256'] })).toEqual([
      'encryption: the same encryption algorithm is listed twice',
    ]);
    expect(refuses({ group: [19, 20, 19] })).toEqual(['group: the same Diffie-Hellman group is listed twice']);
    expect(refuses({ group: [] })).toEqual(['group: write at least one Diffie-Hellman group']);
  });
  test('says how to write a list where a single value stands', () => {
    expect(refuses({ group: 19 })).toEqual(['group: 19 is not a list: write [19]']);
  });
});

describe('a transform set', () => {
  test('refuses an integrity with GCM', () => {
    expect(wrong('ipsec-transform-set', { integrity: 'sha256' })).toEqual([
      'integrity: aes-gcm-256 authenticates by itself: leave integrity out',
    ]);
  });
  test('refuses CBC without an integrity', () => {
    expect(wrong('ipsec-transform-set', { encryption: 'aes-cbc-128' })).toEqual([
      "integrity: aes-cbc-128 needs an integrity algorithm: write integrity: 'sha256'",
    ]);
  });
  test('names the algorithms of ESP, which are not those of IKE', () => {
    expect(wrong('ipsec-transform-set', { encryption: 'aes' })).toEqual([
      begins(
        "encryption: 'aes' is not a valid ESP encryption: write one of aes-gcm-256, aes-gcm-192, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128 (weak: 3des, des",
      ),
    ]);
  });
  test('has modes', () => {
    expect(wrong('ipsec-transform-set', { mode: 'both' })).toEqual([
      begins("mode: 'both' is not a valid choice here: write 'tunnel'"),
    ]);
  });
});

describe('an IKEv2 profile', () => {
  const refuses = (change: Bag) => wrong('ikev2-profile', change);
  test('needs a match', () => {
    expect(refuses({ matchCertificates: undefined })).toEqual([
      'matchCertificates: a profile without a match is never chosen: write matchCertificates, matchRemoteAddresses or matchRemoteFqdns',
    ]);
  });
  test('needs a keyring for a pre-shared key, at either end', () => {
    expect(refuses({ authenticationLocal: 'pre-share' })).toEqual([
      'keyring: pre-share needs a keyring: write keyring',
    ]);
    expect(refuses({ authenticationRemote: ['rsa-sig', 'pre-share'] })).toEqual([
      'keyring: pre-share needs a keyring: write keyring',
    ]);
  });
  test('needs a trustpoint for a signature', () => {
    expect(refuses({ trustpoints: undefined })).toEqual(['trustpoints: rsa-sig needs a trustpoint: write trustpoints']);
  });
  test.each([119, 86401, 28800.5, Number.NaN, -1])('refuses a lifetime of %p seconds', (lifetime) => {
    const [message] = refuses({ lifetime });
    expect(message).toMatch(
      /^lifetime: \S+ is (out of range|not a valid number): write a whole number of 120 to 86400 seconds/,
    );
  });
  test.each([120, 28800, 86400])('takes a lifetime of %p seconds', (lifetime) => {
    expect(refuses({ lifetime })).toEqual([]);
  });
  test('refuses a lifetime that is text', () => {
    const [message] = refuses({ lifetime: '28800' });
    expect(message).toMatch(/^lifetime: '28800' is not a valid number: write a whole number of 120 to 86400 seconds/);
  });
  test('says what an identity can be', () => {
    const [message] = refuses({ identityLocal: { type: 'mac' } });
    expect(message).toMatch(
      /^identityLocal.type: 'mac' is not a valid choice here: write 'dn', 'address', 'fqdn',? .*'email'/,
    );
    expect(refuses({ identityLocal: { type: 'fqdn', fqdn: 'two words' } })).toEqual([
      "identityLocal.fqdn: 'two words' is not a valid domain name: write one word without blanks",
    ]);
  });
  test('names the parts of dead peer detection that are missing', () => {
    expect(refuses({ dpd: { interval: 10 } })).toEqual([
      'dpd.retry: is missing: write a whole number of 2 to 60 seconds',
      "dpd.mode: is missing: write 'on-demand' or 'periodic'",
    ]);
  });
});

describe('references', () => {
  test('are made by construct and never by text', () => {
    expect(wrong('ikev2-policy', { proposals: ['P'] })).toEqual([
      "proposals.0: 'P' is only a name: give the ikev2-proposal construct itself, or its fromExisting handle",
    ]);
  });
  test('to another kind are refused by the kind', () => {
    expect(wrong('ikev2-policy', { proposals: [ref('ipsec-transform-set', 'TS')] })).toEqual([
      'proposals.0: this is the construct of another kind (ipsec-transform-set): give the ikev2-proposal construct itself, or its fromExisting handle',
    ]);
    expect(wrong('ipsec-profile', { ikev2Profile: { ref: ref('ikev2-policy', 'POL') } })).toEqual([
      'ikev2Profile: this is the construct of another kind (ikev2-policy): give the ikev2-profile construct itself, or its fromExisting handle',
    ]);
  });
  test('to the same thing twice are refused, to two things not', () => {
    const [p, q] = [ref('ikev2-proposal', 'P'), ref('ikev2-proposal', 'Q')];
    expect(wrong('ikev2-policy', { proposals: [p, p] })).toEqual(['proposals: the same proposal is listed twice']);
    expect(wrong('ikev2-policy', { proposals: [p, q] })).toEqual([]);
  });
  test('of a construct become its kind and name', () => {
    const policy = nouns['ikev2-policy'].schema.parse({ name: 'A', proposals: [{ ref: ref('ikev2-proposal', 'P') }] });
    expect(policy.proposals).toEqual([ref('ikev2-proposal', 'P')]);
    expect(refsOf(policy)).toEqual([ref('ikev2-proposal', 'P')]);
  });
  test('are found at any depth, in the order in which they are written', () => {
    expect(refsOf({ a: [ref('x' as Kind, '1'), { b: ref('y' as Kind, '2') }], c: 'no', d: null })).toEqual([
      { ref: 'x', name: '1' },
      { ref: 'y', name: '2' },
    ]);
  });
});

describe('addresses', () => {
  test('that are none are refused with an example', () => {
    expect(wrong('static-route', { gateway: '203.0.113' })).toEqual([
      "gateway: '203.0.113' is not a valid IPv4 address: write four numbers of 0 to 255, like 192.0.2.1",
    ]);
    expect(wrong('tunnel-interface', { address: '10.58.1.1' })).toEqual([
      "address: '10.58.1.1' is not a valid IPv4 address with a length: write it like 10.58.1.1/30",
    ]);
  });
  test('of a network with host bits set are refused with the network', () => {
    expect(wrong('static-route', { destination: '10.30.1.0/16' })).toEqual([
      "destination: '10.30.1.0/16' has host bits set: write 10.30.0.0/16",
    ]);
    expect(wrong('static-route', { destination: 'default' })).toEqual([
      "destination: 'default' is not a valid IPv4 network: write it like 10.20.0.0/16",
    ]);
  });
  test('of a caller of the Duo proxy are hosts, networks or ranges that rise', () => {
    const callers = (address: string) => wrong('duo-radius-server-auto', { callers: [{ address, secret: psk }] });
    for (const taken of ['192.0.2.1', '192.0.2.9-192.0.2.10', '2001:db8::9-2001:db8::a', '192.0.2.9-192.0.2.9'])
      expect(callers(taken)).toEqual([]);
    for (const falling of ['192.0.2.10-192.0.2.9', '2001:db8::a-2001:db8::9'])
      expect(callers(falling)).toEqual([
        'callers.0.address: the range ends before it begins: write the lower address first',
      ]);
    expect(callers('192.0.2.1-2001:db8::1')).toEqual([
      "callers.0.address: '192.0.2.1-2001:db8::1' is not a valid address, network or range: write 192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9",
    ]);
  });
  test('of a network object are hosts, networks or ranges', () => {
    expect(wrong('network-object', { value: '10.20.0.1' })).toEqual([]);
    expect(wrong('network-object', { value: '10.20.0.1/16' })).toEqual([
      "value: '10.20.0.1/16' is not a valid address, network or range: write 192.0.2.1, 10.20.0.0/16 (host bits zero) or 192.0.2.1-192.0.2.9",
    ]);
  });
});

test.each([
  [{ until: '2026-02-30T08:00' }, 'until', 'a day of the calendar and a time to 23:59'],
  [{ until: '2026-02-10T24:00' }, 'until', 'a day of the calendar and a time to 23:59'],
  [{ from: '2027-01-01T08:00', until: '2026-12-31T18:00' }, 'until', 'is not after from: write a later one'],
])('a time range of %p is refused', (range, field, message) => {
  expect(wrong('time-range', { from: undefined, ...range })).toEqual([
    expect.stringMatching(`^${field}: .*${message}`),
  ]);
});
test('a time range ends on the last day of February', () => {
  expect(wrong('time-range', { name: 'project', from: '2028-02-01T00:00', until: '2028-02-29T23:59' })).toEqual([]);
});

describe('text', () => {
  test.each([
    ['two  blanks', 'one blank between words, and none at either end'],
    [' begins', 'one blank between words, and none at either end'],
    ['ends ', 'one blank between words, and none at either end'],
    ['two\nlines', 'one line: no line break or other control or invisible character'],
    ['', 'is empty: write something or leave it out'],
    ['x'.repeat(201), 'at most 200 characters'],
  ])('%p is refused', (description, message) => {
    expect(wrong('ipsec-profile', { description })).toEqual([`description: ${message}`]);
  });
});

describe('secrets', () => {
  test('are references and never text', () => {
    const peer = (key: unknown) => ({ name: 'pune', address: '203.0.113.93', localKey: key, remoteKey: psk });
    expect(wrong('ikev2-keyring', { peers: [peer('cisco123')] })).toEqual([
      "peers.0.localKey: write Secret.fromEnv('NAME'), Secret.fromFile('path') or Secret.fromCommand('program', 'argument')",
    ]);
  });
  test('of two peers stand under two names', () => {
    const peer = { name: 'pune', address: '203.0.113.93', localKey: psk, remoteKey: psk };
    expect(wrong('ikev2-keyring', { peers: [peer, peer] })).toEqual([
      'peers: two peers have one name: give each its own',
    ]);
  });
});

describe('a trustpoint', () => {
  test('is enrolled in one of several ways', () => {
    expect(wrong('cert-trustpoint', { enrollment: { type: 'scep' } })).toEqual([
      begins("enrollment.type: 'scep' is not a valid choice here: write 'terminal', 'url'"),
    ]);
    expect(wrong('cert-trustpoint', { enrollment: { type: 'url', url: 'ftp://ca' } })).toEqual([
      'enrollment.url: write an http or https URL',
    ]);
  });
  test('has a name with a dot and a key of 2048 to 4096 bits', () => {
    expect(wrong('cert-trustpoint', { fqdn: 'edge' })).toEqual([
      'fqdn: write a name with a dot, like edge.example.net',
    ]);
    expect(wrong('cert-trustpoint', { rsaKeypair: { label: 'K', bits: 1024 } })).toEqual([
      'rsaKeypair.bits: 1024 is out of range: write a whole number of 2048 to 4096 bits',
    ]);
  });
});

describe('records of a dynamic access policy', () => {
  const criteria = '<dapRecordList><dapRecord><dapName><value>STAFF</value></dapName></dapRecord></dapRecordList>';
  const faultsOf = (props: Bag) => wrong('dynamic-access-policy', props);
  test('each has a place and is in the criteria, and these have no other', () => {
    expect(faultsOf({ records: [{ name: 'STAFF', priority: 10 }], criteria })).toEqual([]);
    expect(faultsOf({ records: [{ name: 'STAFF' }], criteria })).toEqual([
      "records: 'STAFF' has no priority: write one, like priority: 10",
    ]);
    expect(faultsOf({ records: [{ name: 'PCS', priority: 10 }], criteria })).toEqual([
      "criteria: say nothing of the record 'PCS': write a dapRecord with this dapName",
      "records: the criteria have 'STAFF' and no record has this name: write { name: 'STAFF', … }",
    ]);
    expect(faultsOf({ records: [{ name: 'DfltAccessPolicy', priority: 1 }] })).toEqual([
      'records: DfltAccessPolicy has no priority: leave it out',
    ]);
    const twice = [
      { name: 'STAFF', priority: 10 },
      { name: 'STAFF', priority: 10 },
    ];
    expect(faultsOf({ records: twice, criteria })).toEqual([
      "records: 'STAFF' stands there twice: leave one out",
      'records: two have one priority: write others',
    ]);
    expect(faultsOf({ criteria: 'dap.xml' })).toEqual([
      'criteria: is not a list of records: write the XML from <dapRecordList> to </dapRecordList>',
    ]);
  });
});

describe('the rest of the bounds', () => {
  test.each<[Kind, Bag, string]>([
    ['time-range', { from: undefined }, 'from: is missing: write from, until or weekly, or a range says nothing'],
    ['secure-client-attribute', { value: undefined }, 'value: is missing: write what clients get for it'],
    [
      'secure-client-attribute',
      { attribute: undefined },
      'attribute: is missing: write the name by which clients know it, like DeferredUpdateAllowed',
    ],
    [
      'ftd-ecmp-zone',
      { device: 'mumbai-pair' },
      "device: 'mumbai-pair' is only a name: give the firewall, fmc.ftd('mumbai-pair')",
    ],
    [
      'ftd-ecmp-zone',
      { device: undefined },
      "device: is missing: give the firewall that it is on, fmc.ftd('NAME'), as its scope or here",
    ],
    [
      'time-range',
      { until: '2027-02-31T18:00' },
      "until: '2027-02-31T18:00' is not a valid date and time: write a day of the calendar and a time to 23:59",
    ],
    [
      'time-range',
      { from: '2027-01-02T00:00', until: '2027-01-01T00:00' },
      'until: is not after from: write a later one, or leave one of them out',
    ],
    [
      'time-range',
      { weekly: [{ from: { day: 'mon', time: '08:00' }, to: { day: 'mon', time: '08:00' } }] },
      'weekly.0.to: is when it begins: write another time, or days with hours',
    ],
    ['config-archive', { path: 'archive' }, 'path: write a file system and a prefix, like bootflash:archive'],
    ['config-archive', { maximum: 15 }, 'maximum: 15 is out of range: write a whole number of 1 to 14'],
    ['ntp-servers', { servers: ['a b'] }, "servers.0: 'a b' is not a valid server: write an address or a host name"],
    ['ntp-servers', { servers: [] }, 'servers: write at least one server'],
    ['ntp-servers', { servers: ['a', 'a'] }, 'servers: the same server is listed twice'],
    ['certificate-map', { rules: [] }, 'rules: write at least one rule'],
    ['certificate-map', { sequence: 0 }, 'sequence: 0 is out of range: write a whole number of 1 to 65535'],
    ['ikev2-policy', { priority: 65536 }, 'priority: 65536 is out of range: write a whole number of 1 to 65535'],
    [
      'ikev2-policy',
      { lifetime: 60 },
      'lifetime: 60 is out of range: write a whole number of 120 to 2147483647 seconds',
    ],
    [
      'ipsec-profile',
      { lifetimeSeconds: 119 },
      'lifetimeSeconds: 119 is out of range: write a whole number of 120 to 2592000 seconds',
    ],
    [
      'ipsec-profile',
      { lifetimeKilobytes: 1 },
      'lifetimeKilobytes: 1 is out of range: write a whole number of 2560 to 4294967295 kilobytes',
    ],
    ['ipsec-profile', { transformSets: [] }, 'transformSets: write at least one transform set'],
    [
      'ipsec-profile',
      { transformSets: [1, 2, 3, 4, 5, 6, 7].map((n) => ref('ipsec-transform-set', `T${n}`)) },
      'transformSets: write at most six transform sets',
    ],
    ['tunnel-interface', { ipMtu: 67 }, 'ipMtu: 67 is out of range: write a whole number of 68 to 9216 bytes'],
    ['tunnel-interface', { tcpMss: 1461 }, 'tcpMss: 1461 is out of range: write a whole number of 500 to 1460 bytes'],
    ['static-route', { distance: 255 }, 'distance: 255 is out of range: write a whole number of 1 to 254'],
    [
      'vpn-topology',
      { topology: 'star' },
      "topology: 'star' is not a valid choice here: write 'point-to-point', 'hub-and-spoke' or 'full-mesh'",
    ],
    ['vpn-topology', { routeBased: 'yes' }, "routeBased: 'yes' is not a boolean: write true or false"],
    [
      'vpn-topology',
      { authentication: { method: 'eap' } },
      "authentication.method: 'eap' is not a valid choice here: write 'certificate', 'pre-share' or 'automatic'",
    ],
    [
      'vpn-endpoint',
      { extranet: undefined },
      ': an endpoint is either a managed device (write device and interface) or an extranet peer (write extranet)',
    ],
    [
      'vpn-endpoint',
      { extranet: undefined, device: ref('ftd-device', 'd') },
      'interface: device and interface belong together: write both',
    ],
    [
      'vpn-endpoint',
      { ipv6Address: '2001:db8::1' },
      'ipv6Address: is of the interface that faces the peers: write it on the tunnel interface, as sourceIpv6Address',
    ],
    ['ftd-loopback', { address: undefined }, 'address: is missing: write it like 10.99.0.1/32, or ipv6Addresses'],
    [
      'ftd-dynamic-tunnel',
      { mode: 'gre-ip' },
      "mode: 'gre-ip' is not a valid mode here: write 'ipsec-ipv4' or 'ipsec-ipv6'",
    ],
    [
      'vpn-endpoint',
      { ipv6Pools: [ref('ipv6-address-pool', 'P')] },
      "ipv6Pools: only a hub has it: leave it out, or write role: 'hub'",
    ],
  ])('%s %j', (kind, change, message) => {
    expect(wrong(kind, change)).toEqual([message]);
  });
});

describe('what a noun is called on its target', () => {
  test('is its own name, or that of its parent before it', () => {
    expect(nameOf(nouns['ikev2-proposal'], { name: 'P' })).toBe('P');
    expect(nameOf(nouns['tunnel-interface'], { name: 'Tunnel1' })).toBe('Tunnel1');
    expect(nameOf(nouns['tunnel-interface'], { name: 'Tunnel1', device: ref('ftd-device', 'pair') })).toBe(
      'pair/Tunnel1',
    );
  });
});

describe('what names a noun, by its fields', () => {
  const tunnel = (key?: Ref['key']): Ref => ({ ref: 'tunnel-interface', name: 'pair/Tunnel1', ...(key && { key }) });
  const lan = { destination: '10.1.0.0/16' };
  test.each<readonly [Kind, object, string | undefined]>([
    ['ikev2-proposal', { encryption: ['aes-cbc-256'] }, undefined],
    ['loopback-interface', { address: '10.0.0.1/32' }, undefined],
    ['ntp-servers', {}, 'ntp'],
    ['crypto-map-entry', { map: 'outside_map', sequence: 10 }, 'outside_map/10'],
    ['crypto-map-entry', { map: 'outside_map' }, undefined],
    ['tunnel-group-map', { map: ref('certificate-map', 'STAFF') }, 'STAFF/10'],
    ['tunnel-group-map', { map: { ref: ref('certificate-map', 'STAFF') }, sequence: 20 }, 'STAFF/20'],
    ['nat-exemption', { inside: 'in', outside: 'out', peers: ref('network-object', 'far') }, 'in/out/any/far'],
    ['vpn-endpoint', { device: ref('ftd-device', 'pair 1') }, 'pair 1'],
    ['vpn-endpoint', { extranet: 'dynamic' }, undefined],
    ['static-route', { ...lan, interface: ref('tunnel-interface', 'Tunnel1') }, '10.1.0.0/16@Tunnel1'],
    ['static-route', { ...lan, vrf: 'RED', interface: 'Null0', gateway: '10.0.0.2' }, 'RED:10.1.0.0/16@Null0,10.0.0.2'],
    ['static-route', { ...lan, interface: tunnel({ ifname: 'vti' }), gateway: '10.0.0.2' }, '10.1.0.0/16@vti'],
    [
      'static-route',
      { ...lan, device: ref('ftd-device', 'pair'), network: ref('network-object', 'far'), interface: tunnel() },
      'far@Tunnel1',
    ],
    ['ipv6-static-route', { destination: '2001:db8::/48', gateway: 'fe80::1' }, '2001:db8::/48@fe80::1'],
  ])('%s %j', (kind, fields, name) => {
    expect(identify(nouns[kind], fields)).toBe(name);
  });

  test('says its parent and its fields, read backwards', () => {
    expect(identityOf(nouns['ikev2-proposal'], 'A/B')).toEqual({ name: 'A/B' });
    expect(identityOf(nouns['nat-rule'], 'nat/inside')).toEqual({ name: 'inside', policy: { name: 'nat' } });
    expect(identityOf(nouns['crypto-map-entry'], 'outside_map/10')).toEqual({
      name: 'outside_map/10',
      map: 'outside_map',
      sequence: 10,
    });
  });

  test('references carry what else names their object, where it is one line of text', () => {
    expect(keyOf(nouns['tunnel-interface'], { ifname: 'vti', description: 'x' })).toEqual({ ifname: 'vti' });
    expect(keyOf(nouns['tunnel-interface'], { ifname: 'v\nti' })).toBeUndefined();
    expect(keyOf(nouns['ikev2-proposal'], { ifname: 'vti' })).toBeUndefined();
  });
});

describe('a target', () => {
  const router = { host: '192.0.2.1', release: '17.9', login: { username: 'admin', password: psk } };
  const says = (change: Bag): readonly string[] => {
    const result = targets.iosxe.safeParse({ ...router, ...change }, { error: wording });
    return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  };
  test('fills in its port, its patience and its rollback', () => {
    expect(targets.iosxe.parse(router)).toEqual({
      ...router,
      port: 22,
      timeoutSeconds: 60,
      revertMinutes: 5,
      trust: {},
    });
  });
  test.each<[Bag, string]>([
    [{ host: 'https://192.0.2.1' }, 'host: write a host name or an address, without a scheme or a port'],
    [{ host: 'edge.example.net:8443' }, 'host: write a host name or an address, without a scheme or a port'],
    [{ host: '192.0.2.1:22' }, 'host: write a host name or an address, without a scheme or a port'],
    [{ release: '17' }, 'release: write a release like 17.9 or 17.9.5'],
    [{ port: 0 }, 'port: 0 is out of range: write a whole number of 1 to 65535'],
    [{ login: {} }, "login.username: is missing: write text, or Secret.fromEnv('NAME')"],
    [{ login: undefined }, 'login: is missing: write an object: { … }'],
    [{ hots: 'x' }, ': there is no hots here: write host'],
  ])('refuses %j', (change, message) => {
    expect(says(change)).toEqual([message]);
  });
});

test('to list nouns loads none, and each is loaded once', () => {
  const loads: string[] = [];
  const one = lazily({ a: () => loads.push('a'), b: () => loads.push('b') });
  const all = joined<typeof one>(one);
  expect(Object.keys(all)).toEqual(['a', 'b']);
  expect('b' in all).toBe(true);
  expect(loads).toEqual([]);
  expect([all.b, all.b, one.b]).toEqual([1, 1, 1]);
  expect(loads).toEqual(['b']);
});
