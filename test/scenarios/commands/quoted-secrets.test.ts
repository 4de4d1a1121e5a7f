import { DuoGroup, IseInternalUser, Secret } from 'tunnelwright';
import { showProblem } from '../../../lib/kernel/problem';
import { lockTarget } from '../../../lib/run/apply';
import { tw } from '../../support/command';
import { startRig, type Rig } from '../../support/rig';
import { duo, ise, manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario as mesh } from '../021-mesh-with-an-asa/network';

/** A device or a service quotes what it refuses: a value of ours with it. */
const key = 'Lk4;fern="quay"+tide';
const password = 'Wd9/plum:tide&reef';
const duoKey = 'LabSecretKeyLabSecretKeyLabSecretKeyLab0';

const manifest = manifestOf((stack) => {
  mesh.declare(stack, 'whole');
  new IseInternalUser(ise(stack), 'anna', { password: Secret.fromEnv('ANNA') });
  new DuoGroup(duo(stack), 'staff', { name: 'Staff' });
});

const quotedIn: Readonly<Record<string, (rig: Rig) => void>> = {
  fmc: ({ fmc }) => {
    const description = `Invalid value "${key}" (${JSON.stringify(key)}, ${Buffer.from(key).toString('base64')}) for preSharedKey`;
    const body = { error: { category: 'FRAMEWORK', messages: [{ description }], severity: 'ERROR' } };
    fmc.faults.status = { match: /^(POST|PUT) (object|policy)/, code: 400, body, times: 99 };
  },
  ise: (rig) => {
    const title = `${password} (${encodeURIComponent(password)}) breaks the password policy`;
    const body = { ERSResponse: { operation: 'POST', messages: [{ title, type: 'ERROR', code: 'x' }] } };
    rig.ise.faults.status = { match: /^POST /, code: 400, body, times: 99 };
  },
  duo: (rig) => {
    const body = { stat: 'FAIL', code: 40002, message: `not signed with ${duoKey}`, message_detail: duoKey };
    rig.duo.faults.status = { match: /^POST /, code: 400, body, times: 99 };
  },
  edge: ({ edge }) => {
    edge.faults.refuse = { line: /pre-shared-key/, words: `% Invalid key ${key} (${JSON.stringify(key)})` };
  },
  asa: ({ asa }) => {
    asa.faults.refuse = { line: /pre-shared-key/, words: `ERROR: Invalid key ${key}, not ${encodeURIComponent(key)}` };
  },
};

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, { MESH_KEY: key, ANNA: password });
  rig = await startRig();
});
afterEach(() => rig.close());

/** What is written of a run, but for the passwords of the lab. */
const written = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filesIn(rig.room)).filter(([file]) => !/(^|-)password$|secret-key$/.test(file)));

test.each(Object.entries(quotedIn))(
  'a value that the %s quotes is not shown, and not written',
  async (target, quote) => {
    quote(rig);
    const shown: string[] = [];
    const [work] = rig.works(manifest, target);
    const said = {
      store: rig.store,
      adopt: false,
      run: 'r1',
      progress: (_: string, text: string) => void shown.push(text),
    };
    const held = await lockTarget(work!, said);
    const ended = await held.apply();
    await held.release();
    shown.push(...ended.notes, ...ended.problems.map(showProblem));
    expect(ended.state).toBe('failed');
    expect(shown.join('\n')).toMatch(/<secret:(env|file):/);
    expect(leaks({ ...written(), shown: shown.join('\n') }, [key, password, duoKey])).toEqual([]);
  },
);

test.each([[[]], [['--json']]])('the command shows no value that an FMC quotes: %s', async (more) => {
  quotedIn['fmc']!(rig);
  const at = rig.save(manifest);
  const { out, err, code } = await tw(rig, ['apply', '--manifest', at, '--yes', '--target', 'fmc', ...more]);
  expect([code, `${out}${err}`]).toEqual([1, expect.stringContaining('<secret:env:MESH_KEY>')]);
  expect(leaks({ ...written(), out, err }, [key])).toEqual([]);
});
