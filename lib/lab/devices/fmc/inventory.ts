import { maskOf } from '../../../kernel/ip';
import type { JsonObject } from '../../../kernel/json';
import { records, type InterfaceKind } from './collections/devices';
import { itemsSeen } from './domains';
import { seed, type Unit, type World } from './world';

/** A firewall of the lab: one device, or a pair where `members` names the primary and the secondary. */
export interface LabDevice {
  readonly name: string;
  readonly members?: readonly [string, string];
  readonly interfaces: readonly LabInterface[];
}
export interface LabInterface {
  /** Logical name: `outside`. */
  readonly ifname: string;
  /** `GigabitEthernet0/0` */
  readonly name: string;
  /** With its length: `203.0.113.93/24`. Default: one that DHCP gives, so that it is not known here. */
  readonly address?: string;
  /** IPv6 address with its length: `2001:db8:93::1/64`. Default: none. */
  readonly ipv6Address?: string;
  /** Default: physical. */
  readonly kind?: InterfaceKind;
}

const port = (ifname: string, index: number, address: string): LabInterface => ({
  ifname,
  name: `GigabitEthernet0/${index}`,
  address,
});
export const defaultDevices: readonly LabDevice[] = [
  {
    name: 'mumbai-pair',
    members: ['mumbai-ftd-1', 'mumbai-ftd-2'],
    interfaces: [
      { ...port('outside', 0, '203.0.113.93/24'), ipv6Address: '2001:db8:93::1/64' },
      port('inside', 1, '10.30.0.1/16'),
    ],
  },
  {
    name: 'branch-ftd',
    interfaces: [
      { ...port('outside', 0, '203.0.113.120/24'), ipv6Address: '2001:db8:120::1/64' },
      port('inside', 1, '10.40.0.1/16'),
    ],
  },
];

/** A pair's VTIs, routes and interfaces are kept at its primary; the secondary shows the same. */
export const atPrimary = (world: World, path: string): string => {
  const words = path.split('/');
  if (!path.startsWith(`${records}/`) || words.length < 4) return path;
  const unit = world.units.find((u) => u.members[1]?.id === words[2]);
  return unit ? [...words.slice(0, 2), unit.members[0]!.id, ...words.slice(3)].join('/') : path;
};

const bootstrap = (): JsonObject => {
  const link = (name: string, net: string): JsonObject => ({
    interfaceObject: { id: name, type: 'PhysicalInterface', name: 'GigabitEthernet0/7' },
    logicalName: name,
    activeIP: `${net}.1`,
    standbyIP: `${net}.2`,
    subnetMask: '255.255.255.252',
    useIPv6Address: false,
  });
  return {
    isEncryptionEnabled: false,
    useSameLinkForFailovers: true,
    lanFailover: link('failover-link', '192.0.2'),
    statefulFailover: link('failover-link', '192.0.2'),
  };
};

export const makeUnits = (devices: readonly LabDevice[], newId: (form?: 'uuid') => string): readonly Unit[] =>
  devices.map((device) => {
    const members = (device.members ?? [device.name]).map((name) => ({ id: newId('uuid'), name }));
    return device.members
      ? { id: newId('uuid'), name: device.name, type: 'DeviceHAPair' as const, members }
      : { id: members[0]!.id, name: device.name, type: 'Device' as const, members };
  });

const addressing = (cidr: string | undefined): JsonObject => {
  if (cidr === undefined) return { dhcp: { enableDefaultRouteDHCP: true, dhcpRouteMetric: 1 } };
  const [address = '', length] = cidr.split('/');
  return { static: { address, netmask: maskOf(Number(length)) } };
};

const addressing6 = (cidr: string | undefined): JsonObject => {
  if (cidr === undefined) return { enableIPV6: false };
  const [address = '', prefix = ''] = cidr.split('/');
  return { enableIPV6: true, addresses: [{ address, prefix, enforceEUI64: false }] };
};

const interfaceBody = ({ name, ifname, address, ipv6Address }: LabInterface, zone: string): JsonObject => {
  return {
    name,
    ifname,
    enabled: true,
    mode: 'NONE',
    MTU: 1500,
    managementOnly: false,
    ipv4: addressing(address),
    ipv6: addressing6(ipv6Address),
    securityZone: { id: zone, type: 'SecurityZone' },
  };
};

