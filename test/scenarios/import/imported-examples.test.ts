import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { planOn, programIn, stackOf } from '../../support/imported';

const examples = join(__dirname, '../../../examples/imported');
const rig = { lab: undefined, ledgers: undefined } as unknown as Parameters<typeof tw>[0];

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-imported-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const configurations = (name: string): readonly string[] =>
  readdirSync(join(examples, name))
    .filter((file) => file.endsWith('.cfg'))
    .map((file) => join(examples, name, file));

describe.each([
  ['certificate-edge', 'ios-xe'],
  ['asa-headend', 'asa'],
  ['two-routers', 'ios-xe'],
] as const)('examples/imported/%s', (name, platform) => {
  const files = configurations(name);

  test('is what importing its configurations writes', async () => {
    const out = join(room, name);
    const ran = await tw(rig, ['import', '--platform', platform, '--out', out, ...files]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(programIn(out)).toEqual(programIn(join(examples, name)));
  });

  test('can be synthesised: its rules find no error', () =>
    expect(stackOf(join(examples, name), join(room, `${name}.problems`)).problems).toEqual([]));

  test('adopts all that it declares on its devices, and changes nothing', () => {
    const { targets } = stackOf(join(examples, name), join(room, `${name}.out`)).manifest;
    expect(targets).toHaveLength(files.length);
    for (const target of targets) {
      const file = files.find((each) => each.endsWith(`/${target.id}.cfg`))!;
      const { adopted, acting } = planOn(target, platform, readFileSync(file, 'utf8'));
      expect(acting).toEqual([]);
      expect(adopted.length).toBeGreaterThan(8);
    }
  });
});
