import type { Section } from '../../desired/cli/section';
import type { Live } from '../../desired/item';
import { explainedIkeError } from '../../engine/cli/ike-errors';
import type { Console } from '../../wire/console';
import type { TunnelState } from '../../contract/observation';

/** One block of `show crypto session`. */
interface SessionBlock {
  readonly name: string;
  /** `UP-ACTIVE`, `UP-IDLE`, `UP-NO-IKE`, `DOWN-NEGOTIATING`, `DOWN` (Cisco IOS Security Command Reference). */
  readonly status: string;
  readonly peer: string | undefined;
  readonly hasIke: boolean;
}

const blocksIn = (shown: string): readonly SessionBlock[] =>
  shown.split(/(?=^Interface: )/m).flatMap((block) => {
    const name = /^Interface: (\S+)/.exec(block)?.[1];
    if (name === undefined) return [];
    const status = /^Session status: (\S+)/m.exec(block)?.[1] ?? 'no session';
    const peer = /^Peer: (\S+)/m.exec(block)?.[1];
    // With IPv6 the other end stands on a line of its own.
    const hasIke = /^ +IKE(v[12])? SA: .*(?:\n +remote .*)?\bActive\b/m.test(block);
    return [{ name, status, peer, hasIke }];
  });

const isUp = ({ status }: SessionBlock): boolean => status.startsWith('UP-ACTIVE');

/** One for each interface: a session that is left over stands beside the one that is up. */
const blocksByName = (shown: string): ReadonlyMap<string, SessionBlock> => {
  const worth = (block: SessionBlock): number => (isUp(block) ? 2 : block.hasIke ? 1 : 0);
  return new Map(
    [...blocksIn(shown.replaceAll('\r', ''))].sort((a, b) => worth(a) - worth(b)).map((block) => [block.name, block]),
  );
};

/** The tunnels of `show crypto session`. */
export const sessionsIn = (shown: string): readonly TunnelState[] =>
  [...blocksByName(shown).values()].map((block) => ({ name: block.name, up: isUp(block), detail: block.status }));

interface Port {
  readonly status: string;
  readonly protocol: string;
}
/** The rows of `show ip interface brief`. */
const portsIn = (shown: string): ReadonlyMap<string, Port> =>
  new Map(
    [...shown.matchAll(/^(\S+) +\S+ +(?:YES|NO) +\S+ +(\S.*?) +(up|down) *$/gm)].map(([, name, status, protocol]) => [
      name!,
      { status: status!, protocol: protocol! },
    ]),
  );

const valueOf = (section: Section | undefined, slot: string): string | undefined =>
  section?.entries.find((entry) => entry.key === slot)?.text.slice(slot.length + 1);

const sessionWords = (block: SessionBlock | undefined, peer: string | undefined): string => {
  const whom = block?.peer ?? peer;
  const behind = whom === undefined || whom === '0.0.0.0' || whom === 'dynamic' ? '' : ` with ${whom}`;
  if (block?.status.startsWith('DOWN-NEGOTIATING')) return `IKE is negotiating${behind}`;
  return block?.hasIke ? `IKE SA is up, no IPsec SA${behind}` : `no IKE SA${behind}`;
};

/** Why a tunnel is down, as far as the device says. */
const reason = (
  name: string,
  block: SessionBlock | undefined,
  ports: ReadonlyMap<string, Port>,
  section: Section | undefined,
): string => {
  const port = ports.get(name);
  const isShut = section?.entries.some(({ text }) => text === 'shutdown') ?? false;
  if (port?.status === 'administratively down' || (port === undefined && isShut)) return 'administratively down';
  const source = valueOf(section, 'tunnel source');
  const under = source === undefined ? undefined : ports.get(source);
  const isBelow = under !== undefined && under.status !== 'up';
  const words = isBelow
    ? `its source ${source} is ${under.status}`
    : sessionWords(block, valueOf(section, 'tunnel destination'));
  return port?.protocol === 'down' ? `line protocol down: ${words}` : words;
};

/** Words of a reason that an error of IKEv2 may be behind. */
const lacksSa = /\bno (?:IKE|IPsec) SA\b/;

/** The errors of IKEv2 that the device keeps; it does not say of which peer each is. */
const errorsIn = (shown: string): string => {
  const errors = [...new Set([...shown.matchAll(/^ *Error\(\d+\): (.+?) *$/gm)].map((found) => found[1]!))];
  return errors.length === 0
    ? ''
    : `; IKEv2 errors of the device: ${errors.slice(-3).map(explainedIkeError).join(', ')}`;
};

/** The tunnel interfaces among the sections: up, or why not. Interfaces are asked for only where one is down. */
export const tunnelsOf = async (
  console: Console,
  scope: readonly Section[],
  live: Live<Section>,
): Promise<readonly TunnelState[]> => {
  const ours = scope.flatMap((section) => /^interface (Tunnel\d+)$/.exec(section.header)?.[1] ?? []);
  if (ours.length === 0) return [];
  const ask = async (line: string): Promise<string> => (await console.send([line]))[0]!.output;
  const blocks = blocksByName(await ask('show crypto session'));
  const states = ours.map((name) => ({ name, block: blocks.get(name) }));
  const isDown = states.some(({ block }) => block === undefined || !isUp(block));
  const ports = isDown ? portsIn(await ask('show ip interface brief')) : new Map<string, Port>();
  const down = (name: string, block: SessionBlock | undefined): string =>
    reason(name, block, ports, live.get(`interface ${name}`));
  const isOpen = states.some(({ name, block }) => !(block && isUp(block)) && lacksSa.test(down(name, block)));
  const errors = isOpen ? errorsIn(await ask('show crypto ikev2 diagnose error')) : '';
  return states.map(({ name, block }) => {
    if (block !== undefined && isUp(block)) return { name, up: true, detail: block.status };
    const why = down(name, block);
    return { name, up: false, detail: lacksSa.test(why) ? `${why}${errors}` : why };
  });
};
