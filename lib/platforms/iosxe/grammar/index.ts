import type { CliGrammar } from '../../../desired/cli/grammar';
import { none } from '../../../desired/cli/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { ikev2Keyring, ikev2Policy, ikev2Proposal } from './ikev2';
import { ikev2Profile } from './ikev2-profile';
import { loopbackInterface, staticRoute, tunnelInterface } from './interfaces';
import { ipsecProfile, ipsecTransformSet } from './ipsec';
import { configArchive, ntpServers } from './management';
import { certificateMap, certTrustpoint } from './pki';

/** How IOS-XE writes each noun. A noun that is missing here does not compile. */
export const grammar = {
  'config-archive': configArchive,
  'ntp-servers': ntpServers,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-proposal': ikev2Proposal,
  'ikev2-policy': ikev2Policy,
  'ikev2-keyring': ikev2Keyring,
  'ikev2-profile': ikev2Profile,
  'ipsec-transform-set': ipsecTransformSet,
  'ipsec-profile': ipsecProfile,
  'loopback-interface': loopbackInterface,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  'ftd-device': none('a firewall is managed by an FMC: declare it with fmc.ftd(name)'),
  'network-object': none('IOS-XE has no network objects: write the network itself'),
  'vpn-topology': none('a router has no VPN topologies: write IkeV2Profile, IpsecProfile and TunnelInterface'),
  'vpn-endpoint': none('a router has no VPN endpoints: write TunnelInterface'),
} satisfies { readonly [K in Kind]: CliGrammar<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): CliGrammar<NounOf<K>> =>
  grammar[kind] as unknown as CliGrammar<NounOf<K>>;
