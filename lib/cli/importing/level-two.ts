import { isAccess, isHub, isVpn, type Candidate } from '../../import/program/candidate';
import { envNames } from '../../import/read/secrets';
import type { ImportedNetwork } from '../../import/program/program-text';
import { hubsOf } from '../../import/site-to-site/hub-and-spoke';
import { leaner, type AccessCandidate, type NoAccess } from '../../import/remote-access/access-candidate';
import { accessesOf } from '../../import/remote-access/accesses';
import { candidateOf } from '../../import/site-to-site/site-to-site';
import { meetingsOf, type Apart } from '../../import/site-to-site/tunnels';
import { addressOf, refsOf } from '../../model/noun';
import type { Proof } from './proof';
import type { Reading } from './reading';

/** A device without what candidates write, but with what they refer to. */
const without = (
  reading: Reading,
  written: ReadonlySet<string> | undefined,
  accesses: readonly AccessCandidate[],
): Reading => {
  if (written === undefined) return reading;
  const { objects } = reading.device;
  const declared = objects.declared.filter(({ address }) => !written.has(address));
  const own = accesses.filter(({ device }) => device.id === reading.device.id);
  const used = new Set(
    [...declared, ...own].flatMap(({ props }) => refsOf(props).map((to) => addressOf(to.ref, to.name))),
  );
  const existing = objects.existing.filter(({ ref, name }) => used.has(addressOf(ref, name)));
  const variables = [...new Set(declared.flatMap(({ props }) => envNames(props)))];
  return {
    ...reading,
    device: { ...reading.device, objects: { ...objects, declared, existing, variables } },
  };
};

/** What a candidate is proved with runs a program: it is loaded where there is one. */
const proved = async (readings: readonly Reading[], candidates: readonly Candidate[]): Promise<Proof> =>
  candidates.length === 0
    ? { taken: new Map(), why: [], candidates }
    : (await import('./proof.js')).proved(readings, candidates);

/** Candidates that together write what is there, and what they write. */
interface Accepted extends Pick<Proof, 'taken'> {
  readonly kept: readonly Candidate[];
  readonly refused: readonly { readonly candidate: Candidate; readonly why: readonly string[] }[];
}

/** All of them, else one after the other. */
const accepted = async (readings: readonly Reading[], candidates: readonly Candidate[]): Promise<Accepted> => {
  const all = await proved(readings, candidates);
  if (all.why.length === 0) return { kept: all.candidates, taken: all.taken, refused: [] };
  let kept: readonly Candidate[] = [];
  const refused: Accepted['refused'][number][] = [];
  let taken: Proof['taken'] = new Map();
  for (const candidate of candidates) {
    const proof = await provedOrInstead(readings, kept, candidate);
    if (proof.why.length > 0) refused.push({ candidate, why: proof.why });
    else [kept, taken] = [proof.candidates, proof.taken];
  }
  return { kept, taken, refused };
};

/** A candidate beside others, or what says more in its place. */
const provedOrInstead = async (readings: readonly Reading[], kept: readonly Candidate[], candidate: Candidate) => {
  const proof = await proved(readings, [...kept, candidate]);
  const instead = isAccess(candidate) ? candidate.instead : undefined;
  if (proof.why.length === 0 || instead === undefined) return proof;
  const other = await proved(readings, [...kept, instead]);
  return other.why.length === 0 ? other : proof;
};

/** Without the names that an earlier one on the device says already, where the same is written then. */
const withFewerNames = async (
  readings: readonly Reading[],
  kept: readonly Candidate[],
): Promise<readonly Candidate[]> => {
  const less = kept.map((each, at) =>
    isAccess(each)
      ? leaner(
          each,
          kept.slice(0, at).some((other) => isAccess(other) && other.device === each.device),
        )
      : each,
  );
  if (less.every((each, at) => each === kept[at])) return kept;
  return (await proved(readings, less)).why.length === 0 ? less : kept;
};

const isGiven = <T extends object>(each: T): each is Exclude<T, { readonly why: unknown }> => !('why' in each);

/** What lint finds where it compares devices; the rules are loaded where there are several. */
const remarksOf = async (readings: readonly Reading[]): Promise<ImportedNetwork['remarks']> =>
  readings.length < 2 ? [] : (await import('./end-findings.js')).endFindings(readings);

/** What is said of tunnels that a candidate does not write as they are. */
const apartOf = (candidate: Candidate, why: readonly string[]): readonly Apart[] => {
  if (isVpn(candidate)) return [{ ends: candidate.ends, why }];
  return isHub(candidate) ? [{ construct: 'HubAndSpoke', ends: candidate.routers, why }] : [];
};

/** The network with a construct of level 2 for each tunnel between two devices and each group of users that it writes exactly. */
export const withLevelTwo = async (readings: readonly Reading[]): Promise<ImportedNetwork> => {
  const ids = new Set(readings.map(({ device }) => device.id));
  const hubs = hubsOf(readings, ids);
  const flex = new Set(hubs.flatMap((each) => ('why' in each ? each.ends : each.routers)).map(({ tunnel }) => tunnel));
  const { meetings, apart } = meetingsOf(readings, (tunnel) => flex.has(tunnel));
  const tunnels = meetings.map((ends) => candidateOf(ends, ids));
  const users = readings.flatMap(({ device }) => accessesOf(device, ids));
  const found = await accepted(readings, [
    ...hubs.filter(isGiven),
    ...tunnels.filter(isGiven),
    ...users.filter(isGiven),
  ]);
  const { taken, refused } = found;
  const kept = await withFewerNames(readings, found.kept);
  const accesses = kept.filter(isAccess);
  const devices = readings.map((reading) => without(reading, taken.get(reading.device.id), accesses).device);
  const lent = readings.map(({ device: { id, objects } }, at): readonly [string, number] => [
    id,
    objects.declared.length - devices[at]!.objects.declared.length,
  ]);
  return {
    devices,
    within: new Map(lent.filter(([, count]) => count > 0)),
    vpns: kept.filter(isVpn),
    hubs: kept.filter(isHub),
    accesses,
    stay: [
      ...apart,
      ...[...hubs, ...tunnels].filter((each): each is Apart => 'why' in each),
      ...refused.flatMap(({ candidate, why }) => apartOf(candidate, why)),
    ],
    noAccess: [
      ...users.filter((each): each is NoAccess => 'why' in each),
      ...refused.flatMap(({ candidate, why }) =>
        isAccess(candidate) ? [{ device: candidate.device, of: candidate.of, group: candidate.group, why }] : [],
      ),
    ],
    remarks: await remarksOf(readings),
  };
};

/** The network without any of level 2. */
export const withLevelOne = async (readings: readonly Reading[]): Promise<ImportedNetwork> => ({
  devices: readings.map(({ device }) => device),
  within: new Map(),
  ...{ vpns: [], hubs: [], stay: [], accesses: [], noAccess: [], remarks: await remarksOf(readings) },
});
