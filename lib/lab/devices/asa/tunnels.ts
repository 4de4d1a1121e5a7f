import type { Config, Line } from './config';

/** What one tunnel of an ASA is known by. */
export interface AsaTunnel {
  /** The tunnel interface, or map and sequence: `Tunnel100`, `MAP 10`. */
  readonly name: string;
  readonly local: string;
  readonly peers: readonly string[];
}

const valueOf = (line: Line, lead: string): string | undefined =>
  (line.lines ?? []).find(({ text }) => text.startsWith(`${lead} `))?.text.slice(lead.length + 1);

const isShut = (line: Line): boolean => (line.lines ?? []).some(({ text }) => text === 'shutdown');

/** The address of an interface by its logical name. */
export const addressOf = (config: Config, nameif: string): string | undefined => {
  const port = config.find((line) => valueOf(line, 'nameif') === nameif);
  return port && valueOf(port, 'ip address')?.split(' ')[0];
};

/** Tunnel interfaces, and entries of crypto maps that stand on an interface. */
export const tunnelsIn = (config: Config): readonly AsaTunnel[] => {
  const routed = config.flatMap((line): readonly AsaTunnel[] => {
    const name = /^interface (Tunnel\d+)$/.exec(line.text)?.[1];
    const peer = valueOf(line, 'tunnel destination');
    if (name === undefined || peer === undefined || isShut(line)) return [];
    return [
      { name, local: addressOf(config, valueOf(line, 'tunnel source interface') ?? '') ?? '0.0.0.0', peers: [peer] },
    ];
  });
  const mapped = config.flatMap(({ text }): readonly AsaTunnel[] => {
    const [, map, sequence, peers] = /^crypto map (\S+) (\d+) set peer (.+)$/.exec(text) ?? [];
    if (map === undefined) return [];
    const port = config.flatMap(
      (line) => new RegExp(`^crypto map ${map} interface (\\S+)$`).exec(line.text)?.[1] ?? [],
    );
    return port.map((nameif) => ({
      name: `${map} ${sequence}`,
      local: addressOf(config, nameif) ?? '0.0.0.0',
      peers: peers!.trim().split(' '),
    }));
  });
  return [...routed, ...mapped];
};

/** The SPI of one side of the tunnel of a number, always the same. */
export const spiOf = (i: number, way: 'in' | 'out'): number => (way === 'in' ? 0x5e000000 : 0x5f000000) + i;
