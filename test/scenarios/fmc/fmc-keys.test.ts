import { IkeV2Policy, IkeV2Proposal, IpsecTransformSet, Secret, VpnTopology, type VpnStack } from 'tunnelwright';
import { photo, touched } from '../../support/devices';
import { apply, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

const manifest = manifestOf((stack: VpnStack) => {
  const center = fmc(stack);
  const proposal = new IkeV2Proposal(center, 's', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  const policy = new IkeV2Policy(center, 'p', { proposals: [proposal], priority: 5 });
  const set = new IpsecTransformSet(center, 'gcm', { encryption: 'aes-gcm-256' });
  new VpnTopology(center, 'branches', {
    ikev2Policies: [policy],
    ipsecProposals: [set],
    authentication: { method: 'pre-share', key: Secret.fromEnv('LONG_KEY') },
  });
});

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(async () => {
  delete process.env['LONG_KEY'];
  await rig.close();
});

test.each([
  ['k'.repeat(128), 'the pre-shared key has 128 characters, and at most 127 are taken'],
  ['two words', 'the pre-shared key holds a blank or a character that is not ASCII'],
  ['schlüssel', 'the pre-shared key holds a blank or a character that is not ASCII'],
])('a key that the FMC or its firewalls would refuse (%s) is refused before anything is sent', async (key, message) => {
  process.env['LONG_KEY'] = key;
  const boot = photo(rig);
  const ended = await apply(rig, manifest);
  expect(words(ended)).toContain(`nothing was changed: ${message}`);
  expect(words(ended)).not.toContain(key);
  expect(Object.values(states(ended))).not.toContain('applied');
  expect(rig.fmc.log.filter(({ method }) => method !== 'GET').every(({ path }) => path.includes('/auth/'))).toBe(true);
  expect(touched(boot, photo(rig))).toEqual([]);
});

test('one of 127 characters is taken', async () => {
  process.env['LONG_KEY'] = 'k'.repeat(127);
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
});
