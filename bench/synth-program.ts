/** A program of a shape and a size, run as one process: `node synth-program.js SHAPE SIZE`. Says what it took, as JSON. */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as provider from '@cdktf/provider-null/lib/provider';
import type * as resource from '@cdktf/provider-null/lib/resource';
import type * as terraform from 'cdktf';
import type * as tunnelwright from '../constructs';
import type { IosXeRouter, VpnStack } from '../constructs';

/** What a process took: CPU seconds from its start to its end, and the most memory it had. */
export interface Took {
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
}

type Library = typeof tunnelwright;
type Shape = (of: Library, stack: VpnStack, size: number) => void;

const host = (n: number): string => `198.18.${Math.floor(n / 250)}.${(n % 250) + 1}`;

const router = ({ IosXeRouter: Router, Login }: Library, stack: VpnStack, n: number): IosXeRouter =>
  new Router(stack, `r${n}`, { host: host(n), release: '17.9', login: Login.fromEnv('BENCH'), aaaNewModel: 'on' });

/** Nouns of five kinds in turn; `from` numbers them. */
const declareNouns = (of: Library, device: IosXeRouter, count: number): void => {
  for (let n = 0; n < count; n++) {
    const id = `n${n}`;
    if (n % 5 === 0)
      new of.IkeV2Proposal(device, id, { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19, 20] });
    else if (n % 5 === 1) new of.IpsecTransformSet(device, id, { encryption: 'aes-gcm-256' });
    else if (n % 5 === 2)
      new of.CertificateMap(device, id, {
        rules: [{ field: 'subject-name', operator: 'co', value: `cn = site-${n}` }],
      });
    else if (n % 5 === 3)
      new of.AaaAttributeList(device, id, { attributes: [{ type: 'interface-config', value: 'mtu 1400' }] });
    else
      new of.LoopbackInterface(device, id, {
        name: `Loopback${n}`,
        address: `10.${Math.floor(n / 65536)}.${Math.floor(n / 256) % 256}.${n % 256}/32`,
      });
  }
};

const shapes: Readonly<Record<string, Shape>> = {
  nouns: (of, stack, size) => declareNouns(of, router(of, stack, 0), size),
  routers: (of, stack, size) => {
    for (let n = 0; n < size; n++) declareNouns(of, router(of, stack, n), 5);
  },
  'routers-of-20': (of, stack, size) => {
    for (let n = 0; n < size; n++) declareNouns(of, router(of, stack, n), 20);
  },
  hub: (of, stack, size) => {
    new of.HubAndSpoke(stack, 'branches', {
      suite: of.CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: of.Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: {
        device: router(of, stack, 0),
        identity: 'hub.example.net',
        address: '198.51.100.10',
        tunnel: '10.60.255.254/32',
        networks: ['10.20.0.0/16'],
      },
      spokes: Array.from({ length: size }, (_, n) => ({
        device: router(of, stack, n + 1),
        identity: `r${n + 1}.example.net`,
        interface: 'GigabitEthernet0/0',
        tunnel: `10.60.${Math.floor(n / 250)}.${(n % 250) + 1}/32`,
        lan: ['GigabitEthernet0/1'],
      })),
    });
  },
  mesh: (of, stack, size) => {
    new of.SiteToSiteVpn(stack, 'mesh', {
      suite: of.CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: of.Certificates.issuedBy('CA-INTERNAL'),
      tunnelNetwork: '10.128.0.0/9',
      ends: Array.from({ length: size }, (_, n) => ({
        device: router(of, stack, n),
        interface: 'GigabitEthernet0/0',
        address: `203.0.113.${n + 1}`,
        subject: `cn = r${n}.example.net`,
        networks: [`10.${n}.0.0/16`],
      })),
    });
  },
};

const load = createRequire(__filename);

/** What is not of Tunnelwright does not load it. */
const cdktf = (size: number, outdir: string): void => {
  const { App, TerraformStack } = load('cdktf') as typeof terraform;
  const { NullProvider } = load('@cdktf/provider-null/lib/provider') as typeof provider;
  const { Resource } = load('@cdktf/provider-null/lib/resource') as typeof resource;
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'bench');
  new NullProvider(stack, 'null');
  for (let n = 0; n < size; n++) new Resource(stack, `n${n}`, { triggers: { desired: String(n) } });
  app.synth();
};

const program = (shape: string, size: number, outdir: string): void => {
  if (shape === 'cdktf') return cdktf(size, outdir);
  const of = load('../constructs') as Library;
  const app = new of.App({ outdir });
  shapes[shape]!(of, new of.VpnStack(app, 'bench'), size);
  app.synth();
};

const main = (shape: string, size: number): void => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  program(shape, size, process.env['BENCH_KEEP'] ?? join(room, 'out'));
  rmSync(room, { recursive: true });
  const { user, system } = process.cpuUsage();
  const took: Took = {
    cpuSeconds: (user + system) / 1e6,
    memoryMiB: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(took)}\n`);
};

main(process.argv[2]!, Number(process.argv[3]));
