import {
  constructOf,
  devicesOf,
  isHub,
  isVpn,
  standsBeside,
  withReferables,
  type Candidate,
} from '../../import/program/candidate';
import { trialWords } from '../../import/text/trial-words';
import type { Problem } from '../../kernel/problem';
import { classNameOf } from '../../model/construct-names';
import { addressOf } from '../../model/noun';
import { App, VpnStack } from '../../synth/stack';
import { inFreshDirectory } from '../fresh-directory';
import { ownConstructs, type OwnConstructs } from '../own-constructs';
import { changesOf } from './adoption';
import { overrideIn, overridden, type TrialVpn } from './overrides';
import type { Reading } from './reading';

/** What candidates write on each device, by its id, or why they do not write what is there. */
export interface Proof {
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly why: readonly string[];
  /** The candidates, with overrides where they write what is there only so. */
  readonly candidates: readonly Candidate[];
}

/** Addresses of objects, by the id of their device. */
type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** What of the objects that candidates would write others refer to, which stay of level 1. */
const leftReferring = ({ device }: Reading, taken: ReadonlySet<string>) =>
  device.objects.declared.flatMap(({ kind, name, address: own, refs }) => {
    if (taken.has(own)) return [];
    const to = refs.filter((each) => taken.has(addressOf(each.ref, each.name)));
    return to.map((each) => ({
      address: addressOf(each.ref, each.name),
      words: `on ${device.id} the ${kind} ${name} refers to the ${each.ref} ${each.name} of it`,
    }));
  });

/** A fault of the trial, by the candidate that it is of; the last where its path tells none, as the one that was added. */
const faultOf = ({ path, message }: Problem, candidates: readonly Candidate[]): string => {
  const found = candidates.find(({ id }) => path.split('/')[1] === id) ?? candidates.at(-1)!;
  return trialWords(
    constructOf(found),
    message,
    devicesOf(found).map(({ id }) => id),
  );
};

type Devices = ReadonlyMap<string, object>;

/** Gives the VPN, whose objects can be overridden. */
const declare = (own: OwnConstructs, stack: VpnStack, devices: Devices, candidate: Candidate): TrialVpn | undefined => {
  const { id } = candidate;
  const placed = <T extends { readonly device: string }>(end: T) => ({ ...end, device: devices.get(end.device)! });
  if (isVpn(candidate)) {
    const ends = candidate.props.ends.map(placed);
    return new own.SiteToSiteVpn(stack, id, { ...candidate.props, ends }) as TrialVpn;
  }
  if (isHub(candidate)) {
    const { hub, spokes, authentication, ...props } = candidate.props;
    const given = { ...props, authentication: withReferables(authentication) };
    return new own.HubAndSpoke(stack, id, { ...given, hub: placed(hub), spokes: spokes.map(placed) }) as TrialVpn;
  }
  const on = devices.get(candidate.device.id)!;
  const suite = new own.CryptoSuite(candidate.props.suite);
  const props = { ...(withReferables(candidate.props) as object), suite };
  if (candidate.construct === 'RemoteAccess') new own.RemoteAccess(stack, id, { ...props, headend: on });
  else new own.FlexVpnRemoteAccess(stack, id, { ...props, device: on });
  return undefined;
};

const besideOf = (candidates: readonly Candidate[]): Addresses =>
  new Map(
    candidates
      .filter((each) => !isVpn(each))
      .flatMap(devicesOf)
      .filter(({ className }) => className === 'IosXeRouter')
      .map(({ id, objects: { declared } }) => [
        id,
        new Set(declared.filter((each) => standsBeside(each, declared)).map(({ address }) => address)),
      ]),
  );

/** A router has one policy for all: where VPNs would write less than it says, it stays of level 1, and they use it. */
const isPolicy = (address: string): boolean => address.startsWith('ikev2-policy/');

/** Objects of level 1 that the program declares before the candidates, which use them. */
const declareBeside = (own: OwnConstructs, on: object, { device }: Reading, beside: ReadonlySet<string>): void => {
  const objects = device.objects.declared.filter(({ address }) => beside.has(address));
  for (const { kind, name, address, props } of objects) {
    const Own = own[classNameOf(kind)]!;
    new Own(on, address.replace('/', '-'), { ...(withReferables(props) as object), name });
  }
};

