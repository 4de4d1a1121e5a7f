import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { dashed } from '../../import/text/naming';
import type { ImportedDevice } from '../../import/read/imported-device';
import type { ProgramFile } from '../../import/text/program-frame';
import { lineDiff } from '../../import/text/line-diff';
import { problem, ProblemError } from '../../kernel/problem';
import { masked } from '../../model/secret';
import { readText, writeText } from '../../run/host-io';
import { ownPackage } from '../own-package';
import { importedTestText } from '../templates/program';
import { classes } from './reading';
import { cdktfText, gitignoreText, packageText, tsconfigText } from '../templates/settings';

/** A device of the program: its id, and its construct. */
type Written = Pick<ImportedDevice, 'id' | 'className'>;
/** Constructs of devices that print a configuration. */
const printed: ReadonlySet<string> = new Set(Object.values(classes));

/** Those of a project, which are written only where there are none. */
const projectFiles = (directory: string, devices: readonly Written[]): readonly ProgramFile[] => {
  const ids = devices.map(({ id }) => id).sort();
  const printing = devices.filter(({ className }) => printed.has(className)).map(({ id }) => id);
  const name = dashed(basename(resolve(directory))).slice(0, 100) || 'vpn';
  return [
    { path: 'package.json', text: packageText(name, ownPackage()) },
    { path: 'cdktf.json', text: cdktfText(name) },
    { path: 'tsconfig.json', text: tsconfigText },
    { path: '.gitignore', text: gitignoreText },
    { path: 'test/network.test.ts', text: importedTestText(ids, printing.sort()[0]) },
  ];
};

interface Compared {
  readonly file: ProgramFile;
  /** Where it is. */
  readonly place: string;
  /** What is there now. */
  readonly there: string | undefined;
}

const comparedIn = (directory: string, files: readonly ProgramFile[]): readonly Compared[] =>
  files.map((file) => {
    const place = join(directory, file.path);
    return { file, place, there: existsSync(place) ? readText(place) : undefined };
  });

const isChanged = ({ file, there }: Compared): boolean => there !== undefined && there !== file.text;

const refuse = (changed: readonly Compared[]): never => {
  throw new ProblemError(
    changed.map(({ place }) =>
      problem(
        'import.exists',
        place,
        'is there already and says something else. Nothing was written',
        'give --update to see the difference, or another directory to --out',
      ),
    ),
  );
};

const put = ({ file, place, there }: Compared): string => {
  if (there === undefined) writeText(place, file.text);
  return `${there === undefined ? 'created' : 'same   '}  ${place}`;
};

/** Those project files that are missing; a file that is there is the person's own. */
const missingOf = (directory: string, devices: readonly Written[]): readonly Compared[] =>
  comparedIn(directory, projectFiles(directory, devices)).filter(({ there }) => there === undefined);

/** Writes all of the program or nothing: a file that a person changed is never overwritten. */
export const writeProgram = (
  directory: string,
  files: readonly ProgramFile[],
  devices: readonly Written[],
): readonly string[] => {
  const own = comparedIn(directory, files);
  const changed = own.filter(isChanged);
  if (changed.length > 0) refuse(changed);
  return [...missingOf(directory, devices), ...own].map(put);
};

/** What was shown, and how many files would say something else. */
export interface Updated {
  readonly lines: readonly string[];
  readonly differing: number;
}

/**
 * Writes files that are not there, and shows how the others would change: lines that a person wrote have a `-`, those of the
 * import a `+`. Overwrites nothing. In a directory without a project it writes one.
 */
export const updateProgram = (
  directory: string,
  files: readonly ProgramFile[],
  devices: readonly Written[],
): Updated => {
  const own = comparedIn(directory, files);
  const isProject = existsSync(join(directory, 'package.json')) || existsSync(join(directory, 'cdktf.json'));
  const project = isProject ? [] : missingOf(directory, devices);
  const lines = own.flatMap((each) => {
    const { file, place, there } = each;
    if (!isChanged(each)) return [put(each)];
    return [`differs  ${place}`, ...lineDiff(there!, file.text).map((line) => `  ${masked(line)}`)];
  });
  return { lines: [...project.map(put), ...lines], differing: own.filter(isChanged).length };
};
