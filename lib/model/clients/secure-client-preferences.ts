import { z } from 'zod';
import { certificateMatch } from './secure-client-certificate-match';
import { clientHost } from './secure-client-hosts';
import { hostName, integer, ipv4, preference, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A setting, or a setting of which is said whether users may change it. */
const controllable = <T extends z.ZodType>(value: T) =>
  z.union([value, z.strictObject({ value, userControllable: z.boolean() })]);
export type Controllable<T> = T | { readonly value: T; readonly userControllable: boolean };

const flag = z.boolean().optional();
const userFlag = controllable(z.boolean()).optional();
const logon = z.enum(['SingleLogon', 'SingleLocalLogon', 'SingleLogonNoRemote']).optional();
const establishment = z.enum(['LocalUsersOnly', 'AllowRemoteUsers']).optional();

const trustedHttpsServer = z.strictObject({
  /** Address or name of the server. */
  address: hostName,
  /** TCP port, 1 to 65535. Default: 443. */
  port: integer(1, 65535).default(443),
  /** SHA-256 of its certificate, in hex. */
  certificateHash: plain().regex(/^[0-9A-Fa-f]{64}$/, { error: notValid('SHA-256', '64 hex digits') }),
});

const alwaysOn = z.strictObject({
  /** Without a tunnel no network is reachable (`Closed`), or all are (`Open`). Default: Closed. */
  connectFailurePolicy: z.enum(['Closed', 'Open']).default('Closed'),
  /** With `Closed`: minutes for the login page of a hotel, 0 to 100. Default: none at all. */
  captivePortalRemediationTimeout: integer(0, 100, 'minutes').optional(),
  /** With `Closed`: the firewall rules of the last session hold. Default: false. */
  applyLastVpnLocalResourceRules: flag,
  /** Users may disconnect. Default: true. */
  allowVpnDisconnect: flag,
  /** What is reachable without a tunnel: addresses, networks or names. */
  allowedHosts: preference(text(255), 'host').optional(),
});

const automaticVpnPolicy = z.strictObject({
  /** The network is trusted where one of these is the DNS suffix; `*.example.net` too. */
  trustedDnsDomains: preference(text(255), 'domain').optional(),
  /** The network is trusted where these are the DNS servers. */
  trustedDnsServers: preference(ipv4, 'server').optional(),
  /** The network is trusted where one of these answers with its certificate. */
  trustedHttpsServers: preference(trustedHttpsServer, 'server').optional(),
  /** What happens on a trusted network. Default: Disconnect. */
  trustedNetworkPolicy: z.enum(['Connect', 'Pause', 'Disconnect', 'DoNothing']).optional(),
  /** What happens elsewhere. Default: Connect. */
  untrustedNetworkPolicy: z.enum(['Connect', 'DoNothing']).optional(),
  /** No network without the VPN. Default: off. */
  alwaysOn: alwaysOn.optional(),
});

/**
 * How the client behaves, whatever it connects to: `ClientInitialization` of AnyConnectProfile.xsd, in its words. What is
 * left out is the client's own default, named here. Certificate enrolment by SCEP and the locks of mobile devices are
 * not written: they are done by the management of the devices today.
 */
export const clientPreferences = z.strictObject({
  /** The VPN comes up before the login of Windows. Default: false. */
  useStartBeforeLogon: userFlag,
  /** The client chooses the certificate by itself. Default: true. */
  automaticCertSelection: userFlag,
  /** Show a message before the first connection. Default: false. */
  showPreConnectMessage: flag,
  /** Where Windows looks for certificates. Default: All. */
  certificateStore: z.enum(['All', 'Machine', 'User']).optional(),
  /** Where macOS looks for certificates. Default: All. */
  certificateStoreMac: z.enum(['All', 'System', 'Login']).optional(),
  /** Users without administrator rights may use certificates of the machine store (TLS only). Default: false. */
  certificateStoreOverride: flag,
  /** How the headend is reached through a proxy. Default: Native. */
  proxySettings: z.enum(['Native', 'IgnoreProxy', 'Override']).optional(),
  /** With `Override`: the proxy, as host and port. */
  publicProxyServerAddress: text(255).optional(),
  /** A proxy on the machine itself may be used. Default: true. */
  allowLocalProxyConnections: flag,
  /** Connect when the client starts. Default: false. */
  autoConnectOnStart: userFlag,
  /** Hide the window once connected. Default: true. */
  minimizeOnConnect: userFlag,
  /** Users reach their own network, where the headend allows it. Default: false. */
  localLanAccess: userFlag,
  /** Do not look for login pages of hotels. Default: false. */
  disableCaptivePortalDetection: userFlag,
  /** Connect again when the connection is lost. Default: true. */
  autoReconnect: userFlag,
  /** What happens when the machine sleeps. Default: DisconnectOnSuspend. The router needs `reconnect`. */
  autoReconnectBehavior: controllable(z.enum(['DisconnectOnSuspend', 'ReconnectAfterResume'])).optional(),
  /** Connected standby of Windows ends the session. Default: false. */
  suspendOnConnectedStandby: flag,
  /** New versions of the client are taken from the headend. Default: true. */
  autoUpdate: userFlag,
  /** How passcodes of RSA are asked for. Default: Automatic. */
  rsaSecurIdIntegration: controllable(z.enum(['Automatic', 'SoftwareToken', 'HardwareToken'])).optional(),
  /** Who may be logged in to Windows during a session. Default: SingleLocalLogon. */
  windowsLogonEnforcement: logon,
  /** The same on Linux. Default: SingleLocalLogon. */
  linuxLogonEnforcement: logon,
  /** Whether a user who is logged in to Windows from afar may connect. Default: AllowRemoteUsers. */
  windowsVpnEstablishment: establishment,
  /** The same on Linux. Default: AllowRemoteUsers. */
  linuxVpnEstablishment: establishment,
  /** The session stays when its user logs off, for the same user or for any. Default: it ends. */
  retainVpnOnLogoff: z.enum(['SameUserOnly', 'AnyUser']).optional(),
  /** Connect by itself where the network is not trusted. Default: off. */
  automaticVpnPolicy: automaticVpnPolicy.optional(),
  /** Routes for connections over PPP. Default: Automatic. */
  pppExclusion: controllable(z.enum(['Automatic', 'Disable', 'Override'])).optional(),
  /** With `Override`: the address of the PPP server. */
  pppExclusionServerIp: controllable(ipv4).optional(),
  /** Run scripts at connection and end. Default: false. */
  enableScripting: userFlag,
  /** Scripts end when the state changes again. Default: false. */
  terminateScriptOnNextEvent: flag,
  /** Scripts run after a connection before the login too. Default: true. */
  enablePostSblOnConnectScript: flag,
  /** Which certificate the client shows. Default: the best that it finds. */
  certificateMatch: certificateMatch.optional(),
  /** Headends to try for every host that names none of its own. */
  backupServers: preference(clientHost, 'headend').optional(),
  /** Choose the nearest headend. Default: false. */
  enableAutomaticServerSelection: userFlag,
  /** How much better another headend must be, 10 to 100 percent. Default: 20. */
  autoServerSelectionImprovement: integer(10, 100, 'percent').optional(),
  /** Hours of sleep after which it chooses anew, 1 to 100. Default: 4. */
  autoServerSelectionSuspendTime: integer(1, 100, 'hours').optional(),
  /**
   * Seconds that the client waits for a login, 10 to 120. Default: 30, which a push to a phone outlasts: Duo advises 60
   * and more.
   */
  authenticationTimeout: integer(10, 120, 'seconds').default(30),
  /** SafeWord tokens of SofToken. Default: false. */
  safeWordSofTokenIntegration: userFlag,
  /** IPsec inside TLS. Default: false. */
  allowIpsecOverSsl: flag,
  /** Forget the PIN of a smart card after each connection. Default: true. */
  clearSmartcardPin: userFlag,
  /** The VPN part of the client is off. Default: false. */
  serviceDisable: flag,
  /** Address families, the preferred first. Default: IPv4,IPv6. */
  ipProtocolSupport: z.enum(['IPv4', 'IPv6', 'IPv4,IPv6', 'IPv6,IPv4']).optional(),
  /** Login pages open in the user's own browser. Default: false. */
  captivePortalRemediationBrowserFailover: flag,
  /** Users may type another headend. Default: true. */
  allowManualHostInput: flag,
});
export type ClientPreferences = z.output<typeof clientPreferences>;

interface Found {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
const valueOf = <T>(setting: Controllable<T> | undefined): T | undefined =>
  typeof setting === 'object' && setting !== null && 'value' in setting ? setting.value : setting;

const fault = (off: boolean, path: readonly PropertyKey[], message: string): readonly Found[] =>
  off ? [{ path, message }] : [];

const proxyFaults = ({ proxySettings, publicProxyServerAddress: proxy }: ClientPreferences): readonly Found[] => [
  ...fault(
    proxySettings === 'Override' && proxy === undefined,
    ['publicProxyServerAddress'],
    'is missing: proxySettings is Override, so write host and port of the proxy',
  ),
  ...fault(
    proxySettings !== 'Override' && proxy !== undefined,
    ['publicProxyServerAddress'],
    "write proxySettings: 'Override' with it",
  ),
];

const policyFaults = ({ automaticVpnPolicy: policy }: ClientPreferences): readonly Found[] => {
  const always = policy?.alwaysOn;
  const trusted = policy?.trustedDnsDomains ?? policy?.trustedDnsServers ?? policy?.trustedHttpsServers;
  const closedOnly = always?.captivePortalRemediationTimeout ?? always?.applyLastVpnLocalResourceRules;
  return [
    ...fault(
      policy !== undefined && trusted === undefined,
      ['automaticVpnPolicy'],
      'no network would be trusted: write trustedDnsDomains, trustedDnsServers or trustedHttpsServers',
    ),
    ...fault(
      always?.connectFailurePolicy === 'Open' && closedOnly !== undefined,
      ['automaticVpnPolicy', 'alwaysOn', 'connectFailurePolicy'],
      "with Open everything is reachable: leave the settings of 'Closed' out",
    ),
  ];
};

const pppFaults = (p: ClientPreferences): readonly Found[] => {
  const override = valueOf(p.pppExclusion) === 'Override';
  return [
    ...fault(
      !override && p.pppExclusionServerIp !== undefined,
      ['pppExclusionServerIp'],
      "write pppExclusion: 'Override' with it",
    ),
    ...fault(
      override && p.pppExclusionServerIp === undefined,
      ['pppExclusionServerIp'],
      'is missing: pppExclusion is Override, so write the address of the PPP server',
    ),
  ];
};

const otherFaults = (p: ClientPreferences): readonly Found[] => {
  const chooses = valueOf(p.enableAutomaticServerSelection) === true;
  const scripts = valueOf(p.enableScripting) === true;
  return [
    ...fault(
      valueOf(p.autoReconnect) === false && p.autoReconnectBehavior !== undefined,
      ['autoReconnectBehavior'],
      'autoReconnect is false: leave one of them out',
    ),
    ...fault(
      !chooses && (p.autoServerSelectionImprovement ?? p.autoServerSelectionSuspendTime) !== undefined,
      ['enableAutomaticServerSelection'],
      'is missing: write true, or leave improvement and suspend time out',
    ),
    ...fault(
      !scripts && (p.terminateScriptOnNextEvent ?? p.enablePostSblOnConnectScript) !== undefined,
      ['enableScripting'],
      'is missing: write true, or leave the settings of scripts out',
    ),
  ];
};

/** Settings that mean nothing without another, each with what to write. */
export const preferenceFaults = (p: ClientPreferences): readonly Found[] => [
  ...proxyFaults(p),
  ...policyFaults(p),
  ...pppFaults(p),
  ...otherFaults(p),
];
