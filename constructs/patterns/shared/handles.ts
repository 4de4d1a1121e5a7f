import type { Construct } from 'constructs';
import { fail, problem, ProblemError } from '../../../lib/kernel/problem';
import { seen } from '../../../lib/model/wording';
import { declarationsOf } from '../../../lib/synth/declaration';

/** The path of a construct; of anything else, what it is. */
const pathOf = (given: Construct): string => (given as Partial<Construct> | undefined)?.node?.path ?? seen(given);

/** By the path of the peer's device. */
type ByPeer<T> = ReadonlyMap<string, T>;

/** What an end has once, where the VPN has two ends. */
export const onlyOf = <T>(at: Construct, all: ByPeer<T>): T => {
  const [one, ...more] = all.values();
  if (one !== undefined && more.length === 0) return one;
  return fail(
    'vpn.part',
    at.node.path,
    `has ${all.size} tunnels`,
    `say to which peer: on(device).to(peer), where peer is one of ${[...all.keys()].join(', ')}`,
  );
};

/** What an end has for one of its peers. */
export const toPeer = <T>(at: Construct, all: ByPeer<T>, peer: Construct): T => {
  const found = all.get(pathOf(peer));
  if (found !== undefined) return found;
  return fail(
    'vpn.part',
    at.node.path,
    `has no tunnel to ${pathOf(peer)}`,
    `give one of its peers: ${[...all.keys()].join(', ')}`,
  );
};

/** The part of a composite that is on a device. `role`: what its parts are, where it has parts of several roles. */
export const partOn = <T>(at: Construct, parts: ReadonlyMap<Construct, T>, device: Construct, role?: string): T => {
  const found = parts.get(device);
  if (found !== undefined) return found;
  // Of a composite with problems there are no parts; the program ends here, so the problems are shown here.
  const problems = declarationsOf(at).flatMap((d) =>
    d.as === 'problem' ? [problem(d.code, at.node.path, d.message, d.hint)] : [],
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return fail(
    'vpn.part',
    at.node.path,
    `has ${role === undefined ? 'nothing' : `no ${role}`} on ${pathOf(device)}`,
    `give one of its ${role ?? 'device'}s: ${[...parts.keys()].map(({ node }) => node.path).join(', ')}`,
  );
};
