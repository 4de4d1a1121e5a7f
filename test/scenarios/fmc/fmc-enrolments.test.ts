/** Certificate enrolments on the firewalls: done where the FMC's API has it, said where it has not. */
import { apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { synthesised } from '../../support/seed-examples';
import type { Manifest } from '../../../lib/run/manifest';
import type { TargetResult } from '../../../lib/run/target-result';

const [manifest] = synthesised('remote-access-saml-duo').manifests as [Manifest];
const notesOf = (all: readonly TargetResult[]): string => all.flatMap(({ notes }) => notes).join('\n');
const operationsOf = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap((ended) => ended.plan?.operations.map((each) => each.words) ?? []);
const waitingOf = (all: readonly TargetResult[]): string =>
  all.flatMap((ended) => ended.plan?.waiting ?? []).join('\n');

const withRig = (options: Parameters<typeof startRig>[0]) => {
  let rig: Rig;
  beforeAll(async () => void (rig = await startRig(options)));
  afterAll(() => rig.close());
  return () => rig;
};
const enrolled = (rig: Rig): readonly string[] => {
  const posts = rig.fmc.log.filter(({ method, path }) => method === 'POST' && /managecert|deploymentreq/.test(path));
  return posts.map(({ path }) => path.split('/').at(-1)!);
};

describe('an FMC whose API enrols', () => {
  const rig = withRig({ fmc: { version: '10.0.0', flapSeed: 0 } });

  test('the plan says which enrolment goes to which firewall; what the firewall holds already is left alone', async () =>
    expect(operationsOf(await plan(rig(), manifest))).toEqual(['enrol staff-idp on branch-ftd']));

  test('it is enrolled before the deployment that needs it, and then nothing is left', async () => {
    const ended = await apply(rig(), manifest);
    expect([words(ended), states(ended)]).toMatchObject(['', { fmc: 'applied' }]);
    expect(enrolled(rig())).toEqual(['managecertificates', 'deploymentrequests']);
    const after = await plan(rig(), manifest);
    expect([left(after), operationsOf(after)]).toEqual([[], []]);
  });
});

describe('an enrolment that fails', () => {
  const rig = withRig({ fmc: { version: '10.0.0', flapSeed: 0 } });
  test('keeps the change from the firewall, says why, and the next run enrols again', async () => {
    rig().fmc.faults.failDeploy = 'branch-ftd';
    const ended = await apply(rig(), manifest);
    expect(words(ended)).toContain('enrolling staff-idp on branch-ftd: ');
    expect(enrolled(rig())).toEqual(['managecertificates']);
    delete rig().fmc.faults.failDeploy;
    expect(operationsOf(await plan(rig(), manifest))).toEqual([
      'enrol staff-idp on branch-ftd again, because it failed: The certificate authority did not answer',
    ]);
    expect(states(await apply(rig(), manifest))).toMatchObject({ fmc: 'applied' });
    expect(left(await plan(rig(), manifest))).toEqual([]);
  });
});

describe('an FMC whose API does not', () => {
  const rig = withRig({ fmc: { version: '7.7.0', flapSeed: 0 } });
  const said = 'install the certificate enrolment staff-idp on branch-ftd under Devices > Certificates of the FMC';

  test('the plan and the end of apply say what is to be installed where; a plan without a change is silent', async () => {
    expect(waitingOf(await plan(rig(), manifest))).toContain(said);
    const ended = await apply(rig(), manifest);
    expect([states(ended), notesOf(ended)]).toEqual([
      expect.objectContaining({ fmc: 'applied' }),
      expect.stringContaining(said),
    ]);
    expect(waitingOf(await plan(rig(), manifest))).toBe('');
  });

  test('again where the identity provider has another certificate', async () => {
    const all = rig().fmc.objects('object/certenrollments') as readonly {
      readonly id: string;
      readonly name: string;
    }[];
    const { id } = all.find(({ name }) => name === 'staff-idp')!;
    rig().fmc.edit('object/certenrollments', id, { caCertificate: { caOnly: true, base64Content: 'x' } });
    expect(waitingOf(await plan(rig(), manifest))).toContain(said);
  });
});
