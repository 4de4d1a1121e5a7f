import type { ChildProcess } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labAuthority } from '../../../lib/lab/server/x509';
import { plain, showPlan } from '../../../lib/plan/show';
import { terraformJson } from '../../../lib/plan/terraform-json';
import { planned, titled } from '../../../lib/cli/output/report';
import type { TargetResult } from '../../../lib/run/target-result';
import { hasOpenssl, openssl, testAuthority, type TestAuthority } from '../../support/authority';
import { expectNoStack, tw } from '../../support/command';
import { apply, left, plan, states, verify, words } from '../../support/engine';
import { afterBytes, healthy, nthTime } from '../../support/killing';
import { randomOf } from '../../support/random';
import { startRig, type Rig } from '../../support/rig';
import { edge, fmc, manifestOf, problemsIn } from '../../support/scenario';
import { CertTrustpoint, Secret, type CertTrustpointProps } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { declared, signingProgram, type Signing } from './declared';

let authority: TestAuthority;
let rig: Rig;
let signing: Signing;

const kinds = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap((e) => e.plan?.operations.map(({ kind }) => kind) ?? []);
const text = (all: readonly TargetResult[]): string =>
  all.flatMap((e) => (e.plan === undefined ? [] : showPlan(titled(e), plain, { steps: true, undo: true }))).join('\n');
const byProgram = () =>
  declared({ ca: { certificate: authority.pem, fingerprint: authority.sha1 }, signer: { command: signing.command } });
const byDrop = () =>
  declared({
    ca: { certificate: authority.pem, fingerprint: authority.sha1 },
    signer: { drop: { csr: join(rig.room, 'edge.csr'), certificate: join(rig.room, 'edge.pem') } },
  });
/** The certificates in the configuration of the router, without those it had before. */
const chain = (): readonly X509Certificate[] => {
  const block = /^crypto pki certificate chain VPN-CA\n((?: .*\n)+)/m.exec(rig.edge.runningConfig())?.[1] ?? '';
  return block
    .split(/^ certificate .*\n/m)
    .filter((part) => part !== '')
    .map((part) => new X509Certificate(Buffer.from(part.replace('quit', '').replace(/\s/g, ''), 'hex')));
};
const done = async (manifest: Parameters<typeof apply>[1]): Promise<void> => {
  expect(left(await plan(rig, manifest))).toEqual([]);
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'unchanged' });
  expect(rig.edge.startupConfig()).toBe(rig.edge.runningConfig());
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

