import { classNameOf, devicesOf, isVpn, withReferables, type Candidate } from '../../import/candidate';
import { trialWords } from '../../import/trial-words';
import type { Problem } from '../../kernel/problem';
import { addressOf, refsOf } from '../../model/noun';
import { App, VpnStack } from '../../synth/stack';
import { inFreshDirectory } from '../fresh-directory';
import { ownConstructs, type OwnConstructs } from '../own-constructs';
import { changesOf } from './adoption';
import type { Reading } from './reading';

/** What candidates write on each device, by its id, or why they do not write what is there. */
export interface Proof {
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly why: readonly string[];
}

/** Objects of level 1 that stay, and refer to what a candidate would write. */
const leftReferring = ({ device }: Reading, taken: ReadonlySet<string>): readonly string[] =>
  device.objects.declared.flatMap(({ kind, name, props }) => {
    if (taken.has(addressOf(kind, name))) return [];
    const to = refsOf(props).find((each) => taken.has(addressOf(each.ref, each.name)));
    return to === undefined ? [] : [`on ${device.id} the ${kind} ${name} refers to the ${to.ref} ${to.name} of it`];
  });

/** A fault of the trial, by the candidate that it is of; the last where its path tells none, as the one that was added. */
const faultOf = ({ path, message }: Problem, candidates: readonly Candidate[]): string => {
  const found = candidates.find(({ id }) => path.split('/')[1] === id) ?? candidates.at(-1)!;
  return trialWords(
    classNameOf(found),
    message,
    devicesOf(found).map(({ id }) => id),
  );
};

type Devices = ReadonlyMap<string, object>;

const declare = (own: OwnConstructs, stack: VpnStack, devices: Devices, candidate: Candidate): void => {
  const { id, props } = candidate;
  if (!isVpn(candidate))
    new own.RemoteAccess(stack, id, {
      ...(withReferables(props) as object),
      headend: devices.get(candidate.device.id)!,
    });
  else
    new own.SiteToSiteVpn(stack, id, {
      ...props,
      ends: candidate.props.ends.map((end) => ({ ...end, device: devices.get(end.device)! })),
    });
};

/** Declares these candidates as a program does, and compares what they write with what the devices have. */
export const proved = (readings: readonly Reading[], candidates: readonly Candidate[]): Promise<Proof> =>
  inFreshDirectory(async (outdir) => {
    const own = ownConstructs();
    const stack = new VpnStack(new App({ outdir }), 'network');
    const ids = new Set(candidates.flatMap(devicesOf).map(({ id }) => id));
    const ends = readings.filter(({ device }) => ids.has(device.id));
    const devices = new Map(
      ends.map(({ device, settings }) => {
        const { host, release, login } = settings!;
        const Device = own[device.className as 'IosXeRouter' | 'AsaFirewall'];
        return [device.id, new Device(stack, device.id, { host, release, login })];
      }),
    );
    for (const each of candidates) declare(own, stack, devices, each);
    const { problems } = stack;
    if (problems.length > 0) return { taken: new Map(), why: problems.map((each) => faultOf(each, candidates)) };
    const { targets } = stack.manifest;
    const taken = new Map<string, ReadonlySet<string>>();
    const why: string[] = [];
    for (const reading of ends) {
      const { desired } = targets.find(({ id }) => id === reading.device.id)!;
      const written = new Set(desired.items.map(({ address }) => address));
      taken.set(reading.device.id, written);
      const differing = await changesOf(reading.platform, desired, reading.held);
      why.push(
        ...differing.map(({ message }) => `on ${reading.device.id} ${message}`),
        ...leftReferring(reading, written),
      );
    }
    return { taken, why };
  });
