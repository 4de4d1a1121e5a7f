import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPolicyDocument, secureClientProfileDocument } from '../../../lib/documents/secure-client-profile';
import { nouns, type PropsOf } from '../../../lib/model/nouns';
import { secureClientProfile } from '../../support/arbitraries/clients';
import { wrongWith } from '../../support/noun-case';
import { runs, seed } from '../../support/properties';
import { invalidByCisco, skipWithoutXmllint } from '../../support/xmllint';

type Props = PropsOf<'secure-client-profile'>;
const free = (value: boolean) => ({ value, userControllable: true });
const fixed = <T>(value: T) => ({ value, userControllable: false });

/** The profile of the AnyConnect and Duo guide, setting by setting. */
const duo: Props = {
  name: 'Client_Profile',
  preferences: {
    useStartBeforeLogon: free(false),
    automaticCertSelection: free(true),
    showPreConnectMessage: false,
    certificateStore: 'All',
    certificateStoreMac: 'All',
    certificateStoreOverride: false,
    proxySettings: 'Native',
    allowLocalProxyConnections: false,
    authenticationTimeout: 30,
    autoConnectOnStart: free(false),
    minimizeOnConnect: free(true),
    localLanAccess: free(false),
    disableCaptivePortalDetection: fixed(false),
    clearSmartcardPin: free(true),
    ipProtocolSupport: 'IPv4,IPv6',
    autoReconnect: fixed(true),
    autoReconnectBehavior: fixed('ReconnectAfterResume' as const),
    suspendOnConnectedStandby: false,
    autoUpdate: fixed(true),
    rsaSecurIdIntegration: fixed('Automatic' as const),
    windowsLogonEnforcement: 'SingleLocalLogon',
    linuxLogonEnforcement: 'SingleLocalLogon',
    windowsVpnEstablishment: 'AllowRemoteUsers',
    linuxVpnEstablishment: 'LocalUsersOnly',
    pppExclusion: fixed('Automatic' as const),
    enableScripting: fixed(false),
    enableAutomaticServerSelection: free(true),
    autoServerSelectionImprovement: 20,
    autoServerSelectionSuspendTime: 4,
    captivePortalRemediationBrowserFailover: false,
    allowManualHostInput: true,
  },
  hosts: [
    {
      name: 'FlexVPN',
      address: 'flexvpn-csr.cisco.com',
      standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MD5' },
    },
  ],
};
const textOf = (props: object): string =>
  secureClientProfileDocument(nouns['secure-client-profile'].schema.parse(props)).text;

/** Every element that a profile can have. */
const everything: Props = {
  name: 'Everything',
  preferences: {
    proxySettings: 'Override',
    publicProxyServerAddress: 'proxy.example.net:8080',
    retainVpnOnLogoff: 'AnyUser',
    automaticVpnPolicy: {
      trustedDnsDomains: ['example.net', '*.example.com'],
      trustedDnsServers: ['10.1.1.1', '10.1.1.2'],
      trustedHttpsServers: [{ address: 'intern.example.net', certificateHash: 'ab'.repeat(32) }],
      trustedNetworkPolicy: 'Disconnect',
      untrustedNetworkPolicy: 'Connect',
      alwaysOn: {
        captivePortalRemediationTimeout: 5,
        applyLastVpnLocalResourceRules: true,
        allowVpnDisconnect: false,
        allowedHosts: ['192.0.2.0/24', 'crl.example.net'],
      },
    },
    certificateMatch: {
      matchOnlyCertsWithEku: true,
      keyUsage: ['Digital_Signature'],
      extendedKeyUsage: ['ClientAuth'],
      customExtendedKeyUsage: ['1.3.6.1.5.5.7.3.17'],
      distinguishedName: [
        { name: 'ISSUER-CN', pattern: 'Example & <Sons>', wildcard: true, operator: 'NotEqual', matchCase: false },
      ],
    },
    backupServers: ['vpn3.example.net'],
    serviceDisable: false,
    allowIpsecOverSsl: false,
    safeWordSofTokenIntegration: fixed(false),
    pppExclusion: fixed('Override' as const),
    pppExclusionServerIp: fixed('10.9.9.9'),
    enableScripting: true,
    terminateScriptOnNextEvent: true,
    enablePostSblOnConnectScript: false,
  },
  hosts: [
    {
      name: 'Mumbai & "others"',
      address: { address: 'vpn.example.net', headend: 'elsewhere' },
      userGroup: 'engineers',
      backupServers: ['vpn2.example.net', { address: '198.51.100.20', headend: 'elsewhere' }],
      loadBalancingServers: ['vpn4.example.net'],
      mobile: {
        networkRoaming: true,
        certificatePolicy: 'Manual',
        connectOnDemand: true,
        neverConnectDomains: ['public.example.net'],
        connectIfNeededDomains: ['intern.example.net'],
        activateOnImport: true,
      },
      standardAuthenticationOnly: { ikeIdentity: 'IT' },
    },
    { name: 'old', address: 'ssl.example.net', primaryProtocol: 'SSL' },
  ],
};

