import { existsSync } from 'node:fs';
import { z } from 'zod';
import { fail } from '../kernel/problem';
import { login, trust } from '../model/targets';
import { readJson } from '../run/host-io';
import type { ManifestTarget } from '../run/manifest';
import type { Work } from '../run/target';

/** What `tunnelwright lab` writes: for each declared host, where its simulated device listens. */
export const labFile = z.object({
  devices: z.record(z.string(), z.object({ host: z.string(), port: z.number(), login, trust })),
});
export type LabFile = z.output<typeof labFile>;

/** The same declaration, pointed at the lab: only connection settings differ. */
export const overlay = (works: readonly Work[], file: string): readonly Work[] => {
  if (!existsSync(file))
    return fail('lab.missing', file, 'there is no such file', 'start the lab first: tunnelwright lab');
  const parsed = labFile.safeParse(readJson(file, 'lab.corrupt', 'start the lab again: tunnelwright lab'));
  if (!parsed.success)
    return fail('lab.corrupt', file, 'is no file of the lab', 'start the lab again: tunnelwright lab');
  const inLab = (target: ManifestTarget): ManifestTarget => {
    // What has no host is on this machine: there is nothing to simulate.
    if (!('host' in target.settings)) return target;
    const device = parsed.data.devices[target.settings.host];
    if (device === undefined)
      return fail(
        'lab.unknown',
        target.id,
        `the lab has no device for ${target.settings.host}`,
        `it has: ${Object.keys(parsed.data.devices).join(', ')}`,
      );
    return { ...target, settings: { ...target.settings, ...device } };
  };
  return works.map((work) => ({
    ...work,
    ...('host' in work.target.settings ? { shownAs: `${work.target.settings.host} (lab)` } : {}),
    target: inLab(work.target),
    ...(work.sources ? { sources: work.sources.map(inLab) } : {}),
  }));
};