interface Attempt extends Proof {
  /** What others refer to: it can only stay of level 1. */
  readonly shared: Addresses;
  /** The same in words. */
  readonly referring: readonly string[];
}
const failed = (why: readonly string[], candidates: readonly Candidate[]): Attempt => ({
  ...{ taken: new Map(), why, shared: new Map(), referring: [], candidates },
});

/** Declares candidates as a program does, and compares what they write with what the devices have. */
const attempted = (
  readings: readonly Reading[],
  candidates: readonly Candidate[],
  beside: Addresses,
): Promise<Attempt> =>
  inFreshDirectory(async (outdir) => {
    const own = ownConstructs();
    const stack = new VpnStack(new App({ outdir }), 'network');
    const devices = new Map(
      readings.map((reading) => {
        const { device, settings } = reading;
        const made = new own[device.className]!(stack, device.id, { ...device.settings, login: settings!.login });
        declareBeside(own, made, reading, beside.get(device.id) ?? new Set());
        return [device.id, made];
      }),
    );
    const made = candidates.map((each) => declare(own, stack, devices, each));
    if (stack.problems.length === 0) made.forEach((vpn, i) => overrideIn(vpn, devices, candidates[i]!));
    const { problems } = stack;
    if (problems.length > 0)
      return failed(
        problems.map((each) => faultOf(each, candidates)),
        candidates,
      );
    const attempt = await compared(readings, stack.manifest.targets, beside);
    return { ...attempt, candidates: candidates.map((each, i) => overridden(each, made[i], devices)) };
  });

const compared = async (
  readings: readonly Reading[],
  targets: VpnStack['manifest']['targets'],
  beside: Addresses,
): Promise<Omit<Attempt, 'candidates'>> => {
  const [taken, shared] = [new Map<string, ReadonlySet<string>>(), new Map<string, ReadonlySet<string>>()];
  const [why, referring]: [string[], string[]] = [[], []];
  for (const reading of readings) {
    const { id } = reading.device;
    const { desired } = targets.find((target) => target.id === id)!;
    const kept = beside.get(id);
    const written = new Set(desired.items.map(({ address }) => address).filter((each) => !kept?.has(each)));
    taken.set(id, written);
    const addresses = new Map(desired.items.map(({ path, address }) => [path, address]));
    const differing = (await changesOf(reading.platform, desired, reading.held)).map(({ path, message }) => ({
      address: addresses.get(path) ?? path,
      words: `on ${id} ${message}`,
    }));
    const policies = differing.filter(({ address }) => isPolicy(address) && !kept?.has(address));
    why.push(...differing.filter((each) => !policies.includes(each)).map(({ words }) => words));
    for (const { address } of policies) written.delete(address);
    const left = leftReferring(reading, written);
    shared.set(id, new Set([...[...policies, ...left].map(({ address }) => address), ...(kept ?? [])]));
    if (differing.length === policies.length) referring.push(...[...policies, ...left].map(({ words }) => words));
  }
  return { taken, why, shared, referring };
};

/** What candidates write, each proved: what others refer to too stays of level 1, where the candidates take it from there. */
const provedOnce = async (readings: readonly Reading[], candidates: readonly Candidate[]): Promise<Proof> => {
  const first = await attempted(readings, candidates, besideOf(candidates));
  if (first.why.length > 0 || first.referring.length === 0)
    return { ...first, why: [...first.why, ...first.referring] };
  const second = await attempted(readings, candidates, first.shared);
  const isProved = second.why.length + second.referring.length === 0;
  return isProved ? second : { ...second, taken: new Map(), why: first.referring };
};

/** The same with overrides, where an engineer wrote more than VPNs say. */
export const proved = async (readings: readonly Reading[], candidates: readonly Candidate[]): Promise<Proof> => {
  const ids = new Set(candidates.flatMap(devicesOf).map(({ id }) => id));
  const ends = readings.filter(({ device }) => ids.has(device.id));
  const proof = await provedOnce(ends, candidates);
  if (proof.candidates.every((each, i) => each === candidates[i])) return proof;
  const other = await provedOnce(ends, proof.candidates);
  return other.why.length === 0 ? other : { ...proof, candidates };
};
