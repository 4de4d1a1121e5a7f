import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../lib/run/manifest';
import { tw } from '../../support/command';
import { apply, plan, states, words } from '../../support/engine';
import { compilerFindings, programIn, stackOf } from '../../support/imported';
import { startRig, type Rig } from '../../support/rig';
import { filesIn, leaks } from '../../support/secrecy';
import { synthesised } from '../../support/seed-examples';

const secrets = { RADIUS: 'Qz5-radius~1', AWS_KEY_1: 'aws-Key~1', AWS_KEY_2: 'aws-Key~2' };
const examples = ['ftd-remote-access-ikev2', 'ftd-bgp-cloud', 'site-to-site-certificate'] as const;
const login = ['--login-env', 'LAB'];

let rig: Rig | undefined;
beforeAll(() => void Object.assign(process.env, secrets));
afterEach(() => rig?.close());

const declared = (name: string, version: string): Manifest => synthesised(name, { FMC_VERSION: version }).manifests[0]!;

/** What a plan that adopts does to what is there. */
const adoption = async (manifest: Manifest) => {
  const [target] = await plan(rig!, manifest, { adopt: true });
  return target!;
};

describe('the law: taking over what was imported changes nothing and adopts all of it', () => {
  test.each(examples)('%s', async (name) => {
    rig = await startRig({ fmc: { version: '7.7', flapSeed: 0 } });
    const applied = await apply(rig, declared(name, '7.7'), { target: 'fmc' });
    expect([states(applied), words(applied)]).toEqual([{ fmc: 'applied' }, '']);
    const out = join(rig.room, 'out');
    const ran = await tw(rig, ['import', '--fmc', 'fmc.example.net', ...login, '--out', out]);
    console.log(ran.out, ran.err);
    console.log(readFileSync(join(out, 'devices/fmc.ts'), 'utf8'));
    expect(ran.code).toBe(0);
    console.log(JSON.stringify((await adoption(stackOf(out).manifest)).plan?.changes.map((c:any)=>[c.action,c.address,c.steps.length, c.differences.map((d:any)=>d.text)]), undefined, 1).slice(0, 5000));
  });
});
