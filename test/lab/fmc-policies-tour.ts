import type { LabClient } from '../support/fmc-lab/client';
import { recorder } from '../support/fmc-lab/tour';

type Bag = { [key: string]: unknown };
const id = (body: unknown): string => String((body as Bag)['id']);
const ref = (body: Bag): Bag => ({ id: body['id'], name: body['name'], type: body['type'] });
const named = (items: readonly Bag[], name: string): Bag => items.find((item) => item['name'] === name)!;

/** Every object that a remote access policy may refer to. */
const objects = async ({ via, items }: ReturnType<typeof recorder>) => {
  const make = (list: string, body: Bag): Promise<Bag> => via('POST', `object/${list}`, body);
  const host = await make('hosts', { name: 'dns', type: 'Host', value: '10.0.0.53' });
  const lan = await make('networks', { name: 'lan', type: 'Network', value: '10.30.0.0/16' });
  const range = await make('ranges', { name: 'r', type: 'Range', value: '10.0.0.1-10.0.0.9' });
  const group = await make('networkgroups', {
    name: 'all',
    type: 'NetworkGroup',
    objects: [ref(lan), ref(range)],
    literals: [{ type: 'Host', value: '10.9.9.9' }],
  });
  const url = await make('urls', { name: 'u', type: 'Url', url: 'https://vpn.example.net/staff' });
  const standard = await make('standardaccesslists', {
    name: 'SPLIT',
    type: 'StandardAccessList',
    entries: [
      { action: 'PERMIT', networks: { objects: [ref(lan)], literals: [{ type: 'Network', value: '10.1.0.0/16' }] } },
    ],
  });
  const extended = await make('extendedaccesslists', {
    name: 'FILTER',
    type: 'ExtendedAccessList',
    entries: [
      { action: 'PERMIT', logging: 'DEFAULT', logLevel: 'INFORMATIONAL', sourceNetworks: { objects: [ref(group)] } },
    ],
  });
  const pool = await make('ipv4addresspools', {
    name: 'POOL',
    type: 'IPv4AddressPool',
    ipAddressRange: '10.99.0.10-10.99.0.250',
    mask: '255.255.255.0',
  });
  const pool6 = await make('ipv6addresspools', {
    name: 'POOL6',
    type: 'IPv6AddressPool',
    ipv6StartAddress: '2001:db8::10/64',
    numberOfAddresses: 100,
  });
  const radius = await make('radiusservergroups', {
    name: 'ISE',
    type: 'RadiusServerGroup',
    retryInterval: 10,
    radiusServers: [{ host: '10.0.0.40', authenticationPort: 1812, secretKey: 'hush', timeout: 60 }],
  });
  const [certificate] = await items('object/certenrollments');
  const sso = await make('ssoservers', {
    name: 'DUO',
    type: 'SSOServer',
    idpEntityId: 'https://sso.example/metadata',
    ssoURL: 'https://sso.example/sso',
    identityProviderCert: ref(certificate!),
  });
  const groupPolicy = await make('grouppolicies', {
    name: 'STAFF',
    type: 'GroupPolicy',
    enableSSLProtocol: false,
    enableIPsecIKEv2Protocol: true,
    generalSettings: {
      banner: 'Staff only',
      primaryDNSServer: ref(host),
      addressAssignment: { defaultDomainName: 'example.net', ipv4LocalAddressPool: [ref(pool)] },
      splitTunnelSettings: { ipv4SplitTunnelPolicy: 'TUNNEL_SPECIFIED', splitTunnelACL: ref(standard) },
    },
    advancedSettings: { vpnTrafficFilterACL: ref(extended), sessionSettings: { vpnIdleTimeout: 20 } },
  });
  await make('ikev1policies', {
    name: 'V1',
    type: 'IKEv1Policy',
    priority: 9,
    encryption: 'AES-256',
    hash: 'SHA',
    diffieHellmanGroup: 14,
    authenticationMethod: 'Preshared Key',
  });
  await make('ikev1ipsecproposals', {
    name: 'E1',
    type: 'IKEv1IPsecProposal',
    espEncryption: 'AES-256',
    espHash: 'SHA',
  });
  const map = await make('certificatemaps', {
    name: 'STAFF-MAP',
    type: 'CertificateMap',
    rules: [{ field: 'SUBJECT', component: 'ORGANISATIONAL_UNIT', operator: 'EQUALS', value: 'staff' }],
  });
  return { host, lan, url, pool, pool6, radius, sso, groupPolicy, map, certificate: certificate! };
};
type Objects = Awaited<ReturnType<typeof objects>>;

