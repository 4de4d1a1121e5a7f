import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The fixed key of type 7. Written apart from the engine's, so that a slip there shows. */
const xlat = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';
const type7 = (text: string, seed: number): string =>
  [...Buffer.from(text)]
    .map((byte, i) => (byte ^ xlat.charCodeAt((seed + i) % xlat.length)).toString(16).padStart(2, '0'))
    .join('');

/** All forms in which a secret could leak: as it is, encoded, in type 7, or as a hash without a key. */
const forms = (secret: string): ReadonlyMap<string, string> =>
  new Map([
    ['clear', secret],
    ['base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ['base64url', Buffer.from(secret).toString('base64url')],
    ['hex', Buffer.from(secret).toString('hex')],
    ['url-encoded', encodeURIComponent(secret)],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['sha256', createHash('sha256').update(secret).digest('hex')],
    ['sha1', createHash('sha1').update(secret).digest('hex')],
    ['md5', createHash('md5').update(secret).digest('hex')],
    ...Array.from({ length: xlat.length }, (_, seed) => [`type 7 (${seed})`, type7(secret, seed)] as const),
  ]);

/** Where a text holds one of the secrets. */
export const leaks = (texts: Readonly<Record<string, string>>, secrets: readonly string[]): readonly string[] =>
  Object.entries(texts).flatMap(([where, text]) => {
    const lower = text.toLowerCase();
    return secrets.flatMap((secret) =>
      [...forms(secret)].flatMap(([form, word]) =>
        lower.includes(word.toLowerCase()) ? [`${where} holds '${secret}' (${form})`] : [],
      ),
    );
  });

/** Every file below a directory, by its path there. */
export const filesIn = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        relative(directory, join(entry.parentPath, entry.name)),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ]),
  );
