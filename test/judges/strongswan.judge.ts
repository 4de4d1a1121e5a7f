import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CertTrustpoint, ClientFiles, IkeV2Proposal, IpsecTransformSet, Secret, StrongSwanClient } from 'tunnelwright';
import { Testing } from '../../testing';
import { apply, states } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { edge, manifestOf } from '../support/scenario';
import type { VpnStack } from 'tunnelwright';
import { judge } from './support/judge';
import { missingSwan, startSwan, wire, type Swan } from './support/swan-pair';

const password = 'Wd8,ibex"scone:1';
const name = 'vpn.example.net';

const declare = (stack: VpnStack, folder: string): void => {
  const router = edge(stack);
  const trustpoint = new CertTrustpoint(router, 'root', { enrollment: { type: 'terminal' }, fqdn: name });
  const proposals = [new IkeV2Proposal(router, 'users', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] })];
  const transformSets = [new IpsecTransformSet(router, 'users-esp', { encryption: 'aes-gcm-256' })];
  const files = new ClientFiles(stack, 'clients', { folder });
  new StrongSwanClient(files, 'linux', {
    address: '10.66.0.1',
    remoteId: name,
    networks: ['10.20.0.0/16'],
    authentication: { method: 'eap', type: 'mschapv2', user: 'joe', password: Secret.fromEnv('JUDGE_JOE') },
    headend: { proposals, transformSets, trustpoint },
  });
};

const openssl = (room: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync('openssl', args, { cwd: room, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

const ikeWords: Readonly<Record<string, string>> = { 'aes-gcm-256': 'aes256gcm16', sha384: 'prfsha384', 20: 'ecp384' };

/** What the router's configuration takes, in the words of strongSwan. */
const headendOf = (cfg: string): string => {
  const proposal = ['encryption', 'prf', 'group'].map((slot) => new RegExp(`^ ${slot} (\\S+)`, 'm').exec(cfg)![1]!);
  const esp = /^crypto ipsec transform-set \S+ esp-gcm 256/m.test(cfg) ? 'aes256gcm16' : 'none';
  return `connections {
  users {
    version = 2
    proposals = ${proposal.map((word) => ikeWords[word]!).join('-')}
    pools = users
    local {
      auth = pubkey
      certs = server.pem
      id = ${name}
    }
    remote {
      auth = eap-mschapv2
      eap_id = %any
    }
    children {
      users {
        local_ts = 10.20.0.0/16
        esp_proposals = ${esp}
      }
    }
  }
}
pools {
  users {
    addrs = 10.99.0.10-10.99.0.20
    dns = 10.20.0.53
  }
}
secrets {
  eap-joe {
    id = joe
    secret = "${password.replace(/"/g, '\\"')}"
  }
}
`;
};

judge(
  'strongSwan',
  'dials in by the swanctl.conf that we write (EAP-MSCHAPv2, the certificate of the headend) to a headend that takes what the router declares: connects, gets address and DNS, reaches the declared network alone; a wrong password is refused',
  missingSwan,
  ({ agree }) => {
    let room: string;
    let rig: Rig;
    let client: Swan;
    let headend: Swan;
    beforeAll(async () => {
      process.env['JUDGE_JOE'] = password;
      room = mkdtempSync(join(tmpdir(), 'swans-'));
      rig = await startRig();
      const folder = join(room, 'files');
      const manifest = manifestOf((stack) => declare(stack, folder));
      expect(states(await apply(rig, manifest, { target: 'clients' }))).toEqual({ clients: 'applied' });
      const stack = Testing.stack();
      declare(stack, folder);
      const homes = [join(room, 'client'), join(room, 'headend')] as const;
      [client, headend] = [await startSwan(homes[0]), await startSwan(homes[1])];
      wire(client, headend, ['10.66.0.2/24', '10.66.0.1/24']);
      headend.inside('ip', 'address', 'add', '10.20.0.1/16', 'dev', 'lo');
      const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '30'];
      openssl(room, 'req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=judge CA');
      openssl(
        room,
        'req',
        ...key.slice(0, 3),
        '-keyout',
        'headend/private/server.pem',
        '-out',
        'server.csr',
        '-subj',
        `/CN=${name}`,
      );
      writeFileSync(join(room, 'ext'), `subjectAltName=DNS:${name},IP:10.66.0.1\nextendedKeyUsage=serverAuth\n`);
      openssl(
        room,
        'x509',
        '-req',
        '-in',
        'server.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-days',
        '30',
        '-extfile',
        'ext',
        '-out',
        'headend/x509/server.pem',
      );
      for (const home of homes) writeFileSync(join(home, 'x509ca/ca.pem'), readFileSync(join(room, 'ca.pem')));
      writeFileSync(join(homes[0], 'swanctl.conf'), readFileSync(join(folder, 'linux.conf')));
      writeFileSync(join(homes[1], 'swanctl.conf'), headendOf(Testing.synthTarget(stack, 'edge').cfg));
      await Promise.all([client.go(), headend.go()]);
    });
    afterAll(async () => {
      client?.close();
      headend?.close();
      await rig.close();
      rmSync(room, { recursive: true, force: true });
    });

    const arrived = (): boolean => /, +[1-9]\d* packets/.test(headend.ctl('--list-sas').said);

    test('connects', async () => {
      for (const swan of [client, headend]) {
        const loaded = swan.ctl('--load-all', '--noprompt');
        agree('loads', loaded.code === 0 ? '' : loaded.said, '');
      }
      const started = client.ctl('--initiate', '--child', 'linux', '--timeout', '15');
      agree('connects', started.code === 0 ? '' : started.said, '');
      const sas = client.ctl('--list-sas').said;
      agree('its address', /\[10\.99\.0\.10\]/.test(sas), true);
      agree('what it reaches', /remote +10\.20\.0\.0\/16/.test(sas), true);
      agree('its IKE', /AES_GCM_16-256\/PRF_HMAC_SHA2_384\/ECP_384/.test(sas), true);
      agree('its ESP', /ESP:AES_GCM_16-256/.test(sas), true);
      agree('its DNS', readFileSync(join(room, 'client/vici.resolv'), 'utf8').includes('10.20.0.53'), true);
      // One datagram to the declared network: it arrives in the SA of the headend.
      client.inside('bash', '-c', 'echo judge >/dev/udp/10.20.0.1/9999');
      for (let i = 0; i < 40 && !arrived(); i++) await pause(50);
      const packets = /in +\w+, +(\d+) bytes, +(\d+) packets/.exec(headend.ctl('--list-sas').said);
      agree('traffic passes', [Number(packets?.[1]) > 0, packets?.[2]], [true, '1']);
    });

    test('a wrong password is refused', () => {
      client.ctl('--terminate', '--ike', 'linux');
      const file = join(room, 'client/swanctl.conf');
      writeFileSync(file, readFileSync(file, 'utf8').replace('scone', 'stone'));
      client.ctl('--load-all', '--noprompt', '--clear');
      const { code, said } = client.ctl('--initiate', '--child', 'linux', '--timeout', '15');
      agree('how it ends', [code === 0, /AUTHENTICATION_FAILED|EAP.*failed/i.test(said)], [false, true]);
    });
  },
);
