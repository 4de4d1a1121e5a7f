import type { DiagramDevice, DiagramLink } from '../../model/diagram';
import { platformOf } from '../../platforms';
import type { DeviceView, NetworkView } from '../engine/network-view';
import { contains } from './address';
import { radiusRequests } from './duo-callers';
import { headendOf } from './endpoint-names';
import { callsOf } from './ise-callers';

/** A part of a diagram. */
export interface Drawn {
  readonly devices: readonly DiagramDevice[];
  readonly links: readonly DiagramLink[];
}

interface Question {
  readonly caller: DeviceView;
  readonly host: string;
  /** Construct path of what says so. */
  readonly path: string;
}

/** Hosts that devices ask by RADIUS. */
const questionsOf = (caller: DeviceView): readonly Question[] => [
  ...caller.all('radius-server').map(({ path, noun }) => ({ caller, path, host: noun.address.host })),
  ...caller
    .all('aaa-server')
    .filter(({ noun }) => noun.protocol === 'radius')
    .flatMap(({ path, noun }) => noun.hosts.map(({ host }) => ({ caller, path, host }))),
  ...caller
    .all('duo-radius-client')
    .flatMap(({ path, noun }) => noun.hosts.map(({ address }) => ({ caller, path, host: address }))),
];

const ownAddresses = ({ settings }: DeviceView): readonly string[] => {
  const { host, addresses = [] } = settings as { readonly host?: string; readonly addresses?: readonly string[] };
  return host === undefined ? addresses : [host, ...addresses];
};

/** An ISE that has the caller among its network devices; an address of it that is asked may stand nowhere else. */
const takenBy = (caller: DeviceView, network: NetworkView): DeviceView | undefined => {
  const addresses = ownAddresses(caller);
  return network.devices.find((device) =>
    device
      .all('ise-network-device')
      .some(({ noun }) => noun.addresses.some((range) => addresses.some((address) => contains(range, address)))),
  );
};

const asks = (caller: string, path: string, asked: string): DiagramLink => ({
  kind: 'radius',
  ends: [{ device: caller, path }, { device: asked }],
});

/** The firewalls behind a manager ask, not the manager. */
const callersOf = (caller: DeviceView, links: readonly DiagramLink[]): readonly string[] => {
  if (platformOf(caller.platform).manages !== true) return [caller.id];
  const all = links.filter(({ kind, ends }) => kind === 'manages' && ends[0].device === caller.id);
  const firewalls = [...new Set(all.map(({ ends }) => ends[1].device))];
  return firewalls.length === 0 ? [caller.id] : firewalls;
};

const ofRadius = (network: NetworkView, links: readonly DiagramLink[]): Drawn => {
  const known = [
    ...radiusRequests(network).map(({ caller, asked, proxy }) => ({ caller, path: asked.path, asked: proxy.id })),
    ...callsOf(network).map(({ caller, asked, engine }) => ({ caller, path: asked.path, asked: engine.id })),
  ];
  const answered = new Set(known.map(({ path }) => path));
  const rest = network.devices
    .flatMap(questionsOf)
    .filter(({ path }) => !answered.has(path))
    .map(({ caller, path, host }) => {
      const engine = takenBy(caller, network);
      return { caller, path, asked: engine?.id ?? `radius ${host}`, host, isOurs: engine !== undefined };
    });
  return {
    devices: rest
      .filter(({ isOurs }) => !isOurs)
      .map(({ asked, host }) => ({ id: asked, name: host, role: 'radius', detail: 'RADIUS, not managed here' })),
    links: [...known, ...rest].flatMap(({ caller, path, asked }) =>
      callersOf(caller, links).map((each) => asks(each, path, asked)),
    ),
  };
};

/** Client profiles, each with the headend that it leads to. */
const ofProfiles = (network: NetworkView): readonly DiagramLink[] =>
  network.devices.flatMap((device) =>
    device.all('secure-client-profile').flatMap(({ path, noun }) =>
      noun.hosts.flatMap(({ address }): readonly DiagramLink[] => {
        const headend = headendOf(address, network);
        if (headend === undefined || headend === device) return [];
        return [{ kind: 'access', ends: [{ device: device.id, path }, { device: headend.id }] }];
      }),
    ),
  );

/** What else refers to what, between targets that nothing connects yet: a proxy and the Duo account that makes its keys. */
const ofNeeds = (network: NetworkView, links: readonly DiagramLink[]): readonly DiagramLink[] => {
  const key = (a: string, b: string): string => [a, b].sort().join('\n');
  // A manager counts as joined to what its firewalls are joined to.
  const managers = new Map(
    links.filter(({ kind }) => kind === 'manages').map(({ ends }) => [ends[1].device, ends[0].device]),
  );
  const joined = new Set(
    links.flatMap(({ ends: [{ device: a }, { device: b }] }) => [
      key(a, b),
      key(managers.get(a) ?? a, managers.get(b) ?? b),
    ]),
  );
  return network.devices.flatMap((device) =>
    device.needs
      .filter(({ target }) => !joined.has(key(device.id, target)))
      .map(({ target }): DiagramLink => ({ kind: 'needs', ends: [{ device: device.id }, { device: target }] })),
  );
};

/** Who asks whom for logins, and what else connects targets. `links`: what is drawn already. */
export const serviceLinks = (network: NetworkView, links: readonly DiagramLink[]): Drawn => {
  const radius = ofRadius(network, links);
  const known = [...radius.links, ...ofProfiles(network)];
  return { devices: radius.devices, links: [...known, ...ofNeeds(network, [...links, ...known])] };
};
