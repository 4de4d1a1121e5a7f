import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Asked } from '../../server/https';

/** Written apart from the client that it checks. */
const escaped = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9_.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const canonical = (params: URLSearchParams): string =>
  [...params]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');

const hash = (text: string): string => createHash('sha512').update(text, 'utf8').digest('hex');

const maximumSkewMs = 5 * 60_000;

interface Keys {
  readonly integrationKey: string;
  readonly secretKey: string;
  readonly host: string;
}

/** Why Duo would not take the request, with its number; undefined where the signature is right. */
export const wrongSignature = (asked: Asked, keys: Keys, now: number): readonly [number, string] | undefined => {
  const date = asked.headers.date;
  if (date === undefined) return [40101, 'Missing request credentials'];
  const at = Date.parse(date);
  if (Number.isNaN(at) || Math.abs(at - now) > maximumSkewMs) return [40105, 'Bad request timestamp'];
  const given = Buffer.from((asked.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString('utf8');
  const [user, password = ''] = given.split(':');
  if (user !== keys.integrationKey) return [40102, 'Invalid integration key in request credentials'];
  const form = asked.headers['content-type'] === 'application/x-www-form-urlencoded';
  const params = asked.method === 'POST' && form ? new URLSearchParams(asked.text) : asked.query;
  const second = [date, asked.method, keys.host, asked.path, canonical(params)];
  const fifth = [...second, hash(['POST', 'PUT'].includes(asked.method) ? asked.text : ''), hash('')];
  // Of its second version are only forms, and what the first version of the API is asked.
  const isOld = asked.path.startsWith('/admin/v1/') && (asked.method !== 'POST' || form);
  const seen = Buffer.from(password, 'hex');
  const isOf = (lines: readonly string[]): boolean => {
    const right = createHmac('sha512', keys.secretKey).update(lines.join('\n'), 'utf8').digest();
    return seen.length === right.length && timingSafeEqual(seen, right);
  };
  return isOf(fifth) || (isOld && isOf(second)) ? undefined : [40103, 'Invalid signature in request credentials'];
};
