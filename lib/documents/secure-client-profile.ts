import type { NounOf } from '../model/nouns';
import type { CertificateMatch } from '../model/clients/secure-client-certificate-match';
import { addressOfHost, type ClientHost, type HostEntry } from '../model/clients/secure-client-hosts';
import type { Document } from './document';
import { preferenceElements } from './secure-client-preferences';
import { element, withAttributes, xmlText, type Element } from './xml';

const namespace = {
  xmlns: 'http://schemas.xmlsoap.org/encoding/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

export const hostAddresses = (name: string, hosts: readonly ClientHost[] | undefined): Element | undefined =>
  hosts &&
  element(
    name,
    undefined,
    hosts.map((host) => element('HostAddress', addressOfHost(host))),
  );

const toggled = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'Enabled' : 'Disabled';

const namePart = (part: NonNullable<CertificateMatch['distinguishedName']>[number]): Element =>
  withAttributes(
    element('DistinguishedNameDefinition', undefined, [element('Name', part.name), element('Pattern', part.pattern)]),
    { Wildcard: toggled(part.wildcard), Operator: part.operator, MatchCase: toggled(part.matchCase) },
  );

/** The parts stand in the order of the schema, which is fixed here. */
export const certificateMatchElement = (match: CertificateMatch): Element => {
  const { keyUsage, extendedKeyUsage: known = [], customExtendedKeyUsage: custom = [], distinguishedName } = match;
  const extended = [
    ...known.map((usage) => element('ExtendedMatchKey', usage)),
    ...custom.map((usage) => element('CustomExtendedMatchKey', usage)),
  ];
  return element('CertificateMatch', undefined, [
    match.matchOnlyCertsWithEku === undefined
      ? undefined
      : element('MatchOnlyCertsWithEKU', match.matchOnlyCertsWithEku),
    match.matchOnlyCertsWithKu === undefined ? undefined : element('MatchOnlyCertsWithKU', match.matchOnlyCertsWithKu),
    keyUsage &&
      element(
        'KeyUsage',
        undefined,
        keyUsage.map((usage) => element('MatchKey', usage)),
      ),
    extended.length === 0 ? undefined : element('ExtendedKeyUsage', undefined, extended),
    distinguishedName && element('DistinguishedName', undefined, distinguishedName.map(namePart)),
  ]);
};

const mobileElement = (mobile: NonNullable<HostEntry['mobile']>): Element => {
  const optional = (name: string, value: unknown) => (value === undefined ? undefined : element(name, value));
  const domains = (name: string, list: readonly string[] | undefined) =>
    list &&
    element(
      name,
      undefined,
      list.map((domain) => element('OnDemandDNSMatch', domain)),
    );
  return element('MobileHostEntryInfo', undefined, [
    optional('NetworkRoaming', mobile.networkRoaming),
    optional('CertificatePolicy', mobile.certificatePolicy),
    optional('ConnectOnDemand', mobile.connectOnDemand),
    domains('NeverConnectDomainList', mobile.neverConnectDomains),
    domains('ConnectIfNeededDomainList', mobile.connectIfNeededDomains),
    optional('ActivateOnImport', mobile.activateOnImport),
  ]);
};

const protocolElement = ({ primaryProtocol, standardAuthenticationOnly: standard }: HostEntry): Element =>
  element('PrimaryProtocol', primaryProtocol, [
    standard &&
      element('StandardAuthenticationOnly', true, [
        element('AuthMethodDuringIKENegotiation', standard.authMethodDuringIkeNegotiation),
        standard.ikeIdentity === undefined ? undefined : element('IKEIdentity', standard.ikeIdentity),
      ]),
  ]);

/** The elements of a host entry stand in the order of the schema. */
const hostElement = (host: HostEntry): Element =>
  element('HostEntry', undefined, [
    element('HostName', host.name),
    element('HostAddress', addressOfHost(host.address)),
    host.userGroup === undefined ? undefined : element('UserGroup', host.userGroup),
    hostAddresses('BackupServerList', host.backupServers),
    hostAddresses('LoadBalancingServerList', host.loadBalancingServers),
    host.mobile && mobileElement(host.mobile),
    protocolElement(host),
  ]);

/** The profile as its file, valid by AnyConnectProfile.xsd. */
export const secureClientProfileDocument = ({
  name,
  preferences,
  hosts,
}: NounOf<'secure-client-profile'>): Document => {
  const backup = hostAddresses('BackupServerList', preferences.backupServers);
  const match = preferences.certificateMatch && certificateMatchElement(preferences.certificateMatch);
  const root = element('AnyConnectProfile', undefined, [
    element('ClientInitialization', undefined, [...preferenceElements(preferences), match, backup]),
    element('ServerList', undefined, hosts.map(hostElement)),
  ]);
  const located = { 'xsi:schemaLocation': 'http://schemas.xmlsoap.org/encoding/ AnyConnectProfile.xsd' };
  return { name: `${name}.xml`, text: xmlText(withAttributes(root, { ...namespace, ...located })) };
};

/** Elements in the order in which the client itself writes them. */
const localPolicyElements = {
  bypassDownloader: 'BypassDownloader',
  excludeFirefoxNssCertStore: 'ExcludeFirefoxNSSCertStore',
  excludePemFileCertStore: 'ExcludePemFileCertStore',
  fipsMode: 'FipsMode',
  restrictPreferenceCaching: 'RestrictPreferenceCaching',
  restrictWebLaunch: 'RestrictWebLaunch',
  strictCertificateTrust: 'StrictCertificateTrust',
} as const satisfies Record<Exclude<keyof NounOf<'secure-client-local-policy'>, 'name'>, string>;

/** The local policy as its file: the client reads it under this name alone. */
export const localPolicyDocument = (policy: NounOf<'secure-client-local-policy'>): Document => {
  const settings = Object.entries(localPolicyElements).flatMap(([field, name]) => {
    const value = policy[field as keyof typeof localPolicyElements];
    return value === undefined ? [] : [element(name, value)];
  });
  const located = { 'xsi:schemaLocation': 'http://schemas.xmlsoap.org/encoding/ AnyConnectLocalPolicy.xsd' };
  const root = withAttributes(element('AnyConnectLocalPolicy', undefined, settings), { ...namespace, ...located });
  return { name: 'AnyConnectLocalPolicy.xml', text: xmlText(root) };
};
