import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of Tunnelwright, of the package that this file is in, compiled or not. */
export const ownVersion = (from = __dirname): string => {
  const file = join(from, 'package.json');
  if (!existsSync(file)) return ownVersion(dirname(from));
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown }).version);
};
