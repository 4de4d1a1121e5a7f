import type { VpnCandidate } from '../../import/site-to-site';
import { addressOf } from '../../model/noun';
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
  device.objects.declared.flatMap(({ kind, name, refs }) => {
    if (taken.has(addressOf(kind, name))) return [];
    const to = refs.find((each) => taken.has(addressOf(each.ref, each.name)));
    return to === undefined ? [] : [`on ${device.id} the ${kind} ${name} refers to the ${to.ref} ${to.name} of it`];
  });

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
    const said = stack.problems.map(({ path, message }) => `${path}: ${message}`);
    if (said.length > 0) return { taken: new Map(), why: said };
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
