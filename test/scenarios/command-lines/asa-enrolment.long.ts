import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertTrustpoint, Secret, type CertTrustpointProps } from 'tunnelwright';
import { labAuthority } from '../../../lib/lab/server/x509';
import { plain, showPlan } from '../../../lib/plan/show';
import { titled } from '../../../lib/cli/output/report';
import type { TargetResult } from '../../../lib/run/target-result';
import type { Manifest } from '../../../lib/run/manifest';
import { hasOpenssl, openssl, testAuthority, type TestAuthority } from '../../support/authority';
import { tw } from '../../support/command';
import { apply, left, plan, states, verify, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { asa, manifestOf, problemsIn } from '../../support/scenario';
import { signingProgram, type Signing } from '../009-enrolment/declared';

let authority: TestAuthority;
let rig: Rig;
let signing: Signing;

const trustpoint = (props: Partial<CertTrustpointProps>) => (stack: Parameters<Parameters<typeof manifestOf>[0]>[0]) =>
  void new CertTrustpoint(asa(stack), 'vpn', {
    name: 'VPN',
    enrollment: { type: 'terminal' },
    fqdn: 'vpn.example.net',
    subjectName: 'cn=vpn.example.net,o=Example',
    rsaKeypair: { label: 'VPN', bits: 2048 },
    ...props,
  });
const declared = (props: Partial<CertTrustpointProps> = {}): Manifest => manifestOf(trustpoint(props));
const byProgram = (): Manifest =>
  declared({ ca: { certificate: authority.pem, fingerprint: authority.sha1 }, signer: { command: signing.command } });

const kinds = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap((e) => e.plan?.operations.map(({ kind }) => kind) ?? []);
const text = (all: readonly TargetResult[]): string =>
  all.flatMap((e) => (e.plan === undefined ? [] : showPlan(titled(e), plain, { steps: true, undo: true }))).join('\n');
/** The certificates of the trustpoint in the configuration, that of the authority first. */
const chain = (): readonly X509Certificate[] => {
  const block = /^crypto ca certificate chain VPN\n((?: .*\n)+)/m.exec(rig.asa.runningConfig())?.[1] ?? '';
  const parts = block.split(/^(?= certificate )/m).filter((part) => part.trim() !== '');
  return [...parts]
    .sort((a, b) => Number(b.includes('certificate ca ')) - Number(a.includes('certificate ca ')))
    .map((part) => part.split('\n').slice(1).join('').replace('quit', '').replace(/\s/g, ''))
    .map((hex) => new X509Certificate(Buffer.from(hex, 'hex')));
};
const done = async (manifest: Manifest): Promise<void> => {
  expect(left(await plan(rig, manifest))).toEqual([]);
  expect(states(await apply(rig, manifest))).toEqual({ asa: 'unchanged' });
  expect(rig.asa.startupConfig()).toBe(rig.asa.runningConfig());
};

beforeAll(async () => {
  authority = await testAuthority();
});
beforeEach(async () => {
  rig = await startRig();
  signing = await signingProgram(rig, authority);
});
afterEach(async () => {
  signing.close();
  await rig.close();
});

test('key, authority, request, certificate: all in one apply, and nothing is left', async () => {
  const first = await plan(rig, byProgram());
  expect(kinds(first)).toEqual(['generate-key', 'authenticate-ca', 'enroll', 'import']);
  expect(text(first)).toContain('* generate RSA key VPN, 2048 bits  [net/asa/vpn]');
  const ended = await apply(rig, byProgram());
  expect(words(ended)).toBe('');
  const [ca, own] = chain();
  expect(own!.subject.split('\n')).toContain('CN=vpn.example.net');
  expect(own!.subjectAltName).toBeUndefined();
  expect(own!.verify(ca!.publicKey)).toBe(true);
  if (hasOpenssl) expect(openssl(['req', '-verify', '-noout'], signing.requests[0]!)).toContain('verify OK');
  await done(byProgram());
  expect(left(await verify(rig, byProgram()))).toEqual([]);
});

test('files: the request is dropped, and the run goes on when the certificate is there', async () => {
  const drop = { csr: join(rig.room, 'asa.csr'), certificate: join(rig.room, 'asa.pem') };
  const manifest = declared({ ca: { certificate: authority.pem }, signer: { drop } });
  expect(words(await apply(rig, manifest))).toMatch(/VPN: waiting for the certificate in .*asa\.pem/);
  const request = readFileSync(drop.csr, 'utf8');
  expect(states(await apply(rig, manifest))).toEqual({ asa: 'unchanged' });
  expect(readFileSync(drop.csr, 'utf8')).toBe(request);
  writeFileSync(drop.certificate, await authority.sign(request));
  expect(kinds(await plan(rig, manifest))).toEqual(['import']);
  expect(words(await apply(rig, manifest))).toBe('');
  expect(chain()).toHaveLength(2);
  await done(manifest);
});

test('a certificate that ends soon is renewed with the same key', async () => {
  signing.days = 10;
  await apply(rig, byProgram());
  signing.days = undefined;
  const key = chain()[1]!.publicKey.export({ type: 'spki', format: 'pem' });
  const renewing = declared({
    ca: { certificate: authority.pem },
    signer: { command: signing.command },
    renewDays: 30,
  });
  expect(kinds(await plan(rig, renewing))).toEqual(['enroll', 'import']);
  expect(words(await apply(rig, renewing))).toBe('');
  expect(chain()[1]!.publicKey.export({ type: 'spki', format: 'pem' })).toBe(key);
  await done(renewing);
});

test('self-signed: a key and a certificate', async () => {
  const manifest = declared({ enrollment: { type: 'selfsigned' } });
  expect(kinds(await plan(rig, manifest))).toEqual(['generate-key', 'enroll']);
  expect(words(await apply(rig, manifest))).toBe('');
  expect(chain()[0]!.verify(chain()[0]!.publicKey)).toBe(true);
  await done(manifest);
});

describe('what an authority over SCEP shows', () => {
  const scep = (fingerprint: string) =>
    declared({ enrollment: { type: 'url', url: 'http://ca.example.net:80' }, ca: { fingerprint } });
  const print = async (hash: string): Promise<string> =>
    createHash(hash)
      .update((await labAuthority()).certificate)
      .digest('hex')
      .toUpperCase();

  test('is compared: the right one is trusted and grants', async () => {
    const right = scep(await print('md5'));
    expect(words(await apply(rig, right))).toBe('');
    expect(chain()).toHaveLength(2);
    await done(right);
  });

  test('is never accepted blindly: neither another, nor one whose fingerprint the ASA does not show', async () => {
    const md5 = await print('md5');
    const wrong = md5.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    expect(words(await apply(rig, scep(wrong)))).toContain(`shows fingerprint MD5 ${md5}, declared is MD5 ${wrong}`);
    expect(words(await apply(rig, scep(await print('sha1'))))).toContain(
      'the device shows only the MD5 of the authority of VPN, which is not declared: it is not trusted',
    );
    expect(chain()).toEqual([]);
  });
});

test('another authority than the declared one is left to a person, and nothing is done meanwhile', async () => {
  await apply(rig, byProgram());
  const before = rig.asa.runningConfig();
  const other = await testAuthority('Other CA');
  const manifest = declared({ ca: { certificate: other.pem }, signer: { command: signing.command } });
  const [ended] = await apply(rig, manifest);
  expect(ended!.state).toBe('unchanged');
  expect(words([ended!])).toContain(
    `VPN trusts an authority with SHA256 ${authority.sha256}, declared is SHA256 ${other.sha256}: remove the certificates of VPN by hand, then run again`,
  );
  expect(rig.asa.runningConfig()).toBe(before);
});

(hasOpenssl ? test : test.skip)(
  'PKCS#12: certificate and key of a file, whose passphrase is seen nowhere (skipped without openssl)',
  async () => {
    const at = (name: string): string => join(rig.room, name);
    const subject = ['-subj', '/CN=filed', '-days', '90', '-keyout', at('key.pem'), '-out', at('own.pem')];
    openssl(['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], '');
    const files = ['-inkey', at('key.pem'), '-in', at('own.pem'), '-out', at('own.p12')];
    openssl(['pkcs12', '-export', '-passout', 'pass:Opened-By-This-1', ...files], '');
    process.env['P12_CONTENT'] = readFileSync(at('own.p12')).toString('base64');
    process.env['P12_PASS'] = 'Opened-By-This-1';
    const manifest = declared({
      rsaKeypair: undefined,
      enrollment: { type: 'pkcs12', content: Secret.fromEnv('P12_CONTENT'), passphrase: Secret.fromEnv('P12_PASS') },
    });
    expect(kinds(await plan(rig, manifest))).toEqual(['import']);
    const ended = await apply(rig, manifest);
    expect(words(ended)).toBe('');
    expect(chain()[0]!.subject).toBe('CN=filed');
    expect(text(ended) + JSON.stringify(ended.map((e) => e.plan))).not.toContain('Opened-By-This');
    await done(manifest);
  },
);

test('`certs` lists them with the days that they have left', async () => {
  await apply(rig, byProgram());
  const listed = await tw(rig, ['certs', '--manifest', rig.save(byProgram()), '--warn', '400']);
  expect(listed.out).toMatch(/^asa$/m);
  expect(listed.out).toMatch(/cn=vpn\.example\.net,o=Example  36[45] days left/);
  expect(listed.out).toMatch(/certificate of VPN; issuer cn=Test CA,o=Tunnelwright lab; expires 20\d\d-/i);
  expect(listed.out).toMatch(/CA certificate of VPN/);
  expect(listed.code).toBe(2);
});

test('what an ASA cannot do with certificates is said at synth', () => {
  expect(problemsIn(trustpoint({ password: Secret.fromEnv('P') }))).toEqual([
    'net/asa/vpn password: an ASA asks for it when it enrols: leave it out',
  ]);
  expect(problemsIn(trustpoint({ regenerate: true }))).toEqual([
    'net/asa/vpn regenerate: this is of IOS-XE trustpoints: leave it out on an ASA',
  ]);
  expect(problemsIn(trustpoint({ rsaKeypair: undefined, ecKeypair: 'CURVE' }))).toEqual([
    'net/asa/vpn ecKeypair: on an ASA a key pair is a key pair: write rsaKeypair with its label',
  ]);
});
