import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const charon = '/usr/lib/ipsec/charon';
const missing = !existsSync(charon)
  ? 'strongSwan is not installed (Debian: strongswan-charon, strongswan-swanctl)'
  : spawnSync('swanctl', ['--version']).error
    ? 'swanctl is not installed (Debian: strongswan-swanctl)'
    : process.getuid?.() !== 0
      ? 'strongSwan wants to be root'
      : undefined;

export interface StrongSwan {
  /** What `swanctl` says of a file that it loads, and of what it then has. */
  load(file: string): { readonly code: number | null; readonly said: string; readonly connections: string };
  close(): void;
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(socket, () => {
      connection.destroy();
      resolve(true);
    });
    connection.on('error', () => resolve(false));
  });

const configuration = (socket: string): string => `charon {
  port = 0
  port_nat_t = 0
  load = random nonce pem pkcs1 x509 pubkey constraints sha1 sha2 md5 hmac aes vici socket-default kernel-netlink
  plugins {
    vici {
      socket = unix://${socket}
    }
  }
}
swanctl {
  load = random nonce pem pkcs1 x509
}
`;

const begin = async (child: ChildProcess, socket: string): Promise<boolean> => {
  for (let i = 0; i < 100 && child.exitCode === null; i++) {
    if (await answers(socket)) return true;
    await pause(50);
  }
  return false;
};

/**
 * A strongSwan of its own, which listens on a socket in a temporary folder and on no known port; or a word why there is
 * none. It needs a kernel with XFRM, which not every container has.
 */
export const startStrongSwan = async (): Promise<StrongSwan | string> => {
  if (missing !== undefined) return missing;
  const room = mkdtempSync(join(tmpdir(), 'swan-'));
  const [settings, socket] = [join(room, 'strongswan.conf'), join(room, 'vici')];
  writeFileSync(settings, configuration(socket));
  const env = { ...process.env, STRONGSWAN_CONF: settings };
  const child = spawn(charon, [], { env, stdio: 'ignore' });
  const close = (): void => {
    child.kill();
    rmSync(room, { recursive: true, force: true });
  };
  if (!(await begin(child, socket))) {
    close();
    return 'charon does not start here (no IPsec in this kernel)';
  }
  const swanctl = (...args: string[]) =>
    spawnSync('swanctl', [...args, '--uri', `unix://${socket}`], { env, encoding: 'utf8' });
  return {
    load: (file) => {
      const loaded = swanctl('--load-all', '--noprompt', '--clear', '--file', file);
      return {
        code: loaded.status,
        said: `${loaded.stdout}${loaded.stderr}`,
        connections: swanctl('--list-conns').stdout,
      };
    },
    close,
  };
};
