/** strongSwan dials in by the files that we write, to headends that take what was written for a router, an ASA and an FTD. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Testing } from '../../testing';
import { apply, states } from '../support/engine';
import { freePort, missingFreeRadius, startFreeRadius, type FreeRadius } from '../support/freeradius';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { authorityIn, makeKey } from './support/certificates';
import { declareDialIn, radiusServer, secrets } from './support/dial-in';
import { judge } from './support/judge';
import { missingSwan, startSwan, wire, type Swan } from './support/swan-pair';
import { strongswanOf, swanctlOf, twinOfAsa, twinOfFtd, twinOfRouter, type Twin } from './support/twins';

/** Who can log in: joe of the staff, a guest, one of another authority, and ann, whom RADIUS knows by her certificate. */
const certify = (room: string, client: string, headend: string): void => {
  const [ours, others] = [authorityIn(room, 'ca'), authorityIn(room, 'others')];
  const [user, server] = [join(client, 'private/user.pem'), join(headend, 'private/server.pem')];
  for (const key of [user, server]) makeKey(key);
  const of = (name: string) => ({ file: join(client, 'x509', `${name}.pem`), key: user });
  ours.issue({ ...of('joe'), subject: '/OU=staff/CN=joe' });
  ours.issue({ ...of('guest'), subject: '/OU=guests/CN=joe' });
  others.issue({ ...of('stranger'), subject: '/OU=staff/CN=joe' });
  ours.issue({ ...of('ann'), subject: '/CN=ann', names: 'email:ann@example.net', usage: 'clientAuth' });
  for (const name of ['vpn', 'asa', 'ftd'])
    ours.issue({
      file: join(headend, 'x509', `${name}.pem`),
      key: server,
      subject: `/CN=${name}.example.net`,
      usage: 'serverAuth',
    });
  ours.issue({
    file: join(room, 'radius.pem'),
    key: server,
    subject: `/CN=${radiusServer}`,
    names: `DNS:${radiusServer}`,
    usage: 'serverAuth',
  });
  for (const home of [client, headend]) writeFileSync(join(home, 'x509ca/ca.pem'), readFileSync(ours.certificate));
};

