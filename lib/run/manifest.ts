import { advised } from '../kernel/advised';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Desired } from '../desired/item';
import { boundedJson } from '../kernel/limits';
import { fail } from '../kernel/problem';
import type { Lint } from '../rules/engine/waiver';
import type { Need } from '../model/network';
import { fileWord, isPlainLine } from '../kernel/text';
import { diagram, type Diagram } from '../model/diagram';
import { ledgerPlace, type LedgerPlace } from '../model/ledger-place';
import { secretRef } from '../model/secret';
import { label, rollout, type Rollout } from '../model/rollout';
import { unmanagedPeer, type UnmanagedPeer } from '../model/unmanaged-peer';
import { targets, type PlatformId, type TargetSettings } from '../model/targets';
import { atFile, readJson, readText } from './host-io';

/** One target of a manifest: all that plan and apply need to know of it. */
export interface ManifestTarget {
  readonly id: string;
  readonly platform: PlatformId;
  readonly path: string;
  readonly settings: TargetSettings<PlatformId>;
  readonly desired: Desired<unknown>;
  /** Targets of the same stack that come before it. */
  readonly needs?: readonly Need[];
  /** What rollouts select it by. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Ledgers that were this target's under a former path: `mumbai/a`. */
  readonly moved?: readonly string[];
  /** Addresses of its objects that were others before. */
  readonly movedObjects?: readonly { readonly from: string; readonly to: string }[];
}

/** What a program declared, as plain JSON: no user code is needed after this point, and no secret is in it. */
export interface Manifest {
  readonly format: 1;
  readonly stack: string;
  readonly targets: readonly ManifestTarget[];
  /** Ends of its VPNs that no target is: nothing is written to them, and a lab plays them. */
  readonly peers?: readonly UnmanagedPeer[];
  /** Where its ledgers are kept; absent: where the command is told, or beside the program. */
  readonly ledger?: LedgerPlace;
  /** Changes in waves that it declares. */
  readonly rollouts?: readonly Rollout[];
  /** Pairs of targets that have a tunnel with each other; where it declares a rollout. */
  readonly tunnels?: readonly (readonly [string, string])[];
  /** Its devices and what connects them, to be drawn. */
  readonly diagram?: Diagram;
  /** What the rules found, and what is waived of it. It is not part of what a target shall hold, nor of its hash. */
  readonly lint?: Lint;
}

export const manifestFile = 'tunnelwright.json';

const line = z.string().refine(isPlainLine);
const content = z.looseObject({});
const place = { file: line.optional(), line: z.number().optional() };

/** The shape that shared code relies on; what a platform's own content looks like, the platform knows. */
const shape = z.object({
  format: z.literal(1),
  stack: z.string().regex(fileWord),
  targets: z.array(
    z.object({
      id: z.string().regex(fileWord),
      platform: z.enum(Object.keys(targets) as [PlatformId, ...PlatformId[]]),
      path: line,
      settings: z.record(z.string(), z.unknown()),
      needs: z.array(z.object({ target: line, why: line, objects: z.array(line).optional() })).optional(),
      labels: z.record(label.name, label.value).optional(),
      moved: z.array(line).optional(),
      movedObjects: z.array(z.object({ from: line, to: line })).optional(),
      desired: z.object({
        items: z.array(z.object({ address: line, kind: line, name: line, path: line, refs: z.array(line), content })),
        externals: z.array(z.object({ address: line, title: line, path: line, content })),
        secrets: z.array(secretRef),
      }),
    }),
  ),
  peers: z.array(unmanagedPeer).optional(),
  ledger: ledgerPlace.optional(),
  rollouts: z.array(rollout).optional(),
  tunnels: z.array(z.tuple([line, line])).optional(),
  diagram: diagram.optional(),
  lint: z
    .object({
      findings: z.array(
        z.object({
          rule: line,
          title: z.string(),
          severity: z.enum(['error', 'warning', 'note']),
          packs: z.array(line),
          path: line,
          message: z.string(),
          remedy: z.string(),
          ...place,
        }),
      ),
      waivers: z.array(z.object({ rule: line, path: line, reason: z.string(), until: line, ...place })),
    })
    .optional(),
});

export const parseManifest = (text: string, path: string): Manifest => {
  let json: unknown;
  try {
    json = boundedJson(text);
  } catch {
    return fail(
      'manifest.corrupt',
      path,
      'is not JSON, or has more than 100 levels',
      `write it again with ${advised('synth')}`,
    );
  }
  const result = shape.safeParse(json);
  if (!result.success)
    return fail(
      'manifest.corrupt',
      path,
      'is not a manifest of this version',
      `write it again with ${advised('synth')}`,
    );
  for (const target of result.data.targets) {
    const settings = targets[target.platform].safeParse(target.settings);
    if (!settings.success)
      return fail(
        'manifest.corrupt',
        path,
        `settings of ${target.id} do not hold`,
        `write it again with ${advised('synth')}`,
      );
  }
  return json as Manifest;
};

/** What cdktf writes beside the stacks of its last run. The directory of a stack that is gone stays there. */
const lastRun = z.object({ stacks: z.record(z.string(), z.object({ workingDirectory: z.string() })) });
const stacksOfLastRun = (directory: string): readonly string[] | undefined => {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const { data } = lastRun.safeParse(readJson(file, 'manifest.corrupt', `write it again with ${advised('synth')}`));
  return data && Object.values(data.stacks).map((stack) => stack.workingDirectory);
};

const filesBelow = (directory: string): readonly string[] => {
  const all = (readdirSync(directory, { recursive: true }) as string[]).filter((f) => f.endsWith(manifestFile)).sort();
  const stacks = stacksOfLastRun(directory);
  return all.filter((f) => stacks === undefined || stacks.includes(dirname(f))).map((f) => join(directory, f));
};

/**
 * Reads a manifest file, or every manifest below a directory (`cdktf.out`) that its last synth wrote. `mayBeEmpty`: none
 * is an answer too.
 */
export const readManifests = (where: string, mayBeEmpty = false): readonly Manifest[] => {
  if (!existsSync(where))
    return fail('manifest.missing', where, 'there is no such file or directory', `run ${advised('synth')} first`);
  const files = atFile(where, () => (statSync(where).isDirectory() ? filesBelow(where) : [where]));
  if (files.length === 0 && !mayBeEmpty)
    return fail('manifest.missing', where, `holds no ${manifestFile}`, `run ${advised('synth')} first`);
  return files.map((file) => parseManifest(readText(file), file));
};
