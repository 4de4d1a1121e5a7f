/** The ledger of a firewall, a manager and an ISE describes that one, and is refused at another that answers in its place. */
import { askIdentity } from '../../lib/run/ask-device';
import { rebind } from '../../lib/run/ledger/corrections';
import { platformOf } from '../../lib/platforms';
import { apply, plan, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';
import { scenario as accounts } from '../scenarios/026-ise-and-duo/network';

let mine: Rig;
let other: Rig;
const firewalls = () => manifestOf((stack) => mesh.declare(stack, 'whole'));
const people = () => manifestOf((stack) => accounts.declare(stack, 'whole'));
beforeAll(async () => {
  Object.assign(process.env, mesh.secrets, accounts.secrets);
  const serials = { router: { serial: 'FOX-B' }, asa: { serial: 'ASA-B' } };
  [mine, other] = await Promise.all([
    startRig({ fmc: { deployMs: 0 } }),
    startRig({ ...serials, fmc: { deployMs: 0 } }),
  ]);
  expect(states(await apply(mine, firewalls()))).toEqual({ asa: 'applied', edge: 'applied', fmc: 'applied' });
  expect(new Set(Object.values(states(await apply(mine, people()))))).toEqual(new Set(['applied']));
});
afterAll(() => Promise.all([mine, other].map((rig) => rig.close())));

/** The devices of the second rig, with the ledgers of the first and called simulated by the same lab. */
const elsewhere = (): Pick<Rig, 'store' | 'works'> => ({
  store: mine.store,
  works: (...asked) => {
    const [{ lab } = {}] = mine.works(...asked);
    return other.works(...asked).map((work) => ({ ...work, ...(lab === undefined ? {} : { lab }) }));
  },
});

test.each([
  ['edge', /\(serial number LAB\w+, SSH host key \S+, lab .* is another device: \S+ \(serial number FOX-B, SSH/],
  ['asa', /\(serial number LAB\w+, SSH host key \S+, lab .* is another device: \S+ \(serial number ASA-B, SSH/],
  ['fmc', /\(domain \S+, TLS certificate [0-9A-F:]+, lab .* is another device: \S+ \(domain \S+, TLS certificate/],
  ['ise', /\(TLS certificate [0-9A-F:]+, lab .* is another device: \S+ \(TLS certificate/],
])('%s: another one is refused, both are named, and a person can say that it took the place', async (target, says) => {
  const manifest = target === 'ise' ? people() : firewalls();
  const planned = await plan(elsewhere(), manifest, { target });
  expect(states(planned)).toEqual({ [target]: 'failed' });
  expect(words(planned)).toMatch(says);
  expect(words(planned)).toContain(`accept it: tunnelwright state rebind net/${target}`);
  const [work] = elsewhere().works(manifest, target);
  const shown = await askIdentity(work!, { ...elsewhere(), adopt: false, progress: () => undefined });
  await rebind(mine.store, `net/${target}`, shown, platformOf(work!.target.platform).dialect);
  expect(states(await plan(elsewhere(), manifest, { target }))).toEqual({ [target]: 'planned' });
});
