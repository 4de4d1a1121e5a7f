import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { transformSync, type Options } from '@swc/core';
import { lazily, lazyEntries } from '../../scripts/lazy-entry';

const root = resolve(__dirname, '../..');
/** Where the compiled project is, which a test starts in a fourth of the time that compiling on the way takes. */
export const compiled = join(root, 'node_modules', '.cache', 'tunnelwright');

const lazyMaker = join(root, 'scripts/lazy-entry.ts');
const options: Options = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};

const filesIn = (directory: string, ending: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
    : [];

/** Whole or not at all: another run may be reading. */
const put = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
};

/** As the build does it: entries by TypeScript itself, whose text is what is made lazy. */
const textOf = (source: string, module: string): string => {
  const text = readFileSync(source, 'utf8');
  return lazyEntries.includes(module)
    ? lazily(
        transpileModule(text, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } })
          .outputText,
      )
    : transformSync(text, { ...options, filename: source }).code;
};

const compile = (room: string): void => {
  const sources = filesIn(join(root, room), '.ts');
  for (const name of sources) {
    const [source, made] = [join(root, room, `${name}.ts`), join(compiled, room, `${name}.js`)];
    const rests = [source, ...(lazyEntries.includes(`${room}/${name}`) ? [lazyMaker] : [])];
    const changed = Math.max(...rests.map((file) => statSync(file).mtimeMs));
    if ((statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0) > changed) continue;
    put(made, textOf(source, `${room}/${name}`));
  }
  const there = new Set(sources);
  for (const name of filesIn(join(compiled, room), '.js'))
    if (!there.has(name)) rmSync(join(compiled, room, `${name}.js`));
};

/** Before all tests: the project as it is now, compiled, as a user has it of the registry. */
const prepare = (): void => {
  // What a command keeps for a person is not put into the home of who runs the tests.
  process.env['XDG_CONFIG_HOME'] = join(root, 'node_modules', '.cache', 'tunnelwright-home');
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  put(join(compiled, 'package.json'), JSON.stringify({ ...own, type: 'commonjs' }));
  ['lib', 'constructs', 'testing'].forEach(compile);
  for (const file of [
    ...filesIn(join(root, 'lib'), '.mjs').map((name) => `${name}.mjs`),
    ...filesIn(join(root, 'lib'), '.css').map((name) => `${name}.css`),
  ])
    put(join(compiled, 'lib', file), readFileSync(join(root, 'lib', file), 'utf8'));
};

export default prepare;
