import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Cisco's own schema of client profiles. It is Cisco's and not part of this repository. */
const schema = join(__dirname, '../../../shared/reference/AnyConnectProfile.xsd');
const missing = !existsSync(schema)
  ? `${schema} is not present`
  : spawnSync('xmllint', ['--version']).error
    ? 'xmllint is not installed (Debian: libxml2-utils)'
    : undefined;

export const skipWithoutXmllint = (): jest.Describe => {
  if (missing !== undefined) console.log(`skipped: ${missing}`);
  return missing === undefined ? describe : describe.skip;
};

/** What xmllint finds wrong by Cisco's schema in each file; empty where all are valid. */
export const invalidByCisco = (files: readonly string[]): readonly string[] => {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, ...files], { encoding: 'utf8' });
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
  return status === 0 ? [] : lines;
};
