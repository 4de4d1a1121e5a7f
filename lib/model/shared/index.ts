import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as aaa from './aaa';
import type * as aaaAccountingList from './aaa-accounting-list';
import type * as aaaAttributeList from './aaa-attribute-list';
import type * as aaaAuthenticationList from './aaa-authentication-list';
import type * as aaaAuthorizationList from './aaa-authorization-list';
import type * as aaaServerGroup from './aaa-server-group';
import type * as accessList from './access-list';
import type * as addressPool from './address-pool';
import type * as anyconnectProfile from './anyconnect-profile';
import type * as bgp from './bgp';
import type * as certTrustpoint from './cert-trustpoint';
import type * as certificateMap from './certificate-map';
import type * as configArchive from './config-archive';
import type * as flexvpnClient from './flexvpn-client';
import type * as httpServer from './http-server';
import type * as ikev2AuthorizationPolicy from './ikev2-authorization-policy';
import type * as ikev2Cluster from './ikev2-cluster';
import type * as ikev2Global from './ikev2-global';
import type * as ikev2Keyring from './ikev2-keyring';
import type * as ikev2NameMangler from './ikev2-name-mangler';
import type * as ikev2Policy from './ikev2-policy';
import type * as ikev2Profile from './ikev2-profile';
import type * as ikev2Proposal from './ikev2-proposal';
import type * as interfaceLines from './interface-lines';
import type * as ipsecGlobal from './ipsec-global';
import type * as ipsecProfile from './ipsec-profile';
import type * as ipsecTransformSet from './ipsec-transform-set';
import type * as ipv6AccessList from './ipv6-access-list';
import type * as ldapAttributeMap from './ldap-attribute-map';
import type * as ldapServer from './ldap-server';
import type * as localUser from './local-user';
import type * as logging from './logging';
import type * as loopbackInterface from './loopback-interface';
import type * as ntpServers from './ntp-servers';
import type * as radiusServer from './radius-server';
import type * as rawBlock from './raw-block';
import type * as rawConfig from './raw-config';
import type * as scpServer from './scp-server';
import type * as smartDefaults from './smart-defaults';
import type * as sslPolicy from './ssl-policy';
import type * as staticRoute from './static-route';
import type * as tunnelInterface from './tunnel-interface';
import type * as virtualTemplate from './virtual-template';
import type * as vrf from './vrf';

const load = createRequire(__filename);

/** What routers and firewalls hold. */
export const deviceNouns = lazily({
  'config-archive': () => (load('./config-archive') as typeof configArchive).configArchive,
  'ntp-servers': () => (load('./ntp-servers') as typeof ntpServers).ntpServers,
  'scp-server': () => (load('./scp-server') as typeof scpServer).scpServer,
  vrf: () => (load('./vrf') as typeof vrf).vrf,
  'local-user': () => (load('./local-user') as typeof localUser).localUser,
  aaa: () => (load('./aaa') as typeof aaa).aaa,
  'radius-server': () => (load('./radius-server') as typeof radiusServer).radiusServer,
  'ldap-attribute-map': () => (load('./ldap-attribute-map') as typeof ldapAttributeMap).ldapAttributeMap,
  'ldap-server': () => (load('./ldap-server') as typeof ldapServer).ldapServer,
  'aaa-server-group': () => (load('./aaa-server-group') as typeof aaaServerGroup).aaaServerGroup,
  'aaa-authentication-list': () =>
    (load('./aaa-authentication-list') as typeof aaaAuthenticationList).aaaAuthenticationList,
  'aaa-authorization-list': () =>
    (load('./aaa-authorization-list') as typeof aaaAuthorizationList).aaaAuthorizationList,
  'aaa-accounting-list': () => (load('./aaa-accounting-list') as typeof aaaAccountingList).aaaAccountingList,
  'aaa-attribute-list': () => (load('./aaa-attribute-list') as typeof aaaAttributeList).aaaAttributeList,
  'address-pool': () => (load('./address-pool') as typeof addressPool).addressPool,
  'access-list': () => (load('./access-list') as typeof accessList).accessList,
  'ipv6-access-list': () => (load('./ipv6-access-list') as typeof ipv6AccessList).ipv6AccessList,
  logging: () => (load('./logging') as typeof logging).logging,
  'http-server': () => (load('./http-server') as typeof httpServer).httpServer,
  'smart-defaults': () => (load('./smart-defaults') as typeof smartDefaults).smartDefaults,
  'cert-trustpoint': () => (load('./cert-trustpoint') as typeof certTrustpoint).certTrustpoint,
  'certificate-map': () => (load('./certificate-map') as typeof certificateMap).certificateMap,
  'ikev2-global': () => (load('./ikev2-global') as typeof ikev2Global).ikev2Global,
  'ikev2-name-mangler': () => (load('./ikev2-name-mangler') as typeof ikev2NameMangler).ikev2NameMangler,
  'ikev2-authorization-policy': () =>
    (load('./ikev2-authorization-policy') as typeof ikev2AuthorizationPolicy).ikev2AuthorizationPolicy,
  'anyconnect-profile': () => (load('./anyconnect-profile') as typeof anyconnectProfile).anyconnectProfile,
  'ssl-policy': () => (load('./ssl-policy') as typeof sslPolicy).sslPolicy,
  'ipsec-global': () => (load('./ipsec-global') as typeof ipsecGlobal).ipsecGlobal,
  'ikev2-proposal': () => (load('./ikev2-proposal') as typeof ikev2Proposal).ikev2Proposal,
  'ikev2-policy': () => (load('./ikev2-policy') as typeof ikev2Policy).ikev2Policy,
  'ikev2-keyring': () => (load('./ikev2-keyring') as typeof ikev2Keyring).ikev2Keyring,
  'ikev2-profile': () => (load('./ikev2-profile') as typeof ikev2Profile).ikev2Profile,
  'ipsec-transform-set': () => (load('./ipsec-transform-set') as typeof ipsecTransformSet).ipsecTransformSet,
  'ipsec-profile': () => (load('./ipsec-profile') as typeof ipsecProfile).ipsecProfile,
  'loopback-interface': () => (load('./loopback-interface') as typeof loopbackInterface).loopbackInterface,
  'virtual-template': () => (load('./virtual-template') as typeof virtualTemplate).virtualTemplate,
  'tunnel-interface': () => (load('./tunnel-interface') as typeof tunnelInterface).tunnelInterface,
  'static-route': () => (load('./static-route') as typeof staticRoute).staticRoute,
  bgp: () => (load('./bgp') as typeof bgp).bgp,
  'flexvpn-client': () => (load('./flexvpn-client') as typeof flexvpnClient).flexvpnClient,
  'interface-lines': () => (load('./interface-lines') as typeof interfaceLines).interfaceLines,
  'ikev2-cluster': () => (load('./ikev2-cluster') as typeof ikev2Cluster).ikev2Cluster,
  'raw-config': () => (load('./raw-config') as typeof rawConfig).rawConfig,
  'raw-block': () => (load('./raw-block') as typeof rawBlock).rawBlock,
});