describe('at the terminal', () => {
  test('key, authority, request, certificate: all in one apply, and nothing is left', async () => {
    const manifest = byProgram();
    const first = await plan(rig, manifest);
    expect(kinds(first)).toEqual(['generate-key', 'authenticate-ca', 'enroll', 'import']);
    expect(text(first)).toContain('* generate RSA key VPN, 2048 bits  [net/edge/vpn]');
    expect(text(first)).toContain(`* trust the authority of VPN-CA, SHA1 ${authority.sha1}  [net/edge/vpn]`);
    expect(JSON.stringify(terraformJson(first.map(planned)))).toContain('"kind":"authenticate-ca"');
    const ended = await apply(rig, manifest);
    expect(words(ended)).toBe('');
    expect(states(ended)).toEqual({ edge: 'applied' });
    const [ca, own] = chain();
    expect(own!.subject.split('\n')).toContain('CN=edge.example.net');
    expect(own!.verify(ca!.publicKey)).toBe(true);
    expect(signing.requests.length).toBe(1);
    await done(manifest);
    expect(left(await verify(rig, manifest))).toEqual([]);
  });

  (hasOpenssl ? test : test.skip)(
    'the request that goes out is one that openssl verifies (skipped without openssl)',
    async () => {
      await apply(rig, byProgram());
      expect(openssl(['req', '-verify', '-noout', '-subject'], signing.requests[0]!)).toMatch(
        /verify OK[^]*CN ?= ?edge\.example\.net|CN ?= ?edge\.example\.net[^]*verify OK/,
      );
    },
  );

  test('files: the request is dropped, the run ends as applied, and goes on when the certificate is there', async () => {
    const manifest = byDrop();
    const ended = await apply(rig, manifest);
    expect(states(ended)).toEqual({ edge: 'applied' });
    expect(words(ended)).toMatch(/VPN-CA: waiting for the certificate in .*edge\.pem, its request is in .*edge\.csr/);
    const waiting = await plan(rig, manifest);
    expect(left(waiting)).toEqual([]);
    expect(text(waiting)).toMatch(/No changes\.\n {2}… VPN-CA: waiting for the certificate in/);
    const request = readFileSync(join(rig.room, 'edge.csr'), 'utf8');
    expect(states(await apply(rig, manifest))).toEqual({ edge: 'unchanged' });
    expect(readFileSync(join(rig.room, 'edge.csr'), 'utf8')).toBe(request);
    writeFileSync(join(rig.room, 'edge.pem'), await authority.sign(request));
    expect(kinds(await plan(rig, manifest))).toEqual(['import']);
    expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied' });
    expect(chain().length).toBe(2);
    await done(manifest);
  });

  test('a certificate for another key is not taken', async () => {
    const manifest = byDrop();
    await apply(rig, manifest);
    writeFileSync(join(rig.room, 'edge.pem'), authority.pem);
    const waiting = await plan(rig, manifest);
    expect(kinds(waiting)).toEqual([]);
    expect(text(waiting)).toContain('(what is there is not for the key VPN)');
  });

  test('a certificate that another authority signed is not offered to the device', async () => {
    const manifest = byDrop();
    await apply(rig, manifest);
    const stranger = await testAuthority('Stranger');
    writeFileSync(join(rig.room, 'edge.pem'), await stranger.sign(readFileSync(join(rig.room, 'edge.csr'), 'utf8')));
    const ended = await apply(rig, manifest);
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toContain('a certificate that the declared authority did not sign');
    expect(chain().length).toBe(1);
  });

  test('a signer that fails is named, and the next run goes on', async () => {
    const broken = declared({
      ca: { certificate: authority.pem },
      signer: { command: [process.execPath, '-e', 'process.exit(7)'] },
    });
    const ended = await apply(rig, broken);
    expect(words(ended)).toMatch(/the program .*node ended with 7/);
    expect(kinds(await plan(rig, byProgram()))).toEqual(['enroll', 'import']);
    await apply(rig, byProgram());
    await done(byProgram());
  });

  test('an existing key is kept', async () => {
    await apply(
      rig,
      declared({
        ca: { certificate: authority.pem },
        signer: { command: [process.execPath, '-e', 'process.exit(1)'] },
      }),
    );
    const before = signing.requests.length;
    await apply(rig, byProgram());
    const first = chain()[1]!.publicKey.export({ type: 'spki', format: 'pem' });
    rig.edge.type('no crypto pki certificate chain VPN-CA', 'yes');
    expect(chain()).toEqual([]);
    expect(kinds(await plan(rig, byProgram()))).toEqual(['authenticate-ca', 'enroll', 'import']);
    await apply(rig, byProgram());
    expect(chain()[1]!.publicKey.export({ type: 'spki', format: 'pem' })).toBe(first);
    expect(signing.requests.length).toBe(before + 2);
  });
});

