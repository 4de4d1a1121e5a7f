import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail } from '../../kernel/problem';
import { atFile } from '../../run/host-io';
import { defaultBranch } from '../default-branch';
import { nextSteps } from '../output/next-steps';
import { exit, say } from '../output/report';
import { ownPackage, peersOf, type OwnPackage } from '../own-package';
import type { Pipeline } from '../templates/pipeline';
import { pipelineNames, pipelines } from '../templates/pipelines';
import { mainText, networkText, testText } from '../templates/program';
import { cdktfText, gitignoreText, packageText, tsconfigText } from '../templates/settings';

export interface InitOptions {
  /** Which pipeline file is written: a name of `pipelines`. */
  readonly ci: string;
}

interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** What a person does where a file of theirs was kept. */
  readonly kept?: string;
}

/** A name that npm takes, made of that of the directory. */
const packageName = (directory: string): string =>
  basename(directory)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(0, 100) || 'vpn';

const filesOf = (
  name: string,
  own: OwnPackage,
  pipeline: Pipeline | undefined,
  branch: string,
): readonly ProjectFile[] => {
  const drivers = pipeline === undefined ? [] : [pipeline.driver];
  const peers = Object.keys(peersOf(own, drivers)).join(' ');
  return [
    {
      path: 'package.json',
      text: packageText(name, own, drivers),
      kept: `add what is missing: npm install tunnelwright ${peers}`,
    },
    { path: 'cdktf.json', text: cdktfText(name), kept: 'its "app" must run your program: "npx tsx main.ts"' },
    { path: 'tsconfig.json', text: tsconfigText },
    {
      path: '.gitignore',
      text: gitignoreText,
      kept: 'it must name .tunnelwright/, fingerprint.key, cdktf.out/ and .lab/',
    },
    { path: 'main.ts', text: mainText },
    { path: 'network.ts', text: networkText },
    { path: 'test/network.test.ts', text: testText },
    ...(pipeline === undefined ? [] : [{ path: pipeline.path, text: pipeline.text(branch) }]),
  ];
};

/** Writes a file that is not there yet; false where there is one, even a link that leads nowhere. */
const create = (file: string, text: string): boolean =>
  atFile(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  });

const first = [
  'npm install',
  'npm test',
  'npx tunnelwright synth                                  # what the program declares, as files',
  'export PUNE_DELHI_KEY=at-least-16-characters            # the key of the tunnel',
  'npx tunnelwright lab --app main.ts                      # in another terminal: simulated devices',
  'npx tunnelwright plan --lab .lab/lab.json               # what would change',
  'npx tunnelwright apply --lab .lab/lab.json',
  'npx tunnelwright verify --lab .lab/lab.json --wait 10   # as declared, and up?',
];

const next = (directory: string, pipeline: Pipeline | undefined, branch: string): readonly string[] => [
  ...nextSteps(directory, first),
  ...(pipeline === undefined
    ? []
    : [
        '',
        `${pipeline.path} plans in each ${pipeline.request} and applies that after its merge into ${pipeline.namesBranch ? branch : 'the default branch'}, when you have set what it needs:`,
        '  node_modules/tunnelwright/docs/how-to/pipeline.md',
      ]),
];

/** Writes the files of a new project. Asks nothing, and never changes a file that is there. */
export const initCommand = (directory: string, { ci }: InitOptions): number => {
  if (!pipelineNames.includes(ci))
    fail(
      'init.ci',
      '--ci',
      `'${ci}' is not a pipeline that can be written`,
      `choose one of ${pipelineNames.join(', ')}`,
    );
  if (directory.trim() === '')
    fail('init.directory', 'init', 'the name of the directory is empty', 'write init . or a name');
  const branch = defaultBranch(directory);
  const files = filesOf(packageName(resolve(directory)), ownPackage(), pipelines[ci], branch);
  const ended = files.map((file) => ({ ...file, created: create(join(directory, file.path), file.text) }));
  const kept = ended.filter(({ created }) => !created);
  say(...ended.map(({ path, created }) => `${created ? 'created' : 'kept   '}  ${join(directory, path)}`));
  if (kept.length > 0) say('', 'A file that was there is never changed.');
  for (const { path, kept: remedy } of kept) if (remedy !== undefined) say(`  ${path}: ${remedy}`);
  say(...next(directory, pipelines[ci], branch));
  return exit.clean;
};
