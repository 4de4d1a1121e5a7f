import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Held, Inspection, Platform } from '../../contract/platform';
import type { Desired } from '../../desired/item';
import type { Refusals } from '../../import/declare';
import { differs, objectsOf, titleOf } from '../../import/declare';
import type { ImportedDevice } from '../../import/device-text';
import { camelCase, dashed, free, upperCase } from '../../import/naming';
import { programOf, type ProgramFile } from '../../import/program-text';
import { fail, problem, ProblemError, type Problem } from '../../kernel/problem';
import { masked, otherSecret } from '../../model/secret';
import { targets, type PlatformId, type TargetSettings } from '../../model/targets';
import { emptyLedger } from '../../plan/ledger';
import { plan } from '../../plan/plan';
import { platformOf } from '../../platforms';
import { readText, writeText } from '../../run/host-io';
import { exit, say } from '../output/report';
import { ownPackage } from '../own-package';
import { cdktfText, gitignoreText, packageText, tsconfigText } from '../templates/settings';
import { inspected } from './inspect';

export interface ImportOptions {
  readonly platform: string;
  readonly out: string;
  /** The release, where the file does not say it. */
  readonly release?: string;
}

const classes = { iosxe: 'IosXeRouter', asa: 'AsaFirewall' } as const;
type Importable = keyof typeof classes;
const isImportable = (id: PlatformId): id is Importable => id in classes;

type AnyPlatform = Platform<PlatformId, unknown, unknown>;

/** What `plan --adopt` would type on a device that has the configuration: objects of which it is more than nothing. */
const changesOf = (platform: AnyPlatform, desired: Desired<unknown>, held: Held<unknown>): readonly Problem[] => {
  const { dialect } = platform;
  const input = {
    target: 'import',
    desired,
    live: held.beside(desired),
    dialect,
    adopt: true,
    unfinished: [],
    warnings: [],
  };
  return plan({ ...input, ledger: emptyLedger('import') }).changes.flatMap(({ action, path, steps }) => {
    if (steps.length === 0 && ['adopt', 'none'].includes(action)) return [];
    const typed = steps.flatMap((step) => platform.show(step)).map((line) => masked(line.trim()));
    // A secret of a file counts as the declared one, but for a hash.
    if (typed.some((line) => line.includes(otherSecret)))
      return [
        problem(differs, path, 'the device keeps a hash of its secret, and a first plan would set the secret anew'),
      ];
    const words = typed.length > 5 ? [...typed.slice(0, 5), '…'] : typed;
    return [problem(differs, path, `taking it over would type: ${words.join(' / ') || action}`)];
  });
};

/** What the platform cannot write of these objects as the file has them, asked without a device. */
const refusalsOf =
  (platform: AnyPlatform, settings: TargetSettings<Importable>, held: Held<unknown>): Refusals =>
  (resources) => {
    const target = { id: 'import', platform: platform.id, path: 'import', settings, resources, needs: [] };
    const { desired, problems } = platform.lower(target);
    return problems.length > 0 ? problems : changesOf(platform, desired, held);
  };

const settingsOf = (platform: Importable, file: string, host: string, release: string) => {
  const login = { username: { secret: 'env', name: 'USERNAME' } };
  const parsed = targets[platform].safeParse({ host, release, login });
  if (parsed.success) return parsed.data;
  return fail(
    'import.device',
    file,
    parsed.error.issues
      .map(({ path, message }) => `${path.join('.')} '${path[0] === 'host' ? host : release}': ${message}`)
      .join('; '),
    'write its release with --release',
  );
};

/** Names that are taken by the devices before. */
interface Taken {
  readonly ids: Set<string>;
  readonly variables: Set<string>;
  readonly logins: Set<string>;
}

