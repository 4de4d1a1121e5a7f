import { isHub, isVpn, type Candidate } from '../../import/program/candidate';
import { finder } from '../../import/read/find-declared';
import type { Override } from '../../import/site-to-site/override';
import { refsOf, type Referable } from '../../model/noun';
import type { Kind } from '../../model/nouns';
import { propsOf } from '../../synth/declaration';
import { envNames } from '../../import/read/secrets';

/** Objects of a VPN on a router of which an engineer says more than the VPN does. */
const members = ['tunnel', 'virtualTemplate', 'loopback', 'profile', 'ipsecProfile', 'authorizationPolicy'] as const;

type Member = Referable<Kind> & { override(props: object): unknown };
/** A VPN that a trial declares, as a program has it. */
export interface TrialVpn {
  on(device: object): Readonly<Partial<Record<string, Member>>>;
}

type Devices = ReadonlyMap<string, object>;
type Bag = Readonly<Record<string, unknown>>;

/** What the device says of an object that the VPN says nothing of; not what refers to others, and no secret. */
const beyond = (said: Bag, written: Bag): Bag =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([key, value]) =>
        written[key] === undefined && refsOf({ value }).length === 0 && envNames({ value }).length === 0,
    ),
  );

const routersIn = (candidate: Candidate): readonly Omit<Override, 'member' | 'props'>[] => {
  const ends = isVpn(candidate)
    ? candidate.ends.map(({ device }) => ({ device, by: 'on' as const }))
    : isHub(candidate)
      ? candidate.routers.map(({ device }, i) => ({ device, by: i === 0 ? ('onHub' as const) : ('onSpoke' as const) }))
      : [];
  return ends.filter(({ device }) => device.className === 'IosXeRouter');
};

/** What the objects of a VPN say beyond what it does. */
const overridesFor = (candidate: Candidate, vpn: TrialVpn, devices: Devices): readonly Override[] =>
  routersIn(candidate).flatMap(({ device, by }) => {
    const part = vpn.on(devices.get(device.id)!);
    return members.flatMap((member): readonly Override[] => {
      const { ref, name } = part[member]?.ref ?? { ref: '', name: '' };
      const said = finder(device.objects.declared).named(ref, name);
      if (said === undefined) return [];
      const props = beyond(said.props, propsOf(part[member]!) ?? {});
      return Object.keys(props).length === 0 ? [] : [{ device, by, member, props }];
    });
  });

/** A candidate with overrides, so that its program says all that is there. One that has them keeps them. */
export const overridden = (candidate: Candidate, vpn: TrialVpn | undefined, devices: Devices): Candidate => {
  if (vpn === undefined || 'overrides' in candidate) return candidate;
  const overrides = overridesFor(candidate, vpn, devices);
  return overrides.length === 0 ? candidate : { ...candidate, overrides };
};

/** Makes those of a candidate, of a VPN of a trial. */
export const overrideIn = (vpn: TrialVpn | undefined, devices: Devices, candidate: Candidate): void => {
  const { overrides = [] } = 'overrides' in candidate ? candidate : {};
  for (const { device, member, props } of overrides) vpn?.on(devices.get(device.id)!)[member]!.override(props);
};
