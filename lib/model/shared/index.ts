import { aaa } from './aaa';
import { aaaAccountingList } from './aaa-accounting-list';
import { aaaAttributeList } from './aaa-attribute-list';
import { aaaAuthenticationList } from './aaa-authentication-list';
import { aaaAuthorizationList } from './aaa-authorization-list';
import { aaaServerGroup } from './aaa-server-group';
import { accessList } from './access-list';
import { addressPool } from './address-pool';
import { anyconnectProfile } from './anyconnect-profile';
import { bgp } from './bgp';
import { certTrustpoint } from './cert-trustpoint';
import { certificateMap } from './certificate-map';
import { configArchive } from './config-archive';
import { flexvpnClient } from './flexvpn-client';
import { httpServer } from './http-server';
import { ikev2AuthorizationPolicy } from './ikev2-authorization-policy';
import { ikev2Cluster } from './ikev2-cluster';
import { ikev2Global } from './ikev2-global';
import { ikev2Keyring } from './ikev2-keyring';
import { ikev2NameMangler } from './ikev2-name-mangler';
import { ikev2Policy } from './ikev2-policy';
import { ikev2Profile } from './ikev2-profile';
import { ikev2Proposal } from './ikev2-proposal';
import { interfaceLines } from './interface-lines';
import { ipsecGlobal } from './ipsec-global';
import { ipsecProfile } from './ipsec-profile';
import { ipsecTransformSet } from './ipsec-transform-set';
import { ipv6AccessList } from './ipv6-access-list';
import { ldapAttributeMap } from './ldap-attribute-map';
import { ldapServer } from './ldap-server';
import { localUser } from './local-user';
import { logging } from './logging';
import { loopbackInterface } from './loopback-interface';
import { ntpServers } from './ntp-servers';
import { radiusServer } from './radius-server';
import { rawBlock } from './raw-block';
import { rawConfig } from './raw-config';
import { scpServer } from './scp-server';
import { smartDefaults } from './smart-defaults';
import { sslPolicy } from './ssl-policy';
import { staticRoute } from './static-route';
import { tunnelInterface } from './tunnel-interface';
import { virtualTemplate } from './virtual-template';
import { vrf } from './vrf';

/** What routers and firewalls hold. */
export const deviceNouns = {
  'config-archive': configArchive,
  'ntp-servers': ntpServers,
  'scp-server': scpServer,
  vrf,
  'local-user': localUser,
  aaa,
  'radius-server': radiusServer,
  'ldap-attribute-map': ldapAttributeMap,
  'ldap-server': ldapServer,
  'aaa-server-group': aaaServerGroup,
  'aaa-authentication-list': aaaAuthenticationList,
  'aaa-authorization-list': aaaAuthorizationList,
  'aaa-accounting-list': aaaAccountingList,
  'aaa-attribute-list': aaaAttributeList,
  'address-pool': addressPool,
  'access-list': accessList,
  'ipv6-access-list': ipv6AccessList,
  logging,
  'http-server': httpServer,
  'smart-defaults': smartDefaults,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-global': ikev2Global,
  'ikev2-name-mangler': ikev2NameMangler,
  'ikev2-authorization-policy': ikev2AuthorizationPolicy,
  'anyconnect-profile': anyconnectProfile,
  'ssl-policy': sslPolicy,
  'ipsec-global': ipsecGlobal,
  'ikev2-proposal': ikev2Proposal,
  'ikev2-policy': ikev2Policy,
  'ikev2-keyring': ikev2Keyring,
  'ikev2-profile': ikev2Profile,
  'ipsec-transform-set': ipsecTransformSet,
  'ipsec-profile': ipsecProfile,
  'loopback-interface': loopbackInterface,
  'virtual-template': virtualTemplate,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  bgp,
  'flexvpn-client': flexvpnClient,
  'interface-lines': interfaceLines,
  'ikev2-cluster': ikev2Cluster,
  'raw-config': rawConfig,
  'raw-block': rawBlock,
} as const;