const deviceOf = async (file: string, options: ImportOptions, taken: Taken): Promise<ImportedDevice> => {
  const { platform, inspection } = inspected(file, options.platform);
  if (!isImportable(platform))
    return fail('import.platform', options.platform, 'cannot be imported from files', 'write ios-xe or asa');
  const { hostname = basename(file).replace(/\.[^.]*$/, ''), release = options.release } = inspection;
  // A host name has no `_`, which that of a device may have.
  const host = hostname.replace(/[^A-Za-z0-9.:-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'device';
  if (release === undefined)
    return fail('import.release', file, 'does not say which release it is of', 'write it with --release');
  const id = free(dashed(host) || 'device', taken.ids, '-');
  const word = camelCase(id);
  const variable = free(/^[a-z]/.test(word) ? word : `device${word}`, taken.variables);
  const login = free(/^[A-Z]/.test(upperCase(id)) ? upperCase(id) : `DEVICE_${upperCase(id)}`, taken.logins, '_');
  const settings = settingsOf(platform, file, host, release);
  const spoken = platformOf(platform);
  const text = readText(file);
  const held = await spoken.held!(text);
  const objects = objectsOf(inspection, login, text.split(/\r?\n/), refusalsOf(spoken, settings, held));
  const className = classes[platform];
  const otherLines = linesOf(inspection) - objects.declared.flatMap(({ raw = [] }) => raw).length;
  return { id, variable, className, host, release, login, file: basename(file), objects, otherLines };
};

const linesOf = ({ unmanaged, unknown }: Inspection): number => unmanaged.length + unknown.length;

/** Those of a project, which are written only where there are none. */
const projectFiles = (directory: string): readonly ProgramFile[] => {
  const name = dashed(basename(resolve(directory))).slice(0, 100) || 'vpn';
  return [
    { path: 'package.json', text: packageText(name, ownPackage()) },
    { path: 'cdktf.json', text: cdktfText(name) },
    { path: 'tsconfig.json', text: tsconfigText },
    { path: '.gitignore', text: gitignoreText },
  ];
};

/** Writes all of the program or nothing: a file that a person changed is never overwritten. */
const writeProgram = (directory: string, files: readonly ProgramFile[]): readonly string[] => {
  const isThere = ({ path }: ProgramFile): boolean => existsSync(join(directory, path));
  const changed = files.filter((file) => isThere(file) && readText(join(directory, file.path)) !== file.text);
  if (changed.length > 0)
    throw new ProblemError(
      changed.map(({ path }) =>
        problem(
          'import.exists',
          join(directory, path),
          'is there already and says something else. Nothing was written',
          'give another directory to --out, and compare the two',
        ),
      ),
    );
  const all = [...projectFiles(directory).filter((file) => !isThere(file)), ...files];
  return all.map((file) => {
    const word = isThere(file) ? 'same   ' : 'created';
    if (!isThere(file)) writeText(join(directory, file.path), file.text);
    return `${word}  ${join(directory, file.path)}`;
  });
};

/** Writes the program that declares what configuration files say. Asks no device and shows no secret. */
export const importCommand = async (files: readonly string[], options: ImportOptions): Promise<number> => {
  const taken: Taken = {
    ids: new Set(),
    variables: new Set(['scope', ...Object.values(classes)]),
    logins: new Set(),
  };
  const devices: ImportedDevice[] = [];
  for (const file of files) devices.push(await deviceOf(file, options, taken));
  say(...writeProgram(options.out, programOf(devices)));
  for (const { id, objects, otherLines, login } of devices) {
    say(
      '',
      `${id}: ${objects.declared.length} objects, ${objects.leftOut.length} left unmanaged, ${otherLines} other lines`,
    );
    for (const each of objects.leftOut) say(`  unmanaged  ${titleOf(each)}: ${each.why}`);
    say(
      '  set before plan:',
      ...[`${login}_USERNAME`, `${login}_PASSWORD`, ...objects.variables].map((each) => `    ${each}`),
    );
  }
  say(
    '',
    'Next: tunnelwright lint, then tunnelwright plan --adopt. Where the variables hold the secrets of the device, it changes nothing',
    'but those that the device does not show (type 6): they are typed once more.',
  );
  return exit.clean;
};
