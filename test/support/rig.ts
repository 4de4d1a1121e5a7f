import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgersOfLab, readLab } from '../../lib/cli/lab-overlay';
import { chosen } from '../../lib/cli/source';
import { startRouter, type LabRouter, type RouterOptions } from '../../lib/lab/devices/iosxe';
import { newRsaKey, type KeyPair } from '../../lib/lab/server/x509';
import { startWorld, type World, type WorldOptions } from '../../lib/lab/world';
import type { Manifest } from '../../lib/run/manifest';
import type { TargetJob } from '../../lib/run/target';
import { fileStore, type LedgerStore } from '../../lib/run/ledger/store';

export interface RigOptions extends WorldOptions {
  /** Routers besides the edge, by the address that a program declares. */
  readonly routers?: Readonly<Record<string, RouterOptions>>;
}

/** A world of simulated devices with a room of its own for ledgers, manifests and secrets. */
export interface Rig extends World {
  /** A temporary directory. */
  readonly room: string;
  /** The file for `--lab`. */
  readonly lab: string;
  readonly ledgers: string;
  readonly store: LedgerStore;
  readonly routers: Readonly<Record<string, LabRouter>>;
  /** The declared targets, pointed at the lab. */
  works(manifest: Manifest, target?: string): readonly TargetJob[];
  /** Writes a manifest file; returns its path. */
  save(manifest: Manifest, name?: string): string;
}

/** Another router beside the edge. */
export const siteConfig = (hostname: string, address: string, inside: string): string => `hostname ${hostname}
!
archive
 path bootflash:archive
!
username lab privilege 15 secret 9 $9$labonly
!
interface GigabitEthernet0/0
 ip address ${address} 255.255.255.0
!
interface GigabitEthernet0/1
 ip address ${inside} 255.255.0.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
end
`;

const made = new Map<string, Promise<KeyPair>>();

/** RSA keys take long to make: every rig is given the same ones, each of them once. */
const rsaKeys = (): ((bits: number) => Promise<KeyPair>) => {
  let nth = 0;
  return (bits) => {
    const id = `${bits} ${nth++}`;
    const key = made.get(id) ?? newRsaKey(bits);
    made.set(id, key);
    return key;
  };
};

/** Starts the lab with an FMC that does not make tests wait. */
export const startRig = async (options: RigOptions = {}): Promise<Rig> => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  const world = await startWorld({
    ...options,
    router: { rsaKey: rsaKeys(), ...options.router },
    asa: { rsaKey: rsaKeys(), ...options.asa },
    fmc: { requestsPerMinute: 0, deployMs: 20, delayMs: 0, ...options.fmc },
  });
  const routers: Record<string, LabRouter> = {};
  const lab = world.describe(room);
  const file = JSON.parse(readFileSync(lab, 'utf8')) as { devices: Record<string, { login: object }> };
  for (const [host, router] of Object.entries(options.routers ?? {})) {
    const started = await startRouter(router);
    routers[host] = started;
    const known = join(room, `known_hosts-${host}`);
    writeFileSync(known, `${started.knownHosts.trim()}\n`);
    const { login } = file.devices['192.0.2.1']!;
    file.devices[host] = { host: started.host, port: started.port, login, trust: { file: known } } as { login: object };
  }
  writeFileSync(lab, JSON.stringify(file));
  const ledgers = ledgersOfLab(readLab(lab));
  return {
    ...world,
    room,
    lab,
    ledgers,
    routers,
    store: fileStore(ledgers),
    works: (manifest, target) => chosen([manifest], { lab, ...(target ? { target: [target] } : {}) }),
    save: (manifest, name = 'tunnelwright.json') => {
      writeFileSync(join(room, name), JSON.stringify(manifest));
      return join(room, name);
    },
    close: async () => {
      await Promise.all([world.close(), ...Object.values(routers).map((router) => router.close())]);
      rmSync(room, { recursive: true, force: true });
    },
  };
};
