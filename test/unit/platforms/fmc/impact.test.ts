import {
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NetworkGroup,
  NetworkObject,
  NetworkObjectOverride,
  Secret,
  VpnEndpoint,
  VpnTopology,
} from 'tunnelwright';
import type { RestObject } from '../../../../lib/desired/rest/object';
import { impact } from '../../../../lib/platforms/fmc/impact';
import { fmc, manifestOf } from '../../../support/scenario';

/** What a hub and two spokes are on the FMC, where a spoke may have its own value of the object that it protects. */
const written = (value: string | undefined): ReadonlyMap<string, RestObject> => {
  const manifest = manifestOf((stack) => {
    const center = fmc(stack);
    const proposal = new IkeV2Proposal(center, 'p', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
    const topology = new VpnTopology(center, 'branches', {
      topology: 'hub-and-spoke',
      routeBased: false,
      ikev2Policies: [new IkeV2Policy(center, 'ike', { proposals: [proposal], priority: 1 })],
      authentication: { method: 'pre-share', key: Secret.fromEnv('BRANCHES') },
      ipsecProposals: [new IpsecTransformSet(center, 'esp', { encryption: 'aes-gcm-256' })],
    });
    const lan = new NetworkObject(center, 'lan', { value: '10.10.0.0/16', overridable: true });
    const unused = new NetworkObject(center, 'unused', { value: '10.11.0.0/16', overridable: true });
    const lans = new NetworkGroup(center, 'lans', { members: [lan] });
    for (const [name, role] of [['mumbai', 'hub'] as const, ['pune', 'spoke'] as const, ['goa', 'spoke'] as const])
      new VpnEndpoint(center, `${name}-end`, {
        topology,
        device: center.ftd(name),
        role,
        interface: 'outside',
        networks: [lans],
      });
    if (value === undefined) return;
    new NetworkObjectOverride(center.ftd('pune'), 'lan', { object: lan, value });
    new NetworkObjectOverride(center.ftd('pune'), 'unused', { object: unused, value });
  });
  const [target] = manifest.targets as unknown as readonly [
    { readonly desired: { readonly items: readonly { readonly address: string; readonly content: RestObject }[] } },
  ];
  return new Map(target.desired.items.map(({ address, content }) => [address, content]));
};

const tunnels = ['branches: mumbai - pune', 'branches: mumbai - goa'];
const sessions = tunnels.map((name) => ({ name, up: true, detail: '' }));
const change = (from: string | undefined, to: string | undefined, object = 'lan') => {
  const [before, after] = [written(from), written(to)];
  const live = new Map([...before.values()].map((content) => [content.identity, content]));
  const at = `network-object-override/${object}/pune`;
  return impact(before.get(at), after.get(at), { live, unfinished: [], warnings: [], sessions });
};

test.each([
  ['made', undefined, '10.30.0.0/16'],
  ['changed', '10.30.0.0/16', '10.31.0.0/16'],
  ['removed', '10.30.0.0/16', undefined],
])('an override that is %s drops the tunnels of its firewall that protect the object', (_what, from, to) => {
  expect(change(from, to)).toEqual({ effect: 'drops now', tunnels: ['branches: mumbai - pune'] });
});

test('one of an object that no tunnel protects drops none', () => {
  expect(change('10.30.0.0/16', '10.31.0.0/16', 'unused')).toBeUndefined();
});
