import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifests, type Manifest } from '../../lib/run/manifest';

const root = join(__dirname, '../../examples');

/** Every program below `examples/`: `flexvpn/eap`. */
export const exampleNames: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => existsSync(join(root, name, 'main.ts')))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

/** What a program below `examples/` writes. */
export interface Synthesised {
  readonly manifests: readonly Manifest[];
  /** The lines of each `.cfg` file, without their indents. */
  readonly lines: ReadonlySet<string>;
  /** The `.cfg` files, by target. */
  readonly configs: Readonly<Record<string, string>>;
  /** What it says is wrong. */
  readonly said: string;
}

const done = new Map<string, Synthesised>();

/** Runs a program in this process, once. */
export const synthesised = (name: string): Synthesised => {
  const known = done.get(name);
  if (known) return known;
  const out = mkdtempSync(join(tmpdir(), 'tunnelwright-example-'));
  const { CDKTF_OUTDIR: before } = process.env;
  process.env['CDKTF_OUTDIR'] = out;
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require(join(root, name, 'main'));
    const configs = Object.fromEntries(
      readdirSync(out, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.cfg'))
        .map((file) => [/([^/\\]+)\.cfg$/.exec(file)![1]!, readFileSync(join(out, file), 'utf8')]),
    );
    const lines = new Set(Object.values(configs).flatMap((text) => text.split('\n').map((line) => line.trim())));
    const result = { manifests: said.length > 0 ? [] : readManifests(out), lines, configs, said: said.join('') };
    done.set(name, result);
    return result;
  } finally {
    stderr.mockRestore();
    process.exitCode = 0;
    if (before === undefined) delete process.env['CDKTF_OUTDIR'];
    else process.env['CDKTF_OUTDIR'] = before;
    rmSync(out, { recursive: true });
  }
};
