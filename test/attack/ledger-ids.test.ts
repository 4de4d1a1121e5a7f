import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { App, Fmc, IkeV2Proposal, IosXeRouter, Login, Moved, VpnStack } from '../../constructs';

const app = (): App => new App({ outdir: mkdtempSync(join(tmpdir(), 'synth-')) });
const router = (scope: Construct, id: string, host: string): IosXeRouter =>
  new IosXeRouter(scope, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });
const fmc = (scope: Construct, id: string, domain?: string): Fmc =>
  new Fmc(scope, id, {
    host: 'fmc.example.net',
    version: '7.4',
    login: Login.fromEnv('FMC'),
    ...(domain ? { domain } : {}),
  });
const said = (stack: VpnStack): readonly string[] => stack.problems.map((p) => `[${p.path}] ${p.message}`);

describe('ids of targets', () => {
  test('that would be one file and one ledger are refused, with both construct paths', () => {
    const stack = new VpnStack(app(), 'net');
    router(new Construct(stack, 'site'), 'edge', '192.0.2.1');
    router(stack, 'site-edge', '192.0.2.2');
    expect(said(stack)).toEqual([
      '[net/site-edge] has the id net/site-edge, and net/site/edge has the same: their files and ledgers would be one',
    ]);
  });
  test('that differ in capitals only are refused: some file systems do not tell them', () => {
    const stack = new VpnStack(app(), 'net');
    router(stack, 'edge', '192.0.2.1');
    router(stack, 'EDGE', '192.0.2.2');
    expect(said(stack)).toEqual([
      '[net/EDGE] has the id net/EDGE, and net/edge has net/edge: their files and ledgers would be one',
    ]);
  });
  test('of two stacks whose ledgers would be one are refused, once', () => {
    const program = app();
    const [first, second] = [new VpnStack(program, 'a.b'), new VpnStack(program, 'a')];
    router(first, 'c', '192.0.2.1');
    router(second, 'b.c', '192.0.2.2');
    expect(said(first)).toEqual([]);
    expect(said(second)).toEqual([
      '[a/b.c] has the id a/b.c, and a.b/c has a.b/c: their files and ledgers would be one',
    ]);
  });
});

describe('two targets', () => {
  test('with one host are refused, in two stacks too', () => {
    const program = app();
    const [first, second] = [new VpnStack(program, 'one'), new VpnStack(program, 'two')];
    router(first, 'edge', 'edge.example.net');
    router(second, 'core', 'EDGE.example.net');
    expect(said(first)).toEqual([]);
    expect(said(second)).toEqual([
      '[two/core] is the same device as one/edge (iosxe edge.example.net, port 22): each would delete or overwrite what the other does not declare',
    ]);
  });
  test('are two where one FMC has two domains', () => {
    const stack = new VpnStack(app(), 'net');
    fmc(stack, 'global');
    fmc(stack, 'child', 'Global/Child');
    expect(said(stack)).toEqual([]);
    fmc(stack, 'again', 'GLOBAL');
    expect(new VpnStack(app(), 'x').problems).toEqual([]);
  });
});

describe('what is declared as moved', () => {
  test('becomes part of the manifest: ledgers of a device, addresses of its objects', () => {
    const stack = new VpnStack(app(), 'net');
    const edge = router(stack, 'edge-a', '192.0.2.1');
    const to = new IkeV2Proposal(edge, 'NEW', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    new Moved(stack, 'device', { from: 'net/site/a', to: edge });
    new Moved(stack, 'object', { from: 'OLD', to });
    expect(said(stack)).toEqual([]);
    expect(stack.manifest.targets[0]).toMatchObject({
      moved: ['net/site-a'],
      movedObjects: [{ from: 'ikev2-proposal/OLD', to: 'ikev2-proposal/NEW' }],
    });
  });
  test('from what is still declared, or from no path, is refused', () => {
    const stack = new VpnStack(app(), 'net');
    const [a, b] = [router(stack, 'a', '192.0.2.1'), router(stack, 'b', '192.0.2.2')];
    new Moved(stack, 'one', { from: 'net/a', to: b });
    new Moved(stack, 'two', { from: 'old', to: a });
    expect(said(stack)).toEqual([
      "[net/a] 'old' is not the construct path of a device",
      '[net/b] is declared as moved from net/a, which is still declared',
    ]);
  });
});
