/** SAML by Duo Single Sign-On (examples/remote-access-saml-duo): what the firewall and Duo must agree on, before and after. */
import { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { tw } from '../../support/command';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { synthesised } from '../../support/seed-examples';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { Manifest } from '../../../lib/run/manifest';
import type { TargetResult } from '../../../lib/run/target-result';

const { requests, manifests } = synthesised('remote-access-saml-duo');
const [manifest] = manifests as [Manifest];
const applications = '/admin/v3/integrations';
const profile = 'staff';
const url = 'https://vpn.example.net';

describe('what is written', () => {
  const sent = (target: string, path: string): unknown => requests[target]?.find((one) => one.path === path)?.body;
  const of = (collection: string): unknown => requests['fmc']?.find((one) => one.path.endsWith(`/${collection}`))?.body;
  const made = (field: string): string =>
    `<secret:made:remote-access-saml-duo/account+duo-saml-application/${profile}+${field}>`;

  test('Duo: the application is for the connection profile, and signs the assertion', () => {
    expect(sent('account', applications)).toMatchObject({
      type: 'sso-generic',
      user_access: 'PERMITTED_GROUPS',
      sso: {
        saml_config: {
          entity_id: `${url}/saml/sp/metadata/${profile}`,
          acs_urls: [{ url: `${url}/+CSCOE+/saml/sp/acs?tgname=${profile}` }],
          sign_assertion: true,
          sign_response: true,
        },
      },
    });
  });
  test('FMC: the server and the certificate are what Duo will say, and TLS listens for the browser', () => {
    expect(of('ssoservers')).toMatchObject({
      idpEntityId: made('entityId'),
      ssoURL: made('signInUrl'),
      logoutURL: made('signOutUrl'),
      baseUrl: url,
    });
    expect(of('certenrollments')).toMatchObject({
      enrollmentType: 'MANUAL',
      caCertificate: { caOnly: true, base64Content: made('certificate') },
    });
    expect(of('connectionprofiles')).toMatchObject({ name: profile, authenticationMethod: 'SAML' });
    expect(JSON.stringify(of('ravpns'))).toContain('"enableSSL":true');
  });
});

/** A certificate that Duo might sign with, which begins and ends so many days from now. */
const signing = async (from: number, to: number): Promise<string> => {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const at = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Duo',
      keys,
      notBefore: at(from),
      notAfter: at(to),
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    },
    webcrypto,
  );
  return certificate.toString('pem');
};

