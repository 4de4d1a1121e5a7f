import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const packages = { freeradius: 'freeradius', radclient: 'freeradius-utils', eapol_test: 'eapoltest' } as const;
const missing = Object.entries(packages).flatMap(([program, name]) => (installed(program) ? [] : [name]));

/** What to install for the real FreeRADIUS; undefined where it is here. */
export const missingFreeRadius = missing.length === 0 ? undefined : `apt-get install ${missing.join(' ')}`;

/** Runs with the real FreeRADIUS, and says what to install where it is missing. */
export const withFreeRadius: jest.Describe =
  missingFreeRadius === undefined
    ? describe
    : (((name: string, ...rest: [jest.EmptyFunction]) =>
        describe.skip(`${name} (skipped: ${missingFreeRadius})`, ...rest)) as unknown as jest.Describe);

/** A free UDP port on the loopback. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

/** What a server needs for more than the loopback of the machine. */
export interface RadiusOptions {
  /** What runs it elsewhere: `['nsenter', '-n', '-t', '77']`. Default: here. */
  readonly within?: readonly string[];
  /** UDP port. Default: a free one. */
  readonly port?: number;
  /** For EAP-TLS: files of its certificate, its key, and the authority of the users. Default: no EAP-TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly authority: string };
}

/** A user is who its certificate says. */
const eapTls = ({ certificate, key, authority }: NonNullable<RadiusOptions['tls']>): string => `
    tls-config files {
      private_key_file = ${key}
      certificate_file = ${certificate}
      ca_file = ${authority}
      tls_min_version = "1.2"
      tls_max_version = "1.2"
      ecdh_curve = ""
    }
    tls {
      tls = files
    }`;

const configuration = (
  home: string,
  port: number,
  users: string,
  secret: string,
  tls: RadiusOptions['tls'],
): string => `
prefix = ${home}
logdir = ${home}
run_dir = ${home}
libdir = /usr/lib/freeradius
max_requests = 1024
security {
  allow_core_dumps = no
}
modules {
  pap {
  }
  mschap {
    use_mppe = yes
  }
  files {
    usersfile = ${users}
  }
  attr_filter attr_filter.access_reject {
    key = "%{User-Name}"
    filename = ${home}/access_reject
  }
  eap {
    default_eap_type = md5
    md5 {
    }
    mschapv2 {
    }${tls === undefined ? '' : eapTls(tls)}
  }
}
client lab {
  ipaddr = 127.0.0.1
  secret = "${secret}"
}
server default {
  listen {
    type = auth
    ipaddr = 127.0.0.1
    port = ${port}
  }
  authorize {
    eap
    mschap
    files
    pap
  }
  authenticate {
    Auth-Type PAP {
      pap
    }
    Auth-Type MS-CHAP {
      mschap
    }
    eap
  }
  post-auth {
    Post-Auth-Type REJECT {
      attr_filter.access_reject
    }
  }
}
`;
/** As FreeRADIUS is installed: a refusal gives nothing of what the file gives. */
const ofRefusals = `DEFAULT
\tEAP-Message =* ANY,
\tReply-Message =* ANY,
\tMessage-Authenticator =* ANY
`;

export interface FreeRadius {
  readonly port: number;
  /** What `radclient` prints of the answer: its code, then its attributes. */
  ask(attributes: readonly string[]): { readonly code: string; readonly attributes: readonly string[] };
  /** Logs in by EAP as `eapol_test` does; the attributes of the answer by their names. */
  eap(method: 'MD5' | 'MSCHAPV2', user: string, password: string, port?: number): boolean;
  close(): Promise<void>;
}

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const heard = (data: Buffer): void => {
      said += data.toString();
      if (said.includes('Ready to process requests')) resolve();
    };
    server.stdout!.on('data', heard);
    server.stderr!.on('data', heard);
    server.once('exit', () => reject(new Error(`FreeRADIUS does not start:\n${said}`)));
  });

const output = (program: string, args: readonly string[], input: string): string => {
  try {
    return execFileSync(program, args, { input, encoding: 'utf8', timeout: 20_000, stdio: ['pipe', 'pipe', 'ignore'] });
  } catch (error) {
    // A refusal is an answer too: radclient ends with 1 then.
    return String((error as { stdout?: string }).stdout ?? '');
  }
};

/** Starts a FreeRADIUS of its own on the loopback, which reads one users file. */
export const startFreeRadius = async (
  users: string,
  secret: string,
  { within = [], tls, port: at }: RadiusOptions = {},
): Promise<FreeRadius> => {
  const home = mkdtempSync(join(tmpdir(), 'tunnelwright-radius-'));
  const port = at ?? (await freePort());
  writeFileSync(join(home, 'access_reject'), ofRefusals);
  writeFileSync(join(home, 'radiusd.conf'), configuration(home, port, users, secret, tls));
  const [program, ...args] = [...within, 'freeradius', '-f', '-l', 'stdout', '-d', home, '-n', 'radiusd'];
  const server = spawn(program, args, { stdio: 'pipe' });
  await ready(server);
  return {
    port,
    ask: (attributes) => {
      const said = output(
        'radclient',
        ['-x', '-r', '1', '-t', '5', `127.0.0.1:${port}`, 'auth', secret],
        attributes.join('\n'),
      );
      const [, code = 'none', rest = ''] = /Received (Access-\w+) [^\n]*\n([\s\S]*)/.exec(said) ?? [];
      const lines = rest.split('\n').filter((line) => line.startsWith('\t'));
      return { code, attributes: lines.map((line) => line.trim()) };
    },
    eap: (method, user, password, at = port) => {
      const file = join(home, `eap-${method}.conf`);
      writeFileSync(
        file,
        `network={\n key_mgmt=IEEE8021X\n eap=${method}\n identity="${user}"\n password="${password}"\n}\n`,
      );
      const args = ['-n', '-c', file, '-a', '127.0.0.1', '-p', String(at), '-s', secret, '-t', '8'];
      return output('eapol_test', args, '').trim().endsWith('SUCCESS');
    },
    close: () =>
      new Promise((resolve) => {
        server.removeAllListeners('exit');
        server.once('exit', () => {
          rmSync(home, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGTERM');
      }),
  };
};
