import { NetworkObject, type VpnStack } from 'tunnelwright';
import type { Answer } from '../../../lib/lab/devices/fmc/answer';
import type { JsonObject } from '../../../lib/kernel/json';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';
import { scenario as levelOne } from '../008-fmc-level-1/network';
import { tunnel } from '../001-certificate-tunnel/network';

/** Answers that an FMC gives in another form than the rest of its interface. */
const only = { target: 'fmc' };
const ours = (): Manifest => manifestOf((stack) => tunnel(stack, 'whole'));
const level = (): Manifest => manifestOf((stack) => levelOne.declare(stack, 'whole'));
const host = (stack: VpnStack, value = '10.9.0.1'): void =>
  void new NetworkObject(fmc(stack), 'h', { name: 'h', value });

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, levelOne.secrets);
  rig = await startRig();
});
afterEach(async () => {
  await rig.close();
  for (const name of Object.keys(levelOne.secrets!)) delete process.env[name];
});
const rewrite = (match: RegExp, change: (body: JsonObject) => JsonObject, times = Infinity): void => {
  let left = times;
  rig.fmc.faults.rewrite = (request: string, answer: Answer): Answer =>
    match.test(request) && answer.status < 300 && left-- > 0
      ? { ...answer, body: change((answer.body ?? {}) as JsonObject) }
      : answer;
};
const requested = (match: RegExp): number =>
  rig.fmc.log.filter(({ method, path }) => match.test(`${method} ${path}`)).length;

test('one creation that is answered by a list', async () => {
  rewrite(/^POST (?!.*bulk=true).*\/endpoints/, (body) => ({ items: [body] }));
  expect(states(await apply(rig, level(), only))).toEqual({ fmc: 'applied' });
  expect(requested(/undefined/)).toBe(0);
  expect(left(await plan(rig, level(), only))).toEqual([]);
});

test('a creation that is answered without an id is looked for', async () => {
  rewrite(/^POST object\/hosts/, ({ id: _id, ...body }) => body);
  expect(states(await apply(rig, manifestOf(host)))).toEqual({ fmc: 'applied' });
});

describe('a list whose count is not what it has', () => {
  const paged = (count: number) => {
    rig.fmc.faults.rewrite = (request: string, answer: Answer): Answer => {
      if (!/^GET object\/(hosts|networkaddresses)\?/.test(request)) return answer;
      const { items = [] } = answer.body as { readonly items?: readonly JsonObject[] };
      const offset = Number(/offset=(\d+)/.exec(request)![1]);
      const next: JsonObject =
        offset + 2 < items.length + offset ? { next: [`https://fmc/x?offset=${offset + 2}&limit=2`] } : {};
      return { status: 200, body: { items: items.slice(0, 2), paging: { offset, limit: 2, count, ...next } } };
    };
  };
  const five = manifestOf((stack) => {
    const center = fmc(stack);
    for (let n = 0; n < 5; n++) new NetworkObject(center, `h${n}`, { name: `h${n}`, value: `10.9.0.${n + 1}` });
  });
  test.each([2, 4, 9])('%d said of 5: the addresses of the next pages lead to all of them', async (count) => {
    expect(states(await apply(rig, five))).toEqual({ fmc: 'applied' });
    paged(count);
    expect(left(await plan(rig, five))).toEqual([]);
  });
});

describe('the login', () => {
  test('that is answered 204 without tokens is asked for again', async () => {
    let empty = 2;
    rig.fmc.faults.rewrite = (request, answer) =>
      /generatetoken/.test(request) && empty-- > 0 ? { status: 204 } : answer;
    expect(states(await apply(rig, manifestOf(host)))).toEqual({ fmc: 'applied' });
    expect(rig.fmc.counters.logins).toBe(3);
  });
  test('is made again when a young token and its refresh are refused', async () => {
    const [first] = await apply(rig, manifestOf(host));
    expect(states([first!])).toEqual({ fmc: 'applied' });
    const before = rig.fmc.counters.logins;
    let kicked = false;
    rig.fmc.faults.rewrite = (request, answer) => {
      if (!kicked && /^GET object\/hosts/.test(request)) kicked = rig.fmc.faults.kick = true;
      return answer;
    };
    const changed = await apply(
      rig,
      manifestOf((stack) => host(stack, '10.9.0.2')),
    );
    expect([states(changed), words(changed)]).toEqual([{ fmc: 'applied' }, '']);
    expect(rig.fmc.counters.logins).toBe(before + 2);
  });
});

test('what the FMC changes by itself is not somebody else’s', async () => {
  rig.fmc.touch({
    collection: 'policy/healthpolicies',
    body: { name: 'Initial_Health_Policy' },
    devices: ['mumbai-pair'],
    user: 'System',
  });
  const ended = await apply(rig, ours(), only);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, expect.not.stringContaining('not ours')]);
});

test('a pair whose health is unknown for a moment is looked at again', async () => {
  rewrite(
    /^GET devicehapairs\/ftddevicehapairs\/[^/?]+$/,
    (body) => {
      const metadata = body['metadata'] as JsonObject;
      const secondary = metadata['secondaryStatus'] as JsonObject;
      return { ...body, metadata: { ...metadata, secondaryStatus: { ...secondary, currentStatus: 'Unknown' } } };
    },
    2,
  );
  const ended = await apply(rig, ours(), only);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
});

