import { sampled } from '../../support/sampled';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tw } from '../../support/command';
import { compilerFindings, planOn, programIn, stackOf } from '../../support/imported';

const fixtures = join(__dirname, '../../fixtures/running-config');
const samples = join(__dirname, '../../../../shared/samples');
if (!existsSync(samples)) console.log(`skipped: the samples: ${samples} is not present`);
const filesIn = (directory: string): readonly string[] =>
  existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : [];
const isConfiguration = (file: string): boolean => /\.(cfg|config|ios)$/.test(file);
const all = [fixtures, join(samples, 'running-config'), join(samples, 'synthetic')]
  .flatMap(filesIn)
  .filter(isConfiguration);
const chosen = sampled(all, 4);
const platformOfFile = (file: string): 'asa' | 'ios-xe' => (basename(file).startsWith('asa-') ? 'asa' : 'ios-xe');

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-import-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const nobody = { lab: undefined, ledgers: undefined } as unknown as Parameters<typeof tw>[0];
const imported = (file: string, out: string) =>
  tw(nobody, ['import', '--platform', platformOfFile(file), '--release', '17.9', '--out', out, file]);

describe.each(chosen.map((file) => [basename(file), file] as const))('%s', (name, file) => {
  const out = join(room, name);

  test('the imported program adopts all that it declares, and changes nothing', async () => {
    const ran = await imported(file, out);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const [target] = stackOf(out).manifest.targets;
    const declared = readFileSync(join(out, 'devices', `${target!.id}.ts`), 'utf8').match(/\bnew \w+\(/g)!.length - 1;
    const { adopted, acting } = planOn(target!, platformOfFile(file), readFileSync(file, 'utf8'));
    expect(acting).toEqual([]);
    // Beside its objects, blocks that stand empty first where two refer to each other.
    expect(adopted.filter((address) => !address.endsWith(' (empty)'))).toHaveLength(declared);
    expect(declared).toBeGreaterThan(8);
  });

  test('importing again gives the same bytes', async () => {
    const again = await imported(file, `${out}-again`);
    expect(again.code).toBe(0);
    expect(programIn(`${out}-again`)).toEqual(programIn(out));
    const same = await imported(file, out);
    expect([same.code, same.out.match(/^created/m)]).toEqual([0, null]);
  });
});

test('the imported programs compile', () => {
  const files = chosen.flatMap((file) => ['network.ts', 'main.ts'].map((own) => join(room, basename(file), own)));
  expect(compilerFindings(files)).toEqual([]);
}, 300_000);

const router = (name: string, key: string): string =>
  [
    'version 17.9',
    `hostname ${name}`,
    'crypto ikev2 keyring class',
    ' peer b-1',
    '  address 192.0.2.9',
    `  pre-shared-key ${key}`,
    ' !',
    'crypto ikev2 profile class',
    ' match identity remote address 192.0.2.9 255.255.255.255',
    ' authentication remote pre-share',
    ' authentication local pre-share',
    ' keyring local class',
    'end',
    '',
  ].join('\n');

test('several devices have a file each, names that are words of the language are none of variables, no key is repeated', async () => {
  const files = ['a', 'b'].map((name) => {
    const file = join(room, `${name}.cfg`);
    writeFileSync(file, router(`edge-${name}`, 'Tr0ub4dor-key'));
    return file;
  });
  const out = join(room, 'two');
  const ran = await tw(nobody, ['import', '--platform', 'ios-xe', '--out', out, ...files]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain('EDGE_A_CLASS_B_1_KEY');
  const text = readFileSync(join(out, 'devices/edge-b.ts'), 'utf8');
  expect(text).toContain(
    "const ikeV2KeyringClass = new IkeV2Keyring(edgeB, 'class-ikev2-keyring', {\n    name: 'class',",
  );
  expect(text).toContain("key: Secret.fromEnv('EDGE_B_CLASS_B_1_KEY')");
  expect(text).toContain('keyring: ikeV2KeyringClass,');
  expect(text + ran.out).not.toContain('Tr0ub4dor');
  expect(stackOf(out).manifest.targets.map(({ id }) => id)).toEqual(['edge-a', 'edge-b']);
});

test('a user whose password the device keeps as a hash stays unmanaged: a first plan would set it', async () => {
  const [file, out] = [join(room, 'user.cfg'), join(room, 'user')];
  writeFileSync(
    file,
    `version 17.9\nhostname user\nusername ops privilege 15 secret 9 $9$abc$def\n${router('user', 'one')}`,
  );
  const ran = await imported(file, out);
  expect(ran.code).toBe(0);
  const text = readFileSync(join(out, 'devices/user.ts'), 'utf8');
  expect(text).toContain(
    '// Not managed: local-user ops, line 3: what the device shows of its secret, like a hash, cannot be compared',
  );
  expect(text).not.toMatch(/new LocalUser|\$9\$/);
});

test('a file that a person changed is not overwritten, and nothing else is written', async () => {
  const out = join(room, 'kept');
  const file = join(room, 'kept.cfg');
  writeFileSync(file, router('kept', 'one'));
  expect((await imported(file, out)).code).toBe(0);
  writeFileSync(join(out, 'network.ts'), '// mine\n');
  rmSync(join(out, 'devices'), { recursive: true });
  const again = await imported(file, out);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toContain('network.ts] is there already and says something else. Nothing was written');
  expect(existsSync(join(out, 'devices'))).toBe(false);
  expect(readFileSync(join(out, 'network.ts'), 'utf8')).toBe('// mine\n');
});

test('a profile and a virtual template that refer to each other are both declared, the template ahead by its name', async () => {
  const out = join(room, 'circle');
  const ran = await imported(join(fixtures, 'ra-hub-17.9.cfg'), out);
  expect(ran.code).toBe(0);
  const text = readFileSync(join(out, 'devices/ra-hub1.ts'), 'utf8');
  const ahead = "const virtualTemplate10 = { ref: 'virtual-template', name: 'Virtual-Template10' } as const;";
  const places = [ahead, 'template: virtualTemplate10', "new VirtualTemplate(raHub1, 'Virtual-Template10'"].map(
    (words) => text.indexOf(words),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});
