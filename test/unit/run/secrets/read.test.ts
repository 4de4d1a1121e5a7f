import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ProblemError } from '../../../../lib/kernel/problem';
import { otherSecret, Secret, secretMarker } from '../../../../lib/model/secret';
import {
  unsetVariables,
  fingerprint,
  readSecret,
  readSecrets,
  secretBook,
  type Fingerprints,
} from '../../../../lib/run/secrets/read';
import { decodeType7 } from '../../../../lib/engine/cli/type7';
import { holds } from '../../../support/properties';

/** Type 7 from its published description: the salt picks where in the fixed key the exclusive-or begins. */
const encodeType7 = (text: string, salt: number): string => {
  const key = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';
  const bytes = [...Buffer.from(text)].map((byte, i) => byte ^ key.charCodeAt((salt + i) % key.length));
  return String(salt).padStart(2, '0') + Buffer.from(bytes).toString('hex').toUpperCase();
};

describe('type 7', () => {
  test('of the best known example is cisco', () => {
    expect(decodeType7('0822455D0A16')).toBe('cisco');
    expect(decodeType7('094F471A1A0A')).toBe('cisco');
    expect(decodeType7('0822455d0a16')).toBe('cisco');
  });
  test('is decoded, whatever the salt', () =>
    holds(
      fc.property(fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme-ascii' }), fc.nat(15), (text, salt) => {
        expect(decodeType7(encodeType7(text, salt))).toBe(text);
      }),
    ));
  test('is read as the UTF-8 that was typed', () => {
    expect(decodeType7(encodeType7('schlüssel', 3))).toBe('schlüssel');
  });
  test.each(['', '08', '0822455D0A1', 'cisco', '08ZZ'])('%p is none of it', (text) => {
    expect(decodeType7(text)).toBeUndefined();
  });
});

describe('the book of secrets', () => {
  const marker = secretMarker(Secret.fromEnv('PSK'));
  const key = Buffer.alloc(32, 1);
  const at = 'crypto ikev2 keyring K / peer p / pre-shared-key local';
  const bookOf = (prints: Partial<Fingerprints> = {}) => {
    const all: Fingerprints = { known: {}, declared: new Map(), sent: false, ...prints };
    return { ...secretBook(new Map([[marker, 'cisco']]), key, all), prints: all };
  };
  test.each<[string, { type?: number; text: string }]>([
    ['in clear', { text: 'cisco' }],
    ['in clear with its type', { type: 0, text: 'cisco' }],
    ['in type 7', { type: 7, text: '0822455D0A16' }],
  ])('knows the declared secret %s, and tells another', (_how, shown) => {
    expect(bookOf().judge(marker, shown, at)).toBe(marker);
    expect(bookOf().judge(marker, { ...shown, text: shown.type === 7 ? encodeType7('other', 4) : 'other' }, at)).toBe(
      otherSecret,
    );
  });
  test.each([
    ['in type 6', { type: 6, text: 'PUNGOAP' }],
    ['not at all', undefined],
  ])('compares a secret that is shown %s by what was written last', (_how, shown) => {
    expect(bookOf().judge(marker, shown, at)).toBe(otherSecret);
    expect(bookOf({ known: { [at]: fingerprint(key, 'cisco') } }).judge(marker, shown, at)).toBe(marker);
    expect(bookOf({ known: { [at]: fingerprint(key, 'older') } }).judge(marker, shown, at)).toBe(otherSecret);
    expect(bookOf({ known: { 'another place': fingerprint(key, 'cisco') } }).judge(marker, shown, at)).toBe(
      otherSecret,
    );
  });
  test('takes what the device hides to be what was sent, once it was sent', () => {
    expect(bookOf({ sent: true }).judge(marker, { type: 6, text: 'PUNGOAP' }, at)).toBe(marker);
    expect(bookOf({ sent: true }).judge(marker, { text: 'other' }, at)).toBe(otherSecret);
  });
  test('notes the fingerprint of what it judged, for the ledger', () => {
    const book = bookOf();
    book.judge(marker, { text: 'x' }, at);
    expect([...book.prints.declared]).toEqual([[at, fingerprint(key, 'cisco')]]);
  });
  test('says of a secret that nobody declared that it is another, and notes nothing', () => {
    const book = bookOf({ sent: true });
    expect(book.judge('', { text: 'cisco' }, at)).toBe(otherSecret);
    expect(book.judge(otherSecret, { text: 'cisco' }, at)).toBe(otherSecret);
    expect(book.prints.declared.size).toBe(0);
  });
  test('puts the value in the place of its marker, and leaves others', () => {
    expect(bookOf().reveal(`pre-shared-key local ${marker}`)).toBe('pre-shared-key local cisco');
    expect(bookOf().reveal(`key ${otherSecret} ${marker}${marker}`)).toBe(`key ${otherSecret} ciscocisco`);
  });
  test('reveals a value with dollar signs as it is, also from a file whose path has blanks', () => {
    const odd = secretMarker(Secret.fromFile('my keys/<psk>'));
    const book = secretBook(new Map([[odd, "a$&b$1'"]]), key, { known: {}, declared: new Map(), sent: false });
    expect(book.reveal(`key ${odd}`)).toBe("key a$&b$1'");
  });
  test('has fingerprints that say nothing without the key', () => {
    expect(fingerprint(key, 'cisco')).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(key, 'cisco')).not.toBe(fingerprint(Buffer.alloc(32, 2), 'cisco'));
  });
});

