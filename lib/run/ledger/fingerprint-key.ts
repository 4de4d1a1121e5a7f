import { advised } from '../../kernel/advised';
import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { faultWords } from '../../kernel/fault';
import { fail } from '../../kernel/problem';

const bytes = 32;

const read = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    return fail(
      'ledger.key',
      path,
      `the key of the secret fingerprints cannot be read: ${faultWords(error)}`,
      'check its mode',
    );
  }
};

/** Whole or not at all, and never in the place of a key that is there already: every fingerprint rests on that one. */
const make = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(bytes).toString('hex')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST')
      fail(
        'ledger.key',
        path,
        `the key of the secret fingerprints cannot be written: ${faultWords(error)}`,
        'check the disk and the directory of the ledger',
      );
  } finally {
    await rm(draft, { force: true });
  }
};

const parsed = (text: string, path: string): Buffer =>
  new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(text.trim())
    ? Buffer.from(text.trim(), 'hex')
    : fail(
        'ledger.key',
        path,
        `the key of the secret fingerprints is not ${bytes} bytes in hex (${Buffer.byteLength(text)} bytes in the file). Fingerprints made with such a key could be guessed, so nothing was read or changed`,
        `restore the file from a backup; only where it is lost for good, delete it, make another (openssl rand -hex 32), and then: ${advised('state', 'key', 'forget')}`,
      );

/** The key of the fingerprints; undefined where there is none. Anything but a whole key is refused. */
export const keyAt = async (path: string): Promise<Buffer | undefined> => {
  const found = await read(path);
  return found === undefined ? undefined : parsed(found, path);
};

/** The key of the fingerprints, made on first use. */
export const fingerprintKey = async (path: string): Promise<Buffer> => {
  const found = await keyAt(path);
  if (found !== undefined) return found;
  await make(path);
  return parsed((await read(path)) ?? '', path);
};

/** A key that nobody has kept for a person, in whose place a new one would be made: what is needed is said. */
export const keyIsMissing = (path: string, target: string): never =>
  fail(
    'ledger.key',
    target,
    `the ledger has fingerprints of secrets, and the key that they were made with is not here (${path}). Nothing was read or changed`,
    `set TUNNELWRIGHT_LEDGER_KEY to it, also where a pipeline starts empty each time; where it is lost make another (openssl rand -hex 32), then: ${advised('state', 'key', 'forget')}`,
  );

/** Names a key without giving anything of it away: the ledger says by it which key its fingerprints were made with. */
export const keyId = (key: Buffer): string =>
  createHmac('sha256', key).update('tunnelwright fingerprint key').digest('hex').slice(0, 16);
