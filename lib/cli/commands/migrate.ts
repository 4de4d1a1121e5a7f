import { advised } from '../../kernel/advised';
import { basename } from 'node:path';
import type { Inspection } from '../../contract/platform';
import { migrated } from '../../import/ikev1/migration';
import { migrationOf } from '../../import/ikev1/migration-text';
import { readAsa } from '../../import/ikev1/read-asa';
import { readRouter } from '../../import/ikev1/read-router';
import type { Ikev1Device } from '../../import/ikev1/tunnel';
import { free } from '../../kernel/free-name';
import { fail } from '../../kernel/problem';
import { inspected, platformNameOf } from '../configuration-file';
import { classes, identityOf, isImportable, nothingTaken, type Importable, type Taken } from '../importing/reading';
import { refuseServiceOptions, serviceIn, type ServiceOptions } from '../importing/service-options';
import { writeProgram } from '../importing/write';
import { exit, say } from '../output/report';

export interface MigrateOptions extends ServiceOptions {
  readonly platform?: string;
  readonly out: string;
  readonly release?: string;
}

type Reader = (source: readonly string[], inspection: Inspection) => Pick<Ikev1Device, 'tunnels' | 'skipped'>;

/** How the tunnels of a platform are read, and whether they stay entries of a crypto map. */
const readers: { readonly [P in Importable]: { readonly read: Reader; readonly policyBased: boolean } } = {
  iosxe: { read: readRouter, policyBased: false },
  asa: { read: readAsa, policyBased: true },
};

const deviceOf = (file: string, options: MigrateOptions, taken: Taken): Ikev1Device => {
  const { platform, text, inspection } = inspected(file, options.platform ?? platformNameOf(file));
  if (!isImportable(platform))
    return fail('import.platform', platform, 'has no IKEv1 that is migrated', 'write ios-xe or asa');
  const who = identityOf({ from: file, inspection }, options.release);
  const { read, policyBased } = readers[platform];
  const found = read(text.replaceAll('\r', '').split('\n'), inspection);
  const id = free(who.id, taken.ids, '-');
  return {
    ...{ id, className: classes[platform], host: who.host, release: who.release, policyBased },
    login: free(who.login, taken.logins, '_'),
    file: basename(file),
    ...found,
  };
};

const ofFiles = (files: readonly string[], options: MigrateOptions): number => {
  const taken = nothingTaken();
  const devices = files.map((file) => deviceOf(file, options, taken));
  const vpns = migrated(devices);
  const skipped = devices.flatMap(({ id, skipped: lines }) => lines.map((line) => `  not migrated  ${id}: ${line}`));
  if (vpns.length === 0) {
    const first = files[0]!;
    say(...skipped);
    return fail(
      'migrate.nothing',
      files.join(', '),
      'there is no site-to-site tunnel of IKEv1 to migrate',
      `see what there is: ${advised('inspect', first, '--platform', options.platform ?? platformNameOf(first))}`,
    );
  }
  say(...writeProgram(options.out, migrationOf(devices, vpns), devices));
  for (const { id, ends, said, key } of vpns) {
    say('', `${id}: ${ends.map(({ device, tunnel }) => `${tunnel.at} of ${device.id}`).join(' and ')}`);
    say(...said.map((line) => `  ${line}`), ...(key === undefined ? [] : [`  set before plan: ${key}`]));
  }
  say(...(skipped.length > 0 ? ['', ...skipped] : []));
  say(
    '',
    'The program adds tunnels of IKEv2 and takes nothing of IKEv1 away: remove that by hand when the new tunnels are up.',
  );
  return exit.clean;
};

/** Writes a program that has a VPN of IKEv2 in the place of each site-to-site tunnel of IKEv1. Changes nothing. */
export const migrateCommand = async (files: readonly string[], options: MigrateOptions): Promise<number> => {
  const service = serviceIn(options);
  refuseServiceOptions(options);
  if (service === undefined && files.length === 0)
    return fail('migrate.source', 'migrate ikev1', 'there is nothing to migrate', 'give files, or --fmc');
  if (service === undefined) return ofFiles(files, options);
  if (files.length > 0)
    return fail('migrate.source', `${files[0]!} and --fmc`, 'are several sources', 'migrate them one after the other');
  return (await import('../importing/migrate-service.js')).migrateService(service, options);
};
