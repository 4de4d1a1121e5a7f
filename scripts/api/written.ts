/** What an example writes, out of the synthesis: no page can say another thing than the program does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  AsaFirewall,
  ClientFiles,
  DuoAccount,
  DuoProxyHost,
  Fmc,
  IosXeRouter,
  IseServer,
  Login,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Desired } from '../../lib/desired/item';
import type { Kind } from '../../lib/model/nouns';
import type { PlatformId } from '../../lib/model/targets';
import { platformOf } from '../../lib/platforms';
import type { ReportedFinding } from '../../lib/rules/engine/check';
import { readManifests, type Manifest } from '../../lib/run/manifest';
import type { Devices, Piece } from './example';

const release = '17.12';

/** The device of each platform on which the examples of objects are declared. */
export const devices: { readonly [P in PlatformId]: (stack: VpnStack) => Devices[P] } = {
  iosxe: (stack) => new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release, login: Login.fromEnv('EDGE') }),
  asa: (stack) => new AsaFirewall(stack, 'asa', { host: '192.0.2.3', release: '9.18', login: Login.fromEnv('ASA') }),
  fmc: (stack) => new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') }),
  ise: (stack) => new IseServer(stack, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE') }),
  'duo-proxy': (stack) => new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') }),
  'duo-admin': (stack) =>
    new DuoAccount(stack, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    }),
  folder: (stack) => new ClientFiles(stack, 'clients', { folder: 'dist/clients' }),
};

/** A file that synth writes for one target, or the part of it that is of one object. */
export interface WrittenFile {
  readonly platform: PlatformId;
  readonly name: string;
  readonly text: string;
}

/** One synthesis of a piece. */
export interface Run {
  /** `stack` and `program`: a piece that makes its devices itself. */
  readonly on: PlatformId | 'stack' | 'program';
  /** Why it cannot be planned, and what the rules call an error. */
  readonly faults: readonly string[];
  /** Of the objects of one kind where one is given, else of all. */
  written(kind?: Kind): readonly WrittenFile[];
}

const errorsOf = (found: readonly ReportedFinding[]): readonly string[] =>
  found.filter(({ severity }) => severity === 'error').map(({ rule, path, message }) => `${rule} ${path}: ${message}`);

const writtenTo =
  (manifests: readonly Manifest[]): Run['written'] =>
  (kind) =>
    manifests
      .flatMap(({ targets }) => targets)
      .flatMap(({ id, platform, desired }) => {
        const items = desired.items.filter((item) => kind === undefined || item.kind === kind);
        if (items.length === 0) return [];
        const part = { ...desired, items } as Desired<unknown>;
        return platformOf(platform)
          .artifacts(part)
          .map(({ suffix, text }) => ({ platform, name: `${id}${suffix}`, text }));
      });

const ofStack = (at: Run['on'], { problems, findings, manifest }: VpnStack): Run => ({
  on: at,
  faults: [
    ...problems.map(({ path, message, hint }) => `${path}: ${message}. ${hint ?? ''}`),
    ...errorsOf(findings.counted),
  ],
  written: writtenTo([manifest]),
});

/** A program makes its app and writes it by itself: what it wrote is read. */
const ofProgram = (declare: () => void, outdir: string): Run => {
  const before = process.env['CDKTF_OUTDIR'];
  process.env['CDKTF_OUTDIR'] = outdir;
  try {
    declare();
  } finally {
    if (before === undefined) delete process.env['CDKTF_OUTDIR'];
    else process.env['CDKTF_OUTDIR'] = before;
  }
  const manifests = readManifests(outdir);
  return {
    on: 'program',
    faults: manifests.flatMap(({ lint }) => errorsOf(lint?.findings ?? [])),
    written: writtenTo(manifests),
  };
};

/** Declares a piece on each of its platforms, each time in a stack of its own. Nothing stays on the disk. */
export const runsOf = (piece: Piece): readonly Run[] => {
  const outdir = mkdtempSync(join(tmpdir(), 'tunnelwright-example-'));
  const stack = (): VpnStack => new VpnStack(new App({ outdir }), 'mumbai');
  try {
    if (piece.on === 'program') return [ofProgram(piece.declare, outdir)];
    if (piece.on === 'stack') {
      const all = stack();
      piece.declare(all);
      return [ofStack('stack', all)];
    }
    return piece.on.map((platform) => {
      const one = stack();
      piece.declare(devices[platform](one) as never);
      return ofStack(platform, one);
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
