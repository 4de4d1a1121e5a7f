/** A lab in which a device boots with what synth wrote of it: a part of a configuration. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VpnStack } from 'tunnelwright';
import { AsaFirewall, Certificates, CryptoSuite, IosXeRouter, Login, SiteToSiteVpn } from 'tunnelwright';
import { chosen } from '../../../lib/cli/source';
import { placesOf } from '../../../lib/lab/world/places';
import { startRehearsal } from '../../../lib/lab/world/rehearsal';
import { fileStore } from '../../../lib/run/ledger/store';
import type { Manifest } from '../../../lib/run/manifest';
import { plan, words } from '../../support/engine';
import { manifestOf } from '../../support/scenario';

const network = (stack: VpnStack): void => {
  const login = Login.fromEnv('SITES');
  const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login });
  const asa = new AsaFirewall(stack, 'asa', { host: '192.0.2.3', release: '9.18', login });
  new SiteToSiteVpn(stack, 'pune-delhi', {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    ends: [
      {
        device: edge,
        interface: 'GigabitEthernet1',
        address: '198.51.100.10',
        subject: 'cn = edge.example.net',
        tunnel: '10.58.1.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: asa,
        interface: 'outside',
        address: '203.0.113.20',
        subject: 'cn = asa.example.net',
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });
};

/** What a plan says of devices that booted with these files. */
const planned = async (manifest: Manifest, boots: ReadonlyMap<string, string>) => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-boots-'));
  const lab = await startRehearsal(placesOf(manifest.targets, boots));
  try {
    const file = lab.describe(room);
    const rig = {
      store: fileStore(join(room, 'ledger')),
      works: (one: Manifest) => chosen([one], { lab: file }),
    };
    return await plan(rig, manifest, { adopt: true });
  } finally {
    await lab.close();
    rmSync(room, { recursive: true, force: true });
  }
};

test('what synth wrote is taken over from a router and an ASA that booted with it', async () => {
  const manifest = manifestOf(network);
  const files = new Map(placesOf(manifest.targets).map(({ id, text }) => [id, text]));
  const ended = await planned(manifest, files);
  expect(words(ended)).toBe('');
  for (const { plan: of } of ended) {
    expect(of!.blocked).toEqual([]);
    expect([...new Set(of!.changes.map(({ action }) => action))]).toEqual(['adopt']);
  }
});

test('a file that says its hostname is whole: nothing is there besides', async () => {
  const manifest = manifestOf(network);
  const files = new Map(placesOf(manifest.targets).map(({ id, text }) => [id, `hostname ${id}\n${text}`]));
  const ended = await planned(manifest, files);
  expect(ended.flatMap(({ plan: of }) => of?.blocked ?? []).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('CA-INTERNAL'),
  );
});