describe('a key of an elliptic curve', () => {
  const curved = (ecKeysize?: 384) =>
    declared({
      rsaKeypair: undefined,
      ecKeypair: 'CURVE',
      ...(ecKeysize ? { ecKeysize } : {}),
      ca: { certificate: authority.pem },
      signer: { command: signing.command },
    });

  test('is made, requested for and certified; its size changes only when that is allowed', async () => {
    const first = await plan(rig, curved());
    expect(text(first)).toContain('* generate EC key CURVE, 256 bits  [net/edge/vpn]');
    expect(words(await apply(rig, curved()))).toBe('');
    expect(rig.edge.runningConfig()).toContain(' eckeypair CURVE\n');
    if (hasOpenssl) expect(openssl(['req', '-verify', '-noout'], signing.requests[0]!)).toContain('verify OK');
    expect(chain()[1]!.publicKey.asymmetricKeyDetails!.namedCurve).toBe('prime256v1');
    await done(curved());
    expect(words(await apply(rig, curved(384)))).toContain('replace EC key CURVE of 256 bits by one of 384');
    expect(words(await apply(rig, curved(384), { allowDestroyKeys: true }))).toBe('');
    expect(chain()[1]!.publicKey.asymmetricKeyDetails!.namedCurve).toBe('secp384r1');
    await done(curved(384));
  });

  test('takes the place of an RSA key, whose certificate it does not fit', async () => {
    await apply(rig, byProgram());
    expect(kinds(await plan(rig, curved()))).toEqual(['generate-key', 'enroll', 'import']);
    expect(words(await apply(rig, curved()))).toBe('');
    expect(chain()[1]!.publicKey.asymmetricKeyType).toBe('ec');
    await done(curved());
  });
});

describe('a certificate that ends soon', () => {
  const renewing = (props: Partial<CertTrustpointProps> = {}) =>
    declared({ ca: { certificate: authority.pem }, signer: { command: signing.command }, renewDays: 30, ...props });
  const spki = () => chain()[1]!.publicKey.export({ type: 'spki', format: 'pem' });
  const end = () => new Date(chain()[1]!.validTo);
  const brief = async (manifest: Manifest): Promise<void> => {
    signing.days = 10;
    expect(words(await apply(rig, manifest))).toBe('');
    signing.days = undefined;
  };

  test('is renewed in the days before its end, with the same key', async () => {
    await brief(byProgram());
    const [key, ends] = [spki(), end()];
    await done(byProgram());
    const due = await plan(rig, renewing());
    expect(kinds(due)).toEqual(['enroll', 'import']);
    const on = ends.toISOString().slice(0, 10);
    expect(text(due)).toContain(`* the certificate of VPN-CA ends ${on}: request a certificate for VPN-CA`);
    expect(words(await apply(rig, renewing()))).toBe('');
    expect(spki()).toBe(key);
    expect(end().getTime() - ends.getTime()).toBeGreaterThan(300 * 24 * 3600 * 1000);
    await done(renewing());
  });

  test('is renewed with a new key where the trustpoint says regenerate', async () => {
    await brief(byProgram());
    const key = spki();
    expect(words(await apply(rig, renewing({ regenerate: true })))).toBe('');
    expect(spki()).not.toBe(key);
    await done(renewing({ regenerate: true }));
  });

  test.each([false, true])(
    'is renewed through files, old one in place until the new one is there (new key: %s)',
    async (anew) => {
      const drop = { csr: join(rig.room, 'edge.csr'), certificate: join(rig.room, 'edge.pem') };
      const manifest = renewing({ signer: { drop }, ...(anew ? { regenerate: true as const } : {}) });
      const request = () => readFileSync(drop.csr, 'utf8');
      await brief(byProgram());
      writeFileSync(drop.certificate, chain()[1]!.toString());
      const ended = await apply(rig, manifest);
      expect(words(ended)).toMatch(
        /waiting for the certificate in .*\(what is there (ends too soon|is not for the key)/,
      );
      const asked = request();
      expect(states(await apply(rig, manifest))).toEqual({ edge: 'unchanged' });
      expect(request()).toBe(asked);
      const old = chain()[1]!;
      writeFileSync(drop.certificate, await authority.sign(asked));
      expect(kinds(await plan(rig, manifest))).toEqual(['import']);
      expect(words(await apply(rig, manifest))).toBe('');
      expect(chain()[1]!.publicKey.equals(old.publicKey)).toBe(!anew);
      await done(manifest);
    },
  );

  test('is not taken from a signer that signs for too short', async () => {
    await brief(byProgram());
    const before = chain()[1]!.serialNumber;
    signing.days = 20;
    expect(words(await apply(rig, renewing()))).toMatch(/gave a certificate that ends .* within the 30 days/);
    expect(chain()[1]!.serialNumber).toBe(before);
  });
});

describe('fingerprints', () => {
  const wrong = (print: string): string => print.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));

  test.each(['md5', 'sha1', 'sha256'] as const)(
    '%s of the certificate is compared, and with colons too',
    async (hash) => {
      const coloned = authority[hash].match(/../g)!.join(':').toLowerCase();
      const manifest = declared({ ca: { certificate: authority.pem, fingerprint: coloned } });
      expect(kinds(await plan(rig, manifest))).toEqual(['authenticate-ca']);
      expect(words(await apply(rig, manifest))).toBe('');
      await done(manifest);
    },
  );

  test('a certificate that has another is refused before anything is touched, with both values', async () => {
    const manifest = declared({ ca: { certificate: authority.pem, fingerprint: wrong(authority.sha256) } });
    const before = rig.edge.runningConfig();
    const ended = await apply(rig, manifest);
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toContain(authority.sha256);
    expect(words(ended)).toContain(wrong(authority.sha256));
    expect(rig.edge.runningConfig()).toBe(before);
  });

  test('what a SCEP server shows is compared and never accepted blindly', async () => {
    const lab = createHash('sha1')
      .update((await labAuthority()).certificate)
      .digest('hex')
      .toUpperCase();
    const url = { type: 'url' as const, url: 'http://ca.example.net:80' };
    const ended = await apply(rig, declared({ enrollment: url, ca: { fingerprint: wrong(lab) } }));
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toContain(`shows fingerprint SHA1 ${lab}, declared is SHA1 ${wrong(lab)}: it is not trusted`);
    expect(chain()).toEqual([]);
    const right = declared({ enrollment: url, ca: { fingerprint: lab } });
    expect(kinds(await plan(rig, right))).toEqual(['authenticate-ca', 'enroll']);
    expect(words(await apply(rig, right))).toBe('');
    expect(chain().length).toBe(2);
    await done(right);
  });
});