describe('what becomes of it', () => {
  let rig: Rig;
  let first: readonly TargetResult[];
  const duoSide = (): string => {
    const [application] = rig.duo.objects(applications).filter(({ type }) => type === 'sso-generic');
    return `https://sso-lab.sso.duosecurity.com/saml2/sp/${String(application!['id'])}`;
  };
  /** What a person is told of Duo's side. */
  const told = (): string => {
    const here = duoSide();
    return `SAML application ${profile}, at Duo: entity ID ${here}/metadata, sign-in URL ${here}/sso, sign-out URL ${here}/slo`;
  };
  beforeAll(async () => {
    rig = await startRig({ fmc: { version: '7.7', flapSeed: 0 } });
    // An application of another sort may have the same name.
    rig.duo.touch(applications, { name: profile, type: 'radius', user_access: 'ALL_USERS' });
    first = await plan(rig, manifest);
    const ended = await apply(rig, manifest);
    expect(states(ended)).toEqual({ account: 'applied', fmc: 'applied' });
    expect(words(ended)).toBe(told());
  });
  afterAll(() => rig.close());

  type Body = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
  const on = (collection: string, name: string): Body =>
    (rig.fmc.objects(`object/${collection}`) as readonly Body[]).find((one) => one.name === name)!;
  const shown = (all: readonly TargetResult[]): string =>
    all
      .flatMap((ended) =>
        ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: false, undo: false }),
      )
      .join('\n');

  test('what Duo makes reaches the FMC in the same run', async () => {
    expect(shown(first)).toContain(`the signInUrl of duo-saml-application/${profile}: known after apply of account`);
    const here = duoSide();
    expect(on('ssoservers', `${profile}-saml`)).toMatchObject({
      idpEntityId: `${here}/metadata`,
      ssoURL: `${here}/sso`,
      logoutURL: `${here}/slo`,
    });
    expect(on('certenrollments', `${profile}-idp`)).toMatchObject({
      caCertificate: { base64Content: rig.duo.ca.trim() },
    });
    expect(left(await plan(rig, manifest))).toEqual([]);
  });

  test('verify says what Duo made, in words and as JSON, and nothing of it that is secret', async () => {
    const file = rig.save(manifest);
    const ran = await tw(rig, ['verify', '--manifest', file, '--target', 'account']);
    expect([ran.code, ran.out.replace(/\s+/g, ' ')]).toEqual([0, `account: as declared · ${told()} `]);
    const json = await tw(rig, ['verify', '--json', '--manifest', file, '--target', 'account']);
    expect(JSON.parse(json.out)).toEqual([
      { id: 'account', asDeclared: true, tunnels: [], problems: [], notes: [told()] },
    ]);
    const keys = rig.duo.objects(applications).map(({ secretKey }) => String(secretKey));
    expect(keys.filter((key) => `${ran.out}${json.out}`.includes(key))).toEqual([]);
  });

  test('a run that leaves the application alone does not say it again', async () => {
    expect(words(await apply(rig, manifest))).toBe('');
  });

  test('what somebody changes on the FMC is shown as it is, and put right', async () => {
    rig.fmc.edit('object/ssoservers', on('ssoservers', `${profile}-saml`).id, { ssoURL: 'https://evil.example/sso' });
    const changed = await plan(rig, manifest);
    expect(actions(changed)).toEqual([`fmc update saml-server/${profile}-saml`]);
    expect(shown(changed)).toContain('https://evil.example/sso');
    await apply(rig, manifest);
    expect(on('ssoservers', `${profile}-saml`)).toMatchObject({ ssoURL: `${duoSide()}/sso` });
  });

  test('a certificate that Duo renews is carried over; one that has ended, or is none, is refused', async () => {
    const renewed = await signing(-1, 365);
    rig.duo.signWith(renewed.replaceAll('\n', '\r\n'));
    expect(actions(await plan(rig, manifest))).toEqual([`fmc update cert-trustpoint/${profile}-idp`]);
    await apply(rig, manifest);
    expect(on('certenrollments', `${profile}-idp`)).toMatchObject({ caCertificate: { base64Content: renewed.trim() } });
    rig.duo.signWith(await signing(-30, -1));
    expect(words(await plan(rig, manifest))).toMatch(
      /the \w+ of duo-saml-application\/staff cannot be read from account: its certificate ended on .*: devices would refuse every login\. Nothing is written with it\n +→ look at the application in the Duo Admin Panel: renew it there/,
    );
    rig.duo.signWith('not a certificate');
    expect(words(await plan(rig, manifest))).toContain('its certificate cannot be read: it is no X.509 in PEM');
    expect(states(await apply(rig, manifest))).toMatchObject({ fmc: 'unknown' });
  });

  test('the policy of the logins is made before the application, and what somebody changes of it is put right', async () => {
    const [policy] = rig.duo.objects('/admin/v2/policies');
    const ours = {
      new_user: { new_user_behavior: 'deny' },
      authentication_methods: { blocked_auth_list: ['phonecall', 'sms'] },
    };
    expect(policy).toMatchObject({ policy_name: 'VPN', sections: ours });
    expect(rig.duo.objects(applications)[1]).toMatchObject({ policy_key: policy!['id'] });
    const theirs = { browsers: { blocked_browsers_list: ['ie'] } };
    const changed = { ...ours, ...theirs, new_user: { new_user_behavior: 'no-mfa' } };
    rig.duo.edit('/admin/v2/policies', String(policy!['id']), { sections: changed });
    rig.duo.signWith(rig.duo.ca);
    expect(actions(await plan(rig, manifest))).toContain('account update duo-policy/VPN');
    expect(words(await apply(rig, manifest))).toBe('');
    expect(rig.duo.objects('/admin/v2/policies')).toMatchObject([{ sections: { ...ours, ...theirs } }]);
    expect(left(await plan(rig, manifest))).toEqual([]);
  });

  test('two SAML applications of one name: which one is meant cannot be known', async () => {
    expect(rig.duo.objects(applications).map(({ type }) => type)).toEqual(['radius', 'sso-generic']);
    const { id: _id, ...ours } = rig.duo.objects(applications)[1]!;
    const other = rig.duo.touch(applications, ours);
    expect(words(await plan(rig, manifest))).toContain(`two objects named ${profile}`);
    rig.duo.edit(applications, other, undefined);
  });
});
