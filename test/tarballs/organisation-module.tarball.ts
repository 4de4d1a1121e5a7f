/** examples/organisation-module as packages: built against the packed Tunnelwright, packed, installed, and used by a program. */
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describeInstalled, emptyFolder, install, pack, run, tarball, write } from './support/installed';

const root = resolve(__dirname, '../..');
const example = join(root, 'examples/organisation-module');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const program = readFileSync(join(example, 'network/main.ts'), 'utf8');

const compiled = (module: ts.ModuleKind): string =>
  ts.transpileModule(program, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;

describeInstalled("an organisation's module", () => {
  const folder = emptyFolder('organisation');
  const written = (out: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(folder, out, 'stacks/example'))
        .filter((file) => file.endsWith('.cfg'))
        .map((file) => [file, readFileSync(join(folder, out, 'stacks/example', file), 'utf8')]),
    );
  /** Runs the program, and gives what it says and the files that it writes. */
  const runs = (file: string, out: string) => {
    const said = run(folder, 'env', `CDKTF_OUTDIR=${out}`, 'node', file);
    return { said, written: written(out) };
  };

  test('is built with the types of the installed package, packed, and installed', () => {
    write(folder, { 'package.json': '{"name":"example-network","private":true}' });
    install(folder, tarball);
    cpSync(join(example, 'vpn'), join(folder, 'source'), { recursive: true });
    run(join(folder, 'source'), 'node', tsc);
    install(folder, pack(join(folder, 'source'), join(folder, 'packed')));
    const files = readdirSync(join(folder, 'node_modules/@example/vpn'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('dist/corporate-site.d.ts');
    expect(files.filter((file) => file.includes('test') || file.includes('node_modules'))).toEqual([]);
  });

  test('its types are those that a program needs', () => {
    const settings = { module: 'node16', target: 'es2022', strict: true, skipLibCheck: true, noEmit: true, types: [] };
    const project = JSON.stringify({ compilerOptions: settings, files: ['main.ts'] });
    write(folder, { 'main.ts': program, 'tsconfig.json': project });
    expect(run(folder, 'node', tsc)).toBe('');
  });

  test('is used by a program that is CommonJS', () => {
    write(folder, { 'main.cjs': compiled(ts.ModuleKind.CommonJS) });
    const { said, written: files } = runs('main.cjs', 'cjs');
    expect(said).toBe('');
    expect(Object.keys(files).sort()).toEqual(['delhi-edge.cfg', 'hq.cfg', 'pune-edge.cfg']);
    expect(files['pune-edge.cfg']).toContain('crypto ikev2 profile pune-vpn\n description pune CHG0012345\n');
  });

  test('is used by a program that is ESM, with the same result', () => {
    write(folder, { 'main.mjs': compiled(ts.ModuleKind.ESNext) });
    expect(readFileSync(join(folder, 'main.mjs'), 'utf8')).toContain("from '@example/vpn'");
    expect(runs('main.mjs', 'esm')).toEqual(runs('main.cjs', 'cjs'));
  });

  test('a second copy of Tunnelwright below the module changes nothing', () => {
    const one = runs('main.cjs', 'cjs');
    const nested = join(folder, 'node_modules/@example/vpn/node_modules/tunnelwright');
    cpSync(join(folder, 'node_modules/tunnelwright'), nested, { recursive: true });
    expect(runs('main.cjs', 'two')).toEqual(one);
  });
});
