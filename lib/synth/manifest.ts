import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest, stableJson } from '../kernel/json';
import type { Problem } from '../kernel/problem';
import type { Network } from '../model/network';
import { platformOf } from '../platforms';
import { findings } from '../rules';
import { manifestFile, type Manifest, type ManifestTarget } from '../run/manifest';

/** Lowers a network to its manifest. Problems of all targets come back together. */
export const lower = (network: Network): { readonly manifest: Manifest; readonly problems: readonly Problem[] } => {
  const lowered = network.targets.map((target) => ({ target, ...platformOf(target.platform).lower(target) }));
  const problems = [...network.problems, ...findings(network), ...lowered.flatMap((l) => l.problems)];
  const list = lowered.map(({ target, desired }) => ({
    id: target.id,
    platform: target.platform,
    path: target.path,
    settings: target.settings,
    desired,
  }));
  return { manifest: { format: 1, stack: network.stack, targets: list }, problems };
};

/** What a change of the target shows in: equal for equal declarations. */
export const targetDigest = (target: ManifestTarget): string => digest(target.desired);

/** Writes the manifest and, beside it, files that a person can read, of each target. Returns the paths. */
export const writeManifest = (directory: string, manifest: Manifest): readonly string[] => {
  const put = (name: string, text: string): string => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const readable = manifest.targets.flatMap((target) =>
    platformOf(target.platform)
      .artifacts(target.desired)
      .map(({ suffix, text }) => put(`${target.id}${suffix}`, text)),
  );
  return [put(manifestFile, `${stableJson(manifest, 2)}\n`), ...readable];
};
