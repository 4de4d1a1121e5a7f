/** An FMC, an ISE and a Duo account are reached through the proxy that their targets declare. */
import { planTarget } from '../../../../lib/run/apply';
import type { TargetJob } from '../../../../lib/run/target';
import { startConnectProxy, type ConnectProxy } from '../../../support/connect-proxy';
import { startRig, type Rig } from '../../../support/rig';
import { manifestOf } from '../../../support/scenario';
import { scenario as mesh } from '../../../scenarios/021-mesh-with-an-asa/network';
import { scenario as accounts } from '../../../scenarios/026-ise-and-duo/network';

let rig: Rig;
let proxy: ConnectProxy;
beforeAll(async () => {
  Object.assign(process.env, mesh.secrets, accounts.secrets, { PROXY_PASSWORD: 'over' });
  rig = await startRig({ fmc: { deployMs: 0 } });
  proxy = await startConnectProxy({ login: 'net:over' });
});
afterAll(() => Promise.all([rig.close(), proxy.close()]));

const manifests = {
  mesh: () => manifestOf((s) => mesh.declare(s, 'whole')),
  people: () => manifestOf((s) => accounts.declare(s, 'whole')),
};
const through = (work: TargetJob, password: string): TargetJob => {
  const settings = {
    ...work.target.settings,
    proxy: { host: proxy.host, port: proxy.port, username: 'net', password: { secret: 'env', name: password } },
  };
  return { ...work, target: { ...work.target, settings } as TargetJob['target'] };
};

test.each([
  ['fmc', 'mesh'],
  ['ise', 'people'],
  ['duo', 'people'],
] as const)('%s', async (target, manifest) => {
  const [work] = rig.works(manifests[manifest](), target);
  const plannedAs = async (job: TargetJob) => {
    const { state, problems } = await planTarget(job, { store: rig.store, adopt: false, progress: () => undefined });
    return { state, words: problems.map(({ message }) => message).join() };
  };
  const direct = await plannedAs(work!);
  expect(direct).toEqual({ state: 'planned', words: '' });
  expect(proxy.asked).toEqual([]);
  expect(await plannedAs(through(work!, 'PROXY_PASSWORD'))).toEqual(direct);
  const { port } = work!.target.settings as { readonly port?: number };
  expect([...new Set(proxy.asked.splice(0))]).toContain(`127.0.0.1:${port}`);
  process.env['WRONG'] = 'hunter2';
  const refused = await plannedAs(through(work!, 'WRONG'));
  expect(refused.words).toMatch(/the proxy 127\.0\.0\.1:\d+ answers 407/);
  proxy.asked.splice(0);
});
