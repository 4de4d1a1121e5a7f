import {
  CertTrustpoint,
  CryptoSuite,
  DynamicAccessPolicy,
  RaVpnPolicy,
  Realm,
  SecurityZone,
  type VpnStack,
} from 'tunnelwright';
import { existing } from '../../../constructs/core/device-object';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { Manifest } from '../../../lib/run/manifest';
import type { ReadTarget } from '../../../lib/run/target-result';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** A dynamic access policy that is there is assigned, and never taken away. */
const policy = (dynamicAccess?: string): Manifest =>
  manifestOf((stack: VpnStack) => {
    const center = fmc(stack);
    new RaVpnPolicy(center, 'RA', {
      transport: 'ipsec-ikev2',
      suite: CryptoSuite.nsa(),
      certificate: CertTrustpoint.fromExisting(center, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(center, 'outside', 'outside-zone')],
      groups: [
        {
          name: 'staff',
          authentication: 'aaa',
          server: Realm.fromExisting(center, 'directory', 'lab.example'),
          dhcpServers: [existing('network-object', 'any-ipv4')],
          group: {},
        },
      ],
      ...(dynamicAccess ? { dynamicAccess: DynamicAccessPolicy.fromExisting(center, 'dap', dynamicAccess) } : {}),
    });
  });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  rig.fmc.touch({ collection: 'object/hosts', body: { name: 'any-ipv4', value: '192.0.2.67' }, devices: [] });
});
afterEach(() => rig.close());

interface Body {
  readonly id: string;
  readonly name: string;
  readonly dapPolicy?: { readonly name: string };
}
const stored = (): Body => (rig.fmc.objects('policy/ravpns') as readonly Body[])[0]!;

test('it is assigned, and what was assigned by hand instead is put back', async () => {
  const manifest = policy('DfltAccessPolicy');
  const first = await apply(rig, manifest);
  expect([states(first), words(first)]).toEqual([{ fmc: 'applied' }, '']);
  expect(stored().dapPolicy?.name).toBe('DfltAccessPolicy');
  const id = rig.fmc.touch({ collection: 'policy/dynamicaccesspolicies', body: { name: 'POSTURE' }, devices: [] });
  rig.fmc.edit('policy/ravpns', stored().id, { dapPolicy: { id } });
  expect(stored().dapPolicy?.name).toBe('POSTURE');
  expect(actions(await plan(rig, manifest))).toEqual(['fmc update ra-vpn-policy/RA']);
  await apply(rig, manifest);
  expect(stored().dapPolicy?.name).toBe('DfltAccessPolicy');
  expect(left(await plan(rig, manifest))).toEqual([]);
});

test('one that no program names stays, and is shown', async () => {
  await apply(rig, policy('DfltAccessPolicy'));
  const [ended] = await plan(rig, policy());
  expect(actions([ended!])).toEqual([]);
  expect(showPlan(titled(ended as ReadTarget), plain, { steps: false, undo: false }).join('\n')).toContain(
    'not ours, stays: dapPolicy: name DfltAccessPolicy',
  );
  await apply(rig, policy());
  expect(stored().dapPolicy?.name).toBe('DfltAccessPolicy');
});

test('one that is not there is said, and nothing is changed', async () => {
  expect(words(await plan(rig, policy('POSTURE')))).toContain(
    'refers to dynamic access policy POSTURE, which is not on fmc',
  );
});
