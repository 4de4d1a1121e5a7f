import { titleOf } from '../../import/read/declare';
import { loginVariables, type ImportedDevice } from '../../import/read/imported-device';
import { programOf, type ImportedNetwork } from '../../import/program/program-text';
import { plural } from '../../kernel/plural';
import { fail } from '../../kernel/problem';
import { serviceNames, wordsOf } from '../../platforms/services';
import { withLevelOne, withLevelTwo } from '../importing/level-two';
import type { LiveOptions, Source } from '../importing/live';
import { afterImport } from '../importing/next';
import { nothingTaken, readingOf, type Configuration, type Reading, type ReadingOptions } from '../importing/reading';
import { serviceReading } from '../importing/service';
import { refuseServiceOptions } from '../importing/service-options';
import { demandNames } from '../importing/selection';
import { updateProgram, writeProgram } from '../importing/write';
import { exit, say } from '../output/report';
import { inspected, platformNameOf } from '../configuration-file';

export interface ImportOptions extends ReadingOptions, LiveOptions {
  readonly out: string;
  /** `1`: no VPNs of level 2. Default: they are written where they say exactly what is there. */
  readonly level?: string;
  /** Shows what would change of a program that was imported before, and overwrites nothing. */
  readonly update?: boolean;
}

const configurationOf = (file: string, platform: string): Configuration => ({
  ...inspected(file, platform),
  from: file,
});

/** Of files, or of the devices themselves: what asks these is loaded where one is asked. */
const sourcesOf = async (files: readonly string[], options: ImportOptions): Promise<readonly Source[]> => {
  const { platform, host, app, manifest } = options;
  const services = serviceNames.map((name) => [`--${wordsOf(name).option}`, options[wordsOf(name).option]] as const);
  const asked = [
    ['--host', host] as const,
    ...services,
    ['--app', app] as const,
    ['--manifest', manifest] as const,
  ].flatMap(([name, value]) => (value === undefined ? [] : [name]));
  // One source would be read and the other passed over.
  if (asked.length > 1 || (asked.length === 1 && files.length > 0))
    return fail(
      'import.source',
      [...files.slice(0, 1), ...asked].join(' and '),
      'are several sources',
      'import them one after the other',
    );
  refuseServiceOptions(options);
  if (asked.length > 0) return (await import('../importing/live.js')).liveConfigurations(options);
  if (files.length === 0)
    return fail(
      'import.source',
      'import',
      'there is nothing to import',
      'give files, or --host, or --fmc, --ise or --duo, or --app and --target',
    );
  return files.map((file) => configurationOf(file, platform ?? platformNameOf(file)));
};

const sayDevice = (device: ImportedDevice, within: number): void => {
  const { id, objects, otherLines, given = [] } = device;
  const { declared, leftOut, variables } = objects;
  const all = plural(declared.length, 'object');
  const written = within === 0 ? [all] : [`${plural(within, 'object')} in VPNs of level 2`, `${all} besides`];
  const others = otherLines === 0 ? [] : [plural(otherLines, 'other line')];
  const own = given.length === 0 ? [] : [`${given.length} that it has by itself`];
  say('', `${id}: ${[...written, `${leftOut.length} left unmanaged`, ...own, ...others].join(', ')}`);
  say(...leftOut.map((each) => `  unmanaged  ${titleOf(each)}: ${each.why}`));
  say('  set before plan:', ...[...loginVariables(device), ...variables].map((each) => `    ${each}`));
};

const sayTunnels = ({ vpns, hubs, stay }: ImportedNetwork): void => {
  const set = (names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : ['  set before plan:', ...names.map((name) => `    ${name}`)];
  for (const { id, routers, variables } of hubs)
    say('', `${id}: a hub and ${plural(routers.length - 1, 'spoke')}`, ...set(variables));
  for (const { id, variables } of vpns) say('', `${id}: both ends`, ...set(variables));
  for (const { construct = 'SiteToSiteVpn', ends, why } of stay)
    say(
      '',
      `${ends.map(({ device, tunnel }) => `${tunnel.name} of ${device.id}`).join(' and ')}: no ${construct}`,
      ...why.map((w) => `  ${w}`),
    );
};

const sayAccesses = ({ accesses, noAccess }: ImportedNetwork): void => {
  for (const { id, device, group } of accesses) say('', `${id}: users of ${group} of ${device.id}`);
  for (const { device, of, group, why } of noAccess)
    say('', `${of} ${group} of ${device.id}: no RemoteAccess`, ...why.map((w) => `  ${w}`));
};

const sayRemarks = ({ remarks }: ImportedNetwork): void => {
  if (remarks.length > 0)
    say('', `lint: ${plural(remarks.length, 'finding')} about the ends of tunnels, as comments in the program`);
};

/** Writes the program that declares what configurations say. Changes nothing on a device and shows no secret. */
export const importCommand = async (files: readonly string[], options: ImportOptions): Promise<number> => {
  const { level, out, update } = options;
  if (level !== undefined && level !== '1' && level !== '2')
    return fail('import.level', '--level', `'${level}' is not a level`, 'write 1, or leave it out');
  const taken = nothingTaken();
  const readings: Reading[] = [];
  for (const each of await sourcesOf(files, options))
    readings.push(await ('answers' in each ? serviceReading(each, options, taken) : readingOf(each, options, taken)));
  demandNames(
    readings.map(({ names }) => names),
    options,
  );
  const network = await (level === '1' ? withLevelOne(readings) : withLevelTwo(readings));
  const program = programOf(network);
  const { lines, differing } = update
    ? updateProgram(out, program, network.devices)
    : { lines: writeProgram(out, program, network.devices), differing: 0 };
  say(...lines);
  for (const device of network.devices) sayDevice(device, network.within.get(device.id) ?? 0);
  sayTunnels(network);
  sayAccesses(network);
  sayRemarks(network);
  say(...afterImport(out, options));
  return differing > 0 ? exit.changes : exit.clean;
};
