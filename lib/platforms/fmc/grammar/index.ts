import { none, noneBut } from '../../../desired/none';
import { embedded, type AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { ikev2Policy } from './ikev2-policy';
import { staticRoute, tunnelInterface } from './interfaces';
import { ipsecProposal } from './ipsec-proposal';
import { networkObject } from './objects';
import { certificateMap, certTrustpoint } from './pki';
import { vpnEndpoint, vpnTopology } from './topology';

/** How the FMC writes each noun. A noun that is missing here does not compile. */
export const grammar = {
  ...noneBut('manager', 'device'),
  'ftd-device': { form: 'looked-up', key: 'devices' },
  'network-object': networkObject,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-proposal': embedded,
  'ikev2-policy': ikev2Policy,
  'ipsec-transform-set': ipsecProposal,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  'vpn-topology': vpnTopology,
  'vpn-endpoint': vpnEndpoint,
  'loopback-interface': none('a firewall has its loopbacks from the FMC: not declared here'),
  'ikev2-keyring': none('the FMC keeps the key in the topology: write authentication on VpnTopology'),
  'ikev2-profile': none('the FMC keeps this in the topology: write VpnTopology'),
  'ipsec-profile': none('the FMC keeps this in the topology: write lifetimeSeconds and pfs on VpnTopology'),
  vrf: none('a firewall has its virtual routers from the FMC: not declared here'),
  'local-user': none('the FMC has its users by itself'),
  aaa: none('the FMC has no such switch'),
  'radius-server': none('on the FMC this is part of a RADIUS server group: not declared here yet'),
  'ldap-attribute-map': none('on the FMC this is part of a connection profile: not declared here yet'),
  'ldap-server': none('on the FMC this is a realm: not declared here yet'),
  'aaa-server-group': none('on the FMC this is a RADIUS server group or a realm: not declared here yet'),
  'aaa-authentication-list': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'aaa-authorization-list': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'aaa-accounting-list': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'aaa-attribute-list': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'address-pool': none('on the FMC this is an address pool object: not declared here yet'),
  'access-list': none('on the FMC this is an access list object: not declared here yet'),
  'ipv6-access-list': none('on the FMC this is an access list object: not declared here yet'),
  logging: none('set in the platform settings policy of the FMC'),
  'http-server': none('set in the platform settings policy of the FMC'),
  'smart-defaults': none('the FMC has no smart defaults: leave it out'),
  'ikev2-global': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'ikev2-name-mangler': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'ikev2-authorization-policy': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'anyconnect-profile': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'ssl-policy': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'ipsec-global': none('the FMC keeps this in the remote access policy: not declared here yet'),
  'virtual-template': none('the FMC makes it from the remote access policy'),
  'flexvpn-client': none('a firewall is no FlexVPN client'),
  'interface-lines': none('a firewall has its interfaces from the FMC'),
  'ikev2-cluster': none('FMC firewalls balance by a load balancing group of the remote access policy'),
  'raw-config': none('the FMC takes no lines: it has FlexConfig, which is not declared here'),
  'raw-block': none('the FMC takes no lines: it has FlexConfig, which is not declared here'),
  'scp-server': none('set in the platform settings policy of the FMC'),
  'ntp-servers': none('set in the platform settings policy of the FMC'),
  'config-archive': none('the FMC keeps its own deployment history'),
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