describe('the profile of the AnyConnect and Duo guide', () => {
  const text = textOf(duo);
  test.each([
    '<UseStartBeforeLogon UserControllable="true">false</UseStartBeforeLogon>',
    '<AutomaticCertSelection UserControllable="true">true</AutomaticCertSelection>',
    '<ShowPreConnectMessage>false</ShowPreConnectMessage>',
    '<CertificateStore>All</CertificateStore>',
    '<CertificateStoreMac>All</CertificateStoreMac>',
    '<CertificateStoreOverride>false</CertificateStoreOverride>',
    '<ProxySettings>Native</ProxySettings>',
    '<AllowLocalProxyConnections>false</AllowLocalProxyConnections>',
    '<AuthenticationTimeout>30</AuthenticationTimeout>',
    '<AutoConnectOnStart UserControllable="true">false</AutoConnectOnStart>',
    '<MinimizeOnConnect UserControllable="true">true</MinimizeOnConnect>',
    '<LocalLanAccess UserControllable="true">false</LocalLanAccess>',
    '<DisableCaptivePortalDetection UserControllable="false">false</DisableCaptivePortalDetection>',
    '<ClearSmartcardPin UserControllable="true">true</ClearSmartcardPin>',
    '<IPProtocolSupport>IPv4,IPv6</IPProtocolSupport>',
    '<AutoReconnect UserControllable="false">true\n',
    '<AutoReconnectBehavior UserControllable="false">ReconnectAfterResume</AutoReconnectBehavior>',
    '<SuspendOnConnectedStandby>false</SuspendOnConnectedStandby>',
    '<AutoUpdate UserControllable="false">true</AutoUpdate>',
    '<RSASecurIDIntegration UserControllable="false">Automatic</RSASecurIDIntegration>',
    '<WindowsLogonEnforcement>SingleLocalLogon</WindowsLogonEnforcement>',
    '<LinuxLogonEnforcement>SingleLocalLogon</LinuxLogonEnforcement>',
    '<WindowsVPNEstablishment>AllowRemoteUsers</WindowsVPNEstablishment>',
    '<LinuxVPNEstablishment>LocalUsersOnly</LinuxVPNEstablishment>',
    '<PPPExclusion UserControllable="false">Automatic</PPPExclusion>',
    '<EnableScripting UserControllable="false">false</EnableScripting>',
    '<EnableAutomaticServerSelection UserControllable="true">true\n',
    '<AutoServerSelectionImprovement>20</AutoServerSelectionImprovement>',
    '<AutoServerSelectionSuspendTime>4</AutoServerSelectionSuspendTime>',
    '<CaptivePortalRemediationBrowserFailover>false</CaptivePortalRemediationBrowserFailover>',
    '<AllowManualHostInput>true</AllowManualHostInput>',
    '<HostName>FlexVPN</HostName>',
    '<HostAddress>flexvpn-csr.cisco.com</HostAddress>',
    '<PrimaryProtocol>IPsec\n',
    '<StandardAuthenticationOnly>true\n',
    '<AuthMethodDuringIKENegotiation>EAP-MD5</AuthMethodDuringIKENegotiation>',
  ])('has %s', (element) => {
    expect(text).toContain(element);
  });
});

