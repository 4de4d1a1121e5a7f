import { titleOf } from '../../import/declare';
import type { ImportedDevice } from '../../import/device-text';
import { programOf, type ImportedNetwork } from '../../import/program-text';
import { fail } from '../../kernel/problem';
import { readText } from '../../run/host-io';
import { withLevelTwo } from '../importing/level-two';
import { nothingTaken, readingOf, type Configuration, type Reading, type ReadingOptions } from '../importing/reading';
import { demandNames } from '../importing/selection';
import { updateProgram, writeProgram } from '../importing/write';
import { exit, say } from '../output/report';
import { inspected } from './inspect';

export interface ImportOptions extends ReadingOptions {
  readonly platform: string;
  readonly out: string;
  /** `1`: no VPNs of level 2. Default: they are written where they say exactly what is there. */
  readonly level?: string;
  /** Shows what would change of a program that was imported before, and overwrites nothing. */
  readonly update?: boolean;
}

const configurationOf = (file: string, { platform }: ImportOptions): Configuration => ({
  ...inspected(file, platform),
  from: file,
  text: readText(file),
});

const networkOf = (readings: readonly Reading[], level: string | undefined): Promise<ImportedNetwork> =>
  level === '1'
    ? Promise.resolve({ devices: readings.map(({ device }) => device), vpns: [], stay: [] })
    : withLevelTwo(readings);

const sayDevice = ({ id, objects, otherLines, login }: ImportedDevice): void => {
  const { declared, leftOut, variables } = objects;
  say('', `${id}: ${declared.length} objects, ${leftOut.length} left unmanaged, ${otherLines} other lines`);
  for (const each of leftOut) say(`  unmanaged  ${titleOf(each)}: ${each.why}`);
  say('  set before plan:', ...[`${login}_USERNAME`, `${login}_PASSWORD`, ...variables].map((each) => `    ${each}`));
};

const sayTunnels = ({ vpns, stay }: ImportedNetwork): void => {
  for (const { id, variables } of vpns)
    say(
      '',
      `${id}: both ends`,
      ...(variables.length === 0 ? [] : ['  set before plan:']),
      ...variables.map((v) => `    ${v}`),
    );
  for (const { ends, why } of stay)
    say('', `${ends.map(({ device }) => device.id).join(' and ')}: a tunnel of level 1`, ...why.map((w) => `  ${w}`));
};

const next = [
  '',
  'Next: tunnelwright lint, then tunnelwright plan --adopt. Where the variables hold the secrets of the device, it changes nothing',
  'but those that the device does not show (type 6): they are typed once more.',
];

/** Writes the program that declares what configuration files say. Asks no device and shows no secret. */
export const importCommand = async (files: readonly string[], options: ImportOptions): Promise<number> => {
  const { level, out, update } = options;
  if (level !== undefined && level !== '1' && level !== '2')
    return fail('import.level', '--level', `'${level}' is not a level`, 'write 1, or leave it out');
  const taken = nothingTaken();
  const readings: Reading[] = [];
  for (const file of files) readings.push(await readingOf(configurationOf(file, options), options, taken));
  demandNames(
    readings.map(({ names }) => names),
    options,
  );
  const network = await networkOf(readings, level);
  const program = programOf(network);
  if (update) {
    const { lines, differing } = updateProgram(out, program);
    say(...lines);
    return differing > 0 ? exit.changes : exit.clean;
  }
  const ids = network.devices.map(({ id }) => id);
  say(...writeProgram(out, program, ids));
  network.devices.forEach(sayDevice);
  sayTunnels(network);
  say(...next);
  return exit.clean;
};
