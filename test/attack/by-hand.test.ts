import { CertTrustpoint, InterfaceLines, LoopbackInterface, type AsaFirewall, type VpnStack } from 'tunnelwright';
import { plain, showPlan } from '../../lib/plan/show';
import { placesOf } from '../../lib/lab/world/places';
import { routerBefore } from '../../lib/lab/world/initial-config';
import { titled } from '../../lib/cli/output/report';
import type { TargetResult } from '../../lib/run/target-result';
import { actions, apply, drift, left, plan, states, verify, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { edge, manifestOf } from '../support/scenario';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';

/**
 * A mesh of a router, an ASA and a firewall pair, on the router a loopback and a line on an interface of others, and on the
 * ASA a trustpoint.
 */
const declare = (stack: VpnStack): void => {
  mesh.declare(stack, 'whole');
  const router = stack.node.findChild('edge') as ReturnType<typeof edge>;
  new LoopbackInterface(router, 'Loopback7', { address: '10.59.0.1/32' });
  new InterfaceLines(router, 'GigabitEthernet0/1', { ipv6Enable: true });
  const asa = stack.node.findChild('asa') as AsaFirewall;
  new CertTrustpoint(asa, 'TP-PORTAL', { enrollment: { type: 'terminal' }, subjectName: 'CN=asa.example.net' });
};

const shown = (all: readonly TargetResult[], target: string, wording: 'plan' | 'drift'): readonly string[] =>
  all
    .filter((ended) => ended.work.target.id === target)
    .flatMap((ended) =>
      ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: false, undo: false, wording }),
    )
    .filter((line) => /^ +[-+] /.test(line) || /not ours/.test(line))
    .map((line) => line.trim());

let rig: Rig;
const manifest = () => manifestOf(declare);
beforeAll(async () => {
  Object.assign(process.env, mesh.secrets);
  rig = await startRig({ fmc: { deployMs: 0 } });
  const ended = await apply(rig, manifest());
  expect([states(ended), words(ended)]).toEqual([{ asa: 'applied', edge: 'applied', fmc: 'applied' }, '']);
  expect(left(await plan(rig, manifest()))).toEqual([]);
});
afterAll(() => rig.close());

/** What is typed by hand below an interface that we created, and how a plan takes it away. */
const typed: readonly (readonly [
  device: 'edge' | 'asa',
  block: string,
  line: string,
  undo: string,
  address: string,
])[] = [
  ['edge', 'interface Tunnel100', 'shutdown', 'no shutdown', 'tunnel-interface/Tunnel100'],
  ['edge', 'interface Tunnel100', 'ip mtu 1300', 'no ip mtu 1300', 'tunnel-interface/Tunnel100'],
  ['edge', 'interface Tunnel101', 'description by hand', 'no description by hand', 'tunnel-interface/Tunnel101'],
  ['edge', 'interface Tunnel101', 'no ip redirects', 'ip redirects', 'tunnel-interface/Tunnel101'],
  ['edge', 'interface Loopback7', 'shutdown', 'no shutdown', 'loopback-interface/Loopback7'],
  ['edge', 'interface Loopback7', 'description by hand', 'no description by hand', 'loopback-interface/Loopback7'],
  ['asa', 'interface Tunnel100', 'shutdown', 'no shutdown', 'tunnel-interface/Tunnel100'],
  ['asa', 'interface Tunnel102', 'description by hand', 'no description by hand', 'tunnel-interface/Tunnel102'],
  [
    'asa',
    'crypto ca trustpoint TP-PORTAL',
    'revocation-check none',
    'no revocation-check none',
    'cert-trustpoint/TP-PORTAL',
  ],
  [
    'asa',
    'crypto ca trustpoint TP-PORTAL',
    'fqdn other.example.net',
    'no fqdn other.example.net',
    'cert-trustpoint/TP-PORTAL',
  ],
];

test.each(typed)('%s: `%s / %s` is drift, and `%s` is planned', async (device, block, line, undo, address) => {
  expect(rig[device].type(block, line)).toEqual([]);
  const drifted = await drift(rig, manifest());
  expect(actions(drifted)).toEqual([`${device} update ${address}`]);
  expect(shown(drifted, device, 'drift')).toContain(`+ ${line}`);
  const planned = await plan(rig, manifest(), { target: device });
  expect(actions(planned)).toEqual([`${device} update ${address}`]);
  expect(shown(planned, device, 'plan')).toContain(`- ${line}`);
  const change = planned.flatMap((ended) => ended.plan!.changes).find(({ action }) => action === 'update')!;
  expect((change.steps[0] as { lines: string[] }).lines).toEqual([block, ` ${undo}`, ' exit']);
  expect((change.undo[0] as { lines: string[] }).lines).toEqual([block, ` ${line}`, ' exit']);
  expect(words(await apply(rig, manifest(), { target: device }))).toBe('');
  expect(rig[device].runningConfig()).not.toContain(` ${line}\n`);
  expect(left(await plan(rig, manifest(), { target: device }))).toEqual([]);
});

