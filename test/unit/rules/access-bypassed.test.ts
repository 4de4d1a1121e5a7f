import {
  AccessPolicy,
  AccessRule,
  Fmc,
  IkeV2Policy,
  IpsecTransformSet,
  Login,
  Secret,
  SecurityZone,
  TunnelInterface,
  VpnTopology,
} from 'tunnelwright';
import { findingsIn } from '../../support/rule-example';

/** A tunnel in a zone, a rule for what comes out of it and one for what goes into it. */
const found = (bypassAccessControl: boolean): readonly string[] =>
  findingsIn((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const zone = new SecurityZone(fmc, 'vpn-zone', {});
    new TunnelInterface(fmc.ftd('pune'), 'Tunnel1', {
      ...{ ifname: 'mumbai', address: '10.58.1.1/30', source: 'outside', zone },
    });
    const policy = AccessPolicy.fromExisting(fmc, 'policy', 'edge-access');
    new AccessRule(fmc, 'in', { policy, action: 'allow', sourceZones: [zone] });
    new AccessRule(fmc, 'out', { policy, action: 'allow', destinationZones: [zone] });
    new VpnTopology(fmc, 'pune-vpn', {
      ikev2Policies: [IkeV2Policy.fromExisting(fmc, 'ike', 'IKE')],
      authentication: { method: 'pre-share', key: Secret.fromEnv('KEY') },
      ipsecProposals: [IpsecTransformSet.fromExisting(fmc, 'esp', 'ESP')],
      bypassAccessControl,
    });
  })
    .filter(({ rule }) => rule === 'TW-FMC-008')
    .map(({ path, message }) => `${path} ${message}`);

test('a rule that allows what goes past access control anyhow is said to have no effect, that of the other way is not', () => {
  expect(found(true)).toEqual([
    'net/fmc/in is about what comes from vpn-zone, the zone of a tunnel, and net/fmc/pune-vpn says bypassAccessControl: true: no rule is asked',
  ]);
  expect(found(false)).toEqual([]);
});
