import { envNames } from '../../import/secrets';
import type { ImportedNetwork } from '../../import/program-text';
import { candidateOf, type NoCandidate, type VpnCandidate } from '../../import/site-to-site';
import { meetingsOf } from '../../import/tunnels';
import { addressOf } from '../../model/noun';
import type { Proof } from './proof';
import type { Reading } from './reading';

const without = (reading: Reading, written: ReadonlySet<string> | undefined): Reading => {
  if (written === undefined) return reading;
  const { objects } = reading.device;
  const declared = objects.declared.filter(({ kind, name }) => !written.has(addressOf(kind, name)));
  const used = new Set(declared.flatMap(({ refs }) => refs.map((to) => addressOf(to.ref, to.name))));
  const existing = objects.existing.filter(({ ref, name }) => used.has(addressOf(ref, name)));
  const variables = [...new Set(declared.flatMap(({ props }) => envNames(props)))];
  return {
    ...reading,
    device: { ...reading.device, objects: { ...objects, declared, existing, variables } },
  };
};

const isCandidate = (each: VpnCandidate | NoCandidate): each is VpnCandidate => 'props' in each;

/** What a tunnel is proved with runs a program: it is loaded where there is one. */
const proved = async (readings: readonly Reading[], vpns: readonly VpnCandidate[]): Promise<Proof> =>
  vpns.length === 0 ? { taken: new Map(), why: [] } : (await import('./proof.js')).proved(readings, vpns);

/** VPNs that together write what is there, and what they write. */
interface Accepted extends Pick<Proof, 'taken'> {
  readonly vpns: readonly VpnCandidate[];
  readonly stay: readonly NoCandidate[];
}

/** All of them, else one after the other. */
const accepted = async (readings: readonly Reading[], candidates: readonly VpnCandidate[]): Promise<Accepted> => {
  const all = await proved(readings, candidates);
  if (all.why.length === 0) return { vpns: candidates, taken: all.taken, stay: [] };
  const [vpns, stay]: [VpnCandidate[], NoCandidate[]] = [[], []];
  let taken: Proof['taken'] = new Map();
  for (const each of candidates) {
    const proof = await proved(readings, [...vpns, each]);
    if (proof.why.length > 0) stay.push({ ends: each.ends, why: proof.why });
    else {
      vpns.push(each);
      taken = proof.taken;
    }
  }
  return { vpns, taken, stay };
};

/** The network with a VPN of level 2 for each tunnel between two of the devices that it writes exactly as it is there. */
export const withLevelTwo = async (readings: readonly Reading[]): Promise<ImportedNetwork> => {
  const ids = new Set(readings.map(({ device }) => device.id));
  const all = meetingsOf(readings).map((ends) => candidateOf(ends, ids));
  const { vpns, taken, stay } = await accepted(readings, all.filter(isCandidate));
  return {
    devices: readings.map((reading) => without(reading, taken.get(reading.device.id)).device),
    vpns,
    stay: [...all.filter((each): each is NoCandidate => !isCandidate(each)), ...stay],
  };
};
