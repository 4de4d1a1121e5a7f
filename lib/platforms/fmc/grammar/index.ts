import { embedded, none, type AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { ikev2Policy } from './ikev2-policy';
import { staticRoute, tunnelInterface } from './interfaces';
import { ipsecProposal } from './ipsec-proposal';
import { networkObject } from './objects';
import { certificateMap, certTrustpoint } from './pki';
import { vpnEndpoint, vpnTopology } from './topology';

/** How the FMC writes each noun. A noun that is missing here does not compile. */
export const grammar = {
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
  'ntp-servers': none('set in the platform settings policy of the FMC'),
  'config-archive': none('the FMC keeps its own deployment history'),
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
