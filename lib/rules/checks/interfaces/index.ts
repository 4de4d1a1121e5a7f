import type { Rule } from '../../engine/rule';
import { flexvpnClient } from './flexvpn-client';
import { incompleteTunnel } from './incomplete-tunnel';
import { packetSize } from './packet-size';
import { sameEnds } from './same-ends';
import { sharedProtection } from './shared-protection';
import { templateAddress } from './template-address';
import { templateProfile } from './template-profile';
import { vrfFamily } from './vrf-family';

export const interfacesRules: readonly Rule[] = [
  templateAddress,
  templateProfile,
  packetSize,
  flexvpnClient,
  sharedProtection,
  vrfFamily,
  sameEnds,
  incompleteTunnel,
];
