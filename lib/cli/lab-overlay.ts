import { advised } from '../kernel/advised';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { digest } from '../kernel/json';
import { boundedJson } from '../kernel/limits';
import { fail } from '../kernel/problem';
import { login, trust } from '../model/targets';
import { platformOf } from '../platforms';
import { readText } from '../run/host-io';
import type { ManifestTarget } from '../run/manifest';
import type { TargetJob } from '../run/target';

/** What `tunnelwright lab` writes: for each declared host, where its simulated device listens. */
export const labFile = z.object({
  /** Tells a lab from every other, the next one in the same directory among them. */
  id: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  devices: z.record(
    z.string(),
    z.object({ host: z.string(), port: z.number(), login, trust, requestsPerMinute: z.number().optional() }),
  ),
});
export type LabFile = z.output<typeof labFile>;

/** A lab that stands in for the declared devices. */
export interface Lab {
  readonly id: string;
  /** Where all that belongs to it is kept. */
  readonly directory: string;
  readonly devices: LabFile['devices'];
}

const jsonIn = (file: string): unknown => {
  const text = readText(file);
  try {
    return boundedJson(text);
  } catch {
    return undefined;
  }
};

export const readLab = (file: string): Lab => {
  if (!existsSync(file))
    return fail('lab.missing', file, 'there is no such file', `start the lab first: ${advised('lab')}`);
  const parsed = labFile.safeParse(jsonIn(file));
  if (!parsed.success)
    return fail('lab.corrupt', file, 'is not a file of the lab', `start the lab again: ${advised('lab')}`);
  const { id, devices } = parsed.data;
  return { id: id ?? digest(devices).slice(0, 12), directory: dirname(resolve(file)), devices };
};

/** Names the lab that a command works in, if it works in one. */
export const labOf = ({ lab }: { readonly lab?: string }): string | undefined =>
  lab === undefined ? undefined : readLab(lab).id;

/** The ledgers of a lab: its own, whatever directory is set for those of the real devices. */
export const ledgersOfLab = ({ directory, id }: Lab): string => join(directory, 'ledger', id);

const inLab = (target: ManifestTarget, lab: Lab): ManifestTarget => {
  const { settings } = target;
  // What has no host is on this machine: there is nothing to simulate.
  if (!('host' in settings)) return target;
  const device = lab.devices[settings.host];
  if (device === undefined)
    return fail(
      'lab.unknown',
      target.id,
      `the lab has no device for ${settings.host}`,
      `it has: ${Object.keys(lab.devices).join(', ')}`,
    );
  // A simulated device is reached directly.
  const {
    via: _via,
    proxy: _proxy,
    ...direct
  } = settings as typeof settings & { readonly via?: unknown; readonly proxy?: unknown };
  return { ...target, settings: { ...direct, ...device } };
};

const whereOf = ({ target }: TargetJob): string => platformOf(target.platform).where(target.settings);

/** The same declaration, pointed at the lab: only connection settings differ. */
export const overlay = (works: readonly TargetJob[], file: string): readonly TargetJob[] => {
  const lab = readLab(file);
  return works.map((work) => ({
    ...work,
    lab: lab.id,
    ...('host' in work.target.settings ? { shownAs: `${whereOf(work)} (lab)` } : {}),
    target: inLab(work.target, lab),
    ...(work.sources ? { sources: work.sources.map((source) => inLab(source, lab)) } : {}),
  }));
};
