import type { CliGrammar } from '../../../desired/cli/grammar';
import { unsupported, unsupportedExcept } from '../../../desired/unsupported';
import { rawBlock, rawConfig } from '../../../engine/cli/raw-text';
import { syntax } from '../syntax';
import type { Kind, NounOf } from '../../../model/nouns';
import { aaaServer, localUser } from './aaa';
import { accessList } from './access-list';
import { addressPool, ipv6StaticRoute, staticRoute } from './addressing';
import { bgp } from './bgp';
import { asaClientAttribute } from './client-attributes';
import { asaGroupPolicy } from './group-policy';
import { ikev2Enable, ikev2Proposal, ikev2RemoteAccess } from './ikev2';
import { tunnelInterface } from './interfaces';
import { cryptoMap, cryptoMapEntry, dynamicMap, ipsecProfile, ipsecTransformSet } from './ipsec';
import { natExemption } from './nat';
import { networkGroup, networkObject } from './objects';
import { certificateMap, certTrustpoint } from './pki';
import { tunnelGroup, tunnelGroupMap } from './tunnel-groups';
import { ntpServers, sslTrustpoint, webvpn } from './web';

const inTunnelGroup = unsupported('an ASA keeps this in the tunnel group: write TunnelGroup');

/** How an ASA writes each noun. What it shares with routers and managers is named; the rest of those families is not its own. */
export const grammar = {
  ...unsupportedExcept('firewall'),
  'network-object': networkObject,
  'network-group': networkGroup,
  'ntp-servers': ntpServers,
  'local-user': localUser,
  'radius-server': unsupported('on an ASA a server belongs to its group: write AaaServer with hosts'),
  'aaa-server-group': unsupported('on an ASA a group holds its servers: write AaaServer with hosts'),
  'address-pool': addressPool,
  'access-list': accessList,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-proposal': ikev2Proposal,
  'ikev2-policy': unsupported(
    'an IKEv2 policy of an ASA is one proposal and its place: write IkeV2Proposal with a number',
  ),
  'ikev2-keyring': inTunnelGroup,
  'ikev2-profile': inTunnelGroup,
  'ipsec-transform-set': ipsecTransformSet,
  'ipsec-profile': ipsecProfile,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  'ipv6-static-route': ipv6StaticRoute,
  bgp,
  'aaa-server': aaaServer,
  'asa-client-attribute': asaClientAttribute,
  'asa-group-policy': asaGroupPolicy,
  'dynamic-map': dynamicMap,
  'crypto-map-entry': cryptoMapEntry,
  'crypto-map': cryptoMap,
  'tunnel-group': tunnelGroup,
  'tunnel-group-map': tunnelGroupMap,
  'ikev2-enable': ikev2Enable,
  'ikev2-remote-access': ikev2RemoteAccess,
  'ssl-trustpoint': sslTrustpoint,
  'nat-exemption': natExemption,
  webvpn,
  'raw-config': rawConfig(syntax),
  'raw-block': rawBlock(syntax),
} as const;
// A noun that is missing here does not compile.
const complete: { readonly [K in Kind]: object } = grammar;
void complete;

export const grammarOf = <K extends Kind>(kind: K): CliGrammar<NounOf<K>> =>
  grammar[kind] as unknown as CliGrammar<NounOf<K>>;
