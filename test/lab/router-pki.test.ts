import { startRouter, type LabRouter } from '../../lib/lab/devices/iosxe';
import { keysIn } from '../../lib/engine/pki/observed';
import { asRequest, hasOpenssl, openssl, testAuthority, type TestAuthority } from '../support/authority';
import { open, type Terminal } from './router-terminal';

const config = `hostname edge
ip domain name example.net
crypto pki trustpoint TP
 enrollment terminal
 serial-number none
 ip-address none
 subject-name cn=edge.example.net,o=Example
 revocation-check none
 rsakeypair KEY
crypto pki trustpoint ASKED
 enrollment terminal pem
 subject-name cn=asked
 revocation-check none
 rsakeypair KEY
crypto pki trustpoint SCEP
 enrollment url http://ca.example.net:80
 serial-number none
 ip-address none
 subject-name cn=scep
 revocation-check none
 rsakeypair KEY
crypto pki trustpoint CURVE
 enrollment terminal
 serial-number none
 ip-address none
 subject-name cn=curve
 revocation-check none
 eckeypair KEY
crypto pki trustpoint OWN
 enrollment selfsigned
 subject-name cn=own
 revocation-check none
 rsakeypair KEY
end
`;

let authority: TestAuthority;
let router: LabRouter;
let t: Terminal;

const yesNo = /\[yes\/no\]: $/;
const prompt = /edge\(config\)#$/;
const ask = async (line: string, until = yesNo): Promise<string> => {
  t.send(`${line}\n`);
  return t.until(until);
};
const generate = (): Promise<string> => ask('crypto key generate rsa label KEY modulus 2048', prompt);
const trust = async (name: string): Promise<string> => {
  await ask(`crypto pki authenticate ${name}`, /line by itself\s*$/);
  const shown = await ask(`${authority.pem}quit`);
  return shown + (await ask('yes', prompt));
};
const certificateRequest = (text: string): string =>
  asRequest(/follows:\s+([^]*?)\s+---End/.exec(text.replaceAll('\r', ''))![1]!);
const enrolled = async (make = generate, name = 'TP'): Promise<string> => {
  await make();
  await trust(name);
  await ask(`crypto pki enroll ${name}`);
  const shown = await ask('yes');
  await ask('no', prompt);
  return certificateRequest(shown);
};
const imported = async (certificate: string): Promise<string> => {
  await ask('crypto pki import TP certificate', /line by itself\s*$/);
  return ask(`${certificate}quit`, prompt);
};

beforeAll(async () => {
  authority = await testAuthority();
});
beforeEach(async () => {
  router = await startRouter({ config });
  t = await open(router);
  await t.run('terminal length 0');
  await t.run('configure terminal');
});
afterEach(async () => {
  t.close();
  await router.close();
});

