import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../run/host-io';

const versions = z.record(z.string(), z.string());
const schema = z.object({
  version: z.string(),
  dependencies: versions,
  peerDependencies: versions,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
  devDependencies: versions,
});

/** What the package.json of Tunnelwright says; of the package that this file is in, compiled or not. */
export type OwnPackage = z.infer<typeof schema>;

export const ownPackage = (from = __dirname): OwnPackage => {
  const file = join(from, 'package.json');
  if (!existsSync(file)) return ownPackage(dirname(from));
  return schema.parse(readJson(file, 'package.corrupt', 'install tunnelwright again'));
};

/**
 * What a project of ours has beside tunnelwright: the packages that it always needs. `chosen`: optional ones that this
 * project uses too.
 */
export const peersOf = (own: OwnPackage, chosen: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(own.peerDependencies).filter(
      ([name]) => own.peerDependenciesMeta[name]?.optional !== true || chosen.includes(name),
    ),
  );
