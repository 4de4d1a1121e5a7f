import { existing } from '../../../constructs/core/device-object';
import {
  AaaAccountingList,
  AaaAttributeList,
  AaaAuthorizationList,
  AaaServerGroup,
  AccessList,
  FlexVpnClient,
  IkeV2AuthorizationPolicy,
  IkeV2Cluster,
  IkeV2Global,
  IkeV2Keyring,
  IkeV2NameMangler,
  IkeV2Profile,
  InterfaceLines,
  IpsecGlobal,
  IpsecProfile,
  IpsecTransformSet,
  Ipv6AccessList,
  LdapAttributeMap,
  LdapServer,
  Logging,
  LoopbackInterface,
  RadiusServer,
  RawBlock,
  RawConfig,
  Secret,
  SmartDefaults,
  TunnelInterface,
  VirtualTemplate,
  Vrf,
  type IosXeRouter,
} from 'tunnelwright';
import { edge, type Scenario, type Variant } from '../../support/scenario';

const servers = (here: IosXeRouter) => {
  const map = new LdapAttributeMap(here, 'AM', { maps: [{ ldap: 'memberOf', aaa: 'supplicant-group' }] });
  const directory = new LdapServer(here, 'AD_SRV', {
    address: '192.168.244.123',
    attributeMap: map,
    timeout: 20,
    bind: { rootDn: 'CN=admin,CN=Users,DC=cisco,DC=com', password: Secret.fromEnv('BIND') },
    baseDn: 'CN=Users,DC=cisco,DC=com',
    bindFirst: true,
  });
  new AaaServerGroup(here, 'AD', { type: 'ldap', servers: [directory] });
  const radius = new RadiusServer(here, 'R1', { address: '10.0.0.2', key: Secret.fromEnv('RADIUS') });
  const group = new AaaServerGroup(here, 'frad', {
    servers: [radius],
    privateServers: [{ address: '10.0.0.3', key: Secret.fromEnv('RADIUS') }],
  });
  return {
    accounting: new AaaAccountingList(here, 'rad', { methods: [group] }),
    authorization: new AaaAuthorizationList(here, 'flex', { methods: ['local', group] }),
  };
};

const policy = (here: IosXeRouter, variant: Variant): IkeV2AuthorizationPolicy => {
  const networks = new AccessList(here, 'ike-policy', {
    entries: [
      { remark: 'what the spokes may reach' },
      { action: 'permit', source: '192.168.0.0/16', destination: 'any' },
      {
        action: 'permit',
        protocol: 'tcp',
        source: variant === 'edited' ? '10.9.0.0/16' : '10.8.0.0/16',
        destination: '10.7.0.1',
      },
    ],
  });
  const six = new Ipv6AccessList(here, 'six', {
    entries: [{ action: 'permit', source: '2001:db8::/32', destination: 'any' }],
  });
  const attributes = new AaaAttributeList(here, 'IT-list', {
    attributes: [{ type: 'interface-config', value: 'vrf forwarding RED' }],
  });
  return new IkeV2AuthorizationPolicy(here, 'spokes', {
    banner: 'Welcome to the VPN',
    routeSetInterface: true,
    routeSetAccessList: networks,
    routeSetIpv6AccessList: six,
    routeSetRemote: ['10.0.0.0/16'],
    attributeList: attributes,
  });
};