test('self-signed: a key and a certificate', async () => {
  const manifest = declared({ enrollment: { type: 'selfsigned' } });
  expect(kinds(await plan(rig, manifest))).toEqual(['generate-key', 'enroll']);
  expect(words(await apply(rig, manifest))).toBe('');
  expect(chain()[0]!.verify(chain()[0]!.publicKey)).toBe(true);
  await done(manifest);
});

test('a trustpoint that asks for nothing is only written', async () => {
  const manifest = declared({});
  expect(kinds(await plan(rig, manifest))).toEqual([]);
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied' });
  await done(manifest);
});

(hasOpenssl ? test : test.skip)(
  'PKCS#12: certificate and key of a file, whose passphrase is seen nowhere (skipped without openssl)',
  async () => {
    const at = (name: string): string => join(rig.room, name);
    openssl(
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        '/CN=filed',
        '-days',
        '90',
        '-keyout',
        at('k'),
        '-out',
        at('c'),
      ],
      '',
    );
    openssl(
      ['pkcs12', '-export', '-inkey', at('k'), '-in', at('c'), '-passout', 'pass:Hunter2x', '-out', at('p12')],
      '',
    );
    process.env['P12_FILE'] = readFileSync(at('p12')).toString('base64');
    process.env['P12_WORD'] = 'Hunter2x';
    const manifest = declared(
      {
        enrollment: { type: 'pkcs12', content: Secret.fromEnv('P12_FILE'), passphrase: Secret.fromEnv('P12_WORD') },
        subjectName: undefined,
      },
      'VPN-CA',
    );
    const first = await plan(rig, manifest);
    expect(kinds(first)).toEqual(['import']);
    const ended = await apply(rig, manifest);
    expect(words(ended)).toBe('');
    expect(chain().map(({ subject }) => subject)).toContain('CN=filed');
    await done(manifest);
    process.env['P12_WORD'] = 'wrong-word-9';
    rig.edge.type('no crypto pki certificate chain VPN-CA', 'yes');
    const failed = await apply(rig, manifest);
    expect(words(failed)).toContain('PKCS12 import failed');
    for (const all of [first, ended, failed])
      expect(`${text(all)}${words(all)}${JSON.stringify(terraformJson(all.map(planned)))}`).not.toMatch(
        /Hunter2x|wrong-word-9/,
      );
    expect(readFileSync(join(rig.ledgers, 'net.edge.json'), 'utf8')).not.toMatch(/Hunter2x|wrong-word-9/);
  },
);

