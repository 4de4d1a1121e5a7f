import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { stableJson } from '../../kernel/json';

/** A simulated device in the place of a declared one. */
export interface Standing {
  /** The host that programs declare. */
  readonly host: string;
  /** What it is, in a word for a person: `IOS-XE 17.9`. */
  readonly title: string;
  readonly at: { readonly host: string; readonly port: number };
  readonly login: { readonly username: string; readonly password: string; readonly file: string };
  /** How it is known: a line of a known_hosts file, or the certificate of an authority (PEM). */
  readonly trust: { readonly file: 'known_hosts' | 'ca.pem'; readonly text: string };
  /** How a person reaches it. */
  readonly reach: string;
  /** Settings of the declared device that the simulated one has otherwise. */
  readonly settings?: { readonly requestsPerMinute: number };
  close(): Promise<void>;
}

/** Writes how to reach simulated devices below a directory; returns the file for `--lab`. */
export const describeDevices = (directory: string, devices: readonly Standing[]): string => {
  mkdirSync(directory, { recursive: true });
  // A command may be run in another directory than the lab.
  const home = resolve(directory);
  const put = (name: string, text: string, mode = 0o644): string => {
    writeFileSync(join(home, name), `${text.trim()}\n`, { mode });
    // Of a lab before, it may be there already.
    chmodSync(join(home, name), mode);
    return join(home, name);
  };
  // A known_hosts file knows its entries by port, and one file may hold several authorities.
  const trusted = (file: string): string =>
    devices.flatMap(({ trust }) => (trust.file === file ? trust.text.trim() : [])).join('\n');
  const entries = devices.map(({ host, at, login, trust, settings }): readonly [string, object] => [
    host,
    {
      ...at,
      login: { username: login.username, password: { secret: 'file', path: put(login.file, login.password, 0o600) } },
      trust: { file: put(trust.file, trusted(trust.file)) },
      ...settings,
    },
  ]);
  put('lab.json', stableJson({ id: randomBytes(6).toString('hex'), devices: Object.fromEntries(entries) }, 2));
  return join(directory, 'lab.json');
};