describe('keys', () => {
  test('are made with a label and a size, shown as a public key that openssl reads, and kept when the answer is no', async () => {
    expect(await generate()).toContain('% Generating 2048 bit RSA keys, keys will be non-exportable...');
    const shown = await t.run('do show crypto key mypubkey rsa');
    expect(shown).toContain('Key name: KEY');
    const again = await ask('crypto key generate rsa general-keys label KEY modulus 2048');
    expect(again).toContain('% You already have RSA keys defined named KEY.');
    expect(again).toContain('% Do you really want to replace them? [yes/no]: ');
    await ask('no', prompt);
    expect((await t.run('do show crypto key mypubkey rsa')).replace(/^.*\n/, '')).toBe(shown.replace(/^.*\n/, ''));
    expect(await ask('crypto key zeroize rsa KEY')).toContain('Do you really want to remove these keys?');
    await ask('yes', prompt);
    expect(await t.run('do show crypto key mypubkey rsa')).not.toContain('KEY');
  });

  test.each([256, 384, 521])('of an elliptic curve of %i bits stand beside RSA keys of the same name', async (bits) => {
    await generate();
    expect(await ask(`crypto key generate ec keysize ${bits} label KEY`, prompt)).toMatch(/\[OK\]/);
    const shown = await t.run('do show crypto key mypubkey ec');
    expect(shown).toMatch(/Key name: KEY\r?\nKey type: EC KEYS\r?\n/);
    expect([...keysIn('ec', shown.replaceAll('\r', ''))].map(([id, key]) => [id, key.bits])).toEqual([
      ['ec KEY', bits],
    ]);
    expect(await t.run('do show crypto key mypubkey rsa')).toContain('Key type: RSA KEYS');
    await ask('crypto key zeroize ec KEY');
    await ask('yes', prompt);
    expect(await t.run('do show crypto key mypubkey ec')).not.toContain('KEY\r\n');
    expect(await t.run('do show crypto key mypubkey rsa')).toContain('Key name: KEY');
  });

  test('of an elliptic curve have one of three sizes', async () => {
    expect(await t.run('crypto key generate ec keysize 128 label KEY')).toContain('256, 384 or 521');
    expect(await t.run('crypto key generate ec label KEY')).toContain('% Invalid input');
  });

  test('what is typed while a key is made waits for it', async () => {
    t.send('crypto key generate rsa label KEY modulus 2048\ndo show crypto key mypubkey rsa\n');
    expect(await t.until(/Key Data:[^]*edge\(config\)#$/)).toMatch(/\[OK\][^]*Key name: KEY/);
  });

  test('are gone after a reload that nobody saved for', async () => {
    await generate();
    await t.run('do write memory');
    await ask('crypto key generate rsa label OTHER modulus 2048', prompt);
    router.reload();
    await t.gone;
    t = await open(router);
    const shown = await t.run('show crypto key mypubkey rsa');
    expect(shown).toContain('Key name: KEY');
    expect(shown).not.toContain('OTHER');
  });
});

describe('the authority', () => {
  test('is shown with its fingerprints, and trusted when the answer is yes', async () => {
    const said = await trust('TP');
    expect(said.replaceAll(' ', '')).toContain(`FingerprintSHA1:${authority.sha1}`);
    expect(said.replaceAll(' ', '')).toContain(`FingerprintMD5:${authority.md5}`);
    expect(said).toContain('Trustpoint CA certificate accepted.');
    expect(router.runningConfig()).toMatch(
      /crypto pki certificate chain TP\n certificate ca 01\n {2}30[0-9A-F ]+\n[^]*\n {2}\tquit\n/,
    );
    expect(await t.run('crypto pki authenticate TP')).toContain('% Please delete your existing CA certificate first.');
    const status = await t.run('do show crypto pki trustpoints TP status');
    expect(status).toContain('     cn=Test CA,o=Tunnelwright lab');
    expect(status).toContain('    Issuing CA authenticated ....... Yes');
    expect(status).toContain('    Keys generated ............. No');
  });

  test('is not trusted when the answer is no, nor what is not a certificate', async () => {
    await ask('crypto pki authenticate TP', /line by itself\s*$/);
    await ask(`${authority.pem}quit`);
    await ask('no', prompt);
    await ask('crypto pki authenticate TP', /line by itself\s*$/);
    expect(await ask('bm8=\nquit', prompt)).toContain('% Error in saving certificate');
    expect(router.runningConfig()).not.toContain('certificate chain');
  });

  test('is compared with the fingerprint of the trustpoint and never asked about', async () => {
    router.type(
      'crypto pki trustpoint TP',
      `fingerprint ${authority.sha1.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    );
    await ask('crypto pki authenticate TP', /line by itself\s*$/);
    expect(await ask(`${authority.pem}quit`, prompt)).toContain('not accepted');
    expect(router.runningConfig()).not.toContain('certificate chain');
    router.type('crypto pki trustpoint TP', `fingerprint ${authority.sha1}`);
    await ask('crypto pki authenticate TP', /line by itself\s*$/);
    expect(await ask(`${authority.pem}quit`, prompt)).toContain('Certificate validated - fingerprints matched.');
  });
});

describe('enrolment by hand', () => {
  test('asks what the trustpoint does not say', async () => {
    await generate();
    await trust('ASKED');
    expect(await ask('crypto pki enroll ASKED')).toContain('serial number in the subject name');
    expect(await ask('no', /\[no\]: $/)).toContain('IP address');
    await ask('no');
    const shown = await ask('yes');
    expect(shown).toContain('-----BEGIN CERTIFICATE REQUEST-----');
    expect(shown).toContain('Redisplay enrollment request? [yes/no]: ');
  });

  test('needs the authority and a key first', async () => {
    expect(await t.run('crypto pki enroll TP')).toContain('% You must authenticate the Certificate Authority before');
    await trust('TP');
    expect(await t.run('crypto pki enroll TP')).toContain('% Please generate the RSA keys named KEY first');
  });

  (hasOpenssl ? test : test.skip)(
    'gives a request that openssl verifies, named as the trustpoint says (skipped without openssl)',
    async () => {
      const request = await enrolled();
      const said = openssl(['req', '-verify', '-noout', '-subject', '-text'], request)!;
      expect(said).toMatch(/verify OK/);
      expect(said).toMatch(/subject=O ?= ?Example, CN ?= ?edge\.example\.net, unstructuredName ?= ?edge\.example\.net/);
    },
  );

  (hasOpenssl ? test : test.skip)(
    'gives a request for a key of an elliptic curve that openssl verifies (skipped without openssl)',
    async () => {
      const curve = () => ask('crypto key generate ec keysize 384 label KEY', prompt);
      const request = await enrolled(curve, 'CURVE');
      const said = openssl(['req', '-verify', '-noout', '-text'], request)!;
      expect(said).toMatch(/verify OK/);
      expect(said).toMatch(/Public Key Algorithm: id-ecPublicKey[^]*ASN1 OID: secp384r1/);
      expect(said).toMatch(/Signature Algorithm: ecdsa-with-SHA256/);
      expect(said).toMatch(/X509v3 Key Usage: critical\n *Digital Signature\n/);
    },
  );

  test('takes the certificate for its key, and no other', async () => {
    const request = await enrolled();
    expect(await t.run('do show crypto pki certificates')).toContain('Status: Pending');
    const other = await startRouter({ config });
    const mine = await authority.sign(request);
    const stranger = await (await testAuthority('Stranger')).sign(request);
    await other.close();
    expect(await imported(stranger)).toContain('% Failed to parse or verify');
    expect(await imported(mine)).toContain('% Router Certificate successfully imported');
    const shown = await t.run('do show crypto pki certificates verbose TP');
    expect(shown).toMatch(/^Certificate\r?$/m);
    expect(shown).toMatch(/^CA Certificate\r?$/m);
    expect(shown).toContain('Key Label: KEY');
    expect(shown).toContain('    Name: edge.example.net');
    expect(await t.run('do show crypto pki trustpoints status')).toContain('    Certificate request(s) ..... Yes');
    await ask('crypto key generate rsa label KEY modulus 2048');
    await ask('yes', prompt);
    expect(await imported(mine)).toContain('does not match');
  });

  test('removing the trustpoint destroys its certificates after a yes, and its key stays', async () => {
    const request = await enrolled();
    await imported(await authority.sign(request));
    expect(await ask('no crypto pki trustpoint TP')).toContain(
      '% Removing an enrolled trustpoint will destroy all certificates',
    );
    await ask('no', prompt);
    expect(router.runningConfig()).toContain('crypto pki certificate chain TP');
    await ask('no crypto pki trustpoint TP');
    await ask('yes', prompt);
    expect(router.runningConfig()).not.toMatch(/certificate chain TP|trustpoint TP\n/);
    expect(await t.run('do show crypto key mypubkey rsa')).toContain('Key name: KEY');
  });

  test('a configuration with certificates boots into the same', async () => {
    const request = await enrolled();
    await imported(await authority.sign(request));
    const text = router.runningConfig();
    const second = await startRouter({ config: text });
    expect(second.runningConfig()).toBe(text);
    await second.close();
  });
});

test('SCEP asks for a password and grants at once', async () => {
  await generate();
  const shown = await ask('crypto pki authenticate SCEP');
  expect(shown).toContain('Fingerprint SHA1:');
  await ask('yes', prompt);
  await ask('crypto pki enroll SCEP', /Password: $/);
  await ask('pw', /Re-enter password: $/);
  expect(await ask('pw')).toContain('Request certificate from CA? [yes/no]: ');
  expect(await ask('yes', prompt)).toContain('% Certificate request sent to Certificate Authority');
  const status = await t.run('do show crypto pki trustpoints SCEP status');
  expect(status).toContain('Last enrollment status: Granted');
  expect(t.seen()).not.toMatch(/assword: pw/);
});

test('a self-signed certificate is made after two questions and a yes', async () => {
  await generate();
  await ask('crypto pki enroll OWN');
  await ask('no', /\[no\]: $/);
  expect(await ask('no')).toContain('Generate Self Signed Router Certificate? [yes/no]: ');
  expect(await ask('yes', prompt)).toContain('Router Self Signed Certificate successfully created');
  expect(router.runningConfig()).toContain(' certificate self-signed 01\n');
  expect(await t.run('do show crypto pki certificates OWN')).toContain('Router Self-Signed Certificate');
});

test('trustpoints that were enrolled before have certificates that no configuration shows', async () => {
  const before = await startRouter({ config, enrolled: ['TP'] });
  const terminal = await open(before);
  expect(before.runningConfig()).not.toContain('certificate chain');
  await terminal.run('terminal length 0');
  expect(await terminal.run('show crypto pki certificates TP')).toContain('cn=Lab SCEP CA');
  terminal.close();
  await before.close();
});

/** Lines of `show crypto pki trustpoints status` of an ISR 4451, without what is particular to it. */
const dumped = [
  '  Issuing CA certificate configured:',
  '    Subject Name:',
  '    Fingerprint MD5:',
  '    Fingerprint SHA1:',
  '  State:',
  '    Keys generated ............. No',
  '    Issuing CA authenticated ....... Yes',
  '    Certificate request(s) ..... None',
];

test('the status of a trustpoint has the form of a real dump', async () => {
  await trust('TP');
  const status = (await t.run('do show crypto pki trustpoints TP status')).replaceAll('\r', '').split('\n');
  const form = status.map((line) => line.replace(/(Fingerprint \w+:).*/, '$1'));
  expect(form.filter((line) => dumped.includes(line))).toEqual(dumped);
});