const remoteAccess = async ({ via, items }: ReturnType<typeof recorder>, made: Objects) => {
  const [zone] = await items('object/securityzones');
  const [dap] = await items('policy/dynamicaccesspolicies');
  const standard = named(await items('object/grouppolicies'), 'DfltGrpPolicy');
  const [ike] = await items('object/ikev2policies');
  const [proposal] = await items('object/ikev2ipsecproposals');
  const policy = await via('POST', 'policy/ravpns', {
    name: 'RA',
    type: 'RaVpn',
    configureSSL: false,
    configureIpsec: true,
    dapPolicy: ref(dap!),
    anyConnectClientImages: [],
    accessInterfaceSettings: {
      interfaceSettings: [{ accessInterface: ref(zone!), enableIPSecIkev2: true, enableSSL: false, enableDTLS: false }],
      ipsecIdCertificate: ref(made.certificate),
    },
    groupPolicies: [ref(standard), ref(made.groupPolicy)],
    ikev2Policies: [ref(ike!)],
  });
  const at = `policy/ravpns/${id(policy)}`;
  const profile = await via('POST', `${at}/connectionprofiles`, {
    name: 'STAFF',
    type: 'RaVpnConnectionProfile',
    authenticationMethod: 'AAA_AND_CLIENT_CERTIFICATE',
    groupPolicy: ref(made.groupPolicy),
    primaryAuthenticationServer: ref(made.radius),
    ipv4AddressPool: [ref(made.pool)],
    ipv6AddressPool: [ref(made.pool6)],
    groupAlias: [{ aliasName: 'staff', enabled: true }],
    groupUrl: [{ aliasUrl: ref(made.url), enabled: true }],
  });
  const part = async (word: string, member: string, body: Bag) => {
    const child = id(policy[member]);
    if (word !== 'certificatemapsettings') await items(`${at}/${word}`);
    await via('PUT', `${at}/${word}/${child}`, { id: child, ...body });
    await via('GET', `${at}/${word}/${child}`);
  };
  await part('addressassignmentsettings', 'addressAssignmentSettings', { useDHCP: false });
  await part('certificatemapsettings', 'certificateMapSettings', {
    enableCertificateToConnectionProfileMapping: true,
    certificateToConnectionProfileMap: [{ certificateMap: ref(made.map), connectionProfile: ref(profile) }],
  });
  await part('ipsecadvancedsettings', 'ipsecAdvancedSettings', { ikev2settings: { cookieChallenge: 'ALWAYS' } });
  await part('loadbalancesettings', 'loadBalanceSettings', { enableVpnLoadBalancing: false });
  await part('secureclientcustomizationsettings', 'secureClientCustomizationSettings', {});
  const [map] = await items(`${at}/ipseccryptomaps`);
  await via('PUT', `${at}/ipseccryptomaps/${id(map)}`, {
    ...Object.fromEntries(Object.entries(map!).filter(([key]) => !['links', 'metadata', 'version'].includes(key))),
    ikev2IpsecProposals: [ref(proposal!)],
    enableClientServices: false,
    perfectForwardSecracy: { enabled: true, modulusGroup: 15 },
  });
  await items(`${at}/connectionprofiles`);
  await items('policy/ravpns');
  return { policy, at, profile };
};

