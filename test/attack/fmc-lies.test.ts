/** An FMC whose answers are well-formed and false: of another device, twice, without what tells an object from others. */
import { TunnelInterface } from 'tunnelwright';
import type { JsonObject } from '../../lib/kernel/json';
import type { FmcClient } from '../../lib/platforms/fmc/client/client';
import { readPending } from '../../lib/platforms/fmc/deploy/pending';
import type { Manifest } from '../../lib/run/manifest';
import { apply, left, plan, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { fmc, manifestOf } from '../support/scenario';
import { scenario as levelOne } from '../scenarios/008-fmc-level-1/network';
import * as https from './support/hostile-https';
import { httpsSettings, restObject, suffer, type Harm } from './support/victim';

const said = ({ problems }: Harm): string => problems.map(({ message }) => message).join('\n');
const hosts = [restObject('network-object', 'hosts', 'object/hosts', 'mumbai')];
const id = (n: number): string => `0050568A-4D2B-0ed3-0000-00000000000${n}`;
const list = (...items: readonly object[]) => ({ items, paging: { count: items.length } });

const read = async (body: unknown): Promise<Harm> => {
  const empty = https.json({ paging: { count: 0 } });
  const server = await https.startHostileHttps([
    https.fmcLogin(),
    [/^GET .*\/object\/hosts/, https.json(body)],
    [/^GET /, empty],
  ]);
  try {
    return await suffer({ platform: 'fmc', settings: httpsSettings(server), scope: hosts });
  } finally {
    await server.close();
  }
};

describe('an object of the FMC', () => {
  test('that is there once is read', async () => {
    expect((await read(list({ id: id(1), name: 'mumbai', type: 'Host' }))).live).toEqual(['hosts:mumbai']);
  });
  test('of which there are two by one name is not guessed at', async () => {
    const harm = await read(list({ id: id(1), name: 'mumbai' }, { id: id(2), name: 'mumbai' }));
    expect(said(harm)).toContain('lists two of this name in object/hosts: which one is meant cannot be known');
    expect(harm.live).toBeUndefined();
  });
  test('without an id is not believed', async () => {
    const harm = await read(list({ name: 'mumbai', type: 'Host' }));
    expect(said(harm)).toContain('the id of one of its items is not a UUID');
    expect(harm.live).toBeUndefined();
  });
  test('with words of an error beside it is not believed', async () => {
    const error = { messages: [{ description: 'Internal error.' }] };
    const harm = await read({ ...list({ id: id(1), name: 'mumbai' }), error });
    expect(said(harm)).toContain('Internal error.');
    expect(harm.live).toBeUndefined();
  });
});

describe('what is pending', () => {
  const pending = (device: object, ...changes: readonly object[]) => {
    const all = (path: string) => (path.endsWith('/pendingchanges') ? changes : [device]);
    const client = { list: async (path: string) => all(path) as readonly JsonObject[] };
    return readPending(client as FmcClient, new Set(['pair']));
  };
  test.each([{}, { device: null }, { device: {} }, { device: { id: '../x' } }])('of %j is refused', async (more) => {
    await expect(pending({ name: 'pair', ...more })).rejects.toThrow(
      /lists pair as a device to deploy to, and does not/,
    );
  });
  test('by one user, said as a word, is of that user', async () => {
    const device = { name: 'pair', device: { id: id(1) } };
    const [found] = await pending(device, { entityUUID: id(2), lastUpdatedByUsers: 'other' });
    expect(found?.changes[0]?.users).toEqual(['other']);
  });
});

describe('a deployment is believed when nothing of it is pending any more', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig();
  });
  afterEach(() => rig.close());
  const tunnel: Manifest = manifestOf((stack) => {
    const pair = fmc(stack).ftd('mumbai-pair');
    const address = '10.70.0.1/30';
    new TunnelInterface(pair, 'vti', { name: 'Tunnel7', ifname: 'far', address, source: 'outside' });
  });
  const other = { target: { id: id(9), name: 'other' }, status: 'SUCCEEDED' };

  test.each<[string, object]>([
    ['succeeded on another device', { status: 'SUCCEEDED', subTasks: [other] }],
    ['succeeded on none', { status: 'SUCCEEDED', subTasks: [] }],
    ['ended in a word that nobody knows', { status: 'SKIPPED' }],
  ])('a task that %s', async (_how, body) => {
    const match = /deploymentrequests|taskstatuses/;
    match.test = (line) => /^(POST deployment\/deploymentrequests|GET job\/taskstatuses)/.test(line);
    rig.fmc.faults.status = { match, code: 200, body: { metadata: { task: { id: 'made-up' } }, ...body }, times: 2 };
    const ended = await apply(rig, tunnel);
    expect(states(ended)).toEqual({ fmc: 'failed' });
    expect(words(ended)).toMatch(
      /deployment to mumbai-pair: the FMC calls it \w+, and still lists as pending: VTIInterface Tunnel7 by api/,
    );
    expect(states(await apply(rig, tunnel))).toEqual({ fmc: 'applied' });
    expect(left(await plan(rig, tunnel))).toEqual([]);
  });
});

describe('members of another shape than they have', () => {
  test('the policies of a device', async () => {
    const strange = [null, 'x', { policy: null, upToDate: false, modifiedUserInfoList: 'ravi' }];
    for (const policyStatusList of [strange, 'none', 7, null]) {
      const device = {
        name: 'pair',
        device: { id: id(1) },
        policyStatusList,
        groupDependencyDetails: policyStatusList,
      };
      const client = { list: async (path: string) => (path.endsWith('/pendingchanges') ? [] : [device]) };
      const [found] = await readPending(client as never, new Set(['pair']), true);
      expect(found!.policies.dirty.every(({ users }) => users.length === 0)).toBe(true);
    }
  });
  test('settings that stand in a topology, with members that are none', async () => {
    const rig = await startRig();
    try {
      const manifest = manifestOf((stack) => levelOne.declare(stack, 'whole'));
      Object.assign(process.env, levelOne.secrets);
      expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
      rig.fmc.faults.rewrite = (request, answer) => {
        const { items } = (answer.body ?? {}) as { readonly items?: readonly JsonObject[] };
        if (!/^GET policy\/ftds2svpns\?/.test(request) || items === undefined) return answer;
        const shown = items.map((one) => {
          const { ipsecSettings } = one as { readonly ipsecSettings: JsonObject };
          return { ...one, ipsecSettings: { ...ipsecSettings, tfcPackets: 'none', cryptoMapType: null } };
        });
        return { ...answer, body: { ...(answer.body as JsonObject), items: shown } };
      };
      // What is no word means what is there without one; nothing breaks.
      expect(states(await plan(rig, manifest))).toEqual({ fmc: 'planned' });
    } finally {
      await rig.close();
    }
  });
});
