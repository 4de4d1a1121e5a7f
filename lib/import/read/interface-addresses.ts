import { isIpv4 } from '../../kernel/ip';

/** An interface of a device as its configuration has it: by its name, and on a firewall by its logical name. */
const headers = /^interface (\S+)/;

/** The IPv4 address of each interface that has a fixed one, by what the interface is called. `source`: the lines of the file. */
export const addressesIn = (source: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let names: string[] = [];
  for (const line of source) {
    if (/^\S/.test(line)) names = [headers.exec(line)?.[1] ?? []].flat();
    const word = /^\s+nameif (\S+)/.exec(line)?.[1];
    if (word !== undefined && names.length > 0) names.push(word);
    const address = /^\s+ip address (\S+) \d/.exec(line)?.[1];
    if (address !== undefined && isIpv4(address) && !/ secondary\s*$/.test(line))
      for (const name of names) found.set(name, address);
  }
  return found;
};

/**
 * The pre-shared keys in lines of a file that are readable as they are, by the peer of a keyring that each is of; `''` where
 * it is of none. For a comparison alone: they are written nowhere.
 */
export const clearKeysByPeer = (
  source: readonly string[],
  [from, to]: readonly [number, number],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  let peer = '';
  for (const line of source.slice(from - 1, to)) {
    peer = /^\s+peer (\S+)\s*$/.exec(line)?.[1] ?? peer;
    const key = /\bpre-shared-key(?: local| remote)?(?: 0)? (\S+)\s*$/.exec(line)?.[1];
    if (key !== undefined && !/^\*+$/.test(key)) found.set(peer, (found.get(peer) ?? new Set()).add(key));
  }
  return found;
};

/** The same of all peers together. */
export const clearKeysIn = (source: readonly string[], lines: readonly [number, number]): ReadonlySet<string> =>
  new Set([...clearKeysByPeer(source, lines).values()].flatMap((keys) => [...keys]));
