import {
  AaaServerGroup,
  AccessList,
  type AccessListProps,
  IkeV2AuthorizationPolicy,
  Ipv6AccessList,
  LdapServer,
  NetworkObject,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { photo } from '../../support/devices';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { edge, fmc, manifestOf, problemsIn } from '../../support/scenario';

/* What a device keeps under a name in one form only: said by the plan, never by a refusal in the middle of a change. */

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const standard: AccessListProps = { type: 'standard', entries: [{ action: 'permit', source: '10.0.0.0/8' }] };
const extended: AccessListProps = { entries: [{ action: 'permit', source: '10.0.0.0/8', destination: 'any' }] };

/** Neither plan nor apply goes through; both say this, and nothing is touched. */
const expectSealed = async (declare: (stack: VpnStack) => void, target: string, says: RegExp): Promise<void> => {
  const before = photo(rig);
  for (const run of [plan, apply]) {
    const ended = await run(rig, manifestOf(declare), { target, adopt: true });
    expect([states(ended), words(ended)]).toEqual([{ [target]: 'failed' }, expect.stringMatching(says)]);
  }
  expect(photo(rig)).toEqual(before);
};
const applied = async (declare: (stack: VpnStack) => void, target: string): Promise<void> => {
  expect(states(await apply(rig, manifestOf(declare), { target }))).toEqual({ [target]: 'applied' });
  expect(left(await plan(rig, manifestOf(declare), { target }))).toEqual([]);
};

describe('an access list', () => {
  const split = (name: string, props: AccessListProps) => (stack: VpnStack) => {
    const list = new AccessList(edge(stack), 'split', { name, ...props });
    new IkeV2AuthorizationPolicy(edge0(stack), 'policy', { routeSetAccessList: list });
  };
  const edge0 = (stack: VpnStack) => stack.node.findChild('edge') as ReturnType<typeof edge>;

  test('does not change its type; under another name the new one comes, its user moves, and the old one goes', async () => {
    await applied(split('SPLIT', standard), 'edge');
    await expectSealed(
      split('SPLIT', extended),
      'edge',
      /\[net\/edge\/split\] ip access-list extended SPLIT: `ip access-list standard SPLIT` is there, [^]*give the new one another name/,
    );
    const renamed = manifestOf(split('SPLIT-2', extended));
    expect([...actions(await plan(rig, renamed, { target: 'edge' }))].sort()).toEqual([
      'edge create access-list/SPLIT-2',
      'edge delete access-list/SPLIT',
      'edge update ikev2-authorization-policy/policy',
    ]);
    await applied(split('SPLIT-2', extended), 'edge');
    expect(rig.edge.runningConfig()).not.toContain('standard SPLIT');
  });

  test.each([
    ['ip access-list standard', (stack: VpnStack) => new AccessList(edge(stack), 'L', extended)],
    ['ip access-list extended', (stack: VpnStack) => new AccessList(edge(stack), 'L', standard)],
    ['ipv6 access-list', (stack: VpnStack) => new AccessList(edge(stack), 'L', standard)],
    [
      'ip access-list extended',
      (stack: VpnStack) =>
        new Ipv6AccessList(edge(stack), 'L', { entries: [{ action: 'permit', source: 'any', destination: 'any' }] }),
    ],
  ])('of somebody else, %s, takes the name', async (header, declare) => {
    const six = header.startsWith('ipv6')
      ? 'permit ipv6 any any'
      : header.endsWith('standard')
        ? 'permit any'
        : 'permit ip any any';
    expect(rig.edge.type(`${header} L`, six)).toEqual([]);
    await expectSealed(
      (stack) => void declare(stack),
      'edge',
      new RegExp(`\\[net/edge/L\\] [^]*\`${header} L\` is there`),
    );
  });

  test('and one for IPv6 of the same name are refused by synth', () => {
    expect(
      problemsIn((stack) => {
        const here = edge(stack);
        new AccessList(here, 'four', { name: 'LIST', ...standard });
        new Ipv6AccessList(here, 'six', {
          name: 'LIST',
          entries: [{ action: 'permit', source: 'any', destination: 'any' }],
        });
      }),
    ).toEqual([
      'net/edge/six `ipv6 access-list LIST` cannot be there beside `ip access-list standard LIST`, which net/edge/four writes → give one of them another name',
    ]);
  });
});

test('a group of AAA servers does not change its type', async () => {
  process.env['SEALED_KEY'] = 'Qe5,marble;plinth:7';
  const group = (type: 'radius' | 'ldap') => (stack: VpnStack) => {
    const here = edge(stack);
    const servers =
      type === 'radius'
        ? { privateServers: [{ address: '10.0.0.3', key: Secret.fromEnv('SEALED_KEY') }] }
        : { servers: [new LdapServer(here, 'directory', { address: '10.0.0.4', baseDn: 'dc=example' })] };
    new AaaServerGroup(here, 'AUTH', { type, ...servers });
  };
  await applied(group('radius'), 'edge');
  await expectSealed(group('ldap'), 'edge', /\[net\/edge\/AUTH\] [^]*`aaa group server radius AUTH` is there/);
});

test('a host of an FMC does not become a network, be it ours or another’s', async () => {
  const branch = (name: string, value: string) => (stack: VpnStack) =>
    void new NetworkObject(fmc(stack), name, { value });
  await applied(branch('branch', '10.30.0.1'), 'fmc');
  await expectSealed(
    branch('branch', '10.30.0.0/16'),
    'fmc',
    /\[net\/fmc\/branch\] [^]*it is a Host and cannot become a Network: give the new one another name/,
  );
  await rig.store.write({ ...(await rig.store.read('net/fmc')), entries: [] });
  await expectSealed(branch('branch', '10.30.0.0/16'), 'fmc', /cannot become a Network/);
  await applied(branch('branch-2', '10.30.0.0/16'), 'fmc');
});
