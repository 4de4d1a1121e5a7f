import type { VpnCandidate } from '../../import/site-to-site';
import { trialWords } from '../../import/trial-words';
import type { Problem } from '../../kernel/problem';
import { addressOf, refsOf } from '../../model/noun';
import { App, VpnStack } from '../../synth/stack';
import { inFreshDirectory } from '../fresh-directory';
import { ownConstructs } from '../own-constructs';
import { changesOf } from './adoption';
import type { Reading } from './reading';

/** What VPNs write on each device, by its id, or why they do not write what is there. */
export interface Proof {
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly why: readonly string[];
}

/** Objects of level 1 that stay, and refer to what a VPN would write. */
const leftReferring = ({ device }: Reading, taken: ReadonlySet<string>): readonly string[] =>
  device.objects.declared.flatMap(({ kind, name, props }) => {
    if (taken.has(addressOf(kind, name))) return [];
    const to = refsOf(props).find((each) => taken.has(addressOf(each.ref, each.name)));
    return to === undefined ? [] : [`on ${device.id} the ${kind} ${name} refers to the ${to.ref} ${to.name} of it`];
  });

/** A fault of the trial, by the VPN that it is of; the last where its path tells none, as the one that was added. */
const faultOf = ({ path, message }: Problem, vpns: readonly VpnCandidate[]): string => {
  const found = vpns.find(({ id }) => path.split('/')[1] === id) ?? vpns.at(-1)!;
  return trialWords(
    'SiteToSiteVpn',
    message,
    found.props.ends.map(({ device }) => device),
  );
};

/** Declares these VPNs as a program does, and compares what they write with what the devices have. */
export const proved = (readings: readonly Reading[], vpns: readonly VpnCandidate[]): Promise<Proof> =>
  inFreshDirectory(async (outdir) => {
    const own = ownConstructs();
    const stack = new VpnStack(new App({ outdir }), 'network');
    const ends = readings.filter(({ device }) => vpns.some((vpn) => vpn.ends.some((end) => end.device === device)));
    const devices = new Map(
      ends.map(({ device, settings }) => {
        const { host, release, login } = settings!;
        const Device = own[device.className as 'IosXeRouter' | 'AsaFirewall'];
        return [device.id, new Device(stack, device.id, { host, release, login })];
      }),
    );
    for (const { id, props } of vpns)
      new own.SiteToSiteVpn(stack, id, {
        ...props,
        ends: props.ends.map((end) => ({ ...end, device: devices.get(end.device)! })),
      });
    const { problems } = stack;
    if (problems.length > 0) return { taken: new Map(), why: problems.map((each) => faultOf(each, vpns)) };
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