describe('reading a secret', () => {
  const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  const wrong = async (ref: Parameters<typeof readSecret>[0]) => {
    try {
      return await readSecret(ref, 'mumbai/edge');
    } catch (error) {
      return (error as ProblemError).problems[0];
    }
  };
  afterEach(() => {
    delete process.env['TW_TEST_SECRET'];
  });
  test('from the environment, a file, a program', async () => {
    process.env['TW_TEST_SECRET'] = 'one';
    expect(await readSecret(Secret.fromEnv('TW_TEST_SECRET'), 'x')).toBe('one');
    expect(await readSecret(Secret.fromFile(file('a', 'two\n')), 'x')).toBe('two');
    expect(await readSecret(Secret.fromFile(file('b', 'two\r\n')), 'x')).toBe('two');
    expect(await readSecret(Secret.fromCommand(process.execPath, '-e', 'console.log("three")'), 'x')).toBe('three');
  });
  test('that is not set names the variable', async () => {
    expect(await wrong(Secret.fromEnv('TW_TEST_SECRET'))).toEqual({
      code: 'secret.missing',
      path: 'mumbai/edge',
      message: 'the environment variable TW_TEST_SECRET is not set',
      hint: 'set it where this command runs',
    });
    process.env['TW_TEST_SECRET'] = '';
    expect(await wrong(Secret.fromEnv('TW_TEST_SECRET'))).toMatchObject({
      message: 'the environment variable TW_TEST_SECRET is empty',
    });
  });
  test('all that are not set are named at once, of the login and of what is declared', () => {
    const login = { username: 'vpn', password: Secret.fromEnv('TW_TEST_PASSWORD') };
    const refs = [Secret.fromEnv('TW_TEST_SECRET'), Secret.fromEnv('TW_TEST_PASSWORD'), Secret.fromFile('x')];
    expect(unsetVariables([{ host: '192.0.2.1', login }, refs], 'net/edge')).toEqual([
      {
        code: 'secret.missing',
        path: 'net/edge',
        message: 'the environment variables TW_TEST_PASSWORD and TW_TEST_SECRET are not set',
        hint: 'set them where this command runs',
      },
    ]);
    process.env['TW_TEST_SECRET'] = '';
    expect(unsetVariables([login, refs], 'net/edge')).toMatchObject([
      { message: 'the environment variables TW_TEST_PASSWORD and TW_TEST_SECRET are not set or empty' },
    ]);
    expect(unsetVariables([{ login: { username: 'vpn' } }], 'net/edge')).toEqual([]);
  });
  test('from a file that is not there, or empty, names the file', async () => {
    expect(await wrong(Secret.fromFile('/no/such'))).toMatchObject({
      message: 'the file /no/such cannot be read',
      hint: 'check the path and its mode',
    });
    const empty = file('empty', '\n');
    expect(await wrong(Secret.fromFile(empty))).toMatchObject({
      message: `the file ${empty} holds no secret`,
      hint: 'write the secret into it',
    });
    expect(await wrong(Secret.fromCommand('true'))).toMatchObject({
      message: 'the output of true holds no secret',
      hint: 'run it by hand: it must print the secret',
    });
  });
  test('from a program that fails names the program, and not what it printed', async () => {
    const found = await wrong(Secret.fromCommand(process.execPath, '-e', 'console.log("hush"); process.exit(3)'));
    expect(found).toMatchObject({ code: 'secret.missing', message: `the command ${process.execPath} failed` });
    expect(JSON.stringify(found)).not.toContain('hush');
  });
  test('what a program says beside the secret stands behind its name', async () => {
    const heard: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => heard.push(String(text)) > 0);
    try {
      const words = "process.stderr.write('no key\\n\\u001b[2Jask\\n'); console.log('three')";
      expect(await readSecret(Secret.fromCommand(process.execPath, '-e', words), 'x')).toBe('three');
    } finally {
      write.mockRestore();
    }
    expect(heard.join('')).toBe('node: no key\nnode: \\u{1b}[2Jask\n');
  });
  test('all of a target, by marker', async () => {
    process.env['TW_TEST_SECRET'] = 'one';
    expect([...(await readSecrets([Secret.fromEnv('TW_TEST_SECRET')], 'x'))]).toEqual([
      ['<secret:env:TW_TEST_SECRET>', 'one'],
    ]);
  });
});
