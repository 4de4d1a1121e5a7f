import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  Fmc,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NetworkObject,
  Secret,
  Trust,
  TunnelInterface,
  VpnEndpoint,
  VpnStack,
  VpnTopology,
} from '../constructs';
import { startFmc, type FmcOptions, type LabFmc } from '../lib/lab/devices/fmc';
import { isEmpty } from '../lib/plan/plan';
import { lockTarget, planTarget } from '../lib/run/apply';
import { fileStore } from '../lib/run/ledger/store';
import type { TargetJob } from '../lib/run/target';
import type { TargetResult } from '../lib/run/target-result';
import { collect } from '../lib/synth/collect';
import { lower } from '../lib/synth/manifest';
import { elapsed, type Row } from './table';

process.env['BENCH_PASSWORD'] = 'lab-password';

const hosts = (fmc: Fmc, count: number): void => {
  for (let n = 0; n < count; n++)
    new NetworkObject(fmc, `host-${n}`, { name: `host-${n}`, value: `10.9.${Math.floor(n / 250)}.${(n % 250) + 1}` });
};

/** Route-based tunnels of one firewall to peers outside: topology, tunnel interface, two endpoints each. */
const topologies = (fmc: Fmc, count: number): void => {
  const key = Secret.fromEnv('BENCH_PASSWORD');
  const proposal = new IkeV2Proposal(fmc, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  const policy = new IkeV2Policy(fmc, 'policy', { name: 'BENCH', proposals: [proposal], priority: 7 });
  const esp = new IpsecTransformSet(fmc, 'esp', { name: 'BENCH-ESP', encryption: 'aes-gcm-256' });
  const device = fmc.ftd('branch-ftd');
  for (let n = 0; n < count; n++) {
    const topology = new VpnTopology(fmc, `topology-${n}`, {
      ikev2Policies: [policy],
      authentication: { method: 'pre-share', key },
      ipsecProposals: [esp],
    });
    const tunnel = new TunnelInterface(device, `tunnel-${n}`, {
      name: `Tunnel${n}`,
      ifname: `to-${n}`,
      address: `10.8.${Math.floor(n / 64)}.${(n % 64) * 4 + 1}/30`,
      source: 'outside',
    });
    new VpnEndpoint(device, `near-${n}`, { topology, device, interface: tunnel });
    new VpnEndpoint(fmc, `far-${n}`, {
      topology,
      name: `far-${n}`,
      extranet: `198.51.${Math.floor(n / 250)}.${(n % 250) + 1}`,
    });
  }
};

const program = (lab: LabFmc, room: string, declare: (fmc: Fmc) => void): TargetJob => {
  const ca = join(room, 'ca.pem');
  writeFileSync(ca, lab.ca);
  const stack = new VpnStack(new App({ outdir: join(room, 'out') }), 'bench');
  const fmc = new Fmc(stack, 'fmc', {
    host: lab.host,
    port: lab.port,
    version: '7.4.1',
    login: { username: 'api', password: Secret.fromEnv('BENCH_PASSWORD') },
    trust: Trust.caFile(ca),
    requestsPerMinute: 100_000,
  });
  declare(fmc);
  const { manifest, problems } = lower(collect(stack));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return { stack: 'bench', target: manifest.targets[0]! };
};

const row = (what: string, ended: TargetResult, milliseconds: number): Row => {
  const { used, oneByOne } = ended.requests!;
  return {
    what,
    requests: String(used),
    'one for each object': String(oneByOne),
    time: `${(milliseconds / 1000).toFixed(1)} s`,
    'at 300 a minute': `${(used / 300).toFixed(1)} min`,
  };
};

/** First apply and a plan of nothing, on an FMC that has no rate limit; what the limit would make of it is computed. */
const measured = async (
  what: string,
  declare: (fmc: Fmc) => void,
  answers: Pick<FmcOptions, 'topologyParts'> = {},
): Promise<readonly Row[]> => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const lab = await startFmc({ requestsPerMinute: 0, delayMs: 0, deployMs: 0, ...answers });
  try {
    const work = program(lab, room, declare);
    const options = { store: fileStore(join(room, 'ledger')), adopt: false, progress: () => undefined };
    let ended: TargetResult | undefined;
    const first = await elapsed(async () => {
      const held = await lockTarget(work, options);
      ended = await held.apply();
      await held.release();
    });
    if (ended?.state !== 'applied')
      throw new Error(`${ended?.state}: ${ended?.problems.map((p) => p.message).join('; ')}`);
    const rows = [row(`first apply of ${what}`, ended, first)];
    const again = await elapsed(async () => (ended = await planTarget(work, options)));
    if (ended.plan === undefined || !isEmpty(ended.plan)) throw new Error('the second plan is not empty');
    return [...rows, row(`plan of nothing, ${what}`, ended, again)];
  } finally {
    await lab.close();
    rmSync(room, { recursive: true });
  }
};

export const manager = async (): Promise<readonly Row[]> => [
  ...(await measured('1,000 hosts', (fmc) => hosts(fmc, 1000))),
  // As answers recorded on an FMC have it, and as its specification allows.
  ...(await measured('200 site-to-site topologies, settings inside', (fmc) => topologies(fmc, 200), {
    topologyParts: 'embedded',
  })),
  ...(await measured('200 site-to-site topologies, settings as links', (fmc) => topologies(fmc, 200), {
    topologyParts: 'references',
  })),
];
