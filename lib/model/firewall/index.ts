import { aaaServer } from './aaa-server';
import { asaGroupPolicy } from './asa-group-policy';
import { cryptoMap } from './crypto-map';
import { cryptoMapEntry } from './crypto-map-entry';
import { dynamicMap } from './dynamic-map';
import { ikev2Enable } from './ikev2-enable';
import { ikev2RemoteAccess } from './ikev2-remote-access';
import { natExemption } from './nat-exemption';
import { tunnelGroup } from './tunnel-group';
import { tunnelGroupMap } from './tunnel-group-map';
import { webvpn } from './webvpn';

/** What a firewall with a command line (ASA) holds besides. */
export const firewallNouns = {
  'aaa-server': aaaServer,
  'asa-group-policy': asaGroupPolicy,
  'dynamic-map': dynamicMap,
  'crypto-map-entry': cryptoMapEntry,
  'crypto-map': cryptoMap,
  'tunnel-group': tunnelGroup,
  'tunnel-group-map': tunnelGroupMap,
  'ikev2-enable': ikev2Enable,
  'ikev2-remote-access': ikev2RemoteAccess,
  'nat-exemption': natExemption,
  webvpn,
} as const;