const gateway = (here: IosXeRouter, variant: Variant): IpsecProfile => {
  const { accounting, authorization } = servers(here);
  const red = new Vrf(here, 'RED', { rd: '65000:1', addressFamilies: [{ family: 'ipv4' }, { family: 'ipv6' }] });
  new LoopbackInterface(here, 'Loopback1', {
    vrf: red,
    address: '10.60.0.1/32',
    ipv6Addresses: ['2001:db8:60::1/128'],
  });
  const mangler = new IkeV2NameMangler(here, 'ou', { dn: 'organization-unit', eap: { suffix: '@' } });
  const keys = new IkeV2Keyring(here, 'keys', {
    peers: [
      {
        name: 'all',
        address: '10.0.0.0/8',
        identity: { type: 'fqdn-domain', domain: 'example.net' },
        key: Secret.fromEnv('PSK'),
      },
    ],
  });
  const profile = new IkeV2Profile(here, 'profile', {
    name: 'default',
    matchRemoteFqdnDomains: ['example.net'],
    identityLocal: { type: 'fqdn', fqdn: 'hub.example.net' },
    authenticationRemote: ['rsa-sig', 'pre-share'],
    authenticationLocal: 'rsa-sig',
    keyring: keys,
    trustpoints: [{ trustpoint: existing('cert-trustpoint', 'CA-INTERNAL'), use: 'sign' }],
    ivrf: red,
    aaaAuthorization: [
      { of: 'group', method: 'cert', list: authorization, nameMangler: mangler },
      { of: 'group', method: 'psk', list: authorization, policy: policy(here, variant) },
    ],
    aaaAccounting: [{ method: 'cert', list: accounting }],
    configExchangeRequest: false,
    virtualTemplate: { ref: { ref: 'virtual-template', name: 'Virtual-Template1' } },
  });
  const set = new IpsecTransformSet(here, 'set', {
    name: 'default',
    encryption: 'aes-cbc-256',
    integrity: 'sha256',
    mode: 'transport',
  });
  const protection = new IpsecProfile(here, 'protection', {
    name: 'flex',
    transformSets: [set],
    ikev2Profile: profile,
    replayWindow: 512,
  });
  const source = new LoopbackInterface(here, 'Loopback0', { address: '10.59.0.1/32', ospf: ['1 area 0'] });
  new VirtualTemplate(here, 'Virtual-Template1', {
    unnumbered: source,
    mode: 'gre-ip',
    nhrp: ['network-id 1'],
    protection,
  });
  return protection;
};

/** What a FlexVPN engineer writes besides the gateway of the AnyConnect and Duo guide. */
export const scenario: Scenario = {
  title: 'the objects of FlexVPN (Cisco Live BRKSEC-2881)',
  inOthers: true,
  secrets: { PSK: 'Uv3>harbour|candle~1', RADIUS: 'Xc8^violin}pepper{2', BIND: 'Lm5<cactus|anchor~7' },
  declare: (stack, variant) => {
    const here = edge(stack);
    if (variant === 'nothing') return;
    const protection = gateway(here, variant);
    const tunnel = new TunnelInterface(here, 'Tunnel0', {
      negotiated: true,
      source: 'GigabitEthernet0/0',
      destination: 'dynamic',
      protection: { profile: protection, shared: true },
    });
    new TunnelInterface(here, 'Tunnel1', {
      address: '10.1.1.1/24',
      mode: 'gre-multipoint',
      redirects: false,
      nhrp: ['network-id 7', 'redirect'],
      key: 123,
      source: 'GigabitEthernet0/1',
    });
    if (variant !== 'less')
      new FlexVpnClient(here, 'FLEX', {
        tunnel,
        peers: [
          { host: '203.0.113.1', track: 1 },
          { host: 'hub.example.net', dynamic: true },
        ],
        peerReactivate: true,
      });
    new IkeV2Global(here, 'ikev2', {
      httpUrlCert: false,
      redirectGateway: 'init',
      fragmentation: { mtu: 1200 },
      reconnectKeys: [{ index: 1, key: Secret.fromEnv('PSK') }],
    });
    new IpsecGlobal(here, 'ipsec', { replayWindow: 1024, lifetimeSeconds: 7200 });
    new SmartDefaults(here, 'smart', { disabled: ['ikev2-proposal'] });
    new InterfaceLines(here, 'GigabitEthernet0/1', {
      hsrp: [{ group: 1, ip: '10.20.0.5', groupName: 'vpngw' }],
      lines: ['ip nat inside'],
    });
    new IkeV2Cluster(here, 'cluster', { standbyGroup: 'vpngw', maxSession: 10 });
    new Logging(here, 'logging', { trap: 'warnings', hosts: [{ host: '192.0.2.9' }] });
    new RawConfig(here, 'raw', { lines: ['ipv6 unicast-routing'] });
    new RawBlock(here, 'ospf', { name: 'router ospf 1', lines: ['network 10.20.0.0 0.0.255.255 area 0'] });
  },
  edits: ['edge update access-list/ike-policy'],
  deletes: ['edge delete flexvpn-client/FLEX'],
};
