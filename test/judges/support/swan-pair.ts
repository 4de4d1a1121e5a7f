import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const plugins = '/usr/lib/ipsec/plugins';
/** Why no two strongSwans can be started, or nothing. */
export const missingSwan = ((): string | undefined => {
  if (process.getuid?.() !== 0) return 'strongSwan wants to be root';
  if (!existsSync('/usr/lib/ipsec/charon')) return 'strongSwan is not installed (Debian: strongswan-charon)';
  for (const [plugin, from] of [
    ['gcm', 'libstrongswan-standard-plugins'],
    ['eap-mschapv2', 'libcharon-extauth-plugins'],
    ['eap-radius', 'libcharon-extra-plugins'],
    // Not every kernel has ESP: this is ESP outside of it.
    ['kernel-libipsec', 'libcharon-extra-plugins'],
  ])
    if (!existsSync(join(plugins, `libstrongswan-${plugin}.so`))) return `not installed (Debian: ${from})`;
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  const own = spawnSync('unshare', [
    '-nm',
    'sh',
    '-c',
    'mount -t tmpfs none /run && ip link add name judge-a type veth peer name judge-b',
  ]);
  return own.status === 0 ? undefined : 'no network namespace of its own can be made here';
})();

// eap-radius before vici: an address that RADIUS gives goes before those of the pools.
const settings = (socket: string, own: string): string => `charon {
  load = random nonce pem pkcs1 pkcs8 x509 pubkey constraints sha1 sha2 md5 md4 hmac aes des gcm fips-prf kdf openssl attr eap-radius vici socket-default kernel-libipsec kernel-netlink eap-identity eap-mschapv2 eap-tls resolve
  install_virtual_ip = yes
  retransmit_tries = 1
  plugins {
    vici {
      socket = unix://${socket}
    }
    resolve {
      file = ${socket}.resolv
    }
  }
  ${own}
}
swanctl {
  load = random nonce pem pkcs1 pkcs8 x509 openssl sha1 sha2
}
`;

export interface Swan {
  readonly pid: number;
  ctl(...args: string[]): { readonly code: number | null; readonly said: string };
  /** A command in its network. */
  inside(...args: string[]): string;
  /** Other lines of its own in strongswan.conf; charon reads them. */
  set(own: string): void;
  /** Many commands of `ip` at once, in its network. */
  batch(lines: readonly string[]): void;
  /** Starts charon; it answers when this is done. */
  go(): Promise<void>;
  close(): void;
}

const asleep = async (child: ChildProcess): Promise<void> =>
  new Promise((done) => child.stdout!.once('data', () => done()));

/**
 * A strongSwan in a network of its own, which waits until it is connected. `home`: where swanctl.conf, x509ca, private
 * are. `written`: its strongswan.conf, with the socket that it is asked by, and lines of its own in the section `charon`.
 */
export const startSwan = async (home: string, written = settings, own = ''): Promise<Swan> => {
  for (const name of ['x509ca', 'x509', 'private']) mkdirSync(join(home, name), { recursive: true });
  const socket = join(home, 'vici');
  writeFileSync(join(home, 'strongswan.conf'), written(socket, own));
  const env = { ...process.env, STRONGSWAN_CONF: join(home, 'strongswan.conf'), SWANCTL_DIR: home };
  const script = 'mount -t tmpfs none /run && ip link set lo up && echo ready && read go && exec /usr/lib/ipsec/charon';
  const child = spawn('unshare', ['-nm', 'sh', '-c', script], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  await asleep(child);
  const pid = child.pid!;
  const within = (...args: string[]) =>
    spawnSync('nsenter', ['-n', '-t', String(pid), ...args], { env, encoding: 'utf8' });
  const ctl = (...args: string[]) => {
    const ran = within('swanctl', ...args, '--uri', `unix://${socket}`);
    return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
  };
  return {
    pid,
    ctl,
    set: (lines) => {
      writeFileSync(join(home, 'strongswan.conf'), written(socket, lines));
      ctl('--reload-settings');
    },
    inside: (...args) => within(...args).stdout,
    batch: (lines) => {
      const input = lines.join('\n');
      const ran = spawnSync('nsenter', ['-n', '-t', String(pid), 'ip', '-batch', '-'], { input, encoding: 'utf8' });
      if (ran.status !== 0) throw new Error(ran.stderr);
    },
    go: async () => {
      child.stdin.write('\n');
      for (let i = 0; i < 100 && ctl('--version').code !== 0; i++) await pause(50);
      for (let i = 0; i < 100 && !existsSync(socket); i++) await pause(50);
    },
    close: () => void child.kill(),
  };
};

/** A cable between two of them. */
export const wire = (one: Swan, other: Swan, [a, b]: readonly [string, string]): void => {
  const run = (...args: string[]) => spawnSync('ip', args);
  run(
    'link',
    'add',
    'name',
    'judge-a',
    'netns',
    String(one.pid),
    'type',
    'veth',
    'peer',
    'name',
    'judge-b',
    'netns',
    String(other.pid),
  );
  for (const [swan, name, address] of [
    [one, 'judge-a', a],
    [other, 'judge-b', b],
  ] as const) {
    swan.inside('ip', 'address', 'add', address, 'dev', name);
    swan.inside('ip', 'link', 'set', name, 'up');
  }
};
