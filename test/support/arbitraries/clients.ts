import fc from 'fast-check';
import type { z } from 'zod';
import type { certificateMatch } from '../../../lib/model/clients/secure-client-certificate-match';
import type { clientPreferences } from '../../../lib/model/clients/secure-client-preferences';
import { identifiedMethods, type hostEntry } from '../../../lib/model/clients/secure-client-hosts';
import type { PropsOf } from '../../../lib/model/nouns';

type Preferences = z.input<typeof clientPreferences>;
type Host = z.input<typeof hostEntry>;
type Match = z.input<typeof certificateMatch>;

/** A record whose members may each be missing. */
const some = <T extends object>(members: { [F in keyof T]: fc.Arbitrary<T[F]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9<>&"'.-]{0,20}$/);
const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}\.example\.(net|com)$/);
const list = <T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.uniqueArray(item, { minLength: 1, maxLength, selector: (value) => JSON.stringify(value) });
const either = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.record({ value, userControllable: fc.boolean() })) as fc.Arbitrary<never>;
const flag = fc.boolean();
const userFlag = either(flag);
const logon = fc.constantFrom('SingleLogon', 'SingleLocalLogon', 'SingleLogonNoRemote') as fc.Arbitrary<never>;
const establishment = fc.constantFrom('LocalUsersOnly', 'AllowRemoteUsers') as fc.Arbitrary<never>;

const match: fc.Arbitrary<Match> = some<Match>({
  matchOnlyCertsWithEku: flag,
  matchOnlyCertsWithKu: flag,
  keyUsage: list(fc.constantFrom('Digital_Signature', 'Key_Agreement', 'CRL_Sign')),
  extendedKeyUsage: list(fc.constantFrom('ClientAuth', 'IKEIntermediate')),
  customExtendedKeyUsage: list(fc.constantFrom('1.3.6.1.5.5.7.3.11', '1.3.6.1')),
  distinguishedName: list(
    fc.record(
      {
        name: fc.constantFrom('CN', 'OU', 'ISSUER-CN', 'ISSUER-O'),
        pattern: word,
        wildcard: flag,
        operator: fc.constantFrom('Equal', 'NotEqual'),
        matchCase: flag,
      },
      { requiredKeys: ['name', 'pattern'] },
    ),
  ),
}).filter((made) => Object.keys(made).length > 0);

const always = some({
  connectFailurePolicy: fc.constant('Closed' as const),
  captivePortalRemediationTimeout: fc.integer({ min: 0, max: 100 }),
  applyLastVpnLocalResourceRules: flag,
  allowVpnDisconnect: flag,
  allowedHosts: list(host),
});
const policy = fc.record(
  {
    trustedDnsDomains: list(host),
    trustedDnsServers: list(fc.ipV4()),
    trustedHttpsServers: list(
      fc.record({
        address: host,
        port: fc.integer({ min: 1, max: 65535 }),
        certificateHash: fc.constant('ab'.repeat(32)),
      }),
    ),
    trustedNetworkPolicy: fc.constantFrom('Connect', 'Pause', 'Disconnect', 'DoNothing'),
    untrustedNetworkPolicy: fc.constantFrom('Connect', 'DoNothing'),
    alwaysOn: always,
  },
  { requiredKeys: ['trustedDnsDomains'] },
) as fc.Arbitrary<never>;

/** Settings that go with another are made with it. */
const together = fc.oneof(
  fc.constant({}),
  fc.record({
    proxySettings: fc.constant('Override' as const),
    publicProxyServerAddress: fc.constant('proxy.example.net:8080'),
  }),
  fc.record({ pppExclusion: either(fc.constant('Override' as const)), pppExclusionServerIp: either(fc.ipV4()) }),
  fc.record({
    enableScripting: fc.constant(true),
    terminateScriptOnNextEvent: flag,
    enablePostSblOnConnectScript: flag,
  }),
  fc.record({
    enableAutomaticServerSelection: fc.constant({ value: true, userControllable: false }),
    autoServerSelectionImprovement: fc.integer({ min: 10, max: 100 }),
    autoServerSelectionSuspendTime: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({ autoReconnectBehavior: either(fc.constantFrom('DisconnectOnSuspend', 'ReconnectAfterResume')) }),
);

const alone: fc.Arbitrary<Partial<Preferences>> = some<Partial<Preferences>>({
  useStartBeforeLogon: userFlag,
  automaticCertSelection: userFlag,
  showPreConnectMessage: flag,
  certificateStore: fc.constantFrom('All', 'Machine', 'User'),
  certificateStoreMac: fc.constantFrom('All', 'System', 'Login'),
  certificateStoreOverride: flag,
  allowLocalProxyConnections: flag,
  autoConnectOnStart: userFlag,
  minimizeOnConnect: userFlag,
  localLanAccess: userFlag,
  disableCaptivePortalDetection: userFlag,
  suspendOnConnectedStandby: flag,
  autoUpdate: userFlag,
  rsaSecurIdIntegration: either(fc.constantFrom('Automatic', 'SoftwareToken', 'HardwareToken')),
  windowsLogonEnforcement: logon,
  linuxLogonEnforcement: logon,
  windowsVpnEstablishment: establishment,
  linuxVpnEstablishment: establishment,
  retainVpnOnLogoff: fc.constantFrom('SameUserOnly', 'AnyUser'),
  automaticVpnPolicy: policy,
  certificateMatch: match,
  backupServers: list(host),
  authenticationTimeout: fc.integer({ min: 10, max: 120 }),
  safeWordSofTokenIntegration: userFlag,
  allowIpsecOverSsl: flag,
  clearSmartcardPin: userFlag,
  serviceDisable: flag,
  ipProtocolSupport: fc.constantFrom('IPv4', 'IPv6', 'IPv4,IPv6', 'IPv6,IPv4'),
  captivePortalRemediationBrowserFailover: flag,
  allowManualHostInput: flag,
});

const standard = fc.oneof(
  some({ authMethodDuringIkeNegotiation: fc.constantFrom(...identifiedMethods), ikeIdentity: word }),
  fc.record({ authMethodDuringIkeNegotiation: fc.constantFrom('EAP-AnyConnect', 'IKE-RSA', 'IKE-ECDSA') }),
) as fc.Arbitrary<never>;

const entry: fc.Arbitrary<Host> = fc.record(
  {
    name: word,
    address: fc.oneof(host, fc.record({ address: host, headend: fc.constant('elsewhere') })),
    userGroup: word,
    backupServers: list(host),
    loadBalancingServers: list(host),
    mobile: some({
      networkRoaming: flag,
      certificatePolicy: fc.constantFrom('Auto', 'Manual', 'None'),
      connectOnDemand: flag,
      neverConnectDomains: list(host),
      connectIfNeededDomains: list(host),
      activateOnImport: flag,
    }) as fc.Arbitrary<never>,
    standardAuthenticationOnly: standard,
  },
  { requiredKeys: ['name', 'address'] },
);

/** Profiles of the whole domain of the schema. */
export const secureClientProfile: fc.Arbitrary<PropsOf<'secure-client-profile'>> = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
  preferences: fc.tuple(alone, together).map(([one, two]) => ({ ...one, ...two })),
  hosts: fc.uniqueArray(entry, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
});
