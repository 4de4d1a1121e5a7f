import { Construct } from 'constructs';
import { App, DuoProxy, IosXeRouter, Login, PrimaryAuth, RadiusServer, Secret, VpnStack } from 'tunnelwright';
import type { Target } from '../../../lib/model/network';
import type { SecretRef } from '../../../lib/model/secret';
import { propsReader } from '../../../lib/synth/declaration';
import { withNeeds } from '../../../lib/synth/target-dependencies';
import { duoProxyHost, problemsIn } from '../../support/scenario';

const router = (stack: Construct, id: string): IosXeRouter =>
  new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('EDGE') });
const radius = (on: IosXeRouter, key: SecretRef = Secret.fromEnv('KEY')): RadiusServer =>
  new RadiusServer(on, 'radius', { address: '192.0.2.9', key });

test('what is added as a dependency on another device makes that device come first, and says why', () => {
  const stack = new VpnStack(new App(), 'net');
  const [one, two] = [router(stack, 'one'), router(stack, 'two')];
  radius(one).node.addDependency(radius(two));
  expect(stack.problems).toEqual([]);
  expect(stack.manifest.targets.map(({ id, needs }) => [id, needs])).toEqual([
    ['one', [{ target: 'two', why: 'net/one/radius refers to net/two/radius' }]],
    ['two', undefined],
  ]);
});

test('devices that need one another in a circle are a mistake', () => {
  expect(
    problemsIn((stack) => {
      const [one, two] = [router(stack, 'one'), router(stack, 'two')];
      radius(one).node.addDependency(two);
      radius(two).node.addDependency(one);
    }),
  ).toEqual([
    'net/one each of one, two needs the next and the last needs the first: net/one/radius refers to net/two; net/two/radius refers to net/one → take one of these references out: a value can be written in both places instead',
  ]);
});

test('a secret that no device of the stack makes is a mistake', () => {
  const made: SecretRef = {
    secret: 'made',
    target: 'net/duo',
    address: 'duo-radius-application/vpn',
    field: 'secretKey',
  };
  expect(problemsIn((stack) => void radius(router(stack, 'one'), made))).toEqual([
    'net/one takes secretKey of duo-radius-application/vpn from net/duo, which is not a device of this stack → declare the device that makes it in the same stack',
  ]);
});

test('what waits for a proxy waits for its host, and what stands in a group waits with it', () => {
  const stack = new VpnStack(new App(), 'net');
  const site = new Construct(stack, 'site');
  const one = router(site, 'one');
  radius(one);
  const duo = new DuoProxy(stack, 'mfa', {
    hosts: [duoProxyHost(stack)],
    application: { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: Secret.fromEnv('SKEY'), apiHost: 'api-1.duosecurity.com' },
    primary: PrimaryAuth.radius(['192.0.2.9'], Secret.fromEnv('KEY')),
  });
  site.node.addDependency(duo);
  expect(stack.manifest.targets.map(({ id, needs }) => [id, needs?.map(({ target }) => target)])).toEqual([
    ['site-one', ['duo']],
    ['duo', undefined],
  ]);
});

test('which device a reference leads to is looked up, not searched', () => {
  const asked = (count: number): number => {
    const stack = new Construct(new App(), 'net');
    let reads = 0;
    const homes = Array.from({ length: count }, (_, n) => {
      const construct = router(stack, `r${n}`);
      const target = {
        id: `r${n}`,
        platform: 'iosxe' as const,
        path: `net/r${n}`,
        settings: { release: '17.9' } as Target['settings'],
        resources: [],
      };
      if (n > 0) construct.node.addDependency(stack.node.children[n - 1]!);
      return {
        target,
        constructs: [construct],
        get construct() {
          reads++;
          return construct;
        },
      };
    });
    expect(withNeeds(homes, propsReader()).targets.flatMap(({ needs }) => needs)).toHaveLength(count - 1);
    return reads;
  };
  expect(asked(200) / asked(50)).toBeLessThan(4.4);
});
