import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifests, type Manifest } from '../../lib/run/manifest';

const root = join(__dirname, '../../examples');

/** Every program below `examples/`: `flexvpn/eap`. Imported ones are tested with the configurations that they come from. */
export const exampleNames: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => existsSync(join(root, name, 'main.ts')))
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => !name.startsWith('imported/'))
  .sort();

/** One request as the file beside the manifest shows it. */
export interface ExampleRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** What a program below `examples/` writes. */
export interface Synthesised {
  readonly manifests: readonly Manifest[];
  /** The lines of each `.cfg` file, without their indents. */
  readonly lines: ReadonlySet<string>;
  /** The `.cfg` files, by target. */
  readonly configs: Readonly<Record<string, string>>;
  /** The `.requests.json` files, by target. */
  readonly requests: Readonly<Record<string, readonly ExampleRequest[]>>;
  /** The `.xml` files, by name. */
  readonly profiles: Readonly<Record<string, string>>;
  /** What it says is wrong. */
  readonly said: string;
}

const done = new Map<string, Synthesised>();

/** The files of one ending, by the name of their target. */
const filesOf = (out: string, ending: string): readonly (readonly [string, string])[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => [file.split(/[/\\]/).pop()!.slice(0, -ending.length), readFileSync(join(out, file), 'utf8')]);

/** Runs a program in this process, once; with `env`, once for each. */
export const synthesised = (name: string, env: Readonly<Record<string, string>> = {}): Synthesised => {
  const key = `${name} ${JSON.stringify(env)}`;
  const known = done.get(key);
  if (known) return known;
  const were = Object.keys(env).map((variable) => [variable, process.env[variable]] as const);
  Object.assign(process.env, env);
  try {
    const result = run(name, were.length > 0);
    done.set(key, result);
    return result;
  } finally {
    for (const [variable, value] of were)
      if (value === undefined) delete process.env[variable];
      else process.env[variable] = value;
  }
};

const run = (name: string, again: boolean): Synthesised => {
  const out = mkdtempSync(join(tmpdir(), 'tunnelwright-example-'));
  const { CDKTF_OUTDIR: before } = process.env;
  process.env['CDKTF_OUTDIR'] = out;
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const main = join(root, name, 'main');
    const load = (): unknown =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      require(main);
    // A program reads its environment when it is loaded: for another environment it is loaded again.
    if (again) jest.isolateModules(load);
    else load();
    const configs = Object.fromEntries(filesOf(out, '.cfg'));
    const profiles = Object.fromEntries(filesOf(out, '.xml'));
    const requests = Object.fromEntries(
      filesOf(out, '.requests.json').map(([target, text]) => [target, JSON.parse(text) as ExampleRequest[]]),
    );
    const lines = new Set(Object.values(configs).flatMap((text) => text.split('\n').map((line) => line.trim())));
    return {
      manifests: said.length > 0 ? [] : readManifests(out),
      lines,
      configs,
      requests,
      profiles,
      said: said.join(''),
    };
  } finally {
    stderr.mockRestore();
    process.exitCode = 0;
    if (before === undefined) delete process.env['CDKTF_OUTDIR'];
    else process.env['CDKTF_OUTDIR'] = before;
    rmSync(out, { recursive: true });
  }
};