describe('what would be destroyed', () => {
  const longer = () =>
    declared({ ca: { certificate: authority.pem }, signer: { command: signing.command } }, 'VPN', 3072);

  test('a key of another size is replaced only when that is allowed, and the certificate is made anew', async () => {
    await apply(rig, byProgram());
    const before = rig.edge.runningConfig();
    const ended = await apply(rig, longer());
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toContain('replace RSA key VPN of 2048 bits by one of 3072');
    expect(words(ended)).toContain('--allow-destroy-keys');
    expect(rig.edge.runningConfig()).toBe(before);
    expect(text(await plan(rig, longer()))).toContain('(needs --allow-destroy-keys)');
    expect(words(await apply(rig, longer(), { allowDestroyKeys: true }))).toBe('');
    expect(chain()[1]!.publicKey.asymmetricKeyDetails!.modulusLength).toBe(3072);
    await done(longer());
  });

  test('another authority is trusted only when that is allowed', async () => {
    await apply(rig, byProgram());
    const other = await testAuthority('Other');
    const manifest = declared({ ca: { certificate: other.pem } });
    const ended = await apply(rig, manifest);
    expect(words(ended)).toContain(authority.sha256);
    expect(words(ended)).toContain(other.sha256);
    expect(chain()[0]!.subject).toContain('Test CA');
    expect(words(await apply(rig, manifest, { allowDestroyKeys: true }))).toBe('');
    expect(chain().map(({ subject }) => subject.split('\n').pop())).toEqual(['CN=Other']);
    await done(manifest);
  });

  test('an enrolled trustpoint goes only when that is allowed, with its certificates, under the armed rollback', async () => {
    await apply(rig, byProgram());
    const before = rig.edge.runningConfig();
    const gone = await plan(rig, declared(undefined));
    expect(text(gone)).toContain(
      'crypto pki trustpoint VPN-CA goes, and its certificates with it (needs --allow-destroy-keys)',
    );
    expect(states(await apply(rig, declared(undefined)))).toEqual({ edge: 'failed' });
    expect(rig.edge.runningConfig()).toBe(before);
    expect(words(await apply(rig, declared(undefined), { allowDestroyKeys: true }))).toBe('');
    expect(rig.edge.runningConfig()).not.toContain('VPN-CA');
    await done(declared(undefined));
  });
});

describe('killed between two steps, the next run goes on from there', () => {
  const lines: readonly (readonly [string, RegExp, number])[] = [
    ['the key', /^crypto key generate/, 1],
    ['the first saving of an operation', /^write memory/, 2],
    ['the authority', /^crypto pki authenticate/, 1],
    ['the second saving', /^write memory/, 3],
    ['the request', /^crypto pki enroll/, 1],
    ['the saving after the request', /^write memory/, 4],
    ['the certificate', /^crypto pki import/, 1],
    ['the last saving', /^write memory/, 5],
  ];
  test.each(lines)('before %s', async (_title, line, nth) => {
    const manifest = byProgram();
    rig.edge.faults.dropOn = nthTime(line, nth);
    const cut = await apply(rig, manifest);
    expect(states(cut)).toEqual({ edge: 'unknown' });
    healthy(rig);
    const ended = await apply(rig, manifest);
    expect(ended.map(({ state, problems }) => [state, problems])).toEqual([['applied', []]]);
    expect(chain().length).toBe(2);
    await done(manifest);
  });
});

const seeds = [1, 2, 3, 4, 5, 6];
test.each(seeds)('killed at a random byte to the router, a second run finishes the work (seed %i)', async (seed) => {
  const manifest = byProgram();
  const random = randomOf(9000 + seed);
  let child: ChildProcess | undefined;
  const at = 300 + Math.floor(random() * 3200);
  afterBytes(rig, at, () => void child?.kill('SIGKILL'));
  const { code } = await tw(rig, ['apply', '--manifest', rig.save(manifest), '--yes'], { started: (c) => (child = c) });
  healthy(rig);
  const ended = await apply(rig, manifest);
  expect([at, code, ended.map(({ problems }) => problems)]).toEqual([at, null, [[]]]);
  expect(chain().length).toBe(2);
  await done(manifest);
});

