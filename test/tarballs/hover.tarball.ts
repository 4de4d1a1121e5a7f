/** What an editor shows of the published types: the compiler's language service asked at ten fields of a program. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const file = join(root, 'hovered.ts');

/** `«field»` is where the pointer is. The props of devices (`host`, `release`) are not among them: their types still lose it. */
const marked = `
import { ConfigArchive, CryptoSuite, Fmc, IkeV2Profile, IkeV2Proposal, IosXeRouter, Login, Secret, PreSharedKey, SiteToSiteVpn, VpnStack } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
declare const stack: VpnStack;
const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.4', login: Login.fromEnv('FMC') });
new IkeV2Proposal(edge, 'strong', { «encryption»: ['aes-gcm-256'], «prf»: ['sha384'], «group»: [19] });
new SiteToSiteVpn(stack, 'vpn', {
  «suite»: CryptoSuite.aes256Gcm({ group: 19 }),
  «authentication»: PreSharedKey.from(Secret.fromEnv('KEY')),
  «lifetimes»: { ike: 28800 },
  ends: [{ device: edge, interface: 'GigabitEthernet1', address: '198.51.100.1', «tunnel»: '10.0.0.1/30', «networks»: [] }],
}).on(edge).profile.override({ «lifetime»: 28800 });
Testing.«stack»();
`;
const fields = [...marked.matchAll(/«(\w+)»/g)].map(([whole, name], i) => ({
  name: name!,
  at: marked.indexOf(whole) - 2 * i,
}));
const program = marked.replace(/[«»]/g, '');

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  paths: {
    tunnelwright: [join(root, 'dist/constructs/index.d.ts')],
    'tunnelwright/testing': [join(root, 'dist/testing/index.d.ts')],
  },
};

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    if (name === file) return ts.ScriptSnapshot.fromString(program);
    return existsSync(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')) : undefined;
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
});

const hovered = (at: number) => {
  const info = service.getQuickInfoAtPosition(file, at);
  return {
    type: ts.displayPartsToString(info?.displayParts),
    documentation: ts.displayPartsToString(info?.documentation),
    defaults: (info?.tags ?? [])
      .filter(({ name }) => name === 'default')
      .map(({ text }) => ts.displayPartsToString(text)),
  };
};
const of = (name: string) => hovered(fields.find((field) => field.name === name)!.at);

describe('the published types', () => {
  test('are enough for the program', () => {
    const faults = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  test.each(fields)('show what $name is', ({ at }) => {
    expect(hovered(at).documentation).toMatch(/^\S.{9}/);
  });

  test('show values and their order, what a platform writes, ranges and defaults', () => {
    expect(of('encryption').documentation).toContain('first is preferred');
    expect(of('encryption').documentation).toContain('IOS-XE: `encryption …`.');
    expect(of('encryption').type).toContain('"aes-gcm-256"');
    expect(of('lifetime').documentation).toContain('120 to 86400');
    expect(of('lifetimes').documentation).toContain('Default: IKE SA 28800, IPsec SA 3600.');
  });

  test('do not repeat each noun in the list of nouns', () => {
    const sizes = readdirSync(join(root, 'dist/lib/model'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.d.ts'))
      .map((name) => [name, statSync(join(root, 'dist/lib/model', name)).size] as const);
    expect(sizes.filter(([, size]) => size > 200_000)).toEqual([]);
  });
});