test('the least profile is one host over IPsec', () => {
  const props = { name: 'P', hosts: [{ name: 'Mumbai', address: 'vpn.example.net' }] };
  expect(textOf(props)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<AnyConnectProfile xmlns="http://schemas.xmlsoap.org/encoding/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://schemas.xmlsoap.org/encoding/ AnyConnectProfile.xsd">
  <ClientInitialization>
    <AuthenticationTimeout>30</AuthenticationTimeout>
  </ClientInitialization>
  <ServerList>
    <HostEntry>
      <HostName>Mumbai</HostName>
      <HostAddress>vpn.example.net</HostAddress>
      <PrimaryProtocol>IPsec</PrimaryProtocol>
    </HostEntry>
  </ServerList>
</AnyConnectProfile>
`);
});

test('the elements of a host stand in the order of the schema, its text escaped', () => {
  const names = [...textOf(everything).matchAll(/^ {6}<(\w+)/gm)].map(([, name]) => name);
  expect(names.slice(names.indexOf('HostName'))).toEqual([
    'HostName',
    'HostAddress',
    'UserGroup',
    'BackupServerList',
    'LoadBalancingServerList',
    'MobileHostEntryInfo',
    'PrimaryProtocol',
    'HostName',
    'HostAddress',
    'PrimaryProtocol',
  ]);
  expect(textOf(everything)).toContain('<HostName>Mumbai &amp; "others"</HostName>');
  expect(textOf(everything)).toContain('<Pattern>Example &amp; &lt;Sons&gt;</Pattern>');
});

skipWithoutXmllint()("Cisco's schema", () => {
  let room: string;
  beforeAll(() => (room = mkdtempSync(join(tmpdir(), 'profiles-'))));
  afterAll(() => rmSync(room, { recursive: true, force: true }));
  const put = (name: string, text: string): string => {
    writeFileSync(join(room, name), text);
    return join(room, name);
  };

  test('takes the profiles above', () => {
    expect(invalidByCisco([put('duo.xml', textOf(duo)), put('everything.xml', textOf(everything))])).toEqual([]);
  });
  test('takes whatever the noun takes', () => {
    const sample = fc.sample(secureClientProfile, { seed, numRuns: runs * 2 });
    expect(invalidByCisco(sample.map((props, i) => put(`${i}.xml`, textOf(props))))).toEqual([]);
  });
  test('refuses what it should, so that it says something', () => {
    const wrong = textOf(duo).replace('EAP-MD5', 'EAP-TLS').replace('>30<', '>300<');
    expect(invalidByCisco([put('wrong.xml', wrong)]).join('\n')).toMatch(/AuthenticationTimeout[^]*EAP-TLS/);
  });
});

test('the local policy bypasses the downloader', () => {
  const policy = nouns['secure-client-local-policy'].schema.parse({ name: 'p', strictCertificateTrust: true });
  expect(localPolicyDocument(policy)).toEqual({
    name: 'AnyConnectLocalPolicy.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<AnyConnectLocalPolicy xmlns="http://schemas.xmlsoap.org/encoding/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://schemas.xmlsoap.org/encoding/ AnyConnectLocalPolicy.xsd">
  <BypassDownloader>true</BypassDownloader>
  <StrictCertificateTrust>true</StrictCertificateTrust>
</AnyConnectLocalPolicy>
`,
  });
});

describe('a profile is refused', () => {
  const host = { name: 'Mumbai', address: 'vpn.example.net' };
  const wrong = (preferences: object, ...hosts: object[]): readonly string[] =>
    wrongWith('secure-client-profile', { name: 'P', preferences, hosts: hosts.length > 0 ? hosts : [host] });
  test.each<[object, string]>([
    [
      { authenticationTimeout: 300 },
      'preferences.authenticationTimeout: 300 is out of range: write a whole number of 10 to 120 seconds',
    ],
    [
      { proxySettings: 'Override' },
      'preferences.publicProxyServerAddress: is missing: proxySettings is Override, so write host and port of the proxy',
    ],
    [
      { automaticVpnPolicy: {} },
      'preferences.automaticVpnPolicy: no network would be trusted: write trustedDnsDomains, trustedDnsServers or trustedHttpsServers',
    ],
    [
      { pppExclusion: 'Override' },
      'preferences.pppExclusionServerIp: is missing: pppExclusion is Override, so write the address of the PPP server',
    ],
    [
      { autoReconnect: false, autoReconnectBehavior: 'ReconnectAfterResume' },
      'preferences.autoReconnectBehavior: autoReconnect is false: leave one of them out',
    ],
    [
      { certificateMatch: {} },
      'preferences.certificateMatch: matches nothing: write keyUsage, extendedKeyUsage or distinguishedName, or leave it out',
    ],
    [
      { autoServerSelectionImprovement: 20 },
      'preferences.enableAutomaticServerSelection: is missing: write true, or leave improvement and suspend time out',
    ],
  ])('with %j', (preferences, message) => {
    expect(wrong(preferences)).toEqual([message]);
  });
  test('with an identity for a method that has its own', () => {
    const standardAuthenticationOnly = { authMethodDuringIkeNegotiation: 'IKE-RSA', ikeIdentity: 'IT' };
    expect(wrong({}, { ...host, standardAuthenticationOnly })).toEqual([
      'hosts.0.standardAuthenticationOnly.ikeIdentity: IKE-RSA has an identity of its own: leave it out, or take one of EAP-MD5, EAP-MSCHAPv2, EAP-GTC',
    ]);
  });
  test('with methods of IKEv2 over TLS', () => {
    expect(wrong({}, { ...host, primaryProtocol: 'SSL', standardAuthenticationOnly: {} })).toEqual([
      "hosts.0.standardAuthenticationOnly: it is of IKEv2: write primaryProtocol: 'IPsec', or leave it out",
    ]);
  });
  test('with two hosts of one name', () => {
    expect(wrong({}, host, host)).toEqual(["hosts: two hosts are called 'Mumbai': users see no difference"]);
  });
});
