import type { z } from 'zod';
import { certTrustpoint } from './cert-trustpoint';
import { certificateMap } from './certificate-map';
import { configArchive } from './config-archive';
import { ftdDevice } from './ftd-device';
import { ikev2Keyring } from './ikev2-keyring';
import { ikev2Policy } from './ikev2-policy';
import { ikev2Profile } from './ikev2-profile';
import { ikev2Proposal } from './ikev2-proposal';
import { ipsecProfile } from './ipsec-profile';
import { ipsecTransformSet } from './ipsec-transform-set';
import { loopbackInterface } from './loopback-interface';
import { networkObject } from './network-object';
import { ntpServers } from './ntp-servers';
import { staticRoute } from './static-route';
import { tunnelInterface } from './tunnel-interface';
import { vpnEndpoint } from './vpn-endpoint';
import { vpnTopology } from './vpn-topology';

/** Every noun there is. A platform's grammar record has exactly these keys: one that forgets a noun does not compile. */
export const nouns = {
  'ftd-device': ftdDevice,
  'config-archive': configArchive,
  'ntp-servers': ntpServers,
  'network-object': networkObject,
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
  'vpn-topology': vpnTopology,
  'vpn-endpoint': vpnEndpoint,
} as const;

export type Kind = keyof typeof nouns;
/** A noun as the platforms read it: checked, defaults filled in, references resolved to names. */
export type NounOf<K extends Kind> = z.output<(typeof nouns)[K]['schema']>;
/** A noun as a user writes it: references are constructs, defaults may be left out. */
export type PropsOf<K extends Kind> = z.input<(typeof nouns)[K]['schema']>;
