/** An address that is of one device and then of another: a virtual address moves, a name is served by two routers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../../lib/lab/devices/iosxe';
import { jobsIn, type TargetJob } from '../../lib/run/target';
import type { Manifest } from '../../lib/run/manifest';
import { fileStore } from '../../lib/run/ledger/store';
import { App, IkeV2Proposal, IosXeRouter, Login, VpnStack } from '../../constructs';
import { apply, states, words } from '../support/engine';
import { siteConfig } from '../support/rig';

const bare = siteConfig('edge', '198.51.100.10', '10.20.0.1').replace(/archive\n path \S+\n!\n/, '');

let room: string;
let devices: LabRouter[];
let front: Server;
const open = new Set<Socket>();
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  devices = [];
  Object.assign(process.env, { EDGE_USERNAME: 'lab', EDGE_PASSWORD: 'lab-password' });
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  await new Promise((done) => front.close(done));
  await Promise.all(devices.map((device) => device.close()));
  rmSync(room, { recursive: true, force: true });
});

/** The first `ours` connections reach the first router, all later ones the second. */
const startFront = async (ours: number): Promise<number> => {
  let connections = 0;
  front = createServer((socket) => {
    const { host, port } = devices[++connections <= ours ? 0 : 1]!;
    const onward = connect(port, host);
    for (const one of [socket, onward]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => [socket, onward].forEach((each) => each.destroy()));
    }
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  return (front.address() as AddressInfo).port;
};

const declared = (port: number): Manifest => {
  const stack = new VpnStack(new App({ outdir: room }), 'net');
  const trust = { insecure: true };
  const edge = new IosXeRouter(stack, 'edge', {
    host: '127.0.0.1',
    port,
    release: '17.9',
    trust,
    login: Login.fromEnv('EDGE'),
  });
  new IkeV2Proposal(edge, 'OURS', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  expect(stack.problems).toEqual([]);
  return stack.manifest;
};
const rig = () => ({
  store: fileStore(join(room, 'ledger')),
  works: (manifest: Manifest): readonly TargetJob[] => jobsIn(manifest),
});

test.each([
  ['of others that differs', 'aes-cbc-256'],
  ['of others that is the same', 'aes-gcm-256'],
])(
  'the session that checks reaches another router, which has an object of that name, %s: it stays as it was',
  async (_how, encryption) => {
    for (const serial of ['FOX-A', 'FOX-B']) devices.push(await startRouter({ serial, config: bare }));
    const [a, b] = devices as [LabRouter, LabRouter];
    b.type(
      'crypto ikev2 proposal OURS',
      `encryption ${encryption}`,
      ...(encryption.includes('gcm') ? ['prf sha384'] : ['integrity sha384']),
      'group 20',
      'exit',
    );
    const before = b.runningConfig();
    const ended = await apply(rig(), declared(await startFront(1)));
    expect(b.runningConfig()).toBe(before);
    expect(states(ended)).toEqual({ edge: 'unknown' });
    expect(words(ended)).toMatch(
      /the device reloads into its saved configuration[^]*another device answers[^]*FOX-B[^]*Nothing was changed there/,
    );
    expect(a.runningConfig()).toContain('proposal OURS');
  },
);