const others = async ({ via, items }: ReturnType<typeof recorder>, made: Objects, policy: Bag) => {
  const [pair] = await items('devicehapairs/ftddevicehapairs');
  const [zone] = await items('object/securityzones');
  const target = ref(pair!);
  const nat = await via('POST', 'policy/ftdnatpolicies', { name: 'NAT', type: 'FTDNatPolicy' });
  await items('policy/ftdnatpolicies');
  const rules = `policy/ftdnatpolicies/${id(nat)}/manualnatrules`;
  const rule = await via('POST', `${rules}?section=before_auto&targetIndex=1`, {
    type: 'FTDManualNatRule',
    natType: 'STATIC',
    enabled: true,
    originalSource: ref(made.lan),
    translatedSource: ref(made.lan),
    originalDestination: ref(made.host),
    translatedDestination: ref(made.host),
    sourceInterface: ref(zone!),
    noProxyArp: true,
    routeLookup: true,
  });
  await items(rules);
  const platform = await via('POST', 'policy/ftdplatformsettingspolicies', {
    name: 'PS',
    type: 'FTDPlatformSettingsPolicy',
  });
  const syslog = `policy/ftdplatformsettingspolicies/${id(platform)}/syslog`;
  const [basic] = await items(`${syslog}/basicloggingsetups`);
  await via('PUT', `${syslog}/basicloggingsetups/${id(basic)}`, {
    id: id(basic),
    type: 'BasicLoggingSetup',
    enableLogging: true,
    loggingToFMCType: 'VPN',
    loggingToFMCLogLevel: 'INFO',
  });
  const destination = await via('POST', `${syslog}/loggingdestinations`, {
    type: 'LoggingDestination',
    loggingDestination: 'SYSLOG_SERVERS',
    allEventConfig: { filterCriteria: 'SEVERITY', value: 'INFO' },
    specificEventConfig: [{ class: 'VPN', severity: 'INFO' }],
  });
  for (const list of ['loggingdestinations', 'servers', 'syslogsettings']) await items(`${syslog}/${list}`);
  for (const held of [nat, policy, platform]) {
    const type = held === platform ? 'FTDPlatformSettingsPolicy' : String(held['type']);
    await via('POST', 'assignment/policyassignments', {
      type: 'PolicyAssignment',
      policy: { id: id(held), name: held['name'], type },
      targets: [target],
    });
    await via(
      'DELETE',
      `policy/${type === 'RaVpn' ? 'ravpns' : type === 'FTDNatPolicy' ? 'ftdnatpolicies' : 'ftdplatformsettingspolicies'}/${id(held)}`,
    );
  }
  await items('assignment/policyassignments');
  await via('PUT', `assignment/policyassignments/${id(policy)}`, {
    id: id(policy),
    type: 'PolicyAssignment',
    policy: { id: id(policy), name: policy['name'], type: 'RAVpn' },
    targets: [],
  });
  await via('DELETE', `${rules}/${id(rule)}`);
  await via('DELETE', `${syslog}/loggingdestinations/${id(destination)}`);
};

/** A remote access policy with all that it takes, NAT, logging and assignments, on a new FMC. */
export const policiesTour = async (client: LabClient) => {
  const recorded = recorder(client);
  const made = await objects(recorded);
  const { policy, at, profile } = await remoteAccess(recorded, made);
  await others(recorded, made, policy);
  await recorded.via('DELETE', `${at}/connectionprofiles/${id(profile)}`);
  await recorded.via('DELETE', at);
  for (const list of [
    'hosts',
    'networks',
    'ranges',
    'networkgroups',
    'urls',
    'standardaccesslists',
    'extendedaccesslists',
  ])
    await recorded.items(`object/${list}`);
  for (const list of [
    'ipv4addresspools',
    'ipv6addresspools',
    'radiusservergroups',
    'ssoservers',
    'grouppolicies',
    'realms',
  ])
    await recorded.items(`object/${list}`);
  return recorded.seen;
};
