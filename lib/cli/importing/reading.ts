import { basename } from 'node:path';
import type { FileReading, Held, Inspection } from '../../contract/platform';
import { objectsOf, type DeviceObjects } from '../../import/read/declare';
import { settingsIn } from '../../import/read/device-settings';
import type { ImportedDevice } from '../../import/read/imported-device';
import { camelCase, dashed, upperCase } from '../../import/text/naming';
import { free } from '../../kernel/free-name';
import { fail } from '../../kernel/problem';
import { targets, type PlatformId, type TargetSettings } from '../../model/targets';
import { platformOf } from '../../platforms';
import { refusalsOf, type AnyPlatform } from './adoption';
import { selectionOf, type SelectionOptions } from './selection';

/** Platforms of which devices are imported, and the construct of such a device. */
export const classes = { iosxe: 'IosXeRouter', asa: 'AsaFirewall' } as const;
export type Importable = keyof typeof classes;
export const isImportable = (id: PlatformId): id is Importable => id in classes;

/** A configuration, wherever it was read. */
export interface Configuration extends FileReading<unknown> {
  /** The file or the address that it comes from. */
  readonly from: string;
  readonly platform: PlatformId;
  readonly text: string;
  /** What is known of the device where it was asked itself. Default: what its configuration says. */
  readonly known?: {
    readonly id?: string;
    readonly host: string;
    readonly release?: string;
    readonly login: string;
  };
}

/** A device with all that a program of it is proved with. */
export interface Reading {
  readonly device: ImportedDevice;
  readonly platform: AnyPlatform;
  /** Of a router or a firewall that has a configuration. */
  readonly settings?: TargetSettings<Importable>;
  readonly held: Held<unknown>;
  readonly source: readonly string[];
  /** Of a configuration: what rules ask. */
  readonly inspection?: Inspection;
  /** The names of all objects that its configuration has. */
  readonly names: ReadonlySet<string>;
}

/** Names that are taken by the devices before. */
export interface Taken {
  readonly ids: Set<string>;
  readonly variables: Set<string>;
  readonly logins: Set<string>;
}

export const nothingTaken = (): Taken => ({
  ids: new Set(),
  variables: new Set(['scope', ...Object.values(classes), 'Fmc', 'IseServer', 'DuoAccount', 'Secret', 'Login']),
  logins: new Set(),
});

const settingsOf = (platform: Importable, from: string, given: ImportedDevice['settings']) => {
  const login = { username: { secret: 'env', name: 'USERNAME' } };
  const parsed = targets[platform].safeParse({ ...given, login });
  if (parsed.success) return parsed.data;
  return fail(
    'import.device',
    from,
    parsed.error.issues
      .map(({ path, message }) => `${path.join('.')} '${given[path[0] === 'host' ? 'host' : 'release']}': ${message}`)
      .join('; '),
    'write its release with --release',
  );
};

/** What the device is called, and how it is reached. */
export const identityOf = (
  { from, inspection, known }: Pick<Configuration, 'from' | 'inspection' | 'known'>,
  release: string | undefined,
) => {
  const { hostname = basename(from).replace(/\.[^.]*$/, '') } = inspection;
  // A host name has no `_`, which that of a device may have.
  const called = hostname.replace(/[^A-Za-z0-9.:-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'device';
  const said = known?.release ?? inspection.release ?? release;
  if (said === undefined)
    return fail('import.release', from, 'does not say which release it is of', 'write it with --release');
  const id = known?.id ?? (dashed(called) || 'device');
  const login = known?.login ?? (/^[A-Z]/.test(upperCase(id)) ? upperCase(id) : `DEVICE_${upperCase(id)}`);
  return { id, host: known?.host ?? called, release: said, login };
};

export interface ReadingOptions extends SelectionOptions {
  /** The release, where the configuration does not say it. */
  readonly release?: string;
}

/** What is asked itself is no file to look lines up in: what they are counts anew with each answer. */
export const nowhere: readonly [number, number] = [0, 0];

/** What is written of a device only where a file was read: its lines, and that its host may be another. */
const ofFile = (objects: DeviceObjects, isFile: boolean): Pick<ImportedDevice, 'objects' | 'hint'> =>
  isFile
    ? { objects, hint: 'The name or the address at which SSH reaches it: correct it where it is another.' }
    : { objects: { ...objects, leftOut: objects.leftOut.map((each) => ({ ...each, lines: nowhere })) } };

/** The objects of a device, as its configuration has them and as a construct takes them. */
export const readingOf = async (
  configuration: Configuration,
  options: ReadingOptions,
  taken: Taken,
): Promise<Reading> => {
  const { from, platform, text, inspection, known } = configuration;
  if (!isImportable(platform))
    return fail('import.platform', platform, 'cannot be imported from a configuration', 'write ios-xe or asa');
  const who = identityOf(configuration, options.release);
  const id = free(who.id, taken.ids, '-');
  const word = camelCase(id);
  const variable = free(/^[a-z]/.test(word) ? word : `device${word}`, taken.variables);
  const login = free(who.login, taken.logins, '_');
  const given = settingsIn(inspection, who);
  const settings = settingsOf(platform, from, given);
  const spoken: AnyPlatform = platformOf(platform);
  const held = await configuration.held();
  const source = text.split(/\r?\n/);
  const isPart = configuration.known === undefined && inspection.release === undefined;
  const imported = { inspection: { ...inspection, isPart }, source, device: login, excluded: options.exclude ?? [] };
  const objects = selectionOf(options)(await objectsOf(imported, refusalsOf(spoken, settings, held)));
  const raw = objects.declared.flatMap((each) => each.raw?.own ?? []).length;
  const otherLines = inspection.unmanaged.length + inspection.unknown.length - raw;
  return {
    device: {
      ...{ id, variable, login, otherLines },
      ...ofFile(objects, known === undefined),
      className: classes[platform],
      settings: given,
      file: basename(from),
    },
    platform: spoken,
    settings,
    held,
    source,
    inspection,
    names: new Set([...inspection.nouns, ...inspection.unreadable].map(({ name }) => name)),
  };
};
