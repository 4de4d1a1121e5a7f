import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest, sortKeys, stableJson } from '../kernel/json';
import type { Problem } from '../kernel/problem';
import { visible } from '../kernel/text';
import type { Network } from '../model/network';
import { platformOf } from '../platforms';
import { errorsOf, lint } from '../rules';
import { networkViewOf } from '../rules/engine/network-view';
import { judge, today } from '../rules/engine/waiver';
import { diagramOf } from '../rules/facts/diagram';
import { manifestFile, type Manifest, type ManifestTarget } from '../run/manifest';
import { rolloutParts } from './rollouts';
import { soundResources } from './sound-resources';
import type { Asked } from './rules';

export interface Lowered {
  readonly manifest: Manifest;
  /** Why it cannot be planned: what does not parse, what a platform cannot write, what rules forbid. */
  readonly problems: readonly Problem[];
  /** Those that are not findings of rules. */
  readonly faults: readonly Problem[];
}

const nothingAsked: Asked = { packs: [], waivers: [], problems: [], placeOf: () => undefined };

type AnyDesired = ManifestTarget['desired'];

/** The items with what the program overrides in each, which the plan shows. */
const marked = (desired: AnyDesired, marks: ReadonlyMap<string, readonly string[]>): AnyDesired =>
  marks.size === 0
    ? desired
    : {
        ...desired,
        items: desired.items.map((item) => {
          const overrides = marks.get(item.path);
          return overrides === undefined ? item : { ...item, overrides };
        }),
      };

/** Lowers a network to its manifest. Problems of all targets come back together. */
export const lower = (network: Network, asked: Asked = nothingAsked): Lowered => {
  const isSound = network.problems.length === 0;
  const lowered = network.targets.map((target) => {
    const resources = isSound ? target.resources : soundResources(target.resources);
    return { target, ...platformOf(target.platform).lower({ ...target, resources }) };
  });
  const marks = new Map(
    network.targets.flatMap(({ resources }) =>
      resources.flatMap(({ path, overrides }) => (overrides === undefined ? [] : [[path, overrides] as const])),
    ),
  );
  const found = { findings: lint(network, asked.packs, asked.placeOf), waivers: asked.waivers };
  const refused = lowered.flatMap((l) => l.problems);
  const faults = [...network.problems, ...asked.problems, ...refused];
  const problems = [...network.problems, ...asked.problems, ...errorsOf(judge(found, today()).counted), ...refused];
  const list = lowered.map(({ target, desired }) => ({
    id: target.id,
    platform: target.platform,
    path: target.path,
    settings: target.settings,
    ...(target.needs.length === 0 ? {} : { needs: target.needs }),
    ...(target.labels === undefined ? {} : { labels: target.labels }),
    ...(target.moved === undefined ? {} : { moved: target.moved }),
    ...(target.movedObjects === undefined ? {} : { movedObjects: target.movedObjects }),
    desired: marked(desired, marks),
  }));
  const { stack, peers, ledger } = network;
  const manifest = {
    format: 1 as const,
    stack,
    targets: list,
    ...(peers === undefined ? {} : { peers }),
    ...(ledger === undefined ? {} : { ledger }),
    ...rolloutParts(network),
    diagram: diagramOf(networkViewOf(network), peers),
    lint: found,
  };
  return { manifest, problems, faults };
};

const sorted = new WeakMap<AnyDesired, AnyDesired>();
/** What a target shall hold, in the order of its file: sorted once for the digest and for the file. */
const inOrder = (desired: AnyDesired): AnyDesired => {
  const known = sorted.get(desired) ?? (sortKeys(desired) as AnyDesired);
  sorted.set(desired, known);
  return known;
};

/** What a change of the target shows in: equal for equal declarations. */
export const targetDigest = ({ desired }: ManifestTarget): string => digest(inOrder(desired));

/** Writes the manifest and, beside it, files that a person can read, of each target. Returns the paths. */
export const writeManifest = (directory: string, manifest: Manifest): readonly string[] => {
  const made = new Set<string>();
  const put = (name: string, text: string): string => {
    const path = join(directory, name);
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, text);
    return path;
  };
  const readable = manifest.targets.flatMap((target) =>
    platformOf(target.platform)
      .artifacts(target.desired)
      .map(({ suffix, text }) => put(`${target.id}${suffix}`, visible(text))),
  );
  const targets = manifest.targets.map((target) => ({ ...target, desired: inOrder(target.desired) }));
  return [put(manifestFile, `${stableJson({ ...manifest, targets }, 2)}\n`), ...readable];
};