describe('what nobody can change there is known before anything is sent', () => {
  const answers = (metadata: JsonObject): void =>
    rewrite(/^GET object\/hosts/, ({ items, ...rest }) => ({
      ...rest,
      ...(items === undefined
        ? {}
        : {
            items: (items as readonly JsonObject[]).map((one) => ({
              ...one,
              metadata: { ...(one['metadata'] as JsonObject), ...metadata },
            })),
          }),
    }));
  test.each<readonly [string, JsonObject, RegExp]>([
    ['read-only', { readOnly: { state: true, reason: 'SYSTEM' } }, /read-only \(SYSTEM\): give yours another name/],
    [
      'of a domain above',
      { domain: { id: '11111111-e0f2-11e3-8169-6d9ed49b625f', name: 'Global', type: 'Domain' } },
      /inherited from the domain Global and cannot be changed here/,
    ],
  ])('%s', async (_what, metadata, says) => {
    expect(states(await apply(rig, manifestOf(host)))).toEqual({ fmc: 'applied' });
    answers(metadata);
    const changed = manifestOf((stack) => host(stack, '10.9.0.2'));
    expect(words(await plan(rig, changed))).toMatch(says);
    const before = requested(/^PUT/);
    expect(states(await apply(rig, changed))).toEqual({ fmc: 'failed' });
    expect(requested(/^PUT/)).toBe(before);
    // What does not differ needs no right to be changed.
    expect(words(await plan(rig, manifestOf(host)))).toBe('');
  });
});

test('a route to which somebody added a network is still ours', async () => {
  expect(states(await apply(rig, level()))).toEqual({ fmc: 'applied' });
  const records = rig.fmc.objects('devices/devicerecords') as readonly { readonly id: string; readonly name: string }[];
  const path = `devices/devicerecords/${records.find(({ name }) => name === 'branch-ftd')!.id}/routing/ipv4staticroutes`;
  const theirs = rig.fmc.touch({
    collection: 'object/networks',
    body: { name: 'a-net', value: '10.83.0.0/16' },
    devices: [],
  });
  const [route] = rig.fmc.objects(path) as readonly {
    readonly id: string;
    readonly selectedNetworks: readonly object[];
  }[];
  rig.fmc.edit(path, route!.id, { selectedNetworks: [{ id: theirs, type: 'Network' }, ...route!.selectedNetworks] });
  expect(actions(await plan(rig, level()))).toEqual([expect.stringMatching(/^fmc update static-route/)]);
});

describe('a deployment whose answer names no task', () => {
  const nameless = (): void => rewrite(/^POST deployment\/deploymentrequests/, ({ metadata: _task, ...body }) => body);
  test('is followed by what is pending', async () => {
    nameless();
    const ended = await apply(rig, ours(), only);
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    expect(requested(/taskstatuses\/undefined/)).toBe(0);
    expect(left(await plan(rig, ours(), only))).toEqual([]);
  });
  test('and that fails is told of', async () => {
    nameless();
    rig.fmc.faults.failDeploy = 'mumbai-pair';
    const ended = await apply(rig, ours(), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/deployment to mumbai-pair: the FMC calls it accepted, and still lists as pending/),
    ]);
  });
});

describe('a deployment request whose answer is lost', () => {
  const match = /^POST deployment\/deploymentrequests/;
  const deployed = async (requests: number): Promise<void> => {
    const ended = await apply(rig, ours(), only);
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    expect(requested(/POST .*deploymentrequests/)).toBe(requests);
    expect(left(await plan(rig, ours(), only))).toEqual([]);
  };
  test('and that was taken is watched, and not sent again', async () => {
    rig.fmc.faults.drop = { match, times: 1, after: true };
    await deployed(1);
  });
  test.each<[string, () => void]>([
    ['whose connection broke', () => (rig.fmc.faults.drop = { match, times: 1 })],
    ['that was answered 503', () => (rig.fmc.faults.status = { match, code: 503, times: 1 })],
  ])('and of which nothing comes is sent again: one %s', async (_title, fault) => {
    fault();
    await deployed(2);
  });
  test('each time: the change stays staged, in the words of the FMC', async () => {
    rig.fmc.faults.status = { match, code: 503, times: Infinity };
    const ended = await apply(rig, ours(), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/deployment to mumbai-pair: the FMC answers 503[^]*the change is staged and not deployed/),
    ]);
    expect(requested(/POST .*deploymentrequests/)).toBe(3);
  });
});

describe('settings of a deployment', () => {
  const withSettings = (settings: object): Manifest => manifestOf((stack) => tunnel(stack, 'whole', {}, settings));
  const warnings = ['Rule 4 is shadowed by rule 2.'];

  test('a warning stops it, with what to write where it may be ignored', async () => {
    rig.fmc.faults.deployWarnings = warnings;
    const ended = await apply(rig, ours(), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/Rule 4 is shadowed by rule 2[^]*→ look at the warning; [^\n]*ignoreWarnings: true/),
    ]);
  });
  test('ignoreWarnings deploys, and shows each', async () => {
    rig.fmc.faults.deployWarnings = warnings;
    const ended = await apply(rig, withSettings({ ignoreWarnings: true }), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'applied' },
      expect.stringContaining('the FMC warns and deploys all the same: Rule 4 is shadowed by rule 2.'),
    ]);
  });
  test('changes are written under a change ticket; readings and deployments are not', async () => {
    const changeTicket = '7b6c1f0e-2d3a-4b5c-8d7e-9f0a1b2c3d4e';
    expect(states(await apply(rig, withSettings({ changeTicket }), only))).toEqual({ fmc: 'applied' });
    const writes = rig.fmc.log.filter(({ method, path }) => method !== 'GET' && path.includes('/domain/'));
    const [deployments, changes] = [true, false].map((is) =>
      writes.filter(({ path }) => path.includes('/deployment/') === is),
    );
    expect(new Set(changes!.map(({ ticket }) => ticket))).toEqual(new Set([changeTicket]));
    expect(deployments!.length).toBeGreaterThan(0);
    expect(deployments!.every(({ ticket }) => ticket === undefined)).toBe(true);
  });
});
