import type { CliGrammar } from '../../../desired/cli/grammar';
import { unsupported, unsupportedExcept } from '../../../desired/unsupported';
import { rawBlock, rawConfig } from '../../../engine/cli/raw-text';
import { syntax } from '../syntax';
import type { Kind, NounOf } from '../../../model/nouns';
import {
  aaa,
  aaaAccountingList,
  aaaAttributeList,
  aaaAuthenticationList,
  aaaAuthorizationList,
  aaaServerGroup,
  localUser,
} from './aaa';
import { ldapAttributeMap, ldapServer, radiusServer } from './aaa-servers';
import { accessList, addressPool, ipv6AccessList } from './addressing';
import { bgp } from './bgp';
import { flexvpnClient, ikev2AuthorizationPolicy, ikev2Cluster, ikev2NameMangler } from './flexvpn';
import { ikev2Global, ipsecGlobal, smartDefaults } from './globals';
import { ikev2Keyring, ikev2Policy, ikev2Proposal } from './ikev2';
import { ikev2Profile } from './ikev2-profile';
import { interfaceLines } from './interface-lines';
import { loopbackInterface, tunnelInterface, virtualTemplate } from './interfaces';
import { ipsecProfile, ipsecTransformSet } from './ipsec';
import { configArchive, logging, ntpServers, scpServer } from './management';
import { certificateMap, certTrustpoint } from './pki';
import { ipv6StaticRoute, staticRoute } from './routes';
import { skipClient } from './skip-client';
import { ipSla, ipSlaSchedule, trackedObject } from './tracking';
import { vrf } from './vrf';
import { anyconnectProfile, httpServer, secureClientProfile, sslPolicy } from './web';

/** How IOS-XE writes each noun. A noun that is missing here does not compile. */
export const grammar = {
  ...unsupportedExcept('router', 'device'),
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
  'skip-client': skipClient,
  'ikev2-keyring': ikev2Keyring,
  'ikev2-profile': ikev2Profile,
  'ipsec-transform-set': ipsecTransformSet,
  'ipsec-profile': ipsecProfile,
  'loopback-interface': loopbackInterface,
  'virtual-template': virtualTemplate,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  bgp,
  'ip-sla': ipSla,
  'ip-sla-schedule': ipSlaSchedule,
  'tracked-object': trackedObject,
  'ipv6-static-route': ipv6StaticRoute,
  'flexvpn-client': flexvpnClient,
  'interface-lines': interfaceLines,
  'ikev2-cluster': ikev2Cluster,
  'raw-config': rawConfig(syntax),
  'raw-block': rawBlock(syntax),
  'secure-client-profile': secureClientProfile,
  'ftd-device': unsupported('a firewall is managed by an FMC: declare it with fmc.ftd(name)'),
  'network-object': unsupported('IOS-XE has no network objects: write the network itself'),
  'vpn-topology': unsupported('a router has no VPN topologies: write IkeV2Profile, IpsecProfile and TunnelInterface'),
  'vpn-endpoint': unsupported('a router has no VPN endpoints: write TunnelInterface'),
} satisfies { readonly [K in Kind]: CliGrammar<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): CliGrammar<NounOf<K>> =>
  grammar[kind] as unknown as CliGrammar<NounOf<K>>;
