import { existing } from '../../../constructs/core/device-object';
import { Construct } from 'constructs';
import { App, IkeV2Policy, IkeV2Proposal, IosXeRouter, Login, VpnStack } from 'tunnelwright';
import { problemsIn } from '../../support/scenario';

const router = (stack: Construct, id: string): IosXeRouter =>
  new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('EDGE') });
const proposal = (on: Construct, id = 'strong'): IkeV2Proposal =>
  new IkeV2Proposal(on, id, { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
const words =
  'net/one/policy references the IKEv2 proposal strong of net/two/strong, which is on net/two; references must stay on one device (net/one) → give one that is on net/one, or a fromExisting handle for one that is there already';

test('a construct of another device is refused, though this one has one of the same name', () => {
  expect(
    problemsIn((stack) => {
      const [one, two] = [router(stack, 'one'), router(stack, 'two')];
      proposal(one);
      new IkeV2Policy(one, 'policy', { proposals: [proposal(two)] });
    }),
  ).toEqual([words]);
});

test('its reference is refused as well, and each is named once', () => {
  expect(
    problemsIn((stack) => {
      const [one, two] = [router(stack, 'one'), router(stack, 'two')];
      const other = proposal(two);
      new IkeV2Policy(one, 'policy', { proposals: [other.ref] });
    }),
  ).toEqual([words]);
});

test('a construct of the same device in another module, and one that somebody else owns, are taken', () => {
  expect(
    problemsIn((stack) => {
      const one = router(stack, 'one');
      proposal(router(stack, 'two'));
      const own = proposal(new Construct(one, 'module'));
      new IkeV2Policy(one, 'policy', { proposals: [own, existing('ikev2-proposal', 'theirs')] });
    }),
  ).toEqual([]);
});

test('a construct of another stack is refused', () => {
  const app = new App();
  const [here, there] = [new VpnStack(app, 'here'), new VpnStack(app, 'there')];
  new IkeV2Policy(router(here, 'one'), 'policy', { proposals: [proposal(router(there, 'two'))] });
  expect(here.problems.map(({ code, path }) => [code, path])).toEqual([['ref.elsewhere', 'here/one/policy']]);
});