const recordBody = (world: World, name: string, address: string): JsonObject => ({
  name,
  hostName: address,
  license_caps: ['BASE', 'STRONGCRYPTO'],
  model: 'Cisco Firepower Threat Defense for VMware',
  modelType: 'Sensor',
  ftdMode: 'ROUTED',
  sw_version: world.version,
  healthStatus: 'green',
  isConnected: true,
  deploymentStatus: 'DEPLOYED',
  performanceTier: 'FTDv50',
});

const seedPair = (world: World, unit: Unit): void => {
  const [primary, secondary] = unit.members;
  seed(world, 'devicehapairs/ftddevicehapairs', unit.id, {
    name: unit.name,
    primary: { id: primary!.id, type: 'Device', name: primary!.name },
    secondary: { id: secondary!.id, type: 'Device', name: secondary!.name },
    ftdHABootstrap: bootstrap(),
  });
};

/** The interfaces of a device; `zones`: their zones by logical name. */
const seedInterfaces = (
  world: World,
  at: string,
  faces: readonly LabInterface[],
  zones: ReadonlyMap<string, { readonly id: string; readonly ports: JsonObject[] }>,
): void =>
  faces.forEach((face) => {
    const zone = zones.get(face.ifname)!;
    const kind = face.kind ?? 'physicalinterfaces';
    const item = seed(world, `${at}/${kind}`, world.newId(), interfaceBody(face, zone.id));
    zone.ports.push({ id: item.id, type: 'PhysicalInterface', name: face.ifname });
  });

const zoneList = 'object/securityzones';
/** The zone of a logical name; one that a domain above has is used below. */
const zoneFor = (world: World, name: string) => {
  const above = itemsSeen(world, zoneList).find(({ body }) => body['name'] === `${name}-zone`);
  return { id: above?.id ?? world.newId('uuid'), ports: [] as JsonObject[], isAbove: above !== undefined };
};

export const seedDevices = (world: World, devices: readonly LabDevice[]): void => {
  const names = [...new Set(devices.flatMap((device) => device.interfaces.map(({ ifname }) => ifname)))];
  const zones = new Map(names.map((name) => [name, zoneFor(world, name)]));
  devices.forEach((device, i) => {
    const unit = world.units[i]!;
    unit.members.forEach(({ id, name }, m) =>
      seed(world, records, id, recordBody(world, name, `192.0.2.${10 + i * 10 + m}`)),
    );
    seedInterfaces(world, `${records}/${unit.members[0]!.id}`, device.interfaces, zones);
    if (unit.type === 'DeviceHAPair') seedPair(world, unit);
  });
  zones.forEach(({ id, ports, isAbove }, name) => {
    if (!isAbove) seed(world, zoneList, id, { name: `${name}-zone`, interfaceMode: 'ROUTED', interfaces: ports });
  });
};

/** Metadata that only devices and pairs have. */
export const deviceMetadata = (world: World, collection: string, id: string): JsonObject => {
  const unit = world.units.find((u) => u.id === id || u.members.some((member) => member.id === id));
  if (!unit) return {};
  if (collection === 'devicehapairs/ftddevicehapairs') {
    const turned = world.switched.has(id);
    const status = (i: number): JsonObject => {
      const well = unit.members[i]!.name !== world.sick();
      const active = (i === 0) !== turned;
      return { currentStatus: well ? (active ? 'Active' : 'Standby') : 'Failed', device: { ...unit.members[i]! } };
    };
    return {
      configStatus: 'HEALTHY_CONFIG',
      analyticsOnly: false,
      primaryStatus: status(0),
      secondaryStatus: status(1),
    };
  }
  if (collection !== records) return {};
  const container = { id: unit.id, name: unit.name, type: 'DeviceHAPair' };
  const pair = unit.type === 'DeviceHAPair';
  return {
    isPartOfContainer: pair,
    ...(pair ? { containerDetails: container } : {}),
    deviceSerialNumber: `LAB${id.slice(0, 8).toUpperCase()}`,
    snortVersion: '3.1.53',
    snortEngine: 'SNORT3',
    isMultiInstance: false,
    otherAssociatedPolicies: [],
  };
};
