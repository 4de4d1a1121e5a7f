/** What a team does at one device, with ledgers in a bucket: one run frozen past its lease, and runs killed. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { figuresOf } from '../attack/support/figures';
import { scenario as keyed } from '../scenarios/002-pre-shared-key/network';
import { armed } from '../support/by-hand';
import { expectNoStack } from '../support/command';
import { startRig, type Rig } from '../support/rig';
import { manifestOf, type Variant } from '../support/scenario';
import { killRuns } from '../support/stores/killed-runs';
import { onLab, shared } from '../support/stores/on-lab';
import { s3Login } from '../support/stores/s3-place';
import { startS3, withS3, type S3Server } from '../support/stores/s3-server';

const kills = Number(process.env['STORE_KILLS'] ?? 3);
const figures = figuresOf('kills-s3');

interface State {
  readonly lease: object;
  readonly ledger?: { readonly entries: readonly { readonly address: string; readonly state: string }[] };
}

withS3('a team with its ledgers in S3', () => {
  let server: S3Server;
  let client: S3Client;
  let rig: Rig;
  let team = 0;
  beforeAll(async () => {
    Object.assign(process.env, keyed.secrets, s3Login);
    server = await startS3();
    client = new S3Client({ endpoint: server.endpoint, forcePathStyle: true });
  });
  afterAll(async () => {
    client?.destroy();
    await server?.stop();
    figures.report();
  });
  beforeEach(async () => {
    rig = await startRig({ fmc: { deployMs: 0 } });
    team += 1;
  });
  afterEach(() => rig.close());

  const at = () => ({ Bucket: 'ledgers', Key: `t${team}/net%2Fedge/state.json` });
  const state = async (): Promise<State> =>
    JSON.parse(await (await client.send(new GetObjectCommand(at()))).Body!.transformToString()) as State;
  const entries = async (): Promise<readonly string[]> =>
    ((await state()).ledger?.entries ?? []).map((entry) => `${entry.address} ${entry.state}`);
  const apply = (variant: Variant, started?: (child: ChildProcess) => void) => {
    const manifest = onLab(
      rig,
      manifestOf((stack) => keyed.declare(stack, variant)),
      'edge',
    );
    const store = `s3://ledgers/t${team}?endpoint=${encodeURIComponent(server.endpoint)}`;
    const words = ['apply', '--manifest', rig.save(manifest), '--yes', '--allow-disruption'];
    return shared(rig, store, words, started === undefined ? {} : { started });
  };
  const allOwned = async (): Promise<void> => {
    const all = await entries();
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((one) => !one.endsWith(' owned'))).toEqual([]);
  };

  test('a run that was frozen past its lease does nothing more on the device when it wakes', async () => {
    let frozen: ChildProcess | undefined;
    const before = rig.edge.runningConfig();
    const late = apply('whole', (child) => {
      frozen = child;
      const timer = setInterval(() => {
        if (rig.edge.runningConfig() === before) return;
        clearInterval(timer);
        child.kill('SIGSTOP');
      }, 2);
    });
    while ((await armed(rig.edge)).length === 0) await pause(20);
    await pause(500);
    const { lease, ...rest } = await state();
    const Body = JSON.stringify({ ...rest, lease: { ...lease, expires: Date.now() - 60_000 } });
    await client.send(new PutObjectCommand({ ...at(), Body }));
    const other = await apply('whole');
    expect(other.out + other.err).toContain('edge: applied');
    const [there, ledger] = [rig.edge.runningConfig(), await entries()];
    frozen!.kill('SIGCONT');
    const woken = await late;
    expect(woken.code).not.toBe(0);
    expect(woken.out + woken.err).toMatch(/this run has lost its lease|connection|not confirmed/i);
    expectNoStack(woken);
    expect(rig.edge.runningConfig()).toBe(there);
    expect(await entries()).toEqual(ledger);
    await allOwned();
    expect(await armed(rig.edge)).toEqual([]);
  });

  test('killed at a random byte, a second run finishes the work', async () => {
    await killRuns({ rig, figures, kills, seed: 20261, apply, entries });
  }, 3_600_000);
});
