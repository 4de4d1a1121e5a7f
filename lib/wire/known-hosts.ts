import { createHash, createHmac } from 'node:crypto';
import { groupBy } from '../kernel/group';

interface Known {
  readonly revoked: boolean;
  readonly hosts: string;
  readonly type: string;
  readonly key: string;
}

const entries = (text: string): readonly Known[] =>
  text.split('\n').flatMap((raw) => {
    const line = raw.trim();
    const revoked = line.startsWith('@revoked ');
    if (line === '' || line.startsWith('#') || (line.startsWith('@') && !revoked)) return [];
    const [hosts, type, key] = line.split(/\s+/).slice(revoked ? 1 : 0);
    return hosts && type && key ? [{ revoked, hosts, type, key }] : [];
  });

/**
 * Whether a pattern with `*` and `?` fits a name. A star that took too little takes one character more, and only the last
 * one ever does: the time grows with the product of both lengths, whatever the pattern.
 */
const wildcard = (pattern: string, name: string): boolean => {
  const [wanted, given] = [pattern.toLowerCase(), name.toLowerCase()];
  let [at, star, from] = [0, -1, 0];
  for (let i = 0; i < given.length;) {
    if (at < wanted.length && wanted[at] === '*') [star, from, at] = [at, i, at + 1];
    else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[i])) [at, i] = [at + 1, i + 1];
    else if (star !== -1) [at, from, i] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return /^\**$/.test(wanted.slice(at));
};

const matches = (hosts: string, name: string): boolean => {
  const hashed = /^\|1\|([^|]+)\|([^|]+)$/.exec(hosts);
  if (hashed) return createHmac('sha1', Buffer.from(hashed[1]!, 'base64')).update(name).digest('base64') === hashed[2];
  const patterns = hosts.split(',');
  if (patterns.some((p) => p.startsWith('!') && wildcard(p.slice(1), name))) return false;
  return patterns.some((p) => !p.startsWith('!') && wildcard(p, name));
};

/** How OpenSSH writes a host: with its port in brackets unless it is 22. */
export const hostName = (host: string, port: number): string => (port === 22 ? host : `[${host}]:${port}`);

/**
 * The keys (base64) that a known_hosts file has for a host, by type; a host may have several of one. Plain, hashed and
 * wildcard entries are read; a key that is marked `@revoked` is none, `@cert-authority` is passed over.
 */
export const knownKeys = (text: string, host: string, port: number): ReadonlyMap<string, readonly string[]> => {
  const all = entries(text).filter((entry) => matches(entry.hosts, hostName(host, port)));
  const revoked = new Set(all.filter((entry) => entry.revoked).map((entry) => entry.key));
  const good = all.filter((entry) => !revoked.has(entry.key));
  return new Map([...groupBy(good, (entry) => entry.type)].map(([type, of]) => [type, of.map((entry) => entry.key)]));
};

/** `SHA256:…` as ssh-keygen prints it. */
export const sshFingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
