import { existsSync } from 'node:fs';
import { fail } from '../kernel/problem';
import { readJson } from '../run/host-io';
import { runProgram } from './program';

/** The program of the project: `app` of the cdktf.json here. */
const declaredApp = (): string => {
  if (!existsSync('cdktf.json'))
    return fail(
      'app.missing',
      'cdktf.json',
      'there is none here, so there is no program to run',
      'give --app main.ts, or --manifest for a manifest that is written already',
    );
  const project = readJson('cdktf.json', 'app.corrupt', 'correct it: { "app": "npx tsx main.ts" }') as {
    readonly app?: unknown;
  } | null;
  return typeof project?.app === 'string'
    ? project.app
    : fail('app.missing', 'cdktf.json', 'names no app', 'add "app": "npx tsx main.ts"');
};

/** Runs the program with these variables besides. What it says goes to standard error. Gives its last words. */
export const runApp = async (app: string | undefined, variables: Readonly<Record<string, string>>): Promise<string> =>
  runProgram(app ?? declaredApp(), variables);
