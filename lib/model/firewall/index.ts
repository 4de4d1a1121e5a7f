import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as aaaServer from './aaa-server';
import type * as asaClientAttribute from './asa-client-attribute';
import type * as asaGroupPolicy from './asa-group-policy';
import type * as cryptoMap from './crypto-map';
import type * as cryptoMapEntry from './crypto-map-entry';
import type * as dynamicMap from './dynamic-map';
import type * as ikev2Enable from './ikev2-enable';
import type * as ikev2RemoteAccess from './ikev2-remote-access';
import type * as natExemption from './nat-exemption';
import type * as sslTrustpoint from './ssl-trustpoint';
import type * as tunnelGroup from './tunnel-group';
import type * as tunnelGroupMap from './tunnel-group-map';
import type * as webvpn from './webvpn';

const load = createRequire(__filename);

/** What a firewall with a command line (ASA) holds besides. */
export const firewallNouns = lazily({
  'aaa-server': () => (load('./aaa-server') as typeof aaaServer).aaaServer,
  'asa-client-attribute': () => (load('./asa-client-attribute') as typeof asaClientAttribute).asaClientAttribute,
  'asa-group-policy': () => (load('./asa-group-policy') as typeof asaGroupPolicy).asaGroupPolicy,
  'dynamic-map': () => (load('./dynamic-map') as typeof dynamicMap).dynamicMap,
  'crypto-map-entry': () => (load('./crypto-map-entry') as typeof cryptoMapEntry).cryptoMapEntry,
  'crypto-map': () => (load('./crypto-map') as typeof cryptoMap).cryptoMap,
  'tunnel-group': () => (load('./tunnel-group') as typeof tunnelGroup).tunnelGroup,
  'tunnel-group-map': () => (load('./tunnel-group-map') as typeof tunnelGroupMap).tunnelGroupMap,
  'ikev2-enable': () => (load('./ikev2-enable') as typeof ikev2Enable).ikev2Enable,
  'ikev2-remote-access': () => (load('./ikev2-remote-access') as typeof ikev2RemoteAccess).ikev2RemoteAccess,
  'ssl-trustpoint': () => (load('./ssl-trustpoint') as typeof sslTrustpoint).sslTrustpoint,
  'nat-exemption': () => (load('./nat-exemption') as typeof natExemption).natExemption,
  webvpn: () => (load('./webvpn') as typeof webvpn).webvpn,
});