test('a line on an interface that we did not create stays, and is called unmanaged', async () => {
  expect(rig.edge.type('interface GigabitEthernet0/1', 'description by hand')).toEqual([]);
  const planned = await plan(rig, manifest());
  expect(left(planned)).toEqual([]);
  expect(shown(planned, 'edge', 'plan').join('\n')).toContain('not ours, stays: description by hand');
});

test('a key pair in a trustpoint, which an import by hand brings, stays', async () => {
  expect(rig.asa.type('crypto ca trustpoint TP-PORTAL', 'keypair KP-BY-HAND')).toEqual([]);
  expect(left(await plan(rig, manifest(), { target: 'asa' }))).toEqual([]);
});

test('a line that the device adds by itself while we type is not drift, then or later', async () => {
  const fresh = await startRig();
  try {
    let added = false;
    const line = {
      test: (text: string) => {
        if (/^ ?tunnel protection/.test(text) && !added) {
          added = true;
          fresh.edge.type('interface Tunnel100', 'ip mtu 1400');
        }
        return false;
      },
    };
    fresh.edge.faults.refuse = { line: line as never, words: '' };
    const only = { target: 'edge' };
    expect(words(await apply(fresh, manifest(), only))).toBe('');
    expect(fresh.edge.runningConfig()).toContain(' ip mtu 1400\n');
    expect(left(await plan(fresh, manifest(), only))).toEqual([]);
    fresh.edge.type('interface Tunnel100', 'ip mtu 1350');
    expect(actions(await plan(fresh, manifest(), only))).toEqual(['edge update tunnel-interface/Tunnel100']);
  } finally {
    await fresh.close();
  }
});

describe('verify says why a tunnel is down', () => {
  const why = async (target: 'edge' | 'asa', name: string): Promise<string> => {
    const all = await verify(rig, manifest(), { target });
    const { up, detail } = all.flatMap(({ tunnels }) => tunnels).find((tunnel) => tunnel.name === name)!;
    return `${up ? 'up' : 'DOWN'} ${detail}`;
  };

  test('when it was shut down, on a router and on an ASA', async () => {
    expect(await why('edge', 'Tunnel100')).toBe('up UP-ACTIVE');
    for (const target of ['edge', 'asa'] as const) {
      rig[target].type('interface Tunnel100', 'shutdown');
      expect(await why(target, 'Tunnel100')).toBe('DOWN administratively down');
      rig[target].type('interface Tunnel100', 'no shutdown');
    }
  });
  test('when nothing is negotiated, with whom', async () => {
    rig.asa.type('interface Tunnel100', 'tunnel destination 192.0.2.77');
    expect(await why('asa', 'Tunnel100')).toBe(
      'DOWN no IKEv2 SA with 192.0.2.77: Maximum number of retransmissions reached (the peer does not answer)',
    );
    expect(await why('edge', 'Tunnel100')).toBe(
      'DOWN line protocol down: no IKE SA with 198.51.100.30; IKEv2 errors of the device: Maximum number of retransmissions reached (the peer does not answer)',
    );
    expect(words(await apply(rig, manifest(), { target: 'asa' }))).toBe('');
  });
});

describe("aaaNewModel: 'on'", () => {
  const spoke = manifestOf((stack) => {
    new LoopbackInterface(edge(stack, { aaaNewModel: 'on' }), 'Loopback7', { address: '10.59.0.1/32' });
  });
  test('is so on the device that a rehearsal starts', () => {
    const [place] = placesOf(spoke.targets);
    expect(routerBefore(place!).config).toContain('\naaa new-model\n');
    expect(routerBefore({ ...place!, aaaNewModel: undefined }).config).toContain('\nno aaa new-model\n');
  });
  const said =
    "[edge] aaaNewModel: 'on' is declared, and the device says `no aaa new-model`\n    → leave aaaNewModel out, so that the VPN writes it with a way in, or turn it on by hand, with a login list first";
  test('is checked on the device, and nothing is applied where it is not so', async () => {
    const fresh = await startRig();
    try {
      const before = fresh.edge.runningConfig();
      expect(before).not.toMatch(/^aaa new-model$/m);
      const refused = await apply(fresh, spoke);
      expect([states(refused), words(refused)]).toEqual([{ edge: 'failed' }, said]);
      expect(fresh.edge.runningConfig()).toBe(before);
      expect(fresh.edge.type('aaa new-model')).toEqual([]);
      expect(states(await apply(fresh, spoke))).toEqual({ edge: 'applied' });
      fresh.edge.type('no aaa new-model');
      expect(words(await drift(fresh, spoke))).toBe(said);
    } finally {
      await fresh.close();
    }
  });
});
