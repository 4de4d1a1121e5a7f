import { envNames } from '../../import/secrets';
import type { ImportedNetwork } from '../../import/program-text';
import { candidateOf, type NoCandidate, type VpnCandidate } from '../../import/site-to-site';
import { meetingsOf } from '../../import/tunnels';
import { addressOf, refsOf } from '../../model/noun';
import { App, VpnStack } from '../../synth/stack';
import { inFreshDirectory } from '../fresh-directory';
import { ownConstructs } from '../own-constructs';
import { changesOf } from './adoption';
import type { Reading } from './reading';

/** What VPNs write on each device, by its id, or why they do not write what is there. */
interface Proof {
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

/** Declares these VPNs as a program does, and compares what they write with what the devices have. */
const proved = (readings: readonly Reading[], vpns: readonly VpnCandidate[]): Promise<Proof> =>
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

const without = (reading: Reading, written: ReadonlySet<string> | undefined): Reading => {
  if (written === undefined) return reading;
  const { objects } = reading.device;
  const declared = objects.declared.filter(({ kind, name }) => !written.has(addressOf(kind, name)));
  const used = new Set(declared.flatMap(({ props }) => refsOf(props).map((to) => addressOf(to.ref, to.name))));
  const existing = objects.existing.filter(({ ref, name }) => used.has(addressOf(ref, name)));
  const variables = [...new Set(declared.flatMap(({ props }) => envNames(props)))];
  return {
    ...reading,
    device: { ...reading.device, objects: { ...objects, declared, existing, variables } },
  };
};

const isCandidate = (each: VpnCandidate | NoCandidate): each is VpnCandidate => 'props' in each;

/** Those that together write what is there: all of them, else one after the other. */
const accepted = async (
  readings: readonly Reading[],
  candidates: readonly VpnCandidate[],
): Promise<{ readonly vpns: readonly VpnCandidate[]; readonly stay: readonly NoCandidate[] }> => {
  if (candidates.length === 0 || (await proved(readings, candidates)).why.length === 0)
    return { vpns: candidates, stay: [] };
  const [vpns, stay]: [VpnCandidate[], NoCandidate[]] = [[], []];
  for (const each of candidates) {
    const { why } = await proved(readings, [...vpns, each]);
    if (why.length === 0) vpns.push(each);
    else stay.push({ ends: each.ends, why });
  }
  return { vpns, stay };
};

/** The network with a VPN of level 2 for each tunnel between two of the devices that it writes exactly as it is there. */
export const withLevelTwo = async (readings: readonly Reading[]): Promise<ImportedNetwork> => {
  const ids = new Set(readings.map(({ device }) => device.id));
  const all = meetingsOf(readings).map((ends) => candidateOf(ends, ids));
  const { vpns, stay } = await accepted(readings, all.filter(isCandidate));
  const { taken } =
    vpns.length === 0 ? { taken: new Map<string, ReadonlySet<string>>() } : await proved(readings, vpns);
  return {
    devices: readings.map((reading) => without(reading, taken.get(reading.device.id)).device),
    vpns,
    stay: [...all.filter((each): each is NoCandidate => !isCandidate(each)), ...stay],
  };
};
