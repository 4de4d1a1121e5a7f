import type { ClientPreferences, Controllable } from '../model/clients/secure-client-preferences';
import { element, withAttributes, type Element } from './xml';

type Value<F extends keyof ClientPreferences> = NonNullable<ClientPreferences[F]>;
type Write<F extends keyof ClientPreferences> = (value: Value<F>, all: ClientPreferences) => Element | undefined;
type Scalar = string | number | boolean;

const isSplit = <T extends Scalar>(
  setting: Controllable<T>,
): setting is { readonly value: T; readonly userControllable: boolean } => typeof setting === 'object';
const valueOf = <T extends Scalar>(setting: Controllable<T>): T => (isSplit(setting) ? setting.value : setting);

const plain =
  (name: string) =>
  (value: Scalar): Element =>
    element(name, value);
/** A setting, with what users may do to it, and what stands inside it. */
const controlled = <T extends Scalar>(
  name: string,
  setting: Controllable<T>,
  children: readonly (Element | undefined)[] = [],
): Element =>
  withAttributes(element(name, valueOf(setting), children), {
    UserControllable: isSplit(setting) ? String(setting.userControllable) : undefined,
  });
const user =
  <T extends Scalar>(name: string) =>
  (setting: Controllable<T>): Element =>
    controlled(name, setting);
/** Written inside another. */
const inside = (): undefined => undefined;
/** Only where there is a value. */
const some = <T>(value: T | undefined, write: (value: T) => Element): Element | undefined =>
  value === undefined ? undefined : write(value);

type Policy = Value<'automaticVpnPolicy'>;

const alwaysOnElement = (always: NonNullable<Policy['alwaysOn']>): Element => {
  const remediation = some(always.captivePortalRemediationTimeout, (minutes) =>
    element('AllowCaptivePortalRemediation', true, [element('CaptivePortalRemediationTimeout', minutes)]),
  );
  const rules = some(always.applyLastVpnLocalResourceRules, plain('ApplyLastVPNLocalResourceRules'));
  return element('AlwaysOn', true, [
    element('ConnectFailurePolicy', always.connectFailurePolicy, [remediation, rules]),
    some(always.allowVpnDisconnect, plain('AllowVPNDisconnect')),
    some(always.allowedHosts?.join(','), plain('AllowedHosts')),
  ]);
};

const automaticPolicy = (policy: Policy): Element =>
  element('AutomaticVPNPolicy', true, [
    some(policy.trustedDnsDomains?.join(','), plain('TrustedDNSDomains')),
    some(policy.trustedDnsServers?.join(','), plain('TrustedDNSServers')),
    some(policy.trustedHttpsServers, (servers) =>
      element(
        'TrustedHttpsServerList',
        undefined,
        servers.map(({ address, port, certificateHash }) =>
          element('TrustedHttpsServer', undefined, [
            element('Address', address),
            element('Port', port),
            element('CertificateHash', certificateHash),
          ]),
        ),
      ),
    ),
    some(policy.trustedNetworkPolicy, plain('TrustedNetworkPolicy')),
    some(policy.untrustedNetworkPolicy, plain('UntrustedNetworkPolicy')),
    some(policy.alwaysOn, alwaysOnElement),
  ]);

/** In the order of the schema. A preference that is forgotten here does not compile. */
const writers: { readonly [F in keyof ClientPreferences]-?: Write<F> } = {
  useStartBeforeLogon: user('UseStartBeforeLogon'),
  automaticCertSelection: user('AutomaticCertSelection'),
  showPreConnectMessage: plain('ShowPreConnectMessage'),
  certificateStore: plain('CertificateStore'),
  certificateStoreMac: plain('CertificateStoreMac'),
  certificateStoreOverride: plain('CertificateStoreOverride'),
  proxySettings: (value, { publicProxyServerAddress: proxy }) =>
    element('ProxySettings', value, [some(proxy, plain('PublicProxyServerAddress'))]),
  publicProxyServerAddress: inside,
  allowLocalProxyConnections: plain('AllowLocalProxyConnections'),
  autoConnectOnStart: user('AutoConnectOnStart'),
  minimizeOnConnect: user('MinimizeOnConnect'),
  localLanAccess: user('LocalLanAccess'),
  disableCaptivePortalDetection: user('DisableCaptivePortalDetection'),
  autoReconnect: (setting, all) =>
    controlled('AutoReconnect', setting, [some(all.autoReconnectBehavior, user('AutoReconnectBehavior'))]),
  // The behaviour stands inside the setting, which is true when it is not written.
  autoReconnectBehavior: (setting, all) =>
    all.autoReconnect === undefined
      ? element('AutoReconnect', true, [controlled('AutoReconnectBehavior', setting)])
      : undefined,
  suspendOnConnectedStandby: plain('SuspendOnConnectedStandby'),
  autoUpdate: user('AutoUpdate'),
  rsaSecurIdIntegration: user('RSASecurIDIntegration'),
  windowsLogonEnforcement: plain('WindowsLogonEnforcement'),
  linuxLogonEnforcement: plain('LinuxLogonEnforcement'),
  windowsVpnEstablishment: plain('WindowsVPNEstablishment'),
  linuxVpnEstablishment: plain('LinuxVPNEstablishment'),
  retainVpnOnLogoff: (whom) => element('RetainVpnOnLogoff', true, [element('UserEnforcement', whom)]),
  automaticVpnPolicy: automaticPolicy,
  pppExclusion: (setting, { pppExclusionServerIp: server }) =>
    controlled('PPPExclusion', setting, [some(server, user('PPPExclusionServerIP'))]),
  pppExclusionServerIp: inside,
  enableScripting: (setting, all) =>
    controlled('EnableScripting', setting, [
      some(all.terminateScriptOnNextEvent, plain('TerminateScriptOnNextEvent')),
      some(all.enablePostSblOnConnectScript, plain('EnablePostSBLOnConnectScript')),
    ]),
  terminateScriptOnNextEvent: inside,
  enablePostSblOnConnectScript: inside,
  // These two have elements of their own, which the profile adds.
  certificateMatch: inside,
  backupServers: inside,
  enableAutomaticServerSelection: (setting, all) =>
    controlled('EnableAutomaticServerSelection', setting, [
      some(all.autoServerSelectionImprovement, plain('AutoServerSelectionImprovement')),
      some(all.autoServerSelectionSuspendTime, plain('AutoServerSelectionSuspendTime')),
    ]),
  autoServerSelectionImprovement: inside,
  autoServerSelectionSuspendTime: inside,
  authenticationTimeout: plain('AuthenticationTimeout'),
  safeWordSofTokenIntegration: user('SafeWordSofTokenIntegration'),
  allowIpsecOverSsl: plain('AllowIPsecOverSSL'),
  clearSmartcardPin: user('ClearSmartcardPin'),
  serviceDisable: plain('ServiceDisable'),
  ipProtocolSupport: plain('IPProtocolSupport'),
  captivePortalRemediationBrowserFailover: plain('CaptivePortalRemediationBrowserFailover'),
  allowManualHostInput: plain('AllowManualHostInput'),
};

/** What of the preferences is an element of its own, in order. */
export const preferenceElements = (preferences: ClientPreferences): readonly Element[] =>
  (Object.keys(writers) as (keyof ClientPreferences)[]).flatMap((field) => {
    const value = preferences[field];
    return value === undefined ? [] : ((writers[field] as Write<typeof field>)(value, preferences) ?? []);
  });
