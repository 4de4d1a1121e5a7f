import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../../lib/run/ledger/store';
import { App, CryptoSuite, Certificates, IosXeRouter, Login, SiteToSiteVpn, VpnStack } from '../../../constructs';

const end = (address: string, tunnel: string, network: string) => ({
  interface: 'GigabitEthernet0/0',
  address,
  subject: `cn = ${address}`,
  tunnel,
  networks: [network],
});

const problemsOf = (vpn: object): readonly string[] => {
  const stack = new VpnStack(new App({ outdir: mkdtempSync(join(tmpdir(), 'tw-')) }), 's');
  const [a, b] = ['a', 'b'].map(
    (id) => new IosXeRouter(stack, id, { host: id, release: '17.9', login: Login.fromEnv('X') }),
  );
  new SiteToSiteVpn(stack, 'v', {
    suite: CryptoSuite.aes256Gcm(),
    authentication: Certificates.issuedBy('CA'),
    ends: [
      { device: a!, ...end('192.0.2.1', '10.0.0.1/30', '10.1.0.0/16') },
      { device: b!, ...end('192.0.2.2', '10.0.0.2/30', '10.2.0.0/16') },
    ],
    ...vpn,
  });
  return stack.problems.map((p) => `[${p.path}] ${p.message}`);
};

describe('a site-to-site VPN that contradicts itself', () => {
  it('is sound as it stands', () => expect(problemsOf({})).toEqual([]));

  it('names every contradiction in one run, at the VPN and in its own words', () => {
    const found = problemsOf({
      suite: new CryptoSuite({
        ike: { encryption: ['aes-gcm-256'], integrity: ['sha256'], group: [19] },
        esp: { encryption: 'aes-cbc-256' },
      }),
      lifetimes: { ike: 5 },
    });
    expect(found).toEqual([
      '[s/v] lifetimes.ike: 5 is out of range: write a whole number of 120 to 86400 seconds',
      '[s/v] suite.ike.integrity: aes-gcm-256 authenticates by itself: leave integrity out and write prf',
      "[s/v] suite.ike.prf: aes-gcm-256 needs a PRF: write prf: ['sha384']",
      "[s/v] suite.esp.integrity: aes-cbc-256 needs an integrity algorithm: write integrity: 'sha256'",
    ]);
  });
});

describe('the ledgers of a directory', () => {
  it('are listed by stack and target, and nothing else is', async () => {
    const room = mkdtempSync(join(tmpdir(), 'tw-'));
    const store = fileStore(room);
    await store.write({ format: 1, target: 'mumbai/edge', entries: [], secrets: {} });
    writeFileSync(join(room, 'mumbai.edge.journal'), '');
    expect(await store.list()).toEqual(['mumbai/edge']);
  });
});
