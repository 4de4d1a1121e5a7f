import { startRouter } from '../lib/lab/devices/iosxe';
import { edgeConfig } from '../lib/lab/world/edge-config';

/** What `fleet` is told of a router, and the CPU time that the routers took since they were started. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly fingerprint: string;
}
export type Told = { readonly places: readonly Place[] } | { readonly cpuMs: number };

const tell = (what: Told): void => void process.send!(what);

/** Routers at 50 ms in a process of their own, so that what they take of a core is not counted as ours. */
const main = async (count: number): Promise<void> => {
  const routers = await Promise.all(
    Array.from({ length: count }, () => startRouter({ config: edgeConfig, delayMs: 25 })),
  );
  const begun = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(begun);
    tell({ cpuMs: (user + system) / 1000 });
  });
  tell({ places: routers.map(({ host, port, fingerprint }) => ({ host, port, fingerprint })) });
};

void main(Number(process.argv[2]));
