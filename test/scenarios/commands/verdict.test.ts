import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IosXeRouter } from 'tunnelwright';
import { IkeV2Keyring, IkeV2Proposal, Rules, Secret } from 'tunnelwright';
import { lintCommand } from '../../../lib/cli/commands/lint';
import { readManifests, type Manifest } from '../../../lib/run/manifest';
import { expectNoStack, tw } from '../../support/command';
import { program } from '../../support/programs';
import { startRig, type Rig } from '../../support/rig';
import { edge, manifestOf } from '../../support/scenario';

let rig: Rig;
beforeAll(async () => {
  process.env['PSK'] = 'a-key-of-the-lab';
  rig = await startRig();
});
afterAll(() => rig.close());

const room = (): string => mkdtempSync(join(rig.room, 'p-'));
const waived =
  'waived TW-IKE-005 [net/edge/ring] the peer all is every address, so all peers share one key (until 2099-12-31: the lab has one key)';

test('synth and plan show what is waived with its day and its reason; an ended waiver stops them', async () => {
  const waive = (rule: string): string =>
    `tw.Rules.waive(edge.node.findChild('ring'), '${rule}', { reason: 'the lab has one key', until: '2099-12-31' });`;
  const main = program(
    { ...rig, room: room() },
    [
      "new tw.IkeV2Keyring(edge, 'ring', { peers: [{ name: 'all', address: '0.0.0.0/0', key: tw.Secret.fromEnv('PSK') }] });",
      ...['TW-IKE-005', 'TW-REF-003', 'TW-PKI-002'].map(waive),
    ].join('\n'),
  );
  const out = room();
  const synth = await tw(rig, ['synth', '--app', main, '--out', out]);
  const file = join(out, 'stacks/net/tunnelwright.json');
  expect([synth.code, synth.err, existsSync(file)]).toEqual([0, '', true]);
  const plan = await tw(rig, ['plan', '--target', 'edge', '--manifest', file]);
  expect([plan.code, plan.out]).toEqual([2, expect.stringMatching(/\+ crypto ikev2 keyring ring/)]);
  for (const ran of [synth, plan]) {
    expect(ran.out).toContain(waived);
    // The waiver of TW-PKI-002 waives nothing.
    expect(ran.out).toContain('! rules: 1 warning; to see it: tunnelwright lint');
    expectNoStack(ran);
  }

  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const { findings, waivers } = manifest.lint!;
  const ended = waivers.map((each) => ({ ...each, until: '2026-01-31' }));
  writeFileSync(file, JSON.stringify({ ...manifest, lint: { findings, waivers: ended } }));
  // Nobody is asked: a router that is away would be told of otherwise.
  rig.edge.faults.refuseConnections = true;
  const late = await tw(rig, ['plan', '--target', 'edge', '--manifest', file]);
  rig.edge.faults = {};
  expect([late.code, late.out, late.err]).toEqual([
    1,
    '',
    expect.stringMatching(/^[^]*\[net\/edge\/ring\] the peer all is every address(?![^]*connecting)/),
  ]);
  expectNoStack(late);
  expect(await lint(readManifests(file)[0]!)).toEqual([
    1,
    expect.stringContaining('TW-WAIVER-002  the waiver of TW-IKE-005 ended on 2026-01-31 (the lab has one key)'),
  ]);
});

/** What lint prints of a manifest, and its exit code. */
const lint = async (manifest: Manifest): Promise<readonly [code: number, out: string]> => {
  const out: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    return [await lintCommand([], { manifest: rig.save(manifest) }), out.join('')];
  } finally {
    stdout.mockRestore();
  }
};

const wildcard = (router: IosXeRouter): IkeV2Keyring =>
  new IkeV2Keyring(router, 'ring', { peers: [{ name: 'all', address: '0.0.0.0/0', key: Secret.fromEnv('PSK') }] });
const alone = (router: IosXeRouter): IkeV2Proposal =>
  new IkeV2Proposal(router, 'alone', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
const waive = (what: IkeV2Proposal | IosXeRouter, rule: string): void =>
  Rules.waive(what, rule, { reason: 'the lab', until: '2099-12-31' });

test.each([
  ['2 where there is a warning', alone, 2, /0 errors, 1 warning, 0 notes, 0 waived/],
  ['0 where all is waived', (router: IosXeRouter) => waive(alone(router), 'TW-REF-003'), 0, /No findings, 1 waived\./],
  [
    '2 where a waiver waives nothing',
    (router: IosXeRouter) => waive(router, 'TW-PKI-002'),
    2,
    /TW-WAIVER-001 {2}the waiver of TW-PKI-002 waives nothing: the rule finds nothing here/,
  ],
  ['0 where there is nothing', () => undefined, 0, /^No findings\.\n$/],
] as const)('lint ends with %s', async (_name, declare, code, says) => {
  expect(await lint(manifestOf((stack) => void declare(edge(stack))))).toEqual([code, expect.stringMatching(says)]);
});

test('lint ends with 1 where there is an error, also when its waiver has ended', async () => {
  const manifest = manifestOf((stack) => {
    const router = edge(stack);
    wildcard(router);
    waive(router, 'TW-IKE-005');
  });
  const { findings, waivers } = manifest.lint!;
  expect((await lint(manifest))[0]).toBe(2);
  expect((await lint({ ...manifest, lint: { findings, waivers: [] } }))[0]).toBe(1);
  const ended = waivers.map((each) => ({ ...each, until: '2026-01-31' }));
  expect((await lint({ ...manifest, lint: { findings, waivers: ended } }))[0]).toBe(1);
});
