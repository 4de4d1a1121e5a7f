import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { adoptionOf } from '../../support/adoption';
import { apply, states, words } from '../../support/engine';
import { programIn } from '../../support/imported';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario } from '../026-ise-and-duo/network';

const hosts = { ise: 'ise.example.net', duo: 'api-lab.duosecurity.com' } as const;
type Option = keyof typeof hosts;
const secrets = Object.values(scenario.secrets!);

let rig: Rig;
afterEach(() => rig.close());

/** A lab whose services have what the scenario declares. */
const applied = async () => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig(scenario.world);
  const manifest = manifestOf((stack) => scenario.declare(stack, 'whole'));
  for (const target of ['ise', 'duo']) {
    const done = await apply(rig, manifest, { target });
    expect([states(done), words(done)]).toEqual([{ [target]: 'applied' }, '']);
  }
  return manifest;
};

const imported = async (option: Option, out: string, ...more: readonly string[]) => {
  const ran = await tw(rig, ['import', `--${option}`, hosts[option], '--login-env', 'LAB', '--out', out, ...more]);
  expect([ran.code, ran.err.split('\n').filter((line) => !line.startsWith(`${hosts[option]}: `))]).toEqual([0, ['']]);
  return ran;
};
const programOf = (out: string, option: Option): string => readFileSync(join(out, `devices/${option}.ts`), 'utf8');

test.each<readonly [Option, readonly string[]]>([
  // What ISE has from its installation on is referred to; the lab has this one besides.
  ['ise', ['ise-identity-group/Contractors']],
  ['duo', []],
])('%s: taking over what was imported adopts all of it and changes nothing', async (option, more) => {
  const manifest = await applied();
  const out = join(rig.room, 'out');
  const ran = await imported(option, out);
  expect(ran.out).toMatch(new RegExp(`^${option}: \\d+ objects, 0 left unmanaged`, 'm'));
  const { blocked, acting, adopted } = await adoptionOf(rig, out, option);
  expect([blocked, acting]).toEqual([[], []]);
  const declared = manifest.targets.find(({ id }) => id === option)!.desired.items.map(({ address }) => address);
  expect([...adopted].sort()).toEqual([...declared, ...more].sort());
  expect(leaks({ ...ran, code: '', ...filesIn(out) }, secrets)).toEqual([]);

  const [file, again, byTarget] = ['answers.json', 'again', 'target'].map((name) => join(rig.room, name)) as [
    string,
    string,
    string,
  ];
  await imported(option, again, '--save', file);
  expect(programIn(again)).toEqual(programIn(out));
  expect(leaks({ file: readFileSync(file, 'utf8') }, secrets)).toEqual([]);
  const ofFile = await tw(rig, ['import', `--${option}`, file, '--login-env', 'LAB', '--out', join(rig.room, 'file')]);
  expect([ofFile.code, ofFile.err]).toEqual([0, '']);
  expect(programOf(join(rig.room, 'file'), option).replace('answers.json', hosts[option])).toBe(programOf(out, option));

  const path = rig.save(manifest);
  const ofTarget = await tw(rig, ['import', '--manifest', path, '--target', option, '--out', byTarget]);
  expect([
    ofTarget.code,
    programOf(byTarget, option)
      .replace(/\b(ISE|DUO)_/g, 'LAB_')
      .replace(/'(ISE|DUO)'/g, "'LAB'"),
  ]).toEqual([0, programOf(out, option)]);
});
