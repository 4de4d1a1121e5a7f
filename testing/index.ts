/** What tests of modules use: `import { Testing } from 'tunnelwright/testing'`. It needs no test framework of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, VpnStack } from '../lib/synth/stack';
import type { Problem } from '../lib/kernel/problem';
import { platformOf } from '../lib/platforms';
import { atExit } from '../lib/kernel/at-exit';
import type { LintResult } from '../lib/rules/engine/waiver';

/** What synth writes for one target, without files. */
export interface SynthesisedTarget {
  /** Commands of a router or an ASA, as in `<target>.cfg`; empty for other targets. */
  readonly cfg: string;
  /** Requests to a REST API, as in `<target>.requests.json`; empty for other targets. */
  readonly requests: readonly TargetRequest[];
  /** Every file that a person reads, by its name: `edge.cfg`, `fmc.requests.json`. */
  readonly files: Readonly<Record<string, string>>;
}

/** A request to a REST API. */
export interface TargetRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Simulated devices in the place of those that a stack declares, on this machine only. */
export interface TestLab {
  /** The file for `tunnelwright plan --lab`. It is removed when the lab is closed. */
  readonly file: string;
  /** The running configuration of a router or an ASA. */
  runningConfig(target: string): string;
  /** Stops the devices and removes the files. */
  close(): Promise<void>;
}

const targetOf = (stack: VpnStack, id: string) => {
  const { targets } = stack.manifest;
  const target = targets.find((each) => each.id === id);
  if (target !== undefined) return target;
  const ids = targets.map((each) => each.id).join(', ');
  throw new Error(`${stack.node.id}: there is no target '${id}'. Targets of this stack: ${ids || 'none'}.`);
};

const demandSound = (stack: VpnStack): void => {
  if (stack.problems.length === 0) return;
  const words = stack.problems.map(({ path, message, hint }) => `${path}: ${message}. ${hint ?? ''}`).join('\n');
  throw new Error(
    `${stack.node.id}: cannot be planned. Correct what follows, or read Testing.problems(stack).\n${words}`,
  );
};

const synthTarget = (stack: VpnStack, id: string): SynthesisedTarget => {
  demandSound(stack);
  const target = targetOf(stack, id);
  const artifacts = platformOf(target.platform).artifacts(target.desired);
  const text = (suffix: string) => artifacts.find((each) => each.suffix === suffix)?.text;
  return {
    cfg: text('.cfg') ?? '',
    requests: JSON.parse(text('.requests.json') ?? '[]') as readonly TargetRequest[],
    files: Object.fromEntries(artifacts.map((each) => [`${id}${each.suffix}`, each.text])),
  };
};

const startLab = async (stack: VpnStack): Promise<TestLab> => {
  demandSound(stack);
  // The simulated devices, and SSH with them, are loaded only by the tests that start a lab.
  const { placesOf } = await import('../lib/lab/world/places.js');
  const { startRehearsal } = await import('../lib/lab/world/rehearsal.js');
  const { targets, peers = [] } = stack.manifest;
  const places = placesOf(targets);
  const lab = await startRehearsal(places, { peers, requestsPerMinute: 0, deployMs: 20, delayMs: 0, flapSeed: 0 });
  const folder = mkdtempSync(join(tmpdir(), 'tunnelwright-lab-'));
  return {
    file: lab.describe(folder),
    runningConfig: (id) => {
      targetOf(stack, id);
      const config = lab.runningConfig(places.find((place) => place.id === id)?.host ?? '');
      if (config !== undefined) return config;
      throw new Error(`${id}: has no running configuration. Ask for that of a router or an ASA.`);
    },
    close: async () => {
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** An app for stacks of your own, that writes into a temporary directory if it is synthesised at all. */
const app = (): App => {
  const outdir = mkdtempSync(join(tmpdir(), 'tunnelwright-test-'));
  atExit(() => rmSync(outdir, { recursive: true, force: true }));
  return new App({ outdir });
};

/** Helpers for tests of programs and modules. */
export const Testing = {
  app,
  /** An app with one empty stack. */
  stack: (id = 'test'): VpnStack => new VpnStack(app(), id),
  /** What synth would write for a target. Throws with all problems where the stack has any. */
  synthTarget,
  /** Why the stack cannot be planned; empty when it can. */
  problems: (stack: VpnStack): readonly Problem[] => stack.problems,
  /** What the rules find: what counts, and what is waived. */
  findings: (stack: VpnStack): LintResult => stack.findings,
  /** Starts a simulated device in the place of each device of the stack. Close it when the test ends. */
  startLab,
};
