/** Certificate enrolments on the firewalls: done where the FMC's API has it, said where it has not. */
import { AddressPool, CertTrustpoint, CryptoSuite, RaVpnPolicy, Secret, SecurityZone } from 'tunnelwright';
import { apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';
import { synthesised } from '../../support/seed-examples';
import { declareOn, scenario } from '../060-one-policy-for-two-firewalls/network';
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
/** Somebody changes an enrolment on the FMC. */
const edited = ({ fmc: center }: Rig, wanted: string): void => {
  const all = center.objects('object/certenrollments') as readonly { readonly id: string; readonly name: string }[];
  const { id } = all.find(({ name }) => name === wanted)!;
  center.edit('object/certenrollments', id, { skipCaFlagCheck: true });
};
const enrolled = (rig: Rig): readonly string[] => {
  const posts = rig.fmc.log.filter(({ method, path }) => method === 'POST' && /managecert|deploymentreq/.test(path));
  return posts.map(({ path }) => path.split('/').at(-1)!);
};

describe('an FMC whose API enrols', () => {
  const rig = withRig({ fmc: { version: '7.7.0', flapSeed: 0 } });

  test('the plan says which enrolment goes to which firewall; what the firewall holds already is left alone', async () =>
    expect(operationsOf(await plan(rig(), manifest))).toEqual(['enrol staff-idp on branch-ftd']));

  test('it is enrolled before the deployment that needs it, and then nothing is left', async () => {
    const ended = await apply(rig(), manifest);
    expect([words(ended), states(ended)]).toMatchObject([
      expect.stringMatching(/^SAML application staff, at Duo: entity ID [^\n]*$/),
      { fmc: 'applied' },
    ]);
    expect(enrolled(rig())).toEqual(['managecertificates', 'deploymentrequests']);
    const after = await plan(rig(), manifest);
    expect([left(after), operationsOf(after)]).toEqual([[], []]);
  });

  test('an authority that was changed since is enrolled again; what holds a key of the firewall is left to a person', async () => {
    edited(rig(), 'staff-idp');
    const operations = operationsOf(await plan(rig(), manifest));
    expect(operations).toEqual(['enrol staff-idp on branch-ftd again: it was changed since']);
    rig().fmc.deployAs('admin', ['branch-ftd']);
    const ended = await apply(rig(), manifest);
    expect([states(ended), words(ended)]).toMatchObject([{ fmc: 'applied' }, '']);
    edited(rig(), 'CA-INTERNAL');
    const after = await plan(rig(), manifest);
    expect([operationsOf(after), waitingOf(after)]).toEqual([
      [],
      'CA-INTERNAL was changed since it was enrolled on branch-ftd: enrol it anew under Devices > Certificates',
    ]);
  });
});

describe('an enrolment that fails', () => {
  const rig = withRig({ fmc: { version: '7.7.0', flapSeed: 0 } });
  test('keeps the change from the firewall, says why, and the next run enrols again', async () => {
    rig().fmc.faults.failDeploy = 'branch-ftd';
    const ended = await apply(rig(), manifest);
    expect(words(ended)).toContain('enrolling staff-idp on branch-ftd: ');
    expect(enrolled(rig())).toEqual(['managecertificates']);
    delete rig().fmc.faults.failDeploy;
    expect(operationsOf(await plan(rig(), manifest))).toEqual([
      'enrol staff-idp on branch-ftd again: it failed: The certificate authority did not answer',
    ]);
    expect(states(await apply(rig(), manifest))).toMatchObject({ fmc: 'applied' });
    expect(left(await plan(rig(), manifest))).toEqual([]);
  });
});

describe('an enrolment that is another one on one firewall', () => {
  const rig = withRig({ fmc: { version: '7.7.0', flapSeed: 0 } });
  const declared = (): Manifest => manifestOf((stack) => declareOn(stack, 'whole', '7.7.0'));
  beforeAll(() => void Object.assign(process.env, scenario.secrets));
  afterAll(() => Object.keys(scenario.secrets!).forEach((name) => delete process.env[name]));

  test('is enrolled on each, and a change of it is a matter of that firewall alone', async () => {
    expect(operationsOf(await plan(rig(), declared()))).toEqual([
      'enrol VPN-CERT on branch-ftd',
      'enrol VPN-CERT on mumbai-pair',
    ]);
    expect(states(await apply(rig(), declared()))).toEqual({ fmc: 'applied' });
    process.env['PUNE_P12'] = 'TUlJQnB1bmUy';
    expect(states(await apply(rig(), declared()))).toEqual({ fmc: 'applied' });
    expect(waitingOf(await plan(rig(), declared()))).toBe(
      'VPN-CERT was changed since it was enrolled on branch-ftd: enrol it anew under Devices > Certificates',
    );
  });
});

describe('an FMC whose API does not', () => {
  const secrets = { OWN_P12: 'bGFi', OWN_PASSPHRASE: 'Vt8;reed=weir' };
  beforeAll(() => void Object.assign(process.env, secrets));
  afterAll(() => Object.keys(secrets).forEach((name) => delete process.env[name]));
  const said = 'under Devices > Certificates of the FMC, unless it is there as it is now';
  /** A firewall that shows users a certificate which the program declares. */
  const users = (version: string): Manifest =>
    manifestOf((stack) => {
      const center = fmc(stack, { version });
      const [content, passphrase] = [Secret.fromEnv('OWN_P12'), Secret.fromEnv('OWN_PASSPHRASE')];
      const enrollment = { type: 'pkcs12', content, passphrase } as const;
      const certificate = new CertTrustpoint(center, 'own', { name: 'OWN', enrollment });
      const pool = new AddressPool(center, 'pool', { ranges: [{ from: '172.31.2.1', to: '172.31.2.100' }] });
      new RaVpnPolicy(center, 'staff', {
        suite: CryptoSuite.nsa(),
        certificate,
        zones: [SecurityZone.fromExisting(center, 'outside', 'outside-zone')],
        groups: [{ name: 'staff', authentication: 'certificate', ipv4Pools: [pool], group: {} }],
        devices: [center.ftd('branch-ftd')],
      });
    });

  describe('because it is older', () => {
    const rig = withRig({ fmc: { version: '7.3.1' } });
    const mine = users('7.3.1');
    test('the plan and the end of apply say what is to be installed where; a plan without a change is silent', async () => {
      const install = `install the certificate enrolment OWN on branch-ftd ${said}`;
      expect(waitingOf(await plan(rig(), mine))).toContain(install);
      const ended = await apply(rig(), mine);
      expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, expect.stringContaining(install)]);
      expect(waitingOf(await plan(rig(), mine))).toBe('');
    });
  });

  describe('and a deployment is refused', () => {
    const rig = withRig({ fmc: { version: '7.7.0' } });
    test('what may be missing is said with it', async () => {
      const none = {
        status: 404,
        body: { error: { category: 'FRAMEWORK', messages: [{ description: 'not found' }] } },
      };
      rig().fmc.faults.rewrite = (line, answer) => (line.includes(' devices/certificates') ? none : answer);
      const ended = await apply(rig(), users('7.7.0'));
      expect([states(ended), notesOf(ended)]).toEqual([{ fmc: 'failed' }, expect.stringContaining(said)]);
      expect(words(ended)).toContain('The certificate OWN is not enrolled on branch-ftd');
    });
  });
});

describe('an account that may not', () => {
  const rig = withRig({ fmc: { version: '7.7.0' } });
  const forbidden = { status: 403, body: { error: { messages: [{ description: 'User not authorised' }] } } };
  test('is told so, and not that the API has no such thing', async () => {
    rig().fmc.faults.rewrite = (line, answer) => (line.includes(' devices/certificates') ? forbidden : answer);
    const planned = await plan(rig(), manifest);
    expect(words(planned)).toMatch(/answers 403: User not authorised/);
    expect(words(planned)).toContain('give the account a role that may do this');
    expect(waitingOf(planned)).not.toContain('the REST API of this FMC does not do that');
  });
});
