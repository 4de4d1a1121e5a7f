/** What commands print with --json holds to the published schemas: the files of schemas/, over real output. */
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { tw } from '../../support/command';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const validatorOf = (name: string) =>
  new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')) as object,
  );

test('of every command that has --json', async () => {
  const file = rig.save(manifestOf((stack) => tunnel(stack, 'whole')));
  const validated: string[] = [];
  const printed = async (name: string, ...words: readonly string[]): Promise<unknown> => {
    const { out, err } = await tw(rig, [...words, '--json']);
    if (out === '') throw new Error(`${words.join(' ')} printed nothing: ${err}`);
    const json = JSON.parse(out) as unknown;
    const validate = validatorOf(name);
    validate(json);
    expect({ words, errors: validate.errors ?? [] }).toEqual({ words, errors: [] });
    validated.push(name);
    return json;
  };
  const on = ['--manifest', file] as const;
  const plan = (await printed('plan', 'plan', ...on, '--out', `${rig.room}/p.json`)) as object;
  expect(await printed('plan', 'show', `${rig.room}/p.json`)).toEqual(plan);
  await printed('lint', 'lint', '--manifest', file);
  const { run } = (await printed('apply', 'apply', ...on, '--yes')) as { readonly run: string };
  await printed('plan', 'plan', ...on, '--stats');
  await printed('verify', 'verify', ...on);
  await printed('certs', 'certs', ...on);
  await printed('plan', 'drift', ...on);
  await printed('runs', 'runs', ...on);
  await printed('state-list', 'state', 'list', ...on);
  await printed('state-show', 'state', 'show', 'net/edge', ...on);
  await printed('rollback', 'rollback', ...on, '--run', run, '--yes', '--allow-disruption');
  await printed('apply', 'destroy', ...on, '--yes');
  await printed('inspect', 'inspect', 'test/fixtures/running-config/flex-hub-17.9.cfg', '--platform', 'ios-xe');
  await printed('lint', 'lint', 'test/fixtures/running-config/flex-hub-17.9.cfg', '--platform', 'ios-xe');
  expect([...new Set(validated)].sort()).toEqual(
    ['apply', 'certs', 'inspect', 'lint', 'plan', 'rollback', 'runs', 'state-list', 'state-show', 'verify'].sort(),
  );
}, 240_000);

test('a schema refuses what no command prints', () => {
  const validate = validatorOf('verify');
  expect(validate([{ id: 'edge', asDeclared: 'yes', tunnels: [], problems: [] }])).toBe(false);
});