const missing = missingSwan ?? missingFreeRadius;
judge(
  'strongSwan',
  'dials in by the swanctl.conf that we write to headends that take what was written for a router, an ASA and an FTD: certificates, EAP-MSCHAPv2 and EAP-TLS through FreeRADIUS by our users file; gets the declared address, DNS and networks and no more; wrong passwords, certificates and names are refused',
  missing,
  ({ agree }) => {
    let room: string;
    let rig: Rig;
    let client: Swan;
    let headend: Swan;
    let radius: FreeRadius;
    let port: number;
    let twins: Readonly<Record<string, Twin>>;
    /** Who dialled in last. */
    let last = '';
    const settings = (twin?: Twin): string => strongswanOf(twin, { port, secret: secrets.JUDGE_RADIUS });
    const files = (name: string): string => join(room, 'files', `${name}.conf`);

    beforeAll(async () => {
      Object.assign(process.env, secrets);
      room = mkdtempSync(join(tmpdir(), 'swans-'));
      rig = await startRig();
      const declare = (stack: Parameters<typeof declareDialIn>[0]): void =>
        declareDialIn(stack, join(room, 'files'), join(room, 'radius'));
      for (const target of ['clients', 'radius'])
        expect(states(await apply(rig, manifestOf(declare), { target }))).toEqual({ [target]: 'applied' });
      const stack = Testing.stack();
      declare(stack);
      const [router, asa, fmc] = ['edge', 'asa', 'fmc'].map((id) => Testing.synthTarget(stack, id));
      twins = {
        'router-users': twinOfRouter(router!.cfg, 'users'),
        'router-staff': twinOfRouter(router!.cfg, 'staff'),
        'asa-users': twinOfAsa(asa!.cfg, 'DefaultRAGroup'),
        'asa-staff': twinOfAsa(asa!.cfg, 'staff'),
        'ftd-staff': twinOfFtd(fmc!.requests, 'staff'),
      };
      const homes = [join(room, 'client'), join(room, 'headend')] as const;
      port = await freePort();
      client = await startSwan(homes[0]);
      headend = await startSwan(homes[1], undefined, settings());
      wire(client, headend, ['10.66.0.2/24', '10.66.0.1/24']);
      for (const network of Object.values(twins).flatMap(({ networks }) => networks))
        headend.inside('ip', 'address', 'add', network.replace('.0/', '.1/'), 'dev', 'lo');
      certify(room, ...homes);
      const tls = {
        certificate: join(room, 'radius.pem'),
        key: join(homes[1], 'private/server.pem'),
        authority: join(room, 'ca.pem'),
      };
      const within = ['nsenter', '-n', '-t', String(headend.pid)];
      radius = await startFreeRadius(join(room, 'radius/users'), secrets.JUDGE_RADIUS, { within, tls, port });
      await Promise.all([client.go(), headend.go()]);
    });
    afterAll(async () => {
      await radius?.close();
      client?.close();
      headend?.close();
      await rig?.close();
      rmSync(room, { recursive: true, force: true });
    });

    /** Both read their files; `change`: what is wrong in that of the client. */
    const load = (name: string, twin: string, change: readonly [from: string, to: string] = ['', '']): void => {
      client.ctl('--terminate', '--ike', last, '--force');
      headend.ctl('--terminate', '--ike', 'users', '--force');
      last = name;
      const own = readFileSync(files(name), 'utf8');
      expect(own).toContain(change[0]);
      writeFileSync(join(room, 'client/swanctl.conf'), own.replace(change[0], change[1]));
      const certificate = `${twins[twin]!.identity.replace(/^cn=|\.example\.net$/gi, '')}.pem`;
      writeFileSync(join(room, 'headend/swanctl.conf'), swanctlOf(twins[twin]!, certificate));
      headend.set(settings(twins[twin]));
      for (const swan of [client, headend]) {
        const loaded = swan.ctl('--load-all', '--noprompt', '--clear');
        agree(`${name} loads`, loaded.code === 0 ? '' : loaded.said, '');
      }
    };
    const dial = (name: string) => client.ctl('--initiate', '--child', name, '--timeout', '15');
    const arrived = (): boolean => /, +[1-9]\d* packets/.test(headend.ctl('--list-sas').said);

    test.each([
      ['router-password', 'router-users', '10.99.0.77', ['10.20.0.53'], ['10.20.0.0/16']],
      ['router-tls', 'router-users', '10.99.0.10', ['10.20.0.53'], ['10.20.0.0/16']],
      ['router-certificate', 'router-staff', '10.98.0.10', ['10.21.0.53', '10.21.0.54'], ['10.21.0.0/16']],
      ['asa-password', 'asa-users', '10.99.0.77', ['10.62.0.53'], ['10.62.0.0/16', '10.63.4.0/22']],
      ['asa-tls', 'asa-users', '10.97.0.10', ['10.62.0.53'], ['10.62.0.0/16', '10.63.4.0/22']],
      ['asa-certificate', 'asa-staff', '10.96.0.10', ['10.64.0.53'], ['10.64.0.0/16']],
      ['ftd-certificate', 'ftd-staff', '10.95.0.10', ['10.70.0.53'], ['10.70.0.0/16']],
    ])('%s connects', async (name, twin, address, dns, networks) => {
      load(name, twin);
      const started = dial(name);
      agree(`${name} connects`, started.code === 0 ? '' : started.said, '');
      const sas = client.ctl('--list-sas').said;
      agree('its address', /\[(\d+\.[\d.]+)\]/.exec(sas)?.[1], address);
      agree('what it reaches', /^ +remote +((?:[\d./]+ ?)+)$/m.exec(sas)?.[1]?.split(' '), networks);
      const resolvers = readFileSync(join(room, 'client/vici.resolv'), 'utf8');
      agree(
        'its DNS',
        // strongSwan puts each before those that it has.
        [...resolvers.matchAll(/^nameserver (\S+)/gm)].map(([, server]) => server).sort(),
        dns,
      );
      // One datagram to a declared network: it arrives in the SA of the headend.
      client.inside('bash', '-c', `echo judge >/dev/udp/${networks.at(-1)!.replace(/\.0\/.*/, '.1')}/9999`);
      for (let i = 0; i < 40 && !arrived(); i++) await pause(50);
      const packets = /in +\w+, +(\d+) bytes, +(\d+) packets/.exec(headend.ctl('--list-sas').said);
      agree('traffic passes', [Number(packets?.[1]) > 0, packets?.[2]], [true, '1']);
    });

    test.each([
      ['a wrong password', 'router-password', 'router-users', ['scone', 'stone']],
      ['another key id', 'router-password', 'router-users', ['keyid:acvpn', 'keyid:other']],
      ['an unknown user', 'asa-password', 'asa-users', ['eap_id = "joe"', 'eap_id = "tom"']],
      ['the certificate of another unit', 'router-certificate', 'router-staff', ['joe.pem', 'guest.pem']],
      ['the certificate of another unit', 'asa-certificate', 'asa-staff', ['joe.pem', 'guest.pem']],
      ['the certificate of a stranger', 'ftd-certificate', 'ftd-staff', ['joe.pem', 'stranger.pem']],
      ['another name of the headend', 'ftd-certificate', 'ftd-staff', ['CN=ftd', 'CN=vpn']],
      [
        'another name of the RADIUS server',
        'asa-tls',
        'asa-users',
        [`aaa_id = "${radiusServer}"`, 'aaa_id = "other.example.net"'],
      ],
    ] as const)('%s: no way in (%s)', (what, name, twin, change) => {
      load(name, twin, change);
      const { code, said } = dial(name);
      agree(
        what,
        [code === 0, /AUTHENTICATION_FAILED|EAP.*failed|no trusted|constraint check failed/i.test(said)],
        [false, true],
      );
    });
  },
);