test('what is declared half is refused at synth, with what to write', () => {
  const said = (props: object): string =>
    problemsIn(
      (stack) =>
        void new CertTrustpoint(edge(stack), 'vpn', { name: 'T', enrollment: { type: 'terminal' }, ...props } as never),
    ).join('\n');
  expect(said({ signer: { command: ['sign'] } })).toMatch(/rsaKeypair: write the key pair[^]*ca: write the authority/);
  expect(said({ ca: { fingerprint: 'AB'.repeat(20) } })).toContain('ca: certificate: it is pasted at the terminal');
  expect(said({ ecKeysize: 384 })).toContain('ecKeysize: write the key it is the size of: ecKeypair');
  expect(said({ renewDays: 30 })).toContain('renewDays: nothing enrols this trustpoint');
  expect(said({ enrollment: { type: 'selfsigned' }, rsaKeypair: { label: 'K' }, ecKeypair: 'E' })).toContain(
    'a certificate is for one key',
  );
  expect(said({ ca: {} })).toContain('write the certificate, the fingerprint, or both');
  expect(said({ ca: { fingerprint: 'none' } })).toContain('is not a valid fingerprint');
  expect(
    said({
      enrollment: { type: 'url', url: 'http://ca' },
      rsaKeypair: { label: 'K' },
      ca: { fingerprint: 'AB'.repeat(32) },
    }),
  ).toContain('MD5 and SHA-1');
});

describe('the command', () => {
  test('tw certs lists what the devices hold, and --warn sets the exit code', async () => {
    await apply(rig, byProgram());
    const manifest = rig.save(byProgram());
    const listed = await tw(rig, ['certs', '--manifest', manifest]);
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(
      /cn=edge\.example\.net.* {2}36[45] days left\n.*certificate of VPN-CA; issuer cn=Test CA,o=Tunnelwright lab; expires 20/,
    );
    expect(listed.out).toContain('CA certificate of VPN-CA');
    expect((await tw(rig, ['certs', '--manifest', manifest, '--warn', '30'])).code).toBe(0);
    expect((await tw(rig, ['certs', '--manifest', manifest, '--warn', '400'])).code).toBe(2);
    const json = JSON.parse((await tw(rig, ['certs', '--manifest', manifest, '--json'])).out) as {
      certificates: { daysLeft: number }[];
    }[];
    expect(json[0]!.certificates.every(({ daysLeft }) => daysLeft > 300)).toBe(true);
    const both = rig.save(
      manifestOf((stack) => {
        edge(stack);
        fmc(stack);
      }),
      'both.json',
    );
    const skipped = await tw(rig, ['certs', '--manifest', both]);
    expect(skipped.out).toMatch(/fmc: skipped, .*FMC.* of this version shows no device certificates over its API/);
    const wrong = await tw(rig, ['certs', '--manifest', manifest, '--warn', 'soon']);
    expect(wrong.code).toBe(1);
    expectNoStack(wrong);
  });

  test('apply --yes does it, and needs --allow-destroy-keys for what is lost', async () => {
    const manifest = rig.save(byProgram());
    const ran = await tw(rig, ['apply', '--manifest', manifest, '--yes']);
    expect(ran.code).toBe(0);
    expectNoStack(ran);
    const longer = rig.save(
      declared({ ca: { certificate: authority.pem }, signer: { command: signing.command } }, 'VPN', 3072),
      'longer.json',
    );
    const refused = await tw(rig, ['apply', '--manifest', longer, '--yes']);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('--allow-destroy-keys');
    expect((await tw(rig, ['apply', '--manifest', longer, '--yes', '--allow-destroy-keys'])).code).toBe(0);
    expect(existsSync(join(rig.room, 'edge.csr'))).toBe(false);
  });
});
