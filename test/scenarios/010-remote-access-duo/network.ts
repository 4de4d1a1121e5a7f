import {
  AaaAuthenticationList,
  AaaAuthorizationList,
  AaaServerGroup,
  AccessList,
  AddressPool,
  AnyConnectProfile,
  CertTrustpoint,
  IkeV2AuthorizationPolicy,
  IkeV2Global,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IpsecProfile,
  IpsecTransformSet,
  LocalUser,
  RadiusServer,
  Secret,
  SslPolicy,
  VirtualTemplate,
  type IosXeRouter,
} from 'tunnelwright';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import { edge, type Scenario, type Variant } from '../../support/scenario';

const aaa = (here: IosXeRouter, variant: Variant) => {
  new LocalUser(here, 'fallback', { privilege: 15, secret: Secret.fromEnv('FALLBACK') });
  const server = new RadiusServer(here, 'rad_server', {
    address: '10.197.243.97',
    timeout: variant === 'edited' ? 90 : 120,
    key: Secret.fromEnv('RADIUS'),
  });
  const group = new AaaServerGroup(here, 'FlexVPN_auth_server', { servers: [server] });
  new AaaAuthenticationList(here, 'default', { methods: ['local'] });
  return {
    login: new AaaAuthenticationList(here, 'FlexVPN_auth', { methods: [group] }),
    network: new AaaAuthorizationList(here, 'FlexVPN_authz', { methods: ['local'] }),
  };
};

const given = (here: IosXeRouter): IkeV2AuthorizationPolicy => {
  const split = new AccessList(here, 'split-tunnel-acl', {
    type: 'standard',
    entries: [
      { action: 'permit', source: '192.168.11.0/24' },
      { action: 'permit', source: '192.168.12.0/24' },
    ],
  });
  const pool = new AddressPool(here, 'SSLVPN_POOL', { ranges: [{ from: '192.168.13.1', to: '192.168.13.10' }] });
  return new IkeV2AuthorizationPolicy(here, 'ikev2-authz-policy', {
    pool,
    dns: ['10.106.60.12'],
    routeSetAccessList: split,
  });
};

/** The AnyConnect and Duo guide: AnyConnect over IKEv2 with EAP, passwords and pushes from the Duo proxy. */
export const scenario: Scenario = {
  title: 'remote access with AnyConnect and Duo (the AnyConnect and Duo guide)',
  // `aaa new-model` and the web server are lines that a device prints on or off: tests of their own change them.
  world: { router: { config: edgeConfig.replace('no aaa new-model', 'aaa new-model'), enrolled: ['CA-INTERNAL'] } },
  secrets: { RADIUS: 'Zr7*lantern}violet~6', FALLBACK: 'Wb4+orchid{marble}8' },
  declare: (stack, variant) => {
    const here = edge(stack);
    if (variant === 'nothing') return;
    const { login, network } = aaa(here, variant);
    const trustpoint = new CertTrustpoint(here, 'TP_AnyConnect', {
      enrollment: { type: 'url', url: 'http://192.0.2.80:80/certsrv/mscep/mscep.dll' },
      usage: ['ike'],
      serialNumber: 'none',
      fqdn: 'flexvpn-C8000V.cisco.com',
      ipAddress: 'none',
      subjectName: 'cn=flexvpn-C8000V.cisco.com',
      revocationCheck: ['none'],
      rsaKeypair: { label: 'AnyConnect' },
    });
    const proposal = new IkeV2Proposal(here, 'FlexVPN_IKEv2_Proposal', {
      encryption: ['aes-cbc-128'],
      integrity: ['sha384'],
      group: [19],
    });
    new IkeV2Policy(here, 'FlexVPN_IKEv2_Policy', { fvrf: 'any', proposals: [proposal] });
    new IkeV2Global(here, 'globals', { httpUrlCert: false });
    const client = new AnyConnectProfile(here, 'Client_Profile', { file: 'bootflash:/Client_Profile.xml' });
    if (variant !== 'less')
      new SslPolicy(here, 'ssl-server', { trustpoint, address: { local: '198.51.100.10', port: 443 } });
    // The template, the two profiles and the template again refer to each other in a circle.
    const template = { ref: { ref: 'virtual-template', name: 'Virtual-Template20' } } as const;
    const profile = new IkeV2Profile(here, 'Flexvpn_ikev2_Profile', {
      matchRemoteAny: true,
      authenticationLocal: 'rsa-sig',
      authenticationRemote: [{ method: 'eap', queryIdentity: true }],
      trustpoints: [trustpoint],
      dpd: { interval: 60, retry: 2, mode: 'on-demand' },
      aaaAuthentication: [{ method: 'eap', list: login }],
      aaaAuthorization: [
        { of: 'group', method: 'eap', list: network, policy: given(here) },
        { of: 'user', method: 'eap', cached: true },
      ],
      virtualTemplate: { template, mode: 'auto' },
      anyconnectProfile: client,
    });
    const set = new IpsecTransformSet(here, 'TS', { encryption: 'aes-gcm-256' });
    const protection = new IpsecProfile(here, 'Flexvpn_IPsec_Profile', { transformSets: [set], ikev2Profile: profile });
    new VirtualTemplate(here, 'Virtual-Template20', { unnumbered: 'GigabitEthernet0/0', protection });
  },
  edits: ['edge update radius-server/rad_server'],
  deletes: ['edge delete ssl-policy/ssl-server'],
};
